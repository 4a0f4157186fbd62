"""The list of components that a person is putting together, read from job methods or by hand, and what her
answers about weak lines taught."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from commerce.codes import new_code
from commerce.database import DecimalText, Table, UtcTime, identity, optional_state, state_column
from commerce.methods.lines import Doubt, Kind
from commerce.states import Life, check_life
from commerce.units import Amount, Unit

__all__ = ["LIST_LIFE", "Alias", "Component", "ComponentList", "ItemChoice", "ListState", "Remembered"]


class ListState(StrEnum):
    READING = "reading"
    REFUSED = "refused"
    OPEN = "open"
    IN_BASKET = "in_basket"
    ASKING = "asking"
    ORDERED = "ordered"
    DROPPED = "dropped"


LIST_LIFE: Life[ListState] = {
    ListState.READING: {ListState.OPEN, ListState.REFUSED, ListState.DROPPED},
    ListState.REFUSED: set(),
    ListState.OPEN: {ListState.ASKING, ListState.IN_BASKET, ListState.DROPPED},
    ListState.IN_BASKET: {ListState.OPEN, ListState.DROPPED},
    ListState.ASKING: {ListState.OPEN, ListState.ORDERED, ListState.DROPPED},
    ListState.ORDERED: {ListState.ASKING},
    ListState.DROPPED: set(),
}
check_life(ListState, LIST_LIFE)


class Remembered(StrEnum):
    """Whose earlier answer a line was read with."""

    OWN = "own"
    COMMON = "common"


class ComponentList(Table, table=True):
    """`servings` as the page says; `factor` as the person scaled it; `refusal` is a reason code.

    A basket is a list whose pages are lists of their own, in state IN_BASKET, with `basket_id`; its factor
    stays 1, each page has its own. `together` is shared by the pages of one message, for one basket.
    `may_join` is the list that the person was asked to put this one with, until she has answered.
    """

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
    basket_id: UUID | None = Field(default=None, foreign_key="component_list.id", index=True)
    together: UUID | None = Field(default=None, index=True)
    may_join: UUID | None = Field(default=None, foreign_key="component_list.id")


class Component(Table, table=True):
    """One line of the list. `base_qty` is for factor 1, `qty` as scaled; `item_id` if the person chose it.

    `part_of` is the line of a basket that this line of a page went into. `open_parts` of the lines that went
    into this one leave their amount open. `prefers_id` is the item that was chosen for this name before.
    """

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
    part_of: UUID | None = Field(default=None, foreign_key="component.id", index=True)
    open_parts: int = 0
    remembered: Remembered | None = optional_state(Remembered)
    prefers_id: UUID | None = Field(default=None, foreign_key="item.id")

    @property
    def united(self) -> bool:
        """Whether several lines of its page went into it; `text` has each of them on a line of its own."""
        return "\n" in self.text

    @property
    def amount(self) -> Amount | None:
        if self.qty is None or self.unit is None:
            return None
        return Amount(self.qty, Unit(self.unit), self.qty_max)


class Alias(Table, table=True):
    """What a person answered about a weak line: `source`, folded, is the name as the page has it, or with
    `whole_line` the line; `name` and the amount (for factor 1) are what she said it means."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("person_id", "language", "whole_line", "source"),)
    id: UUID = identity()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    language: str = Field(max_length=8)
    whole_line: bool
    source: str = Field(max_length=400, index=True)
    name: str = Field(max_length=160)
    qty: Decimal | None = Field(default=None, sa_type=DecimalText)
    qty_max: Decimal | None = Field(default=None, sa_type=DecimalText)
    unit: str | None = Field(default=None, max_length=12)
    answered_at: datetime = Field(sa_type=UtcTime)


class ItemChoice(Table, table=True):
    """Which item a person chose for a component of this name (folded)."""

    __tablename__ = "item_choice"
    __table_args__ = (UniqueConstraint("person_id", "source"),)
    id: UUID = identity()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    source: str = Field(max_length=160, index=True)
    item_id: UUID = Field(foreign_key="item.id", index=True)
    chosen_at: datetime = Field(sa_type=UtcTime)
