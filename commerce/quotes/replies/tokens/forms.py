"""The forms that a word of a name may have: spelled otherwise, in the plural, as the end of another."""

import re

__all__ = ["SHORT_HEADS", "ends_with", "inflected", "key", "stem"]

SHORT_HEADS = {"ol": re.compile(r"[^hi]$"), "ei": re.compile(r"(?:[aeiou][lnr]?|nd)$")}
"""Words of two letters that end names, and what may stand before: no "Reis" and no "Alkohol" does."""


def key(word: str) -> str:
    """The word by which two spellings of a name are one: "Reißverschluß", "Reissverschluss", "Oel", "Öl"."""
    word = word.replace("ß", "s").replace("œ", "oe").replace("ss", "s")
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def stem(word: str) -> str:
    """The word without a plural's ending or a genitive's."""
    word = word.removesuffix("'s").removesuffix("'")
    for ending, instead in (
        ("ies", "y"),
        ("oes", "o"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("lves", "lf"),
        ("aves", "af"),
        ("eaux", "eau"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def inflected(word: str) -> set[str]:
    """The word and what may be left of it without an ending, at least three letters (two for "Öl")."""
    shorter = {word.removesuffix(ending) for ending in ("e", "n", "en", "s", "er")}
    return {word} | {form for form in shorter if len(form) >= 3 or form in SHORT_HEADS}


def ends_with(token: str, form: str) -> bool:
    """Whether the compound `token` is a kind of `form`, by its last word; a few letters are no word."""
    if len(form) < 3 and form not in SHORT_HEADS:
        return False
    for written in inflected(token):
        first = written.removesuffix(form)
        if written == form:
            return True
        fits = form not in SHORT_HEADS or SHORT_HEADS[form].search(first)
        if fits and first != written and len(first) >= 3 and re.search("[aeiouy]", first):
            return True
    return False
