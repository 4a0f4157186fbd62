"""Payments: requested for an order, opened, paid, collected, or off. Every step may be repeated."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.settlement.books import (
    ALIVE,
    CHECK_PAYMENT,
    OFF,
    enter,
    locked,
    move_payment,
    person_account,
    provider_account,
    received,
    settle_paid,
    shares_of,
)
from commerce.settlement.collecting import NotTheCollector, collected_cash, to_collect
from commerce.settlement.events import (
    PaymentCameLate,
    PaymentCancelled,
    PaymentFailed,
    PaymentLapsed,
    PaymentOpened,
    PaymentRequested,
)
from commerce.settlement.ledger import Posting
from commerce.settlement.models import Payment, PaymentShare, ProviderNote, Share
from commerce.settlement.provider import Checkout, ProviderEvent, ProviderEventKind
from commerce.settlement.refunds import refund_late
from commerce.settlement.states import Method, PayeeKind, PaymentFailure, PaymentState

__all__ = [
    "ALIVE", "CHECK_PAYMENT", "EXPIRE_CHECKOUT", "OPEN_CHECKOUT", "SETTLEMENT_EVENT", "TIME_TO_PAY",
    "AlreadyPaid", "BadShares", "NotTheCollector", "PartlyCollected", "cancel", "check_again", "check_soon",
    "collected_cash", "current", "fail", "lapse", "note", "opened", "paid", "payments_of", "request",
    "shares_of", "to_collect",
]  # fmt: skip

OPEN_CHECKOUT = "open_checkout"
EXPIRE_CHECKOUT = "expire_checkout"
SETTLEMENT_EVENT = "settlement_event"

TIME_TO_PAY = timedelta(minutes=60)
"""How long a card page stays open; providers want 30 minutes at least."""
TIME_TO_OPEN = timedelta(minutes=6)
"""After that an unreachable provider is taken for absent; longer than due work tries."""
FIRST_CHECK = timedelta(minutes=1)


class BadShares(ValueError):
    """The shares of a payment are empty, not positive, or do not fit its method."""

    def __init__(self, method: Method, shares: Sequence[Share]) -> None:
        super().__init__(f"{method}: {shares}")
        self.method = method
        self.shares = shares


class AlreadyPaid(Exception):
    """The order is paid; another payment is not taken."""

    def __init__(self, payment: Payment) -> None:
        super().__init__(f"order {payment.order_id} is paid by {payment.id}")
        self.payment = payment


class PartlyCollected(Exception):
    """A part of the cash is taken already: it can be refunded once all is settled, not cancelled."""

    def __init__(self, payment: Payment) -> None:
        super().__init__(f"payment {payment.id}")
        self.payment = payment


def request(
    session: Session,
    order_id: UUID,
    method: Method,
    shares: Sequence[Share],
    currency: str,
    now: datetime,
    *,
    person_id: UUID,
    title: str = "",
    provider: str = "stripe",
) -> Payment:
    """Ask to be paid for an order; the amount is the sum of `shares`.

    A card's page is opened by due work (`PaymentOpened` tells its link); cash and payment at the shop are
    open at once. The same request again gives the payment that is there; another method or other shares
    cancel the one before. `title` is shown on the card's page. Raises `BadShares`, `AlreadyPaid`,
    `PartlyCollected`.
    """
    _check_shares(method, shares)
    before = current(session, order_id)
    if before is not None:
        before = locked(session, before.id)
        if before.state not in ALIVE | OFF | {PaymentState.REFUNDED}:
            raise AlreadyPaid(before)
        if before.state in ALIVE:
            if _same_terms(session, before, method, shares, currency):
                return before
            cancel(session, before.id, now)
    is_card = method is Method.CARD
    payment = Payment(
        order_id=order_id,
        person_id=person_id,
        attempt=1 if before is None else before.attempt + 1,
        method=method,
        provider=provider if is_card else None,
        amount_minor=sum(share.amount_minor for share in shares),
        currency=currency,
        state=PaymentState.REQUESTED if is_card else PaymentState.OPEN,
        requested_at=now,
        expires_at=now + TIME_TO_PAY if is_card else None,
    )
    session.add(payment)
    session.flush()
    for n, share in enumerate(shares):
        session.add(
            PaymentShare(
                payment_id=payment.id,
                n=n,
                payee_kind=share.payee.kind,
                payee_id=share.payee.id,
                amount_minor=share.amount_minor,
            )
        )
    session.flush()
    if is_card:
        due.promise(session, OPEN_CHECKOUT, payment.id, now, title=title)
        _promise_check(session, payment, 0, now + TIME_TO_OPEN)
    told = PaymentRequested(payment.id, method, payment.amount_minor, currency, subjects=(order_id,))
    events.record(session, told, now)
    return payment


def opened(session: Session, payment_id: UUID, checkout: Checkout, now: datetime) -> Payment:
    """The card page is open. If the payment is off by now, the page is closed again."""
    payment = locked(session, payment_id)
    is_new = payment.external_id is None
    payment.external_id, payment.url = checkout.external_id, checkout.url
    session.add(payment)
    if payment.state in OFF:
        due.promise(session, EXPIRE_CHECKOUT, payment.id, now)
    elif payment.state is PaymentState.REQUESTED:
        move_payment(session, payment, PaymentState.OPEN)
        payment.expires_at = checkout.expires_at
        told = PaymentOpened(
            payment.id,
            payment.amount_minor,
            payment.currency,
            checkout.url,
            checkout.expires_at,
            subjects=(payment.order_id,),
        )
        events.record(session, told, now)
    if is_new and payment.state is PaymentState.OPEN:
        _promise_check(session, payment, 1, now + FIRST_CHECK)
    session.flush()
    return payment


def paid(session: Session, payment_id: UUID, now: datetime) -> Payment:
    """The provider has the money of a card payment. After it was off, the money goes back at once."""
    payment = locked(session, payment_id)
    if payment.state in OFF:
        move_payment(session, payment, PaymentState.LATE)
        payment.paid_at = now
        enter(session, payment, "late", _late_postings(payment), now)
        late = PaymentCameLate(
            payment.id, payment.amount_minor, payment.currency, subjects=(payment.order_id,)
        )
        events.record(session, late, now)
        refund_late(session, payment, now)
    elif payment.state in ALIVE:
        shares = shares_of(session, payment.id)
        held = provider_account(payment)
        enter(session, payment, "paid", received(held, shares, payment.currency), now)
        settle_paid(session, payment, now)
    session.flush()
    return payment


def cancel(session: Session, payment_id: UUID, now: datetime) -> Payment:
    """The payment is no longer wanted; one that is off or sent back stays so.

    Raises `CannotMove` if it is paid, `PartlyCollected` if some of its cash is taken.
    """
    payment = locked(session, payment_id)
    if payment.state in OFF | {PaymentState.REFUNDED}:
        return payment
    if payment.state in ALIVE and any(share.collected_at for share in shares_of(session, payment.id)):
        raise PartlyCollected(payment)
    move_payment(session, payment, PaymentState.CANCELLED)
    due.cancel(session, CHECK_PAYMENT, payment.id)
    due.cancel(session, OPEN_CHECKOUT, payment.id)
    if payment.external_id is not None:
        due.promise(session, EXPIRE_CHECKOUT, payment.id, now)
    _tell(session, PaymentCancelled(payment.id, payment.method, subjects=(payment.order_id,)), now)
    return payment


def lapse(session: Session, payment_id: UUID, now: datetime) -> Payment:
    """The time to pay is over; nothing happens to a payment that is paid or off."""
    payment = locked(session, payment_id)
    if payment.state in ALIVE:
        move_payment(session, payment, PaymentState.LAPSED)
        _tell(session, PaymentLapsed(payment.id, payment.method, subjects=(payment.order_id,)), now)
    return payment


def fail(session: Session, payment_id: UUID, failure: PaymentFailure, now: datetime) -> Payment:
    """It cannot be paid this way; nothing happens to a payment that is paid or off."""
    payment = locked(session, payment_id)
    if payment.state in ALIVE:
        move_payment(session, payment, PaymentState.FAILED)
        told = PaymentFailed(payment.id, payment.method, failure, subjects=(payment.order_id,))
        _tell(session, told, now)
    return payment


def note(session: Session, event: ProviderEvent, now: datetime) -> bool:
    """Keep a provider's event and have it looked into; False if it is known or says nothing of ours."""
    if event.kind is ProviderEventKind.OTHER:
        return False
    known = session.exec(select(ProviderNote).where(ProviderNote.event_id == event.id)).first()
    if known is not None:
        return False
    row = ProviderNote(
        event_id=event.id,
        kind=event.kind,
        external_id=event.external_id,
        payment_id=event.payment_id,
        received_at=now,
    )
    session.add(row)
    session.flush()
    due.promise(session, SETTLEMENT_EVENT, row.id, now)
    return True


