"""What is said while an order is completed: how, when and where it comes, and whether it is placed now.

Whatever binds or leads a courier somewhere wants plain words; none of it is left to a guess of the dialogue.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot import commands as c
from bot.understanding.addressed import address_said
from bot.understanding.corrections import POSTCODE, STREET
from bot.understanding.wishes import WISHES
from bot.understanding.words import words_of
from commerce.date_rules import SpokenDate
from commerce.dates import SpokenTime, find_dates, find_times
from commerce.orders.models import Handover, PayBy
from commerce.people.addresses import is_bare_street

__all__ = ["names_another_way", "places_plainly", "said_at_checkout"]

LONGEST = 300
LONGEST_NOTE = 120

_SAID = words_of("completing")
_LEAD = rf"^\W*(?:{_SAID['lead']}\b[\s,:;.!-]*)*"
_END = rf"(?:[\s,]+{_SAID['end']})*[\s.!]*$"


def _wholly(group: str) -> re.Pattern[str]:
    return re.compile(f"{_LEAD}{_SAID[group]}{_END}", re.IGNORECASE)


def _among(group: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_SAID[group]}\b", re.IGNORECASE)


_BROUGHT = _wholly("brought")
_PAID_THERE = _wholly("paid_there")
_NOT_YET = _wholly("not_yet")
_NAMED_POSTCODE = re.compile(
    rf"{_LEAD}(?:{_SAID['my']}\s+)?(?:{_SAID['postcode']}\W*(?:{_SAID['is']}\s+)?)?"
    rf"(?P<code>\d{{5}}(?:[,\s]+[^\W\d_][^\d,;?!]{{1,40}})?){_END}",
    re.IGNORECASE,
)
_NAMED_TOWN = re.compile(
    rf"{_LEAD}{_SAID['it_is']}\s+{_SAID['in_town']}\s+(?P<town>[^\W\d_][^\d,;?!]{{2,40}}?){_END}",
    re.IGNORECASE,
)
_NO_TOWN = re.compile(rf"{_SAID['no_town']}\b", re.IGNORECASE)
"""What "it's in" is said of besides: "das ist in Ordnung" names no town."""
_FOR_THE_COURIER = re.compile(f"{_LEAD}{_SAID['for_courier']}", re.IGNORECASE)
_OF_THE_ORDER = _among("of_order")
"""What things are put on or left in that no courier comes to: "put it on my card"."""
_ADDRESS_IS = _among("address")
_STREET_WORD = re.compile(rf"{_SAID['street_end']}\b|\b{_SAID['street']}\b", re.IGNORECASE)
_PAST = re.compile(rf"\b{_SAID['past']}\b|^\W*{_SAID['past_alone']}\W*$", re.IGNORECASE)
"""A day that is past; "hier" is here in German."""
_AS_IT_WAS = _among("as_it_was")
"""Of the past it is told, or something is to be as it was; no day is chosen."""
_OTHER_WAY = re.compile(
    r"\b(?:pay ?pal|(?:apple|google|amazon) ?pay|klarna|twint|bitcoin|crypto\w*|giropay"
    rf"|{_SAID['other_way']})\b",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(rf"\b{_SAID['but_not']}(?: {_SAID['by']})?\s*$", re.IGNORECASE)
_CARD_BY_NAME = re.compile(
    r"\b(?:american express|amex|visa|master ?card|maestro|girocard|ec[- ]?karte|carte bleue)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"\?\s*$|^\W*{_SAID['asks']}\b", re.IGNORECASE)
_ORDERS = re.compile(
    rf"{_LEAD}(?:{_SAID['agrees']}\b[\s,!.]*)*(?:{_SAID['may_order']} )*{_SAID['orders']}{_END}",
    re.IGNORECASE,
)
_REFUSING = re.compile(rf"^\W*{_SAID['refuses']}\b", re.IGNORECASE)
_TAKING_BACK = re.compile(rf"\b{_SAID['takes_back']}\b|{_SAID['denies']}|\?\s*$", re.IGNORECASE)
_OF_THE_WAY_HERE = _among("of_the_way")


def places_plainly(text: str) -> bool:
    """Whether words read as a confirmation take nothing back, and are of nothing else: "no, bring it please"
    orders nothing."""
    return not (_REFUSING.match(text) or _TAKING_BACK.search(text) or _OF_THE_WAY_HERE.search(text))


def names_another_way(text: str) -> bool:
    """Whether a way of paying is named that is neither card nor cash, or it is asked whether a certain card
    is taken: what is taken is told, and nothing chosen for her."""
    other = any(not _BUT_NOT.search(text[: way.start()]) for way in _OTHER_WAY.finditer(text))
    return bool(other or (_CARD_BY_NAME.search(text) and _ASKS.search(text)))


def said_at_checkout(text: str, asks: str | None, today: date) -> tuple[c.Command, ...]:
    """What plain words at the checkout mean; nothing where they are for others to read."""
    text = text.strip()
    if not text or "\n" in text or len(text) > LONGEST:
        return ()
    if names_another_way(text):
        return (c.Help("payment"),)
    if _NOT_YET.match(text):
        return (c.Checkout(),)
    if _ORDERS.match(text) and places_plainly(text):
        return (c.PlaceOrder(),)
    if _PAID_THERE.match(text):
        return (c.SetHandover(Handover.COLLECT), c.Pay(PayBy.AT_SHOP))
    if _BROUGHT.match(text):
        return (c.SetHandover(Handover.DELIVERY),)
    where = _of_the_address(text, today)
    if where is not None:
        return (where,)
    when = _of_the_day(text, today, asks)
    if when is None:
        return ()
    return (when, c.AskBack("address")) if asks == "address" else (when,)


def _of_the_address(text: str, today: date) -> c.Command | None:
    said = address_said(text)
    if _ADDRESS_IS.search(text.removesuffix(said)) and is_bare_street(said):
        return c.GiveAddress(said)
    code = _NAMED_POSTCODE.match(text)
    if code:
        return c.AmendAddress(" ".join(code["code"].replace(",", " ").split()))
    town = _town_in(text, today)
    if town is not None:
        return c.AmendAddress(town)
    if len(text) > LONGEST_NOTE or "?" in text or POSTCODE.search(text) or _OF_THE_ORDER.search(text):
        return None
    if _FOR_THE_COURIER.match(text):
        return c.NoteForCourier(text)
    return None


def _town_in(text: str, today: date) -> str | None:
    """Lindenau of "it's in Lindenau": a name, so in capitals, and no time, state or language."""
    found = _NAMED_TOWN.match(text)
    town = found["town"].strip() if found else ""
    if not town[:1].isupper() or _NO_TOWN.match(town) or find_dates(town, today) or find_times(town):
        return None
    return town


def _of_the_day(text: str, today: date, asks: str | None) -> c.Command | None:
    """A day that is past or that no calendar has; and any day where the address is asked, whose figures
    ("tomorrow between 8 and 10") would look like those of a house."""
    days, times = find_dates(text, today), find_times(text, bare_hours=True)
    rest = _without(text, [*days, *times])
    if "?" in text or POSTCODE.search(text) or _STREET_WORD.search(text) or STREET.match(address_said(rest)):
        return None
    past = bool(_PAST.search(text)) or bool(days and days[0].first < today)
    if past and _AS_IT_WAS.search(text):
        return None
    if past and not (days and days[0].first < today):
        return c.SetWindow("", "any")
    if not days:
        return None
    if days[0].doubt:
        return c.SetWindow("", "any")
    if asks != "address" and days[0].first >= today:
        return None
    time = next(iter(times), None)
    said = {
        "date": days[0].first.isoformat(),
        "part_of_day": time.part.value if time and time.part else None,
        "from": time.earliest.isoformat("minutes") if time and time.earliest else None,
        "to": time.latest.isoformat("minutes") if time and time.latest else None,
    }
    return WISHES["choose_delivery_window"](said, text)


def _without(text: str, spoken: Sequence[SpokenDate | SpokenTime]) -> str:
    """The text without the days and times in it."""
    for found in sorted(spoken, key=lambda one: -one.start):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text.strip()
