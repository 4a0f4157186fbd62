"""Which item is meant by the name of a component.

Every item has names (its title, its other names); a component is compared with each. Equal names score 100.
Where one name has words more than the other, the head noun must agree and the extra words must be of the
gentle kind ("baby", "unsalted"): "eggs" is not egg noodles, "coconut milk" not milk, "paint" never a brush.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz, process

from commerce.matching.namebook import is_quality, kind_loss, kinds_of, qualities_of, respelled, thing_named, thing_within
from commerce.matching.wording import DISTINCT, GENTLE, TELLING, folded, words_of
from commerce.methods.components import Kind
from commerce.units import Amount

__all__ = ["SURE_FROM", "Candidate", "Match", "Matcher"]

SURE_FROM = 80
_PACKING = re.compile(
    r"^\s*(?:(?:pack|set|box|bag|net|tray|bunch|roll|tin|jar|tube|bottle|pair|per|size|loose|single|in a|for"
    r"|makes)\b|\d)",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"(?<=[^\W\d_]{2})\s+(?:(?:type|no\.?|nr\.?|size|grade|grit|ø)\s*)?\d.*$", re.IGNORECASE)
_MEASURE = re.compile(r"(\d+(?:[.,]\d+)?)\s?(mm|cm|m|inch|ft|w|v)\b")
_SIZE = re.compile(r"\d+(?:[.,]\d+)?")
_FITTING = {
    Kind.INGREDIENT: {"food"},
    Kind.MATERIAL: {"hardware", "fabric", "household", "chemical", "fashion"},
    Kind.TOOL: {"hardware", "household", "fabric"},
}
_WRONG_CATEGORY = 25
_WRONG_SIZE = 25
_OTHER_SIZE = 6
_CLOSE_SPELLING = 84
_SAME_THING = 97
_OTHER_THING = 74
_SAME_NAME = 92
_FRENCH = re.compile(r"\b(?:de|du|des|à|au|aux|en)\b|\b[dl]['’]", re.IGNORECASE)

Words = tuple[str, ...]


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


@dataclass(frozen=True)
class _Name:
    """A name of the item at `place`; `telling` are the words up to the head, which say what the thing is."""

    words: Words
    head: str
    telling: frozenset[str]
    place: int
    is_title: bool
    thing: "_Thing | None"


@dataclass(frozen=True)
class _Meaning:
    """What the asked name means."""

    words: Words
    head: str
    why: str
    thing: "_Thing | None"


@dataclass(frozen=True)
class _Thing:
    """The thing that a name has in the book; `qualities` and `others` are the words beside its name there."""

    number: int
    words: frozenset[str]
    qualities: frozenset[str]
    others: frozenset[str]


class Matcher:
    """Finds items by name. `aliases` maps what people write to the name they meant; it is looked at first."""

    def __init__(self, candidates: Iterable[Candidate], aliases: Mapping[str, str] | None = None) -> None:
        self._candidates = list(candidates)
        self._aliases = {words_of(text): name for text, name in (aliases or {}).items()}
        self._names: list[_Name] = []
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_thing: dict[int, set[int]] = defaultdict(set)
        for place, candidate in enumerate(self._candidates):
            for name in (*candidate.other_names, candidate.title):
                self._add(name, place, is_title=name is candidate.title)
        self._vocabulary = sorted(self._by_word)

    def _add(self, name: str, place: int, *, is_title: bool) -> None:
        if is_title:
            name = _without_measures(_without_packing(name))
        words = words_of(name)
        if not words:
            return
        head = _head(name.partition(",")[0] if is_title else name, words)
        telling = frozenset(words[: words.index(head) + 1])
        number = len(self._names)
        thing = _thing(name, words, head)
        self._names.append(_Name(words, head, telling, place, is_title, thing))
        for word in words:
            self._by_word[word].add(number)
        if thing is not None:
            self._by_thing[thing.number].add(number)

    def best(
        self, name: str, *, kind: Kind | None = None, at_most: int = 3, size: str | None = None
    ) -> list[Match]:
        """The items that fit a name best, best first. `kind` tells which shelves to look on, `size` which of
        several sizes is meant ("4 x 40 mm") where the name itself does not say."""
        asked = self._meaning(name)
        if asked is None:
            return []
        found: dict[int, tuple[int, str]] = {}
        for number in self._touched(asked):
            known = self._names[number]
            scored = _judged(asked, known)
            if scored[0] > found.get(known.place, (0, ""))[0]:
                found[known.place] = scored
        matches = [self._match(place, score, why, name, kind, size) for place, (score, why) in found.items()]
        ranked = sorted(
            (one for one in matches if one[0].score >= 30), key=lambda one: (-one[0].score, -one[1], one[2])
        )
        return [match for match, _, _ in ranked[:at_most]]

    def _meaning(self, name: str) -> _Meaning | None:
        """The asked name as written, or by a learned alias."""
        words = words_of(name)
        if not words:
            return None
        alias = self._aliases.get(words)
        if alias is not None:
            meant = words_of(alias)
            head = _head(alias, meant)
            return _Meaning(meant, head, "alias", _thing(alias, meant, head))
        if thing_named(words) is None:
            words = tuple(self._respelled(word) for word in words)
        head = _head(name, words)
        return _Meaning(words, head, "", _thing(name, words, head))

    def _respelled(self, word: str) -> str:
        """A word that no item has, as the one it is a misspelling of, if there is one."""
        if word in self._by_word or len(word) < 5:
            return word
        close = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING)
        return close[0] if close else respelled(word)

    def _touched(self, asked: _Meaning) -> set[int]:
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

    def _match(
        self, place: int, score: int, why: str, name: str, kind: Kind | None, size: str | None
    ) -> tuple[Match, float, str]:
        candidate = self._candidates[place]
        if kind is not None and candidate.category not in _FITTING[kind]:
            # kitchen paper is asked for among ingredients, and lavender among materials
            score -= 5 if score >= _SAME_NAME and candidate.category != "food" else _WRONG_CATEGORY
        score -= _size_loss(f"{name} {size or ''}", candidate)
        score = max(0, min(100, score))
        likeness = fuzz.token_set_ratio(folded(f"{name} {size or ''}"), folded(candidate.title))
        return Match(candidate.item_id, score, score >= SURE_FROM, why), likeness, candidate.title


def _judged(asked: _Meaning, known: _Name) -> tuple[int, str]:
    """The score and its reason: of what both names mean by the book, and of their words as written."""
    score = _score(asked.words, asked.head, known)
    if asked.thing is None or known.thing is None:
        return score, asked.why or _why(asked.words, known)
    same = _same_thing(asked.thing, known.thing, known.is_title)
    if asked.thing.number != known.thing.number:
        loss = kind_loss(asked.thing.number, known.thing.number)
        if loss is None or same < SURE_FROM:
            return min(score, _OTHER_THING), asked.why or _why(asked.words, known)
        return same - loss, asked.why or "kind"
    if same > score:
        return same, asked.why or "synonym"
    return score, asked.why or _why(asked.words, known)


def _same_thing(asked: _Thing, known: _Thing, is_title: bool) -> int:
    """How well two names of one thing agree in the words beside it."""
    more, less = known.others - asked.others, asked.others - known.others
    if _contradict(set(known.qualities - asked.qualities), set(asked.qualities - known.qualities)):
        return 62
    unmet = len(asked.qualities - known.qualities)
    score = _SAME_THING - len(known.qualities - asked.qualities) - 2 * unmet
    if less:
        return min(score, 76) - 4 * (len(less) - 1)
    if more and not (is_title and len(more) <= 4):
        return min(score, 78)
    return score - 3 * len(more)


def _thing(name: str, words: Words, head: str) -> _Thing | None:
    """What a name means by the book: as a whole, by the run of words at its head, or without its qualities."""
    front = _front(name)
    first = tuple(word for word in words_of(front.partition(",")[0]) if word in words) or words
    number, named = None, frozenset[str]()
    for tried in (words, first) if front == folded(name) else (first,):
        if number is None:
            number, named = thing_named(tried), frozenset(tried)
    if number is None and (within := thing_within(first, head)) is not None:
        number, named = within
    if number is None:
        kept = tuple(word for word in first if not is_quality(word))
        number, named = thing_named(kept), frozenset(kept)
    if number is None:
        return None
    beside = [word for word in words if word not in named]
    qualities = frozenset(word for word in beside if is_quality(word))
    return _Thing(number, named, qualities_of(qualities), frozenset(beside) - qualities)


def _score(asked: Words, head: str, known: _Name) -> int:
    """How well a known name answers the asked one, of 100."""
    wanted, have = set(asked), set(known.words)
    if wanted == have and head != known.head:
        return 74  # "sewing machine with a needle" is no sewing machine needle
    if wanted == have:
        return 96 if known.is_title else 100
    more, less = have - wanted, wanted - have
    if head != known.head and not _is_compound(head, known.head) and not _is_compound(known.head, head):
        return 45 if head in have and not known.is_title else 30 if wanted & have else 0
    if _contradict(more, less) or _are_distinct(wanted, have):
        return 62
    hard = [word for word in (more | less) - {head, known.head} if word not in GENTLE]
    if not hard:
        compound = 0 if head == known.head else 14
        return 92 - 2 * min(len(more), 4) - 3 * min(len(less), 3) - compound
    if known.is_title and not less and len(hard) <= 4 and not known.telling & set(hard):
        return 84 - min(len(hard), 2)  # a title names maker and make besides the thing
    if not less and len(hard) == 1 and len([word for word in wanted if word not in GENTLE]) > 1:
        return SURE_FROM
    if not more and len(less) == len(hard) == 1 and len(wanted) > 2:
        return 70
    return max(40, 72 - 8 * len(hard))


def _are_distinct(wanted: set[str], have: set[str]) -> bool:
    """Chopped tomatoes and tomatoes; not where both are the same such thing."""
    shared = [(one <= wanted, one <= have) for one in DISTINCT]
    return (True, True) not in shared and any(here is not there for here, there in shared)


def _without_packing(title: str) -> str:
    """A title without the parts that tell how it is packed: "Lemons, net of 4" is "Lemons"."""
    first, *others = title.split(",")
    return ",".join([first, *(part for part in others if not _PACKING.match(part))])


def _without_measures(title: str) -> str:
    """A title up to its first number, where words stand before it: "Sandpaper 120 grit" is "Sandpaper"."""
    first, *others = title.split(",")
    return ",".join([_MEASURED.sub("", first), *others])


def _contradict(more: set[str], less: set[str]) -> bool:
    """Brown against white, dried against fresh."""
    return any(more & group and less & group for group in TELLING)


def _is_compound(head: str, known: str) -> bool:
    return len(known) > 3 and len(head) > len(known) + 2 and head.endswith(known)


def _head(name: str, words: Words) -> str:
    """The noun that says what the thing is: the last word, before "of" and "with"; in French the first."""
    front = _front(name)
    if _FRENCH.search(name) and not re.search(r"\bin\b", name):
        front = _FRENCH.split(folded(name))[0] or front
    inside = [word for word in words_of(front) if word in words] or list(words)
    nouns = [word for word in inside if word not in GENTLE]
    return (nouns or inside)[-1]


def _front(name: str) -> str:
    return re.split(r"\b(?:of|with|for|in|without|mit|aus|ohne|für|vom|von)\b", folded(name))[0]


def _why(asked: Words, known: _Name) -> str:
    if set(asked) == set(known.words):
        return "same_name"
    return "title" if known.is_title else "similar_name"


def _size_loss(asked: str, candidate: Candidate) -> int:
    """Much where several measures are asked that no name of the item has ("5 x 60"), little for one."""
    numbers = set(_SIZE.findall(asked.replace(",", ".")))
    if not numbers:
        return 0
    there = [set(_SIZE.findall(name.replace(",", "."))) for name in (candidate.title, *candidate.other_names)]
    if any(numbers <= known for known in there):
        return 0
    if len(numbers) > 1 and len(there[0]) > 1:
        return _WRONG_SIZE
    measures, others = (set(_MEASURE.findall(text.lower())) for text in (asked, candidate.title))
    comparable = {unit for _, unit in measures} & {unit for _, unit in others}
    return _OTHER_SIZE if comparable and not measures & others else 0

