"""Carriers, and the delivery of one order: its stops and the sealed delivery information."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, Column
from sqlmodel import Field, Index

from commerce.codes import new_code
from commerce.database import Table, UtcTime, identity, state_column
from commerce.states import Life, check_life

__all__ = [
    "DELIVERY_LIFE", "Carrier", "CarrierMember", "Delivery", "DeliveryState", "Stop", "StopKind",
]  # fmt: skip


class Carrier(Table, table=True):
    """A delivery service; `takes` are the packaging classes that it can carry."""

    __tablename__ = "carrier"
    id: UUID = identity()
    key: str = Field(unique=True, max_length=40)
    name: str = Field(max_length=80)
    latitude: float = 0.0
    longitude: float = 0.0
    takes: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    most_weight_grams: int = 100_000
    longest_item_mm: int = 4_000
    active: bool = True


class CarrierMember(Table, table=True):
    __tablename__ = "carrier_member"
    carrier_id: UUID = Field(foreign_key="carrier.id", primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", primary_key=True)


class DeliveryState(StrEnum):
    ASSIGNED = "assigned"
    COLLECTING = "collecting"
    UNDER_WAY = "under_way"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"


DELIVERY_LIFE: Life[DeliveryState] = {
    DeliveryState.ASSIGNED: {DeliveryState.COLLECTING, DeliveryState.UNDER_WAY, DeliveryState.CANCELLED},
    DeliveryState.COLLECTING: {DeliveryState.UNDER_WAY},
    DeliveryState.UNDER_WAY: {DeliveryState.DELIVERED, DeliveryState.FAILED},
    DeliveryState.DELIVERED: set(),
    DeliveryState.FAILED: {DeliveryState.UNDER_WAY},
    DeliveryState.CANCELLED: set(),
}
check_life(DeliveryState, DELIVERY_LIFE)


class Delivery(Table, table=True):
    """`sealed` is the delivery information: who receives it where, opened for the carrier alone."""

    __tablename__ = "delivery"
    id: UUID = identity()
    code: str = Field(default_factory=new_code, unique=True, max_length=8)
    order_id: UUID = Field(foreign_key="purchase.id", unique=True)
    carrier_id: UUID = Field(foreign_key="carrier.id", index=True)
    state: DeliveryState = state_column(DeliveryState, DeliveryState.ASSIGNED, index=True)
    sealed: bytes
    cash_minor: int = 0
    currency: str = Field(default="EUR", max_length=3)
    created_at: datetime = Field(sa_type=UtcTime)


class StopKind(StrEnum):
    PICK_UP = "pick_up"
    DROP = "drop"


class Stop(Table, table=True):
    """A stop of the round, in driving order; `part_id` is what is picked up there."""

    __tablename__ = "stop"
    __table_args__ = (Index("stop_order", "delivery_id", "n", unique=True),)
    id: UUID = identity()
    delivery_id: UUID = Field(foreign_key="delivery.id", index=True)
    n: int
    kind: StopKind = state_column(StopKind, StopKind.PICK_UP)
    part_id: UUID | None = Field(default=None, foreign_key="order_part.id")
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)
