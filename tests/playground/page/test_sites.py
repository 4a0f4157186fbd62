"""The demo world's sites, and the pages that misbehave."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.playground.server import make_app, open_playground
from bot.playground.sites import HUGE_BYTES, ODD_HOST, ODD_PAGES, PRIVATE_TARGET, SITES_OF, SLOW_DRIPS, Sites
from tests.playground.page.standins import QuietChats, SmallShop

SOUP = "<!doctype html><html><title>Tomato &amp; bread\n soup</title><body>500 g tomatoes</body></html>"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    site = tmp_path / "pages" / "kitchen.example"
    (site / "soups").mkdir(parents=True)
    (site / "soups" / "tomato.html").write_text(SOUP)
    (site / "index.html").write_text("<h1>untitled</h1>")
    (site / "plan.pdf").write_bytes(b"%PDF-1.4 plan")
    (tmp_path / "secret.html").write_text("not for the web")
    return tmp_path / "pages"


@pytest.fixture
async def client(pages: Path) -> AsyncIterator[ClientSession]:
    app = make_app(SmallShop(), QuietChats(), pages=pages)
    app[SITES_OF] = Sites(pages, slow_pause_seconds=0)
    playground = await open_playground(app)
    async with ClientSession(playground.address) as session:
        yield session
    await playground.close()


async def test_a_saved_page_is_served_as_it_was_saved(client: ClientSession) -> None:
    async with client.get("/sites/kitchen.example/soups/tomato") as answer:
        assert answer.status == 200
        assert answer.content_type == "text/html"
        assert await answer.text() == SOUP


async def test_other_files_keep_their_type(client: ClientSession) -> None:
    async with client.get("/sites/kitchen.example/plan.pdf") as answer:
        assert answer.content_type == "application/pdf"


@pytest.mark.parametrize(
    "path", ["kitchen.example/none", "..%2fsecret", "kitchen.example/..%2f..%2fsecret", "x/y"]
)
async def test_nothing_outside_the_saved_pages_is_served(client: ClientSession, path: str) -> None:
    async with client.get(f"/sites/{path}") as answer:
        assert answer.status == 404


def test_the_listing_names_each_page_by_its_title(pages: Path) -> None:
    listing = Sites(pages).listing()
    assert [(site["path"], site["title"]) for site in listing if not site["odd"]] == [
        ("/sites/kitchen.example", "Index"),
        ("/sites/kitchen.example/soups/tomato", "Tomato & bread soup"),
    ]
    assert len([site for site in listing if site["odd"]]) == len(ODD_PAGES)


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("gone", 404, "text/html"),
        ("members-only", 403, "text/html"),
        ("broken", 500, "text/html"),
        ("nothing", 200, "text/html"),
        ("leaflet.pdf", 200, "application/pdf"),
        ("clip.mp4", 200, "video/mp4"),
    ],
)
async def test_odd_pages_answer_as_such_sites_do(
    client: ClientSession, path: str, status: int, kind: str
) -> None:
    async with client.get(f"/sites/{ODD_HOST}/{path}") as answer:
        assert (answer.status, answer.content_type) == (status, kind)


@pytest.mark.parametrize(
    ("path", "target"), [("private", PRIVATE_TARGET), ("circle", f"/sites/{ODD_HOST}/circle")]
)
async def test_odd_redirects_lead_where_nobody_should_follow(
    client: ClientSession, path: str, target: str
) -> None:
    async with client.get(f"/sites/{ODD_HOST}/{path}", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (302, target)


async def test_the_slow_page_comes_in_drips_and_ends(client: ClientSession) -> None:
    async with client.get(f"/sites/{ODD_HOST}/slow") as answer:
        assert (await answer.text()).count("<li>") == SLOW_DRIPS


async def test_the_huge_page_says_no_length_and_can_be_left_early(client: ClientSession) -> None:
    async with client.get(f"/sites/{ODD_HOST}/huge") as answer:
        assert answer.content_length is None
        taken = await answer.content.read(100_000)
        assert 0 < len(taken) < HUGE_BYTES
    async with client.get("/play/sites") as again:
        assert again.status == 200
