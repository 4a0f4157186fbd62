from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = [
    "LineAnswered", "ListChanged", "PageJoined", "PageLeft", "PageRead", "PageTurnedDown", "PagesParted",
    "ReadingStarted",
]  # fmt: skip


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
    """`what`: added, dropped, needed (again), kept (nothing else), changed (its amount), scaled, chosen (an
    item for it), or sorted as "ingredient", "material" or "tool"."""

    person_id: UUID
    list_id: UUID
    what: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class LineAnswered(Event):
    """A weak line was answered for, or left out; her other lines stay as they are."""

    person_id: UUID
    list_id: UUID
    component_id: UUID


@dataclass(frozen=True)
class PageJoined(Event):
    """The list of a page was put into a basket."""

    person_id: UUID
    basket_id: UUID
    list_id: UUID


@dataclass(frozen=True)
class PageLeft(Event):
    """A page was taken out of its basket, and is not needed any more."""

    person_id: UUID
    basket_id: UUID
    list_id: UUID


@dataclass(frozen=True)
class PagesParted(Event):
    """The pages of a basket are lists of their own again, oldest first."""

    person_id: UUID
    basket_id: UUID
    list_ids: tuple[UUID, ...]
