"""Rows of tables and of boxes side by side as lines, the amount first in most languages."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from commerce.methods.readers.amounts import begins_with_amount
from commerce.methods.readers.finding import clean
from commerce.methods.readers.texts import children_of, inner_text

__all__ = ["amount_first", "row_text", "table_rows"]

_LONGEST_AMOUNT = 16
_MOST_MARKUP = 20_000
_MOST_ROWS = 400
_LAYOUT = "table, ul, ol, h1, h2, h3, p ~ p"
_BROKEN = re.compile(r"<br\b[^<>]{0,100}>", re.IGNORECASE)
_REMARK = re.compile(r"\s\([^()\d]{1,40}\)$")
_NAME_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Letters of languages whose lines name the thing before its amount: Japanese, Chinese, Korean, Thai."""


def amount_first(pieces: list[str]) -> str:
    """ "Pak choi" and "3 pieces" side by side are "3 pieces Pak choi"; empty where the order is right."""
    *front, last = (" ".join(piece.split()) for piece in pieces)
    if not front or not last[:1].isnumeric() or len(last) > _LONGEST_AMOUNT or len(front) > 2:
        return ""
    bare = [_REMARK.sub("", piece) for piece in front]
    if _NAME_FIRST.search("".join(front)) or any(
        sign.isnumeric() or sign in ":(-" for piece in bare for sign in piece
    ):
        return ""
    return clean(" ".join([last, *front]))


def table_rows(table: LexborNode) -> Iterator[str | list[str] | LexborNode]:
    """The rows of a table: a heading that spans it, cells with the amount first, or a cell of a layout."""
    amounts_at: int | None = None
    left_out: frozenset[int] = frozenset()
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
                systems = [at for at, text in enumerate(texts) if _SYSTEM_HEAD.match(text)]
                numbers = [at for at, text in enumerate(texts) if _NUMBER_HEAD.match(text)]
                prices = [at for at, text in enumerate(texts) if _PRICE_HEAD.match(text)]
                left_out = frozenset([*numbers[:1], *systems[1:], *prices])
                texts = _without(texts, left_out)
                amounts_at = next((at for at, text in enumerate(texts) if _is_amount_head(text)), None)
            continue
        texts = _without(texts, left_out)
        if amounts_at is None and len(texts) > 1 and sum(map(len, texts)) < 60:
            told = next((at for at, text in enumerate(texts) if _AMOUNT_HEAD.match(text)), None)
            if told is not None and not any(begins_with_amount(text) for text in texts):
                amounts_at = told
                continue
        if amounts_at is not None and 0 < amounts_at < len(texts) and not _NAME_FIRST.search(texts[0]):
            texts = [texts[amounts_at], *texts[:amounts_at], *texts[amounts_at + 1 :]]
        yield texts


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


def _without(texts: list[str], left_out: frozenset[int]) -> list[str]:
    """The cells of a row without the one that only numbers it, and what tells the amount once more."""
    return [text for at, text in enumerate(texts) if at not in left_out]


def _is_amount_head(text: str) -> bool:
    return bool(_AMOUNT_HEAD.match(text) or _SYSTEM_HEAD.match(text))


_SYSTEM_HEAD = re.compile(
    r"(?:us|u\.s\.|us customary|imperial|metric|metrisch|métrique|métrico|metrico|cups|grams?|weight"
    r"|volume)\.?:?$",
    re.IGNORECASE,
)


_NUMBER_HEAD = re.compile(r"(?:pos(?:ition)?|nr|no|n°|nº|#|№|lp|item no|ref|teil-?nr)\.?:?$", re.IGNORECASE)
_PRICE_HEAD = re.compile(
    r"(?:unit |einzel|gesamt)?(?:costs?|price|preis|kosten|prix|coût|precio|coste|costo|prezzo|prijs|pris"
    r"|cena|preço|custo|цена|fiyat|価格|値段)(?: \(.{1,6}\)| ?[€$£])?\.?:?$",
    re.IGNORECASE,
)
_AMOUNT_HEAD = re.compile(
    r"(?:qty|quantity|amount|menge|anzahl|stück(?:zahl)?|quantit[ée]s?|nombre|cantidad|unidades|quantità|dosi|aantal"
    r"|hoeveelheid|mängd|antal|ilość|количество|数量|分量)\b\.?:?$",
    re.IGNORECASE,
)


def row_text(cells: list[str]) -> str:
    """A row of a table as a line, the amount first: "Wall paint" and "7.5 l" is "7.5 l Wall paint"; but where
    lines name the thing first anyway, in the order of the page."""
    cells = [cell for cell in cells if any(map(str.isalnum, cell))]
    if (
        len(cells) > 1
        and not _NAME_FIRST.search(cells[0])
        and cells[-1][0].isdigit()
        and not cells[0][0].isnumeric()
        and len(cells[-1]) <= 20
        and not any(map(begins_with_amount, cells[1:-1]))  # else a table of data
    ):
        cells = [cells[-1], *cells[:-1]]
    return " ".join(cells)
