"""Card payments from the request to the refund, with a provider that fails in every way it can."""

import itertools
import random
from datetime import datetime

import pytest

from commerce.database import Units
from commerce.settlement import refunds, running, service
from commerce.settlement.ledger import AccountKind
from commerce.settlement.models import Share
from commerce.settlement.provider import BadSignature, CheckoutStatus, RefundStatus
from commerce.settlement.refunds import NotRefundable, OverRefund
from commerce.settlement.service import AlreadyPaid, BadShares
from commerce.settlement.states import Method, PaymentState, RefundState
from commerce.states import CannotMove
from tests.commerce.settlement.desk import Desk
from tests.commerce.settlement.fake_provider import FakeProvider

S = PaymentState


@pytest.fixture
def bank() -> FakeProvider:
    return FakeProvider()


@pytest.fixture
def desk(units: Units, bank: FakeProvider, now: datetime) -> Desk:
    return Desk(units, bank, now)


async def deliver(desk: Desk, bank: FakeProvider) -> None:
    for body, signature in bank.notes:
        await running.receive(bank, desk.units, lambda: desk.now, body, signature)


async def paid(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.work_off()
    bank.becomes(bank.opened_for(payment.id), CheckoutStatus.PAID)
    await deliver(desk, bank)
    await desk.work_off()
    assert desk.payment().state is S.PAID


async def test_a_card_payment_is_opened_paid_and_shared_out(desk: Desk, bank: FakeProvider) -> None:
    await paid(desk, bank)
    assert desk.in_hand() == 2350
    assert desk.balance(AccountKind.SELLER, desk.green.id) == -1500
    assert desk.balance(AccountKind.SELLER, desk.tools.id) == -500
    assert desk.balance(AccountKind.CARRIER, desk.bike.id) == -300
    assert desk.balance(AccountKind.SHOP) == -50
    assert desk.told() == ["PaymentRequested", "PaymentOpened", "PaymentPaid"]


async def test_requesting_twice_gives_one_payment(desk: Desk, bank: FakeProvider) -> None:
    first, second = desk.request(), desk.request()
    assert first.id == second.id
    await desk.work_off()
    assert desk.request().url == "https://pay.example/fake_1"
    assert bank.calls.count("open_checkout") == 1


async def test_other_terms_cancel_the_page_before_and_open_another(desk: Desk, bank: FakeProvider) -> None:
    first = desk.request()
    await desk.work_off()
    second = desk.request(shares=[Share(desk.green, 900)])
    await desk.work_off()
    assert (first.attempt, second.attempt) == (1, 2)
    assert bank.checkouts[bank.opened_for(first.id)].status is CheckoutStatus.EXPIRED
    assert bank.checkouts[bank.opened_for(second.id)].status is CheckoutStatus.OPEN
    assert desk.payment().amount_minor == 900


async def test_a_paid_order_takes_no_other_payment(desk: Desk, bank: FakeProvider) -> None:
    await paid(desk, bank)
    with pytest.raises(AlreadyPaid):
        desk.request(Method.CASH)
    with pytest.raises(CannotMove):
        desk.units.run_here(lambda session: service.cancel(session, desk.payment_id(), desk.now))


@pytest.mark.parametrize("failures", [["down"], ["lost"], ["down", "lost", "down"]])
async def test_a_provider_that_comes_back_opens_one_page(
    desk: Desk, bank: FakeProvider, failures: list[str]
) -> None:
    bank.fail_next(*failures)
    desk.request()
    await desk.later(minutes=1)
    assert desk.payment().state is S.OPEN
    assert len(bank.checkouts) == 1


async def test_a_provider_that_stays_away_fails_the_payment(desk: Desk, bank: FakeProvider) -> None:
    bank.fail_next(*["down"] * 20)
    desk.request()
    await desk.later(minutes=10)
    assert desk.payment().state is S.FAILED
    assert desk.told()[-1] == "PaymentFailed"
    assert desk.request().attempt == 2


async def test_a_refused_checkout_fails_the_payment_at_once(desk: Desk, bank: FakeProvider) -> None:
    desk.request(shares=[Share(desk.green, 10)])
    await desk.work_off()
    assert desk.payment().state is S.FAILED


async def test_a_lost_webhook_is_made_up_for_by_looking(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.work_off()
    bank.becomes(bank.opened_for(payment.id), CheckoutStatus.PAID)
    await desk.later(minutes=2)
    assert desk.payment().state is S.PAID


async def test_saying_i_have_paid_looks_at_once(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.work_off()
    bank.becomes(bank.opened_for(payment.id), CheckoutStatus.PAID)
    desk.units.run_here(lambda session: service.check_soon(session, payment.id, desk.now))
    await desk.work_off()
    assert desk.payment().state is S.PAID


async def test_an_unpaid_page_lapses_and_is_closed(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.later(minutes=90)
    assert desk.payment().state is S.LAPSED
    assert bank.checkouts[bank.opened_for(payment.id)].status is CheckoutStatus.EXPIRED
    assert desk.told() == ["PaymentRequested", "PaymentOpened", "PaymentLapsed"]
    assert desk.request().attempt == 2


async def test_a_payment_found_after_a_long_sleep_of_the_shop_lapses(desk: Desk, bank: FakeProvider) -> None:
    desk.request()
    desk.now += service.TIME_TO_PAY * 3
    await desk.work_off()
    assert desk.payment().state is S.LAPSED
    assert bank.checkouts == {}


async def test_every_note_twice_in_every_order_enters_the_money_once(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.work_off()
    number = bank.opened_for(payment.id)
    bank.becomes(number, CheckoutStatus.OPEN)
    bank.becomes(number, CheckoutStatus.PENDING)
    bank.becomes(number, CheckoutStatus.PAID)
    notes = bank.notes * 5
    random.Random(7).shuffle(notes)
    taken = [
        await running.receive(bank, desk.units, lambda: desk.now, body, signature)
        for body, signature in notes
    ]
    assert sum(taken) == 3
    await desk.work_off()
    assert desk.in_hand() == 2350
    assert desk.told().count("PaymentPaid") == 1


async def test_a_webhook_that_outruns_the_answer_is_not_lost(desk: Desk, bank: FakeProvider) -> None:
    bank.fail_next("lost")
    payment = desk.request()
    await desk.work_off()
    assert desk.payment().external_id is None
    bank.becomes(bank.opened_for(payment.id), CheckoutStatus.PAID)
    await deliver(desk, bank)
    await desk.later(minutes=1)
    assert desk.payment().state is S.PAID
    assert desk.payment().external_id == bank.opened_for(payment.id)
    assert desk.in_hand() == 2350


async def test_a_forged_webhook_leaves_no_trace(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.work_off()
    bank.becomes(bank.opened_for(payment.id), CheckoutStatus.PAID)
    with pytest.raises(BadSignature):
        await running.receive(bank, desk.units, lambda: desk.now, bank.notes[0][0], "forged")
    await desk.work_off()
    assert desk.payment().state is S.OPEN


async def test_paid_after_cancelling_goes_back_whole(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.work_off()
    bank.becomes(bank.opened_for(payment.id), CheckoutStatus.PAID)
    desk.units.run_here(lambda session: service.cancel(session, payment.id, desk.now))
    await desk.work_off()
    assert desk.payment().state is S.REFUNDED
    assert bank.refunded == {bank.opened_for(payment.id): 2350}
    assert desk.in_hand() == 0
    assert desk.balance(AccountKind.PERSON, desk.person_id) == 0
    assert desk.balance(AccountKind.SELLER, desk.green.id) == 0
    assert desk.told()[-3:] == ["PaymentCameLate", "RefundRequested", "PaymentRefunded"]


async def test_cancelling_before_the_page_is_open_closes_it_when_it_comes(
    desk: Desk, bank: FakeProvider
) -> None:
    bank.fail_next("lost")
    payment = desk.request()
    await desk.work_off()
    desk.units.run_here(lambda session: service.cancel(session, payment.id, desk.now))
    checkout = await bank.open_checkout_again(payment.id)
    desk.units.run_here(lambda session: service.opened(session, payment.id, checkout, desk.now))
    await desk.work_off()
    assert bank.checkouts[checkout.external_id].status is CheckoutStatus.EXPIRED
    assert desk.payment().state is S.CANCELLED


async def test_a_part_goes_back_out_of_the_share_that_bears_it(desk: Desk, bank: FakeProvider) -> None:
    await paid(desk, bank)
    share = desk.share_of(desk.green)
    for _ in range(2):
        desk.units.run_here(
            lambda session: refunds.refund(
                session, desk.payment_id(), desk.now, reason="no basil", parts={share: 400}, key="line:1"
            )
        )
    bank.fail_next("lost")
    await desk.later(minutes=1)
    assert desk.balance(AccountKind.SELLER, desk.green.id) == -1100
    assert desk.in_hand() == 1950
    assert desk.balance(AccountKind.PERSON, desk.person_id) == 0
    assert desk.payment().state is S.PARTLY_REFUNDED
    assert desk.told().count("PaymentRefunded") == 1


async def test_the_rest_goes_back_when_the_whole_is_asked_for(desk: Desk, bank: FakeProvider) -> None:
    await paid(desk, bank)
    share = desk.share_of(desk.green)
    for parts, key in (({share: 400}, "line:1"), (None, "")):
        desk.units.run_here(
            lambda session, parts=parts, key=key: refunds.refund(
                session, desk.payment_id(), desk.now, reason="cancelled", parts=parts, key=key
            )
        )
    await desk.work_off()
    assert desk.payment().state is S.REFUNDED
    assert desk.in_hand() == 0
    assert desk.balance(AccountKind.SHOP) == 0
    with pytest.raises(NotRefundable):
        desk.units.run_here(
            lambda session: refunds.refund(session, desk.payment_id(), desk.now, reason="again", key="x")
        )


@pytest.mark.parametrize("amount", [0, -5, 1501])
async def test_more_than_a_share_is_never_sent_back(desk: Desk, bank: FakeProvider, amount: int) -> None:
    await paid(desk, bank)
    parts = {desk.share_of(desk.green): amount}
    with pytest.raises(OverRefund):
        desk.units.run_here(
            lambda session: refunds.refund(session, desk.payment_id(), desk.now, reason="x", parts=parts)
        )
    assert desk.payment().refunded_minor == 0


async def test_a_refund_that_the_bank_refuses_stays_owed(desk: Desk, bank: FakeProvider) -> None:
    await paid(desk, bank)
    bank.refunded[bank.opened_for(desk.payment_id())] = 2350
    refund = desk.units.run_here(
        lambda session: refunds.refund(session, desk.payment_id(), desk.now, reason="cancelled")
    )
    await desk.work_off()
    assert desk.told()[-1] == "RefundRefused"
    assert desk.balance(AccountKind.PERSON, desk.person_id) == -2350
    desk.units.run_here(lambda session: refunds.handed_back(session, refund.id, desk.green, desk.now))
    assert desk.balance(AccountKind.PERSON, desk.person_id) == 0
    assert desk.balance(AccountKind.CASH, desk.green.id) == -2350


async def test_while_the_bank_does_not_take_the_key_a_refund_waits(desk: Desk, bank: FakeProvider) -> None:
    await paid(desk, bank)
    desk.units.run_here(
        lambda session: refunds.refund(session, desk.payment_id(), desk.now, reason="cancelled")
    )
    bank.fail_next("key", "key")
    await desk.later(minutes=1)
    assert desk.told()[-1] == "PaymentRefunded"
    assert desk.balance(AccountKind.PERSON, desk.person_id) == 0


@pytest.mark.parametrize("told", [True, False])
async def test_a_refund_under_way_ends_by_webhook_or_by_looking(
    desk: Desk, bank: FakeProvider, told: bool
) -> None:
    await paid(desk, bank)
    bank.refund_ends_as = RefundStatus.PENDING
    refund = desk.units.run_here(
        lambda session: refunds.refund(session, desk.payment_id(), desk.now, reason="cancelled")
    )
    await desk.work_off()
    [waiting] = desk.units.run_here(lambda session: refunds.refunds_of(session, desk.payment_id()))
    assert waiting.state is RefundState.ASKED
    bank.refund_becomes(bank.refunds[refund.id].external_id, RefundStatus.DONE)
    if told:
        await deliver(desk, bank)
        await desk.work_off()
    else:
        await desk.later(hours=7)
    [done] = desk.units.run_here(lambda session: refunds.refunds_of(session, desk.payment_id()))
    assert done.state is RefundState.DONE
    assert desk.in_hand() == 0
    assert bank.calls.count("refund") == 1


async def test_another_amount_than_asked_is_never_entered(desk: Desk, bank: FakeProvider) -> None:
    payment = desk.request()
    await desk.work_off()
    number = bank.opened_for(payment.id)
    bank.becomes(number, CheckoutStatus.PAID)
    bank.checkouts[number] = bank.with_amount(number, 1)
    await deliver(desk, bank)
    with pytest.raises(running.AmountDiffers):
        await desk.work_off()
    assert desk.payment().state is S.OPEN


@pytest.mark.parametrize(
    "order", list(itertools.permutations(["paid", "lapse", "cancel"])), ids=lambda order: "-".join(order)
)
async def test_whatever_comes_first_the_ledger_agrees_with_the_state(
    desk: Desk, bank: FakeProvider, order: tuple[str, ...]
) -> None:
    payment = desk.request()
    await desk.work_off()
    bank.becomes(bank.opened_for(payment.id), CheckoutStatus.PAID)
    acts = {"paid": service.paid, "lapse": service.lapse, "cancel": service.cancel}
    for name in order:
        try:
            desk.units.run_here(lambda session, act=acts[name]: act(session, payment.id, desk.now))
        except CannotMove:
            assert desk.payment().state is S.PAID
    await desk.work_off()
    kept = desk.payment().state is S.PAID
    assert kept or desk.payment().state is S.REFUNDED
    assert desk.in_hand() == (2350 if kept else 0)
    assert desk.balance(AccountKind.PERSON, desk.person_id) == 0


@pytest.mark.parametrize("amounts", [[], [0], [-5, 10]])
def test_shares_have_to_be_positive(desk: Desk, amounts: list[int]) -> None:
    with pytest.raises(BadShares):
        desk.request(shares=[Share(desk.green, amount) for amount in amounts])


def test_a_payee_has_one_share(desk: Desk) -> None:
    with pytest.raises(BadShares):
        desk.request(shares=[Share(desk.green, 5), Share(desk.green, 6)])
