"""The log of calls, the shop's clock, and the first start."""

import json
import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, Route, expect

from bot.playground.shop import Due
from tests.browser.conftest import OpenScreen, Playing
from tests.browser.screen import Screen

MANY = 4000


def rows(log: Locator) -> Locator:
    return log.locator(".log-rows li")


async def test_the_log_shows_calls_and_refusals_in_red(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("err")
    await mia.sees("Refused: ")
    log = await screen.panel("Log")
    refused = log.locator("li.bad").first
    await expect(refused).to_contain_text("sendMessage")
    await refused.get_by_role("button").first.click()
    await expect(refused.locator("pre").first).to_contain_text("<b>never closed")
    await expect(refused.locator("pre").last).to_contain_text("can't parse entities")
    await screen.picture("log")
    await log.get_by_label("Which calls").select_option("errors only")
    await expect(rows(log)).to_have_count(1)
    await log.get_by_label("Which calls").select_option("without polling")
    await expect(rows(log).filter(has_text="getUpdates")).to_have_count(0)
    await log.get_by_label("Which calls").select_option("all")
    await expect(rows(log).filter(has_text="getUpdates")).not_to_have_count(0)


async def test_what_happens_while_the_page_is_fetched_counts_once(screen: Screen, playing: Playing) -> None:
    async def hold(route: Route) -> None:
        playing.emulator.desk.journal.violate("sendMessage", "told in between")
        await route.continue_()

    await screen.page.route("**/control/violations", hold)
    await screen.page.reload()
    log = await screen.panel("Log")
    await expect(log.locator(".violations summary")).to_have_text("1 violation of the Bot API")
    await expect(screen.page.get_by_role("tab", name="Log")).to_have_text("Log1")


async def test_the_log_is_filtered_by_person_method_and_words(screen: Screen, playing: Playing) -> None:
    for title in ("Mia Winter", "Kaufhaus Sommer"):
        await screen.chat(title).start()
        await screen.chat(title).sees("Hello there!")
    log = await screen.panel("Log")
    await log.get_by_label("Of whom").select_option("Mia Winter")
    await expect(rows(log).filter(has_text="Kaufhaus Sommer")).to_have_count(0)
    await expect(rows(log).filter(has_text="Mia Winter")).not_to_have_count(0)
    await log.get_by_label("Of whom").select_option("everybody")
    await log.get_by_label("Method", exact=True).select_option("setMyCommands")
    await expect(rows(log).filter(has_not_text="setMyCommands")).to_have_count(0)
    await log.get_by_label("Filter the log").fill("no such words anywhere")
    await expect(log).to_contain_text("No row fits.")
    await log.get_by_role("button", name="Show everything again").click()
    await log.get_by_label("Filter the log").fill("hello there!")
    await expect(rows(log).filter(has_text="sendMessage")).to_have_count(2)


async def test_from_a_row_to_its_message_and_back(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("two lemons")
    await mia.sees("You said: two lemons")
    log = await screen.panel("Log")
    row = rows(log).filter(has_text="You said: two lemons").first
    await row.get_by_role("button").first.click()
    await row.get_by_role("button", name="Show the message").click()
    await expect(mia.bubble("You said: two lemons")).to_be_focused()
    hello = mia.bubble("Hello there!")
    await screen.panel("Guide")
    await hello.scroll_into_view_if_needed()
    await hello.hover()
    await hello.get_by_role("button", name="Show in the log").click()
    opened = log.locator("li:has([aria-expanded=true])")
    await expect(opened).to_contain_text("Hello there!")
    mine = mia.bubbles.filter(has_text="two lemons").first  # what she wrote came in by a poll
    await mine.scroll_into_view_if_needed()
    await mine.hover()
    await mine.get_by_role("button", name="Show in the log").click()
    await expect(opened).to_contain_text("getUpdates")
    await expect(opened.locator("pre").last).to_contain_text('"text": "two lemons"')


async def test_the_log_is_paused_cleared_and_copied(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    log = await screen.panel("Log")
    await expect(rows(log).filter(has_text="Hello")).to_have_count(1)
    before = await rows(log).count()
    await log.get_by_role("button", name="Pause").click()
    await mia.says("two lemons")
    await mia.sees("You said: two lemons")
    await expect(log.get_by_role("status")).to_contain_text(re.compile(r"\d+ new"))
    assert await rows(log).count() == before
    await log.get_by_role("button", name="Go on").click()
    await expect(rows(log).filter(has_text="You said: two lemons")).to_have_count(1)
    await log.get_by_label("Filter the log").fill("You said: two lemons")
    await log.get_by_role("button", name="Copy").click()
    copied = await screen.page.evaluate("navigator.clipboard.readText()")
    assert json.loads(copied.splitlines()[-1])["method"] == "sendMessage"
    await log.get_by_label("Filter the log").fill("")
    await log.get_by_role("button", name="Clear").click()
    await expect(rows(log)).to_have_count(0)
    await mia.says("again")
    await mia.sees("You said: again")
    await expect(rows(log).filter(has_text="You said: again")).to_have_count(1)


async def test_thousands_of_rows_stay_quick_and_where_one_reads(screen: Screen, playing: Playing) -> None:
    journal = playing.emulator.desk.journal
    row = {"method": "sendMessage", "ok": True, "result": {"message_id": 1}, "ms": 1.0, "violations": []}

    def call(n: int) -> None:
        words = {"chat_id": playing.people["Mia Winter"], "text": f"row {n} " + "words " * 30}
        journal.log_call({**row, "at": playing.emulator.desk.now(), "params": words})

    for n in range(MANY):
        call(n)
    log = await screen.panel("Log")
    await expect(log.get_by_role("status")).to_contain_text(re.compile(rf"{MANY // 1000}\d\d\d rows"))
    assert await rows(log).count() < 60, "only what is in sight is drawn"
    await log.locator(".log-rows").evaluate("(box) => { box.scrollTop = 46 * 2000; }")
    middle = rows(log).filter(has_text=re.compile(r"row 19\d\d ")).nth(5)
    await middle.get_by_role("button").first.click()
    await expect(middle.locator("pre").first).to_contain_text("words words")
    place = await middle.bounding_box()
    for n in range(MANY, MANY + 50):
        call(n)
    await expect(log.get_by_role("status")).to_contain_text(re.compile(rf"{MANY // 1000}\d\d\d rows"))
    await screen.page.wait_for_timeout(300)
    opened = await log.locator("li:has([aria-expanded=true])").bounding_box()
    assert opened is not None
    assert place is not None
    assert abs(opened["y"] - place["y"]) < 2, "what is being read stays where it is"
    filtering = """async () => { const field = document.querySelector('.log input'), from = performance.now();
        field.value = 'row 3999 '; field.dispatchEvent(new Event('input', {bubbles: true}));
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return performance.now() - from; }"""
    took = await screen.page.evaluate(filtering)
    print(f"filtering {MANY} rows took {took:.0f} ms")
    await expect(rows(log)).to_have_count(1)
    await screen.picture("log, thousands of rows")


async def test_deliveries_to_webhooks_stand_in_the_log(screen: Screen, playing: Playing) -> None:
    log = await screen.panel("Log")
    await expect(rows(log)).not_to_have_count(0)
    journal = playing.emulator.desk.journal
    journal.publish(
        "webhook", url="http://bot/hook", ok=False, status=500, update_id=7, error="Wrong response"
    )
    journal.publish("bank_webhook", type="checkout.session.completed", event="evt_1", ok=True, tries=2)
    await log.get_by_label("Which calls").select_option("webhooks")
    await expect(rows(log)).to_have_count(2)
    await expect(rows(log).first).to_contain_text("checkout.session.completed, try 2")
    await expect(rows(log).last).to_have_class("bad")
    await expect(rows(log).last).to_contain_text("update 7: Wrong response")


async def test_time_jumps_by_a_step_to_a_deadline_and_to_a_moment(screen: Screen, playing: Playing) -> None:
    shop = playing.shop
    start = shop.time
    shop.due = [
        Due(start + timedelta(minutes=12), "The round of Mia closes"),
        Due(start + timedelta(hours=5), "The bank is asked whether order 7KQ2M is paid"),
    ]
    clock = screen.page.get_by_role("button", name="Time of the shop")
    await clock.click()
    popover = screen.page.get_by_role("dialog", name="Time of the shop")
    await expect(popover.get_by_role("button", name="To the next deadline")).to_contain_text(
        "The round of Mia closes · in 12 min"
    )
    await expect(popover.get_by_role("listitem")).to_have_count(2)
    await screen.picture("clock")
    await popover.get_by_role("button", name="To the next deadline").click()
    await expect(popover.get_by_role("listitem")).to_have_count(1)
    assert shop.time == start + timedelta(minutes=12)
    await popover.get_by_role("listitem").get_by_role("button").click()
    await expect(popover).to_contain_text("Nothing is due")
    assert shop.time == start + timedelta(hours=5)
    await popover.get_by_label("A date and time").fill("2026-12-24T18:00")
    await popover.get_by_role("button", name="Jump", exact=True).click()
    await expect(clock).to_contain_text("24 Dec, 18:00")
    await popover.get_by_role("button", name="+1 day").click()
    await expect(clock).to_contain_text("25 Dec, 18:00")
    await screen.page.mouse.click(300, 700)
    await expect(popover).to_have_count(0)


async def test_times_are_those_of_the_shop_wherever_the_browser_is(
    open_screen: OpenScreen, playing: Playing
) -> None:
    playing.shop.time = playing.shop.time.astimezone(ZoneInfo("Asia/Tokyo"))
    here = playing.shop.time.strftime("%H:%M")
    screen = await open_screen()  # in Berlin, as its chats are
    clock = screen.page.get_by_role("button", name="Time of the shop")
    await expect(clock).to_contain_text(here)
    await clock.click()
    popover = screen.page.get_by_role("dialog", name="Time of the shop")
    await popover.get_by_label("A date and time").fill("2026-12-24T18:00")
    await popover.get_by_role("button", name="Jump", exact=True).click()
    await expect(clock).to_contain_text("24 Dec, 18:00")
    assert playing.shop.time.astimezone(ZoneInfo("Asia/Tokyo")).strftime("%d %H:%M") == "24 18:00"


async def test_a_reset_asks_first(screen: Screen, playing: Playing) -> None:
    await screen.page.get_by_role("button", name="Time of the shop").click()
    screen.page.once("dialog", lambda dialog: dialog.dismiss())
    await screen.page.get_by_role("button", name="Reset the playground").click()
    assert playing.shop.resets == 0
    screen.page.once("dialog", lambda dialog: dialog.accept())
    await screen.page.get_by_role("button", name="Reset the playground").click()
    await expect(screen.page.locator(".notices")).to_contain_text("A fresh start.")
    assert playing.shop.resets == 1


async def test_the_first_start_shows_how_far_it_is_and_then_opens(
    open_screen: OpenScreen, playing: Playing
) -> None:
    shop = playing.shop
    shop.fraction, shop.starting = 0.05, "filling the shelves"
    shop.stage, shop.detail = "opening the shop", "The town is being put in place."
    screen = await open_screen()
    bar = screen.page.get_by_role("progressbar", name="Dialogue engine")
    start = screen.page.get_by_role("region", name="First start")
    await expect(start).to_contain_text("Opening the shop")
    shop.starting = None
    shop.fraction, shop.stage, shop.detail = 0.2, "installing", "22 MB fetched of about 80: scipy, numpy …"
    await expect(bar).to_have_attribute("aria-valuenow", "20")
    await expect(start).to_contain_text("22 MB fetched of about 80")
    await expect(start).to_contain_text("1:05")
    await expect(start).to_contain_text("Meanwhile links, lists, buttons and commands work")
    await expect(screen.chip("Mia Winter")).to_be_visible()
    await screen.picture("first start")
    shop.fraction, shop.stage, shop.detail = 0.4, "training", ""
    await expect(start.locator("[aria-current=step]")).to_have_text("Train")
    shop.fraction, shop.stage = 1.0, "ready"
    await expect(bar).to_have_count(0)


async def test_an_engine_that_failed_says_why_and_is_tried_again(
    open_screen: OpenScreen, playing: Playing
) -> None:
    shop = playing.shop
    shop.fraction, shop.stage = 0.0, "failed"
    shop.detail = "`uv pip sync` failed: error: could not reach the package registry\n  cause: dns error"
    screen = await open_screen(width=390, height=844)
    start = screen.page.get_by_role("region", name="First start")
    await expect(start.get_by_role("status")).to_contain_text("did not come up")
    await start.get_by_text("What was said").click()
    await expect(start.locator("pre")).to_contain_text("dns error")
    await screen.picture("first start, failed")
    await start.get_by_role("button", name="Try again").click()
    await expect(start).to_contain_text("Installing the dialogue engine")
    assert shop.retries == 1
