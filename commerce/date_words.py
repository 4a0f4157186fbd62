"""The words of dates and times in English, German and French, and the one English word that stands for each.

`canonical` rewrites a text word by word into those words, so that one grammar (in `commerce.dates`) reads all
three languages. Words that mean something else more often than a day ("so", "do", "sun") count only beside a
word of time; slips of the pen in the long words are forgiven.
"""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

__all__ = ["MONTHS", "WEEKDAYS", "Canonical", "canonical", "folded"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def _table(lines: str) -> dict[str, str]:
    """`canonical: word word …` a line, into word -> canonical."""
    table = {}
    for line in lines.strip().splitlines():
        meaning, _, words = line.strip().partition(":")
        for word in words.split():
            table[word] = meaning
    return table


_WORDS = _table("""
    monday: monday mondays mon montag montags lundi lun
    tuesday: tuesday tuesdays tue tues dienstag dienstags mardi
    wednesday: wednesday wednesdays wed weds mittwoch mittwochs mercredi
    thursday: thursday thursdays thu thur thurs donnerstag donnerstags jeudi jeu
    friday: friday fridays fri freitag freitags vendredi ven
    saturday: saturday saturdays samstag samstags sonnabend samedi
    sunday: sunday sundays sonntag sonntags dimanche
    january: january jan januar jaenner janvier
    february: february feb februar fevrier fevr
    march: march maerz marz mars
    april: april apr avril avr
    may: may mai
    june: june jun juni juin
    july: july jul juli juillet juil
    august: august aug aout
    september: september sept sep septembre
    october: october oct oktober okt octobre
    november: november nov novembre
    december: december dec dezember dez decembre
    tomorrow: tomorrow tomorrows tmrw tmr tmw tmrrw tomo tomoz tommorow tomorow 2morrow 2moro morrow demain
    overmorrow: overmorrow ubermorgen uebermorgen
    today: today todays 2day heute aujourd'hui heut
    tonight: tonight 2nite tonite
    yesterday: yesterday gestern
    noon: noon midday mittag mittags midi
    midnight: midnight mitternacht minuit
    morning: morning mornings vormittag vormittags matin matinee fruh fruhmorgens morgens
    afternoon: afternoon afternoons arvo nachmittag nachmittags
    evening: evening evenings eve abend abends soir soiree feierabend
    weekend: weekend weekends wochenende wochenend wkend
    week: week weeks wk wks woche wochen semaine semaines
    month: month months monat monate monaten mois
    day: day days tag tage tagen jour jours
    workday: workday workdays weekday weekdays werktag werktage werktagen arbeitstag arbeitstage arbeitstagen
    working: working business ouvre ouvres ouvrable ouvrables
    hour: hour hours hr hrs stunde stunden std heure heures
    fortnight: fortnight quinzaine
    next: next nxt nachste nachsten nachster nachstes naechste naechsten prochain prochaine
    coming: coming kommende kommenden kommender kommendes
    this: this diese diesen dieser dieses cette
    end: end ende fin
    early: early beginning start anfang debut
    middle: middle mid mitte milieu
    within: within innerhalb binnen sous
    or: or oder ou
    to: to
    until: until till til untill bis jusqu'au jusqu'a jusque
    by: by spatestens spaetestens latest
    before: before vor avant
    from: from ab des fruhestens
    after: after nach apres
    between: between zwischen entre
    and: and und et
    in: in dans
    at: at um
    on: on am le
    of: of du der de
    the: the den dem la les
    uhr: uhr
    half: half halb
    past: past
    o'clock: o'clock oclock
    few: few paar quelques
    couple: couple
    christmas: christmas xmas weihnachten noel
    christmasevening: heiligabend weihnachtsabend heiligabends
    1: one eins ein eine einen einem einer une un
    2: two zwei deux
    3: three drei trois
    4: four vier quatre
    5: five funf fuenf cinq
    6: six sechs
    7: seven sieben
    8: eight acht huit
    9: nine neun neuf
    10: ten zehn dix
    14: fourteen vierzehn quatorze
""")

# Short forms that are other words too: taken only beside a word of time, or with a dot ("Do.", "bis So").
_RISKY = {"mo": "monday", "di": "tuesday", "mi": "wednesday", "do": "thursday", "fr": "friday"} | {
    **{"sa": "saturday", "so": "sunday", "sat": "saturday", "sun": "sunday", "mar": "tuesday"},
    **{"mer": "wednesday", "sam": "saturday", "dim": "sunday", "morgen": "tomorrow"},
}
_FREE = {"sat", "sun", "morgen"}
"""Risky ones that are a day unless the next word says otherwise."""
_NOT_BEFORE = {
    "sun": {"dried", "dry", "cream", "screen", "block", "flower", "flowers", "tan", "ripened", "hat"},
    "sat": {"down", "nav", "on", "in"},
    "mon": {"prix", "stock", "offre", "magasin", "fournisseur", "livreur", "ami", "cher", "dieu"},
}
_LEADS = {
    *("on", "am", "by", "bis", "ab", "till", "until", "til", "le", "oder", "or", "ou", "next", "this"),
    "from",
    *("kommenden", "nachsten", "naechsten", "diesen", "spatestens", "vor", "und", "liefern", "lieferung"),
    *(
        "deliver",
        "delivery",
        "livraison",
        "livre",
        "before",
        "zum",
        "der",
        "den",
        "nur",
        "erst",
        "avant",
        "&",
    ),
}
_GERMAN_LEADS = {
    "am",
    "bis",
    "ab",
    "oder",
    "nachsten",
    "kommenden",
    "diesen",
    "spatestens",
    "vor",
    "zum",
    "erst",
}
_FOLLOWS = {"oder", "ou", "or", "vormittag", "nachmittag", "abend", "fruh", "mittag", "matin", "soir"}
_FOLLOWS |= {"prochain", "prochaine", "morning", "evening", "afternoon", "geht", "liefern", "lieferung"}
_FUZZY = (
    *WEEKDAYS,
    *("tomorrow", "today", "afternoon", "weekend", "montag", "dienstag", "mittwoch", "donnerstag", "freitag"),
    *("samstag", "sonntag", "vendredi", "samedi", "dimanche", "mercredi", "ubermorgen", "wochenende"),
    *("november", "december", "dezember"),
)
_OTHER_WORDS = {"sundae", "sundaes", "mondial", "domain", "monda", "toady", "modal", "evenly", "evening"}
_PIECE = re.compile(r"\d+|[^\W\d_]+(?:['’](?:hui|au|a|clock)\b)?|\s|.", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Canonical:
    """A rewritten text and, for each of its characters, where the original piece starts and ends."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text behind `start:end` (not empty) of the rewritten one."""
        return self.starts[start], self.ends[end - 1]


def folded(text: str) -> str:
    """Lower case without accents, one character for one, so that spans stay true."""
    return "".join(map(_fold, text))


def _fold(char: str) -> str:
    if char.isascii():
        return char.lower()
    if char == "’":
        return "'"
    base = unicodedata.normalize("NFKD", char)[:1].lower()
    return base if len(base) == 1 else char


def canonical(text: str) -> Canonical:
    """The text with every word of time replaced by its English one; everything else only folded."""
    low = folded(text)
    pieces = [(match.start(), match.end()) for match in _PIECE.finditer(low)]
    words = [low[start:end] for start, end in pieces]
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, (start, end) in enumerate(pieces):
        word = _meaning(words, at)
        out.append(word)
        starts.extend([start] * len(word))
        ends.extend([end] * len(word))
    return Canonical("".join(out), tuple(starts), tuple(ends))


def _meaning(words: list[str], at: int) -> str:
    word = words[at]
    if not word[0].isalpha():
        return " " if word in "\t\r\xa0\u202f\u2009" else word
    if word == "am" and _near(words, at, -1).isdigit():
        return word
    following = _near(words, at, 1)
    if following in _NOT_BEFORE.get(word, ()):
        return word
    if word in _RISKY:
        leads = _GERMAN_LEADS if word in {"so", "do"} else _LEADS
        sure = word in _FREE or following in _FOLLOWS or _near(words, at, -1) in leads
        dotted = words[at + 1 : at + 2] == ["."] and word not in {"so", "do"}
        return _RISKY[word] if sure or dotted else word
    known = _WORDS.get(word)
    if known is not None or len(word) < 5 or word in _OTHER_WORDS:
        return known or word
    return _mended(word) or word


def _near(words: list[str], at: int, step: int) -> str:
    """The word before or after, over blanks."""
    for index in range(at + step, at + 3 * step, step):
        if not 0 <= index < len(words):
            return ""
        if not words[index].isspace():
            return words[index]
    return ""


def _mended(word: str) -> str | None:
    """The word of time that `word` is a slip of, or None. The first letter must be right."""
    best: tuple[int, str] | None = None
    for candidate in _FUZZY:
        allowed = 2 if max(len(word), len(candidate)) >= 8 and len(word) >= 6 else 1
        if candidate[0] != word[0] or abs(len(candidate) - len(word)) > allowed:
            continue
        distance = OSA.distance(word, candidate, score_cutoff=allowed)
        if distance <= allowed and (best is None or distance < best[0]):
            best = (distance, candidate)
    return _WORDS[best[1]] if best else None
