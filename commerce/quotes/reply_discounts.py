"""Percentages off and fees for the delivery: figures that are the price of no line."""

from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.reply_entries import Entry
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_pricing import offer_of
from commerce.quotes.reply_said import Notes, cut
from commerce.quotes.reply_shapes import ReadLine, Unclear, Why
from commerce.quotes.reply_words import TAXES

__all__ = ["is_fee", "take_discount"]


def is_fee(entry: Entry) -> bool:
    """ "plus 4.90 delivery": a price of the delivery, of no line."""
    prices = entry.prices
    if len(prices) != 1 or entry.names or not entry.has(Role.DELIVERY) or entry.has(Role.TOTAL, Role.ALL):
        return False
    nouns = [token.text.lower() for token in entry.all(Role.DELIVERY)]
    if all(noun.startswith(("delivered", "deliver ")) for noun in nouns) or entry.has(Role.INCLUDED):
        return False
    return entry.parted is Role.EXTRA or not entry.has(Role.DATE)


def take_discount(notes: Notes, entry: Entry) -> bool:
    """Takes note of a percentage; True where the entry has a line's price to go on with."""
    token = entry.all(Role.PERCENT)[0]
    off = entry.has(Role.OFF) or token.text.startswith(("-", "−"))
    words = {folded(word) for t in entry.all(Role.WORD, Role.FILLER) for word in t.text.split()}
    if entry.has(Role.WHEN) or entry.has(Role.INCLUDED) or words & TAXES:
        return bool(entry.names or entry.prices)
    if not off or token.number is None or not 0 < token.number < 100:
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return False
    if entry.names and entry.has(Role.ALL, Role.TOTAL):
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return False
    if entry.names or (entry.prices and not entry.has(Role.TOTAL, Role.ALL)):
        _cut_line(notes, entry, token.number)
        return False
    if entry.prices:
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return False
    if notes.said.percent and notes.said.percent != token.number:
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
    notes.said.percent = token.number
    return False


def _cut_line(notes: Notes, entry: Entry, percent: Decimal) -> None:
    """ "bolts 5.00 less 10%", "10% off the rice"."""
    n = notes.single(entry) if entry.names else next(iter(notes.lines), None)
    if n is None or (not entry.names and len(notes.lines) > 1):
        notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return
    price = entry.prices[0] if len(entry.prices) == 1 else None
    offer = offer_of(notes.lines[n], entry, price, None)
    if isinstance(offer, Unclear) or offer.price_minor is None:
        notes.said.doubt(Why.WHAT_DISCOUNT, entry, (n,))
        return
    notes.offer(n, ReadLine(cut(offer.price_minor, percent), offer.qty, offer.packs, None))
