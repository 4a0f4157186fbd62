"""The amount in front of a line: "2 x 400 g cans", "1 (14 oz) can", "pinch of salt"."""

import re
from decimal import Decimal

from commerce.methods.components import Kind
from commerce.methods.drafts import (
    CONTAINERS,
    CROSS_SECTION,
    DIMENSION,
    EDGES,
    MEASURED,
    VAGUE_UNITS,
    Draft,
    after,
    amount_of,
    blanks,
    count_of,
    take_sizes,
)
from commerce.methods.lexicon import Lexicon, is_plural
from commerce.methods.quantities import Measure, measure_at, quantity_at, unit_at
from commerce.units import Amount, Dimension, NotAnAmount, NotConvertible, Unit, convert, dimension_of

__all__ = ["multiplied", "read_front"]

_CONTENT = re.compile(r"(\d{1,4})\s+(?=[^\W\d_]{3})")
_COUNTED = re.compile(r"(\d{1,3})\s?[x×]\s+", re.IGNORECASE)
_COUNTED_LUMBER = re.compile(rf"{_COUNTED.pattern}(?=\d+(?:/\d+)?[x×]\d)", re.IGNORECASE)
""" "8 x 2x4 studs": how many, of what measures across."""
_UNKNOWN_UNIT = re.compile(r"(?!(?:cream|cut|leg|rack|hearts?|loin)\b)[^\W\d_]+\s+of\s+(?=[^\W\d_]{3})")


def read_front(draft: Draft) -> None:
    """The amount at the beginning of the line, with sizes before and behind it."""
    words = draft.words
    text = draft.rest
    vague = words.vague.match(text)
    if vague and quantity_at(text, vague.end(), words):  # "evtl. 1 Schuss Weißwein", "unos 200 g"
        draft.optional = draft.optional or bool(words.optional.match(vague["word"]))
        draft.rest = text = text[blanks(text, vague.end()) :]
        vague = None
    lead = words.optional.match(text) if vague is None else None
    if lead and any(map(str.isalpha, text[lead.end() :])):  # "eventueel een nieuwe binnenband"
        draft.optional = True
        draft.rest = text = text[lead.end() :].lstrip(EDGES)
    start = after(words.front, text, 0)
    vague = vague or words.vague.match(text, start)
    if vague:
        draft.vague = True
        draft.optional = draft.optional or bool(words.optional.match(vague["word"]))
        again = words.vague.match(text, blanks(text, vague.end()))
        vague = again or vague
        unit = unit_at(text, vague.end(), words)
        small = unit and (dimension_of(unit[0]) is Dimension.COUNT or unit[0] in VAGUE_UNITS)
        end = unit[1] if unit and small else vague.end()
        draft.rest = text[after(words.of, text, blanks(text, end)) :]
        return
    lumber = _COUNTED_LUMBER.match(text, start)
    if lumber and draft.amount is None and draft.kind is not Kind.INGREDIENT:
        draft.amount = count_of(Decimal(lumber[1]), None)
        draft.rest = text[lumber.end() :]
        return
    times = _COUNTED.match(text, start)
    rated = quantity_at(text, times.end(), words) if times and draft.amount is None else None
    if times and rated and words.grade.match(text, rated.end):  # "2 x 10k resistors"
        draft.amount = count_of(Decimal(times[1]), None)
        draft.rest = text[times.end() :]
        return
    if words.keep.match(text, start) or _is_dimension(text, start, words):
        return
    quantity = quantity_at(text, start, words)
    if CROSS_SECTION.match(text, start):  # "2.5 mm² cable"
        return
    if quantity and words.grade.match(text, quantity.end):  # "120 grit sandpaper"
        return
    if quantity is None:
        _read_unit_alone(draft, start)
        return
    if draft.amount is None:
        _read_counted(draft, text, start)


