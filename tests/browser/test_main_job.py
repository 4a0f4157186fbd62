"""The main job, from a link to the door, at the screen: steps 1 to 6 of the journey, on the real shop."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser.conftest import PICTURES
from tests.browser.errand import REPOSITORY, Errand, start_errand
from tests.browser.screen import Chat, Screen

TRAINING_MILLISECONDS = 15 * 60 * 1000
SELLERS = ("Kaufhaus Sommer", "Grüne Kiste", "Feinkost Marini")

pytestmark = [
    pytest.mark.rasa,
    pytest.mark.skipif(
        not (REPOSITORY / "bot" / "__main__.py").is_file(), reason="there is no `errand play` yet"
    ),
]


@pytest_asyncio.fixture(loop_scope="session")
async def errand(tmp_path: Path) -> AsyncIterator[Errand]:
    running = await start_errand(tmp_path)
    yield running
    await running.kill()


@pytest_asyncio.fixture(loop_scope="session")
async def shop_screen(browser: Browser, errand: Errand) -> AsyncIterator[Screen]:
    context = await browser.new_context(viewport={"width": 1720, "height": 960}, locale="en-GB")
    screen = Screen(await context.new_page(), errand.address, PICTURES / "main job")
    await screen.open()
    progress = screen.page.get_by_role("progressbar", name="Dialogue engine")
    await expect(progress).to_have_count(0, timeout=TRAINING_MILLISECONDS)
    yield screen
    await screen.picture("99 the end")
    await context.close()
    assert screen.complaints == []
    assert screen.asked_outside() == []


async def begin(screen: Screen, title: str) -> Chat:
    chat = await screen.bring(title)
    start = chat.root.get_by_role("button", name="Start", exact=True)
    if await start.count():
        await start.click()
    return chat


async def test_from_a_link_to_the_door(shop_screen: Screen, errand: Errand) -> None:
    screen = shop_screen
    mia = await begin(screen, "Mia Winter")
    await she_sends_a_link_and_trims_the_list(screen, mia, errand.address)
    await the_sellers_answer(screen, mia)
    await she_chooses(screen, mia)
    await she_says_where_to_and_pays(screen, mia)
    await it_is_packed_and_brought(screen, mia)
    log = await screen.panel("Log")
    await log.get_by_label("Which calls").select_option("errors only")
    await expect(log.locator("ol > li")).to_have_count(0)
    await expect(log.locator(".violations")).to_have_count(0)


async def she_sends_a_link_and_trims_the_list(screen: Screen, mia: Chat, address: str) -> None:
    await mia.says("hello")
    await expect(mia.from_bot.last.locator(".key")).to_have_count(3, timeout=15_000)
    await screen.picture("1 hello")
    await mia.says(f"{address}/sites/simmerandspoon.example/basil-risotto")
    the_list = await mia.sees("risotto rice")
    await expect(the_list.locator(".edited")).to_be_visible()
    await screen.picture("2 the list")
    await mia.taps(re.compile("onion"))
    await mia.says("make it for six")
    await expect(the_list).to_contain_text("for 6", timeout=15_000)
    await mia.says("no basil please")
    await expect(the_list.locator("s").filter(has_text="basil")).to_be_visible(timeout=15_000)
    await mia.says("add 200 ml cream")
    await expect(the_list).to_contain_text("cream", timeout=15_000)
    await expect(the_list).to_contain_text("About")
    await screen.picture("3 trimmed, with an estimate")


async def the_sellers_answer(screen: Screen, mia: Chat) -> None:
    await mia.taps("Ask the sellers")
    waiting = await mia.sees("0 of 3 sellers answered")
    sommer = await begin(screen, SELLERS[0])
    await sommer.sees_button(re.compile("Offer"))
    await sommer.taps(re.compile("Offer"))
    await expect(waiting).to_contain_text("1 of 3 sellers answered", timeout=15_000)
    marini = await begin(screen, SELLERS[2])
    await marini.replies(re.compile("rice"), "rice 3.20, no wine, rest ok, tomorrow")
    await marini.sees("3.20")
    await screen.picture("4 read back to the seller")
    await marini.taps(re.compile("Yes|Confirm|Send"))
    await expect(waiting).to_contain_text("2 of 3 sellers answered", timeout=15_000)
    await screen.bring("Mia Winter")
    await mia.taps("Show what there is now")


async def she_chooses(screen: Screen, mia: Chat) -> None:
    await mia.sees("My proposal")
    await screen.picture("5 the proposal")
    await mia.taps("Why?")
    await mia.sees("Why this way")
    await mia.taps("Fewest sellers")
    await mia.taps("Compare")
    await mia.sees("Side by side")
    await screen.picture("6 side by side")
    await mia.taps("Order this")


async def she_says_where_to_and_pays(screen: Screen, mia: Chat) -> None:
    await mia.says("Gartenweg 14, 99955 Lindenau, second floor")
    await mia.sees_button(re.compile("card", re.IGNORECASE))
    await mia.taps(re.compile("card", re.IGNORECASE))
    await mia.sees_button(re.compile("^.*Pay"))
    await mia.taps(re.compile("^.*Pay"))
    sheet = screen.page.get_by_role("dialog", name="Page")
    await screen.picture("7 the card page")
    await sheet.frame_locator("iframe").get_by_role("button", name=re.compile("Pay")).click()
    await expect(sheet).to_have_count(0, timeout=15_000)
    await mia.sees(re.compile("Paid", re.IGNORECASE))


async def it_is_packed_and_brought(screen: Screen, mia: Chat) -> None:
    for title in SELLERS:
        seller = await screen.bring(title)
        if await seller.button(re.compile("packed", re.IGNORECASE)).count():
            assert "Gartenweg" not in await seller.root.inner_text()
            await seller.taps(re.compile("packed", re.IGNORECASE))
    courier = await begin(screen, "Tobias Reh")
    await courier.sees("Gartenweg 14")
    await screen.picture("8 the courier")
    await courier.taps(re.compile("Picked up", re.IGNORECASE))
    await courier.taps(re.compile("Delivered", re.IGNORECASE))
    await screen.bring("Mia Winter")
    await mia.says("where is my order?")
    await mia.sees(re.compile("delivered", re.IGNORECASE))
    await screen.picture("9 at the door")
