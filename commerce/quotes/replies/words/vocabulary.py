"""What words do in a seller's answer: the words of all languages put together; all are folded."""

import re
from collections.abc import Iterable

from commerce.date_words import folded
from commerce.quotes.replies.words.counting import NUMBERS, UNITS, one_of
from commerce.quotes.replies.words.language import LANGUAGES, Language, Role

__all__ = [
    "ALONG",
    "ANSWERS",
    "ASIDES",
    "AT_PRICE",
    "BECAUSE",
    "BEFORE_ALL_UNITS",
    "BEFORE_DAY",
    "BEFORE_UNIT",
    "BOTH",
    "BROUGHT",
    "CALLED",
    "CERTAINTY",
    "COSTING",
    "DENYING",
    "DOZEN",
    "DOZENS",
    "FILLERS",
    "HOURS_FROM",
    "HOURS_TILL",
    "JOINING",
    "KINDS",
    "KNOWN",
    "LINE_WORDS",
    "LISTING",
    "LONE",
    "LOWEST",
    "OF_ALL_PRICES",
    "OF_PRICE",
    "PER",
    "PERCENT",
    "PHRASES",
    "PROMOTIONS",
    "RATED",
    "SAME",
    "THEN",
    "TIMES",
    "UNIT_PRICES",
    "UNTIL",
    "UNTIL_VALID",
    "VARIETIES",
]
__all__ += ["each_in", "spoken_in"]

_PRECEDENCE = (
    *(
        Role.LAST,
        Role.BY,
        Role.USUAL,
        Role.FILLER,
        Role.CORRECTION,
        Role.VAGUE,
        Role.PICKUP,
        Role.KEPT,
        Role.DECLINE,
        Role.AWAY,
        Role.LACKS,
    ),
    *(Role.INSTEAD, Role.EXCEPT, Role.LISTED, Role.TOTAL, Role.RESULT, Role.REST, Role.ALL, Role.VALID),
    *(
        Role.AGAIN,
        Role.INCLUDED,
        Role.WHEN,
        Role.EXTRA,
        Role.DELIVERY,
        Role.FREE,
        Role.ODD,
        Role.OFFERS,
        Role.ONLY,
    ),
    *(Role.HAVE, Role.OFF, Role.RANGE, Role.YES, Role.NO, Role.AND, Role.BUT, Role.ASKS),
)
"""Where several patterns cover the same words, the role named first has them."""


def _of(role: Role) -> Iterable[str]:
    return (source for language in LANGUAGES for source in language.phrases.get(role, ()))


def _words(field: str) -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in getattr(language, field).split())


PHRASES = tuple(
    (role, re.compile(rf"(?<![\w'])(?:{source})(?:(?<=')|(?![\w']))"))
    for role in _PRECEDENCE
    for source in _of(role)
)
FILLERS = _words("fillers")
VARIETIES = _words("varieties")
UNTIL = _words("until")
LOWEST = _words("lowest")
ALONG = _words("along")
BECAUSE = _words("because")
UNIT_PRICES = _words("unit_prices")
OF_ALL_PRICES = _words("of_all_prices")
BEFORE_ALL_UNITS = _words("before_all_units")
OF_PRICE = _words("of_price")
AT_PRICE = _words("at_price")
RATED = _words("rated")
BOTH = _words("both")
CERTAINTY = _words("certainty")
LISTING = _words("listing")
PROMOTIONS = tuple(words for language in LANGUAGES for words in language.promotions)
BROUGHT = tuple(_words("brought"))
DOZENS = tuple(
    (re.compile(rf"(?<!\w)(?:{source})(?!\w)"), count)
    for language in LANGUAGES
    for source, count in language.dozens
)
LONE = _words("lone")
DENYING = _words("denying")
ANSWERS = _words("answers")
BEFORE_DAY = _words("before_day")
CALLED = _words("called")
COSTING = _words("costing")
DOZEN = _words("dozen")
HOURS_FROM = _words("hours_from")
HOURS_TILL = _words("hours_till")
JOINING = _words("joining")
LINE_WORDS = _words("line_words")
PERCENT = _words("percent")
THEN = _words("then")
UNTIL_VALID = _words("until_valid")
TIMES = _words("times")
KINDS = tuple(
    (words[0], frozenset(words[1:]))
    for language in LANGUAGES
    for words in (line.split() for line in language.kinds.strip().splitlines())
)
"""A name for things of a kind, and things of that kind."""
SAME = tuple(frozenset(line.split()) for language in LANGUAGES for line in language.same.strip().splitlines())

