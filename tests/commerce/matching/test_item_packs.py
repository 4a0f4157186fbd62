"""What an item does not say of itself is taken from its title and from custom, and then it is said."""

from decimal import Decimal
from typing import Any

import pytest

from commerce.matching.item_packs import packs_of_item
from commerce.matching.packs import CannotPack, Cuts, PackNote, Panels, WhyNotPacked
from commerce.matching.substances import substance_of
from commerce.units import Amount, Unit


def amount(qty: str | int, unit: str) -> Amount:
    return Amount(Decimal(qty), Unit(unit))


@pytest.mark.parametrize(
    ("component", "need", "title", "pack", "packs"),
    [
        ("honey", amount("0.5", "cup"), "Honey 340 g", amount(340, "g"), 1),
        ("plain flour", amount(5, "cup"), "Flour 250 g", amount(250, "g"), 3),
        ("huile d'olive", amount(450, "g"), "Huile d'olive 500 ml", amount(500, "ml"), 1),
        ("Zwiebeln", amount(12, "piece"), "Zwiebeln 1 kg", amount(1, "kg"), 2),
        ("toast", amount(4, "slice"), "Toast bread 500 g", amount(500, "g"), 1),
    ],
)
def test_custom_leads_from_kitchen_to_shelf_and_is_noted(
    component: str, need: Amount, title: str, pack: Amount, packs: int
) -> None:
    plan = packs_of_item(component, need, title, pack)
    assert (plan.packs, plan.note) == (packs, PackNote.CUSTOMARY_SIZE)


def test_what_the_item_says_goes_before_custom() -> None:
    plan = packs_of_item(
        "flour", amount(1, "cup"), "Flour 150 g", amount(150, "g"), density_g_per_ml=Decimal("0.7")
    )
    assert (plan.packs, plan.note) == (2, None)


def test_tins_are_not_weighed_by_what_is_in_them() -> None:
    plan = packs_of_item("chopped tomatoes", amount(2, "can"), "Chopped tomatoes 400 g", amount(400, "g"))
    assert (plan.packs, plan.note) == (2, PackNote.ONE_PACK_EACH)


@pytest.mark.parametrize(
    ("title", "pack", "further", "packs"),
    [
        ("Wall paint 5 l, 10 m²/l", amount(5, "l"), {}, 1),
        ("Wall paint 2.5 l, 8-10 m² per litre", amount("2.5", "l"), {}, 2),
        ("Wall paint 2.5 l, 8 m² pro Liter", amount("2.5", "l"), {"coats": 2}, 4),
        ("Wall paint 5 l", amount(5, "l"), {"m2_per_litre": Decimal(4)}, 2),
        ("OSB 2500 x 1250 x 12 mm", amount(1, "sheet"), {}, 13),
        ("Laminate, pack 2.22 m²", amount("2.22", "m2"), {}, 19),
        ("Wallpaper 10.05 x 0.53 m", amount(1, "roll"), {}, 8),
    ],
)
def test_an_area_is_covered(title: str, pack: Amount, further: dict[str, Any], packs: int) -> None:
    assert packs_of_item("40 m² of wall", amount(40, "m2"), title, pack, **further).packs == packs


def test_coverage_that_nobody_told_is_about_that_of_such_paint() -> None:
    plan = packs_of_item("wall paint", amount(20, "m2"), "White emulsion 2.5 l", amount("2.5", "l"))
    assert (plan.packs, plan.note) == (1, PackNote.CUSTOMARY_SIZE)


def test_kerf_is_lost_between_pieces_but_not_behind_the_last() -> None:
    bare = Cuts(((3, Decimal(800)),), Unit.MM)
    sawn = Cuts(((3, Decimal(800)),), Unit.MM, kerf=Decimal(3))
    whole = Cuts(((1, Decimal(2400)),), Unit.MM, kerf=Decimal(3))
    packs = [
        packs_of_item("rail", cuts, "Rail 2.4 m", amount("2.4", "m")).packs for cuts in (bare, sawn, whole)
    ]
    assert packs == [1, 2, 1]


def test_panels_are_cut_from_the_sheet_of_the_title() -> None:
    panels = Panels(((9, Decimal(600), Decimal(600)),), Unit.MM)
    assert packs_of_item("MDF", panels, "MDF 18 mm, 2440 x 1220 mm", amount(1, "sheet")).packs == 2
    cloth = Panels(((4, Decimal(50), Decimal(70)),), Unit.CM)
    assert packs_of_item("cotton", cloth, "Cotton, 140 cm wide", amount("0.5", "m")).packs == 3


@pytest.mark.parametrize(
    ("need", "title", "pack", "reason"),
    [
        (
            Panels(((1, Decimal(1300), Decimal(1300)),), Unit.MM),
            "MDF 2440 x 1220 mm",
            amount(1, "sheet"),
            WhyNotPacked.TOO_LONG,
        ),
        (amount(5, "m2"), "Nails 1 kg", amount(1, "kg"), WhyNotPacked.OTHER_MEASURE),
        (amount(5, "m2"), "Milk 1 l", amount(1, "l"), WhyNotPacked.OTHER_MEASURE),
    ],
)
def test_what_cannot_be_done_is_said(
    need: Amount | Panels, title: str, pack: Amount, reason: WhyNotPacked
) -> None:
    with pytest.raises(CannotPack) as refused:
        packs_of_item("thing", need, title, pack)
    assert refused.value.reason is reason


@pytest.mark.parametrize("name", ["brush", "onion powder", "sandpaper", ""])
def test_what_the_table_does_not_hold_has_no_weight(name: str) -> None:
    assert substance_of(name) is None


def test_every_weight_has_its_source() -> None:
    for name in ("flour", "Mehl", "oignons", "huevos", "玉ねぎ"):
        substance = substance_of(name)
        assert substance is not None
        assert substance.source
