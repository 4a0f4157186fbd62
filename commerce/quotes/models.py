"""A round of inquiries to sellers, their quotes, and which seller was chosen for each component."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, Index

from commerce.codes import new_code
from commerce.database import DecimalText, Table, UtcTime, identity, optional_state, state_column
from commerce.states import Life, check_life

__all__ = [
    "INQUIRY_LIFE", "QUESTION_LIFE", "QUOTE_LIFE", "ROUND_LIFE", "SUBSTITUTE_LIFE", "Choice", "Inquiry",
    "InquiryLine", "InquiryState", "QuestionState", "Quote", "QuoteLine", "QuoteState", "Round", "RoundState",
    "SellerQuestion", "SubstituteState",
]  # fmt: skip


class RoundState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    ORDERED = "ordered"
    DROPPED = "dropped"


ROUND_LIFE: Life[RoundState] = {
    RoundState.OPEN: {RoundState.CLOSED, RoundState.DROPPED},
    RoundState.CLOSED: {RoundState.ORDERED, RoundState.DROPPED},
    RoundState.ORDERED: {RoundState.CLOSED},
    RoundState.DROPPED: set(),
}
check_life(RoundState, ROUND_LIFE)


class Round(Table, table=True):
    """One round of inquiries for a list; it closes at `deadline`, when all answered, or by a tap."""

    __tablename__ = "round"
    id: UUID = identity()
    code: str = Field(default_factory=new_code, unique=True, max_length=8)
    list_id: UUID = Field(foreign_key="component_list.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    state: RoundState = state_column(RoundState, RoundState.OPEN, index=True)
    priority: str = Field(max_length=20)
    collects: bool = False
    deadline: datetime = Field(sa_type=UtcTime)
    opened_at: datetime = Field(sa_type=UtcTime)


class InquiryState(StrEnum):
    SENT = "sent"
    ANSWERED = "answered"
    DECLINED = "declined"
    LAPSED = "lapsed"
    UNREACHABLE = "unreachable"


INQUIRY_LIFE: Life[InquiryState] = {
    InquiryState.SENT: {
        InquiryState.ANSWERED,
        InquiryState.DECLINED,
        InquiryState.LAPSED,
        InquiryState.UNREACHABLE,
    },
    InquiryState.ANSWERED: {InquiryState.ANSWERED, InquiryState.DECLINED},
    InquiryState.DECLINED: {InquiryState.ANSWERED, InquiryState.DECLINED},
    InquiryState.LAPSED: set(),
    InquiryState.UNREACHABLE: {InquiryState.ANSWERED, InquiryState.DECLINED},
}
check_life(InquiryState, INQUIRY_LIFE)


class Inquiry(Table, table=True):
    """What one seller is asked in a round: only the lines it can sell."""

    __tablename__ = "inquiry"
    __table_args__ = (Index("inquiry_once", "round_id", "seller_id", unique=True),)
    id: UUID = identity()
    code: str = Field(default_factory=new_code, unique=True, max_length=8)
    round_id: UUID = Field(foreign_key="round.id", index=True)
    seller_id: UUID = Field(foreign_key="seller.id", index=True)
    state: InquiryState = state_column(InquiryState, InquiryState.SENT)


class InquiryLine(Table, table=True):
    """`packs` packs of `item_id` cover the component; `list_price_minor` is for all of them."""

    __tablename__ = "inquiry_line"
    id: UUID = identity()
    inquiry_id: UUID = Field(foreign_key="inquiry.id", index=True)
    n: int
    component_id: UUID = Field(foreign_key="component.id")
    item_id: UUID = Field(foreign_key="item.id")
    packs: int
    list_price_minor: int
    leftover_qty: Decimal | None = Field(default=None, sa_type=DecimalText)
    leftover_unit: str | None = Field(default=None, max_length=12)
    note: str | None = Field(default=None, max_length=20)
    """What is to be told with the number of packs (`PackNote`), such as that it is reckoned by custom."""


class QuoteState(StrEnum):
    READ_BACK = "read_back"
    BINDING = "binding"
    REPLACED = "replaced"
    DISCARDED = "discarded"


QUOTE_LIFE: Life[QuoteState] = {
    QuoteState.READ_BACK: {QuoteState.BINDING, QuoteState.REPLACED, QuoteState.DISCARDED},
    QuoteState.BINDING: {QuoteState.REPLACED},
    QuoteState.REPLACED: set(),
    QuoteState.DISCARDED: set(),
}
check_life(QuoteState, QUOTE_LIFE)


class Quote(Table, table=True):
    """A version of a seller's answer. It binds only after the seller confirmed the read-back."""

    __tablename__ = "quote"
    __table_args__ = (Index("quote_version", "inquiry_id", "version", unique=True),)
    id: UUID = identity()
    inquiry_id: UUID = Field(foreign_key="inquiry.id", index=True)
    version: int
    state: QuoteState = state_column(QuoteState, QuoteState.READ_BACK)
    ready_on: date
    pickup_only: bool = False
    valid_until: date | None = None
    words: str | None = None
    created_at: datetime = Field(sa_type=UtcTime)


