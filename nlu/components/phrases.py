"""Stretches of a sentence: clauses, and what remains of them without what leads in and what trails. Pure."""

import re
from typing import Iterator, List, Tuple

from nlu.components.vocabulary import folded, function_words, words

Stretch = Tuple[int, int]
_CLAUSE = re.compile(r"(?:[^,;.!?…\n(]|(?<=\d)[.,](?=\d))+")
_GERMAN_ENDING = {"das": ("e", "es"), "der": ("e", "er"), "den": ("en", "er")}


def leading(*sections: str) -> "re.Pattern[str]":
    """What matches any number of these words at the beginning of a stretch."""
    return re.compile(rf"[\W_]*(?:(?:{words(*sections)})(?=\W|_|$)[\s,:.!?–-]*)*")


def trailing(*sections: str) -> "re.Pattern[str]":
    """What matches these words at the end of a stretch."""
    return re.compile(rf"[\s,:.!?–-]*(?:(?<!\w)(?:{words(*sections)})[\s,.!?–-]*)*$")


def within(lowered: str, stretch: Stretch, lead: "re.Pattern[str]", trail: "re.Pattern[str]") -> Stretch:
    """The stretch without what leads in and what trails; empty where nothing else is there."""
    start, end = stretch
    begun = lead.match(lowered, start, end)
    start = begun.end() if begun else start
    ended = trail.search(lowered, start, end)
    return start, max(start, ended.start() if ended else end)


def clauses(lowered: str) -> Iterator[Stretch]:
    """The parts of a sentence between its stops; "2,5" is none."""
    for match in _CLAUSE.finditer(lowered):
        if match.group().strip():
            yield match.span()


def clause_around(lowered: str, place: int) -> Stretch:
    """The clause that holds a place."""
    return next((one for one in clauses(lowered) if one[0] <= place < one[1]), (0, len(lowered)))


def in_base_form(article: str, name: str) -> str:
    """German adjectives as they stand without an article: "das", "rote kleid" -> "rotes kleid"."""
    ending, base = _GERMAN_ENDING.get(article, ("", ""))
    first, space, noun = name.partition(" ")
    if not base or not space or not first.endswith(ending):
        return name
    return f"{first[: -len(ending)]}{base} {noun}"


def meaningful(text: str, lowered: str, stretch: Stretch) -> List[str]:
    """The words of a stretch that are no function words."""
    idle = function_words(text)
    return [
        word for word in re.findall(r"[^\W\d_][\w'-]+", folded(lowered[slice(*stretch)])) if word not in idle
    ]
