"""Whether an item has the size that is asked for: 4 x 40 mm, M8, 120 grit, 18 V."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from commerce.matching.stock import without_cuts
from commerce.matching.timber import dressed_size
from commerce.units import Amount

__all__ = ["size_loss", "without_grade"]

_NUMBER = r"((?:\d+[ -])?\d{1,2}/(?:[2348]|16|32|64)(?!\d)|\d+(?:[.,]\d+)?)"
_ANY = re.compile(r"\d+(?:[.,]\d+)?")
_UNIT = r"(mm|cm|inch(?:es)?|in(?!\s)|\"|zoll|pouces?)(?![\w²])"
_MEASURE = re.compile(rf"{_NUMBER}(?:[\s-]?{_UNIT})?", re.IGNORECASE)
_LENGTH = re.compile(
    rf"(?<![\w.,/])(?:{_NUMBER}(?:\s?{_UNIT})?\s?[x×/]\s?)*{_NUMBER}[\s-]?{_UNIT}"
    rf"|(?<![\w.,/]){_NUMBER}(?:\s?[x×]\s?{_NUMBER})+(?![\w.,])",
    re.IGNORECASE,
)
"""One length or several across, which have the unit of the last: "40 mm", "4 x 40 mm", "38x89"."""
_RANGE = re.compile(rf"(?<![\w.,/-]){_NUMBER}\s?(?:-|–|to|bis|à|a)\s?{_NUMBER}\s?{_UNIT}", re.IGNORECASE)
""" "5-10 mm": a set of all between."""
_RUN = re.compile(rf"(?<![\w.,/]){_NUMBER}\s?(m|ft)\b", re.IGNORECASE)
_GRADE = re.compile(
    r"(?<!\w)(?:(\d{2,4})[\s-]?grit|(?:grit|körnung|korn|grain|grano|grana)\s?:?\s?(\d{2,4})|[KP](\d{2,4}))(?!\w)",
    re.IGNORECASE,
)
"""How coarse an abrasive is."""
_MARKS = {
    "thread": re.compile(r"(?<!\w)(?:M\s?(\d{1,2})|m([4-9]|[12]\d))(?![\w²])"),
    "gauge": re.compile(r"(?:(?<!\w)no\.?\s?|#\s?)(\d{1,2})(?!\d)", re.IGNORECASE),
    "wire": re.compile(r"(?<!\w)(\d{1,2})[\s-]?(?:awg|gauge)(?!\w)", re.IGNORECASE),
    "section": re.compile(
        rf"(?<!\w)\dG{_NUMBER}|(?<![\w.,]){_NUMBER}\s?(?:mm²|mm2|qmm)(?!\w)", re.IGNORECASE
    ),
    "volt": re.compile(rf"(?<![\w.,]){_NUMBER}\s?(?:v|volt)(?!\w)", re.IGNORECASE),
    "watt": re.compile(rf"(?<![\w.,]){_NUMBER}\s?(?:w|watt)(?!\w)", re.IGNORECASE),
    "grade": _GRADE,
}
_INCH = Fraction(254, 10)
_MILLIMETRES = {"mm": Fraction(1), "cm": Fraction(10)}
_NOMINAL = Fraction(6, 100)
"""Half an inch is sold as 12 mm where one buys in millimetres."""
_WRONG = 25
_OTHER = 6


@dataclass(frozen=True)
class _Span:
    """A size, or all from `low` to `high`; lengths in millimetres, and whether they are told in inches."""

    low: Fraction
    high: Fraction
    in_inches: bool = False


def size_loss(asked: str, names: Sequence[str], pack: Amount) -> int:
    """What an item loses whose names tell other measures than those asked: much where they make it another
    thing (a thread, a thickness, several measures), little for how long it is. The first name is its title.
    """
    dressed = set(dressed_size(asked) or ())
    asked = without_cuts(asked, pack)
    numbers = set(_ANY.findall(asked.replace(",", ".")))
    there = [set(_ANY.findall(name.replace(",", "."))) for name in names]
    if dressed and any(dressed <= known for known in there):
        return 0
    wanted, told = _marks([asked]), _marks(names)
    if any(kind in told and not _agree(sizes, told[kind]) for kind, sizes in wanted.items()):
        return _WRONG
    if numbers and any(numbers <= known for known in there):
        return 0
    if (dressed or len(numbers) > 1) and len(there[0]) > 1:
        return _WRONG
    long, sold = (set(_RUN.findall(text.lower())) for text in (asked, names[0]))
    return _OTHER if long and sold and not long & sold else 0


def without_grade(name: str) -> str:
    """A name without how coarse it is, which is compared as a size: "120 grit sandpaper"."""
    return " ".join(_GRADE.sub(" ", name).split()) or name


def _marks(names: Sequence[str]) -> Mapping[str, set[_Span]]:
    """By their kind the measures that tell one thing from another."""
    found = {"length": {size for name in names for size in _lengths(name)}}
    for kind, pattern in _MARKS.items():
        values = (
            _value(next(filter(None, mark.groups()))) for name in names for mark in pattern.finditer(name)
        )
        found[kind] = {_Span(value, value) for value in values}
    return {kind: sizes for kind, sizes in found.items() if sizes}


def _lengths(name: str) -> Iterator[_Span]:
    for span in _RANGE.finditer(name):
        unit = _MILLIMETRES.get(span[3].lower(), _INCH)
        yield _Span(_value(span[1]) * unit, _value(span[2]) * unit, unit is _INCH)
    for run in _LENGTH.finditer(_RANGE.sub(" ", name)):
        sign = "mm"
        for number, own in reversed(_MEASURE.findall(run[0])):
            sign = (own or sign).lower()
            length = _value(number) * _MILLIMETRES.get(sign, _INCH)
            yield _Span(length, length, sign not in _MILLIMETRES)


def _agree(wanted: set[_Span], told: set[_Span]) -> bool:
    """Whether one of the wanted sizes is there; of inches and millimetres the nominal ones."""
    return any(
        size.low <= other.high * (1 + play) and other.low <= size.high * (1 + play)
        for size in wanted
        for other in told
        for play in [_NOMINAL if size.in_inches is not other.in_inches else 0]
    )


def _value(number: str) -> Fraction:
    """ "1 1/2", "3/4" and "2,5" as numbers; 0 where it is none."""
    whole, _, part = number.replace("-", " ").replace(",", ".").rpartition(" ")
    numerator, _, denominator = part.partition("/")
    if denominator and not int(denominator):
        return Fraction(0)
    return Fraction(whole or 0) + (
        Fraction(int(numerator), int(denominator)) if denominator else Fraction(part)
    )
