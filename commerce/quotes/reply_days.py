"""Days that sellers name and `commerce.dates` does not read: "monday week", "vendredi 27"."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from commerce.dates import Bound, SpokenDate
from commerce.quotes.reply_units import LANGUAGES, NUMBERS

__all__ = ["HOURS", "SAME_DAY", "find_more_days"]

_WEEKDAYS = [re.compile("|".join(language.weekdays[at] for language in LANGUAGES)) for at in range(7)]
_WEEKDAY = "(?:" + "|".join(pattern.pattern for pattern in _WEEKDAYS) + ")"
_RULES = tuple(
    (re.compile(rf"(?<![\w'])(?:{source.replace('WEEKDAY', _WEEKDAY)})(?![\w'])"), meaning)
    for language in LANGUAGES
    for source, meaning in language.days
    if meaning != "same"
)
SAME_DAY = re.compile(
    "|".join(source for language in LANGUAGES for source, meaning in language.days if meaning == "same")
)
"""The day named before: "fresh in on thursday, I deliver the same day"."""


HOURS = re.compile(
    r"(?<=\w)(?:,? (?:between|from|von|zwischen|entre|de)(?: the hours of)?)? "
    r"(?P<from>\d{1,2})(?: ?(?:uhr|h|am|pm))?"
    r"(?: ?[-–] ?| (?:to|till|until|and|bis|und|et|a) )(?P<till>\d{1,2})(?: ?(?:uhr|h|am|pm)\b)?"
    r"(?=\s*(?:[,;!?)\n]|\.(?!\d)|$))"
)
"""Hours of the day from and till: "tomorrow between 10 and 12"."""


def find_more_days(low: str, today: date) -> Iterator[SpokenDate]:
    """The days named in the folded text `low`, the longest first; places may overlap."""
    matches = [(match, meaning) for pattern, meaning in _RULES for match in pattern.finditer(low)]
    for match, meaning in sorted(matches, key=lambda found: found[0].start() - found[0].end()):
        spoken = _spoken(match, meaning, today)
        if spoken is not None:
            yield spoken


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
