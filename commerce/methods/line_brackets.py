"""Bracketed remarks of a line, sorted by what they say: a size, a count, an alternative, a preparation."""

import re
from decimal import Decimal

from commerce.methods.components import Kind
from commerce.methods.drafts import (
    DIMENSION,
    MEASURED,
    Draft,
    after,
    blanks,
    count_of,
)
from commerce.methods.lexicon import Lexicon
from commerce.methods.line_ends import pack_told
from commerce.methods.line_names import bare_name
from commerce.methods.quantities import measure_at, quantity_at, unit_at
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["read_brackets", "read_size_bracket"]

_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TIMES = re.compile(r"[x×]\s?(\d{1,4})|(?<!\d)(\d{1,4})\s?[x×]", re.IGNORECASE)
_COUNT_AND_COMMA = re.compile(r"^(\d{1,2}),\s+(?=\d)")
_COUNT_IN_BRACKETS = re.compile(r"^\((\d{1,4})\)\s*(?=\S)")
_LENGTH_FIRST = re.compile(r"""(?:\d+[ -])?\d+(?:/\d+)?(?:["']|-\d\d\b|[ -]?in(?:ch)?\b|\s?[x×]\s?\d)""")


def read_size_bracket(draft: Draft) -> None:
    """ "1 (14 oz) can" and "3 to 4 (1 pound) breasts": the measure between count and thing is the size."""
    words = draft.words
    counted = _COUNT_IN_BRACKETS.match(draft.rest) if draft.kind is not Kind.INGREDIENT else None
    if counted and _LENGTH_FIRST.match(draft.rest, counted.end()):  # "(8) 1/4-20 x 2-inch bolts"
        draft.amount = count_of(Decimal(counted[1]), None)
        draft.rest = draft.rest[counted.end() :]
    text = draft.rest = _COUNT_IN_BRACKETS.sub(r"\1 ", _COUNT_AND_COMMA.sub(r"\1 ", draft.rest))
    quantity = quantity_at(text, after(words.front, text, 0), words)
    bracket = _BRACKET.match(text, blanks(text, quantity.end)) if quantity else None
    if bracket is None:
        return
    inside = bracket[1].strip()
    measure = measure_at(inside, after(words.about, inside, 0), words)
    if measure and dimension_of(measure.amount.unit) in MEASURED:
        draft.sizes.append(inside)
        draft.rest = f"{text[: bracket.start()]} {text[bracket.end() :]}".strip()


def read_brackets(draft: Draft) -> None:
    """Take out bracketed remarks, the inner ones first, and sort them by what they say."""
    for _ in range(8):
        bracket = _BRACKET.search(draft.rest)
        if bracket is None:
            break
        before, after = draft.rest[: bracket.start()], draft.rest[bracket.end() :]
        if len(bracket[1]) <= 4 and before[-1:].isalpha() and bracket[1].isalpha():  # a plural: "Zwiebel(n)"
            draft.rest = f"{before}{after}"
            continue
        draft.rest = f"{before.rstrip()} {after.lstrip()}".strip().replace(" ,", ",")
        _sort_remark(draft, bracket[1].strip(" ,;.:"))
    draft.rest = re.sub(r"[()\[\]]", " ", draft.rest).strip()
    if not any(character.isalpha() for character in draft.rest) and draft.preparations:
        draft.rest = f"{draft.rest} {draft.preparations.pop()}"


def _sort_remark(draft: Draft, remark: str) -> None:
    words = draft.words
    if words.optional.search(remark):
        draft.optional = True
    if words.vague.fullmatch(remark):
        draft.vague = True
        return
    if DIMENSION.fullmatch(remark) or words.size.fullmatch(remark) or remark in {"S", "M", "L", "XL"}:
        draft.sizes.append(remark)
        return
    times = _TIMES.fullmatch(remark)
    counted = _is_counted(draft)
    if times and draft.amount is None and not counted:
        draft.amount = count_of(Decimal(times[1] or times[2]), None)
        return
    pack = pack_told(remark, words) if draft.amount is None and not counted else None
    if pack is not None:  # "wood screws (box of 100)"
        draft.amount = pack[0]
        draft.sizes.append(pack[1])
        return
    other = words.alternative.match(f" {remark} ")
    measure = measure_at(remark, after(words.each, remark, after(words.about, remark, 0)), words)
    if other and not measure_at(remark, other.end() - 1, words):
        bare = bare_name(remark[other.end() - 1 :], words)
        (draft.preparations if words.vague.fullmatch(bare) else draft.alternatives).append(bare)
    elif measure is None or dimension_of(measure.amount.unit) is Dimension.COUNT:
        count = quantity_at(remark, after(words.about, remark, 0), words)
        whole = measure is not None and measure.end >= len(remark) - 1
        told = draft.kind is Kind.MATERIAL or (measure is not None and measure.amount.unit is Unit.PIECE)
        if measure and whole and told and not counted:
            draft.amount = measure.amount  # "Kabelbinder (20 Stk.)"
        elif count and count.end == len(remark) and not counted:
            draft.amount = count_of(count.low, count.high)
        elif remark and not words.optional.fullmatch(remark):
            draft.preparations.append(remark)
    elif not quantity_at(draft.rest, after(words.front, draft.rest, 0), words):
        draft.amount = draft.amount or measure.amount
    elif _counts_things(draft.rest, words):
        draft.sizes.append(_each_left_out(remark, words))
    elif measure and words.measured.match(remark, measure.end):  # "(140 cm breit)"
        draft.sizes.append(remark)
    else:
        draft.told_again.append(remark)


def _each_left_out(remark: str, words: Lexicon) -> str:
    """ "à 400 g" as "400 g": that it is of each goes without saying."""
    each = words.each.match(remark)
    return remark[each.end() :].lstrip() if each else remark


def _is_counted(draft: Draft) -> bool:
    """Whether the line begins with a quantity, not with a measure of its thing ("2 x 4 x 8' studs")."""
    start = after(draft.words.front, draft.rest, 0)
    quantity = quantity_at(draft.rest, start, draft.words)
    sized = DIMENSION.match(draft.rest, start) if draft.kind is not Kind.INGREDIENT else None
    measure = measure_at(draft.rest, start, draft.words) if draft.kind is not Kind.INGREDIENT else None
    fine = measure is not None and measure.amount.unit in {Unit.MM, Unit.INCH}
    rated = quantity is not None and draft.words.grade.match(draft.rest, quantity.end) is not None
    return quantity is not None and sized is None and not fine and not rated


def _counts_things(text: str, words: Lexicon) -> bool:
    """Whether the line begins with a count of things ("2 cans"), which a measure then describes."""
    quantity = quantity_at(text, after(words.about, text, 0), words)
    unit = unit_at(text, quantity.end, words) if quantity else None
    return unit is None or dimension_of(unit[0]) is Dimension.COUNT
