"""Ingredients that are none: some languages have one word for what goes into a dish and into a shelf."""

import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from commerce.methods.components import Kind
from commerce.methods.readers.finding import Finding
from commerce.methods.readers.prose import is_food, with_foods

__all__ = ["as_things", "is_hardware"]

_TOLD = frozenset({"headings", "marked", "dense", "pasted"})
"""The readers that go by words; what a page marks for machines as ingredients is meant so."""
_WORD = re.compile(r"[^\W\d_]+")


def as_things(finding: Finding, language: str) -> Finding:
    """The lines as materials, where a third of the ingredients are what one builds, sews or paints with, or
    no word said what they are and none is eaten."""
    listed = [line for line in finding.lines if line.kind is Kind.INGREDIENT]
    if not listed or finding.reader not in _TOLD:
        return finding
    eaten = (
        finding.reader != "dense"
        or language not in with_foods()
        or any(is_food(line.text, language) for line in listed)
    )
    if eaten and 3 * sum(is_hardware(line.text, language) for line in listed) < len(listed):
        return finding
    return replace(
        finding,
        lines=tuple(
            replace(line, kind=Kind.MATERIAL) if line.kind is Kind.INGREDIENT else line
            for line in finding.lines
        ),
    )


def is_hardware(text: str, language: str) -> bool:
    """Whether a line names what one builds, sews or paints with."""
    known = _known().get(language, frozenset())
    if language in {"ja", "zh", "ko"}:
        return any(word in text for word in known)
    words = _WORD.findall(text.lower())
    return any(word in known or any(word.endswith(one) for one in known if len(one) > 3) for word in words)


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    text = (files("commerce.methods") / "data" / "hardware.toml").read_text(encoding="utf-8")
    return {language: frozenset(words) for language, words in tomllib.loads(text).items()}
