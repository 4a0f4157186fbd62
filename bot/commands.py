"""Everything a person can ask, whichever way: one closed union, and the compact codec of buttons.

A command that a button can carry has a `code`; its fields are UUIDs, whole numbers, decimals, short words
or kinds. Encoded it is `code.field.field…` in at most 64 bytes (Bot API: callback_data, 1-64 bytes).
A button proves nothing: handlers check on the server that the thing named belongs to who taps.
"""

import base64
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from commerce.methods.components import Kind
from commerce.orders.models import Handover, PayBy
from commerce.quotes.choosing import Priority

__all__ = [
    "BUTTONS", "AddItem", "AddLines", "AdminOrderHistory", "AdminOrders", "AmendAddress", "AmendNumber",
    "AnswerAsListed", "AnswerInWords", "AnswerLine", "AnswerQuestion", "AnswerQuestionInWords",
    "AskAddress", "AskBack", "AskJobAgain", "AskScale", "AskSellers", "AskWindow", "CancelOrder",
    "CannotRead", "ChangeList", "ChangeQuantity", "CheckLines", "Checkout", "ChooseBy", "ChooseItem",
    "ChooseMeant", "ChooseMethod", "ChooseNth", "CloseRound", "Collected", "Command", "Compare",
    "ConfirmQuote", "Correct", "DecideSubstitute", "DeclineInquiry", "DeliveryFailed", "DidYouMean",
    "DiscardQuote", "DropLines", "EditLine", "EndConversation", "EngineAway", "Explain", "GiveAddress",
    "Gone", "Greet", "Help", "InGroup", "JoinLists", "JudgeSubstitute", "KeepApart", "KeepLines",
    "MarkPacked", "MoveLine", "MoveLineTo", "NameJob", "NeverMind", "NotAButton", "NotYet", "OtherOffers",
    "PassOn", "Pay", "PickAll", "PickLine", "PlaceOrder", "Privacy", "Propose", "ReadFile", "ReadPage",
    "ReadPages", "ReadText", "RemoveSite", "Resume", "SameAsLast", "SayLine", "ScaleBy", "ScaleTo",
    "Search", "SetHandover", "SetLanguage", "SetPriority", "SetWindow", "Settings", "ShowConversations",
    "ShowJob", "ShowList", "ShowOrder", "ShowPicks", "ShowProposal", "ShowWork", "Sites", "Skip",
    "SortLine", "SortLines", "Start", "StopDone", "SwitchSite", "TakeConversation", "TalkToHuman",
    "Thank", "ToggleLine", "TooManyLinks", "Track", "TryAgain", "UnknownCommand", "Welcome", "decode",
    "encode",
]  # fmt: skip

LONGEST = 64


class NotAButton(ValueError):
    """Callback data that no button of this shop carries (forged, or of an older version)."""


@dataclass(frozen=True)
class Start:
    code: ClassVar[str] = "st"
    payload: str = ""


@dataclass(frozen=True)
class Help:
    code: ClassVar[str] = "he"
    topic: str = ""


@dataclass(frozen=True)
class Greet:
    pass


@dataclass(frozen=True)
class Thank:
    pass


@dataclass(frozen=True)
class NeverMind:
    """/cancel, or "never mind": leave the open question, keep everything."""

    code: ClassVar[str] = "nm"


@dataclass(frozen=True)
class Settings:
    code: ClassVar[str] = "se"


@dataclass(frozen=True)
class SetPriority:
    """For good, not for one proposal."""

    code: ClassVar[str] = "sp"
    priority: Priority


@dataclass(frozen=True)
class SetLanguage:
    code: ClassVar[str] = "sl"
    language: str


@dataclass(frozen=True)
class Privacy:
    code: ClassVar[str] = "pv"


@dataclass(frozen=True)
class TalkToHuman:
    """`text`: how she asked for a person, in words."""

    code: ClassVar[str] = "hu"
    text: str = ""


@dataclass(frozen=True)
class ShowConversations:
    """Whom an admin is talking to, and who waits for one."""

    code: ClassVar[str] = "cv"


@dataclass(frozen=True)
class TakeConversation:
    code: ClassVar[str] = "ct"
    conversation_id: UUID


@dataclass(frozen=True)
class EndConversation:
    """Without one: the only one that she has."""

    code: ClassVar[str] = "ce"
    conversation_id: UUID | None = None


@dataclass(frozen=True)
class PassOn:
    """What was written goes to the other side of a conversation: its words, or a copy of the message where
    it holds more than words. Without a conversation: which of several is asked."""

    code: ClassVar[str] = "cp"
    message_id: int
    conversation_id: UUID | None = None
    text: str = ""


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
class ReadPage:
    url: str


@dataclass(frozen=True)
class ReadPages:
    """Several links in one message: their pages go into one basket."""

    urls: tuple[str, ...]


