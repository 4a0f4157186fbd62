"""A page as rows of text, as a reader's eye finds them: one for each line, item, row of a table or paragraph.

Inline elements run together as a browser shows them; what stands in one box of a grid is one row. Navigation,
comments and what is offered beside the page is left out.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from selectolax.lexbor import LexborNode

from commerce.methods.readers.amounts import begins_with_amount
from commerce.methods.readers.finding import clean
from commerce.methods.readers.tables import amount_first, row_text, table_rows
from commerce.methods.readers.texts import SEAM, children_of, inner_text, sewn

__all__ = ["MOST_ROWS", "Row", "rows_of"]

MOST_ROWS = 6_000
_MOST_NODES = 30_000
_DEEPEST = 200
_LONGEST_ROW = 4_000
_LONGEST_BOX = 140
_MOST_BROKEN = 400
_MOST_PIECES = 7
_FEWEST_IN_RUN = 3
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
    `mark` is the box whose name says that it holds ingredients, or 0; `linked` whether it is all a link."""

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
        blocks, _inline = _children(node)
        if not blocks:
            self._leaf(node, box, mark, item)
            return
        if tag == "table" or tag == "dl":
            self._rows_of_pairs(node, mark, depth)
            return
        if item and self._boxed(node, box, mark):
            return
        alike = _alike(blocks) if tag not in {"ul", "ol"} else True
        runs = _in_runs(blocks) if not alike else frozenset[int]()
        ticked = {one.mem_id for one in blocks if one.tag in {"label", "button"}} if tag != "li" else set()
        waiting: list[LexborNode] = []
        for child in children_of(node):
            if child.mem_id in ticked:
                self._run(waiting, node, box, mark)
                waiting = []
                self._block(child, node.mem_id, mark, depth + 1, True)
                continue
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
        text = node.text(separator=SEAM)[: 4 * _LONGEST_BOX]
        pieces = [piece.strip() for piece in text.split(SEAM) if piece.strip()]
        if not 0 < len(pieces) <= _MOST_PIECES or sum(map(len, pieces)) > _LONGEST_BOX:
            return False
        if sum(begins_with_amount(piece) and len(piece) > 5 for piece in pieces) > 1:
            return False
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
        rank = _RANKS.get(tag, 0) or (7 if tag in _STRONG or _is_bold(node) else 0)
        if node.css_first("br") is not None and tag not in {"li", "td"}:
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
            elif (node.tag not in _ASIDE_TAGS and (node.tag or "")[:1].isalpha()) or node.tag == "-text":
                plain = plain or (node.tag == "-text" and bool(node.text().strip()))
                texts.append(node.text(separator=SEAM) + SEAM)
        lines = [sewn(line) for line in "".join(texts).split("\n")]
        lines = [line for line in lines if line]
        for line in lines:
            rank = (
                7
                if not plain
                and len(lines) == 1
                and all(one.tag in _STRONG for one in nodes if one.tag != "-text")
                else 0
            )
            rank = _RANKS.get(parent.tag or "", rank)
            self._add(line, parent, rank, len(lines) > 1, parent.mem_id if len(lines) > 1 else box, mark)

    def _rows_of_pairs(self, node: LexborNode, mark: int, depth: int) -> None:
        """Tables by rows, definition lists by term and description."""
        if node.tag == "dl":
            term = ""
            if node.css_first("dd") is None:
                for child in node.css("dt, h3, h4")[:400]:
                    self._add(
                        inner_text(child), child, _RANKS.get(child.tag or "", 0), True, node.mem_id, mark
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
            self._rows.append(Row(text[:_LONGEST_ROW], node.tag or "", rank, item, box, mark, linked))


def _children(node: LexborNode) -> tuple[list[LexborNode], bool]:
    """The inner blocks of a node, those within inline elements too; and whether there is anything else."""
    blocks, inline = [], False
    for child in children_of(node):
        tag = child.tag or ""
        if (
            tag in _BLOCK_TAGS
            or (tag in {"label", "button"} and _is_one_of_many(child))
            or (tag not in _ASIDE_TAGS and tag[:1].isalpha() and _has_block(child))
        ):
            blocks.append(child)
        elif tag not in _ASIDE_TAGS:
            inline = True
    return blocks, inline


def _has_block(node: LexborNode) -> bool:
    if (node.tag or "").startswith("-") or node.child is None or node.tag in _BLOCK_TAGS:
        return node.tag in _BLOCK_TAGS
    return (
        node.css_first("div, p, ul, ol, li, table, section, article, h1, h2, h3, h4, h5, h6, dl") is not None
    )


def _alike(blocks: list[LexborNode]) -> bool:
    """Whether several blocks have the same tag and class: boxes of a grid."""
    if len(blocks) < 2:
        return False
    first = blocks[len(blocks) // 2]
    look = first.attributes.get("class")
    same = sum(one.tag == first.tag and one.attributes.get("class") == look for one in blocks)
    return same >= 2 and same * 2 >= len(blocks) and first.tag not in {"p", "section", "article", *_RANKS}


def _is_one_of_many(label: LexborNode) -> bool:
    """Whether a label is that of a box to tick and stands beside others: each is a line; so are buttons."""
    if label.tag == "label" and label.css_first('input[type="checkbox" i]') is None:
        return False
    beside = [label.next, label.prev]
    for at, step in ((0, "next"), (1, "prev")):
        while (one := beside[at]) is not None and one.tag in {"-text", "br"}:
            beside[at] = getattr(one, step)
    return any(one is not None and one.tag == label.tag for one in beside)


def _in_runs(blocks: list[LexborNode]) -> frozenset[int]:
    """The blocks that stand among others of their tag and class, three in a row: a grid."""
    looks = [(one.tag, one.attributes.get("class")) for one in blocks]
    found: set[int] = set()
    for look, group in groupby(range(len(blocks)), key=lambda at: looks[at]):
        run = list(group)
        if len(run) >= _FEWEST_IN_RUN and look[0] == "div" and look[1]:
            found.update(blocks[at].mem_id for at in run)
    return frozenset(found)


def _is_bold(node: LexborNode) -> bool:
    inner = [child for child in children_of(node) if child.tag != "-text" or child.text().strip()]
    return 0 < len(inner) <= 2 and all(child.tag in _STRONG for child in inner)


def _names(node: LexborNode) -> str:
    """Class and id of an element, which tell what its author calls it."""
    told = node.attributes
    return f"{told.get('class') or ''} {told.get('id') or ''}".strip() if told else ""
