"""What a person typed against the short list before her: "the 2nd", "tomatos", "basil", "onoins and rice"."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from commerce.matching.wording import folded, stem, words_of

__all__ = ["NameIndex"]

_NUMBER = re.compile(
    r"^(?:the\s+|der\s+|die\s+|das\s+|den\s+|le\s+|la\s+|no\.?\s*|nr\.?\s*|number\s+|nummer\s+|numéro\s+|line\s+|item\s+|#)?"
    r"(\d{1,3})(?:st|nd|rd|th|\.|e|er|ère|ème)?(?:\s+one)?$"
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "last": -1, "erste": 1, "ersten": 1, "zweite": 2, "zweiten": 2, "dritte": 3,
    "dritten": 3, "vierte": 4, "vierten": 4, "fünfte": 5, "letzte": -1, "letzten": -1, "premier": 1,
    "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "dernier": -1, "dernière": -1,
}  # fmt: skip
_ORDINAL = re.compile(
    r"^(?:the|der|die|das|den|le|la|l')?\s*([^\W\d_]+)(?:\s+(?:one|item|line|eintrag|ligne))?$"
)
_APART = re.compile(r"\s*(?:,|;|&|\+|\band\b|\bund\b|\bet\b|\bor\b|\boder\b|\bou\b)\s*")
_CLOSE = 80


class NameIndex:
    """The names before the person, in their order."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = [folded(name) for name in names]
        self._words = [words_of(name) for name in names]

    def find(self, text: str) -> list[int]:
        """The places (from 0) of all names meant by `text`; several where it fits several equally ("onion"
        before red and white onions), none where it fits none. A name may be a part, misspelt, in the plural,
        or a place ("the 2nd"); several names may be joined by "and"."""
        asked = folded(text).strip(" .!?")
        if not asked or not self._names:
            return []
        whole = self._one(asked)
        parts = [part for part in _APART.split(asked) if part]
        if len(parts) < 2 or (whole and self._names[whole[0]] == asked):
            return whole or self._within(asked)
        found = [self._one(part) for part in parts]
        if all(found):
            return list(dict.fromkeys(place for places in found for place in places))
        return whole or self._within(asked) or [place for places in found for place in places]

    def _one(self, asked: str) -> list[int]:
        placed = self._by_place(asked)
        if placed is not None:
            return placed
        exact = [place for place, name in enumerate(self._names) if name == asked]
        if exact:
            return exact
        words = words_of(asked)
        scores = [self._score(asked, words, place) for place in range(len(self._names))]
        best = max(scores)
        return [place for place, score in enumerate(scores) if score == best] if best >= _CLOSE else []

    def _by_place(self, asked: str) -> list[int] | None:
        number = _NUMBER.match(asked)
        ordinal = _ORDINAL.match(asked)
        count = len(self._names)
        if number:
            place = int(number[1])
        elif ordinal and ordinal[1] in _ORDINALS and ordinal[1] not in self._names:
            place = _ORDINALS[ordinal[1]]
        else:
            return None
        place = count if place == -1 else place
        return [place - 1] if 1 <= place <= count else []

    def _score(self, asked: str, words: tuple[str, ...], place: int) -> int:
        """Of 100: the same words; all asked words in the name, also misspelt; the name inside the words."""
        known = self._words[place]
        if set(words) == set(known):
            return 100
        hits = [max((_alike(word, other) for other in known), default=0) for word in words]
        if hits and min(hits) >= _CLOSE:
            return min(95, round(sum(hits) / len(hits)) - 4)
        backward = [max((_alike(other, word) for word in words), default=0) for other in known]
        if backward and min(backward) >= _CLOSE:
            return min(90, round(sum(backward) / len(backward)) - 8)
        glued = fuzz.ratio(asked.replace(" ", ""), self._names[place].replace(" ", ""))
        return round(glued) - 4 if glued >= 86 else 0

    def _within(self, asked: str) -> list[int]:
        """Names that stand whole somewhere in a longer sentence: "take the rice from her"."""
        words = [stem(word) for word in re.findall(r"[^\W_]+", asked)]
        return [
            place
            for place, known in enumerate(self._words)
            if known and all(any(_alike(other, word) >= 88 for word in words) for other in known)
        ]


def _alike(word: str, other: str) -> int:
    """How alike two words are: equal, misspelt, or begun."""
    if word == other:
        return 100
    if len(word) >= 4 and other.startswith(word):
        return 90
    if min(len(word), len(other)) < 4:
        return 0
    ratio = fuzz.ratio(word, other)
    if len(word) == len(other) and sorted(word) == sorted(other):  # two letters changed places
        ratio = max(ratio, 88.0)
    return round(ratio) if ratio >= 75 and word[0] == other[0] else 0
