"""The scheduler: runs due work once it is due, wakes others regularly; one leader, nothing kept in memory."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from commerce import due
from commerce.database import Units
from commerce.due import DueState, DueWork

__all__ = ["Runner", "Scheduler", "Teller"]

log = logging.getLogger(__name__)

Runner = Callable[[DueWork], Awaitable[None]]
Teller = Callable[[Session, DueWork], None]
"""Records for whoever waits that the work was in vain."""
LOOK_EVERY_SECONDS = 1.0
MOST_AT_ONCE = 8


class Scheduler:
    """`runners` by kind of due work. A runner that raises is tried again with growing pauses;
    work that somebody waits for is given up after some minutes, in the unit in which the one in `given_up`
    tells so: nobody is told twice or never. All other work is tried for weeks. Work of a kind that has no
    runner here waits.

    APScheduler (in memory) does the regular looking; what is promised lives in the database, so that
    nothing is lost with the process. `wake` (thread safe) makes it look at once.
    """

    def __init__(
        self,
        units: Units,
        clock: Callable[[], datetime],
        runners: Mapping[str, Runner],
        given_up: Mapping[str, Teller] | None = None,
    ) -> None:
        self.units = units
        self.clock = clock
        self.runners = dict(runners)
        self.given_up = dict(given_up or {})
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._running: set[Any] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._driver: asyncio.Task[None] | None = None

    def every(self, seconds: float, work: Callable[[], Awaitable[None]], name: str) -> None:
        """Have `work` done regularly; a run that is late or still going is not doubled."""
        self._scheduler.add_job(
            work, IntervalTrigger(seconds=seconds), id=name, coalesce=True, max_instances=1
        )

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._scheduler.add_job(
            self.wake, IntervalTrigger(seconds=LOOK_EVERY_SECONDS), id="look", coalesce=True, max_instances=1
        )
        self._scheduler.start()
        self._driver = asyncio.create_task(self._drive())

    def wake(self) -> None:
        """There may be due work. Callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def stop(self) -> None:
        """Stop looking; work under way is left to another try."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        tasks = [task for task in [self._driver, *self._tasks] if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def idle(self) -> None:
        """Wait until nothing is due and nothing runs (tests, the playground's clock)."""
        while True:
            while self._tasks:
                await asyncio.gather(*self._tasks, return_exceptions=True)
            now = self.clock()
            ahead = await self.next_due()
            if ahead is None or ahead > now:
                return
            self._wake.set()
            await asyncio.sleep(0.02)

    async def next_due(self) -> datetime | None:
        return await self.units.run(lambda session: due.next_due(session, kinds=self.runners.keys()))

    async def _drive(self) -> None:
        while True:
            self._wake.clear()
            try:
                started = await self._look()
            except SQLAlchemyError as error:
                log.warning("due work cannot be read (%s): next look soon", type(error).__name__)
                await asyncio.sleep(LOOK_EVERY_SECONDS)
                continue
            if not started:
                await self._wake.wait()

    async def _look(self) -> int:
        room = MOST_AT_ONCE - len(self._running)
        if room <= 0:
            return 0
        works = await self.units.run(lambda session: self._take(session))
        fresh = [work for work in works if work.id not in self._running][:room]
        for work in fresh:
            self._running.add(work.id)
            task = asyncio.create_task(self._do(work))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return len(fresh)

    def _take(self, session: Session) -> list[DueWork]:
        return due.take(session, self.clock(), MOST_AT_ONCE * 2, kinds=self.runners.keys())

    async def _do(self, work: DueWork) -> None:
        try:
            if work.kind in self.given_up and work.tries >= due.MOST_TRIES:
                await self.units.run(lambda session: self._give_up(session, work))
            else:
                await self.runners[work.kind](work)
                await self.units.run(lambda session: due.finish(session, work.id))
        except Exception as error:  # noqa: BLE001 - whatever fails is tried again and then given up, logged
            await self._failed(work, error)
        finally:
            self._running.discard(work.id)
            self._wake.set()

    def _give_up(self, session: Session, work: DueWork) -> None:
        if due.give_up(session, work.id):
            self.given_up[work.kind](session, work)

    async def _failed(self, work: DueWork, error: Exception) -> None:
        said = f"{type(error).__name__}: {error}"
        awaited = work.kind in self.given_up

        def postpone(session: Session) -> DueState:
            return due.postpone(session, work.id, self.clock(), said, awaited=awaited)

        try:
            state = await self.units.run(postpone)
        except SQLAlchemyError:
            log.exception("due work %s is left as it is after %s", work.key, said)
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            return
        if state is DueState.GIVEN_UP:
            log.error("due work %s given up", work.key, exc_info=error)
        elif awaited and work.tries + 1 == due.MOST_TRIES:
            log.error("due work %s tried in vain: it is given up once that is told", work.key, exc_info=error)
        elif awaited and work.tries >= due.MOST_TRIES:
            log.error("nobody could be told that due work %s is given up", work.key, exc_info=error)
        else:
            log.warning("due work %s postponed: %s", work.key, said)
