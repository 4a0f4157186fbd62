"""Words against a few things offered: a place, or words that only one name has; nothing else is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.offered import chosen_among

NAMES = [
    "Vegetable Lasagne The Green Ladle", "Classic Lasagne Simmer & Spoon", "Lasagne in a Pan Tim's Kitchen",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second one", 1), ("2", 1), ("number 2", 1), ("no. 3", 2), ("The last one, please", 2),
        ("one", 0),        ("I'll take the classic one", 1), ("the one from green ladle", 0),
        ("the clasic one", 1),
        ("die zweite", 1), ("nimm bitte die dritte", 2), ("die von Simmer", 1), ("Nummer 1", 0),
        ("le deuxième", 1), ("je prends la première", 0), ("la dernière stp", 2), ("la 2ème", 1),
        ("7", -1), ("number 4", -1),
    ],
)  # fmt: skip
def test_what_is_chosen(text: str, place: int) -> None:
    assert chosen_among(text, NAMES) == place


@pytest.mark.parametrize(
    "text",
    [
        "the lasagne", "no basil", "make it for six", "for 2", "für 3", "what about delivery?", "yes", "",
        "I need vegetable stock", "1 kg rice", "which is the second one?", "two eggs",
        "the first and the second",        "what do I need for lasagne for six?", "ja", "oui",
        "un kilo de farine",
    ],
)  # fmt: skip
def test_what_means_something_else(text: str) -> None:
    assert chosen_among(text, NAMES) is None


@pytest.mark.parametrize("text", ["yes", "ok, take it", "ja", "oui, prends la liste"])
def test_a_yes_takes_the_only_one(text: str) -> None:
    assert chosen_among(text, NAMES[:1]) == 0


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=4))
def test_the_place_is_one_that_is_there(text: str, names: list[str]) -> None:
    place = chosen_among(text, names)
    assert place is None or place == -1 or 0 <= place < len(names)
