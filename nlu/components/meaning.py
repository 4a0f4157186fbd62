"""From intent, simple values and marked stretches to named slots. Pure.

`slots_of("drop_components", "no basil pls", [Span("thing", "basil", 3, 8)])` gives components: basil.
"""

import re
from datetime import date
from typing import Callable, Dict, List, Optional, Sequence

from nlu.components.meaning_order import (
    TIMES,
    read_address,
    read_cancellation,
    read_collection,
    read_correction,
    read_order,
    read_return,
    read_window,
)
from nlu.components.meaning_style import (
    read_combination,
    read_dislike,
    read_more_like,
    read_news,
    read_reservation,
    read_search,
)
from nlu.components.message import Reader, Slot, Span, number, remainder
from nlu.components.value_readers import UNIT_OF, any_of
from nlu.components.values import Value, find_values
from nlu.components.vocabulary import patterns, words

TIMELESS = TIMES | {"date", "code"}
TIMED = frozenset(
    {"choose_delivery_window", "collect_at_shop", "give_address", "correction", "reserve_item"}
    | {"track_order", "cancel_order", "return_item", "confirm_order"}
)
CRITERIA = patterns("criteria")
LANGUAGES = patterns("languages")
GROUPS = patterns("groups")
TOPICS = patterns("topics")
ONLY = {words("only"): "true"}
ALL = {words("all"): "true"}
_MORE_BEHIND = re.compile(
    r"(?:\W+(?!than\b|als\b|que\b|not\b|nicht\b|pas\b|instead\b|statt\b)[\w'-]+){0,4}?\W+"
    r"(?:(?P<less>less|fewer|weniger|(?:de|en) moins)|more|extra|mehr|zusatzlich|(?:de|en) plus)\b"
    r"(?!\s+(?:than|als|que)\b)"
)
_UNIT_NEXT = re.compile(rf"\s+(?:de\s)?({any_of(UNIT_OF)})\b")
COMPANY = {pattern: int(people) for pattern, people in patterns("company").items()}
_ONE_PERSON = r"\b(?:for|only|just|is|am) one\b|\bone (?:person|serving|portion)|^\W*one\W*$"
_SIDES = re.compile(
    r"\b(?P<one>\d+(?:[.,]\d+)?)\s?(?:m|metres?|meters?|metern?|cm)?\s?(?:x|×|by|mal|auf|sur|par|fois)\s?"
    r"(?P<other>\d+(?:[.,]\d+)?)\s?(?P<unit>m|metres?|meters?|metern?|cm)\b(?!2)"
)
_SORT_OF_PEOPLE = rf"\s*(?:{words('sorts_of_people')})\b"
_INSISTING = rf"\b(?:{words('insisting')})\b(?!.*\b(?:pas|kein\w*|nicht)\b)[^,;.]*$"
_IS_NO = re.compile(rf"\b(?:{words('is_no')})\b")
_GENUINE = rf"^(?:{words('genuine')}) "
_INSTEAD = re.compile(rf"\b(?:{words('instead')})")
_EXCLUDING = re.compile(rf"\b(?:{words('exclude')})\b")


def _people(m: Reader) -> List[Value]:
    """The numbers that can be of people: not the "one" of "a simple one"."""
    return [
        value
        for value in m.all("number", "delta")
        if value.value != "0"
        and (m.lowered[value.start : value.end] != "one" or re.search(_ONE_PERSON, m.lowered))
    ]


def _read_job(m: Reader) -> None:
    m.put_value("url", "url", plain=True)
    if not m.all("url"):
        for value in _people(m)[:1]:
            m.put("servings", number(value.value), value.start, value.end)
        m.put_things("job", at_most=1)


def _pick(m: Reader) -> None:
    for value in m.all("number", "ordinal"):
        m.put("numbers", int(float(value.value)), value.start, value.end)
    m.put_word("only", ONLY)
    m.put_word("group", GROUPS)
    if not m.has("group") and not (m.has("only") and (m.things or m.has("numbers"))):
        m.put_word("all", ALL)
    groups = [slot for slot in m.found if slot.name == "group"]
    m.things = [t for t in m.things if not any(g.start <= t.start < g.end for g in groups)]
    if m.things or not m.has("numbers", "group", "all"):
        m.put_things("components")


def _add(m: Reader) -> None:
    m.put_things("components")
    for value in m.all("amount")[:1]:
        m.put("qty", number(value.value), value.start, value.end)
        m.put("unit", value.unit, value.start, value.end)
    if not m.all("amount"):
        m.put_value("qty", "number")


def _scale(m: Reader) -> None:
    amounts = [value for value in m.all("amount") if value.unit in ("m2", "m", "cm", "foot")]
    sides = _SIDES.search(m.lowered)
    if sides:
        unit = "cm" if sides["unit"].startswith("c") else "m"
        lengths = [sides[side].replace(",", ".") for side in ("one", "other")]
        m.put("dimension", f"{lengths[0]} x {lengths[1]} {unit}", *sides.span())
    elif amounts:
        m.put("dimension", f"{amounts[0].value} {amounts[0].unit}", amounts[0].start, amounts[0].end)
    elif not m.put_value("factor", "factor"):
        numbers = _people(m)
        grouped = [value for value in numbers if re.match(_SORT_OF_PEOPLE, m.lowered[value.end :])]
        if len(grouped) > 1:  # "2 adults and 3 kids"
            together = sum(int(value.value.lstrip("+")) for value in grouped)
            m.put("servings", together, grouped[0].start, grouped[-1].end)
        elif numbers and numbers[-1].value.lstrip("+-").isdigit():
            last = numbers[-1]
            besides = (
                1
                if re.search(r"\b(?:me|myself) (?:and|n|&|plus|with)(?: my)? $", m.lowered[: last.start])
                else 0
            )
            m.put("servings", int(last.value.lstrip("+-")) + besides, last.start, last.end)
        elif not numbers:
            m.put_word("servings", COMPANY)


