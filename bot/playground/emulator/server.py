"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import json
import time
from dataclasses import replace
from inspect import isawaitable
from typing import Any

from aiohttp import web

from .calls import Call, call_from_answer, read_call
from .desk import Desk
from .errors import (
    ApiError,
    Flooded,
    Forbidden,
    NotEmulated,
    NotFound,
    ServerBroken,
    ServerDown,
    Unauthorized,
)
from .faults import Fault
from .files import bytes_of
from .methods import METHODS
from .rates import Rates
from .spec import Json
from .state import Webhook

_QUIET = "getUpdates"
_NOT_BY_ANSWER = ("setwebhook", "deletewebhook", "close", "logout")


class BotApi:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rates = Rates(desk.now) if desk.settings.rates else None

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token}/{method}", self.handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self.download)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one call, log it, and keep what it changed before the bot hears of it."""
        if self._desk.faults.is_on("refuse") and request.transport is not None:
            request.transport.abort()
            return _answer(None, ServerDown(""))
        started = time.perf_counter()
        call: Call | None = None
        faults: list[Fault] = []
        result: Any = None
        error: ApiError | None = ServerBroken("the emulator failed")
        withdrawn, description = False, ""
        try:
            self._check_token(request.match_info["token"])
            call = await self._read(request)
            if self._desk.delay_ms:
                await asyncio.sleep(self._desk.delay_ms / 1000)
            faults = self._desk.faults.take_for_call(call.method.name.lower(), call.values.get("chat_id"))
            await _suffer(faults)
            before = self._desk.world.webhook
            if self._rates is not None:
                self._rates.take(call.method.name, call.values)
            result = await self._run(call)
            description = _of_webhook(call.method.name, before, self._desk.world.webhook)
            error = None
        except ApiError as refused:
            error = refused
        except asyncio.CancelledError:
            withdrawn = True
            raise
        finally:
            self._desk.store.commit()
            if not withdrawn:
                self._log(request, call, result, error, started, faults)
        if request.transport is not None and any(fault.kind in ("drop", "drop_answer") for fault in faults):
            request.transport.abort()
        return _answer(result, error, description)

    async def call_from_webhook(self, body: Json) -> None:
        """What a bot asks for in its answer to a delivery; Telegram does not tell it how it went."""
        started = time.perf_counter()
        method = self._desk.spec.method(body["method"])
        if method is None or method.name.lower() in _NOT_BY_ANSWER or method.name.startswith("get"):
            self._desk.journal.violate(body["method"], "cannot be called by an answer to the webhook")
            return
        call, result, error = None, None, None
        try:
            call = call_from_answer(body, method, self._desk.spec)
            result = await self._run(call)
        except ApiError as refused:
            error = refused
        self._desk.store.commit()
        self._log(method.name, call, result, error, started, [])

    async def download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request.match_info["token"])
            path = request.match_info["path"]
            for file in self._desk.world.files.values():
                if file.path == path:
                    return web.Response(
                        body=bytes_of(self._desk, file), content_type="application/octet-stream"
                    )
            raise NotFound("")
        except ApiError as error:
            return _answer(None, error)

    def _check_token(self, token: str) -> None:
        if not is_token(token):
            raise Unauthorized("invalid token specified")
        if token != self._desk.settings.token:
            raise Unauthorized("")

    async def _read(self, request: web.Request) -> Call:
        name = request.match_info["method"]
        method = self._desk.spec.method(name)
        if method is None:
            raise NotFound("method not found")
        return await read_call(request, method, self._desk.spec, check=self._desk.settings.check)

    async def _run(self, call: Call) -> Any:
        handler = METHODS.get(call.method.name.lower())
        if handler is None:
            call.violations.append(f"method {call.method.name} is not emulated")
            raise NotEmulated(call.method.name)
        call.check_required()
        given = handler(self._desk, call)
        result = await given if isawaitable(given) else given
        if self._desk.settings.check:
            call.violations.extend(call.unread())
            wrong = self._desk.spec.misfits(result, call.method.returns, "result")
            call.violations.extend(f"the emulator's own answer: {text}" for text in wrong)
        return result

    def _log(
        self,
        came: web.Request | str,
        call: Call | None,
        result: Any,
        error: ApiError | None,
        started: float,
        faults: list[Fault],
    ) -> None:
        """Polls that end empty, or that nobody waits for any more, are not worth a row. `came` is the
        request, or the method's name where a call came in an answer."""
        request = None if isinstance(came, str) else came
        name = call.method.name if call else request.match_info["method"] if request else str(came)
        violations = call.violations if call else []
        for text in violations:
            self._desk.journal.violate(name, text)
        quiet = name == _QUIET and not violations
        gone = request is not None and (request.transport is None or request.transport.is_closing())
        if not self._desk.journal.record or (quiet and (gone or (error is None and not result))):
            return
        row: Json = {
            "at": self._desk.now(),
            "method": name,
            "params": call.logged() if call else {},
            "ok": error is None,
            "result": result,
            "ms": round((time.perf_counter() - started) * 1000, 1),
            "violations": violations,
        }
        if error is not None:
            row |= {"error_code": error.code, "description": error.description}
            if error.retry_after is not None:
                row["retry_after"] = error.retry_after
        if faults:
            row["fault"] = faults[0].kind
        self._desk.journal.log_call(row)


def is_token(text: str) -> bool:
    """Whether it could be a bot's token: `<number>:<anything>`."""
    number, colon, _ = text.partition(":")
    return bool(colon) and number.isdecimal() and not number.startswith("0") and len(text) <= 80


async def _suffer(faults: list[Fault]) -> None:
    """Raises what the faults make of the call."""
    for fault in faults:
        if fault.kind == "slow":
            await asyncio.sleep(fault.delay_ms / 1000)
        elif fault.kind == "too_many_requests":
            raise Flooded(fault.retry_after)
        elif fault.kind in ("outage", "drop"):
            raise ServerDown("")
        elif fault.kind == "blocked":
            raise Forbidden("bot was blocked by the user")
        elif fault.kind == "internal":
            raise ServerBroken("a fault was switched on")


def _of_webhook(method: str, before: Webhook, after: Webhook) -> str:
    """What a successful call says of the webhook."""
    if method not in ("setWebhook", "deleteWebhook"):
        return ""
    if not after.url:
        return "Webhook was deleted" if before.url else "Webhook is already deleted"
    same = replace(before, last_error_date=None, last_error_message=None) == after
    return "Webhook is already set" if same else "Webhook was set"


def _answer(result: Any, error: ApiError | None, description: str = "") -> web.Response:
    body: Json = {"ok": True, "result": result} | ({"description": description} if description else {})
    headers = {}
    if error is not None:
        body = {"ok": False, "error_code": error.code, "description": error.description}
        if error.parameters:
            body["parameters"] = error.parameters
        if error.retry_after is not None:
            headers["Retry-After"] = str(error.retry_after)
    return web.Response(
        body=json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"),
        status=200 if error is None else error.code,
        headers=headers,
        content_type="application/json",
    )
