"""The main job at the screen, on the real shop with its dialogue engine: the tour of the guide, in full."""

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, Locator, expect

from tests.browser.conftest import PICTURES
from tests.browser.errand import Errand, start_errand
from tests.browser.screen import Chat, Screen

TRAINING_SECONDS = 15 * 60
MILLISECONDS = 20_000
MIA, AYLIN, TOBIAS = "Mia Winter", "Grüne Kiste · Aylin", "Radkurier Lindenau · Tobias"
JONAS, CHIARA, ROBERT = "Kaufhaus Sommer · Jonas", "Feinkost Marini · Chiara", "Robert Halm"
ADDRESS = "Gartenweg 14, 99955 Lindenau, second floor"

pytestmark = pytest.mark.rasa


class Stage:
    """The page with the shop behind it, which can be killed and started again on the same port and folder."""

    def __init__(self, home: Path, errand: Errand, screen: Screen) -> None:
        self.home = home
        self.errand = errand
        self.screen = screen
        self.guide: Locator = screen.page.get_by_role("tabpanel")
        self._pictures = 0

    async def chat(self, title: str) -> Chat:
        return await self.screen.bring(title)

    async def says(self, title: str, words: str) -> None:
        await self._clicks(f"Send as {title}: {words}")

    async def taps(self, title: str, label: str) -> None:
        await expect((await self.chat(title)).button(label)).to_be_visible(timeout=MILLISECONDS)
        await self._clicks(f"Tap as {title}: {label}")

    async def sees(self, title: str, words: str | re.Pattern[str]) -> Locator:
        bubble = (await self.chat(title)).bubble(words)
        await expect(bubble).to_be_visible(timeout=MILLISECONDS)
        return bubble

    async def picture(self, name: str) -> None:
        self._pictures += 1
        await self.screen.page.wait_for_timeout(400)  # the page scrolls smoothly
        await self.screen.picture(f"{self._pictures:02} {name}")

    async def dies_and_comes_back(self) -> None:
        port = int(self.errand.address.rpartition(":")[2])
        await self.errand.kill()
        await expect(self.screen.page.locator(".lost")).to_be_visible(timeout=MILLISECONDS)
        self.errand = await start_errand(self.home, port=port)
        await expect(self.screen.page.locator(".lost")).to_have_count(0, timeout=MILLISECONDS)
        await self.is_ready()

    async def is_ready(self) -> None:
        """Everybody is there and free text is understood; the very first time that takes an installation."""
        progress = self.screen.page.get_by_role("progressbar", name="Dialogue engine")
        async with asyncio.timeout(TRAINING_SECONDS), ClientSession() as client:
            while True:
                async with client.get(f"{self.errand.address}/play/progress") as answer:
                    if (await answer.json())["stage"] == "ready":
                        break
                await asyncio.sleep(1)
        await expect(self.screen.chip(MIA)).to_be_visible(timeout=MILLISECONDS)
        await expect(progress).to_have_count(0, timeout=MILLISECONDS)

    async def _clicks(self, name: str) -> None:
        """What the next step of the guide offers, at its small icon: the step before was seen to be done."""
        next_step = self.guide.locator(".tour li.next")
        clicked = next_step.get_by_role("button", name=name, exact=True)
        await expect(clicked).to_be_visible(timeout=MILLISECONDS)
        told = await next_step.text_content() or ""
        await clicked.click(timeout=MILLISECONDS)
        # once the step is seen to be done, the guide brings the chat of the next one
        await expect(next_step).not_to_have_text(told, timeout=MILLISECONDS)


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser, tmp_path: Path) -> AsyncIterator[Stage]:
    errand = await start_errand(tmp_path)
    context = await browser.new_context(
        viewport={"width": 1720, "height": 960}, locale="en-GB", timezone_id="Europe/Berlin"
    )
    screen = Screen(await context.new_page(), errand.address, PICTURES / "main job")
    await screen.open()
    stage = Stage(tmp_path, errand, screen)
    await stage.is_ready()
    await screen.panel("Guide")
    await screen.page.locator('.tour-card[data-tour="main"]').click()
    await expect(screen.page.locator(".tour li.next")).to_be_visible()
    yield stage
    await stage.picture("the end")
    await context.close()
    await stage.errand.kill()
    assert screen.asked_outside() == []
    assert screen.complaints == []


