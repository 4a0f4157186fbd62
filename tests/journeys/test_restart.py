"""Killed at any point and started again, the shop goes on: `errand play` as a process, ended with SIGKILL."""

import asyncio
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.playground import town as demo
from tests.journeys.ordering import ASK, CLOSE, ONE_SHOP, ORDER, PLACE, pay_link, pays_on_the_page
from tests.kit.person import Person
from tests.kit.wire import Wire

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


class Process:
    """`errand play` on one home folder and one port; `kill` is kill -9."""

    def __init__(self, home: Path, port: int) -> None:
        self.home = home
        self.port = port
        self.running: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        command = ["-m", "bot", "play", "--port", str(self.port), "--home", str(self.home)]
        self.running = await asyncio.create_subprocess_exec(
            sys.executable, *command, "--no-engine", "--no-browser", cwd=ROOT,
            stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        async with asyncio.timeout(START_SECONDS):
            while not await self._answers():
                assert self.running.returncode is None, "errand play ended by itself"
                await asyncio.sleep(0.1)

    async def kill(self) -> None:
        assert self.running is not None
        if self.running.returncode is None:
            self.running.kill()
        await self.running.wait()

    async def again(self, wire: Wire) -> None:
        """Killed without farewell, and started anew."""
        boot = wire.boot
        await self.kill()
        await self.start()
        await wire.restarted(boot, START_SECONDS)

    async def _answers(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[Process]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = Process(tmp_path, port)
    await process.start()
    try:
        yield process
    finally:
        await process.kill()


@asynccontextmanager
async def watching(process: Process) -> AsyncIterator[Wire]:
    async with Wire.attached(process.url, "") as wire:
        yield wire


async def meet(wire: Wire, key: str) -> Person:
    return await wire.meet(demo.account_of(key))


@pytest.mark.feature("M2", "M4", "F12")
async def test_killed_on_the_way_again_and_again_the_order_still_reaches_the_door(process: Process) -> None:
    async with watching(process) as wire:
        mia, chiara, tobias = await meet(wire, "mia"), await meet(wire, "chiara"), await meet(wire, "tobias")
        # Killed between a call and the mark that it was made, the shop makes it again: harmless, and refused.
        wire.allows_refusal("message is not modified|query is too old")
        await mia.starts()
        await mia.says(ONE_SHOP)
        await mia.sees("olive oil", button=ASK)

        await mia.taps(ASK)
        await mia.sees("0 of 2 sellers answered")

        await process.again(wire)  # while the round is open
        await chiara.taps(re.compile("Offer as listed"))
        await chiara.sees("is with the customer")
        await mia.taps(CLOSE)
        await mia.taps(ORDER)
        await mia.taps(re.compile("Give the address"))
        await mia.sees("Where shall it be delivered?")

        await process.again(wire)  # with a question open
        await mia.says("Gartenweg 14, 99955 Lindenau")
        await mia.taps(re.compile("💳 Card"))
        await mia.sees("Paid by card")
        await mia.taps(PLACE)
        await mia.sees("is held for you")
        link = pay_link(mia)

        await pays_on_the_page(link)
        await process.again(wire)  # perhaps before the webhook was looked into
        await mia.sees("is confirmed", anywhere=True, within=30)
        picks = await chiara.sees("Pick list", anywhere=True)
        await chiara.taps(picks.buttons[0])
        await chiara.sees("✅ 1 ×")

        await process.again(wire)  # half picked
        await chiara.taps("All picked")
        await chiara.taps("📦 Packed")
        await tobias.taps(re.compile("Picked up"))
        await mia.sees("on the way to you", anywhere=True)
        await tobias.taps(re.compile("Delivered"))
        await mia.sees("was delivered")
        for once in ("is confirmed", "is on the way to you", "was delivered"):
            told = [m for m in mia.messages if m.from_bot and once in m.text and "·" not in m.text]
            assert len(told) == 1, f"{once}:\n{mia.screen}"
        assert len([m for m in chiara.messages if "Pick list" in m.text]) == 1, str(chiara.screen)
