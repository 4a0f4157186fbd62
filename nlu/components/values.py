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

_DAY_OF = re.compile(r"[,\s]+(?:(?:the|der|den|dem|am|le)\s+)?")
_NEXT_TO = re.compile(r"\s*(?:uhr|heures)?\s*(?:in the|in der|at|am|de l'|du)?\s*")


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
    return _by_part_of_day(_days_of_dates(sorted(found, key=lambda value: value.start), lowered), lowered)


def _days_of_dates(values: List[Value], lowered: str) -> List[Value]:
    """Without the weekday that a date follows: "saturday, 28 november"."""
    kept: List[Value] = []
    for value in values:
        before = kept[-1] if kept else None
        if (
            before
            and before.kind == value.kind == "date"
            and _DAY_OF.fullmatch(lowered[before.end : value.start])
            and not re.search(r"\d", lowered[before.start : before.end])
            and re.search(r"\d", lowered[value.start : value.end])
        ):
            kept[-1] = replace(value, start=before.start)
        else:
            kept.append(value)
    return kept


def _by_part_of_day(values: List[Value], lowered: str) -> List[Value]:
    """Times as they are meant: "um sieben abends" is 19:00, "à 6h du matin" 06:00."""
    meant = list(values)
    for n, (value, part) in enumerate(pairwise(values)):
        clock = value.kind in ("time", "times") and part.kind == "part_of_day"
        if not clock or not _NEXT_TO.fullmatch(lowered[value.end : part.start]):
            continue
        hours = [int(hour[:2]) for hour in value.value.split("-")]
        typed = [int(hour) for hour in re.findall(r"(?<![:.h\d])\d{1,2}", lowered[value.start : value.end])]
        if part.value in ("afternoon", "evening") and max(hours) < 12:
            meant[n] = replace(value, value=_shifted(value.value, 12))
        elif part.value == "morning" and min(hours) > 12 and typed and max(typed) < 12:
            meant[n] = replace(value, value=_shifted(value.value, -12))
    return meant


def _shifted(clock: str, hours: int) -> str:
    return "-".join(f"{int(one[:2]) + hours:02d}{one[2:]}" for one in clock.split("-"))
