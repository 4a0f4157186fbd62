"""A page as rows of text, as a reader's eye finds them: one for each line, item, row of a table or paragraph.

Inline elements run together as a browser shows them; what stands in one box of a grid is one row. Navigation,
comments and what is offered beside the page is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from commerce.methods.readers.amounts import begins_with_amount
from commerce.methods.readers.finding import clean, joined

__all__ = ["MOST_ROWS", "Row", "inner_text", "rows_of"]

MOST_ROWS = 6_000
_MOST_NODES = 30_000
_DEEPEST = 200
_LONGEST_ROW = 1_000
_LONGEST_BOX = 140
_MOST_BROKEN = 400
_LONGEST_AMOUNT = 16
_MOST_PIECES = 7
_ASIDE_TAGS = frozenset({
    "nav", "footer", "script", "style", "noscript", "template", "select", "svg", "head", "iframe",
    "textarea", "dialog", "audio", "video", "canvas", "math", "object",
})  # fmt: skip
_BLOCK_TAGS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
_STRONG = frozenset({"strong", "b", "em", "i", "u", "legend", "caption", "summary", "dt", "th", "button"})
_BESIDE = re.compile(
    r"(?:^|\s)(?:[a-z]+[_-]{1,2})?(?:comments?|comment-?list|respond|related|breadcrumbs?|nav|navbar|navigation"
    r"|menu|megamenu|site-?footer|site-?header|newsletter|social|share|sharing|cookie-?(?:banner|consent|notice)|popular"
    r"|most-?read|recommend(?:ed|ations)?|advert(?:isement)?|promo|teasers?|upsell|nutrition(?:al)?)"
    r"(?:s?|[_-]{1,2}(?:list|wrapper|container|area|box|block|section|items?|inner|content|facts|info|table|label))(?=$|\s)",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"ingr[eé]dient|ingredien[zst]|zutat|składnik|skladnik|hozzaval|suroviny|ingredience|sastojci", re.IGNORECASE
)
_HIDDEN = re.compile(r"screen-reader|sr-only|visually-?hidden|wprm-(?:recipe-)?adjust|unit-conversion", re.IGNORECASE)
_BREAK = re.compile(r"(?:<br\b[^<>]{0,100}>\s*)+", re.IGNORECASE)
_SEAM = "\x00"
_SEAMS = re.compile(r"\s*\x00[\s\x00]*")


@dataclass(frozen=True)
class Row:
    """One line of text. `rank` is 1-6 for headings, 7 for what is set off by bold or the like, 0 else; `item`
    whether it is one of several alike (of a list, table, broken lines); `box` tells which stand together;
    `mark` is the box whose name says that it holds ingredients, or 0; `linked` whether all of it is a link."""

    text: str
    tag: str
    rank: int
    item: bool
    box: int
    mark: int
    linked: bool


def rows_of(body: LexborNode) -> list[Row]:
    """The rows of a page in their order, at most `MOST_ROWS`, from at most `_MOST_NODES` elements."""
    return _Walk().of(body)


def inner_text(node: LexborNode) -> str:
    """The text of a node as a browser shows it: inline elements run on, boxes are apart."""
    return _sewn(node.text(separator=_SEAM)[:20_000])


def _sewn(text: str) -> str:
    def seam(found: re.Match[str]) -> str:
        whole = found[0]
        if whole.strip(_SEAM):
            return " "
        before, after = text[: found.start()][-1:], text[found.end() : found.end() + 1]
        if not before or not after:
            return ""
        if after == "(" or before == ")":
            return " " if before.isalnum() or after.isalnum() else ""
        if not (before.isalnum() and after.isalnum()):
            return ""
        is_initial = found.start() == 1 and before.isupper() and after.islower()
        return "" if is_initial else " "

    return joined(_SEAMS.sub(seam, text))


class _Walk:
    """One pass over the elements, counting what it has seen."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._left = _MOST_NODES
        self._much = 0

    def of(self, body: LexborNode) -> list[Row]:
        self._much = len(body.text()) * 3 // 10
        self._block(body, 0, 0, 0, False)
        return self._rows[:MOST_ROWS]

    def _block(self, node: LexborNode, box: int, mark: int, depth: int, item: bool) -> None:
        """Rows of a block: its own text between its inner blocks, and those."""
        self._left -= 1
        if self._left <= 0 or depth > _DEEPEST or len(self._rows) >= MOST_ROWS:
            return
        tag = node.tag or ""
        blocks, inline = _children(node)
        if not blocks:
            self._leaf(node, box, mark, item)
            return
        if tag == "table" or tag == "dl":
            self._rows_of_pairs(node, mark, depth)
            return
        if item and self._boxed(node, box, mark):
            return
        alike = _alike(blocks) if tag not in {"ul", "ol"} else True
        waiting: list[LexborNode] = []
        for child in _every(node):
            if child.tag == "-text" or child.tag not in _BLOCK_TAGS:
                if not (child.tag == "-text" and not child.text().strip()):
                    waiting.append(child)
                if not _has_block(child):
                    continue
                waiting.pop()
            self._run(waiting, node, box, mark)
            waiting = []
            if child.tag in _ASIDE_TAGS:
                continue
            own = _names(child)
            if own and (_BESIDE.search(own) or _HIDDEN.search(own)) and self._is_beside(child, own):
                continue
            marked = child.mem_id if own and _MARK.search(own) and child.tag not in {"body", "main", "article"} else mark
            self._block(child, node.mem_id, marked, depth + 1, bool(alike) or child.tag in {"li", "dd"})
        self._run(waiting, node, box, mark)

    def _is_beside(self, node: LexborNode, names: str) -> bool:
        """Whether a box named like a menu is one: "has-sidebar" around the whole page is not."""
        if _MARK.search(names) or node.css_first("h1, [class*=ngredient]") is not None:
            return False
        return len(node.text()) < self._much

    def _boxed(self, node: LexborNode, box: int, mark: int) -> bool:
        """Whether the node was one row: a short box among others alike, such as amount and name side by side."""
        text = node.text(separator=_SEAM)[: 4 * _LONGEST_BOX]
        pieces = [piece.strip() for piece in text.split(_SEAM) if piece.strip()]
        if not 0 < len(pieces) <= _MOST_PIECES or sum(map(len, pieces)) > _LONGEST_BOX:
            return False
        if sum(begins_with_amount(piece) and len(piece) > 5 for piece in pieces) > 1:
            return False
        if node.css_first("h1, h2, h3, h4, h5, h6, ul ul, ol ol, li, table, br") is not None and node.tag != "li":
            return False
        if node.tag == "li" and node.css_first("ul, ol, h1, h2, h3, h4, h5, h6, table, br") is not None:
            return False
        turned = _amount_first(pieces) if node.tag not in {"li", "p"} else ""
        self._add(turned or inner_text(node), node, 0, True, box, mark)
        return True

    def _leaf(self, node: LexborNode, box: int, mark: int, item: bool) -> None:
        """A block without inner blocks: one row, or one for each broken line."""
        tag = node.tag or ""
        rank = _RANKS.get(tag, 0) or (7 if tag in _STRONG or _is_bold(node) else 0)
        if node.css_first("br") is not None and tag not in {"li", "td"}:
            parts = [clean(part) for part in _BREAK.split((node.html or "")[:100_000])]
            parts = [part for part in parts if part]
            if len(parts) > 1:
                for place, part in enumerate(parts[:_MOST_BROKEN]):
                    bold = place == 0 and rank and not begins_with_amount(part)
                    self._add(part, node, 7 if bold else 0, True, node.mem_id, mark, alone=False)
                return
        self._add(inner_text(node), node, rank, item or tag in {"li", "dd"}, box, mark)

    def _run(self, nodes: list[LexborNode], parent: LexborNode, box: int, mark: int) -> None:
        """Text that stands in a block beside inner blocks."""
        texts, plain = [], False
        for node in nodes:
            if node.tag == "br":
                texts.append("\n")
            elif node.tag not in _ASIDE_TAGS and (node.tag or "")[:1].isalpha() or node.tag == "-text":
                plain = plain or (node.tag == "-text" and bool(node.text().strip()))
                texts.append(node.text(separator=_SEAM) + _SEAM)
        lines = [_sewn(line) for line in "".join(texts).split("\n")]
        lines = [line for line in lines if line]
        for line in lines:
            rank = 7 if not plain and len(lines) == 1 and all(one.tag in _STRONG for one in nodes if one.tag != "-text") else 0
            rank = _RANKS.get(parent.tag or "", rank)
            self._add(line, parent, rank, len(lines) > 1, parent.mem_id if len(lines) > 1 else box, mark)

    def _rows_of_pairs(self, node: LexborNode, mark: int, depth: int) -> None:
        """Tables by rows, definition lists by term and description."""
        if node.tag == "dl":
            term = ""
            for child in node.css("dt, dd")[:400]:
                if child.tag == "dd" and (child.css_first("li, p, br, table") is not None):
                    if term:
                        self._add(term, child, 7, False, node.mem_id, mark)
                    self._block(child, node.mem_id, mark, depth + 1, False)
                    term = ""
                elif child.tag == "dt":
                    if term:
                        self._add(term, node, 7, False, node.mem_id, mark)
                    term = inner_text(child)
                else:
                    told = inner_text(child)
                    self._add(_row_text([term, told] if term else [told]), node, 0, True, node.mem_id, mark)
                    term = ""
            return
        for row in _table_rows(node):
            self._left -= 1
            if isinstance(row, str):
                self._add(row, node, 7, False, node.mem_id, mark)
            elif isinstance(row, list):
                self._add(_row_text(row), node, 0, True, node.mem_id, mark)
            else:
                self._block(row, node.mem_id, mark, depth + 1, False)

    def _add(self, text: str, node: LexborNode, rank: int, item: bool, box: int, mark: int, *, alone: bool = True) -> None:
        if text and len(self._rows) < MOST_ROWS:
            linked = False
            if item and alone and (link := node.css_first("a")) is not None:
                linked = len(link.text().strip()) >= len(text) * 0.9
            self._rows.append(Row(text[:_LONGEST_ROW], node.tag or "", rank, item, box, mark, linked))


