"""Names of groups among what machines are told, where the page shows them as headings: "Apple slaw"."""

from collections.abc import Sequence
from itertools import pairwise

from commerce.methods.readers.amounts import has_amount, share_with_amounts
from commerce.methods.readers.finding import RawLine, clean
from commerce.methods.readers.page import Page

__all__ = ["without_titles"]

_LONGEST_TITLE = 45
_MOST_NODES = 600
_FEWEST_COUNTED = 40
_TITLES = (
    "h2, h3, h4, h5, h6, dt, legend, caption, div[class*=title i], div[class*=head i], p[class*=title i],"
    " p[class*=head i], span[class*=title i], div[class*=group-name i]"
)
_ITEMS = "li, td, dd, label"


def without_titles(page: Page, lines: Sequence[RawLine]) -> tuple[RawLine, ...]:
    """The lines without those that tell no amount, stand before one that does, and that the page shows as a
    heading and nowhere as an item."""
    texts = [line.text for line in lines]
    told = [before for before, after in pairwise(texts) if has_amount(after) and _may_be_title(before)]
    if not told or share_with_amounts(texts) < _FEWEST_COUNTED:
        return tuple(lines)
    titles = _shown(page, _TITLES) - _shown(page, _ITEMS) | _bold_items(page, len(texts))
    return tuple(line for line in lines if line.text not in told or _folded(line.text) not in titles)


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and "," not in text and not has_amount(text) and text[:1].isupper()


def _shown(page: Page, selector: str) -> set[str]:
    """The texts of such elements, the long ones left out."""
    nodes = page.tree.css(selector)[:_MOST_NODES]
    texts = (node.text() for node in nodes)
    return {_folded(clean(text)) for text in texts if len(text) < 4 * _LONGEST_TITLE}


def _bold_items(page: Page, lines: int) -> set[str]:
    """The items that are bold as a whole, where few of the lines are."""
    nodes = page.tree.css("li > strong, li > b")[:_MOST_NODES]
    bold = {
        _folded(clean(node.text()))
        for node in nodes
        if node.parent is not None and node.text().strip() == node.parent.text().strip()
    }
    return bold if len(bold) * 3 <= lines else set()


def _folded(text: str) -> str:
    return text.casefold().rstrip(" :")
