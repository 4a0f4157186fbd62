"""Orders: drafted, placed with stock held, paid otherwise, lapsed, cancelled."""

from datetime import datetime

import pytest
from sqlmodel import Session, select

from commerce import events
from commerce.catalogue.models import Hold, HoldState
from commerce.catalogue.service import OutOfStock, available
from commerce.delivery.placing import pay_otherwise, place, react
from commerce.delivery.service import NoCarrier, delivery_of_order
from commerce.methods.models import ComponentList, ListState
from commerce.orders.models import ORDER_LIFE, Handover, OrderState, PartState, PayBy
from commerce.orders.service import (
    OrderClosed,
    OrderIncomplete,
    cancel_order,
    draft_order,
    lapse_order,
    lines_of,
    parts_of,
    set_handover,
    set_pay_by,
    total_minor,
)
from commerce.quotes.answering import answer_in_words, bind
from commerce.quotes.asking import close_round, inquiry_lines
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Round, RoundState
from commerce.quotes.proposing import proposal_of, propose
from commerce.quotes.replies import ReadLine, ReplyReading
from commerce.settlement.service import current, fail
from commerce.settlement.states import PaymentFailure, PaymentState
from tests.commerce.orders.counter import VAULT, carrier, draft, ready, stock_of
from tests.commerce.quotes.market import CENTRE, Market, open_market

OIL = "Olive oil, Liguria, 500 ml"
RICE = "Arborio risotto rice, 500 g"
LIST = ("500 g risotto rice", "500 ml olive oil", "150 ml dry white wine")


@pytest.fixture
def market(session: Session, now: datetime) -> Market:
    return open_market(session, now)


def free(market: Market, title: str = RICE) -> int:
    item = market.item(title)
    return available(market.session, [item.id])[item.id]


def test_drafting_again_brings_the_same_order_up_to_date(market: Market) -> None:
    order = draft(market, *LIST, sellers=("deli",))
    proposal = proposal_of(market.session, market.session.get_one(Round, order.round_id), CENTRE)
    again = draft_order(market.session, proposal, "EUR", market.now)
    assert again.id == order.id
    assert len(parts_of(market.session, order.id)) == 1


def test_collecting_costs_no_delivery(market: Market) -> None:
    order = draft(market, *LIST, sellers=("deli",))
    delivered = total_minor(market.session, order)
    set_handover(market.session, order, Handover.COLLECT, market.now)
    assert delivered - total_minor(market.session, order) == market.sellers["deli"].delivery_fee_minor


@pytest.mark.parametrize(
    ("chosen", "handover", "kept"),
    [
        (PayBy.CARD, Handover.COLLECT, PayBy.CARD),
        (PayBy.CASH, Handover.COLLECT, None),
        (PayBy.CASH, Handover.DELIVERY, PayBy.CASH),
        (PayBy.AT_SHOP, Handover.DELIVERY, None),
        (PayBy.AT_SHOP, Handover.COLLECT, PayBy.AT_SHOP),
    ],
)
def test_a_way_of_paying_is_forgotten_only_where_it_does_not_fit(
    market: Market, chosen: PayBy, handover: Handover, kept: PayBy | None
) -> None:
    order = draft(market, *LIST, sellers=("deli",))
    set_pay_by(market.session, order, chosen, market.now)
    set_handover(market.session, order, handover, market.now)
    assert order.pay_by == kept


def test_an_order_without_an_address_is_not_placed(market: Market) -> None:
    order = draft(market, *LIST, sellers=("deli",))
    set_pay_by(market.session, order, PayBy.CASH, market.now)
    with pytest.raises(OrderIncomplete):
        place(market.session, VAULT, order, market.now)
    assert not market.session.exec(select(Hold)).all()


def test_a_card_order_holds_the_stock_until_it_is_paid(market: Market) -> None:
    carrier(market)
    order = ready(market, PayBy.CARD, *LIST)
    place(market.session, VAULT, order, market.now)
    assert order.state is OrderState.AWAITING_PAYMENT
    assert (stock_of(market, RICE), free(market)) == (5, 4)
    assert delivery_of_order(market.session, order.id) is None


def test_a_lapsed_order_gives_the_stock_and_the_proposal_back(market: Market) -> None:
    carrier(market)
    order = ready(market, PayBy.CARD, *LIST)
    place(market.session, VAULT, order, market.now)
    lapse_order(market.session, order, market.now)
    lapse_order(market.session, order, market.now)
    assert order.state is OrderState.LAPSED
    assert free(market) == 5
    closed = market.session.get_one(Round, order.round_id)
    assert closed.state is RoundState.CLOSED
    assert market.session.get_one(ComponentList, closed.list_id).state is ListState.ASKING


