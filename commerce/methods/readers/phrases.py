"""Amounts with their things out of a sentence: "Brown 2 pounds of beef" names "2 pounds of beef".

Times, temperatures and people are no amounts of things; "a 12-inch pot" and "a tin of 26 cm" tell sizes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from commerce.methods.drafts import VAGUE_UNITS
from commerce.methods.lexicon import Lexicon, folded
from commerce.methods.quantities import Quantity, plain, quantity_at, unit_at
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["Phrase", "phrases_in"]

_MOST_WORDS = 4
_LARGE = frozenset({Unit.KG, Unit.L})
_MUCH = 12
_START = re.compile(r"(?<![\w.,/°’'-])(?:\d|[^\W\d_])")
_TOKEN = re.compile(r"\s*([^\W\d_][\w'’-]*|[.,;:!?()\[\]–—/&+]|\S)")
_SIZE = re.compile(
    r"\s*(?:\([^()]{2,25}\)\s*|\d+(?:[.,/]\d+)?(?:\s?[x×]\s?\d+(?:[.,/]\d+)?)*"
    r"(?:-?[^\W\d_]{1,8}|\s(?:oz|ounces?|g|grams?|ml|inch(?:es)?|cm|mm|foot|ft)\b)?\.?[\s-]+)(?=[^\W\d_])",
    re.IGNORECASE,
)
""" "(14 oz) " in "1 (14 oz) can", "15-ounce " in "two 15-ounce cans", "2x4 " in "two 2x4 boards"."""
_VULGAR = re.compile(r"[¼½¾⅐-⅞]")
_TIED = re.compile(r"[-‐‑](?=[^\W\d_])")
_ARTICLES = frozenset({
    "a", "an", "one", "half", "couple", "ein", "eine", "einen", "einem", "einer", "un", "une", "uno", "una",
    "un'", "een", "één", "um", "uma", "en", "ett", "et",
})  # fmt: skip
_WITHOUT_ARTICLES = frozenset({"pl", "cs"})
""" "pęczek koperku", "szczypta soli" are one each."""
_BOTH = frozenset({"brown", "cream", "warm", "toast", "roast", "mince", "batter", "stew"})
"""Work in some places and part of a name in others: "brown sugar", "sour cream"."""
_THICKNESS = frozenset({"thick", "thin"})
_INNER_OF = {
    "en": frozenset({"of"}),
    "fr": frozenset({"de", "du", "à"}),
    "es": frozenset({"de", "del"}),
    "it": frozenset({"di", "da"}),
}
""" "passata di pomodoro", "aceite de oliva", "square of chocolate" are one name."""


@dataclass(frozen=True)
class Phrase:
    """The stretch as it stands, the name in it, whether a unit measures it, and whether a
    village could eat of it."""

    text: str
    name: str
    measured: bool
    in_bulk: bool = False


def phrases_in(
    sentence: str, lexicon: Lexicon, words: Mapping[str, frozenset[str]], *, cooking: bool
) -> Iterator[Phrase]:
    """The amounts with their things that a sentence names, from left to right; `words` are those of prose."""
    line = plain(sentence)
    done = 0
    parts = {part.end(): part.start() for part in lexicon.part.finditer(line)}
    for place in _START.finditer(line):
        start = place.start()
        named = line[start].isdigit() or lexicon.number.match(line, start) is not None
        if start < done or not (named or _is_one(line, start, lexicon)):
            continue
        found = _phrase(line, start, lexicon, words, cooking=cooking)
        if found is not None:
            phrase, done = found
            part = line[parts.get(start, start) : start]
            yield replace(phrase, text=_as_written(part + phrase.text, sentence))


def _phrase(
    line: str, start: int, lexicon: Lexicon, words: Mapping[str, frozenset[str]], *, cooking: bool
) -> tuple[Phrase, int] | None:
    """What begins at `start`, and where it ends."""
    quantity = quantity_at(line, start, lexicon)
    if quantity is None and _is_one(line, start, lexicon):
        quantity = Quantity(Decimal(1), None, start)
    if quantity is None or line[quantity.end : quantity.end + 2].strip()[:1] in {"°", "%"}:
        return None
    if _TIED.match(line, quantity.end) and line[start].isdigit():
        return None  # "12-inch pot", "15-Liter-Topf"
    at = quantity.end
    size = _SIZE.match(line, at)
    if size is not None:
        at = size.end()
    large = lexicon.size.match(line, at + 1) or lexicon.about.match(line, at + 1) if size is None else None
    unit = unit_at(line, at, lexicon)
    if large is not None and unit is None:  # "a small bunch of chives", "a good pinch of salt"
        unit = unit_at(line, large.end("word") + 1, lexicon)
    if unit is not None:
        at = unit[1]
        half = lexicon.half.match(line, at)
        at = half.end() if half is not None else at
    blanks = len(line[at:]) - len(line[at:].lstrip())
    of = lexicon.of.match(line, at + blanks)
    if unit is None and lexicon.language == "fr" and line[:start].lower().endswith(" en "):
        return None  # "en deux carrés" tells what the cloth is cut into
    if unit is not None and _is_length(unit[0]) and (cooking or size is not None):
        return None
    at = of.end() if of and unit is not None else at
    names, end = _names(line, at, lexicon.language, words, of=of is not None)
    implied = lexicon.implied.get(folded(line[quantity.end : at]))
    if unit is not None and not names and implied is not None:
        names, end = [implied], at  # "drei Knoblauchzehen"
    name = " ".join(names)
    inner = _INNER_OF.get(lexicon.language, frozenset())
    if len(name) < 2 or {word.lower() for word in names} & words["never"] - inner:
        return None
    counted = line[start : quantity.end].strip().lower()
    sized = size is not None and not cooking and any(map(str.isdigit, size[0]))  # "a 60 cm wooden planter"
    if unit is None and counted in _ARTICLES and not sized and not _is_food(names, words):
        return None
    in_bulk = cooking and unit is not None and unit[0] in _LARGE and quantity.low >= _MUCH
    return Phrase(line[start:end].strip(), name, unit is not None, in_bulk), end


def _is_one(line: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a word for a bunch, a pinch and the like begins there, which says of itself that it is one."""
    if lexicon.language not in _WITHOUT_ARTICLES:
        return False
    unit = unit_at(line, start, lexicon)
    return unit is not None and (unit[0] in VAGUE_UNITS or _counts(unit[0]))


