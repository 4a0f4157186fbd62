"""Persons, their roles, their addresses, and what each has before her in the chat."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field

from commerce.codes import new_code
from commerce.database import Table, UtcTime, identity, state_column, state_type
from commerce.states import Life, check_life

__all__ = [
    "CONVERSATION_LIFE", "Address", "Conversation", "ConversationState", "Focus", "FocusKind", "Person",
    "PersonRole", "Role",
]  # fmt: skip


class Role(StrEnum):
    CONSUMER = "consumer"
    SELLER = "seller"
    COORDINATOR = "coordinator"
    CARRIER = "carrier"
    ADMIN = "admin"


class Person(Table, table=True):
    """One person of the chat. `account` is the number the messenger knows her by; sellers see only `code`."""

    __tablename__ = "person"
    id: UUID = identity()
    account: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    code: str = Field(default_factory=new_code, unique=True, max_length=8)
    name: str = Field(max_length=120)
    language: str = Field(default="en", max_length=8)
    priority: str = Field(default="cheapest", max_length=20)
    collects: bool = False
    reachable: bool = True
    created_at: datetime = Field(sa_type=UtcTime)


class PersonRole(Table, table=True):
    __tablename__ = "person_role"
    person_id: UUID = Field(foreign_key="person.id", primary_key=True)
    role: Role = Field(sa_column=Column(state_type(Role), primary_key=True))


class Address(Table, table=True):
    """Where to deliver. The words and the exact place are sealed; `zone` is coarse enough for sellers."""

    __tablename__ = "address"
    id: UUID = identity()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    sealed: bytes
    zone: str = Field(max_length=60)
    created_at: datetime = Field(sa_type=UtcTime)


class FocusKind(StrEnum):
    """What is before a person: free text is read in its light."""

    NONE = "none"
    LIST = "list"
    ROUND = "round"
    PROPOSAL = "proposal"
    CHECKOUT = "checkout"
    ORDER = "order"
    SEARCH = "search"
    JOB = "job"
    READ_BACK = "read_back"


class Focus(Table, table=True):
    """`asks` is the open question ("address", "servings", …), if any; `facts` what it is about."""

    __tablename__ = "focus"
    person_id: UUID = Field(foreign_key="person.id", primary_key=True)
    kind: FocusKind = state_column(FocusKind, FocusKind.NONE)
    subject_id: UUID | None = None
    asks: str | None = Field(default=None, max_length=40)
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class ConversationState(StrEnum):
    WAITING = "waiting"
    TAKEN = "taken"
    CLOSED = "closed"


CONVERSATION_LIFE: Life[ConversationState] = {
    ConversationState.WAITING: {ConversationState.TAKEN, ConversationState.CLOSED},
    ConversationState.TAKEN: {ConversationState.CLOSED, ConversationState.WAITING},
    ConversationState.CLOSED: set(),
}
"""Taken ones wait again when the admin cannot be reached any more."""
check_life(ConversationState, CONVERSATION_LIFE)


class Conversation(Table, table=True):
    """Somebody would like to talk to a person of the shop. `opening` is how she said so.

    `open_for` is who opened it, as long as it is open: nobody has two at once.
    """

    __tablename__ = "conversation"
    id: UUID = identity()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    admin_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    open_for: UUID | None = Field(default=None, unique=True)
    state: ConversationState = state_column(ConversationState, ConversationState.WAITING, index=True)
    opening: str = Field(default="", max_length=300)
    opened_at: datetime = Field(sa_type=UtcTime)
    last_words_at: datetime = Field(sa_type=UtcTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    closed_why: str | None = Field(default=None, max_length=20)
