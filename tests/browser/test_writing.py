"""Where a person writes: commands, drafts, files, contacts, places that move, inline results, search."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

from playwright.async_api import Route, expect

from tests.browser.conftest import OpenScreen, Playing
from tests.browser.sample_rare import picture
from tests.browser.screen import Chat, Screen


async def started(screen: Screen) -> Chat:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.sees("Hello there!")
    return mia


async def test_a_command_is_completed_by_tab(screen: Screen) -> None:
    mia = await started(screen)
    await mia.field.press_sequentially("/or")
    await expect(mia.root.get_by_role("option")).to_have_count(1)
    await mia.field.press("Tab")
    await expect(mia.field).to_have_value("/orders ")
    await expect(mia.field).to_be_focused()


async def test_a_draft_is_there_after_a_reload(screen: Screen) -> None:
    mia = await started(screen)
    await mia.field.fill("half a sent")
    await screen.page.reload()
    await expect(mia.field).to_have_value("half a sent")
    await mia.says("half a sentence")
    await mia.sees("You said: half a sentence")
    await screen.page.reload()
    await mia.sees("You said: half a sentence")
    await expect(mia.field).to_have_value("")


async def test_pictures_get_a_caption_before_they_go(screen: Screen) -> None:
    mia = await started(screen)
    await mia.root.get_by_role("button", name="Attach").click()
    async with screen.page.expect_file_chooser() as chooser:
        await mia.root.get_by_role("menuitem", name="Picture").click()
    files = [
        {"name": f"{n}.png", "mimeType": "image/png", "buffer": picture("#2f6f5e", str(n))} for n in (1, 2, 3)
    ]
    await (await chooser.value).set_files(files)
    sheet = mia.root.get_by_role("dialog", name="Send pictures")
    await expect(sheet.locator("li img")).to_have_count(3)
    await sheet.get_by_role("button", name="Leave out 3.png").click()
    await sheet.get_by_label("Caption").fill("Both of them")
    await screen.picture("pictures with a caption")
    await sheet.get_by_role("button", name="Send", exact=True).click()
    await expect(mia.root.locator("li.out").last.locator(".tile")).to_have_count(2)
    await mia.sees("Got a picture: Both of them")
    await expect(sheet).to_have_count(0)


async def test_what_is_dropped_on_a_chat_is_asked_about(screen: Screen) -> None:
    mia = await started(screen)
    await mia.root.evaluate(
        """pane => { const held = new DataTransfer();
        held.items.add(new File(['a;b'], 'list.csv', {type: 'text/csv'}));
        for (const kind of ['dragenter', 'drop'])
          pane.dispatchEvent(new DragEvent(kind, {dataTransfer: held, bubbles: true, cancelable: true})); }"""
    )
    sheet = mia.root.get_by_role("dialog", name="Send files")
    await expect(sheet).to_contain_text("list.csv")
    await sheet.get_by_label("Caption").press("Enter")
    await mia.sees("Got a file list.csv: no words")


async def test_a_phone_number_is_shared_after_a_yes_only(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("phone")
    keyboard = mia.root.get_by_role("group", name="The bot's keyboard")
    await keyboard.get_by_role("button", name="My number").click()
    asked = mia.root.get_by_role("alertdialog", name="Share your phone number?")
    await screen.picture("share the number")
    await asked.get_by_role("button", name="Cancel").click()
    await expect(asked).to_have_count(0)
    await keyboard.get_by_role("button", name="My number").click()
    await asked.get_by_role("button", name="Share").click()
    await mia.sees("Noted +44")
    await expect(keyboard).to_have_count(0)


async def test_a_forced_reply_answers_the_question(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("ask")
    await mia.sees("How many?")
    await expect(mia.root.locator(".replying")).to_contain_text("How many?")
    await expect(mia.field).to_have_attribute("placeholder", "A number")
    await mia.says("six")
    await expect(mia.root.locator("li.out").last.locator(".quote")).to_contain_text("How many?")


async def test_a_live_place_is_moved_by_dragging_and_by_keys_until_it_is_stopped(screen: Screen) -> None:
    mia = await started(screen)
    await mia.root.get_by_role("button", name="Attach").click()
    await mia.root.get_by_role("menuitem", name="Location").click()
    sheet = mia.root.get_by_role("form", name="Share a location")
    grip = sheet.get_by_role("application")
    await grip.focus()
    await screen.page.keyboard.press("ArrowUp")
    await expect(sheet.get_by_label("latitude")).not_to_have_value("51.2068")
    await sheet.get_by_label("shared").select_option("live, 15 minutes")
    await screen.picture("a place to share")
    await sheet.get_by_role("button", name="Share live location").click()
    await mia.sees("To 51.2070")
    mine = mia.root.locator("li.out").filter(has_text="Live location")
    await expect(mine).to_contain_text(re.compile("14 min left"))
    box = await mine.get_by_role("application").bounding_box()
    assert box is not None
    await screen.page.mouse.move(box["x"] + 100, box["y"] + 60)
    await screen.page.mouse.down()
    await screen.page.mouse.move(box["x"] + 60, box["y"] + 60, steps=4)
    await screen.page.mouse.up()
    await mia.sees(re.compile("at 51.2070, 10.61[34]"))
    await mine.get_by_role("application").focus()
    await screen.page.keyboard.press("ArrowDown")
    await mia.sees("at 51.2068, 10.61")
    await screen.picture("a live place")
    await mine.get_by_role("button", name="Stop").click()
    await mia.sees("Arrived")
    await expect(mine).to_contain_text("ended")
    await expect(mine.get_by_role("application")).to_have_count(0)


async def test_a_live_place_of_the_bot_says_how_long_it_goes_on(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("live")
    await expect(await mia.sees("Live location")).to_contain_text(re.compile("1[45] min"))
    await expect(mia.from_bot.last.get_by_role("button", name="Stop")).to_have_count(0)


async def test_inline_results_come_in_pages_and_one_is_chosen(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("ways")
    await mia.sees_button("Look it up")
    await mia.taps("Look it up")
    await expect(mia.field).to_have_value("@errand_sample_bot rice")
    results = mia.root.get_by_role("listbox", name="Results").get_by_role("option")
    await expect(results).to_have_count(10)
    await screen.picture("inline results")
    await mia.root.get_by_role("button", name="More results").dispatch_event("click")  # without scrolling
    await expect(results).to_have_count(20)
    await results.nth(19).scroll_into_view_if_needed()
    await expect(results).to_have_count(25)
    await mia.field.press("ArrowDown")
    await expect(results.nth(1)).to_have_attribute("aria-selected", "true")
    await mia.field.fill("@errand_sample_bot pics")
    await expect(mia.root.locator(".inline-results .grid img")).to_have_count(6)
    await screen.picture("inline pictures")
    await mia.field.press("Enter")
    await expect(mia.field).to_have_value("")


async def test_of_words_typed_quickly_after_the_bots_name_only_the_last_are_asked(screen: Screen) -> None:
    mia = await started(screen)
    await screen.page.clock.install()
    await screen.page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))
    for typed in ("r", "ri", "ric", "rice"):
        await mia.field.fill(f"@errand_sample_bot {typed}")
        await screen.page.clock.run_for(100)
    await screen.page.clock.resume()
    results = mia.root.get_by_role("listbox", name="Results").get_by_role("option")
    await expect(results).to_have_count(10)
    await expect(results.first).to_contain_text("rice 0")
    assert len([url for url in screen.requested if url.endswith("/inline")]) == 1


async def test_what_is_typed_while_the_chats_are_fetched_anew_stays(screen: Screen, playing: Playing) -> None:
    mia = await started(screen)
    others = f"**/control/users/{playing.people['Robert Halm']}/messages"
    asked, typed = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        asked.set()
        await typed.wait()
        await route.continue_()

    await screen.page.route(others, hold)
    loading = asyncio.ensure_future(
        screen.page.evaluate("import('/page/stream.js').then(({ load }) => load())")
    )
    await asked.wait()
    await mia.field.fill("half a sent")
    typed.set()
    await loading
    await expect(mia.field).to_have_value("half a sent")


async def test_words_are_found_in_a_chat(screen: Screen) -> None:
    mia = await started(screen)
    await mia.says("many 30")
    await mia.sees("Note 30")
    await mia.root.locator(".pane-head").hover()
    await mia.root.get_by_role("button", name="Search in this chat").click()
    field = mia.root.get_by_role("searchbox")
    await field.fill("note 1")
    found = mia.root.get_by_role("search").get_by_role("status")
    await expect(found).to_have_text("1 of 11")
    await field.press("Enter")
    await expect(found).to_have_text("2 of 11")
    await expect(mia.root.locator("li.pointed")).to_contain_text("Note 18")
    await screen.picture("search")
    await field.press("Escape")
    await expect(field).to_have_count(0)
    await expect(mia.field).to_be_focused()


async def test_a_button_waits_and_takes_no_second_tap(screen: Screen, playing: Playing) -> None:
    mia = await started(screen)
    await mia.says("silence")
    await mia.sees_button("Think long")
    await mia.taps("Think long")
    key = mia.button("Think long")
    await expect(key).to_have_attribute("aria-busy", "true")
    await expect(key.locator(".spin")).to_be_visible()
    await key.click(force=True)
    await mia.says("and now")
    await mia.sees("You said: and now")
    world = playing.emulator.desk.world
    assert sum(question.data == "silence" for question in world.questions.values()) == 1


async def test_the_chat_keeps_its_place_and_counts_what_comes_below(open_screen: OpenScreen) -> None:
    screen = await open_screen(width=800, height=600)
    mia = await started(screen)
    await mia.says("many 40")
    await mia.sees("Note 40")
    log = mia.root.get_by_role("log")
    await log.evaluate("one => { one.scrollTop = 0; }")
    to_end = mia.root.get_by_role("button", name="To the newest message")
    await expect(to_end).to_be_visible()
    await mia.says("many 3")
    await expect(to_end.locator(".badge")).to_have_text("3")
    assert await log.evaluate("one => one.scrollTop") < 200
    await screen.picture("unread below")
    await to_end.click()
    await expect(mia.bubble("Note 3")).to_be_in_viewport()
    await expect(to_end).to_have_count(0)


async def test_the_way_to_the_newest_message_takes_no_room(open_screen: OpenScreen) -> None:
    """Else all that is there moves as it comes and goes, and a tap at that moment misses its button."""
    screen = await open_screen(width=800, height=600)
    mia = await started(screen)
    await mia.says("many 40")
    await mia.sees("Note 40")
    log = mia.root.get_by_role("log")
    to_end = mia.root.get_by_role("button", name="To the newest message")
    await expect(to_end).to_have_count(0)
    height = await log.evaluate("one => one.scrollHeight")
    await log.evaluate("one => { one.scrollTop = 0; }")
    await expect(to_end).to_be_visible()
    assert await log.evaluate("one => one.scrollHeight") == height
