"""Numbers, ranges and measures as people write them: "1 1/2", "2-3", "1 lb 4 oz", "2 x 400 g", "1.000,5"."""

import html
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from commerce.methods.lexicon import Lexicon, folded
from commerce.units import Amount, Dimension, NotAnAmount, NotConvertible, Unit, convert, dimension_of

__all__ = ["Measure", "Quantity", "added", "measure_at", "plain", "quantity_at", "unit_at"]

LONGEST_LINE = 400
_VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9",
    "⅒": "1/10",
}  # fmt: skip
_VULGAR_CHARACTER = re.compile(rf"(?:(?P<whole>\d)\s?)?(?P<vulgar>[{''.join(_VULGAR)}])")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e\x00-\x08\x0b-\x1f\x7f]")
_BULLET = re.compile(
    r"^(?:[\s•●▪▢□☐☑☒✓✔✅◦‣·*»>–—~≈±★☆◆◇■○◎♦➤►▸▶❖⬜-]|\[\s?[xX ]?\]|\d{1,2}[.)]\s+(?=\d))+(?=\s*\S)"
)
_MIXED = re.compile(
    r"(\d{1,4})(?:\s+|\s?-\s?|\s?(?:and|&|\+|und|et|y|e)\s)(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])"
)
_FRACTION = re.compile(r"(\d{1,4})\s?/\s?(\d{1,3})(?![\d/])")
_EITHER = re.compile(r"([1-9]\d{1,3})\s?/\s?([1-9]\d{1,3})(?![\d/.,])")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?P<sep>[.,'’\u00a0\u202f])\d{3})(?:(?P=sep)\d{3})*(?![\d.,])")
_SPACED = re.compile(r"[1-9]\d{0,2} 000(?!\d)")
_ACROSS = re.compile(r"[x×]\d{1,2}(?:(?=[x×\"'])|(?![\w.,/]))", re.IGNORECASE)
_DECIMAL = re.compile(r"\d{1,7}(?:[.,]\d{1,4})?(?!\d)|[.,]\d{1,4}(?!\d)")


@dataclass(frozen=True)
class Quantity:
    """A number or a rising range read from a text, and where the reading ended."""

    low: Decimal
    high: Decimal | None
    end: int


@dataclass(frozen=True)
class Measure:
    """An amount read from a text, and where the reading ended."""

    amount: Amount
    end: int


def plain(text: str) -> str:
    """The line without bullets, invisible characters and vulgar fractions, at most `LONGEST_LINE` long."""
    text = text[: 4 * LONGEST_LINE]
    text = _INVISIBLE.sub("", html.unescape(text) if "&" in text else text).translate(_FULL_WIDTH)
    text = text.replace("⁄", "/").replace("″", '"').replace("”", '"').replace("“", '"').replace("′", "'")
    text = _VULGAR_CHARACTER.sub(_spelled_fraction, text)
    return _BULLET.sub("", " ".join(text.split())).strip()[:LONGEST_LINE].strip()


def quantity_at(text: str, start: int, words: Lexicon) -> Quantity | None:
    """The number or range that begins exactly at `start`, or None."""
    either = _EITHER.match(text, start)
    if either and int(either[1]) < int(either[2]) and either[2] not in {"16", "32", "64"}:
        return Quantity(Decimal(either[1]), Decimal(either[2]), either.end())  # "200/250 g"
    first = _number_at(text, start, words)
    if first is None:
        return None
    low, end = first
    joint = words.range.match(text, end)
    if joint and _may_join(text, end, joint):
        second = _number_at(text, joint.end(), words, digits_only=True)
        if second is not None and second[0] > low and not _is_across(text, second[1], words):
            return Quantity(low, second[0], second[1])
    return Quantity(low, None, end)


def unit_at(text: str, start: int, words: Lexicon) -> tuple[Unit, int] | None:
    """The unit named at `start` (after blanks or a hyphen) and where it ends."""
    start = _skip(text, start, " -")
    if words.not_units.match(text, start):
        return None
    exact = words.exact_unit.match(text, start)
    if exact:
        return words.exact_units[exact["word"]], exact.end()
    found = words.unit.match(text, start)
    if found is None:
        return None
    return words.units[folded(found["word"])], found.end()


def measure_at(text: str, start: int, words: Lexicon) -> Measure | None:
    """A quantity with its unit at `start`, with a range whose ends name their units and with what is added
    ("1 cup to 2 cups", "1 lb 4 oz", "1 cup plus 2 tbsp")."""
    first = _simple_measure_at(text, start, words)
    if first is None:
        return None
    return _ranged(text, first, words) or _composed(text, first, words) or first


def _simple_measure_at(text: str, start: int, words: Lexicon) -> Measure | None:
    quantity = quantity_at(text, start, words)
    if quantity is None:
        return None
    unit = unit_at(text, quantity.end, words)
    if unit is None:
        return None
    try:
        return Measure(Amount(quantity.low, unit[0], quantity.high), unit[1])
    except NotAnAmount:
        return None


def _ranged(text: str, first: Measure, words: Lexicon) -> Measure | None:
    joint = words.range.match(text, first.end)
    if joint is None or first.amount.qty_max is not None or not _may_join(text, first.end, joint):
        return None
    second = _simple_measure_at(text, joint.end(), words)
    if second is None:
        return None
    try:
        top = convert(second.amount, first.amount.unit)
        if top.qty > 4 * first.amount.qty and joint["word"].isalpha():
            return None
        return Measure(Amount(first.amount.qty, first.amount.unit, top.qty), second.end)
    except (NotConvertible, NotAnAmount):
        return None


def _composed(text: str, first: Measure, words: Lexicon) -> Measure | None:
    """The sum of two measures of one kind, in the unit of the first; the second must be of a smaller unit."""
    joint = words.plus.match(text, first.end)
    second = _simple_measure_at(text, joint.end() if joint else _skip(text, first.end, " ,"), words)
    if second is None:
        return None
    if second.amount.unit is first.amount.unit and joint is None:
        return None
    if joint is None and _tells_kind(text[first.end : second.end]):
        return None
    total = added(first.amount, second.amount)
    if total is None or (joint is None and not _is_part(first.amount.unit, second.amount.unit)):
        return None
    return Measure(total, second.end)


def _tells_kind(measure: str) -> bool:
    """ "10 ft 3/4-in. pipe": a fraction with its unit behind a hyphen is no part of the length before it."""
    return re.search(r"\d-[^\W\d_]", measure) is not None


def added(first: Amount, second: Amount) -> Amount | None:
    """The sum of two measures of one kind, in the unit of the first; None where they cannot be added."""
    if dimension_of(first.unit) is Dimension.COUNT or first.qty_max is not None or second.qty_max is not None:
        return None
    try:
        return Amount(first.qty + convert(second, first.unit).qty, first.unit)
    except (NotConvertible, NotAnAmount):
        return None


def _is_part(whole: Unit, part: Unit) -> bool:
    """Pairs written side by side without a word between: 1 lb 4 oz, 1 ft 6 in, 1 m 20 cm, 1 kg 500 g."""
    return (whole, part) in {
        (Unit.LB, Unit.OZ),
        (Unit.FOOT, Unit.INCH),
        (Unit.M, Unit.CM),
        (Unit.KG, Unit.G),
        (Unit.L, Unit.ML),
        (Unit.CUP, Unit.TBSP),
        (Unit.TBSP, Unit.TSP),
        (Unit.YARD, Unit.FOOT),
        (Unit.YARD, Unit.INCH),
    }


def _number_at(
    text: str, start: int, words: Lexicon, *, digits_only: bool = False
) -> tuple[Decimal, int] | None:
    start = _skip(text, start, " ")
    spelled = words.number.match(text, start)
    if spelled and not (digits_only and words.numbers[folded(spelled["word"])] == 1):
        return words.numbers[folded(spelled["word"])], spelled.end()
    found = _digits_at(text, start, words)
    if found is None or text[found[1] : found[1] + 1] in {"%", "°"} or text[found[1] : found[1] + 2] == " %":
        return None
    return found


def _digits_at(text: str, start: int, words: Lexicon) -> tuple[Decimal, int] | None:
    mixed = _MIXED.match(text, start)
    if mixed and 0 < int(mixed[2]) < int(mixed[3]):
        return _decimal(int(mixed[1]) + Fraction(int(mixed[2]), int(mixed[3]))), mixed.end()
    fraction = _FRACTION.match(text, start)
    if fraction and int(fraction[1]) >= max(10, int(fraction[2])):
        return None  # "12/2 cable", "50/50 mix"
    if fraction and int(fraction[2]) and int(fraction[1]):
        return _decimal(Fraction(int(fraction[1]), int(fraction[2]))), fraction.end()
    grouped = _GROUPED.match(text, start)
    if grouped and (grouped["sep"] not in ".," or (grouped["sep"] == ",") is (words.language == "en")):
        return Decimal(re.sub(r"\D", "", grouped[0])), grouped.end()
    spaced = _SPACED.match(text, start) if words.language != "en" else None
    if spaced:
        return Decimal(spaced[0].replace(" ", "")), spaced.end()
    number = _DECIMAL.match(text, start)
    if number is None:
        return None
    value = Decimal("0" + number[0].replace(",", "."))
    return (value, number.end()) if value else None


def _is_across(text: str, end: int, words: Lexicon) -> bool:
    """ "1 - 2x4 stud": the number that ends there measures across a thing, and no range ends with it."""
    across = _ACROSS.match(text, end)
    unit = unit_at(text, across.end(), words) if across else None
    held = unit is not None and dimension_of(unit[0]) in {Dimension.MASS, Dimension.VOLUME}
    return across is not None and not held


def _may_join(text: str, end: int, joint: re.Match[str]) -> bool:
    """A word joins two numbers only when it stands apart ("2 to 3"), a dash always does."""
    return not joint["word"].isalpha() or text[end : end + 1].isspace()


def _skip(text: str, start: int, characters: str) -> int:
    while start < len(text) and text[start] in characters:
        start += 1
    return start


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _spelled_fraction(found: re.Match[str]) -> str:
    return f"{found['whole']} {_VULGAR[found['vulgar']]}" if found["whole"] else _VULGAR[found["vulgar"]]
