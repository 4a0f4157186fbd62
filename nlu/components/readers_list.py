"""Readers of wishes about the job and its list: what is needed, how much, for how many. Pure."""

import re
from typing import List, Optional

from nlu.components.message import Reader, number
from nlu.components.phrases import clause_around
from nlu.components.value_readers import UNIT_OF, any_of
from nlu.components.values import Value
from nlu.components.vocabulary import patterns, words

GROUPS = patterns("groups")
ONLY = {words("only"): "true"}
ALL = {words("all"): "true"}
COMPANY = {pattern: int(people) for pattern, people in patterns("company").items()}
LONGEST_LIST = 99  # a greater number is a year, or whatever else, but no line of a list
_ONE_PERSON = r"\b(?:for|only|just|is|am) one\b|\bone (?:person|serving|portion)|^\W*one\W*$"
_SORT_OF_PEOPLE = rf"\s*(?:{words('sorts_of_people')})\b"
_SIDES = re.compile(
    r"(?P<a>\d+(?:[.,]\d+)?)\s*(?P<first>mm|cm|m|metres?|meters?|ft|feet|foot)?\s*(?:x|×|by|mal|auf|sur|\*)\s*"
    rf"(?P<b>\d+(?:[.,]\d+)?)\s*(?P<unit>{any_of(UNIT_OF)})?\b"
)
_UNIT = re.compile(rf"\s*(?P<unit>{any_of(UNIT_OF)})\b")
_MORE_BEFORE = re.compile(rf"\b(?:{words('more_before')})\s*$")
_MORE_AFTER = re.compile(rf"\s*(?:[\w'-]+\s+){{0,4}}?(?:{words('more_after')})\b")
_LESS_BEFORE = re.compile(rf"\b(?:{words('less_before')})\s*(?:the\s+|les\s+|die\s+)?$")
_TO_BEFORE = re.compile(r"\b(?:to|auf|a|at|sur)\s+$")
_LESS_AFTER = re.compile(rf"\s*(?:[\w'-]+\s+){{0,4}}?(?:{words('less_after')})\b")
_LIKENED = re.compile(
    r"\b(?:like|wie|comme)\s+(?:an?\s+|the\s+|du\s+|de\s+la\s+|un\s+|une\s+)?$"
)  # "tastes like soap"
_ALLERGIC = re.compile(r"\b(?:allergic to|gegen|allergi(?:que|e) (?:a|au|aux))\s+(?:the\s+|la\s+|l')?$")
_LOCATED = re.compile(
    r"\b(?:(?:in|from|on|at) (?:the|my|our)|im|am|in der|in die"
    r"|aus (?:dem|der)|auf (?:dem|der)|au|dans (?:le|la|mon|ma))\s+$"
)
_LYING_ABOUT = re.compile(
    r"\b(?:lieg|steh|flieg|gammel|kugel)\w*\b[^,;.]*\s$"
)  # "liegt noch rum" names no rum
_USED_UP = re.compile(r"\b(?:ist|is|sind|san|war|waren)\b[^,;.]*\balle\W*$")  # "die butter ist alle"
_THESE = re.compile(r"\b(?:die|alle|les|ces|the|these|those|all)\s+$")
_COLOUR = re.compile("|".join(patterns("colours")))
_ANOTHER = re.compile(r"\W*(?:and\s+)?(?:another|noch ein\w*|encore une?)\b")
_PLACES = ("m2", "ft2", "m", "cm", "mm", "foot", "inch")


def read_job(m: Reader) -> None:
    m.put_value("url", "url", plain=True)
    if not m.all("url"):
        for value in _people(m)[:1]:
            m.put("servings", number(value.value), value.start, value.end)
        m.things = m.things or [one for one in m.candidates() if m.is_goods(one.text)]
        m.things.sort(key=lambda thing: not m.is_goods(thing.text))  # "so kind as to … a risotto"
        m.put_things("job", at_most=1)


def keep(m: Reader) -> None:
    m.put_word("only", ONLY)
    drop(m)


def drop(m: Reader) -> None:
    for value in m.all("number", "ordinal"):
        counts = float(value.value) == len(m.things) and _THESE.search(m.lowered[: value.start])
        if float(value.value) <= LONGEST_LIST and not (counts and value.kind == "number"):  # "die zwei"
            m.put("numbers", int(float(value.value)), value.start, value.end)
    m.put_word("group", GROUPS)
    settled = (m.has("only") and (m.things or m.has("numbers"))) or (m.things and _USED_UP.search(m.lowered))
    if not m.has("group") and not settled:
        m.put_word("all", ALL)
    groups = [slot for slot in m.found if slot.name == "group"]
    m.things = [
        thing
        for thing in m.things
        if not any(group.start <= thing.start < group.end for group in groups)
        and not _LIKENED.search(m.lowered[: thing.start])
        and not (len(m.things) > 1 and _LOCATED.search(m.lowered[: thing.start]))
        and not (len(m.things) > 1 and _ALLERGIC.search(m.lowered[: thing.start]))
        and not (thing.name == "rum" and _LYING_ABOUT.search(m.lowered[: thing.start]))
        and not _COLOUR.fullmatch(m.lowered, thing.start, thing.end)
    ]
    if m.things or not m.has("numbers", "group", "all"):
        m.put_things("components")


