from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = [
    "OrderCancelled", "OrderChanged", "OrderConfirmed", "OrderDone", "OrderDrafted", "OrderLapsed",
    "OrderPlaced", "OrderReopened", "PartMoved",
]  # fmt: skip


@dataclass(frozen=True)
class OrderDrafted(Event):
    person_id: UUID
    order_id: UUID


@dataclass(frozen=True)
class OrderChanged(Event):
    person_id: UUID
    order_id: UUID
    what: str


@dataclass(frozen=True)
class OrderPlaced(Event):
    person_id: UUID
    order_id: UUID


@dataclass(frozen=True)
class OrderConfirmed(Event):
    person_id: UUID
    order_id: UUID


@dataclass(frozen=True)
class OrderLapsed(Event):
    person_id: UUID
    order_id: UUID


@dataclass(frozen=True)
class OrderReopened(Event):
    """It can be completed anew: `why` is "failed" (the payment) or "asked" (she pays another way)."""

    person_id: UUID
    order_id: UUID
    why: str


@dataclass(frozen=True)
class OrderCancelled(Event):
    person_id: UUID
    order_id: UUID


@dataclass(frozen=True)
class OrderDone(Event):
    person_id: UUID
    order_id: UUID


@dataclass(frozen=True)
class PartMoved(Event):
    """A part of the order changed its state: to_pick, packed, with_carrier, delivered, collected."""

    person_id: UUID
    order_id: UUID
    part_id: UUID
    seller_id: UUID
    state: str
