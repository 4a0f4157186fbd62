"""What is listed in pieces of a size is cut from the sheets, cloth and lengths that are for sale."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.matching.item_packs import packs_of_item
from commerce.matching.matching import Candidate, Matcher
from commerce.matching.packs import CannotPack, Cuts, Panels, WhyNotPacked
from commerce.matching.stock import pieces_to_cut, without_cuts
from commerce.units import Amount, Unit

SHEET = Amount(Decimal(1), Unit.SHEET)
LENGTH = Amount(Decimal("2.4"), Unit.M)
METRE = Amount(Decimal(1), Unit.M)


def pieces(count: int) -> Amount:
    return Amount(Decimal(count), Unit.PIECE)


@pytest.mark.parametrize(
    ("count", "size", "title", "pack", "packs"),
    [
        (4, "600 x 300 mm", "Birch plywood 12 mm, 1200 x 600 mm", SHEET, 1),
        (5, "600 x 300 mm", "Birch plywood 12 mm, 1200 x 600 mm", SHEET, 2),
        (2, "18 mm 60 x 40 cm", "MDF 18 mm 1220 x 2440 mm", SHEET, 1),
        (4, "24x48 1.5 m", "Batten 24 x 48 mm 2.4 m", LENGTH, 4),
        (4, "1.2 m", "Batten 24 x 48 mm 2.4 m", LENGTH, 2),
        (6, "24 x 48 x 600 mm", "Batten 24 x 48 mm 2.4 m", LENGTH, 2),
        (3, "2x4 8 feet long", "Timber 38 x 89 mm, 2.4 m", LENGTH, 3),
        (4, "2x4 3 ft", "Timber 38 x 89 mm, 2.4 m", LENGTH, 2),
        (2, "40 x 60 cm", "Cotton poplin, 140 cm wide", METRE, 1),
    ],
)
def test_each_piece_comes_out_of_one_piece_of_stock(
    count: int, size: str, title: str, pack: Amount, packs: int
) -> None:
    need = pieces_to_cut(pieces(count), size, title, pack)
    assert isinstance(need, Cuts | Panels)
    assert packs_of_item("wood", need, title, pack).packs == packs


def test_a_piece_longer_than_the_stock_cannot_be_cut() -> None:
    need = pieces_to_cut(pieces(1), "3 m", "Batten 2.4 m", LENGTH)
    with pytest.raises(CannotPack) as refused:
        packs_of_item("batten", need, "Batten 2.4 m", LENGTH)
    assert refused.value.reason is WhyNotPacked.TOO_LONG


@pytest.mark.parametrize(
    ("need", "size", "title", "pack"),
    [
        (pieces(3), "4 x 40 mm", "Wood screws 4 x 40 mm", Amount(Decimal(100), Unit.PIECE)),
        (pieces(2), None, "Plywood 1200 x 600 mm", SHEET),
        (pieces(2), "38x89", "Timber 38 x 89 mm 2.4 m", LENGTH),
        (pieces(1), "12 mm", "Plywood 12 mm, 1200 x 600 mm", SHEET),
        (Amount(Decimal("2.5"), Unit.M), "24x48", "Batten 24 x 48 mm 2.4 m", LENGTH),
    ],
)
def test_what_is_not_cut_is_needed_as_it_is(need: Amount, size: str | None, title: str, pack: Amount) -> None:
    assert pieces_to_cut(need, size, title, pack) == need


def test_the_size_of_a_panel_does_not_tell_which_sheet_is_meant_but_its_thickness_does() -> None:
    titles = ["Birch plywood sheet 6 mm, 1220 x 610 mm", "Birch plywood sheet 12 mm, 1220 x 610 mm"]
    matcher = Matcher(
        [Candidate(UUID(int=n), title, (), "hardware", "", SHEET) for n, title in enumerate(titles)]
    )
    best = matcher.best("plywood", size="12 mm 600 x 300 mm")[0]
    assert (best.item_id.int, best.sure) == (1, True)
    assert without_cuts("600 x 300 x 12 mm", SHEET).strip() == "12 mm"
    assert without_cuts("24 x 48 mm, 60 cm", LENGTH).split() == ["24", "x", "48", "mm,"]


@pytest.mark.parametrize(
    "title",
    [
        "Screws 5 x 4006381333931", "Board 4006381333931 mm", "Cloth, width 4006381333931 mm",
        "Cloth 60 \u0130N wide", "0 x 0 mm", "5 \u0131N x 6 \u0131N",
    ],
)  # fmt: skip
@pytest.mark.parametrize("pack", [SHEET, LENGTH, pieces(1)], ids=["sheet", "length", "piece"])
def test_what_looks_like_a_measure_and_is_none_tells_nothing(title: str, pack: Amount) -> None:
    assert pieces_to_cut(pieces(2), title, title, pack) == pieces(2)
    assert packs_of_item("screws", Amount(Decimal(2), pack.unit), title, pack).packs >= 1
    assert Matcher([Candidate(UUID(int=0), title, (), "", "", pack)]).best("board", size=title) is not None


def test_tiles_that_cover_nought_cannot_be_counted_out() -> None:
    for title in ("Tile 0 m²", "Tile"):
        with pytest.raises(CannotPack):
            packs_of_item("tile", Amount(Decimal(4), Unit.M2), title, pieces(1))


@given(
    st.text(max_size=60), st.text(max_size=60), st.sampled_from([SHEET, LENGTH, METRE]), st.integers(1, 99)
)
def test_any_size_is_read_or_left(size: str, title: str, pack: Amount, count: int) -> None:
    need = pieces_to_cut(pieces(count), size, title, pack)
    assert need == pieces(count) or sum(piece[0] for piece in need.pieces) == count  # type: ignore[union-attr]
    without_cuts(size, pack)


@given(st.integers(1, 30), st.integers(100, 2400))
def test_lengths_cut_never_cover_less_than_is_needed(count: int, millimetres: int) -> None:
    need = pieces_to_cut(pieces(count), f"{millimetres} mm", "Batten 2.4 m", LENGTH)
    packs = packs_of_item("batten", need, "Batten 2.4 m", LENGTH).packs
    assert packs * (2400 // millimetres) >= count
