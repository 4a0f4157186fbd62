from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = ["LinePicked", "SelectionMade"]


@dataclass(frozen=True)
class SelectionMade(Event):
    """The selection information of a part is there for its seller."""

    part_id: UUID
    seller_id: UUID


@dataclass(frozen=True)
class LinePicked(Event):
    part_id: UUID
    seller_id: UUID
    line_id: UUID
