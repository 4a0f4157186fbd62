"""Telling before parsing whether a page would cost too much to parse.

Building the tree is bounded by tags times nesting (every tag looks up the stack of open ones), and unclosed
formatting tags are opened again in every paragraph that follows. Ordinary pages stay a hundred times below.
"""

import re

__all__ = ["is_costly"]

_MOST_TAGS = 150_000
_MOST_STEPS = 30_000_000
_MOST_COPIES = 2_000_000
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_FORMATTING = {
    b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike",
    b"strong", b"tt", b"u",
}  # fmt: skip
# never open for long: void elements, and those that the next of their kind closes
_FLAT = {
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta",
    b"source", b"track", b"wbr", b"p", b"li", b"td", b"th", b"tr", b"dt", b"dd", b"option",
    b"path", b"use",
}  # fmt: skip


def is_costly(body: bytes) -> bool:
    """Whether the tags of a page are too many, nested too deep, or left open too often."""
    tags = depth = deepest = formats = most_formats = 0
    for found in _TAG.finditer(body):
        tags += 1
        if tags > _MOST_TAGS:
            return True
        name = found[2].lower()
        if name in _FLAT:
            continue
        if found[1]:
            depth -= depth > 0
            formats -= formats > 0 and name in _FORMATTING
            continue
        depth += 1
        if depth > deepest:
            deepest = depth
        if name in _FORMATTING:
            formats += 1
            if formats > most_formats:
                most_formats = formats
    return deepest * tags > _MOST_STEPS or most_formats * tags > _MOST_COPIES
