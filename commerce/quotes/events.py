from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = [
    "InquiryAnswered", "InquirySent", "InquiryWithdrawn", "Proposed", "QuestionAnswered", "QuestionAsked",
    "QuestionLapsed", "QuoteDiscarded", "QuoteReadBack", "RoundClosed", "RoundOpened", "RoundWithdrawn",
    "SellerUnreachable",
]  # fmt: skip


@dataclass(frozen=True)
class RoundOpened(Event):
    person_id: UUID
    round_id: UUID


@dataclass(frozen=True)
class InquirySent(Event):
    inquiry_id: UUID
    seller_id: UUID


@dataclass(frozen=True)
class QuoteReadBack(Event):
    inquiry_id: UUID
    quote_id: UUID
    by_person_id: UUID


@dataclass(frozen=True)
class QuoteDiscarded(Event):
    """A read-back was wrong: nothing was sent."""

    inquiry_id: UUID
    quote_id: UUID


@dataclass(frozen=True)
class SellerUnreachable(Event):
    """Nobody of the seller can be written to: the round does not wait for it."""

    round_id: UUID
    inquiry_id: UUID


@dataclass(frozen=True)
class InquiryAnswered(Event):
    """A quote was bound, or the seller declined (`quote_id` None); `late`: after the round was closed;
    `first`: nothing was heard of this seller before."""

    round_id: UUID
    inquiry_id: UUID
    quote_id: UUID | None
    late: bool = False
    first: bool = False


@dataclass(frozen=True)
class QuestionAsked(Event):
    """A seller wants to know something before it offers."""

    person_id: UUID
    inquiry_id: UUID
    question_id: UUID


@dataclass(frozen=True)
class QuestionAnswered(Event):
    """`prolonged`: all sellers of the round have longer to answer."""

    question_id: UUID
    inquiry_id: UUID
    prolonged: bool


@dataclass(frozen=True)
class QuestionLapsed(Event):
    """The round is over: the question needs no answer any more."""

    question_id: UUID
    inquiry_id: UUID


@dataclass(frozen=True)
class InquiryWithdrawn(Event):
    """The consumer changed her list, or the round closed without an answer of this seller."""

    inquiry_id: UUID
    why: str


@dataclass(frozen=True)
class RoundClosed(Event):
    person_id: UUID
    round_id: UUID
    why: str


@dataclass(frozen=True)
class RoundWithdrawn(Event):
    """The list changed: the round's inquiries and offers count no more."""

    person_id: UUID
    round_id: UUID


@dataclass(frozen=True)
class Proposed(Event):
    person_id: UUID
    round_id: UUID
