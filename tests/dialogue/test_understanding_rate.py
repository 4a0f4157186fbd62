"""How well the trained model reads sentences it never saw (nlu/tests/utterances.jsonl)."""

import re

import pytest

from bot.dialogue.environment import NluProject
from tests.kit.rasa import ROOT, RunningRasa

UTTERANCES = ROOT / "nlu" / "tests" / "utterances.jsonl"
INTENT_FLOOR = 0.92
TOP_THREE_FLOOR = 0.96
OUT_OF_SCOPE_FLOOR = 0.8
SLOT_FLOOR = 0.87


@pytest.mark.rasa
async def test_unseen_sentences_are_understood(rasa: RunningRasa, capsys: pytest.CaptureFixture[str]) -> None:
    figures = await NluProject(ROOT).measure(UTTERANCES)
    with capsys.disabled():
        print(f"\nunderstanding, held out: {figures}")
    assert figures.n >= 200
    assert figures.rate >= INTENT_FLOOR
    assert figures.top_three >= TOP_THREE_FLOOR
    assert figures.out_of_scope_recall >= OUT_OF_SCOPE_FLOOR
    assert figures.slot_f1 >= SLOT_FLOOR


def test_the_held_out_set_shares_no_sentence_with_the_training_data() -> None:
    import json

    trained = set()
    for path in (ROOT / "nlu" / "data").glob("*.yml"):
        for line in path.read_text().splitlines():
            if line.startswith("    - "):
                trained.add(re.sub(r"\[([^\]]+)\]\(\w+\)", r"\1", line[6:]).lower())
    shared = [
        row["text"]
        for row in map(json.loads, UTTERANCES.read_text().splitlines())
        if row["text"].lower() in trained
    ]
    assert len(shared) <= 0.02 * len(UTTERANCES.read_text().splitlines()), shared
