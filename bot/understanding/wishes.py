"""What the dialogue understood -> the command that does it, one row for each wish."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot import commands as c
from bot.understanding.addressed import address_said, is_corrected
from bot.understanding.corrections import POSTCODE, STREET
from bot.understanding.openings import ENDING
from bot.understanding.slots import as_said, decimal_of, names_in, text_of
from bot.understanding.spoken import spoken_lines
from bot.understanding.ticking import drop, keep
from bot.understanding.words import words_of
from commerce.matching.wanted import colour_of, price_in, size_in
from commerce.methods.lines import read_line
from commerce.orders.models import Handover, PayBy
from commerce.quotes.choosing import Priority

__all__ = ["WISHES", "counted"]

_SAID = words_of("wishes")
ASKING = re.compile(rf"^(?:{_SAID['asking']}\s+)+", re.IGNORECASE)
"""The words of a question before the thing that is looked for."""


def _scale(slots: Mapping[str, Any], text: str) -> c.Command:
    servings, factor = decimal_of(slots.get("servings")), decimal_of(slots.get("factor"))
    if servings is not None:
        return c.ScaleTo(servings, text=text)
    if factor is not None:
        return c.ScaleBy(factor, text)
    return c.AskBack("servings", "scale_job")


def _read_job(slots: Mapping[str, Any], text: str) -> c.Command:
    url, job = text_of(slots, "url"), text_of(slots, "job")
    if url:
        return c.ReadPage(url if "://" in url else f"https://{url}")
    if not job:
        return c.NotYet("read_job")
    return c.NameJob(as_said(text, job), decimal_of(slots.get("servings")))


def _priority(slots: Mapping[str, Any], text: str) -> c.Command:
    wished = names_in(slots, "priorities") or names_in(slots, "criterion")
    return c.SetPriority(_criterion(wished[0])) if wished else c.Settings()


def _strategy(slots: Mapping[str, Any], text: str) -> c.Command:
    criterion = text_of(slots, "criterion")
    return c.Propose(_criterion(criterion)) if criterion else c.Compare()


def _criterion(word: str) -> Priority:
    names = {"fewest_shops": Priority.FEWEST_SELLERS}
    try:
        return names.get(word) or Priority(word)
    except ValueError:
        return Priority.CHEAPEST


def _window(slots: Mapping[str, Any], text: str) -> c.Command:
    day = text_of(slots, "date")
    return c.SetWindow(day, _part_of_day(slots) or "any") if day else c.AskWindow()


HOURS_OF_PARTS = {
    "morning": ("00:00", "12:00"), "afternoon": ("12:00", "18:00"), "evening": ("18:00", "24:00"),
}  # fmt: skip


EARLIEST_HOUR = 7


def _part_of_day(slots: Mapping[str, Any]) -> str | None:
    """The part that she said, or that her hours lie in: "between 9 and 11" is the morning."""
    said = text_of(slots, "part_of_day")
    if said:
        return "afternoon" if said == "noon" else said
    begin = _by_day(text_of(slots, "from")) or "00:00"
    end = _by_day(text_of(slots, "to")) or "24:00"
    parts = (part for part, (first, last) in HOURS_OF_PARTS.items() if first <= begin <= end <= last)
    return next(parts, None)


def _by_day(time: str) -> str:
    """ "At 5" is no hour of the night where something is delivered."""
    hour, _, minutes = time.partition(":")
    return f"{int(hour) + 12}:{minutes}" if hour.isdecimal() and 0 < int(hour) < EARLIEST_HOUR else time


_NOT_THAT_PLACE = re.compile(rf"\b{_SAID['not']}\s+(?:{_SAID['the']}\b|{_SAID['the_tied']})", re.IGNORECASE)


def _choose_seller(slots: Mapping[str, Any], text: str) -> c.Command:
    index = decimal_of(slots.get("index"))
    if index is not None and not slots.get("seller"):
        # "not the last one" leaves open which: it is asked back rather than taken for the last one
        return c.DidYouMean(text) if _NOT_THAT_PLACE.search(text) else c.ChooseNth(int(index))
    return c.Correct(text, seller=text_of(slots, "seller"), exclude=bool(slots.get("exclude")))


def _substitute(verdict: str, slots: Mapping[str, Any], text: str) -> c.Command:
    return c.JudgeSubstitute(verdict, text, text_of(slots, "component"), text_of(slots, "substitute"))


def _quantity(slots: Mapping[str, Any], text: str) -> c.Command:
    return c.ChangeQuantity(
        text_of(slots, "component"),
        text,
        qty=decimal_of(slots.get("qty")),
        unit=text_of(slots, "unit") or None,
        factor=decimal_of(slots.get("factor")),
        delta=decimal_of(slots.get("delta")),
    )


def counted(text: str, language: str) -> c.ChangeQuantity:
    """ "3 onions": so many of them, whether they stand on the list or not; of "2-3" the most."""
    line = read_line(text.strip(" .,!"), language=language)
    name = f"{line.name} {line.size}" if line.size else line.name
    if line.amount is None:
        return c.ChangeQuantity(name, text)
    return c.ChangeQuantity(
        name, text, qty=line.amount.qty_max or line.amount.qty, unit=line.amount.unit.value
    )


_ALL_BUT_SELLER = re.compile(
    rf"\b{_SAID['all_but']}\s+(?:{_SAID['at']}\s+)*(?P<seller>[^\W\d_][^,.;!?]{{2,40}}"
    r"(?:,\s*[^\s,.;!?]+(?:\s[^\s,.;!?]+){0,2}(?=[,.;!?]|$))*)",
    re.IGNORECASE,
)


def _left_out_of_asking(text: str) -> str:
    """Whom not to ask: "ask all but Marini, Sommer"; after a comma up to three words may be a name."""
    found = _ALL_BUT_SELLER.search(ENDING.sub("", text))
    return found["seller"].strip() if found else ""


def _add(slots: Mapping[str, Any], text: str) -> c.Command:
    return c.AddLines(spoken_lines(text, names_in(slots)))


def _correct(slots: Mapping[str, Any], text: str) -> c.Command:
    number = decimal_of(slots.get("to"))
    return c.AmendNumber(number, text) if number is not None else c.Correct(text)


def _as_typed(text: str, query: str, colour: str) -> str:
    """The thing in the capitals that it was typed in, with its colour where that was said."""
    begins = text.lower().find(query.lower())
    if not query or begins < 0:
        return query
    typed = text[begins : begins + len(query)]
    said = next((word.strip(",.?!") for word in text.split() if colour_of(word.strip(",.?!"))), "")
    if not colour or not said or said in typed:
        return typed
    if text[:begins].rstrip().endswith(said):
        return f"{said} {typed}"
    return f"{typed} {said}" if text[begins + len(query) :].lstrip().startswith(said) else f"{typed}, {said}"


_DIET = re.compile(rf"\b{_SAID['diet']}\b", re.IGNORECASE)
"""What must not be lost of what somebody looks for, whatever the dialogue made of it."""


def _search(slots: Mapping[str, Any], text: str) -> c.Command:
    query = text_of(slots, "query") or ASKING.sub("", text.strip()).rstrip(" ?!.")
    size, colour = text_of(slots, "size"), text_of(slots, "colour")
    query = _as_typed(text, query, colour)
    diet = _DIET.search(text)
    if diet and diet.group().lower() not in query.lower():
        behind = 0 <= text.lower().find(query.lower()) < diet.start()
        query = f"{query} {diet.group()}" if behind else f"{diet.group()} {query}"
    if size.isdecimal():
        size = ""  # "20 screws": a bare number is how many
    return c.Search(
        query or text,
        price_in(text) or decimal_of(slots.get("max_price")),
        size=size or size_in(text),
        colour=colour or None,
    )


def _give_address(slots: Mapping[str, Any], text: str) -> c.Command:
    """From where the address begins to the end of what was said: floor and bell belong to it. Who corrects
    one and names a street alone stays in the town."""
    address, note = text_of(slots, "address"), text_of(slots, "note")
    said = address_said(text)
    if is_corrected(text) and STREET.match(said) and not POSTCODE.search(said):
        return c.AmendAddress(said)
    if said != text or not address:
        return c.GiveAddress(said)
    begins = text.lower().find(address.lower())
    if begins >= 0:
        return c.GiveAddress(text[begins:].strip())
    return c.GiveAddress(f"{address}, {note}" if note else address)


_Maker = Callable[[Mapping[str, Any], str], c.Command]
WISHES: dict[str, _Maker] = {
    "greeting": lambda slots, text: c.Greet(),
    "thanks": lambda slots, text: c.Thank(),
    "never_mind": lambda slots, text: c.NeverMind(),
    "help": lambda slots, text: c.Help(text_of(slots, "help_page")),
    "talk_to_human": lambda slots, text: c.TalkToHuman(text),
    "privacy_info": lambda slots, text: c.Privacy(),
    "read_job": _read_job,
    "keep_components": keep,
    "drop_components": drop,
    "add_component": _add,
    "scale_job": _scale,
    "change_quantity": _quantity,
    "ask_sellers": lambda slots, text: c.AskSellers(without=_left_out_of_asking(text)),
    "compare_offers": lambda slots, text: c.Compare(),
    "explain_choice": lambda slots, text: c.Explain(seller=text_of(slots, "seller")),
    "choose_strategy": _strategy,
    "set_priority": _priority,
    "choose_seller": _choose_seller,
    "accept_substitute": lambda slots, text: _substitute("take", slots, text),
    "reject_substitute": lambda slots, text: _substitute("refuse", slots, text),
    "correction": _correct,
    "confirm_order": lambda slots, text: c.Checkout(),
    "pay_card": lambda slots, text: c.Pay(PayBy.CARD),
    "pay_cash": lambda slots, text: c.Pay(PayBy.CASH),
    "collect_at_shop": lambda slots, text: c.SetHandover(Handover.COLLECT),
    "choose_delivery_window": _window,
    "give_address": _give_address,
    "track_order": lambda slots, text: c.Track(text_of(slots, "order")),
    "cancel_order": lambda slots, text: c.CancelOrder(),
    "search_product": _search,
    "set_language": lambda slots, text: c.SetLanguage(text_of(slots, "language")),
}
