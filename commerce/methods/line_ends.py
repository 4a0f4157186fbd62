"""The amount at the end of a line: "Flour: 200 g", "Uova 3", "sealant, 1 tube 310 ml"."""

import re
from decimal import Decimal

from commerce.methods.components import Kind
from commerce.methods.drafts import EDGES, MEASURED, Draft, after, blanks, count_of
from commerce.methods.lexicon import Lexicon
from commerce.methods.quantities import measure_at, quantity_at, unit_at
from commerce.units import Amount, Dimension, Unit, dimension_of

__all__ = ["read_end"]

_MOST_PLACES = 6
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
    _behind_separator(draft) or _bare_count(draft) or _behind_blank(draft) or _bare_unit(draft)


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
        if measure and not text[measure.end :].strip(EDGES):
            draft.amount, draft.rest = measure.amount, text[: separator.start()]
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
