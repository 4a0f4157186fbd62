"""The stream of what happens, for the page and the tests; the log of API calls; the violations.

Events are numbered from 1 for one life of the process; the last `KEPT` of them can be asked for again.
"""

import asyncio
import secrets
from collections.abc import Callable
from typing import Any

from .spec import Json

KEPT = 20_000
KEPT_CALLS = 5_000
KEPT_VIOLATIONS = 10_000


class Journal:
    """Append-only, bounded; readers wait on `changed`."""

    def __init__(self, now: Callable[[], float], *, record: bool) -> None:
        self.boot = secrets.token_hex(6)
        self.seq = 0
        self.record = record
        self.calls: list[Json] = []
        self.violations: list[Json] = []
        self._now = now
        self._events: list[Json] = []
        self._waiting: set[asyncio.Future[None]] = set()

    def publish(self, kind: str, **fields: Any) -> None:
        if not self.record:
            return
        self.seq += 1
        self._events.append({"seq": self.seq, "at": self._now(), "kind": kind, **fields})
        if len(self._events) > KEPT + KEPT // 4:
            del self._events[:-KEPT]
        if self._waiting:
            waiting, self._waiting = self._waiting, set()
            for future in waiting:
                if not future.done():
                    future.set_result(None)

    def log_call(self, row: Json) -> None:
        if not self.record:
            return
        self.publish("call", call=row)
        row["seq"] = self.seq
        self.calls.append(row)
        if len(self.calls) > KEPT_CALLS + KEPT_CALLS // 4:
            del self.calls[:-KEPT_CALLS]

    def violate(self, method: str, text: str) -> None:
        """Violations are kept whatever else is recorded: the first ones, which tell what is wrong."""
        self.publish("violation", method=method, text=text)
        if len(self.violations) < KEPT_VIOLATIONS:
            self.violations.append({"seq": self.seq, "at": self._now(), "method": method, "text": text})

    def since(self, seq: int) -> list[Json] | None:
        """Events after `seq`; None when some of them are no longer kept."""
        if not self._events or seq >= self.seq:
            return []
        first = self._events[0]["seq"]
        if seq < first - 1:
            return None
        return self._events[seq - first + 1 :]

    def changed(self) -> asyncio.Future[None]:
        """Done at the next event; it counts from the call, not from the await."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        return future

    def clear(self) -> None:
        self.calls.clear()
        self.violations.clear()
