"""Search over everything that is for sale, in free words."""

from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from commerce.catalogue.models import Item, Seller
from commerce.catalogue.service import available, items_for_sale, seller_of
from commerce.matching.matching import Candidate, Matcher
from commerce.money import Money

__all__ = ["Found", "candidate_of", "search"]


@dataclass(frozen=True)
class Found:
    item: Item
    seller: Seller
    left: int


def search(
    session: Session, query: str, *, max_price: Decimal | None = None, at_most: int = 8
) -> list[Found]:
    """The items that fit `query` best, those in stock first; `max_price` in major units."""
    items = items_for_sale(session)
    stock = available(session, items)
    by_id = {item.id: item for item in items}
    matches = Matcher([candidate_of(item) for item in items]).best(query, at_most=at_most * 3)
    found = []
    for match in matches:
        item = by_id[match.item_id]
        seller = seller_of(session, item.seller_id)
        if max_price is None or item.price_minor <= Money.of_major(max_price, seller.currency).minor:
            found.append(Found(item, seller, stock[item.id]))
    found.sort(key=lambda hit: hit.left <= 0)
    return found[:at_most]


def candidate_of(item: Item) -> Candidate:
    """An item as the matcher sees it."""
    return Candidate(
        item_id=item.id,
        title=item.title,
        other_names=tuple(item.other_names),
        category=item.category,
        family=item.family,
        pack=item.pack,
    )
