"""What is corrected at the checkout: a day, a way of paying, an address or a part of it."""

import re
from collections.abc import Mapping
from typing import Any

from bot import commands as c
from bot.understanding.slots import text_of
from bot.understanding.words import words_of
from commerce.orders.models import PayBy
from commerce.people.addresses import AddressIncomplete, check_address

__all__ = ["POSTCODE", "STREET", "corrected_at_checkout"]

_SAID = words_of("corrections")
MEANT = re.compile(rf"^\W*(?:{_SAID['meant']}\b[\s,:;.!-]*)+", re.IGNORECASE)
"""What stands before the right thing in a correction."""
HOUSE_NUMBER = re.compile(rf"^{_SAID['number']}?\s*(?P<number>\d{{1,4}}\s?[a-z]?)$", re.IGNORECASE)
POSTCODE = re.compile(r"\b\d{5}\b")
STREET = re.compile(
    r"^(?:[^\W\d_][^\W\d_.'’-]+(?:[ .'’-]+[^\W\d_]+){0,4}\.? \d{1,4} ?[a-z]?(?:\b|$)"
    rf"|\d{{1,4}}(?: ?[a-z]| {_SAID['house_letter']})?,? {_SAID['street']}\b)",
    re.IGNORECASE,
)
"""How an address begins: a street and its number, or as the French write it."""
PARTS_OF_DAY = {part: re.compile(_SAID[part], re.IGNORECASE) for part in ("morning", "afternoon", "evening")}
WAYS_OF_PAYING = {
    PayBy.CARD: re.compile(rf"\b{_SAID['card']}\b", re.IGNORECASE),
    PayBy.CASH: re.compile(rf"\b{_SAID['cash']}\b", re.IGNORECASE),
}


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
    day = text_of(slots, "to") if slots.get("field") == "date" else text_of(slots, "date") if part else ""
    return c.SetWindow(day, part or "any") if day else None
