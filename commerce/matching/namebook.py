"""What names mean: "eggplant", "Melanzani" and "aubergines" are one thing, whatever a catalogue calls it.

The book is a table of names in five languages (`data/names.txt`). A name is looked up by its words without
number, accents and order, so "red wine vinegar" and "wine vinegar, red" are the same entry.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from commerce.matching.wording import GENTLE, folded, words_of

__all__ = [
    "Words", "bare", "book_of_names", "is_known_word", "is_quality", "kind_loss", "kinds_of", "marked_names",
    "meant_by", "meant_in", "qualities_of", "respelled", "thing_compounded", "thing_named", "thing_with",
    "thing_within",
]  # fmt: skip

Words = tuple[str, ...]

_MARK = re.compile(r"^(de|fr):")
_MOST_WORDS = 5
_SHORT_WORD = 5
_SHORTEST_PART = 4
_CLOSE, _CLOSE_SHORT = 84, 88
_KIND_LOSS, _NEAR_LOSS = 10, 14


def bare(word: str) -> str:
    """A word without accents and hyphens; "œ" is oe."""
    apart = unicodedata.normalize("NFD", word.replace("œ", "oe").replace("æ", "ae").replace("-", ""))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@lru_cache(maxsize=1)
def book_of_names() -> tuple[tuple[str, ...], ...]:
    """The rows of the book: the names of each thing by its number, in the order of the file."""
    return tuple(tuple(_MARK.sub("", name) for name in names) for names in _rows("names.txt"))


@lru_cache(maxsize=1)
def marked_names() -> tuple[dict[str, str], ...]:
    """By the number of a thing, what it is called in "de" and "fr", as far as the book marks it."""
    return tuple(
        {mark[1]: name[mark.end() :] for name in names if (mark := _MARK.match(name)) is not None}
        for names in _rows("names.txt")
    )


def thing_named(words: Sequence[str]) -> int | None:
    """The number of the thing whose name the words are, in any order; also where two of them are written as
    one or apart."""
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    key = tuple(sorted(bare(word) for word in words))
    found = _things().get(key)
    return found if found is not None else _things().get(("".join(bare(word) for word in words),))


def meant_in(language: str, words: Sequence[str]) -> str | None:
    """The name in the book of what the words mean in a language, where they mean another thing in others:
    French "raisins" are grapes."""
    return _false_friends().get(language[:2].lower(), {}).get(tuple(sorted(bare(word) for word in words)))


def meant_by(unit: str, words: Sequence[str]) -> str | None:
    """The name in the book of what the words mean in a unit, where they mean another thing without it: a pod
    of vanilla."""
    told = _by_unit().get(unit)
    thing = thing_named(words) if told else None
    return told.get(thing) if told and thing is not None else None


def thing_with(number: int, qualities: Iterable[str]) -> int | None:
    """The thing that a thing is with these qualities, where the book has it: a bell pepper that is red."""
    common = _common_names()[number]
    return thing_named([*qualities, *common]) or (thing_named([*qualities, common[-1]]) if common else None)


def thing_compounded(word: str) -> int | None:
    """The thing that a compound ends with: "Dinkelmehl" is some flour."""
    plain = bare(word)
    for start in range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1):
        if (found := _things().get((plain[start:],))) is not None:
            return found
    return None


def thing_within(words: Sequence[str], head: str) -> tuple[int, frozenset[str]] | None:
    """The thing named by the longest run of words with the head in it, and the words; the last of equals."""
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        for start in range(len(words) - size, -1, -1):
            span = words[start : start + size]
            if head in span and (found := thing_named(span)) is not None:
                return found, frozenset(span)
    return None


def is_quality(word: str) -> bool:
    """Whether a word of any language tells how a thing is, not what it is."""
    return word in GENTLE or bare(word) in _qualities()


def is_known_word(word: str) -> bool:
    """Whether a word stands in the name of a thing, or tells how one is."""
    return any(bare(one) in _all_words() or is_quality(one) for one in words_of(word))


def qualities_of(words: Iterable[str]) -> frozenset[str]:
    """The qualities among the words, in English where the book has them."""
    return frozenset(_qualities().get(bare(word), word) for word in words)


def kind_loss(asked: int, known: int) -> int | None:
    """What a thing scores less when it is a kind of the asked one, or near it; None where it is neither."""
    return _kinds().get((asked, known))


def kinds_of(asked: int) -> tuple[int, ...]:
    """The things that may be meant by the asked one besides it."""
    return _meant().get(asked, ())


@lru_cache(maxsize=20_000)
def respelled(word: str) -> str:
    """A word that the book does not have, as the one it is a misspelling of, if there is one."""
    if len(word) < _SHORT_WORD or bare(word) in _vocabulary() or is_quality(word):
        return word
    cutoff = _CLOSE_SHORT if len(word) == _SHORT_WORD else _CLOSE
    close = process.extractOne(bare(word), list(_vocabulary()), scorer=fuzz.ratio, score_cutoff=cutoff)
    if close and close[0][0] == bare(word)[0]:
        return _vocabulary()[close[0]]
    return _vocabulary().get(_letters().get("".join(sorted(bare(word))), ""), word)


@lru_cache(maxsize=1)
def _things() -> dict[Words, int]:
    things: dict[Words, int] = {}
    glued: dict[Words, int] = {}
    for number, names in enumerate(book_of_names()):
        for name in names:
            words = words_of(name)
            things.setdefault(tuple(sorted(bare(word) for word in words)), number)
            if len(words) > 1:
                glued.setdefault(("".join(bare(word) for word in words),), number)
    return {**glued, **things}


@lru_cache(maxsize=1)
def _kinds() -> dict[tuple[int, int], int]:
    kinds: dict[tuple[int, int], int] = {}
    for line in _lines("kinds.txt"):
        mark = "~" if "~" in line else ":"
        general, _, told = line.partition(mark)
        thing = thing_named(words_of(general))
        each = [thing_named(words_of(part)) for part in told.split("|")]
        if thing is None or None in each:
            raise ValueError(f"kinds.txt names what names.txt does not: {line}")
        for place, kind in enumerate(one for one in each if one is not None):
            kinds.setdefault((thing, kind), _KIND_LOSS + 2 * place)
            if mark == "~":
                kinds.setdefault((kind, thing), _NEAR_LOSS)
    return kinds


@lru_cache(maxsize=1)
def _false_friends() -> dict[str, dict[Words, str]]:
    text = (files("commerce.matching") / "data" / "false_friends.toml").read_text(encoding="utf-8")
    return {
        language: {tuple(sorted(bare(one) for one in words_of(word))): name for word, name in friends.items()}
        for language, friends in tomllib.loads(text).items()
    }


@lru_cache(maxsize=1)
def _by_unit() -> dict[str, dict[int, str]]:
    text = (files("commerce.matching") / "data" / "by_unit.toml").read_text(encoding="utf-8")
    named = {
        unit: {thing_named(words_of(name)): meant for name, meant in names.items()}
        for unit, names in tomllib.loads(text).items()
    }
    return {
        unit: {thing: meant for thing, meant in names.items() if thing is not None}
        for unit, names in named.items()
    }


@lru_cache(maxsize=1)
def _meant() -> dict[int, tuple[int, ...]]:
    meant: dict[int, tuple[int, ...]] = {}
    for asked, kind in _kinds():
        meant[asked] = (*meant.get(asked, ()), kind)
    return meant


@lru_cache(maxsize=1)
def _common_names() -> tuple[Words, ...]:
    return tuple(words_of(names[0]) for names in book_of_names())


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, str]:
    """The words of all names, by themselves without accents."""
    return {
        bare(word): word
        for names in book_of_names()
        for name in names
        for word in words_of(name)
        if len(word) >= _SHORT_WORD - 1
    }


@lru_cache(maxsize=1)
def _all_words() -> frozenset[str]:
    return frozenset(bare(word) for names in book_of_names() for name in names for word in words_of(name))


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """Words by their letters: letters that changed places."""
    return {"".join(sorted(word)): word for word in _vocabulary()}


@lru_cache(maxsize=1)
def _qualities() -> dict[str, str]:
    qualities: dict[str, str] = {}
    for names in _rows("qualities.txt"):
        english = words_of(names[0])[0]
        for name in names:
            for word in {folded(name), *words_of(name)}:
                qualities.setdefault(bare(word), english)
    return qualities


def _rows(name: str) -> Iterator[list[str]]:
    for line in _lines(name):
        yield [part.strip() for part in line.split("|") if part.strip()]


def _lines(name: str) -> Iterator[str]:
    text = (files("commerce.matching") / "data" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
