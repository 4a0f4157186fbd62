"""Which act a request is, and what a script needs to know of it, from the chat as it stands before it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.playground.acting.screen import Message
from bot.playground.bank.card_page import TEST_CARDS
from bot.playground.emulator import Desk
from bot.playground.script.wording import labels, line_of, pattern, stable

__all__ = ["Act", "act_of"]

Json = dict[str, Any]
_OF_A_PERSON = re.compile(r"/control/users/(\d+)/(\w+)(?:/(\w+)/choose|/(\d+))?")
_CARD_PAGE = re.compile(r"/bank/pay/(\w+)")
_LEFT_OUT = {"venue", "web_app_data"}
_WITHOUT_MORE = {"block", "unblock"}


def _nothing(_: Desk, __: Json) -> Json:
    return {}


@dataclass(frozen=True)
class Act:
    """`who` is an account, 0 where the world acts; `learns` takes more from the answer to the request."""

    name: str
    who: int
    facts: Json
    learns: Callable[[Desk, Json], Json] = _nothing


async def act_of(desk: Desk, request: web.Request) -> Act | None:
    """None for a request that is no act. The request's body can still be read afterwards."""
    if request.method not in ("POST", "DELETE"):
        return None
    if request.path.startswith("/control/faults"):
        if request.method == "DELETE":
            return Act("fault_off", 0, {"fault": request.path.removeprefix("/control/faults").strip("/")})
        return Act("fault", 0, {"fault": await _json(request)})
    if request.path == "/play/jump":
        return Act("jump", 0, {"wish": await _json(request)})
    if request.path == "/bank/faults":
        return Act("bank", 0, {"faults": await _json(request)})
    if request.path in ("/play/people", "/control/users"):
        return Act(
            "newcomer",
            0,
            await _json(request),
            lambda _, given: {"id": given.get("user_id", given.get("id"))},
        )
    card = _CARD_PAGE.fullmatch(request.path)
    if card is not None:
        return await _card(desk, request, card[1])
    found = _OF_A_PERSON.fullmatch(request.path)
    if found is None or int(found[1]) not in desk.world.people:
        return None
    return await _of_a_person(desk, request, int(found[1]), found[2], found[3] or "", int(found[4] or 0))


async def _of_a_person(
    desk: Desk, request: web.Request, who: int, name: str, question: str, moved: int
) -> Act:
    if name in ("photo", "document", "voice"):
        return Act(name, who, {}, lambda desk, given: _files(desk, given, name))
    body = await _json(request)
    if name in _LEFT_OUT or moved or body.get("chat_id") not in (None, who):
        elsewhere = "" if body.get("chat_id") in (None, who) else " in another chat"
        what = "a moved location" if moved else name.replace("_", " ") + elsewhere
        return Act("left out", who, {"what": what})
    chat = Standing(desk, who)
    match name:
        case "say":
            return Act(
                name,
                who,
                {"text": body.get("text", ""), "to": chat.words_for(body.get("reply_to_message_id"))},
            )
        case "edit":
            return Act(name, who, {"text": body.get("text", ""), "old": chat.text(body.get("message_id"))})
        case "delete" | "react":
            facts = {"to": chat.words_for(body.get("message_id")), "emoji": body.get("emoji", [])}
            return Act(name, who, facts)
        case "tap":
            return Act(name, who, chat.tapped(body), _kind_and_question)
        case "press":
            return Act(name, who, chat.pressed(body), _kind_and_question)
        case "pay":
            to = chat.text(body.get("message_id"))
            return Act(name, who, {"to": to}, lambda _, given: {"outcome": given.get("outcome")})
        case "inline" if question:
            return Act("choose", who, {"title": _title_of(desk, question, str(body.get("result_id")))})
        case _ if name in _WITHOUT_MORE:
            return Act(name, who, {})
    return Act(name, who, {"body": body})


