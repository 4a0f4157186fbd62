"""How simple values are written in English, and by all: a pattern and a reader for each kind, in the order in
which they are tried. `SCANS_OF[language]`: what is tried in a text of that language, `None` in any other.
"""

import re
from typing import Dict, List, Optional, Tuple

from nlu.components import value_french, value_german
from nlu.components.value_readers import (
    ValueReader,
    any_of,
    pattern,
    read_after_tomorrow,
    read_amount,
    read_bare_clock,
    read_calendar,
    read_clock,
    read_code,
    read_day_of_month,
    read_day_word,
    read_delta,
    read_factor,
    read_half_past,
    read_in_days,
    read_iso_date,
    read_money,
    read_month_end,
    read_number,
    read_numeric_date,
    read_ordinal,
    read_part_of_day,
    read_plain,
    read_weekday,
    read_window,
)
from nlu.components.vocabulary import by_spelling

Scan = Tuple[str, "re.Pattern[str]", ValueReader]
_NUMBER = r"(?:\d+(?:[.,]\d+)?|" + any_of(by_spelling("numbers", "en")) + ")"
_NUMBER_WORDS = any_of(by_spelling("numbers", "en"))
_FOREIGN = any_of([*by_spelling("numbers", "de"), *by_spelling("numbers", "fr")])
_MONTH = any_of(by_spelling("months", "en")) + r"\.?"
_NTH = r"(?:st|nd|rd|th)"
_CLOCK = r"""
    (?P<h>\d{1,2}) (?: :(?P<min>\d{2}) | [.h]\d{2}(?=\s*(?:am|pm|uhr)) )? \s* (?P<half>am|pm)?
"""
_ISO_DATE = pattern(r"\b (\d{4}) - (\d{2}) - (\d{2}) \b")
_NUMERIC_DATE = pattern(r"""
    \b (\d{1,2}) [./] (\d{1,2}) (?: [./] (\d{4}|\d{2}) )? (?= [.\s,!?] | $ ) (?! \s? (?:kg|g|l|m|cm)\b )
""")
_SIGNED = pattern(
    r"(?P<number>(?!)x)? (?P<less>(?!)x)? (?<![\w.]) (?: \+ | (?P<minus>-) ) \s? (?P<signed>\d+) \b"
)
_ENGLISH: List[Scan] = [
    (
        "url",
        pattern(r"""
            (?: https?:// | www\. ) \S+
            | \b [a-z0-9-]+ (?:\.[a-z0-9-]+)* \. (?:com|org|net|example|de|co\.uk|io) (?:/\S*)?
        """),
        read_plain,
    ),
    ("email", pattern(r"\b [\w.+-]+ @ [\w-]+ \. [\w.]+"), read_plain),
    (
        "code",
        pattern(r"""
            (?<![\w-]) \#? (?=[a-z0-9-]*\d) (?=[a-z0-9-]*[a-z]) [a-z0-9]{2,5} -? [a-z0-9]{3,6} (?![\w-])
            (?<!st) (?<!nd) (?<!rd) (?<!th)
        """),
        read_code,
    ),
    (  # of five digits and more it is an order's number, or a postal code
        "code",
        pattern(r"(?<![\w.,-]) \#? \d{5,8} (?! [\w,-] | \.\d | \s? (?: € | eur | g\b | ml\b ) )"),
        read_code,
    ),
    (
        "money",
        pattern(rf"""
            (?: [€$£] | \b eur\s? ) \s? (?P<before>{_NUMBER})
            | (?P<after>{_NUMBER}|{_FOREIGN}) \s?
              (?: € | \$ | £ | eur\b | euros?\b | bucks?\b | quid\b | dollars?\b | balles\b )
        """),
        read_money,
    ),
    ("date", _ISO_DATE, read_iso_date),
    ("date", _NUMERIC_DATE, read_numeric_date),
    (
        "date",
        pattern(rf"""
            \b (?: (?P<d1>\d{{1,2}}) {_NTH}? (?:\s+of)? \s+ (?P<m1>{_MONTH})
            | (?P<m2>{_MONTH}) \s+ (?P<d2>\d{{1,2}}) {_NTH}? ) (?!\w)
        """),
        read_calendar,
    ),
    ("date", pattern(rf"\b (?:the\s+)? end\s+of\s+ (?P<m>{_MONTH}) (?!\w)"), read_month_end),
    (
        "time",
        pattern(rf"""
            \b (?: (?:at|around|about|by|before|after|till|until) \s+ )? half \s+ (?:past\s+)?
            (?P<h>\d{{1,2}}|{_NUMBER_WORDS}) \s* (?P<half>am|pm)? \b
            (?! \s* (?: of | kg | g\b | dozen | \w+s\b ) )
        """),
        read_half_past,
    ),
    ("date", pattern(r"\b (?:the\s+)? day\s+after\s+tomorrow \b"), read_after_tomorrow),
    (
        "date",
        pattern(r"\b in\s+ (?P<n>a\ couple\ of|a|\d+|two|three|four|five) \s+ (?P<what>days?|weeks?) \b"),
        read_in_days,
    ),
    (
        "delta",
        pattern(rf"""
            \b (?P<number>{_NUMBER}|another|an|a) \s+ (?: more|extra|additional | (?P<less>less|fewer) ) \b
            | (?<![\w.]) (?: \+ | (?P<minus>-) ) \s? (?P<signed>\d+) \b
        """),
        read_delta,
    ),
    (
        "amount",
        pattern(rf"""
            \b (?P<number>{_NUMBER}|half\s+an?(?=\s)|half|an?(?=\s)) \s*
              (?P<unit>{any_of(by_spelling("units", "en"))}) \b (?!')
            (?! (?<=can) \s+ (?:u|you|ya|i|we|he|she|they|someone|somebody|anyone)\b )
        """),
        read_amount,
    ),
    (
        "factor",
        pattern(rf"""
            \b {any_of(by_spelling("factors", "en"))} \b
            | (?: \b x\s? | \b times\s ) (?P<times>{_NUMBER}) \b
            | \b (?P<x>{_NUMBER}) (?: \s?x | \s+times )\b (?! \s?\d )
            | \b (?P<percent>\d+) \s? (?:%|percent) \s+ (?P<sign>more|less)
        """),
        read_factor,
    ),
    (
        "times",
        pattern(r"""
            (?<![\w,.]) (?: (?P<between>between\s+) | from\s+ )?
            (?P<a>\d{1,2}(?::\d{2})?) \s* (?P<ah>am|pm)?
            \s* (?: - | – | to | (?(between)and|to) | until | till ) \s*
            (?P<b>\d{1,2}(?::\d{2})?) \s* (?P<bh>am|pm|h|o'?clock)? \b
        """),
        read_window,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?P<word>noonish|midday|noon) \b
            | (?:at|by|around|after|before|until|till|from|about) \s* {_CLOCK} (?: \s* o'?\s?clock )?
              (?! \s* (?: % | {_NTH} | \d | [.,]\d | people | persons | guests | euro | eur | € ) ) \b )
        """),
        read_clock,
    ),
    (
        "time",
        pattern(r"""
            \b (?P<h>\d{1,2}) : (?P<min>\d{2}) \s* (?P<half>am|pm)? \b
            | \b (?P<h2>\d{1,2}) \s* (?P<half2>am|pm|o'?\s?clock) \b
        """),
        read_bare_clock,
    ),
    ("date", pattern(rf"\b {any_of(by_spelling('days_ahead', 'en'))} \b"), read_day_word),
    (
        "date",
        pattern(rf"\b (?P<next>next\s+)? (?:this\s+|on\s+)? (?P<day>{any_of(by_spelling('days', 'en'))}) \b"),
        read_weekday,
    ),
    ("part_of_day", pattern(rf"\b {any_of(by_spelling('parts_of_day', 'en'))} \b"), read_part_of_day),
    (
        "date",
        pattern(rf"\b (?:on|by|before|until|till|from) \s+ the\s+ (?P<day>\d{{1,2}}) {_NTH} \b"),
        read_day_of_month,
    ),
    (
        "ordinal",
        pattern(rf"""
            \b (?P<word>{any_of(by_spelling("ordinals", "en"))}) \b (?! \s+
              (?:time|week|month|year|night|day|minute)s?\b )
            | (?: \# | \b (?:no\.?|nr\.?|number|option) \s* ) (?P<hash>\d{{1,3}}) \b
        """),
        read_ordinal,
    ),
    (
        "number",  # not the "one" of "the one", "the 2nd one"
        pattern(rf"""
            (?<![\w.]) (?<!the\ ) (?<!this\ ) (?<!that\ ) (?<!which\ ) (?<!other\ )
            (?<!\dst\ ) (?<!\dnd\ ) (?<!\drd\ ) (?<!\dth\ )
            (?<!last\ ) (?<!first\ ) (?<!second\ ) (?<!third\ ) (?<!next\ ) {_NUMBER} (?! \w | [.,]\d )
            | (?<=\bthe\ ) {_NUMBER} (?= \s+ of\s+ (?:us|them|you)\b )
        """),
        read_number,
    ),
]
_RANKS = (
    "url",
    "email",
    "code",
    "money",
    "date",
    "delta",
    "amount",
    "factor",
    "times",
    "time",
    "part_of_day",
)
_SHARED = [scan for scan in _ENGLISH if scan[0] in ("url", "email", "code", "money")] + [
    ("date", _ISO_DATE, read_iso_date),
    ("date", _NUMERIC_DATE, read_numeric_date),
    ("delta", _SIGNED, read_delta),
]


def _in_order(scans: List[Scan]) -> List[Scan]:
    """Links and codes first, bare numbers last; a kind's scans in the order given."""
    return sorted(scans, key=lambda scan: _RANKS.index(scan[0]) if scan[0] in _RANKS else len(_RANKS))


SCANS_OF: Dict[Optional[str], List[Scan]] = {
    "en": _ENGLISH,
    "de": _in_order([*_SHARED, *value_german.SCANS]),
    "fr": _in_order([*_SHARED, *value_french.SCANS]),
    None: _in_order([*_ENGLISH, *value_german.SCANS, *value_french.SCANS]),
}
