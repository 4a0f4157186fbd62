"""Amounts convert exactly where the units are defined so, and say so where no way leads."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.units import (
    AUSTRALIAN,
    JAPANESE,
    METRIC,
    US,
    Amount,
    Dimension,
    NotAnAmount,
    NotConvertible,
    Unit,
    convert,
    dimension_of,
    measures_of,
    tidied,
)

QUANTITIES = st.decimals(min_value=0, max_value=100_000, places=3, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("qty", "unit", "to", "expected"),
    [
        ("1", "lb", "g", "453.59237"),
        ("16", "oz", "lb", "1"),
        ("2.5", "kg", "g", "2500"),
        ("1", "cup", "ml", "236.5882365"),
        ("3", "tsp", "tbsp", "1"),
        ("16", "tbsp", "cup", "1"),
        ("2", "pint", "quart", "1"),
        ("4", "quart", "gallon", "1"),
        ("8", "fl_oz", "cup", "1"),
        ("12", "inch", "foot", "1"),
        ("3", "foot", "yard", "1"),
        ("6", "m", "mm", "6000"),
        ("1", "ft2", "m2", "0.09290304"),
        ("3", "pair", "piece", "6"),
        ("3", "piece", "pair", "1.5"),
    ],
)
def test_defined_conversions_are_exact(qty: str, unit: str, to: str, expected: str) -> None:
    assert convert(Amount(Decimal(qty), Unit(unit)), Unit(to)) == Amount(Decimal(expected), Unit(to))


def test_density_opens_the_way_between_volume_and_mass() -> None:
    flour = convert(Amount(Decimal(2), Unit.CUP), Unit.G, density_g_per_ml=Decimal("0.53"))
    assert round(flour.qty) == 251
    assert convert(flour, Unit.CUP, density_g_per_ml=Decimal("0.53")).qty == pytest.approx(Decimal(2))


def test_piece_weight_opens_the_way_between_count_and_mass_and_volume() -> None:
    eggs = Amount(Decimal(3), Unit.PIECE)
    assert convert(eggs, Unit.G, piece_grams=Decimal(50)).qty == 150
    assert convert(eggs, Unit.ML, piece_grams=Decimal(50), density_g_per_ml=Decimal("1.25")).qty == 120
    assert convert(Amount(Decimal(12), Unit.G), Unit.CLOVE, piece_grams=Decimal(4)).qty == 3


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("cup", "g"),
        ("piece", "g"),
        ("clove", "head"),
        ("m", "m2"),
        ("m", "g"),
        ("can", "ml"),
        ("m2", "piece"),
    ],
)
def test_where_no_way_leads_it_is_said(unit: str, to: str) -> None:
    amount = Amount(Decimal(1), Unit(unit))
    with pytest.raises(NotConvertible) as refused:
        convert(amount, Unit(to))
    assert refused.value.amount == amount
    assert refused.value.to is Unit(to)


def test_lengths_have_no_density() -> None:
    with pytest.raises(NotConvertible):
        convert(Amount(Decimal(1), Unit.M), Unit.G, density_g_per_ml=Decimal(1), piece_grams=Decimal(1))


def test_ranges_keep_both_ends() -> None:
    assert convert(Amount(Decimal(1), Unit.KG, Decimal(2)), Unit.G) == Amount(
        Decimal(1000), Unit.G, Decimal(2000)
    )


@pytest.mark.parametrize(
    ("locale", "measures"),
    [
        ("en", US),
        ("en-US", US),
        ("en_AU", AUSTRALIAN),
        ("en-GB", METRIC),
        ("de", METRIC),
        ("fr-FR", METRIC),
        ("ja", JAPANESE),
        ("ja-JP", JAPANESE),
        ("", METRIC),
    ],
)
def test_kitchen_measures_follow_the_place(locale: str, measures: object) -> None:
    assert measures_of(locale) == measures


def test_a_cup_differs_by_place() -> None:
    cup = Amount(Decimal(1), Unit.CUP)
    sizes = [convert(cup, Unit.ML, measures=place).qty for place in (US, METRIC, JAPANESE)]
    assert sizes == [Decimal("236.5882365"), Decimal(250), Decimal(200)]
    assert convert(Amount(Decimal(1), Unit.TBSP), Unit.ML, measures=AUSTRALIAN).qty == 20


@pytest.mark.parametrize(
    ("qty", "top"),
    [
        ("-1", None),
        ("NaN", None),
        ("Infinity", None),
        ("3", "2"),
        ("2", "2"),
        ("1E+999999", None),
        ("1E-99999", None),
    ],
)
def test_absurd_amounts_are_refused(qty: str, top: str | None) -> None:
    with pytest.raises(NotAnAmount):
        Amount(Decimal(qty), Unit.G, None if top is None else Decimal(top))


def test_amounts_scale_with_their_range() -> None:
    assert Amount(Decimal(2), Unit.CLOVE, Decimal(3)).times(Decimal("1.5")) == Amount(
        Decimal(3), Unit.CLOVE, Decimal("4.5")
    )
    assert Amount(Decimal(2), Unit.CLOVE, Decimal(3)).times(Decimal(0)).qty_max is None


def test_large_metric_amounts_read_better_in_the_larger_unit() -> None:
    assert tidied(Amount(Decimal(2500), Unit.G)) == Amount(Decimal("2.5"), Unit.KG)
    assert tidied(Amount(Decimal(250), Unit.G)) == Amount(Decimal(250), Unit.G)
    assert tidied(Amount(Decimal(3), Unit.CUP)) == Amount(Decimal(3), Unit.CUP)


@given(QUANTITIES, st.sampled_from(Unit), st.sampled_from(Unit))
def test_converting_there_and_back_changes_nothing(qty: Decimal, unit: Unit, to: Unit) -> None:
    amount = Amount(qty, unit)
    density, weight = Decimal("0.7"), Decimal(13)
    try:
        there = convert(amount, to, density_g_per_ml=density, piece_grams=weight)
    except NotConvertible:
        assert dimension_of(unit) is not dimension_of(to) or dimension_of(unit) is Dimension.COUNT
        return
    back = convert(there, unit, density_g_per_ml=density, piece_grams=weight)
    assert abs(back.qty - qty) <= Decimal("1e-20") * max(qty, Decimal(1))


def test_every_unit_has_one_dimension_and_the_same_dimension_always_converts() -> None:
    for unit, to in product(Unit, Unit):
        if dimension_of(unit) is dimension_of(to) and dimension_of(unit) is not Dimension.COUNT:
            assert convert(Amount(Decimal(1), unit), to).qty > 0
