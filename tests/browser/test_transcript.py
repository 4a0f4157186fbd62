"""Scripts at the screen, on the real shop: what was done is saved and played again."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from bot.playground.script.reading import read_script
from tests.browser.conftest import PICTURES
from tests.browser.screen import Screen
from tests.playground.script.session import a_town

MIA = "Mia Winter"
MILLISECONDS = 60_000


@dataclass
class Stage:
    screen: Screen
    tab: Locator

    async def picture(self, name: str) -> None:
        await self.screen.page.wait_for_timeout(300)  # the page scrolls smoothly
        await self.screen.picture(name)

    async def plays(self, name: str) -> None:
        self.screen.page.once("dialog", lambda dialog: dialog.accept())
        await self.tab.get_by_role("button", name=name, exact=True).click()

    async def ends(self, words: str | re.Pattern[str]) -> None:
        await expect(self.tab.get_by_role("status")).to_contain_text(words, timeout=MILLISECONDS)

    async def pastes(self, text: str) -> None:
        await self.tab.get_by_label(re.compile("pasted or from a file")).fill(text)


def content(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser, tmp_path: Path) -> AsyncIterator[Stage]:
    async with a_town(tmp_path) as town:
        context = await browser.new_context(
            viewport={"width": 1600, "height": 900}, locale="en-GB", timezone_id="Europe/Berlin"
        )
        screen = Screen(await context.new_page(), town.opened.address, PICTURES / "script")
        await screen.open()
        await expect(screen.chip(MIA)).to_be_visible(timeout=MILLISECONDS)
        yield Stage(screen, await screen.panel("Script"))
        await context.close()
        assert screen.asked_outside() == []
        assert screen.complaints == []


async def test_what_was_done_is_told_saved_and_played_again(stage: Stage, tmp_path: Path) -> None:
    await expect(stage.tab).to_contain_text("Nothing yet since the last reset")
    mia = await stage.screen.bring(MIA)
    await mia.start()
    await mia.sees("Hello Mia")
    await mia.says("1 kg risotto rice\n500 ml olive oil\n400 g tinned plum tomatoes")
    await mia.sees("list prices")
    await expect(stage.tab).to_contain_text("2 acts since the last reset")
    await stage.tab.get_by_label("Title").fill("A list in words")
    await stage.tab.get_by_role("button", name="Show it").click()
    await expect(stage.tab.locator("pre")).to_contain_text("mia starts")
    await stage.picture("recorded")
    async with stage.screen.page.expect_download() as saving:
        await stage.tab.get_by_role("link", name="Save the script").click()
    saved = await saving.value
    assert saved.suggested_filename == "a_list_in_words.yml"
    script = read_script(content(await saved.path()))
    assert str(script.steps[0]) == "mia starts"
    async with stage.screen.page.expect_download() as saving:
        await stage.tab.get_by_role("link", name="Save as a journey test").click()
    test = await saving.value
    assert test.suggested_filename == "test_a_list_in_words.py"
    assert "await mia.starts()" in content(await test.path())
    await stage.plays("Play it again")
    await stage.ends(f"As expected · {len(script.steps)} of {len(script.steps)}")
    await mia.sees("list prices")
    await stage.picture("played again")


async def test_a_ready_made_scenario_plays_to_its_end_in_the_panes(stage: Stage) -> None:
    await stage.plays("Play: From a link to the door, paid in cash")
    await stage.ends("As expected")
    await (await stage.screen.bring(MIA)).sees("was delivered")
    await expect(stage.tab.locator(".run li.as-expected")).to_have_count(36)
    await stage.picture("a scenario, played")


async def test_step_by_step_it_waits_for_the_click_and_can_be_stopped(stage: Stage) -> None:
    await stage.tab.get_by_label("Pace").select_option("step by step")
    await stage.plays("Play: From a link to the door, paid in cash")
    await stage.ends("Waiting for the next step · 0 of 36")
    onward = stage.tab.get_by_role("button", name="Next step")
    await onward.click()
    await stage.ends("Waiting for the next step · 1 of 36")
    await onward.click()
    await stage.ends("Waiting for the next step · 2 of 36")
    await expect(stage.tab.locator("[aria-current=step]")).to_contain_text("basil-risotto")
    await stage.picture("step by step")
    await stage.tab.get_by_role("button", name="Stop").click()
    await stage.ends("Stopped · 2 of 36")
    await (await stage.screen.bring(MIA)).sees("Hello Mia")


async def test_what_differs_is_shown_as_expected_and_seen(stage: Stage) -> None:
    await stage.pastes(
        "errand-script: 1\nsteps:\n- mia starts\n- mia sees: Hello Mio\n  within: 4\n- mia sees: Hello"
    )
    await stage.plays("Play it")
    await stage.ends("Differed, 1 step · 3 of 3")
    differing = stage.tab.locator(".run li.differs")
    await expect(differing).to_contain_text("“Hello Mio”")
    await expect(differing).to_contain_text("Hello Mia, I'm Errand")
    await stage.picture("differs")


async def test_a_bad_file_is_refused_with_its_line_and_nothing_is_deleted(
    stage: Stage, tmp_path: Path
) -> None:
    mia = await stage.screen.bring(MIA)
    await mia.start()
    await mia.sees("Hello Mia")
    bad = tmp_path / "bad.yml"
    bad.write_text("errand-script: 1\nsteps:\n  - mia strats\n")
    await stage.tab.get_by_label("Choose a file").set_input_files(bad)
    await stage.plays("Play it")
    await expect(stage.tab.get_by_role("alert")).to_contain_text("bad.yml, line 3")
    await expect(stage.tab.get_by_role("alert")).to_contain_text("did you mean 'starts'?")
    await stage.picture("a bad file")
    await mia.sees("Hello Mia")


async def test_playing_asks_first(stage: Stage) -> None:
    mia = await stage.screen.bring(MIA)
    await mia.start()
    await mia.sees("Hello Mia")
    asked: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def refuse(dialog: object) -> None:
        asked.set_result(dialog.message)  # type: ignore[attr-defined]
        await dialog.dismiss()  # type: ignore[attr-defined]

    stage.screen.page.once("dialog", refuse)
    await stage.tab.get_by_role("button", name="Play it again").click()
    assert "All chats and orders" in await asyncio.wait_for(asked, 10)
    await mia.sees("Hello Mia")
    await expect(stage.tab.locator(".run")).to_have_count(0)
