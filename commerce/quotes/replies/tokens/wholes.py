"""How many that is in all, said again: "0.20 each, 8 for all 50" of a line, "all 3 in stock" of the lines."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import whole_of
from commerce.quotes.replies.tokens.names import WORD, Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import NUMBERS, UNITS, number_of, one_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.units import Amount, Dimension, dimension_of

__all__ = ["COUNT", "NO_MONEY", "WHOLES", "counted_lines", "mark_all_lines", "mark_wholes"]

COUNT = rf"(?P<n>\d{{1,4}}|{one_of(NUMBERS)})"
NO_MONEY = r"(?![\w.,]*\d| ?(?:€|\$|£|%|euros?\b|eur\b|cts?\b|cents?\b|centimes?\b))(?!\w)"
WHOLES = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source for language in LANGUAGES for source in language.wholes)
    + rf") {COUNT}{NO_MONEY}"
)
_ALL_LINES = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source.replace("COUNT", r"(\d)") for language in LANGUAGES for source in language.all_lines)
    + r")(?![\w.,]*\d)(?! ?[€$£%x×])"
)


def mark_wholes(paper: Paper, asked: Sequence[AskedLine], names: Names) -> None:
    """ "for the four", "alle zehn", "les quatre": where so many of a line are asked for, and not of lines."""
    amounts = counted_lines(asked)
    for match in WHOLES.finditer(paper.low):
        number = number_of(match["n"])
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


def mark_all_lines(paper: Paper, lines: int) -> None:
    """ "all 3 in stock", of three lines: the number is no price."""
    for match in _ALL_LINES.finditer(paper.low):
        number = next(group for group in match.groups() if group)
        if int(number) == lines > 1:
            paper.put(paper.at(Role.ALL, match.start(), match.end()))


def counted_lines(asked: Sequence[AskedLine]) -> dict[int, Amount]:
    """How much is asked for of the lines that are counted."""
    amounts = {line.n: whole_of(line) for line in asked}
    return {n: a for n, a in amounts.items() if a is not None and dimension_of(a.unit) is Dimension.COUNT}
