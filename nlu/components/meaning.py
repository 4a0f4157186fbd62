"""From intent, simple values and marked stretches to named slots. Pure.

`slots_of("drop_components", "no basil pls", [Span("thing", "basil", 3, 8)])` gives components: basil.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from nlu.components.values import Value, find_values

TIMES = frozenset({"times", "time", "part_of_day"})
TIMELESS = TIMES | {"date", "code"}
TIMED = frozenset(
    "choose_delivery_window collect_at_shop give_address correction reserve_item track_order cancel_order "
    "return_item out_of_scope".split()
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

    def put_word(self, name: str, meanings: Dict[str, str], many: bool = False) -> None:
        """Notes what the first (or each) of the patterns found means."""
        hits = []
        for pattern, meaning in meanings.items():
            match = re.search(rf"\b(?:{pattern})", self.lowered)
            if match:
                hits.append((match.start(), match.end(), meaning))
        seen: List[str] = []
        for start, end, meaning in sorted(hits):
            if meaning not in seen and (many or not seen):
                seen.append(meaning)
                self.put(name, meaning, start, end)


CRITERIA = {
    r"cheap|chep|cheep|least money|low(?:est)? (?:price|cost)|least expensive|best price|save (?:me )?(?:some )?money|"
    r"budget|inexpensive|bargain|least i can pay|price": "cheapest",
    r"soon|fast|quick|earl(?:y|iest)|asap|in a hurry|rush|speed|first to arrive|as soon|today": "soonest",
    r"few|one (?:shop|store|seller|place|delivery)|single|least (?:shops|stores|sellers|stops)|same (?:shop|store|place)|"
    r"all from one|everything from one|minimum (?:shops|stores|sellers)|less (?:shops|stores|sellers)": "fewest_shops",
    r"near|close|nearby|local|round the corner|around the corner|short(?:est)? (?:way|distance)|walking": "nearest",
    r"favou?rite|fav|usual|the ones? i (?:like|know|trust)|regular": "favourites",
    r"waste|left ?over|leftovers|surplus|spare": "least_waste",
}
LANGUAGES = {
    r"german|deutsch|deutsche|auf deutsch": "de", r"english|englisch|ingl[eé]s": "en",
    r"spanish|espa[nñ]ol|castellano": "es", r"french|fran[cç]ais": "fr", r"italian|italiano": "it",
    r"portuguese|portugu[eê]s": "pt", r"polish|polski": "pl", r"turkish|t[uü]rk[cç]e": "tr", r"dutch|nederlands": "nl",
    r"japanese|nihongo": "ja",
}  # fmt: skip
REASONS = {
    r"do(?:es)?n.?t fit|too (?:big|small|large|tight|wide|long|short|loose)|doesn.?t fit|does not fit|didn.?t fit|(?:wrong|another|different) size|size": "fit",
    r"broke|smash|damag|crack|fault|defect|rotten|mou?ld|bad quality|poor quality|cheaply made|quality|fell apart|leak|stale|torn|bruised|off\b": "quality",
    r"late|too slow|came after|never (?:came|arrived)|delay": "late",
    r"wrong (?:item|thing|one|product|colou?r)|not what i ordered|something else": "wrong",
    r"don.?t like|do not like|didn.?t like|not my (?:taste|style|thing)|taste|ugly|changed my mind|hate|look": "taste",
}
DISLIKES = {
    r"expensive|pricey|price|cost|budget|too much money|dear\b|afford": "price",
    r"colou?r|too (?:dark|bright|pale)|black|white|red|blue|green|yellow|pink|beige|brown|grey|gray|orange|purple": "colour",
    r"already (?:have|own|got)|have one|got one|duplicate|same as": "duplicate",
    r"polyester|wool|leather|material|fabric|itchy|scratchy|synthetic|cotton|linen|plastic": "material",
    r"together|combination|match|clash|goes with|go with": "combination",
    r"style|boring|old.fashioned|formal|casual|not me|too young|too old|frumpy|loud|plain|fancy|taste": "style",
}
WISHES = {
    r"refund|money back|moneyback|reimburse": "refund",
    r"exchange|swap|replace|another one|different size|new one|bigger|smaller size": "exchange",
}
GROUPS = {
    r"spices?\b|seasonings?": "spices", r"vegetables?|veg\b|veggies": "vegetables", r"fruits?\b": "fruit",
    r"dairy|milk products": "dairy", r"meats?\b": "meat", r"tools?\b": "tools", r"herbs?\b": "herbs",
    r"screws and nails|fasteners|hardware": "hardware", r"dry (?:goods|stuff)|baking (?:stuff|things)": "baking",
    r"materials?\b": "materials", r"ingredients?\b": "ingredients", r"drinks?\b": "drinks", r"basics|staples": "basics",
}  # fmt: skip
SIZES = r"\b(?:size\s+)?(xxs|xs|s|m|l|xl|xxl|small|medium|large|\d{2})\b"
COLOURS = r"\b(black|white|red|blue|navy|green|yellow|pink|beige|brown|gr[ea]y|orange|purple|turquoise|cream|silver|gold)\b"
TOPICS = {
    r"pay|card|cash|refund": "payment", r"deliver|courier|shipping|window": "delivery", r"return|send back": "returns",
    r"link|recipe|page|start|how does (?:this|it) work|begin": "start", r"seller|shop": "sellers",
    r"privacy|data": "privacy", r"scal|portion|serving": "scaling", r"commands?": "commands",
}  # fmt: skip
ADDRESS_LEAD = re.compile(
    r"^\W*(?:(?:hi|hello|ok|okay|sure|yes|please|pls|so|it's|its|it is|that's|thats|that is|deliver(?:y)?|bring|send|ship|"
    r"drop|leave|take|get|everything|all|it|this|them|the|order|stuff|goods|items|parcel|my|our|new|home|office|work|"
    r"shipping|address|addr|adress|addres|place|is|at|to|i|we|live|in|i'm|im|am|staying|moved|change|update|set|put|save|use|as|a|house|flat|"
    r"can|could|you|here|location|where|destination|now|and|for|of|with|want|would|like|should|be|go|goes|need|have|give|note|"
    r"'s|on|our|me|us|street|road|city|enter|another|different|an|other)\b[\s:,.\-–]*)+",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"[,.;(]?\s*\b((?:please\s+)?(?:ring|leave|bell|doorbell|code|call|knock|the (?:gate|door|entrance|bell)|third door|side door|back door|"
    r"buzz|floor|\d(?:st|nd|rd|th) floor|top floor|ground floor|behind|next to)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
FUNCTION_WORDS = frozenset(
    "a about actually add added adding again all also amount an and another any anything are as ask at away back basket be both bring but "
    "buy by can cancel cart change check choose come could delete do does drop dropped else enough ever every exactly "
    "exchange explain extra find first for forget forgot from get getting give go goes going gone good got great had has have haven't having "
    "hello help here hey hi how i i'd i'll i'm i've if im in include included instead into is isn't it it's its ive just keep kick know last "
    "leave left less let like list looking lot lots make many may maybe me mine missing more much my need needed needs never "
    "new next no none not now of off ok okay on one only oops or order other our out over pack piece please pls plz put quantity really "
    "remove rest return right same see sell sells send set should show skip so some something still stock stuff such swap take thank thanks "
    "that that's the them then there these they thing things think this those throw to too toss try tell u ur up us use want wanted wants was "
    "we we've well were what what's when where which who why will with without won't would yeah yes yet you your already home house cupboard "
    "pantry fridge kitchen garage cellar anymore don't dont doesn't doesnt didn't didnt can't cant ditch lose scratch strike minus plus "
    "except besides everything search available carry stocked anywhere anyone whole don t s ve re ll d m recipe instructions guide ingredients "
    "components component item items product products shopping today tomorrow decrease increase reduce raise bump double halve half twice "
    "bit few little lets plenty single wait own also wanna gonna oh hm hmm uh um er erm like enough under below max over than bake "
    "cook build whats wheres guys searching size reserve hold way hates wife husband needed em tho though".split()
)
STREET = re.compile(
    r"\b(?:street|st|road|rd|lane|avenue|ave|square|close|court|drive|way|row|place|hill|park|box|rue|via|calle|plaza|am|an der)\b|"
    r"(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|ring|hof|ufer|markt)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_][\w'’\-]*|[,;&+/\n]")


def remainder(text: str, values: Sequence[Value], spans: Sequence[Span]) -> List[Tuple[str, int, int]]:
    """The stretches of a sentence that are neither function words nor values nor marked: likely names of things."""
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
    if not any(slot.name in ("numbers", "group") for slot in m.found) or m.things:
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
    lead = ADDRESS_LEAD.match(m.text)
    start = lead.end() if lead else 0
    rest = m.text[start:]
    note = NOTE.search(rest)
    if note and note.start(1) > 0:
        m.put("note", note.group(1).strip(), start + note.start(1), len(m.text))
        rest = rest[: note.start()]
    address = rest.strip(" \t\n,.;:-!")
    if (
        len(address) >= 5
        and re.search(r"[a-z]{3}", address.lower())
        and (re.search(r"\d", address) or STREET.search(address))
    ):
        m.put("address", address, start, start + len(rest))


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


READERS: Dict[str, Callable[[Reader], None]] = {
    "read_job": _read_job, "keep_components": _pick, "drop_components": _pick, "add_component": _add,
    "scale_job": _scale, "change_quantity": _quantity, "explain_choice": _explain,
    "choose_strategy": _word_as("criterion", CRITERIA), "set_priority": _word_as("priorities", CRITERIA, many=True),
    "choose_seller": _seller, "accept_substitute": _substitute, "reject_substitute": _substitute,
    "collect_at_shop": _collect, "choose_delivery_window": _when, "give_address": _address, "track_order": _order,
    "confirm_order": _order, "cancel_order": _cancel, "return_item": _return, "search_product": _search,
    "ask_combination": _combination, "dislike": _dislike, "reserve_item": _reserve, "try_on": _marked_as("item"),
    "news_on": _marked_as("interest"), "set_language": _word_as("language", LANGUAGES),
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
