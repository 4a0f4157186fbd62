"""Refunds: asked for in whole or by share, done by the provider or handed back in cash."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.settlement import ledger
from commerce.settlement.books import (
    locked,
    move_payment,
    payee_account,
    person_account,
    provider_account,
    shares_of,
)
from commerce.settlement.events import PaymentRefunded, RefundRefused, RefundRequested
from commerce.settlement.ledger import Account, AccountKind, Posting
from commerce.settlement.models import Payee, Payment, Refund, RefundLine
from commerce.settlement.states import REFUND_LIFE, Method, PaymentState, RefundState
from commerce.states import move

__all__ = [
    "REFUND_PAYMENT", "NotRefundable", "OverRefund", "handed_back", "refund", "refund_done", "refund_late",
    "refund_pending", "refund_refused", "refunds_of",
]  # fmt: skip

REFUND_PAYMENT = "refund_payment"
LOOK_AGAIN = timedelta(hours=6)


class OverRefund(ValueError):
    """More than is left of a share was to be sent back, or nothing at all."""

    def __init__(self, payment: Payment, parts: Mapping[UUID, int]) -> None:
        super().__init__(f"payment {payment.id}: {parts}")
        self.payment = payment
        self.parts = parts


class NotRefundable(Exception):
    """The payment is not paid (or sent back already)."""

    def __init__(self, payment: Payment) -> None:
        super().__init__(f"payment {payment.id} is {payment.state}")
        self.payment = payment


def refund(
    session: Session,
    payment_id: UUID,
    now: datetime,
    *,
    reason: str,
    parts: Mapping[UUID, int] | None = None,
    key: str = "",
) -> Refund:
    """Send money of a paid payment back: all that is left, or `parts` (share id to minor units).

    `key` names the cause ("part:UUID"); the same key again gives the refund that is there. Card money
    goes back by due work; cash is owed to the person until `handed_back`. Raises `OverRefund`,
    `NotRefundable`.
    """
    payment = locked(session, payment_id)
    key = f"{payment.id}:{key or 'whole'}"
    known = session.exec(select(Refund).where(Refund.key == key)).first()
    if known is not None:
        return known
    if payment.state not in {PaymentState.PAID, PaymentState.PARTLY_REFUNDED}:
        raise NotRefundable(payment)
    shares = {share.id: share for share in shares_of(session, payment.id)}
    left = {share.id: share.amount_minor - share.refunded_minor for share in shares.values()}
    wanted = (
        {share_id: amount for share_id, amount in left.items() if amount} if parts is None else dict(parts)
    )
    if not wanted or any(not 0 < amount <= left.get(share_id, 0) for share_id, amount in wanted.items()):
        raise OverRefund(payment, wanted)
    total = sum(wanted.values())
    row = Refund(key=key, payment_id=payment.id, amount_minor=total, reason=reason[:200], asked_at=now)
    session.add(row)
    session.flush()
    for share_id, amount in wanted.items():
        shares[share_id].refunded_minor += amount
        session.add_all(
            [shares[share_id], RefundLine(refund_id=row.id, share_id=share_id, amount_minor=amount)]
        )
    payment.refunded_minor += total
    all_back = payment.refunded_minor == payment.amount_minor
    move_payment(session, payment, PaymentState.REFUNDED if all_back else PaymentState.PARTLY_REFUNDED)
    taken = [
        Posting(payee_account(shares[share_id].payee), amount, payment.currency)
        for share_id, amount in wanted.items()
    ]
    owed = Posting(person_account(payment), -total, payment.currency)
    ledger.post(session, f"refund asked:{row.id}", payment.order_id, [*taken, owed], now)
    _ask(session, payment, row, now)
    return row


def refund_late(session: Session, payment: Payment, now: datetime) -> Refund:
    """Send back all of a payment that came late; its money is entered as the person's already."""
    row = Refund(
        key=f"{payment.id}:late",
        payment_id=payment.id,
        amount_minor=payment.amount_minor,
        reason="paid after the payment was off",
        asked_at=now,
    )
    session.add(row)
    session.flush()
    payment.refunded_minor = payment.amount_minor
    move_payment(session, payment, PaymentState.REFUNDED)
    _ask(session, payment, row, now)
    return row


