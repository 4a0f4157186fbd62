"""Which of the options shown last is meant, in a few plain words: "the second one", "die günstigere"."""

import re

from bot import commands as c
from commerce.quotes.choosing import Priority

__all__ = ["option_meant"]

MOST_WORDS = 12

_LEAD = (
    r"^\W*(?:(?:ok|okay|please|bitte|then|dann|alors|hm+)[\s,]+)*"
    r"(?:(?:i'?(?:ll| will)? (?:take|have|prefer)|take|give me|i'd rather have|let's take|make it|rather"
    r"|(?:ich )?nehme?(?: ich)?|nimm|lieber|gib mir|(?:ich )?m[öo]chte(?: ich)?"
    r"|je (?:prends|préfère|veux)|prends|prenez|plutôt|donne[- ]moi)\s+)?"
    r"(?:(?:the|der|die|das|den|dem|le|la|l'|celui|celle)\s*)?"
)
_THING = (
    r"(?:\s+(?:ones?|options?|offers?|shops?|sellers?|stores?|way|variante|möglichkeit|option|angebot|laden"
    r"|läden|händler|offres?|magasins?|vendeurs?|proposition))?"
)
_END = r"(?:[\s,]+(?:please|bitte|danke|thanks|svp|stp|merci|then|dann|alors))*[\s.!]*$"
_PLACES = {
    1: r"first|1st|erste[nrs]?|1\.|premi(?:er|[èe]re)",
    2: r"second|2nd|zweite[nrs]?|2\.|deuxi[èe]me|seconde?",
    3: r"third|3rd|dritte[nrs]?|3\.|troisi[èe]me",
    4: r"fourth|4th|vierte[nrs]?|4\.|quatri[èe]me",
    5: r"fifth|5th|fünfte[nrs]?|5\.|cinqui[èe]me",
    -1: r"last|letzte[nrs]?|derni(?:er|[èe]re)",
}
_WHICH = {
    "cheapest": r"cheap(?:er|est)|less expensive|(?:günstig|billig|preiswert)(?:er|st|est)(?:e[nrs]?)?"
    r"|moins ch(?:er|ère)|plus économique",
    "soonest": r"quick(?:er|est)|fast(?:er|est)|soon(?:er|est)|earli(?:er|est)"
    r"|(?:schnell|früh)(?:er|st|est)(?:e[nrs]?)?|plus rapide|plus tôt",
    "other": r"other|andere[nrs]?|autre",
}
_NUMBERED = re.compile(
    rf"{_LEAD}(?:number|option|offer|no\.?|nr\.?|nummer|angebot|numéro|n°|offre|#)\s*(\d){_END}",
    re.IGNORECASE,
)
_BY_PLACE = tuple(
    (place, re.compile(rf"{_LEAD}(?:{said}){_THING}{_END}", re.IGNORECASE)) for place, said in _PLACES.items()
)
_BY_KIND = tuple(
    (which, re.compile(rf"{_LEAD}(?:{said}){_THING}{_END}", re.IGNORECASE)) for which, said in _WHICH.items()
)

_ONE_SHOP = re.compile(
    r"\b(?:all(?: of it)?|everything|it all|alles|tout)\b.{0,25}\b(?:one|a single|the same"
    r"|einem(?: einzigen)?|(?:dem)?selben|gleichen|(?:un )?seul|même)\s+(?:shop|store|seller|place|laden"
    r"|geschäft|händler|magasin|vendeur|endroit)\b",
    re.IGNORECASE,
)


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
