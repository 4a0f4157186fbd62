"""The names of goods as they are spelled: "Buter" -> "butter", "biere" -> "bière". Pure."""

import re
from collections import Counter
from functools import lru_cache

from nlu.components.mending import Mender
from nlu.components.vocabulary import GOODS, IDLE_WORDS, folded

SHORTEST_MISSED = 7  # letters of a word in which one may be another; shorter ones are other words too often
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?:e?s|e?n|e|x)$")
_MENDER = Mender(Counter([*GOODS, *IDLE_WORDS]))


def spelled(name: str) -> str:
    """A name in lower case, each of its words as goods are spelled where a single slip lies between."""
    return _WORD.sub(lambda match: _word(match.group()), name.lower())


@lru_cache(maxsize=512)
def _word(word: str) -> str:
    plain = folded(word)
    if word in GOODS.values():
        return word
    if plain in GOODS and plain not in IDLE_WORDS:
        return GOODS[plain]
    mended = _MENDER.mended(plain)
    if mended not in GOODS or mended in IDLE_WORDS or len(mended) < 5:
        return word
    if len(mended) == len(plain) < SHORTEST_MISSED and sorted(mended) != sorted(plain):
        return word
    if _ENDING.sub("", mended) == _ENDING.sub("", plain):  # one and many of the same
        return word
    return GOODS[mended]
