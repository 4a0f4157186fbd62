"""The playground as a whole: it starts, goes on, jumps, tells why, takes in new people, and begins anew."""

import asyncio
import re
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import pytest

from bot.playground.play import open_play
from bot.playground.server import OpenPlayground
from bot.playground.town import account_of
from bot.settings import read_settings
from commerce.people.models import Role
from tests.journeys.town import RISOTTO, Town, open_town

ASK = re.compile("Ask the sellers")
SETTINGS = read_settings(environment={})


async def ask(opened: OpenPlayground, path: str) -> dict[str, object]:
    async with aiohttp.ClientSession() as client, client.get(opened.address + path) as answer:
        told: dict[str, object] = await answer.json()
        return told


async def test_the_page_answers_before_the_shop_is_open(tmp_path: Path) -> None:
    states: list[asyncio.Task[dict[str, object]]] = []

    def ask_at_once(opened: OpenPlayground) -> None:
        states.append(asyncio.create_task(ask(opened, "/play/state")))

    async with open_play(SETTINGS, home=tmp_path, page_answers=ask_at_once) as (_, opened):
        early = await states[0]
        assert early["starting"] == "opening the shop"
        assert early["panes"] == []
        late = await ask(opened, "/play/state")
        assert late["starting"] is None
        assert len(late["panes"]) == 11  # type: ignore[arg-type]


async def test_chats_orders_and_time_outlive_the_process(tmp_path: Path) -> None:
    async with open_town(SETTINGS, tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await mia.says(town.page(*RISOTTO))
        await mia.sees("olive oil", button=ASK)
        await town.play.jump(3600)
        ahead = town.play.clock.ahead
    async with open_town(SETTINGS, tmp_path) as town:
        mia = await town.person("mia")
        assert town.play.clock.ahead == ahead
        assert "risotto rice" in str(await messages(town, "mia"))
        await mia.says("/list")
        await mia.sees("olive oil", button=ASK)


async def test_a_reset_begins_anew_even_when_nobody_waits_for_it(tmp_path: Path) -> None:
    async with open_town(SETTINGS, tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await mia.says(town.page(*RISOTTO))
        await mia.sees("olive oil", button=ASK)
        await town.play.jump(86400)
        asking = asyncio.create_task(town.play.reset())
        await asyncio.sleep(0)
        asking.cancel()
        await town.play.reset()
        assert town.play.clock.ahead.total_seconds() == 0
        assert await messages(town, "mia") == []
        assert len(await town.play.panes()) == 11
        mia = await town.wire.meet(account_of("mia"))
        await mia.starts()
        await mia.says("/list")
        assert "risotto rice" not in (await mia.sees("list")).text


async def messages(town: Town, key: str) -> list[object]:
    url = f"{town.opened.address}/control/users/{account_of(key)}/messages"
    async with aiohttp.ClientSession() as client, client.get(url) as answer:
        found: list[object] = await answer.json()
        return found


async def test_a_new_seller_works_for_a_shop_and_gets_its_menu(tmp_path: Path) -> None:
    async with open_play(SETTINGS, home=tmp_path) as (play, opened):
        kim = await play.new_person("Kim", "seller", "en")
        assert kim.title.endswith(" · Kim")
        assert kim.role == Role.SELLER.value
        assert kim in await play.panes()
        rider = await play.new_person("Ola", "carrier", "en")
        assert rider.title in {"Radkurier Lindenau · Ola", "Lindentour · Ola"}
        menu = await ask(opened, f"/control/commands?user_id={kim.user_id}")
        assert "work" in str(menu)


async def test_two_playgrounds_do_not_share_a_port(tmp_path: Path) -> None:
    async with AsyncExitStack() as both:
        _, opened = await both.enter_async_context(open_play(SETTINGS, home=tmp_path / "one"))
        with pytest.raises(OSError, match="address already in use"):
            await both.enter_async_context(open_play(SETTINGS, home=tmp_path / "two", port=opened.port))
