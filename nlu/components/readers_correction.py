"""The reader of corrections: "6 not 4", "basil, not bay". Pure."""

import re
from typing import List, Optional, Tuple

from nlu.components.message import Reader, Span, number
from nlu.components.values import Value
from nlu.components.vocabulary import words

TIMES = frozenset({"times", "time", "part_of_day"})
_KINDS = (
    ("amount", "quantity"), ("date", "date"), ("times", "window"), ("time", "time"),
    ("part_of_day", "window"), ("factor", "factor"), ("number", "number"), ("ordinal", "number"),
)  # fmt: skip
_ARTICLE = r"(?:the|le|la|les|l'|de|du|des|d'|die|der|das|den|um|at|a|no|number|mit|with|on|am|le)?\s*"
_STREET = re.compile(
    r"\b(?:rue|avenue|boulevard|chemin|impasse|allee|quai|(?<!la )place|route)\s+"
    r"(?:(?:de la|de|du|des|de l'|d'|l')\s*)?[\w-]{3,}"
    r"|\b[a-z-]+(?:strase|strasse|str\.|weg|gasse|platz|allee|damm)\b"
    r"|\b(?!(?:the|not|no|to|at|on|in|is|its|my|that|this|said|meant|wrong|right)\b)[a-z']{3,}\s+"
    r"(?:street|road|lane|avenue|drive|close|terrace)\b"
)
_INTERJECTION = re.compile(
    r"(?:\W*\b(?:no|nein|non|nope|nee|nah|nan|ne|mais|aber|but)\b\W*)+(?:des?|du|les?|la|l'|die|der|das|den|the)?\s*"
)
_REJECTED = re.compile(rf"\b(?:{words('negations')}|{words('instead')}\w*)\s*{_ARTICLE}$")
_REJECTS_NEXT = re.compile(rf"\b(?:{words('negations')}|{words('instead')}|{words('noted')})")
_PEOPLE = re.compile(rf"\s*(?:{words('people')})\b")
_ADDRESSED = re.compile(rf"\b(?:{words('addressed')})")


def correct(m: Reader, pending: Optional[str]) -> None:
    """Notes `field`, `to` and, where it is said, `from`."""
    if not m.all(*(kind for kind, _ in _KINDS)) and _correct_street(m):
        return
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
    first, last = _two_of(m, values)
    rejected = first is not None and _is_rejected(m, first.start)
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


def _two_of(m: Reader, values: List[Value]) -> Tuple[Optional[Value], Value]:
    """The first and the last, or of more than two what is refused and what stands next to it."""
    if len(values) < 2:
        return None, values[0]
    for n, value in enumerate(values[1:] if len(values) > 2 else []):
        if _is_rejected(m, value.start):  # "one zero too many, 10 instead of 100"
            return values[n], value
    return values[0], values[-1]


def _is_rejected(m: Reader, place: int) -> bool:
    """Whether what begins at a place is said not to be meant; a mere "no" before it does not say so."""
    before = m.lowered[:place]
    return bool(_REJECTED.search(before)) and not _INTERJECTION.fullmatch(before)


def _correct_street(m: Reader) -> bool:
    """Notes the streets of "rue des Lilas, not rue des Lavandes": the last is meant, unless it is refused."""
    streets = [match.span() for match in _STREET.finditer(m.lowered)]
    if not streets:
        return False
    meant, other = streets[-1], streets[0]
    if len(streets) > 1 and _is_rejected(m, meant[0]):
        meant, other = other, meant
    m.put("to", m.text[slice(*meant)].lower(), *meant)
    m.put("field", "address", *meant)
    if other != meant:
        m.put("from", m.text[slice(*other)].lower(), *other)
    return True


def _correct_name(m: Reader) -> None:
    marked = m.things + m.sellers
    rest = [Span("thing", *one) for one in m.rest()]
    named = [one for one in rest if len(marked) < 2 and (m.is_goods(one.text) or _is_rejected(m, one.start))]
    names = sorted([*marked, *named], key=lambda one: one.start)[:2] or (rest if len(rest) == 2 else [])
    if not names:
        return
    meant = names[0]
    if len(names) == 2 and _is_rejected(m, meant.start):  # "not leek, garlic"
        names = names[::-1]
        meant = names[0]
    m.put("to", m.called(meant), meant.start, meant.end)
    m.put("field", "seller" if meant.kind == "seller" else "component", meant.start, meant.end)
    for other in names[1:]:
        m.put("from", m.called(other), other.start, other.end)
