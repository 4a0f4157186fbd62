"""Sellers, who speaks for them, and their items."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from commerce.catalogue.models import Hold, HoldState, Item, Seller, SellerMember, SellerState
from commerce.people.models import Person
from commerce.refused import Refused

__all__ = [
    "OutOfStock", "available", "free_stock", "hold_stock", "item_of", "items_for_sale", "members_of",
    "seller_of", "sellers_for", "sellers_open", "take_stock",
]  # fmt: skip


@dataclass
class OutOfStock(Refused):
    """Fewer packs are left than wanted."""

    item: Item
    wanted: int
    left: int


def sellers_open(session: Session) -> list[Seller]:
    return list(
        session.exec(select(Seller).where(Seller.state == SellerState.ACTIVE).order_by(col(Seller.key)))
    )


def seller_of(session: Session, seller_id: UUID) -> Seller:
    return session.get_one(Seller, seller_id)


def sellers_for(session: Session, person_id: UUID) -> list[Seller]:
    """The sellers that a person speaks for."""
    query = (
        select(Seller)
        .join(SellerMember, col(SellerMember.seller_id) == col(Seller.id))
        .where(SellerMember.person_id == person_id)
    )
    return list(session.exec(query))


def members_of(session: Session, seller_id: UUID) -> list[Person]:
    query = (
        select(Person)
        .join(SellerMember, col(SellerMember.person_id) == col(Person.id))
        .where(SellerMember.seller_id == seller_id)
    )
    return list(session.exec(query))


def item_of(session: Session, item_id: UUID) -> Item:
    return session.get_one(Item, item_id)


def items_for_sale(session: Session) -> list[Item]:
    """The listed items of active sellers."""
    query = (
        select(Item)
        .join(Seller, col(Seller.id) == col(Item.seller_id))
        .where(Seller.state == SellerState.ACTIVE, col(Item.listed).is_(True))
        .order_by(col(Item.seller_id), col(Item.code))
    )
    return list(session.exec(query))


def available(session: Session, item_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Packs of each item that are neither sold nor held."""
    wanted = set(item_ids)
    stocks = session.exec(select(Item.id, Item.stock).where(col(Item.id).in_(wanted)))
    left = dict(stocks.all())
    held = select(Hold).where(Hold.state == HoldState.HELD, col(Hold.item_id).in_(wanted))
    for hold in session.exec(held, execution_options={"populate_existing": True}):
        left[hold.item_id] -= hold.packs
    return left


def hold_stock(session: Session, item_id: UUID, packs: int, holder: UUID, now: datetime) -> Hold:
    """Keep packs for an order; the last pack is held once. Raises OutOfStock."""
    item = _locked(session, item_id)
    left = available(session, [item_id])[item_id]
    known = session.exec(select(Hold).where(Hold.holder_id == holder, Hold.item_id == item_id)).first()
    if left < packs:
        raise OutOfStock(item, packs, max(left, 0))
    if known is None:
        known = Hold(item_id=item_id, holder_id=holder, packs=packs, held_at=now)
    elif known.state is HoldState.HELD:
        known.packs += packs
    else:
        known.packs, known.state, known.held_at = packs, HoldState.HELD, now
    session.add(known)
    session.flush()
    return known


def take_stock(session: Session, holder: UUID) -> None:
    """The order is certain: what was held leaves the stock."""
    for hold in _holds(session, holder, HoldState.HELD):
        item = _locked(session, hold.item_id)
        item.stock -= hold.packs
        hold.state = HoldState.TAKEN
        session.add_all([item, hold])


def free_stock(session: Session, holder: UUID) -> None:
    """The order lapsed or was cancelled: held packs are free again, taken ones return to the shelf."""
    for hold in _holds(session, holder, HoldState.HELD, HoldState.TAKEN):
        if hold.state is HoldState.TAKEN:
            item = _locked(session, hold.item_id)
            item.stock += hold.packs
            session.add(item)
        hold.state = HoldState.FREED
        session.add(hold)


def _holds(session: Session, holder: UUID, *states: HoldState) -> list[Hold]:
    """Always in the same order of items, so that no two units that lock them wait for each other."""
    query = select(Hold).where(Hold.holder_id == holder, col(Hold.state).in_(states))
    ordered = query.order_by(col(Hold.item_id))
    return list(session.exec(ordered, execution_options={"populate_existing": True}))


def _locked(session: Session, item_id: UUID) -> Item:
    """The item as it is now, kept from other units until this one ends."""
    query = select(Item).where(Item.id == item_id).with_for_update(key_share=True)
    return session.exec(query, execution_options={"populate_existing": True}).one()
