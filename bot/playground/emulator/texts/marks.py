"""Entities while they are worked on, and the order and nesting that Telegram gives them."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 10,
    "code": 20,
    "date_time": 30,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
_FOUND_PRIORITY = 50
_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_CLOSED = ("pre", "code", "date_time")
_END = 1 << 31


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
    def rank(self) -> tuple[int, int, int]:
        if self.type == "pre" and not self.argument:
            return self.offset, -self.length, PRIORITY["pre"] + 1
        return self.offset, -self.length, PRIORITY.get(self.type, _FOUND_PRIORITY)


def utf16_length(text: str) -> int:
    return len(text) + sum(1 for letter in text if letter > "\uffff")


def ordered(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: mark.rank)


def fixed(marks: Iterable[Mark], found: Sequence[Mark] = ()) -> list[Mark]:
    """Sort, join and split marks so that they nest: quotations hold whole marks only, links and code lie
    side by side, bold and the like are cut wherever another mark or another of their own begins or ends, and
    end at code. `found` are marks that were not sent and give way to those that were."""
    given = ordered(mark for mark in marks if mark.length > 0)
    quotes = _apart(mark for mark in given if mark.type in _QUOTES)
    hard = _apart(mark for mark in given if mark.type not in _SPLITTABLE and mark.type not in _QUOTES)
    free = [one for one in found if not any(one.offset < mark.end and mark.offset < one.end for mark in hard)]
    frame = ordered([*quotes, *(mark for mark in [*hard, *free] if _fits(mark, quotes))])
    return ordered([*frame, *_split([mark for mark in given if mark.type in _SPLITTABLE], frame)])


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Those that begin behind the end of the one before."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.offset >= kept[-1].end:
            kept.append(mark)
    return kept


def _fits(mark: Mark, quotes: Sequence[Mark]) -> bool:
    """Inside one quotation, or outside all."""
    touched = [quote for quote in quotes if mark.offset < quote.end and quote.offset < mark.end]
    return not touched or (touched[0].offset <= mark.offset and mark.end <= touched[0].end)


def _split(soft: Sequence[Mark], frame: Sequence[Mark]) -> list[Mark]:
    """Cut bold and the like at the edges of `frame` and of each other; drop what lies in code."""
    cutter = _Cutter(soft)
    inside: list[Mark] = []

    def advance(offset: int) -> None:
        while inside and offset >= inside[-1].end:
            before = len(cutter.parts)
            cutter.cut(inside[-1].end)
            if inside.pop().type in _CLOSED:
                del cutter.parts[before:]
        cutter.cut(offset)

    for mark in frame:
        advance(mark.offset)
        inside.append(mark)
    advance(_END)
    return cutter.parts


class _Cutter:
    """Walks along the text with one open span for each kind."""

    def __init__(self, soft: Sequence[Mark]) -> None:
        self._waiting = deque(soft)
        self._open: dict[str, tuple[int, int]] = {}
        self.parts: list[Mark] = []

    def cut(self, offset: int) -> None:
        """Take up what begins before `offset`, then give out what was open up to it."""
        while self._waiting and self._waiting[0].offset < offset:
            mark = self._waiting.popleft()
            begin, end = self._open.get(mark.type, (0, -1))
            if mark.offset <= end:
                self._open[mark.type] = begin, max(end, mark.end)
            else:
                self._give(mark.offset)
                self._open[mark.type] = mark.offset, mark.end
        self._give(offset)

    def _give(self, offset: int) -> None:
        for kind in _SPLITTABLE:
            begin, end = self._open.get(kind, (offset, offset))
            if begin < offset:
                self.parts.append(Mark(kind, begin, min(end, offset) - begin))
                if end <= offset:
                    del self._open[kind]
                else:
                    self._open[kind] = offset, end


def shifted(marks: Iterable[Mark], by: int, *, end: int) -> list[Mark]:
    """Move marks left and cut them at `end`, as trimming the text does."""
    moved = []
    for mark in marks:
        offset = max(mark.offset - by, 0)
        length = min(mark.end - by, end) - offset
        if length > 0:
            moved.append(replace(mark, offset=offset, length=length))
    return moved
