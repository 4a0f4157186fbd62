"""How many packs cover a need, and what is left over.

Never less than needed, except by `TOLERANCE` where the need is told in another system of measures than the
pack (a pound of pasta is the 450 g packet). Lengths cut from stock are packed exactly where that is feasible.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from commerce.matching.cutting import Panel, fewest_lengths, fewest_sheets, length_of_strip
from commerce.units import US, Amount, Dimension, Measures, NotConvertible, Unit, convert, dimension_of

__all__ = [
    "TOLERANCE",
    "WHOLE_THINGS",
    "CannotPack",
    "Cuts",
    "PackNote",
    "PackPlan",
    "Panels",
    "WhyNotPacked",
    "packs_needed",
]

TOLERANCE = Decimal("0.01")
_MOST_PIECES = 400
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
# How many parts a whole has, roughly: cloves in a bulb, sticks of celery in a head, sprigs in a bunch
_PARTS = {
    Unit.CLOVE: Decimal(10),
    Unit.STALK: Decimal(8),
    Unit.SPRIG: Decimal(15),
    Unit.LEAF: Decimal(25),
    Unit.SLICE: Decimal(20),
}
WHOLE_THINGS = {
    Unit.PIECE, Unit.HEAD, Unit.BALL, Unit.EAR, Unit.BLOCK, Unit.SHEET, Unit.RACK, Unit.POD, Unit.BUNCH,
}  # fmt: skip
_WHOLES = WHOLE_THINGS | _CONTAINERS  # fmt: skip
_BUNCH_PACK_GRAMS = Decimal(150)
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

    def __init__(self, need: "Amount | Cuts | Panels", pack: Amount, reason: WhyNotPacked) -> None:
        super().__init__(f"{need} from {pack}: {reason}")
        self.need = need
        self.pack = pack
        self.reason = reason


@dataclass(frozen=True)
class Cuts:
    """Single pieces, each to be cut from one length: `pieces` are (count, length) in `unit`; every cut
    between two pieces takes `kerf`."""

    pieces: tuple[tuple[int, Decimal], ...]
    unit: Unit
    kerf: Decimal = Decimal(0)

    def times(self, count: int) -> "Cuts":
        return Cuts(tuple((n * count, length) for n, length in self.pieces), self.unit, self.kerf)


@dataclass(frozen=True)
class Panels:
    """Rectangular pieces, each to be cut from one sheet: `pieces` are (count, width, length) in `unit`."""

    pieces: tuple[tuple[int, Decimal, Decimal], ...]
    unit: Unit


@dataclass(frozen=True)
class PackPlan:
    """`packs` cover the need with `leftover` to spare, in the pack's unit; None where that is not known."""

    packs: int
    covered: Amount | None
    leftover: Amount | None
    note: str | None = None


def packs_needed(
    need: Amount | Cuts | Panels,
    pack: Amount,
    *,
    density_g_per_ml: Decimal | None = None,
    piece_grams: Decimal | None = None,
    measures: Measures = US,
    stock: Panel | None = None,
    tolerance: Decimal | None = None,
) -> PackPlan:
    """The fewest packs that cover the need, by its upper end where it is a range.

    `density_g_per_ml` and `piece_grams` are the item's; `stock` is the size of one of its sheets, or the
    width of its cloth, in the unit of the panels. `tolerance` is the share that may be missing; without one
    it is `TOLERANCE` between systems of measures and nothing else. Raises `CannotPack` where no number of
    packs does it: a piece longer than the stock, an empty pack, a length asked of what is sold by weight.
    """
    if pack.qty <= 0:
        raise CannotPack(need, pack, WhyNotPacked.EMPTY_PACK)
    if isinstance(need, Cuts):
        return _cut_from_stock(need, pack)
    if isinstance(need, Panels):
        return _cut_from_sheets(need, pack, stock)
    need = Amount(need.most, need.unit)
    note = PackNote.TRACE if need.unit in _TRACES else None
    other_system = _is_customary(need.unit) is not _is_customary(pack.unit)
    missing = tolerance if tolerance is not None else TOLERANCE if other_system else Decimal(0)
    countable = _countable(need, pack, piece_grams)
    if countable.unit is not need.unit and need.unit in _CUSTOMARY_GRAMS:
        note = PackNote.CUSTOMARY_SIZE
    try:
        wanted = convert(
            countable,
            pack.unit,
            density_g_per_ml=density_g_per_ml,
            piece_grams=piece_grams,
            measures=measures,
        )
    except NotConvertible:
        return _by_custom(need, pack, density_g_per_ml, piece_grams)
    return _plan(wanted.qty, pack, missing, note)


