"""Components from attributes: microdata (`itemprop="recipeIngredient"`, also of old), RDFa and hRecipe."""

from selectolax.lexbor import LexborNode

from commerce.methods.components import Kind
from commerce.methods.readers.amounts import share_beginning
from commerce.methods.readers.finding import Finding, RawLine, joined, lines_of
from commerce.methods.readers.groups import without_sections
from commerce.methods.readers.labels import heading_kind
from commerce.methods.readers.page import Page
from commerce.methods.readers.rows import rows_of
from commerce.methods.readers.texts import children_of, inner_text
from commerce.methods.readers.titled import without_titles

__all__ = ["read_microdata"]

_SHORT = 80
_MOST_NODES = 400
_LINES = (
    (
        Kind.INGREDIENT,
        '[itemprop~="recipeIngredient"], [itemprop~="ingredients"], [property$="recipeIngredient"]',
    ),
    (Kind.MATERIAL, '[itemprop~="supply"]'),
    (Kind.TOOL, '[itemprop~="tool"]'),
)
_INNER = '[itemprop~="supply"] *, [itemprop~="tool"] *, [itemprop~="step"] *'
_TITLE = ", ".join(f'[itemtype*="{kind}"] [itemprop~="name"]:not({_INNER})' for kind in ("Recipe", "HowTo"))
_HRECIPE = ".h-recipe .p-ingredient, .hrecipe .ingredient"


def read_microdata(page: Page) -> Finding | None:
    """What attributes mark as ingredients, supplies and tools, or None where nothing is marked."""
    lines: list[RawLine] = []
    for kind, selector in _LINES:
        lines.extend(
            without_sections(lines_of(_once(_without_summary(_texts(_innermost(page, selector)))), kind))
        )
    if not lines:
        marked = _whole_lists([_whole_item(node) for node in _innermost(page, _HRECIPE)])
        lines.extend(lines_of(_once(_without_summary(_texts(marked))), Kind.INGREDIENT))
    if not lines:
        return None
    return Finding(
        reader="microdata",
        lines=without_titles(page, lines),
        title=_first(page, _TITLE)[:200],
        yields=_first(page, '[itemprop~="recipeYield"], [itemprop~="yield"], .p-yield')[:80],
    )


def _innermost(page: Page, selector: str) -> list[LexborNode]:
    """The marked nodes without those that hold others of them, and those of no template."""
    nodes = list(page.tree.css(selector))[:_MOST_NODES]
    marked = {node.mem_id for node in nodes}
    holding: set[int] = set()
    for node in nodes:
        above, steps = node.parent, 0
        while above is not None and steps < 12:
            if above.mem_id in marked:
                holding.add(above.mem_id)
            above, steps = above.parent, steps + 1
    return [node for node in nodes if node.mem_id not in holding]


def _texts(nodes: list[LexborNode]) -> list[str]:
    """The lines of the nodes: of a `meta` its content, of one with several boxes inside their rows; no more
    than `_MOST_NODES`, as each is compared with all others."""
    texts: list[str] = []
    for node in nodes:
        if node.tag == "meta":
            texts.append(node.attributes.get("content") or "")
            continue
        rows = rows_of(node) if node.css_first("li ~ li, br, p ~ p, div ~ div, tr ~ tr") is not None else []
        if len(rows) > 1 and (len(nodes) <= 3 or share_beginning([row.text for row in rows]) == 100):
            plain = [row.text for row in rows if not row.rank]
            texts.extend(plain if len(plain) > 1 else [row.text for row in rows if row.item or not row.rank])
        else:
            texts.append(inner_text(node))
    return texts[:_MOST_NODES]


def _whole_item(node: LexborNode) -> LexborNode:
    """Where only the name is marked inside an item of a list, the item."""
    above = node.parent
    inline = node.tag in {"a", "span", "strong", "b"}
    return above if inline and above is not None and above.tag == "li" else node


def _whole_lists(items: list[LexborNode]) -> list[LexborNode]:
    """All items of a list of which some are marked: only what has a link of its own may be."""
    lists = {
        item.parent.mem_id: item.parent for item in items if item.tag == "li" and item.parent is not None
    }
    if len(lists) != 1 or any(item.tag != "li" for item in items):
        return items
    return [child for child in children_of(*lists.values()) if child.tag == "li"]


def _once(texts: list[str]) -> list[str]:
    """A list that the page holds twice, for print say, once."""
    half = len(texts) // 2
    return texts[:half] if len(texts) % 2 == 0 and half > 1 and texts[:half] == texts[half:] else texts


def _without_summary(texts: list[str]) -> list[str]:
    """A text that holds several of the others, or "Ingredients: beef, garlic" beside them, is a summary."""
    plain = [
        text
        for text in texts
        if heading_kind(text.partition(":")[0].strip()) is None
        and (
            len(text) < _SHORT
            or sum(len(other) for other in set(texts) if len(other) > 3 and other != text and other in text)
            < len(text) // 2
        )
    ]
    return plain if len(plain) > 1 else texts


def _first(page: Page, selector: str) -> str:
    node = page.tree.css_first(selector)
    if node is None:
        return ""
    return joined(node.attributes.get("content") or node.text(separator=" "))
