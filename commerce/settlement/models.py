"""Payments, the shares they are made of, refunds, and the notes that providers send."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field, Index

from commerce.database import Table, UtcTime, identity, state_column
from commerce.settlement.states import Method, PayeeKind, PaymentState, RefundState

__all__ = ["SHOP", "Payee", "Payment", "PaymentShare", "ProviderNote", "Refund", "RefundLine", "Share"]


@dataclass(frozen=True)
class Payee:
    """Who is paid. `id` is the seller's or carrier's; the shop itself (its fees) has none."""

    kind: PayeeKind
    id: UUID | None = None

    def __post_init__(self) -> None:
        if (self.kind is PayeeKind.SHOP) != (self.id is None):
            raise ValueError(f"{self.kind} with id {self.id}")


SHOP = Payee(PayeeKind.SHOP)


@dataclass(frozen=True)
class Share:
    """What of a payment is one payee's, in minor units of the payment's currency."""

    payee: Payee
    amount_minor: int


class Payment(Table, table=True):
    """One attempt to be paid for an order; `attempt` counts from 1, at most the last is alive.

    `external_id` is the provider's number of the checkout, `url` its page for the consumer.
    """

    __tablename__ = "payment"
    __table_args__ = (
        Index("payment_attempt_once", "order_id", "attempt", unique=True),
        CheckConstraint("amount_minor > 0", name="payment_is_positive"),
        CheckConstraint(
            "refunded_minor >= 0 AND refunded_minor <= amount_minor", name="payment_refund_within_amount"
        ),
    )
    id: UUID = identity()
    order_id: UUID = Field(index=True)
    person_id: UUID
    attempt: int
    method: Method = state_column(Method, Method.CARD)
    provider: str | None = Field(default=None, max_length=40)
    amount_minor: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)
    state: PaymentState = state_column(PaymentState, PaymentState.REQUESTED, index=True)
    external_id: str | None = Field(default=None, unique=True, max_length=120)
    url: str | None = None
    refunded_minor: int = Field(default=0, sa_type=BigInteger)
    requested_at: datetime = Field(sa_type=UtcTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcTime)
    paid_at: datetime | None = Field(default=None, sa_type=UtcTime)


class PaymentShare(Table, table=True):
    """One payee's part of a payment; `collected_by` is who took the cash, a carrier or seller."""

    __tablename__ = "payment_share"
    __table_args__ = (
        Index("payment_share_order", "payment_id", "n", unique=True),
        CheckConstraint("amount_minor > 0", name="share_is_positive"),
        CheckConstraint(
            "refunded_minor >= 0 AND refunded_minor <= amount_minor", name="share_refund_within_amount"
        ),
    )
    id: UUID = identity()
    payment_id: UUID = Field(foreign_key="payment.id", index=True)
    n: int
    payee_kind: PayeeKind = state_column(PayeeKind, PayeeKind.SELLER)
    payee_id: UUID | None = None
    amount_minor: int = Field(sa_type=BigInteger)
    refunded_minor: int = Field(default=0, sa_type=BigInteger)
    collected_by: UUID | None = None
    collected_at: datetime | None = Field(default=None, sa_type=UtcTime)

    @property
    def payee(self) -> Payee:
        return Payee(self.payee_kind, self.payee_id)


class Refund(Table, table=True):
    """Money on its way back to the person; `key` keeps the same refund from being asked twice."""

    __tablename__ = "refund"
    __table_args__ = (CheckConstraint("amount_minor > 0", name="refund_is_positive"),)
    id: UUID = identity()
    key: str = Field(unique=True, max_length=120)
    payment_id: UUID = Field(foreign_key="payment.id", index=True)
    amount_minor: int = Field(sa_type=BigInteger)
    reason: str = Field(max_length=200)
    state: RefundState = state_column(RefundState, RefundState.ASKED, index=True)
    external_id: str | None = Field(default=None, unique=True, max_length=120)
    asked_at: datetime = Field(sa_type=UtcTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)


class RefundLine(Table, table=True):
    """What of a refund each share bears."""

    __tablename__ = "refund_line"
    refund_id: UUID = Field(foreign_key="refund.id", primary_key=True)
    share_id: UUID = Field(foreign_key="payment_share.id", primary_key=True)
    amount_minor: int = Field(sa_type=BigInteger)


class ProviderNote(Table, table=True):
    """A provider's webhook event, kept once. It says what to look at again; the truth is asked for."""

    __tablename__ = "provider_note"
    id: UUID = identity()
    event_id: str = Field(unique=True, max_length=120)
    kind: str = Field(max_length=40)
    external_id: str = Field(max_length=120, index=True)
    payment_id: UUID | None = None
    received_at: datetime = Field(sa_type=UtcTime)
