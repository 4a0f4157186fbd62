"""The grammar of single days, over a text in canonical words (`commerce.date_words`).

Each rule is a pattern and what builds the date from its match; the first rule to claim a place wins.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from commerce.date_words import MONTHS, WEEKDAYS

__all__ = ["RULES", "Bound", "SpokenDate"]


class Bound(StrEnum):
    """How a date limits: on that day, not after it, not before it, or any day of a stretch."""

    ON = "on"
    BY = "by"
    FROM = "from"
    WITHIN = "within"


@dataclass(frozen=True)
class SpokenDate:
    """The characters `start:end` name a day, or several.

    `first` and `last` are the earliest and latest of them, `options` the single days of a choice; `doubt` is
    set where weekday and date contradict each other or the date does not exist.
    """

    start: int
    end: int
    first: date
    last: date
    bound: Bound = Bound.ON
    options: tuple[date, ...] = ()
    doubt: bool = False


_DAY = "(?:" + "|".join(WEEKDAYS) + ")"
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_LEAD = r"(?:on|by|until|before|" + _DAY + r")[ ,]{1,2}(?:the )?"
_N = r"(?:\d{1,2}|a|an|few|couple|half a)"

Build = Callable[[re.Match[str], date], SpokenDate | None]


def _day(match: re.Match[str], day: date, last: date | None = None, *, doubt: bool = False) -> SpokenDate:
    bound = Bound.ON if last is None else Bound.WITHIN
    start = match.start("at") if "at" in match.re.groupindex else match.start()
    return SpokenDate(start, match.end(), day, last or day, bound, doubt=doubt)


def _calendar(match: re.Match[str], today: date) -> SpokenDate | None:
    """A date in figures or with the month's name; without a year the one nearest to today's."""
    parts = match.groupdict()
    month_text = parts["m"]
    month = MONTHS.index(month_text) + 1 if month_text in MONTHS else int(month_text)
    day = int(parts["d"])
    if "slash" in parts and day <= 12 < month:
        return None
    if month > 12 >= day and "." not in match.group().strip("."):
        day, month = month, day
    year_text = parts.get("y")
    year = today.year if year_text is None else int(year_text) + (2000 if len(year_text) == 2 else 0)
    try:
        found = date(year, month, day)
        if year_text is None and found < today - timedelta(days=90):
            found = date(year + 1, month, day)
    except ValueError:
        readable = 1 <= month <= 12 and 1 <= day <= 31
        return _day(match, today, doubt=True) if readable or month_text in MONTHS else None
    return _day(match, found)


def _ordinal(match: re.Match[str], today: date) -> SpokenDate | None:
    """ "the 24th": the next such day of a month."""
    number = int(match["d"])
    for ahead in range(13):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        try:
            found = date(year, month + 1, number)
        except ValueError:
            continue
        if found >= today:
            return _day(match, found)
    return None


def _relative(match: re.Match[str], today: date) -> SpokenDate:
    word = match["w"]
    days = {
        "yesterday": -1,
        "today": 0,
        "tonight": 0,
        "same day": 0,
        "the hour": 0,
        "an hour": 0,
        "tomorrow": 1,
        "next day": 1,
    }
    return _day(match, today + timedelta(days=days.get(word, 2)))


def _stretch(match: re.Match[str], today: date) -> SpokenDate | None:
    """ "in 3 days", "within 2-3 working days", "24 hours", "a week": `last` is the latest of them."""
    low, high = match["n"], match["n2"] or match["n"]
    if match["unit"] == "h" and not match["within"] and low not in {"24", "48", "72"}:
        return None
    words = {"a": 1, "an": 1, "few": 3, "couple": 2, "half a": 1}
    first, last = (words.get(text) or int(text) for text in (low, high))
    within = match["within"] == "within" or first != last
    days = [_after(today, number, match["unit"], bool(match["working"])) for number in (first, last)]
    if within:
        return _day(match, today if match["n2"] is None else days[0], days[1])
    return _day(match, days[1])


def _after(today: date, number: int, unit: str, working: bool) -> date:
    if unit in {"hour", "h"}:
        return today + timedelta(days=number // 24)
    if unit == "workday" or (working and unit == "day"):
        day = today
        for _ in range(number):
            day += timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))
        return day
    return today + timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14, "month": 30}[unit])


def _weekday(match: re.Match[str], today: date) -> SpokenDate:
    wanted = WEEKDAYS.index(match["day"])
    monday = today - timedelta(days=today.weekday())
    how = f"{match['before']} {match['after']}"
    if "next" in how:
        return _day(match, monday + timedelta(days=7 + wanted))
    ahead = (wanted - today.weekday()) % 7
    if "this" not in how and ahead == 0:
        ahead = 7
    return _day(match, today + timedelta(days=ahead))


def _week_part(match: re.Match[str], today: date) -> SpokenDate | None:
    """ "next week", "this weekend", "early next week", "end of the week"."""
    where, which, unit = match["where"], match["which"] or (match["after"] or "").strip(), match["unit"]
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 if which == "next" else 0)
    if unit == "weekend":
        return _day(match, max(today, monday + timedelta(days=5)), monday + timedelta(days=6))
    if not where and not which:
        return None
    spans = {"early": (0, 1), "middle": (2, 2), "end": (4, 4)}
    low, high = spans.get(where or "", (0, 6))
    if monday + timedelta(days=high) <= today:
        low = high = 6
    return _day(match, max(today, monday + timedelta(days=low)), monday + timedelta(days=high))


def _month_part(match: re.Match[str], today: date) -> SpokenDate:
    """ "end of the month", "mid december", "early next month"."""
    which = match["which"] or ""
    month = MONTHS.index(match["m"]) + 1 if match["m"] else today.month + (which == "next")
    year = today.year + (month > 12 or (bool(match["m"]) and month < today.month - 3))
    first = date(year, (month - 1) % 12 + 1, 1)
    after = (first + timedelta(days=32)).replace(day=1)
    low, high = {
        "early": (first, first + timedelta(days=6)),
        "middle": (first + timedelta(days=14), first + timedelta(days=14)),
        "end": (after - timedelta(days=1), after - timedelta(days=1)),
    }[match["where"]]
    return _day(match, max(today, low), high if high > low else max(today, high))


def _christmas(match: re.Match[str], today: date) -> SpokenDate:
    found = date(today.year, 12, 24 if match["before"] or match["eve"] else 25)
    return _day(match, found if found >= today else found.replace(year=today.year + 1))


def _rule(pattern: str, build: Build) -> tuple[re.Pattern[str], Build]:
    return re.compile(r"(?<![\w.,])" + pattern + r"(?!\w)"), build


_D, _M = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})"
_Y4, _NAMED = r"(?P<y>(?:19|20)\d\d)", f"(?P<m>{_MONTH})"
_TH = "(?:st|nd|rd|th|ter|ten|er)"
_YEAR = "(?:[ ,]{1,2}" + _Y4 + ")?"
_OWN_PLACE = r"(?:(?<=[,;(\n] )|(?<=[,;(\n])|^ {0,2})"
RULES: tuple[tuple[re.Pattern[str], Build], ...] = (
    _rule(_Y4 + r"-(?P<m>\d{1,2})-(?P<d>\d{1,2})", _calendar),
    _rule(_D + r"[./-]" + _M + r"[./-](?P<y>20\d\d|\d\d)(?![.,]?\d)", _calendar),
    _rule(_LEAD + r"(?P<at>)" + _D + r"[.]" + _M + r"[.]?(?![.,]?\d|[€$£%])", _calendar),
    _rule(_OWN_PLACE + r"(?P<at>)(?P<d>\d\d)[.](?P<m>0[1-9]|1[0-2])[.](?!\d)", _calendar),
    _rule(_LEAD + r"(?P<at>)(?P<slash>)" + _D + "/" + _M + r"(?![/.,]?\d)", _calendar),
    _rule(r"(?P<d>1[3-9]|2\d|3[01])/" + r"(?P<m>0?[1-9]|1[0-2])(?![/.,]?\d)", _calendar),
    _rule(r"(?P<m>0?[1-9]|1[0-2])/" + r"(?P<d>1[3-9]|2\d|3[01])(?![/.,]?\d)", _calendar),
    _rule(_D + _TH + "?[.]? {0,2}(?:of )?" + _NAMED + _YEAR, _calendar),
    _rule(_NAMED + r"[ .]{0,2}(?:the )?" + _D + _TH + r"?(?![.,:]?\d|€)" + _YEAR, _calendar),
    _rule(r"(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)", _ordinal),
    _rule(r"(?:on|by|until|from|before) (?:the )?(?P<at>)(?P<d>[12]\d|3[01])[.](?![.,]?\d)", _ordinal),
    _rule(r"(?:on|by|until) the (?P<at>)(?P<d>[12]\d|3[01])(?![.,:]?\d| ?[€%])", _ordinal),
    _rule(r"(?P<w>overmorrow|(?:the )?day after tomorrow|after[ -]tomorrow)", _relative),
    _rule(
        r"(?P<w>(?<=within )(?:the|an) hour|yesterday|today|tonight|same day|tomorrow|next day)", _relative
    ),
    _rule(
        rf"(?P<within>within|in)?(?: of| von)? {{0,2}}(?:the |about |max |ca )?(?:next )?(?P<n>{_N})(?: of)?"
        r"(?: {0,2}(?:-|–|to|or) {0,2}(?P<n2>\d{1,2}))? {0,2}(?P<working>working )?"
        r"(?P<unit>hour|h|day|workday|week|fortnight|month)(?: working)?(?! old)",
        _stretch,
    ),
    _rule(
        r"(?P<before>(?:next|this|coming)(?: week)?|week next|the week next)?[ ,]{0,2}(?:on )?"
        rf"(?P<day>{_DAY})"
        r"(?P<after>(?: of)? (?:the )?(?:next(?: week)?|week next)| coming)?",
        _weekday,
    ),
    _rule(
        r"(?:(?P<where>early|middle|end)(?: of)? {0,2}(?:the )?)?(?:(?P<which>next|this|coming) )?"
        r"(?P<unit>weekend|week)(?P<after> next)?",
        _week_part,
    ),
    _rule(
        rf"(?P<where>early|middle|end)(?: of)? (?:the )?(?:(?P<which>next|this) )?(?:month|(?P<m>{_MONTH}))",
        _month_part,
    ),
    _rule(r"(?P<before>veille of )?christmas(?P<eve> ?evening)?", _christmas),
)
