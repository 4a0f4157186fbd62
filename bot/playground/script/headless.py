"""Scripts played one after the other in a playground of their own, without a page: for the command line."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.dialogue.environment import TRAIN_TIMEOUT_SECONDS
from bot.dialogue.process import RasaProcess, Stage
from bot.playground.play import open_play
from bot.playground.script.playing import EngineAway, Outcome, Player, State, opened_player
from bot.playground.script.steps import Script
from bot.settings import ROOT, Chat, Settings

__all__ = [
    "AS_EXPECTED",
    "BAD_FILE",
    "DIFFERED",
    "EngineAway",
    "Report",
    "brisk",
    "play_scripts",
    "shown",
]

AS_EXPECTED, DIFFERED, BAD_FILE = 0, 1, 2
STAGE_SECONDS = TRAIN_TIMEOUT_SECONDS + 60
"""The longest stage of the engine's start is to be trained; it gives up by itself before, and says why."""
LONGEST_SEEN = 160
MARKS = {State.AS_EXPECTED: "✓", State.DIFFERS: "✗", State.NOT_PLAYED: "–"}

Say = Callable[[str], None]


@dataclass
class Report:
    """What became of one script. `violations` are breaches of the Bot API by the bot while it was played."""

    script: Script
    outcomes: list[Outcome] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def code(self) -> int:
        every = all(one.state is State.AS_EXPECTED for one in self.outcomes)
        return AS_EXPECTED if every and not self.violations else DIFFERED

    def facts(self) -> dict[str, Any]:
        return {
            "file": self.script.source,
            "title": self.script.title,
            "as_expected": self.code == AS_EXPECTED,
            "seconds": round(self.seconds, 3),
            "violations": self.violations,
            "steps": [one.facts() for one in self.outcomes],
        }


def brisk(settings: Settings) -> Settings:
    """Nobody reads along at a human pace, so the outbox need not write at one."""
    pace = Chat(per_chat_per_second=50, per_chat_burst=100)
    return settings.model_copy(update={"chat": pace})


async def play_scripts(
    scripts: Iterable[Script],
    settings: Settings,
    home: Path,
    *,
    tell_line: Say,
    progress: Say,
    as_json: bool = False,
) -> int:
    """Open a playground in `home`, play, and close it: the exit code.

    The engine runs where free text needs it. Raises `EngineAway`, and `BadScript` when a script names
    somebody who is not there.
    """
    scripts = list(scripts)
    wanted = any(one.free_text for one in scripts)
    engine = RasaProcess(ROOT, memory=home / "dialogue.sqlite") if wanted else None
    progress("Opening the playground …")
    code = AS_EXPECTED
    async with open_play(brisk(settings), home=home, engine=engine) as (_, opened):
        if engine is not None:
            await _understands(engine, progress)
        async with opened_player(opened.address) as player:
            for number, script in enumerate(scripts):
                if number:
                    progress("A fresh town for the next one …")
                    await player.anew()
                report = await _play(player, script, (lambda _: None) if as_json else tell_line)
                if as_json:
                    tell_line(json.dumps(report.facts(), ensure_ascii=False))
                code = max(code, report.code)
    return code


async def _play(player: Player, script: Script, tell_line: Say) -> Report:
    report = Report(script)
    await player.gather(script)
    tell_line(f"{script.title} ({script.source})")

    async def note(outcome: Outcome) -> None:
        if outcome.state is not State.PLAYING:
            report.outcomes.append(outcome)
            tell_line(shown(outcome, len(script.steps)))

    began = perf_counter()
    await player.play(note)
    report.violations = await player.violations()
    report.seconds = perf_counter() - began
    for words in report.violations:
        tell_line(f" ✗ the bot broke the Bot API: {words}")
    tell_line(_verdict(report))
    return report


def shown(outcome: Outcome, of: int) -> str:
    """One line, and two more where it differs."""
    place = f"{outcome.number:>{len(str(of))}}"
    line = f" {MARKS[outcome.state]} {place} {outcome.step}"
    if outcome.state is State.DIFFERS:
        gap = " " * (len(place) + 4)
        expected, seen = _short(outcome.expected), _short(outcome.seen)
        return f"{line}  (line {outcome.step.line})\n{gap}expected: {expected}\n{gap}seen:     {seen}"
    if outcome.state is State.AS_EXPECTED and outcome.seen:
        return f"{line}  → {_short(outcome.seen, 60)}"
    return line


def _verdict(report: Report) -> str:
    differ = [one.number for one in report.outcomes if one.state is State.DIFFERS]
    left = sum(one.state is State.NOT_PLAYED for one in report.outcomes)
    count = len(report.outcomes)
    if report.code == AS_EXPECTED:
        return f"All {count} steps as expected, in {report.seconds:.1f} s.\n"
    steps = ", ".join(map(str, differ)) or "none"
    return f"Differing steps: {steps}; {left} of {count} not played; {report.seconds:.1f} s.\n"


def _short(text: str, longest: int = LONGEST_SEEN) -> str:
    line = " / ".join(part for part in text.split("\n") if part.strip())
    return line if len(line) <= longest else line[: longest - 1] + "…"


async def _understands(engine: RasaProcess, progress: Say) -> None:
    """Wait until free text is understood, telling each stage. Raises `EngineAway`."""
    while (told := engine.progress).stage not in (Stage.READY, Stage.FAILED):
        progress(f"Dialogue engine: {told.stage.value} ({told.fraction:.0%}) {told.detail}".rstrip())
        others = [one for one in Stage if one is not told.stage]
        try:
            await engine.wait_until(*others, timeout_seconds=STAGE_SECONDS)
        except TimeoutError as error:
            raise EngineAway(f"it stays at “{told.stage.value}”") from error
    if engine.progress.stage is Stage.FAILED:
        raise EngineAway(engine.progress.detail)
    progress("Dialogue engine: ready")
