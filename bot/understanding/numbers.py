"""Numbers said in words."""

from bot.understanding.words import words_of

__all__ = ["COUNTS"]

_SAID = words_of("numbers")
COUNTS = {word: number for number in range(1, 13) for word in _SAID.single(str(number))}
"""Each word, in small letters, and the number it says."""
