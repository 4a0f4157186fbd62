"""What a person names in words, against the components before her."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.words import words_of
from commerce.matching.names import NameIndex
from commerce.matching.translating import name_in
from commerce.methods.models import Component

__all__ = ["Named", "component_in", "is_dish_of", "named", "title_words"]

_SAID = words_of("naming")
JOINED = re.compile(rf",|&|\+|\b{_SAID['joined']}\b", re.IGNORECASE)
ABOUT_AMOUNTS = frozenset(_SAID.single("about_amounts"))
"""Words that name no component where amounts are spoken of."""
SHORTEST_HEAD = 5
DISH_ASIDE = re.compile(rf"\b{_SAID['dish_aside']}\b|{_SAID['dish_aside_tied']}", re.IGNORECASE)
ABOUT_THE_DISH = re.compile(rf"\s+{_SAID['about_the_dish']}\b|[:(,–]", re.IGNORECASE)
"""Where a title goes on to tell more of the dish than what it is."""
PORTIONS = frozenset(_SAID.single("portions"))
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
        hits = [components[place] for place in index.find(name) or _in_other_words(components, name)]
        if not hits:
            unknown.append(name)
        elif len(hits) > 1 and not JOINED.search(name):
            unclear.append((name, tuple(hits)))
        else:
            found += hits
    return Named(
        tuple({component.id: component for component in found}.values()), tuple(unknown), tuple(unclear)
    )


def _in_other_words(components: Sequence[Component], name: str) -> list[int]:
    """The places meant by a name in another language than theirs: "Basilikum" before fresh basil."""
    for language in ("en", "de", "fr"):
        known = [name_in(language, component.name) or "" for component in components]
        hits = [place for place in NameIndex(known).find(name) if known[place]]
        if hits:
            return hits
    return []


def component_in(components: Sequence[Component], text: str) -> Named:
    """The component that a sentence about amounts names, if any ("twice as much rice", not "double it")."""
    words = [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in ABOUT_AMOUNTS]
    rest = " ".join(words)
    return named(components, [rest] if rest else [], [])


def is_dish_of(name: str, title: str) -> bool:
    """Whether a name means what a title is about: "the lasagne" is "Spinach and Ricotta Lasagne", and neither
    the spinach nor "lasagne sheets"."""
    said = DISH_ASIDE.sub(" ", name.casefold()).strip()
    heading = ABOUT_THE_DISH.split(title.casefold(), maxsplit=1)[0].strip()
    parts = re.findall(r"[^\W\d_]{3,}", heading)
    if not parts or not said:
        return False
    if _is_head(parts[-1], said):
        return len(said.split()) == 1 or bool(NameIndex([heading]).find(said))
    return len(said.split()) >= len(parts) and bool(NameIndex([heading]).find(said))


def _is_head(head: str, said: str) -> bool:
    """The head of a title is the last word that was said, in the singular or plural, or a word made with it:
    "Gemüselasagne"."""
    last = said.split()[-1]
    alike = abs(len(head) - len(last)) <= 2 and (head.startswith(last) or last.startswith(head))
    return alike or (len(last) >= SHORTEST_HEAD and head.endswith(last))


def title_words(text: str) -> str:
    """The telling words of a title, or of a sentence that may name one."""
    words = re.findall(r"[^\W\d_]{3,}", text.casefold())
    return " ".join(word for word in words if word not in ABOUT_AMOUNTS and word not in PORTIONS)
