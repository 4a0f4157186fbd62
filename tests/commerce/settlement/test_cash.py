"""Cash at the door and payment at the shop."""

from datetime import datetime
from uuid import uuid4

import pytest

from commerce.database import Units
from commerce.settlement import collecting, refunds, service
from commerce.settlement.collecting import NotTheCollector
from commerce.settlement.ledger import AccountKind
from commerce.settlement.models import Payee, Payment, Share
from commerce.settlement.refunds import NotRefundable
from commerce.settlement.service import BadShares
from commerce.settlement.states import Method, PayeeKind, PaymentState
from tests.commerce.settlement.desk import Desk
from tests.commerce.settlement.fake_provider import FakeProvider


@pytest.fixture
def desk(units: Units, now: datetime) -> Desk:
    return Desk(units, FakeProvider(), now)


def collect(desk: Desk, by: Payee) -> Payment:
    payment_id = desk.payment_id()
    return desk.units.run_here(lambda session: collecting.collected_cash(session, payment_id, by, desk.now))


def left_for(desk: Desk, by: Payee) -> int:
    payment = desk.payment()
    return desk.units.run_here(lambda session: collecting.to_collect(session, payment, by))


def test_the_carrier_takes_all_at_the_door_and_owes_it(desk: Desk) -> None:
    assert desk.request(Method.CASH).state is PaymentState.OPEN
    assert left_for(desk, desk.bike) == 2350
    assert collect(desk, desk.bike).state is PaymentState.PAID
    assert desk.balance(AccountKind.CASH, desk.bike.id) == 2350
    assert desk.balance(AccountKind.SELLER, desk.green.id) == -1500
    assert desk.balance(AccountKind.CARRIER, desk.bike.id) == -300
    assert desk.told() == ["PaymentRequested", "CashCollected", "PaymentPaid"]
    assert left_for(desk, desk.bike) == 0


def test_collecting_twice_takes_the_money_once(desk: Desk) -> None:
    desk.request(Method.CASH)
    collect(desk, desk.bike)
    collect(desk, desk.bike)
    assert desk.balance(AccountKind.CASH, desk.bike.id) == 2350
    assert desk.told().count("CashCollected") == 1


def test_each_seller_takes_its_own_at_the_shop(desk: Desk) -> None:
    desk.request(Method.AT_SHOP, [Share(desk.green, 1500), Share(desk.tools, 500)])
    assert left_for(desk, desk.green) == 1500
    assert collect(desk, desk.green).state is PaymentState.OPEN
    assert collect(desk, desk.tools).state is PaymentState.PAID
    assert desk.balance(AccountKind.CASH, desk.green.id) == 1500
    assert desk.balance(AccountKind.SELLER, desk.tools.id) == -500
    assert desk.told()[1:] == ["CashCollected", "CashCollected", "PaymentPaid"]


def test_at_the_shop_there_are_shares_of_sellers_only(desk: Desk) -> None:
    with pytest.raises(BadShares):
        desk.request(Method.AT_SHOP)


def test_nobody_else_collects(desk: Desk) -> None:
    desk.request(Method.AT_SHOP, [Share(desk.green, 1500)])
    for stranger in (desk.bike, desk.tools, Payee(PayeeKind.SELLER, uuid4())):
        with pytest.raises(NotTheCollector):
            collect(desk, stranger)


def test_a_card_payment_is_not_collected(desk: Desk) -> None:
    desk.request()
    with pytest.raises(NotTheCollector):
        collect(desk, desk.bike)
    assert left_for(desk, desk.bike) == 0


def test_a_cancelled_payment_is_not_collected(desk: Desk) -> None:
    desk.request(Method.CASH)
    payment_id = desk.payment_id()
    desk.units.run_here(lambda session: service.cancel(session, payment_id, desk.now))
    with pytest.raises(NotTheCollector):
        collect(desk, desk.bike)


def test_what_was_collected_in_part_is_not_simply_cancelled(desk: Desk) -> None:
    desk.request(Method.AT_SHOP, [Share(desk.green, 1500), Share(desk.tools, 500)])
    collect(desk, desk.green)
    payment_id = desk.payment_id()
    with pytest.raises(service.PartlyCollected):
        desk.units.run_here(lambda session: service.cancel(session, payment_id, desk.now))


def test_cash_goes_back_by_hand(desk: Desk) -> None:
    desk.request(Method.CASH)
    collect(desk, desk.bike)
    payment_id = desk.payment_id()
    refund = desk.units.run_here(
        lambda session: refunds.refund(session, payment_id, desk.now, reason="returned")
    )
    assert desk.balance(AccountKind.PERSON, desk.person_id) == -2350
    for _ in range(2):
        desk.units.run_here(lambda session: refunds.handed_back(session, refund.id, desk.bike, desk.now))
    assert desk.balance(AccountKind.CASH, desk.bike.id) == 0
    assert desk.balance(AccountKind.PERSON, desk.person_id) == 0
    assert desk.payment().state is PaymentState.REFUNDED


def test_cash_that_was_not_taken_is_not_sent_back(desk: Desk) -> None:
    desk.request(Method.CASH)
    payment_id = desk.payment_id()
    with pytest.raises(NotRefundable):
        desk.units.run_here(lambda session: refunds.refund(session, payment_id, desk.now, reason="x"))


def test_changing_from_card_to_cash_leaves_one_payment_alive(desk: Desk) -> None:
    first = desk.request()
    second = desk.request(Method.CASH)
    payments = desk.units.run_here(lambda session: service.payments_of(session, desk.order_id))
    assert [payment.id for payment in payments] == [first.id, second.id]
    assert [payment.state for payment in payments] == [PaymentState.CANCELLED, PaymentState.OPEN]
