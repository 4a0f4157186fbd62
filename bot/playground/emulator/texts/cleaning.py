"""What Telegram takes out of a text before anybody sees it: control letters, directions, blank ends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .marks import Mark, fixed, ordered, shifted, utf16_length

_GONE = "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a"
_BLANKED = "".join(map(chr, [*range(10), 11, 12, *range(14, 32)]))
_UNCLEAN = re.compile(f"[{_GONE}{_BLANKED}]")
_AS_BLANK = dict.fromkeys(map(ord, _BLANKED), " ") | dict.fromkeys(map(ord, _GONE), None)
_REPEATED_DIRECTION = re.compile("[\u200e\u200f](?=[\u200e\u200f])")
_INVISIBLE = frozenset(
    " \n\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c"
    "\u200d\u200e\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc"
)
_TRIMMED = "\t\r\n\0\x0b "
_MOST_UNITS = 1_000_000


class WrongEntity(Exception):
    """An entity does not lie on the text; the words are Telegram's."""


def cleaned(text: str, marks: Sequence[Mark]) -> tuple[str, list[Mark]]:
    """The text as it is kept, and its marks nested and moved along; of blanks alone nothing is kept. Raises
    WrongEntity."""
    for mark in marks:
        for name, units in (("offset", mark.offset), ("length", mark.length)):
            if not 0 <= units <= _MOST_UNITS:
                raise WrongEntity(f"receive an entity with incorrect {name} {units}")
    marks = fixed(marks)
    if marks:
        marks = _moved(text, marks)
    kept = _REPEATED_DIRECTION.sub("\u200c", text.translate(_AS_BLANK) if _UNCLEAN.search(text) else text)
    return (kept, fixed(marks)) if kept.strip(" \n") else ("", [])


def trimmed(text: str, marks: Sequence[Mark]) -> tuple[str, list[Mark]]:
    """Without blanks at the end, nor at the beginning as far as no mark holds them."""
    text = text.rstrip(" \n")
    marks = shifted(marks, 0, end=utf16_length(text))
    first = marks[0].offset if marks else len(text)
    cut = 0
    while cut < min(first, len(text)) and text[cut] in " \n":
        cut += 1
    return text[cut:], ordered(shifted(marks, cut, end=_MOST_UNITS))


def is_blank(text: str) -> bool:
    """Nothing that a person would see."""
    return all(
        letter in _INVISIBLE or "\U000e0000" <= letter <= "\U000e007f" for letter in text.strip(_TRIMMED)
    )


def _moved(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Shift marks by what is taken out before and inside them. They nest, and are in order."""
    moved: list[Mark] = []
    open_marks: list[tuple[Mark, int]] = []
    waiting, offset, gone, byte = 0, 0, 0, 0
    for letter in [*text, ""]:
        while open_marks and offset >= open_marks[-1][0].end:
            mark, before = open_marks.pop()
            if offset != mark.end:
                words = f"ends in a middle of a UTF-16 symbol at byte offset {byte}"
                raise WrongEntity(f"entity beginning at UTF-16 offset {mark.offset} {words}")
            moved.append(replace(mark, offset=mark.offset - before, length=mark.length - gone + before))
        while waiting < len(marks) and offset >= marks[waiting].offset:
            if offset != marks[waiting].offset:
                raise WrongEntity(f"entity begins in a middle of a UTF-16 symbol at byte offset {byte}")
            open_marks.append((marks[waiting], gone))
            waiting += 1
        if letter:
            gone += letter in _GONE
            offset += 1 + (letter > "\uffff")
            byte += len(letter.encode("utf-8", "surrogatepass"))
    if waiting < len(marks):
        raise WrongEntity(f"entity begins after the end of the text at UTF-16 offset {marks[waiting].offset}")
    if open_marks:
        mark = open_marks[-1][0]
        words = f"ends after the end of the text at UTF-16 offset {mark.end}"
        raise WrongEntity(f"entity beginning at UTF-16 offset {mark.offset} {words}")
    return ordered(moved)
