"""The slots of bringing, of placed orders, and of corrections. Pure."""

import re
from typing import Optional, Tuple

from nlu.components.addresses import address_in, note_in
from nlu.components.message import Reader, number
from nlu.components.values import Value
from nlu.components.vocabulary import patterns, words

TIMES = frozenset({"times", "time", "part_of_day"})
REASONS = patterns("reasons")
WISHES = patterns("wishes")
# How an order is called: what holds a digit is found among the values; here those without.
_CODE = re.compile(
    r"(?<![\w-])#?([A-HJKMNP-Z]{5})(?![\w-])|\b(?i:order|status|parcel|of|for|cancel|code)\s+([b-df-hj-np-tv-z]{5})\b"
)
_NUMBERED = re.compile(r"(?<![\w.,-])#?(\d{4,8})(?![\w,-]|\.\d|\s?(?:€|eur))")
_NOT = re.compile(r"\b(?:not?|nicht|ned|non|pas|kein\w*)\s*$")
_NOT_BETWEEN = re.compile(rf"\b(?:not|nicht|ned|pas|{words('instead')})")
_HAD = re.compile(rf"\b(?:{words('had')})\b")
_ENDS = re.compile(rf"\b(?:{words('ends')})\b")
_NOT_ENDING = re.compile(
    r"\b(?:not?|nicht|ned|nod|net|pas|jamais|never|nie)\s+(?:before|until|till|by|vor|bis|avant|d'ici)\b"
)
_FROM_TO = re.compile(r"\b(?:between|from|zwischen|von|entre|de)\b")
_LATE_PARTS = ("afternoon", "evening", "night")
_PEOPLE = re.compile(rf"\s*(?:{words('sorts_of_people')}|{words('people')})\b")
_OF_ADDRESS = re.compile(rf"\b(?:{words('of_address')})\b")


def read_window(m: Reader) -> None:
    """date, from, to, part_of_day."""
    for value in m.meant("date")[:1]:
        m.put("date", value.value, value.start, value.end)
    if _put_span_of_time(m):
        return
    for value in m.all("time")[:1]:
        lead = m.lowered[max(0, value.start - 16) : value.end]
        ends = _ENDS.search(lead) and not _NOT_ENDING.search(lead)
        m.put("to" if ends else "from", in_its_half(m, value), value.start, value.end)
    parts = m.meant("part_of_day")
    if m.has("from", "to") and parts and (parts[0].value in _LATE_PARTS or parts[0].value == "morning"):
        return
    for value in parts[:1]:
        m.put("part_of_day", value.value, value.start, value.end)
    if re.search(r"\btonight|tonite|this evening\b", m.lowered) and not parts:
        m.put("part_of_day", "evening", 0, len(m.text))


def _put_span_of_time(m: Reader) -> bool:
    """ "2 to 4", "between 9 and noon", "entre 9h et midi": notes from and to; whether there was one."""
    for value in m.meant("times")[:1]:
        first, last = value.value.split("-")
        m.put("from", first, value.start, value.end)
        m.put("to", last, value.start, value.end)
        return True
    noons = [part for part in m.all("part_of_day") if part.value == "noon"]
    ends = m.all("time") + noons
    starts = [
        value for value in [*m.all("time"), *m.all("number")] if not ends or value.start < ends[-1].start
    ]
    if not ends or not starts or not _FROM_TO.search(m.lowered[: starts[0].start + 8]):
        return False
    first, last = starts[0], max(ends, key=lambda value: value.start)
    begins = first.value if first.kind == "time" else f"{int(float(first.value)):02d}:00"
    if first.kind == "number" and not 1 <= int(float(first.value)) <= 24:
        return False
    m.put("from", begins, first.start, first.end)
    m.put("to", "12:00" if last in noons else last.value, last.start, last.end)
    return True