def add(m: Reader) -> None:
    m.put_things("components")
    for value in m.all("amount")[:1]:
        m.put("qty", number(value.value), value.start, value.end)
        m.put("unit", value.unit, value.start, value.end)
    for value in [*m.meant("number"), *m.all("delta")][:1] if not m.all("amount") else []:
        m.put("qty", number(value.value.lstrip("+-")), value.start, value.end)


def scale(m: Reader) -> None:
    sides = _SIDES.search(m.lowered)
    amounts = [value for value in m.all("amount") if value.unit in _PLACES]
    if sides and (named := sides["unit"] or sides["first"]):
        unit = UNIT_OF[re.sub(r"\s+", " ", named)]
        spoken = f"{sides['a']} x {sides['b']} {unit}".replace(",", ".")
        m.put("dimension", spoken, *sides.span())
    elif amounts:
        m.put("dimension", f"{amounts[0].value} {amounts[0].unit}", amounts[0].start, amounts[0].end)
    elif not m.put_value("factor", "factor"):
        _servings(m)


def _servings(m: Reader) -> None:
    numbers = _people(m)
    grouped = [value for value in numbers if re.match(_SORT_OF_PEOPLE, m.lowered[value.end :])]
    if len(grouped) > 1:  # "2 adults and 3 kids"
        together = sum(int(value.value.lstrip("+")) for value in grouped)
        m.put("servings", together, grouped[0].start, grouped[-1].end)
    elif numbers and numbers[-1].value.lstrip("+-").isdigit():
        last = numbers[-1]
        before = m.lowered[: last.start]
        besides = int(bool(re.search(r"\b(?:me|myself) (?:and|n|&|plus|with)(?: my)? $", before)))
        m.put("servings", int(last.value.lstrip("+-")) + besides, last.start, last.end)
    elif not numbers:
        m.put_word("servings", COMPANY)


def quantity(m: Reader) -> None:
    amounts, deltas = m.meant("amount")[-1:], m.all("delta")
    if deltas and not amounts:
        value = deltas[0]
        m.put("delta", number(value.value), value.start, value.end)
        unit = _UNIT.match(m.lowered, value.end)
        if unit:  # "two more packs of screws"
            m.put("unit", UNIT_OF[unit["unit"]], *unit.span("unit"))
            m.hide(*unit.span("unit"))
    elif amounts:
        _amount(m, amounts[0], unit=amounts[0].unit)
    elif not m.put_value("factor", "factor"):
        for value in m.meant("number")[-1:]:
            _amount(m, value, unit=None)
        another = _ANOTHER.match(m.lowered)
        if another and not m.all("number"):
            m.put("delta", 1, *another.span())
    if m.things or m.rest() or not m.values:
        m.put_things("component", at_most=1)


def _amount(m: Reader, value: Value, *, unit: Optional[str]) -> None:
    """An amount in place of the former one, or "one jar less" than that."""
    end = clause_around(m.lowered, value.start)[1]
    before = m.lowered[: value.start]
    sign = 0
    if _TO_BEFORE.search(before):  # "bring it down to 3"
        pass
    elif _LESS_BEFORE.search(before) or _LESS_AFTER.match(m.lowered, value.end, end):
        sign = -1
    elif _MORE_AFTER.match(m.lowered, value.end, end) or _MORE_BEFORE.search(before):
        sign = 1
    if sign and not re.match(r"[+-]", value.value):
        m.put("delta", number(value.value if sign > 0 else f"-{value.value}"), value.start, value.end)
    else:
        m.put("qty", number(value.value), value.start, value.end)
    if unit:
        m.put("unit", unit, value.start, value.end)


def _people(m: Reader) -> List[Value]:
    """The numbers that can be of people: "a dozen", but not the "one" of "a simple one"."""
    dozens = [value for value in m.all("amount") if value.unit == "piece"]
    found = [
        value
        for value in sorted([*m.meant("number"), *m.all("delta")], key=lambda value: value.start)
        if value.value != "0"
        and (m.lowered[value.start : value.end] != "one" or re.search(_ONE_PERSON, m.lowered))
    ]
    return found or dozens
