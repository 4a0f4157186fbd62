"""Figures in a seller's answer: prices, bare numbers, quantities, percentages, and what is none of them."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from commerce.money import minor_digits
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_units import NUMBERS, UNITS, unit_of
from commerce.quotes.reply_words import LONE
from commerce.units import Amount, Unit

__all__ = ["FIGURE", "MOST_MINOR", "Figure", "amount_of", "read_figure", "rounded"]

MOST_MINOR = 100_000_000
"""A price above a million major units is no price of a line."""

_MARKS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "e": "EUR", "$": "USD", "usd": "USD",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "£": "GBP", "gbp": "GBP", "quid": "GBP", "chf": "CHF",
    "fr.": "CHF", "sfr": "CHF", "¥": "JPY", "jpy": "JPY", "yen": "JPY",
}  # fmt: skip
_MINOR_MARKS = {"ct", "cts", "cent", "cents", "c", "p", "pence", "centime", "centimes", "rappen"}
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_LONE = rf"(?:(?:{'|'.join(LONE)})\s)?"
_TAILS = "|".join(word for word, number in NUMBERS.items() if 10 <= number < 100)
_MARK = r"€|\$|£|¥|(?:eur|usd|gbp|chf|jpy|euros?|dollars?|bucks|quid|yen|sfr|e)(?![a-z0-9])"
FIGURE = re.compile(
    rf"(?<![\w.,])(?P<before>€|\$|£|¥|(?:eur|usd|gbp|chf)(?=[\s\d]))?\s?(?P<minus>[-−])?\s?(?P<lead>[€$£¥]\s?)?"
    rf"(?:(?P<whole>\d{{1,12}})(?:(?P<frac>(?:[.,']\d{{3}})+(?:[.,]\d{{1,2}})?(?![.,]?\d)|[.,]\d{{1,3}}(?![.,]?\d))"
    rf"|(?P<dash>[.,][-–—]{{1,2}}))?"
    rf"|(?P<cents>[.,]\d\d)(?!\d)|(?P<word>(?:{_WORDS})(?=\s?(?:€|euros?\b|eur\b|cents?\b)|\s{_LONE}(?:{_UNIT})\b)))"
    rf"(?P<odd>e\d+|[.,]?\d+[\d.,]*\d)?"
    rf"(?:\s?(?P<percent>%|percent\b|prozent\b|pour ?cent\b)"
    rf"|\s?(?P<after>{_MARK})(?:(?<=[€])(?P<tail>\d\d)(?!\d)"
    rf"|\s(?:et\s|und\s)?(?P<tail2>\d\d|(?:{_TAILS})(?!\w))(?!\d|[.,]\d|\s?(?:{_UNIT}|[%€])\b))?"
    rf"|\s?(?P<minor>ct|cts|cents?|centimes?|pence|rappen|c|p)(?![\w])|\s{{0,2}}{_LONE}(?P<unit>{_UNIT})(?![\w'])"
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
    money = bool(mark or part["minor"] or part["dash"])
    if part["odd"] or (part["glued"] and not mark):
        return Figure(Role.ODD, money=True)
    number, digits = _number(part)
    if part["percent"]:
        return Figure(Role.PERCENT, number=abs(number))
    if part["unit"] and not money:
        return Figure(Role.QTY, number=number, unit=unit_of(part["unit"]))
    if part["minus"] or digits > max(2, minor_digits(currency)):
        return Figure(Role.ODD, money=True)
    foreign = bool(mark) and _MARKS.get(mark, currency) != currency
    tail = part["tail"] or part["tail2"]
    if part["minor"]:
        minor = rounded(number)
    else:
        scaled = number.scaleb(minor_digits(currency))
        minor = rounded(scaled) + (_tail(tail) if tail and not digits and minor_digits(currency) == 2 else 0)
    if money or digits:
        return Figure(Role.PRICE, minor=minor, number=number, money=True, foreign=foreign)
    return Figure(Role.NUMBER, minor=minor, number=number)


def _tail(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]


def _number(part: dict[str, str | None]) -> tuple[Decimal, int]:
    """The value and how many digits stand after its decimal mark."""
    if part["word"]:
        return Decimal(NUMBERS[part["word"]]), 0
    if part["cents"]:
        return Decimal("0." + part["cents"][1:]), 2
    whole, frac = part["whole"] or "0", part["frac"] or ""
    groups = re.findall(r"\d+", frac)
    marks = re.findall(r"[.,']", frac)
    if groups and len(groups[-1]) < 3:
        return Decimal(f"{whole}{''.join(groups[:-1])}.{groups[-1]}"), len(groups[-1])
    if groups and len(groups) == 1 and marks[0] != "'":
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
