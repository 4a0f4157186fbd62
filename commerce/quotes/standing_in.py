"""What a seller's words for a substitute stand for in its own catalogue."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from commerce.catalogue.models import Item
from commerce.catalogue.service import available, item_of
from commerce.date_words import folded
from commerce.matching.item_packs import packs_of_item
from commerce.matching.packs import CannotPack
from commerce.matching.shelf import shelf_of
from commerce.quotes.models import InquiryLine
from commerce.quotes.replies import ReadLine
from commerce.quotes.reply_money import amount_of

__all__ = ["SoldInstead", "item_behind", "sold_instead"]

LONGEST = 120


@dataclass(frozen=True)
class SoldInstead:
    """The name that is kept for a substitute, its item where one of the seller's fits, and how many packs."""

    name: str
    item_id: UUID | None
    packs: int


def sold_instead(session: Session, seller_id: UUID, line: InquiryLine, read: ReadLine) -> SoldInstead:
    """Only an item that surely fits the words, that is another one than asked, and is in stock."""
    assert read.substitute is not None
    packs = read.packs or line.packs
    shelf = shelf_of(session)
    matcher = shelf.by_seller.get(seller_id)
    matches = matcher.best(read.substitute, at_most=4) if matcher is not None else []
    fitting = [shelf.items[match.item_id] for match in matches if match.sure]
    stock = available(session, [item.id for item in fitting])
    for item in fitting:
        needed = _packs(read, item, packs)
        if item.id != line.item_id and stock[item.id] >= needed:
            return SoldInstead(item.title[:LONGEST], item.id, needed)
    return SoldInstead(read.substitute[:LONGEST], None, packs)


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
