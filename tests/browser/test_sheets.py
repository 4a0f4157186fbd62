"""What comes up over a chat: paying an invoice, and Mini Apps that speak Telegram's web events."""

from playwright.async_api import FrameLocator, Locator, expect
from telegram import MenuButtonWebApp, WebAppInfo

from tests.browser.conftest import OpenScreen, Playing
from tests.browser.screen import Chat, Screen

OUTSIDE = MenuButtonWebApp("Catalogue", WebAppInfo("https://shop.example/app"))


async def started(screen: Screen) -> Chat:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    return mia


async def asked_to_pay(screen: Screen, words: str) -> tuple[Chat, Locator]:
    mia = await started(screen)
    await mia.says(words)
    await mia.sees("Risotto for six")
    await mia.taps("Pay")
    return mia, mia.root.get_by_role("dialog", name="Pay")


async def fill_in(sheet: Locator) -> None:
    await sheet.get_by_label("Phone").fill("+49 170 123")
    await sheet.get_by_label("E-mail").fill("mia@lindenau.example")


async def test_an_invoice_with_everything_is_paid_and_leaves_a_receipt(screen: Screen) -> None:
    mia, sheet = await asked_to_pay(screen, "ship")
    await sheet.get_by_role("button", name="€3.00").click()
    await expect(sheet.locator(".total td")).to_have_text("€26.70")
    await fill_in(sheet)
    await screen.picture("paying")
    await sheet.get_by_role("button", name="See the ways to ship").click()
    await sheet.get_by_role("radio", name="Van").check()
    await expect(sheet.locator(".total td")).to_have_text("€32.60")
    await screen.picture("paying, the ways to ship")
    await sheet.get_by_role("button", name="Pay €32.60").click()
    await expect(mia.root.locator(".service").filter(has_text="Paid €32.60 to Errand")).to_be_visible()
    await expect(sheet).to_have_count(0)
    await mia.bubble("Rice, stock").get_by_role("button", name="show the receipt").click()
    receipt = mia.root.get_by_role("dialog", name="Receipt")
    await expect(receipt).to_contain_text("Gartenweg 14, 99955, Lindenau, DE")
    await expect(receipt).to_contain_text("mia@lindenau.example")
    await screen.picture("receipt")
    await screen.page.keyboard.press("Escape")
    await expect(receipt).to_have_count(0)


async def test_what_is_missing_is_asked_for_and_where_nobody_ships_is_said(screen: Screen) -> None:
    _, sheet = await asked_to_pay(screen, "ship")
    await sheet.get_by_role("button", name="See the ways to ship").click()
    assert await sheet.locator("input:invalid").count() == 2
    await fill_in(sheet)
    await sheet.get_by_label("Town").fill("Ulm")
    await sheet.get_by_role("button", name="See the ways to ship").click()
    await expect(sheet.get_by_role("alert")).to_have_text("The bot refused: We go to Lindenau only")


async def test_a_refused_payment_says_why_and_takes_nothing(screen: Screen) -> None:
    mia, sheet = await asked_to_pay(screen, "refuse")
    await fill_in(sheet)
    await sheet.get_by_role("button", name="See the ways to ship").click()
    await sheet.get_by_role("button", name="Pay €26.60").click()
    await expect(sheet.get_by_role("alert")).to_have_text("The bot refused: The rice is gone")
    await screen.picture("payment refused")
    await expect(mia.root.locator(".service").filter(has_text="Paid")).to_have_count(0)


async def open_app(screen: Screen, label: str) -> tuple[Chat, Locator, FrameLocator]:
    mia = await started(screen)
    await mia.says("app")
    await mia.sees("And below")
    if label == "Open the app":
        await mia.taps(label)
    else:
        await (
            mia.root.get_by_role("group", name="The bot's keyboard").get_by_role("button", name=label).click()
        )
    sheet = mia.root.get_by_role("dialog", name=f"Mini App: {label}")
    inside = sheet.frame_locator("iframe")
    await expect(inside.get_by_role("heading", name="Shelves")).to_be_visible()
    return mia, sheet, inside