def in_its_half(m: Reader, value: Value) -> str:
    """The time as the part of the day behind it tells: "7 in the evening" is 19:00."""
    hour = int(value.value[:2])
    for part in m.all("part_of_day"):
        near = value.end <= part.start <= value.end + 16
        between = any(value.end <= other.start < part.start for other in m.all("time", "times"))
        if near and not between and part.value in _LATE_PARTS and hour < 12:
            return f"{hour + 12:02d}{value.value[2:]}"
        if (
            near and not between and part.value == "morning" and 12 < hour < 19
        ):  # "6 in the morning" is no 18:00
            return f"{hour - 12:02d}{value.value[2:]}"
    return value.value


def read_collection(m: Reader) -> None:
    """date, time."""
    for value in m.meant("date")[:1]:
        m.put("date", value.value, value.start, value.end)
    for value in m.all("time")[:1]:
        m.put("time", in_its_half(m, value), value.start, value.end)


def read_address(m: Reader) -> None:
    """address, note."""
    for name, stretch in (("address", address_in(m.text)), ("note", note_in(m.text))):
        if stretch:
            m.put(name, m.text[slice(*stretch)], *stretch)


def read_order(m: Reader) -> None:
    """order: its code."""
    if m.put_value("order", "code", plain=True):
        return
    numbered = _NUMBERED.search(m.text)
    lettered = None if m.text.isupper() and " " in m.text else _CODE.search(m.text)
    if numbered:
        m.put("order", numbered[1], *numbered.span(1))
    elif lettered:
        m.put("order", (lettered[1] or lettered[2]).upper(), *lettered.span())


def read_cancellation(m: Reader) -> None:
    """order, items."""
    read_order(m)
    for thing in m.things:
        m.put("items", thing.name, thing.start, thing.end)


def read_return(m: Reader) -> None:
    """order, item, reason, wish."""
    read_order(m)
    for thing in m.things[:1]:
        m.put("item", thing.name, thing.start, thing.end)
    m.put_word("reason", REASONS)
    m.put_word("wish", WISHES)


def read_correction(m: Reader) -> None:
    """field, from, to, unit."""
    for kinds, field in ((("amount",), "quantity"), (("date",), "date"), (("times",), "window"),
                        (("time",), "time"), (("part_of_day",), "window"), (("factor",), "factor"),
                        (("number", "ordinal"), "number")):  # fmt: skip
        values = m.all(*kinds)
        if values:
            _put_values(m, field, *_from_and_to(m, values))
            return
    things = m.things or m.sellers
    if things:
        first, *others = sorted(things, key=lambda thing: bool(_NOT.search(m.lowered[: thing.start])))
        m.put("to", first.name, first.start, first.end)
        m.put("field", "seller" if first.kind == "seller" else "component", first.start, first.end)
        for other in others[:1]:
            m.put("from", other.name, other.start, other.end)


def _from_and_to(m: Reader, values: "list[Value]") -> Tuple[Optional[Value], Value]:
    if len(values) == 1:
        return None, values[0]
    first, last = values[0], values[-1]
    between = m.lowered[first.end : last.start]
    rejected = _NOT.search(m.lowered[: first.start].rstrip() + " ")
    if not rejected and (_NOT_BETWEEN.search(between) or _HAD.search(between)):
        return last, first
    return first, last


def _put_values(m: Reader, field: str, before: Optional[Value], after: Value) -> None:
    def said(value: Value) -> object:
        return in_its_half(m, value) if value.kind == "time" else number(value.value)

    kind_of_answer = "window" if after.kind in TIMES | {"date"} else "number"
    if field == "number":
        if m.pending == "ask_address" or _OF_ADDRESS.search(m.lowered):
            field = "address"
        elif any(_PEOPLE.match(m.lowered[value.end :]) for value in (after, before) if value):
            field = "servings"
    m.put("to", said(after), after.start, after.end)
    m.put("field", field, after.start, after.end)
    m.put(f"amended_{kind_of_answer}", said(after), after.start, after.end)
    if after.unit:
        m.put("unit", after.unit, after.start, after.end)
    if before:
        m.put("from", said(before), before.start, before.end)
