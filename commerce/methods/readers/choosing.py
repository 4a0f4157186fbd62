"""Which finding to believe, where the page says the same thing in two ways: to machines and to the eye.

What is told to machines (JSON-LD, microdata) is cleaner and wins, unless it is plainly the poorer: without
the amounts, cut short, or torn apart at commas.
"""

import re

from commerce.methods.components import Kind
from commerce.methods.readers.amounts import share_beginning, share_with_amounts
from commerce.methods.readers.finding import Finding

__all__ = ["is_poor", "is_richer"]

_LETTERS = re.compile(r"[\W\d_]+")
_BEFORE_POINT = re.compile(r"^\d+\.\s*(?=\d)")
_REMARK = re.compile(r",\s[\d½¼¾⅓⅔⅛]")
"""An amount behind a comma: "milk, 500 ml", which the eye is shown the other way round."""
_LONG_REST = 40
_WORD = re.compile(r"[^\W\d_]{3,}")


def is_poor(told: Finding) -> bool:
    """Whether it is worth the time to see what the eye sees."""
    texts = _texts(told)
    return (
        told.torn or len(texts) < 12 or share_beginning(texts) < 50 or any(_is_torn(text) for text in texts)
    )


def is_richer(seen: Finding, told: Finding) -> bool:
    """Whether what is seen tells plainly more than what machines are told."""
    here, there = _texts(seen), _texts(told)
    if len(here) < 2:
        return False
    if not there or _is_beheaded(there, here) or _is_cut(there, here):
        return True
    amounts_here, amounts_there = share_beginning(here), share_beginning(there)
    told_behind = share_with_amounts(there) >= 35 and sum(map(bool, map(_REMARK.search, there))) * 2 < len(
        there
    )
    if (
        amounts_there < 35 <= 60 <= amounts_here
        and not told_behind
        and len(there) * 7 <= len(here) * 10 <= len(there) * 13
    ):
        return _covered(there, here) >= 70
    if share_with_amounts(there) == 0 and amounts_here >= 60 and len(here) >= 2 * len(there):
        return True
    if len(here) * 10 >= len(there) * 14:
        return _goes_on(there, here)
    return len(here) != len(there) and _letters(here) == _letters(there)


def _is_beheaded(lines: list[str], whole: list[str]) -> bool:
    """Whether some lines lost what stood before a point, taken for an item's number: "1.5 tsp" as "5 tsp"."""
    if len(lines) != len(whole):
        return False
    pairs = [(one, other) for one, other in zip(lines, whole, strict=True) if one != other]
    return bool(pairs) and all(_BEFORE_POINT.sub("", other) == one for one, other in pairs)


def _is_cut(lines: list[str], whole: list[str]) -> bool:
    """Whether one line breaks off within what it names, "4 tart" of "4 tart firm apples, peeled", and the
    others are the same."""
    if len(lines) != len(whole):
        return False
    pairs = [
        (one, other)
        for one, other in zip(lines, whole, strict=True)
        if list(filter(str.isalpha, one)) != list(filter(str.isalpha, other))
    ]
    if len(pairs) != 1 or not pairs[0][1].startswith(pairs[0][0]):
        return False
    rest = pairs[0][1][len(pairs[0][0]) :]
    return len(rest) > _LONG_REST and rest[0] == " " and rest[1].isalpha()


def _goes_on(lines: list[str], longer: list[str]) -> bool:
    """Whether a longer list holds the lines and as many more of the same make, that name other things."""
    told = {_letters([line]) for line in lines}
    more = [line for line in longer if _letters([line]) not in told]
    if len(longer) - len(more) < len(lines) * 9 // 10 or share_beginning(more) < 70:
        return False
    words = {word.casefold() for line in lines for word in _WORD.findall(line)}
    news = [line for line in more if len(line) <= 100 and not _names(line) <= words]
    return len(news) * 10 >= 6 * len(more) and len(news) * 10 >= 3 * len(lines)


def _names(line: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(line)}


def _is_torn(text: str) -> bool:
    """A line that goes on from the one before: "in pieces"."""
    return text[:1].islower()


def _covered(lines: list[str], by: list[str]) -> int:
    """Of 100 words of the lines, how many stand in the others."""
    have = {word.casefold() for line in by for word in _WORD.findall(line)}
    words = {word.casefold() for line in lines for word in _WORD.findall(line)}
    return 100 * len(words & have) // max(len(words), 1)


def _letters(lines: list[str]) -> str:
    return _LETTERS.sub("", "".join(lines)).casefold()


def _texts(finding: Finding) -> list[str]:
    return [line.text for line in finding.lines if line.kind is not Kind.TOOL]
