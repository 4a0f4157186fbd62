"""A group has a pane of its own, in which one writes as any of its members."""

from playwright.async_api import expect

from tests.browser.conftest import OpenScreen
from tests.browser.screen import Chat, Screen


async def a_group(screen: Screen) -> Chat:
    """Mia's group with Jonas and the bot."""
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    await mia.root.locator(".pane-head").hover()
    await mia.root.get_by_role("button", name="A group with this person").click()
    sheet = mia.root.get_by_role("dialog", name="A new group")
    await sheet.get_by_label("Name").fill("Supper")
    await sheet.get_by_label("Kaufhaus Sommer").check()
    await screen.picture("a new group")
    await sheet.get_by_role("button", name="Create the group").click()
    group = screen.chat("Supper")
    await expect(group.root).to_be_in_viewport()
    return group


async def test_members_write_in_a_group_and_the_bot_answers_there(screen: Screen) -> None:
    group = await a_group(screen)
    await expect(group.root.locator(".service").filter(has_text="created the group")).to_be_visible()
    await group.says("/help")
    await group.sees("You said: /help")
    await group.root.get_by_label("Who writes").select_option("Jonas")
    await expect(group.field).to_have_attribute("aria-label", "Write as Jonas")
    await group.says("/orders")
    mine = group.root.locator("li.out").filter(has_text="/orders")
    await expect(mine).to_be_visible()
    hers = group.root.locator("li.in").filter(has_text="/help").first
    await expect(hers.locator(".sender")).to_have_text("Mia")
    await screen.picture("a group")
    await group.root.get_by_label("Who writes").select_option("Mia")
    await expect(
        group.root.locator("li.in").filter(has_text="/orders").first.locator(".sender")
    ).to_have_text("Jonas")


async def test_people_and_the_bot_come_and_go(screen: Screen) -> None:
    group = await a_group(screen)
    await group.root.locator(".pane-head").hover()
    await group.root.get_by_role("button", name="Members of the group").click()
    sheet = group.root.get_by_role("dialog", name="Members of the group")
    await sheet.get_by_label("Somebody to add").select_option("Grüne Kiste")
    await sheet.get_by_role("button", name="Add", exact=True).click()
    await expect(sheet.locator(".members")).to_contain_text("Aylin")
    await sheet.get_by_role("button", name="Make it an administrator").click()
    await expect(sheet.locator(".members")).to_contain_text("the bot · administrator")
    await screen.picture("members of a group")
    await sheet.get_by_role("button", name="Remove Jonas").click()
    await expect(sheet.locator(".members")).not_to_contain_text("Jonas")
    await sheet.get_by_role("button", name="Remove the bot").click()
    await expect(sheet.get_by_role("button", name="Add the bot")).to_be_visible()
    await screen.page.keyboard.press("Escape")
    for words in ("Mia added Aylin", "Mia removed Jonas", "Mia removed Errand"):
        await expect(group.root.locator(".service").filter(has_text=words)).to_be_visible()


async def test_a_group_is_all_there_after_a_reload_and_on_a_phone(open_screen: OpenScreen) -> None:
    screen = await open_screen()
    group = await a_group(screen)
    await group.says("/help")
    await group.sees("You said: /help")
    await screen.page.reload()
    await group.sees("You said: /help")
    phone = await open_screen(width=390, height=844, touch=True)
    there = await phone.bring("Supper")
    await there.sees("You said: /help")
    assert await phone.page.evaluate("document.documentElement.scrollWidth") == 390
    await phone.picture("phone, a group")
