"""The chats by keyboard alone, by a screen reader, by touch, and on narrow screens."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenScreen
from tests.browser.screen import Chat, Screen

SMALL_TARGETS = """() => [...document.querySelectorAll('.pane.active :is(button, a, select)')]
    .filter((one) => one.getClientRects().length && getComputedStyle(one).visibility !== 'hidden')
    .filter((one) => !one.closest('.words, .quote, .stamp, .pin-bar'))
    .map((one) => [one.getBoundingClientRect(), one]).filter(([box]) => box.height < 39.5 || box.width < 39.5)
    .map(([box, one]) => `${one.className} ${one.ariaLabel} ${box.width} x ${box.height}`)"""


async def started(screen: Screen) -> Chat:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    return mia


async def test_tab_stops_once_in_a_chat_and_arrows_go_through_its_messages(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("many 5")
    await mia.sees("Note 5")
    stops = mia.root.locator("li[data-message][tabindex='0']")
    await expect(stops).to_have_count(1)
    await mia.field.focus()
    await screen.page.keyboard.press("Shift+Tab")
    while not await mia.bubble("Note 5").evaluate("one => one === document.activeElement"):
        await screen.page.keyboard.press("Shift+Tab")
    await screen.page.keyboard.press("ArrowUp")
    await expect(mia.bubble("Note 4")).to_be_focused()
    await expect(mia.bubble("Note 4")).to_have_attribute("tabindex", "0")
    await expect(stops).to_have_count(1)
    await screen.page.keyboard.press("Home")
    await expect(mia.root.locator("li[data-message]").first).to_be_focused()
    await screen.page.keyboard.press("ArrowDown")
    await expect(mia.bubble("Hello there!")).to_be_focused()
    for name in ("Say it briefly",):
        await screen.page.keyboard.press("Tab")
        await expect(mia.root.get_by_role("button", name=name)).to_be_focused()
    await screen.page.keyboard.press("Enter")
    await expect(mia.root.locator(".toasts")).to_contain_text("Brief words")
    await screen.page.keyboard.press("Escape")
    await expect(mia.field).to_be_focused()


async def test_the_menu_of_a_message_works_by_keys_and_gives_the_focus_back(screen: Screen) -> None:
    mia = await started(screen)
    hello = mia.bubble("Hello there!")
    await hello.focus()
    await screen.page.keyboard.press("Enter")
    menu = mia.root.get_by_role("menu", name="What to do with this message")
    await expect(menu.get_by_role("menuitem").first).to_be_focused()
    await screen.page.keyboard.press("Escape")
    await expect(menu).to_have_count(0)
    await expect(hello).to_be_focused()
    await screen.page.keyboard.press("c")
    assert await screen.page.evaluate("navigator.clipboard.readText()") == "Hello there! Send me a page."
    await screen.page.keyboard.press("Shift+F10")
    await menu.get_by_role("menuitem", name="Reply").focus()
    await screen.page.keyboard.press("Enter")
    await expect(mia.root.locator(".replying")).to_contain_text("Hello there!")
    await expect(mia.field).to_be_focused()


async def test_new_words_of_the_bot_are_read_out_once_and_politely(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("hello")
    await mia.sees("You said: hello")
    heard = screen.page.locator("body > .heard[aria-live=polite]")
    await expect(heard.locator("p").last).to_have_text("Errand to Mia Winter: You said: hello")
    await expect(mia.root.get_by_role("log")).to_have_attribute("aria-live", "off")


async def test_every_message_has_a_label_that_says_who_and_what(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("venue")
    await mia.sees("Marktplatz 3")
    labels = await mia.root.locator("li[data-message]").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert labels[0].startswith("You, ")
    assert labels[1].endswith("Hello there! Send me a page., 3 buttons")
    assert labels[-1].endswith(": Place")


async def test_a_dialog_keeps_the_focus_and_gives_it_back(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("invoice")
    await mia.sees("Risotto for six")
    await mia.taps("Pay")
    sheet = mia.root.get_by_role("dialog", name="Pay")
    await expect(sheet.get_by_role("button", name="Close")).to_be_focused()
    for _ in range(6):
        await screen.page.keyboard.press("Tab")
        assert await sheet.evaluate("one => one.contains(document.activeElement)")
    await screen.page.keyboard.press("Escape")
    await expect(mia.button("Pay")).to_be_focused()


@pytest.mark.parametrize("width", [320, 390])
async def test_on_a_phone_everything_can_be_hit_and_nothing_sticks_out(
    open_screen: OpenScreen, width: int
) -> None:
    screen = await open_screen(width=width, height=844, touch=True, dark=width == 390)
    mia = await started(screen)
    for words, seen in (
        ("list", "for 4"),
        ("venue", "Marktplatz"),
        ("mosaic 3", "Album"),
        ("keys", "Where to?"),
    ):
        await mia.says(words)
        await mia.sees(seen)
    await screen.page.wait_for_timeout(400)
    await screen.picture(f"phone {width}")
    assert await screen.page.evaluate(SMALL_TARGETS) == []
    assert await screen.page.evaluate("document.documentElement.scrollWidth") == width
    assert await mia.root.evaluate("pane => pane.scrollWidth") == width
    await (
        mia.root.get_by_role("group", name="The bot's keyboard").get_by_role("button", name="Share my").tap()
    )
    await screen.page.wait_for_timeout(300)
    await screen.picture(f"phone {width}, a place")
    assert await mia.root.evaluate("pane => pane.scrollWidth") == width


async def test_a_long_press_opens_the_menu(open_screen: OpenScreen) -> None:
    screen = await open_screen(width=390, height=844, touch=True)
    mia = await started(screen)
    bubble = mia.bubble("Hello there!").locator(".words")
    press = {"pointerType": "touch", "clientX": 120, "clientY": 600, "bubbles": True}
    await bubble.dispatch_event("pointerdown", press)
    menu = mia.root.get_by_role("menu", name="What to do with this message")
    await expect(menu).to_be_visible()
    await screen.picture("phone, the menu of a message")
    await bubble.dispatch_event("pointerup", press)
    await menu.get_by_role("menuitem", name="Reply").click()
    await expect(mia.root.locator(".replying")).to_contain_text("Hello there!")


async def test_who_comes_back_finds_where_the_new_messages_begin(open_screen: OpenScreen) -> None:
    screen = await open_screen(width=390, height=844, touch=True)
    mia = await started(screen)
    kiste = await screen.bring("Grüne Kiste")
    await kiste.start()
    await kiste.sees("Hello there!")
    await screen.bring("Ines Vogel")
    await screen.chat("Ines Vogel").start()
    await screen.bring("Mia Winter")
    await mia.says("tell much")
    await expect(screen.chip("Grüne Kiste").locator(".badge")).to_have_text("25")
    await screen.bring("Grüne Kiste")
    line = kiste.root.locator(".unread-line")
    await expect(line).to_be_in_viewport()
    await screen.picture("phone, new messages")
    await kiste.says("seen")
    await expect(line).to_have_count(0)


async def test_motion_is_left_out_for_who_does_not_want_it(open_screen: OpenScreen) -> None:
    screen = await open_screen()
    await screen.page.emulate_media(reduced_motion="reduce")
    mia = await started(screen)
    seconds = "one => parseFloat(getComputedStyle(one.querySelector('.bubble')).animationDuration)"
    assert await mia.bubble("Hello there!").evaluate(seconds) <= 0.001
