"""Simple values in a sentence: links, codes, money, amounts, factors, ordinals, dates, times, numbers. Pure.

`find_values("6 eggs by friday", date(2026, 11, 20))` gives a number "6" and a date "2026-11-27". Without a
`today` such words stay words. Values never overlap: what is tried first (value_patterns) takes its stretch.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import FrozenSet, List, Optional

from nlu.components.value_patterns import SCANS_OF
from nlu.components.vocabulary import folded, language_of

_NEXT_TO = re.compile(r"\s*(?:in the|in der|am|de l'|du|uhr|heures)?\s*")


@dataclass(frozen=True)
class Value:
    """A value of `kind` at `text[start:end]`; `value` is its normal form, `unit` its unit or currency."""

    kind: str
    value: str
    start: int
    end: int
    unit: Optional[str] = None


def find_values(text: str, today: Optional[date] = None, but: FrozenSet[str] = frozenset()) -> List[Value]:
    """All values of `text`, in the order of their places, `but` for those kinds."""
    lowered = folded(text)
    taken = [False] * len(text)
    found: List[Value] = []
    for kind, pattern, read in SCANS_OF[language_of(text)]:
        if kind in but:
            continue
        for match in pattern.finditer(lowered):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            reading = read(match, today)
            if reading is None:
                continue
            value, unit = reading
            if kind == "url":
                value = text[start:end].rstrip(".,;)!")
                end = start + len(value)
            taken[start:end] = [True] * (end - start)
            found.append(Value(kind, value, start, end, unit))
    return _in_the_evening(sorted(found, key=lambda value: value.start), lowered)


def _in_the_evening(values: List[Value], lowered: str) -> List[Value]:
    """Times as they are meant: "um sieben abends" is 19:00."""
    meant = list(values)
    for n, (value, part) in enumerate(pairwise(values)):
        late = part.kind == "part_of_day" and part.value in ("afternoon", "evening")
        if late and value.kind in ("time", "times") and _NEXT_TO.fullmatch(lowered[value.end : part.start]):
            hours = [int(hour[:2]) for hour in value.value.split("-")]
            if max(hours) < 12:
                shifted = [f"{int(one[:2]) + 12:02d}{one[2:]}" for one in value.value.split("-")]
                meant[n] = replace(value, value="-".join(shifted))
    return meant
