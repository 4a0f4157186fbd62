"""Entries with a price that name no line: of what was named just before, of all, of the rest, or a result."""

from dataclasses import replace

from commerce.date_words import folded
from commerce.quotes.replies.shapes import ReadLine, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.named import offer_named
from commerce.quotes.replies.statements.notes import Notes, share_price
from commerce.quotes.replies.statements.pricing import offer_of, results_in
from commerce.quotes.replies.statements.turns import (
    counts_pieces,
    each_or_all,
    of_a_kind,
    restates,
)
from commerce.quotes.replies.tokens.figures import whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.tokens.worked_out import packs_needed
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import VARIETIES
from commerce.units import Dimension, dimension_of

__all__ = ["CUES", "take_priced", "take_total"]

CUES = (Role.ONLY, Role.OFFERS, Role.INSTEAD)
"""Words beside a thing that was not asked for which make it a substitute."""


def take_priced(notes: Notes, entry: Entry, refusing: list[int]) -> None:
    """A price without a name: of what was named just before, of all, or of the next line in order."""
    price = entry.prices[0]
    pending = notes.pending
    whole = entry.has(Role.TOTAL, Role.ALL) and not counts_pieces(notes, entry, refusing)
    if pending is None and (_packs_worked_out(notes, entry, price) or restates(notes, entry, price)):
        return
    if entry.has(Role.RESULT) and not entry.has(Role.REST) and _results(notes, entry, price):
        return
    if (
        pending is None
        and (entry.has(Role.RESULT) or entry.tokens[0].text == "=")
        and _multiplied(notes, price)
    ):
        return
    if pending is None and entry.has(Role.PER) and _says_again(notes, entry, price):
        return
    if entry.has(Role.CORRECTION) and notes.last_offer is not None and not whole:
        offer = offer_of(notes.lines[notes.last_offer], entry, price, None)
        notes.said.offers[notes.last_offer] = []
        notes.settle(notes.last_offer, offer)
    elif entry.parted is Role.RANGE and pending is None and notes.last_offer is not None:
        n = notes.last_offer
        again = offer_of(notes.lines[n], entry, price, None)
        if [again] == notes.said.offers.get(n):
            return
        notes.said.offers.pop(n, None)
        notes.said.doubt(Why.TWO_PRICES, entry, (n,))
    elif pending is not None and whole and entry.parted is Role.AND and entry.has(Role.WORD):
        notes.said.doubt(Why.UNKNOWN_NAME, entry)  # "rice and potatoes 14 together", without potatoes
    elif pending is not None and (not whole or len(notes.numbers(pending)) < 2):
        notes.pending = None
        together = Entry(pending.parted, [*pending.tokens, *entry.tokens])
        if together.names:
            offer_named(notes, together, notes.numbers(together), refusing)
        else:
            take_priced(notes, together, refusing)
    elif entry.has(Role.REST):
        _price_of_rest(notes, entry)
    elif whole and pending is None and len(notes.lines) > 1 and _is_rate_of_all(entry):
        for n in sorted(notes.lines.keys() - notes.said.refused.keys()):
            notes.settle(n, offer_of(notes.lines[n], entry, price, None, several=True))
    elif whole and len(notes.lines) > 1 and each_or_all(entry):
        notes.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, sorted(notes.lines))
    elif entry.has(Role.ALL) and entry.has(Role.PER) and _each_line(notes, entry, price):
        return
    elif whole and len(notes.lines) > 1:
        named = notes.numbers(pending) if pending is not None else []
        notes.pending = None
        if 1 < len(named) < len(notes.lines) and not entry.has(Role.ALL):
            share_price(notes, entry, named)
            return
        notes.said.accepted.update(named)
        take_total(notes, entry, price)
    elif entry.has(Role.WORD) and not whole:
        _unknown(notes, entry, refusing)
    else:
        notes.said.bare.append(entry)


def _each_line(notes: Notes, entry: Entry, price: Token) -> bool:
    """ "all herbs 2.49 a pot": the price of one of each line, where all are counted so."""
    told = {n: offer_of(line, entry, price, None, several=True) for n, line in notes.lines.items()}
    if notes.said.offers or notes.pending is not None or notes.said.refused:
        return False
    offers = {n: offer for n, offer in told.items() if isinstance(offer, ReadLine)}
    if len(offers) < len(told):
        return False
    for n, offer in offers.items():
        notes.offer(n, offer)
    return True


def _packs_worked_out(notes: Notes, entry: Entry, price: Token) -> bool:
    """ "in boxes of 25 at 4.95, so 9.90 for the 50": what as many packs as are needed come to."""
    if notes.open_packs is None or entry.has(Role.WORD, Role.VAGUE, Role.PER):
        return False
    n, before, doubt = notes.open_packs
    sizes, count = before.all(Role.QTY), None
    if len(sizes) == 1 and len(before.prices) == 1:
        count = packs_needed(notes.lines[n], sizes[0])
    if (
        count is None
        or price.minor != (before.prices[0].minor or 0) * count
        or doubt not in notes.said.unclear
    ):
        return False
    notes.said.unclear.remove(doubt)
    notes.offer(n, ReadLine(price.minor, notes.lines[n].qty, notes.lines[n].packs, None))
    notes.open_packs = None
    return True


def _is_rate_of_all(entry: Entry) -> bool:
    """ "both 2.50 a kilo": the rate of each."""
    rated = any(token.unit is not None and token.number == 1 for token in entry.all(Role.PER))
    return rated and len(entry.prices) == 1 and not entry.has(Role.QTY, Role.WORD, Role.RESULT)


