"""How many packs cover a need, and what is left over.

Never less than needed, except by `TOLERANCE` where the need is told in another system of measures than the
pack (a pound of pasta is the 450 g packet). Lengths cut from stock are packed exactly where that is feasible.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from commerce.units import US, Amount, Dimension, Measures, NotConvertible, Unit, convert, dimension_of

__all__ = ["TOLERANCE", "CannotPack", "Cuts", "PackNote", "PackPlan", "WhyNotPacked", "packs_needed"]

TOLERANCE = Decimal("0.01")
_MOST_PIECES = 400
_MOST_STEPS = 20_000
_CUSTOMARY = {
    Unit.LB, Unit.OZ, Unit.FL_OZ, Unit.PINT, Unit.QUART, Unit.GALLON, Unit.CUP, Unit.TSP, Unit.TBSP,
    Unit.INCH, Unit.FOOT, Unit.YARD, Unit.FT2,
}  # fmt: skip
_CONTAINERS = {
    Unit.CAN, Unit.JAR, Unit.PACKET, Unit.BOX, Unit.BAG, Unit.BOTTLE, Unit.TUBE, Unit.TUB, Unit.ROLL,
}  # fmt: skip
# Kitchen conventions for what has no defined size, used only where the item itself tells nothing
_CUSTOMARY_GRAMS = {
    Unit.STICK: Decimal("113.4"),  # of butter, United States
    Unit.CLOVE: Decimal(5),  # of garlic
    Unit.KNOB: Decimal(15),
    Unit.HANDFUL: Decimal(30),
    Unit.SPRIG: Decimal(1),
    Unit.LEAF: Decimal("0.5"),
    Unit.STALK: Decimal(40),
    Unit.SLICE: Decimal(25),
    Unit.BUNCH: Decimal(40),
    Unit.STRAND: Decimal("0.01"),
    Unit.CUBE: Decimal(10),
}
_CUSTOMARY_ML = {Unit.SPLASH: Decimal(10), Unit.GLASS: Decimal(200)}
_CLOVES_IN_HEAD = Decimal(10)
_TRACES = {Unit.PINCH, Unit.DASH, Unit.KNIFE_TIP, Unit.SPLASH, Unit.STRAND}


class WhyNotPacked(StrEnum):
    """Why no number of packs does it."""

    TOO_LONG = "too_long"
    EMPTY_PACK = "empty_pack"
    OTHER_MEASURE = "other_measure"
    TOO_MANY = "too_many"


class PackNote(StrEnum):
    """What to tell with the number of packs."""

    CUSTOMARY_SIZE = "customary_size"
    ONE_PACK_EACH = "one_pack_each"
    SIZE_UNKNOWN = "size_unknown"
    TRACE = "trace"
    WITHIN_TOLERANCE = "within_tolerance"


class CannotPack(ValueError):
    """The pack cannot serve the need, however many are taken."""

    def __init__(self, need: "Amount | Cuts", pack: Amount, reason: WhyNotPacked) -> None:
        super().__init__(f"{need} from {pack}: {reason}")
        self.need = need
        self.pack = pack
        self.reason = reason


@dataclass(frozen=True)
class Cuts:
    """Single pieces, each to be cut from one length: `pieces` are (count, length) in `unit`."""

    pieces: tuple[tuple[int, Decimal], ...]
    unit: Unit

    def times(self, count: int) -> "Cuts":
        return Cuts(tuple((n * count, length) for n, length in self.pieces), self.unit)


@dataclass(frozen=True)
class PackPlan:
    """`packs` cover the need with `leftover` to spare, in the pack's unit; None where that is not known."""

    packs: int
    covered: Amount | None
    leftover: Amount | None
    note: str | None = None


