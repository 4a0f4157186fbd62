"""Commands of no slice: hello, help, settings, search, talks with a person, administration."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from commerce.matching.searching import SortedBy
from commerce.quotes.choosing import Priority

__all__ = [
    "AddFound", "AddItem", "AdminOrderHistory", "AdminOrders", "AskBack", "CannotRead", "ConversationCommand",
    "DidYouMean", "EndConversation", "EngineAway", "GeneralCommand", "Gone", "Greet", "Help", "InGroup",
    "NeverMind", "NotYet", "PassOn", "Privacy", "ReadFile", "Search", "SetLanguage", "SetPriority",
    "Settings", "ShowConversations", "ShowFound", "ShowWork", "Start", "TakeConversation", "TalkToHuman",
    "TellCost", "Thank", "UnknownCommand", "Welcome",
]  # fmt: skip


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
class ReadFile:
    """A document that was sent; `kind` is the content type that the messenger tells."""

    file_id: str
    name: str
    kind: str
    size_bytes: int


@dataclass(frozen=True)
class Search:
    """Free words for something on sale; `max_price` in major units, `size` and `colour` as they were said."""

    code: ClassVar[str] = "sr"
    query: str
    max_price: Decimal | None = None
    size: str | None = None
    colour: str | None = None


@dataclass(frozen=True)
class ShowFound:
    """A page of a search's results (-1: the next one), in an order; without an id those before the person."""

    code: ClassVar[str] = "sf"
    search_id: UUID | None = None
    page: int = 0
    by: SortedBy = SortedBy.FIT
    any_price: int = 0


@dataclass(frozen=True)
class AddFound:
    """Of the results before her the one at this place (-1: the last) joins the list; 0: the only one."""

    place: int


@dataclass(frozen=True)
class AddItem:
    code: ClassVar[str] = "ai"
    item_id: UUID


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
class SaidAtWork:
    """Words of somebody who sells or carries here, about nothing that she shops for, and not understood;
    `intents` as of DidYouMean."""

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
class TellCost:
    """What all that is before the person comes to, delivery included."""


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
    """A sticker, a voice message, a picture without a link: nothing the shop can read.

    `offer`: it was to be a seller's answer, and what was sent: "photo", "voice", "file", "other".
    """

    offer: str = ""


@dataclass(frozen=True)
class UnknownCommand:
    name: str


GeneralCommand = (
    Start | Help | Greet | Thank | NeverMind | Settings | SetPriority | SetLanguage | Privacy | Search
    | AddFound | AddItem | ShowWork | AdminOrders | AdminOrderHistory | DidYouMean | NotYet | EngineAway
    | AskBack | Welcome | Gone | InGroup | CannotRead | UnknownCommand | ReadFile | ShowFound | TellCost
    | SaidAtWork
)  # fmt: skip

ConversationCommand = TalkToHuman | ShowConversations | TakeConversation | EndConversation | PassOn
