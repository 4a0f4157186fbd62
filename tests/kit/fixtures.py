"""Fixtures for tests over the wire: `from tests.kit.fixtures import wire` in a conftest.

`shop` needs a fixture `start_shop` of type `StartShop`, which the tests of the application define.
"""

from collections.abc import AsyncIterator

import pytest

from .wire import StartShop, Wire


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    """An emulator of its own; the test fails when the bot breaks the Bot API."""
    async with Wire.opened() as opened:
        yield opened


@pytest.fixture
async def shop(wire: Wire, start_shop: StartShop) -> AsyncIterator[Wire]:
    """The wire with the bot under test running on it."""
    async with start_shop(wire):
        yield wire
        await wire.settles()
