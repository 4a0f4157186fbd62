"""What a title says of its maker, its make and its packing is no part of what the thing is."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.matching.matching import Candidate, Matcher
from commerce.matching.namebook import is_known_word
from commerce.matching.titles import makers_of, without_maker
from commerce.units import Amount, Unit

TITLES = [
    "Kornfeld Rye Flour Wholegrain",
    "Kornfeld Plain Flour",
    "Kornfeld Rolled Oats",
    "Kornfeld Basmati Rice",
    "Blue Barn Salted Butter",
    "Blue Barn Whole Milk 3.5%",
    "Nutting Peanut Butter Crunchy",
    "Nutting Peanut Butter Smooth",
    "Pepperhouse Black Peppercorns Whole",
    "Pepperhouse Dried Basil",
    "Pepperhouse Sweet Paprika Ground",
    "Red Bell Pepper loose",
    "Fresh Basil pot",
    "White Grapes punnet",
    "Chillies Red loose",
    "Kitchen Roll",
]
PACK = Amount(Decimal(1), Unit.PIECE)


def _matcher() -> Matcher:
    return Matcher([Candidate(UUID(int=n), title, (), "", "", PACK) for n, title in enumerate(TITLES)])


@pytest.mark.parametrize(
    ("asked", "language", "title"),
    [
        ("peanut butter", "", "Nutting Peanut Butter Crunchy"),
        ("butter", "", "Blue Barn Salted Butter"),
        ("black pepper", "", "Pepperhouse Black Peppercorns Whole"),
        ("fresh basil leaves", "", "Fresh Basil pot"),
        ("farine de seigle", "fr", "Kornfeld Rye Flour Wholegrain"),
        ("kitchen roll", "", "Kitchen Roll"),
        ("Paprika", "de", "Red Bell Pepper loose"),
        ("paprika", "en", "Pepperhouse Sweet Paprika Ground"),
        ("raisins", "fr", "White Grapes punnet"),
        ("Peperoni", "de", "Chillies Red loose"),
        ("peperoni", "it", "Red Bell Pepper loose"),
    ],
)
def test_the_thing_comes_first_whatever_stands_around_it(asked: str, language: str, title: str) -> None:
    best = _matcher().best(asked, language=language)
    assert [TITLES[match.item_id.int] for match in best][:1] == [title]


def test_a_maker_is_what_several_titles_for_different_things_begin_with() -> None:
    assert makers_of(TITLES, is_known_word) == {("Kornfeld",), ("Pepperhouse",)}
    assert makers_of(["Quince jam", "Quince jelly", "Quince paste"], is_known_word) == frozenset()


@given(st.lists(st.text(max_size=40), max_size=8))
def test_a_title_never_loses_all_its_words(titles: list[str]) -> None:
    makers = makers_of(titles, is_known_word)
    for title in titles:
        assert bool(without_maker(title, makers).split()) is bool(title.split())
