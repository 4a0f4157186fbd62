"""Journeys: people play the shop over the Bot API wire, with the real parts behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import Chat, Settings, read_settings
from tests.journeys.town import SharedRasa, Town, open_town
from tests.kit.rasa import RunningRasa, rasa

__all__ = ["rasa", "talking_town", "town"]


def brisk() -> Settings:
    """Nobody in a journey reads at a human pace, so the outbox need not write at one."""
    pace = Chat(per_chat_per_second=50, per_chat_burst=100)
    return read_settings(environment={}).model_copy(update={"chat": pace})


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The demo world with the shop running in it; free text is away."""
    async with open_town(brisk(), tmp_path) as opened:
        yield opened


@pytest.fixture
async def talking_town(tmp_path: Path, rasa: RunningRasa) -> AsyncIterator[Town]:
    """The demo world with free text understood by the real dialogue process (mark such tests `rasa`)."""
    async with open_town(brisk(), tmp_path, SharedRasa(rasa)) as opened:
        yield opened