def _countable(need: Amount, pack: Amount, piece_grams: Decimal | None) -> Amount:
    """The need in a unit that has a way to the pack's: cloves to heads, things to things."""
    if need.unit is pack.unit:
        return need
    if need.unit is Unit.CLOVE:
        if pack.unit in {Unit.HEAD, Unit.PIECE} and not (piece_grams and pack.unit is Unit.PIECE):
            return Amount(need.qty / _PARTS[Unit.CLOVE], pack.unit)
        return Amount(need.qty * _CUSTOMARY_GRAMS[Unit.CLOVE], Unit.G)
    if need.unit in _PARTS and pack.unit in _WHOLES and not piece_grams:
        return Amount(need.qty / _PARTS[need.unit], pack.unit)
    if need.unit in _WHOLES and pack.unit in _WHOLES:
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
    if _is_bunch_pack(need, pack):
        return _packs_each(need, PackNote.ONE_PACK_EACH)
    if need.unit in _CUSTOMARY_GRAMS:
        usual = Amount(need.qty * _CUSTOMARY_GRAMS[need.unit], Unit.G)
    elif need.unit in _CUSTOMARY_ML:
        usual = Amount(need.qty * _CUSTOMARY_ML[need.unit], Unit.ML)
    if usual is not None:
        try:
            wanted = convert(usual, pack.unit, density_g_per_ml=density, piece_grams=piece_grams)
        except NotConvertible:
            return PackPlan(1, None, None, PackNote.SIZE_UNKNOWN)
        return _plan(wanted.qty, pack, Decimal(0), PackNote.CUSTOMARY_SIZE)
    here, there = dimension_of(need.unit), dimension_of(pack.unit)
    if need.unit in _CONTAINERS:
        return _packs_each(need, PackNote.ONE_PACK_EACH)
    if here is Dimension.COUNT and there in {Dimension.LENGTH, Dimension.AREA}:
        return _packs_each(need, PackNote.ONE_PACK_EACH)
    if {here, there} <= {Dimension.COUNT, Dimension.MASS, Dimension.VOLUME}:
        return PackPlan(1 if need.qty else 0, None, None, PackNote.SIZE_UNKNOWN)
    raise CannotPack(need, pack, WhyNotPacked.OTHER_MEASURE)


def _is_bunch_pack(need: Amount, pack: Amount) -> bool:
    """Herbs in a small pack: it stands for the bunch."""
    if need.unit is not Unit.BUNCH or dimension_of(pack.unit) is not Dimension.MASS:
        return False
    return convert(pack, Unit.G).qty <= _BUNCH_PACK_GRAMS


def _packs_each(need: Amount, note: PackNote) -> PackPlan:
    return PackPlan(int(need.qty.to_integral_value(ROUND_CEILING)), None, None, note)


def _plan(wanted: Decimal, pack: Amount, missing: Decimal, note: PackNote | None) -> PackPlan:
    """Packs for so much of the pack's unit, of which the share `missing` may be left out."""
    packs = int((wanted / pack.qty).to_integral_value(ROUND_CEILING))
    if packs > 1 and _covers(packs - 1, wanted, pack):  # division rounds; multiplication is exact
        packs -= 1
    elif not _covers(packs, wanted, pack):
        packs += 1
    enough = max(1, int((wanted * (1 - missing) / pack.qty).to_integral_value(ROUND_CEILING)))
    if missing and enough < packs and enough * pack.qty >= wanted * (1 - missing):
        covered = enough * pack.qty
        nothing = Amount(max(covered - wanted, Decimal(0)), pack.unit)
        return PackPlan(enough, Amount(covered, pack.unit), nothing, PackNote.WITHIN_TOLERANCE)
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
    kerf = convert(Amount(cuts.kerf, cuts.unit), pack.unit).qty
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
    packs = fewest_lengths([length + kerf for length in lengths], stock + kerf)  # no cut behind the last
    covered = packs * stock
    leftover = max(covered - sum(lengths, Decimal(0)), Decimal(0))
    return PackPlan(packs, Amount(covered, pack.unit), Amount(leftover, pack.unit))


def _cut_from_sheets(panels: Panels, pack: Amount, stock: Panel | None) -> PackPlan:
    """Panels out of sheets of the size `stock` (in the panels' unit), or out of cloth of its width."""
    pieces = [Panel(width, length) for count, width, length in panels.pieces for _ in range(count)]
    if len(pieces) > _MOST_PIECES:
        raise CannotPack(panels, pack, WhyNotPacked.TOO_MANY)
    if stock is None:
        area = sum((piece.width * piece.length for piece in pieces), Decimal(0)) * _square_metres(panels.unit)
        return packs_needed(Amount(area, Unit.M2), pack)
    if dimension_of(pack.unit) is Dimension.LENGTH:
        strip = length_of_strip(pieces, stock.width)
        if strip is None:
            raise CannotPack(panels, pack, WhyNotPacked.TOO_LONG)
        return packs_needed(Amount(strip, panels.unit), pack)
    sheets = fewest_sheets(pieces, stock)
    if sheets is None:
        raise CannotPack(panels, pack, WhyNotPacked.TOO_LONG)
    packs = int((sheets / pack.qty).to_integral_value(ROUND_CEILING))
    covered = packs * pack.qty
    return PackPlan(packs, Amount(covered, pack.unit), Amount(covered - sheets, pack.unit))


def _square_metres(unit: Unit) -> Decimal:
    return convert(Amount(Decimal(1), unit), Unit.M).qty ** 2
