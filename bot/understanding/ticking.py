"""Which lines of a list somebody wants, and which she leaves out."""

import re
from collections.abc import Mapping
from typing import Any

from bot import commands as c
from bot.understanding.slots import as_said, names_in, numbers_in
from bot.understanding.words import words_of

__all__ = ["NO", "drop", "keep"]

_SAID = words_of("ticking")
NO = re.compile(rf"^\W*{_SAID['no']}(?:\b|(?<=['’]))", re.IGNORECASE)
_ALL_BUT = re.compile(rf"\b{_SAID['all']}\b[^,;.]{{0,20}}\b{_SAID['but']}\b", re.IGNORECASE)
_HAVE = re.compile(rf"\b{_SAID['have']}\b", re.IGNORECASE)
_NOT_NEEDED = re.compile(_SAID["not_needed"], re.IGNORECASE)
_EVERYTHING = re.compile(rf"\b{_SAID['everything']}\b", re.IGNORECASE)
_TAKES_OUT = re.compile(rf"\b{_SAID['takes_out']}\b", re.IGNORECASE)
_CALLED_OFF = re.compile(rf"\b{_SAID['called_off']}\b", re.IGNORECASE)


def _all_but(text: str) -> bool | None:
    """Whether all but something is there or goes ("I have all but the salt", "remove all but the salt"), or
    is wanted ("all but the flour, I have that"); None where nothing is excepted."""
    said = _ALL_BUT.search(text)
    if said is None:
        return None
    begins = max(text.rfind(stop, 0, said.start()) for stop in ",;.") + 1
    clause = re.split(r"[,;.]", text[begins:], maxsplit=1)[0]
    return bool(_HAVE.search(clause) or _TAKES_OUT.search(clause))


def keep(slots: Mapping[str, Any], text: str) -> c.Command:
    """ "Only the butter" keeps it; "only the butter I don't need" and "all but the butter" leave it out;
    who has all but the butter, or takes all but it out, keeps just that."""
    names = tuple(as_said(text, name) for name in names_in(slots))
    numbers = numbers_in(slots)
    if not (names or numbers) and _EVERYTHING.search(text) and _TAKES_OUT.search(text):
        return c.DropLines((), text=text, everything=True)
    if not (names or numbers) and (_CALLED_OFF.search(text) or not _EVERYTHING.search(text)):
        return c.DidYouMean(text)  # "I'll take that one" says nothing of all the lines
    there = _all_but(text) if names or numbers else None
    if there is False or ((names or numbers) and _NOT_NEEDED.search(text)):
        return c.DropLines(names, numbers, text)
    return c.KeepLines(names, numbers, only=bool(slots.get("only") or there))


def drop(slots: Mapping[str, Any], text: str) -> c.Command:
    """Of "no wine, and 3 onions" the wine: the 3 is no line, and who counts onions wants them; who has all
    but the wine, or takes all but it out, keeps just that."""
    names, numbers, said = names_in(slots), numbers_in(slots), text.casefold()
    if (names or numbers) and _all_but(text):
        return c.KeepLines(tuple(as_said(text, name) for name in names), numbers, only=True)
    counted = {name: n for name in names for n in numbers if f"{n} {name.casefold()}" in said}
    if NO.match(text) and 0 < len(counted) < len(names):
        names = tuple(name for name in names if name not in counted)
        numbers = tuple(n for n in numbers if n not in counted.values())
    names = tuple(as_said(text, name) for name in names)
    return c.DropLines(names, numbers, text, everything=bool(slots.get("all")))
