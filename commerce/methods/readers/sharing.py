"""Several tools in one item: "a tape measure and an iron" are two, "mortar and pestle" is one."""

import re
from collections.abc import Callable

from commerce.methods.lexicon import lexicon_of

__all__ = ["is_one_tool", "tools_in"]

_MOST_WORDS = 5
_COMMA = re.compile(r"\s*[,;]\s+")
_ARTICLE = re.compile(
    r"^(?:an?|the|some|your|eine?n?|une?|des|une|un[ao]s?|un'|uno|een|ett?|en|um|uma)\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d|[()\[\]]")
_ONE = re.compile(
    r"\b(?:mortar and pestle|pestle and mortar|dustpan and brush|brush and dustpan|tongue and groove"
    r"|ball and socket|tap and die|wet and dry|rack and pinion|hook and loop|mörser und stößel"
    r"|kehrblech und besen|nut und feder"
    r"|kehrschaufel und besen|mortier et pilon|pelle et balayette|mortero y (?:maja|mano)|vijzel en stamper"
    r"|stoffer en blik|mortaio e pestello|mortel och stöt)\b",
    re.IGNORECASE,
)


def is_one_tool(text: str) -> bool:
    """Whether what a word joins in the text is one tool of two parts."""
    return bool(_ONE.search(text))


def tools_in(text: str, language: str, is_tool: Callable[[str, str], bool]) -> list[str]:
    """The tools that an item without amounts joins, each as it stands; the item itself where it is one.

    Two things joined are taken apart if each has its article or the first is known as a tool ("wet and dry
    vacuum" is not); three and more, if one of them is."""
    if _NUMBERED.search(text) or is_one_tool(text):
        return [text]
    words = lexicon_of(language)
    listed = [piece for piece in _COMMA.split(text.strip().rstrip(".")) if piece]
    *front, last = listed or [""]
    parts = [*front, *(piece for piece in words.joined_pair.sub("\n", last).split("\n"))]
    parts = [words.joined.sub("", part, count=1) if words.joined.match(part) else part for part in parts]
    parts = [part.strip() for part in parts if part.strip()]
    joint = len(parts) > len(listed) or any(words.joined.match(piece) for piece in listed[1:])
    if len(parts) < 2 or any(len(part.split()) > _MOST_WORDS for part in parts):
        return [text]
    articles = [_ARTICLE.match(part) is not None for part in parts]
    known = [is_tool(_ARTICLE.sub("", part), language) for part in parts]
    if not joint:  # "scissors, pins, tailor's chalk", but "drill, cordless"
        return parts if len(parts) > 2 and sum(known) > 1 else [text]
    apart = all(articles) or known[0] or (len(parts) > 2 and (any(known) or any(articles)))
    return parts if apart else [text]
