"""Simple values in a sentence: links, codes, money, amounts, factors, ordinals, dates, times, numbers. Pure.

`find_values("6 eggs by friday", date(2026, 11, 20))` gives a number "6" and a date "2026-11-27". Without a `today`
such words stay words. Values never overlap: what stands earlier in `_SCANS` takes its stretch of the text first.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Callable, Dict, FrozenSet, List, Optional, Tuple

WORDS_OF_NUMBERS = {
    **{word: n for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )},
    "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "dozen": 12, "couple": 2,
}  # fmt: skip
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "ninth": 9, "9th": 9, "tenth": 10, "last": -1,
}  # fmt: skip
UNITS = {
    "g": "g gr gram grams grm", "kg": "kg kgs kilo kilos kilogram kilograms", "lb": "lb lbs pound pounds",
    "oz": "oz ounce ounces", "ml": "ml mls milliliter milliliters millilitre millilitres", "cl": "cl", "dl": "dl",
    "l": "l liter liters litre litres ltr", "pint": "pint pints", "tsp": "tsp teaspoon teaspoons",
    "tbsp": "tbsp tablespoon tablespoons", "cup": "cup cups", "piece": "piece pieces pc pcs", "clove": "clove cloves",
    "can": "can cans", "tin": "tin tins", "jar": "jar jars", "packet": "packet packets pack packs pkt",
    "box": "box boxes", "bag": "bag bags", "bottle": "bottle bottles", "tube": "tube tubes", "tub": "tub tubs",
    "roll": "roll rolls", "bunch": "bunch bunches", "head": "head heads", "sheet": "sheet sheets",
    "pair": "pair pairs", "slice": "slice slices", "stick": "stick sticks", "handful": "handful handfuls",
    "pinch": "pinch pinches", "mm": "mm", "cm": "cm", "m": "m meter meters metre metres", "inch": "inch inches",
    "foot": "ft feet", "m2": "m2 sqm", "dozen": "dozen",
}  # fmt: skip
UNIT_OF = {spelling: unit for unit, spellings in UNITS.items() for spelling in spellings.split()}
FACTORS = {
    "half": "0.5", "halve": "0.5", "halved": "0.5", "double": "2", "doubled": "2", "twice": "2", "two times": "2",
    "triple": "3", "tripled": "3", "thrice": "3", "quadruple": "4", "a third": "0.333", "a quarter": "0.25",
    "one and a half times": "1.5", "half as much again": "1.5",
}  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_OF = {
    **{day: n for n, day in enumerate(DAYS)},
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    "wensday": 2, "wednsday": 2, "thrusday": 3, "teusday": 1, "saterday": 5, "firday": 4,
}  # fmt: skip
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_ENDS = r"(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\.?"
TODAY_WORDS = {
    "today": 0, "tonight": 0, "tonite": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tmrw": 1, "tmr": 1, "2moro": 1, "tomoro": 1,
    "day after tomorrow": 2, "overmorrow": 2,
}  # fmt: skip
PARTS_OF_DAY = {
    "morning": "morning", "mornin": "morning", "midday": "noon", "noon": "noon", "lunchtime": "noon", "lunch": "noon",
    "afternoon": "afternoon", "arvo": "afternoon", "evening": "evening", "eve": "evening", "tonight": "evening",
    "tonite": "evening", "night": "evening", "after work": "evening", "mornings": "morning",
    "afternoons": "afternoon", "evenings": "evening",
}  # fmt: skip
NUMBER = r"(?:\d+(?:[.,]\d+)?|" + "|".join(sorted(WORDS_OF_NUMBERS, key=len, reverse=True)) + ")"
UNIT = "(?:" + "|".join(sorted(map(re.escape, UNIT_OF), key=len, reverse=True)) + ")"


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
    lowered = text.lower()
    taken = [False] * len(text)
    found: List[Value] = []
    for kind, pattern, read in _SCANS:
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
    return sorted(found, key=lambda value: value.start)


def number_of(word: str) -> str:
    """ "six" -> "6", "2,5" -> "2.5"."""
    return str(WORDS_OF_NUMBERS[word]) if word in WORDS_OF_NUMBERS else word.replace(",", ".")


_Reading = Optional[Tuple[str, Optional[str]]]
_Reader = Callable[["re.Match[str]", Optional[date]], _Reading]


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
    return number_of(number), UNIT_OF[match.group("unit")]


def _factor(match: "re.Match[str]", _: Optional[date]) -> _Reading:
    text = match.group(0).strip()
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
    return (today + timedelta(days=TODAY_WORDS[phrase])).isoformat(), None


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
    month = MONTHS.index(parts["m1"] or parts["m2"]) + 1
    return _iso(None, month, int(parts["d1"] or parts["d2"]), today)


def _iso_date(match: "re.Match[str]", today: Optional[date]) -> _Reading:
    return _iso(int(match.group(1)), int(match.group(2)), int(match.group(3)), today)


def _numeric_date(match: "re.Match[str]", today: Optional[date]) -> _Reading:
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


def _any_of(words: Dict[str, object]) -> str:
    spelled = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in spelled) + ")"


def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern)


_CLOCK = r"(?P<h>\d{1,2})(?::(?P<min>\d{2})|[.h](?P<_x>\d{2})(?=\s*(?:am|pm|uhr)))?\s*(?P<half>am|pm)?"
_SCANS: List[Tuple[str, "re.Pattern[str]", _Reader]] = [
    ("url", _compiled(r"(?:https?://|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|example|de|co\.uk|io)(?:/\S*)?"), _plain),
    ("email", _compiled(r"\b[\w.+-]+@[\w-]+\.[\w.]+"), _plain),
    ("code", _compiled(r"(?<![\w-])#?(?=[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z])[a-z0-9]{2,5}-?[a-z0-9]{3,6}(?![\w-])(?<!st)(?<!nd)(?<!rd)(?<!th)"),
     lambda match, _: None if re.fullmatch(r"\d+(?:[.,]\d+)?[a-z]+\d?|x\d+", match.group(0)) else (match.group(0).lstrip("#").upper(), None)),
    ("money", _compiled(rf"(?:[€$£]|\beur\s?)\s?(?P<before>{NUMBER})|(?P<after>{NUMBER})\s?(?:€|\$|£|eur\b|euros?\b|bucks?\b|quid\b|dollars?\b)"), _money),
    ("date", _compiled(r"\b(\d{4})-(\d{2})-(\d{2})\b"), _iso_date),
    ("date", _compiled(r"\b(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?(?=[.\s,!?]|$)(?!\s?(?:kg|g|l|m|cm)\b)"),
     lambda match, today: None if "." in match.group(0) and match.group(3) is None and not match.string[match.end() : match.end() + 1] == "." else _numeric_date(match, today)),
    ("date", _compiled(r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m1>" + "|".join(MONTHS) + ")" + MONTH_ENDS + r"|(?P<m2>" + "|".join(MONTHS) + ")" + MONTH_ENDS + r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?)\b"), _calendar),
    ("date", _compiled(r"\b(?:the\s+)?day\s+after\s+tomorrow\b"), lambda match, today: ((today + timedelta(days=2)).isoformat() if today else "day after tomorrow", None)),
    ("date", _compiled(r"\bin\s+(?P<n>a couple of|a|\d+|two|three|four|five)\s+(?P<what>days?|weeks?)\b"), _in_days),
    ("delta", _compiled(rf"\b(?P<number>{NUMBER}|another|an|a)\s+(?:(?P<more>more|extra|additional)|(?P<less>less|fewer))\b|(?<![\w.])(?:\+|(?P<minus>-))\s?(?P<signed>\d+)\b"), _delta),
    ("amount", _compiled(rf"\b(?P<number>{NUMBER}|half\s+an?|half|an?)\s*(?P<unit>{UNIT})\b(?!')"), _amount),
    ("factor", _compiled(rf"\b(?:{_any_of(FACTORS)})\b|(?:\bx\s?|\btimes\s)(?P<times>{NUMBER})\b|\b(?P<_t>{NUMBER})\s?x\b(?!\s?\d)|\b(?P<percent>\d+)\s?(?:%|percent)\s+(?P<sign>more|less)"),
     lambda match, today: (number_of(match.group("_t")), None) if match.group("_t") else _factor(match, today)),
    ("times", _compiled(r"(?<![\w,.])(?:(?P<between>between\s+)|from\s+)?(?P<a>\d{1,2}(?::\d{2})?)\s*(?P<ah>am|pm)?\s*(?:-|–|to|(?(between)and|to)|until|till)\s*(?P<b>\d{1,2}(?::\d{2})?)\s*(?P<bh>am|pm|h|o'?clock)?\b"),
     lambda match, _: _window(match)),
    ("time", _compiled(r"\b(?:(?P<word>noonish|midday|noon)\b|(?:at|by|around|after|before|until|till|from|about|@)\s*" + _CLOCK.replace("(?P<h>", "(?P<h>") + r"(?:\s*o'?\s?clock)?(?!\s*(?:%|st|nd|rd|th|\d|[.,]\d|people|persons|guests|euro|eur|€))\b)"),
     lambda match, today: ("12:00", None) if match.group("word") else _clock(match, today)),
    ("time", _compiled(r"\b(?P<h>\d{1,2})(?::(?P<min>\d{2}))\s*(?P<half>am|pm)?\b|\b(?P<h2>\d{1,2})\s*(?P<half2>am|pm|o'?\s?clock)\b"),
     lambda match, _: _bare_clock(match)),
    ("date", _compiled(rf"\b{_any_of(TODAY_WORDS)}\b"), _day_word),
    ("date", _compiled(r"\b(?P<next>next\s+)?(?:this\s+|on\s+)?(?P<day>" + "|".join(sorted(DAY_OF, key=len, reverse=True)) + r")\b"), _weekday),
    ("part_of_day", _compiled(rf"\b{_any_of(PARTS_OF_DAY)}\b"), _part_of_day),
    ("date", _compiled(r"\b(?:on|by|before|until|till|from)\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"), _day_of_month),
    ("ordinal", _compiled(r"\b(?P<word>" + "|".join(ORDINALS) + r")\b|(?:#|\b(?:no\.?|nr\.?|number|option)\s*)(?P<hash>\d{1,3})\b"), _ordinal),
    ("number", _compiled(rf"(?<![\w.])(?<!the )(?<!this )(?<!that )(?<!which )(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )(?<!other ){NUMBER}(?![\w]|[.,]\d)"), _number),
]  # fmt: skip


def _window(match: "re.Match[str]") -> _Reading:
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


def _bare_clock(match: "re.Match[str]") -> _Reading:
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