async def test_from_a_link_to_the_door(stage: Stage) -> None:
    await she_sends_a_link_and_trims_the_list(stage)
    await the_sellers_answer(stage)
    await stage.dies_and_comes_back()
    await she_chooses(stage)
    await she_says_where_to_and_pays(stage)
    await it_is_packed_and_brought(stage)
    await the_admin_looks(stage)
    await the_page_tells_why(stage)
    await nothing_was_refused(stage)


async def she_sends_a_link_and_trims_the_list(stage: Stage) -> None:
    mia = await stage.chat(MIA)
    await mia.start()
    await stage.sees(MIA, "Hello Mia")
    await stage.says(MIA, "hello")
    await expect(mia.from_bot.last.locator(".key")).to_have_count(3, timeout=MILLISECONDS)
    await stage.picture("hello")
    await stage.says(MIA, f"{stage.screen.address}/sites/simmerandspoon.example/basil-risotto")
    the_list = await stage.sees(MIA, "risotto rice")
    await expect(the_list.locator(".edited")).to_be_visible(timeout=MILLISECONDS)
    await stage.picture("the list")
    await stage.says(MIA, "make it for six")
    await stage.sees(MIA, "for 6")
    await stage.says(MIA, "no basil please")
    dropped = mia.from_bot.last.locator("s").filter(has_text="basil")
    await expect(dropped).to_be_visible(timeout=MILLISECONDS)
    await stage.says(MIA, "add 500 ml cream")
    await expect(mia.from_bot.last).to_contain_text("cream", timeout=MILLISECONDS)
    await stage.says(MIA, "I have salt, pepper, onions, garlic and lemons")
    await expect(mia.from_bot.last.locator("s").filter(has_text="Salt")).to_be_visible(timeout=MILLISECONDS)
    await expect(mia.from_bot.last).to_contain_text("About €")
    await stage.picture("trimmed, with an estimate")


async def the_sellers_answer(stage: Stage) -> None:
    await stage.taps(MIA, "Ask the sellers")
    await stage.sees(MIA, "0 of 3 sellers answered")
    await stage.taps(CHIARA, "Offer as listed")
    await stage.sees(MIA, "1 of 3 sellers answered")
    await stage.sees(JONAS, "Inquiry")
    await stage.says(JONAS, "rice 3.20, no butter, rest ok, tomorrow")
    await stage.sees(JONAS, "Is this your offer")
    await stage.picture("read back to the seller")
    await stage.taps(JONAS, "Right")
    await stage.sees(MIA, "2 of 3 sellers answered")
    await expect((await stage.chat(AYLIN)).button("Offer as listed")).to_be_visible()


async def she_chooses(stage: Stage) -> None:
    await stage.taps(MIA, "Show what there is now")
    await stage.sees(MIA, "My proposal")
    await stage.picture("the proposal")
    await stage.says(MIA, "why these shops?")
    await stage.sees(MIA, "Why this way")
    await stage.taps(MIA, "Compare")
    await stage.sees(MIA, "Side by side")
    await stage.picture("side by side")
    await stage.taps(MIA, "Soonest")
    await stage.sees(MIA, re.compile("My proposal.*soonest"))
    await stage.picture("the soonest")
    await stage.taps(MIA, "Cheapest")
    await stage.sees(MIA, re.compile("My proposal.*cheapest"))
    await stage.says(MIA, "ok, order it")
    await stage.sees(MIA, "Your order")