async def test_an_app_is_told_the_theme_and_the_viewport_and_has_its_buttons(screen: Screen) -> None:
    _, sheet, inside = await open_app(screen, "Open the app")
    heard = inside.get_by_role("log")
    await expect(heard).to_contain_text("theme_changed")
    await expect(heard).to_contain_text("viewport false")
    await expect(inside.locator("#theme")).to_have_text("#ffffff")
    await screen.picture("a Mini App")
    await sheet.get_by_role("button", name="Choose").click()
    await expect(heard).to_contain_text("main_button_pressed")
    await expect(sheet.get_by_role("button", name="Choosing")).to_be_disabled()
    await sheet.get_by_role("button", name="Back").click()
    await expect(heard).to_contain_text("back_button_pressed")
    await screen.page.get_by_role("button", name="Switch to dark colours").click()
    await expect(inside.locator("#theme")).to_have_text("#1e2723")
    await screen.picture("a Mini App in the dark")


async def test_an_app_asks_by_popup_reads_the_clipboard_after_a_yes_and_is_left(screen: Screen) -> None:
    mia, sheet, inside = await open_app(screen, "Open the app")
    await inside.get_by_role("button", name="Ask").click()
    popup = mia.root.get_by_role("alertdialog", name="Sure?")
    await popup.get_by_role("button", name="Yes").click()
    await expect(inside.get_by_role("log")).to_contain_text("popup_closed yes")
    await screen.page.evaluate("navigator.clipboard.writeText('ER-1')")
    await inside.get_by_role("button", name="Paste").click()
    await mia.root.get_by_role("alertdialog").get_by_role("button", name="Let it").click()
    await expect(inside.get_by_role("log")).to_contain_text("clipboard ER-1")
    await inside.get_by_role("button", name="Leave").click()
    await expect(inside.get_by_role("log")).to_contain_text("viewport true")
    await sheet.get_by_role("button", name="Close the Mini App").click()
    await (
        mia.root.get_by_role("alertdialog", name="Close the Mini App?")
        .get_by_role("button", name="Close")
        .click()
    )
    await expect(sheet).to_have_count(0)


async def test_an_app_has_an_invoice_paid_and_hears_how_it_ended(screen: Screen) -> None:
    mia, _, inside = await open_app(screen, "Open the app")
    await inside.get_by_role("button", name="Buy").click()
    sheet = mia.root.get_by_role("dialog", name="Pay")
    await expect(sheet).to_contain_text("Of oak")
    await screen.page.keyboard.press("Escape")
    await expect(inside.get_by_role("log")).to_contain_text("invoice cancelled")
    await inside.get_by_role("button", name="Buy").click()
    await sheet.get_by_role("button", name="Pay €5.00").click()
    await expect(inside.get_by_role("log")).to_contain_text("invoice paid")
    await expect(mia.root.locator(".service").filter(has_text="Paid €5.00")).to_be_attached()


async def test_only_an_app_from_under_the_input_sends_data(screen: Screen) -> None:
    mia, sheet, inside = await open_app(screen, "Open the app")
    await inside.get_by_role("button", name="Send the shelf").click()
    await expect(screen.page.locator(".notices")).to_contain_text(
        "Only a Mini App opened from under the input"
    )
    await sheet.get_by_role("button", name="Close the Mini App").click()
    await (
        mia.root.get_by_role("group", name="The bot's keyboard")
        .get_by_role("button", name="Pick a shelf")
        .click()
    )
    below = mia.root.get_by_role("dialog", name="Mini App: Pick a shelf")
    await below.frame_locator("iframe").get_by_role("button", name="Send the shelf").click()
    await mia.sees("From Pick a shelf: shelf 7")
    await expect(below).to_have_count(0)


async def test_an_app_of_another_server_opens_in_a_tab(open_screen: OpenScreen, playing: Playing) -> None:
    screen = await open_screen()
    mia = await started(screen)
    await playing.bot.bot.set_chat_menu_button(playing.people["Mia Winter"], OUTSIDE)
    async with screen.page.context.expect_page() as opened:
        await mia.root.get_by_role("button", name="Catalogue").click()
    assert (await opened.value).url in (
        "about:blank",
        "https://shop.example/app",
        "chrome-error://chromewebdata/",
    )
    await (await opened.value).close()
    await expect(mia.root.locator("iframe")).to_have_count(0)