def _amount_first(pieces: list[str]) -> str:
    """ "Pak choi" and "3 pieces" side by side are "3 pieces Pak choi"; empty where the order is right."""
    *front, last = (" ".join(piece.split()) for piece in pieces)
    if not front or not last[:1].isnumeric() or len(last) > _LONGEST_AMOUNT or len(front) > 2:
        return ""
    if any(sign.isnumeric() or sign in ":(-" for piece in front for sign in piece):
        return ""
    return clean(" ".join([last, *front]))


def _table_rows(table: LexborNode) -> Iterator[str | list[str] | LexborNode]:
    """The rows of a table: a heading that spans it, cells with the amount first, or a cell that lays out a page."""
    amounts_at: int | None = None
    for row in table.css("tr")[:400]:
        cells = [cell for cell in _every(row) if cell.tag in {"td", "th"}]
        if any(cell.css_first("table, ul, ol, h1, h2, h3, p ~ p") is not None for cell in cells):
            if row.css_first("table") is None:
                yield from cells
            continue
        texts = [inner_text(cell) for cell in cells]
        if not any(texts):
            continue
        if all(cell.tag == "th" for cell in cells):
            if len([text for text in texts if text]) == 1:
                yield next(text for text in texts if text)
            else:
                amounts_at = next((at for at, text in enumerate(texts) if _AMOUNT_HEAD.match(text)), None)
            continue
        if amounts_at is None and len(texts) > 1 and sum(map(len, texts)) < 60:
            told = next((at for at, text in enumerate(texts) if _AMOUNT_HEAD.match(text)), None)
            if told is not None and not any(begins_with_amount(text) for text in texts):
                amounts_at = told
                continue
        if amounts_at is not None and 0 < amounts_at < len(texts):
            texts = [texts[amounts_at], *texts[:amounts_at], *texts[amounts_at + 1 :]]
        yield texts


