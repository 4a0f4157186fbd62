"""The frame around the chats for everybody: with the keyboard, by ear, on any width, with weak sight."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import HERE, OpenScreen, Playing
from tests.browser.screen import Screen

ACCESSIBILITY = (HERE / "accessibility.js").read_text(encoding="utf-8")
TABS = ("Guide", "Why", "Log", "Faults", "People", "Script")
FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"


@pytest.mark.parametrize("width", [1600, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_nobody_stumbles(open_screen: OpenScreen, playing: Playing, width: int, dark: bool) -> None:
    """Names, roles, states, order, sizes and contrast of everything on the screen, tab by tab."""
    screen = await open_screen(width=width, height=844 if width == 390 else 900, dark=dark)
    page = screen.page
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("list")
    await mia.sees("Risotto for 4")
    await mia.says("err")
    await mia.sees("Refused: ")
    found = {"the chats": await stumbling(page)}
    for tab in TABS:
        panel = await screen.panel(tab)
        await expect(panel.locator("> *")).not_to_have_count(0)
        if tab == "Faults":
            await panel.get_by_role("switch", name="The bank is slow").click()
            await expect(panel.get_by_role("switch", name="The bank is slow")).to_be_checked()
        if tab == "Log":
            await panel.locator(".bad .log-row").first.click()
        found[tab] = await stumbling(page)
        await screen.picture(f"{tab.lower()}, {width}{' dark' if dark else ''}")
    await page.get_by_role("button", name="Close the panel").click()
    bar = await page.locator(".bar .panel-switch").bounding_box()
    assert bar is not None
    assert bar["y"] < 20, "the bar's switches stand in one row, also while a fault is on"
    await page.get_by_role("button", name="Time of the shop").click()
    await expect(page.locator(".popover")).to_be_visible()
    found["the clock"] = await stumbling(page)
    await screen.picture(f"clock, {width}{' dark' if dark else ''}")
    await page.keyboard.press("Escape")
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    found["the keys"] = await stumbling(page)
    await screen.picture(f"keys, {width}{' dark' if dark else ''}")
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


async def stumbling(page: Page) -> list[str]:
    """What is wrong, once nothing fades in or out any more."""
    await page.wait_for_timeout(100)
    await page.evaluate("""() => Promise.all(document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished.catch(() => null)))""")
    wrong: list[str] = await page.evaluate(ACCESSIBILITY)
    return wrong


async def test_the_first_tab_stop_leads_past_the_bar_and_every_stop_is_seen(screen: Screen) -> None:
    page = screen.page
    await expect(screen.chat("Mia Winter").root).to_be_in_viewport()
    await page.keyboard.press("Tab")
    assert await page.evaluate(FOCUSED) == "To the chats"
    await expect(page.locator(".skip")).to_be_in_viewport()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    assert await page.evaluate("Boolean(document.activeElement.closest('main'))")
    stops = []
    for _ in range(60):
        stops.append(await page.evaluate(FOCUSED))
        marked = """() => { const style = getComputedStyle(document.activeElement);
            return document.activeElement === document.body || style.outlineStyle !== 'none'
                || document.activeElement.matches('textarea, iframe'); }"""
        assert await page.evaluate(marked), stops[-1]
        await page.keyboard.press("Tab")
    assert "Guide" in stops


async def test_keys_lead_to_chats_tabs_and_time_and_leave_what_is_typed_alone(screen: Screen) -> None:
    page = screen.page
    for title in ("Mia Winter", "Kaufhaus Sommer", "Grüne Kiste"):
        await screen.chat(title).start()
        await screen.chat(title).sees("Hello there!")
    await page.locator("body").press("Escape")
    await page.keyboard.press("3")
    await expect(screen.chat("Grüne Kiste").field).to_be_focused()
    await page.keyboard.type("3 lemons? [f]")
    await expect(screen.chat("Grüne Kiste").field).to_have_value("3 lemons? [f]")
    await page.keyboard.press("Alt+PageUp")
    await expect(screen.chat("Kaufhaus Sommer").field).to_be_focused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("[")
    await expect(screen.chat("Mia Winter").field).to_be_focused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("l")
    await expect(page.get_by_role("tab", name="Log")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("tab", name="Faults")).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("t")
    await expect(page.locator(".popover button").first).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Time of the shop")).to_be_focused()
    await page.keyboard.press("x")
    await expect(page.locator("aside")).to_have_count(0)
    await page.keyboard.press("Control+f")  # the browser's own keys stay its own
    await expect(page.locator("aside")).to_have_count(0)


async def test_the_sheet_of_keys_can_turn_them_off_and_gives_the_focus_back(screen: Screen) -> None:
    page = screen.page
    opener = page.get_by_role("button", name="Keys")
    await opener.click()
    sheet = page.get_by_role("dialog", name="Keys")
    await expect(sheet.get_by_role("button", name="Close the keys")).to_be_focused()
    for _ in range(4):  # the focus goes round inside
        await page.keyboard.press("Tab")
        assert await page.evaluate("Boolean(document.activeElement.closest('.sheet'))")
    await sheet.get_by_role("checkbox").uncheck()
    await page.keyboard.press("Escape")
    await expect(sheet).to_have_count(0)
    await expect(opener).to_be_focused()
    await page.keyboard.press("f")
    await expect(page.get_by_role("tab", name="Guide")).to_have_attribute("aria-selected", "true")
    await page.reload()
    await expect(screen.chip("Mia Winter")).to_be_visible()
    await page.keyboard.press("f")
    await expect(page.get_by_role("tab", name="Guide")).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize(("width", "whole"), [(1600, 3), (1280, 2), (1920, 4), (1000, 3), (800, 2)])
async def test_chats_stand_side_by_side_and_none_is_cut(
    open_screen: OpenScreen, width: int, whole: int
) -> None:
    screen = await open_screen(width=width)
    await expect(screen.chip("Mia Winter")).to_be_visible()
    if width > 1100:
        await expect(screen.page.locator("aside")).to_be_visible()
    await expect(screen.page.locator(".pane")).not_to_have_count(0)  # the chats' module comes after the bar
    await screen.page.evaluate("document.fonts.ready")
    assert await cut_and_whole(screen.page) == (0, whole)
    await screen.bring("Tobias Reh")  # the last one: it scrolls, and again none is cut
    await screen.page.wait_for_timeout(700)
    assert await cut_and_whole(screen.page) == (0, whole)


async def cut_and_whole(page: Page) -> tuple[int, int]:
    """How many chats are seen in part, and how many whole."""
    parts = await page.evaluate("""() => {
        const box = document.querySelector('main').getBoundingClientRect();
        return [...document.querySelectorAll('.pane')].map((pane) => pane.getBoundingClientRect()).map(
            (one) => (Math.min(one.right, box.right) - Math.max(one.left, box.left)) / one.width); }""")
    return sum(0.03 < part < 0.99 for part in parts), sum(part >= 0.99 for part in parts)


async def test_who_wants_no_motion_gets_none(open_screen: OpenScreen) -> None:
    screen = await open_screen()
    await screen.page.emulate_media(reduced_motion="reduce")
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    await screen.panel("Faults")
    moving = """() => [...document.querySelectorAll('*')].map((one) => getComputedStyle(one))
        .filter((style) => style.animationName !== 'none' && parseFloat(style.animationDuration) > .01
            || parseFloat(style.transitionDuration) > .01).length"""
    assert await screen.page.evaluate(moving) == 0


async def test_on_a_phone_the_panel_is_a_sheet_over_everything(open_screen: OpenScreen) -> None:
    screen = await open_screen(width=390, height=844, touch=True)
    await expect(screen.page.locator("aside")).to_have_count(0)
    await screen.panel("Faults")
    box = await screen.page.locator("aside").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    cut = (
        "() => { const tabs = document.querySelector('.tabs'); return tabs.scrollWidth - tabs.clientWidth; }"
    )
    assert await screen.page.evaluate(cut) <= 0, "all tabs are seen"
    await screen.page.get_by_role("button", name="Close the panel").click()
    await expect(screen.chat("Mia Winter").root).to_be_visible()


async def test_a_server_that_goes_away_is_told_and_found_again(screen: Screen, playing: Playing) -> None:
    await screen.page.route("**/control/events*", lambda route: route.abort())
    await screen.page.reload()
    await expect(screen.page.locator(".lost")).to_be_visible()
    await screen.page.unroute("**/control/events*")
    await expect(screen.page.locator(".lost")).to_have_count(0, timeout=15_000)
    screen.complaints[:] = [one for one in screen.complaints if "net::ERR" not in one]
    await expect(screen.page).to_have_title(re.compile("Errand"))


STYLES = tuple(sorted(path.stem for path in (HERE.parents[1] / "bot/playground/page/style").glob("*.css")))
LOOKED_AT = (
    "color",
    "fontSize",
    "textDecorationLine",
    "display",
    "padding",
    "margin",
    "borderWidth",
    "minHeight",
)
LOOKS = """(looked_at) => [...document.querySelectorAll(".bar *, .pane *")].map((one) => {
    const style = getComputedStyle(one);
    return [one.getAttribute("class"), ...looked_at.map((name) => `${name}: ${style[name]}`)].join("; ");
})"""


async def test_a_part_that_is_opened_changes_the_look_of_no_other(screen: Screen) -> None:
    """Each brings its style sheet, and all of them stay."""
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("list")
    await mia.sees("Risotto for 4")
    await stumbling(screen.page)
    before = await screen.page.evaluate(LOOKS, LOOKED_AT)
    later = [name for name in STYLES if name not in ("frame", "chat", "panel")]
    fetch = "async (name) => (await import('/page/later.js')).styled(name).then(() => true)"
    for name in later:
        assert await screen.page.evaluate(fetch, name)
    await stumbling(screen.page)
    after = await screen.page.evaluate(LOOKS, LOOKED_AT)
    assert {"tour", "why", "script"} <= set(later)
    assert after == before


async def test_a_part_is_shown_in_each_place_however_it_arrives(screen: Screen) -> None:
    """Its module comes for one chat at the very moment in which another one has just been drawn."""
    shown = await screen.page.evaluate(
        """async () => {
            const { html, render } = await import("/page/html.js");
            const { later, styled } = await import("/page/later.js");
            const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
            await styled("more");
            let give;
            const module = new Promise((done) => { give = done; });
            const Part = later(() => module, "Part");
            const [one, other] = [document.createElement("div"), document.createElement("div")];
            render(html`<${Part} />`, one);
            await drawn();
            render(html`<${Part} />`, other);
            give({ Part: () => html`<p>Here it is</p>` });
            await drawn();
            return [one.textContent, other.textContent];
        }"""
    )
    assert shown == ["Here it is", "Here it is"]
