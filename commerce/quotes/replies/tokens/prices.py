"""Figures of an answer put on the paper: prices, quantities, percentages; "3 x 1.20" and "2-3" among them."""

import re
from dataclasses import replace
from decimal import Decimal

from commerce.money import minor_digits
from commerce.quotes.replies.tokens.figures import FIGURE, Figure, read_figure, rounded
from commerce.quotes.replies.tokens.names import Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import unit_of
from commerce.quotes.replies.words.language import Role
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["mark_figures"]

_TIGHT_TIMES = re.compile(r"(?<=\d)x(?=[€$£]?\d)")
_TIMES_BEFORE = re.compile(r"(?<![\w.,])(?P<count>\d{1,4})\s?(?:[x×*@]|mal\b|fois\b)\s?(?=[€$£]?\d)")
_TIMES_AFTER = re.compile(r"\s?[x×*]\s?(?P<count>\d{1,4})(?!\w|[.,]\d)")


_DASH = re.compile(r"\s?(?:-|–|—|to|bis)\s?")
_SLASH = re.compile(r"\s?/\s?")
_FIGURES = frozenset({Role.PRICE, Role.NUMBER, Role.QTY})


def _as_price(figure: Figure, currency: str) -> Figure:
    """ "4.99 plates 38": the figure before a name is no quantity where it has digits of the minor unit."""
    minor = rounded((figure.number or Decimal(0)).scaleb(minor_digits(currency)))
    return Figure(Role.PRICE, minor=minor, number=figure.number, money=True)


def _is_money(match: re.Match[str]) -> bool:
    """ "21,50 st", "0,90 pce": two decimals before a word for pieces or packs are a price by one of them."""
    unit = unit_of(match["unit"] or "")
    counts = unit is not None and dimension_of(unit) is Dimension.COUNT
    return counts and len(match["frac"] or "") == 3 and match["frac"][0] in ".,"


def _put_rated(paper: Paper, figure: Figure, match: re.Match[str], start: int) -> None:
    unit = unit_of(match["unit"])
    end = match.end("frac")
    start = end - len(paper.low[start:end].lstrip())
    price = paper.at(Role.PRICE, start, end)
    paper.put(replace(price, minor=figure.minor, number=figure.number, money=True))
    per = paper.at(Role.PER, match.start("unit"), match.end("unit"))
    paper.put(replace(per, unit=unit, number=Decimal(1)))


def mark_figures(paper: Paper, currency: str, names: Names) -> None:
    at, low = 0, _TIGHT_TIMES.sub("×", paper.uncovered())
    while match := FIGURE.search(low, at):
        start, count = match.start(), 1
        before = _TIMES_BEFORE.match(low, start)
        if before and (after := FIGURE.match(low, before.end())):
            match, count = after, int(before["count"])
        figure = read_figure(match, currency)
        end = match.end()
        if figure.role is Role.QTY and match["unit"] and names.lines_of(match["unit"]):
            whole = figure.number is not None and figure.number == figure.number.to_integral_value()
            figure = replace(figure, unit=Unit.PIECE) if whole else _as_price(figure, currency)
            end = len(low[: match.start("unit")].rstrip())
        if figure.role is Role.QTY and figure.unit is not None and count == 1 and _is_money(match):
            _put_rated(paper, _as_price(figure, currency), match, start)
            at = match.end()
            continue
        times = _TIMES_AFTER.match(low, end)
        if times and figure.role in _FIGURES and count == 1:
            count, end = int(times["count"]), times.end()
        start = end - len(paper.low[start:end].lstrip())
        last = next((token for token in reversed(paper.tokens) if token.role in _FIGURES), None)
        if last is not None and _DASH.fullmatch(paper.low, last.end, start):
            paper.put(paper.at(Role.RANGE, last.end, start))
        elif last is not None and _SLASH.fullmatch(paper.low, last.end, start):
            paper.put(paper.at(Role.BREAK, last.end, start))
        role = Role.PRICE if count != 1 and figure.role is Role.NUMBER else figure.role
        paper.put(
            replace(
                paper.at(role, start, end),
                minor=figure.minor,
                number=figure.number,
                unit=figure.unit,
                count=count,
                money=figure.money,
                foreign=figure.foreign,
            )
        )
        at = max(end, match.start() + 1)
