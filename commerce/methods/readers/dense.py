"""Components from lists in which nearly every line begins with an amount, where no heading tells of them."""

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from commerce.methods.components import Kind
from commerce.methods.lexicon import lexicon_of
from commerce.methods.quantities import plain, quantity_at, unit_at
from commerce.methods.readers.amounts import begins_with_amount, has_amount, is_told
from commerce.methods.readers.finding import Finding, RawLine, lines_of
from commerce.methods.readers.groups import settled
from commerce.methods.readers.headings import is_filter, of_machines
from commerce.methods.readers.labels import heading_kind, heads_comments, is_steps_heading
from commerce.methods.readers.page import Page
from commerce.methods.readers.prose import is_food
from commerce.methods.readers.rows import Row

__all__ = ["read_dense"]

_LONGEST_LINE = 160
_FEWEST_LINES = 3
_FEWEST_IN_ALL = 4
_PERCENT = 55
_MEASURED_PERCENT = 40
_NEAR = 6
_LONGEST_ENDING = 60
_FACT = re.compile(
    r"[-–<>~]?\s?\d+(?:[.,]\d+)?(?:\s?(?:[-–]|to|bis|à|a)\s?\d+(?:[.,]\d+)?)?\s?(?:mm|cm|m|km|ft|in|inch(?:es)?|zoll|°\s?[cf]?|%"
    r"|v|w|watt|volt|hz|db|mah|years?|jahre?n?|ans|años)\s(?!de\b|d['’]|of\b)[^\d,(]{3,40}$",
    re.IGNORECASE,
)
"""What tells of one thing, not of an amount of it: "30 cm" of planting distance, "-15 °C" of hardiness."""


def read_dense(page: Page, language: str) -> Finding | None:
    """The lines of all such lists, in their order, or None where no list is clearly one of components."""
    rows = page.rows
    boxes = _boxes(rows)
    dense = [box for box in boxes if _is_dense(box)]
    if not dense and any(heading_kind(row.text) is not None for row in rows):
        dense = [box for box in boxes if len(box) >= _FEWEST_IN_ALL and _ends_with_amounts(box)][:1]
    if not dense:
        return None
    first, last = rows.index(dense[0][0]), rows.index(dense[-1][-1])
    small = [
        box
        for box in _boxes(rows[max(0, first - _NEAR) : last + 1 + _NEAR])
        if box in dense
        or _is_dense(box)
        or (len(box) < _FEWEST_LINES and all(begins_with_amount(row.text) for row in box))
    ]
    lines = lines_of(settled([row for box in small for row in box]), Kind.INGREDIENT)
    if len(lines) < _FEWEST_LINES or of_machines(lines) or is_filter(lines):
        return None
    if not (_tells_work(rows) or _are_components(lines, language)):
        return None
    return Finding("dense", lines)


def _tells_work(rows: list[Row]) -> bool:
    return any(is_steps_heading(row.text) or heading_kind(row.text) is not None for row in rows)


def _are_components(lines: Sequence[RawLine], language: str) -> bool:
    """Whether the lines measure things, or name what is eaten: "3 September" and "41 Norte" do neither."""
    lexicon = lexicon_of(language)

    def is_one(text: str) -> bool:
        line = plain(text)
        quantity = quantity_at(line, 0, lexicon)
        return is_food(text, language) or (
            quantity is not None and unit_at(line, quantity.end, lexicon) is not None
        )

    return 100 * sum(is_one(line.text) for line in lines) >= _MEASURED_PERCENT * len(lines)


def _boxes(rows: list[Row]) -> list[list[Row]]:
    """Runs of lines that stand together, up to where the steps begin."""
    boxes: list[list[Row]] = []
    found = False
    for _, group in groupby(rows, key=lambda row: (row.box, row.item)):
        box = list(group)
        if found and any(is_steps_heading(row.text) or heads_comments(row.text) for row in box if row.rank):
            break
        lines = _listed([row for row in box if row.item or not row.rank])
        if lines and (box[0].item or len(box) >= _FEWEST_IN_ALL):
            boxes.append(lines)
            found = found or _is_dense(lines)
    return boxes


def _listed(rows: list[Row]) -> list[Row]:
    """Of broken lines those of the list: a greeting goes before it, sentences come behind."""
    if not rows or rows[0].tag in {"li", "table", "dl"} or not all(row.item for row in rows):
        return rows
    counted = [at for at, row in enumerate(rows) if begins_with_amount(row.text)]
    if len(counted) < _FEWEST_LINES or not any(is_told(row.text) for row in rows):
        return rows
    return list(takewhile(lambda row: not is_told(row.text), rows[counted[0] :]))


def _ends_with_amounts(box: list[Row]) -> bool:
    """ "Flour 200 g", where a heading somewhere tells that there are ingredients."""
    counted = sum(has_amount(row.text) and len(row.text) <= _LONGEST_ENDING for row in box)
    return counted * 100 >= _PERCENT * len(box)


def _is_dense(box: list[Row]) -> bool:
    if 5 * sum(bool(_FACT.match(row.text)) for row in box) >= 2 * len(box):
        return False
    counted = sum(begins_with_amount(row.text) and len(row.text) <= _LONGEST_LINE for row in box)
    fewest = _FEWEST_LINES if box[0].item else _FEWEST_IN_ALL
    return counted >= fewest and counted * 100 >= _PERCENT * len(box)