_SUM = r"[€]? ?\d{1,5}(?:[.,]\d\d?)? ?(?:€|euros?\b|eur\b)?(?: d'achats?| de commande)?"
ASIDES = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source.replace("SUM", _SUM) for language in LANGUAGES for source in language.asides)
    + r")(?!\w)|(?<![\d.,])(?:\+|0)\d[\d /-]{5,}\d(?![.,]\d)"
)
"""Figures that are no prices, telephone numbers among them."""

_UNIT = f"(?:{one_of(UNITS)})"
_EACH = "|".join(source for language in LANGUAGES for source in language.each)
BEFORE_UNIT = "|".join(sorted(_words("before_unit"), key=len, reverse=True))
PER = re.compile(
    rf"(?P<each>(?<![\w'])(?:{_EACH})(?!\w(?<!\d))|(?<=\d)(?:ea|each)(?!\w))"
    rf"|(?:(?<![\w'])(?:{BEFORE_UNIT})\s{{1,2}}|(?<! )/ ?|(?<= )/(?! )"
    rf"|(?<=\d )/ (?={_UNIT}\s*(?:[,.;!+\n]|$)))"
    rf"(?:(?:{'|'.join(LONE)}) )?(?P<number>\d{{1,4}} ?)?(?P<unit>{_UNIT})"
    r"(?: lineaires?| courants?| lin\.)?(?![\w'])"
)
_EACH_IN = {
    language.code: re.compile(rf"(?<![\w'])(?:{'|'.join(language.each_if_spoken)})")
    for language in LANGUAGES
    if language.each_if_spoken
}

KNOWN = (
    FILLERS
    | frozenset(NUMBERS)
    | frozenset(UNITS)
    | frozenset(
        word
        for role in _PRECEDENCE
        for source in _of(role)
        for word in re.findall(r"[a-z']{2,}", re.sub(r"\(\?[:=!<]+|\\\w", " ", source))
    )
)


def _own_words(language: Language) -> frozenset[str]:
    units = " ".join(language.units.values())
    numbers = " ".join(language.numbers.values())
    days = re.sub("s[?]|[|]", " ", " ".join(language.weekdays))
    return frozenset(f"{language.fillers} {units} {numbers} {days}".split())


_VOCABULARY = {language.code: _own_words(language) for language in LANGUAGES}


_LETTERS = {language.code: frozenset(language.letters) for language in LANGUAGES}


def spoken_in(words: Iterable[str]) -> Language | None:
    """The language that most of the words, as written, belong to alone; None where no one leads.

    A word belongs to a language by its list, or by a letter that only this one has.
    """
    counts = dict.fromkeys(_VOCABULARY, 0)
    for written in words:
        word = folded(written).replace("ß", "s")
        codes = [code for code, vocabulary in _VOCABULARY.items() if word in vocabulary]
        codes = (
            codes if len(codes) == 1 else [code for code in _LETTERS if _LETTERS[code] & {*written.lower()}]
        )
        if len(codes) == 1:
            counts[codes[0]] += 1
    best = max(counts.values())
    leading = [language for language in LANGUAGES if counts[language.code] == best]
    return leading[0] if best and len(leading) == 1 else None


def each_in(language: Language | None) -> re.Pattern[str] | None:
    """What means "each" in an answer in this language alone, as the German "à 95 ct"."""
    return _EACH_IN.get(language.code) if language else None