def check_soon(session: Session, payment_id: UUID, now: datetime) -> None:
    """Ask the provider at once how a payment stands ("I have paid", and no webhook came)."""
    due.promise(
        session, CHECK_PAYMENT, payment_id, now, key=f"{CHECK_PAYMENT}:{payment_id}:{now:%Y%m%d%H%M%S}"
    )


def check_again(session: Session, payment: Payment, n: int, now: datetime) -> None:
    """After the `n`th look at an open page: the next one, twice as late, the last when it expires."""
    expires_at = payment.expires_at or now
    at = min(now + FIRST_CHECK * 2**n, max(expires_at, now + FIRST_CHECK))
    _promise_check(session, payment, n + 1, at)


def current(session: Session, order_id: UUID) -> Payment | None:
    """The last attempt to be paid for an order."""
    attempts = payments_of(session, order_id)
    return attempts[-1] if attempts else None


def payments_of(session: Session, order_id: UUID) -> list[Payment]:
    """Every attempt to be paid for an order, the first one first."""
    query = select(Payment).where(Payment.order_id == order_id).order_by(col(Payment.attempt))
    return list(session.exec(query))


def _check_shares(method: Method, shares: Sequence[Share]) -> None:
    at_shop_only_sellers = method is not Method.AT_SHOP or all(
        share.payee.kind is PayeeKind.SELLER for share in shares
    )
    payees = {share.payee for share in shares}
    positive = all(share.amount_minor > 0 for share in shares)
    if not shares or not positive or len(payees) != len(shares) or not at_shop_only_sellers:
        raise BadShares(method, shares)


def _same_terms(
    session: Session, payment: Payment, method: Method, shares: Sequence[Share], currency: str
) -> bool:
    known = {Share(share.payee, share.amount_minor) for share in shares_of(session, payment.id)}
    return payment.method is method and payment.currency == currency and known == set(shares)


def _late_postings(payment: Payment) -> list[Posting]:
    """The money is with the provider, and owed to the person who paid it."""
    return [
        Posting(provider_account(payment), payment.amount_minor, payment.currency),
        Posting(person_account(payment), -payment.amount_minor, payment.currency),
    ]


def _promise_check(session: Session, payment: Payment, n: int, at: datetime) -> None:
    due.promise(session, CHECK_PAYMENT, payment.id, at, key=f"{CHECK_PAYMENT}:{payment.id}:{n}", n=n)


def _tell(session: Session, event: events.Event, now: datetime) -> None:
    session.flush()
    events.record(session, event, now)
