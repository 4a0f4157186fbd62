"""What is corrected at the checkout: a day, a way of paying, an address or a part of it."""

import re
from collections.abc import Mapping
from typing import Any

from bot import commands as c
from bot.understanding.slots import text_of
from commerce.orders.models import PayBy
from commerce.people.addresses import AddressIncomplete, check_address

__all__ = ["POSTCODE", "STREET", "corrected_at_checkout"]

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
    "morning": re.compile(r"\bmorning|\bvormittags?\b|\bfrüh|\bmatin", re.IGNORECASE),
    "afternoon": re.compile(
        r"\bafternoon|\bnachmittag|(?<!avant )\bmidi\b|(?<!vor )\bmittags?\b|(?<!before )\bnoon\b",
        re.IGNORECASE,
    ),
    "evening": re.compile(r"\bevening|\btonight|\babend|\bsoir", re.IGNORECASE),
}
WAYS_OF_PAYING = {
    PayBy.CARD: re.compile(r"\b(?:card|(?:mit |per )?karte|kreditkarte|carte)\b", re.IGNORECASE),
    PayBy.CASH: re.compile(r"\b(?:cash|bar|bargeld|esp[èe]ces|liquide|comptant)\b", re.IGNORECASE),
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