class Standing:
    """One chat as it stands, for finding words by which a script can point at something in it."""

    def __init__(self, desk: Desk, chat_id: int) -> None:
        chat = desk.world.chats.get(chat_id)
        posted = list(chat.messages.values()) if chat else []
        self._messages = [
            Message({**one.message, "from_bot": one.from_bot, "edits": one.edits}, 0) for one in posted
        ]
        self._keyboard = (chat.keyboard or {}).get("keyboard", []) if chat else []

    def text(self, message_id: object) -> str:
        message = self._find(message_id)
        return message.text if message else ""

    def words_for(self, message_id: object) -> str:
        """Words that the newest message to hold them is this one; empty for none."""
        message = self._find(message_id)
        for line in line_of(message.text) if message else ():
            if next(self._holding(line)) is message:
                return line
        return ""

    def tapped(self, body: Json) -> Json:
        """The label; where another button would be found by it first, the message too, or the place in it."""
        message = self._find(body.get("message_id"))
        button = _button(message.rows, body) if message else {}
        if message is None or not button:
            return {"label": "", "url": ""}
        label = stable(button["text"])
        same = [n for n, text in enumerate(message.buttons) if pattern(label, whole=True).search(text)]
        place = [one for row in message.rows for one in row].index(button)
        facts: Json = {
            "label": label,
            "number": same.index(place) + 1,
            "url": button.get("url", ""),
            "on": "",
        }
        if self._first_with(label) is not message:
            facts["on"] = self.words_for(message.id)
        return facts

    def pressed(self, body: Json) -> Json:
        button = _button(self._keyboard, body)
        return {"label": stable(button.get("text", ""))}

    def _first_with(self, label: str) -> Message | None:
        for wanted in labels(label):
            for message in reversed(self._messages):
                if any(wanted.search(text) for text in message.buttons):
                    return message
        return None

    def _holding(self, words: str) -> Iterator[Message]:
        wanted = pattern(words)
        return (message for message in reversed(self._messages) if wanted.search(message.text))

    def _find(self, message_id: object) -> Message | None:
        return next((one for one in self._messages if str(one.id) == str(message_id)), None)


async def _card(desk: Desk, request: web.Request, session: str) -> Act:
    """Whoever has the button that leads to this page pays. Only numbers of test cards are kept."""
    form = dict(parse_qsl(await request.text()))
    payer = 0
    for chat in desk.world.chats.values():
        for posted in chat.messages.values():
            if session in json.dumps(posted.message.get("reply_markup", {})):
                payer = chat.id
    digits = re.sub(r"\D", "", form.get("number", ""))
    known = next((number for number, _ in TEST_CARDS if number.replace(" ", "") == digits), None)
    if known is None or not payer:
        return Act("left out", payer, {"what": "a card that is none of the test cards"})
    return Act("card", payer, {"number": known}, lambda _, given: {"declined": not given.get("moved")})


def _kind_and_question(_: Desk, given: Json) -> Json:
    return {"pressed": given.get("kind"), "question": given.get("callback_query_id", "")}


def _files(desk: Desk, given: Json, kind: str) -> Json:
    """File ids (of photos the largest size) and names."""
    messages = given.get("messages", [])
    ids = [one[kind][-1]["file_id"] if kind == "photo" else one[kind]["file_id"] for one in messages]
    names = [desk.world.files[file_id].name for file_id in ids]
    caption = next((one["caption"] for one in messages if "caption" in one), "")
    return {"files": ids, "names": names, "caption": caption}


def _title_of(desk: Desk, question_id: str, result_id: str) -> str:
    question = desk.world.questions.get(question_id)
    results = (question.answer or {}).get("results", []) if question else []
    return next((str(one.get("title", "")) for one in results if str(one.get("id")) == result_id), "")


def _button(rows: list[list[Any]], body: Json) -> Json:
    """The button that a tap means, by its place, its data or its label; empty where there is none."""
    row, column = body.get("row"), body.get("column", 0)
    for m, keys in enumerate(rows):
        for n, key in enumerate(keys):
            button = {"text": key} if isinstance(key, str) else key
            here = (m, n) == (row, column) if row is not None else False
            if here or ("data" in body and button.get("callback_data") == body["data"]):
                return button
            if row is None and "data" not in body and button["text"] == body.get("text"):
                return button
    return {}


async def _json(request: web.Request) -> Json:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
