"""The whole quantity asked for, said again beside a price: "0.20 each, 8 for all 50"; and rates "per 10"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import whole_of
from commerce.quotes.replies.tokens.names import WORD, Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import NUMBERS, UNITS
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.units import Amount, Dimension, Unit, dimension_of

__all__ = ["WHOLES", "mark_pack_rates", "mark_rates", "mark_wholes"]

_COUNT = r"(?P<n>\d{1,4}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_NO_MONEY = r"(?![\w.,]*\d| ?(?:€|\$|£|%|euros?\b|eur\b|cts?\b|cents?\b|centimes?\b))(?!\w)"
WHOLES = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source for language in LANGUAGES for source in language.wholes)
    + rf") {_COUNT}{_NO_MONEY}"
)
_RATES = re.compile(rf"(?<=[\d€t]) (?:per|pro|je|par|les) {_COUNT}{_NO_MONEY}")

_SLASHED = re.compile(r"(?<=[.,]\d\d)/(?P<n>\d{2,4})(?![\w.,/]*\d)(?! ?€)")
_BOX = "|".join(
    sorted((w for w, u in UNITS.items() if dimension_of(u) is Dimension.COUNT), key=len, reverse=True)
)
_PACK_RATES = re.compile(
    rf"(?<=[\d€t])(?P<gap> ?)(?:/ ?|(?:per|an?|pro|je|par|l[ea]) )(?:{_BOX}|tray)"
    rf" (?:of|zu|a|de|mit) (?P<n>\d{{1,4}}){_NO_MONEY}(?! ?\w)"
)


def mark_wholes(paper: Paper, asked: Sequence[AskedLine], names: Names) -> None:
    """ "for the four", "alle zehn", "les quatre": where so many of a line are asked for, and not of lines."""
    amounts = _counted(asked)
    for match in WHOLES.finditer(paper.low):
        number = _number(match["n"])
        after = WORD.match(paper.low, match.end() + 1)
        word = after.group() if after else ""
        lines = frozenset(n for n, amount in amounts.items() if amount.qty == number)
        named = names.lines_of(word)
        lines = lines & named.keys() if named else lines
        if number < 2 or not lines or (number == len(asked) and not named):
            continue
        end = after.end() if after and word in UNITS else match.end()
        if word in UNITS:
            lines = frozenset(n for n in lines if amounts[n].unit is UNITS[word])
        if lines:
            token = paper.at(Role.WHOLE, match.start(), end)
            paper.put(replace(token, number=Decimal(number), lines=lines))


def mark_rates(paper: Paper, asked: Sequence[AskedLine], names: Names) -> None:
    """ "3.30 per 10", "3,30 les 10", "7.90/100": the price of so many pieces."""
    counts = {amount.qty for amount in _counted(asked).values()}
    for match in _SLASHED.finditer(paper.low):
        many = Decimal(match["n"])
        if many >= 10 and any(count % many == 0 for count in counts):
            token = paper.at(Role.PER, match.start(), match.end())
            paper.put(replace(token, unit=Unit.PIECE, number=many))
    for match in _RATES.finditer(paper.low):
        after = WORD.match(paper.low, match.end() + 1)
        number = _number(match["n"])
        if number > 1 and not (after and (after.group() in UNITS or names.lines_of(after.group()))):
            token = paper.at(Role.PER, match.start() + 1, match.end())
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(number)))


def mark_pack_rates(paper: Paper, asked: Sequence[AskedLine]) -> None:
    """ "14.16/case of 12", "4.95 a box of 25": the price of so many pieces, where such make up a line."""
    counts = {amount.qty for amount in _counted(asked).values()}
    for match in _PACK_RATES.finditer(paper.low):
        if not int(match["n"]) or all(count % int(match["n"]) for count in counts):
            continue
        token = paper.at(Role.PER, match.start() + len(match["gap"]), match.end())
        paper.put(replace(token, unit=Unit.PIECE, number=Decimal(match["n"])))


def _counted(asked: Sequence[AskedLine]) -> dict[int, Amount]:
    amounts = {line.n: whole_of(line) for line in asked}
    return {n: a for n, a in amounts.items() if a is not None and dimension_of(a.unit) is Dimension.COUNT}


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]
