"""Packs of a told content ("2 cans of 400 g", "1 box of 100 screws"), where the item is packed otherwise."""

import re
from decimal import Decimal

from commerce.matching.stock import NUMBER, UNIT_SIGNS, decimal_of
from commerce.matching.wording import PIECES
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["by_contents"]

_FRACTION = re.compile(r"(?<![\w.,/])(?:(\d{1,2})\s)?(\d{1,2})/([2348])(?=[\s-]?[a-z])", re.IGNORECASE)
_MEASURE = re.compile(rf"{NUMBER}[\s-]?(kg|g|ml|cl|l|lbs?|oz|ounces?|gramm?|pounds?)(?!\w)\.?", re.IGNORECASE)
_ACROSS = re.compile(
    r"\d+(?:[.,]\d+)?\s?[x×]\s?\d[\d.,]*(?:\s?[x×]\s?\d[\d.,]*)?\s?(?:mm|cm|in|\")?", re.IGNORECASE
)
_COUNT = re.compile(rf"(?<![\w.,/])(\d{{1,4}})\s*(?:$|(?:{'|'.join(PIECES)})(?!\w))", re.IGNORECASE)
"""So many things; "10 metres", "120 grit" and "60 watt" are none."""
_TOGETHER = re.compile(r"total|gesamt|zusammen|en tout|in tutto|complessiv", re.IGNORECASE)
_SIGNS = UNIT_SIGNS | {
    "lbs": Unit.LB,
    "pound": Unit.LB,
    "pounds": Unit.LB,
    "ounce": Unit.OZ,
    "ounces": Unit.OZ,
    "gram": Unit.G,
    "gramm": Unit.G,
}
_PACKS = {Unit.CAN, Unit.JAR, Unit.PACKET, Unit.BOX, Unit.BAG, Unit.BOTTLE, Unit.TUBE, Unit.TUB}
_THINGS = {Unit.BALL, Unit.ROLL, Unit.BLOCK}
"""Have no size of their own either, and are sold by weight."""
_LEAST, _MOST = Decimal("0.8"), Decimal("1.25")
"""A can of 400 g does for one of 14.5 oz."""


def by_contents(need: Amount, size: str | None, title: str, pack: Amount) -> Amount:
    """Packs whose content the size tells, as that content, or as so many more of smaller packs of the item;
    the need as it is where nothing is told, or the item's packs are about as big."""
    if need.unit not in _PACKS | _THINGS or not size or _TOGETHER.search(size):
        return need
    content = _measure_in(size)
    if content is None:
        count = _COUNT.search(_ACROSS.sub(" ", size)) if pack.unit is Unit.PIECE else None
        return Amount(need.most * Decimal(count[1]), Unit.PIECE) if count and int(count[1]) else need
    if dimension_of(pack.unit) is Dimension.COUNT:
        one = _measure_in(title)
        share = _ratio(content, one) if one else None
        return need if share is None or _LEAST <= 1 / share <= _MOST else need.times(share)
    share = _ratio(content, pack)
    if share is not None and _LEAST <= 1 / share <= _MOST and need.unit in _THINGS:
        return Amount(need.most * pack.qty, pack.unit)
    if share is None or _LEAST <= 1 / share <= _MOST:
        return need
    return Amount(need.most * content.qty, content.unit)


def _measure_in(text: str) -> Amount | None:
    """The first weight or volume in a text, "2 1/4-oz." among them."""
    found = _MEASURE.search(_FRACTION.sub(_decimal_fraction, text))
    unit = _SIGNS[found[2].lower()] if found else None
    return Amount(decimal_of(found[1]), unit) if found and unit and decimal_of(found[1]) else None


def _decimal_fraction(found: re.Match[str]) -> str:
    return f"{Decimal(found[1] or 0) + Decimal(found[2]) / Decimal(found[3]):f}"


def _ratio(content: Amount, other: Amount) -> Decimal | None:
    try:
        told = convert(content, other.unit).qty
    except NotConvertible:
        return None
    return told / other.qty if told and other.qty else None
