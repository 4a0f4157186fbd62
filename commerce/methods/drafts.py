"""A line while it is read: what has been found so far and what is still to be read."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from commerce.methods.components import Kind
from commerce.methods.lexicon import Lexicon
from commerce.units import Amount, Dimension, NotAnAmount, Unit

__all__ = [
    "CONTAINERS",
    "CROSS_SECTION",
    "DIMENSION",
    "EDGES",
    "MEASURED",
    "VAGUE_UNITS",
    "Draft",
    "after",
    "amount_of",
    "blanks",
    "count_of",
    "split_by",
    "take_sizes",
]

_NUMBER = r"\d+(?:[ -]\d+/\d+|/\d+(?:-\d\d(?!\d))?|[.,]\d+)?(?!\d)"
_LENGTH = r"""(?:[\s-]?(?:mm[²2]?|cm|m|in\.?|inch(?:es)?|ft\.?|feet|["'])(?![^\WxX]))?"""
DIMENSION = re.compile(
    rf"(?<![\w/.,])(?:\#|no\.?\s|M|[Ø⌀]\s?)?{_NUMBER}{_LENGTH}(?:\s?(?:[x×*]|by)\s?{_NUMBER}{_LENGTH}){{1,2}}s?(?!\w)"
    rf"|[Ø⌀]\s?{_NUMBER}{_LENGTH}(?!\w|[.,/]\d|\s?[mc]m)"
    r"|(?<![\w/-])\d/\d{1,2}-\d\d(?![\w/])|(?<!\w)M\d{1,2}(?!\w)|(?<!\w)\#\d{1,2}(?!\w)",
    re.IGNORECASE,
)
CROSS_SECTION = re.compile(
    r"(?<![\w.,×])(?<![x×] )(?:\d[xXgG×])?\d+(?:[.,]\d+)?\s?(?:mm²|mm2|sq\.? ?mm|qmm)(?!\w)", re.IGNORECASE
)
EDGES = " \t,;:.*–—-/|=~!+†‡Ø⌀"
MEASURED = {Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH, Dimension.AREA}
CONTAINERS = {Unit.BOX, Unit.PACKET, Unit.BAG, Unit.TUB, Unit.JAR, Unit.CAN}
VAGUE_UNITS = {
    Unit.PINCH, Unit.DASH, Unit.SPLASH, Unit.KNOB, Unit.HANDFUL, Unit.BUNCH, Unit.KNIFE_TIP, Unit.SPRIG,
    Unit.CLOVE,
}  # fmt: skip


@dataclass
class Draft:
    """What has been found of one line so far; `rest` is what is still to be read."""

    rest: str
    words: Lexicon
    kind: Kind
    amount: Amount | None = None
    unit_word: str = ""
    vague: bool = False
    optional: bool = False
    unknown_unit: bool = False
    sizes: list[str] = field(default_factory=list)
    preparations: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    told_again: list[str] = field(default_factory=list)
    """The amount in other units, which says nothing new unless the first is a pack of no fixed size."""


def take_sizes(draft: Draft, text: str, start: int) -> int:
    """Note the words of size at `start` ("large", "mittelgroße") and give where they end."""
    for _ in range(3):
        found = draft.words.size.match(text, start)
        if found is None or draft.words.keep.match(text, start) or not text[found.end() :].strip(EDGES):
            break
        draft.sizes.append(found["word"])
        start = blanks(text, found.end(), " ,")
    return start


def split_by(pattern: re.Pattern[str], text: str) -> list[str]:
    parts, start = [], 0
    for found in pattern.finditer(text):
        parts.append(text[start : found.start()])
        start = found.end()
    return [*parts, text[start:]]


def after(pattern: re.Pattern[str], text: str, start: int) -> int:
    for _ in range(3):
        found = pattern.match(text, start)
        if found is None or found.end() == start:
            break
        start = found.end()
    return start


def blanks(text: str, start: int, characters: str = " ") -> int:
    while start < len(text) and text[start] in characters:
        start += 1
    return start


def count_of(low: Decimal, high: Decimal | None) -> Amount | None:
    return amount_of(low, Unit.PIECE, high)


def amount_of(low: Decimal, unit: Unit, high: Decimal | None) -> Amount | None:
    try:
        return Amount(low, unit, high)
    except NotAnAmount:
        return None
