"""What words do in a seller's answer: the words of all languages put together; all are folded."""

import re
from collections.abc import Iterable

from commerce.quotes.reply_language import Language, Role
from commerce.quotes.reply_units import LANGUAGES, NUMBERS, UNITS

__all__ = [
    "FILLERS",
    "KNOWN",
    "LISTING",
    "LONE",
    "OF_PRICE",
    "PER",
    "PHRASES",
    "SAME",
    "TAXES",
    "TIMES",
    "UNTIL",
    "VARIETIES",
]
__all__ += ["each_in", "spoken_in"]

_PRECEDENCE = (
    *(Role.FILLER, Role.CORRECTION, Role.VAGUE, Role.PICKUP, Role.KEPT, Role.DECLINE, Role.AWAY, Role.LACKS),
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
OF_PRICE = _words("of_price")
TAXES = _words("taxes")
LISTING = _words("listing")
LONE = _words("lone")
TIMES = _words("times")
SAME = tuple(frozenset(line.split()) for language in LANGUAGES for line in language.same.strip().splitlines())

_UNIT = "(?:" + "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True)) + ")"
_EACH = "|".join(source for language in LANGUAGES for source in language.each)
_BEFORE = "|".join(sorted(_words("before_unit"), key=len, reverse=True))
PER = re.compile(
    rf"(?P<each>(?<![\w'])(?:{_EACH})(?!\w(?<!\d)))"
    rf"|(?:(?<![\w'])(?:{_BEFORE})\s{{1,2}}|(?<! )/ ?|(?<= )/(?! ))"
    rf"(?P<number>\d{{1,4}} ?)?(?P<unit>{_UNIT})(?!\w)"
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
    return frozenset(f"{language.fillers} {units} {numbers}".split())


_VOCABULARY = {language.code: _own_words(language) for language in LANGUAGES}


def spoken_in(words: Iterable[str]) -> Language | None:
    """The language that most of the folded words belong to alone; None where no one leads."""
    counts = dict.fromkeys(_VOCABULARY, 0)
    for word in words:
        codes = [code for code, vocabulary in _VOCABULARY.items() if word in vocabulary]
        if len(codes) == 1:
            counts[codes[0]] += 1
    best = max(counts.values())
    leading = [language for language in LANGUAGES if counts[language.code] == best]
    return leading[0] if best and len(leading) == 1 else None


def each_in(language: Language | None) -> re.Pattern[str] | None:
    """What means "each" in an answer in this language alone, as the German "à 95 ct"."""
    return _EACH_IN.get(language.code) if language else None
