"""Which lines of a list somebody wants, and which she leaves out."""

import re
from collections.abc import Mapping
from typing import Any

from bot import commands as c
from bot.understanding.slots import as_said, names_in, numbers_in

__all__ = ["NO", "drop", "keep"]

NO = re.compile(
    r"^\W*(?:(?:with )?no|without|kein(?:e[nrs]?)?|ohne|pas d[e'’]|sans)(?:\b|(?<=['’]))", re.IGNORECASE
)
_ALL_BUT = re.compile(
    r"\b(?:all|everything|alles|alle|tout)\b[^,;.]{0,20}"
    r"\b(?:but|except|besides|apart from|au(?:ß|ss)er|bis auf|sauf|à part|hormis)\b",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\b(?:have|['’]ve|got|hab|habe|haben|hätte|da|ai|avons|on a)\b", re.IGNORECASE)
_NOT_NEEDED = re.compile(
    r"\b(?:don['’]?t|do not) (?:need|want)\b|\bn['’]ai pas besoin\b|\bne (?:veux|voulons) pas\b"
    r"|\b(?:brauch\w*|will|wollen|möchte\w*) (?:ich|wir) (?:\w+ )?nicht\b|\bnicht (?:brauch|benötig)",
    re.IGNORECASE,
)


_EVERYTHING = re.compile(
    r"\b(?:all|everything|every|whole|lot|alle[sn]?|ganze[nrs]?|sämtliche\w*|tout(?:e|es)?|tous|entière?)\b",
    re.IGNORECASE,
)
_TAKES_OUT = re.compile(
    r"\b(?:remove|drop|delete|clear|empty|leave out|take out|throw out|untick|entfern\w*|lösch\w*|leer\w*"
    r"|streich\w*"
    r"|weg|raus|weglassen|enlève[rz]?|enleve[rz]?|retire[rz]?|supprime[rz]?|vide[rz]?|efface[rz]?"
    r"|ôte[rz]?)\b",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|storn\w*|annul\w*|abbrech\w*|forget|vergiss|oublie[rz]?)\b", re.IGNORECASE
)


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
