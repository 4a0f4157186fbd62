"""Orders moved by two people at once: one of the two wins, and the other is told."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from commerce import events
from commerce.catalogue.service import items_for_sale
from commerce.delivery.models import DeliveryState, StopKind
from commerce.delivery.placing import place, react, shares_of_order
from commerce.delivery.service import delivery_of_order, stop_done, stops_of
from commerce.fulfilment.service import (
    PickingOver,
    collected_at_counter,
    mark_packed,
    pick_everything,
    selection_of,
)
from commerce.orders.models import Order, OrderState, PartState, PayBy
from commerce.orders.service import (
    OrderClosed,
    cancel_order,
    hold_parts,
    lapse_order,
    order_of,
    parts_of,
)
from commerce.settlement.events import PaymentPaid
from commerce.settlement.service import AlreadyPaid, current, paid, request
from commerce.settlement.states import Method, PaymentState
from commerce.states import CannotMove
from tests.commerce.at_once import ON_POSTGRES, Act, at_once
from tests.commerce.orders.counter import VAULT, carrier, ready, stock_of
from tests.commerce.quotes.market import Market, open_market

LIST = ("500 g risotto rice", "1 bunch basil", "500 ml olive oil", "150 ml dry white wine")

pytestmark = ON_POSTGRES


def placed(session: Session, now: datetime, pay_by: PayBy) -> Order:
    """Committed, from two shops, everything picked."""
    market: Market = open_market(session, now)
    carrier(market)
    order = ready(market, pay_by, *LIST, sellers=("green", "deli"))
    place(session, VAULT, order, now)
    if pay_by is not PayBy.CARD:
        for part in parts_of(session, order.id):
            pick_everything(session, part, now)
    session.commit()
    return order


def on_order(order_id: UUID, do: Callable[[Session, Order], None]) -> Act:
    """The order and all of its parts and pick lists are read before."""

    def act(session: Session) -> Callable[[], None]:
        order = order_of(session, order_id)
        parts = parts_of(session, order_id)
        read = [order, *parts, *(line for part in parts for line in selection_of(session, part.id))]

        def then() -> None:
            do(session, order)
            assert read

        return then

    return act


def states(session: Session, order_id: UUID) -> tuple[OrderState, set[PartState]]:
    session.expire_all()
    return order_of(session, order_id).state, {part.state for part in parts_of(session, order_id)}


@pytest.mark.parametrize("first", ["packs", "cancels"])
def test_a_cancelled_order_has_no_packed_part(
    engine: Engine, session: Session, now: datetime, first: str
) -> None:
    order = placed(session, now, PayBy.AT_SHOP)
    packs = on_order(order.id, lambda own, it: mark_packed(own, parts_of(own, it.id)[0], now))
    cancels = on_order(order.id, lambda own, it: cancel_order(own, it, now))
    told = at_once(engine, *((packs, cancels) if first == "packs" else (cancels, packs)))
    packing, cancelling = told if first == "packs" else reversed(told)
    if packing is None:
        assert isinstance(cancelling, OrderClosed)
        assert states(session, order.id) == (OrderState.CONFIRMED, {PartState.PACKED, PartState.TO_PICK})
    else:
        assert isinstance(packing, PickingOver)
        assert cancelling is None
        assert states(session, order.id) == (OrderState.CANCELLED, {PartState.CANCELLED})


def test_two_cancellations_at_once_are_one(engine: Engine, session: Session, now: datetime) -> None:
    order = placed(session, now, PayBy.AT_SHOP)
    cancels = on_order(order.id, lambda own, it: cancel_order(own, it, now))
    first, second = sorted(at_once(engine, cancels, cancels), key=lambda refused: refused is not None)
    assert first is None
    assert isinstance(second, OrderClosed)


def test_the_last_two_counters_at_once_end_the_order(engine: Engine, session: Session, now: datetime) -> None:
    order = placed(session, now, PayBy.AT_SHOP)
    for part in parts_of(session, order.id):
        mark_packed(session, part, now)
    session.commit()

    def collects(n: int) -> Act:
        return on_order(order.id, lambda own, it: collected_at_counter(own, parts_of(own, it.id)[n], now))

    assert at_once(engine, collects(0), collects(1)) == [None, None]
    assert states(session, order.id) == (OrderState.DONE, {PartState.COLLECTED})


def test_the_last_two_pick_ups_at_once_send_the_rider_on(
    engine: Engine, session: Session, now: datetime
) -> None:
    order = placed(session, now, PayBy.CASH)
    for part in parts_of(session, order.id):
        mark_packed(session, part, now)
    session.commit()
    going = delivery_of_order(session, order.id)
    assert going is not None

    def picks_up(n: int) -> Act:
        def act(own: Session) -> Callable[[], None]:
            stops = [stop for stop in stops_of(own, going.id) if stop.kind is StopKind.PICK_UP]
            read = [delivery_of_order(own, order.id), *parts_of(own, order.id)]

            def then() -> None:
                stop_done(own, stops[n], now)
                assert read

            return then

        return act

    assert at_once(engine, picks_up(0), picks_up(1)) == [None, None]
    session.refresh(going)
    assert going.state is DeliveryState.UNDER_WAY


def test_an_order_paid_while_it_lapses_is_one_of_both(
    engine: Engine, session: Session, now: datetime
) -> None:
    order = placed(session, now, PayBy.CARD)
    told = PaymentPaid(order.id, Method.CARD, 1, "EUR", subjects=(order.id,))
    is_paid = on_order(order.id, lambda own, it: react(own, VAULT, [told], now))
    lapses = on_order(order.id, lambda own, it: lapse_order(own, it, now))
    assert at_once(engine, is_paid, lapses) == [None, None]
    assert states(session, order.id) in [
        (OrderState.CONFIRMED, {PartState.TO_PICK}),
        (OrderState.LAPSED, {PartState.CANCELLED}),
    ]


def test_packs_sold_at_once_all_leave_the_books(engine: Engine, session: Session, now: datetime) -> None:
    market = open_market(session, now)
    orders = [ready(market, PayBy.AT_SHOP, *LIST, sellers=("deli",)) for _ in range(2)]
    session.commit()

    def sells(order: Order) -> Act:
        def act(own: Session) -> Callable[[], None]:
            read = items_for_sale(own)

            def then() -> None:
                place(own, VAULT, order_of(own, order.id), now)
                assert read

            return then

        return act

    assert at_once(engine, *(sells(order) for order in orders)) == [None, None]
    assert stock_of(market, "Arborio risotto rice, 500 g") == 3


def test_a_placed_order_is_not_placed_again(engine: Engine, session: Session, now: datetime) -> None:
    market = open_market(session, now)
    carrier(market)
    order = ready(market, PayBy.CARD, *LIST, sellers=("green", "deli"))
    session.commit()
    places = on_order(order.id, lambda own, it: place(own, VAULT, it, now))
    first, second = sorted(at_once(engine, places, places), key=lambda refused: refused is not None)
    assert first is None
    assert isinstance(second, OrderClosed | CannotMove)
    assert states(session, order.id) == (OrderState.AWAITING_PAYMENT, {PartState.DRAFT})


def pays(engine: Engine, order_id: UUID, now: datetime) -> None:
    """The provider's word comes in a unit of its own."""
    with Session(engine, expire_on_commit=False) as other:
        payment = current(other, order_id)
        assert payment is not None
        paid(other, payment.id, now)
        react(other, VAULT, events.fresh(other), now)
        other.commit()


