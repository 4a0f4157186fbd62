"""An order as the real services make it: asked, answered, proposed, drafted."""

from sqlmodel import Session

from commerce.catalogue.models import Item
from commerce.delivery.models import Carrier, CarrierMember
from commerce.orders.models import Handover, Order, PayBy
from commerce.orders.service import draft_order, set_address, set_handover, set_pay_by
from commerce.people.addresses import PlainAddress, save_address
from commerce.people.service import arrive
from commerce.quotes.answering import answer_as_listed
from commerce.quotes.asking import close_round
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Round
from commerce.quotes.proposing import proposal_of, propose
from commerce.vault import Vault
from tests.commerce.quotes.market import CENTRE, Market

__all__ = ["VAULT", "carrier", "draft", "proposed", "ready"]

VAULT = Vault.from_text(Vault.new_key_text())


def proposed(market: Market, *lines: str, sellers: tuple[str, ...] = ("general", "deli")) -> Round:
    """A closed round with a proposal, answered by these sellers at their list prices."""
    asked = market.asks(*lines)
    for key, inquiry in market.asked_of(asked).items():
        if key in sellers:
            answer_as_listed(market.session, inquiry, market.today, market.now)
    close_round(market.session, asked.id, "asked", market.now)
    propose(market.session, asked, Priority.CHEAPEST, CENTRE, market.now)
    return asked


def draft(market: Market, *lines: str, sellers: tuple[str, ...] = ("general", "deli")) -> Order:
    asked = proposed(market, *lines, sellers=sellers)
    return draft_order(market.session, proposal_of(market.session, asked, CENTRE), "EUR", market.now)


def ready(market: Market, pay_by: PayBy, *lines: str, sellers: tuple[str, ...] = ("deli",)) -> Order:
    """A draft on which everything is said."""
    order = draft(market, *lines, sellers=sellers)
    if pay_by is PayBy.AT_SHOP:
        set_handover(market.session, order, Handover.COLLECT, market.now)
    else:
        plain = PlainAddress("Gartenweg 14, 99955 Lindenau")
        address = save_address(market.session, VAULT, market.person, plain, market.now)
        set_address(market.session, order, address.id, market.now)
    set_pay_by(market.session, order, pay_by, market.now)
    return order


def carrier(market: Market, key: str = "velo", **limits: object) -> Carrier:
    """A delivery service with somebody who rides for it."""
    session: Session = market.session
    found = Carrier(key=key, name=key.capitalize(), **limits)
    session.add(found)
    session.flush()
    rider = arrive(session, 900 + len(key), f"Rider {key}", "en", market.now)
    session.add(CarrierMember(carrier_id=found.id, person_id=rider.id))
    session.flush()
    return found


def stock_of(market: Market, title: str) -> int:
    item: Item = market.item(title)
    market.session.refresh(item)
    return item.stock
