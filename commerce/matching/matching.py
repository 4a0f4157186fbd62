"""Which item is meant by the name of a component.

Every item has names (its title, its other names); a component is compared with each. Equal names score 100.
Where one name has words more than the other, the head noun must agree and the extra words must be of the
gentle kind ("baby", "unsalted"): "eggs" is not egg noodles, "coconut milk" not milk, "paint" never a brush.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz, process

from commerce.matching.judging import SURE_FROM, KnownName, Meaning, judged
from commerce.matching.namebook import is_known_word, kinds_of, meant_by, meant_in, respelled, thing_named
from commerce.matching.sizes import size_loss, without_grade
from commerce.matching.things import head_of, thing_of
from commerce.matching.titles import (
    are_sentences,
    makers_of,
    without_make,
    without_maker,
    without_measures,
    without_medium,
    without_packing,
)
from commerce.matching.wording import KEPT_IN, MAKE, folded, words_of
from commerce.methods.components import Kind
from commerce.units import Amount, Unit

__all__ = ["SURE_FROM", "Candidate", "Match", "Matcher"]

_PART_OF = re.compile(
    r"^(?:cloves?|heads?|bulbs?|bunch(?:es)?|sprigs?|stalks?|sticks?|slices?|pieces?|cans?|tins?|jars?|pinch(?:es)?"
    r"|knobs?|handfuls?|glass(?:es)?|sheets?|packs?|packets?|rolls?|tubes?|bottles?)\sof\s+",
    re.IGNORECASE,
)
_FITTING = {
    Kind.INGREDIENT: {"food"},
    Kind.MATERIAL: {"hardware", "fabric", "household", "chemical", "fashion"},
    Kind.TOOL: {"hardware", "household", "fabric"},
}
_FORMS = {"wedge", "ball", "loaf", "fillet", "portion", "boule", "kugel", "stück"}
"""The shape in which a thing is sold, behind its name."""
_WRONG_CATEGORY = 25
_CLOSE_SPELLING = 84
_SAME_NAME = 92


@dataclass(frozen=True)
class Candidate:
    """An item that may be meant."""

    item_id: UUID
    title: str
    other_names: tuple[str, ...]
    category: str
    family: str
    pack: Amount


@dataclass(frozen=True)
class Match:
    """`score` of 100; `sure` when it may be offered without asking; `why` is a stable code."""

    item_id: UUID
    score: int
    sure: bool
    why: str


class Matcher:
    """Finds items by name. `aliases` maps what people write to the name they meant; it is looked at first."""

    def __init__(self, candidates: Iterable[Candidate], aliases: Mapping[str, str] | None = None) -> None:
        self._candidates = list(candidates)
        self._aliases = {words_of(text): name for text, name in (aliases or {}).items()}
        titles = [candidate.title for candidate in self._candidates]
        self._sentences = are_sentences(titles)
        self._makers = makers_of(titles, is_known_word)
        self._names: list[KnownName] = []
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_thing: dict[int, set[int]] = defaultdict(set)
        self._title_things: dict[int, int] = {}
        for place, candidate in enumerate(self._candidates):
            for name in (*candidate.other_names, candidate.title):
                self._add(name, place, is_title=name is candidate.title)
        self._vocabulary = sorted(self._by_word)

    def _add(self, name: str, place: int, *, is_title: bool) -> None:
        name = without_grade(name)
        if is_title:
            name = _without_make(without_measures(without_packing(without_maker(name, self._makers))))
        words = words_of(name)
        if not words:
            return
        head = head_of(name.partition(",")[0] if is_title else name, words)
        telling = frozenset(words[: words.index(head) + 1])
        number = len(self._names)
        thing = thing_of(name, words, head, varieties=is_title and self._sentences)
        self._names.append(KnownName(words, head, telling, place, is_title, thing))
        for word in words:
            self._by_word[word].add(number)
        if thing is not None:
            self._by_thing[thing.number].add(number)
            if is_title:
                self._title_things[place] = thing.number

    def best(
        self,
        name: str,
        *,
        kind: Kind | None = None,
        at_most: int = 3,
        size: str | None = None,
        language: str = "",
        unit: Unit | None = None,
    ) -> list[Match]:
        """The items that fit a name best, best first. `kind` tells which shelves to look on, `size` which of
        several sizes is meant ("4 x 40 mm") where the name itself does not say, `language` (a BCP 47 tag)
        what a word means that stands for different things ("Paprika"), `unit` what a name means that is
        counted so (a pod of vanilla)."""
        asked = self._meaning(name, language, unit)
        if asked is None:
            return []
        found: dict[int, tuple[int, str]] = {}
        for number in self._touched(asked):
            known = self._names[number]
            scored = judged(asked, known)
            if scored[0] > found.get(known.place, (0, ""))[0]:
                found[known.place] = scored
        foreign = {
            place
            for place, (_, why) in found.items()
            if kind is Kind.INGREDIENT
            and why == "synonym"
            and self._of_another_thing(place, asked)
            and self._candidates[place].category != "household"
        }
        matches = [
            self._match(place, score, why, name, kind, size, foreign=place in foreign)
            for place, (score, why) in found.items()
        ]
        ranked = sorted(
            (one for one in matches if one[0].score >= 30), key=lambda one: (-one[0].score, -one[1], one[2])
        )
        return [match for match, _, _ in ranked[:at_most]]

    def _meaning(self, name: str, language: str, unit: Unit | None) -> Meaning | None:
        """The asked name as written, or by a learned alias."""
        name = without_grade(_PART_OF.sub("", name) or name)
        words = words_of(name)
        if not words:
            return None
        alias = self._aliases.get(words)
        if alias is not None:
            meant = words_of(alias)
            head = head_of(alias, meant)
            return Meaning(meant, head, "alias", thing_of(alias, meant, head))
        if (meant_there := meant_in(language, words)) is not None:
            name, words = meant_there, words_of(meant_there)
        if unit is not None and (meant_so := meant_by(unit.value, words)) is not None:
            name, words = meant_so, words_of(meant_so)
        if thing_named(words) is None:
            words = tuple(self._respelled(word) for word in words)
        head = head_of(name, words)
        return Meaning(words, head, "", thing_of(name, words, head))

    def _respelled(self, word: str) -> str:
        """A word that no item has, as the one it is a misspelling of, if there is one."""
        if (
            word in self._by_word or len(word) < 5 or is_known_word(word)
        ):  # "unsalted" is no misspelt "salted"
            return word
        close = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING)
        if close and close[0].startswith("un") is word.startswith("un"):  # "unsweetend" is not "sweetened"
            return close[0]
        return respelled(word)

    def _touched(self, asked: Meaning) -> set[int]:
        touched: set[int] = set()
        if asked.thing is not None:
            for thing in (asked.thing.number, *kinds_of(asked.thing.number)):
                touched |= self._by_thing.get(thing, set())
        for word in asked.words:
            touched |= self._by_word.get(word, set())
            if len(word) > 6 and word not in self._by_word:
                touched |= self._compounds(word)
        return touched

    def _compounds(self, word: str) -> set[int]:
        """Names of which the word is a compound: "Dinkelmehl" is some Mehl."""
        return {
            number
            for length in range(4, len(word) - 2)
            for number in self._by_word.get(word[-length:], set())
        }

    def _of_another_thing(self, place: int, asked: Meaning) -> bool:
        """Whether the title is of something else, whatever the other names: "latte" is milk, and a German
        batten."""
        titled = self._title_things.get(place)
        return asked.thing is not None and (
            titled is None or titled not in {asked.thing.number, *kinds_of(asked.thing.number)}
        )

    def _match(
        self,
        place: int,
        score: int,
        why: str,
        name: str,
        kind: Kind | None,
        size: str | None,
        *,
        foreign: bool,
    ) -> tuple[Match, float, str]:
        candidate = self._candidates[place]
        if kind is not None and candidate.category not in _FITTING[kind]:
            # kitchen paper is asked for among ingredients, and lavender among materials; what is only called
            # the same in another language is no ingredient from a DIY shop
            named = score >= _SAME_NAME and candidate.category != "food" and not foreign
            score -= 5 if named else _WRONG_CATEGORY
        names = (candidate.title, *candidate.other_names)
        score -= size_loss(f"{name} {size or ''}", names, candidate.pack)
        score = max(0, min(100, score))
        likeness = fuzz.token_set_ratio(folded(f"{name} {size or ''}"), folded(candidate.title))
        return Match(candidate.item_id, score, score >= SURE_FROM, why), likeness, candidate.title


def _without_make(title: str) -> str:
    """A title without how it is made and in what shape it is sold ("Parmesan wedge"); as it stands where the
    book has all of it: jam jars are no jam."""
    if thing_named(words_of(title.partition(",")[0])) is not None:
        return title
    title = without_make(without_medium(title, KEPT_IN), MAKE)
    first, comma, rest = title.partition(",")
    thing, _, form = first.strip().rpartition(" ")
    if form.casefold() not in _FORMS or thing_named(words_of(thing)) is None:
        return title
    return f"{thing}{comma}{rest}"
