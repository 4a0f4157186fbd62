"""Commands about orders: how, where and when they come, how they are paid."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from commerce.orders.models import Handover, PayBy

__all__ = [
    "AmendAddress", "AskAddress", "AskWindow", "CancelOrder", "Checkout", "GiveAddress", "NoteForCourier",
    "OrderCommand", "Pay", "PlaceOrder", "Resume", "ReturningCommand", "SameAsLast", "SetHandover",
    "SetWindow", "ShowOrder", "Skip", "Track",
]  # fmt: skip


@dataclass(frozen=True)
class Resume:
    """ "Where were we?": what is open, with its question."""

    code: ClassVar[str] = "rs"


@dataclass(frozen=True)
class Skip:
    """Leave the open question unanswered, and go on."""

    code: ClassVar[str] = "sk"


@dataclass(frozen=True)
class SameAsLast:
    """As last time: the whole basket as a new list, or of the last order where to, when, how to pay."""

    code: ClassVar[str] = "sa"
    what: str = "basket"


@dataclass(frozen=True)
class Checkout:
    code: ClassVar[str] = "co"
    round_id: UUID | None = None


@dataclass(frozen=True)
class SetHandover:
    code: ClassVar[str] = "ho"
    handover: Handover
    order_id: UUID | None = None


@dataclass(frozen=True)
class AskAddress:
    code: ClassVar[str] = "ad"
    order_id: UUID | None = None


@dataclass(frozen=True)
class GiveAddress:
    """As typed, or the place of a shared location (WGS 84 degrees)."""

    text: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class AmendAddress:
    """ "No, number 16", "I meant Gartenweg 16", "the postcode is 99955", "it's in Lindenau": the last address
    with that in place of what it had."""

    words: str


@dataclass(frozen=True)
class NoteForCourier:
    """ "Ring twice", "bitte bei Müller abgeben": joins the address, which only the courier sees."""

    words: str


@dataclass(frozen=True)
class AskWindow:
    code: ClassVar[str] = "aw"
    order_id: UUID | None = None


@dataclass(frozen=True)
class SetWindow:
    """An ISO date and morning, afternoon, evening or any."""

    code: ClassVar[str] = "sw"
    on: str
    day_part: str
    order_id: UUID | None = None


@dataclass(frozen=True)
class Pay:
    code: ClassVar[str] = "pa"
    pay_by: PayBy
    order_id: UUID | None = None


@dataclass(frozen=True)
class PlaceOrder:
    code: ClassVar[str] = "po"
    order_id: UUID | None = None


@dataclass(frozen=True)
class CancelOrder:
    """`sure` after the question was asked."""

    code: ClassVar[str] = "ca"
    order_id: UUID | None = None
    sure: int = 0


@dataclass(frozen=True)
class Track:
    code: ClassVar[str] = "tr"
    order: str = ""


@dataclass(frozen=True)
class ShowOrder:
    code: ClassVar[str] = "so"
    order_id: UUID


OrderCommand = (
    Checkout | SetHandover | AskAddress | GiveAddress | AmendAddress | NoteForCourier | AskWindow | SetWindow
    | Pay | PlaceOrder | CancelOrder | Track | ShowOrder
)  # fmt: skip

ReturningCommand = Resume | Skip | SameAsLast
