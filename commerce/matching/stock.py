"""Stock that pieces are cut from, as titles and sizes tell it: sheets, cloth of a width, lengths."""

import re
from decimal import Decimal

from commerce.matching.cutting import Panel
from commerce.matching.packs import Cuts, Panels
from commerce.units import Amount, Dimension, Unit, convert, dimension_of

__all__ = [
    "NUMBER", "UNIT_SIGNS", "across_of", "decimal_of", "pieces_to_cut", "stock_of", "without_cuts",
]  # fmt: skip

NUMBER = r"((?<!\d)(?<!\d[.,])\d{1,6}(?:[.,]\d{1,4})?(?!\d))"
"""A measure; with more digits it is the number of an article."""
_ACROSS = re.compile(
    rf"{NUMBER}\s?((?a:mm|cm|m|in|inch|ft|\"|'))?\s?[x×*]\s?{NUMBER}\s?((?a:mm|cm|m|in|inch|ft|\"|'))?"
    rf"(?:\s?[x×*]\s?{NUMBER}\s?((?a:mm|cm|m|in|inch|ft|\"|'))?)?(?!\w)",
    re.IGNORECASE,
)
_WIDTH = re.compile(
    rf"{NUMBER}\s?((?a:mm|cm|m|in|inch))\s?(?:wide|width|breit|de large|de ancho|di larghezza|幅)"
    rf"|(?:width|breite|largeur|laize|ancho|larghezza|altezza|幅)\s?:?\s?{NUMBER}\s?((?a:mm|cm|m|in|inch))",
    re.IGNORECASE,
)
_LENGTH = re.compile(rf"{NUMBER}\s?((?a:mm|cm|m|in|inch|ft|feet|foot|\"|'))(?!\w)", re.IGNORECASE)
_FEET = re.compile(r"\d\s?(?:ft|feet|foot|')(?!\w)", re.IGNORECASE)
_SOLD_AS = Decimal("1.02")
"""What is sold as 8 ft where lengths are in feet is sold as 2.4 m elsewhere."""
_SMALLEST_SIDE = 50
"""Millimetres: with a smaller side it is a strip or a cross section, not a panel."""
_SHORTEST_LENGTH = 100
UNIT_SIGNS = {unit.value: unit for unit in Unit} | {
    "in": Unit.INCH,
    '"': Unit.INCH,
    "ft": Unit.FOOT,
    "feet": Unit.FOOT,
    "'": Unit.FOOT,
}


def pieces_to_cut(need: Amount, size: str | None, title: str, pack: Amount) -> Amount | Cuts | Panels:
    """Pieces of a size ("4", "600 x 300 mm") as what is cut, where the item is stock to cut from: sheets,
    cloth of a width, lengths. The need as it is where its size tells nothing to cut, or the item is sold in
    pieces."""
    if need.unit is not Unit.PIECE or not size or need.most != int(need.most):
        return need
    count, across = int(need.most), across_of(size, Unit.MM)
    by_length = dimension_of(pack.unit) is Dimension.LENGTH
    if across and (pack.unit is Unit.SHEET or (by_length and _WIDTH.search(title))):
        told = across.width >= _SMALLEST_SIDE and (not by_length or across.length >= _SMALLEST_SIDE)
        return Panels(((count, across.width, across.length),), Unit.MM) if told else need
    length = _length_in(size) if by_length else None
    if length is None and by_length and across and across.length >= _SHORTEST_LENGTH:
        length = across.length
    if length is None:
        return need
    stock = convert(pack, Unit.MM).qty
    in_feet = _FEET.search(size) is not None
    return Cuts(((count, min(length, stock) if in_feet and length <= stock * _SOLD_AS else length),), Unit.MM)


def without_cuts(asked: str, pack: Amount) -> str:
    """A name or size without the measures of what is to be cut from such stock: of sheets the sides (their
    thickness is kept), of lengths the length (a cross section is kept)."""
    by_length = dimension_of(pack.unit) is Dimension.LENGTH
    if not by_length and pack.unit is not Unit.SHEET:
        return asked

    def kept(found: re.Match[str]) -> str:
        sides = _sides(found[0], Unit.MM)
        smallest = _SHORTEST_LENGTH if by_length else _SMALLEST_SIDE
        if sides is None or sides[-2] < smallest:
            return found[0]
        return f" {sides[0].normalize():f} mm " if len(sides) == 3 else " "

    asked = _ACROSS.sub(kept, asked)
    return _LENGTH.sub(lambda found: " " if _is_long(found) else found[0], asked) if by_length else asked


def _is_long(found: re.Match[str]) -> bool:
    return (
        convert(Amount(decimal_of(found[1]), UNIT_SIGNS[found[2].lower()]), Unit.MM).qty >= _SHORTEST_LENGTH
    )


def _length_in(size: str) -> Decimal | None:
    """The length in millimetres that a size tells beside measures across: "24 x 48 mm, 60 cm"."""
    told = [
        convert(Amount(decimal_of(found[1]), UNIT_SIGNS[found[2].lower()]), Unit.MM).qty
        for found in _LENGTH.finditer(_ACROSS.sub(" ", size))
    ]
    return max((one for one in told if one >= _SHORTEST_LENGTH), default=None)


def stock_of(title: str, pack: Amount, unit: Unit) -> Panel | None:
    """The sheet that the title tells, or a cloth of its width, in `unit`."""
    if dimension_of(pack.unit) is Dimension.LENGTH:
        found = _WIDTH.search(title)
        if found is None:
            return None
        told = Amount(decimal_of(found[1] or found[3]), UNIT_SIGNS[(found[2] or found[4]).lower()])
        return Panel(convert(told, unit).qty, Decimal("Infinity"))
    return across_of(title, unit)


def across_of(title: str, unit: Unit) -> Panel | None:
    """The two larger of the measures across: "2440 x 1220 x 18 mm" is a sheet of 2440 by 1220 mm."""
    sides = _sides(title, unit)
    return Panel(sides[-2], sides[-1]) if sides else None


def _sides(title: str, unit: Unit) -> list[Decimal] | None:
    """The measures across that stand first in a title, in `unit`, the smallest first."""
    found = _ACROSS.search(title)
    if found is None:
        return None
    last = next((found[group] for group in (6, 4, 2) if found[group]), "mm")
    sides = sorted(
        convert(Amount(decimal_of(found[group]), UNIT_SIGNS[(found[group + 1] or last).lower()]), unit).qty
        for group in (1, 3, 5)
        if found[group] and decimal_of(found[group])
    )
    return sides if len(sides) > 1 else None


def decimal_of(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
