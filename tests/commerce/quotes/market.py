"""A small market: three shops with a few things each, and a person with a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session, select

from commerce.catalogue.models import Item, Seller, SellerMember
from commerce.catalogue.revision import catalogue_changed
from commerce.methods.models import Component, ComponentList
from commerce.methods.reading import read_text
from commerce.methods.service import components_of, read_lines
from commerce.people.models import Person
from commerce.people.service import arrive
from commerce.quotes.asking import inquiries_of, open_round
from commerce.quotes.models import Inquiry, Round
from commerce.quotes.proposing import Place

__all__ = ["CENTRE", "ROUND", "Good", "Market", "open_market"]

CENTRE = Place(51.2041, 10.6152)
ROUND = timedelta(minutes=30)
STAPLES = "500 g risotto rice\n1 bunch basil\n500 ml olive oil\n150 ml dry white wine"

Good = tuple[str, str, str, int, str, int]
"""Seller, title, other name, pack, price in minor units."""

GOODS: list[Good] = [
    ("general", "Risotto rice, 500 g", "risotto rice", 500, "g", 229),
    ("general", "Basil in a pot", "basil", 1, "bunch", 199),
    ("general", "Olive oil, 500 ml", "olive oil", 500, "ml", 599),
    ("green", "Basil, cut, bunch", "basil", 1, "bunch", 149),
    ("deli", "Arborio risotto rice, 500 g", "risotto rice", 500, "g", 399),
    ("deli", "Olive oil, Liguria, 500 ml", "olive oil", 500, "ml", 1290),
    ("deli", "Dry white wine, 750 ml", "dry white wine", 750, "ml", 899),
]


@dataclass
class Market:
    session: Session
    sellers: dict[str, Seller]
    clerks: dict[str, Person]
    person: Person
    now: datetime

    @property
    def today(self) -> date:
        """Far from midnight: the day is also that of UTC."""
        return self.now.date()

    def wants(self, *lines: str) -> ComponentList:
        """A list of hers, as pasted."""
        text = "\n".join(lines) or STAPLES
        return read_lines(self.session, self.person, read_text(text), self.now)

    def asks(self, *lines: str, priority: str = "cheapest", collects: bool = False) -> Round:
        """A list of hers, and the round opened for it."""
        wanted = self.wants(*lines)
        return open_round(self.session, wanted, priority, collects, self.now + ROUND, self.now)

    def inquiry(self, asked: Round, key: str) -> Inquiry:
        seller = self.sellers[key]
        (found,) = [one for one in inquiries_of(self.session, asked.id) if one.seller_id == seller.id]
        return found

    def asked_of(self, asked: Round) -> dict[str, Inquiry]:
        by_id = {seller.id: key for key, seller in self.sellers.items()}
        return {by_id[inquiry.seller_id]: inquiry for inquiry in inquiries_of(self.session, asked.id)}

    def component(self, asked: Round, name: str) -> Component:
        (found,) = [one for one in components_of(self.session, asked.list_id) if one.name == name]
        return found

    def item(self, title: str) -> Item:
        return self.session.exec(select(Item).where(Item.title == title)).one()


def open_market(session: Session, now: datetime, goods: Sequence[Good] = GOODS) -> Market:
    terms = {"general": (490, 6000, 1500, 1), "green": (290, 3500, 0, 0), "deli": (350, 5000, 0, 0)}
    sellers, clerks = {}, {}
    for n, (key, (fee, free_from, minimum, lead)) in enumerate(terms.items()):
        sellers[key] = Seller(
            key=key,
            name=key.capitalize(),
            delivery_fee_minor=fee,
            free_from_minor=free_from,
            minimum_minor=minimum,
            lead_days=lead,
            latitude=CENTRE.latitude + n / 1000,
            longitude=CENTRE.longitude,
        )
        clerks[key] = arrive(session, 100 + n, f"Clerk {key}", "en", now)
    session.add_all(sellers.values())
    session.flush()
    for key, seller in sellers.items():
        session.add(SellerMember(seller_id=seller.id, person_id=clerks[key].id))
    for n, (key, title, other, qty, unit, price) in enumerate(goods):
        session.add(
            Item(
                seller_id=sellers[key].id,
                code=f"I{n}",
                title=title,
                other_names=[other],
                category="food",
                family=other.split()[-1],
                pack_qty=Decimal(qty),
                pack_unit=unit,
                price_minor=price,
                stock=5,
            )
        )
    catalogue_changed(session)
    session.flush()
    return Market(session, sellers, clerks, arrive(session, 1, "Mia", "en", now), now)
