"""Components from running text, as the last: "stir 200 g of flour into 3 eggs". What is found so is doubtful.

Amounts with units that are no times and temperatures are taken with the words that follow, if the text tells
what to do; and what a sentence says is needed.
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from commerce.methods.components import Kind
from commerce.methods.lexicon import Lexicon, lexicon_of
from commerce.methods.quantities import plain, quantity_at, unit_at
from commerce.methods.readers.finding import Finding, RawLine, lines_of
from commerce.methods.readers.headings import inline_list
from commerce.methods.readers.page import Page

__all__ = ["foods_of", "is_food", "pasted_prose", "prose_lines", "read_prose", "with_foods"]

_MOST_CHARACTERS = 20_000
_FEWEST_MEASURED = 2
_FEWEST_LINES = 3
_FEWEST_VERBS = 3
_MOST_WORDS = 4
_NUMBER = re.compile(r"(?<![\w.,/])(?:\d|[½¼¾⅓⅔⅛])")
_TOKEN = re.compile(r"\s*([^\W\d_][\w'’-]*|[.,;:!?()\[\]–—/&+]|\S)")
_LEADS = frozenset(
    {"then", "next", "now", "first", "and", "to", "finally", "gently", "start", "begin", "meanwhile"}
)
_SENTENCE = re.compile(r"(?<=[.!?。])\s+")


def read_prose(page: Page, language: str) -> Finding | None:
    """What the paragraphs of the page name with amounts, or None where they tell of no work."""
    rows = [row.text for row in page.rows if len(row.text) > 30 and not row.linked]
    lines = prose_lines(rows, language)
    return Finding("prose", lines) if lines else None


def prose_lines(texts: list[str], language: str, *, only_measured: bool = False) -> tuple[RawLine, ...]:
    """The components that running texts name, each once; none where too few are named, or nothing is done."""
    words = _words()
    told = words.get(language, words["en"])
    text = "\n".join(texts)[:_MOST_CHARACTERS]
    spoken = set(re.findall(r"[^\W\d_]+", text.lower()))
    cooking, building = (len(spoken & told[kind]) for kind in ("cooking", "building"))
    if cooking + building < _FEWEST_VERBS and not only_measured:
        return ()
    kind = Kind.INGREDIENT if cooking >= building else Kind.MATERIAL
    if language == "en" and not only_measured and not _is_told_to(text, told["cooking"] | told["building"]):
        return ()
    needed = _needed(text, language, kind)
    lexicon = lexicon_of(language)
    found: dict[str, tuple[str, bool]] = {}
    for sentence in (part for row in text.split("\n") for part in _SENTENCE.split(row)):
        line = plain(sentence)
        for place in _NUMBER.finditer(line):
            phrase = _phrase(
                line,
                place.start(),
                lexicon,
                told["stops"] | told["cooking"] | told["building"],
                told["never"],
            )
            if phrase is not None:
                text_of, name, measured = phrase
                found.setdefault(name.casefold(), (text_of, measured))
    measured_count = sum(measured for _, measured in found.values())
    if only_measured and measured_count < _FEWEST_LINES:
        return needed if len(needed) >= _FEWEST_LINES and cooking + building >= _FEWEST_VERBS else ()
    counted = [one for one, _ in found.values()] if measured_count >= _FEWEST_MEASURED else []
    if len(counted) < _FEWEST_LINES:
        return needed if len(needed) >= _FEWEST_LINES else ()
    return lines_of(counted, kind)


def _is_told_to(text: str, verbs: frozenset[str]) -> bool:
    """Whether an English text tells what to do, not what somebody did: a sentence begins with the work."""
    firsts = (re.findall(r"[^\W\d_]+", sentence.lower())[:3] for sentence in re.split(r"[.!?:;\n]+\s*", text))
    return any(
        first and (first[0] in verbs or (first[0] in _LEADS and verbs & set(first[1:]))) for first in firsts
    )


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


def _phrase(
    line: str, start: int, lexicon: Lexicon, stops: frozenset[str], never: frozenset[str]
) -> tuple[str, str, bool] | None:
    """The text, the name and whether it is measured, of an amount with its thing that begins at `start`."""
    quantity = quantity_at(line, start, lexicon)
    if quantity is None:
        return None
    unit = unit_at(line, quantity.end, lexicon)
    at = unit[1] if unit else quantity.end
    of = lexicon.of.match(line, at + (len(line[at:]) - len(line[at:].lstrip())))
    if of:
        at = of.end()
    names: list[str] = []
    begin, end = at, at
    while len(names) < _MOST_WORDS:
        token = _TOKEN.match(line, end)
        if token is None or not token[1][0].isalpha() or token[1].lower() in stops:
            break
        if lexicon.language == "de" and names and names[-1][0].isupper() and token[1][0].islower():
            break
        names.append(token[1])
        end = token.end()
    name = " ".join(names)
    if (
        len(name) < 3
        or {word.lower() for word in names} & never
        or line[begin : begin + 2].strip()[:1] in {"°", "%"}
    ):
        return None
    return line[start:end].strip(), name, unit is not None


def _needed(text: str, language: str, kind: Kind) -> tuple[RawLine, ...]:
    """ "You need flour, eggs and milk." """
    for sign in _needs(language):
        told = sign.search(text)
        if told is not None:
            lines = inline_list(told[1], kind)
            if len(lines) >= _FEWEST_LINES and all(len(line.text) <= 60 for line in lines):
                return lines
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
    return {
        language: {name: frozenset(words) for name, words in groups.items()}
        for language, groups in tomllib.loads(text).items()
    }
