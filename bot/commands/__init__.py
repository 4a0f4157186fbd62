"""Everything a person can ask, whichever way: one closed union, and the compact codec of buttons.

A command that a button can carry has a `code`; its fields are UUIDs, whole numbers, decimals, short words
or kinds. Encoded it is `code.field.field…` in at most 64 bytes (Bot API: callback_data, 1-64 bytes).
A button proves nothing: handlers check on the server that the thing named belongs to who taps.
"""

import base64
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from bot.commands.choosing import (
    AnswerQuestion,
    AnswerQuestionInWords,
    AskSellers,
    ChangeList,
    ChooseBy,
    ChooseNth,
    CloseRound,
    Compare,
    Correct,
    DecideSubstitute,
    Explain,
    JudgeSubstitute,
    MoveLine,
    MoveLineTo,
    OptionCommand,
    OtherOffers,
    Propose,
    QuestionCommand,
    RoundCommand,
    ShowProposal,
    SubstituteCommand,
)  # fmt: skip
from bot.commands.lists import (
    AddLines,
    AmendNumber,
    AmountCommand,
    AnswerLine,
    AskScale,
    BasketCommand,
    ChangeQuantity,
    CheckingCommand,
    CheckLines,
    ChooseItem,
    DropLines,
    EditLine,
    JoinLists,
    KeepApart,
    KeepLines,
    LeavePage,
    ListCommand,
    ReadPage,
    ReadPages,
    ReadText,
    SayLine,
    ScaleBy,
    ScaleTo,
    ShowList,
    SortLine,
    SortLines,
    ToggleLine,
    TooManyLinks,
    TryAgain,
)  # fmt: skip
from bot.commands.ordering import (
    AmendAddress,
    AskAddress,
    AskWindow,
    CancelOrder,
    Checkout,
    GiveAddress,
    NoteForCourier,
    OrderCommand,
    Pay,
    PlaceOrder,
    Resume,
    ReturningCommand,
    SameAsLast,
    SetHandover,
    SetWindow,
    ShowOrder,
    Skip,
    Track,
)  # fmt: skip
from bot.commands.sites import (
    AskJobAgain,
    ChooseMethod,
    NameJob,
    RemoveSite,
    ShowJob,
    Sites,
    SitesCommand,
    SwitchSite,
)  # fmt: skip
from bot.commands.talking import (
    AddFound,
    AddItem,
    AdminOrderHistory,
    AdminOrders,
    AskBack,
    CannotRead,
    ConversationCommand,
    DidYouMean,
    EndConversation,
    EngineAway,
    GeneralCommand,
    Gone,
    Greet,
    Help,
    InGroup,
    NeverMind,
    NotYet,
    PassOn,
    Privacy,
    ReadFile,
    SaidAtWork,
    Search,
    SetLanguage,
    SetPriority,
    Settings,
    ShowConversations,
    ShowFound,
    ShowWork,
    Start,
    TakeConversation,
    TalkToHuman,
    TellCost,
    Thank,
    UnknownCommand,
    Welcome,
)  # fmt: skip
from bot.commands.working import (
    AnswerAsListed,
    AnswerInWords,
    CarryingCommand,
    ChooseMeant,
    Collected,
    ConfirmQuote,
    DeclineInquiry,
    DeliveryFailed,
    DiscardQuote,
    MarkPacked,
    PickAll,
    PickingCommand,
    PickLine,
    PlaceWords,
    SellingCommand,
    ShowMeant,
    ShowPicks,
    StopDone,
)  # fmt: skip
from commerce.refused import Refused

__all__ = [
    "BUTTONS", "AddFound", "AddItem", "AddLines", "AdminOrderHistory", "AdminOrders", "AmendAddress",
    "AmendNumber",
    "AmountCommand", "AnswerAsListed", "AnswerInWords", "AnswerLine", "AnswerQuestion",
    "AnswerQuestionInWords", "AskAddress", "AskBack", "AskJobAgain", "AskScale", "AskSellers",
    "AskWindow", "BasketCommand", "CancelOrder", "CannotRead", "CarryingCommand", "ChangeList",
    "ChangeQuantity", "CheckLines", "CheckingCommand", "Checkout", "ChooseBy", "ChooseItem",
    "ChooseMeant", "ChooseMethod", "ChooseNth", "CloseRound", "Collected", "Command", "Compare",
    "ConfirmQuote", "ConversationCommand", "Correct", "DecideSubstitute", "DeclineInquiry",
    "DeliveryFailed", "DidYouMean", "DiscardQuote", "DropLines", "EditLine", "EndConversation",
    "EngineAway", "Explain", "GeneralCommand", "GiveAddress", "Gone", "Greet", "Help", "InGroup",
    "JoinLists", "JudgeSubstitute", "KeepApart", "KeepLines", "LeavePage", "ListCommand", "MarkPacked",
    "MoveLine", "MoveLineTo", "NameJob", "NeverMind", "NotAButton", "NotYet", "NoteForCourier",
    "OptionCommand", "OrderCommand", "OtherOffers", "PassOn", "Pay", "PickAll", "PickLine",
    "PickingCommand", "PlaceOrder", "PlaceWords", "Privacy", "Propose", "QuestionCommand", "ReadFile",
    "ReadPage", "ReadPages", "ReadText", "RemoveSite", "Resume", "ReturningCommand", "RoundCommand",
    "SaidAtWork", "SameAsLast", "SayLine", "ScaleBy", "ScaleTo", "Search", "SellingCommand", "SetHandover",
    "SetLanguage", "SetPriority", "SetWindow", "Settings",
    "ShowConversations", "ShowFound", "ShowJob", "ShowList", "ShowMeant", "ShowOrder", "ShowPicks",
    "ShowProposal", "ShowWork", "Sites", "SitesCommand", "Skip", "SortLine", "SortLines", "Start", "StopDone",
    "SubstituteCommand", "SwitchSite", "TakeConversation", "TalkToHuman", "TellCost", "Thank", "ToggleLine",
    "TooManyLinks", "Track", "TryAgain", "UnknownCommand", "Welcome", "decode", "encode",
]  # fmt: skip

LONGEST = 64


class NotAButton(Refused):
    """Callback data that no button of this shop carries (forged, or of an older version)."""


Command = (
    ListCommand | AmountCommand | BasketCommand | CheckingCommand | SitesCommand | RoundCommand
    | OptionCommand | SubstituteCommand | QuestionCommand | OrderCommand | ReturningCommand
    | SellingCommand | PickingCommand | CarryingCommand | GeneralCommand | ConversationCommand
)  # fmt: skip

BUTTONS: dict[str, type[Any]] = {kind.code: kind for kind in get_args(Command) if hasattr(kind, "code")}
_HINTS: dict[str, dict[str, Any]] = {code: get_type_hints(kind) for code, kind in BUTTONS.items()}


def encode(command: Command) -> str:
    """The callback data of a button. Raises ValueError where the command has no code, or needs more than 64
    bytes: a bug of ours, unlike what `decode` is given."""
    code = getattr(command, "code", None)
    if code is None:
        raise ValueError(f"{type(command).__name__} cannot be put on a button")
    parts = [code, *(_write(getattr(command, field.name)) for field in fields(command))]
    while parts[-1] == "":
        parts.pop()
    data = ".".join(parts)
    if len(data.encode()) > LONGEST:
        raise ValueError(f"{data!r} is longer than {LONGEST} bytes")
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
