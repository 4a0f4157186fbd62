"""A script played against a running playground, over HTTP alone: each step as expected, or how it differs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from time import perf_counter
from typing import Any

import aiohttp

from bot.playground.acting import ActRefused, NotSeen, Person, Stage
from bot.playground.acting.card import NotTheCardPage
from bot.playground.acting.stage import WITHIN_SECONDS
from bot.playground.script.acts import Acts, Differs
from bot.playground.script.nearest import ABOUT_BUTTONS, nearest
from bot.playground.script.steps import LOOKS, BadScript, Script, Step, Verb
from bot.playground.script.wording import keys_of

__all__ = ["MOST_DIFFERENCES", "EngineAway", "Outcome", "Player", "State", "opened_player"]

MOST_DIFFERENCES = 3
"""After so many looks that differ, the rest is not played."""
NO_SUCH_ROUTE = 404
ENGINE_SECONDS = 180.0
"""As long as the dialogue engine may take to come back after a reset."""
_LOOK_SECONDS = 0.25
_NOT_PLAYED = "not played: the steps before it differ"


class State(StrEnum):
    PLAYING = "playing"
    AS_EXPECTED = "as expected"
    DIFFERS = "differs"
    NOT_PLAYED = "not played"


@dataclass(frozen=True)
class Outcome:
    """What became of step `number` (from 1); where it differs, what was expected and what was seen."""

    number: int
    step: Step
    state: State
    seen: str = ""
    expected: str = ""
    milliseconds: int = 0

    def facts(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "line": self.step.line,
            "who": self.step.who,
            "step": str(self.step),
            "state": self.state.value,
            "expected": self.expected,
            "seen": self.seen,
            "milliseconds": self.milliseconds,
        }


class EngineAway(Exception):
    """The dialogue engine does not come up; the text says why."""


Told = Callable[[Outcome], Awaitable[None]]
Before = Callable[[Step], Awaitable[None]]


async def _at_once(_: Step) -> None:
    return


class Player:
    """Plays scripts on one stage. `within_seconds` bounds each wait that the script does not bound itself."""

    def __init__(self, stage: Stage, *, within_seconds: float = WITHIN_SECONDS) -> None:
        self.stage = stage
        self._within = within_seconds
        self._people: dict[str, Person] = {}
        self._script = Script("", ())
        self._acts = Acts(stage, self._script, {}, within_seconds)

    async def anew(self) -> None:
        """Everything that was played before is forgotten."""
        try:
            await self.stage.ask("POST", "/play/reset", {})
        except ActRefused as refused:
            if refused.status != NO_SUCH_ROUTE:
                raise
            await self.stage.post("/reset", {"keep_users": True})  # an emulator with another bot
        await self.stage.caught_up()

    async def check(self, script: Script) -> dict[str, int]:
        """Whether everybody whom the script names is there: accounts by key. Raises `BadScript`."""
        users = await self.stage.get("/users")
        keys = keys_of((user["id"], user["first_name"]) for user in users)
        named = {key: number for number, key in keys.items()}
        for step in script.steps:
            for key in _named_by(step):
                if key not in named and key not in script.people:
                    known = ", ".join([*script.people, *named]) or "nobody"
                    raise BadScript(script.source, step.line, f"there is no {key!r} here; there are {known}")
        return named

    async def gather(self, script: Script) -> None:
        """Find everybody whom the script names, bring its newcomers, and see that free text is understood
        where it has some. Raises `BadScript`, `EngineAway`."""
        if script.free_text:
            await self._understands()
        named = await self.check(script)
        for key, one in script.people.items():
            wish = {"first_name": one.name, "role": one.role, "language": one.language}
            try:
                named[key] = (await self.stage.ask("POST", "/play/people", wish))["user_id"]
            except ActRefused as refused:
                raise BadScript(script.source, 0, f"{key!r} cannot be brought in: {refused}") from refused
        await self.stage.caught_up()
        wanted = dict.fromkeys(key for step in script.steps for key in _named_by(step))
        by_id = {user["id"]: user for user in await self.stage.get("/users")}
        self._people = {key: Person(self.stage, by_id[named[key]]) for key in wanted}
        self._script = script
        self._acts = Acts(self.stage, script, self._people, self._within)

    async def _understands(self) -> None:
        """Wait for the dialogue engine, which a reset has started anew. Raises `EngineAway`."""
        end = perf_counter() + ENGINE_SECONDS
        while True:
            try:
                told = await self.stage.ask("GET", "/play/progress")
            except ActRefused as refused:
                if refused.status != NO_SUCH_ROUTE:
                    raise
                return  # an emulator with another bot
            if told["stage"] == "ready":
                return
            if told["stage"] in ("off", "failed"):
                raise EngineAway(told["detail"] or told["stage"])
            if perf_counter() > end:
                raise EngineAway(f"it stays at “{told['stage']}”")
            await asyncio.sleep(_LOOK_SECONDS)

    async def play(self, told: Told, *, before: Before = _at_once) -> bool:
        """Play what `gather` took; every step is told as it begins and ends. Whether all was as expected."""
        differences, stopped = 0, False
        for number, step in enumerate(self._script.steps, start=1):
            if stopped:
                await told(Outcome(number, step, State.NOT_PLAYED, _NOT_PLAYED))
                continue
            await before(step)
            await told(Outcome(number, step, State.PLAYING))
            outcome = await self._played(Outcome(number, step, State.AS_EXPECTED))
            await told(outcome)
            if outcome.state is State.DIFFERS:
                differences += 1
                stopped = step.verb not in LOOKS or differences >= MOST_DIFFERENCES
        return differences == 0

    async def violations(self) -> list[str]:
        """How the bot broke the Bot API since the last reset."""
        return [f"{row['method']}: {row['text']}" for row in await self.stage.get("/violations")]

    async def _played(self, outcome: Outcome) -> Outcome:
        step, began = outcome.step, perf_counter()
        try:
            seen = await self._acts.do(step)
        except Differs as differs:
            outcome = replace(outcome, state=State.DIFFERS, expected=differs.expected, seen=differs.seen)
        except NotSeen:
            near = nearest(self._people[step.who].screen, step)
            outcome = replace(outcome, state=State.DIFFERS, expected=_expected(step), seen=near)
        except (ActRefused, NotTheCardPage, aiohttp.ClientError, TimeoutError, ValueError) as error:
            words = str(error).partition("; her chat:")[0] or type(error).__name__
            outcome = replace(
                outcome, state=State.DIFFERS, expected=f"{step.title} to be possible", seen=words
            )
        else:
            outcome = replace(outcome, seen=seen or "")
        return replace(outcome, milliseconds=round(1000 * (perf_counter() - began)))


@asynccontextmanager
async def opened_player(url: str, *, within_seconds: float = WITHIN_SECONDS) -> AsyncIterator[Player]:
    """A player at the playground that answers at `url`. Raises `aiohttp.ClientError`, `TimeoutError`."""
    async with Stage.at(url) as stage:
        yield Player(stage, within_seconds=within_seconds)


def _named_by(step: Step) -> list[str]:
    return [key for key in (step.who, str(step.options.get("who", ""))) if key]


def _expected(step: Step) -> str:
    """What was to stand in the chat."""
    if step.verb in ABOUT_BUTTONS:
        gone = "no " if step.verb is Verb.SEES_NO_BUTTON else ""
        return f"{gone}button [ {step.what} ]"
    if step.verb not in LOOKS:
        return f"{step.title} to be possible"
    beside = f" with a button [ {step.options['button']} ]" if "button" in step.options else ""
    return f"“{step.what}”{beside}" if step.what else f"a {step.options.get('showing')}{beside}"
