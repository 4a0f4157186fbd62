"""The words of words/*.yml, a file a language, in the forms that the readers use; the language of a text."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Optional

import yaml

LANGUAGES = ("en", "de", "fr")
_WORDS: Dict[str, Dict[str, Any]] = {
    language: yaml.safe_load(
        (Path(__file__).parent / "words" / f"{language}.yml").read_text(encoding="utf-8")
    )
    for language in LANGUAGES
}


def by_spelling(section: str, *languages: str) -> Dict[str, Any]:
    """Each spelling of a section, and what it means; what an earlier language knows stands."""
    spelled: Dict[str, Any] = {}
    for language in languages or LANGUAGES:
        for meaning, spellings in (_WORDS[language].get(section) or {}).items():
            for spelling in spellings:
                spelled.setdefault(str(spelling), meaning)
    return spelled


def patterns(section: str) -> Dict[str, str]:
    """One regular expression for each meaning of a section in any language, and that meaning."""
    alternatives: Dict[str, List[str]] = {}
    for language in LANGUAGES:
        for meaning, found in (_WORDS[language].get(section) or {}).items():
            alternatives.setdefault(meaning, []).extend(map(str, found))
    return {"|".join(found): meaning for meaning, found in alternatives.items() if found}


@lru_cache(maxsize=32)
def patterns_in(section: str, language: Optional[str]) -> Dict[str, str]:
    """As `patterns`, but those of a text's own language stand first, apart from those of the others."""
    own = [language] if language else []
    meant: Dict[str, str] = {}
    for one in [*own, *(other for other in LANGUAGES if other != language)]:
        for meaning, found in (_WORDS[one].get(section) or {}).items():
            if found:
                meant.setdefault("|".join(sorted(map(str, found), key=len, reverse=True)), meaning)
    return meant


def words(*sections: str) -> str:
    """One regular expression for any of the patterns of lists in any language, the longest first."""
    found = [
        str(word)
        for section in sections
        for language in LANGUAGES
        for word in _WORDS[language].get(section) or []
    ]
    return "|".join(sorted(found, key=len, reverse=True))


def listed(section: str) -> List[str]:
    """The single words of a section, in any language, that holds them as one text."""
    return [word for language in LANGUAGES for word in (_WORDS[language].get(section) or "").split()]


def folded(text: str) -> str:
    """Lower case, without accents and umlauts, one character for one: "Grün, ß" -> "grun, s"."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


@lru_cache(maxsize=512)
def _fold(char: str) -> str:
    if char in "\u2019\u2018`":
        return "'"
    if char == "ß":
        return "s"
    base = unicodedata.normalize("NFKD", char)[:1].lower()
    return base if char.isalpha() and len(base) == 1 else char.lower()[:1]


FUNCTION_WORDS_OF: Dict[str, FrozenSet[str]] = {
    language: frozenset(folded(word) for word in _WORDS[language]["function_words"].split())
    for language in LANGUAGES
}
IDLE_WORDS = frozenset().union(*FUNCTION_WORDS_OF.values())
SPELLINGS: List[str] = [
    word
    for line in (Path(__file__).parent / "words" / "goods.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in sorted(line.split(), reverse=True)
]
GOODS: Dict[str, str] = {folded(word): word for word in SPELLINGS}
"""The words of goods.txt: folded, and as they are spelled."""


@lru_cache(maxsize=2048)
def is_goods_word(word: str) -> bool:
    """Whether a folded word names goods: it stands among them, or ends in one of them ("mandelmehl")."""
    return (
        word in GOODS or word.rstrip("s") in GOODS or any(word[n:] in GOODS for n in range(3, len(word) - 3))
    )


_TELLING = ("numbers", "ordinals", "days", "days_ahead", "parts_of_day", "months")
_WORDS_OF: Dict[str, FrozenSet[str]] = {
    language: FUNCTION_WORDS_OF[language]
    | {word for section in _TELLING for word in by_spelling(section, language)}
    for language in LANGUAGES
}
_WORD = re.compile(r"(?:qu|jusqu|[cdjlmnst])'(?=\w)|[^\W\d_][\w']*")
_SIGNS = {
    "de": re.compile(r"[äöüß]", re.IGNORECASE),
    "fr": re.compile(r"[éèêàùçûîœ]|\b[cdjlmnst]['’]\w", re.I),
}


@lru_cache(maxsize=64)
def language_of(text: str) -> Optional[str]:
    """The language whose small words the text holds, or None where it could be several ("2 x basilico")."""
    points = dict.fromkeys(LANGUAGES, 0.0)
    for word in _WORD.findall(folded(text)):
        known = [language for language in LANGUAGES if word in _WORDS_OF[language]]
        for language in known:
            points[language] += (1.0, 0.4, 0.2)[len(known) - 1]
    for language, sign in _SIGNS.items():
        points[language] += 0.7 * len(sign.findall(text))
    best, second, _ = sorted(points, key=lambda language: -points[language])
    return best if points[best] >= points[second] + 0.3 else None


def function_words(text: str) -> FrozenSet[str]:
    """The words, folded, that are never part of a thing's name in a text like this."""
    language = language_of(text)
    return IDLE_WORDS if language is None else FUNCTION_WORDS_OF[language]
