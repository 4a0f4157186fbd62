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
    read_christmas,
    read_clock,
    read_code,
    read_day_of_month,
    read_day_word,
    read_delta,
    read_end_of_month,
    read_end_of_this_month,
    read_factor,
    read_in_days,
    read_iso_date,
    read_money,
    read_number,
    read_numeric_date,
    read_ordinal,
    read_part_of_day,
    read_part_of_month,
    read_plain,
    read_quarter,
    read_week_later,
    read_weekday,
    read_window,
)
from nlu.components.vocabulary import by_spelling

Scan = Tuple[str, "re.Pattern[str]", ValueReader]
_NUMBER = r"(?:\d+(?:[.,]\d+)?|" + any_of(by_spelling("numbers", "en")) + ")"
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
_END_OF_MONTH = pattern(rf"""
    \b (?: (?:the\s+)? end\s+of | ende | (?:la\s+)? fin (?:\s+(?:de|du\s+mois\s+de))? ) \s+
    (?P<month>{any_of(by_spelling("months"))}) \b
""")
_END_OF_THIS_MONTH = pattern(r"""
    \b (?: (?:the\s+)? end\s+of\s+(?:the|this)\s+month | (?:ende\s+(?:des|vom)\s+monats?|monatsende)
      | (?:la\s+)? fin\s+(?:du|de\s+ce)\s+mois (?!\s+d) ) \b
""")
_PART_OF_MONTH = pattern(rf"""
    \b (?: (?P<middle> (?:the\s+)? mid(?:dle\s+of)? | mitte | (?:la\s+)? mi ) [\s-]+
      | (?:before|vor|avant) \s+ )
    (?P<month>{any_of(by_spelling("months"))}) \b (?! \s* \d )
""")
_CHRISTMAS = pattern(r"""
    (?: (?<=\bby\ ) | (?<=\bbefore\ ) | (?<=\buntil\ ) | (?<=\bbis\ ) | (?<=\bvor\ ) | (?<=\bavant\ )
      | (?<=\bd'ici\ ) ) (?: christmas(?:\s+eve)? | x-?mas | weihnachten | heiligabend | noel ) \b
""")
_DAY_NAMES = any_of(by_spelling("days"))
_DAY_AND_DATE = pattern(rf"""
    \b {_DAY_NAMES} [,\s]+ (?: (?:the\s+)? (?P<nth>\d{{1,2}}) {_NTH} \b
      | (?:(?:der|den|dem|am)\s+)? (?P<dotted>\d{{1,2}}) \. (?! \d | \s? uhr )
      | le\s+ (?P<le>\d{{1,2}}) (?:er)? \b (?! \s* (?:h\b|heures) | h?\d ) )
    (?! \s* (?:of\s+)? {any_of(by_spelling("months"))} \b )
""")
_WEEK_LATER = pattern(rf"""
    \b (?P<day>{_DAY_NAMES}) \s+ (?: week\b | in\s+(?:einer\s+woche|acht\s+tagen)
      | en\s+huit | dans\s+huit\s+jours ) \b
""")
_DATES: List[Scan] = [
    ("date", _ISO_DATE, read_iso_date),
    ("date", _NUMERIC_DATE, read_numeric_date),
    ("date", _END_OF_MONTH, read_end_of_month),
    ("date", _END_OF_THIS_MONTH, read_end_of_this_month),
    ("date", _PART_OF_MONTH, read_part_of_month),
    ("date", _CHRISTMAS, lambda match, today: read_christmas(match, today) if today else None),
    ("date", _DAY_AND_DATE, read_day_of_month),
    ("date", _WEEK_LATER, read_week_later),
]
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
    (
        "money",
        pattern(rf"""
            (?: [€$£] | \b eur\s? ) \s? (?P<before>{_NUMBER})
            | (?P<after>{_NUMBER}|{_FOREIGN}) \s?
              (?: € | \$ | £ | eur\b | euros?\b | bucks?\b | quid\b | dollars?\b | balles\b )
        """),
        read_money,
    ),
    *_DATES,
    (
        "date",
        pattern(rf"""
            \b (?: (?P<d1>\d{{1,2}}) {_NTH}? (?:\s+of)? \s+ (?P<m1>{_MONTH})
            | (?P<m2>{_MONTH}) \s+ (?P<d2>\d{{1,2}}) {_NTH}? ) (?!\w)
        """),
        read_calendar,
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
            \b (?P<number>{_NUMBER}|half\s+an?(?=\s)|half|an?(?:\s+(?:whole|full))?(?=\s)) \s*
              (?P<unit>{any_of(by_spelling("units", "en"))}) \b (?!')
            (?! (?<=can) \s+ (?:u|you|ya|i|we|he|she|they|someone|somebody|anyone
              |go|be|stay|come|leave|wait|also|all|both|just)\b )
        """),
        read_amount,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?:at|by|around|about|after|before|until|till|from) \s+ )?
              (?P<minutes> (?:a\s+)? quarter \s+ (?:past|after|to|of|before) ) \s+
              (?P<h>\d{{1,2}}|{any_of(by_spelling("numbers", "en"))}) \b (?: \s* (?P<half>am|pm)\b )?
        """),
        read_quarter,
    ),
    (
        "factor",
        pattern(rf"""
            \b (?! half \s+ (?: past | \d{{1,2}} | {any_of(by_spelling("numbers", "en"))} ) \b )
              {any_of(by_spelling("factors", "en"))} \b
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
            (?P<a>(?:(?(between)half\s+(?:past\s+)?|(?!)))?\d{1,2}(?::\d{2})?) \s* (?P<ah>am|pm)?
            \s* (?: - | – | to | (?(between)and|to) | until | till ) \s*
            (?P<b>(?:(?(between)half\s+(?:past\s+)?|(?!)))?\d{1,2}(?::\d{2})?)
            \s* (?P<bh>am|pm|h|o'?clock)? \b
        """),
        read_window,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?P<word>noonish|midday|noon) \b
            | (?:(?:at|by|around|after|before|until|till|from|about)\s+)? half \s+ (?P<half_past>past\s+)?
              (?P<h0>\d{{1,2}}|{any_of(by_spelling("numbers", "en"))})
              (?! \w | \s* (?: % | (?:kilos?|g|kg|people|of)\b | \d | [.,]\d )) \s* (?P<half0>am|pm)? \b
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
    (
        "time",
        pattern(rf"""
            \b (?:at|by|until|till|after|before) \s+ (?P<minutes>(?!)x)?
              (?P<h>{any_of(by_spelling("numbers", "en"))})
              (?= \s* (?: $ | [.,;!?] | (?:on|or|and|in\ the|at\ the|please|pls|sharp|tomorrow|today
                | o'?\s?clock)\b
                | (?:on\s+)? {any_of(by_spelling("days", "en"))}\b ) )
        """),
        read_quarter,
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
        pattern(rf"""
            \b (?P<led> (?:on|by|before|until|till|from) \s+ )? the\s+ (?P<day>\d{{1,2}}) {_NTH} \b
            (?! (?(led)(?!)) \s+ (?! (?:not|at|in|is|would|between|from|after|before|or|and
              |please|pls|instead|then|thanks|works|suits|morning|afternoon|evening)\b ) [a-z] )
        """),
        read_day_of_month,
    ),
    (
        "ordinal",
        pattern(rf"""
            \b (?P<word>{any_of(by_spelling("ordinals", "en"))}) \b (?! \s+
              (?:time|week|month|year|night|day|minute)s?\b )
            | (?: \# | (?<!^) \b (?:no\.?|nr\.?) \s* | \b (?:no\.|nr\.?|number|option|offer) \s* )
              (?P<hash>\d{{1,3}}|{any_of(by_spelling("numbers", "en"))})
              \b (?! \s* (?:am|pm|o'?clock|people|of)\b | : )
        """),
        read_ordinal,
    ),
    (
        "number",  # not the "one" of "the one", "the 2nd one"
        pattern(rf"""
            (?<![\w.]) (?<!the\ ) (?<!this\ ) (?<!that\ ) (?<!which\ ) (?<!other\ )
            (?<!\dst\ ) (?<!\dnd\ ) (?<!\drd\ ) (?<!\dth\ )
            (?<!last\ ) (?<!first\ ) (?<!second\ ) (?<!third\ ) (?<!next\ )
            (?! [24]\ (?:me|us|u|my|a|the)\b ) {_NUMBER} (?! \w | [.,]\d )
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
_SHARED = [
    *(scan for scan in _ENGLISH if scan[0] in ("url", "email", "code", "money")),
    *_DATES,
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
