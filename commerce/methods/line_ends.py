"""The amount at the end of a line: "Flour: 200 g", "Uova 3", "sealant, 1 tube 310 ml"."""

import re
from decimal import Decimal

from commerce.methods.components import Kind
from commerce.methods.drafts import CONTAINERS, EDGES, MEASURED, Draft, after, amount_of, blanks, count_of
from commerce.methods.lexicon import Lexicon
from commerce.methods.line_amounts import multiplied
from commerce.methods.quantities import measure_at, quantity_at, unit_at
from commerce.units import Amount, Dimension, Unit, dimension_of

__all__ = ["pack_told", "read_end"]

_MOST_PLACES = 6
_PACKS = {*CONTAINERS, Unit.ROLL, Unit.BOTTLE, Unit.TUBE}
_SEPARATOR_BEFORE_AMOUNT = re.compile(
    r"\s*(?:[:;–—=~@]|,(?!\d)|\s-|\sx|\s×|\sn[.°]|\.{2,})\s*(?=[\d.,]|[^\W\d_])"
)
_COUNT_BEHIND = re.compile(
    r"(?<!\w)(?!(?:tipo|type|n|nr|núm|grano|grana|grado|talla|taglia|número|numero|t|ph)\.?\s)"
    r"([^\W\d_]{3,})\s([1-9]\d{0,2}(?:-\d{1,2}|/[2-8])?)$",
    re.IGNORECASE,
)


def read_end(draft: Draft) -> None:
    """ "Flour: 200 g", "Beurre - 25 grammes", "2x4 lumber, 8 ft", "Eggs x 3": the amount after the name."""
    _times_behind(draft) or _pack_behind(draft) or _behind_separator(draft) or _bare_count(
        draft
    ) or _behind_blank(draft) or _bare_unit(draft)


def pack_told(text: str, words: Lexicon) -> tuple[Amount, str] | None:
    """ "box of 100", "2 Packungen à 50 Stück", "1 lb box": so many packs, and what one holds; nothing else is
    said."""
    content_first = measure_at(text, 0, words)
    pack = unit_at(text, content_first.end, words) if content_first else None
    measured = content_first is not None and dimension_of(content_first.amount.unit) in MEASURED
    if measured and content_first and pack and pack[0] in _PACKS and not text[pack[1] :].strip(EDGES):
        return Amount(Decimal(1), pack[0]), text[: content_first.end].strip()
    packs = quantity_at(text, 0, words)
    unit = unit_at(text, packs.end if packs else 0, words)
    if unit is None or unit[0] not in _PACKS:
        return None
    begin = after(words.each, text, after(words.of, text, blanks(text, unit[1])))
    content = quantity_at(text, begin, words)
    if content is None or begin == blanks(text, unit[1]):
        return None
    of = unit_at(text, content.end, words)
    amount = amount_of(packs.low, unit[0], packs.high) if packs else Amount(Decimal(1), unit[0])
    if amount is None or text[of[1] if of else content.end :].strip(EDGES):
        return None
    return amount, text[begin:].strip(EDGES)


def _times_behind(draft: Draft) -> bool:
    """ "DK yarn: 2 x 100g balls", "tomatoes 2 x 400 g"."""
    words, text, sizes = draft.words, draft.rest, list(draft.sizes)
    for blank in list(re.finditer(r"(?<=\S)\s(?=\d)", text))[:_MOST_PLACES]:
        count = quantity_at(text, blank.end(), words)
        told = multiplied(draft, text[blank.end() :], count.end - blank.end()) if count else None
        if told and told[0] is not None and not told[1].strip(EDGES):
            draft.amount, draft.rest = told[0], text[: blank.start()]
            return True
        draft.sizes = list(sizes)
    return False


def _pack_behind(draft: Draft) -> bool:
    """ "wood screws, box of 100"."""
    blanks_before = re.finditer(r"(?<=[^\W\d_]{2})\s(?=\d)", draft.rest)
    for separator in [*_SEPARATOR_BEFORE_AMOUNT.finditer(draft.rest), *blanks_before][:_MOST_PLACES]:
        told = pack_told(draft.rest[separator.end() :], draft.words) if separator.start() else None
        if told is not None:
            draft.amount, draft.rest = told[0], draft.rest[: separator.start()]
            draft.sizes.append(told[1])
            return True
    return False


