"""Update -> inbox -> lane -> turn: one lane per chat, every update handled once, nothing lost.

An update is acknowledged only after it was committed to the inbox. Its effects, its messages and the
mark that it was handled are one commit; what is ready in several lanes at once shares one. There is one net
for errors: a refusal is told in words, an outage leads to another try, a bug to an apology with a reference
that the log knows.
"""

import asyncio
import itertools
import logging
import secrets
import time
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlmodel import Session
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError

from bot import inbox
from bot.arrivals import Arrival, ArrivalKind, arrival_of, lane_of
from bot.inbox import Handled, InboxState, Kept
from bot.transport import ShopBot, seconds_of
from commerce.database import Units

__all__ = ["ALLOWED_UPDATES", "Desk", "Intake"]

T = TypeVar("T")
log = logging.getLogger(__name__)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
MOST_TOGETHER = 64
TOGETHER_SECONDS = 0.02
MOST_TRIES = 4
NO_CHAT = 0


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


@dataclass(frozen=True)
class _Ready:
    """An arrival that is understood. `done` tells whether it was handled with others; if not, it is to be
    handled by itself."""

    arrival: Arrival
    wish: object
    done: asyncio.Future[bool]


class Intake:
    def __init__(self, bot: ShopBot, units: Units, desk: Desk, clock: Callable[[], datetime]) -> None:
        self.bot = bot
        self.units = units
        self.desk = desk
        self.clock = clock
        self._lanes: dict[int, deque[Kept]] = {}
        self._arrived: list[tuple[list[Kept], asyncio.Future[None]]] = []
        self._ready: deque[_Ready] = deque()
        self._keeping = False
        self._finishers = 0
        self._tasks: set[asyncio.Task[Any]] = set()

    async def replay(self) -> int:
        """Handle what an earlier process had taken but not finished."""
        rows = await self.units.run(inbox.waiting)
        for row in rows:
            self._line_up(row)
        return len(rows)

    async def poll(self) -> None:
        """Long polling until cancelled: the next offset confirms only what is in the inbox."""
        offset: int | None = None
        pause = PAUSE_SECONDS
        while True:
            try:
                payloads = await self.bot.raw_updates(offset, POLL_SECONDS, ALLOWED_UPDATES)
                if payloads:
                    await self.take(payloads)
                    offset = int(payloads[-1]["update_id"]) + 1
            except Conflict:
                log.error("another process polls with this token, or a webhook is set: retrying")
                await asyncio.sleep(LONGEST_PAUSE_SECONDS)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except (TelegramError, SQLAlchemyError) as error:
                outside = "Telegram" if isinstance(error, TelegramError) else "the database"
                log.warning("%s cannot be reached (%s): next try in %.0f s", outside, error, pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            else:
                pause = PAUSE_SECONDS

    async def take(self, payloads: Sequence[dict[str, Any]]) -> None:
        """Commit updates to the inbox, then line them up. Returns when they cannot be lost any more.

        What is taken while a commit is under way shares the next one. Raises SQLAlchemyError.
        """
        rows = [Kept(int(payload["update_id"]), _lane(payload), payload) for payload in payloads]
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrived.append((rows, kept))
        if not self._keeping:
            self._keeping = True
            self._spawn(self._keep())
        await kept

    async def idle(self) -> None:
        """Wait until every lane is empty."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def stop(self) -> None:
        """Stop handling; what is unfinished stays in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep(self) -> None:
        try:
            while self._arrived:
                batch, self._arrived = self._arrived, []
                rows = [row for taken, _ in batch for row in taken]
                try:
                    fresh = await self.units.run(partial(inbox.keep, updates=rows, now=self.clock()))
                except Exception as error:  # noqa: BLE001 - handed on to whoever gave them
                    _fail([kept for _, kept in batch], error)
                    continue
                for row in rows:
                    if row.update_id in fresh:
                        fresh.remove(row.update_id)
                        self._line_up(row)
                _resolve([kept for _, kept in batch], None)
        finally:
            self._keeping = False

    def _line_up(self, row: Kept) -> None:
        queue = self._lanes.get(row.lane)
        if queue is None:
            queue = self._lanes[row.lane] = deque()
            self._spawn(self._drive(row.lane, queue))
        queue.append(row)

    async def _drive(self, lane: int, queue: deque[Kept]) -> None:
        try:
            while queue:
                await self._handle(queue.popleft())
        finally:
            del self._lanes[lane]

    async def _handle(self, row: Kept) -> None:
        """Never raises: what fails even in being told stays in the inbox for the next start."""
        arrival: Arrival | None = None
        for tries in itertools.count(1):
            try:
                arrival = arrival_of(row.payload)
                if arrival is None:
                    await self._mark(Handled(row.update_id, command="ignored"))
                    return
                if arrival.kind == ArrivalKind.BUTTON and tries == 1:
                    self._spawn(self._answer(arrival.query_id))
                await self._finish(arrival, await self.desk.understand(arrival))
            except (OperationalError, InterfaceError) as error:
                if tries >= MOST_TRIES and not await self._database_is_away():
                    await self._rescue(row, arrival, error)
                    return
                log.warning("update %s: the database is away (%s), try %s", row.update_id, error, tries)
                await asyncio.sleep(min(PAUSE_SECONDS * 2 ** min(tries - 2, 8), LONGEST_PAUSE_SECONDS))
            except Exception as error:  # noqa: BLE001 - the one net: everything else is told from here
                await self._rescue(row, arrival, error)
                return
            else:
                return

    async def _database_is_away(self) -> bool:
        """Whether nothing at all can be asked: then the lane waits, and the next updates behind it."""
        try:
            await self.units.run(lambda session: session.execute(text("SELECT 1")))
        except (OperationalError, InterfaceError):
            return True
        return False

    async def _finish(self, arrival: Arrival, wish: object) -> None:
        """Handle it in a unit that it may share with other lanes; if that fails, in one of its own."""
        ready = _Ready(arrival, wish, asyncio.get_running_loop().create_future())
        self._ready.append(ready)
        if self._finishers < self.units.workers:
            self._finishers += 1
            self._spawn(self._finish_ready())
        if not await ready.done:
            await self.units.run(lambda session: self._do_together(session, [ready]))

    async def _finish_ready(self) -> None:
        try:
            while self._ready:
                batch = [self._ready.popleft() for _ in range(min(len(self._ready), MOST_TOGETHER))]
                try:
                    done = await self.units.run(partial(self._do_together, batch=batch))
                except Exception as error:  # noqa: BLE001 - handed on to the lane, where the net is
                    _give_back(batch, error)
                    continue
                _resolve([ready.done for ready in batch[:done]], True)
                self._ready.extendleft(reversed(batch[done:]))
        finally:
            self._finishers -= 1

    def _do_together(self, session: Session, batch: Sequence[_Ready]) -> int:
        """Each arrival with all that follows from it, one after the other; how many fitted into the time."""
        handled = []
        began = time.monotonic()
        for ready in batch:
            command = self.desk.handle(session, ready.arrival, ready.wish)
            self.units.tell(session)
            handled.append(Handled(ready.arrival.update_id, command=command))
            if time.monotonic() - began > TOGETHER_SECONDS:
                break
        inbox.finish(session, handled)
        return len(handled)

    async def _rescue(self, row: Kept, arrival: Arrival | None, error: Exception) -> None:
        """Tell what went wrong. If telling fails too, the log knows both, and the lane goes on."""
        try:
            if arrival is not None and await self.units.run(
                partial(self._refuse, arrival=arrival, error=error)
            ):
                log.info("update %s refused: %s", row.update_id, type(error).__name__)
                return
        except Exception as second:
            log.exception("a refusal of update %s cannot be told", row.update_id)
            second.__context__ = error
            error = second
        reference = secrets.token_hex(3).upper()
        log.error("bug %s in update %s", reference, row.update_id, exc_info=error)
        try:
            if arrival is not None:
                await self.units.run(partial(self._apologise, arrival=arrival, reference=reference))
                return
        except Exception:
            log.exception("bug %s cannot be apologised for", reference)
        try:
            await self._mark(Handled(row.update_id, InboxState.FAILED, reference=reference))
        except SQLAlchemyError:
            log.exception("update %s stays in the inbox until the next start", row.update_id)

    def _refuse(self, session: Session, arrival: Arrival, error: Exception) -> bool:
        told = self.desk.refuse(session, arrival, error)
        if told:
            command = f"refused: {type(error).__name__}"
            inbox.finish(session, [Handled(arrival.update_id, command=command)])
        return told

    def _apologise(self, session: Session, arrival: Arrival, reference: str) -> None:
        self.desk.apologise(session, arrival, reference)
        inbox.finish(session, [Handled(arrival.update_id, InboxState.FAILED, reference=reference)])

    async def _mark(self, handled: Handled) -> None:
        await self.units.run(lambda session: inbox.finish(session, [handled]))

    async def _answer(self, query_id: str) -> None:
        """A button is answered at once, and once more if the answer was lost; too late is no harm."""
        for _ in range(2):
            try:
                await self.bot.call("answerCallbackQuery", callback_query_id=query_id)
            except BadRequest as error:
                log.debug("callback answer: %s", error)
                return
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except NetworkError as error:
                log.warning("callback answer: %s", error)
                await asyncio.sleep(PAUSE_SECONDS)
            except TelegramError as error:
                log.warning("callback answer: %s", error)
                return
            else:
                return


def _lane(payload: dict[str, Any]) -> int:
    """What cannot be read has a lane too: it is kept, and then fails by itself."""
    try:
        return lane_of(payload)
    except (LookupError, TypeError, ValueError, AttributeError):
        return NO_CHAT


def _resolve(futures: Sequence[asyncio.Future[T]], value: T) -> None:
    for future in futures:
        if not future.done():
            future.set_result(value)


def _fail(futures: Sequence[asyncio.Future[T]], error: Exception) -> None:
    for future in futures:
        if not future.done():
            future.set_exception(error)


def _give_back(batch: Sequence[_Ready], error: Exception) -> None:
    """One alone has failed; of several nobody knows which, so each is tried by itself."""
    if len(batch) == 1:
        _fail([batch[0].done], error)
    else:
        _resolve([ready.done for ready in batch], False)
