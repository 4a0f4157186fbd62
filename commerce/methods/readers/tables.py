"""Rows of tables and of boxes side by side as lines, the amount first in most languages."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from commerce.methods.readers.amounts import begins_with_amount
from commerce.methods.readers.columns import NAME_FIRST, Columns, columns_headed
from commerce.methods.readers.finding import clean
from commerce.methods.readers.texts import children_of, inner_text

__all__ = ["amount_first", "row_text", "table_rows"]

_LONGEST_AMOUNT = 16
_MOST_MARKUP = 20_000
_MOST_ROWS = 400
_LONGEST_HEADS = 80
_LAYOUT = "table, ul, ol, h1, h2, h3, p ~ p"
_BROKEN = re.compile(r"<br\b[^<>]{0,100}>", re.IGNORECASE)
_REMARK = re.compile(r"\s\([^()\d]{1,40}\)$")


def amount_first(pieces: list[str]) -> str:
    """ "Pak choi" and "3 pieces" side by side are "3 pieces Pak choi"; empty where the order is right."""
    *front, last = (" ".join(piece.split()) for piece in pieces)
    if not front or not last[:1].isnumeric() or len(last) > _LONGEST_AMOUNT or len(front) > 2:
        return ""
    bare = [_REMARK.sub("", piece) for piece in front]
    if NAME_FIRST.search("".join(front)) or any(
        sign.isnumeric() or sign in ":(-" for piece in bare for sign in piece
    ):
        return ""
    return clean(" ".join([last, *front]))


def table_rows(table: LexborNode) -> Iterator[str | list[str] | LexborNode]:
    """The rows of a table: a heading that spans it, cells with the amount first, or a cell of a layout."""
    columns: Columns | None = None
    for row in _own_rows(table)[:_MOST_ROWS]:
        cells = [cell for cell in children_of(row) if cell.tag in {"td", "th"}]
        if any(cell.css_first(_LAYOUT) is not None or _holds_lines(cell) for cell in cells):
            yield from cells
            continue
        texts = [inner_text(cell) for cell in cells]
        if not any(texts):
            continue
        if all(cell.tag == "th" for cell in cells):
            if len([text for text in texts if text]) == 1:
                yield next(text for text in texts if text)
            else:
                columns = columns_headed(texts)
            continue
        if columns is None and len(texts) > 1 and sum(map(len, texts)) < _LONGEST_HEADS:
            columns = columns_headed(texts)
            if columns.has_amounts and not any(begins_with_amount(text) for text in texts):
                continue
            columns = None
        yield (columns or Columns()).cells(texts)


def _own_rows(table: LexborNode) -> list[LexborNode]:
    """The rows of the table itself, not of those within its cells."""
    parts = [table, *(part for part in children_of(table) if part.tag in {"tbody", "thead", "tfoot"})]
    return [row for part in parts for row in children_of(part) if row.tag == "tr"]


def _holds_lines(cell: LexborNode) -> bool:
    """Whether a cell is broken into lines that begin with amounts."""
    if cell.css_first("br") is None:
        return False
    lines = [clean(part) for part in _BROKEN.split((cell.html or "")[:_MOST_MARKUP])]
    return sum(map(begins_with_amount, lines)) > 1


def row_text(cells: list[str]) -> str:
    """A row of a table as a line, the amount first: "Wall paint" and "7.5 l" is "7.5 l Wall paint"; but where
    lines name the thing first anyway, in the order of the page."""
    cells = [cell for cell in cells if any(map(str.isalnum, cell))]
    if (
        len(cells) > 1
        and not NAME_FIRST.search(cells[0])
        and cells[-1][0].isdigit()
        and not cells[0][0].isnumeric()
        and len(cells[-1]) <= 20
        and not any(map(begins_with_amount, cells[1:-1]))  # else a table of data
    ):
        cells = [cells[-1], *cells[:-1]]
    return " ".join(cells)
