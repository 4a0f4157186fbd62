"""The playground's server: the page, what is Errand's own, and who may drive it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import make_mocked_request

from bot.playground.assets import PAGE, Assets
from bot.playground.bank.faults import Faults
from bot.playground.server import BACK_PATH, OpenPlayground, make_app, open_playground
from bot.playground.shop import Due
from tests.playground.page.standins import QuietChats, SmallShop


@asynccontextmanager
async def opened(
    shop: SmallShop, *, bank: web.Application | None = None
) -> AsyncIterator[tuple[OpenPlayground, ClientSession]]:
    playground = await open_playground(make_app(shop, QuietChats(), bank=bank))
    try:
        async with ClientSession(playground.address) as client:
            yield playground, client
    finally:
        await playground.close()


async def test_the_page_answers_while_the_shop_is_still_starting() -> None:
    async with opened(SmallShop(starting="migrating")) as (_, client):
        async with client.get("/") as page:
            assert page.status == 200
            assert "Errand" in await page.text()
        async with client.get("/play/state") as answer:
            state = await answer.json()
        assert state["starting"] == "migrating"
        assert state["panes"] == []
        assert state["progress"]["stage"] == "training"
        async with client.post("/play/jump", json={"seconds": 60}) as refused:
            assert refused.status == 503
            assert "still starting: migrating" in (await refused.json())["error"]


async def test_the_state_names_panes_time_and_pages() -> None:
    async with opened(SmallShop()) as (_, client), client.get("/play/state") as answer:
        state = await answer.json()
    assert state["panes"] == [
        {"user_id": 7, "title": "Mia Winter", "role": "consumer", "hint": "Cooks tonight", "works_for": ""}
    ]
    assert state["now"] == "2026-11-20T09:00:00+00:00"
    assert any(site["odd"] for site in state["sites"])


async def test_everything_the_page_loads_is_its_own_and_small() -> None:
    """Counted as sent, compressed, with all that is fetched only when it is opened (what a first visit costs:
    `test_first_load`); the page's own files name no other server."""
    total = 0
    async with (
        opened(SmallShop()) as (playground, _),
        ClientSession(playground.address, auto_decompress=False) as client,
    ):
        for file in PAGE.rglob("*"):
            if file.suffix not in {".js", ".css", ".svg", ".html"}:
                continue
            async with client.get(
                f"/page/{file.relative_to(PAGE)}", headers={"Accept-Encoding": "gzip"}
            ) as answer:
                assert answer.status == 200
                total += len(await answer.read())
            words = file.read_text()
            assert "http://" not in words.replace("http://www.w3.org/", "").replace("http://${", ""), (
                file.name
            )
            assert "https://" not in words, file.name
    assert total < 150_000


async def test_the_page_may_load_from_its_own_server_only() -> None:
    async with opened(SmallShop()) as (_, client), client.get("/") as page:
        assert page.headers["Content-Security-Policy"].startswith("default-src 'self';")


@pytest.mark.parametrize(
    "path", ["../server.py", "%2e%2e/server.py", "vendor", "nothing.js", "vendor/LICENSE.preact"]
)
async def test_only_files_of_the_page_are_given_out(path: str) -> None:
    async with opened(SmallShop()) as (_, client), client.get(f"/page/{path}") as answer:
        assert answer.status == 404


async def test_time_jumps_by_seconds_and_to_the_next_deadline() -> None:
    async with opened(SmallShop()) as (_, client):
        async with client.post("/play/jump", json={"seconds": 3600}) as answer:
            assert (await answer.json())["now"] == "2026-11-20T10:00:00+00:00"
        async with client.post("/play/jump", json={"to": "next"}) as answer:
            assert (await answer.json())["now"] == "2026-11-20T10:30:00+00:00"


@pytest.mark.parametrize(
    "body", [{}, {"seconds": 0}, {"seconds": -5}, {"seconds": "soon"}, {"seconds": 10**9}, [1]]
)
async def test_a_jump_that_makes_no_sense_is_refused_in_words(body: object) -> None:
    shop = SmallShop()
    before = shop.time
    async with opened(shop) as (_, client), client.post("/play/jump", json=body) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"]
    assert shop.time == before


async def test_somebody_new_gets_a_pane() -> None:
    shop = SmallShop()
    async with opened(shop) as (_, client):
        body = {"first_name": " Kim ", "role": "seller", "language": "de"}
        async with client.post("/play/people", json=body) as answer:
            assert answer.status == 201
            assert (await answer.json())["title"] == "Kim"
        async with client.post("/play/people", json={"first_name": " "}) as answer:
            assert answer.status == 400
    assert [pane.title for pane in shop.people] == ["Mia Winter", "Kim"]


async def test_reasons_are_told_for_one_message_and_missing_ones_are_named() -> None:
    shop = SmallShop()
    shop.reasons[7, 4] = {"understood": {"intent": "greeting"}}
    async with opened(shop) as (_, client):
        async with client.get("/play/why?chat_id=7&message_id=4") as answer:
            assert await answer.json() == {"understood": {"intent": "greeting"}}
        async with client.get("/play/why?chat_id=7&message_id=5") as answer:
            assert answer.status == 404
            assert "message 5" in (await answer.json())["error"]
        async with client.get("/play/why?chat_id=7") as answer:
            assert answer.status == 400


