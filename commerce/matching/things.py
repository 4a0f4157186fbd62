"""The thing that a name means by the book, and the words beside it that tell how it is or make it another."""

import re
from dataclasses import dataclass

from commerce.matching.namebook import (
    Words,
    is_quality,
    qualities_of,
    thing_compounded,
    thing_named,
    thing_with,
    thing_within,
)
from commerce.matching.wording import GENTLE, folded, words_of

__all__ = ["Thing", "head_of", "thing_of"]

_WITH = re.compile(r"\b(?:with|without|mit|ohne|avec|sans)\b")
_AFTER = re.compile(r"\b(?:of|with|for|in|without|mit|aus|ohne|für|vom|von)\b")
_FRENCH = re.compile(r"\b(?:de|du|des|à|au|aux|en)\b|\b[dl]['’]", re.IGNORECASE)


@dataclass(frozen=True)
class Thing:
    """The thing that a name has in the book; `qualities` and `others` are the words beside its name there,
    `telling` those of the others that stand before it and make another thing of it: "hard wax oil"; `told`
    all qualities, also those that are a part of its name there ("raw prawns")."""

    number: int
    qualities: frozenset[str]
    others: frozenset[str]
    telling: frozenset[str]
    told: frozenset[str]


def thing_of(name: str, words: Words, head: str, *, varieties: bool = False) -> Thing | None:
    """What a name means by the book: as a whole, by the run of words at its head, without its qualities, or,
    with `varieties`, before the name of a variety ("Apples Elstar")."""
    front = _front(name)
    first = tuple(word for word in words_of(front.partition(",")[0]) if word in words) or words
    number, named = None, frozenset[str]()
    for tried in (first,) if _WITH.search(folded(name)) else (words, first):
        if number is None:
            number, named = thing_named(tried), frozenset(tried)
    if number is None and (within := thing_within(first, head)) is not None:
        number, named = within
    for size in range(len(first) - 1, 0, -1):  # "Alubias blancas cocidas"
        if number is None and all(map(is_quality, first[size:])):
            number, named = thing_named(first[:size]), frozenset(first[:size])
    if number is None:
        kept = tuple(word for word in first if not is_quality(word))
        number, named = thing_named(kept), frozenset(kept)
    if number is None and varieties:
        number, named = _before_variety(name, first)
    if number is None and (number := thing_compounded(head)) is not None:
        return Thing(number, frozenset(), frozenset(words), frozenset(), frozenset())
    if number is None:
        return None
    told = qualities_of(word for word in words if is_quality(word))
    beside = [word for word in words if word not in named]
    qualities = frozenset(word for word in beside if is_quality(word))
    english = qualities_of(qualities)
    closer = thing_with(number, english) if english else None
    if closer is not None:
        number, english = closer, frozenset()
    others = frozenset(beside) - qualities
    last = max((first.index(word) for word in named if word in first), default=0)
    return Thing(number, english, others, others & frozenset(first[:last]), told)


def _before_variety(name: str, first: Words) -> tuple[int | None, frozenset[str]]:
    """The thing that a name begins with, where only capitalised words follow."""
    written = [word for word in name.partition(",")[0].split() if word[:1].isalpha()]
    for size in range(len(first) - 1, 0, -1):
        rest = written[size:]
        if rest and all(word[:1].isupper() and "-" not in word for word in rest):
            number = thing_named(first[:size])
            if number is not None:
                return number, frozenset(first[:size])
    return None, frozenset()


def head_of(name: str, words: Words) -> str:
    """The noun that says what the thing is: the last word, before "of" and "with"; in French the first."""
    front = _front(name)
    if _FRENCH.search(name) and not re.search(r"\bin\b", name):
        front = _FRENCH.split(folded(name))[0] or front
    inside = [word for word in words_of(front) if word in words] or list(words)
    nouns = [word for word in inside if word not in GENTLE]
    return (nouns or inside)[-1]


def _front(name: str) -> str:
    return _AFTER.split(folded(name))[0]
