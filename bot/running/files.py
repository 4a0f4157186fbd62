"""Due work about documents: fetched from the messenger, read in a worker, outside any unit."""

from collections.abc import Callable
from datetime import datetime

from telegram import Bot
from telegram.error import BadRequest

from commerce.database import Units
from commerce.due import DueWork
from commerce.methods.fetching import FetchedPage
from commerce.methods.models import ListState
from commerce.methods.reading import NotAMethod, WhyNot
from commerce.methods.service import list_of, page_read, page_turned_down
from commerce.methods.sites.asking import Read
from scheduler.working import Runner

__all__ = ["file_runner", "given_up_fetching"]

REASONS = {WhyNot.EMPTY: "file_empty", WhyNot.NOT_TEXT: "file_not_text", WhyNot.TOO_LARGE: "too_large"}


def file_runner(bot: Bot, units: Units, clock: Callable[[], datetime], read: Read) -> Runner:
    async def run(work: DueWork) -> None:
        awaited = await units.run(lambda session: list_of(session, work.subject_id))
        if awaited.state is not ListState.READING:
            return
        try:
            file = await bot.get_file(str(work.facts["file_id"]))
            body = bytes(await file.download_as_bytearray())
            reading = await read(FetchedPage("", body, str(work.facts["read_as"])))
        except BadRequest:
            await _turn_down(work, "file_lost")
        except NotAMethod as error:
            await _turn_down(work, REASONS.get(error.reason, "file_no_list"))
        else:
            await units.run(lambda session: page_read(session, work.subject_id, reading, clock()))

    async def _turn_down(work: DueWork, reason: str) -> None:
        await units.run(lambda session: page_turned_down(session, work.subject_id, reason, clock()))

    return run


def given_up_fetching(units: Units, clock: Callable[[], datetime]) -> Runner:
    """The messenger did not give the file away: nobody waits for ever."""

    async def run(work: DueWork) -> None:
        await units.run(lambda session: page_turned_down(session, work.subject_id, "file_lost", clock()))

    return run
