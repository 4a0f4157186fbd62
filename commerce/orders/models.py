"""Orders, their parts (one per seller) and lines."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import true
from sqlmodel import Field, Index

from commerce.codes import new_code
from commerce.database import DecimalText, Table, UtcTime, identity, optional_state, state_column
from commerce.states import Life, check_life

__all__ = [
    "ORDER_LIFE", "PART_LIFE", "Handover", "Order", "OrderLine", "OrderPart", "OrderState", "PartState",
    "PayBy",
]  # fmt: skip


class OrderState(StrEnum):
    DRAFT = "draft"
    AWAITING_PAYMENT = "awaiting_payment"
    CONFIRMED = "confirmed"
    DONE = "done"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"


ORDER_LIFE: Life[OrderState] = {
    OrderState.DRAFT: {OrderState.AWAITING_PAYMENT, OrderState.CONFIRMED, OrderState.CANCELLED},
    OrderState.AWAITING_PAYMENT: {
        OrderState.CONFIRMED,
        OrderState.DRAFT,
        OrderState.LAPSED,
        OrderState.CANCELLED,
    },
    OrderState.CONFIRMED: {OrderState.DONE, OrderState.CANCELLED},
    OrderState.DONE: set(),
    OrderState.CANCELLED: set(),
    OrderState.LAPSED: set(),
}
check_life(OrderState, ORDER_LIFE)


class Handover(StrEnum):
    """How the goods reach the consumer."""

    DELIVERY = "delivery"
    COLLECT = "collect"


class PayBy(StrEnum):
    """The consumer's way of paying; the values are those of the settlement's methods."""

    CARD = "card"
    CASH = "cash"
    AT_SHOP = "at_shop"


class Order(Table, table=True):
    """One purchase of a person. `window` is free of personal data: a day and a part of it."""

    __tablename__ = "purchase"
    id: UUID = identity()
    code: str = Field(default_factory=new_code, unique=True, max_length=8)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    round_id: UUID = Field(foreign_key="round.id", index=True)
    state: OrderState = state_column(OrderState, OrderState.DRAFT, index=True)
    currency: str = Field(default="EUR", max_length=3)
    handover: Handover = state_column(Handover, Handover.DELIVERY)
    pay_by: PayBy | None = optional_state(PayBy)
    address_id: UUID | None = Field(default=None, foreign_key="address.id")
    deliver_on: date | None = None
    day_part: str | None = Field(default=None, max_length=20)
    created_at: datetime = Field(sa_type=UtcTime)


class PartState(StrEnum):
    DRAFT = "draft"
    TO_PICK = "to_pick"
    PACKED = "packed"
    WITH_CARRIER = "with_carrier"
    DELIVERED = "delivered"
    COLLECTED = "collected"
    CANCELLED = "cancelled"


PART_LIFE: Life[PartState] = {
    PartState.DRAFT: {PartState.TO_PICK, PartState.CANCELLED},
    PartState.TO_PICK: {PartState.PACKED, PartState.CANCELLED},
    PartState.PACKED: {PartState.WITH_CARRIER, PartState.COLLECTED, PartState.CANCELLED},
    PartState.WITH_CARRIER: {PartState.DELIVERED},
    PartState.DELIVERED: set(),
    PartState.COLLECTED: set(),
    PartState.CANCELLED: set(),
}
check_life(PartState, PART_LIFE)


class OrderPart(Table, table=True):
    """What one seller provides. A seller knows the order by the part's `code` alone."""

    __tablename__ = "order_part"
    __table_args__ = (Index("part_once", "order_id", "seller_id", unique=True),)
    id: UUID = identity()
    code: str = Field(default_factory=new_code, unique=True, max_length=8)
    order_id: UUID = Field(foreign_key="purchase.id", index=True)
    seller_id: UUID = Field(foreign_key="seller.id", index=True)
    state: PartState = state_column(PartState, PartState.DRAFT, index=True)
    goods_minor: int
    fee_minor: int
    ready_on: date


class OrderLine(Table, table=True):
    __tablename__ = "order_line"
    id: UUID = identity()
    part_id: UUID = Field(foreign_key="order_part.id", index=True)
    n: int
    component_id: UUID = Field(foreign_key="component.id")
    item_id: UUID = Field(foreign_key="item.id")
    title: str = Field(max_length=160)
    packs: int
    price_minor: int
    substitute: str | None = Field(default=None, max_length=120)
    from_stock: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    """False for a substitute that no item of the seller fits: `item_id` is then what it stands for."""
    leftover_qty: Decimal | None = Field(default=None, sa_type=DecimalText)
    leftover_unit: str | None = Field(default=None, max_length=12)
