"""Components from boxes that their author names after ingredients: `class="ingredients"`.

Recipe plugins and most hand-made templates do so: WP Recipe Maker, Tasty Recipes, Mediavine Create, Zip
Recipes, EasyRecipe, WPZOOM and others need no reader of their own.
"""

from collections import defaultdict
from collections.abc import Iterable

from commerce.methods.components import Kind
from commerce.methods.readers.amounts import share_with_amounts
from commerce.methods.readers.finding import Finding, lines_of
from commerce.methods.readers.groups import settled
from commerce.methods.readers.labels import heading_kind, is_steps_heading
from commerce.methods.readers.page import Page
from commerce.methods.readers.rows import Row

__all__ = ["read_marked"]

_LONGEST_LINE = 220
_LONGEST_NAME = 40
_FEWEST_LINES = 2


def read_marked(page: Page) -> Finding | None:
    """The rows of the boxes marked as ingredients, or None where no box holds a list."""
    boxes: dict[int, list[Row]] = defaultdict(list)
    for row in page.rows:
        if row.mark:
            boxes[row.mark].append(row)
    groups = [lines for rows in _gathered(boxes.values()) if (lines := _lines(rows))]
    counted = [rows for rows in groups if share_with_amounts([row.text for row in rows]) >= 30]
    counted = [rows for rows in groups if rows in counted or (counted and _is_larder(rows))]
    kept = counted or [rows for rows in groups if len(rows) > _FEWEST_LINES]
    found = lines_of(settled([row for rows in kept for row in rows]), Kind.INGREDIENT)
    return Finding("marked", found) if len(found) >= _FEWEST_LINES else None


def _is_larder(rows: list[Row]) -> bool:
    """Whether a list beside those with amounts names what is at home ("salt, oil, 1 stock cube")."""
    texts = [row.text for row in rows]
    return (
        len(texts) > _FEWEST_LINES
        and share_with_amounts(texts) > 0
        and all(row.item and not row.linked and len(row.text) <= _LONGEST_NAME for row in rows)
    )


def _gathered(boxes: Iterable[list[Row]]) -> Iterable[list[Row]]:
    """The boxes; those of one item each, as lists that mark every item, by what they stand in together."""
    together: dict[tuple[int, int], list[Row]] = {}
    for rows in boxes:
        key = (rows[0].box, 0) if len(rows) == 1 and rows[0].item else (rows[0].box, rows[0].mark)
        together.setdefault(key, []).extend(rows)
    return together.values()


def _lines(rows: list[Row]) -> list[Row]:
    """The lines of a box, up to what tells of something else."""
    found: list[Row] = []
    among_tools = False
    for row in rows:
        kind = heading_kind(row.text)
        if found and (is_steps_heading(row.text) or kind is Kind.TOOL):
            break
        among_tools = kind is Kind.TOOL if kind is not None else among_tools
        if kind is not None or among_tools:
            continue
        if len(row.text) <= _LONGEST_LINE and (row.item or not (row.rank or row.linked)):
            found.append(row)
    return [row for row in found if row.item] if sum(row.item for row in found) >= _FEWEST_LINES else found
