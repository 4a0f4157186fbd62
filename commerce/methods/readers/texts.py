"""The text of a part of a page as a browser shows it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from commerce.methods.readers.finding import joined

__all__ = ["SEAM", "children_of", "inner_text", "sewn"]

SEAM = "\x00"
"""Stands where one piece of text ends and the next begins."""
_SEAMS = re.compile(r"(?<!\s)\s*+\x00[\s\x00]*")


def inner_text(node: LexborNode) -> str:
    """The text of a node as a browser shows it: inline elements run on, boxes are apart."""
    return sewn(node.text(separator=SEAM)[:20_000])


def sewn(text: str) -> str:
    """Pieces of text put together: nothing between a letter and its mark, a blank between two words."""

    def seam(found: re.Match[str]) -> str:
        whole = found[0]
        if whole.strip(SEAM):
            return " "
        start, end = found.span()
        before, after = text[max(start - 1, 0) : start], text[end : end + 1]
        if not before or not after:
            return ""
        if after == "(" or before == ")":
            return " " if before.isalnum() or after.isalnum() else ""
        if not (before.isalnum() and after.isalnum()):
            return ""
        is_initial = start == 1 and before.isupper() and after.islower()
        return "" if is_initial else " "

    return joined(_SEAMS.sub(seam, text))


def children_of(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next
