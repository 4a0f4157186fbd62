"""The kit itself: what a person sees, and a wire that outlives its emulator."""

from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import pytest

from bot.playground.emulator import Emulator, Settings
from tests.kit import Wire
from tests.kit.wire import ActRefused
from tests.playground.emulator.bots import polling


async def test_what_she_saw_before_her_last_act_does_not_count(wire: Wire) -> None:
    async with polling(wire):
        ada = await wire.person("Ada")
        await ada.says("rice")
        await ada.sees("rice")
        await ada.says("beans")
        await ada.sees("beans")
        await ada.sees_nothing_of("rice")
        assert (await ada.sees("rice", anywhere=True)).text == "rice"


async def test_a_button_that_is_gone_cannot_be_tapped(wire: Wire) -> None:
    async with polling(wire):
        ada = await wire.person("Ada")
        await ada.says("hello")
        message = await ada.sees("hello", button="Count")
        with pytest.raises(ActRefused, match="no button with callback_data 'nothing'"):
            await ada.taps_data(message, "nothing")


async def test_the_wire_follows_an_emulator_through_its_restart(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "emulator.sqlite")
    first = Emulator(settings)
    url = await first.serve()
    async with AsyncExitStack() as stack, Wire.attached(url, first.token) as wire:
        ada = await wire.person("Ada")
        await ada.says("before")
        boot = wire.boot
        await first.stop()
        second = Emulator(settings)
        stack.push_async_callback(second.stop)
        await second.serve(port=int(url.rsplit(":", 1)[1]))
        await wire.restarted(boot)
        assert [message.text for message in ada.messages] == ["before"]
        async with polling(wire):
            await ada.sees("before")
            await ada.says("after")
            await ada.sees("after")


async def test_the_wire_reads_groups_again_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "emulator.sqlite")
    first = Emulator(settings)
    url = await first.serve()
    async with AsyncExitStack() as stack, Wire.attached(url, first.token) as wire:
        ada, bob = await wire.person("Ada"), await wire.person("Bob")
        family = await wire.group("Family", ada, bob, kind="supergroup")
        await ada.says("/before", chat=family)
        boot = wire.boot
        await first.stop()
        second = Emulator(settings)
        stack.push_async_callback(second.stop)
        await second.serve(port=int(url.rsplit(":", 1)[1]))
        await wire.restarted(boot)
        assert "/before" in [message.text for message in family.screen.messages.values()]
        async with polling(wire):
            await ada.sees("/before", chat=family, anywhere=True)
            await bob.says("among us", chat=family)
            await bob.at(family).sees_nothing_of("among us")
            await family.promotes(None, by=ada)
            await bob.says("to all", chat=family)
            await bob.sees("to all", chat=family)
            await family.removes(None, by=ada)
            assert family.facts["bot_status"] == "kicked"


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("POST", "/control/reset", {"Origin": "https://evil.example"}),
        ("POST", "/control/reset", {"Origin": "null"}),
        ("POST", "/control/reset", {"Origin": "http://127.0.0.1:1"}),
        ("GET", "/control/events", {"Sec-Fetch-Site": "cross-site"}),
        ("GET", "/control", {"Host": "rebound.example"}),
        ("GET", "/bot{token}/getMe", {"Sec-Fetch-Site": "cross-site"}),
        ("POST", "/bot{token}/deleteWebhook", {"Origin": "https://evil.example"}),
        ("GET", "/bot{token}/getMe", {"Host": "127.0.0.1.rebound.example:80"}),
        ("GET", "/file/bot{token}/photos/1", {"Host": "rebound.example"}),
    ],
)
async def test_pages_of_other_sites_cannot_act(
    wire: Wire, method: str, path: str, headers: dict[str, str]
) -> None:
    url = wire.url + path.format(token=wire.token)
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, url, headers=headers) as response,
    ):
        assert response.status == 403
        assert "not" in (await response.json())["error"]


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost:1", "[::1]:1", "emulator:1", "192.168.1.9"])
async def test_pages_of_its_own_and_programs_act(wire: Wire, host: str) -> None:
    own = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
    async with aiohttp.ClientSession() as session:
        for headers in (own, {"Host": host}):
            async with session.get(f"{wire.url}/control", headers=headers) as response:
                assert response.status == 200
