"""The demo world moves in: sellers, items, carriers and people, once, into an empty database."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, select

from bot.playground.world import world
from commerce.catalogue.models import Item, Seller, SellerMember
from commerce.catalogue.revision import catalogue_changed
from commerce.delivery.models import Carrier, CarrierMember
from commerce.people.models import Person, Role
from commerce.people.service import grant

__all__ = ["FIRST_ACCOUNT", "account_of", "accounts", "move_in"]

FIRST_ACCOUNT = 7_000_001


def accounts() -> dict[str, int]:
    """The messenger account of everyone in the demo world, by key: always the same ones."""
    return {card.key: FIRST_ACCOUNT + n for n, card in enumerate(world.people())}


def account_of(key: str) -> int:
    return accounts()[key]


def move_in(session: Session, now: datetime) -> bool:
    """Fill an empty shop; False if there are sellers already."""
    if session.exec(select(Seller).limit(1)).first() is not None:
        return False
    sellers = {card.key: _seller(card) for card in world.sellers()}
    carriers = {card.key: _carrier(card) for card in world.carriers()}
    session.add_all([*sellers.values(), *carriers.values()])
    session.flush()
    session.add_all(_item(card, sellers) for card in world.items())
    for card in world.people():
        if card.role is world.Role.CONSUMER:
            continue  # she arrives by herself, like everyone
        person = Person(
            account=account_of(card.key),
            name=f"{card.first_name} {card.last_name}",
            language=card.language_code,
            created_at=now,
        )
        session.add(person)
        session.flush()
        grant(session, person.id, Role.CONSUMER)
        grant(session, person.id, Role(card.role.value))
        if card.works_for in sellers:
            session.add(SellerMember(seller_id=sellers[card.works_for].id, person_id=person.id))
        elif card.works_for in carriers:
            session.add(CarrierMember(carrier_id=carriers[card.works_for].id, person_id=person.id))
    catalogue_changed(session)
    session.flush()
    return True


def _seller(card: world.SellerCard) -> Seller:
    place = card.place
    return Seller(
        key=card.key,
        name=card.name,
        description=card.description,
        street=f"{place.street}, {place.postcode} {place.town}",
        opening_hours=card.opening_hours,
        latitude=place.latitude,
        longitude=place.longitude,
        currency=world.CURRENCY,
        delivery_fee_minor=card.delivery_fee_minor,
        free_from_minor=card.free_from_minor,
        minimum_minor=card.minimum_minor,
        lead_days=card.lead_days,
    )


def _carrier(card: world.CarrierCard) -> Carrier:
    return Carrier(
        key=card.key,
        name=card.name,
        latitude=card.place.latitude,
        longitude=card.place.longitude,
        takes=[kind.value for kind in card.takes],
        most_weight_grams=card.most_weight_grams,
        longest_item_mm=card.longest_item_mm,
    )


def _item(card: world.ItemCard, sellers: Mapping[str, Seller]) -> Item:
    return Item(
        seller_id=sellers[card.seller].id,
        code=card.code,
        title=card.title,
        other_names=list(card.other_names),
        category=card.category.value,
        family=card.family,
        pack_qty=card.pack.qty,
        pack_unit=card.pack.unit.value,
        price_minor=card.price_minor,
        stock=card.stock,
        weight_grams=card.weight_grams,
        length_mm=card.length_mm,
        width_mm=card.width_mm,
        height_mm=card.height_mm,
        packaging=[kind.value for kind in card.packaging],
        aisle=card.aisle,
        bay=card.bay,
        level=card.level,
        density_g_per_ml=card.density_g_per_ml,
        piece_grams=card.piece_grams,
    )
