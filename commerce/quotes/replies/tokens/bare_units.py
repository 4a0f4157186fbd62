"""A unit beside a price with no word for "by": "mince kilo 12.50", "Bretter Stück 8,50", "40c pkt"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.replies.tokens.names import Names
from commerce.quotes.replies.tokens.paper import Paper, Token
from commerce.quotes.replies.words.counting import NUMBERS, UNITS, one_of, unit_of
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import UNIT_PRICES
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["mark_bare_units", "with_bare_units"]

_UNIT = one_of(word for word in UNITS if len(word) > 1)
_MONEY = r"(?:[€$£] ?\d|\d{1,5}(?:[.,]\d\d(?![.,]?\d)|[.,]-| ?(?:€|euros?\b|eur\b|cts?\b|cents?\b|c\b)))"
_BEFORE_PRICE = re.compile(
    rf"(?:^|(?<=[,;:\n] )|(?<=\n)|(?<=[^\W\d_] ))(?P<unit>{_UNIT})(?=(?: ?[:=]| [aà]| zu)? {_MONEY})"
)
_BEHIND_PRICE = re.compile(
    rf"(?:(?<=[€$£] )|(?<=euro )|(?<=eur )|(?<=euros )|(?<=[€$£])|(?<=€\d\d ))(?P<unit>{_UNIT})(?!\w)"
)
_UNIT_PRICES = re.compile(rf"(?<![\w-])(?P<unit>{one_of(UNIT_PRICES)})(?!\w)")
_PARTS_OF_ONE = ("hal", "demi", "half")
_FIGURES = frozenset({Role.PRICE, Role.NUMBER, Role.QTY})
_PARTING = frozenset({Role.BREAK, Role.COMMA, Role.AND, Role.BUT, Role.EXTRA, Role.NAME, Role.LINE})
_LIGHT = frozenset({Role.FILLER})
_LIKE_MONEY = re.compile(r"\d{1,3}[.,](?!25|75)\d\d\s?[^\W\d]+")
"""Two digits behind the mark, and no quarters: nobody weighs 2.20 kilos."""
_OF = frozenset({"of", "de", "d'", "von"})
_REACH = 8
_PLURAL = ("s", "n", "er")


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


def _put_per(paper: Paper, match: re.Match[str], unit: Unit) -> None:
    token = paper.at(Role.PER, match.start(), match.end())
    paper.put(replace(token, unit=unit, number=Decimal(1)))


def with_bare_units(tokens: Sequence[Token]) -> list[Token]:
    """A unit right behind a price is what it is by; a quantity written like money is a price by its unit,
    where it stands behind a name and no other figure is said of that."""
    told: list[Token] = []
    for at, token in enumerate(tokens):
        if _is_by(tokens, at):
            told.append(replace(token, role=Role.PER, unit=unit_of(folded(token.text)), number=Decimal(1)))
        elif _names_unit(tokens, at):
            told.append(replace(token, role=Role.PER, unit=None, number=None))
        elif token.role is Role.QTY and token.number is not None and _is_price(tokens, at):
            minor = int(token.number * 100)
            told.append(replace(token, role=Role.PRICE, minor=minor, unit=None, money=True))
            told.append(replace(token, role=Role.PER, number=Decimal(1)))
        else:
            told.append(token)
    return told


def _names_unit(tokens: Sequence[Token], at: int) -> bool:
    """ "paint tray 20": one of a unit between a name and its price, which nothing has used."""
    if not 0 < at < len(tokens) - 1 or tokens[at].role is not Role.FILLER:
        return False
    word = folded(tokens[at].text).strip()
    named = tokens[at - 1].role is Role.NAME and tokens[at + 1].role in {Role.PRICE, Role.NUMBER}
    behind = tokens[at + 2].role if at + 2 < len(tokens) else Role.BREAK
    single = unit_of(word) is not None and not word.endswith(_PLURAL)
    return named and single and behind is not Role.PER


def _is_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for one of a unit ends what is said of the price before it: "40c pkt"."""
    if not at or tokens[at - 1].role is not Role.PRICE:
        return False
    word = folded(tokens[at].text).strip()
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].role is not Role.FILLER or unit_of(word) is None or tokens[at - 1].count != 1:
        return False
    return after is None or (after.role not in _FIGURES and folded(after.text) not in _OF)


def _is_price(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    money = _LIKE_MONEY.fullmatch(token.text.strip())
    if not money or token.pack or token.count != 1 or token.unit is Unit.LB:  # pounds are money, too
        return False
    name = next((t for t in reversed(tokens[max(0, at - 4) : at]) if t.role not in _LIGHT), None)
    if name is None and at:
        return False
    if name is not None and name.role not in {Role.NAME, Role.LINE}:
        return False
    ahead = _until_parted(tokens[at + 1 : at + _REACH])
    lead = tokens[max(0, at - _REACH) : tokens.index(name)] if name is not None else []
    behind = _until_parted(lead[::-1], _FIGURES)
    near = {t.role for t in (*ahead, *behind)}
    spelled = any(NUMBERS.get(folded(t.text), 0) > 1 for t in ahead)
    return not near & {*_FIGURES, Role.ONLY, Role.HAVE, Role.OFFERS, Role.PER, Role.RESULT} and not spelled


def _until_parted(tokens: Sequence[Token], also: frozenset[Role] = frozenset()) -> Sequence[Token]:
    end = next((at for at, token in enumerate(tokens) if token.role in _PARTING | also), len(tokens))
    return tokens[:end]
