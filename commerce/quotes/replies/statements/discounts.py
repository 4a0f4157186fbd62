"""Percentages off and fees for the delivery: figures that are the price of no line."""

import re
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.replies.shapes import ReadLine, Unclear, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.notes import Notes, cut
from commerce.quotes.replies.statements.pricing import offer_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import BECAUSE, BROUGHT, CERTAINTY, OF_PRICE

__all__ = ["brings_free", "excludes_delivery", "is_condition", "is_fee", "take_discount"]


def is_fee(entry: Entry) -> bool:
    """ "plus 4.90 delivery": a price of the delivery, of no line."""
    prices = entry.prices
    if len(prices) != 1 or entry.names or not entry.has(Role.DELIVERY) or entry.has(Role.TOTAL, Role.ALL):
        return False
    nouns = [folded(token.text) + " " for token in entry.all(Role.DELIVERY)]
    if all(noun.startswith(BROUGHT) and noun != "delivery " for noun in nouns) or entry.has(Role.INCLUDED):
        return False
    if excludes_delivery(entry):
        return False
    days = [token.start for token in entry.all(Role.DATE)]
    behind = any(noun.start - prices[0].end == 1 for noun in entry.all(Role.DELIVERY)) and prices[0].money
    if behind and days and days[0] < prices[0].start:  # "can deliver monday 25 euro delivery"
        return True
    nouns_first = any(token.start < prices[0].start for token in entry.all(Role.DELIVERY)) and prices[0].money
    return entry.parted is Role.EXTRA or not days or (nouns_first and prices[0].start < days[0])


def excludes_delivery(entry: Entry) -> bool:
    """ "26 without delivery", "delivery not included", "delivery extra": it costs more, not told how much."""
    if not entry.has(Role.DELIVERY) and not any(" " in t.text.strip() for t in entry.all(Role.INCLUDED)):
        return False
    more = not entry.prices and any(_EXTRA.fullmatch(folded(token.text)) for token in entry.all(Role.FILLER))
    return more or entry.has(Role.EXCEPT) or (entry.has(Role.NO) and entry.has(Role.INCLUDED))


_EXTRA = re.compile("|".join(pattern for language in LANGUAGES for pattern in language.phrases[Role.EXTRA]))


def brings_free(entry: Entry) -> bool:
    """ "free delivery", "30 including delivery", "dropped off for free": bringing costs nothing more."""
    free = entry.has(Role.FREE) and entry.has(Role.DELIVERY)
    told = [token for token in entry.all(Role.INCLUDED) if " " in token.text.strip() or len(token.text) > 12]
    if entry.has(Role.WHEN) or excludes_delivery(entry):
        return False
    return bool(told) or (not entry.names and (free or _includes(entry)))


def _includes(entry: Entry) -> bool:
    return entry.has(Role.INCLUDED) and entry.has(Role.DELIVERY)


def is_condition(entry: Entry) -> bool:
    """ "5 off if you order all three": what holds only if the customer does something, and is no price."""
    reduces = entry.has(Role.OFF, Role.PERCENT, Role.INCLUDED, Role.FREE)
    collected = entry.has(Role.PICKUP) and entry.has(Role.PERCENT) and not entry.prices
    return (entry.has(Role.WHEN) or collected) and reduces and not entry.names


_NO_DISCOUNT = 60
"""So many per cent are a part of the name: "dark chocolate 70% 2.60"."""


def take_discount(notes: Notes, entry: Entry) -> bool:
    """Takes note of a percentage; True where the entry has a line's price to go on with."""
    token = entry.all(Role.PERCENT)[0]
    off = entry.has(Role.OFF) or token.text.startswith(("-", "−"))
    words = {folded(word) for t in entry.all(Role.WORD, Role.FILLER) for word in t.text.split()}
    if entry.has(Role.WHEN, Role.INCLUDED) or is_condition(entry) or words & CERTAINTY:
        return bool(entry.names or entry.prices)
    if not off and entry.names and entry.prices and (token.number or 0) >= _NO_DISCOUNT:
        return True
    if not entry.names and _for_whom(entry):
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return False
    named_only = bool(entry.names) and not entry.prices and not entry.has(Role.ALL, Role.TOTAL)
    if not (off or named_only) or token.number is None or not 0 < token.number < 100:
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return False
    if entry.names and entry.has(Role.ALL, Role.TOTAL):
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return False
    if entry.names or (entry.prices and not entry.has(Role.TOTAL, Role.ALL)):
        _cut_line(notes, entry, token.number)
        return False
    if entry.prices:
        total = entry.prices[0]
        said = any(total.start < t.start < token.start for t in entry.all(Role.TOTAL))
        after = total.start > token.start and bool(notes.said.totals)
        if after and cut(notes.said.totals[-1], token.number) == total.minor:
            notes.said.totals[-1], notes.said.total_percent = total.minor, token.number
        elif not said or total.role is not Role.PRICE or not total.minor:
            notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        else:
            notes.said.totals.append(cut(total.minor, token.number))
        return False
    if (
        entry.has(Role.WORD) and not entry.has(Role.ALL, Role.TOTAL) and not words & BECAUSE
    ):  # "2% discount for prepayment"
        notes.said.conditions.append(entry.words)
        if not any(folded(t.text) in OF_PRICE for t in entry.all(Role.FILLER)):
            notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return False
    if notes.said.percent and notes.said.percent != token.number:
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
    notes.said.percent = token.number
    return False


def _for_whom(entry: Entry) -> bool:
    """ "10% off for members": something unknown that it may hang on, and no reason for it."""
    because = next((t.start for t in entry.all(Role.FILLER) if folded(t.text) in BECAUSE), None)
    unknown = [t.start for t in entry.all(Role.WORD)]
    return bool(unknown) and (because is None or min(unknown) < because)


def _cut_line(notes: Notes, entry: Entry, percent: Decimal) -> None:
    """ "bolts 5.00 less 10%", "10% off the rice"."""
    n = notes.single(entry) if entry.names else next(iter(notes.lines), None)
    if n is None or (not entry.names and len(notes.lines) > 1):
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return
    if not entry.prices:
        notes.said.cuts[n] = percent
        return
    price = entry.prices[0] if len(entry.prices) == 1 else None
    offer = offer_of(notes.lines[n], entry, price, None)
    if isinstance(offer, Unclear) or offer.price_minor is None:
        notes.said.doubt(Why.WHAT_DISCOUNT, entry, (n,))
        return
    notes.offer(n, ReadLine(cut(offer.price_minor, percent), offer.qty, offer.packs, None))
