"""Due work about documents: fetched from the messenger, read in a worker, outside any unit."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session
from telegram import Bot
from telegram.error import BadRequest

from bot.running.reading import AwaitedLists
from commerce.due import DueWork
from commerce.methods.fetching import FetchedPage
from commerce.methods.reading import NotAMethod, WhyNot
from commerce.methods.service import page_turned_down
from commerce.methods.sites.asking import Read
from scheduler.working import Runner, Teller

__all__ = ["file_runner", "given_up_fetching"]

REASONS = {WhyNot.EMPTY: "file_empty", WhyNot.NOT_TEXT: "file_not_text", WhyNot.TOO_LARGE: "too_large"}


def file_runner(bot: Bot, lists: AwaitedLists, read: Read) -> Runner:
    """Fetch a document, read it in a worker, then fill the list or say why not."""

    async def run(work: DueWork) -> None:
        if await lists.awaited(work.subject_id) is None:
            return
        try:
            file = await bot.get_file(str(work.facts["file_id"]))
            body = bytes(await file.download_as_bytearray())
            reading = await read(FetchedPage("", body, str(work.facts["read_as"])))
        except BadRequest:
            await lists.turn_down(work.subject_id, "file_lost")
        except NotAMethod as error:
            await lists.turn_down(work.subject_id, REASONS.get(error.reason, "file_no_list"))
        else:
            await lists.fill(work.subject_id, reading)

    return run


def given_up_fetching(clock: Callable[[], datetime]) -> Teller:
    """The messenger did not give the file away: nobody waits for ever."""

    def tell(session: Session, work: DueWork) -> None:
        page_turned_down(session, work.subject_id, "file_lost", clock())

    return tell
