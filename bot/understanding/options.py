"""Which of the options shown last is meant, in a few plain words: "the second one", "die günstigere"."""

import re

from bot import commands as c
from bot.understanding.words import words_of
from commerce.quotes.choosing import Priority

__all__ = ["option_meant"]

MOST_WORDS = 12

_SAID = words_of("options")
_LEAD = rf"^\W*(?:{_SAID['lead']}[\s,]+)*(?:{_SAID['take']}\s+)?(?:{_SAID['the']}\s*)?"
_THING = rf"(?:\s+{_SAID['thing']})?"
_END = rf"(?:[\s,]+{_SAID['end']})*[\s.!]*$"
_PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
_NUMBERED = re.compile(rf"{_LEAD}(?:{_SAID['number']}|#)\s*(\d){_END}", re.IGNORECASE)
_BY_PLACE = tuple(
    (place, re.compile(f"{_LEAD}{_SAID[said]}{_THING}{_END}", re.IGNORECASE))
    for place, said in _PLACES.items()
)
_BY_KIND = tuple(
    (which, re.compile(f"{_LEAD}{_SAID[which]}{_THING}{_END}", re.IGNORECASE))
    for which in ("cheapest", "soonest", "other")
)
_ONE_SHOP = re.compile(rf"\b{_SAID['all']}\b.{{0,25}}\b{_SAID['one']}\s+{_SAID['shop']}\b", re.IGNORECASE)


def option_meant(text: str) -> c.ChooseNth | c.ChooseBy | c.Propose | None:
    """The choice that these words make; None for words that say anything more."""
    text = text.strip().replace("’", "'")
    numbered = _NUMBERED.match(text)
    if numbered:
        return c.ChooseNth(int(numbered[1]))
    for place, pattern in _BY_PLACE:
        if pattern.match(text):
            return c.ChooseNth(place)
    for which, pattern in _BY_KIND:
        if pattern.match(text):
            return c.ChooseBy(which)
    if _ONE_SHOP.search(text) and len(text.split()) <= MOST_WORDS:
        return c.Propose(Priority.FEWEST_SELLERS)
    return None
