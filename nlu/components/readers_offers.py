"""Readers of wishes about offers: shops, replacements, when and where it comes, what is ordered. Pure."""

import re
from typing import List, Optional

from nlu.components.addresses import address_and_note
from nlu.components.message import Reader, Span
from nlu.components.value_readers import WORDS_OF_NUMBERS
from nlu.components.vocabulary import folded, listed, patterns, words

OCCASION = re.compile(rf"\b(?:{words('occasions')})\b")
PLACES = {pattern: int(place) for pattern, place in patterns("places_in_row").items()}
_CODE = re.compile(
    r"(?<![\w-])#?([A-HJKMNP-Z]{5})(?![\w-])|\b(?i:order|status|parcel|of|for|cancel|code)\s+([b-df-hj-np-tv-z]{5})\b"
)
"""How an order is called: a mix of letters and digits is among the values; here those without a digit."""
_CALLED = re.compile(
    r"\b(?:order|bestellung|auftrag|commande|paket|parcel|colis)\s*(?:(?:number|no|nr|nummer|numero)\b\.?|n°|#)?\s*#?"
    r"(?P<code>(?=[a-z-]*\d)[a-z0-9][a-z0-9-]{1,11})(?![\w-]|[.,:/]\d)"
)
_ORDER_NUMBER = re.compile(r"(?<![\w.,:/-])#?(\d{4,8})(?![\w:/-]|[.,]\d)")
_GENUINE = rf"^(?:{words('genuine')}) "
_INSTEAD = re.compile(rf"\b(?:{words('instead')})")
_EXCLUDING = re.compile(rf"\b(?:{words('exclude')})\b")
_NOT_THAT = re.compile(r"\s+(?:(?:bitte|lieber|please|svp)\s+)?(?:nicht|ned|net|nich|pas)\b(?!\s+\w)")
_INSISTING = re.compile(rf"\b(?:{words('insisting')})\b(?!.*\b(?:pas|kein\w*|nicht|not|no)\b)[^,;.]*$")
_NEGATED = re.compile(
    rf"\b(?:{words('negations')})\s+(?:(?:de|du|la|le|les|des|die|der|das|den|the|any|d'|l')\s*)?$"
)
_FOR = re.compile(r"\s*(?:for|fur|pour)\s+(?:(?:the|die|das|den|le|la|les)\s+|l')?")
_OR_NOTHING = re.compile(r"\s*,?\s*(?:or nothing|oder (?:nix|nichts|gar nicht)|ou rien)\b")
_REFUSED = re.compile(rf"\s*(?:{words('refusals')})\b")
_IS_NOT = re.compile(
    r"\b(?:isn't|aren't)|\b(?:is|ist|sind|are|est|sont)\b.{0,12}?(?:\bnot\b|n't\b|\bno\b|\bkein\w*|\bnicht\b|\bpas\b)"
)
_ENDS = re.compile(rf"\b(?:{words('ends')})\b")
_BEGINS = re.compile(r"\b(?:not before|nicht vor|ned vor|net vor|pas avant|fruhestens|earliest)\b")
_SELLER_LEAD = re.compile(rf"\b(?:{words('seller_lead')})\s+")
_NUMBERED = re.compile(r"\s+\d+\b(?!\s*(?:[.,]\d|[a-z]))")
_BELONGS = re.compile(
    r"(?:\s+(?:du|des|de la|de|am|an der|im|vom|of|&)\s+(?:l')?|\s+(?:d|de l)')[a-z][\w-]{2,}"
)
_SUBJECT = re.compile(
    r"\W*(?:(?:the|der|die|das|le|la|les)\s+)?(?P<name>[a-z][\w'-]+(?:\s+[a-z][\w'-]+){0,3}?)"
    rf"\s+(?:{words('seller_end')})\b"
)
_WORDS_OF_NO_NAME = (
    "i you he she it we they this that these those which what who there their your my our one ones "
    "ich du er sie es wir ihr das dies diese der die wer was mein unser "
    "je tu il elle on nous vous ils elles ce ca cela qui que celui celle"
)
_NO_NAME = frozenset(_WORDS_OF_NO_NAME.split())
_PRONOUN_LAST = re.compile(r"\s+([a-z]+)$")
_YEAR = re.compile(r"\b(?:since|in|from|seit|anno|depuis|en)\s+$")
_LEFT_OUT = re.compile(rf"\b(?:{words('left_out')})\s+")
_SELLER_END = re.compile(rf"\s*(?:[,;.!?(:]|\b(?:{words('seller_end')})\b)")
_REST = re.compile(rf"\b(?:{words('the_rest')})\b")
_CODE_IS = re.compile(
    r"^(?:(?:the|le|der|die)\s+)?((?:door|gate)? ?code|digicode|türcode|tuercode)"
    r"\s*(?:c'est|est|is|ist|:|lautet)\s*",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:(?:the|an?|one|der|die|das|den|dem|le|la|les|du|da|there|from|at|bei|chez|von|vom|avec|with|mit|gegen|contre|against|halt|doch|eben|wurde|ist|a|hat)\s+|l')+"
)
_SELLER_IDLE = frozenset(map(folded, listed("seller_idle")))


