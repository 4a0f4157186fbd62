"""Readers of wishes about goods: searched, put together, judged, set aside, sent back; and of help. Pure."""

import re
from typing import Optional, Tuple

from nlu.components.message import Reader, Span, number
from nlu.components.phrases import (
    clause_around,
    in_base_form,
    leading,
    meaningful,
    trailing,
    within,
)
from nlu.components.readers_offers import OCCASION, order
from nlu.components.vocabulary import language_of, patterns, patterns_in, words

REASONS = patterns("reasons")
DISLIKES = patterns("dislikes")
WISHES = patterns("wishes")
TOPICS = patterns("topics")
COLOURS = patterns("colours")
_SIZE = re.compile(
    rf"\b(?P<said>(?:{words('size_words')}|(?:en|in|in a|in einer)(?=\s+[sml]\b))\s+)?"
    r"(?P<size>xxs|xs|s|m|l|xl|xxl|small|medium|large|(?(said)\d{2,3}|\d{2}))\b(?!')"
)
_PRICE_BEFORE = re.compile(rf"\b(?:{words('price_before')})\s+(?:(?:of|de|von|about|zu|a|ca\.?)\s+)*$")
_PRICE_AFTER = re.compile(rf"\s*(?:{words('price_after')})\b")
_FOR = re.compile(
    r"\b(?:(?:for|goes with|to wear to|to wear at|wear to)\s+(?:the|an?|my|our|her|his)?\s*"
    r"|(?:furs|fuers|zum|zur|zu|in die|auf die|auf eine|fur|fuer)\s+"
    r"(?:(?:der|die|das|den|dem|eine?[nmr]?|ne|nen|mein\w*|unser\w*)\s+)?"
    r"|(?:pour|a|dans)\s+(?:(?:l'|la|le|les|une?|des|mon|ma|mes|notre)\s*)?)"
)
_WHOSE = re.compile(
    r"(?:[\w-]+'s|(?:cousin|sister|brother|mate|friend|bosse?|niece|nephew|uncle|aunt|mum|dad|daughter|son"
    r"|colleague|neighbour)s'?)\s+"
)
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
_ONE_OF_IT = re.compile(
    r"\bm'en\s+une?\b|\b(?:eins|einen|eine)(?=\s+(?:davon|vormerken|reservieren|zuruck\w*)\b)"
)
_PERSON = re.compile(rf"(?:{words('persons')})\b")
_PATTERNED = re.compile(rf"\b(?:{words('patterned')}|{'|'.join(COLOURS)})\s+$")
_COLOURED = re.compile(rf"\s+(?:{'|'.join(COLOURS)})")


_WITHOUT = re.compile(r"(?P<head>[a-z][\w-]{2,})\s+sans\s+(?:le\s+|la\s+|l')?$")
_LACKING = re.compile(r"\s+sans\s+(?:le\s+|la\s+|l')?(?P<what>[a-z]{3,})")
_NEW = re.compile(r"\b(?:new|fresh|neue[mnrs]?|nouveaux?|nouvel(?:le)?s?)\s+$")
_IMPRESSION = re.compile(r"(?:effet|look|style|allure|rendu|air|touch|vibe|feel|wirkung|eindruck)\b")


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
    m.things = [_with_lack(m, thing) for thing in m.things]
    m.put_things("query", at_most=1)


def _with_lack(m: Reader, thing: Span) -> Span:
    """The thing with what it is without, "fromage sans lactose", whichever of both was marked."""
    head, lack = _WITHOUT.search(m.lowered[: thing.start]), _LACKING.match(m.lowered, thing.end)
    start = head.start("head") if head else thing.start
    end = lack.end() if lack else thing.end
    return Span("thing", m.text[start:end], start, end)


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
    pieces = [value for value in m.all("amount") if value.unit == "piece"]  # "pas plus de 90 pièce"
    for value in [*m.all("number"), *pieces] if not m.put_value("max_price", "money") else []:
        said = _PRICE_BEFORE.search(m.lowered[: value.start]) or _PRICE_AFTER.match(m.lowered, value.end)
        if said and float(value.value) > 9:
            m.put("max_price", number(value.value), value.start, value.end)
            break
    for slot in m.found:
        if slot.name == "max_price":
            _hide_around(m, slot.start, slot.end)


def _hide_around(m: Reader, start: int, end: int) -> None:
    """Takes what says that a number is a price from what may be names: "ceiling 45", "45 each"."""
    before, after = _PRICE_BEFORE.search(m.lowered[:start]), _PRICE_AFTER.match(m.lowered, end)
    m.hide(before.start() if before else start, after.end() if after else end)


