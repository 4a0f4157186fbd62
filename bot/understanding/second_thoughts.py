"""Second thoughts in plain words: a number that was wrong, a cancellation that is not to be."""

import re
from decimal import Decimal

from bot.understanding.numbers import COUNTS

__all__ = ["keeps_the_order", "number_amended", "returns_goods", "swapped"]

_NOT_BUT = re.compile(
    r"^\W*(?:(?:no|nein|non)\W+)?(?:not|nicht|non pas|pas)\s+\d+(?:[.,]\d+)?\W+(?:but|sondern|mais)?\s*"
    r"(?P<right>\d+(?:[.,]\d+)?)\W*$",
    re.IGNORECASE,
)
""" "Not 6 but 4": the number said last was wrong."""
_MEANT = re.compile(
    r"^\W*(?:(?:(?:no|nope|oh|oops|sorry|wait|ah|ach|nein|nee?|quatsch|moment|warte|ups|non|pardon|oups"
    r"|attends)"
    r"\b[\s,!.]*)+(?:make it|mach(?:e)? (?:es|das)?|doch|lieber|eher|plutôt|rather)?"
    r"|(?:sorry,? )?(?=i mean|ich mein|je v))\s*(?:(?:i (?:mean|meant)|ich mein(?:t)?e|je (?:voulais"
    r"|veux) dire)\W*)?"
    rf"(?P<right>\d+(?:[.,]\d+)?|{'|'.join(COUNTS)})(?: of (?:them|those)| davon| stück| pieces?)?[\s.!]*$",
    re.IGNORECASE,
)
""" "No, I meant three": the number given last was wrong."""
_KEPT = re.compile(
    r"^\W*(?:(?:no|nope|wait|sorry|nein|nee?|doch|ach|warte|non|attends|finalement)\b[\s,]*)*"
    r"(?:(?:please |bitte )?(?:don['’]?t|do not) cancel(?: (?:it|that|the order))?"
    r"|keep (?:it|the order|my order)|(?:doch |bitte )*nicht (?:mehr )?storn\w+"
    r"|(?:bitte )?storniere? (?:es |das |die bestellung )?(?:doch |bitte )*nicht"
    r"|(?:doch |ich )?behalt\w*(?: (?:ich|es|sie|das))*"
    r"|(?:n['’]|ne (?:l['’]|la |le )?)annul\w+ pas|(?:je )?(?:la |le )?garde[rz]?(?: la commande)?)\W*$",
    re.IGNORECASE,
)
_RETURNS = re.compile(
    r"^\W*(?:(?:please|can i|could i|i(?:['’]d| would)? (?:like|want|need)? ?(?:to )?|how do i)\s*)*"
    r"(?:return|send (?:(?:it|them|this|that) )?back|give (?:(?:it|them) )?back)\b(?! to\b)"
    r"|^\W*(?:ich|wir|kann ich|könnte ich|wie kann ich)\b.*"
    r"\b(?:zurückgeben|zurückschicken|zurücksenden|umtauschen|reklamieren)\W*$"
    r"|^\W*(?:je|on|nous|comment|puis-je|est-ce que je peux)\b.*\b(?:retourner|rendre|renvoyer|échanger)\b"
    r"(?! (?:à|au|chez)\b)",
    re.IGNORECASE,
)
_SWAPS = re.compile(
    r"^\W*(?:(?:please|can you|could you|bitte|kannst du|tu peux|vous pouvez)\s+)*(?:"
    r"(?:swap|replace|exchange|substitute|tausche?|ersetze?|remplace[rz]?|échange[rz]?)\s+"
    r"(?P<old>.{2,40}?)\s+(?:for|with|by|gegen|durch|mit|par|contre|pour)\s+(?P<new>.{2,40}?)(?:\s+(?:aus"
    r"|ersetzen))?"
    r"|(?:instead of|statt|anstatt|anstelle von|au lieu d(?:e |u |es |['’]))\s*(?P<older>.{2,40}?)[\s,]+"
    r"(?:take|use|give me|nimm|nehme? ich|lieber|prends|prenez|mets|mettez)\s+(?P<newer>.{2,40}?))\W*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:de l['’]|d['’]|l['’]"
    r"|(?:the|some|my|den|die|das|der|dem|etwas|meine?n?|du|de la|des|de|le|la|les)\s+)",
    re.IGNORECASE,
)
LONGEST = 160
"""A second thought is a sentence; in longer texts none is looked for."""


def returns_goods(text: str) -> bool:
    """Whether goods are to go back."""
    return len(text) <= LONGEST and _RETURNS.match(text) is not None


def swapped(text: str) -> tuple[str, str] | None:
    """ "Swap the butter for margarine", "statt Reis nimm Graupen": what goes, and what comes for it."""
    found = _SWAPS.match(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    old, new = found["old"] or found["older"], found["new"] or found["newer"]
    return _ARTICLE.sub("", old.strip()), _ARTICLE.sub("", new.strip())


def number_amended(text: str, *, answers: bool) -> Decimal | None:
    """The number that is to stand for the one given last; where a question is open (`answers`), only "not 6
    but 4" is one."""
    if len(text) > LONGEST:
        return None
    amended = _NOT_BUT.match(text) or (None if answers else _MEANT.match(text))
    if amended is None:
        return None
    right = amended["right"].lower()
    return Decimal(COUNTS.get(right, right.replace(",", ".")))


def keeps_the_order(text: str) -> bool:
    """Whether a cancellation is taken back before it is confirmed."""
    return len(text) <= LONGEST and _KEPT.match(text) is not None
