"""A script played in the playground that the page shows: its pace, how far it is, and its end."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import aiohttp

from bot.playground.acting import ActRefused
from bot.playground.emulator import Desk
from bot.playground.script.playing import EngineAway, Outcome, State, opened_player
from bot.playground.script.steps import BadScript, Script, Step

__all__ = ["BY_STEPS", "Run", "Running", "Runs"]

BY_STEPS = -1.0
"""A pace: each step waits until it is called for."""


class Running(StrEnum):
    BEGINNING = "beginning"
    PLAYING = "playing"
    WAITING = "waiting for the next step"
    AS_EXPECTED = "as expected"
    DIFFERED = "differed"
    STOPPED = "stopped"
    FAILED = "failed"


ENDED = {Running.AS_EXPECTED, Running.DIFFERED, Running.STOPPED, Running.FAILED}


@dataclass
class Run:
    """`pause_seconds` between steps, or `BY_STEPS`. `words` say why it failed."""

    number: int
    script: Script
    pause_seconds: float
    state: Running = Running.BEGINNING
    words: str = ""
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    onward: asyncio.Event = field(default_factory=asyncio.Event)

    def facts(self) -> dict[str, Any]:
        return {
            "id": self.number,
            "title": self.script.title,
            "state": self.state.value,
            "ended": self.state in ENDED,
            "words": self.words,
            "pause": self.pause_seconds,
        }

    def steps(self) -> list[dict[str, Any]]:
        """Every step, those to come too."""
        steps = enumerate(self.script.steps, start=1)
        return [
            self.outcomes[number].facts() if number in self.outcomes else _to_come(number, step)
            for number, step in steps
        ]


class Runs:
    """One run at a time; the page follows it by the events of kind `script` in the emulator's stream."""

    def __init__(self, desk: Desk) -> None:
        self.run: Run | None = None
        self._desk = desk
        self._count = 0
        self._task: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None and not self._task.done()

    def begin(self, script: Script, pause_seconds: float, address: str) -> Run:
        """Start from nothing at the playground's own `address`. Only when not `busy`."""
        assert not self.busy
        self._count += 1
        self.run = Run(self._count, script, pause_seconds)
        self._task = asyncio.create_task(self._play(self.run, address), name="script")
        return self.run

    def onward(self) -> None:
        """The next step, where a run waits for it."""
        if self.run is not None:
            self.run.onward.set()

    async def stop(self) -> None:
        """Nothing more is done. What was done stays."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task})

    async def _play(self, run: Run, address: str) -> None:
        try:
            async with opened_player(address) as player:
                await player.check(run.script)
                self._tell(run, Running.BEGINNING)
                await player.anew()
                await player.gather(run.script)
                self._tell(run, Running.PLAYING)

                async def told(outcome: Outcome) -> None:
                    run.outcomes[outcome.number] = outcome
                    self._tell(run, Running.PLAYING, outcome)

                async def before(step: Step) -> None:
                    await self._pause(run)

                fine = await player.play(told, before=before)
            self._tell(run, Running.AS_EXPECTED if fine else Running.DIFFERED)
        except asyncio.CancelledError:
            self._tell(run, Running.STOPPED)
        except BadScript as bad:
            self._tell(run, Running.FAILED, words=str(bad))
        except EngineAway as away:
            self._tell(run, Running.FAILED, words=f"The dialogue engine is not there: {away}")
        except (ActRefused, aiohttp.ClientError, TimeoutError) as error:
            self._tell(run, Running.FAILED, words=f"The playground did not let it begin: {error}")

    async def _pause(self, run: Run) -> None:
        """Until the time between two steps is over, or the next one is called for."""
        begun = any(one.state is not State.PLAYING for one in run.outcomes.values())
        if run.pause_seconds == BY_STEPS:
            self._tell(run, Running.WAITING)
            await run.onward.wait()
        elif run.pause_seconds and begun:
            with suppress(TimeoutError):
                async with asyncio.timeout(run.pause_seconds):
                    await run.onward.wait()
        run.onward.clear()

    def _tell(self, run: Run, state: Running, outcome: Outcome | None = None, words: str = "") -> None:
        run.state, run.words = state, words
        step = {"step": outcome.facts()} if outcome is not None else {}
        self._desk.journal.publish("script", run=run.facts(), **step)


def _to_come(number: int, step: Step) -> dict[str, Any]:
    return {
        "number": number,
        "who": step.who,
        "line": step.line,
        "step": str(step),
        "state": "to come",
        "expected": "",
        "seen": "",
    }
