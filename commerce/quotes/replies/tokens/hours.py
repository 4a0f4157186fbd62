"""Hours of the day beside a word of pickup or delivery: "collect from the yard 7-4", "come down before 2"."""

from collections.abc import Sequence
from dataclasses import replace

from commerce.date_words import folded
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import TIMES

__all__ = ["without_hours"]

_BRINGS = frozenset({Role.PICKUP, Role.DELIVERY, Role.DATE})
_OTHER = frozenset({Role.BREAK, Role.NAME, Role.LINE, Role.PRICE, Role.QTY})
_REACH = 6


def without_hours(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with hours told as such: from till, or one behind a word for it and with nothing after."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        if not _is_hour(token) or not _brought(tokens, at):
            continue
        behind = tokens[at + 1 : at + 3]
        if len(behind) == 2 and behind[0].role is Role.RANGE and _is_hour(behind[1]):
            for place in range(at, at + 3):
                told[place] = replace(tokens[place], role=Role.FILLER, number=None, minor=None)
            continue
        timed = TIMES & {*folded(tokens[at - 1].text).split()[-1:]}
        if timed and (not behind or behind[0].role in {Role.BREAK, Role.COMMA}):
            told[at] = replace(token, role=Role.FILLER, number=None, minor=None)
    return told


def _is_hour(token: Token) -> bool:
    bare = token.role is Role.NUMBER and not token.money
    return bare and token.number is not None and 0 < token.number <= 24


def _brought(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of pickup or delivery stands before, and nothing that is sold between."""
    for token in reversed(tokens[max(0, at - _REACH) : at]):
        if token.role in _BRINGS:
            return True
        if token.role in _OTHER:
            return False
    return False