def _multiplied(notes: Notes, price: Token) -> bool:
    """ "2 bottles at 6.50 = 13": what so many of the line just priced come to."""
    bare = notes.said.bare
    if len(notes.lines) == 1 and not notes.said.offers and len(bare) == 1 and len(bare[0].prices) == 1:
        only = next(iter(notes.lines.values()))
        told = offer_of(only, bare[0], bare[0].prices[0], None)
        if isinstance(told, ReadLine) and not bare[0].has(Role.WORD):
            bare.clear()
            notes.offer(only.n, told)
    line = notes.lines.get(notes.last_offer or 0)
    offers = notes.said.offers.get(line.n, []) if line is not None else []
    whole = whole_of(line) if line is not None else None
    if line is None or whole is None or whole.qty < 2 or not offers or not offers[-1].price_minor:
        return False
    same = offers[-1].qty == line.qty and dimension_of(whole.unit) is Dimension.COUNT
    if not same or offers[-1].price_minor * whole.qty != price.minor:
        return False
    offers[-1] = replace(offers[-1], price_minor=price.minor)
    return True


def _says_again(notes: Notes, entry: Entry, price: Token) -> bool:
    """ "glue 13.00 (6.50 a bottle)": by what the line just priced comes to this price."""
    line = notes.lines.get(notes.last_offer or 0)
    offers = notes.said.offers.get(line.n, []) if line is not None else []
    if line is None or not offers or entry.has(Role.WORD, Role.VAGUE):
        return False
    return offer_of(line, entry, price, offers[-1].substitute) == offers[-1]


def _results(notes: Notes, entry: Entry, price: Token) -> bool:
    """ "28 a kilo, so 16.80": what the price just said comes to; otherwise a sum of all."""
    n = notes.last_offer
    pending, notes.pending = notes.pending, None
    if pending is not None:
        entry = Entry(pending.parted, [*pending.tokens, *entry.tokens])
        if pending.names:
            offer_named(notes, entry, notes.numbers(entry), [])
            return True
    if not notes.said.offers and notes.said.bare and len(notes.lines) == 1:
        n = next(iter(notes.lines))
        first = notes.said.bare.pop()
        before = offer_of(notes.lines[n], first, first.prices[0], None) if first.prices else None
        stated = offer_of(notes.lines[n], entry, price, None)
        if not isinstance(before, ReadLine):
            notes.settle(n, stated)
            return True
        notes.offer(n, before)
    offers = notes.said.offers.get(n or 0, [])
    sums = {sum(offer[-1].price_minor or 0 for offer in notes.said.offers.values() if offer)}
    sums |= {total + (notes.said.fee or 0) for total in sums}
    if n is not None and offers and not (price.minor in sums and len(notes.said.offers) > 1):
        line = notes.lines[n]
        stated = offer_of(line, entry, price, offers[-1].substitute)
        if isinstance(stated, ReadLine) and results_in(line, offers[-1], stated):
            offers[-1] = stated
            return True
    if len(notes.lines) == 1:
        return False
    take_total(notes, entry, price)
    return True


def take_total(notes: Notes, entry: Entry, price: Token) -> None:
    before = notes.said.offers.get(notes.last_offer or 0, [])
    if entry.tokens[0].text == "=" and before and before[-1].price_minor == price.minor:
        return
    sound = price.role is Role.PRICE and price.minor and price.count == 1 and not entry.has(Role.PER)
    if price.foreign:
        notes.said.doubt(Why.OTHER_CURRENCY, entry)
    elif entry.has(Role.VAGUE):
        notes.said.doubt(Why.VAGUE_PRICE, entry)
    elif entry.has(Role.WORD) and entry.tokens[0].role is Role.WORD and not entry.has(Role.ALL):
        notes.said.doubt(Why.UNKNOWN_NAME, entry)
    elif not sound or not price.minor:
        notes.said.doubt(Why.ODD_PRICE, entry)
    elif not (entry.has(Role.WHEN) and notes.said.offers):  # "the lot 4.50 if you come now": a condition
        notes.said.totals.append(price.minor)
        notes.said.fee_in_total |= entry.has(Role.INCLUDED) and entry.has(Role.DELIVERY)
        notes.said.all_accepted |= entry.has(Role.ALL)


def _price_of_rest(notes: Notes, entry: Entry) -> None:
    spoken_for = set(notes.said.offers) | set(notes.said.refused)
    spoken_for |= {n for shared in notes.said.shared for n in shared.lines}
    rest = [n for n in notes.lines if n not in spoken_for]
    if len(rest) > 1 and entry.has(Role.TOTAL):
        share_price(notes, entry, rest)
    elif len(rest) == 1:
        notes.settle(rest[0], offer_of(notes.lines[rest[0]], entry, entry.prices[0], None))
    else:
        notes.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, rest)


def _unknown(notes: Notes, entry: Entry, refusing: list[int]) -> None:
    """A price for something that was not asked for: a substitute where the words say for what."""
    thing = entry.all(Role.WORD)[0].text.strip().lower()
    cue = entry.has(*CUES) or entry.parted is Role.BUT
    kin = of_a_kind(thing, notes.lines) if cue else []
    if len(refusing) == 1:
        n = refusing[0]
        notes.settle(n, offer_of(notes.lines[n], entry, entry.prices[0], thing))
    elif (cue and (len(notes.lines) == 1 or len(kin) == 1)) or (
        len(notes.lines) == 1 and folded(thing) in VARIETIES
    ):
        n = kin[0] if kin else next(iter(notes.lines))
        notes.settle(n, offer_of(notes.lines[n], entry, entry.prices[0], thing))
    else:
        notes.said.doubt(Why.UNKNOWN_NAME, entry)
