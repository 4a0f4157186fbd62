"""Dates and times as people write them: "tomorrow", "mon or tue", "in 3 days", "24.11.", "bis Freitag".

English first, German and French as far as the words of `commerce.date_words` go. Pure: `today` is given.
A weekday means the next one, never today; "next" before it means the one of the coming calendar week. Numbers
alone are never a date: "24.11" needs a word of time before it, "24.11." one too or a place of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from commerce.date_rules import RULES, Bound, SpokenDate
from commerce.date_words import WEEKDAYS, Canonical, canonical

__all__ = ["Bound", "Part", "SpokenDate", "SpokenTime", "find_dates", "find_times"]


class Part(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True)
class SpokenTime:
    """The characters `start:end` name a time: not before `earliest`, not after `latest`, or a part of day."""

    start: int
    end: int
    earliest: time | None = None
    latest: time | None = None
    part: Part | None = None


def find_dates(text: str, today: date) -> tuple[SpokenDate, ...]:
    """Every date in the text, in order, those of a choice or a stretch as one."""
    plain = canonical(text)
    found: list[SpokenDate] = []
    taken = bytearray(len(plain.text) + 1)
    for pattern, build in RULES:
        for match in pattern.finditer(plain.text):
            spoken = build(match, today)
            if spoken is not None and not any(taken[spoken.start : spoken.end]):
                taken[spoken.start : spoken.end] = b"\1" * (spoken.end - spoken.start)
                found.append(spoken)
    found.sort(key=lambda spoken: spoken.start)
    joined = _joined(plain.text, found)
    return tuple(_placed(plain, _bounded(plain.text, spoken)) for spoken in joined)


def find_times(text: str, *, bare_hours: bool = False) -> tuple[SpokenTime, ...]:
    """Every time of day in the text, in order. With `bare_hours` also "at 5" and "between 9 and 12"."""
    plain = canonical(text)
    found: list[SpokenTime] = []
    for match in (_BARE_TIMES if bare_hours else _TIMES).finditer(plain.text):
        spoken = _time_of(match)
        if spoken is not None:
            start, end = plain.span(match.start(), match.end())
            found.append(replace(spoken, start=start, end=end))
    return tuple(found)


_OR = re.compile(
    r"(?: {0,2}(?:morning|afternoon|evening|noon))? {0,2},? {0,2}"
    r"(?:or|/|[|]|and|&) {0,2}(?:on |the |maybe ){0,2}"
)
_TO = re.compile(r" {0,2}(?:-|–|to|until) {0,2}(?:the )?")
_COMMA = re.compile(r" {0,2}, {0,2}(?:the )?")
_BESIDE = re.compile(r" {0,2}[,(]? {0,2}(?:the |on )?")


def _joined(text: str, found: Sequence[SpokenDate]) -> list[SpokenDate]:
    """Neighbours put together: "mon or tue", "mon-wed", "tuesday 24.11."."""
    joined: list[SpokenDate] = []
    for spoken in found:
        before = joined[-1] if joined else None
        between = text[before.end : spoken.start] if before else "\n"
        if before is None or len(between) > 40:
            joined.append(spoken)
        elif _BESIDE.fullmatch(between) and _is_weekday(text, before) and not _is_weekday(text, spoken):
            clash = before.first.weekday() != spoken.first.weekday() or not _is_calendar(text, spoken)
            if _is_calendar(text, spoken):
                joined[-1] = replace(spoken, start=before.start, doubt=clash or spoken.doubt)
            else:
                joined.append(spoken)
        elif _OR.fullmatch(between) or (_COMMA.fullmatch(between) and _or_follows(text, spoken, found)):
            joined[-1] = _choice(text, before, spoken)
        elif _TO.fullmatch(between) and spoken.first >= before.first:
            joined[-1] = replace(before, end=spoken.end, last=spoken.last, bound=Bound.WITHIN)
        else:
            joined.append(spoken)
    return joined


def _choice(text: str, before: SpokenDate, spoken: SpokenDate) -> SpokenDate:
    days = sorted({*(before.options or (before.first,)), *(spoken.options or (spoken.last,))})
    if re.search(r"between {0,2}(?:the )?$", text[max(0, before.start - 14) : before.start]):
        return replace(before, end=spoken.end, last=spoken.last, bound=Bound.WITHIN)
    doubt = before.doubt or spoken.doubt
    return SpokenDate(before.start, spoken.end, days[0], days[-1], before.bound, tuple(days), doubt)


def _or_follows(text: str, spoken: SpokenDate, found: Sequence[SpokenDate]) -> bool:
    return bool(_OR.match(text, spoken.end)) and any(
        0 < other.start - spoken.end < 12 for other in found if other.start > spoken.start
    )


def _is_weekday(text: str, spoken: SpokenDate) -> bool:
    return text[spoken.start : spoken.end].strip(" ,").endswith(WEEKDAYS)


def _is_calendar(text: str, spoken: SpokenDate) -> bool:
    return any(char.isdigit() for char in text[spoken.start : spoken.end])


_BY = re.compile(
    r"(?:by|until|no later than|not later than|not after)(?: by)?[ :]{1,2}(?:the |on |at ){0,2}$"
)
_BEFORE = re.compile(r"(?<!not )before (?:the )?$")
_FROM = re.compile(r"(?:from|not before|earliest|starting|as of|after|erst)(?: on)? (?:the )?$")
_LATEST = re.compile(r" {0,2},? {0,2}(?:at (?:the )?)?(?:by|au plus tard)(?!\w)(?! \w)")


def _bounded(text: str, spoken: SpokenDate) -> SpokenDate:
    """With the limit that the words around it set."""
    lead = text[max(0, spoken.start - 24) : spoken.start]
    if _BEFORE.search(lead):
        if spoken.first == spoken.last:
            day = spoken.first - timedelta(days=1)
            return replace(spoken, first=day, last=day, bound=Bound.BY)
        return replace(spoken, last=spoken.first - timedelta(days=1), bound=Bound.BY)
    if spoken.bound is Bound.ON and (_BY.search(lead) or _LATEST.match(text, spoken.end)):
        return replace(spoken, bound=Bound.BY)
    if spoken.bound is Bound.ON and _FROM.search(lead):
        return replace(spoken, bound=Bound.FROM)
    return spoken


def _placed(plain: Canonical, spoken: SpokenDate) -> SpokenDate:
    start, end = plain.span(spoken.start, spoken.end)
    return replace(spoken, start=start, end=end)


# --- times of day ---

_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = (
    rf"(?:noon|midnight|(?:half past|half) {_HOUR}(?! ?(?:€|eur|kg|g\b|l\b|\d))"
    rf"|{_HOUR} {{0,2}}(?:o'clock|uhr)(?: [0-5]\d)?|{_HOUR}(?:[:.][0-5]\d)? {{0,2}}(?:am|pm|uhr)"
    rf"|{_HOUR}:[0-5]\d|{_HOUR} ?h(?: ?[0-5]\d)?)"
)
_SPAN_START = rf"(?:(?<=between )|(?<=from )){_HOUR}(?= (?:and|to|until) {_HOUR}(?![\d.,]))"
_OPENING = rf"{_HOUR}(?= ?[-–] ?{_HOUR}(?:[:.][0-5]\d)? ?(?:am|pm|h|uhr|o'clock)(?!\w))"


def _clock_pattern(clock: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,])(?:(?P<lead>by|before|until|after|from|at|between|around|on) (?:at )?)?"
        rf"(?:(?P<low>{clock}|{_SPAN_START}|{_OPENING})"
        rf"(?: {{0,2}}(?:-|–|to|and|until) {{0,2}}(?P<high>{clock}|{_HOUR}(?![\d.,:])))?"
        r"|(?P<part>morning|afternoon|evening|tonight))(?!\w)"
    )


_TIMES = _clock_pattern(_CLOCK)
_BARE_TIMES = _clock_pattern(
    rf"(?:{_CLOCK}|(?:(?<=at )|(?<=by )|(?<=after )|(?<=before )){_HOUR}(?![\d.,:€%]| ?[€%]))"
)


def _time_of(match: re.Match[str]) -> SpokenTime | None:
    """The time behind a match of the clock pattern; positions are filled in by the caller."""
    if match["part"]:
        return SpokenTime(0, 0, part=Part.EVENING if match["part"] == "tonight" else Part(match["part"]))
    high_text = match["high"]
    low = _reading(match["low"], high_text or "")
    high = _reading(high_text, "") if high_text else None
    if low is None or (high_text and high is None):
        return None
    if high is not None:
        return SpokenTime(0, 0, earliest=low, latest=high) if low < high else None
    match match["lead"]:
        case "by" | "before" | "until":
            return SpokenTime(0, 0, latest=low)
        case "after" | "from":
            return SpokenTime(0, 0, earliest=low)
        case _:
            return SpokenTime(0, 0, earliest=low, latest=low)


def _reading(words: str, other: str) -> time | None:
    """ "5pm", "17:30", "half past 5" (`other` lends its am or pm), or None where there is no such hour."""
    if words in {"noon", "midnight"}:
        return time(12) if words == "noon" else time(23, 59)
    numbers = [int(number) for number in re.findall(r"\d{1,2}", words)]
    hour, minute = [*numbers, 0][:2]
    if words.startswith("half"):
        hour, minute = (hour, 30) if "past" in words else (hour - 1, 30)
    marks = words if words.endswith(("am", "pm")) else other
    if marks.endswith("pm") and hour < 12:
        hour += 12
    elif marks.endswith("am") and hour == 12:
        hour = 0
    return time(hour % 24, minute) if 0 <= hour <= 24 else None
