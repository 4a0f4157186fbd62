"""Arrival -> commands: buttons, links, slash commands and replies directly, free text through Rasa."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.dialogue.client import Away, Dialogue
from bot.dialogue.reading import Reading
from commerce.orders.models import Handover, PayBy
from commerce.people.addresses import AddressIncomplete, check_address
from commerce.people.models import Role
from commerce.quotes.choosing import Priority

__all__ = ["SLASH", "Before", "commands_of", "understand"]

PASTED_LINES = 3
SHORT_ANSWER = re.compile(
    r"^\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:people|persons?|servings?|pax|pcs)?\s*$", re.I
)

SLASH: dict[str, c.Command] = {
    "help": c.Help(),
    "cancel": c.NeverMind(),
    "settings": c.Settings(),
    "privacy": c.Privacy(),
    "language": c.Help("language"),
    "list": c.ShowList(),
    "ask": c.AskSellers(),
    "proposal": c.ShowProposal(),
    "basket": c.Checkout(),
    "track": c.Track(),
    "work": c.ShowWork(),
    "orders": c.AdminOrders(),
}


@dataclass(frozen=True)
class Before:
    """What is before a person when her words arrive."""

    roles: frozenset[Role]
    pending: str = "none"
    asks: str | None = None
    asked_by_button: bool = False
    replied_inquiry: UUID | None = None
    open_inquiries: tuple[UUID, ...] = ()
    is_answer: bool = False

    @property
    def role(self) -> str:
        for role in (Role.SELLER, Role.CARRIER, Role.ADMIN, Role.COORDINATOR):
            if role in self.roles and (role is not Role.SELLER or self.open_inquiries):
                return role.value
        return Role.CONSUMER.value


async def understand(
    arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date
) -> tuple[c.Command, ...]:
    """What the person wants: one command, or two when a digression leaves a question open."""
    direct = _directly(arrival, before)
    if direct is not None:
        return (direct,)
    if dialogue is None:
        return (_while_away("off", arrival.text, before),)
    pending = f"ask_{before.asks}" if before.asks else before.pending
    chat = str(arrival.account)
    try:
        if before.asks and before.asked_by_button:
            await dialogue.note(chat, asked=pending)
        reading = await dialogue.read(chat, arrival.text, role=before.role, pending=pending, today=today)
    except Away as away:
        return (_while_away(away.stage.value, arrival.text, before),)
    return commands_of(reading, arrival.text, before)


def commands_of(reading: Reading, text: str, before: Before) -> tuple[c.Command, ...]:
    """A reading as commands; a form's open question is asked (again) after what was answered."""
    corrected = reading.corrected()
    if corrected is not None:
        reading = corrected
    wanted: list[c.Command] = []
    if reading.is_complete:
        wanted.append(_wish(reading, text, before))
    if reading.asks is not None:
        wanted.append(c.AskBack(reading.asks, reading.asks_for or ""))
    return tuple(wanted)


def _directly(arrival: Arrival, before: Before) -> c.Command | None:
    """What needs no understanding of words."""
    if arrival.kind == ArrivalKind.BUTTON:
        return c.decode(arrival.data)
    if arrival.kind == ArrivalKind.LOCATION:
        return c.GiveAddress("", arrival.latitude, arrival.longitude)
    if arrival.kind in {ArrivalKind.BLOCKED, ArrivalKind.UNBLOCKED}:
        return c.Gone() if arrival.kind == ArrivalKind.BLOCKED else c.Welcome()
    if arrival.kind == ArrivalKind.OTHER:
        return c.CannotRead()
    text = arrival.text.strip()
    if text.startswith("/") and len(text) > 1 and text[1].isalpha():
        return _slash(text)
    if before.replied_inquiry is not None:
        return c.AnswerInWords(text, before.replied_inquiry)
    if before.is_answer:
        return c.AnswerInWords(text)
    if arrival.links:
        return c.ReadPage(arrival.links[0])
    if sum(1 for line in text.splitlines() if line.strip()) >= PASTED_LINES:
        return c.ReadText(text)
    return _answer_to_question(text, before.asks)


def _answer_to_question(text: str, asks: str | None) -> c.Command | None:
    """A plain answer to what was asked works while the dialogue is away, too."""
    if asks == "address" and not text.endswith("?"):
        try:
            return c.GiveAddress(check_address(text))
        except AddressIncomplete:
            return None
    number = SHORT_ANSWER.match(text)
    if asks == "servings" and number:
        return c.ScaleTo(Decimal(f"{number[1]}.{number[2] or 0}"))
    return None


def _while_away(stage: str, text: str, before: Before) -> c.Command:
    """An address that lacks something is refused in words; for the rest the dialogue is needed."""
    return c.GiveAddress(text) if before.asks == "address" else c.EngineAway(stage, text)


def _slash(text: str) -> c.Command:
    name, _, rest = text[1:].partition(" ")
    name, rest = name.partition("@")[0].lower(), rest.strip()
    if name == "start":
        return c.Start(rest)
    if name == "order":
        return c.AdminOrderHistory(rest)
    if name == "track" and rest:
        return c.Track(rest)
    if name == "language" and rest:
        return c.SetLanguage(rest.lower())
    if name in {"search", "find"}:
        return c.Search(rest)
    return SLASH.get(name) or c.UnknownCommand(name[:40])


