"""Slips of the fingers on a phone, and words left out, the same ones each time, for training. Pure.

`slipped("where is my order")` may be "where is my odrer", `shortened` of it "where my order".
"""

import random
import re
import zlib
from typing import List

_WORD = re.compile(r"[^\W\d_]{4,}")
_NEIGHBOURS = {
    letter: row[max(0, n - 1) : n] + row[n + 1 : n + 2]
    for row in (
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qwertzuiopü",
        "asdfghjklöä",
        "azertyuiop",
        "qsdfghjklm",
    )
    for n, letter in enumerate(row)
}
SHORTEST_SHORTENED = 4
LEFT_OUT = 0.25
LETTERS_A_SLIP = 18
"""About one slip in as many letters, at least one and at most three."""


def slipped(text: str) -> str:
    """The text with a few letters swapped, lost, doubled or missed; never in a word of less than four."""
    rng = random.Random(zlib.crc32(text.encode()))
    words = [match.span() for match in _WORD.finditer(text)]
    if not words:
        return text
    most = min(3, max(1, len(text) // LETTERS_A_SLIP), len(words))
    letters: List[str] = list(text)
    for start, end in sorted(rng.sample(words, most), reverse=True):
        letters[start:end] = _mistyped(text[start:end], rng)
    return "".join(letters)


def shortened(text: str) -> str:
    """The text without about each fourth of its words: no single word shall carry the meaning alone."""
    rng = random.Random(zlib.crc32(text.encode()) + 7)
    words = text.split()
    if len(words) < SHORTEST_SHORTENED:
        return text
    kept = [word for word in words if rng.random() > LEFT_OUT]
    return " ".join(kept) if len(kept) > 1 else text


def _mistyped(word: str, rng: random.Random) -> List[str]:
    letters = list(word)
    at = rng.randrange(1, len(letters) - 1)
    kind = rng.choice(("swap", "swap", "lose", "lose", "double", "miss"))
    if kind == "swap":
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    elif kind == "lose":
        del letters[at]
    elif kind == "double":
        letters.insert(at, letters[at])
    else:
        letters[at] = rng.choice(_NEIGHBOURS.get(letters[at].lower(), letters[at]) or letters[at])
    return letters
