"""The names of goods as they are spelled: "buter" -> "butter", in French "biere" -> "bière". Pure."""

import re
from collections import Counter
from functools import lru_cache
from itertools import groupby
from typing import Optional

from nlu.components.mending import Mender
from nlu.components.vocabulary import GOODS, IDLE_WORDS, folded

SHORTEST_LOST = 7  # letters of a word that may lack one, or have one too many
SHORTEST_MISSED = 8  # and of one where a letter may be another; shorter ones are other words too often
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?:e?s|e?n|e|x|m|t|r)$")
_MENDER = Mender(Counter([*GOODS, *IDLE_WORDS]))


def spelled(name: str, language: Optional[str]) -> str:
    """A name in lower case, each word as goods are spelled where a slip lies between, or an accent lacks."""
    return _WORD.sub(lambda match: _word(match.group(), language), name.lower())


@lru_cache(maxsize=512)
def _word(word: str, language: Optional[str]) -> str:
    plain = folded(word)
    if plain in GOODS or plain in IDLE_WORDS:
        accented = language in ("de", "fr") and word == plain and plain not in IDLE_WORDS
        return GOODS[plain] if accented else word
    mended = _MENDER.mended(plain)
    if mended not in GOODS or not _is_slip(plain, mended):
        return word
    return mended if language == "en" else GOODS[mended]


def _is_slip(typed: str, meant: str) -> bool:
    """Whether one is rather a slip of the other than another word, or one and many of the same."""
    if _ENDING.sub("", typed) == _ENDING.sub("", meant):
        return typed[:-1] + "es" == meant  # "tomatos"
    if sorted(typed) == sorted(meant) or _once(typed) == _once(meant):  # swapped, or doubled
        return True
    return len(typed) >= (SHORTEST_MISSED if len(typed) == len(meant) else SHORTEST_LOST)


def _once(word: str) -> str:
    """The word without doubled letters."""
    return "".join(letter for letter, _ in groupby(word))
