"""What a seller's words for a substitute stand for in its own catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from commerce.catalogue.models import Item
from commerce.catalogue.service import available, item_of
from commerce.date_words import folded
from commerce.matching.item_packs import packs_of_item
from commerce.matching.packs import CannotPack
from commerce.matching.shelf import shelf_of
from commerce.methods.models import Component
from commerce.quotes.models import InquiryLine
from commerce.quotes.replies import ReadLine
from commerce.quotes.replies.tokens.figures import amount_of
from commerce.units import Amount, NotConvertible, convert

__all__ = ["SoldInstead", "item_behind", "sold_instead"]

LONGEST = 120


@dataclass(frozen=True)
class SoldInstead:
    """The name that is kept for a substitute, its item where one of the seller's fits, and how many packs."""

    name: str
    item_id: UUID | None
    packs: int


def sold_instead(session: Session, seller_id: UUID, line: InquiryLine, read: ReadLine) -> SoldInstead | None:
    """What stands in for the item asked: another thing, or another pack of it. None where nothing does.

    Only an item counts that surely fits the words, that is another one than asked, and is in stock.
    """
    if read.substitute is None:
        return _other_pack(session, seller_id, line, read)
    packs = read.packs or line.packs
    for item, stock in _like(session, seller_id, line, read.substitute):
        needed = _packs(read, item, packs)
        if stock >= needed:
            return SoldInstead(item.title[:LONGEST], item.id, needed)
    return SoldInstead(read.substitute[:LONGEST], None, packs)


def _other_pack(session: Session, seller_id: UUID, line: InquiryLine, read: ReadLine) -> SoldInstead | None:
    """ "Only in nets of 2 kg": the same thing, but not what is listed, so the consumer has to want it."""
    if read.packs is not None or read.qty is None:
        return None
    name = session.get_one(Component, line.component_id).name
    said = amount_of(folded(read.qty))
    for item, stock in _like(session, seller_id, line, name):
        if said is not None and stock and _holds(item, said):
            return SoldInstead(item.title[:LONGEST], item.id, 1)
    return SoldInstead(f"{name}, {read.qty}"[:LONGEST], None, 1)


def _holds(item: Item, said: Amount) -> bool:
    try:
        return convert(said, item.pack.unit).qty == item.pack.qty
    except NotConvertible:
        return False


def _like(session: Session, seller_id: UUID, line: InquiryLine, words: str) -> Iterator[tuple[Item, int]]:
    """The seller's items that the words surely mean, but for the one asked, each with how many are left."""
    shelf = shelf_of(session)
    matcher = shelf.by_seller.get(seller_id)
    matches = matcher.best(words, at_most=4) if matcher is not None else []
    fitting = [shelf.items[match.item_id] for match in matches if match.sure]
    stock = available(session, [item.id for item in fitting])
    return ((item, stock[item.id]) for item in fitting if item.id != line.item_id)


def _packs(read: ReadLine, item: Item, otherwise: int) -> int:
    """How many packs of `item` the quantity said is ("500 g" of 250 g packs are two)."""
    said = amount_of(folded(read.qty)) if read.qty and not read.packs else None
    if said is None:
        return otherwise
    try:
        return packs_of_item(item.title, said, item.title, item.pack).packs
    except CannotPack:
        return otherwise


def item_behind(session: Session, line: InquiryLine, substitute_item_id: UUID | None) -> Item:
    """The item that is sold; for a substitute that no item fits, the one whose place it takes."""
    return item_of(session, substitute_item_id or line.item_id)
