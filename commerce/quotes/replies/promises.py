"""When a seller delivers, until when an offer holds, or that it must be collected."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from commerce.date_words import canonical, folded
from commerce.dates import Bound, SpokenDate
from commerce.quotes.replies.shapes import Unclear, Why
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import one_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import JOINING, THEN, UNTIL, UNTIL_VALID

__all__ = ["Promise", "comes_again", "is_refused_day", "read_promise"]


@dataclass(frozen=True)
class Promise:
    """What an answer says about days."""

    delivery: date | Literal["pickup"] | None
    valid_until: date | None
    unclear: tuple[Unclear, ...]


def read_promise(tokens: Sequence[Token], text: str, today: date) -> Promise:
    """The days in the tokens of `text`. Two days of delivery, or one gone by, are unclear."""
    low = folded(text)
    deliveries: list[Token] = []
    valid: date | None = None
    unclear: list[Unclear] = []
    for index, token in enumerate(tokens):
        spoken = token.spoken
        if spoken is None:
            continue
        if any(t.role is Role.AWAY for t in _sentence(tokens, index)) or comes_again(_clause(tokens, index)):
            continue
        if (index and tokens[index - 1].role in {Role.NO, Role.INSTEAD, Role.DECLINE}) or (
            spoken.bound is not Bound.FROM and _is_refusal(tokens, index)
        ):
            continue
        if _is_condition(tokens, index) or is_refused_day(tokens, index) or _is_of_rest(tokens, index):
            continue
        if _is_stock(tokens, index) or _is_price_of(tokens, index):
            continue
        if spoken.doubt or spoken.last < today:
            unclear.append(Unclear(Why.WHICH_DATE, token.text))
        elif _is_validity(tokens, index, low):
            valid = spoken.last
        else:
            if any(t.role is Role.CORRECTION for t in tokens[max(0, index - 3) : index]):
                deliveries.clear()
            deliveries.append(token)
    deliveries = _arriving(_narrowed(tokens, deliveries), low)
    days = {_day_of(token.spoken) for token in deliveries if token.spoken is not None}
    pickup = any(token.role is Role.PICKUP for token in tokens)
    if len(days) > 1 and not pickup:
        unclear.append(Unclear(Why.WHICH_DATE, ", ".join(token.text for token in deliveries)))
    if pickup and not (days and _brought_on(tokens)):
        return Promise("pickup", valid, tuple(unclear))
    return Promise(min(days) if len(days) == 1 else None, valid, tuple(unclear))


def _arriving(deliveries: list[Token], low: str) -> list[Token]:
    """ "posted monday so with you on wednesday": of several days those on which nothing only sets out.

    Where only the last day is said to be the arrival, it is that one: "ready monday, with you tuesday".
    """
    setting_out, there = [], []
    for index, token in enumerate(deliveries):
        before = deliveries[index - 1].end if index else 0
        after = deliveries[index + 1].start if index + 1 < len(deliveries) else len(low)
        lead = _PARTS.split(low[before : token.start])[-1]
        tail = _PARTS.split(low[token.end : min(after, token.end + 24)])[0]
        near = _LEAVING.search(lead) or (index + 1 < len(deliveries) and _LEAVES.match(tail))
        setting_out.append(bool(near))
        there.append(bool(_ARRIVING.search(lead) or _ARRIVES.match(tail)))
    if there[:-1].count(True) == 0 and there[-1:] == [True] and any(setting_out):
        return deliveries[-1:]
    kept = [t for t, leaves in zip(deliveries, setting_out, strict=True) if not leaves]
    last = max((t.spoken.last for t in deliveries if t.spoken is not None), default=None)
    late = any(t.spoken is not None and t.spoken.last == last for t in kept)
    return kept if late else deliveries


_PARTS = re.compile(rf"[,.;!?\n]| (?:{one_of(JOINING | THEN)}) ")
_LEAVING = re.compile(rf"(?<!\w)(?:{'|'.join(language.leaving for language in LANGUAGES)})(?!\w)")
_ARRIVING = re.compile(rf"(?<!\w)(?:{'|'.join(language.arriving for language in LANGUAGES)})(?!\w)")
_ARRIVES = re.compile(rf" ?(?:{'|'.join(language.arriving for language in LANGUAGES)})(?!\w)")
_LEAVES = re.compile(rf" ?(?:{'|'.join(language.leaving for language in LANGUAGES)})(?!\w)")


def _narrowed(tokens: Sequence[Token], deliveries: list[Token]) -> list[Token]:
    """Without weeks where a day is named too ("next week, from tuesday"), and of a choice the first."""
    single = [t for t in deliveries if "week" not in canonical(t.text).text.split()[-1:]]
    kept: list[Token] = []
    for token in single or deliveries:
        between = [t.role for t in tokens if kept and kept[-1].start < t.start < token.start]
        if Role.RANGE not in between or {*between} - {Role.RANGE, Role.FILLER, Role.COMMA}:
            kept.append(token)
    return kept


def _day_of(spoken: SpokenDate) -> date:
    """The latest day of a stretch (of a whole week its Friday), the earliest of a choice or of "from"."""
    if spoken.options or spoken.bound is Bound.FROM:
        return spoken.first
    if spoken.last - spoken.first == timedelta(days=6) and spoken.first.weekday() == 0:
        return spoken.first + timedelta(days=4)
    if spoken.last - spoken.first == timedelta(days=1) and spoken.first.weekday() == 5:
        return spoken.first
    return spoken.last


def _brought_on(tokens: Sequence[Token]) -> bool:
    """Whether a delivery is spoken of beside pickup, and the day is not that of the pickup alone."""
    if not any(t.role is Role.DELIVERY for t in tokens):
        return False
    dated = [_clause(tokens, at) for at, token in enumerate(tokens) if token.role is Role.DATE]
    roles = [{t.role for t in clause} for clause in dated]
    return not roles or any(Role.PICKUP not in found or Role.DELIVERY in found for found in roles)


def _sentence(tokens: Sequence[Token], index: int) -> Sequence[Token]:
    """The tokens around one, up to the next hard breaks."""
    start = end = index
    while start and tokens[start - 1].role is not Role.BREAK and index - start < 40:
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1].role is not Role.BREAK and end - index < 40:
        end += 1
    return tokens[start : end + 1]


def _is_refusal(tokens: Sequence[Token], index: int) -> bool:
    """ "no tomatoes today", "no basil this week": a day on which something is not to be had."""
    start = index
    while start and tokens[start - 1].role not in {Role.BREAK, Role.COMMA, Role.BUT} and index - start < 20:
        start -= 1
    roles = {token.role for token in tokens[start:index]}
    behind = next(
        (token.role for token in tokens[index + 1 : index + 3] if token.role is not Role.FILLER), None
    )
    if behind in {Role.NO, Role.LACKS} and Role.NAME in roles and Role.HAVE in roles:
        return not roles & {Role.PRICE, Role.DELIVERY, Role.NUMBER}  # "cod we have today not"
    return bool(roles & {Role.NO, Role.LACKS}) and not roles & {Role.PRICE, Role.DELIVERY, Role.NUMBER}


def is_refused_day(tokens: Sequence[Token], index: int) -> bool:
    """ "wednesday is not possible, friday": a day that is refused, and no thing, nor another day."""
    clause = _clause(tokens, index)
    behind = [token for token in clause if token.start > tokens[index].start]
    at = next((i for i, t in enumerate(behind) if t.role in {Role.NO, Role.DECLINE}), None)
    if at is None or any(token.role is Role.DATE for token in behind[at : at + 2]):
        return False
    return not {token.role for token in clause} & {Role.NAME, Role.LINE, Role.PRICE, Role.NUMBER}


def _is_of_rest(tokens: Sequence[Token], index: int) -> bool:
    """ "only have 3 tins, the rest next week": the day of what is not there yet, and is not offered."""
    roles = {token.role for token in _clause(tokens, index)}
    partly = any(token.role is Role.ONLY for token in tokens[:index])
    return partly and Role.REST in roles and not roles & {Role.PRICE, Role.NUMBER, Role.NAME, Role.LINE}


def _is_price_of(tokens: Sequence[Token], index: int) -> bool:
    """ "salmon today is 28": the day of the price, right between a name and its price."""
    if not 0 < index < len(tokens) - 2 or tokens[index - 1].role is not Role.NAME:
        return False
    return tokens[index + 1].role is Role.FILLER and tokens[index + 2].role in {Role.PRICE, Role.NUMBER}


def _is_stock(tokens: Sequence[Token], index: int) -> bool:
    """ "only 3 left till wednesday": how long that has to do, and no end of the offer."""
    clause = _clause(tokens, index)
    roles = {token.role for token in clause}
    counted = Role.QTY in roles or any(t.role is Role.NUMBER and not t.money for t in clause)
    return Role.ONLY in roles and counted and not {Role.PRICE, Role.VALID, Role.DELIVERY} & roles


def _is_condition(tokens: Sequence[Token], index: int) -> bool:
    """ "5% off if you confirm today": a day on which something is asked of the customer."""
    clause = _clause(tokens, index)
    if any(t.role is Role.BY for t in clause):
        return True
    when = [t.start for t in clause if t.role is Role.WHEN]
    brings = any(t.role in {Role.DELIVERY, Role.PICKUP, Role.VALID} for t in clause)
    reduced = any(t.role is Role.PERCENT for t in clause)
    return not brings and (reduced or (bool(when) and when[0] < tokens[index].start))


def _clause(tokens: Sequence[Token], index: int) -> Sequence[Token]:
    """The tokens around one, up to the next breaks or commas."""
    parting = {Role.BREAK, Role.COMMA, Role.BUT}
    start = end = index
    while start and tokens[start - 1].role not in parting and index - start < 40:
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1].role not in parting and end - index < 40:
        end += 1
    return tokens[start : end + 1]


def comes_again(clause: Sequence[Token]) -> bool:
    """ "back in stock on monday", "ask me next week": a day on which nothing is delivered."""
    again = any(t.role is Role.AGAIN for t in clause)
    return again and not any(t.role in {Role.DELIVERY, Role.PRICE} for t in clause)


def _is_validity(tokens: Sequence[Token], index: int, low: str) -> bool:
    """Whether the day limits the offer: "valid", or a bare "till" without a word of delivery."""
    start = index
    while start and tokens[start - 1].role not in {Role.BREAK, Role.DATE} and index - start < 12:
        start -= 1
    if start and tokens[start - 1].role is Role.DATE and _limits(tokens, start - 1, low):
        start = next((at for at in range(start, index) if tokens[at].role is Role.COMMA), start)
    roles = {token.role for token in tokens[start:index]}
    if Role.VALID in roles or _limits(tokens, index, low):
        return True
    lead = low[max(0, tokens[index].start - 12) : tokens[index].start].split()
    leads = any(word in UNTIL for word in lead[-2:])
    return leads and not roles & {Role.DELIVERY, Role.PICKUP}


def _leads(token: Token, low: str) -> bool:
    """Whether a word for "till" stands before a day."""
    lead = low[max(0, token.start - 12) : token.start].split()
    return any(word in UNTIL | UNTIL_VALID for word in lead[-2:])


def _limits(tokens: Sequence[Token], index: int, low: str) -> bool:
    """ "bis Samstag gültig": the word for it right behind the day."""
    behind = next((t for t in tokens[index + 1 : index + 3] if t.role is not Role.FILLER), None)
    return behind is not None and behind.role is Role.VALID and _leads(tokens[index], low)