def _wish(reading: Reading, text: str, before: Before) -> c.Command:
    slots = reading.slots
    make = _WISHES.get(reading.intent)
    if make is not None:
        return make(slots, text)
    if reading.intent == "out_of_scope":
        if before.asks == "address":
            return c.GiveAddress(text)
        rivals = tuple(name for name, sure in reading.ranking[:4] if name != "out_of_scope" and sure > 0.04)
        return c.DidYouMean(text, rivals[:3])
    return c.NotYet(reading.intent)


def _names(slots: Mapping[str, Any], key: str = "components") -> tuple[str, ...]:
    value = slots.get(key)
    if value is None:
        return ()
    return tuple(str(part) for part in value) if isinstance(value, list | tuple) else (str(value),)


def _numbers(slots: Mapping[str, Any]) -> tuple[int, ...]:
    value = slots.get("numbers") or ()
    return tuple(int(part) for part in value if str(part).isdigit())


def _decimal(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _text(slots: Mapping[str, Any], key: str) -> str:
    value = slots.get(key)
    return "" if value is None else str(value)


def _scale(slots: Mapping[str, Any], text: str) -> c.Command:
    servings, factor = _decimal(slots.get("servings")), _decimal(slots.get("factor"))
    if servings is not None:
        return c.ScaleTo(servings)
    if factor is not None:
        return c.ScaleBy(factor)
    return c.AskBack("servings", "scale_job")


def _read_job(slots: Mapping[str, Any], text: str) -> c.Command:
    url = _text(slots, "url")
    return c.ReadPage(url if "://" in url else f"https://{url}") if url else c.NotYet("read_job")


def _priority(slots: Mapping[str, Any], text: str) -> c.Command:
    wished = _names(slots, "priorities") or _names(slots, "criterion")
    return c.SetPriority(_criterion(wished[0])) if wished else c.Settings()


def _strategy(slots: Mapping[str, Any], text: str) -> c.Command:
    criterion = _text(slots, "criterion")
    return c.Propose(_criterion(criterion)) if criterion else c.Compare()


def _criterion(word: str) -> Priority:
    names = {"fewest_shops": Priority.FEWEST_SELLERS}
    try:
        return names.get(word) or Priority(word)
    except ValueError:
        return Priority.CHEAPEST


def _window(slots: Mapping[str, Any], text: str) -> c.Command:
    day = _text(slots, "date")
    return c.SetWindow(day, _text(slots, "part_of_day") or "any") if day else c.AskWindow()


def _choose_seller(slots: Mapping[str, Any], text: str) -> c.Command:
    return c.Correct(text, seller=_text(slots, "seller"), exclude=bool(slots.get("exclude")))


def _quantity(slots: Mapping[str, Any], text: str) -> c.Command:
    return c.ChangeQuantity(
        _text(slots, "component"),
        text,
        qty=_decimal(slots.get("qty")),
        unit=_text(slots, "unit") or None,
        factor=_decimal(slots.get("factor")),
        delta=_decimal(slots.get("delta")),
    )


def _keep(slots: Mapping[str, Any], text: str) -> c.Command:
    everything = bool(slots.get("all"))
    return c.KeepLines(_names(slots), _numbers(slots), only=bool(slots.get("only")), everything=everything)


_Maker = Callable[[Mapping[str, Any], str], c.Command]
_WISHES: dict[str, _Maker] = {
    "greeting": lambda slots, text: c.Greet(),
    "thanks": lambda slots, text: c.Thank(),
    "never_mind": lambda slots, text: c.NeverMind(),
    "help": lambda slots, text: c.Help(_text(slots, "topic")),
    "talk_to_human": lambda slots, text: c.TalkToHuman(),
    "privacy_info": lambda slots, text: c.Privacy(),
    "read_job": _read_job,
    "keep_components": _keep,
    "drop_components": lambda slots, text: c.DropLines(_names(slots), _numbers(slots), text),
    "add_component": lambda slots, text: c.AddLines(_names(slots)),
    "scale_job": _scale,
    "change_quantity": _quantity,
    "ask_sellers": lambda slots, text: c.AskSellers(),
    "compare_offers": lambda slots, text: c.Compare(),
    "explain_choice": lambda slots, text: c.Explain(seller=_text(slots, "seller")),
    "choose_strategy": _strategy,
    "set_priority": _priority,
    "choose_seller": _choose_seller,
    "correction": lambda slots, text: c.Correct(text),
    "confirm_order": lambda slots, text: c.Checkout(),
    "pay_card": lambda slots, text: c.Pay(PayBy.CARD),
    "pay_cash": lambda slots, text: c.Pay(PayBy.CASH),
    "collect_at_shop": lambda slots, text: c.SetHandover(Handover.COLLECT),
    "choose_delivery_window": _window,
    "give_address": lambda slots, text: c.GiveAddress(_text(slots, "address") or text),
    "track_order": lambda slots, text: c.Track(_text(slots, "order")),
    "cancel_order": lambda slots, text: c.CancelOrder(),
    "search_product": lambda slots, text: c.Search(
        _text(slots, "query") or text, _decimal(slots.get("max_price"))
    ),
    "set_language": lambda slots, text: c.SetLanguage(_text(slots, "language")),
}
