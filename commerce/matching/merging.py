"""The same component on several pages as one line: which lines are the same, and what they come to (pure).

Amounts are added, never guessed: within a dimension by the units' definitions, between volume and weight only
by a density with a source. What cannot be added stays a line of its own; an open amount ("salt") joins what
is measured and is counted. Of a tool the largest number is needed, not the sum.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from commerce.matching.namebook import thing_named
from commerce.matching.substances import substance_of
from commerce.matching.wording import folded, words_of
from commerce.methods.components import Kind
from commerce.units import (
    US,
    Amount,
    Dimension,
    Measures,
    NotConvertible,
    Unit,
    convert,
    dimension_of,
    tidied,
)

__all__ = ["Group", "Part", "are_same", "merged", "shares"]

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_POUNDS = {Unit.OZ: 1, Unit.LB: 2}
_SPOONS = {Unit.TSP: 1, Unit.TBSP: 2, Unit.CUP: 3}
_FEET = {Unit.INCH: 1, Unit.FOOT: 2, Unit.YARD: 3}
_CANONICAL = {
    Dimension.MASS: Unit.G, Dimension.VOLUME: Unit.ML, Dimension.LENGTH: Unit.MM, Dimension.AREA: Unit.M2,
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """What one page needs of a component, as its portions are now; `measures` are its cups and spoons."""

    name: str
    size: str | None
    kind: Kind
    amount: Amount | None
    measures: Measures = US
    needed: bool = True


@dataclass(frozen=True)
class Group:
    """The parts (by their places) that are one line; `amount` is their sum, besides `open_parts` of them
    whose amount is open."""

    places: tuple[int, ...]
    amount: Amount | None
    open_parts: int


def merged(parts: Sequence[Part], measures: Measures = US) -> list[Group]:
    """The lines that the parts make, in the order of their first parts. The sums do not depend on the order.

    Amounts in spoons and cups are kept only where all pages mean the same by them as `measures` does.
    """
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        alike[_what(part)].append(place)
    groups = [group for places in alike.values() for group in _groups(parts, places, measures)]
    return sorted(groups, key=lambda group: group.places[0])


def are_same(one: Part, other: Part) -> bool:
    """Whether both name the same thing, whatever their amounts."""
    return _what(one) == _what(other)


def shares(parts: Sequence[Part], total: Amount) -> list[Amount]:
    """`total`, said of the whole line, shared out to its parts as they stood to each other; a part whose
    amount was open gets the mean of the others."""
    known = [_size_of(part) for part in parts]
    sizes = [size for size in known if size is not None]
    mean = sum(sizes, Decimal(0)) / len(sizes) if sizes else Decimal(1)
    weights = [mean if size is None else size for size in known]
    whole = sum(weights, Decimal(0))
    if not whole:
        weights, whole = [Decimal(1)] * len(parts), Decimal(len(parts))
    return [total.times(weight / whole) for weight in weights]


def _what(part: Part) -> Hashable:
    """Equal for the same thing in the same size: by the book of names, which knows other languages, or by its
    words; numbers in the name ("38x89") tell things apart."""
    words = words_of(part.name)
    thing = thing_named(words)
    size = folded(part.size or "")
    numbers = tuple(sorted(_NUMBER.findall(f"{part.name} {size}")))
    wordless = _NUMBER.sub(" ", size).split()
    known = ("thing", thing) if thing is not None else ("words", *sorted(words))
    return known, numbers, tuple(sorted(wordless)), part.kind, part.needed


def _groups(parts: Sequence[Part], places: Sequence[int], measures: Measures) -> list[Group]:
    by_measure: dict[str, list[int]] = defaultdict(list)
    opens: list[int] = []
    density = _density([parts[place] for place in places])
    for place in places:
        amount = parts[place].amount
        if amount is None:
            opens.append(place)
        else:
            by_measure[_measure(amount.unit, density)].append(place)
    groups = []
    for measure in sorted(by_measure):
        own = by_measure[measure]
        amount = _sum([parts[place] for place in own], measures, density)
        groups.append(Group(tuple(sorted([*own, *opens])), amount, len(opens)))
        opens = []
    if opens:
        groups.append(Group(tuple(opens), None, len(opens)))
    return groups


def _density(parts: Sequence[Part]) -> Decimal | None:
    """By the names of all parts in their order of letters, so that it does not depend on theirs."""
    for name in sorted({part.name for part in parts}):
        substance = substance_of(name)
        if substance is not None and substance.g_per_ml is not None:
            return substance.g_per_ml
    return None


def _measure(unit: Unit, density: Decimal | None) -> str:
    """Amounts of the same measure can be added. Things of a kind ("bunch") are each their own."""
    dimension = dimension_of(unit)
    if dimension is Dimension.COUNT:
        return "piece" if unit in {Unit.PIECE, Unit.PAIR} else unit.value
    if density is not None and dimension in {Dimension.MASS, Dimension.VOLUME}:
        return " weighed"  # sorts first: what is open joins what is weighed
    return f" {dimension.value}"


def _sum(parts: Sequence[Part], measures: Measures, density: Decimal | None) -> Amount:
    unit = _common_unit(parts, measures)
    amounts = [
        convert(part.amount, unit, density_g_per_ml=density, measures=part.measures)
        for part in parts
        if part.amount is not None
    ]
    if parts[0].kind is Kind.TOOL:
        low, top = max(amount.qty for amount in amounts), max(amount.most for amount in amounts)
    else:
        low = sum((amount.qty for amount in amounts), Decimal(0))
        top = sum((amount.most for amount in amounts), Decimal(0))
    return tidied(Amount(low, unit, top if top > low else None))


def _common_unit(parts: Sequence[Part], measures: Measures) -> Unit:
    """The unit that the parts share, the largest of a family ("tbsp", "cup"), or the metric one."""
    units = {part.amount.unit for part in parts if part.amount is not None}
    ours = all(part.measures == measures for part in parts)
    if len(units) == 1:
        (unit,) = units
        if ours or measures.millilitres(unit) is None:
            return unit
    for family in (_POUNDS, _FEET, *((_SPOONS,) if ours else ())):
        if units <= family.keys():
            return max(units, key=family.__getitem__)
    dimensions = {dimension_of(unit) for unit in units}
    if dimensions == {Dimension.MASS, Dimension.VOLUME}:
        return Unit.G
    return _CANONICAL.get(min(dimensions), Unit.PIECE)


def _size_of(part: Part) -> Decimal | None:
    """For comparing parts of one line: grams, millilitres, millimetres, square metres or pieces."""
    if part.amount is None:
        return None
    density = _density([part])
    dimension = dimension_of(part.amount.unit)
    to = _CANONICAL.get(dimension, part.amount.unit)
    if dimension is Dimension.VOLUME and density is not None:
        to = Unit.G
    try:
        return convert(part.amount, to, density_g_per_ml=density, measures=part.measures).most
    except NotConvertible:
        return part.amount.most
