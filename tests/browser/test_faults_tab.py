"""The tab "Faults": every switch at the screen, and what is told of it."""

import re

import pytest
from playwright.async_api import Locator, expect

from bot.playground.bank.faults import Faults, Webhooks
from tests.browser.conftest import OpenScreen, Playing
from tests.browser.screen import Screen

SIGN = re.compile(r"faults? (is|are) on")
AT_TELEGRAM = {
    "Too many requests (429)": {"kind": "too_many_requests", "retry_after": 5, "count": 1},
    "Telegram is down": {"kind": "outage", "count": None},
    "Telegram is slow": {"kind": "slow", "delay_ms": 3000, "count": 10},
    "Answers are lost": {"kind": "drop_answer", "count": 3},
    "Updates come twice": {"kind": "duplicate_update", "count": 3},
    "Updates change places": {"kind": "reorder_updates", "count": 3},
}
AT_THE_BANK = {
    "Every card is declined": Faults(decline_all=True),
    "The bank is slow": Faults(slow_seconds=5),
    "The bank is down": Faults(break_down=-1),
    "The bank’s answers are lost": Faults(lose_answers=1),
    "The bank’s news is lost": Faults(webhooks=Webhooks.LOST),
    "The bank’s news comes twice": Faults(webhooks=Webhooks.TWICE),
    "The bank’s news comes late and out of order": Faults(webhooks=Webhooks.HELD),
}


def one(panel: Locator, title: str) -> Locator:
    return panel.locator("li").filter(has=panel.page.get_by_role("heading", name=title, exact=True))


@pytest.mark.parametrize("title", AT_TELEGRAM)
async def test_a_switch_at_telegram_sets_its_fault_and_takes_it_away(
    screen: Screen, playing: Playing, title: str
) -> None:
    panel = await screen.panel("Faults")
    row = one(panel, title)
    await expect(row).to_contain_text("The bot must")
    await row.get_by_role("switch").click()
    await expect(row.get_by_role("switch")).to_be_checked()
    await expect(row).to_contain_text("On")
    shown = playing.emulator.desk.faults.shown()
    assert len(shown) == 1
    assert AT_TELEGRAM[title].items() <= shown[0].items()
    await expect(screen.page.get_by_role("button", name=SIGN)).to_have_text("1 fault is on")
    await expect(screen.page.get_by_role("tab", name="Faults").locator(".badge")).to_have_text("1")
    await row.get_by_role("switch").click()
    await expect(row.get_by_role("switch")).not_to_be_checked()
    assert playing.emulator.desk.faults.shown() == []
    await expect(screen.page.get_by_role("button", name=SIGN)).to_have_count(0)


@pytest.mark.parametrize("title", AT_THE_BANK)
async def test_a_switch_at_the_bank_sets_its_fault_and_takes_it_away(
    screen: Screen, playing: Playing, title: str
) -> None:
    panel = await screen.panel("Faults")
    switch = one(panel, title).get_by_role("switch")
    await switch.click()
    await expect(switch).to_be_checked()
    assert playing.shop.faults == AT_THE_BANK[title]
    await expect(panel.get_by_role("switch", checked=True)).to_have_count(1)
    await switch.click()
    await expect(switch).not_to_be_checked()
    assert playing.shop.faults == Faults()


async def test_how_long_and_for_whom_is_chosen_and_every_hit_is_counted(
    screen: Screen, playing: Playing
) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    panel = await screen.panel("Faults")
    row = one(panel, "Too many requests (429)")
    await row.get_by_label("Seconds to wait").fill("1")
    await row.get_by_label("For whom").select_option("Mia Winter")
    await row.get_by_label("How many times").fill("2")
    await row.get_by_role("switch").click()
    await expect(row).to_contain_text("2 more, for Mia Winter")
    await mia.says("zoo")
    await expect(row).to_contain_text("1 more, for Mia Winter · struck once")
    await screen.picture("faults")
    log = await screen.panel("Log")
    await expect(log.locator("li.bad").first).to_contain_text("Too Many Requests")


async def test_a_number_out_of_range_is_refused_in_words(screen: Screen, playing: Playing) -> None:
    panel = await screen.panel("Faults")
    row = one(panel, "Telegram is down")
    await row.get_by_label("For how many seconds").fill("0")
    await row.get_by_role("switch").click()
    await expect(screen.page.locator(".notices")).to_contain_text("a number from 1 to 600 is wanted")
    assert playing.emulator.desk.faults.shown() == []


async def test_somebody_blocks_the_bot(screen: Screen, playing: Playing) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    panel = await screen.panel("Faults")
    row = one(panel, "Somebody blocks the bot")
    await expect(row.get_by_label("Who")).to_have_value(str(playing.people["Mia Winter"]))
    await row.get_by_role("switch").click()
    await expect(row).to_contain_text("On · Mia Winter")
    await expect(mia.root.get_by_role("button", name="Unblock the bot").last).to_be_visible()
    assert playing.emulator.desk.world.people[playing.people["Mia Winter"]].blocked
    await row.get_by_role("switch").click()
    await expect(mia.field).to_be_visible()


async def test_what_is_set_elsewhere_is_shown_and_everything_works_again_at_once(
    screen: Screen, playing: Playing
) -> None:
    panel = await screen.panel("Faults")
    await expect(panel).to_contain_text("Everything works.")
    playing.emulator.desk.faults.add({"kind": "outage", "seconds": 30})
    playing.emulator.desk.faults.add({"kind": "internal", "count": 4})
    await expect(one(panel, "Telegram is down").get_by_role("switch")).to_be_checked()
    await expect(one(panel, "Telegram is down")).to_contain_text(re.compile(r"\d+ s left"))
    await expect(panel.locator(".elsewhere")).to_contain_text("internal")
    await one(panel, "The bank is down").get_by_role("switch").click()
    await expect(panel).to_contain_text("3 things are broken on purpose.")
    await screen.picture("faults from elsewhere")
    await panel.get_by_role("button", name="Everything works again").click()
    await expect(panel).to_contain_text("Everything works.")
    await expect(panel.get_by_role("switch", checked=True)).to_have_count(0)
    assert playing.emulator.desk.faults.shown() == []
    assert playing.shop.faults == Faults()


async def test_a_fault_that_is_over_by_the_clock_goes_out_by_itself(screen: Screen, playing: Playing) -> None:
    panel = await screen.panel("Faults")
    row = one(panel, "Telegram is down")
    await row.get_by_label("For how many seconds").fill("2")
    await row.get_by_role("switch").click()
    await expect(row.get_by_role("switch")).to_be_checked()
    await expect(row.get_by_role("switch")).not_to_be_checked(timeout=8000)
    await expect(screen.page.get_by_role("button", name=SIGN)).to_have_count(0)


async def test_the_shop_is_restarted_with_one_button(open_screen: OpenScreen, playing: Playing) -> None:
    screen = await open_screen(width=390, height=844, dark=True)
    panel = await screen.panel("Faults")
    await panel.get_by_role("button", name="Restart the shop").click()
    await expect(screen.page.locator(".notices")).to_contain_text("The shop is open again.")
    assert playing.shop.restarts == 1
