"""Components from running text, as the last: "stir 200 g of flour into 3 eggs". What is found so is doubtful.

Amounts with units that are no times and temperatures are taken with the words that follow, if the text tells
what to do; and what a sentence says is needed.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

from commerce.methods.components import Kind
from commerce.methods.lexicon import lexicon_of
from commerce.methods.readers.finding import Finding, RawLine, lines_of
from commerce.methods.readers.inline import inline_list
from commerce.methods.readers.labels import heads_comments
from commerce.methods.readers.page import Page
from commerce.methods.readers.phrases import phrases_in
from commerce.methods.tools import is_tool

__all__ = ["foods_of", "is_food", "pasted_prose", "prose_lines", "read_prose", "with_foods"]

_MOST_CHARACTERS = 20_000
_FEWEST_MEASURED = 2
_MANY_MEASURED = 4
_FEWEST_LINES = 3
_FEWEST_VERBS = 3
_LEADS = frozenset(
    {
        "then",
        "next",
        "now",
        "first",
        "and",
        "to",
        "finally",
        "gently",
        "start",
        "begin",
        "meanwhile",
        "you",
        "just",
        "let",
        "carefully",
        "slowly",
        "once",
        "when",
    }
)
_NEWS = re.compile(r'"@type"\s*:\s*\[?\s*"(?:Reportage|Opinion|Analysis)?NewsArticle"')
_SAID = re.compile(
    r"„[^„“”\n]{20,400}[“”]|“[^“”\n]{20,400}”|«[^«»\n]{20,400}»|(?<!\d)\"[^\"\n]{20,400}(?<!\d)\""
)
"""What somebody is quoted to have said, as in the news."""
_OWN = re.compile(r"\bI\s+(?:then\s+|also\s+|just\s+|[a-z]+ly\s+)?([a-z]+)", re.IGNORECASE)
_MODALS = frozenset({
    "will", "wollen", "wollte", "muss", "müssen", "musste", "mussten", "soll", "sollen", "sollte", "kann",
    "können", "konnte", "konnten", "ließ", "ließen", "möchte", "möchten", "darf", "dürfen", "würde",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?。])\s+")


@dataclass(frozen=True)
class _Named:
    """A stretch of text that names an amount of something, whether a unit measures it, and whether it is
    needed, or worked with in a kitchen or a shed: the news, canteens and doctors name amounts, too."""

    text: str
    measured: bool
    worked: bool


def read_prose(page: Page, language: str) -> Finding | None:
    """What the paragraphs of the page name with amounts, or None where they tell of no work."""
    if _NEWS.search(page.text[:300_000]):
        return None
    written = takewhile(lambda row: not (row.rank and heads_comments(row.text)), page.rows)
    rows = [row.text for row in written if len(row.text) > 30 and not row.linked]
    lines = prose_lines(rows, language)
    return Finding("prose", lines) if lines else None


def prose_lines(texts: list[str], language: str, *, only_measured: bool = False) -> tuple[RawLine, ...]:
    """The components that running texts name, each once; none where too few are named, or nothing is done."""
    words = _words()
    told = words.get(language, words["en"])
    text = _SAID.sub(" ", "\n".join(texts)[:_MOST_CHARACTERS])
    spoken = _bases(_WORD.findall(text.lower()), language)
    cooking, building = (len(spoken & told[kind]) for kind in ("cooking", "building"))
    if cooking + building < _FEWEST_VERBS and not only_measured:
        return ()
    told_to = only_measured or _is_told_to(text, told["cooking"] | told["building"], language)
    kind = Kind.INGREDIENT if cooking >= building else Kind.MATERIAL
    found = _named(text, told, language, kind)
    if not told_to and not _is_cooked(found, language):
        return ()
    if kind is Kind.INGREDIENT and 3 * _foods(found, language) < len(found):
        kind = Kind.MATERIAL  # paint is stirred and poured, too; and who paints drinks tea
        named = _named(text, told, language, kind) if building >= _FEWEST_MEASURED else {}
        found = {name: one for name, one in named.items() if not is_food(name, language)}
    needed = _needed(text, language, kind)
    measured_count = sum(one.measured for one in found.values())
    if only_measured and measured_count < _FEWEST_LINES:
        return needed if len(needed) >= _FEWEST_LINES and cooking + building >= _FEWEST_VERBS else ()
    counted = [one.text for one in found.values()] if measured_count >= _FEWEST_MEASURED else []
    worked = only_measured or 3 * sum(one.worked for one in found.values()) >= len(found)
    if len(counted) < _FEWEST_LINES or not worked:
        return needed if len(needed) >= _FEWEST_LINES else ()
    listed = lines_of(counted, kind)
    known = {line.text for line in listed}
    said = " ".join(told[1] for sign in _needs(language) for told in sign.finditer(text))
    listed = tuple(replace(line, sure=line.text in said) for line in listed)
    return (*listed, *(tool for tool in _tools_needed(text, language) if tool.text not in known))


def _is_cooked(found: Mapping[str, "_Named"], language: str) -> bool:
    """Whether what is measured is mostly eaten, and worked with in most sentences, whoever does it."""
    measured = [one for one in found.values() if one.measured]
    worked = sum(one.worked for one in measured)
    return worked >= _MANY_MEASURED and 2 * min(worked, _foods(found, language)) >= len(measured)


def _tools_needed(text: str, language: str) -> tuple[RawLine, ...]:
    """ "You will also need a blender and a heavy pan": a sentence of what is needed that names but tools."""
    for sign in _needs(language):
        for told in sign.finditer(text):
            lines = inline_list(told[1], Kind.TOOL, language)
            if lines and all(is_tool(line.text, language) for line in lines):
                return tuple(replace(line, sure=True) for line in lines)
    return ()


def _named(text: str, told: Mapping[str, frozenset[str]], language: str, kind: Kind) -> dict[str, "_Named"]:
    """What the sentences name with amounts, by its name."""
    lexicon = lexicon_of(language)
    found: dict[str, _Named] = {}
    for sentence in (part for row in text.split("\n") for part in _SENTENCE.split(row)):
        spoken = _bases(_WORD.findall(sentence.lower()), language)
        cooks = not told["cooking"].isdisjoint(spoken)
        needed = any(sign.search(sentence) for sign in _needs(language))
        works = cooks or not told["building"].isdisjoint(spoken)
        for phrase in phrases_in(sentence, lexicon, told, cooking=kind is Kind.INGREDIENT):
            if works or phrase.measured or is_food(phrase.name, language):
                worked = needed or ((cooks if kind is Kind.INGREDIENT else works) and not phrase.in_bulk)
                found.setdefault(phrase.name.casefold(), _Named(phrase.text, phrase.measured, worked))
    return found


def _foods(names: Iterable[str], language: str) -> int:
    return sum(is_food(name, language) for name in names)


def _is_told_to(text: str, verbs: frozenset[str], language: str) -> bool:
    """Whether a text tells what to do, not what somebody did: a sentence begins with the work, or the author
    tells what they did themselves; in German it ends with the work, and nobody will, must or may."""
    for sentence in re.split(r"[.!?:;\n]+\s*", text):
        words = _WORD.findall(sentence.lower())
        if words and (words[0] in verbs or (words[0] in _LEADS and verbs & set(words[1:3]))):
            return True
        if language == "de" and words and words[-1] in verbs and _MODALS.isdisjoint(words):
            return True
    own = (_bases([found[1].lower()], language) for found in _OWN.finditer(text))
    return language == "en" and sum(not verbs.isdisjoint(base) for base in own) >= _FEWEST_MEASURED


def _bases(words: list[str], language: str) -> set[str]:
    """The words, and in English what those that tell of the past come from: "chopped" is "chop"."""
    past = [word for word in words if word.endswith("ed")] if language == "en" else []
    return {
        *words,
        *(word[:-1] for word in past),
        *(word[:-2] for word in past),
        *(word[:-3] for word in past),
    }


def pasted_prose(text: str, language: str) -> Finding | None:
    """What a pasted text names with measured amounts, though it does not say what is done."""
    rows = [row for row in text.splitlines() if row.strip()]
    lines = prose_lines(rows, language, only_measured=True)
    return Finding("prose", lines) if lines else None


def with_foods() -> frozenset[str]:
    """The languages whose words for what is eaten are known."""
    return frozenset(_words())


def foods_of(language: str) -> frozenset[str]:
    """Words for what is commonly eaten."""
    words = _words()
    return words.get(language, words["en"])["foods"]


def is_food(text: str, language: str) -> bool:
    """Whether a line names something that is commonly eaten."""
    foods = foods_of(language)
    return any(
        word in foods
        or word.removesuffix("s") in foods
        or any(word.endswith(food) for food in foods if len(food) > 4)
        for word in re.findall(r"[^\W\d_]+", text.lower())
    )


def _needed(text: str, language: str, kind: Kind) -> tuple[RawLine, ...]:
    """ "You need flour, eggs and milk." """
    for sign in _needs(language):
        told = sign.search(text)
        if told is not None:
            lines = inline_list(told[1], kind, language)
            if len(lines) >= _FEWEST_LINES and all(len(line.text) <= 60 for line in lines):
                return tuple(replace(line, sure=True) for line in lines)
    return lines_of([], kind)


@lru_cache(maxsize=32)
def _needs(language: str) -> tuple[re.Pattern[str], ...]:
    words = _words()
    phrases = words.get(language, words["en"])["needs"]
    return tuple(
        re.compile(rf"\b{re.escape(phrase)}\s+([^.!?\n]{{10,400}})[.!?\n]", re.IGNORECASE)
        for phrase in sorted(phrases)
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, frozenset[str]]]:
    text = (files("commerce.methods") / "data" / "prose.toml").read_text(encoding="utf-8")
    told = {
        language: {name: frozenset(words) for name, words in groups.items()}
        for language, groups in tomllib.loads(text).items()
    }
    return told | {"nb": told["no"], "nn": told["no"]}
