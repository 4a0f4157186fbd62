"""What a person names, against her list."""

from uuid import uuid4

import pytest

from bot.handlers.naming import component_in, named
from commerce.methods.models import Component

LIST = [
    Component(list_id=uuid4(), n=n, text=name, name=name)
    for n, name in enumerate(["red onions", "white onion", "risotto rice", "fresh basil", "olive oil"], 1)
]


def names_of(components: object) -> list[str]:
    assert isinstance(components, tuple)
    return [component.name for component in components]


def test_names_and_numbers_are_found_once() -> None:
    meant = named(LIST, ["basil", "rice"], [4, 5])
    assert names_of(meant.found) == ["fresh basil", "olive oil", "risotto rice"]
    assert (meant.unknown, meant.unclear) == ((), ())


def test_what_fits_several_is_unclear_and_what_fits_none_unknown() -> None:
    meant = named(LIST, ["onion", "saffron"], [9])
    assert meant.found == ()
    assert meant.unknown == ("9", "saffron")
    assert [(what, names_of(found)) for what, found in meant.unclear] == [
        ("onion", ["red onions", "white onion"])
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twice as much rice", ["risotto rice"]),
        ("double the olive oil please", ["olive oil"]),
        ("twice as much", []),
        ("double everything", []),
        ("can you double the recipe?", []),
        ("half of it", []),
    ],
)
def test_a_sentence_about_amounts_names_one_thing_or_all(text: str, found: list[str]) -> None:
    assert names_of(component_in(LIST, text).found) == found