@dataclass(frozen=True)
class ReadFile:
    """A document that was sent; `kind` is the content type that the messenger tells."""

    file_id: str
    name: str
    kind: str
    size_bytes: int


@dataclass(frozen=True)
class NameJob:
    """A job without a page: the method sites are asked for their lists."""

    job: str
    servings: Decimal | None = None


@dataclass(frozen=True)
class AskJobAgain:
    code: ClassVar[str] = "aj"
    search_id: UUID


@dataclass(frozen=True)
class ChooseMethod:
    """One of the lists that were found for a job."""

    code: ClassVar[str] = "jc"
    found_id: UUID


@dataclass(frozen=True)
class ShowJob:
    """The lists found last, once more."""


@dataclass(frozen=True)
class Sites:
    """The method sites, for admins; `text` is what to do: "add https://…", "off 2", "remove NAME"."""

    code: ClassVar[str] = "ms"
    text: str = ""


@dataclass(frozen=True)
class SwitchSite:
    code: ClassVar[str] = "mw"
    site_id: UUID
    on: int


@dataclass(frozen=True)
class RemoveSite:
    """`sure` 0 asks back first."""

    code: ClassVar[str] = "mr"
    site_id: UUID
    sure: int = 0


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
    """Free words while a line is asked about; `how` as in AnswerLine where they say so."""

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
class AskSellers:
    """`sure`: also with lines that were read with little confidence."""

    code: ClassVar[str] = "aq"
    list_id: UUID | None = None
    sure: int = 0


@dataclass(frozen=True)
class ChangeList:
    """Take a list back from the sellers: their inquiries are withdrawn, lines can be ticked again."""

    code: ClassVar[str] = "ch"
    list_id: UUID


@dataclass(frozen=True)
class CloseRound:
    code: ClassVar[str] = "cr"
    round_id: UUID | None = None


@dataclass(frozen=True)
class ShowProposal:
    code: ClassVar[str] = "sh"
    round_id: UUID | None = None


@dataclass(frozen=True)
class Propose:
    """Choose the sellers anew by this priority, this once."""

    code: ClassVar[str] = "pr"
    priority: Priority
    round_id: UUID | None = None


@dataclass(frozen=True)
class Compare:
    code: ClassVar[str] = "cm"
    round_id: UUID | None = None


@dataclass(frozen=True)
class Explain:
    """Why these sellers, and why not that one."""

    code: ClassVar[str] = "ex"
    round_id: UUID | None = None
    seller: str = ""


@dataclass(frozen=True)
class MoveLine:
    """Choose the line to buy elsewhere, then the seller."""

    code: ClassVar[str] = "ml"
    round_id: UUID | None = None
    component_id: UUID | None = None


@dataclass(frozen=True)
class MoveLineTo:
    code: ClassVar[str] = "mt"
    quote_line_id: UUID


@dataclass(frozen=True)
class DecideSubstitute:
    """Take what a seller offers instead (`takes` 1), or not this one (0)."""

    code: ClassVar[str] = "ds"
    quote_line_id: UUID
    takes: int


@dataclass(frozen=True)
class OtherOffers:
    """What else there is for a component."""

    code: ClassVar[str] = "oo"
    round_id: UUID
    component_id: UUID


@dataclass(frozen=True)
class JudgeSubstitute:
    """What is said of a substitute in words: "take", "refuse" or "other"; names as far as they were read."""

    verdict: str
    text: str
    component: str = ""
    substitute: str = ""


@dataclass(frozen=True)
class ChooseNth:
    """Of the options shown last, that at this place (from 1; -1 is the last)."""

    place: int


@dataclass(frozen=True)
class ChooseBy:
    """Of the options shown last, the "cheapest", the "soonest", or the "other" one."""

    which: str


@dataclass(frozen=True)
class Correct:
    """A correction of what was just said, or a wish to buy from / not from a seller, in words."""

    text: str
    name: str = ""
    seller: str = ""
    exclude: bool = False


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
    """ "No, number 16", "I meant Gartenweg 16": the last address with another number, or another street."""

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


@dataclass(frozen=True)
class Search:
    code: ClassVar[str] = "sr"
    query: str
    max_price: Decimal | None = None


@dataclass(frozen=True)
class AddItem:
    code: ClassVar[str] = "ai"
    item_id: UUID


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
class AnswerQuestion:
    """A seller's question: the option tapped, from 1; 0 is "either is fine"."""

    code: ClassVar[str] = "qa"
    question_id: UUID
    choice: int


@dataclass(frozen=True)
class AnswerQuestionInWords:
    """In reply to a seller's question, or to the one asked last."""

    text: str
    question_id: UUID | None = None


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


@dataclass(frozen=True)
class ShowWork:
    """What waits for a seller or a carrier."""

    code: ClassVar[str] = "wo"


@dataclass(frozen=True)
class AdminOrders:
    code: ClassVar[str] = "ao"
    page: int = 0


