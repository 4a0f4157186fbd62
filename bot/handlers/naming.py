"""What a person names in words, against the components before her."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from commerce.matching.names import NameIndex
from commerce.methods.models import Component

__all__ = ["Named", "component_in", "named", "title_words"]

JOINED = re.compile(r",|&|\+|\b(?:and|or|und|oder|et|ou)\b", re.IGNORECASE)
ABOUT_AMOUNTS = frozenset({
    "a", "again", "all", "amount", "amounts", "as", "at", "batch", "big", "bit", "can", "could", "double",
    "everything", "full", "half", "halve", "i", "if", "in", "it", "less", "list", "make", "more", "much",
    "need", "of", "only", "part", "please", "portion", "portions", "quantity", "quarter", "recipe", "small",
    "than", "that", "the", "them", "thing", "things", "this", "three", "times", "triple", "twice", "two",
    "us", "we", "whole", "would", "you", "x",
    "alles", "als", "am", "anderthalb", "auf", "bitte", "brauche", "brauchen", "das", "davon", "der",
    "die", "doppelt",
    "doppelte", "doppelten", "dreifache", "dreimal", "es", "für", "ganze", "halb", "halbe",
    "halbiere", "halbieren",
    "hälfte", "ich", "kannst", "liste", "mach", "mache", "mal", "mehr", "menge", "mengen", "mir",
    "nur", "portionen", "rechne", "reicht", "rezept", "so", "soviel", "und", "verdoppeln",
    "verdopple", "verdreifache", "viel",
    "viele", "vom", "von", "weniger", "wir", "zweimal",
    "autant", "besoin", "ce", "cette", "ça", "d", "de", "des", "deux", "divise", "doubler", "doublez",
    "du", "et", "faire",
    "fais", "faites", "faut", "fois", "il", "je", "l", "la", "le", "les", "me", "mets", "moins",
    "moitié", "multiplie",
    "on", "par", "plaît", "plus", "pour", "quantité", "quantités", "recette", "s", "stp", "suffit",
    "svp", "te", "tout",
    "toute", "tripler", "trois", "tu", "une", "un", "vous",
})  # fmt: skip
"""Words that name no component where amounts are spoken of."""

NUMBERS = frozenset({
    "for", "with", "and", "make", "cook", "mit", "avec", "koche",
    "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "people", "persons", "servings",
    "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf", "personen", "leute", "portionen",
    "quatre", "cinq", "sept", "huit", "neuf", "dix", "douze", "personnes", "portions", "parts",
})  # fmt: skip
"""Words of portions: a title that tells them ("for Four") is not named by them."""


@dataclass(frozen=True)
class Named:
    """`found` for sure; `unknown` words that name nothing here; `unclear` words that fit several."""

    found: tuple[Component, ...]
    unknown: tuple[str, ...]
    unclear: tuple[tuple[str, tuple[Component, ...]], ...]


def named(components: Sequence[Component], names: Sequence[str], numbers: Sequence[int]) -> Named:
    """The components meant by words and by their numbers."""
    by_number = {component.n: component for component in components}
    found = [by_number[number] for number in numbers if number in by_number]
    unknown = [str(number) for number in numbers if number not in by_number]
    unclear: list[tuple[str, tuple[Component, ...]]] = []
    index = NameIndex([component.name for component in components])
    for name in names:
        hits = [components[place] for place in index.find(name)]
        if not hits:
            unknown.append(name)
        elif len(hits) > 1 and not JOINED.search(name):
            unclear.append((name, tuple(hits)))
        else:
            found += hits
    return Named(
        tuple({component.id: component for component in found}.values()), tuple(unknown), tuple(unclear)
    )


def component_in(components: Sequence[Component], text: str) -> Named:
    """The component that a sentence about amounts names, if any ("twice as much rice", not "double it")."""
    words = [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in ABOUT_AMOUNTS]
    rest = " ".join(words)
    return named(components, [rest] if rest else [], [])


def title_words(text: str) -> str:
    """The telling words of a title, or of a sentence that may name one."""
    words = re.findall(r"[^\W\d_]{3,}", text.casefold())
    return " ".join(word for word in words if word not in ABOUT_AMOUNTS and word not in NUMBERS)
