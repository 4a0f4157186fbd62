from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = ["AddressSaved", "PersonArrived"]


@dataclass(frozen=True)
class PersonArrived(Event):
    person_id: UUID


@dataclass(frozen=True)
class AddressSaved(Event):
    person_id: UUID
    address_id: UUID
