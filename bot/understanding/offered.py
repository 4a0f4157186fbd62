"""Which of a few things offered is meant: "the second one", "nimm die von Hilde", "le dernier"."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

from bot.understanding.words import words_of

__all__ = ["chosen_among"]

UNCLEAR = -1
MOST_WORDS = 9
_CLOSE = 86
_WORD = re.compile(r"[^\W_]+")
_SAID = words_of("offered")
_ONLY_ALONE = frozenset(word for group in ("one", "two", "three") for word in _SAID.single(group))
"""Numbers that are also part of other sentences ("the one from Hilde"): a place where they stand alone."""
_PLACES = {
    word: place
    for group, place in (
        ("first", 1), ("one", 1), ("second", 2), ("two", 2), ("third", 3), ("three", 3), ("last", -1),
    )
    for word in _SAID.single(group)
}  # fmt: skip
_NUMBERED = frozenset(_SAID.single("number"))
_SAID_BESIDE = frozenset(_SAID.single("beside"))
_YES = frozenset(_SAID.single("yes"))
_PEOPLE = frozenset(_SAID.single("people"))


def chosen_among(text: str, names: Sequence[str]) -> int | None:
    """The place (from 0) of what is chosen by its place or by words that only its name has; -1 where a place
    is named that is not there; None where the words say anything else."""
    words = _WORD.findall(_plain(text))
    if not words or not names or len(words) > MOST_WORDS or text.strip().endswith("?"):
        return None
    if _PEOPLE & {*words} and any(word.isdecimal() for word in words):
        return None  # "for 2": that many people
    telling = [word for word in words if word not in _SAID_BESIDE or word in _ONLY_ALONE]
    placed = [word for word in telling if _place_of(word) is not None]
    if len(placed) > 1:
        placed = [word for word in placed if word not in _ONLY_ALONE]
    if len(placed) == 1 and set(telling) <= {placed[0]} | _ONLY_ALONE:
        alone = len(words) == 1 or placed[0] not in _ONLY_ALONE or _is_numbered(words)
        return _there(_place_of(placed[0]), len(names)) if alone else None
    telling = [word for word in telling if word not in _SAID_BESIDE]
    if not telling:
        return 0 if len(names) == 1 and _YES & {*words} else None
    fitting = [
        place
        for place, name in enumerate(names)
        if all(any(_alike(word, other) for other in _WORD.findall(_plain(name))) for word in telling)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_numbered(words: Sequence[str]) -> bool:
    return not _NUMBERED.isdisjoint(words)


def _place_of(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else _PLACES.get(word)


def _there(place: int | None, count: int) -> int:
    if place == -1:
        return count - 1
    return place - 1 if place is not None and 1 <= place <= count else UNCLEAR


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) > 4 and fuzz.ratio(word, other) >= _CLOSE)


def _plain(text: str) -> str:
    """Folded, without accents: people leave them out when they type."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("ß", "ss"))
    return "".join(character for character in apart if not unicodedata.combining(character))