def _is_dimension(text: str, start: int, words: Lexicon) -> bool:
    """Measures across ("38x89"), but not a count of weights ("4 x 4.2oz fillets")."""
    quantity = quantity_at(text, start, words)
    times = words.times.match(text, blanks(text, quantity.end)) if quantity else None
    measure = measure_at(text, times.end(), words) if times else None
    counted = measure and (
        dimension_of(measure.amount.unit) in {Dimension.MASS, Dimension.VOLUME}
        or unit_at(text, measure.end, words) is not None  # "3 x 2.4 m lengths"
        or _is_length_of_lumber(text, measure)
    )
    return not counted and DIMENSION.match(text, start) is not None


def _is_length_of_lumber(text: str, measure: Measure) -> bool:
    """ "8 x 2.4 m 38x89": a length before measures across."""
    long = measure.amount.unit in {Unit.M, Unit.FOOT}
    return long and DIMENSION.match(text, blanks(text, measure.end)) is not None


def _read_unit_alone(draft: Draft, start: int) -> None:
    """ "Pinch of salt", "Bund Petersilie": one of the unit."""
    words, text = draft.words, draft.rest
    size = words.size.match(text, start)
    if size:
        start = blanks(text, size.end())
    unit = unit_at(text, start, words)
    if unit is None or (draft.kind is not Kind.INGREDIENT and unit[0] in VAGUE_UNITS):
        return
    if draft.kind is Kind.TOOL or dimension_of(unit[0]) in {Dimension.MASS, Dimension.LENGTH}:
        return
    after = blanks(text, unit[1])
    of = words.of.match(text, after)
    if len(text[after:].strip()) > 1 and (of or unit[0] in VAGUE_UNITS) and text[after : after + 1].isalpha():
        draft.sizes.extend([size["word"]] if size else [])
        if is_plural(text[start : unit[1]], words):  # "sprigs of thyme": how many is not told
            draft.vague = True
        else:
            draft.amount = Amount(Decimal(1), unit[0])
        draft.rest = text[of.end() if of else after :]
        _take_content(draft, unit[0])


def _read_counted(draft: Draft, text: str, start: int) -> None:
    """A line that begins with a number."""
    words = draft.words
    quantity = quantity_at(text, start, words)
    if quantity is None or _is_part_of_word(text, quantity.end, words):
        return
    product = multiplied(draft, text, quantity.end)
    if product is not None:
        draft.amount, draft.rest = product
        return
    told = len(draft.sizes)  # in brackets
    end = take_sizes(draft, text, after(words.about, text, blanks(text, quantity.end)))
    other = words.alternative.match(f" {text[end:]}")
    fewer = quantity_at(text, end + other.end() - 1, words) if other and len(draft.sizes) > told else None
    if fewer:  # "3 medium or 2 large leeks"
        end = take_sizes(draft, text, blanks(text, fewer.end))
    across = DIMENSION.match(text, end) if draft.kind is not Kind.INGREDIENT else None
    sheet = unit_at(text, across.end(), words) if across else None
    if across and sheet and dimension_of(sheet[0]) is Dimension.COUNT:  # "one 4'x8' sheet of OSB"
        draft.sizes.append(across[0].strip())
        end = blanks(text, across.end())
    nested = measure_at(text, end, words) if not DIMENSION.match(text, end) else None
    if nested and dimension_of(nested.amount.unit) in MEASURED and text[end : end + 1].isdigit():
        draft.sizes.append(text[end : nested.end].strip())  # "2 14-oz cans", "4 8-inch tortillas"
        end = blanks(text, nested.end, " -")
    elif len(draft.sizes) == told and not sheet:
        measure = measure_at(text, start, words)
        if measure and dimension_of(measure.amount.unit) in MEASURED:
            _take_measure(draft, text, start, quantity.end, measure.amount, measure.end)
            return
    adjective = words.adjective.match(text, end)
    behind = unit_at(text, adjective.end(), words) if adjective else None
    if adjective and behind and words.of.match(text, blanks(text, behind[1])):  # "5 fresh sprigs of thyme"
        draft.preparations.append(adjective["word"])
        end = blanks(text, adjective.end())
    unit = unit_at(text, end, words)
    if unit and text[end : end + 1] == "-" and dimension_of(unit[0]) is Dimension.COUNT:
        unit = None
    if unit and not _is_word_of_name(draft, text, unit):
        draft.amount = amount_of(quantity.low, unit[0], quantity.high)
        draft.unit_word = text[end : unit[1]].strip(" .-")
        draft.rest = _after_of(draft, text, _after_size(draft, text, _after_addition(draft, text, unit[1])))
        _take_content(draft, unit[0])
        return
    draft.rest = _after_of(draft, text, end)
    draft.amount = count_of(quantity.low, quantity.high)


