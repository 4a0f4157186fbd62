"""What a person typed against the short list before her: "the 2nd", "tomatos", "basil", "onoins and rice"."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

from commerce.matching.wording import GENTLE, folded, stem, words_of

__all__ = ["NameIndex"]

_NUMBER = re.compile(
    r"^(?:the\s+|der\s+|die\s+|das\s+|den\s+|le\s+|la\s+|no\.?\s*|nr\.?\s*|number\s+|nummer\s+|numero\s+|line\s+|item\s+|#)?"
    r"(\d{1,3})(?:st|nd|rd|th|\.|e|er|ere|eme)?(?:\s+one)?$"
)
# without accents, as `_plain` leaves what was typed
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "last": -1, "erste": 1, "ersten": 1, "zweite": 2, "zweiten": 2, "dritte": 3,
    "dritten": 3, "vierte": 4, "vierten": 4, "funfte": 5, "letzte": -1, "letzten": -1, "premier": 1,
    "premiere": 1, "deuxieme": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4, "dernier": -1, "derniere": -1,
}  # fmt: skip
_ORDINAL = re.compile(
    r"^(?:(?:the|der|die|das|den|le|la)\s+|l')?([^\W\d_]+)(?:\s+(?:one|item|line|eintrag|ligne))?$"
)
_FILLERS = frozenset({
    "please", "pls", "plz", "bitte", "from", "von", "by", "at", "chez", "no", "not", "without",
    "ohne", "sans", "kein", "keine", "pas", "take", "nimm", "prends", "only", "nur", "just",
    "also", "auch", "item", "ones", "one", "drop", "remove", "add", "my", "mein", "meine", "mon",
    "ma", "mes", "vous", "plait", "svp",
})  # fmt: skip
_APART = re.compile(r"\s*(?:,|;|&|\+|\band\b|\bund\b|\bet\b|\bor\b|\boder\b|\bou\b)\s*")
_CLOSE = 70


class NameIndex:
    """The names before the person, in their order."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = [_plain(name) for name in names]
        self._words = [words_of(name) for name in self._names]

    def find(self, text: str) -> list[int]:
        """The places (from 0) of all names meant by `text`; several where it fits several equally ("onion"
        before red and white onions), none where it fits none. A name may be a part, misspelt, in the plural,
        or a place ("the 2nd"); several names may be joined by "and"."""
        asked = _plain(text).strip(" .!?")
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

    def unknown(self, text: str) -> list[str]:
        """Of several names joined by "and" those that fit none; a mere "please" is no name."""
        parts = [
            part for part in _APART.split(_plain(text).strip(" .!?")) if not set(words_of(part)) <= _FILLERS
        ]
        return [part for part in parts if not self._one(part)] if len(parts) > 1 else []

    def _one(self, asked: str) -> list[int]:
        placed = self._by_place(asked)
        if placed is not None:
            return placed
        exact = [place for place, name in enumerate(self._names) if name == asked]
        if exact:
            return exact
        words = tuple(word for word in words_of(asked) if word not in _FILLERS)
        if not words:
            return []
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
        glued = fuzz.ratio("".join(words), "".join(known))
        return round(glued) - 4 if glued >= 86 else 0

    def _within(self, asked: str) -> list[int]:
        """Names that stand in a longer sentence, whole or by a word no other has: "from Sommer"."""
        words = [stem(word) for word in re.findall(r"[^\W_]+", asked)]
        stands = [
            [any(_alike(other, word) >= 88 for word in words) for other in known] for known in self._words
        ]
        whole = [place for place, known in enumerate(stands) if known and all(known)]
        return whole or [
            place
            for place, known in enumerate(self._words)
            if any(
                there and word not in GENTLE and sum(word in other for other in self._words) == 1
                for word, there in zip(known, stands[place], strict=True)
            )
        ]


def _plain(text: str) -> str:
    """Folded, and without accents: people leave them out when they type."""
    apart = unicodedata.normalize("NFD", folded(text))
    return "".join(character for character in apart if not unicodedata.combining(character))


def _alike(word: str, other: str) -> int:
    """How alike two words are: equal, misspelt, or begun."""
    if word == other:
        return 100
    if len(word) >= 3 and other.startswith(word):
        return 90 if len(word) > 3 else 72
    if min(len(word), len(other)) < 4:
        return 0
    ratio = fuzz.ratio(word, other)
    if len(word) == len(other) and sorted(word) == sorted(other):  # two letters changed places
        ratio = max(ratio, 88.0)
    return round(ratio) if ratio >= 75 and word[0] == other[0] else 0
