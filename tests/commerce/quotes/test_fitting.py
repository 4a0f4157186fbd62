"""Which seller can sell what of a list, and in how many packs."""

from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from commerce.methods.models import Component
from commerce.methods.service import components_of
from commerce.quotes.fitting import Fitting, fit
from tests.commerce.quotes.market import Market, open_market


def fitted(market: Market, *lines: str) -> Fitting:
    wanted = market.wants(*lines)
    return fit(market.session, components_of(market.session, wanted.id, needed=True))


def test_each_seller_gets_only_what_it_sells(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    fitting = fitted(market)
    names = {
        key: [line.component.name for line in fitting.by_seller[seller.id]]
        for key, seller in market.sellers.items()
    }
    assert names == {
        "general": ["risotto rice", "basil", "olive oil"],
        "green": ["basil"],
        "deli": ["risotto rice", "olive oil", "dry white wine"],
    }
    assert fitting.unfit == ()


def test_what_nobody_sells_is_named(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    fitting = fitted(market, "500 g risotto rice", "3 copper caps", "1 bunch basil")
    assert [component.name for component in fitting.unfit] == ["copper caps"]


def test_packs_cover_the_amount_and_cost_their_list_price(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    fitting = fitted(market, "1.2 kg risotto rice", "1 bunch basil", "100 ml olive oil")
    rice, _, oil = fitting.by_seller[market.sellers["general"].id]
    assert (rice.packs, rice.price_minor) == (3, 3 * 229)
    assert rice.plan.leftover is not None
    assert rice.plan.leftover.qty == Decimal(300)
    assert (oil.packs, oil.price_minor) == (1, 599)


def test_an_open_amount_is_one_pack(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    fitting = fitted(market, "Olive oil", "1 bunch basil", "500 g risotto rice")
    (oil,) = [x for x in fitting.by_seller[market.sellers["deli"].id] if x.component.name == "Olive oil"]
    assert oil.packs == 1
    assert oil.plan.note == "amount_open"


def test_a_seller_with_too_little_in_stock_is_not_asked(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    fitting = fitted(market, "3 kg risotto rice", "1 bunch basil", "100 ml olive oil")
    lines = [line for own in fitting.by_seller.values() for line in own]
    assert [component.name for component in fitting.unfit] == ["risotto rice"]
    assert {line.component.name for line in lines} == {"basil", "olive oil"}


def test_an_item_chosen_by_search_is_asked_of_its_seller_alone(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    wanted = market.wants("500 g risotto rice", "1 bunch basil", "100 ml olive oil")
    rice: Component = components_of(session, wanted.id)[0]
    rice.item_id = market.item("Arborio risotto rice, 500 g").id
    session.add(rice)
    session.flush()
    fitting = fit(session, [rice])
    assert list(fitting.by_seller) == [market.sellers["deli"].id]
