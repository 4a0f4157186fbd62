from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = ["ListChanged", "PageRead", "PageTurnedDown", "ReadingStarted"]


@dataclass(frozen=True)
class ReadingStarted(Event):
    person_id: UUID
    list_id: UUID


@dataclass(frozen=True)
class PageRead(Event):
    person_id: UUID
    list_id: UUID


@dataclass(frozen=True)
class PageTurnedDown(Event):
    """`reason` is a Refusal of the fetcher or a NotAMethod reason."""

    person_id: UUID
    list_id: UUID
    reason: str


@dataclass(frozen=True)
class ListChanged(Event):
    person_id: UUID
    list_id: UUID
    what: str
    names: tuple[str, ...] = ()
