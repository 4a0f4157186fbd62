"""From intent, simple values and marked stretches to named slots. Pure.

`slots_of("drop_components", "no basil pls", [Span("thing", "basil", 3, 8)])` gives components: basil.
"""

import re
from datetime import date
from typing import Callable, Dict, List, Optional, Sequence

from nlu.components.addresses import address_in, note_in
from nlu.components.message import Reader, Slot, Span, number, remainder
from nlu.components.values import Value, find_values
from nlu.components.vocabulary import patterns, words

TIMES = frozenset({"times", "time", "part_of_day"})
TIMELESS = TIMES | {"date", "code"}
TIMED = frozenset(
    {"choose_delivery_window", "collect_at_shop", "give_address", "correction", "reserve_item"}
    | {"track_order", "cancel_order", "return_item", "confirm_order"}
)
CRITERIA = patterns("criteria")
LANGUAGES = patterns("languages")
REASONS = patterns("reasons")
DISLIKES = patterns("dislikes")
WISHES = patterns("wishes")
GROUPS = patterns("groups")
TOPICS = patterns("topics")
COLOURS = patterns("colours")
ONLY = {words("only"): "true"}
ALL = {words("all"): "true"}
_SIZE = re.compile(
    rf"\b(?P<said>(?:{words('size_words')})\s+)?(?P<size>xxs|xs|s|m|l|xl|xxl|small|medium|large|\d{{2}})\b(?!')"
)
COMPANY = {pattern: int(people) for pattern, people in patterns("company").items()}
# How an order is called: a mix of letters and digits is found among the values; here those without a digit.
_CODE = re.compile(
    r"(?<![\w-])#?([A-HJKMNP-Z]{5})(?![\w-])|\b(?i:order|status|parcel|of|for|cancel|code)\s+([b-df-hj-np-tv-z]{5})\b"
)
_ONE_PERSON = r"\b(?:for|only|just|is|am) one\b|\bone (?:person|serving|portion)|^\W*one\W*$"
_SORT_OF_PEOPLE = rf"\s*(?:{words('sorts_of_people')})\b"
_INSISTING = rf"\b(?:{words('insisting')})\b(?!.*\b(?:pas|kein\w*|nicht)\b)[^,;.]*$"
_GENUINE = rf"^(?:{words('genuine')}) "
_INSTEAD = re.compile(rf"\b(?:{words('instead')})")
_EXCLUDING = re.compile(rf"\b(?:{words('exclude')})\b")
_OCCASION = re.compile(rf"\b(?:{words('occasions')})\b")
_NOT = re.compile(r"\b(?:not?|nicht|non|pas|kein\w*)\s*$")
_NOT_BETWEEN = re.compile(rf"\b(?:not|nicht|pas|{words('instead')})")
_ENDS = re.compile(rf"\b(?:{words('ends')})\b")


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
    if amounts:
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
        m.put("qty", number(value.value), value.start, value.end)
        m.put("unit", value.unit, value.start, value.end)
    if (
        not m.all("amount")
        and not m.put_value("delta", "delta", plain=True)
        and not m.put_value("factor", "factor")
    ):
        for value in m.meant("number")[-1:]:
            ending = re.search(
                r"\b(?:(more|extra)|less|fewer)\W*(?:please|pls|plz)?\W*$", m.lowered[value.end :]
            )
            if ending:  # "one onion more"
                m.put("delta", f"{'+' if ending.group(1) else '-'}{value.value}", value.start, value.end)
            else:
                m.put("qty", number(value.value), value.start, value.end)
        another = re.match(r"\W*(?:and\s+)?(?:another|noch ein\w*|encore une?)\b", m.lowered)
        if another and not m.all("number"):
            m.put("delta", "+1", *another.span())
    if m.things or not m.values:
        m.put_things("component", at_most=1)


def _seller(m: Reader) -> None:
    exclude = _EXCLUDING.search(m.lowered)
    sellers = m.sellers or [
        Span("seller", *rest) for rest in remainder(m.text, m.values, []) if not m.all("ordinal")
    ]
    for seller in sellers:
        name = "exclude" if exclude and exclude.start() < seller.start else "seller"
        m.put(name, seller.name, seller.start, seller.end)
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


def _when(m: Reader) -> None:
    for value in m.meant("date")[:1]:
        m.put("date", value.value, value.start, value.end)
    for value in m.meant("times")[:1]:
        first, last = value.value.split("-")
        m.put("from", first, value.start, value.end)
        m.put("to", last, value.start, value.end)
    for value in m.all("time")[:1] if not m.all("times") else []:
        lead = m.lowered[max(0, value.start - 12) : value.end]
        ends = _ENDS.search(lead)
        m.put("to" if ends else "from", value.value, value.start, value.end)
    for value in m.meant("part_of_day")[:1]:
        m.put("part_of_day", value.value, value.start, value.end)
    if re.search(r"\btonight|tonite|this evening\b", m.lowered) and not m.all("part_of_day"):
        m.put("part_of_day", "evening", 0, len(m.text))


def _collect(m: Reader) -> None:
    for value in m.meant("date")[:1]:
        m.put("date", value.value, value.start, value.end)
    m.put_value("time", "time", plain=True)


def _address(m: Reader) -> None:
    for name, stretch in (("address", address_in(m.text)), ("note", note_in(m.text))):
        if stretch:
            m.put(name, m.text[slice(*stretch)], *stretch)


def _order(m: Reader) -> None:
    if not m.put_value("order", "code", plain=True):
        lettered = None if m.text.isupper() and " " in m.text else _CODE.search(m.text)
        if lettered:
            m.put("order", (lettered.group(1) or lettered.group(2)).upper(), *lettered.span())


def _cancel(m: Reader) -> None:
    _order(m)
    for thing in m.things:
        m.put("items", thing.name, thing.start, thing.end)


def _return(m: Reader) -> None:
    _order(m)
    _marked_as("item")(m)
    m.put_word("reason", REASONS)
    m.put_word("wish", WISHES)


def _search(m: Reader) -> None:
    m.put_value("max_price", "money")
    m.put_word("colour", COLOURS)
    for size in _SIZE.finditer(m.lowered):
        is_figure = any(v.start <= size.start("size") < v.end for v in m.all("money", "amount"))
        if not is_figure and (size["said"] or len(size["size"]) > 1):
            m.put("size", size["size"], size.start("size"), size.end("size"))
            break
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
    occasion = _OCCASION.search(m.lowered)
    if occasion:
        m.put("occasion", m.text[slice(*occasion.span())].lower(), *occasion.span())


def _correction(m: Reader) -> None:
    for kind, field in (("amount", "quantity"), ("date", "date"), ("times", "window"), ("time", "time"),
                        ("part_of_day", "window"), ("factor", "factor"), ("number", "number")):  # fmt: skip
        values = m.all(kind)
        if values:
            rejected = _NOT.search(m.lowered[: values[0].start].rstrip() + " ") and len(values) > 1
            first, last = (values[0], values[-1]) if len(values) > 1 else (None, values[0])
            if first and not rejected and _NOT_BETWEEN.search(m.lowered[first.end : last.start]):
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
        m.put("to", things[0].name, things[0].start, things[0].end)
        m.put(
            "field", "seller" if things[0].kind == "seller" else "component", things[0].start, things[0].end
        )
        for other in things[1:2]:
            m.put("from", other.name, other.start, other.end)


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
