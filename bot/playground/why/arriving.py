"""What arrived, who read it, and the command it became."""

from typing import Any

from sqlmodel import Session, col, select

from bot.arrivals import Arrival, ArrivalKind, arrival_of
from bot.inbox import InboxRow, InboxState
from bot.playground.readings import Note
from bot.playground.why.naming import Namer, spaced
from bot.understanding.directly import SHORT_ANSWER

__all__ = ["became", "find_arrival", "label_of", "taps_on", "was_read", "what_arrived"]

Facts = dict[str, Any]
LOOKED_BACK = 1500
WORDS_SHOWN = 120


def find_arrival(session: Session, chat: int, message: int) -> InboxRow | None:
    """How a person's own message came in."""
    for row in _rows(session, chat):
        if (row.payload.get("message") or {}).get("message_id") == message:
            return row
    return None


def taps_on(session: Session, chat: int, message: int) -> list[InboxRow]:
    """The taps on the buttons of a message, newest first."""
    return [row for row in _rows(session, chat) if _tapped(row) == message]


def _rows(session: Session, chat: int) -> list[InboxRow]:
    query = select(InboxRow).where(InboxRow.lane == chat).order_by(col(InboxRow.update_id).desc())
    return list(session.exec(query.limit(LOOKED_BACK)))


def _tapped(row: InboxRow) -> int | None:
    query = row.payload.get("callback_query") or {}
    number = (query.get("message") or {}).get("message_id")
    return int(number) if number is not None else None


def label_of(row: InboxRow) -> str:
    """What stood on the button that was tapped."""
    query = row.payload["callback_query"]
    keyboard = (query["message"].get("reply_markup") or {}).get("inline_keyboard", [])
    for button in (button for keys in keyboard for button in keys):
        if button.get("callback_data") == query.get("data"):
            return str(button["text"])
    return "a button"


def what_arrived(row: InboxRow, note: Note | None, namer: Namer) -> Facts:
    facts: Facts = {"what": _kind(row), "update": str(row.update_id), "at": namer.at(row.received_at)}
    if note is not None and note.handled_at is not None:
        took = (note.handled_at - row.received_at).total_seconds()
        facts["done after"] = f"{took * 1000:.0f} ms" if took < 1 else f"{took:.1f} s"
    if row.state is not InboxState.DONE:
        facts["state"] = "still waiting" if row.state is InboxState.WAITING else "failed"
    return facts


def _kind(row: InboxRow) -> str:
    if "callback_query" in row.payload:
        return f"a tap on “{label_of(row)}”"
    message = row.payload.get("message") or {}
    for name, words in (("location", "a place"), ("photo", "a picture"), ("document", "a file")):
        if name in message:
            return words
    if "my_chat_member" in row.payload:
        return "blocked or unblocked the bot"
    return "a reply in words" if message.get("reply_to_message") else "words"


def was_read(row: InboxRow, note: Note | None) -> Facts:
    """Who read it: the button itself, a rule, or the dialogue engine with all that it thought."""
    arrival = arrival_of(row.payload)
    readings = note.readings if note is not None else []
    if not readings:
        return {"Read by": _directly(arrival, note)}
    told: Facts = {"Read by": "the dialogue engine (Rasa), since these are free words"}
    for n, reading in enumerate(readings):
        title = "Rasa's reading" if n == 0 else f"Read once more, {_light(reading)}"
        told[title] = {
            "kind": "reading",
            "text": reading["text"],
            "entities": reading["entities"],
            "ranking": reading["ranking"][:5],
            "slots": _slots(reading["before"], reading["slots"]),
            "light": _light(reading),
            "asks": f"{reading['asks']} (for {reading['asks_for']})" if reading["asks"] else "",
        }
    return told


def _light(reading: Facts) -> str:
    if reading["pending"].startswith("ask_"):
        return f"as a {reading['role']} who was asked for the {reading['pending'].removeprefix('ask_')}"
    before = "nothing" if reading["pending"] == "none" else f"a {spaced(reading['pending'])}"
    return f"as a {reading['role']} with {before} before her"


def _slots(before: Facts, after: Facts) -> list[Facts]:
    return [
        {"slot": spaced(name), "before": _shown(before.get(name)), "after": _shown(after.get(name))}
        for name in sorted({*before, *after})
    ]


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _directly(arrival: Arrival | None, note: Note | None) -> str:
    if arrival is None:
        return "nobody: the shop does not listen to this"
    text = arrival.text.strip()
    names = [command["name"] for command in note.commands] if note is not None else []
    if arrival.kind == ArrivalKind.BUTTON:
        return f"the button itself, which carries its command (“{arrival.data}”)"
    if arrival.kind != ArrivalKind.TEXT:
        return "its kind alone; no words had to be understood"
    if text.startswith("/"):
        return "the slash command"
    if names == ["AnswerInWords"]:
        how = "a reply to the inquiry" if arrival.reply_to else "words that answer the open inquiry"
        return f"the reader of sellers' answers: {how}"
    if arrival.links:
        return "the link in it"
    if "EngineAway" in names:
        return "nobody: the dialogue engine was away"
    if names == ["ReadText"]:
        return "the reader of lists: several lines that read as components"
    if SHORT_ANSWER.match(text) or names in (["GiveAddress"], ["Search"]):
        return "the open question, which it answers plainly"
    return "a rule for these very words"


def became(row: InboxRow, note: Note | None, namer: Namer) -> Facts:
    """The commands with their fields; a refusal with its reason; a bug with its reference."""
    facts: Facts = {}
    commands = note.commands if note is not None else []
    if not commands and row.command:
        commands = [{"name": name, "fields": {}} for name in row.command.split(", ") if ":" not in name]
    if commands:
        facts["It became"] = [
            {"kind": "command", "name": one["name"], "fields": namer.facts(one["fields"])} for one in commands
        ]
    refused = note.refused if note is not None else None
    if refused is not None:
        facts["Refused"] = {
            "because": spaced(refused["name"]) + (f" ({refused['key']})" if refused["key"] else ""),
            **namer.facts(refused["facts"]),
        }
    elif row.command and row.command.startswith("refused:"):
        facts["Refused"] = {"because": spaced(row.command.removeprefix("refused: "))}
    if row.reference:
        facts["Something went wrong"] = {
            "reference": row.reference,
            "what to do": "look for it in the log of the shop; the person was told this reference",
        }
    return facts
