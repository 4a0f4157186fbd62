"""A job in words -> two or three lists: sites side by side, the likeliest pages read. No unit is open."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from commerce.methods.fetching import FetchedPage, Guard, PageRefused, Refusal
from commerce.methods.reading import MethodReading, NotAMethod
from commerce.methods.sites.adapters import SITE_SECONDS, source_of
from commerce.methods.sites.manners import Fetch
from commerce.methods.sites.models import MethodSite
from commerce.methods.sites.ranking import Candidate, best_of

__all__ = ["Answers", "Offer", "Read", "ask_sites", "may_answer_later"]

LISTS_OFFERED = 3
FEWEST_OF_HER_LANGUAGE = 2
"""With so many, lists in other languages are left out."""
PAGES_OF_ONE_SITE = 2
PAGES_READ = 6
READING_SECONDS = 10.0

Read = Callable[[FetchedPage], Awaitable[MethodReading]]


@dataclass(frozen=True)
class Offer:
    """A list that was read at a site."""

    site: MethodSite
    url: str
    reading: MethodReading


@dataclass(frozen=True)
class Answers:
    """`troubles` says by site why it could not be asked, or that it forbids all that was wanted of it; None
    for those that answered."""

    offers: tuple[Offer, ...]
    troubles: dict[str, str | None]


async def ask_sites(
    job: str, language: str, sites: Sequence[MethodSite], guard: Guard, read: Read, get: Fetch
) -> Answers:
    """Ask all sites at once, read the likeliest pages (few of each site), and keep the best lists. One
    that is slow or down costs the others nothing. `get` is that of Manners."""
    heard = await asyncio.gather(*(_candidates(site, job, guard, get) for site in sites))
    troubles: dict[str, str | None] = {}
    wanted: list[tuple[MethodSite, Candidate]] = []
    for site, answer in zip(sites, heard, strict=True):
        troubles[str(site.id)] = answer if isinstance(answer, str) else None
        if not isinstance(answer, str):
            best = best_of(job, answer, language=language, at_most=PAGES_OF_ONE_SITE)
            wanted += [(site, candidate) for candidate in best]
    by_url = {candidate.url: site for site, candidate in wanted}
    ranked = best_of(job, [one for _, one in wanted], language=language, at_most=PAGES_READ)
    readings = await asyncio.gather(*(_reading(candidate, guard, read, get) for candidate in ranked))
    offers = []
    for candidate, reading in zip(ranked, readings, strict=True):
        site = by_url[candidate.url]
        if isinstance(reading, MethodReading):
            offers.append(Offer(site, candidate.url, reading))
            troubles[str(site.id)] = None
        elif reading is Refusal.FORBIDDEN and all(offer.site is not site for offer in offers):
            troubles[str(site.id)] = reading.value
    own = [offer for offer in offers if offer.reading.language == language]
    return Answers(tuple(_varied(own if len(own) >= FEWEST_OF_HER_LANGUAGE else offers)), troubles)


def may_answer_later(trouble: str | None) -> bool:
    """Whether a site could not be asked, but may be another time: one whose robots.txt forbids it may not."""
    return trouble not in {None, Refusal.FORBIDDEN}


def _varied(offers: list[Offer]) -> list[Offer]:
    """The best list of each site first, then the second ones; in the end in their order again."""
    seen: dict[str, int] = {}
    turn = []
    for offer in offers:
        key = str(offer.site.id)
        turn.append(seen.get(key, 0))
        seen[key] = seen.get(key, 0) + 1
    chosen = sorted(range(len(offers)), key=lambda place: (turn[place], place))[:LISTS_OFFERED]
    return [offers[place] for place in sorted(chosen)]


async def _candidates(site: MethodSite, job: str, guard: Guard, get: Fetch) -> Sequence[Candidate] | str:
    """What the site has, or why it could not be asked."""
    try:
        async with asyncio.timeout(SITE_SECONDS):
            return await source_of(site, guard, get).candidates(job)
    except PageRefused as refused:
        return refused.reason.value
    except TimeoutError:
        return "slow"


async def _reading(
    candidate: Candidate, guard: Guard, read: Read, get: Fetch
) -> MethodReading | Refusal | None:
    """A page that cannot be had, or holds no list, is no offer."""
    try:
        async with asyncio.timeout(READING_SECONDS):
            return await read(await get(candidate.url, guard))
    except PageRefused as refused:
        return refused.reason
    except (NotAMethod, TimeoutError):
        return None
