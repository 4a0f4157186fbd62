"""The demo world moves in: sellers, items, carriers and people, once, into an empty database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.playground.world import world
from commerce.catalogue.models import Item, Seller, SellerMember
from commerce.catalogue.revision import catalogue_changed
from commerce.delivery.models import Carrier, CarrierMember
from commerce.methods.sites.adapters import PLACE
from commerce.methods.sites.models import Adapter, MethodSite
from commerce.methods.sites.service import register_site
from commerce.people.models import Person, PersonRole, Role
from commerce.people.service import arrive, grant

__all__ = [
    "FIRST_ACCOUNT", "Resident", "account_of", "accounts", "is_workplace", "move_in", "register", "residents",
    "settle_sites",
]  # fmt: skip

FIRST_ACCOUNT = 7_000_001


def accounts() -> dict[str, int]:
    """The messenger account of everyone in the demo world, by key: always the same ones."""
    return {card.key: FIRST_ACCOUNT + n for n, card in enumerate(world.people())}


def account_of(key: str) -> int:
    return accounts()[key]


@dataclass(frozen=True)
class Resident:
    """Somebody whom the shop knows: the messenger account, the foremost role, and whom she works for."""

    account: int
    name: str
    role: Role
    works_for: str


def residents(session: Session) -> list[Resident]:
    """Everyone the shop knows, in the order in which they came."""
    works_for: dict[object, str] = dict(
        session.exec(
            select(SellerMember.person_id, Seller.name).join(
                Seller, col(Seller.id) == col(SellerMember.seller_id)
            )
        ).all()
    )
    works_for |= dict(
        session.exec(
            select(CarrierMember.person_id, Carrier.name).join(
                Carrier, col(Carrier.id) == col(CarrierMember.carrier_id)
            )
        ).all()
    )
    foremost: dict[object, Resident] = {}
    query = select(Person, PersonRole).join(PersonRole, col(PersonRole.person_id) == col(Person.id))
    for person, held in session.exec(query.order_by(col(Person.created_at), col(Person.account))):
        if person.id not in foremost or held.role is not Role.CONSUMER:
            foremost[person.id] = Resident(
                person.account, person.name, held.role, works_for.get(person.id, "")
            )
    return list(foremost.values())


def is_workplace(session: Session, role: Role, name: str) -> bool:
    """Whether somebody of this role can work at the seller or carrier of this name."""
    return _workplace(session, role, name) is not None


def register(
    session: Session,
    account: int,
    name: str,
    language: str,
    role: Role,
    now: datetime,
    works_for: str = "",
) -> Resident:
    """Somebody new, as an admin would enter her. Sellers and carriers join the place named by `works_for`,
    or where the fewest work."""
    person = arrive(session, account, name, language, now)
    grant(session, person.id, role)
    place = _workplace(session, role, works_for)
    if isinstance(place, Seller):
        session.add(SellerMember(seller_id=place.id, person_id=person.id))
    elif place is not None:
        session.add(CarrierMember(carrier_id=place.id, person_id=person.id))
    session.flush()
    return Resident(account, name, role, place.name if place is not None else "")


def _workplace(session: Session, role: Role, name: str) -> Seller | Carrier | None:
    """Of this name, or without one where the fewest work; None for roles that work nowhere."""
    if role is Role.SELLER:
        hands = func.count(col(SellerMember.person_id))
        query = select(Seller).join(SellerMember, isouter=True).group_by(col(Seller.id))
        if name:
            query = query.where(Seller.name == name)
        return session.exec(query.order_by(hands, col(Seller.name))).first()
    if role is Role.CARRIER:
        hands = func.count(col(CarrierMember.person_id))
        of_carriers = select(Carrier).join(CarrierMember, isouter=True).group_by(col(Carrier.id))
        if name:
            of_carriers = of_carriers.where(Carrier.name == name)
        return session.exec(of_carriers.order_by(hands, col(Carrier.name))).first()
    return None


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


def settle_sites(session: Session, now: datetime, sites_address: str) -> None:
    """Register the demo world's method sites, which this playground serves below `sites_address`. Where they
    are registered already (or were removed), they only move with the playground's address."""
    for card in world.sites():
        how = f"search?q={PLACE}" if card.adapter == Adapter.SEARCH_PAGE else "feed.xml"
        address = f"{sites_address}/{card.host}/{how}"
        site = session.exec(select(MethodSite).where(MethodSite.host == card.host)).first()
        if site is None:
            site = register_site(session, address, now, name=card.name, language=card.language)
        site.host, site.address = card.host, address
        session.add(site)
        session.flush()


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
