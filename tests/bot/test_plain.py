"""Sentences that mean one thing only, in every language, typed as people do."""

import tomllib

import pytest

from bot.understanding.plain import MEANINGS, PHRASES, plain_meaning


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("skip that", "skip"), ("Skip it, please!", "skip"), ("egal", "skip"), ("überspringen", "skip"),
        ("ueberspringen bitte", "skip"), ("passe", "skip"), ("peu importe", "skip"),
        ("skip teh question", "skip"), ("sag das bitte noch mal", "again"),
        ("where were we?", "resume"), ("weiter", "resume"), ("wo waren wir?", "resume"),
        ("on en était où ?", "resume"), ("on en etait ou", "resume"), ("Mach weiter!", "resume"),
        ("same as last time", "same_as_last"), ("dasselbe wie letztes Mal", "same_as_last"),
        ("das gleiche wie letztes mal bitte", "same_as_last"), ("comme la dernière fois", "same_as_last"),
        ("comme la derniere fois svp", "same_as_last"), ("same as lst time", "same_as_last"),
        ("deliver it where you did last time", "last_address"), ("an dieselbe Adresse", "last_address"),
        ("à la même adresse", "last_address"), ("zur gleichen Zeit wie letztes Mal", "last_window"),
        ("back to the shop", "to_shop"), ("zurück zum Shop", "to_shop"), ("retour à la boutique", "to_shop"),
        ("and what about delivery?", "delivery"), ("und was ist mit der lieferung?", "delivery"),
        ("et la livraison ?", "delivery"), ("ja, stimmt", "right"), ("c'est ça", "right"), ("nein", "wrong"),
        ("I'd like to talk to someone", "human"), ("Ich möchte mit jemandem sprechen", "human"),
        ("je voudrais parler à quelqu’un", "human"),
    ],
)  # fmt: skip
def test_a_plain_sentence_is_read_at_once(text: str, meaning: str) -> None:
    assert meaning in MEANINGS
    assert plain_meaning(text) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "skip the basil", "weiter Reis", "same as last time but without onions", "deliver it to Gartenweg 14",
        "talk to the greengrocer", "no basil", "right now", "ja, aber morgen", "oui mais sans basilic", "",
        "passe la commande", "the usual suspects on DVD", "and what about the rice?", "🍕" * 40, "ok",
        "please",
    ],
)  # fmt: skip
def test_what_says_more_is_left_to_the_dialogue(text: str) -> None:
    assert plain_meaning(text) is None


def test_every_language_says_everything() -> None:
    files = {path.name: set(tomllib.loads(path.read_text("utf-8"))) for path in PHRASES.glob("*.toml")}
    assert len(files) == 3
    assert {name: said ^ {*MEANINGS, "please", "courtesy"} for name, said in files.items()} == {
        name: set() for name in files
    }
