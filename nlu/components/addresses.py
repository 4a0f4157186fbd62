"""An address, and a note for who brings it, in what a person typed. Pure.

`address_in("send it to 12 Mill Lane, 4020 Linz, ring twice")` is the stretch of "12 Mill Lane, 4020 Linz". It
is not checked here whether there is such a place: the application does that, with the person's help.
"""

import re
from typing import Optional, Tuple

from nlu.components.vocabulary import words

Stretch = Tuple[int, int]
SHORTEST = 5
_LEAD = re.compile(rf"^\W*(?:(?:{words('address_lead')})\b[\s:,.\-–]*)+", re.IGNORECASE)
_NOTE = re.compile(
    rf"[,.;(]?\s*\b((?:(?:please|bitte|svp|merci de)\s+)?(?:{words('address_note')})\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(rf"[\s,]*\b(?:{words('address_tail')})\b.*$", re.IGNORECASE)
_SOMEBODYS = re.compile(rf"\b(?:{words('somebodys')})\b", re.IGNORECASE)
_STREET = re.compile(rf"\b(?:{words('street')})\b|(?:{words('street_end')})(?:\b|(?<=\.))", re.IGNORECASE)


def address_in(text: str) -> Optional[Stretch]:
    """Where in the text the address stands: behind "my address is …", before a note.

    None where there is neither a number nor a word for a street.
    """
    start = _start(text)
    note = _NOTE.search(text, start)
    end = note.start() if note and note.start(1) > start else len(text)
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail else end
    while start < end and text[end - 1] in " \t\n,.;:-!":
        end -= 1
    address = text[start:end]
    is_address = len(address) >= SHORTEST and re.search(r"[a-z]{3}", address.lower())
    if not is_address or not (re.search(r"\d", address) or _STREET.search(address)):
        return None
    if not re.search(r"\d", address) and _SOMEBODYS.search(address):
        return None
    return start, end


def note_in(text: str) -> Optional[Stretch]:
    """Where the note stands: "ring twice", "code 1234"."""
    start = _start(text)
    note = _NOTE.search(text, start)
    return (note.start(1), len(text)) if note and note.start(1) > start else None


def _start(text: str) -> int:
    lead = _LEAD.match(text)
    return lead.end() if lead else 0
