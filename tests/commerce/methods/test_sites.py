"""Method sites: registered, switched, asked side by side; the answers are kept and one list is chosen."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import pytest
from sqlmodel import Session, select

from commerce import events
from commerce.due import DueWork
from commerce.methods.events import ListChanged, PageRead
from commerce.methods.fetching import FetchedPage, Guard, PageRefused, Refusal
from commerce.methods.models import ListState
from commerce.methods.reading import MethodReading, NotAMethod, WhyNot, read_text
from commerce.methods.service import components_of
from commerce.methods.sites import asking
from commerce.methods.sites.asking import Answers, Offer, ask_sites
from commerce.methods.sites.events import JobAnswered, JobNamed
from commerce.methods.sites.kept import kept, reading_of
from commerce.methods.sites.manners import Fetch
from commerce.methods.sites.models import Adapter, JobState, MethodSite, SiteState
from commerce.methods.sites.ranking import Candidate
from commerce.methods.sites.service import (
    ASK_SITES,
    NotAnAddress,
    answered,
    choose,
    found_methods,
    name_job,
    register_site,
    sites,
    switch_site,
)
from commerce.people.models import Person
from commerce.people.service import arrive

LASAGNE = read_text(
    "Lasagne for 4 people\nIngredients:\n500 g ricotta\n2-3 cloves garlic\n1/2 tsp oregano\nsalt"
)
PANCAKES = MethodReading("Pancakes", Decimal(12), "pancakes", "en", LASAGNE.lines, "pasted")


@pytest.fixture
def mia(session: Session, now: datetime) -> Person:
    return arrive(session, 7, "Mia", "en", now)


@pytest.fixture
def site(session: Session, now: datetime) -> MethodSite:
    return register_site(session, "https://soup.example/search?q={query}", now, name="Soup")


def test_an_address_with_a_place_for_words_is_a_search_page(session: Session, now: datetime) -> None:
    for n, place in enumerate(("{query}", "{searchTerms}", "%s", "{q}")):
        site = register_site(session, f"https://www.soup{n}.example/?s={place}", now)
        assert (site.adapter, site.name) == (Adapter.SEARCH_PAGE, f"soup{n}.example")
        assert site.address.endswith("?s={query}")
    assert register_site(session, "https://soup.example/feed", now).adapter is Adapter.FEED


@pytest.mark.parametrize(
    "address",
    [
        "", "soup.example", "ftp://soup.example/{query}", "https://", "https://{query}.example/", "http://[::1",
        "https://soup/{query}", "https://soup.example/{query}/{query}", "https://soup.example/" + "x" * 400,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(session: Session, now: datetime, address: str) -> None:
    with pytest.raises(NotAnAddress):
        register_site(session, address, now)


def test_a_site_is_there_once_and_comes_back_when_added_again(
    session: Session, site: MethodSite, now: datetime
) -> None:
    switch_site(session, site, SiteState.OFF)
    assert (sites(session), sites(session, only_on=True)) == ([site], [])
    switch_site(session, site, SiteState.REMOVED)
    assert sites(session) == []
    again = register_site(session, site.address, now, language="de")
    assert again.id == site.id
    assert (again.state, again.language, again.name) == (SiteState.ON, "de", "Soup")


def test_a_job_is_promised_and_answered_once(
    session: Session, mia: Person, site: MethodSite, now: datetime
) -> None:
    search = name_job(session, mia, "lasagne", Decimal(6), "en", now)
    assert [work.kind for work in session.exec(select(DueWork))] == [ASK_SITES]
    answers = Answers((Offer(site, "https://soup.example/1", LASAGNE),), {str(site.id): None})
    answered(session, search.id, answers, now)
    answered(session, search.id, answers, now)
    assert [type(event) for event in events.fresh(session) if "Job" in event.kind] == [JobNamed, JobAnswered]
    assert [found.title for found in found_methods(session, search.id)] == ["Lasagne for 4 people"]
    assert search.state is JobState.OFFERED


def test_a_site_that_did_not_answer_is_noted_and_freed_when_it_does(
    session: Session, mia: Person, site: MethodSite, now: datetime
) -> None:
    search = name_job(session, mia, "lasagne", None, "en", now)
    answered(session, search.id, Answers((), {str(site.id): "slow"}), now)
    assert (search.state, search.silent, site.trouble) == (JobState.NOTHING, ["Soup"], "slow")
    other = name_job(session, mia, "soup", None, "en", now)
    answered(session, other.id, Answers((), {str(site.id): None}), now)
    assert (other.silent, site.trouble) == ([], None)


def test_the_chosen_list_is_hers_for_the_servings_she_asked_for(
    session: Session, mia: Person, site: MethodSite, now: datetime
) -> None:
    search = name_job(session, mia, "lasagne", Decimal(6), "en", now)
    answered(session, search.id, Answers((Offer(site, "https://soup.example/1", LASAGNE),), {}), now)
    events.fresh(session)
    chosen = choose(session, mia, found_methods(session, search.id)[0], now, confirmed_by=3)
    assert (chosen.state, chosen.person_id, chosen.url) == (ListState.OPEN, mia.id, "https://soup.example/1")
    assert chosen.factor == Decimal("1.5")
    ricotta, garlic, oregano, salt = components_of(session, chosen.id)
    assert (ricotta.qty, ricotta.base_qty) == (750, 500)
    assert (garlic.qty, garlic.qty_max, oregano.qty, salt.qty) == (3, Decimal("4.5"), Decimal("0.75"), None)
    told = [event for event in events.fresh(session) if isinstance(event, PageRead | ListChanged)]
    assert [type(event) for event in told] == [PageRead]


def test_pieces_are_not_taken_for_people(
    session: Session, mia: Person, site: MethodSite, now: datetime
) -> None:
    search = name_job(session, mia, "pancakes", Decimal(6), "en", now)
    answered(session, search.id, Answers((Offer(site, "https://soup.example/2", PANCAKES),), {}), now)
    assert choose(session, mia, found_methods(session, search.id)[0], now, confirmed_by=3).factor == 1


def test_a_reading_is_kept_as_it_was() -> None:
    assert reading_of(kept(LASAGNE)) == LASAGNE
    assert reading_of(kept(PANCAKES)) == PANCAKES


class Web:
    """Sites and pages by name and address; a site may be `down`, a page no list. Notes what ran at once."""

    def __init__(
        self, down: Sequence[str] = (), empty: Sequence[str] = (), forbidden: Sequence[str] = ()
    ) -> None:
        self.down, self.empty, self.forbidden = down, empty, forbidden
        self.at_once = self.most_at_once = 0
        self.read: list[str] = []

    def source_of(self, site: MethodSite, guard: Guard, get: Fetch) -> "Web.Shelf":
        return Web.Shelf(self, site)

    async def fetch(self, url: str, guard: Guard) -> FetchedPage:
        self.read.append(url)
        if any(url.startswith(f"https://{place}") for place in self.forbidden):
            raise PageRefused(url, Refusal.FORBIDDEN)
        return FetchedPage(url, url.encode(), "text/html")

    async def reading(self, page: FetchedPage) -> MethodReading:
        if page.url in self.empty:
            raise NotAMethod(WhyNot.NO_COMPONENTS)
        return MethodReading(page.url, None, None, "en", LASAGNE.lines, "pasted")

    class Shelf:
        def __init__(self, web: "Web", site: MethodSite) -> None:
            self.web, self.site = web, site

        async def candidates(self, job: str) -> Sequence[Candidate]:
            self.web.at_once += 1
            self.web.most_at_once = max(self.web.most_at_once, self.web.at_once)
            await asyncio.sleep(0.01)
            self.web.at_once -= 1
            if self.site.name in self.web.down:
                raise PageRefused(self.site.address, Refusal.DEAD)
            base = f"https://{self.site.name}.example"
            names = [f"Lasagne {kind}" for kind in ("bolognese", "verde", "bianca", "rossa")]
            return [Candidate(f"{base}/{n}", name) for n, name in enumerate(names)] + [
                Candidate(f"{base}/contact", "Contact")
            ]


def several(now: datetime, *names: str) -> list[MethodSite]:
    return [
        MethodSite(name=name, host="", language="en", address=f"https://{name}.example", created_at=now)
        for name in names
    ]


async def asked(web: Web, known: list[MethodSite], monkeypatch: pytest.MonkeyPatch) -> Answers:
    monkeypatch.setattr(asking, "source_of", web.source_of)
    return await ask_sites("lasagne", "en", known, Guard(), web.reading, web.fetch)


async def test_sites_are_asked_side_by_side_and_few_pages_of_each_are_read(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web()
    answers = await asked(web, several(now, "a", "b", "c", "d"), monkeypatch)
    assert web.most_at_once == 4
    assert {offer.site.name for offer in answers.offers} == {"a", "b", "c"}
    assert len(answers.offers) == 3
    assert len(web.read) == len(set(web.read)) <= 6
    assert not any("contact" in url for url in web.read)


async def test_one_that_is_down_costs_the_others_nothing(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = several(now, "a", "b")
    answers = await asked(Web(down=["a"]), known, monkeypatch)
    assert answers.troubles == {str(known[0].id): "dead", str(known[1].id): None}
    assert [offer.site.name for offer in answers.offers] == ["b", "b"]


async def test_pages_without_a_list_are_not_offered(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    web = Web(empty=["https://a.example/0"])
    answers = await asked(web, several(now, "a"), monkeypatch)
    assert [offer.url for offer in answers.offers] == ["https://a.example/1"]


async def test_pages_that_a_site_forbids_are_no_offers_and_said_so_where_it_forbids_all(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web(forbidden=["a.", "b.example/1"])
    known = several(now, "a", "b")
    answers = await asked(web, known, monkeypatch)
    assert {offer.site.name for offer in answers.offers} == {"b"}
    assert answers.troubles == {str(known[0].id): "forbidden", str(known[1].id): None}


async def test_all_down_is_no_offer(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = await asked(Web(down=["a", "b"]), several(now, "a", "b"), monkeypatch)
    assert answers.offers == ()
    assert set(answers.troubles.values()) == {"dead"}
