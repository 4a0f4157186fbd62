"""How a language writes component lines: its words for units, numbers, sizes and preparations.

One TOML file per language in `data/lexicon`, which leaves out what the language needs no words for; a
language without a file is read with the English one.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from commerce.units import Unit

__all__ = ["LANGUAGES", "Lexicon", "folded", "is_plural", "lexicon_of"]

_FOLDER = files("commerce.methods") / "data" / "lexicon"
_WITH_FILES = frozenset(
    entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir() if entry.name.endswith(".toml")
)
LANGUAGES = _WITH_FILES | {"ja"}
"""Whose lines are read by their own words; Japanese has a reader of its own (`line_japanese`)."""
_UMLAUTS = str.maketrans("äöü", "aou")
_SAME_WORDS = {"nb": "no", "nn": "no"}
_RATINGS = (
    "ohm", "ohms", "ω", "kω", "mω", "pf", "nf", "µf", "μf", "uf", "mh", "µh", "μh", "mah", "ah", "ma", "hz",
    "khz", "mhz", "watts", "volts", "amps", "lm", "lumen", "dpi", "rpm",
)  # fmt: skip
"""What rates a thing of electronics in every language: "330 ohm resistor" is one."""
_LISTS = (
    "of", "range", "plus", "or", "and", "times", "about", "parts", "purposes", "optional", "vague", "sizes",
    "preparations", "keep", "tails", "conversion_marks", "measured", "sized_things", "each", "fasteners",
    "shared_heads", "shared_modifiers", "pairs", "each_of", "portions", "parted", "labels", "halves",
    "grades", "adjectives", "not_units", "trailing_units", "long_piece", "long_pieces",
)  # fmt: skip
_TABLES = ("exact", "implied", "scaled", "tubs")
_NEVER = re.compile(r"(?!)")

T = TypeVar("T")


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, as patterns to match at a place in a line, longest first. What a word found
    by a pattern means is looked up as `folded` has it."""

    language: str
    units: Mapping[str, Unit]
    exact_units: Mapping[str, Unit]
    unit: re.Pattern[str]
    exact_unit: re.Pattern[str]
    not_units: re.Pattern[str]
    trailing_unit: re.Pattern[str]
    implied: Mapping[str, str]
    numbers: Mapping[str, Decimal]
    number: re.Pattern[str]
    range: re.Pattern[str]
    plus: re.Pattern[str]
    times: re.Pattern[str]
    about: re.Pattern[str]
    front: re.Pattern[str]
    part: re.Pattern[str]
    purpose: re.Pattern[str]
    vague: re.Pattern[str]
    optional: re.Pattern[str]
    of: re.Pattern[str]
    alternative: re.Pattern[str]
    size: re.Pattern[str]
    preparation: re.Pattern[str]
    adjective: re.Pattern[str]
    keep: re.Pattern[str]
    tail: re.Pattern[str]
    conversion: re.Pattern[str]
    measured: re.Pattern[str]
    sized_thing: re.Pattern[str]
    long_piece: re.Pattern[str]
    long_pieces: re.Pattern[str]
    fastener: re.Pattern[str]
    each: re.Pattern[str]
    joined: re.Pattern[str]
    joined_pair: re.Pattern[str]
    pairs: tuple[frozenset[str], ...]
    label: re.Pattern[str]
    scaled: Mapping[str, tuple[Decimal, str]]
    scale: re.Pattern[str]
    half: re.Pattern[str]
    grade: re.Pattern[str]
    each_of: re.Pattern[str]
    joined_amount: re.Pattern[str]
    portion: re.Pattern[str]
    pods: frozenset[str]
    woods: frozenset[str]
    tubs: Mapping[str, tuple[str, ...]]
    parted: re.Pattern[str]
    sizes_behind: bool
    counts_behind: bool
    shared_heads: frozenset[str]
    shared_modifiers: frozenset[str]


def lexicon_of(language: str) -> Lexicon:
    """The lexicon for a BCP 47 tag, by its language part; English where there is none."""
    short = language.replace("_", "-").lower().partition("-")[0]
    short = _SAME_WORDS.get(short, short)
    return _load(short if short in _WITH_FILES else "en")


