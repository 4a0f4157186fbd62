"""A turn: from a person's tap or words to the bot's first message or edit, and what part of it is Rasa's.

The whole shop runs in this process, with the trained dialogue beside it, against the emulator; times are
taken where the emulator makes the update and where it takes the bot's call. The pace of the chat is lifted.
"""

import asyncio
import re
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.dialogue import Dialogue, RasaProcess, Reading, Stage
from bot.settings import ROOT, Chat, read_settings
from tests.journeys.town import RISOTTO, Town, open_town
from tests.kit.person import Person
from tests.kit.rasa import READY_TIMEOUT_SECONDS

__all__ = ["HEADINGS", "Row", "run"]

HEADINGS = ("turn", "turns", "p50 ms", "p95 ms", "Rasa p50 ms", "Rasa p95 ms")
TURNS = 60
WARM_UP = 5
ANSWER_SECONDS = 15
WORDS = ("no basil please", "add a bunch of basil")


@dataclass(frozen=True)
class Row:
    turn: str
    waits_ms: list[float]
    rasa_ms: list[float]

    def cells(self) -> tuple[str, ...]:
        return (self.turn, str(len(self.waits_ms)), *_quantiles(self.waits_ms), *_quantiles(self.rasa_ms))


@dataclass
class Timed:
    """The dialogue, and how long each reading took."""

    dialogue: Dialogue
    took_ms: list[float] = field(default_factory=list)

    async def read(self, chat: str, text: str, **details: Any) -> Reading:
        began = time.perf_counter()
        reading = await self.dialogue.read(chat, text, **details)
        self.took_ms.append((time.perf_counter() - began) * 1000)
        return reading

    def __getattr__(self, name: str) -> Any:
        return getattr(self.dialogue, name)


def run(turns: int = TURNS) -> list[Row]:
    """One row for a button, one for free text."""
    return asyncio.run(_run(turns))


async def _run(turns: int) -> list[Row]:
    settings = read_settings(environment={})
    quick = settings.model_copy(update={"chat": Chat(per_chat_per_second=10_000, per_chat_burst=10_000)})
    with TemporaryDirectory() as folder:
        engine = RasaProcess(ROOT, memory=Path(folder) / "dialogue.sqlite", log=Path(folder) / "nlu.log")
        async with open_town(quick, Path(folder), engine) as town:
            await engine.wait_until(Stage.READY, timeout_seconds=READY_TIMEOUT_SECONDS)
            assert town.play.shop is not None
            timed = Timed(town.play.shop.desk.dialogue)
            town.play.shop.desk.dialogue = timed
            mia = await town.person("mia")
            await mia.starts()
            await mia.says(town.page(*RISOTTO))
            await mia.sees("olive oil", button=re.compile("onion"))
            taps = await _timed(town, mia, turns, lambda _n: mia.taps(re.compile("onion")))
            words = await _timed(town, mia, turns, lambda n: mia.says(WORDS[n % len(WORDS)]))
    return [Row("a button", taps, []), Row("free text", words, timed.took_ms[WARM_UP:])]


async def _timed(
    town: Town, person: Person, turns: int, act: Callable[[int], Awaitable[object]]
) -> list[float]:
    """Milliseconds from the update to the bot's first message or edit in the chat, the warm-up left out."""
    assert town.play.emulator is not None
    journal = town.play.emulator.desk.journal
    waits = []
    for n in range(WARM_UP + turns):
        before = journal.seq
        await act(n)
        async with asyncio.timeout(ANSWER_SECONDS):
            while (wait := _wait_ms(journal.since(before) or [], person.id)) is None:
                await journal.changed()
        waits.append(wait)
        await town.wire.settles()
    return waits[WARM_UP:]


def _wait_ms(events: list[dict[str, Any]], chat: int) -> float | None:
    """None while there is no answer."""
    begun = next((event["at"] for event in events if event["kind"] == "update"), None)
    for event in events:
        if event["kind"] in {"message", "edit"} and event["chat_id"] == chat and event["message"]["from_bot"]:
            return None if begun is None else float(event["at"] - begun) * 1000
    return None


def _quantiles(values: list[float]) -> tuple[str, str]:
    if not values:
        return ("-", "-")
    return (f"{statistics.median(values):.1f}", f"{statistics.quantiles(values, n=20)[18]:.1f}")
