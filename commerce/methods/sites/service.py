"""Sites are registered and switched; a job is named, the sites' lists are kept, one of them is chosen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from urllib.parse import urlsplit
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.methods.models import ComponentList
from commerce.methods.service import read_lines
from commerce.methods.sites.adapters import PLACE
from commerce.methods.sites.asking import Answers, may_answer_later
from commerce.methods.sites.events import JobAnswered, JobNamed, SiteChecked
from commerce.methods.sites.kept import kept, reading_of
from commerce.methods.sites.models import (
    JOB_LIFE,
    SITE_LIFE,
    Adapter,
    FoundMethod,
    JobSearch,
    JobState,
    MethodSite,
    SiteState,
)
from commerce.people.models import Person
from commerce.states import move

__all__ = [
    "ASK_SITES", "CHECK_SITE", "NotAnAddress", "answered", "check_later", "checked", "choose",
    "found_methods", "name_job", "register_site", "serves_persons", "sites", "switch_site",
]  # fmt: skip

ASK_SITES = "ask_sites"
CHECK_SITE = "check_site"
MOST_ADDRESS = 400
_PLACES = re.compile(r"\{(?:query|searchterms?|search|q)\??\}|%s", re.IGNORECASE)
_HOST = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}$|^localhost$|^[\d.]+$", re.IGNORECASE)


@dataclass
class NotAnAddress(Exception):
    """No whole web address of a search page, feed or sitemap."""

    text: str


def register_site(
    session: Session, address: str, now: datetime, *, name: str = "", language: str = "en"
) -> MethodSite:
    """A site by its search address (with `{query}`) or its feed's; one that was there is on again, with what
    is told of it now. Raises NotAnAddress."""
    address = _address(address)
    host = urlsplit(address).hostname or ""
    site = session.exec(select(MethodSite).where(MethodSite.address == address)).first()
    if site is None:
        site = MethodSite(name="", host=host, language=language, address=address, created_at=now)
    elif site.state is not SiteState.ON:
        site.state = move(SITE_LIFE, "site", site.state, SiteState.ON)
    site.name = name[:80] or site.name or host.removeprefix("www.")
    site.language, site.host, site.trouble = language[:8], host[:120], None
    site.adapter = Adapter.SEARCH_PAGE if PLACE in address else Adapter.FEED
    session.add(site)
    session.flush()
    return site


def check_later(session: Session, site: MethodSite, person: Person, now: datetime) -> None:
    """Promise to ask the site once, and to tell the person who registered it."""
    due.promise(
        session, CHECK_SITE, site.id, now, key=f"{CHECK_SITE}:{site.id}:{now}", person_id=str(person.id)
    )


def checked(
    session: Session, site_id: UUID, person_id: UUID, pages: int, trouble: str | None, now: datetime
) -> None:
    site = session.get_one(MethodSite, site_id)
    site.trouble, site.asked_at = trouble, now
    session.add(site)
    events.record(session, SiteChecked(person_id, site_id, pages, subjects=(site_id,)), now)


def sites(session: Session, *, only_on: bool = False) -> list[MethodSite]:
    """The sites that are not removed (or are on), by name."""
    wished = [SiteState.ON] if only_on else [SiteState.ON, SiteState.OFF]
    query = select(MethodSite).where(col(MethodSite.state).in_(wished))
    return list(session.exec(query.order_by(col(MethodSite.name), col(MethodSite.created_at))))


def switch_site(session: Session, site: MethodSite, wished: SiteState) -> None:
    """Does nothing twice."""
    if site.state is not wished:
        site.state = move(SITE_LIFE, "site", site.state, wished)
        session.add(site)


def name_job(
    session: Session, person: Person, job: str, servings: Decimal | None, language: str, now: datetime
) -> JobSearch:
    """Promise to ask the sites for the job."""
    search = JobSearch(
        person_id=person.id, job=job[:120], language=language, servings=servings, created_at=now
    )
    session.add(search)
    session.flush()
    due.promise(session, ASK_SITES, search.id, now)
    events.record(session, JobNamed(person.id, search.id, subjects=(search.id,)), now)
    return search


def answered(session: Session, search_id: UUID, answers: Answers, now: datetime) -> None:
    """Keep what the sites answered; does nothing twice."""
    search = session.get_one(JobSearch, search_id)
    if search.state is not JobState.ASKING:
        return
    search.silent = _note_troubles(session, answers.troubles, now)
    for n, offer in enumerate(answers.offers, 1):
        session.add(
            FoundMethod(
                search_id=search.id,
                n=n,
                site=offer.site.name,
                url=offer.url,
                title=offer.reading.title[:200] or offer.site.name,
                reading=kept(offer.reading),
            )
        )
    wished = JobState.OFFERED if answers.offers else JobState.NOTHING
    search.state = move(JOB_LIFE, "job", search.state, wished)
    session.add(search)
    session.flush()
    events.record(session, JobAnswered(search.person_id, search.id, subjects=(search.id,)), now)


def found_methods(session: Session, search_id: UUID) -> Sequence[FoundMethod]:
    """The lists found for a job, in their order."""
    query = select(FoundMethod).where(FoundMethod.search_id == search_id).order_by(col(FoundMethod.n))
    return session.exec(query).all()


def choose(
    session: Session,
    person: Person,
    found: FoundMethod,
    now: datetime,
    *,
    confirmed_by: int,
) -> ComponentList:
    """The found list becomes the person's own, for the servings that she asked for."""
    search = session.get_one(JobSearch, found.search_id)
    reading = reading_of(found.reading)
    wished = search.servings if serves_persons(found) else None
    return read_lines(
        session, person, reading, now, url=found.url, servings=wished, confirmed_by=confirmed_by
    )


def serves_persons(found: FoundMethod) -> bool:
    """Whether the page says for how many it is, and not how many pieces come out."""
    return found.reading["servings"] is not None and not found.reading["servings_unit"]


def _note_troubles(session: Session, troubles: Mapping[str, str | None], now: datetime) -> list[str]:
    """Kept for the admins; the names of those that could not be asked, though they may be another time."""
    silent = []
    for site_id, trouble in troubles.items():
        site = session.get(MethodSite, UUID(site_id))
        if site is None:
            continue
        site.trouble, site.asked_at = trouble, now
        session.add(site)
        if may_answer_later(trouble):
            silent.append(site.name)
    return silent


def _address(text: str) -> str:
    """A whole web address; the usual marks for the place of the query become one."""
    address = _PLACES.sub(PLACE, text.strip().strip("<>"))
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError as error:
        raise NotAnAddress(text) from error
    fits = parts.scheme in {"http", "https"} and _HOST.match(host) and len(address) <= MOST_ADDRESS
    if not fits or PLACE in parts.netloc or address.count(PLACE) > 1 or any(map(str.isspace, address)):
        raise NotAnAddress(text)
    return address