def refund_done(session: Session, refund_id: UUID, external_id: str, now: datetime) -> Refund:
    """The provider has sent the money back."""
    row, payment = _locked_refund(session, refund_id)
    row.external_id = external_id
    _finish(session, row, payment, provider_account(payment), now)
    return row


def refund_pending(session: Session, refund_id: UUID, external_id: str, now: datetime) -> Refund:
    """The provider has taken the refund on and will tell how it ends; if it does not, we look."""
    row, _ = _locked_refund(session, refund_id)
    row.external_id = external_id
    session.add(row)
    session.flush()
    at = now + LOOK_AGAIN
    due.promise(session, REFUND_PAYMENT, row.id, at, key=f"{REFUND_PAYMENT}:{row.id}:{at:%Y%m%d%H}")
    return row


def refund_refused(session: Session, refund_id: UUID, now: datetime) -> Refund:
    """The provider will not send it back; the money stays owed to the person."""
    row, payment = _locked_refund(session, refund_id)
    if row.state is RefundState.ASKED:
        row.state = move(REFUND_LIFE, "refund", row.state, RefundState.REFUSED)
        session.add(row)
        session.flush()
        told = RefundRefused(
            row.id, payment.id, row.amount_minor, payment.currency, subjects=(payment.order_id,)
        )
        events.record(session, told, now)
    return row


def handed_back(session: Session, refund_id: UUID, by: Payee, now: datetime) -> Refund:
    """`by`, a carrier or seller, gave the person her money back in cash (also for a refused card refund)."""
    row, payment = _locked_refund(session, refund_id)
    if by.id is None or (payment.method is Method.CARD and row.state is RefundState.ASKED):
        raise NotRefundable(payment)
    _finish(session, row, payment, Account(AccountKind.CASH, str(by.id)), now)
    return row


def refunds_of(session: Session, payment_id: UUID) -> list[Refund]:
    """The refunds of a payment, the first one first."""
    query = select(Refund).where(Refund.payment_id == payment_id).order_by(col(Refund.asked_at))
    return list(session.exec(query))


def _locked_refund(session: Session, refund_id: UUID) -> tuple[Refund, Payment]:
    payment = locked(session, session.get_one(Refund, refund_id).payment_id)
    query = select(Refund).where(Refund.id == refund_id)
    return session.exec(query, execution_options={"populate_existing": True}).one(), payment


def _ask(session: Session, payment: Payment, row: Refund, now: datetime) -> None:
    session.flush()
    if payment.method is Method.CARD:
        due.promise(session, REFUND_PAYMENT, row.id, now)
    told = RefundRequested(
        row.id, payment.id, payment.method, row.amount_minor, payment.currency, subjects=(payment.order_id,)
    )
    events.record(session, told, now)


def _finish(session: Session, row: Refund, payment: Payment, held: Account, now: datetime) -> None:
    session.add(row)
    if row.state is RefundState.DONE:
        return
    row.state = move(REFUND_LIFE, "refund", row.state, RefundState.DONE)
    row.done_at = now
    back = [
        Posting(person_account(payment), row.amount_minor, payment.currency),
        Posting(held, -row.amount_minor, payment.currency),
    ]
    ledger.post(session, f"refunded:{row.id}", payment.order_id, back, now)
    session.flush()
    told = PaymentRefunded(
        row.id,
        payment.id,
        row.amount_minor,
        payment.currency,
        payment.refunded_minor == payment.amount_minor,
        subjects=(payment.order_id,),
    )
    events.record(session, told, now)