async def she_says_where_to_and_pays(stage: Stage) -> None:
    await stage.says(MIA, ADDRESS)
    await stage.sees(MIA, "Delivered to Gartenweg 14")
    await stage.says(MIA, "I'll pay by card")
    await stage.sees(MIA, "Paid by card")
    await stage.picture("where to, and how to pay")
    await stage.taps(MIA, "Place the order")
    await stage.taps(MIA, "Pay €")
    sheet = stage.screen.page.get_by_role("dialog", name="Page")
    pay = sheet.frame_locator("iframe").get_by_role("button", name=re.compile("^Pay"))
    await expect(pay).to_be_visible(timeout=MILLISECONDS)
    await stage.picture("the card page")
    await pay.click()
    await expect(sheet).to_have_count(0, timeout=MILLISECONDS)
    await stage.sees(MIA, "is confirmed")
    await stage.picture("paid")


async def it_is_packed_and_brought(stage: Stage) -> None:
    for title in (CHIARA, JONAS):
        await stage.taps(title, "All picked")
        await stage.taps(title, "Packed")
        await expect((await stage.chat(title)).button("Packed")).to_have_count(0, timeout=MILLISECONDS)
        assert "Gartenweg" not in await (await stage.chat(title)).root.inner_text()
    await stage.picture("packed")
    await stage.sees(TOBIAS, "Gartenweg 14")
    await stage.picture("the courier")
    courier = await stage.chat(TOBIAS)
    left = courier.root.locator(".key").filter(has_text="Picked up")
    for still in (1, 0):
        await stage.taps(TOBIAS, "Picked up")
        await expect(left).to_have_count(still, timeout=MILLISECONDS)
    await stage.taps(TOBIAS, "Delivered")
    await stage.sees(MIA, re.compile("delivered", re.IGNORECASE))
    await stage.says(MIA, "where is my order?")
    await expect((await stage.chat(MIA)).from_bot.last).to_contain_text("elivered", timeout=MILLISECONDS)
    await stage.picture("at the door")


async def the_admin_looks(stage: Stage) -> None:
    await stage.says(ROBERT, "/orders")
    orders = await stage.sees(ROBERT, "One order")
    code = (await orders.locator(".key").inner_text()).strip()
    robert = await stage.chat(ROBERT)
    await robert.says(f"/order {code}")
    history = await stage.sees(ROBERT, re.compile(rf"{code}.*paid", re.DOTALL | re.IGNORECASE))
    await expect(history).to_contain_text("elivered")
    await stage.picture("the admin")


async def the_page_tells_why(stage: Stage) -> None:
    mia = await stage.chat(MIA)
    said = mia.bubble("no basil please")
    await said.scroll_into_view_if_needed()
    await said.hover()
    await said.get_by_role("button", name="What happened and why").click()
    why = stage.screen.page.get_by_role("tabpanel")
    await expect(why).to_contain_text("drop_components", timeout=MILLISECONDS)
    await expect(why.locator(".command")).to_contain_text("DropLines")
    await expect(why.locator(".read-words mark")).to_contain_text("basil")
    await stage.picture("why, of words")
    confirmed = mia.bubble("is confirmed")
    await confirmed.scroll_into_view_if_needed()
    await confirmed.hover()
    await confirmed.get_by_role("button", name="What happened and why").click()
    await expect(why).to_contain_text("Money that moved", timeout=MILLISECONDS)
    await expect(why.locator(".ledger")).to_contain_text("✓ balances")
    await stage.screen.panel("Guide")
    await expect(stage.guide.locator(".finished")).to_be_visible()
    await stage.picture("why, of an order")


async def nothing_was_refused(stage: Stage) -> None:
    log = await stage.screen.panel("Log")
    await log.get_by_label("Which calls").select_option("errors only")
    await expect(log.locator("ol > li")).to_have_count(0)
    await expect(log.locator(".violations")).to_have_count(0)


async def test_ctrl_c_ends_it_with_a_sentence_and_no_trace(tmp_path: Path) -> None:
    errand = await start_errand(tmp_path)
    errand.process.send_signal(signal.SIGINT)
    code = await errand.ends()
    assert code == 0
    said = "".join(errand.lines)
    assert "Nothing is lost" in said
    assert "Traceback" not in said
