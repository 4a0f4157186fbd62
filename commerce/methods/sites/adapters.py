"""The port to a method site, and its two kinds: a search page, and a feed or sitemap.

A site is asked with one request (a sitemap that is an index: two more), behind the guard of page fetching and
as its robots.txt allows (`get` is that of Manners), and is told nothing but the words of the job.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import quote_plus

from commerce.methods.fetching import FetchedPage, Guard, PageRefused, Refusal
from commerce.methods.readers.page import open_page
from commerce.methods.sites.links import NotAFeed, entries_of, links_of, sitemaps_of
from commerce.methods.sites.manners import Fetch
from commerce.methods.sites.models import Adapter, MethodSite
from commerce.methods.sites.ranking import Candidate

__all__ = ["PLACE", "Feed", "SearchPage", "Source", "source_of"]

PLACE = "{query}"
SITEMAPS_READ = 2
SITE_SECONDS = 6.0
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_TOLD = re.compile(r"[^\w\s'’-]|_")


class Source(Protocol):
    """A site as something that can be asked for pages about a job."""

    async def candidates(self, job: str) -> Sequence[Candidate]:
        """Pages of the site that may be about the job. Raises `PageRefused` where it cannot be asked."""
        ...


@dataclass(frozen=True)
class SearchPage:
    """`address` holds `{query}`: the pages that the answer links to are what the site has."""

    address: str
    language: str
    guard: Guard
    get: Fetch

    async def candidates(self, job: str) -> Sequence[Candidate]:
        address = self.address.replace(PLACE, quote_plus(_told(job)))
        answer = await self.get(address, _brief(self.guard))
        page = open_page(answer.body, url=answer.url, content_type=answer.content_type)
        return links_of(page.text, answer.url, self.language)


@dataclass(frozen=True)
class Feed:
    """`address` is that of RSS, Atom or a sitemap: the site is told nothing of the job at all."""

    address: str
    language: str
    guard: Guard
    get: Fetch

    async def candidates(self, job: str) -> Sequence[Candidate]:
        guard = _brief(self.guard)
        guard = replace(guard, types=guard.types | _FEED_TYPES)
        answer = await self.get(self.address, guard)
        try:
            found = entries_of(answer.body, answer.url, self.language)
            for place in sitemaps_of(answer.body, answer.url)[:SITEMAPS_READ]:
                further: FetchedPage = await self.get(place, guard)
                found += entries_of(further.body, further.url, self.language)
        except NotAFeed as error:
            raise PageRefused(self.address, Refusal.NOT_A_PAGE) from error
        return found


def source_of(site: MethodSite, guard: Guard, get: Fetch) -> Source:
    kind = SearchPage if site.adapter is Adapter.SEARCH_PAGE else Feed
    return kind(site.address, site.language, guard, get)


def _brief(guard: Guard) -> Guard:
    """A person waits for several sites at once: none may take as long as a page that she sent herself."""
    return replace(guard, total_seconds=min(guard.total_seconds, SITE_SECONDS))


def _told(job: str) -> str:
    """The job's words, without anything that could steer a search."""
    return " ".join(_TOLD.sub(" ", job).split())[:80]
