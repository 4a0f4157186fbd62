from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = ["AddressSaved", "PersonArrived", "PersonLost"]


@dataclass(frozen=True)
class PersonArrived(Event):
    person_id: UUID


@dataclass(frozen=True)
class PersonLost(Event):
    """Messages do not reach this person any more: she blocked the bot, or her account is gone."""

    person_id: UUID


@dataclass(frozen=True)
class AddressSaved(Event):
    person_id: UUID
    address_id: UUID