def packs_needed(
    need: Amount | Cuts,
    pack: Amount,
    *,
    density_g_per_ml: Decimal | None = None,
    piece_grams: Decimal | None = None,
    measures: Measures = US,
) -> PackPlan:
    """The fewest packs that cover the need, by its upper end where it is a range.

    `density_g_per_ml` and `piece_grams` are the item's. Raises `CannotPack` where no number of packs does it:
    a piece longer than the stock, an empty pack, a length asked of what is sold by weight.
    """
    if pack.qty <= 0:
        raise CannotPack(need, pack, WhyNotPacked.EMPTY_PACK)
    if isinstance(need, Cuts):
        return _cut_from_stock(need, pack)
    need = Amount(need.most, need.unit)
    note = PackNote.TRACE if need.unit in _TRACES else None
    try:
        wanted = convert(
            _countable(need, pack, piece_grams),
            pack.unit,
            density_g_per_ml=density_g_per_ml,
            piece_grams=piece_grams,
            measures=measures,
        )
    except NotConvertible:
        return _by_custom(need, pack, density_g_per_ml, piece_grams)
    return _plan(wanted.qty, pack, _is_customary(need.unit) is not _is_customary(pack.unit), note)


def _countable(need: Amount, pack: Amount, piece_grams: Decimal | None) -> Amount:
    """The need in a unit that has a way to the pack's: cloves to heads, things to things."""
    if need.unit is pack.unit:
        return need
    if need.unit is Unit.CLOVE and pack.unit is not Unit.CLOVE:
        if pack.unit is Unit.HEAD:
            return Amount(need.qty / _CLOVES_IN_HEAD, Unit.HEAD)
        return Amount(need.qty * _CUSTOMARY_GRAMS[Unit.CLOVE], Unit.G)
    whole = {
        Unit.PIECE,
        Unit.HEAD,
        Unit.BALL,
        Unit.EAR,
        Unit.BLOCK,
        Unit.SHEET,
        Unit.RACK,
        Unit.POD,
        Unit.BUNCH,
    }
    if need.unit in whole and pack.unit in whole:
        return Amount(need.qty, pack.unit)
    if need.unit is Unit.PIECE and pack.unit in {*_CONTAINERS, Unit.SLICE, Unit.LEAF, Unit.STALK, Unit.SPRIG}:
        return Amount(need.qty, pack.unit)
    if need.unit in _CUSTOMARY_GRAMS and piece_grams and _is_smaller_than_piece(need.unit, pack):
        return Amount(need.qty * _CUSTOMARY_GRAMS[need.unit], Unit.G)
    return need


def _is_smaller_than_piece(unit: Unit, pack: Amount) -> bool:
    """A stalk, a leaf, a sprig, a handful is a part of the piece that a pack counts."""
    parts = {Unit.STALK, Unit.SPRIG, Unit.HANDFUL, Unit.KNOB, Unit.STICK}
    counted = dimension_of(pack.unit) is Dimension.COUNT
    return unit in parts or (counted and unit in {Unit.LEAF, Unit.SLICE, Unit.CUBE})


def _by_custom(need: Amount, pack: Amount, density: Decimal | None, piece_grams: Decimal | None) -> PackPlan:
    """Where the measures do not meet: by the customary size of a handful or a stick, else one pack each."""
    if need.unit in _TRACES:
        return PackPlan(1 if need.qty else 0, None, None, PackNote.TRACE)
    usual = None
    if need.unit in _CUSTOMARY_GRAMS:
        usual = Amount(need.qty * _CUSTOMARY_GRAMS[need.unit], Unit.G)
    elif need.unit in _CUSTOMARY_ML:
        usual = Amount(need.qty * _CUSTOMARY_ML[need.unit], Unit.ML)
    if usual is not None:
        try:
            wanted = convert(usual, pack.unit, density_g_per_ml=density, piece_grams=piece_grams)
        except NotConvertible:
            return PackPlan(1, None, None, PackNote.SIZE_UNKNOWN)
        return _plan(wanted.qty, pack, False, PackNote.CUSTOMARY_SIZE)
    here, there = dimension_of(need.unit), dimension_of(pack.unit)
    if need.unit in _CONTAINERS:
        return _packs_each(need, PackNote.ONE_PACK_EACH)
    if here is Dimension.COUNT and there in {Dimension.LENGTH, Dimension.AREA}:
        return _packs_each(need, PackNote.ONE_PACK_EACH)
    if {here, there} <= {Dimension.COUNT, Dimension.MASS, Dimension.VOLUME}:
        return PackPlan(1 if need.qty else 0, None, None, PackNote.SIZE_UNKNOWN)
    raise CannotPack(need, pack, WhyNotPacked.OTHER_MEASURE)