def _counts(unit: Unit) -> bool:
    return unit is not Unit.PIECE and dimension_of(unit) is Dimension.COUNT


def _as_written(text: str, sentence: str) -> str:
    """The stretch with its fractions as the sentence has them: "1½ cups" and not "1 1/2 cups"."""
    for sign in _VULGAR.findall(sentence):
        spelled = plain(sign)
        for before in (f" {spelled}", spelled):
            written = text.replace(before, sign, 1) if before in text else ""
            if written and written in sentence:
                return written
    return text


def _names(
    line: str, at: int, language: str, words: Mapping[str, frozenset[str]], *, of: bool
) -> tuple[list[str], int]:
    """The words that name a thing from `at` on, and where they end."""
    stops, building = words["stops"], words["building"]
    names: list[str] = []
    end = at
    while len(names) < _MOST_WORDS + (2 if language in _INNER_OF else 0):
        token = _TOKEN.match(line, end)
        if token is None or not token[1][0].isalpha():
            break
        word = token[1].lower()
        after = _TOKEN.match(line, token.end())
        last = after is None or not after[1][0].isalpha() or after[1].lower() in stops
        if word in _INNER_OF.get(language, ()) and names and after is not None and after[1][0].isalpha():
            if after[1].lower() in stops | words["cooking"]:
                break
        elif language == "en" and names and word.endswith("ed") and last and after and after[1].isalpha():
            break  # "15 litres of compost mixed with sand"
        elif of and not names and word in _THICKNESS:
            pass  # "a sheet of thick plastic"
        elif word in building and language == "en":
            if not (last and names) and (names or not of):
                break  # "100 ml of wood glue", "2 cups of cut beans", but "2 planks cut to length"
        elif word in words["foods"] and not names:
            pass  # Danish "1 tsk salt": also what one does
        elif word in stops or (word in words["cooking"] and word not in _BOTH) or word in building:
            break
        if language == "de" and names and names[-1][0].isupper() and token[1][0].islower():
            break
        names.append(token[1])
        end = token.end()
    return names, end


def _is_length(unit: Unit) -> bool:
    return dimension_of(unit) is Dimension.LENGTH


def _is_food(names: list[str], words: Mapping[str, frozenset[str]]) -> bool:
    foods = words["foods"]
    return any(
        word in foods
        or word.removesuffix("s") in foods
        or any(word.endswith(one) for one in foods if len(one) > 4)
        for word in map(str.lower, names)
    )
