"""What all of settlement needs of a payment: its row and shares, its accounts, and the step to being paid."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.settlement import ledger
from commerce.settlement.events import PaymentPaid
from commerce.settlement.ledger import Account, AccountKind, Posting
from commerce.settlement.models import Payee, Payment, PaymentShare
from commerce.settlement.states import PAYMENT_LIFE, PayeeKind, PaymentState
from commerce.states import move

__all__ = [
    "ALIVE", "CHECK_PAYMENT", "OFF", "enter", "locked", "move_payment", "payee_account", "person_account",
    "provider_account", "received", "settle_paid", "shares_of",
]  # fmt: skip

CHECK_PAYMENT = "check_payment"
ALIVE = {PaymentState.REQUESTED, PaymentState.OPEN}
OFF = {PaymentState.FAILED, PaymentState.LAPSED, PaymentState.CANCELLED}

_ACCOUNTS = {
    PayeeKind.SELLER: AccountKind.SELLER,
    PayeeKind.CARRIER: AccountKind.CARRIER,
    PayeeKind.SHOP: AccountKind.SHOP,
}


def locked(session: Session, payment_id: UUID) -> Payment:
    """The payment as it is now, kept from other units until this one ends."""
    query = select(Payment).where(Payment.id == payment_id).with_for_update()
    return session.exec(query, execution_options={"populate_existing": True}).one()


def shares_of(session: Session, payment_id: UUID) -> list[PaymentShare]:
    """The shares of a payment, in the order in which they were requested."""
    query = select(PaymentShare).where(PaymentShare.payment_id == payment_id).order_by(col(PaymentShare.n))
    return list(session.exec(query))


def payee_account(payee: Payee) -> Account:
    return Account(_ACCOUNTS[payee.kind], "" if payee.id is None else str(payee.id))


def person_account(payment: Payment) -> Account:
    return Account(AccountKind.PERSON, str(payment.person_id))


def provider_account(payment: Payment) -> Account:
    return Account(AccountKind.PROVIDER, payment.provider or "")


def received(held: Account, shares: Sequence[PaymentShare], currency: str) -> list[Posting]:
    """The money is in `held`, and owed to the payees."""
    total = sum(share.amount_minor for share in shares)
    owed = [Posting(payee_account(share.payee), -share.amount_minor, currency) for share in shares]
    return [Posting(held, total, currency), *owed]


def enter(session: Session, payment: Payment, what: str, postings: Sequence[Posting], now: datetime) -> None:
    ledger.post(session, f"{what}:{payment.id}", payment.order_id, postings, now)


def settle_paid(session: Session, payment: Payment, now: datetime) -> None:
    """The money is all there: nothing more to look for, and it is told."""
    move_payment(session, payment, PaymentState.PAID)
    payment.paid_at = now
    due.cancel(session, CHECK_PAYMENT, payment.id)
    told = PaymentPaid(
        payment.id, payment.method, payment.amount_minor, payment.currency, subjects=(payment.order_id,)
    )
    session.flush()
    events.record(session, told, now)


def move_payment(session: Session, payment: Payment, wished: PaymentState) -> None:
    payment.state = move(PAYMENT_LIFE, "payment", payment.state, wished)
    session.add(payment)
