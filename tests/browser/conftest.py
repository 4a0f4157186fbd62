"""A Chromium, a running playground, and a page in it. Screenshots go to `test-output/browser/`."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, async_playwright

from bot.playground.emulator import Emulator, Settings
from bot.playground.server import OpenPlayground, make_app, open_playground
from bot.playground.shop import Pane
from tests.browser import sample_bot
from tests.browser.chromium import HOW_TO_GET_ONE, chromium
from tests.browser.screen import Screen
from tests.playground.page.standins import SmallShop

HERE = Path(__file__).parent
PICTURES = HERE.parents[1] / "test-output" / "browser"
TOKEN = "7000001:sample-bot"
PEOPLE = (
    ("Mia", "Mia Winter", "consumer", "Cooks tonight"),
    ("Jonas", "Kaufhaus Sommer", "seller", "Jonas · general shop"),
    ("Aylin", "Grüne Kiste", "seller", "Aylin · greengrocer"),
    ("Tobias", "Tobias Reh", "carrier", "Radkurier Lindenau"),
    ("Ines", "Ines Vogel", "coordinator", "Puts things together"),
    ("Robert", "Robert Halm", "admin", "Looks after the shop"),
)
CARD_PAGE = """<!doctype html><html lang="en"><title>Card</title><h1>Pay €23.30</h1>
<p><a href="{back}">Pay now</a></p></html>"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and iscoroutinefunction(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip(HOW_TO_GET_ONE)
    async with async_playwright() as play:
        opened = await play.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        await opened.close()


@dataclass
class Playing:
    """A playground with the sample bot behind it."""

    playground: OpenPlayground
    emulator: Emulator
    shop: SmallShop
    bot: Any
    people: dict[str, int]


@pytest_asyncio.fixture(loop_scope="session")
async def playing(tmp_path: Path) -> AsyncIterator[Playing]:
    emulator = Emulator(Settings(token=TOKEN, first_name="Errand", username="errand_sample_bot"))
    await emulator.start()
    shop = SmallShop(panes=[])
    playground = await open_playground(make_app(shop, emulator, pages=tmp_path))
    (tmp_path / "card.example").mkdir()
    card_page = CARD_PAGE.format(back=playground.back_address("paid"))
    (tmp_path / "card.example" / "pay.html").write_text(card_page, encoding="utf-8")
    shutil.copy(HERE / "shelves.html", tmp_path / "card.example" / "shelves.html")
    people = {}
    async with ClientSession(playground.address) as client:
        for first_name, title, role, hint in PEOPLE:
            async with client.post("/control/users", json={"first_name": first_name}) as answer:
                people[title] = (await answer.json())["id"]
            shop.people.append(Pane(people[title], title, role, hint))
    bot = sample_bot.build(playground.address, TOKEN)
    bot.bot_data |= {"thought": asyncio.Event(), "others": [people["Grüne Kiste"], people["Ines Vogel"]]}
    async with bot:
        await sample_bot.introduce(bot)
        await bot.start()
        await bot.updater.start_polling(timeout=1)
        yield Playing(playground, emulator, shop, bot, people)
        await bot.updater.stop()
        await bot.stop()
    await playground.close()
    await emulator.stop()


OpenScreen = Callable[..., Awaitable[Screen]]


@pytest_asyncio.fixture(loop_scope="session")
async def open_screen(
    browser: Browser, playing: Playing, request: pytest.FixtureRequest
) -> AsyncIterator[OpenScreen]:
    """Open the page in a browser of its own; it must not complain, nor ask another server for anything."""
    screens: list[Screen] = []

    async def open_one(
        *, width: int = 1600, height: int = 900, dark: bool = False, touch: bool = False
    ) -> Screen:
        context = await browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            locale="en-GB",
            timezone_id="Europe/Berlin",
        )
        await context.grant_permissions(["clipboard-read", "clipboard-write"])
        screen = Screen(await context.new_page(), playing.playground.address, PICTURES)
        await screen.open()
        screens.append(screen)
        return screen

    yield open_one
    for screen in screens:
        await screen.picture(request.node.name)
        await screen.page.context.close()
        assert screen.complaints == []
        assert screen.asked_outside() == []


@pytest_asyncio.fixture(loop_scope="session")
async def screen(open_screen: OpenScreen) -> Screen:
    return await open_screen()
