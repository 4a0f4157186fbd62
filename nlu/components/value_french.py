"""How values are written in French, over text without accents: "vers 18h", "le 3", "deux oeufs de plus"."""

import re
from datetime import date
from typing import List, Optional, Tuple

from nlu.components.value_readers import (
    Reading,
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
from nlu.components.vocabulary import by_spelling, words


def _this_day(_: "re.Match[str]", today: Optional[date]) -> Reading:
    """The "ce" of "ce soir"."""
    return (today.isoformat() if today else "aujourd'hui"), None


def _amount(match: "re.Match[str]", today: Optional[date]) -> Reading:
    """An amount; a "boîte" is a can, but for what comes in boxes: nails, eggs."""
    reading = read_amount(match, today)
    boxed = match.group("unit").startswith("boite") and _BOXED.match(match.string, match.end())
    return (reading[0], "box") if reading and boxed else reading


_BOXED = re.compile(rf"\s+d(?:e\s+|')(?:{words('boxed')})")
_WORDS = any_of(by_spelling("numbers", "fr"))
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{_WORDS})"
_UNIT = any_of(by_spelling("units", "fr"))
_HOUR = r"\d{1,2}(?:\s?h\s?(?:\d{2})?|:\d{2}|\s?heures)?"
SCANS: List[Tuple[str, "re.Pattern[str]", ValueReader]] = [
    (
        "date",
        pattern(rf"""
            \b (?: (?P<d1>\d{{1,2}}) (?:er)? \s+ (?P<m1>{any_of(by_spelling("months", "fr"))}) \b
            | (?P<m2>\bnever\b) (?P<d2>\d) )
        """),
        read_calendar,
    ),
    (
        "date",
        pattern(rf"\b dans \s+ (?P<n>une?|\d+|{_WORDS}) \s+ (?P<what>jours? | semaines?) \b"),
        read_in_days,
    ),
    (
        "date",
        pattern(
            r"\b (?:le|au|avant\ le|jusqu'au|des\ le|pour\ le) \s+ (?P<day>\d{1,2}) (?:er)?"
            r" (?! \s* (?! (?:tout|toute|vers|entre|apres|avant|matin|soir|dans|au|si|plutot|svp|stp)\b) \w"
            r" | ,\s*(?:le|et)\b | ,\s*\d{1,2}\b(?!\s?h) )"
        ),
        read_day_of_month,
    ),
    ("date", pattern(r"\b (?:ce | cet(?:te)?) (?= \s+ (?:soir|matin|midi|apres|aprem) )"), _this_day),
    (
        "delta",
        pattern(rf"""
            \b (?:encore\s+)? (?P<number>{_NUMBER}|une?) (?! \s+ peu | \s* {_UNIT} \b
              | \s+ fois | \s* (?:%|pour\s?cent) )
            (?: \s+ (?: de\ plus | en\ plus | supplementaires? | (?P<less>de\ moins | en\ moins) ) \b
              | (?= \s+ (?: [\w'-]+ \s+ ){{1,3}}? (?: de\ plus | en\ plus | supplementaires?
                | (?P<less_of>de\ moins|en\ moins) ) \b ) )
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
            \b (?P<number>{_NUMBER} | une?\s+demie? | demie? | une?) [\s-]* (?P<unit>{_UNIT}) \b
            (?! ['] | \s+ a\s+(?:dos|main)\b )
            (?P<and_half> \s+ et \s+ demie? )?
        """),
        _amount,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?:a|vers|des|avant|apres|jusqu'a|pour|a\ partir\ de) \s+ )?
              (?: (?P<h>\d{{1,2}}|une|{_WORDS}) \s* (?:h|heures?) \s*
                (?P<minutes> et\s+quart | et\s+demie? | moins\s+(?:le\s+)?quart ) \b )
        """),
        read_quarter,
    ),
    (
        "time",
        pattern(rf"""
            \b (?: (?:a|vers|des|avant|apres|jusqu'a|pour|a\ partir\ de) \s+ ) (?P<minutes>(?!)x)?
              (?P<h>{_WORDS}) \s+ heures? \b (?! \s+ de\b )
        """),
        read_quarter,
    ),
    (
        "factor",
        pattern(rf"""
            (?<! moins\ ) \b {any_of(by_spelling("factors", "fr"))} \b
            | \b (?: par | fois | x ) \s? (?P<times>{_NUMBER}) \b
            | \b (?P<x>{_NUMBER}) (?: \s? x
              | \s+ fois (?! \s+ moins ) (?: \s+ (?:plus|autant) )? ) \b (?! \s? \d )
            | \b (?P<percent>\d+) \s? (?: % | pour\ ?cent ) \s+ (?: (?:de\s+|d') (?:[\w'-]+\s+){{1,3}}? )?
              (?: de | en ) \s+ (?P<sign>plus|moins)
        """),
        read_factor,
    ),
    (
        "times",
        pattern(rf"""
            (?<![\w,.]) (?P<clock>) (?: (?P<between>entre\s+) | de\s+ )?
            (?P<a>{_HOUR}) (?P<ah>(?!)x)? \s* (?: - | – | a | (?(between)et|a) | jusqu'a ) \s*
            (?: (?P<noon>midi) | (?P<b>{_HOUR}) ) (?P<bh>(?<=h)|(?<=heures)|(?<=h\d\d))? (?! \w )
              (?! \s* (?: personnes
              | parts | euros? | € ) )
        """),
        read_window,
    ),
    (
        "time",
        pattern(r"""
            \b (?: (?:jusqu'a|avant|vers|d'ici|a|pour) \s+ (?P<word>midi) \b
            | (?: (?:a\ partir\ de|a\ partir|des|vers|apres|avant|jusqu'a|a|pour|pas\ avant) \s+ )?
              (?P<h>\d{1,2}) (?: \s? (?P<sure>h|heures?) \b (?: \s? (?P<min>\d{2}) \b )?
                | h(?P<min2>\d{2}) \b | :(?P<min3>\d{2}) \b ) )
        """),
        lambda match, today: (
            read_clock(match, today)
            if match.group("word") or not (match.group("min2") or match.group("min3"))
            else (f"{int(match.group('h')):02d}:{match.group('min2') or match.group('min3')}", None)
        ),
    ),
    ("date", pattern(rf"\b {any_of(by_spelling('days_ahead', 'fr'))} \b"), read_day_word),
    (
        "date",
        pattern(rf"""
            \b (?P<day>{any_of(by_spelling("days_short", "fr"))}) \.? (?= \s+ (?: matin | soir
              | aprem | apres-?\s?midi | midi | \d{{1,2}}\s?h ) )
        """),
        read_weekday,
    ),
    (
        "date",
        pattern(
            rf"\b (?P<day>{any_of(by_spelling('days', 'fr'))}) \b (?: \s+ (?P<next>prochain "
            rf"| de\ la\ semaine\ prochaine) )?"
        ),
        read_weekday,
    ),
    (
        "part_of_day",
        pattern(rf"(?<! bon\ ) \b {any_of(set(by_spelling('parts_of_day', 'fr')) - {'am'})} (?! \w )"),
        read_part_of_day,
    ),
    (
        "ordinal",
        pattern(rf"""
            \b (?P<word>{any_of(by_spelling("ordinals", "fr"))}) \b (?! \s+ (?: fois | semaine | mois
              | etage )s? \b ) (?<! semaine\ derniere ) (?<! mois\ dernier ) (?<! fois\ derniere )
              (?<! annee\ derniere ) (?<! an\ dernier )
            | (?: \b (?: numero | no\.? | option | offre | position | ligne )
              | n[°o] ) \s* (?P<hash>\d{{1,3}}|un|{_WORDS}) \b
        """),
        read_ordinal,
    ),
    ("number", pattern(rf"(?<![\w.]) {_NUMBER} (?! \w | [.,]\d )"), read_number),
]
