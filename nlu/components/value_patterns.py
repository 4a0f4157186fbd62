"""How simple values are written: a pattern and a reader for each kind, in the order in which they are tried.

A reader takes a match and today's date, and gives the value in normal form with its unit, or None: no value
after all. Pure.
"""

import re
from datetime import date, timedelta
from typing import Callable, Dict, Iterable, List, Optional, Tuple

from nlu.components.vocabulary import by_spelling

_Reading = Optional[Tuple[str, Optional[str]]]
_Reader = Callable[["re.Match[str]", Optional[date]], _Reading]
WORDS_OF_NUMBERS: Dict[str, int] = {word: int(n) for word, n in by_spelling("numbers").items()}
ORDINALS: Dict[str, int] = {word: int(n) for word, n in by_spelling("ordinals").items()}
UNIT_OF: Dict[str, str] = by_spelling("units")
FACTORS: Dict[str, str] = by_spelling("factors")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_OF: Dict[str, int] = {word: DAYS.index(day) for word, day in by_spelling("days").items()}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS_AHEAD: Dict[str, int] = {word: int(n) for word, n in by_spelling("days_ahead").items()}
PARTS_OF_DAY: Dict[str, str] = by_spelling("parts_of_day")


def number_of(word: str) -> str:
    """ "six" -> "6", "2,5" -> "2.5"."""
    return str(WORDS_OF_NUMBERS[word]) if word in WORDS_OF_NUMBERS else word.replace(",", ".")


