"""What free words say while a line is asked about, and what the words about sorting and baskets mean."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot import commands as c
from bot.understanding.before import LINE
from bot.understanding.numbers import COUNTS
from bot.understanding.words import words_of
from commerce.methods.components import Kind

__all__ = [
    "ASIDES", "basket_meant", "line_answer", "portions_meant", "said_of_lists", "sorting_meant",
]  # fmt: skip

_OF_LISTS = {"none", "list", "round", "proposal", "search"}
_SAID = words_of("line_answers")
_POLITE = rf"(?:[\s,]+{_SAID['polite']})*\W*$"
_HOW: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (how, re.compile(rf"^\W*{_SAID[how]}{_POLITE}", re.IGNORECASE))
    for how in ("ok", "out", "skip", "again", "stop")
)
ASIDES = {
    "ask_sellers", "help", "talk_to_human", "privacy_info", "never_mind", "drop_components", "track_order",
    "set_language", "cancel_order", "compare_offers", "confirm_order", "set_priority", "explain_choice",
    "scale_job", "thanks", "greeting", "pay_card", "pay_cash", "collect_at_shop",
}  # fmt: skip
"""Wishes that are no answer to a question about a line, where the dialogue is sure of them."""

_THE = rf"(?:{_SAID['the']}\s+|{_SAID['the_tied']}\s*)?"
_BESIDE = rf"(?:[\s,;]+(?:{_SAID['but']} )?{_SAID['not']}\b.*)?"
_SENTENCES = words_of(
    "line_answers",
    name="(?P<name>[^,;:?!]+?)",
    kind=f"(?P<kind>{_SAID['tools']}|{_SAID['materials']}|{_SAID['ingredients']})",
    the=_THE,
    a=rf"(?:{_SAID['a']}\s+|{_SAID['a_tied']}\s*)?",
    surely=rf"(?:{_SAID['surely']}\s+)?",
)
_SORTINGS = tuple(
    re.compile(rf"^\W*{sentence}{_BESIDE}\W*$", re.IGNORECASE) for sentence in _SENTENCES.each("sortings")
)
_ALSO = tuple(
    re.compile(rf"^\W*{sentence}\W*$", re.IGNORECASE) for sentence in _SENTENCES.each("also_needed")
)
_PORTIONS = re.compile(
    rf"^\W*(?:{_SAID['please']}\s+)?{_SAID['make']}\s+(?:{_SAID['the_job']}|{_SAID['the_job_tied']})\s*"
    rf"(?P<name>[^,;:?!]+?)\s+{_SAID['for']}\s+(?P<count>\d{{1,3}}|{'|'.join(COUNTS)})"
    rf"(?:\s+{_SAID['people']})?(?:\s+{_SAID['make_end']})?{_POLITE}",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"\s*(?:,|&|\b{_SAID['and']}\b)\s*", re.IGNORECASE)
_THE_START = re.compile(rf"^{_THE}", re.IGNORECASE)
_LONGEST = 120
_TOGETHER = re.compile(rf"^\W*(?:{_SAID['yes']},?\s+)?{_SAID['together']}{_POLITE}", re.IGNORECASE)
_APART = re.compile(rf"^\W*(?:{_SAID['no']},?\s+)?{_SAID['apart']}{_POLITE}", re.IGNORECASE)


def said_of_lists(text: str, asks: str | None, pending: str) -> c.Command | None:
    """What is said plainly of a line that is asked about, of kinds, and of several pages."""
    answer = line_answer(text) if asks == LINE else None
    if answer is not None or pending not in _OF_LISTS:
        return answer
    return sorting_meant(text) or basket_meant(text) or portions_meant(text)


def line_answer(text: str) -> c.SayLine | None:
    """An answer that needs no understanding: yes, leave it out, skip, stop, or one that begins with a number.
    None for what may be an answer and may be something else."""
    for how, words in _HOW:
        if words.match(text):
            return c.SayLine(text, how)
    return c.SayLine(text) if re.match(r"\s*[\d½¼¾⅓⅔]", text) else None


def sorting_meant(text: str) -> c.SortLines | c.AddLines | None:
    """ "The brush is a tool", "the tape is material, not a tool"; and "I need the drill too"."""
    if len(text) > _LONGEST or "\n" in text or "?" in text:
        return None
    for pattern in _SORTINGS:
        found = pattern.match(text)
        if found is not None:
            kind = _kind(found["kind"])
            if "no" in found.re.groupindex and found["no"]:
                kind = Kind.MATERIAL if kind is Kind.TOOL else Kind.TOOL
            return c.SortLines(_names(found["name"]), kind)
    for pattern in _ALSO:
        found = pattern.match(text)
        if found is not None:
            return c.AddLines(_names(found["name"]))
    return None


def basket_meant(text: str) -> c.JoinLists | c.KeepApart | None:
    """ "Put them in one basket", "keep them apart"."""
    if len(text) > _LONGEST:
        return None
    if _TOGETHER.match(text):
        return c.JoinLists()
    return c.KeepApart() if _APART.match(text) else None


def portions_meant(text: str) -> c.ScaleTo | None:
    """ "Make the risotto for six": the portions of the page that is named."""
    found = _PORTIONS.match(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    count = found["count"].lower()
    return c.ScaleTo(Decimal(COUNTS.get(count) or int(count)), text=found["name"])


def _kind(word: str) -> Kind:
    if re.fullmatch(_SAID["tools"], word, re.IGNORECASE):
        return Kind.TOOL
    return Kind.MATERIAL if re.fullmatch(_SAID["materials"], word, re.IGNORECASE) else Kind.INGREDIENT


def _names(text: str) -> tuple[str, ...]:
    parts: Sequence[str] = [_THE_START.sub("", part).strip() for part in _JOINED.split(text)]
    return tuple(part for part in parts if part)
