"""Entities while they are worked on, and the order and nesting that Telegram gives them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 10,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
    "date_time": 98,
}
_FOUND_PRIORITY = 50
_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_PRE = ("pre", "code")


class CannotParse(Exception):
    """The text does not parse; the words are Telegram's."""


@dataclass(frozen=True)
class Mark:
    """One entity: offset and length in UTF-16 units; `argument` is the url, language, user or emoji id."""

    type: str
    offset: int
    length: int
    argument: str = ""
    format: str = ""

    @property
    def end(self) -> int:
        return self.offset + self.length

    @property
    def is_hard(self) -> bool:
        """Neither splittable nor a quotation."""
        return self.type not in _SPLITTABLE and self.type not in _QUOTES

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.offset, -self.length, PRIORITY.get(self.type, _FOUND_PRIORITY)


def utf16_length(text: str) -> int:
    return len(text) + sum(1 for letter in text if letter > "￿")


def ordered(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: mark.rank)


def fixed(marks: Sequence[Mark]) -> list[Mark]:
    """Sort, join and split marks so that they nest: nothing lies inside `pre` and `code`, links do not
    overlap, and bold, italic and the like are cut where another mark begins or ends inside them."""
    marks = ordered(mark for mark in marks if mark.length > 0)
    soft = [mark for mark in marks if mark.type in _SPLITTABLE]
    quotes = _apart([mark for mark in marks if mark.type in _QUOTES])
    hard = _apart([mark for mark in marks if mark.type not in _SPLITTABLE and mark.type not in _QUOTES])
    if quotes:
        hard = [part for mark in hard for part in _within_quotes(mark, quotes)]
    frame = ordered([*quotes, *hard])
    return ordered([*frame, *_split(soft, frame)])


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.offset >= kept[-1].end:
            kept.append(mark)
    return kept


def _within_quotes(mark: Mark, quotes: Sequence[Mark]) -> list[Mark]:
    """A mark that crosses the edge of a quotation goes, unless it is code, whose quotation it outlives."""
    for quote in quotes:
        crosses = mark.offset < quote.end and quote.offset < mark.end
        inside = quote.offset <= mark.offset and mark.end <= quote.end
        if crosses and not inside:
            return []
    return [mark]


def _split(soft: Sequence[Mark], frame: Sequence[Mark]) -> list[Mark]:
    edges = sorted({edge for mark in frame for edge in (mark.offset, mark.end)})
    closed = [mark for mark in frame if mark.type in _PRE]
    parts = []
    for kind in _SPLITTABLE:
        for begin, end in _joined([mark for mark in soft if mark.type == kind]):
            cuts = [begin, *[edge for edge in edges if begin < edge < end], end]
            for left, right in pairwise(cuts):
                if not any(mark.offset <= left and right <= mark.end for mark in closed):
                    parts.append(Mark(kind, left, right - left))
    return parts


def _joined(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for mark in marks:
        if spans and mark.offset <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
        else:
            spans.append((mark.offset, mark.end))
    return spans


def shifted(marks: Iterable[Mark], by: int, *, end: int) -> list[Mark]:
    """Move marks left and cut them at `end`, as trimming the text does."""
    moved = []
    for mark in marks:
        offset = max(mark.offset - by, 0)
        length = min(mark.end - by, end) - offset
        if length > 0:
            moved.append(replace(mark, offset=offset, length=length))
    return moved
