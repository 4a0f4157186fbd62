"""Due work about method sites: asked for a job, and tried once when they are registered."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from commerce.database import Units
from commerce.due import DueWork
from commerce.methods.fetching import Guard, PageRefused
from commerce.methods.sites.adapters import source_of
from commerce.methods.sites.asking import Answers, Read, ask_sites
from commerce.methods.sites.manners import Manners
from commerce.methods.sites.models import JobSearch, JobState, MethodSite
from commerce.methods.sites.remembering import Remembered
from commerce.methods.sites.service import answered, checked, sites
from scheduler.working import Runner, Teller

__all__ = ["check_runner", "given_up_asking", "given_up_checking", "site_runner"]

UNTRIED = "untried"
"""The trouble of a site that could not be tried, by a fault on our side."""
TRIED_WITH = {"en": "soup", "de": "Suppe", "fr": "soupe"}
"""The job that a new site is asked for, by its language."""


def site_runner(
    units: Units, clock: Callable[[], datetime], guard: Guard, read: Read, manners: Manners
) -> Runner:
    """Ask the sites that are on, outside any unit, unless they have just been asked the same; then keep what
    they answered."""
    remembered = Remembered(clock)

    def wanted(session: Session, search_id: UUID) -> tuple[JobSearch, list[MethodSite]]:
        return session.get_one(JobSearch, search_id), sites(session, only_on=True)

    async def run(work: DueWork) -> None:
        search, asked = await units.run(lambda session: wanted(session, work.subject_id))
        if search.state is not JobState.ASKING:
            return
        answers = remembered.of(search.job, search.language, asked)
        if answers is None:
            answers = await ask_sites(search.job, search.language, asked, guard, read, manners.fetch)
            remembered.keep(search.job, search.language, asked, answers)
        await units.run(lambda session: answered(session, search.id, answers, clock()))

    return run


def given_up_asking(clock: Callable[[], datetime]) -> Teller:
    """Asking failed again and again on our side: nobody waits for an answer that never comes."""

    def tell(session: Session, work: DueWork) -> None:
        answered(session, work.subject_id, Answers((), {}), clock())

    return tell


def given_up_checking(clock: Callable[[], datetime]) -> Teller:
    """Trying a new site failed again and again on our side: whoever registered it hears that."""

    def tell(session: Session, work: DueWork) -> None:
        person_id = UUID(str(work.facts["person_id"]))
        checked(session, work.subject_id, person_id, 0, UNTRIED, clock())

    return tell


def check_runner(units: Units, clock: Callable[[], datetime], guard: Guard, manners: Manners) -> Runner:
    """Try a site once, so that whoever registered it hears whether it can be asked."""

    async def run(work: DueWork) -> None:
        site = await units.run(lambda session: session.get_one(MethodSite, work.subject_id))
        pages, trouble = 0, None
        try:
            job = TRIED_WITH.get(site.language, TRIED_WITH["en"])
            pages = len(await source_of(site, guard, manners.fetch).candidates(job))
        except PageRefused as refused:
            trouble = refused.reason.value
        person_id = UUID(str(work.facts["person_id"]))
        await units.run(lambda session: checked(session, work.subject_id, person_id, pages, trouble, clock()))

    return run
