"""Openings that can mean one thing only."""

from typing import Any

import pytest

from bot.understanding.openings import plainly_meant


@pytest.mark.parametrize(
    ("text", "slots", "meant"),
    [
        ("no onion please", {}, ("drop_components", {"components": ["onion"]})),
        ("drop the salt and the pepper", {}, ("drop_components", {"components": ["salt", "the pepper"]})),
        ("drop 3", {"numbers": [3]}, ("drop_components", {"numbers": [3]})),
        (
            "add 500 g rice and two lemons",
            {},
            ("add_component", {"components": ["500 g rice", "two lemons"]}),
        ),
        ("please add saffron to the list", {}, ("add_component", {"components": ["saffron"]})),
        ("do you have olive oil?", {}, ("search_product", {"query": "olive oil", "max_price": None})),
        ("does anyone sell screws?", {}, ("search_product", {"query": "screws", "max_price": None})),
    ],
)
def test_an_opening_tells_the_wish_and_its_things(
    text: str, slots: dict[str, Any], meant: tuple[str, dict[str, Any]]
) -> None:
    assert plainly_meant(text, slots) == meant


@pytest.mark.parametrize(
    "text",
    ["no thanks", "no, I meant three", "no idea", "do you have my order?", "no more", "delete all my data",
     "where is it?", "add my address", "do you have a question", "drop the card", "remove the bot",
     "do you have any news", "habt ihr auch neuigkeiten", "sans la carte"],
)  # fmt: skip
def test_other_openings_are_left_to_the_dialogue(text: str) -> None:
    assert plainly_meant(text, {}) is None
