"""Method sites: told to whoever named a job, and to the admin who registered one."""

from bot.turn import Stage
from bot.views.sites import asking_card, checked_card, job_card, job_slot
from commerce.methods.sites.events import JobAnswered, JobNamed, SiteChecked
from commerce.methods.sites.models import JobSearch, JobState, MethodSite
from commerce.people.models import FocusKind, Person
from commerce.people.service import focus_of, focus_on

__all__ = ["SiteEvent", "tell_site"]

SiteEvent = JobNamed | JobAnswered | SiteChecked


def tell_site(stage: Stage, event: SiteEvent) -> None:
    person = stage.session.get_one(Person, event.person_id)
    match event:
        case JobNamed(search_id=search_id):
            search = stage.session.get_one(JobSearch, search_id)
            stage.show(person, asking_card(stage, person, search), slot=job_slot(search))
        case JobAnswered(search_id=search_id):
            search = stage.session.get_one(JobSearch, search_id)
            if search.state is JobState.OFFERED:
                _come_before(stage, person, search)
            stage.show(person, job_card(stage, person, search), slot=job_slot(search))
        case SiteChecked(site_id=site_id, pages=pages):
            site = stage.session.get_one(MethodSite, site_id)
            stage.show(person, checked_card(stage.words(person), site, pages))


def _come_before(stage: Stage, person: Person, search: JobSearch) -> None:
    """The lists to choose from are before the person; a question that is open stays open."""
    focus = focus_of(stage.session, person.id)
    asked = {"by_button": True} if focus.asks and focus.facts.get("by_button") else {}
    focus_on(stage.session, person.id, FocusKind.JOB, search.id, asks=focus.asks, **asked)