def _take_content(draft: Draft, unit: Unit) -> None:
    """ "1 box of 100 drywall screws": how many things a box holds is its size."""
    content = _CONTENT.match(draft.rest) if unit in CONTAINERS else None
    of = unit_at(draft.rest, content.end(1), draft.words) if content else None
    if content and draft.words.grade.match(draft.rest, content.end(1)):  # "1 pack of 120 grit sandpaper"
        return
    if content and (of is None or of[0] is Unit.PIECE):
        draft.sizes.append(content[1])
        draft.rest = _after_of(draft, draft.rest, of[1]) if of else draft.rest[content.end() :]


def _after_addition(draft: Draft, text: str, end: int) -> int:
    """Behind what is added in another kind of unit ("1 stick + 6 tablespoons"), noted as a remark."""
    joint = draft.words.plus.match(text, end)
    more = measure_at(text, joint.end(), draft.words) if joint else None
    if more is None:
        vague = draft.words.vague.match(text, joint.end()) if joint else None
        return vague.end() if vague else end
    draft.preparations.append(text[end : more.end].strip())
    return more.end


def _after_size(draft: Draft, text: str, end: int) -> int:
    """ "2 Dosen à 400 g", "2 cans of 400 g each": the measure of each is its size."""
    each = draft.words.each.match(text, blanks(text, end))
    measure = measure_at(text, each.end(), draft.words) if each else None
    if measure is None or dimension_of(measure.amount.unit) not in MEASURED:
        return end
    draft.sizes.append(text[each.end() if each else end : measure.end].strip())
    return measure.end


def _is_part_of_word(text: str, end: int, words: Lexicon) -> bool:
    """ "5-spice powder", "7UP": the number belongs to the name."""
    if text[end - 1] in "-'’":  # "demi-baguette", "un'arancia"
        return False
    joined = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    return (joined or text[end : end + 1].isalpha()) and not (
        unit_at(text, end, words) or words.times.match(text, end)
    )


def _is_word_of_name(draft: Draft, text: str, unit: tuple[Unit, int]) -> bool:
    """A tool is seldom counted in cans or sheets: "1 can opener" is one opener."""
    return draft.kind is Kind.TOOL and not draft.words.of.match(text, blanks(text, unit[1]))


def _take_measure(draft: Draft, text: str, start: int, number_end: int, amount: Amount, end: int) -> None:
    """A measured amount; where it only tells the size of a counted thing, it becomes that."""
    words = draft.words
    written = text[start:end].strip()
    end = _after_conversions(text, end, words, amount)
    hyphened = text[number_end : number_end + 1] == "-" or written[-1:] in "\"'"
    following = unit_at(text, end, words)
    counted = following is not None and dimension_of(following[0]) is Dimension.COUNT
    if following and not text[following[1] :].strip(EDGES):  # "1/4 teaspoon cloves"
        counted = False
    behind = blanks(text, end, " -")
    of = words.of.match(text, behind)
    thing = words.sized_thing.search(text, end) if amount.unit in {Unit.MM, Unit.CM, Unit.INCH} else None
    fine = draft.kind is not Kind.INGREDIENT and amount.unit in {Unit.MM, Unit.INCH}
    if counted and following and (hyphened or dimension_of(amount.unit) in MEASURED) and not of:
        draft.sizes.append(written)
        draft.amount = Amount(Decimal(1), following[0])
        draft.rest = _after_of(draft, text, following[1])
    elif not of and dimension_of(amount.unit) is Dimension.LENGTH and (hyphened or thing or fine):
        draft.sizes.append(written)
        draft.rest = text[behind:]
    else:
        draft.amount = amount
        draft.rest = _after_of(draft, text, _after_addition(draft, text, end))