def reserve(m: Reader) -> None:
    _price(m)
    m.put_value("latest_date", "date", plain=True)
    prices = [slot.start for slot in m.found if slot.name == "max_price"]
    counts = [value for value in m.all("number") if value.start not in prices]
    pieces = [value for value in m.all("amount") if value.unit == "piece" and value.start not in prices]
    counts = counts or pieces
    for value in counts[:1]:
        m.put("qty", number(value.value), value.start, value.end)
    _one_thing(m, "item", indefinite=True)
    if not counts:
        if one := _ONE_OF_IT.search(m.lowered):
            m.put("qty", 1, *one.span())
            return
        for slot in m.found:
            if slot.name == "item" and (one := _ONE.search(m.lowered[: slot.start])):
                m.put("qty", 1, *one.span())
                break


def send_back(m: Reader) -> None:
    order(m)
    m.put_word("reason", REASONS)
    reasons = [slot for slot in m.found if slot.name == "reason"]
    for thing in [one for one in m.things if any(one.start < slot.start < one.end for slot in reasons)]:
        m.hide(reasons[0].start, thing.end)  # "la cafetière goutte"
    item(m)
    m.put_word("wish", WISHES)


def item(m: Reader) -> None:
    _one_thing(m, "item")


def interest(m: Reader) -> None:
    if not m.things:
        m.things = [one for name in m.rest() if _NEW.search(m.lowered[: (one := Span("thing", *name)).start])]
    _one_thing(m, "interest")


def _one_thing(m: Reader, name: str, *, indefinite: bool = False) -> None:
    things = m.things or m.candidates(indefinite=indefinite)
    for thing in [_coloured(m, one) for one in things[:1]] if name == "item" else things[:1]:
        article = _ARTICLE.search(m.lowered[: thing.start])
        spoken = in_base_form(article.group(1), m.called(thing)) if article else m.called(thing)
        m.put(name, spoken, thing.start, thing.end)


def _coloured(m: Reader, thing: Span) -> Span:
    """The thing with its colour or pattern: "yellow raincoat", "robe verte"."""
    language = language_of(m.text)
    before = _PATTERNED.search(m.lowered[: thing.start]) if language in ("en", None) else None
    after = _COLOURED.match(m.lowered, thing.end) if language == "fr" else None
    start = before.start() if before else thing.start
    end = after.end() if after else thing.end
    return Span("thing", m.text[start:end], start, end)


def combination(m: Reader) -> None:
    _price(m)
    m.put_word("image_words", patterns_in("styles", language_of(m.text)), many=True)
    styles = [slot for slot in m.found if slot.name == "image_words"]
    for lead in _FOR.finditer(m.lowered):
        phrase = _PHRASE.match(m.lowered, lead.end(), clause_around(m.lowered, lead.start())[1])
        if phrase:
            _note_aim(m, phrase.start(), phrase.end())
    if not m.has("occasion"):
        occasion = OCCASION.search(m.lowered)
        if occasion:
            m.put("occasion", m.text[slice(*occasion.span())].lower(), *occasion.span())
    if not m.has("target", "occasion"):
        named = m.things or [one for one in m.candidates() if m.is_goods(one.text)]
        for style in styles:
            m.hide(style.start, style.end)
        things = [t for t in m.things or named if not any(s.start <= t.start < s.end for s in styles)]
        for thing in things[:1]:
            m.put("target", m.called(thing), thing.start, thing.end)


def _note_aim(m: Reader, start: int, end: int) -> None:
    """What one dresses or furnishes for, or whom, from a phrase behind "for"; one of each, and the second
    only where it surely is one."""
    while style := next((s for s in m.found if s.name == "image_words" and s.start == start), None):
        gap = re.match(r"\s*", m.lowered[style.end :])
        start = style.end + (gap.end() if gap else 0)
    whose = _WHOSE.match(m.lowered, start)
    start = whose.end() if whose else start
    place = _PERSON.match(m.lowered, start, end) or _PLACE.match(m.lowered, start, end)
    if place and OCCASION.match(m.lowered, place.end() + 1, end):  # "garden wedding"
        place = None
    runs = [place.span()] if place else m.runs(start, end)
    if _IMPRESSION.match(m.lowered, start):
        return
    if not runs or start != runs[0][0]:
        return
    start, end = runs[0]
    occasion = OCCASION.search(m.lowered, start, end)
    if occasion and occasion.end() == end:
        end = m.with_what_belongs(end)
    name = "occasion" if occasion else "target"
    if not m.has(name) and (occasion or place or not m.has("occasion", "target")):
        m.put(name, m.text[start:end].lower(), start, end)


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
    if asked and not meaningful(m.text, m.lowered, (start, end)):  # "refunds, how do they work"
        before = within(m.lowered, (0, asked.start()), _HELP_LEAD, _HELP_TAIL)
        start, end = before if re.search(r"\w{5}", m.lowered[slice(*before)]) else (start, end)
    if asked and meaningful(m.text, m.lowered, (start, end)):
        m.put("topic", m.text[start:end].lower(), start, end)
    m.put_word("help_page", TOPICS)
