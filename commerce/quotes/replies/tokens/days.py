"""Days that sellers name and `commerce.dates` does not read: "monday week", "vendredi 27"."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from commerce.date_words import folded
from commerce.dates import Bound, SpokenDate, find_dates, find_times
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import NUMBERS, one_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import BEFORE_DAY, HOURS_FROM, HOURS_TILL

__all__ = ["mark_days"]

_WEEKDAYS = [re.compile("|".join(language.weekdays[at] for language in LANGUAGES)) for at in range(7)]
_WEEKDAY = "(?:" + "|".join(pattern.pattern for pattern in _WEEKDAYS) + ")"
_RULES = tuple(
    (re.compile(rf"(?<![\w'])(?:{source.replace('WEEKDAY', _WEEKDAY)})(?![\w'])"), meaning)
    for language in LANGUAGES
    for source, meaning in language.days
    if meaning != "same"
)
_SAME_DAY = re.compile(
    "|".join(source for language in LANGUAGES for source, meaning in language.days if meaning == "same")
)
"""The day named before: "fresh in on thursday, I deliver the same day"."""


_GREETINGS = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source for language in LANGUAGES for source in language.greetings)
    + r")(?!\w)"
)
_DAY_MONTH = re.compile(
    rf"(?:{'|'.join(rf'(?<={word}: )|(?<={word} )' for word in sorted(BEFORE_DAY))})"
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)"
)
""" "Lieferung: 24.11." is no price."""
_SHORT = {word: at for language in LANGUAGES for at, word in enumerate(language.short_days)}
_SHORT_LAST = re.compile(
    rf"(?:(?<=[,.;/\d€|–-] )|(?<=[(/]))(?P<day>{'|'.join(_SHORT)})(?=\)?\s*(?:[.!]\s*)?(?:$|\n))"
)
"""A day of two or three letters at the end of an answer or a line: "4,20 und 13, Di", "1,79 / Mo"."""
_SHORT_DAY_MONTH = re.compile(
    rf"(?<!\w)(?P<weekday>{'|'.join(_SHORT)})[.,]? (?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})\.?(?!\w)"
)
""" "Mi 2.12.": a short day and the date that falls on it."""
_HOURS = re.compile(
    rf"(?<=\w)(?:,? (?:{one_of(HOURS_FROM)})(?: the hours of)?)? "
    r"(?P<from>\d{1,2})(?: ?(?:uhr|h|am|pm))?"
    rf"(?: ?[-–] ?| (?:{one_of(HOURS_TILL)}) )(?P<till>\d{{1,2}})(?: ?(?:uhr|h|am|pm)\b)?"
    r"(?=\s*(?:[,;!?)\n]|\.(?!\d)|$))"
)
"""Hours of the day from and till: "tomorrow between 10 and 12"."""

_MONEY_AFTER = re.compile(r" ?(?:€|eur|ct\b|cents?\b)")


def mark_days(paper: Paper, today: date) -> None:
    """Days become dates; hours of a day, and from till, are told as such and are no prices."""
    for match in _GREETINGS.finditer(paper.low):
        paper.put(paper.at(Role.FILLER, match.start(), match.end()))
    hours = [
        match
        for match in _HOURS.finditer(paper.low)
        if 0 < int(match["from"]) < int(match["till"]) < 23 and _ends_day(paper, match.start(), today)
    ]
    for match in hours:
        paper.put(paper.at(Role.FILLER, match.start("from"), match.end()))
    text = "".join("." if taken else char for taken, char in zip(paper.taken, paper.text, strict=True))
    named = [*_find_more_days(folded(text).replace("ß", "s"), today), *find_dates(text, today)]
    for match in _SAME_DAY.finditer(paper.low):
        if any(spoken.end <= match.start() for spoken in named):
            paper.put(paper.at(Role.FILLER, match.start(), match.end()))
        else:
            spoken = SpokenDate(match.start(), match.end(), today, today)
            paper.put(replace(paper.at(Role.DATE, match.start(), match.end()), spoken=spoken))
    for spoken in named:
        if spoken.first == today and any(0 < spoken.start - other.end <= 1 for other in named):
            paper.put(paper.at(Role.FILLER, spoken.start, spoken.end))  # "mercredi dans la matinée"
            continue
        paper.put(replace(paper.at(Role.DATE, spoken.start, spoken.end), spoken=spoken))
    ends = {token.end for token in paper.tokens}
    for sure, times in ((True, find_times(paper.text)), (False, find_times(paper.text, bare_hours=True))):
        for time in times:
            if _MONEY_AFTER.match(paper.low, time.end):
                continue
            near = any(time.start - 4 <= end <= time.start for end in ends)
            if sure or near:
                paper.put(paper.at(Role.FILLER, time.start, time.end))


def _ends_day(paper: Paper, end: int, today: date) -> bool:
    """Whether the words up to `end` close with the name of a day: "morgen", "delivery on monday"."""
    start = max(0, end - 40)
    days = [*_find_more_days(paper.low[start:end], today), *find_dates(paper.text[start:end], today)]
    return any(end - start - spoken.end <= 2 for spoken in days)


def _find_more_days(low: str, today: date) -> Iterator[SpokenDate]:
    """The days named in the folded text `low`, the longest first; places may overlap."""
    matches = [(match, meaning) for pattern, meaning in _RULES for match in pattern.finditer(low)]
    for match, meaning in sorted(matches, key=lambda found: found[0].start() - found[0].end()):
        spoken = _spoken(match, meaning, today)
        if spoken is not None:
            yield spoken
    for match in _DAY_MONTH.finditer(low):
        for year in (today.year, today.year + 1):
            day = _existing(year, int(match["month"]), int(match["day"]))
            if day is not None and day >= today:
                yield SpokenDate(*match.span(), day, day)
                break
    for match in _SHORT_DAY_MONTH.finditer(low):
        for year in (today.year, today.year + 1):
            day = _existing(year, int(match["month"]), int(match["day"]))
            if day is not None and day >= today and day.weekday() == _SHORT[match["weekday"]]:
                yield SpokenDate(*match.span(), day, day)
                break
    for match in _SHORT_LAST.finditer(low):
        day = today + timedelta(days=(_SHORT[match["day"]] - today.weekday() - 1) % 7 + 1)
        yield SpokenDate(*match.span(), day, day)


def _existing(year: int, month: int, day: int) -> date | None:
    known = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if known else None


def _spoken(match: re.Match[str], meaning: str, today: date) -> SpokenDate | None:
    """What a match means; a day that does not exist is none."""
    start, end = match.span()
    part = match.groupdict()
    word, _, count = meaning.partition(" ")
    n = _count(part.get("n") or part.get("n2") or count)
    if word == "week":
        day = _next_weekday(match.group(), today) + timedelta(days=7)
    elif word == "weekday":
        day = _next_weekday(part["weekday"], today)
    elif word == "weeks":
        day = today + timedelta(weeks=n)
    elif word == "monday":
        day = _next_weekday("monday", today)
    elif word == "month":
        day = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    elif word == "day":
        return _day_of_month(match, today)
    elif word == "working":
        day = _working_days(today, n)
    elif word == "hours":
        day = today + timedelta(days=-(-n // 24))
    else:
        day = today + timedelta(days=n)
    if word in {"within", "working", "hours"}:
        return SpokenDate(start, end, today, day, Bound.WITHIN)
    return SpokenDate(start, end, day, day)


def _count(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS.get(text, 0)


def _next_weekday(text: str, today: date) -> date:
    wanted = next(at for at, pattern in enumerate(_WEEKDAYS) if pattern.search(text))
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _working_days(day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _day_of_month(match: re.Match[str], today: date) -> SpokenDate | None:
    """ "le 25", "vendredi 27": the next day with that number; in doubt where the weekday is another."""
    number = int(match["day"])
    for months in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        if 1 <= number <= calendar.monthrange(year, month + 1)[1]:
            day = date(year, month + 1, number)
            if day >= today:
                weekday = match.groupdict().get("weekday")
                wrong = bool(weekday) and not _WEEKDAYS[day.weekday()].search(weekday or "")
                return SpokenDate(*match.span(), day, day, doubt=wrong)
    return None
