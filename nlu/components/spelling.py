"""The names of goods as they are spelled: "buter" -> "butter", in French "biere" -> "bière". Pure."""

import re
from collections import Counter
from functools import lru_cache
from itertools import groupby
from typing import Optional

from nlu.components.mending import Mender
from nlu.components.vocabulary import GOODS, IDLE_WORDS, SPELLINGS, folded, words

SHORTEST_LOST = 7  # letters of a word that may lack one, or have one too many
SHORTEST_MISSED = 8  # and of one where a letter may be another; shorter ones are other words too often
SHORTEST_VOWEL = 7  # of one where a vowel may be another: "chedder"
SHORTEST_UNVOICED = 6  # and of what was meant where a vowel was lost: "buttr"
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?:e?s|e?n|e|x|m|t|r)$")
_VOWELS = re.compile(r"[aeiouy]")
_MENDER = Mender(Counter([*GOODS, *IDLE_WORDS]))
_FRENCH = {
    folded(word): word
    for word in sorted(SPELLINGS)
    if re.search("[éèêëàâîïôûç]", word) and not re.search("és?$", word)  # "sucre" is no "sucré"
}
_FOREIGN = re.compile(words("no_umlaut"))
_DIGRAPH = re.compile(r"(?P<ae>ae)(?!ll)|(?P<oe>oe)(?!t|lle)|(?<![aeq])(?P<ue>ue)(?!ll|tt|r\b|\b)")


def spelled(name: str, language: Optional[str]) -> str:
    """A name in lower case, each word as goods are spelled where a slip lies between, or an accent lacks."""
    return _WORD.sub(lambda match: _word(match.group(), language), name.lower())


@lru_cache(maxsize=512)
def _word(word: str, language: Optional[str]) -> str:
    plain = folded(word)
    if language == "de" and plain not in GOODS and plain not in IDLE_WORDS and not _FOREIGN.search(plain):
        word = _DIGRAPH.sub(lambda match: {"ae": "ä", "oe": "ö", "ue": "ü"}[match.group()], word)
        plain = folded(word)
    if language == "fr" and word == plain and plain not in IDLE_WORDS and plain in _FRENCH:
        return _FRENCH[plain]
    if plain in GOODS or plain in IDLE_WORDS:
        accented = language in ("de", "fr") and word == plain and plain not in IDLE_WORDS
        return GOODS[plain] if accented else word
    mended = _MENDER.mended(plain)
    if mended not in GOODS or not _is_slip(plain, mended):
        return word
    return mended if language == "en" else GOODS[mended]


def is_idle_slip(word: str) -> bool:
    """Whether a long word names nothing, but for a slip of the finger: "alredy"."""
    plain = folded(word)
    return len(plain) >= SHORTEST_UNVOICED and plain not in GOODS and _MENDER.mended(plain) in IDLE_WORDS


def _is_slip(typed: str, meant: str) -> bool:
    """Whether one is rather a slip of the other than another word, or one and many of the same."""
    if _ENDING.sub("", typed) == _ENDING.sub("", meant):
        return meant in (
            f"{typed[:-1]}es",
            f"{typed[:-1]}en" if typed.endswith("rn") else "",
        )  # "tomatos", "beern"
    if sorted(typed) == sorted(meant) or _once(typed) == _once(meant):  # swapped, or doubled
        return True
    if typed[:3] == meant[:3] and _VOWELS.sub("", typed) == _VOWELS.sub("", meant):
        return len(typed) >= SHORTEST_VOWEL or (len(typed) < len(meant) and len(meant) >= SHORTEST_UNVOICED)
    return len(typed) >= (SHORTEST_MISSED if len(typed) == len(meant) else SHORTEST_LOST)


def _once(word: str) -> str:
    """The word without doubled letters."""
    return "".join(letter for letter, _ in groupby(word))
