"""The reader of corrections: "6 not 4", "basil, not bay". Pure."""

import re
from typing import List, Optional

from nlu.components.message import Reader, Span, number
from nlu.components.values import Value
from nlu.components.vocabulary import words

TIMES = frozenset({"times", "time", "part_of_day"})
_KINDS = (
    ("amount", "quantity"), ("date", "date"), ("times", "window"), ("time", "time"),
    ("part_of_day", "window"), ("factor", "factor"), ("number", "number"), ("ordinal", "number"),
)  # fmt: skip
_ARTICLE = r"(?:the|le|la|les|l'|de|du|des|d'|die|der|das|den|um|at|a|no|number|mit|with|on|am|le)?\s*"
_INTERJECTION = re.compile(r"\W*(?:no|nein|non|nope|nee|nah|nan|ne)\W*")
_REJECTED = re.compile(rf"\b(?:{words('negations')}|{words('instead')}\w*)\s*{_ARTICLE}$")
_REJECTS_NEXT = re.compile(rf"\b(?:{words('negations')}|{words('instead')}|{words('noted')})")
_PEOPLE = re.compile(rf"\s*(?:{words('people')})\b")
_ADDRESSED = re.compile(rf"\b(?:{words('addressed')})")


def correct(m: Reader, pending: Optional[str]) -> None:
    """Notes `field`, `to` and, where it is said, `from`."""
    for kind, field in _KINDS:
        values = m.all(kind)
        if values:
            if kind == "amount" and len(values) == 1:  # "six tins, not sixteen"
                values = m.all("amount", "number")
            if field == "number":
                values = m.all("number", "ordinal")
                field = _field_of_number(m, values, pending)
            _correct_value(m, values, kind, field)
            return
    _correct_name(m)


def _field_of_number(m: Reader, values: List[Value], pending: Optional[str]) -> str:
    if any(_PEOPLE.match(m.lowered, value.end) for value in values) or pending == "ask_servings":
        return "servings"
    if _ADDRESSED.search(m.lowered) or pending in ("ask_address", "read_back"):
        return "address"
    return "quantity"


def _correct_value(m: Reader, values: List[Value], kind: str, field: str) -> None:
    first, last = (values[0], values[-1]) if len(values) > 1 else (None, values[0])
    before = m.lowered[: first.start] if first else ""
    rejected = _REJECTED.search(before) and not _INTERJECTION.fullmatch(before)
    if first and not rejected and _REJECTS_NEXT.search(m.lowered[first.end : last.start]):
        first, last = last, first
    m.put("to", number(last.value), last.start, last.end)
    m.put("field", field, last.start, last.end)
    kind_of_answer = "window" if kind in TIMES | {"date"} else "number"
    m.put(f"amended_{kind_of_answer}", number(last.value), last.start, last.end)
    if last.unit:
        m.put("unit", last.unit, last.start, last.end)
    if first:
        m.put("from", number(first.value), first.start, first.end)


def _correct_name(m: Reader) -> None:
    marked = m.things + m.sellers
    rest = [Span("thing", *one) for one in m.rest()]
    named = [
        one
        for one in rest
        if len(marked) < 2 and (m.is_goods(one.text) or _REJECTED.search(m.lowered[: one.start]))
    ]
    names = sorted([*marked, *named], key=lambda one: one.start)[:2] or (rest if len(rest) == 2 else [])
    if not names:
        return
    meant = names[0]
    if len(names) == 2 and _REJECTED.search(m.lowered[: meant.start]):  # "not leek, garlic"
        names = names[::-1]
        meant = names[0]
    m.put("to", m.called(meant), meant.start, meant.end)
    m.put("field", "seller" if meant.kind == "seller" else "component", meant.start, meant.end)
    for other in names[1:]:
        m.put("from", m.called(other), other.start, other.end)
