from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = ["DeliveryAssigned", "DeliveryMoved", "StopReady"]


@dataclass(frozen=True)
class DeliveryAssigned(Event):
    """The delivery information is there for the carrier."""

    delivery_id: UUID
    carrier_id: UUID


@dataclass(frozen=True)
class StopReady(Event):
    """A part was packed: it can be picked up."""

    delivery_id: UUID
    carrier_id: UUID
    part_id: UUID


@dataclass(frozen=True)
class DeliveryMoved(Event):
    person_id: UUID
    delivery_id: UUID
    carrier_id: UUID
    order_id: UUID
    state: str
