"""From intent, simple values and marked stretches to named slots. Pure.

`slots_of("drop_components", "no basil pls", [Span("thing", "basil", 3, 8)])` gives components: basil.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from nlu.components.addresses import address_in, note_in
from nlu.components.values import Value, find_values
from nlu.components.vocabulary import FUNCTION_WORDS, patterns

TIMES = frozenset({"times", "time", "part_of_day"})
TIMELESS = TIMES | {"date", "code"}
TIMED = frozenset(
    {"choose_delivery_window", "collect_at_shop", "give_address", "correction", "reserve_item"}
    | {"track_order", "cancel_order", "return_item", "confirm_order"}
)


@dataclass(frozen=True)
class Span:
    """A stretch of the text that the extractor marked: a `thing` or a `seller`."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Slot:
    """A named value, and the stretch it was read from."""

    name: str
    value: Any
    start: int
    end: int


class Reader:
    """What a message offers to the readers of single intents."""

    def __init__(self, text: str, spans: Sequence[Span], values: Sequence[Value]) -> None:
        self.text, self.lowered = text, text.lower()
        self.things = [span for span in spans if span.kind == "thing"]
        self.sellers = [span for span in spans if span.kind == "seller"]
        self.values = list(values)
        self.found: List[Slot] = []

    def all(self, *kinds: str) -> List[Value]:
        """The values of these kinds."""
        return [value for value in self.values if value.kind in kinds]

    def meant(self, kind: str) -> List[Value]:
        """The values of this kind but for those that are named to be replaced: "6 not 4" means 6."""
        values = self.all(kind)
        kept = [
            v
            for v in values
            if not re.search(r"\b(?:not|instead of|rather than)\s*$", self.lowered[: v.start])
        ]
        return kept or values

    def put(self, name: str, value: Any, start: int, end: int) -> None:
        """Notes a slot."""
        self.found.append(Slot(name, value, start, end))

    def put_value(self, name: str, *kinds: str, plain: bool = False) -> bool:
        """Notes the first value of these kinds as `name`; whether there was one."""
        for value in self.all(*kinds)[:1]:
            self.put(name, value.value if plain else number(value.value), value.start, value.end)
            return True
        return False

    def put_things(self, name: str, at_most: int = 20) -> None:
        """Notes the marked things, or else what is left of the sentence without its function words."""
        things = self.things or [
            Span("thing", *rest) for rest in remainder(self.text, self.values, self.sellers)
        ]
        for thing in things[:at_most]:
            self.put(name, thing.text.lower(), thing.start, thing.end)

    def put_word(self, name: str, meanings: Dict[str, str], many: bool = False, last: bool = False) -> None:
        """Notes what the first (or the last, or each) of the patterns found means."""
        hits = []
        for pattern, meaning in meanings.items():
            match = re.search(rf"\b(?:{pattern})", self.lowered)
            if match:
                hits.append((match.start(), match.end(), meaning))
        seen: List[str] = []
        for start, end, meaning in sorted(hits, reverse=last):
            if meaning not in seen and (many or not seen):
                seen.append(meaning)
                self.put(name, meaning, start, end)


CRITERIA = patterns("criteria")
LANGUAGES = patterns("languages")
REASONS = patterns("reasons")
DISLIKES = patterns("dislikes")
WISHES = patterns("wishes")
GROUPS = patterns("groups")
TOPICS = patterns("topics")
SIZES = r"\b(?:size\s+)?(xxs|xs|s|m|l|xl|xxl|small|medium|large|\d{2})\b"
COLOURS = (
    r"\b(black|white|red|blue|navy|green|yellow|pink|beige|brown|gr[ea]y|orange|purple|cream|silver|gold)\b"
)
_TOKEN = re.compile(r"[^\W_][\w'’\-]*|[,;&+/\n]")


def remainder(text: str, values: Sequence[Value], spans: Sequence[Span]) -> List[Tuple[str, int, int]]:
    """What in a sentence is neither a function word nor a value nor marked: likely names of things."""
    taken = [(value.start, value.end) for value in values] + [(span.start, span.end) for span in spans]
    runs: List[Tuple[int, int]] = []
    open_run = False
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group().lower()
        idle = word in FUNCTION_WORDS or not word[0].isalnum() or any(a < end and start < b for a, b in taken)
        if idle:
            open_run = False
            continue
        if open_run:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        open_run = True
    return [(text[start:end], start, end) for start, end in runs]


