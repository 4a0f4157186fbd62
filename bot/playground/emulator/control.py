"""The control API under `/control`: what the page and the tests see of the world, and its switches.

  GET /control                  {boot, seq, now, bot, users, groups, webhook, polling, pending_updates,
                          faults, fault_hits: {kind: how often it has struck}}
  GET /control/users            [user];  POST {first_name, last_name?, username?, language_code?, id?}: user
  GET /control/users/{id}       user with keyboard (under the input), pinned, action
  GET /control/users/{id}/messages ?after=&limit=  the chat as it now shows: Message objects of the Bot API
                          plus from_bot, edits, pinned, reactions, answers (taps and their answers)
  GET /control/users/{id}/commands {commands, menu_button} of that chat; also /control/commands?user_id=
  POST /control/users/{id}/<act> acts of people: see `control_acts`
  Groups, chats of any kind, BotFather's switches: see `control_groups`
  GET /control/files/{file_id}  the bytes;  /control/invoices/{slug}: what an invoice link asks to pay
  GET /control/calls            ?since=&limit=&chat_id=&errors=1  the API log: {seq, at, method, params, ok,
                          result, error_code?, description?, retry_after?, ms, violations, fault?}
  GET /control/violations       ?since=  [{seq, at, method, text}]
  GET /control/callbacks/{id}   a tap with its answer;  /control/inline/{id}: an inline query with its answer
  GET /control/events           ?since=&kinds=&chat_id=  server-sent events {seq, at, kind, …}; the first is
                          hello {boot, seq}; gap when `since` is too old: fetch everything again
  GET, POST /control/faults     {kind, count?, seconds?, methods?, chat_id?, retry_after?, delay_ms?};
  DELETE /control/faults[/{id}] the kinds stand in `faults`
  POST /control/delay {delay_ms}     a pause before every answer
  POST /control/clock {ahead_seconds} moves its clock
  POST /control/load            {people, turns, text}  a closed loop of people who wait for each answer
  POST /control/reset {keep_users?}   an empty world

Kinds of events: user group message edit delete action keyboard callback callback_answer reaction pin commands
bot call violation update confirmed inline_answer question_answered payment webhook fault reset.
Errors are 4xx with `{error}`.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

from . import people
from .control_acts import Acts
from .control_events import EventStream, dumps
from .control_groups import Groups, chat_messages, shown_groups
from .desk import Desk, shown_person
from .errors import ApiError, ControlError
from .files import bytes_of
from .load import run_load
from .methods.commands import commands_in
from .methods.profile import menu_button_for, shown_bot
from .methods.receiving import webhook_info
from .paying import invoice_of_link
from .requests import body_of, inline_question, person_in
from .rooms import chat_of
from .spec import Json

LONGEST_DELAY_MS = 600_000
FURTHEST_AHEAD_SECONDS = 100 * 366 * 24 * 3600

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Control:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._acts = Acts(desk)
        self._groups = Groups(desk)
        self._stream = EventStream(desk.journal)

    def add_routes(self, app: web.Application) -> None:
        get, post, delete = app.router.add_get, app.router.add_post, app.router.add_delete
        get("/control", self._told(self.state))
        get("/control/users", self._told(self.users))
        post("/control/users", self._told(self.add_user))
        get("/control/users/{id}", self._told(self.user))
        get("/control/users/{id}/messages", self._told(self.messages))
        get("/control/users/{id}/commands", self._told(self.commands))
        get("/control/commands", self._told(self.commands))
        get("/control/files/{file_id}", self._told(self.file))
        get("/control/invoices/{slug}", self._told(self.invoice))
        get("/control/calls", self._told(self.calls))
        get("/control/violations", self._told(self.violations))
        get("/control/callbacks/{question_id}", self._told(self.callback))
        get("/control/inline/{question_id}", self._told(self.inline))
        get("/control/events", self._stream.serve)
        get("/control/faults", self._told(self.faults))
        post("/control/faults", self._told(self.add_fault))
        delete("/control/faults", self._told(self.remove_faults))
        delete("/control/faults/{fault_id}", self._told(self.remove_faults))
        post("/control/delay", self._told(self.delay))
        post("/control/clock", self._told(self.clock))
        post("/control/load", self._told(self.load))
        post("/control/reset", self._told(self.reset))
        get("/control/groups", self._told(self._groups.all))
        post("/control/groups", self._told(self._groups.create))
        get("/control/groups/{id}", self._told(self._groups.one))
        post("/control/groups/{id}/{act}", self._told(self._groups.act))
        get("/control/chats/{chat_id}/messages", self._told(self._groups.messages))
        get("/control/chats/{chat_id}/commands", self._told(self._groups.commands))
        post("/control/bot", self._told(self._groups.switch))
        post("/control/users/{id}/location/{message_id}", self._told(self._acts.move_location))
        post("/control/users/{id}/inline/{question_id}/choose", self._told(self._acts.choose_inline))
        post("/control/users/{id}/inline/{question_id}/button", self._told(self._acts.press_inline_button))
        post("/control/users/{id}/{act}", self._told(self._acts.act))

    def close(self) -> None:
        """End the streams of events, so that the server can stop."""
        self._stream.close()

    def _told(self, handler: Callable[[web.Request], Awaitable[web.StreamResponse | object]]) -> _Handler:
        async def answer(request: web.Request) -> web.StreamResponse:
            try:
                given = await handler(request)
            except ControlError as error:
                return web.json_response({"error": str(error)}, status=error.status)
            except ApiError as error:
                return web.json_response({"error": error.description}, status=error.code)
            except (ValueError, KeyError, TypeError) as error:
                words = f"the request does not fit: {type(error).__name__} {error}"
                return web.json_response({"error": words}, status=400)
            finally:
                self._desk.store.commit()
            return given if isinstance(given, web.StreamResponse) else web.json_response(given, dumps=dumps)

        return answer

    async def state(self, request: web.Request) -> Json:
        world, journal = self._desk.world, self._desk.journal
        return {
            "boot": journal.boot,
            "seq": journal.seq,
            "now": self._desk.now(),
            "bot": shown_bot(self._desk),
            "users": [shown_person(person) for person in world.people.values()],
            "groups": shown_groups(self._desk),
            "webhook": webhook_info(self._desk),
            "polling": self._desk.updates.polling,
            "pending_updates": len(world.pending),
            "faults": self._desk.faults.shown(),
            "fault_hits": dict(self._desk.faults.hits),
        }

    async def users(self, request: web.Request) -> list[Json]:
        return [shown_person(person) for person in self._desk.world.people.values()]

    async def add_user(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        name = body.get("first_name")
        if not isinstance(name, str) or not name.strip():
            raise ControlError("first_name is missing")
        person = people.add(
            self._desk,
            name,
            last_name=body.get("last_name"),
            username=body.get("username"),
            language_code=body.get("language_code"),
            user_id=body.get("id"),
        )
        return web.json_response(shown_person(person), status=201)

    async def user(self, request: web.Request) -> Json:
        return people.overview(self._desk, person_in(self._desk, request))

    async def messages(self, request: web.Request) -> list[Json]:
        return chat_messages(self._desk, chat_of(self._desk, person_in(self._desk, request)), request)

    async def commands(self, request: web.Request) -> Json:
        user_id = int(request.match_info.get("id") or request.query.get("user_id") or 0)
        person = self._desk.world.people.get(user_id)
        chat = chat_of(self._desk, person) if person else None
        return {
            "commands": commands_in(self._desk, chat, person),
            "menu_button": menu_button_for(self._desk.world, user_id),
        }

    async def file(self, request: web.Request) -> web.Response:
        file = self._desk.world.files.get(request.match_info["file_id"])
        if file is None:
            raise ControlError("no such file", status=404)
        headers = {"Cache-Control": "max-age=86400, immutable", "X-Content-Type-Options": "nosniff"}
        mime_type = file.mime_type if file.kind != "photo" else _image_type(bytes_of(self._desk, file))
        mime_type = mime_type.split(";")[0]
        if file.kind != "photo" and not mime_type.startswith(
            ("image/", "audio/", "video/", "application/pdf")
        ):
            mime_type = "application/octet-stream"
        return web.Response(body=bytes_of(self._desk, file), content_type=mime_type, headers=headers)

    async def invoice(self, request: web.Request) -> Json:
        return invoice_of_link(self._desk, request.match_info["slug"])

    async def calls(self, request: web.Request) -> list[Json]:
        since, limit = int(request.query.get("since", 0)), int(request.query.get("limit", 0))
        chat_id, errors = request.query.get("chat_id"), request.query.get("errors") == "1"
        rows = [
            row
            for row in self._desk.journal.calls
            if row["seq"] > since
            and (chat_id is None or str(row["params"].get("chat_id")) == chat_id)
            and (not errors or not row["ok"] or row["violations"])
        ]
        return rows[-limit:]

    async def violations(self, request: web.Request) -> list[Json]:
        since = int(request.query.get("since", 0))
        return [row for row in self._desk.journal.violations if row["seq"] > since or since == 0]

    async def callback(self, request: web.Request) -> Json:
        return people.callback_of(self._desk, request.match_info["question_id"])

    async def inline(self, request: web.Request) -> Json:
        question = inline_question(self._desk, request)
        return {
            "id": question.id,
            "answered": question.answer is not None,
            **(question.answer or {"results": []}),
        }

    async def faults(self, request: web.Request) -> list[Json]:
        return self._desk.faults.shown()

    async def add_fault(self, request: web.Request) -> web.Response:
        return web.json_response(self._desk.faults.add(await body_of(request)), status=201)

    async def remove_faults(self, request: web.Request) -> Json:
        fault_id = request.match_info.get("fault_id")
        self._desk.faults.remove(int(fault_id) if fault_id else None)
        return {}

    async def delay(self, request: web.Request) -> Json:
        self._desk.delay_ms = int(_within(await body_of(request), "delay_ms", LONGEST_DELAY_MS))
        return {"delay_ms": self._desk.delay_ms}

    async def clock(self, request: web.Request) -> Json:
        self._desk.ahead_seconds = _within(await body_of(request), "ahead_seconds", FURTHEST_AHEAD_SECONDS)
        return {"now": self._desk.now()}

    async def load(self, request: web.Request) -> Json:
        body = await body_of(request)
        return await run_load(
            self._desk, int(body["people"]), int(body["turns"]), str(body.get("text", "hello"))
        )

    async def reset(self, request: web.Request) -> Json:
        self._desk.reset(keep_people=bool((await body_of(request)).get("keep_users")))
        return {}


def _within(body: Json, name: str, most: float) -> float:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise ControlError(f"{name} is a number from 0 to {most}, not {value!r}")
    return float(value)


def _image_type(content: bytes) -> str:
    if content.startswith(b"\x89PNG"):
        return "image/png"
    if content[8:12] == b"WEBP":
        return "image/webp"
    return "image/gif" if content.startswith(b"GIF8") else "image/jpeg"
