"""Acts of people: `POST /control/users/{id}/<act>`.

Acts that write answer `{messages: [ChatMessage], update_ids: [int]}`. `start {payload?}`, `say {text,
reply_to_message_id?, entities?}`, `tap {message_id, row+column | data | text}` -> `{kind: callback | url |
web_app | copy | pay | inline | login, …}`, `press {row+column | text}` (reply keyboard), `location {latitude,
longitude, live_period?}` and `location/{message_id} {latitude, longitude | stop}`, `photo`, `document`,
`voice` (multipart with `file`, `caption`), `contact`, `venue`, `edit {message_id, text}`, `delete
{message_id}`, `react {message_id, emoji}`, `block`, `unblock`, `pay {message_id, tip?, name?, phone_number?,
email?, shipping_address?, shipping_query_id?, shipping_option_id?}` -> `{outcome}`, before it `shipping
{message_id, shipping_address}` -> `{outcome, options, shipping_query_id}`, `inline {query, offset?}` and
`inline/{id}/choose {result_id}`, `web_app_data {button_text, data}`.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from . import people
from .chats import chat_of, shown
from .desk import Desk
from .errors import ControlError
from .paying import ask_shipping, pay
from .requests import body_of, form_of, person_in
from .spec import Json
from .state import Person, Posted
from .tapping import press, tap

_Act = Callable[[Person, Json], Awaitable[Json]]


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
            "edit": self._edit,
            "delete": self._delete,
            "react": self._react,
            "block": self._block,
            "unblock": self._unblock,
            "pay": self._pay,
            "shipping": self._shipping,
            "inline": self._inline,
            "web_app_data": self._web_app_data,
        }

    async def act(self, request: web.Request) -> Json:
        person, name = person_in(self._desk, request), request.match_info["act"]
        if name in ("photo", "document", "voice"):
            return await self._file(person, name, request)
        act = self._by_name.get(name)
        if act is None:
            raise ControlError(f"no act {name!r}", status=404)
        return await act(person, await body_of(request))

    async def move_location(self, request: web.Request) -> Json:
        person, body = person_in(self._desk, request), await body_of(request)
        message_id = int(request.match_info["message_id"])
        posted = chat_of(self._desk, person).messages.get(message_id)
        if posted is None or "live_period" not in posted.message.get("location", {}):
            raise ControlError(f"message {message_id} is no live location", status=404)
        location = {**posted.message["location"]}
        if body.get("stop"):
            del location["live_period"]
        else:
            location |= {"latitude": float(body["latitude"]), "longitude": float(body["longitude"])}
        return self._wrote(*_one(people.edit(self._desk, person, message_id, {"location": location})))

    async def choose_inline(self, request: web.Request) -> Json:
        person, body = person_in(self._desk, request), await body_of(request)
        question = self._desk.world.questions.get(request.match_info["question_id"])
        if question is None or question.kind != "inline":
            raise ControlError("no such inline query", status=404)
        return {"update_id": people.choose_inline(self._desk, person, question, str(body["result_id"]))}

    def _wrote(self, posted: Sequence[Posted], update_ids: Sequence[int]) -> Json:
        return {"messages": [shown(self._desk, one) for one in posted], "update_ids": list(update_ids)}

    def _send(self, person: Person, body: Json, content: Json) -> Json:
        answer_to = body.get("reply_to_message_id")
        return self._wrote(*_one(people.send(self._desk, person, content, answer_to=answer_to)))

    async def _start(self, person: Person, body: Json) -> Json:
        return self._wrote(*people.start(self._desk, person, str(body.get("payload") or "")))

    async def _say(self, person: Person, body: Json) -> Json:
        answer_to, entities = body.get("reply_to_message_id"), body.get("entities")
        return self._wrote(
            *people.say(self._desk, person, str(body["text"]), answer_to=answer_to, entities=entities)
        )

    async def _tap(self, person: Person, body: Json) -> Json:
        return tap(self._desk, person, body)

    async def _press(self, person: Person, body: Json) -> Json:
        button, content = press(self._desk, person, body)
        if content is None:
            return button
        return {**button, **self._send(person, body, content)}

    async def _location(self, person: Person, body: Json) -> Json:
        location: Json = {"latitude": float(body["latitude"]), "longitude": float(body["longitude"])}
        if body.get("horizontal_accuracy") is not None:
            location["horizontal_accuracy"] = float(body["horizontal_accuracy"])
        if body.get("live_period"):
            location["live_period"] = int(body["live_period"])
        return self._send(person, body, {"location": location})

    async def _contact(self, person: Person, body: Json) -> Json:
        contact = {
            "phone_number": str(body.get("phone_number") or f"+44 7700 9{person.id % 100_000:05d}"),
            "first_name": str(body.get("first_name") or person.first_name),
            "user_id": int(body.get("user_id") or person.id),
        }
        return self._send(person, body, {"contact": contact})

    async def _venue(self, person: Person, body: Json) -> Json:
        location = {"latitude": float(body["latitude"]), "longitude": float(body["longitude"])}
        venue = {"location": location, "title": str(body["title"]), "address": str(body["address"])}
        return self._send(person, body, {"venue": venue, "location": location})

    async def _edit(self, person: Person, body: Json) -> Json:
        changed = {"text": str(body["text"])}
        return self._wrote(*_one(people.edit(self._desk, person, int(body["message_id"]), changed)))

    async def _delete(self, person: Person, body: Json) -> Json:
        people.remove(self._desk, person, int(body["message_id"]))
        return {}

    async def _react(self, person: Person, body: Json) -> Json:
        emoji = [str(one) for one in body.get("emoji", [])]
        return {"update_id": people.react(self._desk, person, int(body["message_id"]), emoji)}

    async def _block(self, person: Person, body: Json) -> Json:
        people.block(self._desk, person)
        return people.overview(self._desk, person)

    async def _unblock(self, person: Person, body: Json) -> Json:
        people.unblock(self._desk, person)
        return people.overview(self._desk, person)

    async def _pay(self, person: Person, body: Json) -> Json:
        return await pay(self._desk, person, int(body["message_id"]), body)

    async def _shipping(self, person: Person, body: Json) -> Json:
        return await ask_shipping(self._desk, person, int(body["message_id"]), body)

    async def _inline(self, person: Person, body: Json) -> Json:
        question = people.ask_inline(
            self._desk, person, str(body.get("query", "")), str(body.get("offset", ""))
        )
        return {"inline_query_id": question.id, "update_id": self._desk.world.last_update_id}

    async def _web_app_data(self, person: Person, body: Json) -> Json:
        data = {"button_text": str(body["button_text"]), "data": str(body["data"])}
        return self._send(person, {}, {"web_app_data": data})

    async def _file(self, person: Person, kind: str, request: web.Request) -> Json:
        uploads, fields = await form_of(request)
        caption, answer_to = fields.get("caption", ""), int(fields.get("reply_to_message_id") or 0) or None
        if kind == "photo":
            return self._wrote(*people.send_photos(self._desk, person, uploads, caption, answer_to))
        extra: dict[str, Any] = {"duration": int(fields.get("duration") or 1)} if kind == "voice" else {}
        return self._wrote(*_one(people.send_file(self._desk, person, uploads[0], kind, caption, **extra)))


def _one(sent: tuple[Posted, int | None]) -> tuple[list[Posted], list[int]]:
    posted, update_id = sent
    return [posted], [] if update_id is None else [update_id]