@lru_cache(maxsize=32)
def _load(language: str) -> Lexicon:
    words: dict[str, Any] = {name: [] for name in _LISTS} | {name: {} for name in _TABLES}
    words |= tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    units = {word: Unit(unit) for unit, spellings in words["units"].items() for word in spellings}
    numbers = {word: _number(text) for word, text in words["numbers"].items()}
    implied = {word: str(name) for word, (_, name) in words["implied"].items()}
    units |= {word: Unit(unit) for word, (unit, _) in words["implied"].items()}
    return Lexicon(
        language=language,
        units=_by_folded(units),
        exact_units={word: Unit(unit) for word, unit in words["exact"].items()},
        unit=_any_of(units, after=r"(?:(?<![\"'])(?!\w|-[^\W\d_])\.?|(?<=[\"'])(?!\w))", ignore_case=True),
        exact_unit=_any_of(words["exact"], after=r"\.?(?!\w)", ignore_case=False),
        not_units=_any_of(words["not_units"]),
        trailing_unit=_any_of(words["trailing_units"], before=r"(?<=\s)", after=r"$"),
        implied=_by_folded(implied),
        numbers=_by_folded(numbers),
        number=_any_of(numbers, after=r"(?:(?<=-)|(?<=['’])|(?![\w-]))"),
        range=_any_of([*words["range"], "-", "–", "—", "~"], before=r"\s*", after=r"\s*", bounded=False),
        plus=_any_of(words["plus"], before=r"\s*", after=r"\s*", bounded=False),
        times=_any_of(words["times"], before=r"\s*", after=r"(?![^\W\d_])\s*", bounded=False),
        about=_leading(words["about"]),
        front=_leading([*words["about"], *words["parts"], *words["purposes"]]),
        part=_leading(words["parts"], before=r"(?<!\w)"),
        purpose=_leading(words["purposes"]),
        vague=_any_of(words["vague"]),
        optional=_any_of(words["optional"], before=r"(?<!\w)"),
        of=_any_of(words["of"], after=r"(?:\s+|(?<=['’]))", bounded=False),
        alternative=_any_of(words["or"], before=r"\s+", after=r"\s+", bounded=False),
        size=_any_of(words["sizes"], after=r"(?![\w-])", bounded=False),
        preparation=_any_of(words["preparations"], after=r"(?![\w-])", bounded=False),
        adjective=_any_of(words["adjectives"], after=r"(?![\w-])", bounded=False),
        keep=_any_of(words["keep"]),
        tail=_any_of(words["tails"], before=r"(?<=[\s,;–-])"),
        conversion=_any_of(words["conversion_marks"], before=r"\s*", after=r"\s*", bounded=False),
        measured=_any_of(words["measured"], before=r"[\s-]*"),
        sized_thing=_any_of(words["sized_things"], before=r"(?<![\w-])"),
        long_piece=_any_of(words["long_piece"]),
        long_pieces=_any_of(words["long_pieces"]),
        each=_any_of(words["each"], after=r"\s+", bounded=False),
        fastener=_any_of(words["fasteners"], before=r"(?<!\w)"),
        joined=_any_of(words["and"], before=r"\s*", after=r"\s+", bounded=False),
        joined_pair=_any_of(words["and"], before=r"\s+", after=r"\s+"),
        pairs=tuple(frozenset(group) for group in words["pairs"]),
        label=_any_of(words["labels"], before=r"^", after=r"\b[^:,;()\d]{0,40}\s?:\s*(?=\S)"),
        scaled=_by_folded({word: (Decimal(many), unit) for word, (many, unit) in words["scaled"].items()}),
        scale=_any_of(words["scaled"], before=r"\s*"),
        half=_any_of(words["halves"], before=r"\s+"),
        grade=_any_of([*words["grades"], *_RATINGS], before=r"[\s-]*"),
        each_of=_any_of(words["each_of"], after=r"\s*:?\s+"),
        joined_amount=_before_amount([*words["plus"], *words["and"]], numbers),
        pods=frozenset(words.get("pods", ())),
        woods=frozenset(words.get("woods", ())),
        tubs={word: tuple(names) for word, names in words["tubs"].items()},
        portion=_any_of(words["portions"], before=r"(?<![\w-])"),
        parted=_any_of(words["parted"], before=r"\s+", after=r"\s+"),
        sizes_behind=bool(words.get("sizes_behind")),
        counts_behind=bool(words.get("counts_behind")),
        shared_heads=frozenset(words["shared_heads"]),
        shared_modifiers=frozenset(words["shared_modifiers"]),
    )


def _leading(words: Iterable[str], *, before: str = "") -> re.Pattern[str]:
    """Words that stand in front of an amount or a name."""
    return _any_of(words, before=before, after=r"(?:\s+|(?<=['’/-]))", bounded=False)


def _before_amount(joints: Iterable[str], numbers: Mapping[str, Decimal]) -> re.Pattern[str]:
    """The words that join, where a number follows or a word for one."""
    singles = "|".join(word for word, number in numbers.items() if number == 1 and word.isalpha())
    return _any_of(joints, before=r"\s*,?\s+", after=rf"\s+(?=\d|(?:{singles})\s)")


def folded(word: str) -> str:
    """A word in one spelling of all that patterns without case take for it: small letters, "i" also for the
    Turkish "İ" and "ı", one kind of apostrophe, single blanks."""
    return " ".join(word.replace("İ", "i").replace("ı", "i").casefold().replace("’", "'").split())


def is_plural(word: str, words: Lexicon) -> bool:
    """Whether a unit's word stands for several: a shorter spelling of the same unit is the single one."""
    word = folded(word).strip(" .")
    unit = words.units.get(word)
    singles = [word[: -len(end)] for end in ("s", "es", "x", "n", "en", "e", "er") if word.endswith(end)]
    singles += [word[:-1] + end for end in ("a", "o") if words.language == "it" and word[-1:] in {"e", "i"}]
    singles += [single.translate(_UMLAUTS) for single in singles]
    return unit is not None and any(len(one) > 2 and words.units.get(one) is unit for one in singles)


def _any_of(
    words: Iterable[str],
    *,
    before: str = "",
    after: str = "",
    bounded: bool = True,
    ignore_case: bool = True,
) -> re.Pattern[str]:
    """One pattern for any of the words, the longest first; `bounded` ones do not end inside a longer word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if not ordered:
        return _NEVER
    boundary = r"(?!\w)" if bounded and not after else ""
    spellings = "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") + ("" if word.endswith("'") else boundary)
        for word in ordered
    )
    return re.compile(f"{before}(?P<word>{spellings}){after}", re.IGNORECASE if ignore_case else 0)


def _by_folded(meanings: Mapping[str, T]) -> dict[str, T]:
    return {folded(word): meaning for word, meaning in meanings.items()}


def _number(text: str) -> Decimal:
    value = Fraction(text)
    return Decimal(value.numerator) / Decimal(value.denominator)
