"""Prices from a number on: "3 € each, from 5 on 2.50", "ab 5 Stück 2,50"; which of both holds for a line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import FIGURE, read_figure, whole_of
from commerce.quotes.replies.tokens.paper import Paper, Token
from commerce.quotes.replies.words.counting import UNITS, one_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["mark_tiers", "settled_tiers"]

_UNIT = f"(?:{one_of(UNITS)})"
_COUNT = rf"(?P<count>\d{{1,4}})(?: ?(?P<unit>{_UNIT})(?!\w))?"
_MONEY = r"(?: ?€| ?euros?(?!\w)| ?eur(?!\w)| ?ct(?!\w)| ?cents?(?!\w))"
_PRICE = (
    rf"(?P<price>[€$£]? ?\d{{1,5}}(?:[.,]\d{{1,2}})?{_MONEY}?)"
    r"(?![\w.,]*\d| ?(?:uhr|h|am|pm|%)(?!\w))"
)
_TIERS = tuple(
    re.compile(rf"(?<![\w'.,])(?:{source.replace('COUNT', _COUNT).replace('PRICE', _PRICE)})(?!\w)")
    for language in LANGUAGES
    for source in language.tiers
)
_REACH = 6
"""So many tokens may stand between the price of one and the price from a number on."""


def mark_tiers(paper: Paper, currency: str) -> None:
    """A price from a number on becomes TIER: `number` of `unit` (pieces, if none), and the price of one."""
    for pattern in _TIERS:
        for match in pattern.finditer(paper.low):
            found = FIGURE.match(paper.low, match.start("price"))
            figure = read_figure(found, currency) if found else None
            if figure is not None and figure.minor and not figure.foreign:
                unit = UNITS[match["unit"]] if match["unit"] else Unit.PIECE
                token = paper.at(Role.TIER, match.start(), match.end())
                paper.put(replace(token, number=Decimal(match["count"]), unit=unit, minor=figure.minor))


def settled_tiers(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """The price of one right before a tier is that of the tier where so many are asked for; the tier goes.

    A tier that nothing tells whose it is stays, to be asked back.
    """
    kept = list(tokens)
    for tier in [token for token in tokens if token.role is Role.TIER]:
        at = kept.index(tier)
        price = _price_of_one(kept, at)
        line = _line_of(kept, at, asked)
        reached = _reached(line, tier) if line is not None else None
        if price is None or reached is None:
            continue
        if reached:
            kept[price] = replace(kept[price], minor=tier.minor)
        start = at - 1 if kept[at - 1].role in {Role.COMMA, Role.AND, Role.BUT} else at
        del kept[start : at + 1]
    return kept


def _price_of_one(tokens: Sequence[Token], at: int) -> int | None:
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if tokens[place].role in {Role.PRICE, Role.NUMBER}:
            near = [*tokens[max(0, place - 1) : place], *tokens[place + 1 : at]]
            return place if any(token.role is Role.PER for token in near) else None
        if tokens[place].role not in {Role.PER, Role.FILLER, Role.COMMA, Role.AND, Role.BUT}:
            return None
    return None


def _line_of(tokens: Sequence[Token], at: int, asked: Sequence[AskedLine]) -> AskedLine | None:
    """The only line, or the one that the statement names."""
    if len(asked) == 1:
        return asked[0]
    for token in reversed(tokens[max(0, at - 12) : at]):
        if token.role in {Role.NAME, Role.LINE}:
            return next((line for line in asked if {line.n} == token.lines), None)
        if token.role is Role.BREAK:
            return None
    return None


def _reached(line: AskedLine, tier: Token) -> bool | None:
    """Whether so many are asked for; None where the amounts do not compare, or where it is open whether the
    packs count or what is in them."""
    amount = whole_of(line)
    if amount is None or tier.number is None or tier.unit is None:
        return None
    by_packs = line.packs >= tier.number if line.packs else None
    counted = dimension_of(tier.unit) is Dimension.COUNT
    try:
        by_amount = amount.qty >= convert(Amount(tier.number, tier.unit), amount.unit).qty
    except NotConvertible:
        return by_packs if counted else None
    return by_amount if by_packs is None or not counted or by_packs is by_amount else None
