"""Components from attributes: microdata (`itemprop="recipeIngredient"`, also of old), RDFa and hRecipe."""

from selectolax.lexbor import LexborNode

from commerce.methods.components import Kind
from commerce.methods.readers.finding import Finding, RawLine, joined, lines_of
from commerce.methods.readers.page import Page

__all__ = ["read_microdata"]

_MOST_NODES = 400
_LINES = (
    (
        Kind.INGREDIENT,
        '[itemprop~="recipeIngredient"], [itemprop~="ingredients"], [property$="recipeIngredient"]',
    ),
    (Kind.MATERIAL, '[itemprop~="supply"]'),
    (Kind.TOOL, '[itemprop~="tool"]'),
)
_HRECIPE = ".h-recipe .p-ingredient, .hrecipe .ingredient"


def read_microdata(page: Page) -> Finding | None:
    """What attributes mark as ingredients, supplies and tools, or None where nothing is marked."""
    lines: list[RawLine] = []
    for kind, selector in _LINES:
        lines.extend(lines_of((_text(node) for node in _outermost(page, selector)), kind))
    if not lines:
        lines.extend(lines_of((_text(node) for node in _outermost(page, _HRECIPE)), Kind.INGREDIENT))
    if not lines:
        return None
    return Finding(
        reader="microdata",
        lines=tuple(lines),
        title=_first(page, '[itemtype*="Recipe"] [itemprop~="name"], [itemtype*="HowTo"] [itemprop~="name"]')[
            :200
        ],
        yields=_first(page, '[itemprop~="recipeYield"], [itemprop~="yield"], .p-yield')[:80],
    )


def _outermost(page: Page, selector: str) -> list[LexborNode]:
    return list(page.tree.css(selector))[:_MOST_NODES]


def _text(node: LexborNode) -> str:
    """The lines of a node: of a list its items, of a `meta` its content, else its text."""
    if node.tag == "meta":
        return node.attributes.get("content") or ""
    items = node.css("li")
    if len(items) > 1:
        return "\n".join(joined(item.text(separator=" ")) for item in items[:_MOST_NODES])
    if node.css_first("br") is not None:
        return node.html or ""
    return joined(node.text(separator=" "))


def _first(page: Page, selector: str) -> str:
    node = page.tree.css_first(selector)
    if node is None:
        return ""
    return joined(node.attributes.get("content") or node.text(separator=" "))