@dataclass(frozen=True)
class AdminOrderHistory:
    code: ClassVar[str] = "ah"
    order: str


@dataclass(frozen=True)
class DidYouMean:
    """Free text that could mean several things, or nothing the shop does: intents, the likeliest first."""

    text: str
    intents: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotYet:
    """Understood, but of a part of Errand that is not there yet."""

    intent: str


@dataclass(frozen=True)
class EngineAway:
    """Free text while the dialogue engine is away; `stage` says what it is doing."""

    stage: str
    text: str


@dataclass(frozen=True)
class AskBack:
    """The dialogue still needs something ("servings", "quantity", "address", "window") for a wish."""

    asks: str
    asks_for: str = ""


@dataclass(frozen=True)
class Welcome:
    """The person unblocked the bot: nothing to say, but she can be reached again."""


@dataclass(frozen=True)
class Gone:
    """The person blocked the bot."""


@dataclass(frozen=True)
class InGroup:
    """Somebody turned to the bot in a group, or brought it there."""

    group: int


@dataclass(frozen=True)
class CannotRead:
    """A sticker, a voice message, a picture without a link: nothing the shop can read."""


@dataclass(frozen=True)
class UnknownCommand:
    name: str


Command = (
    Start | Help | Greet | Thank | NeverMind | Settings | SetPriority | SetLanguage | Privacy
    | TalkToHuman | ReadFile | NameJob | AskJobAgain | ChooseMethod | ShowJob | Sites | SwitchSite
    | RemoveSite | ShowConversations | TakeConversation | EndConversation | PassOn | Resume | Skip
    | SameAsLast
    | ReadPage | TooManyLinks | TryAgain | ReadText | ShowList | ToggleLine | KeepLines | DropLines
    | ReadPages | CheckLines | AnswerLine | SayLine | EditLine | SortLine | SortLines | ChooseItem
    | JoinLists | KeepApart | AddLines | AskScale | ScaleTo | ScaleBy | AmendNumber | ChangeQuantity
    | AskSellers | ChangeList | CloseRound | ShowProposal | Propose | Compare | Explain | MoveLine
    | MoveLineTo | DecideSubstitute | OtherOffers | JudgeSubstitute | Correct | Checkout | SetHandover
    | AskAddress | GiveAddress | AmendAddress | AskWindow | SetWindow | Pay | PlaceOrder | CancelOrder
    | Track | ShowOrder | Search | AddItem | AnswerAsListed | AnswerInWords | DeclineInquiry
    | ConfirmQuote | DiscardQuote | ChooseMeant | AnswerQuestion | AnswerQuestionInWords | ChooseNth
    | ChooseBy | PickLine | ShowPicks | PickAll | MarkPacked | Collected | StopDone | DeliveryFailed
    | ShowWork | AdminOrders | AdminOrderHistory | DidYouMean | NotYet | EngineAway | AskBack | Welcome
    | Gone | InGroup | CannotRead | UnknownCommand
)  # fmt: skip

BUTTONS: dict[str, type[Any]] = {kind.code: kind for kind in get_args(Command) if hasattr(kind, "code")}
_HINTS: dict[str, dict[str, Any]] = {code: get_type_hints(kind) for code, kind in BUTTONS.items()}


def encode(command: Command) -> str:
    """The callback data of a button, at most 64 bytes."""
    code = getattr(command, "code", None)
    if code is None:
        raise NotAButton(f"{type(command).__name__} cannot be put on a button")
    parts = [code, *(_write(getattr(command, field.name)) for field in fields(command))]
    while parts[-1] == "":
        parts.pop()
    data = ".".join(parts)
    if len(data.encode()) > LONGEST:
        raise NotAButton(f"{data!r} is longer than {LONGEST} bytes")
    return data


def decode(data: str) -> Command:
    """The command of a button, or NotAButton."""
    code, *texts = data.split(".")
    kind = BUTTONS.get(code)
    if kind is None:
        raise NotAButton(data)
    names = [field.name for field in fields(kind)]
    if len(texts) > len(names):
        raise NotAButton(data)
    try:
        values = {
            name: _read(text, _HINTS[code][name]) for name, text in zip(names, texts, strict=False) if text
        }
        command: Command = kind(**values)
    except (TypeError, ValueError, InvalidOperation) as error:
        raise NotAButton(data) from error
    return command


def _write(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, UUID):
        return base64.urlsafe_b64encode(value.bytes).rstrip(b"=").decode()
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return text.replace(".", "~")


def _read(text: str, hint: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        hint = next(kind for kind in get_args(hint) if kind is not NoneType)
    if hint is UUID:
        return UUID(bytes=base64.urlsafe_b64decode(text + "=="))
    text = text.replace("~", ".")
    if hint in {int, Decimal, str} or issubclass(hint, StrEnum):
        return hint(text)
    raise TypeError(hint)