def _packs_each(need: Amount, note: PackNote) -> PackPlan:
    return PackPlan(int(need.qty.to_integral_value(ROUND_CEILING)), None, None, note)


def _plan(wanted: Decimal, pack: Amount, other_system: bool, note: PackNote | None) -> PackPlan:
    packs = int((wanted / pack.qty).to_integral_value(ROUND_CEILING))
    if packs > 1 and _covers(packs - 1, wanted, pack):  # division rounds; multiplication is exact
        packs -= 1
    elif not _covers(packs, wanted, pack):
        packs += 1
    fewer = (packs - 1) * pack.qty
    if other_system and packs > 1 and fewer >= wanted * (1 - TOLERANCE):
        return PackPlan(
            packs - 1, Amount(fewer, pack.unit), Amount(Decimal(0), pack.unit), PackNote.WITHIN_TOLERANCE
        )
    covered = packs * pack.qty
    return PackPlan(
        packs, Amount(covered, pack.unit), Amount(max(covered - wanted, Decimal(0)), pack.unit), note
    )


def _covers(packs: int, wanted: Decimal, pack: Amount) -> bool:
    """Whether so many packs are enough; what conversion may have rounded off does not count."""
    return packs * pack.qty >= wanted * (1 - Decimal("1e-20"))


def _is_customary(unit: Unit) -> bool:
    return unit in _CUSTOMARY


def _cut_from_stock(cuts: Cuts, pack: Amount) -> PackPlan:
    stock = pack.qty
    if dimension_of(pack.unit) is not Dimension.LENGTH or dimension_of(cuts.unit) is not Dimension.LENGTH:
        raise CannotPack(cuts, pack, WhyNotPacked.OTHER_MEASURE)
    if sum(count for count, _ in cuts.pieces) > _MOST_PIECES:
        raise CannotPack(cuts, pack, WhyNotPacked.TOO_MANY)
    lengths = sorted(
        (
            convert(Amount(length, cuts.unit), pack.unit).qty
            for count, length in cuts.pieces
            for _ in range(count)
        ),
        reverse=True,
    )
    if lengths and lengths[0] > stock * (1 + Decimal("1e-20")):
        raise CannotPack(cuts, pack, WhyNotPacked.TOO_LONG)
    packs = _fewest_lengths(lengths, stock)
    covered = packs * stock
    leftover = max(covered - sum(lengths, Decimal(0)), Decimal(0))
    return PackPlan(packs, Amount(covered, pack.unit), Amount(leftover, pack.unit))


def _fewest_lengths(lengths: Sequence[Decimal], stock: Decimal) -> int:
    """How many lengths of stock the pieces (the longest first) need: first fit, then exact search if that may
    be improved on; after `_MOST_STEPS` steps of it the best found stands."""
    best = _first_fit(lengths, stock)
    at_least = int(
        (sum(lengths, Decimal(0)) / stock * (1 - Decimal("1e-20"))).to_integral_value(ROUND_CEILING)
    )
    while best > at_least and _fits(lengths, stock, best - 1):
        best -= 1
    return best


def _first_fit(lengths: Sequence[Decimal], stock: Decimal) -> int:
    room: list[Decimal] = []
    for length in lengths:
        place = next((i for i, left in enumerate(room) if left >= length), None)
        if place is None:
            room.append(stock)
            place = len(room) - 1
        room[place] -= length
    return len(room)


def _fits(lengths: Sequence[Decimal], stock: Decimal, packs: int) -> bool:
    """Whether so many lengths do, by depth-first search over where each piece is cut from."""
    stack: list[tuple[int, tuple[Decimal, ...]]] = [(0, (stock,) * packs)]
    seen: set[tuple[int, tuple[Decimal, ...]]] = set()
    for _ in range(_MOST_STEPS):
        if not stack:
            return False
        place, room = stack.pop()
        if place == len(lengths):
            return True
        if (place, room) in seen or sum(room) < sum(lengths[place:]):
            continue
        seen.add((place, room))
        length = lengths[place]
        for i in reversed(range(packs)):
            if room[i] >= length and room[i] not in room[:i]:
                left = sorted((*room[:i], room[i] - length, *room[i + 1 :]), reverse=True)
                stack.append((place + 1, tuple(left)))
    return False