def multiplied(draft: Draft, text: str, end: int) -> tuple[Amount | None, str] | None:
    """ "2 x 400 g cans", "3 x 2 m": a count of measured things; "2 x eggs": a count."""
    words = draft.words
    times = words.times.match(text, blanks(text, end))
    if times is None:
        return None
    quantity = quantity_at(text, 0, words) or quantity_at(text, after(words.front, text, 0), words)
    measure = measure_at(text, times.end(), words)
    if quantity is None:
        return None
    if measure is None:
        if quantity_at(text, times.end(), words):
            return None
        unit = unit_at(text, times.end(), words)
        if unit is None:
            return count_of(quantity.low, quantity.high), text[times.end() :]
        return amount_of(quantity.low, unit[0], quantity.high), _after_of(draft, text, unit[1])
    end = _after_conversions(text, measure.end, words, measure.amount)
    following = unit_at(text, end, words)
    size = text[times.end() : measure.end].strip()
    if following and dimension_of(following[0]) is Dimension.COUNT:
        draft.sizes.append(size)
        return amount_of(quantity.low, following[0], quantity.high), _after_of(draft, text, following[1])
    if words.portion.search(text, end) or _is_length_of_lumber(text, measure):  # "4 x 150 g salmon fillets"
        draft.sizes.append(size)
        return count_of(quantity.low, quantity.high), _after_of(draft, text, end)
    try:
        total = measure.amount.times(quantity.low)
    except NotAnAmount:
        return None
    return total, _after_of(draft, text, end)


def _after_of(draft: Draft, text: str, start: int) -> str:
    """The text behind "of"; a word before it that is no unit we know ("2 scoops of protein") is doubted."""
    words = draft.words
    start = after(words.about, text, blanks(text, start, " .,"))
    start = after(words.of, text, start)
    unknown = _UNKNOWN_UNIT.match(text, start) if words.language == "en" else None
    if unknown and draft.amount is None and not draft.unit_word and not words.keep.match(text, start):
        draft.unknown_unit = True
        start = unknown.end()
    return text[start:]


def _after_conversions(text: str, end: int, words: Lexicon, amount: Amount) -> int:
    """Behind the same amount told again in other units: "1 cup / 240 ml", "200 g or 7 oz"; another amount
    without a mark tells the kind: "10 ft 3/4-inch pipe"."""
    for _ in range(3):
        mark = words.conversion.match(text, end)
        begin = after(words.about, text, mark.end() if mark else blanks(text, end))
        measure = measure_at(text, begin, words)
        if measure is None or dimension_of(measure.amount.unit) not in {*MEASURED, *_also_measured(measure)}:
            break
        if mark is None and _differs(amount, measure.amount):
            break
        end = measure.end
    return end


def _differs(amount: Amount, other: Amount) -> bool:
    """Whether two amounts of one kind are certainly not the same told in two units."""
    try:
        told = convert(other, amount.unit).qty
    except (NotConvertible, NotAnAmount):
        return False
    return not Decimal("0.5") < told / amount.qty < 2


def _also_measured(measure: Measure) -> set[Dimension]:
    """A stick of butter is a measure, too: "1/2 cup 1 stick butter"."""
    return {Dimension.COUNT} if measure.amount.unit is Unit.STICK else set()
