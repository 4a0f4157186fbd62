"""What robots.txt says is read as RFC 9309 has it, and what sites have just answered is not asked again."""

from datetime import datetime, timedelta

import pytest

from commerce.methods.fetching import FetchedPage, Guard, PageRefused, Refusal
from commerce.methods.sites.asking import Answers
from commerce.methods.sites.manners import MOST_SITES, Manners
from commerce.methods.sites.models import MethodSite
from commerce.methods.sites.remembering import MOST_ANSWERS, Remembered
from commerce.methods.sites.robots import robots_of

EVERYBODY = "User-agent: *\n"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/search?q=soup", True),
        (EVERYBODY + "Disallow:", "/search", True),
        (EVERYBODY + "Disallow: /", "/soup", False),
        (EVERYBODY + "Disallow: /", "/robots.txt", True),
        (EVERYBODY + "Disallow: /search", "/search?q=soup", False),
        (EVERYBODY + "Disallow: /search", "/Search", True),
        (EVERYBODY + "Disallow: /*?s=", "/?s=soup", False),
        (EVERYBODY + "Disallow: /*?s=", "/soup", True),
        (EVERYBODY + "Disallow: /*.xml$", "/sitemap.xml", False),
        (EVERYBODY + "Disallow: /*.xml$", "/sitemap.xml?page=2", True),
        (EVERYBODY + "Disallow: /a*a$", "/a", True),
        (EVERYBODY + "Disallow: /recipes\nAllow: /recipes/soup", "/recipes/soup", True),
        (EVERYBODY + "Allow: /recipes/soup\nDisallow: /recipes", "/recipes/pie", False),
        (EVERYBODY + "Allow: /soup\nDisallow: /soup", "/soup", True),
        (EVERYBODY + "Disallow: /s%C3%BCpp", "/s\u00fcppchen", False),
        (EVERYBODY + "Crawl-delay: 5\nDisallow: /soup # not yet", "/soup", False),
        ("\ufeffuser-AGENT : *\r\nDISALLOW : /soup\r\n", "/soup", False),
        ("User-agent: Errand\nDisallow: /soup\n\nUser-agent: *\nDisallow: /", "/pie", True),
        ("User-agent: Errand/1.0\nUser-agent: other\nDisallow: /soup", "/soup", False),
        ("User-agent: other\nDisallow: /", "/soup", True),
        ("User-agent: a\nDisallow: /x\nUser-agent: *\nDisallow: /soup", "/soup", False),
        ("Disallow: /soup", "/soup", True),
        ("<html><body>Disallow: / is what you look for</body></html>", "/soup", True),
    ],
)
def test_rules_are_read(text: str, path: str, allowed: bool) -> None:
    assert robots_of(text).allows(f"https://soup.example{path}") is allowed


def test_a_pattern_of_wildcards_alone_is_judged_at_once() -> None:
    robots = robots_of(EVERYBODY + "Disallow: /" + "*a" * 240 + "*b$")
    assert robots.allows("https://soup.example/" + "a" * 2000)


class Site:
    """Answers with its rules, or fails with a reason; counts how often it is asked for them."""

    def __init__(self, rules: str | Refusal) -> None:
        self.rules, self.asked = rules, 0

    async def get(self, url: str, guard: Guard) -> FetchedPage:
        if not url.endswith("/robots.txt"):
            return FetchedPage(url, b"soup", "text/html")
        self.asked += 1
        if isinstance(self.rules, Refusal):
            raise PageRefused(url, self.rules)
        return FetchedPage(url, self.rules.encode(), "text/plain")


@pytest.mark.parametrize("reason", [Refusal.MISSING, Refusal.REFUSED_BY_SITE, Refusal.NOT_A_PAGE])
async def test_a_site_without_rules_allows_all(reason: Refusal, now: datetime) -> None:
    manners = Manners(lambda: now, Site(reason).get)
    assert (await manners.fetch("https://soup.example/1", Guard())).body == b"soup"


@pytest.mark.parametrize("reason", [Refusal.BROKEN_SITE, Refusal.SLOW, Refusal.DEAD, Refusal.PRIVATE])
async def test_a_site_that_cannot_say_what_it_allows_is_not_asked(reason: Refusal, now: datetime) -> None:
    site = Site(reason)
    manners = Manners(lambda: now, site.get)
    for _ in range(2):
        with pytest.raises(PageRefused) as refused:
            await manners.fetch("https://soup.example/1", Guard())
        assert refused.value.reason is reason
    assert site.asked == 2  # it may be up again


async def test_rules_are_kept_by_site_and_the_oldest_forgotten(now: datetime) -> None:
    site = Site(EVERYBODY + "Disallow: /search")
    manners = Manners(lambda: now, site.get)
    for n in range(MOST_SITES + 1):
        for page in ("1", "2"):
            await manners.fetch(f"https://soup{n}.example/{page}", Guard())
    assert site.asked == MOST_SITES + 1
    await manners.fetch(f"https://soup{MOST_SITES}.example/3", Guard())
    assert site.asked == MOST_SITES + 1
    await manners.fetch("https://soup0.example/3", Guard())
    assert site.asked == MOST_SITES + 2


def known(now: datetime, *names: str) -> list[MethodSite]:
    return [
        MethodSite(name=name, host="", language="en", address=f"https://{name}.example", created_at=now)
        for name in names
    ]


def test_the_same_job_is_remembered_for_ten_minutes(now: datetime) -> None:
    minutes = 0
    remembered = Remembered(lambda: now + timedelta(minutes=minutes))
    asked = known(now, "a", "b")
    answers = Answers((), {str(site.id): None for site in asked})
    remembered.keep("Lasagne", "en", asked, answers)
    assert remembered.of(" lasagne ", "en", asked) is answers
    assert remembered.of("lasagne", "de", asked) is None
    assert remembered.of("lasagne", "en", asked[:1]) is None
    minutes = 10
    assert remembered.of("lasagne", "en", asked) is None


def test_what_a_site_could_not_answer_is_asked_again(now: datetime) -> None:
    remembered = Remembered(lambda: now)
    asked = known(now, "a")
    remembered.keep("lasagne", "en", asked, Answers((), {str(asked[0].id): "slow"}))
    assert remembered.of("lasagne", "en", asked) is None


def test_a_site_that_forbids_it_does_not_keep_the_others_from_being_remembered(now: datetime) -> None:
    remembered = Remembered(lambda: now)
    asked = known(now, "a", "b")
    answers = Answers((), {str(asked[0].id): Refusal.FORBIDDEN.value, str(asked[1].id): None})
    remembered.keep("lasagne", "en", asked, answers)
    assert remembered.of("lasagne", "en", asked) is answers


def test_no_more_answers_are_kept_than_the_bound(now: datetime) -> None:
    remembered = Remembered(lambda: now)
    for n in range(MOST_ANSWERS + 1):
        remembered.keep(f"soup {n}", "en", [], Answers((), {}))
    assert remembered.of("soup 0", "en", []) is None
    assert remembered.of(f"soup {MOST_ANSWERS}", "en", []) is not None