def test_a_failed_payment_opens_the_order_again_and_holds_nothing(market: Market) -> None:
    carrier(market)
    order = ready(market, PayBy.CARD, *LIST)
    place(market.session, VAULT, order, market.now)
    payment = current(market.session, order.id)
    assert payment is not None
    events.fresh(market.session)
    fail(market.session, payment.id, PaymentFailure.UNREACHABLE, market.now)
    react(market.session, VAULT, events.fresh(market.session), market.now)
    assert (order.state, order.pay_by) == (OrderState.DRAFT, None)
    assert free(market) == 5
    set_pay_by(market.session, order, PayBy.CASH, market.now)
    place(market.session, VAULT, order, market.now)
    assert order.state is OrderState.CONFIRMED
    assert stock_of(market, RICE) == 4


def test_paying_otherwise_cancels_the_payment_and_keeps_the_order(market: Market) -> None:
    carrier(market)
    order = ready(market, PayBy.CARD, *LIST)
    place(market.session, VAULT, order, market.now)
    pay_otherwise(market.session, order, market.now)
    payment = current(market.session, order.id)
    assert payment is not None
    assert payment.state is PaymentState.CANCELLED
    assert order.state is OrderState.DRAFT


def test_a_cash_order_is_certain_at_once(market: Market) -> None:
    carrier(market)
    order = ready(market, PayBy.CASH, *LIST)
    place(market.session, VAULT, order, market.now)
    assert order.state is OrderState.CONFIRMED
    assert stock_of(market, RICE) == 4
    assert [part.state for part in parts_of(market.session, order.id)] == [PartState.TO_PICK]
    delivery = delivery_of_order(market.session, order.id)
    assert delivery is not None
    assert delivery.cash_minor == total_minor(market.session, order)


def test_what_nobody_can_carry_is_refused_before_it_is_paid(market: Market) -> None:
    carrier(market, takes=[], most_weight_grams=0)
    market.item(RICE).weight_grams = 500
    order = ready(market, PayBy.CARD, *LIST)
    with pytest.raises(NoCarrier):
        place(market.session, VAULT, order, market.now)


def test_the_last_pack_is_sold_once(market: Market) -> None:
    carrier(market)
    market.item(RICE).stock = 1
    first, second = ready(market, PayBy.CARD, *LIST), ready(market, PayBy.CASH, *LIST)
    place(market.session, VAULT, first, market.now)
    with pytest.raises(OutOfStock) as refused:
        place(market.session, VAULT, second, market.now)
    assert (refused.value.wanted, refused.value.left) == (1, 0)


def test_a_substitute_is_sold_without_the_stock_of_what_it_stands_for(market: Market) -> None:
    asked = market.asks(*LIST)
    market.item(RICE).stock = 0
    offered = {
        line.n: ReadLine(
            350, None, None, "Carnaroli, 500 g" if line.item_id == market.item(RICE).id else None
        )
        for line in inquiry_lines(market.session, market.inquiry(asked, "deli").id)
    }
    reading = ReplyReading(offered, None, None, None, decline=False, question=False, unclear=())
    inquiry, clerk = market.inquiry(asked, "deli"), market.clerks["deli"]
    quote = answer_in_words(market.session, inquiry, reading, "words", clerk.id, market.today, market.now)
    bind(market.session, quote, market.now)
    close_round(market.session, asked.id, "asked", market.now)
    propose(market.session, asked, Priority.CHEAPEST, CENTRE, market.now)
    proposal = proposal_of(market.session, asked, CENTRE)
    order = draft_order(market.session, proposal, "EUR", market.now)
    set_handover(market.session, order, Handover.COLLECT, market.now)
    set_pay_by(market.session, order, PayBy.AT_SHOP, market.now)
    place(market.session, VAULT, order, market.now)
    (part,) = parts_of(market.session, order.id)
    assert "Carnaroli, 500 g" in {line.title for line in lines_of(market.session, part.id)}
    assert (stock_of(market, RICE), stock_of(market, OIL)) == (0, 4)
    cancel_order(market.session, order, market.now)
    assert (stock_of(market, RICE), stock_of(market, OIL)) == (0, 5)


def test_cancelling_puts_sold_packs_back_until_something_is_packed(market: Market) -> None:
    carrier(market)
    order = ready(market, PayBy.CASH, *LIST)
    place(market.session, VAULT, order, market.now)
    cancel_order(market.session, order, market.now)
    assert stock_of(market, RICE) == 5
    assert {hold.state for hold in market.session.exec(select(Hold))} == {HoldState.FREED}
    other = ready(market, PayBy.CASH, *LIST)
    place(market.session, VAULT, other, market.now)
    (part,) = parts_of(market.session, other.id)
    part.state = PartState.PACKED
    with pytest.raises(OrderClosed):
        cancel_order(market.session, other, market.now)


def test_an_order_that_is_over_stays_over() -> None:
    for state in (OrderState.DONE, OrderState.CANCELLED, OrderState.LAPSED):
        assert not ORDER_LIFE[state]
