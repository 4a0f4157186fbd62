"""The record written as a script: what people did, and behind each act what the bot then showed."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.playground.acting.card import GOOD_CARD
from bot.playground.script.recording import Row
from bot.playground.script.steps import Newcomer, Script, Step, Verb
from bot.playground.script.wording import line_of, stable, without_addresses

__all__ = ["script_of"]

TRANSIENT_SECONDS = 0.25
"""What stood for less is not looked for: another run may pass it by."""
WAITED_SECONDS = 90
"""What came later than this after the last act came by the passing of time."""
FOLLOWED = {"pay", "inline", "location", None}
"""Buttons that only lead to an act."""


def script_of(
    rows: Sequence[Row],
    keys: Mapping[int, str],
    content: Callable[[str], bytes],
    *,
    title: str,
    free_text: bool = False,
    full: bool = False,
) -> Script:
    """`keys` names everybody by account; `content` gives the bytes behind a file id."""
    telling = _Telling(keys, content, _transient(rows))
    for act, shown in _by_act(rows):
        telling.tell(act, shown)
    if full:
        telling.note("The record was full: what was done after this is not in it.")
    return Script(
        title=title,
        steps=tuple(telling.steps),
        people=telling.people,
        free_text=free_text,
        files=telling.files,
        notes=tuple(telling.notes),
    )


def _by_act(rows: Sequence[Row]) -> Iterator[tuple[Row | None, list[Row]]]:
    """Each act with what was shown before the next one; None first, for what came before any."""
    act: Row | None = None
    shown: list[Row] = []
    for row in rows:
        if row["kind"] == "act":
            yield act, shown
            act, shown = row, []
        else:
            shown.append(row)
    yield act, shown


def _transient(rows: Sequence[Row]) -> set[tuple[int, int]]:
    """(life, seq) of what was replaced or deleted at once."""
    last: dict[tuple[int, int], Row] = {}
    found: set[tuple[int, int]] = set()
    for row in rows:
        if row["kind"] not in ("shown", "gone"):
            continue
        for message in row["messages"] if row["kind"] == "gone" else [row["message"]]:
            before = last.get((row["chat"], message))
            if before is not None and row["real"] - before["real"] < TRANSIENT_SECONDS:
                found.add((before["life"], before["seq"]))
            last[row["chat"], message] = row
    return found


class _Telling:
    """Grows `steps`, `people`, `files` and `notes` act by act."""

    def __init__(
        self, keys: Mapping[int, str], content: Callable[[str], bytes], transient: set[tuple[int, int]]
    ) -> None:
        self.steps: list[Step] = []
        self.people: dict[str, Newcomer] = {}
        self.files: dict[str, bytes] = {}
        self.notes: list[str] = []
        self._keys = keys
        self._content = content
        self._transient = transient
        self._texts: dict[tuple[int, int], Row] = {}
        self._silent: set[int] = set()
        self._woken: set[int] = set()
        self._last_tap: Row | None = None

    def note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)

    def tell(self, act: Row | None, shown: Sequence[Row]) -> None:
        """The act, the answer to a tap, and what was then seen."""
        shown = self._without_greetings(act, shown)
        if act is None:
            self._take_in(shown)
            return
        if not self._is_the_same_tap(act):
            self.steps += self._done(act)
        self._last_tap = act if act["act"] == "tap" else None
        self.steps += self._answered(act, shown)
        who = act["who"]
        before = who in self._silent  # what she sees now may belong to her act before, and have come earlier
        if any(row["kind"] == "shown" and row["chat"] == who for row in shown):
            self._silent.discard(who)
            self._last_tap = None
        else:
            self._silent.add(who)
        for step in self._seen(act, shown):
            mine = before and step.verb is Verb.SEES and step.who == self._keys.get(who)
            self.steps.append(replace(step, options={**step.options, "anywhere": True}) if mine else step)

    def _without_greetings(self, act: Row | None, shown: Sequence[Row]) -> list[Row]:
        """Who works in the town starts the bot as it opens, which is nobody's act: no more is its answer."""
        kept = []
        for row in shown:
            if row["kind"] == "woke":
                if act is None or row["chat"] != act["who"]:
                    self._woken.add(row["chat"])
            elif row["kind"] == "shown" and row["chat"] in self._woken:
                self._woken.discard(row["chat"])
            else:
                kept.append(row)
        return kept

    def _is_the_same_tap(self, act: Row) -> bool:
        """A second tap on a button before the first was answered: another run may find it gone."""
        last = self._last_tap
        same = ("who", "label", "on", "number")
        return (
            last is not None
            and act["act"] == "tap"
            and act["real"] - last["real"] < TRANSIENT_SECONDS
            and all(act[name] == last[name] for name in same)
        )

    def _done(self, act: Row) -> Iterator[Step]:
        who = self._keys.get(act["who"], "")
        match act["act"]:
            case "newcomer" if act.get("id") in self._keys:
                role, language = (
                    act.get("role", "consumer"),
                    act.get("language") or act.get("language_code") or "en",
                )
                self.people[self._keys[act["id"]]] = Newcomer(act["first_name"].strip(), role, language)
            case "jump":
                yield Step(Verb.TIME, what=_span(act["wish"]))
            case "fault":
                fault = {name: value for name, value in act["fault"].items() if value not in (None, [], "")}
                if fault.get("chat_id") in self._keys:
                    fault["who"] = self._keys[fault.pop("chat_id")]
                yield Step(Verb.FAULT, options=fault)
            case "fault_off":
                if act["fault"]:
                    self.note("One fault was taken away by itself; here all are.")
                yield Step(Verb.FAULT, what="off")
            case "bank":
                yield Step(Verb.BANK, options=act["faults"])
            case "left out":
                self.note(f"Left out, as a script has no words for it: {who or 'somebody'}, {act['what']}.")
            case _ if who:
                yield from self._of_a_person(act, who)

    def _of_a_person(self, act: Row, who: str) -> Iterator[Step]:
        name, to = act["act"], act.get("to", "")
        match name:
            case "start":
                yield Step(Verb.STARTS, who, str(act["body"].get("payload") or ""))
            case "say" if str(act["text"]).strip() == "/start":
                yield Step(Verb.STARTS, who)
            case "say":
                yield Step(Verb.SAYS, who, without_addresses(act["text"]), {"replying to": to} if to else {})
            case "edit":
                old = next(line_of(act["old"]), "")
                yield Step(Verb.EDITS, who, without_addresses(act["text"]), {"message": old} if old else {})
            case "delete" if to:
                yield Step(Verb.DELETES, who, to)
            case "react" if to:
                yield Step(Verb.REACTS, who, " ".join(act["emoji"]), {"to": to})
            case "tap" | "press":
                yield from self._tapped(act, who)
            case "card":
                options = {"outcome": "declined"} if act["declined"] else {}
                yield Step(
                    Verb.PAYS_BY_CARD, who, "" if act["number"] == GOOD_CARD else act["number"], options
                )
            case "pay":
                options = {} if act["outcome"] == "paid" else {"outcome": act["outcome"]}
                yield Step(Verb.PAYS, who, next(line_of(to), ""), options)
            case "location":
                body = act["body"]
                live = {"live for": body["live_period"]} if body.get("live_period") else {}
                yield Step(Verb.SENDS_LOCATION, who, f"{body['latitude']}, {body['longitude']}", live)
            case "contact":
                yield Step(Verb.SENDS_CONTACT, who, str(act["body"].get("phone_number") or ""))
            case "photo" | "document" | "voice":
                caption = {"caption": without_addresses(act["caption"])} if act["caption"] else {}
                yield Step(Verb(f"sends {name}"), who, ", ".join(self._files(act)), caption)
            case "block" | "unblock":
                yield Step(Verb(f"{name}s"), who)
            case "inline":
                yield Step(Verb.ASKS_INLINE, who, str(act["body"].get("query", "")))
            case "choose":
                yield Step(Verb.CHOOSES, who, stable(act["title"]))
            case _:
                self.note(f"Left out, as the words for it cannot be found again: {name} of {who}.")

    def _tapped(self, act: Row, who: str) -> Iterator[Step]:
        if act["pressed"] in FOLLOWED or "/bank/pay/" in act.get("url", ""):
            return  # what she did then is a step of its own
        options = {"on": act["on"]} if act.get("on") else {}
        if act.get("number", 1) > 1:
            options["number"] = act["number"]
        opens = act["pressed"] == "web_app"
        yield Step(Verb.OPENS if opens else Verb.TAPS, who, act["label"], options)

    def _files(self, act: Row) -> Iterator[str]:
        """The names under which the script holds what was sent."""
        for file_id, name in zip(act["files"], act["names"], strict=True):
            content, (stem, _, ending) = self._content(file_id), name.rpartition(".")
            count = 1
            while self.files.setdefault(name, content) != content:
                count += 1
                name = f"{stem or ending}-{count}" + (f".{ending}" if stem else "")
            yield name

    def _answered(self, act: Row, shown: Sequence[Row]) -> Iterator[Step]:
        who, question = self._keys.get(act["who"], ""), act.get("question")
        for row in shown:
            if row["kind"] == "told" and question and row["question"] == question:
                words = next(line_of(row["text"]), "")
                if words:
                    yield Step(Verb.SEES_ALERT if row["alert"] else Verb.SEES_TOAST, who, words)

    def _seen(self, act: Row, shown: Sequence[Row]) -> Iterator[Step]:
        """Every message as it stood in the end, by a line that is new in it; and time that passed before."""
        last = {(row["chat"], row["message"]): row for row in shown if row["kind"] == "shown"}
        since = act["at"]
        for place, row in sorted(last.items(), key=lambda one: one[1]["seq"]):
            before = self._texts.get(place)
            self._texts[place] = row
            who = self._keys.get(row["chat"])
            if who is None or (row["life"], row["seq"]) in self._transient:
                continue
            if row["at"] - since > WAITED_SECONDS:
                yield Step(Verb.TIME, what=f"+{math.ceil((row['at'] - since) / 60)} minutes")
                since = row["at"]
            look = _look(row, before)
            if look is not None:
                yield Step(Verb.SEES, who, *look)

    def _take_in(self, shown: Sequence[Row]) -> None:
        self._texts |= {(row["chat"], row["message"]): row for row in shown if row["kind"] == "shown"}


def _look(row: Row, before: Row | None) -> tuple[str, dict[str, Any]] | None:
    """Words and options by which the message is known as it stands now; None when nothing in it is new."""
    known = set(line_of(before["text"])) if before else set()
    fresh = [line for line in line_of(row["text"]) if line not in known]
    if fresh:
        return fresh[0], {}
    if before is None and row["shows"]:
        return "", {"showing": row["shows"][0]}
    added = [label for label in row["buttons"] if before and label not in before["buttons"]]
    first = next(line_of(row["text"]), "")
    return (first, {"button": stable(added[0])}) if added and first else None


def _span(wish: Row) -> str:
    if wish.get("to") == "next":
        return "next deadline"
    seconds = int(wish["seconds"])
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds % length == 0:
            count = seconds // length
            return f"+{count} {unit}" + ("s" if count > 1 else "")
    return f"+{seconds} seconds"
