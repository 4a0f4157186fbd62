"""Sentences whose opening can mean one wish only, however sure the dialogue is of another."""

import re
from collections.abc import Mapping
from typing import Any

from bot.understanding.words import words_of

__all__ = ["ENDING", "LOOKING", "NOT_A_THING", "plainly_meant"]

_SAID = words_of("openings", rest=r"(?P<rest>\w.*?)")
ENDING = re.compile(rf"(?:(?<![\s,])[\s,]+{_SAID['ending']})*(?<![\s.!?])[\s.!?]*$", re.IGNORECASE)
APART = re.compile(rf"\s*(?:,|&|\b{_SAID['and']}\b)\s*", re.IGNORECASE)
NOT_A_THING = f"(?!{_SAID['no_thing']})"
"""Stands before a thing that is not wanted: "no idea" leaves nothing out."""
LOOKING = rf"(?:{_SAID['looking']}\s+)?"
OPENINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (wish, re.compile(rf"^\s*(?:{_SAID['polite']}[\s,]+)*{opening}$", re.IGNORECASE))
    for wish, openings in (
        ("drop_components", _SAID.each("drop")),
        ("add_component", _SAID.each("add")),
        ("search_product", _SAID.each("search")),
        ("search_product", (f"{LOOKING}(?P<rest>{_SAID['something']})",)),
    )
    for opening in openings
)
ARTICLE = re.compile(rf"^{_SAID['article']}\s*(?<=['’\s])", re.IGNORECASE)
MOST_WORDS = 14
MOST_CHARACTERS = 200


def plainly_meant(text: str, slots: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The wish, and its slots where the dialogue found none: "no onion please", "do you have olive oil?"."""
    if len(text) > MOST_CHARACTERS or len(text.split()) > MOST_WORDS or slots.get("delta") is not None:
        return None
    for wish, opening in OPENINGS:
        found = opening.match(text)
        if found is None:
            continue
        rest = ENDING.sub("", found["rest"])
        if wish == "search_product":
            further = {name: slots[name] for name in ("size", "colour") if slots.get(name)}
            return wish, {"query": slots.get("query") or rest, "max_price": slots.get("max_price"), **further}
        if slots.get("components") or (wish == "drop_components" and slots.get("numbers")):
            return wish, dict(slots)
        return wish, {"components": [ARTICLE.sub("", part) for part in APART.split(rest) if part]}
    return None
