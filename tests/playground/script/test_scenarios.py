"""The scenarios that come along play as they are written."""

from pathlib import Path

import pytest

from bot.playground.script.playing import Outcome, State, opened_player
from bot.playground.script.running import Run
from bot.playground.script.scenarios import ready_made
from bot.playground.script.steps import FORMS, LOOKS, WORLD, Verb
from tests.journeys.town import SharedRasa, Town, open_town, quick
from tests.kit.rasa import RunningRasa, rasa
from tests.playground.script.session import a_town

__all__ = ["rasa"]

READY_MADE = ready_made()
SILENT = sorted(name for name, script in READY_MADE.items() if not script.free_text)
TALKING = sorted(name for name, script in READY_MADE.items() if script.free_text)


async def plays(town: Town, name: str) -> None:
    differing: list[str] = []

    async def told(outcome: Outcome) -> None:
        if outcome.state not in (State.PLAYING, State.AS_EXPECTED):
            differing.append(f"{outcome.step}: expected {outcome.expected}, seen {outcome.seen}")

    async with opened_player(town.opened.address) as player:
        await player.gather(READY_MADE[name])
        assert await player.play(told), "\n".join(differing)
        assert await player.violations() == []


@pytest.mark.parametrize("name", SILENT)
async def test_a_scenario_plays_without_the_engine(tmp_path: Path, name: str) -> None:
    async with a_town(tmp_path) as town:
        town.wire.allows_refusal("bot was blocked by the user")
        await plays(town, name)


@pytest.mark.rasa
@pytest.mark.parametrize("name", TALKING)
async def test_a_scenario_in_free_words_plays_with_the_engine(
    tmp_path: Path, rasa: RunningRasa, name: str
) -> None:
    async with open_town(quick(), tmp_path, SharedRasa(rasa)) as town:
        await plays(town, name)
        test = await town.wire.ask("GET", "/play/script/test")
        assert b"@pytest.mark.rasa\nasync def test_played_in_the_playground(talking_town: Town)" in test


def test_there_are_some_of_either_kind() -> None:
    assert len(SILENT) >= 5
    assert TALKING


def test_every_kind_of_step_says_what_it_does() -> None:
    assert set(FORMS) == set(Verb)
    assert set(Verb) > LOOKS | WORLD
    assert all(form.meaning for form in FORMS.values())


def test_a_run_tells_the_steps_to_come() -> None:
    script = READY_MADE["nobody-answers"]
    told = Run(1, script, 0.0).steps()
    assert [one["step"] for one in told] == [str(step) for step in script.steps]
