"""Units and amounts, and the exact arithmetic between them.

Factors are the legal or customary definitions: pound and ounce, inch and foot by the international agreement
of 1959; US kitchen measures from the gallon of 231 cubic inches; the metric, Australian, British and Japanese
kitchen measures by custom of the place (see `Measures`). Nothing here formats anything for people.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

__all__ = [
    "AUSTRALIAN",
    "JAPANESE",
    "METRIC",
    "US",
    "Amount",
    "Dimension",
    "Measures",
    "NotAnAmount",
    "NotConvertible",
    "Unit",
    "convert",
    "dimension_of",
    "measures_of",
    "tidied",
]


class Unit(StrEnum):
    """Every unit an amount can have. A bare count ("3 eggs") is `PIECE`."""

    G = "g"
    KG = "kg"
    LB = "lb"
    OZ = "oz"
    ML = "ml"
    CL = "cl"
    DL = "dl"
    L = "l"
    FL_OZ = "fl_oz"
    PINT = "pint"
    QUART = "quart"
    GALLON = "gallon"
    TSP = "tsp"
    TBSP = "tbsp"
    CUP = "cup"
    PIECE = "piece"
    CLOVE = "clove"
    CAN = "can"
    JAR = "jar"
    PACKET = "packet"
    BOX = "box"
    BAG = "bag"
    BOTTLE = "bottle"
    TUBE = "tube"
    TUB = "tub"
    ROLL = "roll"
    BUNCH = "bunch"
    HEAD = "head"
    STALK = "stalk"
    SPRIG = "sprig"
    LEAF = "leaf"
    SLICE = "slice"
    STICK = "stick"
    CUBE = "cube"
    BLOCK = "block"
    BALL = "ball"
    EAR = "ear"
    RACK = "rack"
    POD = "pod"
    STRAND = "strand"
    HANDFUL = "handful"
    PINCH = "pinch"
    DASH = "dash"
    SPLASH = "splash"
    KNOB = "knob"
    KNIFE_TIP = "knife_tip"
    GLASS = "glass"
    SHEET = "sheet"
    PAIR = "pair"
    MM = "mm"
    CM = "cm"
    M = "m"
    INCH = "inch"
    FOOT = "foot"
    YARD = "yard"
    M2 = "m2"
    FT2 = "ft2"


class Dimension(StrEnum):
    """What a unit measures. Units of `COUNT` are things of a kind and do not convert among themselves."""

    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    AREA = "area"
    COUNT = "count"


_GRAMS = {Unit.G: "1", Unit.KG: "1000", Unit.LB: "453.59237", Unit.OZ: "28.349523125"}
_METRIC_MILLILITRES = {Unit.ML: "1", Unit.CL: "10", Unit.DL: "100", Unit.L: "1000"}
_MILLIMETRES = {
    Unit.MM: "1",
    Unit.CM: "10",
    Unit.M: "1000",
    Unit.INCH: "25.4",
    Unit.FOOT: "304.8",
    Unit.YARD: "914.4",
}
_PIECES = {Unit.PIECE: 1, Unit.PAIR: 2}
_SQUARE_METRES = {Unit.M2: "1", Unit.FT2: "0.09290304"}


@dataclass(frozen=True)
class Measures:
    """The kitchen measures of one place, in millilitres."""

    tsp: Decimal
    tbsp: Decimal
    cup: Decimal
    fl_oz: Decimal
    pint: Decimal
    quart: Decimal
    gallon: Decimal

    def millilitres(self, unit: Unit) -> Decimal | None:
        """Millilitres in one `unit`, or None where it is no measure of volume."""
        by_place = {
            Unit.TSP: self.tsp,
            Unit.TBSP: self.tbsp,
            Unit.CUP: self.cup,
            Unit.FL_OZ: self.fl_oz,
            Unit.PINT: self.pint,
            Unit.QUART: self.quart,
            Unit.GALLON: self.gallon,
            # customary kitchen conventions: a pinch is 1/16, a dash 1/8, a knife tip 1/4 of a teaspoon
            Unit.PINCH: self.tsp / 16,
            Unit.DASH: self.tsp / 8,
            Unit.KNIFE_TIP: self.tsp / 4,
        }
        return by_place.get(unit)


_US_LIQUID = {
    "fl_oz": Decimal("29.5735295625"),
    "pint": Decimal("473.176473"),
    "quart": Decimal("946.352946"),
    "gallon": Decimal("3785.411784"),
}
_IMPERIAL_LIQUID = {
    "fl_oz": Decimal("28.4130625"),
    "pint": Decimal("568.26125"),
    "quart": Decimal("1136.5225"),
    "gallon": Decimal("4546.09"),
}
US = Measures(
    tsp=Decimal("4.92892159375"), tbsp=Decimal("14.78676478125"), cup=Decimal("236.5882365"), **_US_LIQUID
)
METRIC = Measures(tsp=Decimal(5), tbsp=Decimal(15), cup=Decimal(250), **_IMPERIAL_LIQUID)
AUSTRALIAN = Measures(tsp=Decimal(5), tbsp=Decimal(20), cup=Decimal(250), **_IMPERIAL_LIQUID)
JAPANESE = Measures(tsp=Decimal(5), tbsp=Decimal(15), cup=Decimal(200), **_IMPERIAL_LIQUID)


def measures_of(locale: str) -> Measures:
    """The kitchen measures of a place by its BCP 47 tag ("en-AU", "de"); a bare "en" is taken as US."""
    language, _, rest = locale.replace("_", "-").lower().partition("-")
    territory = rest.split("-")[-1]
    if territory == "au":
        return AUSTRALIAN
    if language == "ja":
        return JAPANESE
    if territory == "us" or (language == "en" and territory not in {"gb", "ie", "nz", "ca", "za", "in"}):
        return US
    return METRIC


@dataclass(frozen=True)
class Amount:
    """So much of a unit; with `qty_max` a range ("2-3 cloves"), otherwise None.

    Raises `NotAnAmount` for a quantity that is negative, beyond a million million or finer than 40 digits,
    and for a range that does not rise.
    """

    qty: Decimal
    unit: Unit
    qty_max: Decimal | None = None

    def __post_init__(self) -> None:
        top = self.qty if self.qty_max is None else self.qty_max
        if not (_is_sane(self.qty) and _is_sane(top)) or (self.qty_max is not None and top <= self.qty):
            raise NotAnAmount(self.qty, self.qty_max)

    @property
    def most(self) -> Decimal:
        """The upper end of a range, or the quantity itself: what is enough in any case."""
        return self.qty if self.qty_max is None else self.qty_max

    def times(self, factor: Decimal) -> "Amount":
        """This amount scaled, both ends of a range; a factor of zero leaves no range."""
        top = None if self.qty_max is None or not factor else self.qty_max * factor
        return Amount(self.qty * factor, self.unit, top)


class NotAnAmount(ValueError):
    """A quantity that is negative, not finite or absurd, or a range whose end is not above its start."""

    def __init__(self, qty: Decimal, qty_max: Decimal | None) -> None:
        super().__init__(f"{qty} to {qty_max} is not an amount")
        self.qty = qty
        self.qty_max = qty_max


class NotConvertible(ValueError):
    """No way leads from the amount to the unit, with the density and piece weight that were given."""

    def __init__(self, amount: Amount, to: Unit) -> None:
        super().__init__(f"{amount.qty} {amount.unit} cannot be had in {to}")
        self.amount = amount
        self.to = to


def dimension_of(unit: Unit) -> Dimension:
    """What the unit measures; kitchen conventions such as a pinch count as volume."""
    if unit in _GRAMS:
        return Dimension.MASS
    if unit in _METRIC_MILLILITRES or US.millilitres(unit) is not None:
        return Dimension.VOLUME
    if unit in _MILLIMETRES:
        return Dimension.LENGTH
    if unit in _SQUARE_METRES:
        return Dimension.AREA
    return Dimension.COUNT


def convert(
    amount: Amount,
    to: Unit,
    *,
    density_g_per_ml: Decimal | None = None,
    piece_grams: Decimal | None = None,
    measures: Measures = US,
) -> Amount:
    """The amount in another unit; ranges keep both ends.

    `density_g_per_ml` opens the way between mass and volume, `piece_grams` (grams in one of the counted unit)
    the way between count and mass. Raises `NotConvertible` where neither helps. Exact where the result has at
    most 28 digits, else rounded to 28.
    """
    if amount.unit is to:
        return amount
    factor = _factor(amount, to, density_g_per_ml, piece_grams, measures)
    top = None if amount.qty_max is None else _decimal(Fraction(amount.qty_max) * factor)
    low = _decimal(Fraction(amount.qty) * factor)
    return Amount(low, to, top if top is not None and top > low else None)


def tidied(amount: Amount) -> Amount:
    """The same amount in the larger metric unit where it reads better: 2500 g is 2.5 kg, 1500 ml is 1.5 l."""
    larger: Mapping[Unit, tuple[Unit, int]] = {
        Unit.G: (Unit.KG, 1000),
        Unit.ML: (Unit.L, 1000),
        Unit.MM: (Unit.M, 1000),
        Unit.CM: (Unit.M, 100),
    }
    if amount.unit not in larger:
        return amount
    unit, least = larger[amount.unit]
    return convert(amount, unit) if amount.qty >= least else amount


def _is_sane(qty: Decimal) -> bool:
    """Finite, not negative, and small enough to compute with exactly."""
    return qty.is_finite() and qty >= 0 and qty.adjusted() <= 12 and int(qty.as_tuple().exponent) >= -40


def _factor(
    amount: Amount, to: Unit, density: Decimal | None, piece_grams: Decimal | None, measures: Measures
) -> Fraction:
    """What one unit of the amount is in `to`."""
    here, there = dimension_of(amount.unit), dimension_of(to)
    if amount.unit in _PIECES and to in _PIECES:
        return Fraction(_PIECES[amount.unit], _PIECES[to])
    if here is Dimension.COUNT and there is Dimension.COUNT:
        raise NotConvertible(amount, to)
    if here is there:
        return _size(amount.unit, measures) / _size(to, measures)
    weighable = {Dimension.MASS, Dimension.VOLUME, Dimension.COUNT}
    if here not in weighable or there not in weighable:
        raise NotConvertible(amount, to)
    grams = [_grams_in(unit, density, piece_grams, measures) for unit in (amount.unit, to)]
    if grams[0] is None or grams[1] is None:
        raise NotConvertible(amount, to)
    return grams[0] / grams[1]


def _size(unit: Unit, measures: Measures) -> Fraction:
    """One of the unit in the base of its dimension: g, ml, mm or m2."""
    for table in (_GRAMS, _METRIC_MILLILITRES, _MILLIMETRES, _SQUARE_METRES):
        if unit in table:
            return Fraction(table[unit])
    return Fraction(measures.millilitres(unit) or 1)


def _grams_in(
    unit: Unit, density: Decimal | None, piece_grams: Decimal | None, measures: Measures
) -> Fraction | None:
    """Grams in one of the unit, as far as the density and the piece weight tell."""
    dimension = dimension_of(unit)
    if dimension is Dimension.MASS:
        return _size(unit, measures)
    if dimension is Dimension.VOLUME:
        return _size(unit, measures) * Fraction(density) if density else None
    return Fraction(piece_grams) if piece_grams else None


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
