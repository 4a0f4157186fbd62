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
    """`left_out` lines of the page were too many for one list."""

    person_id: UUID
    list_id: UUID
    left_out: int = 0


@dataclass(frozen=True)
class PageTurnedDown(Event):
    """`reason` is a Refusal of the fetcher or a NotAMethod reason."""

    person_id: UUID
    list_id: UUID
    reason: str


@dataclass(frozen=True)
class ListChanged(Event):
    """`what`: added, dropped, needed (again), kept (nothing else), changed (its amount) or scaled."""

    person_id: UUID
    list_id: UUID
    what: str
    names: tuple[str, ...] = ()
