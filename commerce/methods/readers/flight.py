"""What pages of Next.js stream to their scripts: `self.__next_f.push([1, "5:[...]"])`, piece by piece."""

import json
import re
from collections.abc import Iterator
from typing import Any

from commerce.methods.readers.page import Page

__all__ = ["MENTION", "flight_data"]

_PUSH = "self.__next_f.push("
_MOST_SCRIPTS = 400
_MOST_ROWS = 400
_LONGEST = 3_000_000
_ROW = re.compile(r"^[0-9a-f]{1,6}:(?=[\[{])", re.MULTILINE)
MENTION = re.compile(r"ingredi|ingrédi|zutat|supplies|materials", re.IGNORECASE)
"""What data that hold a list of components say somewhere."""


def flight_data(page: Page) -> Iterator[Any]:
    """The rows of the stream that mention ingredients or materials; a row may go on in the next piece."""
    pieces: list[str] = []
    for script in page.tree.css("script:not([src])")[:_MOST_SCRIPTS]:
        text = script.text().strip()
        if text.startswith(_PUSH) and sum(map(len, pieces)) + len(text) <= _LONGEST:
            pieces.append(_piece(text))
    stream = "".join(pieces)
    if not MENTION.search(stream):
        return
    decoder = json.JSONDecoder(strict=False)
    for row in list(_ROW.finditer(stream))[:_MOST_ROWS]:
        try:
            data, end = decoder.raw_decode(stream, row.end())
        except (ValueError, RecursionError):
            continue
        if MENTION.search(stream, row.end(), end):
            yield data


def _piece(text: str) -> str:
    """The text that one script pushes, or none where it pushes something else."""
    try:
        pushed, _ = json.JSONDecoder(strict=False).raw_decode(text, len(_PUSH))
    except (ValueError, RecursionError):
        return ""
    told = pushed[1] if isinstance(pushed, list) and len(pushed) == 2 else ""
    return told if isinstance(told, str) else ""
