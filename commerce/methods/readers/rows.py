"""A page as rows of text, as a reader's eye finds them: one for each line, item, row of a table or paragraph.

Inline elements run together as a browser shows them; what stands in one box of a grid is one row. Navigation,
comments and what is offered beside the page is left out.
"""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from commerce.methods.readers.amounts import begins_with_amount
from commerce.methods.readers.boxes import (
    ASIDE_TAGS,
    BLOCK_TAGS,
    RANKS,
    STRONG,
    are_alike,
    blocks_in,
    has_block,
    has_remark,
    in_runs,
    is_bare_amount,
    is_bold,
    names_of,
    side_by_side,
)
from commerce.methods.readers.finding import clean
from commerce.methods.readers.tables import amount_first, row_text, table_rows
from commerce.methods.readers.texts import SEAM, children_of, inner_text, sewn

__all__ = ["MOST_ROWS", "Row", "rows_of"]

MOST_ROWS = 6_000
_MOST_NODES = 30_000
_DEEPEST = 200
_LONGEST_ROW = 4_000
_LONGEST_BOX = 140
_MOST_MARKUP = 4_000
_MOST_BROKEN = 400
_MOST_PIECES = 7
_BESIDE = re.compile(
    r"(?:^|\s)(?:[a-z]+[_-]{1,2})?(?:comments?|comment-?list|respond|related|breadcrumbs?|nav|navbar|navigation"
    r"|menu|megamenu|site-?footer|site-?header|newsletter|social|share|sharing|cookie-?(?:banner|consent|notice)|popular"
    r"|most-?read|recommend(?:ed|ations)?|advert(?:isement)?|ads?|ad-?(?:slot|unit|banner|holder|space)|adsbygoogle|sponsored|taboola|outbrain|promo|teasers?|upsell|nutrition(?:al)?)"
    r"(?:s?|[_-]{1,2}(?:list|wrapper|container|area|box|block|section|items?|inner|content|facts|info|table|label))(?=$|\s)",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"ingr[eé]dient|ingredien[zst]|zutat|składnik|skladnik|hozzaval|suroviny|ingredience|sastojci",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"screen-reader|sr-only|visually-?hidden|wprm-(?:recipe-)?adjust|unit-conversion", re.IGNORECASE
)
_ALL_BOLD = re.compile(
    r"\s*(?:<(?:p|div|span)\b[^<>]{0,300}>\s*)*<(strong|b|u|h[1-6])\b[^<>]{0,300}>[^<]{1,80}</\1>\s*:?\s*(?:</[a-z]{1,8}>\s*)*$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?:<br\b[^<>]{0,100}>\s*)+", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One line of text. `rank` is 1-6 for headings, 7 for what is set off by bold or the like, 0 else; `item`
    whether it is one of several alike (of a list, table, broken lines); `box` tells which stand together;
    `mark` is the box whose name says that it holds ingredients, or 0; `linked` whether it is all a
    link; `look` is the tag with its class, where it has one."""

    text: str
    tag: str
    rank: int
    item: bool
    box: int
    mark: int
    linked: bool
    look: str = ""


def rows_of(body: LexborNode) -> list[Row]:
    """The rows of a page in their order, at most `MOST_ROWS`, from at most `_MOST_NODES` elements."""
    return _Walk().of(body)


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
        blocks = blocks_in(node)
        if not blocks:
            self._leaf(node, box, mark, item)
            return
        if tag == "table" or tag == "dl":
            self._rows_of_pairs(node, mark, depth)
            return
        pairs = side_by_side(blocks)
        if item and not pairs and self._boxed(node, box, mark):
            return
        alike = are_alike(blocks) if tag not in {"ul", "ol"} else True
        runs = in_runs(blocks) if not alike else frozenset[int]()
        ticked = {one.mem_id for one in blocks if one.tag in {"label", "button"}} if tag != "li" else set()
        waiting: list[LexborNode] = []
        for child in children_of(node):
            if child.mem_id in pairs:
                self._run(waiting, node, box, mark)
                waiting = []
                if pieces := pairs[child.mem_id]:
                    self._add(amount_first(pieces) or " ".join(pieces), child, 0, True, node.mem_id, mark)
                continue
            if child.mem_id in ticked:
                self._run(waiting, node, box, mark)
                waiting = []
                self._block(child, node.mem_id, mark, depth + 1, True)
                continue
            if child.tag == "-text" or child.tag not in BLOCK_TAGS:
                if not (child.tag == "-text" and not child.text().strip()):
                    waiting.append(child)
                if not has_block(child):
                    continue
                waiting.pop()
            self._run(waiting, node, box, mark)
            waiting = []
            if child.tag in ASIDE_TAGS:
                continue
            own = names_of(child)
            if own and (_BESIDE.search(own) or _HIDDEN.search(own)) and self._is_beside(child, own):
                continue
            marked = (
                child.mem_id
                if own and _MARK.search(own) and child.tag not in {"body", "main", "article"}
                else mark
            )
            one_of_many = bool(alike) or child.tag in {"li", "dd"} or child.mem_id in runs
            self._block(child, node.mem_id, marked, depth + 1, one_of_many)
        self._run(waiting, node, box, mark)

    def _is_beside(self, node: LexborNode, names: str) -> bool:
        """Whether a box named like a menu is one: "has-sidebar" around the whole page is not."""
        if _MARK.search(names) or node.css_first("h1, [class*=ngredient]") is not None:
            return False
        return len(node.text()) < self._much

    def _boxed(self, node: LexborNode, box: int, mark: int) -> bool:
        """Whether the node was one row: a short box among others alike, as of amount and name."""
        text = node.text(separator=SEAM)
        if len(text) > _MOST_MARKUP:
            return False
        pieces = [" ".join(piece.split()) for piece in text.split(SEAM) if piece.strip()]
        if not 0 < len(pieces) <= _MOST_PIECES or sum(map(len, pieces)) > _LONGEST_BOX:
            return False
        if node.tag == "li" and begins_with_amount(pieces[0]) and has_remark(node):
            self._add(inner_text(node), node, 0, True, box, mark)
            return True
        if sum(begins_with_amount(piece) and len(piece) > 5 for piece in pieces) > 1:
            return False
        if len(pieces) == 2 and is_bare_amount(pieces[1]) and node.css_first("h3, h4, h5, h6") is not None:
            self._add(amount_first(pieces) or " ".join(pieces), node, 0, True, box, mark)
            return True
        if (
            node.css_first("h1, h2, h3, h4, h5, h6, ul ul, ol ol, li, table, br, button ~ button") is not None
            and node.tag != "li"
        ):
            return False
        if node.tag == "li" and node.css_first("ul, ol, h1, h2, h3, h4, h5, h6, table, br") is not None:
            return False
        turned = amount_first(pieces) if node.tag not in {"li", "p"} else ""
        self._add(turned or inner_text(node), node, 0, True, box, mark)
        return True

    def _leaf(self, node: LexborNode, box: int, mark: int, item: bool) -> None:
        """A block without inner blocks: one row, or one for each broken line."""
        tag = node.tag or ""
        if tag == "pre":
            for line in (node.text() or "").splitlines()[:_MOST_BROKEN]:
                self._add(clean(line), node, 0, True, node.mem_id, mark, alone=False)
            return
        rank = RANKS.get(tag, 0) or (7 if tag in STRONG or is_bold(node) else 0)
        if node.css_first("br") is not None and tag != "li":
            broken = [(clean(raw), raw) for raw in _BREAK.split((node.html or "")[:100_000])]
            parts = [(part, raw) for part, raw in broken if part]
            if len(parts) > 1:
                for place, (part, raw) in enumerate(parts[:_MOST_BROKEN]):
                    bold = ((place == 0 and bool(rank)) or _ALL_BOLD.match(raw)) and not begins_with_amount(
                        part
                    )
                    self._add(part, node, 7 if bold else 0, True, node.mem_id, mark, alone=False)
                return
        self._add(inner_text(node), node, rank, item or tag in {"li", "dd"}, box, mark)

    def _run(self, nodes: list[LexborNode], parent: LexborNode, box: int, mark: int) -> None:
        """Text that stands in a block beside inner blocks."""
        texts, plain = [], False
        for node in nodes:
            if node.tag == "br":
                texts.append("\n")
            elif (node.tag not in ASIDE_TAGS and (node.tag or "")[:1].isalpha()) or node.tag == "-text":
                plain = plain or (node.tag == "-text" and bool(node.text().strip()))
                texts.append(_with_breaks(node) + SEAM)
        lines = [sewn(line) for line in "".join(texts).split("\n")]
        lines = [line for line in lines if line]
        for line in lines:
            rank = (
                7
                if not plain
                and len(lines) == 1
                and all(one.tag in STRONG for one in nodes if one.tag != "-text")
                else 0
            )
            rank = RANKS.get(parent.tag or "", rank)
            item = len(lines) > 1 or (parent.tag == "li" and begins_with_amount(line))
            self._add(line, parent, rank, item, parent.mem_id if len(lines) > 1 else box, mark)

    def _rows_of_pairs(self, node: LexborNode, mark: int, depth: int) -> None:
        """Tables by rows, definition lists by term and description."""
        if node.tag == "dl":
            term = ""
            if node.css_first("dd") is None:
                for child in node.css("dt, h3, h4")[:400]:
                    self._add(
                        inner_text(child), child, RANKS.get(child.tag or "", 0), True, node.mem_id, mark
                    )
                return
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
                    self._add(row_text([term, told] if term else [told]), node, 0, True, node.mem_id, mark)
                    term = ""
            return
        if (caption := node.css_first("caption")) is not None:
            self._add(inner_text(caption), caption, 7, False, node.mem_id, mark)
        for row in table_rows(node):
            self._left -= 1
            if isinstance(row, str):
                self._add(row, node, 7, False, node.mem_id, mark)
            elif isinstance(row, list):
                self._add(row_text(row), node, 0, True, node.mem_id, mark)
            else:
                self._block(row, node.mem_id, mark, depth + 1, False)

    def _add(
        self, text: str, node: LexborNode, rank: int, item: bool, box: int, mark: int, *, alone: bool = True
    ) -> None:
        if text and len(self._rows) < MOST_ROWS:
            linked = False
            if item and alone and (link := node.css_first("a")) is not None:
                linked = len(link.text().strip()) >= len(text) * 0.9
            tag, named = node.tag or "", node.attributes.get("class")
            look = f"{tag} {named}" if named else ""
            self._rows.append(Row(text[:_LONGEST_ROW], tag, rank, item, box, mark, linked, look))


def _with_breaks(node: LexborNode) -> str:
    """The text of an inline element, its broken lines apart, between seams."""
    if node.tag == "-text" or node.css_first("br") is None:
        return node.text(separator=SEAM)
    parts: list[str] = []
    for child in children_of(node):
        parts.append("\n" if child.tag == "br" else _with_breaks(child))
    return SEAM.join(parts)
