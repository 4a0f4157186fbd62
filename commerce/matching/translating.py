"""What a component is called in another language, where the book of names has it for certain."""

from functools import lru_cache

from commerce.matching.namebook import book_of_names, marked_names, meant_in, thing_named
from commerce.matching.wording import words_of

__all__ = ["name_in", "names_of"]

_ASIDE = frozenset(
    words_of(
        "fresh freshly large small medium ripe organic good quality frische frischer frisches frischen große"
        " großer kleine kleiner reife frais fraîche fraîches gros grosse grosses petit"
        " petite petites mûr mûre bio"
    )
)
"""Words that change nothing of what a thing is called."""


def name_in(language: str, name: str, spoken: str = "") -> str | None:
    """The name in "en", "de" or "fr" of a thing whose name the words are; None where the book does not tell.
    Words that change nothing ("fresh") do not count; others do. `spoken` is the language of the name, where
    it is known, and tells what a word means that stands for another thing elsewhere ("raisins")."""
    number = _thing(name, spoken)
    return None if number is None else _by_language()[number].get(language[:2].lower())


def names_of(name: str, spoken: str = "") -> tuple[str, ...]:
    """All names that the book has, in any language, for the thing whose name the words are."""
    number = _thing(name, spoken)
    return () if number is None else book_of_names()[number]


def _thing(name: str, spoken: str) -> int | None:
    words = words_of(name)
    if (meant := meant_in(spoken, words)) is not None:
        words = words_of(meant)
    number = thing_named(words)
    return number if number is not None else thing_named([word for word in words if word not in _ASIDE])


@lru_cache(maxsize=1)
def _by_language() -> tuple[dict[str, str], ...]:
    both = zip(book_of_names(), marked_names(), strict=True)
    return tuple({"en": names[0]} | marked for names, marked in both)
