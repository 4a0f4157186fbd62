"""The slots of looking for goods, of looks, and of what is wanted before it is sold. Pure."""

import re
from typing import List, Optional

from nlu.components.message import Reader, Span, number, remainder
from nlu.components.values import Value
from nlu.components.vocabulary import function_words, patterns, words

DISLIKES = patterns("dislikes")
COLOURS = patterns("colours")
MOODS = patterns("moods")
_COLOUR = re.compile(rf"\b(?:{'|'.join(COLOURS)})")
_SIZE = re.compile(
    rf"\b(?P<said>(?:{words('size_words')})\s+)?(?P<size>xxs|xs|s|m|l|xl|xxl|small|medium|large|\d{{2}})\b(?!')"
)
_AT_MOST = re.compile(rf"\b(?:{words('at_most')})\W*(?:eur|euros?|€)?\W*$")
_AT_MOST_BEHIND = re.compile(rf"\W*(?:{words('at_most_behind')})\b")
_OCCASION = re.compile(rf"\b(?:{words('occasions')})\b")
_OCCASION_NEXT = re.compile(rf"\s(?:{words('occasions')})\b")
_OF_WHICH = re.compile(r"\b(?:an?|the|zur?|zum|fur|einer?|une?)\s+([\w-]+)\s$")
_CHANGE = re.compile(rf"(?:^|[\s,;])(?:{words('but_changed')})\s+(?P<change>\S.*)$", re.DOTALL)
_IN_COLOUR = re.compile(r"\b(?:in|en)\s+(?P<change>(?:an?(?:other|derer|deren)\s|une autre\s)?[\w-]+)\W*$")
_POLITE_END = re.compile(r"[\s,]*(?:\b(?:please|pls|plz|bitte|svp|stp|s'il (?:te|vous) plait)\b)?[\s?!.,]*$")
_CLAUSE = re.compile(r"[^.,;!?\n]+")
_YEA_OR_NAY = re.compile(rf"^(?:(?:{words('yea_or_nay')})\s+)+(?=\S)")


def read_search(m: Reader) -> None:
    """query, max_price, size, colour."""
    put_ceiling(m)
    m.put_word("colour", COLOURS)
    for size in _SIZE.finditer(m.lowered):
        is_figure = any(v.start <= size.start("size") < v.end for v in m.all("money", "amount"))
        at_most = [slot for slot in m.found if slot.name == "max_price" and slot.start == size.start("size")]
        if not is_figure and not at_most and (size["said"] or len(size["size"]) > 1):
            m.put("size", size["size"], size.start("size"), size.end("size"))
            break
    things = m.things or [Span("thing", *rest) for rest in remainder(m.text, m.values, m.sellers)]
    for thing in things[:1]:
        thing = colourless(thing, m.lowered)
        m.put("query", thing.name, thing.start, thing.end)


def colourless(thing: Span, lowered: str) -> Span:
    """ "bottes noires" -> "bottes": the colour is a slot of its own. What is nothing but a colour stays."""
    colour = _COLOUR.search(lowered, thing.start, thing.end)
    if colour is None or colour.end() - colour.start() >= thing.end - thing.start:
        return thing
    if colour.start() == thing.start:
        start = (
            colour.end()
            + len(thing.text[colour.end() - thing.start :])
            - len(thing.text[colour.end() - thing.start :].lstrip(" ,-"))
        )
        return Span("thing", thing.text[start - thing.start :], start, thing.end)
    if colour.end() == thing.end:
        kept = re.sub(r"\s+(?:in|en)$", "", thing.text[: colour.start() - thing.start].rstrip(" ,-"))
        return Span("thing", kept, thing.start, thing.start + len(kept))
    return thing


def ceiling(m: Reader) -> Optional[Value]:
    """The value that is not to be passed: a sum of money, or a number said with "at most"."""
    sums = m.all("money")
    if sums:
        return sums[0]
    for value in m.all("number", "ordinal", "amount"):
        before, behind = m.lowered[: value.start], m.lowered[value.end :]
        if value.kind != "amount" and (_AT_MOST.search(before) or _AT_MOST_BEHIND.match(behind)):
            return value
        if value.kind == "amount" and value.unit == "piece" and _AT_MOST.search(before):  # "35 das stück"
            return value
    return None


def put_ceiling(m: Reader) -> Optional[Value]:
    """Notes max_price; the value it was read from."""
    most = ceiling(m)
    if most is not None:
        m.put("max_price", number(most.value), most.start, most.end)
    return most


def read_dislike(m: Reader) -> None:
    """reason, and reason_text: the clause in which it was said."""
    m.put_word("reason", DISLIKES)
    for reason in m.found[:1]:
        for clause in _CLAUSE.finditer(m.lowered):
            if clause.start() <= reason.start < clause.end():
                stretch = m.text[clause.start() : clause.end()]
                lead = len(stretch) - len(stretch.lstrip())
                said = stretch.strip().lower()
                begun = _YEA_OR_NAY.match(m.lowered[clause.start() + lead : clause.end()])
                said = said[begun.end() :] if begun else said
                m.put("reason_text", said, clause.start(), clause.end())


def read_more_like(m: Reader) -> None:
    """change: in what it shall differ."""
    found = _CHANGE.search(m.lowered) or _IN_COLOUR.search(m.lowered)
    if found is None:
        return
    start, end = found.span("change")
    end = start + len(_POLITE_END.sub("", m.lowered[start:end], count=1))
    if end > start and not re.match(rf"(?:{words('same_kind')})\b", m.lowered[start:]):
        m.put("change", m.text[start:end].lower(), start, end)


def read_combination(m: Reader) -> None:
    """image_words, target, occasion, max_price."""
    put_ceiling(m)
    occasion = _OCCASION.search(m.lowered)
    if occasion:
        start, end = occasion.span()
        further = _OCCASION_NEXT.match(m.lowered, end)
        end = further.end() if further else end  # "office party"
        kind = _OF_WHICH.search(m.lowered[:start])
        if kind and kind[1] not in function_words(m.text) and not _mood_at(kind[1]):
            start = kind.start(1)  # "barn wedding"
        m.put("occasion", m.text[start:end].lower(), start, end)
    m.put_word("image_words", MOODS, many=True)
    taken = [(slot.start, slot.end) for slot in m.found]
    for thing in m.things[:1]:
        if not any(start < thing.end and thing.start < end for start, end in taken):
            m.put("target", thing.name, thing.start, thing.end)
        else:
            _put_target_without_moods(m, thing)


def _put_target_without_moods(m: Reader, thing: Span) -> None:
    moods = [slot for slot in m.found if slot.name == "image_words" and slot.start == thing.start]
    for mood in moods:
        rest = re.match(r"\w*\s+(?=\S)", m.lowered[mood.end :])
        if rest and mood.end + rest.end() < thing.end:
            start = mood.end + rest.end()
            m.put("target", m.text[start : thing.end].lower(), start, thing.end)


def _mood_at(word: str) -> bool:
    return any(re.match(rf"(?:{pattern})", word) for pattern in MOODS)


def read_reservation(m: Reader) -> None:
    """item, qty, max_price, latest_date."""
    most = put_ceiling(m)
    for value in m.all("date")[:1]:
        m.put("latest_date", value.value, value.start, value.end)
    counts: List[Value] = [value for value in m.all("number") if value != most]
    for value in counts[:1]:
        m.put("qty", number(value.value), value.start, value.end)
    for thing in m.things[:1]:
        m.put("item", thing.name, thing.start, thing.end)


def read_news(m: Reader) -> None:
    """interest: what is marked, or what is left of the sentence."""
    m.put_things("interest", at_most=1)