def number(value: str) -> Any:
    """ "6" -> 6, "2.5" -> "2.5": counts are whole numbers, all else stays text."""
    return int(value) if re.fullmatch(r"[+-]?\d+", value) else value


def _read_job(m: Reader) -> None:
    m.put_value("url", "url", plain=True)
    m.put_value("servings", "number")
    if not m.all("url"):
        m.put_things("job", at_most=1)


def _pick(m: Reader) -> None:
    for value in m.all("number", "ordinal"):
        m.put("numbers", int(float(value.value)), value.start, value.end)
    m.put_word("only", {r"only\b|just\b|nothing but|except|apart from": "true"})
    m.put_word("group", GROUPS)
    if not any(slot.name == "group" for slot in m.found):
        m.put_word("all", {r"all\b|everything|the lot|whole list|every": "true"})
    groups = [slot for slot in m.found if slot.name == "group"]
    m.things = [t for t in m.things if not any(g.start <= t.start < g.end for g in groups)]
    if m.things or not any(slot.name in ("numbers", "group") for slot in m.found):
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
    if amounts:
        m.put("dimension", f"{amounts[0].value} {amounts[0].unit}", amounts[0].start, amounts[0].end)
    elif not m.put_value("factor", "factor"):
        numbers = [value for value in m.all("number", "delta") if value.value != "0"]
        if numbers:
            m.put("servings", number(numbers[-1].value.lstrip("+")), numbers[-1].start, numbers[-1].end)


def _quantity(m: Reader) -> None:
    for value in m.meant("amount")[-1:]:
        m.put("qty", number(value.value), value.start, value.end)
        m.put("unit", value.unit, value.start, value.end)
    if (
        not m.all("amount")
        and not m.put_value("delta", "delta", plain=True)
        and not m.put_value("factor", "factor")
    ):
        for value in m.meant("number")[-1:]:
            m.put("qty", number(value.value), value.start, value.end)
    if m.things or not m.values:
        m.put_things("component", at_most=1)


def _seller(m: Reader) -> None:
    exclude = re.search(
        r"\b(?:not|without|except|anyone but|no|avoid|never|don.?t|leave out|exclude)\b", m.lowered
    )
    sellers = m.sellers or [
        Span("seller", *rest) for rest in remainder(m.text, m.values, []) if not m.all("ordinal")
    ]
    for seller in sellers:
        name = "exclude" if exclude and exclude.start() < seller.start else "seller"
        m.put(name, seller.text.lower(), seller.start, seller.end)
    m.put_value("index", "ordinal", "number")


def _explain(m: Reader) -> None:
    for seller in m.sellers[:1]:
        m.put("seller", seller.text.lower(), seller.start, seller.end)
    m.put_value("index", "ordinal")


def _substitute(m: Reader) -> None:
    things = m.things[:2]
    if len(things) == 2 and re.search(r"\b(?:instead of|for the|in place of|rather than)\b", m.lowered):
        m.put("substitute", things[0].text.lower(), things[0].start, things[0].end)
        m.put("component", things[1].text.lower(), things[1].start, things[1].end)
    elif things:
        m.put("substitute", things[0].text.lower(), things[0].start, things[0].end)


def _when(m: Reader) -> None:
    m.put_value("date", "date", plain=True)
    for value in m.all("times")[:1]:
        first, last = value.value.split("-")
        m.put("from", first, value.start, value.end)
        m.put("to", last, value.start, value.end)
    for value in m.all("time")[:1] if not m.all("times") else []:
        lead = m.lowered[max(0, value.start - 2) : value.end]
        edge = "to" if re.search(r"\b(?:before|by|until|till)\b", lead) else "from"
        m.put(edge, value.value, value.start, value.end)
    m.put_value("part_of_day", "part_of_day", plain=True)
    if re.search(r"\btonight|tonite|this evening\b", m.lowered) and not m.all("part_of_day"):
        m.put("part_of_day", "evening", 0, len(m.text))


