"""Due work that the bot runs itself: pages, method sites, rounds that close, talks with a person."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from bot.handlers.files import READ_FILE
from bot.running.files import given_up_fetching
from bot.running.sites import check_runner, given_up_asking, site_runner
from commerce.database import Units
from commerce.due import DueWork
from commerce.methods.agreeing import CONFIRMED_BY
from commerce.methods.fetching import FetchedPage, Guard, PageRefused, fetch
from commerce.methods.models import ListState
from commerce.methods.reading import MethodReading, NotAMethod, WhyNot, read_page
from commerce.methods.service import READ_PAGE, list_of, page_read, page_turned_down
from commerce.methods.sites.asking import Read
from commerce.methods.sites.service import ASK_SITES, CHECK_SITE
from commerce.people.conversations import LOOK_AFTER, look_after
from commerce.quotes.asking import CLOSE_ROUND, close_round
from scheduler.working import Runner

__all__ = ["given_up", "page_reader", "page_runner", "round_runner", "runners"]

READING_SECONDS = 10.0


def runners(
    units: Units, clock: Callable[[], datetime], guard: Guard, confirmed_by: int = CONFIRMED_BY
) -> dict[str, Runner]:
    """The runners by kind of due work."""
    read = page_reader()
    return {
        READ_PAGE: page_runner(units, clock, guard, read, confirmed_by),
        ASK_SITES: site_runner(units, clock, guard, read),
        CHECK_SITE: check_runner(units, clock, guard),
        CLOSE_ROUND: round_runner(units, clock),
        LOOK_AFTER: conversation_runner(units, clock),
    }


def page_reader() -> Read:
    """Reads pages in workers of its own, each within its time. Raises NotAMethod."""
    readers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="reader")

    async def read(page: FetchedPage) -> MethodReading:
        loop = asyncio.get_running_loop()
        try:
            return await asyncio.wait_for(loop.run_in_executor(readers, _read, page), READING_SECONDS)
        except TimeoutError as slow:
            raise NotAMethod(WhyNot.TOO_LARGE) from slow

    return read


def page_runner(
    units: Units,
    clock: Callable[[], datetime],
    guard: Guard,
    read: Read,
    confirmed_by: int = CONFIRMED_BY,
) -> Runner:
    """Fetch a page through the guard, read it in a worker, then fill the list or say why not."""

    async def run(work: DueWork) -> None:
        wanted = await units.run(lambda session: list_of(session, work.subject_id))
        if wanted.state is not ListState.READING or wanted.url is None:
            return
        try:
            reading = await read(await fetch(wanted.url, guard))
        except PageRefused as error:
            await _turn_down(work, error.reason.value)
        except NotAMethod as error:
            await _turn_down(work, error.reason.value)
        else:
            await units.run(
                lambda session: page_read(
                    session, work.subject_id, reading, clock(), confirmed_by=confirmed_by
                )
            )

    async def _turn_down(work: DueWork, reason: str) -> None:
        await units.run(lambda session: page_turned_down(session, work.subject_id, reason, clock()))

    return run


def round_runner(units: Units, clock: Callable[[], datetime]) -> Runner:
    """The deadline of a round has come."""

    async def run(work: DueWork) -> None:
        await units.run(lambda session: close_round(session, work.subject_id, "deadline", clock()))

    return run


def conversation_runner(units: Units, clock: Callable[[], datetime]) -> Runner:
    """A conversation waits, or is silent, for so long."""

    async def run(work: DueWork) -> None:
        await units.run(lambda session: look_after(session, work.subject_id, clock()))

    return run


def given_up(units: Units, clock: Callable[[], datetime]) -> dict[str, Runner]:
    """What is said when work was tried in vain: nobody waits for an answer that never comes."""

    async def tell_reader(work: DueWork) -> None:
        await units.run(lambda session: page_turned_down(session, work.subject_id, "broken_reader", clock()))

    return {
        READ_PAGE: tell_reader,
        ASK_SITES: given_up_asking(units, clock),
        READ_FILE: given_up_fetching(units, clock),
    }


def _read(page: FetchedPage) -> MethodReading:
    return read_page(page.body, url=page.url, content_type=page.content_type)
