"""Bare figures by what stands around them: a quantity, the number of a line, an hour, or a price."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import AT_PRICE, OF_PRICE, TIMES

__all__ = ["MOST_TOKENS", "NAMING", "figure_in_place", "next_told"]

MOST_TOKENS = 48
"""No statement is longer, and nothing further away has a say in one: keeps the time linear."""

NAMING = frozenset({Role.NAME, Role.LINE})
_SLIGHT = frozenset({Role.FILLER, Role.HAVE})


def figure_in_place(segment: Sequence[Token], index: int) -> Token:
    """A bare number by what stands around it: a quantity, the number of a line, an hour, or a price."""
    token = segment[index]
    if token.role is Role.FILLER and folded(token.text) in NUMBERS:
        return _spelled(segment, index)
    if token.role is Role.PRICE and _is_former(segment, index):
        return replace(token, role=Role.FILLER)
    if token.role is not Role.NUMBER:
        return token
    if _is_former(segment, index) or _is_hour(segment, index):
        return replace(token, role=Role.FILLER)
    first = max(0, index - MOST_TOKENS)
    segment, index = segment[first : index + MOST_TOKENS], index - first
    before = next((t for t in reversed(segment[:index]) if t.role not in _SLIGHT), None)
    after = next_told(segment, index)
    stocked = after is not None and after.role is Role.YES and before is not None and before.role is Role.NAME
    if not token.money and index and (segment[index - 1].role is Role.HAVE or stocked):
        return replace(token, role=Role.QTY)
    if before is not None and before.role is Role.EXCEPT:
        return replace(token, role=Role.LINE, lines=frozenset({int(token.number or 0)}))
    priced = any(t.role is Role.PRICE for t in segment[:index]) and not any(
        t.role in NAMING and t.start > _last_price(segment, index) for t in segment[:index]
    )
    if after is not None and after.role is Role.NAME and not token.money:
        own = next((t for t in segment[index + 1 :] if t.role in {Role.PRICE, Role.NUMBER}), None)
        named_before = before is not None and before.role in NAMING
        if not named_before and (own is not None or priced):
            return replace(token, role=Role.QTY)
    if after is not None and after.role in {Role.PRICE, Role.NUMBER} and not priced:
        between = {folded(t.text) for t in segment[index:] if t.role is Role.FILLER and t.start < after.start}
        if between & OF_PRICE and not token.money:
            return replace(token, role=Role.QTY)
        if between & AT_PRICE and not token.money and _one_each(segment, index):
            return replace(token, role=Role.QTY)
    told = [t.role for t in segment[:index] if t.role not in _SLIGHT][-2:]
    only = (before is not None and before.role is Role.ONLY and told != [Role.QTY, Role.ONLY]) or (
        after is not None and after.role is Role.ONLY
    )
    if only and len(token.text) <= 4:
        return replace(token, role=Role.QTY)
    sums = before is not None and before.role in {Role.TOTAL, Role.RESULT}
    if priced and not sums and OF_PRICE & {folded(t.text) for t in segment[:index]} and after is None:
        return replace(token, role=Role.QTY)
    if not token.money and _is_bound(segment, index):
        return replace(token, role=Role.ODD)
    return replace(token, role=Role.PRICE)


def _is_bound(segment: Sequence[Token], index: int) -> bool:
    """ "salmon from 24": the least or the most that it may cost, or an hour."""
    before = segment[index - 1] if index else None
    if before is None or before.role is not Role.FILLER or not before.text.strip():
        return False
    return folded(before.text).split()[-1] in TIMES - AT_PRICE - OF_PRICE


def _one_each(segment: Sequence[Token], index: int) -> bool:
    """Whether the next figure is a price of one: "6 at 18.50 each"."""
    figures = {Role.PRICE, Role.NUMBER}
    place = next((at for at in range(index + 1, len(segment)) if segment[at].role in figures), None)
    return place is not None and any(token.role is Role.PER for token in segment[place + 1 : place + 3])


def _spelled(segment: Sequence[Token], index: int) -> Token:
    """A number in letters that is a quantity: "only one camembert", "a dozen for 4 euros"."""
    token, before = segment[index], segment[index - 1] if index else None
    after = segment[index + 1] if index + 1 < len(segment) else None
    counted = after is not None and (
        (after.role is Role.NAME and before is not None and before.role is Role.ONLY)
        or (after.role is Role.NAME and NUMBERS[folded(token.text)] > 1)
        or (
            folded(after.text) in OF_PRICE
            and any(t.role is Role.PRICE for t in segment[index + 2 : index + 5])
        )
    )
    had = before is not None and before.role in {Role.ONLY, Role.HAVE}
    left = had and after is not None and after.role is Role.ONLY
    left = left or (
        had and after is not None and folded(after.text) in AT_PRICE and NUMBERS[folded(token.text)] > 1
    )
    if not (counted or left) and not _of_the(segment, index):
        return token
    return replace(token, role=Role.QTY, number=Decimal(NUMBERS[folded(token.text)]))


def _of_the(segment: Sequence[Token], index: int) -> bool:
    """ "only got one of the ladders": a part of what is named right behind it."""
    only = any(token.role is Role.ONLY for token in segment[max(0, index - 3) : index])
    behind = segment[index + 1 : index + 4]
    name = next((at for at, token in enumerate(behind) if token.role is Role.NAME), None)
    return only and bool(name) and all(token.role is Role.FILLER for token in behind[:name])


def _is_former(segment: Sequence[Token], index: int) -> bool:
    """ "1.60 instead of 1.80": the second is the price of before."""
    near = segment[max(0, index - 4) : index]
    at = next((i for i, t in enumerate(near) if t.role is Role.INSTEAD), None)
    if at is None or any(t.role not in _SLIGHT for t in near[at + 1 :]):
        return False
    return any(t.role in {Role.PRICE, Role.NUMBER} for t in near[:at])


def _is_hour(segment: Sequence[Token], index: int) -> bool:
    """ "ab 6 abholen", "pick it up from 7": a number after such a word where nothing is named or priced."""
    token = segment[index]
    if token.money or not token.number or token.number > 24 or not index:
        return False
    if folded(segment[index - 1].text).split()[-1] not in TIMES:
        return False
    if index > 1 and segment[index - 2].role is Role.DATE and index + 1 == len(segment):
        return True  # "2,79, morgen ab 9"
    near = segment[max(0, index - MOST_TOKENS) : index + MOST_TOKENS]
    roles = {t.role for t in near}
    return bool(roles & {Role.PICKUP, Role.DELIVERY, Role.DATE}) and not roles & {Role.NAME, Role.PRICE}


def _last_price(segment: Sequence[Token], index: int) -> int:
    return max((t.start for t in segment[:index] if t.role is Role.PRICE), default=-1)


def next_told(segment: Sequence[Token], index: int) -> Token | None:
    """The token after `index` that tells something."""
    near = segment[index + 1 : index + MOST_TOKENS]
    return next((token for token in near if token.role not in _SLIGHT), None)
