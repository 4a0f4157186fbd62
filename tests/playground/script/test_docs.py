"""docs/scenarios.md: its examples play, and it names every kind of step with what it takes."""

import re
from pathlib import Path

import pytest

from bot.playground.script.playing import Outcome, State, opened_player
from bot.playground.script.reading import read_script
from bot.playground.script.steps import FORMS, Verb
from tests.playground.script.session import a_town

TEXT = (Path(__file__).parents[3] / "docs" / "scenarios.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_every_kind_of_step_stands_there_with_its_options() -> None:
    rows = dict(re.findall(r"^\| `([a-z ]+)` \| (.*) \|$", TEXT.partition("## Steps")[2], re.MULTILINE))
    for verb, form in FORMS.items():
        options = ", ".join(f"`{name}`" for name in form.options)
        assert rows[verb] == f"{form.meaning} | {options}".strip(), verb
    assert set(rows) == set(Verb)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
async def test_an_example_plays(tmp_path: Path, example: str) -> None:
    differing: list[Outcome] = []

    async def told(outcome: Outcome) -> None:
        if outcome.state not in (State.PLAYING, State.AS_EXPECTED):
            differing.append(outcome)

    async with a_town(tmp_path) as town, opened_player(town.opened.address) as player:
        await player.gather(read_script(example))
        await player.play(told)
    assert differing == []
    assert len(EXAMPLES) == 2
