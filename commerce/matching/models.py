"""What a person looked for in the shops' shelves, so that its results can be paged and sorted."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Field

from commerce.database import DecimalText, Table, UtcTime, identity

__all__ = ["ProductSearch"]


class ProductSearch(Table, table=True):
    """`max_price` in major units of the shop's currency; `size` and `colour` as they were said."""

    __tablename__ = "product_search"
    id: UUID = identity()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    query: str = Field(max_length=100)
    max_price: Decimal | None = Field(default=None, sa_type=DecimalText)
    size: str | None = Field(default=None, max_length=40)
    colour: str | None = Field(default=None, max_length=40)
    created_at: datetime = Field(sa_type=UtcTime)
