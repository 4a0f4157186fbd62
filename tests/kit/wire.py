"""A stage that judges: the emulator on a loopback port, its stream of events, and the verdict at the end.

    async with Wire.opened() as wire, start_shop(wire):
        ada = await wire.person("Ada")
        await ada.says("hello")
        await ada.sees("Send me a page")

Leaving the wire fails on any violation of the Bot API and on any refused call that the test did not expect.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import aiohttp

from bot.playground.acting.screen import Json
from bot.playground.acting.stage import WITHIN_SECONDS, ActRefused, Answer, Stage
from bot.playground.emulator import Emulator, Settings

__all__ = ["WITHIN_SECONDS", "ActRefused", "Answer", "Json", "Misbehaved", "StartShop", "Wire"]

StartShop = Callable[["Wire"], AbstractAsyncContextManager[Any]]
"""The hook that starts the bot under test against `wire.base_url`, `wire.base_file_url` and `wire.token`."""


class Misbehaved(AssertionError):
    """The bot broke the Bot API: violations, or calls that were refused."""


class Wire(Stage):
    """`url` is the emulator's address; `base_url` and `token` are for the bot. See `opened`, `attached`."""

    def __init__(
        self, url: str, token: str, session: aiohttp.ClientSession, emulator: Emulator | None
    ) -> None:
        super().__init__(url, session)
        self.token = token
        self.emulator = emulator
        self._expected: list[re.Pattern[str]] = []

    @property
    def base_url(self) -> str:
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    @classmethod
    @asynccontextmanager
    async def opened(cls, settings: Settings | None = None, port: int = 0) -> AsyncIterator[Wire]:
        """A wire with an emulator of its own, judged at the end."""
        async with Emulator(settings) as emulator:
            url = await emulator.serve(port=port)
            async with cls.attached(url, emulator.token, emulator) as wire:
                yield wire

    @classmethod
    @asynccontextmanager
    async def attached(cls, url: str, token: str, emulator: Emulator | None = None) -> AsyncIterator[Wire]:
        """A wire to an emulator that runs elsewhere, for instance in a process under test."""
        async with aiohttp.ClientSession(trust_env=False) as session:
            wire = cls(url, token, session, emulator)
            async with wire.following():
                yield wire
                await wire.settles()
                await wire.check()

    def allows_refusal(self, words: str) -> None:
        """Calls whose refusal matches this pattern are part of the test."""
        self._expected.append(re.compile(words))

    async def violations(self) -> list[str]:
        return [f"{row['method']}: {row['text']}" for row in await self.get("/violations")]

    async def refusals(self) -> list[str]:
        """Refused calls that are neither expected nor made by a fault switch."""
        rows = [row for row in await self.get("/calls?errors=1") if not row["ok"] and "fault" not in row]
        shown = [f"{row['method']} {json.dumps(row['params'])[:300]}: {row['description']}" for row in rows]
        return [line for line in shown if not any(pattern.search(line) for pattern in self._expected)]

    async def check(self) -> None:
        """Raises Misbehaved."""
        wrong = [*await self.violations(), *await self.refusals()]
        if wrong:
            named = [(one.name, one.screen) for one in self.people.values()]
            named += [(str(one.facts["title"]), one.screen) for one in self.groups.values()]
            screens = "\n".join(f"--- {name}\n{screen}" for name, screen in named)
            raise Misbehaved("\n".join(["the bot broke the Bot API:", *wrong, screens]))
