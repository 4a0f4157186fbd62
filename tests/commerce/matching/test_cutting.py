"""Panels come out of sheets and cloth by straight cuts: never fewer sheets than it takes, seldom more."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.matching.cutting import Panel, fewest_sheets, length_of_strip

SHEET = Panel(Decimal(1220), Decimal(2440))


def panels(*pieces: tuple[int, int, int]) -> list[Panel]:
    return [Panel(Decimal(width), Decimal(length)) for count, width, length in pieces for _ in range(count)]


@pytest.mark.parametrize(
    ("pieces", "sheets"),
    [
        ([(1, 1220, 2440)], 1),
        ([(8, 600, 600)], 1),
        ([(9, 600, 600)], 2),
        ([(6, 800, 500)], 1),
        ([(2, 1220, 1220)], 1),
        ([(3, 1200, 1200)], 2),
        ([(1, 2440, 600), (2, 1200, 600)], 1),
        ([], 0),
    ],
)
def test_panels_are_laid_so_that_few_sheets_do(pieces: list[tuple[int, int, int]], sheets: int) -> None:
    assert fewest_sheets(panels(*pieces), SHEET) == sheets


@pytest.mark.parametrize("piece", [(1, 1300, 1300), (1, 100, 2500)])
def test_a_panel_larger_than_the_sheet_does_not_fit(piece: tuple[int, int, int]) -> None:
    assert fewest_sheets(panels(piece), SHEET) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(50, 1220), st.integers(50, 2440)), max_size=12))
def test_the_sheets_are_at_least_as_large_as_the_panels(sizes: list[tuple[int, int]]) -> None:
    pieces = [Panel(Decimal(width), Decimal(length)) for width, length in sizes]
    sheets = fewest_sheets(pieces, SHEET)
    assert sheets is not None
    area = sum((piece.width * piece.length for piece in pieces), Decimal(0))
    assert sheets * SHEET.width * SHEET.length >= area
    assert sheets <= len(pieces)


@pytest.mark.parametrize(
    ("pieces", "width", "length"),
    [
        ([(4, 50, 70)], 140, 140),
        ([(2, 70, 50), (1, 140, 30)], 140, 80),
        ([(1, 160, 100)], 150, 160),
        ([(1, 160, 200)], 150, None),
    ],
)
def test_pieces_of_cloth_lie_side_by_side_in_its_width(
    pieces: list[tuple[int, int, int]], width: int, length: int | None
) -> None:
    expected = None if length is None else Decimal(length)
    assert length_of_strip(panels(*pieces), Decimal(width)) == expected
