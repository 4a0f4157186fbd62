"""Tools by their names: what one works with and keeps."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["is_tool"]

_HEAD_FIRST = frozenset({"fr", "es", "it", "pt", "pl"})
_WITHOUT_BLANKS = frozenset({"ja"})
_SHORTEST_ENDING = 2
_SET = re.compile(
    r"^(?:sets? of |pairs? of |satz |paar |jeux? d(?:e |['’])|paires? de |juegos? de |par de |set di "
    r"|paio di |zestaw |set )"
)
""" "jeu de clés", "pair of scissors" are what they consist of."""
_TOLD = re.compile(
    r"\s*[,(;:]|\s(?:with|for|from|to|or|mit|für|zum|zur|aus|oder|avec|pour|ou|con|para|per|o|met|voor|of|med|för|eller)\s",
    re.IGNORECASE,
)
"""Where the head of a name ends: "drill with a bit", "Pinsel für Lack"."""


def is_tool(name: str, language: str) -> bool:
    """Whether the head of the name is a thing one works with and keeps: "paint brush", not "brush paint"."""
    tools = _words().get(language, frozenset())
    if language in _WITHOUT_BLANKS:
        return any(name.endswith(tool) for tool in tools)
    words = _TOLD.split(_SET.sub("", name.lower()))[0].split()
    if not words:
        return False
    if any({span, span.removesuffix("s")} & tools for span in _spans(words, language)):
        return True
    return any(
        words[-1].endswith(ending) and len(words[-1]) >= len(ending) + _SHORTEST_ENDING
        for ending in _endings().get(language, ())
    )


def _spans(words: list[str], language: str) -> Iterator[str]:
    """What may be the head, in one to three words: the first words in some languages, else the last."""
    for size in (1, 2, 3):
        yield " ".join(words[:size] if language in _HEAD_FIRST else words[-size:])


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in _data().items() if language != "endings"}


@lru_cache(maxsize=1)
def _endings() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in _data()["endings"].items()}


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    text = (files("commerce.methods") / "data" / "tools.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
