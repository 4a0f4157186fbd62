"""What every kind of method site does: it names its pages for a job, behind the guard, told only words."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from commerce.methods.fetching import Guard, PageRefused, Refusal, fetch
from commerce.methods.sites import adapters
from commerce.methods.sites.adapters import Feed, SearchPage
from commerce.methods.sites.manners import Manners

PAGES = {"/vegetable-lasagne": "Vegetable Lasagne", "/apple-pie": "Apple Pie"}
MEGABYTE = 1024 * 1024
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass
class Site:
    """A site on loopback with two pages and a link elsewhere; `wrong` says what is the matter with it,
    `moved_to` where all of it is now."""

    wrong: str = ""
    moved_to: str = ""
    robots: str | None = None
    asked: list[web.Request] = field(default_factory=list)
    origin: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        if request.path == "/robots.txt":
            return web.Response(text=self.robots) if self.robots is not None else web.Response(status=404)
        if self.moved_to:
            return web.Response(status=301, headers={"Location": f"{self.moved_to}{request.rel_url}"})
        match self.wrong:
            case "down":
                return web.Response(status=503)
            case "shut":
                return web.Response(status=403)
            case "slow":
                await asyncio.sleep(5)
            case "huge":
                return web.Response(body=b"x" * 5 * MEGABYTE, content_type="text/html")
            case "moved inside":
                return web.Response(status=302, headers={"Location": "http://169.254.169.254/latest"})
            case "picture":
                return web.Response(body=b"\x89PNG....", content_type="image/png")
        text, kind = getattr(self, "_" + request.path.strip("/").replace(".", "_").replace("-", "_"))()
        return web.Response(text=text, content_type=kind)

    def _search(self) -> tuple[str, str]:
        links = "".join(f'<a href="{path}"><b>{title}</b></a>' for path, title in PAGES.items())
        odd = '<a href="https://other.example/lasagne">Lasagne</a><a href="mailto:a@b.example">Mail</a>'
        odd += '<a href="http://[lasagne">Lasagne</a>'
        odd += "<a href='/lasagne.jpg'>Lasagne</a>"
        return f"<html><title>Search</title><base href='http://[1'>{links}{odd}</html>", "text/html"

    def _feed_xml(self) -> tuple[str, str]:
        items = "".join(
            f"<item><title>{t}</title><link>{self.origin}{p}</link></item>" for p, t in PAGES.items()
        )
        odd = "<item><title>Lasagne elsewhere</title><link>https://other.example/lasagne</link></item>"
        return f"<rss version='2.0'><channel>{items}{odd}</channel></rss>", "application/rss+xml"

    def _atom_xml(self) -> tuple[str, str]:
        entries = "".join(
            f"<entry><title>{t}</title><link rel='self' href='/x'/><link href='{p}'/></entry>"
            for p, t in PAGES.items()
        )
        return f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>", "application/atom+xml"

    def _sitemap_xml(self) -> tuple[str, str]:
        places = "".join(f"<url><loc>{self.origin}{path}</loc></url>" for path in PAGES)
        places += "<url><loc>http://[lasagne</loc></url>"
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f"<urlset xmlns='{space}'>{places}</urlset>", "application/xml"

    def _index_xml(self) -> tuple[str, str]:
        return (
            f"<sitemapindex><sitemap><loc>{self.origin}/sitemap.xml</loc></sitemap>"
            "<sitemap><loc>https://other.example/sitemap.xml</loc></sitemap>"
            "<sitemap><loc>http://[sitemap</loc></sitemap></sitemapindex>",
            "text/xml",
        )

    def _odd_xml(self) -> tuple[str, str]:
        return '<?xml version="1.0" encoding="shift_jis"?><rss><channel/></rss>', "text/xml"

    def _bomb_xml(self) -> tuple[str, str]:
        return '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel>&a;</channel></rss>', "text/xml"


@asynccontextmanager
async def served() -> AsyncIterator[Site]:
    made = Site()
    app = web.Application()
    app.router.add_get("/{path:.*}", made.answer)
    async with TestServer(app) as server:
        made.origin = f"http://{server.host}:{server.port}"
        yield made


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with served() as made:
        yield made


Make = Callable[[Site, Guard], SearchPage | Feed]
KINDS: dict[str, Make] = {
    "search page": lambda site, guard: SearchPage(f"{site.origin}/search?q={{query}}", "en", guard, fetch),
    "rss": lambda site, guard: Feed(f"{site.origin}/feed.xml", "en", guard, fetch),
    "atom": lambda site, guard: Feed(f"{site.origin}/atom.xml", "en", guard, fetch),
    "sitemap": lambda site, guard: Feed(f"{site.origin}/sitemap.xml", "en", guard, fetch),
    "index of sitemaps": lambda site, guard: Feed(f"{site.origin}/index.xml", "en", guard, fetch),
}
each_kind = pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)


def opened(*sites: Site) -> Guard:
    places = [site.origin.removeprefix("http://").partition(":") for site in sites]
    return Guard(openings=frozenset((host, int(port)) for host, _, port in places))


@each_kind
async def test_a_site_names_its_own_pages_with_their_titles(site: Site, make: Make) -> None:
    found = {one.url: one.title.title() for one in await make(site, opened(site)).candidates("lasagne")}
    assert found == {f"{site.origin}{path}": title for path, title in PAGES.items()}


@each_kind
async def test_it_is_asked_once_or_twice_and_not_told_who_asks(site: Site, make: Make) -> None:
    await make(site, opened(site)).candidates("lasagne for Mia <mia@example.org> & co")
    assert 1 <= len(site.asked) <= 2
    for request in site.asked:
        assert not {"Cookie", "Referer", "From", "Authorization", "X-Forwarded-For"} & set(request.headers)
        assert set(request.query) <= {"q"}
        assert "@" not in request.query.get("q", "")


@each_kind
async def test_what_a_site_forbids_to_programs_is_not_asked(site: Site, make: Make) -> None:
    site.robots = "User-agent: *\nDisallow: /*.xml\nDisallow: /search?*q="
    kind = replace(make(site, opened(site)), get=Manners(lambda: NOW).fetch)
    with pytest.raises(PageRefused) as refused:
        await kind.candidates("lasagne")
    assert refused.value.reason is Refusal.FORBIDDEN
    assert [request.path for request in site.asked] == ["/robots.txt"]


@each_kind
@pytest.mark.parametrize("robots", ["User-agent: *\nDisallow: /", "User-agent: *\nDisallow: /private"])
async def test_a_site_that_a_redirect_leads_to_is_asked_for_its_rules_first(
    site: Site, make: Make, robots: str
) -> None:
    async with served() as other:
        site.moved_to, other.robots = other.origin, robots
        kind = replace(make(site, opened(site, other)), get=Manners(lambda: NOW).fetch)
        if robots.endswith("private"):
            assert len(await kind.candidates("lasagne")) == len(PAGES)
        else:
            with pytest.raises(PageRefused) as refused:
                await kind.candidates("lasagne")
            assert refused.value.reason is Refusal.FORBIDDEN
            assert [request.path for request in other.asked] == ["/robots.txt"]
        assert other.asked[0].path == "/robots.txt"


@each_kind
async def test_a_site_without_such_rules_is_asked_for_them_once_an_hour(site: Site, make: Make) -> None:
    minutes = 0
    manners = Manners(lambda: NOW + timedelta(minutes=minutes))
    kind = replace(make(site, opened(site)), get=manners.fetch)
    for minutes in (0, 59, 61):  # noqa: B007 - the clock looks at it
        assert len(await kind.candidates("lasagne")) == len(PAGES)
    assert [request.path for request in site.asked].count("/robots.txt") == 2


@each_kind
@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("down", Refusal.BROKEN_SITE),
        ("shut", Refusal.REFUSED_BY_SITE),
        ("huge", Refusal.HUGE),
        ("moved inside", Refusal.PRIVATE),
        ("picture", Refusal.PICTURE),
    ],
)
async def test_what_is_wrong_with_it_has_a_name(site: Site, make: Make, wrong: str, reason: Refusal) -> None:
    site.wrong = wrong
    with pytest.raises(PageRefused) as refused:
        await make(site, opened(site)).candidates("lasagne")
    assert refused.value.reason is reason


@each_kind
async def test_a_slow_site_is_left_after_its_time(
    site: Site, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapters, "SITE_SECONDS", 0.2)
    site.wrong = "slow"
    with pytest.raises(PageRefused) as refused:
        await make(site, opened(site)).candidates("lasagne")
    assert refused.value.reason is Refusal.SLOW


@each_kind
async def test_a_private_address_is_never_asked(site: Site, make: Make) -> None:
    with pytest.raises(PageRefused) as refused:
        await make(site, Guard()).candidates("lasagne")
    assert refused.value.reason is Refusal.PRIVATE
    assert site.asked == []


@pytest.mark.parametrize("path", ["/bomb.xml", "/odd.xml", "/search"])
async def test_what_is_no_feed_is_said_so(site: Site, path: str) -> None:
    with pytest.raises(PageRefused) as refused:
        await Feed(site.origin + path, "en", opened(site), fetch).candidates("lasagne")
    assert refused.value.reason is Refusal.NOT_A_PAGE
