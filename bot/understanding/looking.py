"""Words about products that the dialogue is not sure of: a thing with its size; and what is said about
results ("cheapest first", "next page", "and in white?")."""

import re

from bot import commands as c
from bot.understanding.openings import LOOKING
from bot.understanding.options import option_meant
from bot.understanding.words import words_of
from commerce.matching.searching import SortedBy
from commerce.matching.wanted import means_for, size_in, wanted_of

__all__ = ["about_results", "purpose_named", "sized_thing"]

MOST_WORDS = 7
_SAID = words_of("looking")
_POLITE = rf"(?:[\s,]+{_SAID['polite']})?\W*$"
_ME = rf"(?:[- ]{_SAID['me']})?"
_CHEAPEST = re.compile(
    rf"^\W*(?:(?:{_SAID['show']}|{_SAID['sort']}){_ME}\s+)?(?:{_SAID['the']}\s+)?{_SAID['cheapest']}{_POLITE}",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"^\W*(?:{_SAID['show']}{_ME}\s+)?(?:{_SAID['the']}\s+)?(?:{_SAID['some']}\s+)?{_SAID['next']}{_POLITE}",
    re.IGNORECASE,
)
_LOOKING = re.compile(LOOKING, re.IGNORECASE)
_LIST_FIRST = re.compile(r"^\W*\d")
_THING = re.compile(r"^[^\W\d_][^\d?!]{2,50}$")
_OTHERWISE = re.compile(rf"\b{_SAID['otherwise']}\b", re.IGNORECASE)


def about_results(text: str) -> c.Command | None:
    """What is said about the results before the person; None for anything else."""
    if len(text.split()) > MOST_WORDS:
        return None
    if _CHEAPEST.match(text):
        return c.ShowFound(by=SortedBy.PRICE)
    if _NEXT.match(text):
        return c.ShowFound(page=-1)
    chosen = option_meant(text)
    if isinstance(chosen, c.ChooseNth):
        return c.AddFound(chosen.place)
    wanted = wanted_of(text)
    if wanted.is_vague and (wanted.colour or wanted.size or wanted.max_price is not None):
        return c.Search(text)
    return None


def sized_thing(text: str) -> c.Search | None:
    """ "Red paint, 2.5 l", "screws 4x40": a thing named with its size or most price, and nothing else."""
    if _LIST_FIRST.match(text) or "\n" in text or len(text.split()) > MOST_WORDS or _OTHERWISE.search(text):
        return None
    wanted = wanted_of(text)
    if not (wanted.size or wanted.max_price is not None) or not _THING.match(wanted.query):
        return None
    return c.Search(text.strip(" .!?"), size=size_in(text))


def purpose_named(text: str) -> c.Search | None:
    """ "Something to clean brushes with": what it is for is named, and something on sale may serve it."""
    said = _LOOKING.sub("", text.strip(), count=1).strip(" .!?")
    return c.Search(said) if len(said.split()) <= MOST_WORDS + 3 and means_for(said) else None