FOREIGN = (
    {"Origin": "http://elsewhere.example"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Host": "rebound.example"},
)


@pytest.mark.parametrize("headers", FOREIGN)
async def test_another_site_in_the_same_browser_cannot_drive_the_playground(headers: dict[str, str]) -> None:
    shop = SmallShop()
    async with opened(shop) as (playground, client):
        routes = make_app(shop, QuietChats()).router.routes()
        paths = [(route.method, route.resource.canonical) for route in routes if route.resource is not None]
        driving = [
            (method, path) for method, path in paths if path.startswith("/play/") and path != BACK_PATH
        ]
        assert len(driving) > 10
        for method, path in driving:
            async with client.request(method, path, headers=headers) as refused:
                assert refused.status == 403, path
        assert shop.resets == 0
        async with client.post("/play/reset", headers={"Origin": playground.address}) as answer:
            assert answer.status == 200
    assert shop.resets == 1


async def test_the_bank_answers_under_its_own_prefix() -> None:
    bank = web.Application()

    async def card(request: web.Request) -> web.Response:
        return web.Response(text="card page")

    bank.router.add_get("/pay/{session}", card)
    async with opened(SmallShop(), bank=bank) as (playground, client):
        async with client.get(f"{playground.bank_address}/pay/cs_1") as answer:
            assert await answer.text() == "card page"
        async with client.get(playground.back_address("paid")) as answer:
            assert "Back to the chat" in await answer.text()


async def test_a_taken_port_is_refused_and_a_closed_one_is_free_again() -> None:
    first = await open_playground(make_app(SmallShop(), QuietChats()))
    with pytest.raises(OSError):
        await open_playground(make_app(SmallShop(), QuietChats()), port=first.port)
    await first.close()
    again = await open_playground(make_app(SmallShop(), QuietChats()), port=first.port)
    assert again.port == first.port
    await again.close()


def test_the_vendored_modules_name_their_versions_and_licences() -> None:
    notes = (PAGE / "vendor" / "README.md").read_text()
    for file in (PAGE / "vendor").glob("*.js"):
        assert f"`{file.name}`" in notes
    assert Path(PAGE / "vendor" / "LICENSE.preact").is_file()


async def test_a_browser_that_has_a_file_is_not_sent_it_again() -> None:
    async with opened(SmallShop()) as (_, client):
        async with client.get("/page/app.js") as answer:
            tag = answer.headers["ETag"]
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == "no-cache"
        async with client.get("/page/app.js", headers={"If-None-Match": tag}) as again:
            assert again.status == 304
            assert await again.read() == b""
        async with client.get("/page/app.js", headers={"If-None-Match": '"of-another-day"'}) as anew:
            assert anew.status == 200
        async with client.get("/page/app.js", headers={"Accept-Encoding": "identity"}) as plain:
            assert "Content-Encoding" not in plain.headers


async def test_a_file_that_was_changed_is_sent_anew(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("one();")
    assets = Assets(tmp_path)
    request = make_mocked_request("GET", "/page/a.js")
    first = assets.answer(request, "a.js")
    assert first.body == b"one();"
    (tmp_path / "a.js").write_text("two();")
    os.utime(tmp_path / "a.js", ns=(1, 1))
    second = assets.answer(request, "a.js")
    assert second.body == b"two();"
    assert second.headers["ETag"] != first.headers["ETag"]


async def test_faults_of_the_bank_are_set_one_by_one_and_ended_at_once() -> None:
    shop = SmallShop()
    async with opened(shop) as (_, client):
        async with client.post("/play/faults", json={"decline_all": True}) as answer:
            assert (await answer.json())["decline_all"] is True
        async with client.post("/play/faults", json={"slow_seconds": 3}) as answer:
            told = await answer.json()
        assert (told["decline_all"], told["slow_seconds"]) == (True, 3)
        async with client.get("/play/state") as answer:
            assert (await answer.json())["bank"] == told
        async with client.post("/play/faults", json={"weather": "bad"}) as refused:
            assert refused.status == 400
            assert "no fault 'weather'" in (await refused.json())["error"]
        async with client.delete("/play/faults") as answer:
            assert answer.status == 200
    assert shop.faults == Faults()


async def test_time_jumps_to_a_chosen_moment_and_tells_what_is_due() -> None:
    shop = SmallShop()
    shop.due = [Due(shop.time + timedelta(minutes=12), "The round of Mia closes")]
    async with opened(shop) as (_, client):
        async with client.get("/play/agenda") as answer:
            assert await answer.json() == [
                {"at": "2026-11-20T09:12:00+00:00", "what": "The round of Mia closes"}
            ]
        async with client.post("/play/jump", json={"to": "2026-11-20T12:30:00+01:00"}) as answer:
            assert (await answer.json())["now"] == "2026-11-20T11:30:00+00:00"
        for wish, said in (("2026-11-20T09:00:00Z", "forward"), ("soon", "no date"), ("2027-01-01", "zone")):
            async with client.post("/play/jump", json={"to": wish}) as refused:
                assert refused.status == 400
                assert said in (await refused.json())["error"]


async def test_only_an_engine_that_failed_is_tried_again() -> None:
    shop = SmallShop()
    async with opened(shop) as (_, client):
        async with client.post("/play/engine/retry") as refused:
            assert refused.status == 400
        shop.stage, shop.fraction = "failed", 0.0
        async with client.post("/play/engine/retry") as answer:
            assert (await answer.json())["stage"] == "installing"
        async with client.post("/play/restart") as answer:
            assert answer.status == 200
    assert (shop.retries, shop.restarts) == (1, 1)
