"""Due work that the bot runs itself: pages, files, method sites, rounds that close, talks with a person."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session
from telegram import Bot

from bot.handlers.files import READ_FILE
from bot.running.files import file_runner, given_up_fetching
from bot.running.reading import AwaitedLists, page_reader
from bot.running.sites import check_runner, given_up_asking, given_up_checking, site_runner
from commerce.database import Units
from commerce.due import DueWork
from commerce.methods.fetching import Guard, PageRefused, fetch
from commerce.methods.reading import NotAMethod
from commerce.methods.service import READ_PAGE, page_turned_down
from commerce.methods.sites.asking import Read
from commerce.methods.sites.manners import Manners
from commerce.methods.sites.service import ASK_SITES, CHECK_SITE
from commerce.people.conversations import LOOK_AFTER, look_after
from commerce.quotes.asking import CLOSE_ROUND, close_round
from scheduler.working import Runner, Teller

__all__ = ["given_up", "runners"]


def runners(lists: AwaitedLists, guard: Guard, bot: Bot) -> dict[str, Runner]:
    """The runners by kind of due work."""
    units, clock = lists.units, lists.clock
    read = page_reader()
    manners = Manners(clock)
    return {
        READ_PAGE: page_runner(lists, guard, read),
        READ_FILE: file_runner(bot, lists, read),
        ASK_SITES: site_runner(units, clock, guard, read, manners),
        CHECK_SITE: check_runner(units, clock, guard, manners),
        CLOSE_ROUND: round_runner(units, clock),
        LOOK_AFTER: conversation_runner(units, clock),
    }


def page_runner(lists: AwaitedLists, guard: Guard, read: Read) -> Runner:
    """Fetch a page through the guard, read it in a worker, then fill the list or say why not."""

    async def run(work: DueWork) -> None:
        wanted = await lists.awaited(work.subject_id)
        if wanted is None or wanted.url is None:
            return
        try:
            reading = await read(await fetch(wanted.url, guard))
        except (PageRefused, NotAMethod) as error:
            await lists.turn_down(work.subject_id, error.reason.value)
        else:
            await lists.fill(work.subject_id, reading)

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


def given_up(clock: Callable[[], datetime]) -> dict[str, Teller]:
    """What is said when work was tried in vain: nobody waits for an answer that never comes."""

    def tell_reader(session: Session, work: DueWork) -> None:
        page_turned_down(session, work.subject_id, "broken_reader", clock())

    return {
        READ_PAGE: tell_reader,
        ASK_SITES: given_up_asking(clock),
        CHECK_SITE: given_up_checking(clock),
        READ_FILE: given_up_fetching(clock),
    }