def _quantity(m: Reader) -> None:
    for value in m.meant("amount")[-1:]:
        sign = _more_or_less(m.lowered[value.end :])
        m.put("delta" if sign else "qty", number(sign + value.value), value.start, value.end)
        m.put("unit", value.unit, value.start, value.end)
    if not m.all("amount") and not m.put_value("delta", "delta") and not m.put_value("factor", "factor"):
        for value in m.meant("number")[-1:]:
            sign = _more_or_less(m.lowered[value.end :])
            m.put("delta" if sign else "qty", number(sign + value.value), value.start, value.end)
        another = re.match(r"\W*(?:and\s+)?(?:another|noch ein\w*|encore une?)\b", m.lowered)
        if another and not m.all("number"):
            m.put("delta", 1, *another.span())
    for change in [slot for slot in m.found if slot.name == "delta"][:1]:
        unit = _UNIT_NEXT.match(m.lowered, change.end)
        if unit and not m.has("unit"):  # "two more packs of screws"
            m.put("unit", UNIT_OF[unit[1]], *unit.span(1))
    m.put_things("component", at_most=1)


def _more_or_less(behind: str) -> str:
    """ "+" or "-" where what stands behind an amount says so: "a litre more milk"."""
    found = _MORE_BEHIND.match(behind)
    return "" if found is None else "-" if found["less"] else "+"


def _seller(m: Reader) -> None:
    exclude = _EXCLUDING.search(m.lowered)
    sellers = m.sellers or [
        Span("seller", *rest) for rest in remainder(m.text, m.values, []) if not m.all("ordinal")
    ]
    left_out = [seller for seller in sellers if exclude and exclude.start() < seller.start]
    for seller in [seller for seller in sellers if seller not in left_out][:1] or left_out[:1]:
        m.put("seller", seller.name, seller.start, seller.end)
    if exclude and sellers and len(left_out) == len(sellers):
        m.put("exclude", "true", *exclude.span())
    m.put_value("index", "ordinal", "number")


def _explain(m: Reader) -> None:
    for seller in m.sellers[:1]:
        m.put("seller", seller.name, seller.start, seller.end)
    m.put_value("index", "ordinal")


def _accept(m: Reader) -> None:
    _substitute(m, rejected=False)


def _reject(m: Reader) -> None:
    _substitute(m, rejected=True)


def _substitute(m: Reader, *, rejected: bool) -> None:
    things = m.things[:2]
    if rejected and len(things) == 2 and _IS_NO.search(m.lowered[things[0].end : things[1].start]):
        m.put("substitute", things[0].name, things[0].start, things[0].end)  # "margarine is not butter"
        m.put("component", things[1].name, things[1].start, things[1].end)
        return
    wanted = [t for t in things if re.search(_INSISTING, m.lowered[: t.start])]
    if rejected and wanted:  # "no margarine, i want real butter"
        for thing in things:
            genuine = re.sub(_GENUINE, "", thing.name)
            m.put("component" if thing is wanted[-1] else "substitute", genuine, thing.start, thing.end)
    elif len(things) == 2 and (instead := _INSTEAD.search(m.lowered)):
        if instead.start() < things[0].start:  # "statt petersilie lieber schnittlauch"
            things = things[::-1]
        m.put("substitute", things[0].name, things[0].start, things[0].end)
        m.put("component", things[1].name, things[1].start, things[1].end)
    elif things:
        m.put("substitute", things[0].name, things[0].start, things[0].end)


def _marked_as(name: str) -> Callable[[Reader], None]:
    def read(m: Reader) -> None:
        for thing in m.things[:1]:
            m.put(name, thing.name, thing.start, thing.end)

    return read


def _word_as(name: str, meanings: Dict[str, str], many: bool = False) -> Callable[[Reader], None]:
    return lambda m: m.put_word(name, meanings, many)


def _language(m: Reader) -> None:
    m.put_word("language", LANGUAGES, last=True)  # "my english is bad, german?"


READERS: Dict[str, Callable[[Reader], None]] = {
    "read_job": _read_job, "keep_components": _pick, "drop_components": _pick, "add_component": _add,
    "scale_job": _scale, "change_quantity": _quantity, "explain_choice": _explain,
    "choose_strategy": _word_as("criterion", CRITERIA), "choose_seller": _seller,
    "set_priority": _word_as("priorities", CRITERIA, many=True),
    "accept_substitute": _accept, "reject_substitute": _reject,
    "collect_at_shop": read_collection, "choose_delivery_window": read_window, "give_address": read_address,
    "track_order": read_order, "confirm_order": read_order, "cancel_order": read_cancellation,
    "return_item": read_return, "search_product": read_search, "ask_combination": read_combination,
    "dislike": read_dislike, "more_like_this": read_more_like, "reserve_item": read_reservation,
    "try_on": _marked_as("item"), "news_on": read_news, "set_language": _language,
    "help": _word_as("topic", TOPICS), "correction": read_correction,
}  # fmt: skip


def slots_of(
    intent: str, text: str, spans: Sequence[Span], today: Optional[date] = None, pending: str = "none"
) -> List[Slot]:
    """The slots of a message that wants `intent`, said in the situation `pending`."""
    read = READERS.get(intent)
    if read is None:
        return []
    values = find_values(text, today, frozenset() if intent in TIMED else TIMELESS)
    reader = Reader(text, spans, values, pending)
    read(reader)
    return reader.found