def _behind_separator(draft: Draft) -> bool:
    words, text = draft.words, draft.rest
    for separator in list(_SEPARATOR_BEFORE_AMOUNT.finditer(text))[:_MOST_PLACES]:
        begin = after(words.about, text, separator.end())
        measure = measure_at(text, begin, words)
        if separator.start() == 0 or (measure and _is_size(draft, measure.amount)):
            continue
        content = measure_at(text, measure.end, words) if measure else None
        if measure and content and content.end == len(text) and _contains(measure.amount, content.amount):
            draft.sizes.append(text[measure.end :].strip(EDGES))  # "sealant, 1 tube 310 ml"
            draft.amount, draft.rest = measure.amount, text[: separator.start()]
            return True
        if not text[begin : begin + 1].isdigit():
            continue
        behind = text[measure.end :].strip(EDGES) if measure else ""
        labelled = draft.kind is Kind.MATERIAL and separator[0].startswith(":")
        if measure and (not behind or labelled):  # "paint: 1 gallon white semi-gloss"
            draft.amount, draft.rest = measure.amount, f"{text[: separator.start()]}, {behind}".strip(EDGES)
            return True
        quantity = quantity_at(text, begin, words)
        size = text[quantity.end :].strip() if quantity else ""
        if quantity and (not size or words.size.fullmatch(size)):
            draft.sizes.extend([size] if size else [])  # "eggs, 3 large"
            draft.amount, draft.rest = count_of(quantity.low, quantity.high), text[: separator.start()]
            return True
    return False


def _bare_count(draft: Draft) -> bool:
    """ "Uova 3", where a language writes so."""
    words, text = draft.words, draft.rest
    counted = _COUNT_BEHIND.search(text) if words.counts_behind else None
    quantity = quantity_at(counted[2], 0, words) if counted else None
    if counted is None or quantity is None or words.grade.search(f" {counted[1]} "):
        return False
    draft.amount, draft.rest = count_of(quantity.low, quantity.high), text[: counted.start(2)]
    return True


def _behind_blank(draft: Draft) -> bool:
    words, text = draft.words, draft.rest
    for blank in list(re.finditer(r"\s(?=\d)", text))[:_MOST_PLACES]:
        measure = measure_at(text, blank.end(), words)
        if measure is None or _is_size(draft, measure.amount):
            continue
        behind = text[measure.end :]
        if not behind or _is_remark(behind, words):
            draft.amount, draft.rest = measure.amount, f"{text[: blank.start()]}{behind}"
            return True
    return False


def _bare_unit(draft: Draft) -> bool:
    """ "Соль щепотка": a pinch or a handful behind the name is one."""
    name, _, last = draft.rest.rstrip(EDGES).rpartition(" ")
    unit = unit_at(last, 0, draft.words) if name else None
    if unit is None or unit[0] not in {Unit.PINCH, Unit.HANDFUL} or unit[1] != len(last):
        return False
    draft.amount, draft.rest = Amount(Decimal(1), unit[0]), name
    return True


def _contains(counted: Amount, content: Amount) -> bool:
    kinds = dimension_of(counted.unit), dimension_of(content.unit)
    return kinds[0] is Dimension.COUNT and kinds[1] in MEASURED


def _is_remark(behind: str, words: Lexicon) -> bool:
    """Whether what follows an amount no longer names a thing: "Panna 750 ml ben fredda"."""
    begin = blanks(behind, 0)
    marks = (words.tail, words.preparation, words.vague)
    return (
        behind[0] in ",;+"
        or behind[begin : begin + 1] == "+"
        or bool(
            words.alternative.match(behind) or (begin and any(mark.match(behind, begin) for mark in marks))
        )
    )


def _is_size(draft: Draft, amount: Amount) -> bool:
    """A measure behind a name that tells its size: any length of a tool, millimetres of a material."""
    if draft.kind is Kind.TOOL:
        return dimension_of(amount.unit) in MEASURED
    return dimension_of(amount.unit) is Dimension.LENGTH and amount.unit not in {Unit.M, Unit.FOOT, Unit.YARD}