def _at_place(m: Reader) -> bool:
    """Notes the offer meant by "the middle one", "ganz unten"; three are shown. Whether one was."""
    if not m.sellers or m.is_idle(m.sellers[0].name, _SELLER_IDLE):
        m.put_word("index", PLACES)
    return m.has("index")


def seller(m: Reader) -> None:
    if _at_place(m):
        return
    name = _named_seller(m, _SELLER_LEAD, anywhere=True)
    if name:
        m.put("seller", name.name, name.start, name.end)
        exclude = _EXCLUDING.search(m.lowered, 0, name.start) or _NOT_THAT.match(m.lowered, name.end)
        if exclude:
            m.put("exclude", "true", *exclude.span())
    if not name:
        m.values = [value for value in m.values if m.lowered[value.start : value.end] != "one"]
        m.put_value("index", "ordinal", "number")


def explain(m: Reader) -> None:
    if _at_place(m) or m.put_value("index", "ordinal"):
        return
    name = _named_seller(m, lead=_LEFT_OUT, anywhere=False)
    if name:
        m.put("seller", name.name, name.start, name.end)


def _named_seller(m: Reader, lead: "re.Pattern[str]", *, anywhere: bool) -> Optional[Span]:
    """The shop that was marked, or what stands where shops are named: behind "not from", "pas chez"."""
    marked = [one for one in m.sellers if " " in one.name or not m.is_idle(one.name, _SELLER_IDLE)]
    if marked:  # without its article, with its number: "cornershop 24"
        begun = _ARTICLE.match(m.lowered, marked[0].start)
        start = begun.end() if begun else marked[0].start
        numbered = _NUMBERED.match(m.lowered, marked[0].end)
        more = _BELONGS.match(m.lowered, marked[0].end)
        if more and not any(value.start < more.end() and more.start() < value.end for value in m.values):
            numbered = None if m.is_idle(m.lowered[slice(*more.span())], _SELLER_IDLE) else more
        end = numbered.end() if numbered else marked[0].end
        while (tail := _PRONOUN_LAST.search(m.lowered, start, end)) and tail[1] in _NO_NAME:
            end = tail.start()
        return Span("seller", m.text[start:end], start, end)
    for led in lead.finditer(m.lowered):
        start = led.end()
        article = _ARTICLE.match(m.lowered, start)
        start = article.end() if article else start
        if lead.match(m.lowered, start):
            continue
        end = _SELLER_END.search(m.lowered, start)
        stop = end.start() if end else len(m.text)
        name = Span("seller", m.text[start:stop].strip(), start, stop)
        is_place = any(value.start < stop and start < value.end for value in m.all("ordinal"))
        if (
            name.text
            and not is_place
            and not m.is_idle(name.text, _SELLER_IDLE | WORDS_OF_NUMBERS.keys())
            and len(name.text.split()) <= 4
        ):
            return name
    if m.all("ordinal"):
        return None
    m.things = []  # "mühle sander" is a shop here
    rest = [Span("seller", *one) for one in m.rest()] if anywhere else []
    named = [one for one in rest if not m.is_idle(one.text, _SELLER_IDLE)]
    subject = None if named or not anywhere else _SUBJECT.match(m.lowered)
    if subject and not _NO_NAME.intersection(subject["name"].split()):
        named = [Span("seller", m.text[slice(*subject.span("name"))], *subject.span("name"))]
    return named[0] if named else None


def accept(m: Reader) -> None:
    things = _things_and_rest(m)
    instead = _INSTEAD.search(m.lowered)
    if len(things) == 2 and (instead or _FOR.fullmatch(m.lowered, things[0].end, things[1].start)):
        if instead and instead.start() < things[0].start:  # "statt petersilie lieber schnittlauch"
            things = things[::-1]
        m.put("substitute", m.called(things[0]), things[0].start, things[0].end)
        m.put("component", m.called(things[1]), things[1].start, things[1].end)
    elif things:
        m.put("substitute", m.called(things[0]), things[0].start, things[0].end)


