"""Packs cover the need, never one too many; what is left over is told; what cannot be done is said."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.matching.packs import TOLERANCE, CannotPack, Cuts, PackNote, WhyNotPacked, packs_needed
from commerce.units import METRIC, Amount, Unit, convert, dimension_of


def amount(qty: str | int, unit: str) -> Amount:
    return Amount(Decimal(qty), Unit(unit))


@pytest.mark.parametrize(
    ("need", "pack", "packs", "leftover"),
    [
        (("250", "g"), ("1", "kg"), 1, "0.75"),
        (("1.2", "l"), ("500", "ml"), 3, "300"),
        (("1", "kg"), ("500", "g"), 2, "0"),
        (("6", "m"), ("2.4", "m"), 3, "1.2"),
        (("12", "piece"), ("10", "piece"), 2, "8"),
        (("2", "pair"), ("2", "piece"), 2, "0"),
        (("7.5", "l"), ("2.5", "l"), 3, "0"),
        (("20", "m2"), ("6", "m2"), 4, "4"),
        (("50", "cm"), ("1", "m"), 1, "0.5"),
        (("0", "g"), ("1", "kg"), 0, "0"),
        (("3", "clove"), ("1", "head"), 1, "0.7"),
        (("2", "piece"), ("1", "head"), 2, "0"),
        (("2", "piece"), ("1", "bunch"), 2, "0"),
    ],
)
def test_fewest_packs_cover_the_need(
    need: tuple[str, str], pack: tuple[str, str], packs: int, leftover: str
) -> None:
    plan = packs_needed(amount(*need), amount(*pack))
    assert plan.packs == packs
    assert plan.leftover == amount(leftover, pack[1])
    assert plan.covered == amount(str(packs * Decimal(pack[0])), pack[1])


@pytest.mark.parametrize(
    ("need", "pack", "density", "piece", "packs"),
    [
        (("2", "cup"), ("240", "g"), "0.53", None, 2),
        (("2", "cup"), ("250", "g"), "0.53", None, 1),
        (("1.75", "cup"), ("500", "ml"), None, None, 1),
        (("3", "piece"), ("1", "kg"), None, "110", 1),
        (("12", "piece"), ("1", "kg"), None, "110", 2),
        (("12", "piece"), ("500", "g"), None, "18", 1),
        (("2", "leaf"), ("8", "g"), None, "0.2", 1),
        (("1", "packet"), ("90", "g"), "0.9", "15", 1),
        (("7", "packet"), ("90", "g"), "0.9", "15", 2),
        (("2", "tsp"), ("5", "packet"), "0.85", "8", 1),
        (("500", "g"), ("1", "piece"), None, "110", 5),
        (("3", "clove"), ("100", "g"), None, "50", 1),
        (("4", "stalk"), ("1", "piece"), None, "450", 1),
        (("2", "stick"), ("250", "g"), "0.91", None, 1),
        (("20", "leaf"), ("1", "bunch"), None, "30", 1),
    ],
)
def test_density_and_piece_weight_lead_from_kitchen_to_shelf(
    need: tuple[str, str], pack: tuple[str, str], density: str | None, piece: str | None, packs: int
) -> None:
    plan = packs_needed(
        amount(*need),
        amount(*pack),
        density_g_per_ml=Decimal(density) if density else None,
        piece_grams=Decimal(piece) if piece else None,
    )
    assert plan.packs == packs


def test_a_range_is_covered_to_its_upper_end() -> None:
    assert packs_needed(Amount(Decimal(400), Unit.G, Decimal(600)), amount(500, "g")).packs == 2


@pytest.mark.parametrize(
    ("need", "pack", "packs", "note"),
    [
        (("2", "can"), ("400", "g"), 2, PackNote.ONE_PACK_EACH),
        (("1.5", "jar"), ("200", "ml"), 2, PackNote.ONE_PACK_EACH),
        (("1", "roll"), ("50", "m"), 1, PackNote.ONE_PACK_EACH),
        (("3", "piece"), ("200", "g"), 1, PackNote.SIZE_UNKNOWN),
        (("2", "cup"), ("200", "g"), 1, PackNote.SIZE_UNKNOWN),
        (("1", "pinch"), ("500", "g"), 1, PackNote.TRACE),
        (("1", "handful"), ("100", "g"), 1, PackNote.CUSTOMARY_SIZE),
        (("5", "handful"), ("100", "g"), 2, PackNote.CUSTOMARY_SIZE),
        (("1", "lb"), ("450", "g"), 1, PackNote.WITHIN_TOLERANCE),
    ],
)
def test_what_is_not_exact_is_noted(
    need: tuple[str, str], pack: tuple[str, str], packs: int, note: PackNote
) -> None:
    plan = packs_needed(amount(*need), amount(*pack))
    assert (plan.packs, plan.note) == (packs, note)


def test_the_tolerance_holds_between_measuring_systems_only() -> None:
    assert packs_needed(amount("453.59237", "g"), amount(450, "g")).packs == 2
    assert packs_needed(amount(1, "lb"), amount(440, "g")).packs == 2


def test_a_cup_is_of_its_place() -> None:
    assert packs_needed(amount(2, "cup"), amount(480, "ml")).packs == 1
    assert packs_needed(amount(2, "cup"), amount(480, "ml"), measures=METRIC).packs == 2


@pytest.mark.parametrize(
    ("need", "pack", "reason"),
    [
        (amount(2, "m"), amount(1, "kg"), WhyNotPacked.OTHER_MEASURE),
        (amount(2, "g"), amount(1, "m2"), WhyNotPacked.OTHER_MEASURE),
        (amount(2, "g"), amount(0, "g"), WhyNotPacked.EMPTY_PACK),
        (Cuts(((1, Decimal(3)),), Unit.M), amount("2.4", "m"), WhyNotPacked.TOO_LONG),
        (Cuts(((1, Decimal(3)),), Unit.M), amount(1, "kg"), WhyNotPacked.OTHER_MEASURE),
        (Cuts(((1_000_000, Decimal(1)),), Unit.M), amount("2.4", "m"), WhyNotPacked.TOO_MANY),
    ],
)
def test_what_no_number_of_packs_does_is_said(
    need: Amount | Cuts, pack: Amount, reason: WhyNotPacked
) -> None:
    with pytest.raises(CannotPack) as refused:
        packs_needed(need, pack)
    assert refused.value.reason is reason
    assert refused.value.pack == pack


@pytest.mark.parametrize(
    ("pieces", "unit", "stock", "packs", "leftover"),
    [
        (((4, "80"),), "cm", "2.4", 2, "1.6"),
        (((5, "100"),), "cm", "2.4", 3, "2.2"),
        (((2, "1.5"), (2, "0.9")), "m", "2.4", 2, "0"),
        (((1, "2.4"),), "m", "2.4", 1, "0"),
        (((3, "6"), (3, "4")), "foot", "10", 3, "0"),
        (((), ), "m", "2.4", 0, "0"),
    ],
)  # fmt: skip
def test_cuts_come_each_from_one_length(
    pieces: tuple[tuple[int, str], ...], unit: str, stock: str, packs: int, leftover: str
) -> None:
    cuts = Cuts(tuple((piece[0], Decimal(piece[1])) for piece in pieces if piece), Unit(unit))
    unit_of_stock = "foot" if unit == "foot" else "m"
    plan = packs_needed(cuts, amount(stock, unit_of_stock))
    assert plan.packs == packs
    assert plan.leftover == amount(leftover, unit_of_stock)


def test_exact_search_beats_first_fit() -> None:
    cuts = Cuts(tuple((1, Decimal(length)) for length in (6, 5, 5, 4, 4, 3, 3)), Unit.M)
    assert packs_needed(cuts, amount(10, "m")).packs == 3


def _brute_force(lengths: list[int], stock: int) -> int:
    for packs in range(len(lengths) + 1):
        for places in product(range(max(packs, 1)), repeat=len(lengths)):
            used = [
                sum(n for n, p in zip(lengths, places, strict=True) if p == i) for i in range(max(packs, 1))
            ]
            if (packs and max(used) <= stock) or not lengths:
                return packs
    raise AssertionError(lengths)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 10), max_size=6))
def test_cutting_is_optimal_on_small_cases(lengths: list[int]) -> None:
    cuts = Cuts(tuple((1, Decimal(length)) for length in lengths), Unit.M)
    assert packs_needed(cuts, amount(10, "m")).packs == _brute_force(lengths, 10)


SAME = [(a, b) for a, b in product(Unit, Unit) if a is b or (dimension_of(a) is dimension_of(b) != "count")]


@given(
    st.decimals(min_value=0, max_value=5000, places=2),
    st.decimals(min_value="0.01", max_value=5000, places=2),
    st.sampled_from(SAME),
)
def test_packs_cover_the_need_and_one_less_would_not(
    need: Decimal, pack: Decimal, units: tuple[Unit, Unit]
) -> None:
    plan = packs_needed(Amount(need, units[0]), Amount(pack, units[1]))
    wanted = convert(Amount(need, units[0]), units[1]).qty
    allowed = 1 - TOLERANCE if plan.note == PackNote.WITHIN_TOLERANCE else 1 - Decimal("1e-19")
    assert plan.packs * pack >= wanted * allowed
    assert plan.packs == 0 or (plan.packs - 1) * pack < wanted
    assert plan.leftover is not None
    assert plan.leftover.qty >= 0
