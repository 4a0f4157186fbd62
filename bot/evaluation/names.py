"""Names as a judge compares them: case, articles, accents' encoding and grammatical number do not count."""

import re
import unicodedata

__all__ = ["alike"]

_ARTICLES = {
    "en": {"a", "an", "the", "of"},
    "de": {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"},
    "fr": {"le", "la", "les", "un", "une", "des", "du", "de", "d", "l"},
    "es": {"el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del"},
    "it": {"il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "di", "del", "della", "dei", "d", "l"},
}  # fmt: skip
_ENDINGS = {
    "en": r"(?:(?<=[sxz])es|(?<=[cs]h)es|(?<=o)es|(?<!s)s)$",
    "de": r"(?:e?n|e?r|e?s|e)$",
    "fr": r"(?:e?s|x|e)$",
    "es": r"(?:[aeo]s?|s)$",
    "it": r"[aeio]$",
}
_MARKS = {"de": str.maketrans("äöü", "aou"), "es": str.maketrans("áéíóú", "aeiou")}
"""Marks that come and go with the number: Apfel and Äpfel, limón and limones."""
_WORD = re.compile(r"[^\W_]+(?:[.,/-][^\W_]+)*|[%½⅓¼]")


def alike(first: str, second: str, language: str) -> bool:
    """Whether two names are the same but for case, articles and number ("Eggs" and "egg")."""
    return _words(first, language) == _words(second, language)


def _words(name: str, language: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", name).casefold()
    if language == "ja":
        return [re.sub(r"[\s・･、,]", "", plain)]
    words = _WORD.findall(plain)
    articles = _ARTICLES.get(language, set())
    return [_singular(word, language) for word in words if word not in articles] or words


def _singular(word: str, language: str) -> str:
    word = word.translate(_MARKS.get(language, {}))
    if len(word) < 4:
        return word
    if language == "en" and word.endswith("ies"):
        return f"{word[:-3]}y"
    if language == "fr" and word.endswith("aux"):
        return f"{word[:-3]}al"
    if language == "it":
        word = re.sub(r"(?<=[cg])h(?=[ei]$)", "", word)
    return re.sub(_ENDINGS.get(language, r"$^"), "", word)
