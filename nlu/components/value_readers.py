"""Readers of simple values: each takes a match and today's date, and gives the value in normal form with its
unit, or None: no value after all. Pure.

The patterns that they read: value_patterns (English, and what all write alike), value_german, value_french.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Callable, Dict, Iterable, Optional, Tuple

from nlu.components.vocabulary import by_spelling

Reading = Optional[Tuple[str, Optional[str]]]
ValueReader = Callable[["re.Match[str]", Optional[date]], Reading]
WORDS_OF_NUMBERS: Dict[str, int] = {word: int(n) for word, n in by_spelling("numbers").items()}
ORDINALS: Dict[str, int] = {word: int(n) for word, n in by_spelling("ordinals").items()}
UNIT_OF: Dict[str, str] = by_spelling("units")
FACTORS: Dict[str, str] = by_spelling("factors")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_OF: Dict[str, int] = {
    word: DAYS.index(day) for section in ("days", "days_short") for word, day in by_spelling(section).items()
}
MONTH_OF: Dict[str, int] = {word: int(n) for word, n in by_spelling("months").items()}
DAYS_AHEAD: Dict[str, int] = {word: int(n) for word, n in by_spelling("days_ahead").items()}
PARTS_OF_DAY: Dict[str, str] = by_spelling("parts_of_day")


_QUARTERS = {
    r"(?:a )?quarter (?:past|after)|viertel (?:nach|uber)|et quart": 15,
    r"(?:a )?quarter (?:to|of|before)|viertel vor|dreiviertel|(?:moins|- ?)(?: le)? quart": -15,
    r"et demie?": 30,
    r"half past": 30,
}
HALF = re.compile(r"\b(?:half|halbe?[nrs]?|demie?)\b")
_DAY_BEFORE = re.compile(
    r"(?:\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|matin|soir|aprem)|/\d{1,2})[\s,]*$"
)
ARTICLE = re.compile(r"(?:an?(?:\s+(?:whole|full))?|another|(?:noch\s+)?ein(?:e[nmrs]?)?|ne[nr]?|n|une?)")
_HALF_HOUR = re.compile(r"(?:halb|half(?:\s+past)?)\s+")
MORE = ("more", "mehr", "plus", "en plus", "de plus")
_HOUR_TYPED = r"\d{1,2}(?:h(?:\d{2})?|am|pm|uhr)?"
_NO_CODE = re.compile(rf"\d+(?:[.,]\d+)?[a-z]+\d?|x\d+|\d{{1,2}}h\d{{2}}|{_HOUR_TYPED}-{_HOUR_TYPED}")
"""500g, 10x, x3, 17h30, 13h-15h"""


def number_of(word: str) -> str:
    """ "six" -> "6", "2,5" -> "2.5"."""
    return str(WORDS_OF_NUMBERS[word]) if word in WORDS_OF_NUMBERS else word.replace(",", ".")


def read_plain(match: "re.Match[str]", _: Optional[date]) -> Reading:
    return match.group(0).strip(), None


def read_money(match: "re.Match[str]", _: Optional[date]) -> Reading:
    number = match.group("before") or match.group("after")
    return number_of(number), "EUR"


def read_amount(match: "re.Match[str]", _: Optional[date]) -> Reading:
    number = match.group("number").strip()
    if HALF.search(number):
        number = "0.5"
    elif number in ("anderthalb", "eineinhalb"):
        number = "1.5"
    elif ARTICLE.fullmatch(number):
        number = "1"
    unit = UNIT_OF[re.sub(r"\s+", " ", match.group("unit"))]
    if match.groupdict().get("and_half"):
        number = f"{float(number_of(number)) + 0.5:g}"
    if unit == "dozen":
        return f"{12 * float(number_of(number)):g}", "piece"
    return number_of(number), unit


def read_factor(match: "re.Match[str]", _: Optional[date]) -> Reading:
    text = match.group(0).strip()
    if match.group("x"):
        return number_of(match.group("x")), None
    if match.group("times"):
        return number_of(match.group("times")), None
    if match.group("percent"):
        share = float(match.group("percent"))
        return f"{1 + share / 100 if match.group('sign') in MORE else 1 - share / 100:g}", None
    return FACTORS[re.sub(r"\s+", " ", text)], None


def read_delta(match: "re.Match[str]", _: Optional[date]) -> Reading:
    sign = "-" if match.group("less") else "+"
    word = match.group("number") or match.groupdict().get("signed") or "1"
    if match.groupdict().get("minus"):
        sign = "-"
    return sign + number_of("1" if ARTICLE.fullmatch(word) or word == "another" else word), None


def read_day_word(match: "re.Match[str]", today: Optional[date]) -> Reading:
    phrase = re.sub(r"\s+", " ", match.group(0)).strip()
    if today is None:
        return phrase, None
    return (today + timedelta(days=DAYS_AHEAD[phrase])).isoformat(), None


def read_weekday(match: "re.Match[str]", today: Optional[date]) -> Reading:
    day = DAY_OF[match.group("day")]
    if today is None:
        return DAYS[day], None
    ahead = (day - today.weekday()) % 7 or 7
    if (
        match.groupdict().get("next")
        and (today + timedelta(days=ahead)).isocalendar()[1] == today.isocalendar()[1]
    ):
        ahead += 7
    return (today + timedelta(days=ahead)).isoformat(), None


def read_in_days(match: "re.Match[str]", today: Optional[date]) -> Reading:
    number = "2" if match.group("n") in ("a couple of", "ein paar") else match.group("n")
    number = "1" if ARTICLE.fullmatch(number) else number
    days = int(number_of(number)) * (7 if match.group("what").startswith(("w", "s")) else 1)
    return ((today + timedelta(days=days)).isoformat() if today else f"in {days} days"), None


def read_calendar(match: "re.Match[str]", today: Optional[date]) -> Reading:
    parts = match.groupdict()
    month = MONTH_OF[(parts["m1"] or parts["m2"]).rstrip(".")]
    return read_iso(None, month, int(parts["d1"] or parts["d2"]), today)


def read_week_later(match: "re.Match[str]", today: Optional[date]) -> Reading:
    """ "monday week", "samedi en huit": the week after the next such day."""
    reading = read_weekday(match, today)
    if reading is None or today is None:
        return reading
    return (date.fromisoformat(reading[0]) + timedelta(days=7)).isoformat(), None


def read_part_of_month(match: "re.Match[str]", today: Optional[date]) -> Reading:
    """ "mid december": the 15th; "before january": the last day of december."""
    month = MONTH_OF[match.group("month").rstrip(".")]
    if match.groupdict().get("middle"):
        return read_iso(None, month, 15, today)
    first = read_iso(None, month, 1, today)
    if first is None or today is None:
        return first
    return (date.fromisoformat(first[0]) - timedelta(days=1)).isoformat(), None


def read_end_of_this_month(_: "re.Match[str]", today: Optional[date]) -> Reading:
    if today is None:
        return "end of the month", None
    return today.replace(day=monthrange(today.year, today.month)[1]).isoformat(), None


def read_christmas(_: "re.Match[str]", today: Optional[date]) -> Reading:
    """What is to be there for Christmas is there on its eve."""
    return read_iso(None, 12, 24, today)


def read_end_of_month(match: "re.Match[str]", today: Optional[date]) -> Reading:
    month = MONTH_OF[match.group("month").rstrip(".")]
    year = today.year if today and month >= today.month else (today.year + 1 if today else 2000)
    return read_iso(None, month, monthrange(year, month)[1], today)


def read_iso_date(match: "re.Match[str]", today: Optional[date]) -> Reading:
    return read_iso(int(match.group(1)), int(match.group(2)), int(match.group(3)), today)


def read_code(match: "re.Match[str]", _: Optional[date]) -> Reading:
    text = match.group(0)
    if _NO_CODE.fullmatch(text):
        return None
    return text.lstrip("#").upper(), None


def read_after_tomorrow(_: "re.Match[str]", today: Optional[date]) -> Reading:
    return ((today + timedelta(days=2)).isoformat() if today else "day after tomorrow"), None


def read_numeric_date(match: "re.Match[str]", today: Optional[date]) -> Reading:
    if (
        "." in match.group(0)
        and match.group(3) is None
        and match.string[match.end() : match.end() + 1] != "."
    ):
        return None  # 2.5 is a number, 24.12. a day
    year = match.group(3)
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    return read_iso(full, int(match.group(2)), int(match.group(1)), today)


def read_day_of_month(match: "re.Match[str]", today: Optional[date]) -> Reading:
    parts = match.groupdict()
    day = int(next(parts[name] for name in ("day", "nth", "dotted", "le") if parts.get(name)))
    if today is None or not 1 <= day <= 31:
        return None
    month = today.month if day > today.day else today.month % 12 + 1
    return read_iso(None, month, day, today)


def read_iso(year: Optional[int], month: int, day: int, today: Optional[date]) -> Reading:
    try:
        if year is not None:
            return date(year, month, day).isoformat(), None
        if today is None:
            return f"{day:02d}.{month:02d}.", None
        this_year = date(today.year, month, day)
        return (this_year if this_year >= today else date(today.year + 1, month, day)).isoformat(), None
    except ValueError:
        return None


def read_clock(match: "re.Match[str]", _: Optional[date]) -> Reading:
    parts = {"word": None, "half": None, "min": None, "half_before": None, "sure": None, **match.groupdict()}
    if parts["word"]:
        return "12:00", None
    if parts.get("h0"):  # English "half four": half an hour past four
        parts |= {"h": number_of(parts["h0"]), "half": parts["half0"], "min": "30"}
        if parts["half"] is None and 1 <= int(parts["h"]) <= 6:
            parts["half"] = "pm"
    hour, minute = int(number_of(parts["h"])), int(parts["min"] or 0)
    if parts["half_before"]:  # German "halb sechs": half an hour before six
        hour, minute = hour - 1, 30
    if parts["half"] == "pm" and hour < 12:
        hour += 12
    if parts["half"] == "am" and hour == 12:
        hour = 0
    if parts["half"] is None and parts["min"] is None and 1 <= hour <= 6:
        hour += 12  # nobody is brought a parcel at three in the night
    return (f"{hour:02d}:{minute:02d}", None) if hour < 24 and minute < 60 else None


def read_quarter(match: "re.Match[str]", _: Optional[date]) -> Reading:
    """ "quarter past five", "dreiviertel fünf", "cinq heures moins le quart"."""
    said = re.sub(r"\s+", " ", match.group("minutes") or "")
    minutes = next((m for word, m in _QUARTERS.items() if re.fullmatch(word, said)), 0)
    hour = int(number_of("1" if ARTICLE.fullmatch(match.group("h")) else match.group("h")))
    half = match.groupdict().get("half")
    if (half == "pm" and hour < 12) or (half is None and 1 <= hour <= 6):
        hour += 12
    total = hour * 60 + minutes
    return (f"{total // 60:02d}:{total % 60:02d}", None) if 0 <= total < 24 * 60 else None


def read_part_of_day(match: "re.Match[str]", _: Optional[date]) -> Reading:
    return PARTS_OF_DAY[re.sub(r"\s+", " ", match.group(0).strip())], None


def read_ordinal(match: "re.Match[str]", _: Optional[date]) -> Reading:
    if match.group("word"):
        return str(ORDINALS[match.group("word")]), None
    figure = match.group("hash")
    return str(int(number_of("1" if ARTICLE.fullmatch(figure) else figure))), None


def read_number(match: "re.Match[str]", _: Optional[date]) -> Reading:
    return number_of(match.group(0)), None


def read_window(match: "re.Match[str]", _: Optional[date]) -> Reading:
    first, second = (read_minutes(match.group(name)) for name in ("a", "b"))
    if match.groupdict().get("noon"):
        second = 12 * 60
    if first is None or second is None:
        return None
    if "clock" in match.groupdict() and not (
        match.group("between")
        or re.search(r"\dh|:|heures", match.group(0))
        or (match.group(0).startswith("de ") and _DAY_BEFORE.search(match.string[: match.start()]))
    ):
        return None  # "de 4 a 6" is no time
    late = match.group("bh") == "pm"
    if late or (match.group("bh") is None and match.group("ah") is None and first < 7 * 60):
        second += 12 * 60 if second < 12 * 60 else 0
        first += 12 * 60 if first < 12 * 60 and first + 12 * 60 < second and match.group("ah") != "am" else 0
    if match.group("ah") == "pm" and first < 12 * 60:
        first += 12 * 60
    if second <= first and second < 12 * 60:
        second += 12 * 60
    if not (first < second <= 24 * 60):
        return None
    return f"{first // 60:02d}:{first % 60:02d}-{second // 60:02d}:{second % 60:02d}", None


def read_minutes(text: Optional[str]) -> Optional[int]:
    if text is None:
        return None
    if half := _HALF_HOUR.match(text):  # "halb elf" is half an hour before it, "half ten" one after
        hours = int(number_of(text[half.end() :]))
        return hours * 60 + (-30 if half.group().startswith("halb") else 30)
    hour, _, minute = re.sub(
        r"\s*(?:heures?|[.h])\s*", ":", number_of(text) if text.isalpha() else text
    ).partition(":")
    total = int(hour) * 60 + int(minute or 0)
    return total if int(hour) <= 24 and int(minute or 0) < 60 else None


def read_bare_clock(match: "re.Match[str]", _: Optional[date]) -> Reading:
    hour = int(match.group("h") or match.group("h2"))
    minute = int(match.group("min") or 0)
    half = match.group("half") or match.group("half2") or ""
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if half.startswith("o") and 1 <= hour <= 6:
        hour += 12
    return (f"{hour:02d}:{minute:02d}", None) if hour < 24 and minute < 60 else None


def any_of(words: Iterable[str]) -> str:
    spelled = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in spelled) + ")"


def pattern(text: str) -> "re.Pattern[str]":
    return re.compile(text, re.VERBOSE)
