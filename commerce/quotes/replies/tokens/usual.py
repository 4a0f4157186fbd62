"""Of a usual price and the one of today the latter: "normally 89, for you 79"."""

from collections.abc import Sequence
from dataclasses import replace

from commerce.date_words import folded
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role

__all__ = ["without_usual"]

_FIGURES = frozenset({Role.PRICE, Role.NUMBER})
_LIGHT = frozenset({Role.FILLER, Role.HAVE})
_PAST = frozenset({"was", "were", "war", "waren", "était", "étaient"})
"""Words that tell what something cost before; without a price of today that is none of an offer."""
_ONCE = (
    "last ",
    "letzte",
    "vorige",
    "vergangene",
    "früher",
    "l'an ",
    "l'année ",
    "la semaine ",
    "le mois ",
    "autrefois",
    "coûtai",
)
_FROM = ("from", "von", "de")
"""What stands between today's price and the one of before: "3.20 down from 3.50"."""


def without_usual(tokens: Sequence[Token]) -> list[Token]:
    """ "normally 89, for you 79", "99 sonst, heute 85", "from 3.50 to 3.20": the price of now is left."""
    kept = list(tokens)
    for at, token in enumerate(tokens):
        if token.role not in {Role.USUAL, Role.LISTED} or _is_conditional(token):
            continue
        usual = _usual_figure(tokens, at)
        now = _figure_now(tokens, at, usual) if usual is not None else None
        if usual is not None and now is None and _is_past(token) and usual > at:
            kept[at] = replace(token, role=Role.VAGUE)
        if usual is None or now is None:
            continue
        kept[at] = replace(token, role=Role.FILLER)
        for place in (usual, *(i for i in range(usual, now) if tokens[i].role is Role.DATE)):
            kept[place] = replace(kept[place], role=Role.FILLER, spoken=None)
        if tokens[usual + 1 : usual + 2] and tokens[usual + 1].role is Role.RANGE:
            kept[usual + 1] = replace(tokens[usual + 1], role=Role.FILLER)
        per = next(iter(tokens[usual + 1 : usual + 2]), None)
        results = {t.role for t in tokens[usual:now]} & {Role.RESULT, Role.TOTAL}
        if per is not None and per.role is Role.PER and not results:
            kept[usual + 1] = replace(per, role=Role.FILLER)
            if not any(t.role is Role.PER for t in kept[now + 1 : now + 2]):
                kept[now + 1 : now + 1] = [per]
                return without_usual(kept)
    return [replace(t, role=Role.FILLER) if t.role is Role.USUAL else t for t in kept]


def _is_past(token: Token) -> bool:
    """Whether a word tells what something cost before, as written: "wären" is no "waren"."""
    word = token.text.strip().lower()
    return word in _PAST or word.startswith(_ONCE)


def _is_conditional(token: Token) -> bool:
    """ "das wären 8,40": an accent makes another word of it."""
    word = token.text.strip().lower()
    return word not in _PAST and folded(word) in _PAST


def _usual_figure(tokens: Sequence[Token], at: int) -> int | None:
    """Where the price of before stands: right behind the word for it, or right before."""
    passed = _LIGHT | {Role.NAME, Role.LINE} if tokens[at].role is Role.USUAL else _LIGHT
    behind = next((i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].role not in passed), None)
    if behind is not None and tokens[behind].role in _FIGURES:
        return behind
    ahead = next((i for i in range(at - 1, max(at - 4, -1), -1) if tokens[i].role is not Role.PER), None)
    return ahead if ahead is not None and tokens[ahead].role in _FIGURES else None


def _figure_now(tokens: Sequence[Token], at: int, usual: int) -> int | None:
    """The next figure of the same sentence, before anything else is named ("3.50 for the feta, today 3").

    Of "3.20 down from 3.50" the one before.
    """
    ahead = [t for t in tokens[max(0, at - 4) : at] if t.role not in {*_LIGHT, Role.COMMA, Role.PER}]
    if ahead and ahead[-1].role in _FIGURES and _is_past(tokens[at]) and usual > at:  # "9, was 11"
        return tokens.index(ahead[-1])
    from_one = tokens[at].text.lower().endswith(_FROM)
    last = max(at, usual)
    named = next(
        (i for i in range(last + 1, min(last + 4, len(tokens))) if tokens[i].role not in _LIGHT), last
    )
    start = named + 1 if tokens[named].role is Role.NAME else last + 1
    parting = {Role.BREAK, Role.NAME, Role.LINE, *(() if from_one else (Role.RANGE,))}
    for place in range(start, min(last + 12, len(tokens))):
        if tokens[place].role in _FIGURES:
            return place
        if tokens[place].role in parting:
            break
    before = [i for i in range(max(0, at - 3), at) if tokens[i].role in _FIGURES]
    return before[-1] if before and from_one and usual > at else None
