"""Acts of people: `POST /control/users/{id}/<act>`, in her chat with the bot or in that of `chat_id`.

Acts that write answer `{messages: [ChatMessage], update_ids: [int]}`. `start {payload?}`, `say {text,
reply_to_message_id?, entities?, forwarded_from?: a name, preview?: an address}`, `tap {message_id, row+column
| data | text}` -> `{kind: callback | url | web_app | copy | pay | inline | login, …}`, `press {row+column | text}` (reply keyboard), `location {latitude,
longitude, live_period?, heading?, proximity_alert_radius?}` and `location/{message_id} {latitude, longitude,
… | stop}`, `photo`, `document`, `voice` (multipart with `file`, `caption`), `contact`, `venue`, `dice
{emoji?}`, `edit {message_id, text}`, `delete {message_id}`, `react {message_id, emoji}`, `vote {message_id,
option_ids}`, `block`, `unblock`, `pay {message_id | slug, tip?, name?, phone_number?, email?,
shipping_address?, shipping_query_id?, shipping_option_id?}` -> `{outcome}`, before it `shipping {message_id |
slug, shipping_address}` -> `{outcome, options, shipping_query_id}` (the bot is asked once), `inline {query,
offset?}` -> `{inline_query_id, update_id}` (no update when a kept answer serves), `inline/{id}/choose
{result_id, chat_id?}` -> what it wrote, its `update_id` and `chat_id`, `inline/{id}/button` -> what it opens,
`open_app {menu: true | app, startapp?}` -> `{kind: web_app, url}`, `web_app_data {button_text, data}`.

`chat_id` is hers, a group's, or another person's: in the chat of two people the bot is called inline only.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from . import inline, miniapps, people, sharing, voting
from .chats import shown
from .desk import Desk
from .errors import ControlError
from .methods.profile import menu_button_for
from .paying import ask_shipping, pay
from .reactions import react
from .requests import body_of, chat_in, form_of, inline_question, person_in
from .rooms import chat_of
from .spec import Json
from .state import Chat, Person, Posted
from .tapping import press, tap

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_Act = Callable[[Person, Chat, Json], Awaitable[Json]]


class Acts:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._by_name: dict[str, _Act] = {
            "start": self._start,
            "say": self._say,
            "tap": self._tap,
            "press": self._press,
            "location": self._location,
            "contact": self._contact,
            "venue": self._venue,
            "dice": self._dice,
            "edit": self._edit,
            "delete": self._delete,
            "react": self._react,
            "vote": self._vote,
            "block": self._block,
            "unblock": self._unblock,
            "pay": self._pay,
            "shipping": self._shipping,
            "inline": self._inline,
            "open_app": self._open_app,
            "web_app_data": self._web_app_data,
        }

    async def act(self, request: web.Request) -> Json:
        person, name = person_in(self._desk, request), request.match_info["act"]
        if name in ("photo", "document", "voice"):
            return await self._file(person, name, request)
        act = self._by_name.get(name)
        if act is None:
            raise ControlError(f"no act {name!r}", status=404)
        body = await body_of(request)
        return await act(person, chat_in(self._desk, person, body.get("chat_id")), body)

    async def move_location(self, request: web.Request) -> Json:
        person, body = person_in(self._desk, request), await body_of(request)
        chat = chat_in(self._desk, person, body.get("chat_id"))
        message_id = int(request.match_info["message_id"])
        return self._wrote(*_one(sharing.move(self._desk, person, chat, message_id, body)))

    async def choose_inline(self, request: web.Request) -> Json:
        """In the chat where she asked, unless another is named."""
        person, body = person_in(self._desk, request), await body_of(request)
        question = inline_question(self._desk, request)
        chat_id = body.get("chat_id", question.chat_id)
        chat = chat_in(self._desk, person, chat_id)
        posted, update_ids = await inline.choose(self._desk, person, question, str(body["result_id"]), chat)
        last = update_ids[-1] if update_ids else None
        return {**self._wrote([posted], update_ids), "update_id": last, "chat_id": chat.id}

    async def press_inline_button(self, request: web.Request) -> Json:
        """The button above the results: to her chat with the bot, or into an app."""
        person = person_in(self._desk, request)
        button = (inline_question(self._desk, request).answer or {}).get("button")
        if not button:
            raise ControlError("there is no button above these results", status=404)
        if "web_app" in button:
            return miniapps.from_keyboard(self._desk, person, button["web_app"]["url"], button["text"])
        started = people.start(self._desk, person, str(button["start_parameter"]))
        return {"kind": "start", **self._wrote(*started)}

    def _wrote(self, posted: Sequence[Posted], update_ids: Sequence[int]) -> Json:
        return {"messages": [shown(self._desk, one) for one in posted], "update_ids": list(update_ids)}

    def _send(self, person: Person, chat: Chat, body: Json, content: Json) -> Json:
        answer_to = body.get("reply_to_message_id")
        return self._wrote(*_one(people.send(self._desk, person, content, chat=chat, answer_to=answer_to)))

    async def _start(self, person: Person, chat: Chat, body: Json) -> Json:
        payload = str(body.get("payload") or "")
        if not _PAYLOAD.fullmatch(payload):
            raise ControlError("a link carries up to 64 letters, digits, _ and -")
        if chat.is_group:
            command = f"/start@{self._desk.world.bot['username']} {payload}".strip()
            return self._wrote(*people.say(self._desk, person, command, chat=chat))
        return self._wrote(*people.start(self._desk, person, payload))

    async def _say(self, person: Person, chat: Chat, body: Json) -> Json:
        answer_to, entities = body.get("reply_to_message_id"), body.get("entities")
        besides: dict[str, Json] = {}
        if body.get("forwarded_from"):
            name, date = str(body["forwarded_from"]), int(self._desk.now())
            besides["forward_origin"] = {"type": "hidden_user", "date": date, "sender_user_name": name}
        if body.get("preview"):
            besides["link_preview_options"] = {"url": str(body["preview"])}
        said = people.say(
            self._desk,
            person,
            str(body["text"]),
            chat=chat,
            answer_to=answer_to,
            entities=entities,
            **besides,
        )
        return self._wrote(*said)

    async def _tap(self, person: Person, chat: Chat, body: Json) -> Json:
        return tap(self._desk, person, body, chat)

    async def _press(self, person: Person, chat: Chat, body: Json) -> Json:
        button, content, answered = press(self._desk, person, body, chat)
        if content is None:
            return button
        return {**button, **self._send(person, chat, {"reply_to_message_id": answered, **body}, content)}

    async def _location(self, person: Person, chat: Chat, body: Json) -> Json:
        answer_to = body.get("reply_to_message_id")
        return self._wrote(*_one(sharing.share(self._desk, person, chat, body, answer_to)))

    async def _contact(self, person: Person, chat: Chat, body: Json) -> Json:
        contact = {
            "phone_number": str(body.get("phone_number") or f"+44 7700 9{person.id % 100_000:05d}"),
            "first_name": str(body.get("first_name") or person.first_name),
            "user_id": int(body.get("user_id") or person.id),
        }
        return self._send(person, chat, body, {"contact": contact})

    async def _venue(self, person: Person, chat: Chat, body: Json) -> Json:
        location = {"latitude": float(body["latitude"]), "longitude": float(body["longitude"])}
        venue = {"location": location, "title": str(body["title"]), "address": str(body["address"])}
        return self._send(person, chat, body, {"venue": venue, "location": location})

    async def _dice(self, person: Person, chat: Chat, body: Json) -> Json:
        return self._send(person, chat, body, {"dice": sharing.throw(str(body.get("emoji") or "🎲"))})

    async def _edit(self, person: Person, chat: Chat, body: Json) -> Json:
        changed, message_id = {"text": str(body["text"])}, int(body["message_id"])
        return self._wrote(*_one(people.edit(self._desk, person, message_id, changed, chat)))

    async def _delete(self, person: Person, chat: Chat, body: Json) -> Json:
        people.remove(self._desk, person, int(body["message_id"]), chat)
        return {}

    async def _react(self, person: Person, chat: Chat, body: Json) -> Json:
        emoji = [str(one) for one in body.get("emoji", [])]
        return {"update_id": react(self._desk, person, int(body["message_id"]), emoji, chat)}

    async def _vote(self, person: Person, chat: Chat, body: Json) -> Json:
        option_ids = [int(one) for one in body["option_ids"]]
        poll, update_ids = voting.vote(self._desk, person, int(body["message_id"]), option_ids, chat)
        return {"poll": poll, "update_ids": update_ids}

    async def _block(self, person: Person, chat: Chat, body: Json) -> Json:
        people.block(self._desk, person)
        return people.overview(self._desk, person)

    async def _unblock(self, person: Person, chat: Chat, body: Json) -> Json:
        people.unblock(self._desk, person)
        return people.overview(self._desk, person)

    async def _pay(self, person: Person, chat: Chat, body: Json) -> Json:
        return await pay(self._desk, person, _number(body.get("message_id")), body, chat)

    async def _shipping(self, person: Person, chat: Chat, body: Json) -> Json:
        return await ask_shipping(self._desk, person, _number(body.get("message_id")), body, chat)

    async def _inline(self, person: Person, chat: Chat, body: Json) -> Json:
        question, update_id = inline.ask(
            self._desk, person, str(body.get("query", "")), str(body.get("offset", "")), chat
        )
        return {"inline_query_id": question.id, "update_id": update_id, "chat_id": chat.id}

    async def _open_app(self, person: Person, chat: Chat, body: Json) -> Json:
        if body.get("menu"):
            return miniapps.from_menu(self._desk, person, menu_button_for(self._desk.world, person.id))
        return miniapps.from_link(self._desk, person, str(body["app"]), body.get("startapp"), chat)

    async def _web_app_data(self, person: Person, chat: Chat, body: Json) -> Json:
        own = chat_of(self._desk, person)
        content = miniapps.web_app_data(own, str(body["button_text"]), str(body["data"]))
        return self._send(person, own, {}, content)

    async def _file(self, person: Person, kind: str, request: web.Request) -> Json:
        uploads, fields = await form_of(request)
        chat = chat_in(self._desk, person, fields.get("chat_id"))
        caption, answer_to = fields.get("caption", ""), int(fields.get("reply_to_message_id") or 0) or None
        if kind == "photo":
            return self._wrote(*people.send_photos(self._desk, person, uploads, caption, answer_to, chat))
        extra: dict[str, Any] = {"duration": int(fields.get("duration") or 1)} if kind == "voice" else {}
        sent = people.send_file(self._desk, person, uploads[0], kind, caption, chat, **extra)
        return self._wrote(*_one(sent))


def _number(given: Any) -> int | None:
    return None if given is None else int(given)


def _one(sent: tuple[Posted, int | None]) -> tuple[list[Posted], list[int]]:
    posted, update_id = sent
    return [posted], [] if update_id is None else [update_id]
