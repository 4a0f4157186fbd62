"""The list of components that a person is putting together, read from a job method or by hand."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from commerce.codes import new_code
from commerce.database import DecimalText, Table, UtcTime, identity, optional_state, state_column
from commerce.methods.lines import Doubt, Kind
from commerce.states import Life, check_life
from commerce.units import Amount, Unit

__all__ = ["LIST_LIFE", "Component", "ComponentList", "ListState"]


class ListState(StrEnum):
    READING = "reading"
    REFUSED = "refused"
    OPEN = "open"
    ASKING = "asking"
    ORDERED = "ordered"
    DROPPED = "dropped"


LIST_LIFE: Life[ListState] = {
    ListState.READING: {ListState.OPEN, ListState.REFUSED, ListState.DROPPED},
    ListState.REFUSED: set(),
    ListState.OPEN: {ListState.ASKING, ListState.DROPPED},
    ListState.ASKING: {ListState.OPEN, ListState.ORDERED, ListState.DROPPED},
    ListState.ORDERED: {ListState.ASKING},
    ListState.DROPPED: set(),
}
check_life(ListState, LIST_LIFE)


class ComponentList(Table, table=True):
    """`servings` as the page says, `wanted_servings` as the person does; `refusal` is a reason code."""

    __tablename__ = "component_list"
    id: UUID = identity()
    code: str = Field(default_factory=new_code, unique=True, max_length=8)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    state: ListState = state_column(ListState, ListState.OPEN, index=True)
    url: str | None = None
    title: str = Field(default="", max_length=200)
    language: str = Field(default="en", max_length=8)
    servings: Decimal | None = Field(default=None, sa_type=DecimalText)
    servings_unit: str | None = Field(default=None, max_length=40)
    factor: Decimal = Field(default=Decimal(1), sa_type=DecimalText)
    reader: str = Field(default="hand", max_length=40)
    refusal: str | None = Field(default=None, max_length=40)
    created_at: datetime = Field(sa_type=UtcTime)


class Component(Table, table=True):
    """One line of the list. `base_qty` is for factor 1, `qty` as scaled; `item_id` if chosen by search."""

    __tablename__ = "component"
    id: UUID = identity()
    list_id: UUID = Field(foreign_key="component_list.id", index=True)
    n: int
    text: str = Field(max_length=400)
    name: str = Field(max_length=160)
    base_qty: Decimal | None = Field(default=None, sa_type=DecimalText)
    qty: Decimal | None = Field(default=None, sa_type=DecimalText)
    qty_max: Decimal | None = Field(default=None, sa_type=DecimalText)
    unit: str | None = Field(default=None, max_length=12)
    size: str | None = Field(default=None, max_length=80)
    kind: Kind = state_column(Kind, Kind.INGREDIENT)
    doubt: Doubt | None = optional_state(Doubt)
    optional: bool = False
    needed: bool = True
    by_hand: bool = False
    item_id: UUID | None = Field(default=None, foreign_key="item.id")

    @property
    def amount(self) -> Amount | None:
        if self.qty is None or self.unit is None:
            return None
        return Amount(self.qty, Unit(self.unit), self.qty_max)
