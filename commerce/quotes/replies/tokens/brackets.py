"""Brackets and short questions that only order what is said: "4.20 (nails)", "Nails? Yes, 4.20"."""

from collections.abc import Sequence
from dataclasses import replace

from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role

__all__ = ["without_brackets", "without_short_questions"]

_FIGURES = frozenset({Role.PRICE, Role.NUMBER})
_NAMING = frozenset({Role.NAME, Role.LINE})
_FORMER = frozenset({Role.INSTEAD, Role.USUAL})
"""Words before a price of before: "(statt 2,60)"."""
_LONGEST = 6
"""No more tokens stand in a bracket that is read here."""


def without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """A price in brackets behind a name is its price; a name in brackets behind a price stands before it."""
    told = list(tokens)
    at = 0
    while at < len(told):
        end = _end_of(told, at)
        inside = told[at + 1 : end] if end else []
        roles = {token.role for token in inside}
        if end and _named_before(told, at) and roles & _FIGURES and not roles & _NAMING:
            told[at] = replace(told[at], role=Role.FILLER)
            told[end] = replace(told[end], role=Role.COMMA)
        elif end and roles & _FORMER and roles & _FIGURES and roles <= {*_FORMER, *_FIGURES, Role.FILLER}:
            told[at : end + 1] = [replace(token, role=Role.FILLER) for token in told[at : end + 1]]
        elif (
            end
            and roles & _NAMING
            and not roles & _FIGURES
            and (price := _priced_before(told, at)) is not None
        ):
            told[price : end + 1] = [*inside, *told[price:at], replace(told[end], role=Role.COMMA)]
        at += 1
    return told


def _end_of(tokens: Sequence[Token], at: int) -> int | None:
    """Where the bracket that opens at `at` closes, a few tokens on."""
    if tokens[at].role is not Role.BREAK or tokens[at].text.strip() not in {"(", "["}:
        return None
    near = range(at + 1, min(len(tokens), at + _LONGEST))
    end = next((i for i in near if tokens[i].role is Role.BREAK), None)
    return end if end is not None and tokens[end].text.strip() in {")", "]"} else None


def _part_before(tokens: Sequence[Token], at: int) -> range:
    """The places from the last comma or break up to `at`."""
    start = at
    while start and tokens[start - 1].role not in {Role.BREAK, Role.COMMA, Role.AND} and at - start < 12:
        start -= 1
    return range(start, at)


def _named_before(tokens: Sequence[Token], at: int) -> bool:
    roles = {tokens[place].role for place in _part_before(tokens, at)}
    return bool(roles & _NAMING) and not roles & {*_FIGURES, Role.ODD, Role.FREE}


def _priced_before(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the only price before `at`, where no name stands."""
    part = _part_before(tokens, at)
    prices = [place for place in part if tokens[place].role in _FIGURES]
    named = any(tokens[place].role in _NAMING for place in part)
    return prices[0] if len(prices) == 1 and not named else None


def without_short_questions(tokens: Sequence[Token]) -> list[Token]:
    """ "Glue? Yes, 13", "by friday? can't": the seller answers the question himself."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is not Role.BREAK or token.text.strip() != "?" or at + 1 >= len(tokens):
            continue
        start = at
        while start and tokens[start - 1].role is not Role.BREAK and at - start < 4:
            start -= 1
        roles = {t.role for t in tokens[start:at]}
        if roles and roles <= {Role.DATE, Role.FILLER} and _refused_next(tokens, at):
            told[at] = replace(token, role=Role.FILLER)
            continue
        whole = start == 0 or tokens[start - 1].role is Role.BREAK
        answers = tokens[at + 1].role in {Role.YES, Role.NO, Role.LACKS, Role.LISTED, *_FIGURES}
        if whole and roles & _NAMING and roles <= {*_NAMING, Role.FILLER} and answers:
            told[at] = replace(token, role=Role.FILLER)
            if at + 2 < len(tokens) and tokens[at + 2].role is Role.COMMA:
                told[at + 2] = replace(tokens[at + 2], role=Role.FILLER)
    return told


def _refused_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether a refusal comes right behind the question."""
    after = [token.role for token in tokens[at + 1 : at + 4] if token.role is not Role.FILLER]
    return bool(after) and after[0] in {Role.NO, Role.DECLINE, Role.LACKS}
