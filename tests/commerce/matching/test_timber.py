"""A nominal size of lumber is found under the millimetres that it measures."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.matching.matching import Candidate, Matcher
from commerce.matching.timber import dressed_size
from commerce.units import Amount, Unit


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [
        ("2x4s", ("38", "89")),
        ("two-by-four", ("38", "89")),
        ('2" x 4"', ("38", "89")),
        ("2 x 4 x 8 ft lumber", ("38", "89")),
        ("5/4x6 decking", ("25", "140")),
        ("1x12 pine board", ("19", "286")),
        ("4x4 post", ("89", "89")),
    ],
)
def test_nominal_inches_are_dressed_millimetres(text: str, millimetres: tuple[str, str]) -> None:
    assert dressed_size(text) == millimetres


@pytest.mark.parametrize(
    "text", ["4 x 6 mm", "screws 4x40", "2x4x8", "24x48", "2 x 400 g", "2 x 2 m", "step by step", "3x1.5 mm²"]
)
def test_other_measures_are_no_nominal_size(text: str) -> None:
    assert dressed_size(text) is None


@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    found = dressed_size(text)
    assert found is None or all(Decimal(side) > 0 for side in found)


def test_a_two_by_four_is_the_timber_of_its_cross_section() -> None:
    titles = [
        "Planed timber 18 x 44 mm, 2.4 m",
        "Planed timber 38 x 89 mm, 2.4 m",
        "Planed timber 38 x 140 mm, 3 m",
    ]
    pack = Amount(Decimal("2.4"), Unit.M)
    matcher = Matcher(
        [Candidate(UUID(int=n), title, (), "hardware", "", pack) for n, title in enumerate(titles)]
    )
    for name, size in (
        ("two-by-four", None),
        ("lumber", "2x4"),
        ("2x4", "8 feet long"),
        ("lumber", "2x4x8 ft"),
    ):
        best = matcher.best(name, size=size)[0]
        assert (titles[best.item_id.int], best.sure) == (titles[1], True), name
