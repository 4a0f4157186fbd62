"""What settlement tells. `subjects` is the order; amounts are minor units of `currency`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commerce.events import Event
from commerce.settlement.states import Method, PayeeKind, PaymentFailure

__all__ = [
    "CashCollected", "PaymentCameLate", "PaymentCancelled", "PaymentFailed", "PaymentLapsed", "PaymentOpened",
    "PaymentPaid", "PaymentRefunded", "PaymentRequested", "RefundRefused", "RefundRequested",
]  # fmt: skip


@dataclass(frozen=True)
class PaymentRequested(Event):
    """A payment is expected, whichever way; for a card its page is being opened."""

    payment_id: UUID
    method: Method
    amount_minor: int
    currency: str


@dataclass(frozen=True)
class PaymentOpened(Event):
    """The card page is ready at `url` until `expires_at`."""

    payment_id: UUID
    amount_minor: int
    currency: str
    url: str
    expires_at: datetime


@dataclass(frozen=True)
class PaymentPaid(Event):
    """All of the money is there."""

    payment_id: UUID
    method: Method
    amount_minor: int
    currency: str


@dataclass(frozen=True)
class CashCollected(Event):
    """A carrier or seller took cash; `remaining_minor` is still to be collected by others."""

    payment_id: UUID
    by_kind: PayeeKind
    by_id: UUID
    amount_minor: int
    remaining_minor: int
    currency: str


@dataclass(frozen=True)
class PaymentFailed(Event):
    payment_id: UUID
    method: Method
    failure: PaymentFailure


@dataclass(frozen=True)
class PaymentLapsed(Event):
    """The time to pay is over."""

    payment_id: UUID
    method: Method


@dataclass(frozen=True)
class PaymentCancelled(Event):
    payment_id: UUID
    method: Method


@dataclass(frozen=True)
class PaymentCameLate(Event):
    """It was paid after it had lapsed, failed or been cancelled; the whole of it is sent back."""

    payment_id: UUID
    amount_minor: int
    currency: str


@dataclass(frozen=True)
class RefundRequested(Event):
    refund_id: UUID
    payment_id: UUID
    method: Method
    amount_minor: int
    currency: str


@dataclass(frozen=True)
class PaymentRefunded(Event):
    """The money is back with the person; `in_whole` when nothing of the payment is left."""

    refund_id: UUID
    payment_id: UUID
    amount_minor: int
    currency: str
    in_whole: bool


@dataclass(frozen=True)
class RefundRefused(Event):
    """The provider will not send it back: an admin has to see to it."""

    refund_id: UUID
    payment_id: UUID
    amount_minor: int
    currency: str
