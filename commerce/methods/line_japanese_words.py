"""How Japanese writes component lines: its words, read from `data/japanese.toml`, as patterns."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

from commerce.units import Unit

__all__ = ["JapaneseWords", "japanese_words"]


@dataclass(frozen=True)
class JapaneseWords:
    """The words as patterns; groups of `amount`: `size`, then `before`, `n1`, `n2` or `m1`, `m2`, `unit`"""

    amount: re.Pattern[str]
    vague: re.Pattern[str]
    optional: re.Pattern[str]
    alternative: re.Pattern[str]
    mark: re.Pattern[str]
    length: re.Pattern[str]
    units: dict[str, Unit]
    scaled: dict[str, tuple[Decimal, Unit]]
    numbers: dict[str, Fraction]
    sheets: tuple[tuple[Unit, tuple[str, ...]], ...]
    heads: tuple[str, ...]
    not_cloves: tuple[str, ...]
    pairs: frozenset[str]
    short: dict[str, str]


@lru_cache(maxsize=1)
def japanese_words() -> JapaneseWords:
    path = files("commerce.methods") / "data" / "japanese.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    units = {word: Unit(unit) for unit, spelled in data["units"].items() for word in spelled}
    before = {word: Unit(unit) for unit, spelled in data["before"].items() for word in spelled}
    scaled = {word: (Decimal(many), Unit(unit)) for word, (many, unit) in data["scaled"].items()}
    numbers = {word: Fraction(value) for word, value in data["numbers"].items()}
    digits = r"\d{1,6}(?:\.\d{1,3})?"
    number = rf"(?:{digits}\s?と\s?\d+/\d+|\d+\s\d+/\d+|\d+/\d+|{digits}\s?と半分?|{digits}|{_any(numbers)})"
    joint = r"\s?[~〜\-–ー～]\s?"
    behind = rf"\s?(?:{_any(data['after'])})*"
    in_front = rf"(?:(?:{_any(data['about'])})\s?)?(?:(?P<size>{_any(data['sizes'])})\s?)?"
    measured = _any([*units, *scaled, "枚"])
    amount = (
        rf"(?:{in_front}(?:(?P<before>{_any(before)})\s?(?:(?:{_any(data['filled'])})\s?)?(?P<n1>{number})(?:{joint}(?P<n2>{number}))?杯?"
        rf"|(?P<m1>{number})\s?(?:{joint}(?P<m2>{number}))?\s?(?P<unit>{measured})(?![a-zA-Z])){behind})"
    )
    return JapaneseWords(
        amount=re.compile(rf"(?!{_any(data['keep'])}){amount}"),
        vague=re.compile(rf"(?:各)?(?:{_any(data['vague'])})"),
        optional=re.compile(_any(data["optional"])),
        alternative=re.compile(rf"\s*(?:{_any(data['or'])})\s*"),
        mark=re.compile(rf"^(?:[{re.escape(data['marks'])}\s]|[{data['groups']}](?=[\s.:・)]))+[\s.:・)]*"),
        length=re.compile(rf"\s?(?:{_any(data['length_words'])})"),
        units={**units, **before},
        scaled=scaled,
        numbers=numbers,
        sheets=tuple((Unit(unit), tuple(things)) for unit, things in data["sheets"].items()),
        heads=tuple(data["heads"]["head"]),
        not_cloves=tuple(data["not_cloves"]["piece"]),
        pairs=frozenset(data["pairs"]),
        short=dict(data["short"]),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
