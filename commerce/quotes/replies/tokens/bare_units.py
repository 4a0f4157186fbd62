"""A unit beside a price with no word for "by": "mince kilo 12.50", "Bretter Stück 8,50", "le sac de 25"."""

import re
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.tokens.names import Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import NUMBERS, UNITS
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import BEFORE_UNIT, UNIT_PRICES
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["mark_all_lines", "mark_bare_units", "mark_filled"]

_UNIT = "|".join(sorted((re.escape(word) for word in UNITS if len(word) > 1), key=len, reverse=True))
_MONEY = r"(?:[€$£] ?\d|\d{1,5}(?:[.,]\d\d(?![.,]?\d)|[.,]-| ?(?:€|euros?\b|eur\b|cts?\b|cents?\b|c\b)))"
_BEFORE_PRICE = re.compile(
    rf"(?:^|(?<=[,;:\n] )|(?<=\n)|(?<=[^\W\d_] ))(?P<unit>{_UNIT})(?=(?: ?[:=]| [aà]| zu)? {_MONEY})"
)
_BEHIND_PRICE = re.compile(
    rf"(?:(?<=[€$£] )|(?<=euro )|(?<=eur )|(?<=euros )|(?<=[€$£])|(?<=€\d\d ))(?P<unit>{_UNIT})(?!\w)"
)
_UNIT_PRICES = re.compile(rf"(?<![\w-])(?P<unit>{'|'.join(sorted(map(re.escape, UNIT_PRICES)))})(?!\w)")
_FILLED = re.compile(
    rf"(?:(?<=[\d€$£-] )|(?<=[\d€$£]))(?:(?:{BEFORE_UNIT}) |/ ?)(?P<unit>{_UNIT}) "
    r"(?:of|with|von|mit|zu|de|a) \d{1,4}(?:[.,]\d{1,3})?(?: ?(?:kg|g|l|ml|cl|m|kilos?|liter|litres?))?"
    r"(?![\w.,]*\d)(?!\w)"
)
_ALL_LINES = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source.replace("COUNT", r"(\d)") for language in LANGUAGES for source in language.all_lines)
    + r")(?![\w.,]*\d)(?! ?[€$£%x×])"
)
_PARTS_OF_ONE = ("hal", "demi", "half")


def mark_bare_units(paper: Paper, names: Names) -> None:
    """A unit right before a price, or right behind a currency, is what the price is by.

    A word for a pack or a piece may tell the pack only; it counts where a line is asked for in that unit.
    """
    for match in _UNIT_PRICES.finditer(paper.low):
        _put_per(paper, match, UNITS[match["unit"]])
    for pattern in (_BEFORE_PRICE, _BEHIND_PRICE):
        for match in pattern.finditer(paper.low):
            unit = UNITS[match["unit"]]
            counts = dimension_of(unit) is Dimension.COUNT
            if (counts and unit not in names.needs) or names.lines_of(match["unit"]):
                continue
            if pattern is _BEFORE_PRICE and _counted(paper.low[max(0, match.start() - 24) : match.start()]):
                continue
            _put_per(paper, match, unit)


def _counted(lead: str) -> bool:
    """Whether a number in letters stands before: "zwei Kilo 12,50" is the price of two."""
    before = lead.split()[-1:] if not lead.rstrip(" ").endswith((",", ";", ":", "\n")) else []
    return any(word in NUMBERS or word.startswith(_PARTS_OF_ONE) for word in before)


def mark_filled(paper: Paper, names: Names) -> None:
    """ "7.20 a bag of 25 kg", where bags are asked for: the price of one, whatever it holds."""
    for match in _FILLED.finditer(paper.low):
        unit = UNITS[match["unit"]]
        if unit in names.needs and unit is not Unit.PIECE and dimension_of(unit) is Dimension.COUNT:
            _put_per(paper, match, unit)


def _put_per(paper: Paper, match: re.Match[str], unit: Unit) -> None:
    token = paper.at(Role.PER, match.start(), match.end())
    paper.put(replace(token, unit=unit, number=Decimal(1)))


def mark_all_lines(paper: Paper, lines: int) -> None:
    """ "all 3 in stock", of three lines: the number is no price."""
    for match in _ALL_LINES.finditer(paper.low):
        number = next(group for group in match.groups() if group)
        if int(number) == lines > 1:
            paper.put(paper.at(Role.ALL, match.start(), match.end()))
