"""Words of units and small numbers in sellers' answers, of all languages, folded."""

import re
from collections.abc import Iterable

from commerce.quotes.replies.words.language import LANGUAGES
from commerce.units import Unit

__all__ = ["NUMBERS", "UNITS", "number_of", "one_of", "unit_of"]

UNITS: dict[str, Unit] = {
    word: unit
    for language in reversed(LANGUAGES)
    for unit, words in language.units.items()
    for word in words.split()
}
NUMBERS: dict[str, int] = {
    word: number
    for language in LANGUAGES
    for number, words in language.numbers.items()
    for word in words.split()
} | {"both": 2}


def unit_of(word: str) -> Unit | None:
    """The unit that a folded word names, or None."""
    return UNITS.get(word)


def number_of(text: str) -> int:
    """The number that figures or a folded word of `NUMBERS` say."""
    return int(text) if text.isdigit() else NUMBERS[text]


def one_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
