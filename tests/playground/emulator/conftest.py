"""A bare emulator without a verdict for rows of behaviour, and the judged wire for bots."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.playground.emulator import Emulator, Settings
from tests.kit.fixtures import wire
from tests.playground.emulator.api import Api, Clock

__all__ = ["wire"]


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    """The Bot API and the control API of an emulator whose clock the test moves."""
    async with _served(retry_seconds=0.01) as api:
        yield api


@pytest.fixture
async def slow_api() -> AsyncIterator[Api]:
    """The same with the pauses of the real webhook, which the test's clock jumps over."""
    async with _served(retry_seconds=1.0) as api:
        yield api


@asynccontextmanager
async def _served(retry_seconds: float) -> AsyncIterator[Api]:
    clock = Clock()
    async with Emulator(Settings(clock=clock, retry_seconds=retry_seconds)) as emulator:
        url = await emulator.serve()
        async with aiohttp.ClientSession(trust_env=False) as session:
            yield Api(url, emulator, session, clock)
