"""What a price is for where no "per" tells: "40c pkt", "apples 2.20 kilo", "cups 21 for 500"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import ways_to_count
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS, unit_of
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import LOWEST, OF_PRICE
from commerce.units import Unit

__all__ = ["with_unit_prices"]

_FIGURES = frozenset({Role.PRICE, Role.NUMBER, Role.QTY})
_PARTING = frozenset({Role.BREAK, Role.COMMA, Role.AND, Role.BUT, Role.EXTRA, Role.NAME, Role.LINE})
_LIGHT = frozenset({Role.FILLER})
_LIKE_MONEY = re.compile(r"\d{1,3}[.,](?!25|75)\d\d\s?[^\W\d]+")
"""Two digits behind the mark, and no quarters: nobody weighs 2.20 kilos."""
_OF = frozenset({"of", "de", "d'", "von"})
_REACH = 8


def with_unit_prices(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """A unit right behind a price is what it is by; a quantity written like money is a price by its unit,
    where it stands behind a name and no other figure is said of that."""
    tokens = _for_so_many(asked, tokens)
    told: list[Token] = []
    for at, token in enumerate(tokens):
        if _is_by(tokens, at):
            told.append(replace(token, role=Role.PER, unit=unit_of(folded(token.text)), number=Decimal(1)))
        elif _names_unit(tokens, at):
            told.append(replace(token, role=Role.PER, unit=None, number=None))
        elif _is_least(tokens, at):
            told.append(replace(token, role=Role.VAGUE))
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


_PLURAL = ("s", "n", "er")


def _is_least(tokens: Sequence[Token], at: int) -> bool:
    """ "paint from 20": between a name and its price."""
    named = at > 0 and tokens[at - 1].role in {Role.NAME, Role.LINE}
    priced = at + 1 < len(tokens) and tokens[at + 1].role in {Role.PRICE, Role.NUMBER}
    return named and priced and folded(tokens[at].text) in LOWEST


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


def _for_so_many(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """ "cups 21 for 500", where so many are asked for: the second figure is no price."""
    told = list(tokens)
    for at, (name, price, word, many) in enumerate(
        zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    ):
        line = next((line for line in asked if name.role is Role.NAME and {line.n} == name.lines), None)
        figures = price.role is Role.NUMBER and many.role is Role.NUMBER and folded(word.text) in OF_PRICE
        if line is None or not figures or many.money or price.number == many.number:
            continue
        if many.number in ways_to_count(line) and price.number not in ways_to_count(line):
            told[at + 1] = replace(price, role=Role.PRICE)
            told[at + 3] = replace(many, role=Role.QTY)
    return told
