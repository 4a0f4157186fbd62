"""How well the trained model reads sentences it never saw (nlu/tests/utterances.jsonl)."""

import json
import re

import pytest

from bot.dialogue.environment import NluProject
from tests.kit.rasa import ROOT, RunningRasa

SETS = ROOT / "nlu" / "tests"
HELD_OUT = ("utterances", "german", "french", "strangers")
INTENT_FLOOR = 0.92
TOP_THREE_FLOOR = 0.96
OUT_OF_SCOPE_FLOOR = 0.8
SLOT_FLOOR = 0.87
NEVER_LOOKED_AT = "strangers_2"
"""Written by somebody who had seen neither examples nor code, and not mended by: how strangers are read."""


@pytest.mark.rasa
@pytest.mark.parametrize("name", HELD_OUT)
async def test_unseen_sentences_are_understood(
    rasa: RunningRasa, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    figures = await NluProject(ROOT).measure(SETS / f"{name}.jsonl")
    with capsys.disabled():
        print(f"\nunderstanding, held out, {name}: {figures}")
    assert figures.n >= 150
    assert figures.rate >= INTENT_FLOOR
    assert figures.top_three >= TOP_THREE_FLOOR
    assert figures.out_of_scope_recall >= OUT_OF_SCOPE_FLOOR
    assert figures.slot_f1 >= SLOT_FLOOR


@pytest.mark.rasa
async def test_strangers_are_mostly_understood_at_first_sight(rasa: RunningRasa) -> None:
    figures = await NluProject(ROOT).measure(SETS / f"{NEVER_LOOKED_AT}.jsonl")
    assert figures.n >= 400
    assert figures.rate >= 0.85
    assert figures.top_three >= 0.95
    assert figures.out_of_scope_recall >= 0.85
    assert figures.slot_f1 >= 0.65


@pytest.mark.parametrize("name", [*HELD_OUT, NEVER_LOOKED_AT])
def test_a_held_out_set_shares_no_sentence_of_three_words_with_the_training_data(name: str) -> None:
    lines = (SETS / f"{name}.jsonl").read_text().splitlines()
    trained = set()
    for path in (ROOT / "nlu" / "data").rglob("*.yml"):
        for line in path.read_text().splitlines():
            if line.startswith("    - "):
                trained.add(re.sub(r"\[([^\]]+)\]\(\w+\)", r"\1", line[6:]).lower())
    shared = [
        row["text"]
        for row in map(json.loads, lines)
        if row["text"].lower() in trained and len(row["text"].split()) > 2
    ]
    assert len(shared) <= 0.01 * len(lines), shared