def _collect(m: Reader) -> None:
    m.put_value("date", "date", plain=True)
    m.put_value("time", "time", plain=True)


def _address(m: Reader) -> None:
    for name, stretch in (("address", address_in(m.text)), ("note", note_in(m.text))):
        if stretch:
            m.put(name, m.text[slice(*stretch)], *stretch)


def _order(m: Reader) -> None:
    m.put_value("order", "code", plain=True)


def _cancel(m: Reader) -> None:
    _order(m)
    for thing in m.things:
        m.put("items", thing.text.lower(), thing.start, thing.end)


def _return(m: Reader) -> None:
    _order(m)
    _marked_as("item")(m)
    m.put_word("reason", REASONS)
    m.put_word("wish", WISHES)


def _search(m: Reader) -> None:
    m.put_value("max_price", "money")
    for name, pattern in (("colour", COLOURS), ("size", SIZES)):
        match = re.search(pattern, m.lowered)
        if match and (name == "colour" or len(match.group(1)) > 1 or "size" in match.group()):
            m.put(name, match.group(1), match.start(1), match.end(1))
    m.put_things("query", at_most=1)


def _dislike(m: Reader) -> None:
    m.put_word("reason", DISLIKES)


def _reserve(m: Reader) -> None:
    m.put_value("max_price", "money")
    m.put_value("latest_date", "date", plain=True)
    m.put_value("qty", "number")
    _marked_as("item")(m)


def _combination(m: Reader) -> None:
    m.put_value("max_price", "money")
    _marked_as("target")(m)


def _correction(m: Reader) -> None:
    for kind, field in (("amount", "quantity"), ("date", "date"), ("times", "window"), ("time", "time"),
                        ("part_of_day", "window"), ("factor", "factor"), ("number", "number")):  # fmt: skip
        values = m.all(kind)
        if values:
            rejected = (
                re.search(r"\bnot?\s*$", m.lowered[: values[0].start].rstrip() + " ") and len(values) > 1
            )
            first, last = (values[0], values[-1]) if len(values) > 1 else (None, values[0])
            if (
                first
                and not rejected
                and re.search(r"\b(?:not|instead of)\b", m.lowered[first.end : last.start])
            ):
                first, last = last, first
            m.put("to", number(last.value), last.start, last.end)
            m.put("field", field, last.start, last.end)
            kind_of_answer = "window" if kind in TIMES | {"date"} else "number"
            m.put(f"amended_{kind_of_answer}", number(last.value), last.start, last.end)
            if last.unit:
                m.put("unit", last.unit, last.start, last.end)
            if first:
                m.put("from", number(first.value), first.start, first.end)
            return
    things = m.things or m.sellers
    if things:
        m.put("to", things[0].text.lower(), things[0].start, things[0].end)
        m.put(
            "field", "seller" if things[0].kind == "seller" else "component", things[0].start, things[0].end
        )
        for other in things[1:2]:
            m.put("from", other.text.lower(), other.start, other.end)


def _marked_as(name: str) -> Callable[[Reader], None]:
    def read(m: Reader) -> None:
        for thing in m.things[:1]:
            m.put(name, thing.text.lower(), thing.start, thing.end)

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
    "accept_substitute": _substitute, "reject_substitute": _substitute,
    "collect_at_shop": _collect, "choose_delivery_window": _when, "give_address": _address,
    "track_order": _order, "confirm_order": _order, "cancel_order": _cancel, "return_item": _return,
    "search_product": _search, "ask_combination": _combination, "dislike": _dislike,
    "reserve_item": _reserve, "try_on": _marked_as("item"),
    "news_on": _marked_as("interest"), "set_language": _language,
    "help": _word_as("topic", TOPICS), "correction": _correction,
}  # fmt: skip


def slots_of(intent: str, text: str, spans: Sequence[Span], today: Optional[date] = None) -> List[Slot]:
    """The slots of a message that wants `intent`."""
    read = READERS.get(intent)
    if read is None:
        return []
    reader = Reader(text, spans, find_values(text, today, frozenset() if intent in TIMED else TIMELESS))
    read(reader)
    return reader.found
