"""Packs of a told content are as much, however big the packs of the item are."""

from decimal import Decimal

import pytest

from commerce.matching.contents import by_contents
from commerce.matching.item_packs import packs_of_item
from commerce.units import Amount, Unit


def _amount(text: str) -> Amount:
    qty, unit = text.split()
    return Amount(Decimal(qty), Unit(unit))


@pytest.mark.parametrize(
    ("need", "size", "title", "pack", "packs"),
    [
        ("2 can", "400 g", "Chopped tomatoes 400 g", "400 g", 2),
        ("2 can", "14.5-ounce", "Chopped tomatoes 400 g", "400 g", 2),
        ("2 can", "400 g", "Chopped tomatoes 200 g", "200 g", 4),
        ("2 can", "400 g", "Chopped tomatoes 227 g", "1 can", 4),
        ("2 can", "400 g", "Chopped tomatoes 4 x 400 g", "4 can", 1),
        ("2 tub", "à 250 g", "Mascarpone 500 g", "500 g", 1),
        ("1 packet", "2 1/4-oz.", "Almonds 100 g", "100 g", 1),
        ("1 box", "4 x 40 100", "Screws 4 x 40, 50 pieces", "50 piece", 2),
        ("1 box", "100 Stück", "Schrauben 200 Stück", "200 piece", 1),
        ("2 packet", "6", "Crumpets", "6 piece", 2),
        ("2 can", "800 g total", "Tomatoes 400 g", "400 g", 2),
        ("2 can", None, "Tomatoes 200 g", "200 g", 2),
        ("3 ball", "50 g", "Merino yarn 100 g", "100 g", 2),
        ("2 ball", "125 g", "Mozzarella 125 g", "125 g", 2),
        ("400 yard", None, "Worsted yarn 100 g, 200 m", "1 ball", 2),
        ("30 m", None, "Masking tape 25 mm x 50 m", "1 roll", 1),
        ("1 bag", "25 kg", "Cement 5 kg", "5 kg", 5),
        ("1 roll", "10 metres", "Wallpaper", "1 piece", 1),
        ("1 packet", "120 grit", "Sandpaper 120 grit", "5 piece", 1),
    ],
)
def test_as_many_packs_as_hold_what_is_asked(
    need: str, size: str | None, title: str, pack: str, packs: int
) -> None:
    asked = by_contents(_amount(need), size, title, _amount(pack))
    assert packs_of_item("thing", asked, title, _amount(pack)).packs == packs
