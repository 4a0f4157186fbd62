"""The stream of events, `GET /control/events`, as server-sent events."""

import asyncio
import json

from aiohttp import web

from .events import Journal
from .spec import Json

_KEEP_ALIVE_SECONDS = 15


class EventStream:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._closing = asyncio.Event()

    def close(self) -> None:
        """End all streams, so that the server can stop."""
        self._closing.set()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events; ends when the client goes or the emulator closes."""
        journal = self._journal
        since = request.headers.get("Last-Event-ID") or request.query.get("since")
        cursor = int(since) if since and since.isdecimal() else journal.seq
        kinds = set(filter(None, request.query.get("kinds", "").split(",")))
        chat_id = request.query.get("chat_id")
        stream = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        await stream.prepare(request)
        await stream.write(_sse({"kind": "hello", "boot": journal.boot, "seq": journal.seq}))
        if cursor > journal.seq:
            cursor = 0
        closing = asyncio.ensure_future(self._closed())
        try:
            while not self._closing.is_set():
                batch = journal.since(cursor)
                if batch is None:
                    await stream.write(_sse({"kind": "gap", "seq": journal.seq}))
                    batch = []
                cursor = journal.seq
                wanted = [event for event in batch if _wanted(event, kinds, chat_id)]
                if wanted:
                    await stream.write(b"".join(map(_sse, wanted)))
                    continue
                if journal.seq == cursor:
                    await self._wait(stream, closing)
        except (ConnectionError, asyncio.CancelledError):
            return stream
        finally:
            closing.cancel()
        return stream

    async def _closed(self) -> None:
        await self._closing.wait()

    async def _wait(self, stream: web.StreamResponse, closing: asyncio.Future[None]) -> None:
        changed = self._journal.changed()
        waiting: set[asyncio.Future[None]] = {changed, closing}
        done, _ = await asyncio.wait(
            waiting, timeout=_KEEP_ALIVE_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        if not done:
            await stream.write(b": still here\n\n")
        changed.cancel()


def dumps(body: object) -> str:
    """JSON as the control API writes it."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), default=str)


def _wanted(event: Json, kinds: set[str], chat_id: str | None) -> bool:
    if kinds and event["kind"] not in kinds:
        return False
    return chat_id is None or "chat_id" not in event or str(event["chat_id"]) == chat_id


def _sse(event: Json) -> bytes:
    number = f"id: {event['seq']}\n" if "seq" in event else ""
    return f"{number}data: {dumps(event)}\n\n".encode("utf-8", "surrogatepass")
