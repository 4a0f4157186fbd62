"""Figures in a seller's answer: prices, bare numbers, quantities, percentages, and what is none of them."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from commerce.date_words import folded
from commerce.money import minor_digits
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.words.counting import NUMBERS, UNITS, number_of, one_of, unit_of
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import LONE, PERCENT
from commerce.units import Amount, Dimension, Unit, dimension_of

__all__ = [
    "FIGURE",
    "MOST_MINOR",
    "SPACED",
    "Figure",
    "amount_of",
    "need_of",
    "read_figure",
    "rounded",
    "ways_to_count",
    "whole_of",
]

MOST_MINOR = 100_000_000
"""A price above a million major units is no price of a line."""

_MARKS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "e": "EUR", "$": "USD", "usd": "USD",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "£": "GBP", "gbp": "GBP", "quid": "GBP", "chf": "CHF",
    "fr.": "CHF", "sfr": "CHF", "franken": "CHF", "francs": "CHF", "¥": "JPY", "jpy": "JPY", "yen": "JPY",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "kr": "SEK", "kronor": "SEK", "kronen": "DKK", "zl": "PLN",
    "zł": "PLN", "zloty": "PLN", "pln": "PLN", "kc": "CZK", "czk": "CZK", "huf": "HUF", "forint": "HUF",
    "lei": "RON", "ron": "RON", "lira": "TRY", "rupees": "INR",
}  # fmt: skip
_CROWNS = {"kr", "kronor", "kronen"}
"""Of whichever country; in an inquiry in crowns its own."""
_FOREIGN_MINOR = {"pence": "GBP", "rappen": "CHF"}
_UNIT, _WORDS = one_of(UNITS), one_of(NUMBERS)
_LONE = rf"(?:(?:{'|'.join(LONE)})\s)?"
_TAILS = one_of(word for word, n in NUMBERS.items() if 10 <= n < 100)
_NAMES = one_of(mark for mark in _MARKS if mark.isalpha())
_MARK = rf"€|\$|£|¥|e(?=\d\d(?!\d))|(?:{_NAMES})(?![a-z0-9])"
SPACED = rf"[1-9]\d?(?:[ \u00a0\u202f]\d{{3}})+(?=[.,]\d\d(?!\d)|(?:[.,]\d\d)?[^\S\n]?(?:{_MARK}))"
"""Thousands parted by a space, as in "1 250,50" and "1 250 €"; a mark or the cents tell."""
_RATE = re.compile(r"[^\S\n]?(?:/|(?:pro|per|par|je|le|la|a|an|the|each|der|die|das)\b)")
_PENCE = r"p(?!\.? ?(?:st|stk|stck|stuck|kg|pers)\b)"
"""In German "p. St." is by the piece."""
_ONE_EURO = r"|an?(?= euro\b)"
FIGURE = re.compile(
    rf"(?<![\w.,])(?P<before>€|\$|£|¥|(?:eur|usd|gbp|chf)(?=[\s\d]))?[^\S\n]?(?P<minus>[-−](?=[€$£¥]?\d))?[^\S\n]?(?P<lead>[€$£¥][^\S\n]?)?"
    rf"(?:(?P<whole>{SPACED}|\d{{1,12}})(?:(?P<frac>(?:[.,']\d{{3}})+(?:[.,]\d{{1,2}})?(?![.,]?\d)|[.,]\d{{1,3}}(?![.,]?\d))"
    rf"(?P<dashed>[.,][-–—]{{1,2}})?|(?P<dash>[.,][-–—]{{1,2}}))?"
    rf"|(?P<cents>[-–]?[.,]\d\d)(?!\d)|(?P<word>(?:{_WORDS}{_ONE_EURO})(?=[^\S\n]?(?:€|euros?\b|eur\b|cents?\b)|\s{_LONE}(?:{_UNIT})(?![\w']))))"
    rf"(?P<odd>e(?!\d\d(?!\d))\d+|[.,]?\d+[\d.,]*\d)?"
    rf"(?:[^\S\n]?(?P<percent>%|(?:{'|'.join(sorted(PERCENT))})\b)"
    rf"|(?(before)(?!))[^\S\n]?(?P<after>{_MARK})(?:(?<=[€e])(?P<tail>\d\d)(?!\d)"
    rf"|\s(?:et\s|und\s)?(?P<tail2>\d\d|(?:{_TAILS})(?![\w-]))(?!\d|[.,]\d|[^\S\n]?(?:{_UNIT}|[%€])\b))?"
    rf"|[^\S\n]?(?P<minor>ct|cts|cents?|centimes?|pence|rappen|c|{_PENCE})(?![\w])|\s{{0,2}}{_LONE}(?P<unit>{_UNIT})(?![\w'])"
    rf"|(?P<glued>[a-z]\w*)?)"
)
_AMOUNT = re.compile(
    rf"(?:(?P<count>\d{{1,3}})\s?[x×*]\s?)?(?P<number>\d{{1,7}}/\d{{1,3}}|\d{{1,7}}(?:[.,]\d{{1,3}})?|½|¼|¾|half|halb\w*|"
    rf"(?:{_WORDS}|an?)(?!\w))\s{{0,2}}{_LONE}(?P<unit>{_UNIT})?(?![\w])"
)
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "a": Decimal(1), "an": Decimal(1)}


@dataclass(frozen=True)
class Figure:
    """One figure: a price (`minor`), a bare number, a quantity (`number` of `unit`), or per cent.

    `money`: written as money, with a currency or digits of the minor unit. `foreign`: in another currency.
    """

    role: Role
    minor: int | None = None
    number: Decimal | None = None
    unit: Unit | None = None
    money: bool = False
    foreign: bool = False


def read_figure(match: re.Match[str], currency: str) -> Figure:
    """What a match of `FIGURE` on a folded text says, prices in minor units of `currency`."""
    part = match.groupdict()
    mark = (part["before"] or part["lead"] or part["after"] or "").strip()
    money = bool(mark or part["minor"] or part["dash"] or part["dashed"])
    if part["odd"] or (part["glued"] and not mark):
        return Figure(Role.ODD, money=True)
    rate = part["whole"] is not None and _RATE.match(match.string, match.end()) is not None
    number, digits = _number(part, rate=rate)
    if part["percent"]:
        return Figure(Role.PERCENT, number=abs(number))
    if part["unit"] and not money:
        return Figure(Role.QTY, number=number, unit=unit_of(part["unit"]))
    if part["minus"] or digits > max(2, minor_digits(currency)):
        return Figure(Role.ODD, money=True)
    marks = [part[name].strip() for name in ("before", "lead", "after") if part[name]]
    foreign = any(_MARKS.get(found, currency) != currency for found in marks)
    if (mark in _CROWNS and currency in {"SEK", "NOK", "DKK"}) or not mark:
        foreign = (part["minor"] or "") in _FOREIGN_MINOR and _FOREIGN_MINOR[part["minor"] or ""] != currency
    tail = part["tail"] or part["tail2"]
    if part["minor"]:
        minor = rounded(number)
    else:
        scaled = number.scaleb(minor_digits(currency))
        minor = rounded(scaled) + (
            number_of(tail) if tail and not digits and minor_digits(currency) == 2 else 0
        )
    if money or digits:
        return Figure(Role.PRICE, minor=minor, number=number, money=True, foreign=foreign)
    return Figure(Role.NUMBER, minor=minor, number=number)


def _number(part: dict[str, str | None], *, rate: bool) -> tuple[Decimal, int]:
    """The value and how many digits stand after its decimal mark.

    "1.250 €" is a thousand and more, but for a `rate` ("1.459 €/l"), which may have three such digits.
    """
    if part["word"]:
        return Decimal(NUMBERS.get(part["word"], 1)), 0
    if part["cents"]:
        return Decimal("0." + part["cents"][-2:]), 2
    whole, frac = re.sub(r"\s", "", part["whole"] or "0"), part["frac"] or ""
    groups = re.findall(r"\d+", frac)
    marks = re.findall(r"[.,']", frac)
    if groups and len(groups[-1]) < 3:
        return Decimal(f"{whole}{''.join(groups[:-1])}.{groups[-1]}"), len(groups[-1])
    money = part["dashed"] or part["before"] or part["lead"] or part["after"]
    thousands = bool(money) and not rate and whole[0] != "0"
    if groups and len(groups) == 1 and marks[0] != "'" and not (thousands and len(whole) <= 3):
        return Decimal(f"{whole}.{groups[0]}"), 3
    return Decimal(whole + "".join(groups)), 0


def rounded(value: Decimal) -> int:
    """To the nearest whole, a half up."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def amount_of(qty: str) -> Amount | None:
    """The amount that a folded quantity opens with ("2 boxes", "2 x 400 g"), a bare count as pieces."""
    match = _AMOUNT.match(qty.strip())
    if match is None:
        return None
    text = match["number"]
    if text.startswith("hal"):
        number = Decimal("0.5")
    elif "/" in text:
        top, _, bottom = text.partition("/")
        if not int(bottom):
            return None
        number = Decimal(top) / Decimal(bottom)
    elif text in NUMBERS or text in _PARTS:
        number = Decimal(NUMBERS[text]) if text in NUMBERS else _PARTS[text]
    else:
        number = Decimal(text.replace(",", "."))
    unit = unit_of(match["unit"]) if match["unit"] else Unit.PIECE
    return Amount(number * int(match["count"] or 1), unit or Unit.PIECE) if number else None


def need_of(line: AskedLine) -> Amount | None:
    """How much of it the customer needs."""
    if line.needed is not None:
        return Amount(line.needed.qty_max or line.needed.qty, line.needed.unit)
    return amount_of(folded(line.qty))


def whole_of(line: AskedLine) -> Amount | None:
    """How much of it is sold: all its packs, which may be more than is needed, where the shop knows them."""
    if line.packs and line.pack is not None:
        return Amount(line.pack.qty * line.packs, line.pack.unit)
    return need_of(line)


def ways_to_count(line: AskedLine) -> set[Decimal]:
    """The counts of what is asked for: of the need, of what is sold, of the packs."""
    amounts = [amount for amount in (need_of(line), whole_of(line)) if amount is not None]
    counts = {amount.qty for amount in amounts if dimension_of(amount.unit) is Dimension.COUNT}
    return counts | ({Decimal(line.packs)} if line.packs else set())
