"""Update -> inbox -> lane -> turn: one lane per chat, every update handled once, nothing lost.

An update is acknowledged only after it was committed to the inbox. Its effects, its messages and the
mark that it was handled are one unit of work. There is one net for errors: a refusal is told in words,
an outage leads to another try, a bug to an apology with a reference that the log knows.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Protocol

from sqlmodel import Session
from telegram import Bot
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError

from bot import inbox
from bot.arrivals import Arrival, ArrivalKind, arrival_of, lane_of
from bot.inbox import InboxState
from commerce.database import Units

__all__ = ["ALLOWED_UPDATES", "Desk", "Intake"]

log = logging.getLogger(__name__)

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0


class Desk(Protocol):
    """What is done with an arrival."""

    async def understand(self, arrival: Arrival) -> object:
        """Outside a unit: what the person wants (this may ask the dialogue engine)."""
        ...

    def handle(self, session: Session, arrival: Arrival, wish: object) -> str:
        """Inside a unit: do it, post what is to be said; the command's name for the log."""
        ...

    def refuse(self, session: Session, arrival: Arrival, error: Exception) -> bool:
        """Inside a new unit: tell a refusal in words; False if this error is none."""
        ...

    def apologise(self, session: Session, arrival: Arrival, reference: str) -> None:
        """Inside a new unit: something is wrong on our side."""
        ...


class Intake:
    def __init__(
        self,
        bot: Bot,
        units: Units,
        desk: Desk,
        clock: Callable[[], datetime],
        *,
        answer_buttons: bool = True,
    ) -> None:
        self.bot = bot
        self.units = units
        self.desk = desk
        self.clock = clock
        self.answer_buttons = answer_buttons
        self._lanes: dict[int, asyncio.Queue[tuple[int, dict[str, Any]]]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    async def replay(self) -> int:
        """Handle what an earlier process had taken but not finished."""
        rows = await self.units.run(inbox.waiting)
        for row in rows:
            self._enqueue(row.lane, row.update_id, row.payload)
        return len(rows)

    async def poll(self) -> None:
        """Long polling until cancelled: the next offset confirms only what is in the inbox."""
        offset: int | None = None
        pause = PAUSE_SECONDS
        while True:
            try:
                updates = await self.bot.get_updates(
                    offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES
                )
            except Conflict:
                log.error("another process polls with this token, or a webhook is set: retrying")
                await asyncio.sleep(LONGEST_PAUSE_SECONDS)
                continue
            except RetryAfter as error:
                await asyncio.sleep(float(str(error.retry_after)) if error.retry_after else pause)
                continue
            except (NetworkError, TelegramError) as error:
                log.warning("Telegram cannot be reached (%s): next try in %.0f s", error, pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
                continue
            pause = PAUSE_SECONDS
            if updates:
                await self.take([update.to_dict() for update in updates])
                offset = updates[-1].update_id + 1

    async def take(self, payloads: list[dict[str, Any]]) -> None:
        """Commit updates to the inbox, then line them up. Returns when they cannot be lost any more."""
        rows = [(int(payload["update_id"]), lane_of(payload), payload) for payload in payloads]
        fresh = set(await self.units.run(lambda session: inbox.keep(session, rows, self.clock())))
        for update_id, lane, payload in rows:
            if update_id in fresh:
                self._enqueue(lane, update_id, payload)

    async def idle(self) -> None:
        """Wait until every lane is empty."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def stop(self) -> None:
        """Stop handling; what is unfinished stays in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _enqueue(self, lane: int, update_id: int, payload: dict[str, Any]) -> None:
        queue = self._lanes.get(lane)
        if queue is None:
            queue = self._lanes[lane] = asyncio.Queue()
            self._spawn(self._drive(lane, queue))
        queue.put_nowait((update_id, payload))

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drive(self, lane: int, queue: asyncio.Queue[tuple[int, dict[str, Any]]]) -> None:
        try:
            while not queue.empty():
                update_id, payload = queue.get_nowait()
                await self._handle(update_id, payload)
        finally:
            self._lanes.pop(lane, None)

    async def _handle(self, update_id: int, payload: dict[str, Any]) -> None:
        arrival = arrival_of(payload)
        if arrival is None:
            await self.units.run(lambda session: inbox.finish(session, update_id, command="ignored"))
            return
        if arrival.kind == ArrivalKind.BUTTON:
            self._spawn(self._answer(arrival.query_id))
        try:
            wish = await self.desk.understand(arrival)
            await self.units.run(lambda session: self._finish(session, arrival, wish))
        except Exception as error:  # noqa: BLE001 - the one net: everything else is told from here
            await self._rescue(arrival, error)

    def _finish(self, session: Session, arrival: Arrival, wish: object) -> None:
        command = self.desk.handle(session, arrival, wish)
        inbox.finish(session, arrival.update_id, command=command)

    async def _rescue(self, arrival: Arrival, error: Exception) -> None:
        def refuse(session: Session) -> bool:
            told = self.desk.refuse(session, arrival, error)
            if told:
                inbox.finish(session, arrival.update_id, command=f"refused: {type(error).__name__}")
            return told

        if await self.units.run(refuse):
            log.info("update %s refused: %s", arrival.update_id, type(error).__name__)
            return
        reference = secrets.token_hex(3).upper()
        log.error("bug %s in update %s", reference, arrival.update_id, exc_info=error)

        def apologise(session: Session) -> None:
            self.desk.apologise(session, arrival, reference)
            inbox.finish(session, arrival.update_id, InboxState.FAILED, reference=reference)

        await self.units.run(apologise)

    async def _answer(self, query_id: str) -> None:
        """A button is answered at once; too late is no harm."""
        try:
            await self.bot.answer_callback_query(query_id)
        except BadRequest as error:
            log.debug("callback answer: %s", error)
        except TelegramError as error:
            log.warning("callback answer: %s", error)
