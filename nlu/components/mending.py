"""Mends a word that the model does not know into one that it does, where a single slip lies between. Pure."""

from collections import defaultdict
from typing import Dict, List, Mapping, Set

SHORTEST_SWAPPED = 4
SHORTEST_MENDED = 5


class Mender:
    """`known` words with how often each was met; of several candidates the commonest wins."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self._by_loss: Dict[str, List[str]] = defaultdict(list)
        for word in known:
            if len(word) >= SHORTEST_MENDED and word.isalpha():
                for shorter in without_one(word):
                    self._by_loss[shorter].append(word)

    def mended(self, word: str) -> str:
        """ "sasn" -> "sans", "halte" -> "halfte"; a word that is known, or like no other, stays."""
        if word in self._known or len(word) < SHORTEST_SWAPPED or not word.isalpha():
            return word
        found: Set[str] = {
            swapped
            for n in range(len(word) - 1)
            if (swapped := word[:n] + word[n + 1] + word[n] + word[n + 2 :]) in self._known
        }
        if not found and len(word) >= SHORTEST_MENDED:
            shorter = without_one(word)
            found = {one for one in shorter if one in self._known and len(one) >= SHORTEST_SWAPPED}
            found.update(self._by_loss.get(word, ()))
            for one in shorter:
                found.update(other for other in self._by_loss.get(one, ()) if differs_in_one(word, other))
        return max(found, key=lambda other: (self._known[other], other), default=word)


def without_one(word: str) -> Set[str]:
    """The word with each of its letters lost in turn."""
    return {word[:n] + word[n + 1 :] for n in range(len(word))}


def differs_in_one(word: str, other: str) -> bool:
    """Whether the words are alike but for one letter, which is not the first."""
    if len(word) != len(other) or word[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(word, other, strict=True)) == 1
