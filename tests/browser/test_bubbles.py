"""What messages look like: runs, quotes, albums, previews, what was edited, deleted, pinned, reacted to."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import HERE, OpenScreen
from tests.browser.screen import Chat, Screen

CONTRASTS = (HERE / "contrast.js").read_text(encoding="utf-8")


async def started(screen: Screen) -> Chat:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    return mia


@pytest.mark.parametrize("count", [2, 3, 4, 5, 7, 10])
async def test_an_album_fills_one_rectangle_without_gaps_or_overlaps(screen: Screen, count: int) -> None:
    mia = await started(screen)
    await mia.says(f"mosaic {count}")
    album = (await mia.sees(f"Album of {count}")).locator(".photos")
    await expect(album.locator(".tile")).to_have_count(count)
    whole = await album.bounding_box()
    boxes = [await tile.bounding_box() for tile in await album.locator(".tile").all()]
    assert whole is not None
    area = 0.0
    for n, box in enumerate(boxes):
        assert box is not None
        area += box["width"] * box["height"]
        assert box["width"] > 40
        assert box["height"] > 40
        for other in boxes[:n]:
            assert other is not None
            across = min(box["x"] + box["width"], other["x"] + other["width"]) - max(box["x"], other["x"])
            down = min(box["y"] + box["height"], other["y"] + other["height"]) - max(box["y"], other["y"])
            assert across < 1 or down < 1
    assert 0.93 < area / (whole["width"] * whole["height"]) < 1.01
    assert whole["height"] < 1.8 * whole["width"]


async def test_a_veiled_picture_is_shown_after_a_tap(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("mosaic 2")
    album = await mia.sees("Album of 2")
    await screen.picture("veiled pictures")
    await expect(album.locator(".veiled")).to_have_count(2)
    await album.get_by_role("button", name="Hidden picture").first.click()
    await expect(album.locator(".veiled")).to_have_count(1)


async def test_long_quotes_unfold_and_code_is_copied(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("rich")
    words = (await mia.sees("of what was said")).locator(".words")
    quote = words.locator("blockquote")
    folded = await quote.evaluate("one => one.clientHeight")
    await screen.picture("rich text")
    await quote.get_by_role("button", name="more").click()
    assert await quote.evaluate("one => one.clientHeight") > 2 * folded
    await expect(words.locator(".pre-head")).to_contain_text("python")
    await words.get_by_role("button", name="Copy this python").click()
    assert await screen.page.evaluate("navigator.clipboard.readText()") == 'print("rice")'


async def test_a_link_to_a_demo_page_has_a_card_and_others_have_none(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("link")
    await expect((await mia.sees("Look: http")).locator(".preview")).to_contain_text("card.example")
    await mia.says("https://shop.example/x")
    await expect((await mia.sees("You said: https://shop.example/x")).locator(".preview")).to_have_count(0)


async def test_what_an_edited_message_said_before_is_shown(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("list")
    message = await mia.sees("Risotto for 4")
    await expect(message.locator("s")).to_have_count(0)
    await mia.taps("☑ Basil")
    await expect(message.locator("s")).to_have_text("Basil")
    await message.locator(".edited").click()
    before = mia.root.get_by_role("menu", name="What it said before")
    await expect(before.locator("li")).to_have_count(2)
    await expect(before.locator("li").first).to_contain_text("Reading the page …")
    await screen.picture("what it said before")
    await screen.page.keyboard.press("Escape")
    await expect(before).to_have_count(0)


async def test_a_message_that_is_withdrawn_goes(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("withdraw")
    await mia.sees("Gone in a moment")
    await expect(mia.bubble("Gone in a moment")).to_have_count(0)


async def test_a_pinned_message_stands_above_and_leads_to_it(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("pin")
    bar = mia.root.get_by_role("button", name="Pinned: Open until six")
    await expect(bar).to_be_visible()
    await expect(mia.root.locator(".service").filter(has_text="pinned “Open until six”")).to_be_visible()
    await mia.says("many 20")
    await mia.sees("Note 20")
    await bar.click()
    pinned = mia.root.locator("li.pointed")
    await expect(pinned).to_contain_text("Open until six")
    await expect(pinned).to_be_in_viewport()
    await screen.picture("pinned")


async def test_a_quote_leads_to_what_it_answers(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("first words")
    await mia.sees("You said: first words")
    await mia.says("many 20")
    await mia.sees("Note 20")
    await mia.bubble("You said: first words").locator(".quote").click()
    await expect(mia.root.locator("li.out.pointed")).to_have_text(re.compile("^first words"))


async def test_reactions_are_given_by_the_menu_and_taken_back_by_the_chip(screen: Screen) -> None:
    mia = await started(screen)
    hello = mia.bubble("Hello there!")
    await hello.locator(".bubble").click(button="right", position={"x": 10, "y": 10})
    menu = mia.root.get_by_role("menu", name="What to do with this message")
    await expect(menu).to_be_visible()
    await screen.picture("the menu of a message")
    await menu.get_by_role("menuitem", name="React with 👍").click()
    chip = hello.locator(".reactions").get_by_role("button", name="👍 by you")
    await chip.click()
    await expect(hello.locator(".reactions")).to_have_count(0)
    await mia.says("react")
    await expect(mia.bubble("react").get_by_role("button", name="🔥 by Errand")).to_be_visible()


async def test_own_words_are_edited_and_deleted(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("rise")
    await mia.sees("You said: rise")
    await mia.field.press("ArrowUp")
    await expect(mia.field).to_have_value("rise")
    await expect(mia.root.locator(".replying")).to_contain_text("Edit message")
    await mia.says("rice")
    await mia.sees("You changed it to: rice")
    own = mia.root.locator("li.out").filter(has_text="rice")
    await expect(own.locator(".edited")).to_be_visible()
    await own.focus()
    await screen.page.keyboard.press("Delete")
    asked = mia.root.get_by_role("alertdialog", name="Delete this message?")
    await asked.get_by_role("button", name="Delete").click()
    await expect(own).to_have_count(0)


async def test_forwards_places_and_sounds_say_what_they_are(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("forward")
    await expect((await mia.sees("Forwarded from")).locator(".origin b")).to_have_text("Mia")
    await mia.says("venue")
    venue = await mia.sees("Marktplatz 3, Lindenau")
    await expect(venue.get_by_role("img", name="Map at 51.2041, 10.6152")).to_be_visible()
    await expect(venue.locator("text").filter(has_text="Lindenallee")).to_have_count(1)
    await mia.says("sound")
    sound = await mia.sees("Two seconds")
    await expect(sound.get_by_role("button", name="Play: Two seconds")).to_be_visible()
    await screen.picture("forwards, places, sounds")


async def test_a_single_emoji_is_large(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("🥕")
    big = mia.root.locator("li.out .big1 .words")
    assert await big.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") == 64
    await mia.says("🥕 please")
    await expect(mia.root.locator("li.out").last.locator(".big")).to_have_count(0)


async def test_every_kind_is_drawn_in_the_dark_too(open_screen: OpenScreen) -> None:
    screen = await open_screen(dark=True, width=1200)
    mia = await started(screen)
    for words, seen in (("rich", "a secret"), ("venue", "Kaufhaus Sommer"), ("mosaic 5", "Album of 5")):
        await mia.says(words)
        await mia.sees(seen)
        await screen.page.wait_for_timeout(300)
        await screen.picture(f"dark, {words}")
    low = await screen.page.evaluate(CONTRASTS)
    assert low == []


async def test_words_are_readable_in_the_light(screen: Screen) -> None:
    mia = await started(screen)
    for words, seen in (("rich", "a secret"), ("venue", "Kaufhaus"), ("ship", "Risotto"), ("list", "for 4")):
        await mia.says(words)
        await mia.sees(seen)
    await screen.page.wait_for_timeout(1500)
    assert await screen.page.evaluate(CONTRASTS) == []
