"""Commands about lists of components: pages, lines, amounts, baskets, doubts, method sites."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from commerce.methods.components import Kind

__all__ = [
    "AddLines", "AmendNumber", "AmountCommand", "AnswerLine", "AskScale", "BasketCommand",
    "ChangeQuantity", "CheckLines", "CheckingCommand", "ChooseItem", "DropLines", "EditLine", "JoinLists",
    "KeepApart", "KeepLines", "LeavePage", "ListCommand", "ReadPage", "ReadPages", "ReadText", "SayLine",
    "ScaleBy", "ScaleTo", "ShowList", "SortLine", "SortLines", "ToggleLine", "TooManyLinks", "TryAgain",
]  # fmt: skip


@dataclass(frozen=True)
class ReadPage:
    url: str


@dataclass(frozen=True)
class ReadPages:
    """Several links in one message: their pages go into one basket."""

    urls: tuple[str, ...]


@dataclass(frozen=True)
class TooManyLinks:
    """A message with more links than are read at once."""

    count: int
    taken: int


@dataclass(frozen=True)
class TryAgain:
    """Read the page of a list again."""

    code: ClassVar[str] = "ta"
    list_id: UUID


@dataclass(frozen=True)
class ReadText:
    text: str


@dataclass(frozen=True)
class ShowList:
    code: ClassVar[str] = "ls"
    list_id: UUID | None = None
    page: int = 0


@dataclass(frozen=True)
class ToggleLine:
    """Tick (`needed` 1) or untick (0): the wished state, so that two taps are one."""

    code: ClassVar[str] = "tl"
    component_id: UUID
    page: int = 0
    needed: int | None = None


@dataclass(frozen=True)
class KeepLines:
    """Only these are needed (`only`), or these are needed again; `everything` ticks all."""

    names: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    only: bool = False
    everything: bool = False


@dataclass(frozen=True)
class DropLines:
    names: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    text: str = ""
    everything: bool = False


@dataclass(frozen=True)
class AddLines:
    texts: tuple[str, ...]


@dataclass(frozen=True)
class AskScale:
    code: ClassVar[str] = "as"
    list_id: UUID


@dataclass(frozen=True)
class ScaleTo:
    """`text` is what was said: it may name a page of a basket."""

    code: ClassVar[str] = "sc"
    servings: Decimal
    list_id: UUID | None = None
    text: str = ""


@dataclass(frozen=True)
class ScaleBy:
    """The whole list, or the one component that `text` names ("twice as much rice")."""

    factor: Decimal
    text: str = ""


@dataclass(frozen=True)
class AmendNumber:
    """ "No, I meant three": the number of what was said last, another one."""

    number: Decimal
    text: str = ""


@dataclass(frozen=True)
class ChangeQuantity:
    """`text` is what was said; `name` the component's words; one of amount, factor or delta."""

    name: str
    text: str
    qty: Decimal | None = None
    unit: str | None = None
    factor: Decimal | None = None
    delta: Decimal | None = None


@dataclass(frozen=True)
class CheckLines:
    """Ask about the weak lines of a list, one at a time, or about this one line."""

    code: ClassVar[str] = "lck"
    list_id: UUID
    component_id: UUID | None = None


@dataclass(frozen=True)
class AnswerLine:
    """`how`: ok (as read), other (the `n`th of what is offered instead), out, skip, or stop asking."""

    code: ClassVar[str] = "lan"
    component_id: UUID
    how: str
    n: int = 0


@dataclass(frozen=True)
class SayLine:
    """Free words while a line is asked about; `how` as in AnswerLine, or again, where they say so."""

    text: str
    how: str = ""


@dataclass(frozen=True)
class EditLine:
    """Choose a line of a list to look at, at a page of the buttons, or look at this one."""

    code: ClassVar[str] = "led"
    list_id: UUID
    component_id: UUID | None = None
    page: int = 0


@dataclass(frozen=True)
class SortLine:
    code: ClassVar[str] = "lso"
    component_id: UUID
    kind: Kind


@dataclass(frozen=True)
class SortLines:
    """ "The brush is a tool": what the person says of components by their names."""

    names: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True)
class ChooseItem:
    """This item for a component; without one, any that fits."""

    code: ClassVar[str] = "lci"
    component_id: UUID
    item_id: UUID | None = None


@dataclass(frozen=True)
class JoinLists:
    """Put a page into one basket with the other list that is open."""

    code: ClassVar[str] = "lju"
    list_id: UUID | None = None


@dataclass(frozen=True)
class KeepApart:
    """The pages of a basket as lists of their own; or a page that was not put with another yet."""

    code: ClassVar[str] = "lka"
    list_id: UUID | None = None


@dataclass(frozen=True)
class LeavePage:
    """Take a page out of its basket: the dish is not made after all."""

    code: ClassVar[str] = "lvp"
    list_id: UUID


ListCommand = (
    ReadPage | TooManyLinks | TryAgain | ReadText | ShowList | ToggleLine | KeepLines | DropLines
    | AddLines
)  # fmt: skip

AmountCommand = AskScale | ScaleTo | ScaleBy | AmendNumber | ChangeQuantity

BasketCommand = ReadPages | JoinLists | KeepApart | LeavePage

CheckingCommand = CheckLines | AnswerLine | SayLine | EditLine | SortLine | SortLines | ChooseItem
