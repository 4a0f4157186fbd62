"""Sentences whose opening can mean one wish only, however sure the dialogue is of another."""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["plainly_meant"]

POLITE = r"(?:(?:please|ok|okay|and|also|can you|could you|would you)\s+)*"
ENDING = re.compile(
    r"(?:[\s,]+(?:please|pls|plz|thanks|thank you|too|as well|(?:to|on|from) (?:it|(?:the|my) list)))*"
    r"[\s.!?]*$",
    re.IGNORECASE,
)
APART = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)
OPENINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "drop_components",
        re.compile(
            rf"^\s*{POLITE}(?:no|without|drop|remove|skip|leave out|take out|take off|minus)\s+"
            r"(?:the\s+|any\s+)?"
            r"(?!i\b|thanks?\b|thx\b|idea\b|more\b|problem\b|need\b|all\b|my\b|data\b|not\b|way\b|one\b|worries\b"
            r"|wait\b|that\b|it\b|you\b|we\b)(?P<rest>\w.*)$",
            re.IGNORECASE,
        ),
    ),
    (
        "add_component",
        re.compile(rf"^\s*{POLITE}(?:add|include)\s+(?!me\b|my\b|a note\b)(?P<rest>\w.*)$", re.I),
    ),
    (
        "search_product",
        re.compile(
            rf"^\s*{POLITE}(?:do|does)\s+(?:you|anyone|anybody|u)\s+(?:have|sell|stock|carry)\s+(?:any\s+|some\s+)?"
            r"(?!my\b|to\b|a (?:person|human|question|number)\b|time\b|news\b)(?P<rest>\w.*)$",
            re.IGNORECASE,
        ),
    ),
)
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
            return wish, {"query": slots.get("query") or rest, "max_price": slots.get("max_price")}
        if slots.get("components") or (wish == "drop_components" and slots.get("numbers")):
            return wish, dict(slots)
        return wish, {"components": [part for part in APART.split(rest) if part]}
    return None
