from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = [
    "AddressSaved", "ConversationClosed", "ConversationOpened", "ConversationTaken", "ConversationWaits",
    "PersonArrived", "PersonLost",
]  # fmt: skip


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


@dataclass(frozen=True)
class ConversationOpened(Event):
    """Somebody would like to talk to a person; `again` after the admin who had taken it was lost."""

    conversation_id: UUID
    again: bool = False


@dataclass(frozen=True)
class ConversationTaken(Event):
    conversation_id: UUID
    admin_id: UUID


@dataclass(frozen=True)
class ConversationWaits(Event):
    """Nobody has taken it for a while."""

    conversation_id: UUID


@dataclass(frozen=True)
class ConversationClosed(Event):
    """`why`: person, admin (who ended it), silent, unanswered or lost (she cannot be reached)."""

    conversation_id: UUID
    why: str
