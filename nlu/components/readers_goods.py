"""Readers of wishes about goods: searched, put together, judged, set aside, sent back; and of help. Pure."""

import re
from typing import Optional, Tuple

from nlu.components.message import Reader, number
from nlu.components.phrases import (
    clause_around,
    in_base_form,
    leading,
    meaningful,
    trailing,
    within,
)
from nlu.components.readers_offers import order
from nlu.components.vocabulary import patterns, words

REASONS = patterns("reasons")
DISLIKES = patterns("dislikes")
WISHES = patterns("wishes")
TOPICS = patterns("topics")
COLOURS = patterns("colours")
STYLES = patterns("styles")
_SIZE = re.compile(
    rf"\b(?P<said>(?:{words('size_words')}|(?:en|in|in a|in einer)(?=\s+[sml]\b))\s+)?"
    r"(?P<size>xxs|xs|s|m|l|xl|xxl|small|medium|large|\d{2})\b(?!')"
)
_PRICE_BEFORE = re.compile(rf"\b(?:{words('price_before')})\s+(?:(?:of|de|von|about|zu|a|ca\.?)\s+)*$")
_PRICE_AFTER = re.compile(rf"\s*(?:{words('price_after')})\b")
_OCCASION = re.compile(rf"\b(?:{words('occasions')})\b")
_FOR = re.compile(
    r"\b(?:(?:for|goes with|to wear to|to wear at|wear to)\s+(?:the|an?|my|our|her|his)?\s*"
    r"|(?:furs|fuers|zum|zur|zu|in die|auf die|auf eine|fur|fuer)\s+"
    r"(?:(?:der|die|das|den|dem|eine?[nmr]?|ne|nen|mein\w*|unser\w*)\s+)?"
    r"|(?:pour|a|dans)\s+(?:(?:l'|la|le|les|une?|des|mon|ma|mes|notre)\s*)?)"
)
_WHOSE = re.compile(r"[\w-]+'s\s+")
_PLACE = re.compile(rf"(?:{words('places')})\b(?:\s+(?:table|corner|wall|floor))?")
_PHRASE = re.compile(r"[^\W\d_][\w'-]*(?:\s+[^\W\d_][\w'-]*)*")
_ARTICLE = re.compile(r"\b(das|der|den)\s+$")
_HELP_LEAD, _HELP_TAIL = leading("help_lead"), trailing("help_tail")
_HELP_ASKS = re.compile(rf"\b(?:{words('help_asks')})\b")
_CHANGE_LEAD, _CHANGE_TAIL = leading("change_lead", "alike"), trailing("change_tail")
_BUT = re.compile(r"\b(?:but|aber|mais|nur|bloss?|just|only|except)\s+(?=\w)")
_DISLIKE_LEAD = leading("judging_lead")
_DISLIKE_TAIL = trailing("judging_tail")
_ONE = re.compile(r"\b(?:an?|un|une|eine?[nmr]?|one)\s+$")


def search(m: Reader) -> None:
    _price(m)
    colours = _colour(m)
    for size in _SIZE.finditer(m.lowered):
        is_figure = any(v.start <= size.start("size") < v.end for v in m.all("money", "amount"))
        is_price = any(slot.start <= size.start("size") < slot.end for slot in m.found)
        if not is_figure and not is_price and (size["said"] or len(size["size"]) > 1):
            m.put("size", size["size"], size.start("size"), size.end("size"))
            m.hide(*size.span())
            break
    if colours:
        m.hide(*colours)
    m.put_things("query", at_most=1)


def _colour(m: Reader) -> Optional[Tuple[int, int]]:
    """Notes the first colour in its base form; where it stands."""
    hits = sorted(
        (found.start(), -found.end(), meaning)
        for pattern, meaning in COLOURS.items()
        if (found := re.search(rf"\b(?:{pattern})", m.lowered))
    )
    for start, end, meaning in hits[:1]:
        m.put("colour", meaning, start, -end)
        return start, -end
    return None


def _price(m: Reader) -> None:
    """The price that something may have: an amount of money, or a bare number where one is said."""
    if m.put_value("max_price", "money"):
        return
    for value in m.all("number"):
        said = _PRICE_BEFORE.search(m.lowered[: value.start]) or _PRICE_AFTER.match(m.lowered, value.end)
        if said and float(value.value) > 9:
            m.put("max_price", number(value.value), value.start, value.end)
            return