def _plain(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    return match.group(0).strip(), None


def _money(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    number = match.group("before") or match.group("after")
    return number_of(number), "EUR"


def _amount(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    number = match.group("number")
    if number in ("a", "an"):
        number = "1"
    elif number.startswith("half"):
        number = "0.5"
    unit = UNIT_OF[match.group("unit")]
    if unit == "dozen":
        return f"{12 * float(number_of(number)):g}", "piece"
    return number_of(number), unit


def _factor(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    text = match.group(0).strip()
    if match.group("x"):
        return number_of(match.group("x")), None
    if match.group("times"):
        return number_of(match.group("times")), None
    if match.group("percent"):
        share = float(match.group("percent"))
        return f"{1 + share / 100 if match.group('sign') == 'more' else 1 - share / 100:g}", None
    return FACTORS[re.sub(r"\s+", " ", text)], None


def _delta(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    sign = "-" if match.group("less") else "+"
    word = match.group("number") or match.group("signed")
    if match.group("minus"):
        sign = "-"
    return sign + number_of({"a": "1", "an": "1", "another": "1"}.get(word, word)), None


def _day_word(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    phrase = re.sub(r"\s+", " ", match.group(0)).strip()
    if today is None:
        return phrase, None
    return (today + timedelta(days=DAYS_AHEAD[phrase])).isoformat(), None


def _weekday(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    day = DAY_OF[match.group("day")]
    if today is None:
        return DAYS[day], None
    ahead = (day - today.weekday()) % 7 or 7
    if match.group("next") and (today + timedelta(days=ahead)).isocalendar()[1] == today.isocalendar()[1]:
        ahead += 7
    return (today + timedelta(days=ahead)).isoformat(), None


def _in_days(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    number = {"a": "1", "a couple of": "2"}.get(match.group("n"), match.group("n"))
    days = int(number_of(number)) * (7 if match.group("what").startswith("week") else 1)
    return ((today + timedelta(days=days)).isoformat() if today else f"in {days} days"), None


def _calendar(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    parts = match.groupdict()
    month = MONTHS.index((parts["m1"] or parts["m2"])[:3]) + 1
    return _iso(None, month, int(parts["d1"] or parts["d2"]), today)


def _iso_date(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    return _iso(int(match.group(1)), int(match.group(2)), int(match.group(3)), today)


def _code(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    text = match.group(0)
    if re.fullmatch(r"\d+(?:[.,]\d+)?[a-z]+\d?|x\d+", text):  # 500g, 10x, x3
        return None
    return text.lstrip("#").upper(), None


def _after_tomorrow(_: "re.Match[str]", today: Optional[date]) -> _Reading:
    return ((today + timedelta(days=2)).isoformat() if today else "day after tomorrow"), None


def _numeric_date(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    if (
        "." in match.group(0)
        and match.group(3) is None
        and match.string[match.end() : match.end() + 1] != "."
    ):
        return None  # 2.5 is a number, 24.12. a day
    year = match.group(3)
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    return _iso(full, int(match.group(2)), int(match.group(1)), today)


def _day_of_month(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    day = int(match.group("day"))
    if today is None or not 1 <= day <= 31:
        return None
    month = today.month if day > today.day else today.month % 12 + 1
    return _iso(None, month, day, today)


def _iso(year: Optional[int], month: int, day: int, today: Optional[date]) -> _Reading:
    try:
        if year is not None:
            return date(year, month, day).isoformat(), None
        if today is None:
            return f"{day:02d}.{month:02d}.", None
        this_year = date(today.year, month, day)
        return (this_year if this_year >= today else date(today.year + 1, month, day)).isoformat(), None
    except ValueError:
        return None


def _clock(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    parts = match.groupdict()
    if parts["word"]:
        return "12:00", None
    hour, minute = int(parts["h"]), int(parts["min"] or 0)
    if parts["half"] == "pm" and hour < 12:
        hour += 12
    if parts["half"] == "am" and hour == 12:
        hour = 0
    if parts["half"] is None and parts["min"] is None and 1 <= hour <= 6:
        hour += 12  # nobody is brought a parcel at three in the night
    return (f"{hour:02d}:{minute:02d}", None) if hour < 24 and minute < 60 else None


def _part_of_day(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    return PARTS_OF_DAY[re.sub(r"\s+", " ", match.group(0))], None


def _ordinal(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    return str(ORDINALS[match.group("word")] if match.group("word") else int(match.group("hash"))), None


def _number(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    return number_of(match.group(0)), None


def _window(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    first, second = (_minutes(match.group(name)) for name in ("a", "b"))
    if first is None or second is None:
        return None
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


def _minutes(text: str) -> Optional[int]:
    hour, _, minute = text.partition(":")
    total = int(hour) * 60 + int(minute or 0)
    return total if int(hour) <= 24 and int(minute or 0) < 60 else None


def _bare_clock(match: "re.Match[str]", _: Optional[date]) -> _Reading:
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


def _any_of(words: Iterable[str]) -> str:
    spelled = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in spelled) + ")"


def _pattern(text: str) -> "re.Pattern[str]":
    return re.compile(text, re.VERBOSE)


_NUMBER = r"(?:\d+(?:[.,]\d+)?|" + _any_of(WORDS_OF_NUMBERS) + ")"
_MONTH = "(?:" + "|".join(MONTHS) + r")(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\.?"
_NTH = r"(?:st|nd|rd|th)"
_CLOCK = r"""
    (?P<h>\d{1,2}) (?: :(?P<min>\d{2}) | [.h]\d{2}(?=\s*(?:am|pm|uhr)) )? \s* (?P<half>am|pm)?
"""
SCANS: List[Tuple[str, "re.Pattern[str]", _Reader]] = [
    (
        "url",
        _pattern(r"""
            (?: https?:// | www\. ) \S+
            | \b [a-z0-9-]+ (?:\.[a-z0-9-]+)* \. (?:com|org|net|example|de|co\.uk|io) (?:/\S*)?
        """),
        _plain,
    ),
    ("email", _pattern(r"\b [\w.+-]+ @ [\w-]+ \. [\w.]+"), _plain),
    (
        "code",
        _pattern(r"""
            (?<![\w-]) \#? (?=[a-z0-9-]*\d) (?=[a-z0-9-]*[a-z]) [a-z0-9]{2,5} -? [a-z0-9]{3,6} (?![\w-])
            (?<!st) (?<!nd) (?<!rd) (?<!th)
        """),
        _code,
    ),
    (
        "money",
        _pattern(rf"""
            (?: [€$£] | \b eur\s? ) \s? (?P<before>{_NUMBER})
            | (?P<after>{_NUMBER}) \s? (?: € | \$ | £ | eur\b | euros?\b | bucks?\b | quid\b | dollars?\b )
        """),
        _money,
    ),
    ("date", _pattern(r"\b (\d{4}) - (\d{2}) - (\d{2}) \b"), _iso_date),
    (
        "date",
        _pattern(r"""
            \b (\d{1,2}) [./] (\d{1,2}) (?: [./] (\d{4}|\d{2}) )? (?= [.\s,!?] | $ )
            (?! \s? (?:kg|g|l|m|cm)\b )
        """),
        _numeric_date,
    ),
    (
        "date",
        _pattern(rf"""
            \b (?: (?P<d1>\d{{1,2}}) {_NTH}? (?:\s+of)? \s+ (?P<m1>{_MONTH})
            | (?P<m2>{_MONTH}) \s+ (?P<d2>\d{{1,2}}) {_NTH}? ) (?!\w)
        """),
        _calendar,
    ),
    ("date", _pattern(r"\b (?:the\s+)? day\s+after\s+tomorrow \b"), _after_tomorrow),
    (
        "date",
        _pattern(r"\b in\s+ (?P<n>a\ couple\ of|a|\d+|two|three|four|five) \s+ (?P<what>days?|weeks?) \b"),
        _in_days,
    ),
    (
        "delta",
        _pattern(rf"""
            \b (?P<number>{_NUMBER}|another|an|a) \s+ (?: more|extra|additional | (?P<less>less|fewer) ) \b
            | (?<![\w.]) (?: \+ | (?P<minus>-) ) \s? (?P<signed>\d+) \b
        """),
        _delta,
    ),
    (
        "amount",
        _pattern(rf"""
            \b (?P<number>{_NUMBER}|half\s+an?|half|an?) \s* (?P<unit>{_any_of(UNIT_OF)}) \b (?!')
            (?! (?<=can) \s+ (?:u|you|ya|i|we|he|she|they|someone|somebody|anyone)\b )
        """),
        _amount,
    ),
    (
        "factor",
        _pattern(rf"""
            \b {_any_of(FACTORS)} \b
            | (?: \b x\s? | \b times\s ) (?P<times>{_NUMBER}) \b
            | \b (?P<x>{_NUMBER}) (?: \s?x | \s+times )\b (?! \s?\d )
            | \b (?P<percent>\d+) \s? (?:%|percent) \s+ (?P<sign>more|less)
        """),
        _factor,
    ),
    (
        "times",
        _pattern(r"""
            (?<![\w,.]) (?: (?P<between>between\s+) | from\s+ )?
            (?P<a>\d{1,2}(?::\d{2})?) \s* (?P<ah>am|pm)?
            \s* (?: - | – | to | (?(between)and|to) | until | till ) \s*
            (?P<b>\d{1,2}(?::\d{2})?) \s* (?P<bh>am|pm|h|o'?clock)? \b
        """),
        _window,
    ),
    (
        "time",
        _pattern(rf"""
            \b (?: (?P<word>noonish|midday|noon) \b
            | (?:at|by|around|after|before|until|till|from|about) \s* {_CLOCK} (?: \s* o'?\s?clock )?
              (?! \s* (?: % | {_NTH} | \d | [.,]\d | people | persons | guests | euro | eur | € ) ) \b )
        """),
        _clock,
    ),
    (
        "time",
        _pattern(r"""
            \b (?P<h>\d{1,2}) : (?P<min>\d{2}) \s* (?P<half>am|pm)? \b
            | \b (?P<h2>\d{1,2}) \s* (?P<half2>am|pm|o'?\s?clock) \b
        """),
        _bare_clock,
    ),
    ("date", _pattern(rf"\b {_any_of(DAYS_AHEAD)} \b"), _day_word),
    (
        "date",
        _pattern(rf"\b (?P<next>next\s+)? (?:this\s+|on\s+)? (?P<day>{_any_of(DAY_OF)}) \b"),
        _weekday,
    ),
    ("part_of_day", _pattern(rf"\b {_any_of(PARTS_OF_DAY)} \b"), _part_of_day),
    (
        "date",
        _pattern(rf"\b (?:on|by|before|until|till|from) \s+ the\s+ (?P<day>\d{{1,2}}) {_NTH} \b"),
        _day_of_month,
    ),
    (
        "ordinal",
        _pattern(rf"""
            \b (?P<word>{_any_of(ORDINALS)}) \b (?! \s+ (?:time|week|month|year|night|day|minute)s?\b )
            | (?: \# | \b (?:no\.?|nr\.?|number|option) \s* ) (?P<hash>\d{{1,3}}) \b
        """),
        _ordinal,
    ),
    (
        "number",  # not the "one" of "the one", "the 2nd one"
        _pattern(rf"""
            (?<![\w.]) (?<!the\ ) (?<!this\ ) (?<!that\ ) (?<!which\ ) (?<!other\ )
            (?<!\dst\ ) (?<!\dnd\ ) (?<!\drd\ ) (?<!\dth\ )
            (?<!last\ ) (?<!first\ ) (?<!second\ ) (?<!third\ ) (?<!next\ ) {_NUMBER} (?! \w | [.,]\d )
            | (?<=\bthe\ ) {_NUMBER} (?= \s+ of\s+ (?:us|them|you)\b )
        """),
        _number,
    ),
]