_AMOUNT_HEAD = re.compile(
    r"(?:qty|quantity|amount|menge|anzahl|stück(?:zahl)?|quantit[ée]s?|nombre|cantidad|unidades|quantità|dosi|aantal"
    r"|hoeveelheid|mängd|antal|ilość|количество|数量|分量)\b\.?:?$",
    re.IGNORECASE,
)


def _row_text(cells: list[str]) -> str:
    """A row of a table as a line, the amount first: "Wall paint" and "7.5 l" is "7.5 l Wall paint"."""
    cells = [cell for cell in cells if cell]
    if len(cells) > 1 and cells[-1][0].isdigit() and not cells[0][0].isnumeric() and len(cells[-1]) <= 20:
        cells = [cells[-1], *cells[:-1]]
    return " ".join(cells)


def _every(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _children(node: LexborNode) -> tuple[list[LexborNode], bool]:
    """The inner blocks of a node, those within inline elements too; and whether there is anything else."""
    blocks, inline = [], False
    for child in _every(node):
        tag = child.tag or ""
        if tag in _BLOCK_TAGS or (tag not in _ASIDE_TAGS and tag[:1].isalpha() and _has_block(child)):
            blocks.append(child)
        elif tag not in _ASIDE_TAGS:
            inline = True
    return blocks, inline


def _has_block(node: LexborNode) -> bool:
    if (node.tag or "").startswith("-") or node.child is None or node.tag in _BLOCK_TAGS:
        return node.tag in _BLOCK_TAGS
    return node.css_first("div, p, ul, ol, li, table, section, article, h1, h2, h3, h4, h5, h6, dl") is not None


def _alike(blocks: list[LexborNode]) -> bool:
    """Whether several blocks have the same tag and class: boxes of a grid."""
    if len(blocks) < 2:
        return False
    first = blocks[len(blocks) // 2]
    look = first.attributes.get("class")
    same = sum(one.tag == first.tag and one.attributes.get("class") == look for one in blocks)
    return same >= 2 and same * 2 >= len(blocks) and first.tag not in {"p", "section", "article", *_RANKS}


def _is_bold(node: LexborNode) -> bool:
    inner = [child for child in _every(node) if child.tag != "-text" or child.text().strip()]
    return 0 < len(inner) <= 2 and all(child.tag in _STRONG for child in inner)


def _names(node: LexborNode) -> str:
    """Class and id of an element, which tell what its author calls it."""
    told = node.attributes
    return f"{told.get('class') or ''} {told.get('id') or ''}".strip() if told else ""
