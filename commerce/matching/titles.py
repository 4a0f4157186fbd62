"""Titles of items without what tells how they are packed and measured."""

import re
from collections.abc import Sequence

__all__ = ["are_sentences", "without_measures", "without_packing"]

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
