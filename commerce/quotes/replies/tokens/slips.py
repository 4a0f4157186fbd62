"""Words that are nearly a name's: slips of the pen, names cut short, names shortened to a letter."""

import re

from rapidfuzz.distance import OSA

__all__ = ["is_shortened", "lacks_vowels", "slip", "slip_of_end"]

_SHORTENED = re.compile(r"(?P<first>[a-z]{1,4})-(?P<rest>[a-z]{4,})")
_LEAST_BEFORE = 3
"""So many letters of a compound stand before the word that it ends with, at least."""


def slip(word: str, token: str) -> int | None:
    """How many slips of the pen lie between a word and a name's; None when more than can be forgiven."""
    shorter, longer = sorted((word, token), key=len)
    if len(shorter) < 4 or word[0] != token[0]:
        return None
    if len(shorter) >= 4 and len(longer) >= 8 and longer.startswith(shorter):
        return 2
    allowed = 2 if len(shorter) >= 7 else 1
    distance = OSA.distance(word, token, score_cutoff=allowed)
    if distance > allowed:
        return None
    if len(token) <= 4 and len(word) == len(token) and sorted(word) != sorted(token):
        vowels = all(a == b or {a, b} <= set("aeiou") for a, b in zip(word, token, strict=True))
        return 1 if vowels else None
    return int(distance)


def slip_of_end(word: str, token: str) -> bool:
    """Whether a compound ends with the word but for one slip: "Fabre" for the "Wandfarbe".

    Two letters changed places, or one stands there twice or once too few; another letter is another word.
    """
    if len(word) < 5:
        return False
    for length in (len(word) - 1, len(word), len(word) + 1):
        end = token[-length:]
        if len(token) - length < _LEAST_BEFORE or end[0] != word[0] or end == word:
            continue
        same = sorted(end) == sorted(word) if length == len(word) else _single(end) == _single(word)
        if same and OSA.distance(word, end, score_cutoff=1) == 1:
            return True
    return False


def _single(word: str) -> str:
    """The word with each doubled letter once."""
    return re.sub(r"(.)\1+", r"\1", word)


def is_shortened(word: str, token: str) -> bool:
    """Whether a word is a compound with its first part cut to its first letters: "O-Saft", "Kart-Salat"."""
    match = _SHORTENED.fullmatch(word)
    if match is None or not token.startswith(match["first"]):
        return False
    before = token.removesuffix(match["rest"])
    return before != token and len(before) > max(len(match["first"]), _LEAST_BEFORE - 1)


def lacks_vowels(word: str, token: str) -> bool:
    """Whether a word is another one without its vowels: "chkn" for chicken, "brst" for breast."""
    if len(word) < 4 or _VOWELS & {*word} or word[0] != token[0]:
        return False
    told = _single("".join(letter for letter in token if letter not in _VOWELS))
    letters = iter(token)
    return len(word) >= len(told) - 1 and all(letter in letters for letter in word) and word[-1] == told[-1]


_VOWELS = frozenset("aeiouy")
