"""Questions what all of it comes to, and how soon it can be there: "what would it cost with delivery?", "wann
könnt ihr frühestens?"."""

import re

from bot.understanding.words import words_of

__all__ = ["asks_cost", "asks_how_soon"]

_SAID = words_of("costs")
_LEAD = rf"^\W*(?:{_SAID['lead']}[\s,]+)*"
_DUE = rf"(?:\s+{_SAID['due']})?"
_COST = re.compile(
    rf"{_LEAD}{_SAID['core']}{_DUE}(?:[\s,]+(?:{_SAID['with']}|{_SAID['sum']}))*{_DUE}"
    rf"(?:[\s,]+{_SAID['end']})*[\s?!.]*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s*\b{_SAID['beside']}(?!\w)", re.IGNORECASE)
"""What may stand anywhere in such a question."""
_HOW_SOON = re.compile(rf"{_LEAD}(?:h+m+[\s,]+)?{_SAID['how_soon']}$", re.IGNORECASE)
LONGEST = 100


def asks_cost(text: str) -> bool:
    """Whether it is the price of all that stands before her that is asked for, and nothing else."""
    text = text.strip().replace("’", "'")
    return len(text) <= LONGEST and any(_COST.match(said) for said in (text, _BESIDE.sub("", text)))


def asks_how_soon(text: str) -> bool:
    """Whether it is asked from when on what stands before her can be there."""
    return len(text) <= LONGEST and _HOW_SOON.match(text.strip()) is not None
