"""Every guided tour, clicked through to its end on the real shop with its dialogue engine."""

import asyncio
import json
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, expect

from bot.playground.assets import PAGE
from tests.browser.conftest import PICTURES
from tests.browser.errand import Errand, start_errand
from tests.browser.screen import Screen
from tests.browser.touring import Guide

READY_SECONDS = 15 * 60
MILLISECONDS = 20_000
TOURS = [str(one["id"]) for one in json.loads((PAGE / "tours" / "index.json").read_text(encoding="utf-8"))]

pytestmark = pytest.mark.rasa


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def errand(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Errand]:
    """One playground for all tours: each has people of its own, or does not mind what was before."""
    running = await start_errand(tmp_path_factory.mktemp("tours"))
    async with asyncio.timeout(READY_SECONDS), ClientSession() as client:
        while True:
            async with client.get(f"{running.address}/play/progress") as answer:
                if (await answer.json())["stage"] == "ready":
                    break
            await asyncio.sleep(0.5)
    yield running
    await running.kill()


@pytest_asyncio.fixture(loop_scope="session")
async def guide(browser: Browser, errand: Errand, request: pytest.FixtureRequest) -> AsyncIterator[Guide]:
    width, height = getattr(request, "param", (1720, 960))
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=width < 800,
        locale="en-GB",
        timezone_id="Europe/Berlin",
    )
    screen = Screen(await context.new_page(), errand.address, PICTURES / "tours")
    await screen.open()
    guide = Guide(screen)
    await guide.open()
    yield guide
    await screen.picture(request.node.name)
    await context.close()
    assert screen.asked_outside() == []
    assert screen.complaints == []


@pytest.mark.parametrize("tour", TOURS)
async def test_a_tour_is_played_to_its_end(guide: Guide, tour: str) -> None:
    await guide.plays(tour)
    card = guide.page.locator(f'.tour-card[data-tour="{tour}"]')
    await expect(card.get_by_role("img", name="done")).to_be_visible()


async def test_a_tour_is_left_and_resumed_also_after_a_reload(guide: Guide) -> None:
    await guide.enter("corners")
    for _ in range(2):
        await guide.does_next_step("corners")
    at = await guide.next_step.get_attribute("data-step")
    await guide.leave()
    await expect(guide.page.locator('.tour-card[data-tour="corners"] .count')).to_have_text(
        re.compile(f"^{at}/")
    )
    await guide.page.reload()
    await guide.enter("corners")
    await expect(guide.next_step).to_have_attribute("data-step", str(at))
    await guide.page.reload()
    await expect(guide.next_step).to_have_attribute("data-step", str(at))
    await guide.page.get_by_role("button", name="Start this tour again").click()
    await expect(guide.next_step).to_have_attribute("data-step", "1")


async def test_a_step_done_in_the_chat_itself_is_seen(guide: Guide) -> None:
    """Not clicked in the guide: typed in other words than those suggested."""
    await guide.enter("yours")
    await expect(guide.next_step).to_be_visible()
    again = guide.page.get_by_role("button", name="Start this tour again")
    if await again.count():
        await again.click()
    mia = await guide.started("Mia Winter")
    await expect(guide.next_step).to_have_attribute("data-step", "1", timeout=MILLISECONDS)
    await mia.says("how does this work?")
    await expect(guide.next_step).to_have_attribute("data-step", "2", timeout=MILLISECONDS)


async def test_going_ahead_by_oneself_moves_the_tour_along(guide: Guide) -> None:
    """A milestone that comes true counts for the steps before it."""
    await guide.enter("main")
    await expect(guide.next_step).to_be_visible()
    mia = await guide.started("Mia Winter")
    await mia.says("1 kg risotto rice\n500 g farm butter\n400 g tinned plum tomatoes\n2 lemons")
    await mia.taps(re.compile("Ask the sellers"))
    await mia.sees(re.compile(r"0 of \d sellers answered"))
    await expect(guide.next_step).to_contain_text("Offer as listed", timeout=MILLISECONDS)


async def test_a_step_that_cannot_be_done_yet_says_what_is_missing(guide: Guide) -> None:
    await guide.enter("seller")
    if await guide.next_step.get_attribute("data-step") != "0":
        await guide.page.get_by_role("button", name="Start this tour again").click()
    await guide.page.locator('.tour li[data-step="11"] .tick').click()
    missing = guide.next_step.locator(".try-first")
    await expect(missing).to_contain_text("There is no button “Yes, nothing this time”")
    await missing.get_by_role("button", name="Back to the step before").click()
    await expect(guide.next_step).to_have_attribute("data-step", "11")


@pytest.mark.parametrize("guide", [(390, 844)], indirect=True, ids=["phone"])
async def test_on_a_phone_the_next_step_is_one_line_above_the_chat(guide: Guide) -> None:
    await guide.enter_on_phone("admin")
    bar = guide.page.get_by_role("region", name="Guided tour")
    await expect(guide.page.get_by_role("tabpanel")).to_have_count(0)
    await expect(bar).to_contain_text("All orders, newest first")
    await guide.screen.picture("phone, first step")
    box = await bar.bounding_box()
    assert box is not None
    await bar.get_by_role("button", name="Send as Robert Halm: /orders").click()
    await expect(bar).to_contain_text("does not exist", timeout=MILLISECONDS)
    line = await bar.bounding_box()
    assert line is not None
    assert line["height"] < 60, "one line"
    await expect(guide.screen.chat("Robert Halm").root).to_be_in_viewport()
    assert await guide.page.evaluate("document.documentElement.scrollWidth") == 390
    await guide.screen.picture("phone, next step")
    for _ in range(2):
        await bar.locator(".go").click()
        await guide.page.wait_for_timeout(800)
    await expect(bar).to_contain_text("The same from a customer", timeout=MILLISECONDS)
    await expect(guide.screen.chat("Mia Winter").root).to_be_in_viewport()
