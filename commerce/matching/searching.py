"""Search over everything that is for sale, in free words."""

from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from commerce.catalogue.models import Item, Seller
from commerce.catalogue.service import available, seller_of
from commerce.matching.shelf import shelf_of
from commerce.money import Money

__all__ = ["Found", "search"]

NOT_FAR_BEHIND = 15
"""Of 100: who asks for olive oil does not mean sunflower oil."""


@dataclass(frozen=True)
class Found:
    item: Item
    seller: Seller
    left: int


def search(
    session: Session, query: str, *, max_price: Decimal | None = None, at_most: int = 8
) -> list[Found]:
    """The items that fit `query` best, those in stock first; `max_price` in major units."""
    shelf = shelf_of(session)
    matches = shelf.everything.best(query, at_most=at_most * 3)
    matches = [match for match in matches if match.score >= matches[0].score - NOT_FAR_BEHIND]
    items = [shelf.items[match.item_id] for match in matches]
    stock = available(session, [item.id for item in items])
    found = []
    for item in items:
        seller = seller_of(session, item.seller_id)
        if max_price is None or item.price_minor <= Money.of_major(max_price, seller.currency).minor:
            found.append(Found(item, seller, stock[item.id]))
    found.sort(key=lambda hit: hit.left <= 0)
    return found[:at_most]
