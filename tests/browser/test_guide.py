"""The guide beside a bot that knows nothing of shops: choosing a tour, its first steps, the pages to send."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen
from tests.browser.test_frame import stumbling
from tests.browser.touring import Guide


async def test_a_newcomer_sees_where_to_begin(screen: Screen) -> None:
    guide = Guide(screen)
    await guide.open()
    tours = await guide.tours()
    assert tours[0] == "main"
    first = screen.page.locator(".first-tour")
    await expect(first).to_contain_text("From a link to the door")
    await expect(first).to_contain_text(re.compile(r"\d min · Mia"))
    await expect(first).to_contain_text("Start")
    await screen.picture("guide, tours to choose from")


async def test_the_guide_puts_its_sentence_into_the_chat_it_is_meant_for(screen: Screen) -> None:
    guide = Guide(screen)
    await guide.open()
    await guide.enter("main")
    mia = screen.chat("Mia Winter")
    await guide.next_step.get_by_role("button", name="Press START").click()
    await expect(guide.next_step).to_have_attribute("data-step", "1")
    await guide.next_step.get_by_role("button", name="hello", exact=True).click()
    await expect(mia.field).to_have_value("hello")
    await expect(mia.field).to_be_focused()
    await screen.page.keyboard.press("Enter")
    await mia.sees("You said: hello")
    await expect(guide.next_step).to_have_attribute("data-step", "1")  # not the answer it waits for
    await guide.page.locator('.tour li[data-step="1"] .tick').click()
    await expect(guide.next_step).to_have_attribute("data-step", "2")
    await expect(guide.next_step.locator(".try-first")).to_contain_text("not among the demo pages")
    await screen.picture("guide, a step that cannot be done")


async def test_a_step_that_brings_something_else_says_so_and_can_be_skipped(screen: Screen) -> None:
    guide = Guide(screen)
    await guide.open()
    await guide.enter("main")
    await guide.next_step.get_by_role("button", name="Press START").click()
    await expect(guide.next_step).to_have_attribute("data-step", "1")
    await guide.next_step.get_by_role("button", name="Send as Mia Winter: hello").click()
    await screen.chat("Mia Winter").sees("You said: hello")
    await expect(guide.next_step).to_contain_text("Something else came back", timeout=15_000)
    await guide.next_step.get_by_role("button", name="Skip this step").click()
    await expect(guide.next_step).to_have_attribute("data-step", "2")


async def test_the_next_step_stands_above_the_chats_while_the_guide_is_closed(screen: Screen) -> None:
    guide = Guide(screen)
    await guide.open()
    await guide.enter("main")
    bar = screen.page.get_by_role("region", name="Guided tour")
    await expect(bar).to_have_count(0)
    await screen.page.get_by_role("button", name="Close the panel").click()
    await expect(bar).to_contain_text("Everybody begins with START")
    await bar.get_by_role("button", name="Press START").click()
    await expect(bar).to_contain_text("Say hello")
    await bar.get_by_role("button", name="Send as Mia Winter: hello").click()
    await screen.chat("Mia Winter").sees("You said: hello")
    await bar.get_by_role("button", name="Open the guide").click()
    await expect(guide.next_step).to_contain_text("Say hello")


async def test_only_the_people_of_a_tour_stand_side_by_side(screen: Screen) -> None:
    guide = Guide(screen)
    await guide.open()
    await guide.enter("admin")
    await expect(screen.chat("Robert Halm").root).to_be_visible()
    await expect(screen.chat("Mia Winter").root).to_be_visible()
    await expect(screen.page.locator("section.pane")).to_have_count(2)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1600, 390])
async def test_nobody_stumbles_over_a_tour(open_screen: OpenScreen, width: int, dark: bool) -> None:
    screen = await open_screen(width=width, dark=dark)
    guide = Guide(screen)
    await guide.open()
    await screen.page.locator('.tour-card[data-tour="main"]').click()
    bar = screen.page.get_by_role("region", name="Guided tour")
    if width == 390:
        await expect(bar).to_contain_text("Everybody begins with START")
        assert await stumbling(screen.page) == []
        await bar.get_by_role("button", name="Press START").click()
        await expect(bar).to_contain_text("Say hello")
    else:
        await guide.next_step.get_by_role("button", name="Press START").click()
        await expect(guide.next_step).to_have_attribute("data-step", "1")
        await screen.page.locator('.tour li[data-step="4"] .tick').click()
        await expect(guide.next_step).to_have_attribute("data-step", "5")
    assert await stumbling(screen.page) == []
    await screen.picture(f"tour, {width}{' dark' if dark else ''}")


async def test_a_page_to_send_is_put_into_the_customers_chat_and_can_be_looked_at(screen: Screen) -> None:
    guide = Guide(screen)
    await guide.open()
    mia = screen.chat("Mia Winter")
    await mia.start()
    await screen.page.locator(".pages .page-link").first.click()
    await expect(mia.field).to_have_value(f"{screen.address}/sites/card.example/pay")
    await screen.page.get_by_role("button", name="Look at Card").click()
    await expect(screen.page.get_by_role("dialog", name="Page")).to_be_visible()
