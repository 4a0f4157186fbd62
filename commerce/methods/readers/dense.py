"""Components from lists in which nearly every line begins with an amount, where no heading tells of them."""

from itertools import groupby

from commerce.methods.components import Kind
from commerce.methods.readers.amounts import begins_with_amount, has_amount
from commerce.methods.readers.finding import Finding, lines_of
from commerce.methods.readers.groups import settled
from commerce.methods.readers.headings import heading_kind, is_steps_heading
from commerce.methods.readers.page import Page
from commerce.methods.readers.rows import Row

__all__ = ["read_dense"]

_LONGEST_LINE = 160
_FEWEST_LINES = 3
_FEWEST_IN_ALL = 4
_PERCENT = 55
_NEAR = 6
_LONGEST_ENDING = 60


def read_dense(page: Page) -> Finding | None:
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
    return Finding("dense", lines) if len(lines) >= _FEWEST_LINES else None


def _boxes(rows: list[Row]) -> list[list[Row]]:
    """Runs of lines that stand together, up to where the steps begin."""
    boxes: list[list[Row]] = []
    found = False
    for _, group in groupby(rows, key=lambda row: (row.box, row.item)):
        box = list(group)
        if found and any(is_steps_heading(row.text) for row in box if row.rank):
            break
        lines = [row for row in box if row.item or not row.rank]
        if lines and (box[0].item or len(box) >= _FEWEST_IN_ALL):
            boxes.append(lines)
            found = found or _is_dense(lines)
    return boxes


def _ends_with_amounts(box: list[Row]) -> bool:
    """ "Flour 200 g", where a heading somewhere tells that there are ingredients."""
    counted = sum(has_amount(row.text) and len(row.text) <= _LONGEST_ENDING for row in box)
    return counted * 100 >= _PERCENT * len(box)


def _is_dense(box: list[Row]) -> bool:
    counted = sum(begins_with_amount(row.text) and len(row.text) <= _LONGEST_LINE for row in box)
    fewest = _FEWEST_LINES if box[0].item else _FEWEST_IN_ALL
    return counted >= fewest and counted * 100 >= _PERCENT * len(box)
