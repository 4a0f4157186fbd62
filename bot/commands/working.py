"""Commands of those who sell, pack and carry."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

__all__ = [
    "AnswerAsListed", "AnswerInWords", "CarryingCommand", "ChooseMeant", "Collected", "ConfirmQuote",
    "DeclineInquiry", "DeliveryFailed", "DiscardQuote", "MarkPacked", "PickAll", "PickLine",
    "PickingCommand", "PlaceWords", "SellingCommand", "ShowMeant", "ShowPicks", "StopDone",
]  # fmt: skip


@dataclass(frozen=True)
class AnswerAsListed:
    code: ClassVar[str] = "al"
    inquiry_id: UUID


@dataclass(frozen=True)
class AnswerInWords:
    """A seller's words: to the inquiry replied to, or to the only one that is open."""

    text: str
    inquiry_id: UUID | None = None


@dataclass(frozen=True)
class DeclineInquiry:
    code: ClassVar[str] = "di"
    inquiry_id: UUID


@dataclass(frozen=True)
class ConfirmQuote:
    code: ClassVar[str] = "cq"
    quote_id: UUID


@dataclass(frozen=True)
class DiscardQuote:
    code: ClassVar[str] = "dq"
    quote_id: UUID


@dataclass(frozen=True)
class ChooseMeant:
    """What was asked back of a seller's words: the choice tapped, from 0."""

    code: ClassVar[str] = "cx"
    inquiry_id: UUID
    choice: int


@dataclass(frozen=True)
class ShowMeant:
    """Another page of what a seller's words may mean."""

    code: ClassVar[str] = "cy"
    inquiry_id: UUID
    page: int


@dataclass(frozen=True)
class PlaceWords:
    """The words that could be for several inquiries are for this one."""

    code: ClassVar[str] = "wd"
    inquiry_id: UUID


@dataclass(frozen=True)
class PickLine:
    """Tick off (or take the tick back): the wished state, so that two taps are one."""

    code: ClassVar[str] = "pl"
    line_id: UUID
    picked: int = 1


@dataclass(frozen=True)
class ShowPicks:
    """A page of a long pick list."""

    code: ClassVar[str] = "px"
    part_id: UUID
    page: int = 0


@dataclass(frozen=True)
class PickAll:
    code: ClassVar[str] = "pk"
    part_id: UUID


@dataclass(frozen=True)
class MarkPacked:
    code: ClassVar[str] = "mp"
    part_id: UUID


@dataclass(frozen=True)
class Collected:
    """The consumer took the goods at the counter (and paid there, if so agreed)."""

    code: ClassVar[str] = "cl"
    part_id: UUID


@dataclass(frozen=True)
class StopDone:
    code: ClassVar[str] = "sd"
    stop_id: UUID


@dataclass(frozen=True)
class DeliveryFailed:
    code: ClassVar[str] = "df"
    delivery_id: UUID


SellingCommand = (
    AnswerAsListed
    | AnswerInWords
    | DeclineInquiry
    | ConfirmQuote
    | DiscardQuote
    | ChooseMeant
    | ShowMeant
    | PlaceWords
)

PickingCommand = PickLine | ShowPicks | PickAll | MarkPacked | Collected

CarryingCommand = StopDone | DeliveryFailed
