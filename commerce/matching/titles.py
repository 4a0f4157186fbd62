"""Titles of items without what tells how they are packed and measured."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

__all__ = [
    "are_sentences",
    "makers_of",
    "without_make",
    "without_maker",
    "without_measures",
    "without_medium",
    "without_packing",
]

Maker = tuple[str, ...]
_FEWEST_THINGS = 3

_SOLD_IN = frozenset(
    {"pot", "pots", "tube", "pack", "tray", "box", "Topf", "Stück", "pièce", "lata", "bote", "bolsa"}
)
"""Behind a name of two words or more; "kitchen roll" and "paint tray" are things."""
_PACKING = re.compile(
    r"^\s*(?:(?:pack|set|box|bag|net|tray|bunch|roll|tin|jar|tube|bottle|pair|per|size|loose|single|in a|for"
    r"|makes)\b|\d)",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"(?<=[^\W\d_]{2})\s+(?:(?:type|no\.?|nr\.?|size|grade|grit|ø)\s*)?\d.*$", re.IGNORECASE
)


def without_packing(title: str) -> str:
    """A title without the parts that tell how it is packed: "Lemons, net of 4" is "Lemons"."""
    first, *others = title.split(",")
    return ",".join([first, *(part for part in others if not _PACKING.match(part))])


def without_measures(title: str) -> str:
    """A title up to its first number, where words stand before it: "Sandpaper 120 grit" is "Sandpaper"."""
    first, *others = title.split(",")
    return ",".join([_MEASURED.sub("", first), *others])


def are_sentences(titles: Sequence[str]) -> bool:
    """Whether the titles are written like sentences, so that a capital tells a name."""
    later = [word for title in titles for word in title.partition(",")[0].split()[1:] if word[:1].isalpha()]
    return 2 * sum(word[:1].islower() for word in later) > len(later)


def without_make(title: str, make: frozenset[str]) -> str:
    """A title without the words at its end that tell how it is made or sold: "Peanut Butter Crunchy"."""
    first, *others = title.split(",")
    words = first.split()
    while len(words) > 1 and (words[-1].casefold() in make or (words[-1] in _SOLD_IN and len(words) > 2)):
        words.pop()
    return ",".join([" ".join(words), *others])


def without_medium(title: str, kept_in: tuple[str, ...]) -> str:
    """A title without what its thing is kept in: "Acciughe sott'olio", "Tuna in brine"."""
    return _any_medium(kept_in).sub("", title)


@lru_cache(maxsize=1)
def _any_medium(kept_in: tuple[str, ...]) -> re.Pattern[str]:
    spellings = "|".join(re.escape(words).replace("'", "['’]") for words in kept_in)
    return re.compile(rf"(?<=\w)\s+(?:{spellings})(?!\w)", re.IGNORECASE)


def makers_of(titles: Sequence[str], is_known: Callable[[str], bool]) -> frozenset[Maker]:
    """The words with which several titles for different things begin, and that are no word for a thing or how
    it is: "Fixmax", "Lotus Wok". Where titles are written like sentences only a name of two words tells."""
    sentences = are_sentences(titles)
    ends: dict[str, set[str]] = defaultdict(set)
    seconds: dict[str, set[str]] = defaultdict(set)
    for title in titles:
        words = title.partition(",")[0].split()
        if len(words) > 2 and words[0][0].isupper() and words[1][0].isupper():
            ends[words[0]].add(words[-1].casefold())
            seconds[words[0]].add(words[1])
    makers: set[Maker] = set()
    for lead, things in ends.items():
        if len(things) >= _FEWEST_THINGS and not is_known(lead):
            if sentences and len(seconds[lead]) > 1:  # two capitals tell a name, one the beginning
                continue
            second = next(iter(seconds[lead]))
            makers.add((lead, second) if len(seconds[lead]) == 1 else (lead,))
    return frozenset(makers)


def without_maker(title: str, makers: frozenset[Maker]) -> str:
    """A title without its maker in front."""
    words = title.split()
    for size in (2, 1):
        if len(words) > size and tuple(words[:size]) in makers:
            return " ".join(words[size:])
    return title
