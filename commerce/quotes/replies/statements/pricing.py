"""What one statement offers for one line: price per unit times quantity, a part of it, a substitute."""

from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, ReadLine, Unclear, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.factors import exact_minor, factor_of
from commerce.quotes.replies.statements.parts import part_offered
from commerce.quotes.replies.statements.sizes import other_size
from commerce.quotes.replies.tokens.figures import MOST_MINOR, amount_of, rounded, whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role
from commerce.units import Amount

__all__ = ["is_far_from", "offer_of", "results_in"]

FARTHEST_FROM_LIST = 20
"""A price, or a total, this many times above or below the list price is asked back."""


def offer_of(
    line: AskedLine, entry: Entry, price: Token | None, substitute: str | None, *, several: bool = False
) -> ReadLine | Unclear:
    """The offer that `entry` makes for `line`; without `price` the list price, as far as there is one.

    `several`: the statement names more lines than this one ("rice and oil 2.50 each").
    """
    lines = (line.n,)
    sized = other_size(line, entry) is not None
    part = (
        (line.qty, line.packs, whole_of(line)) if sized else part_offered(line, entry, substitute is not None)
    )
    if isinstance(part, Unclear):
        return part
    qty, packs, amount = part
    if price is None:
        return _at_list(line, entry, qty, packs, amount, substitute)
    if price.role is Role.FREE and not entry.has(Role.VAGUE, Role.WHEN):
        return ReadLine(0, qty, packs, substitute)
    if price.role is not Role.PRICE or price.minor is None:
        return Unclear(Why.ODD_PRICE, entry.words, lines)
    if price.foreign:
        return Unclear(Why.OTHER_CURRENCY, entry.words, lines)
    if entry.has(Role.VAGUE):
        return Unclear(Why.VAGUE_PRICE, entry.words, lines)
    factor = factor_of(line, entry, price, amount, packs, several)
    if factor is None:
        return Unclear(Why.WHICH_UNIT, entry.words, lines)
    minor = rounded(exact_minor(price) * factor)
    if not 0 < minor <= MOST_MINOR:
        return Unclear(Why.ODD_PRICE, entry.words, lines)
    if line.list_price_minor and substitute is None and is_far_from(minor, line.list_price_minor):
        return Unclear(Why.ODD_PRICE, entry.words, lines)
    return ReadLine(minor, qty, packs, substitute)


def is_far_from(minor: int, listed_minor: int) -> bool:
    """Whether a price can hardly be meant, by the list price."""
    return minor > listed_minor * FARTHEST_FROM_LIST or minor * FARTHEST_FROM_LIST < listed_minor


def _at_list(
    line: AskedLine, entry: Entry, qty: str, packs: int | None, amount: Amount | None, substitute: str | None
) -> ReadLine | Unclear:
    """No price was said: the list price, in proportion for a part; nothing for a substitute."""
    whole = whole_of(line)
    if line.list_price_minor is None or substitute is not None:
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    if qty == line.qty:
        return ReadLine(line.list_price_minor, qty, packs, None)
    if line.packs and packs:
        exact = Decimal(line.list_price_minor * packs) / line.packs
    elif whole and amount and whole.unit is amount.unit:
        exact = line.list_price_minor * amount.qty / whole.qty
    else:
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    if exact != exact.to_integral_value():
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    return ReadLine(int(exact), qty, packs, None)


def results_in(line: AskedLine, said: ReadLine, stated: ReadLine) -> bool:
    """Whether the price `stated` can be what `said` comes to: the same rate, or up to half off."""
    if said.price_minor is None or stated.price_minor is None:
        return False
    before, after = amount_of(folded(said.qty or "")), amount_of(folded(stated.qty or line.qty))
    if before is None or after is None or before.unit is not after.unit:
        share = Decimal(1)
    else:
        share = after.qty / before.qty
    exact = said.price_minor * share
    return exact / 2 <= stated.price_minor <= exact + 1
