"""Around the chats: who is shown, phone width, colours, the side panel, the first start."""

import re
from contextlib import suppress

from playwright.async_api import expect

from tests.browser.conftest import PEOPLE, OpenScreen, Playing
from tests.browser.screen import Screen


async def test_everybody_has_a_chip_and_the_first_of_each_trade_a_pane(screen: Screen) -> None:
    for _, title, _, _ in PEOPLE:
        await expect(screen.chip(title)).to_be_visible()
    for title in ("Mia Winter", "Kaufhaus Sommer", "Grüne Kiste", "Tobias Reh"):
        await expect(screen.chat(title).root).to_have_count(1)
    await expect(screen.chat("Ines Vogel").root).to_have_count(0)
    await screen.bring("Ines Vogel")
    await screen.chat("Ines Vogel").root.locator(".pane-head").hover()
    await screen.page.get_by_role("button", name="Hide the chat of Ines Vogel").click()
    await expect(screen.chat("Ines Vogel").root).to_have_count(0)


async def test_what_comes_to_a_hidden_chat_is_counted_until_it_is_shown(
    screen: Screen, playing: Playing
) -> None:
    await screen.bring("Ines Vogel")
    ines = screen.chat("Ines Vogel")
    await ines.start()
    await ines.sees("Hello there!")
    await ines.root.locator(".pane-head").hover()
    await screen.page.get_by_role("button", name="Hide the chat of Ines Vogel").click()
    kiste = await screen.bring("Grüne Kiste")
    await kiste.start()
    mia = await screen.bring("Mia Winter")
    await mia.start()
    await mia.says("tell")
    await expect(screen.chip("Ines Vogel").locator(".badge")).to_have_text("1")
    await expect(screen.page).to_have_title(re.compile(r"^\(1\) "))
    await screen.bring("Ines Vogel")
    await expect(screen.chip("Ines Vogel").locator(".badge")).to_have_count(0)


async def test_a_chat_comes_into_sight_though_something_stops_the_scroll(screen: Screen) -> None:
    await screen.page.set_viewport_size({"width": 1200, "height": 900})
    await screen.bring("Mia Winter")
    await screen.chip("Robert Halm").click()
    await screen.page.evaluate(
        """() => new Promise((done) => setTimeout(() => {
            document.querySelector(".panes").scrollTo({ left: 0, behavior: "instant" });
            done();
        }, 120))"""
    )
    await expect(screen.chat("Robert Halm").root).to_be_in_viewport()


async def test_who_scrolls_herself_is_not_brought_back(screen: Screen) -> None:
    await screen.page.set_viewport_size({"width": 1200, "height": 900})
    robert = await screen.bring("Robert Halm")
    await screen.bring("Mia Winter")
    await screen.chip("Robert Halm").click()
    await expect(robert.root).to_be_in_viewport()
    await screen.page.mouse.move(200, 400)
    for _ in range(40):  # those of the first moment may come before the page has begun to scroll
        await screen.page.mouse.wheel(-600, 0)
        with suppress(AssertionError):
            await expect(robert.root).not_to_be_in_viewport(timeout=100)
            break
    await expect(robert.root).not_to_be_in_viewport()
    await screen.page.wait_for_timeout(1500)  # twice as long as the page takes to look again
    await expect(robert.root).not_to_be_in_viewport()


async def test_on_a_phone_one_chat_is_shown_and_the_chips_are_tabs(open_screen: OpenScreen) -> None:
    screen = await open_screen(width=390, height=844, touch=True)
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("list")
    await mia.sees("Risotto for 4")
    await expect(screen.page.locator("section.pane:visible")).to_have_count(1)
    box = await mia.root.bounding_box()
    assert box is not None
    assert box["width"] == 390
    await screen.picture("phone")
    kiste = await screen.bring("Grüne Kiste")
    await expect(mia.root).to_be_hidden()
    await kiste.start()
    await kiste.sees("Hello there!")
    panel = await screen.panel("Guide")
    await expect(panel).to_be_visible()
    await screen.picture("phone, guide")
    await panel.locator(".page-link").first.click()
    await expect(mia.field).to_have_value(re.compile("/sites/card.example/pay"))
    assert await screen.page.evaluate("document.documentElement.scrollWidth") == 390


async def test_dark_colours_follow_the_system_and_a_choice_is_remembered(open_screen: OpenScreen) -> None:
    screen = await open_screen(dark=True)
    theme = screen.page.locator("html")
    await expect(theme).to_have_attribute("data-theme", "dark")
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("list")
    await mia.says("zoo")
    await mia.sees("bold and italic")
    await screen.picture("dark")
    await screen.page.get_by_role("button", name="Switch to light colours").click()
    await expect(theme).to_have_attribute("data-theme", "light")
    await screen.page.reload()
    await expect(theme).to_have_attribute("data-theme", "light")
