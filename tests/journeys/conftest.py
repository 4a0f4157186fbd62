"""Journeys: people play the shop over the Bot API wire, with the real parts behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import read_settings
from tests.journeys.town import Town, open_town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The demo world with the shop running in it; free text is away."""
    async with open_town(read_settings(environment={}), tmp_path) as opened:
        yield opened
