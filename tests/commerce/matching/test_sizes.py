"""Another size is another thing: threads, thicknesses, grits, volts, in whatever unit they are told."""

from decimal import Decimal

import pytest

from commerce.matching.sizes import size_loss, without_grade
from commerce.units import Amount, Unit

PACK = Amount(Decimal(1), Unit.PIECE)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("washers M8", "Washers M8, pack of 6"),
        ("1/2 inch plywood", "Plywood 12 mm"),
        ("pipe 2 cm", "Pipe 20 mm"),
        ("wood screws 4 mm", "Wood screws 4 x 40 mm"),
        ("masonry bit 8 mm", "Masonry bits 5-10 mm, set of 5"),
        ("sandpaper 120 grit", "Schleifpapier Körnung 120"),
        ("cable 2.5 mm²", "Câble 3G2,5"),
        ("washers", "Washers M8"),
        ("2x4 timber", "Timber 38 x 89 mm"),
    ],
)
def test_the_same_size_loses_nothing(asked: str, title: str) -> None:
    assert size_loss(asked, [title], PACK) == 0


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("washers M6", "Washers M8, pack of 6"),
        ("plywood 18 mm", "Plywood 12 mm"),
        ('3/4" plywood', "Plywood 12 mm"),
        ("pipe 15 mm", "Pipe 22 mm"),
        ("wood screws 5 x 60", "Wood screws 4 x 40 mm"),
        ("brush 75 mm", "Brushes 30/50/70 mm"),
        ("masonry bit 12 mm", "Masonry bits 5-10 mm, set of 5"),
        ("sandpaper 80 grit", "Sandpaper K120"),
        ("cable 1.5 mm²", "Cable 2.5 mm²"),
        ("battery 12 V", "Battery 18 V"),
    ],
)
def test_another_size_loses_what_makes_an_item_sure(asked: str, title: str) -> None:
    assert size_loss(asked, [title], PACK) > 20


def test_how_coarse_it_is_belongs_to_the_size_not_to_the_name() -> None:
    assert without_grade("120 grit sandpaper") == "sandpaper"
    assert without_grade("grit 80") == "grit 80"
