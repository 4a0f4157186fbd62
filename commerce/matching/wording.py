"""Names of things as words that can be compared: folded, without number, without what says nothing."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = [
    "DISTINCT",
    "EMPTY",
    "GENTLE",
    "KEPT_IN",
    "MAKE",
    "NEEDED",
    "PIECES",
    "TELLING",
    "folded",
    "stem",
    "words_of",
]

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CODE = re.compile(r"\d")
_DATA: dict[str, Any] = tomllib.loads(
    (files("commerce.matching") / "data" / "words.toml").read_text(encoding="utf-8")
)


def folded(text: str) -> str:
    """Lower case, one kind of apostrophe, composed accents, single blanks."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").casefold()
    return " ".join(text.split())


_PLURALS: dict[str, str] = _DATA["plurals"]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its plural ending, roughly, and alike for both numbers: tomato for tomatoes."""
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if len(word) > 5 and word.endswith("eln"):
        return word[:-1]
    if len(word) > 6 and word.endswith("en"):
        return word[:-1]
    return word


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The stems of a name in their order, without numbers and what says nothing (unless that is all)."""
    plain = folded(text).replace("'s", "").replace("l'", " ").replace("d'", " ")
    every = [stem(word) for word in _WORD.findall(plain) if not word[0].isdigit()]
    telling = tuple(word for word in every if word not in EMPTY and len(word) > 1 and not _CODE.search(word))
    return telling or tuple(every) or tuple(_WORD.findall(plain))


EMPTY: frozenset[str] = frozenset(stem(folded(word)) for word in _DATA["empty"])
MAKE: frozenset[str] = frozenset(folded(word) for word in _DATA["make"])
KEPT_IN: tuple[str, ...] = tuple(_DATA["kept_in"])
PIECES: tuple[str, ...] = tuple(_DATA["pieces"])
GENTLE: frozenset[str] = frozenset(stem(folded(word)) for word in _DATA["gentle"])
TELLING: tuple[frozenset[str], ...] = tuple(
    frozenset(stem(folded(word)) for word in group) for group in _DATA["telling"]
)
NEEDED: frozenset[str] = frozenset(stem(folded(word)) for word in _DATA["needed"])
DISTINCT: frozenset[frozenset[str]] = frozenset(frozenset(words_of(name)) for name in _DATA["distinct"])
