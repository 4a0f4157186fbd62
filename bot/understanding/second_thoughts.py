"""Second thoughts in plain words: a number that was wrong, a cancellation that is not to be."""

import re
from decimal import Decimal

from bot.understanding.numbers import COUNTS
from bot.understanding.words import words_of

__all__ = ["keeps_the_order", "number_amended", "returns_goods", "swapped"]

_SAID = words_of("second_thoughts")
_NUMBER = r"\d+(?:[.,]\d+)?"
_NOT_BUT = re.compile(
    rf"^\W*(?:{_SAID['no']}\W+)?{_SAID['not']}\s+{_NUMBER}\W+{_SAID['but']}?\s*(?P<right>{_NUMBER})\W*$",
    re.IGNORECASE,
)
""" "Not 6 but 4": the number said last was wrong."""
_MEANT = re.compile(
    rf"^\W*(?:(?:{_SAID['oops']}\b[\s,!.]*)+{_SAID['make_it']}?|(?={_SAID['meaning']}))\s*"
    rf"(?:{_SAID['meaning']}\W*)?(?P<right>{_NUMBER}|{'|'.join(COUNTS)})(?: {_SAID['of_them']})?[\s.!]*$",
    re.IGNORECASE,
)
""" "No, I meant three": the number given last was wrong."""
_KEPT = re.compile(rf"^\W*(?:{_SAID['kept_lead']}\b[\s,]*)*{_SAID['kept']}\W*$", re.IGNORECASE)
_RETURNS = re.compile(rf"^\W*{_SAID['returns']}", re.IGNORECASE)
_SWAPS = re.compile(
    rf"^\W*(?:{_SAID['please']}\s+)*(?:"
    rf"{_SAID['swap']}\s+(?P<old>.{{2,40}}?)\s+{_SAID['swap_for']}\s+(?P<new>.{{2,40}}?)"
    rf"(?:\s+{_SAID['swap_end']})?"
    rf"|{_SAID['instead_of']}\s*(?P<older>.{{2,40}}?)[\s,]+{_SAID['instead_take']}\s+(?P<newer>.{{2,40}}?)"
    r")\W*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"^(?:{_SAID['article_tied']}|{_SAID['article']}\s+)", re.IGNORECASE)
LONGEST = 160
"""A second thought is a sentence; in longer texts none is looked for."""


def returns_goods(text: str) -> bool:
    """Whether goods are to go back."""
    return len(text) <= LONGEST and _RETURNS.match(text) is not None


def swapped(text: str) -> tuple[str, str] | None:
    """ "Swap the butter for margarine", "statt Reis nimm Graupen": what goes, and what comes for it."""
    found = _SWAPS.match(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    old, new = found["old"] or found["older"], found["new"] or found["newer"]
    return _ARTICLE.sub("", old.strip()), _ARTICLE.sub("", new.strip())


def number_amended(text: str, *, answers: bool) -> Decimal | None:
    """The number that is to stand for the one given last; where a question is open (`answers`), only "not 6
    but 4" is one."""
    if len(text) > LONGEST:
        return None
    amended = _NOT_BUT.match(text) or (None if answers else _MEANT.match(text))
    if amended is None:
        return None
    right = amended["right"].lower()
    return Decimal(COUNTS.get(right, right.replace(",", ".")))


def keeps_the_order(text: str) -> bool:
    """Whether a cancellation is taken back before it is confirmed."""
    return len(text) <= LONGEST and _KEPT.match(text) is not None
