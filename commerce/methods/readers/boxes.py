"""What elements are to the eye: blocks and what runs within a line, boxes of a grid, what is set off."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from selectolax.lexbor import LexborNode

from commerce.methods.readers.amounts import begins_with_amount
from commerce.methods.readers.labels import heading_kind
from commerce.methods.readers.texts import children_of, inner_text

__all__ = [
    "ASIDE_TAGS",
    "BLOCK_TAGS",
    "RANKS",
    "STRONG",
    "are_alike",
    "blocks_in",
    "has_block",
    "has_remark",
    "in_runs",
    "is_bare_amount",
    "is_bold",
    "is_one_of_many",
    "names_of",
    "side_by_side",
]

ASIDE_TAGS = frozenset({
    "nav", "footer", "script", "style", "noscript", "template", "select", "svg", "head", "iframe",
    "textarea", "dialog", "audio", "video", "canvas", "math", "object",
})  # fmt: skip
BLOCK_TAGS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
RANKS = {f"h{rank}": rank for rank in range(1, 7)}
STRONG = frozenset({"strong", "b", "em", "i", "u", "legend", "caption", "summary", "dt", "th", "button"})
_FEWEST_IN_RUN = 3
_FEWEST_PAIRS = 2
_MOST_PAIRS = 60
_BARE_AMOUNT = re.compile(
    r"(?:\d[\d.,/]*|[½¼¾⅓⅔⅛])(?:\s?[½¼¾⅓⅔⅛])?(?:\s?[-–]\s?\d[\d.,/]*)?\s?[^\W\d_]{0,10}\.?$"
)


def has_remark(item: LexborNode) -> bool:
    """Whether an item holds a list of one: "150 g onions" and below it "about 1 large onion"."""
    inner = [node for node in item.css("li") if node.mem_id != item.mem_id]
    return len(inner) == 1 and item.css_first("h1, h2, h3, h4, h5, h6, table, br") is None


def blocks_in(node: LexborNode) -> list[LexborNode]:
    """The inner blocks of a node, those within inline elements too."""
    return [child for child in children_of(node) if _is_block(child)]


def _is_block(child: LexborNode) -> bool:
    tag = child.tag or ""
    return (
        tag in BLOCK_TAGS
        or (tag in {"label", "button"} and is_one_of_many(child))
        or (tag not in ASIDE_TAGS and tag[:1].isalpha() and has_block(child))
    )


def has_block(node: LexborNode) -> bool:
    if (node.tag or "").startswith("-") or node.child is None or node.tag in BLOCK_TAGS:
        return node.tag in BLOCK_TAGS
    return (
        node.css_first("div, p, ul, ol, li, table, section, article, h1, h2, h3, h4, h5, h6, dl") is not None
    )


def are_alike(blocks: list[LexborNode]) -> bool:
    """Whether several blocks have the same tag and class: boxes of a grid."""
    if len(blocks) < 2:
        return False
    first = blocks[len(blocks) // 2]
    look = first.attributes.get("class")
    same = sum(one.tag == first.tag and one.attributes.get("class") == look for one in blocks)
    return same >= 2 and same * 2 >= len(blocks) and first.tag not in {"p", "section", "article", *RANKS}


def is_one_of_many(label: LexborNode) -> bool:
    """Whether a label is that of a box to tick and stands beside others: each is a line; so are buttons."""
    if label.tag == "label" and label.css_first('input[type="checkbox" i]') is None:
        return False
    beside = [label.next, label.prev]
    for at, step in ((0, "next"), (1, "prev")):
        while (one := beside[at]) is not None and one.tag in {"-text", "br"}:
            beside[at] = getattr(one, step)
    return any(one is not None and one.tag == label.tag for one in beside)


def in_runs(blocks: list[LexborNode]) -> frozenset[int]:
    """The blocks of a tag and class of which three stand in a row somewhere: a grid, in groups or not."""
    looks = [(one.tag, one.attributes.get("class")) for one in blocks]
    repeated = {
        look
        for look, group in groupby(looks)
        if len(list(group)) >= _FEWEST_IN_RUN and look[0] == "div" and look[1]
    }
    return frozenset(one.mem_id for one, look in zip(blocks, looks, strict=True) if look in repeated)


def side_by_side(blocks: list[LexborNode]) -> dict[int, list[str]]:
    """Of blocks that take turns as name and amount, in columns of a grid, both texts by the first block and
    nothing by the second. Each block is read once, and compared with `_MOST_PAIRS` at most."""
    if len(blocks) < 2 * _FEWEST_PAIRS:
        return {}
    looks = [(one.tag, one.attributes.get("class")) for one in blocks]
    texts = cache(lambda place: inner_text(blocks[place]))
    amounts = cache(lambda place: is_bare_amount(texts(place)))
    found: dict[int, list[str]] = {}
    at = 0
    while at + 2 * _FEWEST_PAIRS <= len(blocks):
        end = at
        if looks[at][0] in {"div", "span"} and looks[at] != looks[at + 1]:
            while looks[end : end + 2] == looks[at : at + 2] and end < at + 2 * _MOST_PAIRS:
                end += 2
        if not _tell_amounts([(amounts(place), amounts(place + 1)) for place in range(at, end, 2)]):
            at += 1
            continue
        for place in range(at, end, 2):
            said = [text for text in (texts(place), texts(place + 1)) if any(map(str.isalnum, text))]
            is_head = heading_kind(texts(place)) is not None
            found |= {blocks[place].mem_id: [] if is_head else said, blocks[place + 1].mem_id: []}
        at = end
    return found


def _tell_amounts(pairs: Sequence[tuple[bool, bool]]) -> bool:
    """Whether in half of the pairs, of which is told what is an amount, one is, and always the same."""
    counted = sum(one is not other for one, other in pairs)
    behind = sum(other for _, other in pairs)
    mixed = 0 < behind < counted
    return counted >= _FEWEST_PAIRS and 2 * counted >= len(pairs) and not mixed


def is_bare_amount(text: str) -> bool:
    """ "250 g", "0.160", "½ tsp": an amount without a thing."""
    return bool(_BARE_AMOUNT.match(text)) and begins_with_amount(text)


def is_bold(node: LexborNode) -> bool:
    inner = [child for child in children_of(node) if child.tag != "-text" or child.text().strip()]
    return 0 < len(inner) <= 2 and all(child.tag in STRONG for child in inner)


def names_of(node: LexborNode) -> str:
    """Class and id of an element, which tell what its author calls it."""
    told = node.attributes
    return f"{told.get('class') or ''} {told.get('id') or ''}".strip() if told else ""
