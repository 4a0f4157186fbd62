"""Lists that wait for a page or a file: read in workers, each in its time, then filled or told why not."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commerce.database import Units
from commerce.methods.fetching import FetchedPage
from commerce.methods.models import ComponentList, ListState
from commerce.methods.reading import MethodReading, NotAMethod, WhyNot, read_page
from commerce.methods.service import list_of, page_read, page_turned_down
from commerce.methods.sites.asking import Read

__all__ = ["AwaitedLists", "page_reader"]

WORKERS = 2
READING_SECONDS = 10.0
WAITING_SECONDS = 60.0


def page_reader(
    reads: Callable[[FetchedPage], MethodReading] | None = None, *, seconds: float = READING_SECONDS
) -> Read:
    """Reads pages in workers of its own. A page has its time from when a worker takes it, and raises
    NotAMethod after it; its worker is busy until it has ended. Raises TimeoutError where none comes free."""
    workers = ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="reader")
    free = asyncio.Semaphore(WORKERS)

    def ended(reading: asyncio.Future[MethodReading]) -> None:
        free.release()
        if not reading.cancelled():
            reading.exception()  # of one that is late nobody else hears

    async def read(page: FetchedPage) -> MethodReading:
        await asyncio.wait_for(free.acquire(), WAITING_SECONDS)
        reading = asyncio.get_running_loop().run_in_executor(workers, reads or _read, page)
        reading.add_done_callback(ended)
        try:
            return await asyncio.wait_for(asyncio.shield(reading), seconds)
        except TimeoutError as slow:
            raise NotAMethod(WhyNot.TOO_LARGE) from slow

    return read


@dataclass(frozen=True)
class AwaitedLists:
    """Each is filled or turned down in a unit of its own. `confirmed_by`: so many persons' answers about a
    line hold for others."""

    units: Units
    clock: Callable[[], datetime]
    confirmed_by: int

    async def awaited(self, list_id: UUID) -> ComponentList | None:
        """The list, as long as it waits."""
        found = await self.units.run(lambda session: list_of(session, list_id))
        return found if found.state is ListState.READING else None

    async def fill(self, list_id: UUID, reading: MethodReading) -> None:
        await self.units.run(
            lambda session: page_read(session, list_id, reading, self.clock(), confirmed_by=self.confirmed_by)
        )

    async def turn_down(self, list_id: UUID, reason: str) -> None:
        await self.units.run(lambda session: page_turned_down(session, list_id, reason, self.clock()))


def _read(page: FetchedPage) -> MethodReading:
    return read_page(page.body, url=page.url, content_type=page.content_type)