def reject(m: Reader) -> None:
    things = _things_and_rest(m)
    if len(things) < 2:
        for thing in things:
            insists = _INSISTING.search(m.lowered[: thing.start]) and not _refused(m, thing)
            m.put("component" if insists else "substitute", genuine(m.called(thing)), thing.start, thing.end)
        return
    first, second = things
    between = m.lowered[first.end : second.start]
    instead = _INSTEAD.search(between)
    if _OR_NOTHING.match(m.lowered, second.end):
        substitute, component = first, second  # "spruce won't do, oak or nothing"
    elif _IS_NOT.search(between) or (instead and instead.end() >= len(between.rstrip()) - 4):
        substitute, component = first, second  # "margarine is not butter", "turkey instead of veal"
    elif _INSISTING.search(m.lowered[first.end : second.start]) or (
        _refused(m, first) and not _refused(m, second)
    ):
        substitute, component = first, second
    else:
        substitute, component = second, first
    m.put("substitute", genuine(m.called(substitute)), substitute.start, substitute.end)
    m.put("component", genuine(m.called(component)), component.start, component.end)


def _things_and_rest(m: Reader) -> List[Span]:
    """The marked thing, and what else is named in a sentence of two."""
    rest = [Span("thing", *one) for one in m.rest()] if _INSTEAD.search(m.lowered) else m.candidates()
    named = m.things[:2] if len(m.things) > 1 else [*m.things, *rest]
    return sorted(named, key=lambda one: one.start)[:2]


def _refused(m: Reader, thing: Span) -> bool:
    return bool(_NEGATED.search(m.lowered[: thing.start]) or _REFUSED.match(m.lowered, thing.end))


def genuine(name: str) -> str:
    """ "real butter" -> "butter"."""
    return re.sub(_GENUINE, "", name)


def when(m: Reader) -> None:
    for value in m.meant("date")[:1]:
        m.put("date", value.value, value.start, value.end)
    for value in m.meant("times")[:1]:
        first, last = value.value.split("-")
        m.put("from", first, value.start, value.end)
        m.put("to", last, value.start, value.end)
    before, begins = 0, ""
    for value in m.all("time")[:2] if not m.all("times") else []:
        lead = m.lowered[max(before, value.start - 20) : value.end]
        name = "to" if _ENDS.search(lead) and not _BEGINS.search(lead) else "from"
        said = value.value
        if name == "to" and said <= begins and said < "12":  # "not before 5 but by 7": both in the evening
            said = f"{int(said[:2]) + 12:02d}{said[2:]}"
        if not m.has(name, "to"):
            m.put(name, said, value.start, value.end)
            begins = said if name == "from" else begins
        before = value.end
    for value in m.meant("part_of_day")[:1] if not m.has("from", "to") else []:
        m.put("part_of_day", value.value, value.start, value.end)
    if re.search(r"\btonight|tonite|this evening\b", m.lowered) and not m.has("part_of_day", "from", "to"):
        m.put("part_of_day", "evening", 0, len(m.text))


def collect(m: Reader) -> None:
    for value in m.meant("date")[:1]:
        m.put("date", value.value, value.start, value.end)
    m.put_value("time", "time", plain=True)


def place(m: Reader) -> None:
    address, note = address_and_note(m.text)
    if address:
        m.put("address", m.text[slice(*address)], *address)
    if note:
        m.put("note", _CODE_IS.sub(r"\1 ", m.text[slice(*note)]), *note)


def order(m: Reader) -> None:
    if m.put_value("order", "code", plain=True):
        return
    taken = m.all("money", "date", "times", "time")
    called = _CALLED.search(m.lowered)
    if called and not any(
        value.start < called.end("code") and called.start("code") < value.end for value in taken
    ):
        m.put("order", called["code"].upper(), *called.span("code"))
        return
    for figure in _ORDER_NUMBER.finditer(m.lowered):
        is_year = figure.group(1)[:2] in ("19", "20") and len(figure.group(1)) == 4
        if is_year and _YEAR.search(m.lowered[: figure.start()]):
            continue
        if not any(value.start <= figure.start(1) < value.end for value in taken):
            m.put("order", figure.group(1), *figure.span(1))
            return
    lettered = None if m.text.isupper() and " " in m.text else _CODE.search(m.text)
    if lettered:
        m.put("order", (lettered.group(1) or lettered.group(2)).upper(), *lettered.span())


def cancel(m: Reader) -> None:
    order(m)
    kept = _REST.search(m.lowered)
    named = [
        one for one in m.things if m.is_goods(one.text) or not OCCASION.search(m.lowered, one.start, one.end)
    ]
    named = sorted([*named, *m.joined()], key=lambda one: one.start) if named else []
    for thing in named or (m.candidates()[:1] if kept else []):
        m.put("items", m.called(thing), thing.start, thing.end)
