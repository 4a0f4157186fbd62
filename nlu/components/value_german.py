"""How values are written in German, over text without umlauts: "halb sechs", "am 3.", "zwei Eier mehr"."""

import re
from typing import List, Tuple

from nlu.components.value_readers import (
    ValueReader,
    any_of,
    pattern,
    read_amount,
    read_calendar,
    read_clock,
    read_day_of_month,
    read_day_word,
    read_delta,
    read_factor,
    read_in_days,
    read_number,
    read_ordinal,
    read_part_of_day,
    read_quarter,
    read_weekday,
    read_window,
)
from nlu.components.vocabulary import by_spelling

_WORDS = any_of(by_spelling("numbers", "de"))
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{_WORDS})"
_ARTICLE = r"(?:ein(?:e[nmrs]?)?|nen?|n)"
_DAY = any_of(by_spelling("days", "de"))
_HOUR = rf"(?:\d{{1,2}}|{_WORDS})"
_NO_HOUR = (
    r"(?! \s* (?: % | \d | [.,]\d | \.(?=\s|$) | x\b | mal\b | personen | leute | gaste "
    r"| portionen | euro | eur\b | € | g\b | kg\b"
    r" | ml\b | l\b | liter | stuck | kilo | dosen | flaschen | tag | woche | minuten | stunden ) )"
)
SCANS: List[Tuple[str, "re.Pattern[str]", ValueReader]] = [
    (
        "date",
        pattern(rf"""
            \b (?: (?P<d1>\d{{1,2}}) \.? \s* (?P<m1>{any_of(by_spelling("months", "de"))}) \b
            | (?P<m2>\bnever\b) (?P<d2>\d) )
        """),
        read_calendar,
    ),
    (
        "date",
        pattern(rf"""
            \b in \s+ (?P<n>ein\ paar|einem|einer|\d+|{_WORDS}) \s+ (?P<what>tage?n? | wochen?) \b
        """),
        read_in_days,
    ),
    (
        "date",
        pattern(
            r"\b (?:am|bis\ zum|bis|zum|ab\ dem|vor\ dem|den) \s+ (?P<day>\d{1,2}) \. (?! \d ) (?! \s? uhr )"
        ),
        read_day_of_month,
    ),
    (
        "delta",
        pattern(rf"""
            \b (?: noch \s+ )? (?P<number>{_NUMBER}|{_ARTICLE}) (?! \s+ (?: bis+chen | bis+er?l
              | wenig | paar ) | \s* (?: % | prozent ) )
            (?: \s+ (?: mehr | extra | zusatzlich | (?P<less>weniger) ) \b
              | (?= \s+ (?! {any_of(by_spelling("units", "de"))} \b ) [\w-]+ \s+ (?: mehr | extra
                | (?P<less_of>weniger) ) \b ) )
        """),
        lambda match, today: (
            read_delta(match, today)
            if not match.group("less_of")
            else ("-" + (read_delta(match, today) or ("+1", None))[0][1:], None)
        ),
    ),
    (
        "amount",
        pattern(rf"""
            \b (?! (?:viert|dritt|acht)el\b )
              (?P<number>{_NUMBER} | {_ARTICLE}\s+halbe?[nrs]? | halbe?[nrs]? | anderthalb
              | eineinhalb | {_ARTICLE})
            \s* (?P<unit>{any_of(by_spelling("units", "de"))}) \b
        """),
        read_amount,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?:um|gegen|ab|nach|vor|bis|so\s+um) \s+ )*
              (?P<minutes> viertel \s+ (?:nach|vor|uber) | dreiviertel ) \s+ (?P<h>{_HOUR}) \b {_NO_HOUR}
        """),
        read_quarter,
    ),
    (
        "factor",
        pattern(rf"""
            \b {any_of(by_spelling("factors", "de"))} \b
            | \b (?: (?:alles|es|das|x) \s? (?:mal)? | (?:bitte|rezept|mengen?|ganze|liste|zutaten)\s+mal
              | (?<=^)mal ) \s?
              (?P<times>{_NUMBER}) (?= \W | $ ) (?<= [a-z0-9] )
              (?<! es\ [0-9] ) (?<! alles\ [0-9] )
            | \b (?P<x>{_NUMBER}) \s? (?: x | mal (?! \s? \d)
              | fach\w* ) (?: \s* so \s* viele? )? \b (?! \s? \d )
            | \b (?P<percent>\d+) \s? (?:%|prozent) \s+ (?P<sign>mehr|weniger)
        """),
        read_factor,
    ),
    (
        "times",
        pattern(rf"""
            (?<![\w,.]) (?: (?P<between>zwischen\s+) | von\s+ )?
            (?P<a>(?:halb\s+)?{_HOUR}(?:[:.]\d{{2}})?) (?P<ah>(?!)x)? \s* (?:uhr)? \s* (?: - | – | bis
              | (?(between)und|bis) ) \s*
            (?P<b>(?:halb\s+)?{_HOUR}(?:[:.]\d{{2}})?) \s* (?P<bh>uhr|h)? \b
            (?! \s* (?: personen | leute | stuck | mal | x\b | portionen | euro ) )
        """),
        read_window,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?:bis|vor|gegen|um) \s+ (?P<word>mittag) \b
            | (?: (?:nicht\s+vor|so\s+um|um|gegen|ab|nach|vor|bis|spatestens|fruhestens|circa|ca\.?) \s+ )+
              (?P<half_before>halb\s+)? (?P<h>{_HOUR}) (?: [:.](?P<min>\d{{2}}) )? {_NO_HOUR}
                (?: \s* uhr \b )? )
        """),
        read_clock,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?P<half_before>halb\s+) (?P<h>{_HOUR}) \b {_NO_HOUR} )
        """),
        read_clock,
    ),
    ("time", pattern(r"\b (?P<h>\d{1,2}) (?: [:.](?P<min>\d{2}) )? \s? uhr \b"), read_clock),
    (
        "date",
        pattern(rf"""
            (?<!guten\ ) (?<!am\ ) (?<!heute\ ) (?<!jeden\ ) (?<!schonen\ ) (?<!den\ ) (?<!tag\ ) (?<!woch\ )
            \b {any_of(by_spelling("days_ahead", "de"))} \b
        """),
        read_day_word,
    ),
    (
        "date",
        pattern(rf"""
            \b (?: (?P<next>nachste[nrs]?|naechste[nrs]?) \s+ (?:woche\s+)? | kommende[nrs]? \s+
              | diese[nrs]? \s+ )?
            (?P<day>{_DAY}) (?: \b | (?= abend | nachmittag | vormittag | morgen | mittag | fruh ) )
        """),
        read_weekday,
    ),
    (
        "date",
        pattern(rf"""
            \b (?! so \s+ fruh ) (?P<day>{any_of(by_spelling("days_short", "de"))}) (?: \. | ,)? (?= \s* (?:
              fruh | vormittag
              | nachmittag | abend | mittag | \d{{1,2}} (?:[.:]\d\d)? \s* (?:-|bis\b|uhr)
              | (?:ab|zwischen|von) \s+ \d ) )
        """),
        read_weekday,
    ),
    (
        "part_of_day",
        pattern(
            rf"(?: \b | (?<=tag) | (?<=woch) | (?<=abend) ) {any_of(by_spelling('parts_of_day', 'de'))} \b"
        ),
        read_part_of_day,
    ),
    (
        "ordinal",
        pattern(rf"""
            \b (?P<word>{any_of(by_spelling("ordinals", "de"))}) \b (?! \s+ (?: mal | woche | monat
              | jahr )\w* )
            | \b (?: nummer | nr\.? | punkt | position | angebot | option
              | pos\.? ) \s* (?P<hash>\d{{1,3}}|eins|{_WORDS}) \b
        """),
        read_ordinal,
    ),
    ("number", pattern(rf"(?<![\w.]) {_NUMBER} (?! \w | [.,]\d )"), read_number),
]
