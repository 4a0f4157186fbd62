"""Several pages as one: the same thing is added up, nothing is lost, nothing is guessed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.matching.merging import Group, Part, merged, shares
from commerce.methods.components import Kind
from commerce.units import METRIC, US, Amount, Dimension, Measures, Unit, convert, dimension_of

FOOD = Kind.INGREDIENT
BASE = {
    Dimension.MASS: Unit.G, Dimension.VOLUME: Unit.ML, Dimension.LENGTH: Unit.MM, Dimension.AREA: Unit.M2,
}  # fmt: skip


def part(
    name: str, qty: str | None = None, unit: Unit = Unit.G, most: str | None = None, *,
    size: str | None = None, kind: Kind = FOOD, measures: Measures = US, needed: bool = True,
) -> Part:  # fmt: skip
    amount = None if qty is None else Amount(Decimal(qty), unit, Decimal(most) if most else None)
    return Part(name, size, kind, amount, measures, needed)


def amounts(parts: list[Part], measures: Measures = US) -> list[tuple[str, str] | None]:
    return [
        (f"{group.amount.qty.normalize():f}", group.amount.unit.value) if group.amount else None
        for group in merged(parts, measures)
    ]


NAMES = st.sampled_from(["flour", "onions", "milk", "basil", "38x89 timber", "tape", "quinoa flakes"])
UNITS = st.sampled_from(
    [Unit.G, Unit.KG, Unit.ML, Unit.CUP, Unit.TBSP, Unit.PIECE, Unit.BUNCH, Unit.M, Unit.FOOT]
)
QTY = st.decimals("0.1", "5000", places=1)


@st.composite
def a_part(draw: st.DrawFn) -> Part:
    low = draw(QTY)
    top = draw(st.none() | QTY)
    amount = None
    if draw(st.integers(0, 4)):
        amount = Amount(low, draw(UNITS), top if top is not None and top > low else None)
    return Part(
        draw(NAMES), draw(st.sampled_from([None, "large"])), FOOD, amount, draw(st.sampled_from([US, METRIC]))
    )


def whole_of(groups: list[Group], parts: list[Part]) -> dict[str, tuple[Fraction, Fraction]]:
    """Least and most of each dimension (and counted unit) in all groups together, without a density."""
    found: dict[str, tuple[Fraction, Fraction]] = {}
    told = (
        [(group.amount, US) for group in groups] if groups else [(one.amount, one.measures) for one in parts]
    )
    for amount, measures in told:
        if amount is None:
            continue
        dimension = dimension_of(amount.unit)
        in_base = convert(amount, BASE.get(dimension, amount.unit), measures=measures)
        key = dimension.value if dimension in BASE else in_base.unit.value
        low, top = found.get(key, (Fraction(0), Fraction(0)))
        found[key] = (low + Fraction(in_base.qty), top + Fraction(in_base.most))
    return found


@given(st.lists(a_part(), max_size=8))
def test_every_part_is_in_a_group_and_every_amount_in_one_sum(parts: list[Part]) -> None:
    groups = merged(parts)
    placed = [place for group in groups for place in group.places]
    assert sorted(placed) == list(range(len(parts)))
    assert sum(group.open_parts for group in groups) == sum(one.amount is None for one in parts)


@given(st.lists(a_part(), max_size=8))
def test_the_total_need_is_the_sum_of_the_pages(parts: list[Part]) -> None:
    undense = [Part("xyqqat", one.size, one.kind, one.amount, one.measures) for one in parts]
    before, after = whole_of([], undense), whole_of(merged(undense), undense)
    assert before.keys() == after.keys()
    for key, (low, top) in before.items():
        assert abs(after[key][0] - low) <= abs(low) / 10**12
        assert abs(after[key][1] - top) <= abs(top) / 10**12


@given(st.lists(a_part(), min_size=1, max_size=7))
def test_the_order_of_the_pages_does_not_change_the_sums(parts: list[Part]) -> None:
    turned = list(reversed(parts))

    def sums(of: list[Part]) -> list[tuple[str, str, str, int]]:
        return sorted(
            (
                of[group.places[0]].name,
                f"{group.amount.qty:.9g} {group.amount.most:.9g}" if group.amount else "",
                group.amount.unit.value if group.amount else "",
                group.open_parts,
            )
            for group in merged(of)
        )

    assert sums(parts) == sums(turned)


def test_flour_of_two_recipes_is_one_line() -> None:
    assert amounts([part("flour", "200"), part("plain flour", "250")]) == [("450", "g")]
    assert amounts([part("Mehl", "1", Unit.KG), part("flour", "500")]) == [("1.5", "kg")]


def test_cups_and_grams_are_added_by_density_only_where_it_is_known() -> None:
    (flour,) = amounts([part("flour", "2", Unit.CUP), part("flour", "100")])
    assert flour is not None and flour[1] == "g"
    assert 340 < Decimal(flour[0]) < 360  # 2 US cups weigh 250 g at 0.5283 g/ml (FDC 168894)
    unknown = [part("xyqqat", "2", Unit.CUP), part("xyqqat", "100")]
    assert amounts(unknown) == [("2", "cup"), ("100", "g")]


def test_a_bunch_and_grams_stay_two_amounts() -> None:
    assert amounts([part("basil", "1", Unit.BUNCH), part("basil", "20")]) == [("1", "bunch"), ("20", "g")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (part("red onion", "1", Unit.PIECE), part("onion", "1", Unit.PIECE)),
        (part("timber 38x89", "2", Unit.PIECE), part("timber 38x64", "2", Unit.PIECE)),
        (part("timber", "2", Unit.PIECE, size="38x89"), part("timber", "2", Unit.PIECE, size="38x64")),
        (part("eggs", "2", Unit.PIECE, size="large"), part("eggs", "2", Unit.PIECE)),
        (part("lavender", "1", Unit.BUNCH), part("lavender", "1", Unit.BUNCH, kind=Kind.MATERIAL)),
        (part("salt", "5"), part("salt", "5", needed=False)),
    ],
)
def test_other_sizes_and_variants_stay_apart(one: Part, other: Part) -> None:
    assert len(merged([one, other])) == 2


def test_ranges_are_added_at_both_ends() -> None:
    (group,) = merged([part("garlic", "2", Unit.CLOVE, "3"), part("garlic", "1", Unit.CLOVE)])
    assert group.amount == Amount(Decimal(3), Unit.CLOVE, Decimal(4))


def test_an_open_amount_joins_what_is_measured_and_is_counted() -> None:
    (group,) = merged([part("salt"), part("salt", "1", Unit.TSP), part("salt")])
    assert group.amount == Amount(Decimal(1), Unit.TSP)
    assert group.open_parts == 2


def test_a_tool_for_two_jobs_is_needed_once() -> None:
    drill = part("drill", "1", Unit.PIECE, kind=Kind.TOOL)
    (group,) = merged([drill, drill])
    assert group.amount == Amount(Decimal(1), Unit.PIECE)


def test_cups_of_two_places_are_told_in_millilitres() -> None:
    mixed = [part("milk", "1", Unit.CUP), part("milk", "1", Unit.CUP, measures=METRIC)]
    assert amounts(mixed) == [("486.5882365", "ml")]
    assert amounts([mixed[0], mixed[0]]) == [("2", "cup")]


@given(st.lists(a_part(), min_size=1, max_size=5), QTY)
def test_shares_come_to_the_whole(parts: list[Part], qty: Decimal) -> None:
    given_out = shares(parts, Amount(qty, Unit.G))
    assert len(given_out) == len(parts)
    assert abs(sum((one.qty for one in given_out), Decimal(0)) - qty) < Decimal("1e-15")