class SubstituteState(StrEnum):
    """What the consumer says to a substitute; nothing is bought before she took it."""

    OPEN = "open"
    TAKEN = "taken"
    REFUSED = "refused"


SUBSTITUTE_LIFE: Life[SubstituteState] = {
    SubstituteState.OPEN: {SubstituteState.TAKEN, SubstituteState.REFUSED},
    SubstituteState.TAKEN: {SubstituteState.REFUSED},
    SubstituteState.REFUSED: {SubstituteState.TAKEN},
}
check_life(SubstituteState, SUBSTITUTE_LIFE)


class QuoteLine(Table, table=True):
    """What is offered for one line: `price_minor` for all `packs`. A line not offered has no row.

    A `substitute` has the seller's item that its words mean, if there is one, and what the consumer says.
    """

    __tablename__ = "quote_line"
    id: UUID = identity()
    quote_id: UUID = Field(foreign_key="quote.id", index=True)
    inquiry_line_id: UUID = Field(foreign_key="inquiry_line.id")
    packs: int
    price_minor: int
    qty_text: str | None = Field(default=None, max_length=80)
    substitute: str | None = Field(default=None, max_length=120)
    substitute_item_id: UUID | None = Field(default=None, foreign_key="item.id")
    substitute_state: SubstituteState | None = optional_state(SubstituteState)

    @property
    def is_as_wanted(self) -> bool:
        """The thing asked for, or a substitute that the consumer took."""
        return self.substitute is None or self.substitute_state is SubstituteState.TAKEN

    @property
    def is_open_substitute(self) -> bool:
        return self.substitute is not None and self.substitute_state in {None, SubstituteState.OPEN}


class QuestionState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    LAPSED = "lapsed"


QUESTION_LIFE: Life[QuestionState] = {
    QuestionState.OPEN: {QuestionState.ANSWERED, QuestionState.LAPSED},
    QuestionState.ANSWERED: set(),
    QuestionState.LAPSED: set(),
}
check_life(QuestionState, QUESTION_LIFE)


class SellerQuestion(Table, table=True):
    """What a seller wants to know before it offers, and the consumer's answer; neither is told who asks."""

    __tablename__ = "seller_question"
    id: UUID = identity()
    inquiry_id: UUID = Field(foreign_key="inquiry.id", index=True)
    asked_by: UUID = Field(foreign_key="person.id")
    state: QuestionState = state_column(QuestionState, QuestionState.OPEN)
    words: str = Field(max_length=300)
    answer: str | None = Field(default=None, max_length=300)
    asked_at: datetime = Field(sa_type=UtcTime)


class Choice(Table, table=True):
    """The seller chosen for a component: by the shop's proposal, or moved there by hand."""

    __tablename__ = "choice"
    round_id: UUID = Field(foreign_key="round.id", primary_key=True)
    component_id: UUID = Field(foreign_key="component.id", primary_key=True)
    seller_id: UUID = Field(foreign_key="seller.id")
    quote_line_id: UUID = Field(foreign_key="quote_line.id")
    by_hand: bool = False
