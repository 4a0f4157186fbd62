"""What was done in the playground since the last reset, and what was then shown, kept beside the chats.

Acts are noted as their requests come in; what the bot shows follows the emulator's journal. Both are rows of
a file of JSON lines, in the order of what happened, so that a script can be written after a restart too.
"""

import asyncio
import json
import time
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.playground.acting.screen import Message
from bot.playground.emulator import Desk
from bot.playground.lines import add_lines, kept_lines
from bot.playground.script.noticing import Act, act_of

__all__ = ["MOST_ROWS", "Record", "Row"]

Row = dict[str, Any]
MOST_ROWS = 20_000
"""About a thousand acts; after so many the record says that it is full."""


class Record:
    """Rows have `kind` (act, shown, told, gone, woke), `life` and `seq` (of the emulator's journal), and
    seconds since the epoch: `at` of the shop, `real` of the machine."""

    def __init__(self, desk: Desk, path: Path, *, most: int = MOST_ROWS) -> None:
        self._desk = desk
        self._path = path
        self._most = most
        self._rows = kept_lines(path, most)
        self._life = 1 + max((row["life"] for row in self._rows), default=0)
        self._cursor = 0
        self._begun_at = 0
        self._following: asyncio.Task[None] | None = None

    def rows(self) -> list[Row]:
        self.drain()
        return sorted(self._rows, key=lambda row: (row["life"], row["seq"], row["kind"] == "act"))

    @property
    def full(self) -> bool:
        return len(self._rows) >= self._most

    def start(self) -> None:
        self._following = asyncio.create_task(self._follow(), name="record")

    async def close(self) -> None:
        if self._following is not None:
            self._following.cancel()
            await asyncio.wait({self._following})
        self.drain()

    def middleware(self) -> Middleware:
        """Notes every act that is not refused."""

        @web.middleware
        async def noting(request: web.Request, handler: Handler) -> web.StreamResponse:
            act = await act_of(self._desk, request)
            if act is None:
                return await handler(request)
            self.drain()
            seq = self._desk.journal.seq
            try:
                answer = await handler(request)
            except web.HTTPRedirection:
                self._keep_act(seq, act, {"moved": True})
                raise
            if answer.status < web.HTTPBadRequest.status_code:
                self._keep_act(seq, act, _body(answer))
            return answer

        return noting

    def drain(self) -> None:
        """Take over what the journal tells since the last time."""
        journal = self._desk.journal
        events, self._cursor = journal.since(self._cursor), journal.seq
        fresh: list[Row] = []
        for event in events or []:
            if event["kind"] == "reset":
                self._forget(event["seq"])
                fresh = []
            else:
                fresh += self._rows_of(event)
        self._append(fresh)

    async def _follow(self) -> None:
        while True:
            changed = self._desk.journal.changed()
            self.drain()
            await changed

    def _rows_of(self, event: Row) -> list[Row]:
        same = {"life": self._life, "seq": event["seq"], "at": event["at"], "real": time.time()}
        match event["kind"]:
            case "message" | "edit" if event["message"]["from_bot"]:
                message = Message(event["message"], 0)
                shows = [name for name in ("photo", "document", "location", "invoice") if name in message.raw]
                told = {"text": message.text, "buttons": message.buttons, "shows": shows}
                return [same | {"kind": "shown", "chat": event["chat_id"], "message": message.id} | told]
            case "message" if str(event["message"].get("text", "")).startswith("/start"):
                return [same | {"kind": "woke", "chat": event["chat_id"]}]
            case "callback_answer" if event["text"]:
                words = {"text": event["text"], "alert": bool(event["show_alert"])}
                return [same | {"kind": "told", "question": event["callback_query_id"]} | words]
            case "delete":
                return [same | {"kind": "gone", "chat": event["chat_id"], "messages": event["message_ids"]}]
        return []

    def _keep_act(self, seq: int, act: Act, answer: Row) -> None:
        if seq < self._begun_at:
            return  # begun before the reset that has come meanwhile
        facts = act.facts | act.learns(self._desk, answer)
        same = {"life": self._life, "seq": seq, "at": self._desk.now(), "real": time.time()}
        self._append([same | {"kind": "act", "act": act.name, "who": act.who} | facts])

    def _append(self, rows: list[Row]) -> None:
        rows = rows[: max(self._most - len(self._rows), 0)]
        if rows:
            self._rows += rows
            add_lines(self._path, rows)

    def _forget(self, seq: int) -> None:
        self._rows, self._begun_at = [], seq
        self._path.unlink(missing_ok=True)


def _body(answer: web.StreamResponse) -> Row:
    if not isinstance(answer, web.Response) or answer.content_type != "application/json":
        return {}
    body = json.loads(answer.text or "{}")
    return body if isinstance(body, dict) else {}