def reserve(m: Reader) -> None:
    _price(m)
    m.put_value("latest_date", "date", plain=True)
    prices = [slot.start for slot in m.found if slot.name == "max_price"]
    counts = [value for value in m.all("number") if value.start not in prices]
    for value in counts[:1]:
        m.put("qty", number(value.value), value.start, value.end)
    item(m)
    if not counts:
        for slot in m.found:
            if slot.name == "item" and (one := _ONE.search(m.lowered[: slot.start])):
                m.put("qty", 1, *one.span())
                break


def send_back(m: Reader) -> None:
    order(m)
    item(m)
    m.put_word("reason", REASONS)
    m.put_word("wish", WISHES)


def item(m: Reader) -> None:
    _one_thing(m, "item")


def interest(m: Reader) -> None:
    _one_thing(m, "interest")


def _one_thing(m: Reader, name: str) -> None:
    things = m.things or m.candidates()
    for thing in things[:1]:
        article = _ARTICLE.search(m.lowered[: thing.start])
        spoken = in_base_form(article.group(1), m.called(thing)) if article else m.called(thing)
        m.put(name, spoken, thing.start, thing.end)


def combination(m: Reader) -> None:
    _price(m)
    m.put_word("image_words", STYLES, many=True)
    styles = [slot for slot in m.found if slot.name == "image_words"]
    for lead in _FOR.finditer(m.lowered):
        phrase = _PHRASE.match(m.lowered, lead.end(), clause_around(m.lowered, lead.start())[1])
        if phrase and _noted(m, phrase.start(), phrase.end()):
            break
    if not m.has("occasion"):
        occasion = _OCCASION.search(m.lowered)
        if occasion:
            m.put("occasion", m.text[slice(*occasion.span())].lower(), *occasion.span())
    if not m.has("target", "occasion"):
        named = m.things or [one for one in m.candidates() if m.is_goods(one.text)]
        for style in styles:
            m.hide(style.start, style.end)
        things = [t for t in m.things or named if not any(s.start <= t.start < s.end for s in styles)]
        for thing in things[:1]:
            m.put("target", m.called(thing), thing.start, thing.end)


def _noted(m: Reader, start: int, end: int) -> bool:
    """What one dresses or furnishes for, from a phrase behind "for"."""
    while style := next((s for s in m.found if s.name == "image_words" and s.start == start), None):
        gap = re.match(r"\s*", m.lowered[style.end :])
        start = style.end + (gap.end() if gap else 0)
    whose = _WHOSE.match(m.lowered, start)
    start = whose.end() if whose else start
    place = _PLACE.match(m.lowered, start, end)
    runs = [place.span()] if place else m.runs(start, end)
    if not runs or start != runs[0][0]:
        return False
    start, end = runs[0]
    occasion = _OCCASION.search(m.lowered, start, end)
    m.put("occasion" if occasion else "target", m.text[start:end].lower(), start, end)
    return True


def dislike(m: Reader) -> None:
    m.put_word("reason", DISLIKES)
    found = next((slot for slot in m.found if slot.name == "reason"), None)
    start, end = clause_around(m.lowered, found.start) if found else (0, len(m.text))
    start, end = within(m.lowered, (start, end), _DISLIKE_LEAD, _DISLIKE_TAIL)
    if meaningful(m.text, m.lowered, (start, end)):
        m.put("reason_text", m.text[start:end].lower(), start, end)


def more_like(m: Reader) -> None:
    turn = _BUT.search(m.lowered)
    start, end = within(m.lowered, (turn.end() if turn else 0, len(m.text)), _CHANGE_LEAD, _CHANGE_TAIL)
    if start < end and re.search(r"\w{3}", m.lowered[start:end]):
        m.put("change", m.text[start:end].lower(), start, end)


def topic(m: Reader) -> None:
    asked = _HELP_ASKS.search(m.lowered)
    start, end = within(m.lowered, (asked.end() if asked else 0, len(m.text)), _HELP_LEAD, _HELP_TAIL)
    if asked and meaningful(m.text, m.lowered, (start, end)):
        m.put("topic", m.text[start:end].lower(), start, end)
    m.put_word("help_page", TOPICS)
