"""What the dialogue understood -> the command that does it, one row for each wish."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bot import commands as c
from bot.understanding.addressed import address_said, is_corrected
from bot.understanding.spoken import spoken_lines
from commerce.matching.wanted import colour_of, size_in
from commerce.orders.models import Handover, PayBy
from commerce.people.addresses import AddressIncomplete, check_address
from commerce.quotes.choosing import Priority

__all__ = ["WISHES", "corrected_at_checkout"]

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
        return c.ScaleTo(servings, text=text)
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
    index = _decimal(slots.get("index"))
    if index is not None and not slots.get("seller"):
        return c.ChooseNth(int(index))
    return c.Correct(text, seller=_text(slots, "seller"), exclude=bool(slots.get("exclude")))


def _substitute(verdict: str, slots: Mapping[str, Any], text: str) -> c.Command:
    return c.JudgeSubstitute(verdict, text, _text(slots, "component"), _text(slots, "substitute"))


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
    """Of "no wine, and 3 onions" the wine: the 3 is no line, and who counts onions wants them."""
    names, numbers, said = _names(slots), _numbers(slots), text.casefold()
    counted = {name: n for name in names for n in numbers if f"{n} {name.casefold()}" in said}
    if NO.match(text) and 0 < len(counted) < len(names):
        names = tuple(name for name in names if name not in counted)
        numbers = tuple(n for n in numbers if n not in counted.values())
    return c.DropLines(names, numbers, text, everything=bool(slots.get("all")))


def _add(slots: Mapping[str, Any], text: str) -> c.Command:
    return c.AddLines(spoken_lines(text, _names(slots)))


def _correct(slots: Mapping[str, Any], text: str) -> c.Command:
    number = _decimal(slots.get("to"))
    return c.AmendNumber(number, text) if number is not None else c.Correct(text)


def corrected_at_checkout(slots: Mapping[str, Any], text: str) -> c.Command | None:
    """ "No, friday I meant", "I meant cash", "no, number 16": what is corrected there; None for the rest."""
    said = MEANT.sub("", text).strip(" ,.!")
    number = HOUSE_NUMBER.match(said)
    if number:
        return c.AmendAddress(number["number"])
    if STREET.match(said):
        try:
            whole = check_address(said)
        except AddressIncomplete:
            return None
        return c.GiveAddress(whole) if POSTCODE.search(whole) else c.AmendAddress(whole)
    for way, words in WAYS_OF_PAYING.items():
        if words.search(said):
            return c.Pay(way)
    part = next((part for part, words in PARTS_OF_DAY.items() if words.search(said)), None)
    day = _text(slots, "to") if slots.get("field") == "date" else _text(slots, "date") if part else ""
    return c.SetWindow(day, part or "any") if day else None


NO = re.compile(r"^\W*(?:no|without|kein(?:e[nrs]?)?|ohne|pas d[e'’]|sans)(?:\b|(?<=['’]))", re.IGNORECASE)

MEANT = re.compile(
    r"^\W*(?:(?:no|nope|sorry|nein|nee?|quatsch|non|pardon|not \w+ but|actually|doch|eher|plutôt|sondern|oops"
    r"|ups|i mean[t]?|ich mein(?:t)?e|je voulais dire|i wanted to say|make (?:it|that)|it['’]?s|es ist"
    r"|c['’]est|to|an|nach|à|au|the address is|die adresse ist|l['’]adresse est)\b[\s,:;.!-]*)+",
    re.IGNORECASE,
)
"""What stands before the right thing in a correction."""
HOUSE_NUMBER = re.compile(
    r"^(?:(?:house )?number|(?:haus)?nummer|nr\.?|no\.?|n°|(?:le )?num[ée]ro|the|die|der|le|la)?\s*"
    r"(?P<number>\d{1,4}\s?[a-z]?)$",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b\d{5}\b")
STREET = re.compile(
    r"^(?:[^\W\d_][^\W\d_.'’-]+(?:[ .'’-]+[^\W\d_]+){0,4}\.? \d{1,4} ?[a-z]?(?:\b|$)"
    r"|\d{1,4}(?: ?[a-z]| bis| ter)?,? (?:rue|avenue|av|boulevard|bd|place|chemin|allée|quai|impasse|route"
    r"|cours)\b)",
    re.IGNORECASE,
)
"""How an address begins: a street and its number, or as the French write it."""
PARTS_OF_DAY = {
    "morning": re.compile(r"\bmorning|\b(?:vor)?mittags?\b|\bfrüh|\bmatin", re.IGNORECASE),
    "afternoon": re.compile(r"\bafternoon|\bnachmittag|\baprès[- ]midi", re.IGNORECASE),
    "evening": re.compile(r"\bevening|\btonight|\babend|\bsoir", re.IGNORECASE),
}
WAYS_OF_PAYING = {
    PayBy.CARD: re.compile(r"\b(?:card|(?:mit |per )?karte|kreditkarte|carte)\b", re.IGNORECASE),
    PayBy.CASH: re.compile(r"\b(?:cash|bar|bargeld|esp[èe]ces|liquide|comptant)\b", re.IGNORECASE),
}


def _as_typed(text: str, query: str, colour: str) -> str:
    """The thing in the capitals that it was typed in, with its colour where that was said."""
    begins = text.casefold().find(query.casefold())
    if not query or begins < 0:
        return query
    typed = text[begins : begins + len(query)]
    said = next((word.strip(",.?!") for word in text.split() if colour_of(word.strip(",.?!"))), "")
    if not colour or not said or said in typed:
        return typed
    if text[:begins].rstrip().endswith(said):
        return f"{said} {typed}"
    return f"{typed} {said}" if text[begins + len(query) :].lstrip().startswith(said) else f"{typed}, {said}"


def _search(slots: Mapping[str, Any], text: str) -> c.Command:
    query = _text(slots, "query") or ASKING.sub("", text.strip()).rstrip(" ?!.")
    size, colour = _text(slots, "size"), _text(slots, "colour")
    query = _as_typed(text, query, colour)
    if size.isdecimal():
        size = ""  # "20 screws": a bare number is how many
    return c.Search(
        query or text,
        _decimal(slots.get("max_price")),
        size=size or size_in(text),
        colour=colour or None,
    )


def _give_address(slots: Mapping[str, Any], text: str) -> c.Command:
    """From where the address begins to the end of what was said: floor and bell belong to it. Who corrects
    one and names a street alone stays in the town."""
    address, note = _text(slots, "address"), _text(slots, "note")
    said = address_said(text)
    if is_corrected(text) and STREET.match(said) and not POSTCODE.search(said):
        return c.AmendAddress(said)
    if said != text or not address:
        return c.GiveAddress(said)
    begins = text.casefold().find(address.casefold())
    if begins >= 0:
        return c.GiveAddress(text[begins:].strip())
    return c.GiveAddress(f"{address}, {note}" if note else address)


_Maker = Callable[[Mapping[str, Any], str], c.Command]
WISHES: dict[str, _Maker] = {
    "greeting": lambda slots, text: c.Greet(),
    "thanks": lambda slots, text: c.Thank(),
    "never_mind": lambda slots, text: c.NeverMind(),
    "help": lambda slots, text: c.Help(_text(slots, "help_page")),
    "talk_to_human": lambda slots, text: c.TalkToHuman(text),
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
    "accept_substitute": lambda slots, text: _substitute("take", slots, text),
    "reject_substitute": lambda slots, text: _substitute("refuse", slots, text),
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
