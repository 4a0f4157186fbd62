"""Journeys: people play the shop over the Bot API wire, with the real parts behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.town import SharedRasa, Town, open_town, quick
from tests.kit.rasa import RunningRasa, rasa

__all__ = ["rasa", "talking_town", "town"]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The demo world with the shop running in it; free text is away."""
    async with open_town(quick(), tmp_path) as opened:
        yield opened


@pytest.fixture
async def talking_town(tmp_path: Path, rasa: RunningRasa) -> AsyncIterator[Town]:
    """The demo world with free text understood by the real dialogue process (mark such tests `rasa`)."""
    async with open_town(quick(), tmp_path, SharedRasa(rasa)) as opened:
        yield opened
