"""Of how many a price is: "3.30 per 10", "7.90/100", "14.16/case of 12", "7.20 a bag of 25 kg"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.names import WORD, Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.tokens.wholes import COUNT, NO_MONEY, counted_lines
from commerce.quotes.replies.words.counting import UNITS, number_of, one_of
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import BEFORE_UNIT
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["mark_pack_rates", "mark_rates"]

_RATES = re.compile(rf"(?<=[\d€t]) (?:per|pro|je|par|les) {COUNT}{NO_MONEY}")
_SLASHED = re.compile(r"(?<=[.,]\d\d)/(?P<n>\d{2,4})(?![\w.,/]*\d)(?! ?€)")
_BOX = one_of(word for word, unit in UNITS.items() if dimension_of(unit) is Dimension.COUNT)
_PACK_RATES = re.compile(
    rf"(?<=[\d€t])(?P<gap> ?)(?:/ ?|(?:per|an?|pro|je|par|l[ea]) )(?:{_BOX})"
    rf" (?:of|zu|a|de|mit) (?P<n>\d{{1,4}}){NO_MONEY}(?! ?\w)"
)
_FILLED = re.compile(
    rf"(?:(?<=[\d€$£-] )|(?<=[\d€$£]))(?:(?:{BEFORE_UNIT}) |/ ?)(?P<unit>{_BOX}) "
    r"(?:of|with|von|mit|zu|de|a) \d{1,4}(?:[.,]\d{1,3})?(?: ?(?:kg|g|l|ml|cl|m|kilos?|liter|litres?))?"
    r"(?![\w.,]*\d)(?!\w)"
)


def mark_rates(paper: Paper, asked: Sequence[AskedLine], names: Names) -> None:
    """ "3.30 per 10", "3,30 les 10", "7.90/100": the price of so many pieces."""
    counts = {amount.qty for amount in counted_lines(asked).values()}
    for match in _SLASHED.finditer(paper.low):
        many = Decimal(match["n"])
        if many >= 10 and any(count % many == 0 for count in counts):
            token = paper.at(Role.PER, match.start(), match.end())
            paper.put(replace(token, unit=Unit.PIECE, number=many))
    for match in _RATES.finditer(paper.low):
        after = WORD.match(paper.low, match.end() + 1)
        number = number_of(match["n"])
        if number > 1 and not (after and (after.group() in UNITS or names.lines_of(after.group()))):
            token = paper.at(Role.PER, match.start() + 1, match.end())
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(number)))


def mark_pack_rates(paper: Paper, asked: Sequence[AskedLine], names: Names) -> None:
    """ "7.20 a bag of 25 kg", where bags are asked for: the price of one, whatever it holds.

    "14.16/case of 12", "4.95 a box of 25": the price of so many pieces, where such make up a line.
    """
    for match in _FILLED.finditer(paper.low):
        unit = UNITS[match["unit"]]
        if unit in names.needs and unit is not Unit.PIECE:
            token = paper.at(Role.PER, match.start(), match.end())
            paper.put(replace(token, unit=unit, number=Decimal(1)))
    counts = {amount.qty for amount in counted_lines(asked).values()}
    for match in _PACK_RATES.finditer(paper.low):
        if not int(match["n"]) or all(count % int(match["n"]) for count in counts):
            continue
        token = paper.at(Role.PER, match.start() + len(match["gap"]), match.end())
        paper.put(replace(token, unit=Unit.PIECE, number=Decimal(match["n"])))
