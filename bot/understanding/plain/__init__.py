"""Whole sentences whose meaning is plain in any language: "skip that", "weiter", "comme la dernière fois".

One file a language (`en.toml`, …) lists them by what they mean; all are looked through, whatever language the
person has set. They work while the dialogue is away, too.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

__all__ = ["MEANINGS", "PHRASES", "plain_meaning"]

PHRASES = Path(__file__).parent
MEANINGS = (
    "again", "skip", "never_mind", "resume", "same_as_last", "last_address", "last_window", "last_payment",
    "human", "to_shop", "delivery", "take", "pay_at_shop", "right", "wrong", "show_now", "list", "who",
)  # fmt: skip
LONGEST = 70
MENDED_FROM = 9
"""Letters from which on one slip of the fingers is mended; in twice as many two are."""
_APART = re.compile(r"[\W_]+")


def plain_meaning(text: str) -> str | None:
    """One of `MEANINGS`, or None. Words of courtesy do not count."""
    if len(text) > LONGEST:
        return None
    variants = list(_with_less_courtesy(_folded(text)))
    known = (_known()[words] for words in variants if words in _known())
    return next(known, None) or _nearly(variants[-1])


def _nearly(said: str) -> str | None:
    slips = min(len(said) // MENDED_FROM, 2)
    if slips == 0:
        return None
    close = (
        (distance, words)
        for words in _known()
        if (distance := OSA.distance(said, words, score_cutoff=slips)) <= slips
    )
    best = min(close, default=None)
    return _known()[best[1]] if best is not None else None


def _with_less_courtesy(said: str) -> Iterator[str]:
    """The sentence, without "please", then without the words of courtesy at its ends, one after the other."""
    yield said
    said = " ".join(word for word in said.split() if word not in _please())
    yield said
    changed = True
    while changed:
        changed = False
        for words in _courtesy():
            shorter = said.removeprefix(f"{words} ").removesuffix(f" {words}")
            if shorter != said:
                said, changed = shorter, True
                yield said


@cache
def _known() -> dict[str, str]:
    return {
        _folded(phrase): meaning
        for lists in _lists()
        for meaning in MEANINGS
        for phrase in lists.get(meaning, [])
    }


@cache
def _please() -> frozenset[str]:
    return frozenset(_folded(word) for lists in _lists() for word in lists["please"])


@cache
def _courtesy() -> tuple[str, ...]:
    return tuple(sorted({_folded(words) for lists in _lists() for words in lists["courtesy"]}))


def _lists() -> Iterator[dict[str, list[str]]]:
    for path in sorted(PHRASES.glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def _folded(text: str) -> str:
    """Without case, accents and signs; "ü", "ue" and "u" are one."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _APART.sub(" ", bare).strip()
    return re.sub(r"([aou])e", r"\1", words)
