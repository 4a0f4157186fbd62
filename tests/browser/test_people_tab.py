"""New people in one click, and what can be seen and done about each."""

from playwright.async_api import expect

from bot.playground.shop import Pane
from tests.browser.conftest import OpenScreen, Playing
from tests.browser.screen import Screen
from tests.browser.test_frame import stumbling


async def test_somebody_new_comes_in_with_one_click(screen: Screen, playing: Playing) -> None:
    people = await screen.panel("People")
    before = len(playing.shop.people)
    await people.get_by_role("button", name="New customer").click()
    await expect(screen.page.locator("section.pane.active")).to_be_in_viewport()
    (made,) = playing.shop.people[before:]
    assert made.role == "consumer"
    assert len(made.title) > 1, "a name was found"
    await expect(screen.chip(made.title)).to_be_visible()
    await screen.picture("people")


async def test_a_new_seller_works_where_it_was_wished(screen: Screen, playing: Playing) -> None:
    number = playing.people["Kaufhaus Sommer"]
    panes = [pane for pane in playing.shop.people if pane.user_id != number]
    playing.shop.people = [*panes, Pane(number, "Kaufhaus Sommer · Jonas", "seller", "", "Kaufhaus Sommer")]
    await screen.page.reload()
    people = await screen.panel("People")
    await people.get_by_label("First name").fill("Kim")
    await people.get_by_label("Language").select_option("de")
    await people.get_by_label("Seller’s shop").select_option("Kaufhaus Sommer")
    await people.get_by_role("button", name="New seller").click()
    await expect(screen.chip("Kim")).to_be_visible()
    made = playing.shop.people[-1]
    assert (made.title, made.role, made.hint, made.works_for) == ("Kim", "seller", "de", "Kaufhaus Sommer")


async def test_a_new_user_opens_with_start_or_a_link_as_in_telegram(screen: Screen, playing: Playing) -> None:
    people = await screen.panel("People")
    await people.get_by_label("First name").fill("Zoe")
    await people.get_by_role("button", name="As a new user").click()
    zoe = await screen.bring("Zoe")
    await expect(zoe.root.get_by_role("button", name="Start", exact=True)).to_be_visible()
    row = people.get_by_role("listitem").filter(has_text="Zoe")
    await expect(row).to_contain_text("not met")
    await row.get_by_role("button", name="About Zoe").click()
    await expect(row).to_contain_text("has never been met")
    await row.get_by_label("Follow a link").fill("from-a-friend")
    await row.get_by_role("button", name="Start", exact=True).click()
    await zoe.sees("/start from-a-friend")
    await zoe.sees("Hello there!")


async def test_who_blocked_the_bot_is_marked(open_screen: OpenScreen) -> None:
    screen = await open_screen(width=390, height=844, touch=True)
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    people = await screen.panel("People")
    row = people.get_by_role("listitem").filter(has_text="Mia Winter")
    await row.get_by_role("button", name="About Mia Winter").click()
    await row.get_by_role("button", name="Block the bot").click()
    await expect(row).to_contain_text("blocked")
    assert await stumbling(screen.page) == []
    await screen.picture("people, phone")
    await row.get_by_role("button", name="Unblock the bot").click()
    await expect(row.locator(".mark")).to_have_count(0)
    assert await screen.page.evaluate("document.documentElement.scrollWidth") == 390