def test_an_order_paid_just_before_it_is_cancelled_gives_the_money_back(
    engine: Engine, session: Session, now: datetime
) -> None:
    order = placed(session, now, PayBy.CARD)
    with Session(engine, expire_on_commit=False) as own:
        read = order_of(own, order.id), current(own, order.id)
        pays(engine, order.id, now)
        cancel_order(own, read[0], now)
        react(own, VAULT, events.fresh(own), now)
        own.commit()
    session.expire_all()
    payment = current(session, order.id)
    assert payment is not None
    assert (payment.state, payment.refunded_minor) == (PaymentState.REFUNDED, payment.amount_minor)


def test_what_was_paid_just_now_is_not_asked_for_in_another_way(
    engine: Engine, session: Session, now: datetime
) -> None:
    order = placed(session, now, PayBy.CARD)
    with Session(engine, expire_on_commit=False) as own:
        read = current(own, order.id)
        pays(engine, order.id, now)
        shares = shares_of_order(own, order_of(own, order.id))
        with pytest.raises(AlreadyPaid):
            request(own, order.id, Method.CASH, shares, "EUR", now, person_id=order.person_id)
        assert read is not None


def test_items_are_held_in_one_order_so_that_two_orders_do_not_wait_for_each_other(
    engine: Engine, session: Session, now: datetime
) -> None:
    market = open_market(session, now)
    order = ready(market, PayBy.AT_SHOP, *LIST, sellers=("green", "deli"))
    locked: list[UUID] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: Any) -> None:
        if "FROM item" in statement and "FOR NO KEY UPDATE" in statement:
            locked.append(UUID(str(next(iter(parameters.values())))))

    event.listen(engine, "before_cursor_execute", note)
    hold_parts(session, order, now)
    event.remove(engine, "before_cursor_execute", note)
    assert len(locked) > 2
    assert locked == sorted(locked)
