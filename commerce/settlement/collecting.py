"""Cash: taken at the door by the carrier, or at the shop by each seller for itself."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from commerce import events
from commerce.settlement.books import ALIVE, enter, locked, received, settle_paid, shares_of
from commerce.settlement.events import CashCollected
from commerce.settlement.ledger import Account, AccountKind
from commerce.settlement.models import Payee, Payment, PaymentShare
from commerce.settlement.states import Method, PayeeKind, PaymentState

__all__ = ["NotTheCollector", "collected_cash", "to_collect"]


class NotTheCollector(Exception):
    """This payment, or this share of it, is not for `by` to collect in cash."""

    def __init__(self, payment: Payment, by: Payee) -> None:
        super().__init__(f"{by} collects nothing of payment {payment.id}")
        self.payment = payment
        self.by = by


def collected_cash(
    session: Session, payment_id: UUID, by: Payee, now: datetime, *, share_id: UUID | None = None
) -> Payment:
    """`by`, a carrier or seller, took cash: all that `to_collect` names, or the one share.

    Collected shares stay as they are when it is repeated. Raises `NotTheCollector`.
    """
    payment = locked(session, payment_id)
    mine = [share for share in _for_collector(session, payment, by) if share_id in {None, share.id}]
    if by.id is None or not mine or payment.state not in ALIVE | {PaymentState.PAID}:
        raise NotTheCollector(payment, by)
    taken = [share for share in mine if share.collected_at is None]
    if not taken:
        return payment
    for share in taken:
        share.collected_by, share.collected_at = by.id, now
        session.add(share)
        in_hand = Account(AccountKind.CASH, str(by.id))
        enter(session, payment, f"collected:{share.n}", received(in_hand, [share], payment.currency), now)
    session.flush()
    remaining = [share for share in shares_of(session, payment.id) if share.collected_at is None]
    told = CashCollected(
        payment.id,
        by.kind,
        by.id,
        sum(share.amount_minor for share in taken),
        sum(share.amount_minor for share in remaining),
        payment.currency,
        subjects=(payment.order_id,),
    )
    events.record(session, told, now)
    if not remaining:
        settle_paid(session, payment, now)
    return payment


def to_collect(session: Session, payment: Payment, by: Payee) -> int:
    """Minor units that `by` has yet to take in cash; 0 for a card payment."""
    if payment.state not in ALIVE:
        return 0
    return sum(s.amount_minor for s in _for_collector(session, payment, by) if s.collected_at is None)


def _for_collector(session: Session, payment: Payment, by: Payee) -> list[PaymentShare]:
    """The shares that `by` takes in cash: a carrier all, a seller its own."""
    shares = shares_of(session, payment.id)
    if payment.method is Method.CASH and by.kind is PayeeKind.CARRIER:
        return shares
    if payment.method is Method.CARD or by.kind is not PayeeKind.SELLER:
        return []
    return [share for share in shares if share.payee == by]
