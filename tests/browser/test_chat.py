"""What a person sees of one chat: bubbles, edits, buttons, pictures, places, the keyboard under the input."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenScreen, Playing
from tests.browser.screen import Screen


async def test_starting_the_bot_and_talking_to_it(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await expect(mia.root.get_by_text("Send a page, get everything it needs.")).to_be_visible()
    await mia.start()
    hello = await mia.sees("Hello there! Send me a page.")
    await expect(hello.locator("strong")).to_have_text("there")
    await mia.says("hello")
    answer = await mia.sees("You said: hello")
    await expect(answer.locator(".quote")).to_contain_text("Mia")
    await expect(mia.field).to_have_value("")


async def test_an_edited_message_changes_in_place_and_says_so(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("list")
    message = await mia.sees("Risotto for 4")
    await expect(message.locator(".edited")).to_be_visible()
    count = await mia.bubbles.count()
    await mia.taps("☑ Basil")
    await mia.sees_button("☐ Basil")
    await expect(message.locator("s")).to_have_text("Basil")
    assert await mia.bubbles.count() == count


async def test_the_answer_to_a_tap_is_shown_briefly_or_to_be_closed(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees_button("Say it briefly")
    await mia.taps("Say it briefly")
    await expect(mia.root.locator(".toasts")).to_contain_text("Brief words")
    await mia.taps("Say it loudly")
    alert = mia.root.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Loud words")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)


async def test_a_copy_button_copies(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees_button("Copy")
    await mia.taps("Copy")
    await expect(screen.page.locator(".notices")).to_contain_text("ER-4K7Q")
    assert await screen.page.evaluate("navigator.clipboard.readText()") == "ER-4K7Q"


async def test_every_kind_of_marked_text_is_drawn(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("zoo")
    words = (await mia.sees("bold and italic")).locator(".words")
    await expect(words.locator("strong em")).to_have_text("and italic")
    await expect(words.locator("s")).to_have_text("struck")
    await expect(words.locator("u")).to_have_text("under")
    await expect(words.locator("> code")).to_have_text("code")
    await expect(words.locator(".pre code")).to_have_text("rice  3.20\nstock 4.58")
    await expect(words.locator("blockquote")).to_have_text("quoted words")
    await expect(words.get_by_role("link", name="link", exact=True)).to_have_attribute(
        "href", "https://shop.example/x"
    )
    await expect(words.get_by_role("link", name="me@shop.example")).to_have_attribute(
        "href", "mailto:me@shop.example"
    )
    await words.get_by_role("button", name="Hidden text").click()
    await expect(words.locator(".spoiler.open")).to_have_text("hidden")
    await words.get_by_role("button", name="/help").click()
    await mia.sees("You said: /help")


async def test_pictures_albums_and_files_are_shown(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("photo")
    photo = (await mia.sees("What it may look like")).locator("img")
    await expect(photo).to_have_js_property("complete", True)
    assert await photo.evaluate("image => image.naturalWidth") > 0
    await mia.says("album")
    album = await mia.sees("Three")
    await expect(album.locator("img")).to_have_count(3)
    await mia.says("file")
    await expect((await mia.sees("items.csv")).locator("a.document")).to_have_attribute(
        "download", "items.csv"
    )
    await photo.click()
    viewer = mia.root.get_by_role("dialog", name="Picture")
    await expect(viewer).to_contain_text("1 of 4")
    await screen.page.keyboard.press("ArrowRight")
    await expect(viewer).to_contain_text("2 of 4")
    await screen.picture("a picture in full size")
    await screen.page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)
    await mia.root.get_by_role("button", name="Look into items.csv").click()
    await expect(mia.root.get_by_role("dialog", name="items.csv").get_by_role("cell")).to_have_text(
        ["A1", "320"]
    )


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_a_card_page_opens_over_the_chat_and_closes_when_it_is_done(
    open_screen: OpenScreen, name: str
) -> None:
    """Whichever name of this machine the page was opened by: the bot and the bank know one only."""
    screen = await open_screen()
    await screen.page.goto(screen.address.replace("127.0.0.1", name))
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("card")
    await mia.sees_button("Pay €23.30")
    await mia.taps("Pay €23.30")
    sheet = screen.page.get_by_role("dialog", name="Page")
    inside = sheet.frame_locator("iframe")
    await expect(inside.get_by_role("heading")).to_have_text("Pay €23.30")
    await screen.picture("card page over the chat")
    await inside.get_by_role("link", name="Pay now").click()
    await expect(sheet).to_have_count(0)
    await mia.taps("Pay €23.30")
    await expect(sheet.get_by_role("button", name="Close the page")).to_be_focused()
    await screen.page.keyboard.press("Escape")
    await expect(sheet).to_have_count(0)


async def test_an_invoice_is_shown_and_paid(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("invoice")
    invoice = await mia.sees("Risotto for six")
    await expect(invoice.locator(".invoice strong")).to_have_text("€23.30")
    await mia.taps("Pay")
    await mia.root.get_by_role("dialog", name="Pay").get_by_role("button", name="Pay €23.30").click()
    await expect(mia.root.locator(".service").filter(has_text="Paid €23.30")).to_be_visible()
    await invoice.get_by_role("button", name="show the receipt").click()
    await expect(mia.root.get_by_role("dialog", name="Receipt")).to_contain_text("Charge of Telegram")


async def test_a_message_can_be_replied_to(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    await mia.replies("Hello there!", "rice 3.20, rest ok")
    mine = mia.root.locator("li.out").filter(has_text="rice 3.20, rest ok")
    await expect(mine.locator(".quote")).to_contain_text("Hello there!")


async def test_commands_are_offered_while_typing_a_slash(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    await mia.field.press_sequentially("/")
    options = mia.root.get_by_role("option")
    await expect(options).to_have_count(3)
    await mia.field.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await screen.picture("commands")
    await mia.field.press("Enter")
    await mia.sees("You said: /orders")


async def test_the_keyboard_of_the_bot_sends_words_and_a_place(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("keys")
    keyboard = mia.root.get_by_role("group", name="The bot's keyboard")
    await keyboard.get_by_role("button", name="Type it").click()
    await mia.sees("You said: Type it")
    await keyboard.get_by_role("button", name="Share my place").click()
    await mia.root.get_by_label("latitude").fill("51.5")
    await screen.picture("sharing a place")
    await mia.root.get_by_role("button", name="Send location").click()
    await mia.sees("To 51.5000, 10.6121")
    await expect(mia.root.get_by_role("img", name="Map at 51.5, 10.6121")).to_be_visible()
    await expect(keyboard).to_have_count(0)


async def test_typing_is_shown_until_the_message_is_there(screen: Screen, playing: Playing) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("think")
    await expect(mia.root.get_by_role("status").filter(has_text="Errand is typing")).to_be_visible()
    playing.bot.bot_data["thought"].set()
    await mia.sees("Thought of it.")
    await expect(mia.root.locator(".typing")).to_have_count(0)


async def test_messages_are_reached_and_answered_by_keyboard_alone(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    await mia.root.get_by_role("log").focus()
    await screen.page.keyboard.press("ArrowUp")
    await expect(mia.bubble("Hello there!")).to_be_focused()
    await screen.page.keyboard.press("r")
    await expect(mia.field).to_be_focused()
    await expect(mia.root.locator(".replying")).to_contain_text("Hello there!")
    await screen.page.keyboard.type("thanks")
    await screen.page.keyboard.press("Enter")
    await mia.sees("You said: thanks")


async def test_a_chat_is_all_there_after_a_reload(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("list")
    await mia.sees("Risotto for 4")
    await screen.page.reload()
    await mia.sees("Risotto for 4")
    await mia.taps("☑ Rice")
    await mia.sees_button("☐ Rice")


async def test_a_blocked_bot_is_unblocked_from_the_pane(screen: Screen) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    await mia.root.locator(".pane-head").hover()
    await mia.root.get_by_role("button", name="Block the bot", exact=True).click()
    await mia.root.locator(".foot").get_by_role("button", name="Unblock the bot").click()
    await mia.says("back again")
    await mia.sees(re.compile("You said: back again"))


async def test_long_words_and_thousands_of_emoji_stay_within_the_bubble(open_screen: OpenScreen) -> None:
    screen = await open_screen(width=420, height=800, touch=True)
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("w" * 300)
    await mia.sees("You said: wwww")
    await mia.says("🥕" * 1500)
    await mia.sees("You said: 🥕")
    assert await mia.root.evaluate("pane => pane.scrollWidth <= pane.clientWidth")
