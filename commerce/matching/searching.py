"""Search over everything that is for sale, in free words: the thing, its colour, its size, its price."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sqlmodel import Session

from commerce.catalogue.models import Item, Seller
from commerce.catalogue.service import available, seller_of
from commerce.matching.matching import Match
from commerce.matching.shelf import Shelf, shelf_of
from commerce.matching.wanted import Wanted, amount_in, colours_in, means_for
from commerce.money import Money
from commerce.units import NotConvertible, convert

__all__ = ["Found", "Misses", "Results", "SortedBy", "search"]

NOT_FAR_BEHIND = 15
"""Of 100: who asks for olive oil does not mean sunflower oil."""
ALIKE_FROM = 60
"""Of 100: below that it is perhaps something else: apple juice for orange juice."""
MOST_FOUND = 60
NEAREST = 4
SAME_SIZE = Decimal("0.03")
FAR = Decimal(1_000_000)


class SortedBy(StrEnum):
    FIT = "fit"
    PRICE = "price"


class Misses(StrEnum):
    """What an item is not as wished."""

    THING = "thing"
    COLOUR = "colour"
    SIZE = "size"
    PRICE = "price"


@dataclass(frozen=True)
class Found:
    item: Item
    seller: Seller
    left: int
    misses: frozenset[Misses] = frozenset()


@dataclass(frozen=True)
class Results:
    """`fitting` in full; where there is none, `near` is what comes nearest."""

    fitting: tuple[Found, ...]
    near: tuple[Found, ...] = ()


def search(session: Session, wanted: Wanted, *, by: SortedBy = SortedBy.FIT) -> Results:
    """The items that fit best, those in stock first."""
    shelf = shelf_of(session)
    matches = _matches(shelf, wanted)
    stock = available(session, [match.item_id for match in matches])
    found = []
    for match in matches:
        item = shelf.items[match.item_id]
        seller = seller_of(session, item.seller_id)
        missed = _misses(item, seller, wanted)
        if match.score < ALIKE_FROM:
            missed |= {Misses.THING}
        found.append(Found(item, seller, stock[item.id], missed))
    fitting = [hit for hit in found if not hit.misses]
    if by is SortedBy.PRICE:
        fitting.sort(key=lambda hit: hit.item.price_minor)
    fitting.sort(key=lambda hit: hit.left <= 0)
    if fitting:
        return Results(tuple(fitting))
    near = sorted(found, key=lambda hit: (hit.left <= 0, len(hit.misses), _distance(hit, wanted)))
    return Results((), tuple(near[:NEAREST]))


def _matches(shelf: Shelf, wanted: Wanted) -> Sequence[Match]:
    """What is meant, the best first; for a purpose, the first thing that serves it and is sold."""
    size = _title_size(wanted)
    for name in means_for(wanted.query):
        served = [one for one in shelf.everything.best(name, at_most=MOST_FOUND, size=size) if one.sure]
        if served:
            return served
    matches = shelf.everything.best(wanted.spoken or wanted.query, at_most=MOST_FOUND, size=size)
    return [one for one in matches if one.score >= matches[0].score - NOT_FAR_BEHIND]


def _title_size(wanted: Wanted) -> str | None:
    """Only a size that is no measure of a pack tells one thing from another: screws 4 x 40."""
    return wanted.size if wanted.size and amount_in(wanted.size) is None else None


def _misses(item: Item, seller: Seller, wanted: Wanted) -> frozenset[Misses]:
    missed = set()
    if wanted.colour and not _has_colour(item, wanted.colour):
        missed.add(Misses.COLOUR)
    if wanted.size and not _has_size(item, wanted.size):
        missed.add(Misses.SIZE)
    if wanted.max_price is not None:
        most = Money.of_major(wanted.max_price, seller.currency).minor
        if item.price_minor > most:
            missed.add(Misses.PRICE)
    return frozenset(missed)


def _has_colour(item: Item, colour: str) -> bool:
    names = " ".join([item.title, *item.other_names])
    return colour in colours_in(names) or colour.casefold() in names.casefold().split()


def _has_size(item: Item, size: str) -> bool:
    """The pack's own measure, or the figures as they stand in the title."""
    asked = amount_in(size)
    if asked is not None:
        try:
            there = convert(asked, item.pack.unit).qty
        except NotConvertible:
            there = Decimal(0)
        if abs(there - item.pack.qty) <= item.pack.qty * SAME_SIZE:
            return True
    plain = re.escape(_figures(size))
    return re.search(rf"(?<!\d)(?<!\d\.){plain}(?!\d|\.\d)", _figures(item.title)) is not None


def _distance(hit: Found, wanted: Wanted) -> Decimal:
    """How far the pack is from the size that was asked, or how dear it is where the price is the matter."""
    asked = amount_in(wanted.size) if wanted.size else None
    if asked is not None and Misses.SIZE in hit.misses:
        try:
            there = convert(asked, hit.item.pack.unit).qty
        except NotConvertible:
            return FAR
        return abs(there - hit.item.pack.qty) / there if there else FAR
    return Decimal(hit.item.price_minor) if Misses.PRICE in hit.misses else Decimal(0)


def _figures(text: str) -> str:
    return text.casefold().replace(",", ".").replace("×", "x").replace(" ", "").replace("mm", "")
