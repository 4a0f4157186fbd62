"""What the dialogue understood -> the command that does it, one row for each wish."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bot import commands as c
from bot.spoken import spoken_lines
from commerce.matching.wanted import size_in
from commerce.orders.models import Handover, PayBy
from commerce.quotes.choosing import Priority

__all__ = ["WISHES"]

ASKING = re.compile(
    r"^(?:(?:please|and|do|does|you|anyone|have|has|got|sell|sells|stock|is|are|there|any|some|can|i"
    r"|get|buy|find|search|look|looking|for|me|where|show"
    r"|bitte|und|hat|habt|ihr|haben|sie|hast|du|gibt|gibts|es|jemand|ich|suche|such|nach|zeig|mir|wo|finde|auch|brauche"
    r"|et|vous|avez|avez-vous|tu|as|il|y|a|je|cherche|trouve|montre|moi|où|du|de|la|des|quelqu['’]un|aussi)\s+)+",
    re.IGNORECASE,
)
"""The words of a question before the thing that is looked for."""


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
        return c.ScaleBy(factor, text)
    return c.AskBack("servings", "scale_job")


def _read_job(slots: Mapping[str, Any], text: str) -> c.Command:
    url, job = _text(slots, "url"), _text(slots, "job")
    if url:
        return c.ReadPage(url if "://" in url else f"https://{url}")
    if not job:
        return c.NotYet("read_job")
    begins = text.casefold().find(job.casefold())
    as_said = text[begins : begins + len(job)] if begins >= 0 else job
    return c.NameJob(as_said, _decimal(slots.get("servings")))


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
    return c.KeepLines(_names(slots), _numbers(slots), only=bool(slots.get("only")))


def _drop(slots: Mapping[str, Any], text: str) -> c.Command:
    return c.DropLines(_names(slots), _numbers(slots), text, everything=bool(slots.get("all")))


def _add(slots: Mapping[str, Any], text: str) -> c.Command:
    return c.AddLines(spoken_lines(text, _names(slots)))


def _correct(slots: Mapping[str, Any], text: str) -> c.Command:
    number = _decimal(slots.get("to"))
    return c.AmendNumber(number, text) if number is not None else c.Correct(text)


def _search(slots: Mapping[str, Any], text: str) -> c.Command:
    query = _text(slots, "query") or ASKING.sub("", text.strip()).rstrip(" ?!.")
    size, colour = _text(slots, "size"), _text(slots, "colour")
    if size.isdecimal():
        size = ""  # "20 screws": a bare number is how many
    return c.Search(
        query or text,
        _decimal(slots.get("max_price")),
        size=size or size_in(text),
        colour=colour or None,
    )


def _give_address(slots: Mapping[str, Any], text: str) -> c.Command:
    """From where the address begins to the end of what was said: floor and bell belong to it."""
    address, note = _text(slots, "address"), _text(slots, "note")
    if not address:
        return c.GiveAddress(text)
    begins = text.casefold().find(address.casefold())
    if begins >= 0:
        return c.GiveAddress(text[begins:].strip())
    return c.GiveAddress(f"{address}, {note}" if note else address)


_Maker = Callable[[Mapping[str, Any], str], c.Command]
WISHES: dict[str, _Maker] = {
    "greeting": lambda slots, text: c.Greet(),
    "thanks": lambda slots, text: c.Thank(),
    "never_mind": lambda slots, text: c.NeverMind(),
    "help": lambda slots, text: c.Help(_text(slots, "topic")),
    "talk_to_human": lambda slots, text: c.TalkToHuman(),
    "privacy_info": lambda slots, text: c.Privacy(),
    "read_job": _read_job,
    "keep_components": _keep,
    "drop_components": _drop,
    "add_component": _add,
    "scale_job": _scale,
    "change_quantity": _quantity,
    "ask_sellers": lambda slots, text: c.AskSellers(),
    "compare_offers": lambda slots, text: c.Compare(),
    "explain_choice": lambda slots, text: c.Explain(seller=_text(slots, "seller")),
    "choose_strategy": _strategy,
    "set_priority": _priority,
    "choose_seller": _choose_seller,
    "correction": _correct,
    "confirm_order": lambda slots, text: c.Checkout(),
    "pay_card": lambda slots, text: c.Pay(PayBy.CARD),
    "pay_cash": lambda slots, text: c.Pay(PayBy.CASH),
    "collect_at_shop": lambda slots, text: c.SetHandover(Handover.COLLECT),
    "choose_delivery_window": _window,
    "give_address": _give_address,
    "track_order": lambda slots, text: c.Track(_text(slots, "order")),
    "cancel_order": lambda slots, text: c.CancelOrder(),
    "search_product": _search,
    "set_language": lambda slots, text: c.SetLanguage(_text(slots, "language")),
}
