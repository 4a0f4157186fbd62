"""Deliveries: picked up when packed, handed over when all is collected, cash taken once."""

from datetime import datetime

import pytest
from sqlmodel import Session

from commerce import events
from commerce.delivery.models import Delivery, DeliveryState, StopKind
from commerce.delivery.placing import place, react
from commerce.delivery.service import (
    NotPackedYet,
    StopsOpen,
    carrier_for,
    delivery_of_order,
    delivery_place,
    failed,
    stop_done,
    stops_of,
)
from commerce.fulfilment.service import NotAllPicked, PickingOver, mark_packed, pick_everything, selection_of
from commerce.orders.models import Order, OrderState, PartState, PayBy
from commerce.orders.service import cancel_order, parts_of, total_minor
from commerce.settlement.ledger import Account, AccountKind, balance
from commerce.states import CannotMove
from tests.commerce.orders.counter import VAULT, carrier, ready
from tests.commerce.quotes.market import Market, open_market

LIST = ("500 g risotto rice", "1 bunch basil", "500 ml olive oil", "150 ml dry white wine")


@pytest.fixture
def market(session: Session, now: datetime) -> Market:
    return open_market(session, now)


@pytest.fixture
def order(market: Market) -> Order:
    """Placed, in cash, from two shops."""
    carrier(market)
    placed = ready(market, PayBy.CASH, *LIST, sellers=("green", "deli"))
    place(market.session, VAULT, placed, market.now)
    assert len(parts_of(market.session, placed.id)) == 2
    return placed


def delivery(market: Market, order: Order) -> Delivery:
    found = delivery_of_order(market.session, order.id)
    assert found is not None
    return found


def pack_all(market: Market, order: Order) -> None:
    for part in parts_of(market.session, order.id):
        pick_everything(market.session, part, market.now)
        mark_packed(market.session, part, market.now)


def test_the_door_comes_last_and_the_address_is_for_the_carrier(market: Market, order: Order) -> None:
    stops = stops_of(market.session, delivery(market, order).id)
    assert [stop.kind for stop in stops] == [StopKind.PICK_UP, StopKind.PICK_UP, StopKind.DROP]
    name, place_of = delivery_place(VAULT, delivery(market, order))
    assert (name, place_of.text) == ("Mia", "Gartenweg 14, 99955 Lindenau")
    assert b"Gartenweg" not in delivery(market, order).sealed


def test_a_part_is_packed_only_when_all_is_picked(market: Market, order: Order) -> None:
    part = parts_of(market.session, order.id)[0]
    with pytest.raises(NotAllPicked) as refused:
        mark_packed(market.session, part, market.now)
    assert refused.value.open_lines == len(selection_of(market.session, part.id))
    pick_everything(market.session, part, market.now)
    mark_packed(market.session, part, market.now)
    mark_packed(market.session, part, market.now)
    assert part.state is PartState.PACKED
    with pytest.raises(PickingOver):
        pick_everything(market.session, part, market.now)


def test_nothing_is_picked_up_before_it_is_packed(market: Market, order: Order) -> None:
    with pytest.raises(NotPackedYet):
        stop_done(market.session, stops_of(market.session, delivery(market, order).id)[0], market.now)


def test_the_round_ends_at_the_door_with_the_cash_in_hand(market: Market, order: Order) -> None:
    going = delivery(market, order)
    pack_all(market, order)
    first, second, door = stops_of(market.session, going.id)
    stop_done(market.session, first, market.now)
    assert going.state is DeliveryState.COLLECTING
    with pytest.raises(StopsOpen):
        stop_done(market.session, door, market.now)
    stop_done(market.session, second, market.now)
    assert going.state is DeliveryState.UNDER_WAY
    for _ in range(2):
        stop_done(market.session, door, market.now)
    assert (going.state, order.state) == (DeliveryState.DELIVERED, OrderState.DONE)
    in_hand = Account(AccountKind.CASH, str(going.carrier_id))
    assert balance(market.session, in_hand, "EUR") == total_minor(market.session, order)


def test_nobody_at_the_door_can_be_tried_again(market: Market, order: Order) -> None:
    going = delivery(market, order)
    with pytest.raises(CannotMove):
        failed(market.session, going, market.now)
    pack_all(market, order)
    first, second, door = stops_of(market.session, going.id)
    stop_done(market.session, first, market.now)
    stop_done(market.session, second, market.now)
    failed(market.session, going, market.now)
    assert going.state is DeliveryState.FAILED
    stop_done(market.session, door, market.now)
    assert going.state is DeliveryState.DELIVERED


def test_a_cancelled_order_calls_its_courier_off(market: Market, order: Order) -> None:
    events.fresh(market.session)
    cancel_order(market.session, order, market.now)
    react(market.session, VAULT, events.fresh(market.session), market.now)
    assert delivery(market, order).state is DeliveryState.CANCELLED


def test_the_carrier_is_one_that_takes_everything(market: Market) -> None:
    carrier(market, "velo", takes=["fragile"], longest_item_mm=1300)
    tour = carrier(market, "tour", takes=["fragile", "frozen"])
    market.item("Olive oil, Liguria, 500 ml").packaging = ["fragile", "frozen"]
    wanted = ready(market, PayBy.CASH, *LIST, sellers=("deli",))
    assert carrier_for(market.session, wanted).id == tour.id
