"""Selection information: what a shop picks and packs for one part of an order. It holds no personal data."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from commerce.database import Table, UtcTime, identity

__all__ = ["SelectionLine"]


class SelectionLine(Table, table=True):
    """One line of a pick list; `walk` is its place on the short walk past the shelves, from 1."""

    __tablename__ = "selection_line"
    id: UUID = identity()
    part_id: UUID = Field(foreign_key="order_part.id", index=True)
    order_line_id: UUID = Field(foreign_key="order_line.id", unique=True)
    walk: int
    title: str = Field(max_length=160)
    packs: int
    aisle: int
    bay: int
    level: int
    picked_at: datetime | None = Field(default=None, sa_type=UtcTime)
