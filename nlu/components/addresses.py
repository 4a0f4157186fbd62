"""An address, and a note for who brings it, in what a person typed. Pure.

In "send it to 12 Mill Lane, 4020 Linz, ring twice" the stretches of "12 Mill Lane, 4020 Linz" and of
"ring twice". It is not checked here whether there is such a place: the application does that.
"""

import re
from typing import Iterator, Optional, Tuple

from nlu.components.phrases import leading, trailing, within
from nlu.components.vocabulary import folded, function_words, words

Stretch = Tuple[int, int]
SHORTEST = 5
LONGEST_TOWN = 3  # words
_LEAD = re.compile(rf"^\W*(?:(?:{words('address_lead')})\b[\s:,.\-–]*)+", re.IGNORECASE)
_NOTE = re.compile(
    r"[,.;(]?\s*\b(?:(?:and|und|et)\s+)?((?:(?:please|bitte|svp|merci de)\s+)?"
    rf"(?:{words('address_note')})\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(rf"[\s,]*\b(?:{words('address_tail')})\b.*$", re.IGNORECASE)
_SOMEBODYS = re.compile(rf"\b(?:{words('somebodys')})\b", re.IGNORECASE)
_STREET = re.compile(rf"\b(?:{words('street')})\b|(?:{words('street_end')})(?:\b|(?<=\.))", re.IGNORECASE)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}-)?\d{4,5}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}\b", re.IGNORECASE)
_PART = re.compile(r"(?:(?!\s[-–]\s|(?<=[a-z]{4})\.\s+[a-zà-ü])[^,;\n(])+")
_TO_DO = re.compile(rf"\b(?:{words('note_verbs')})\b")
_CONDITION = re.compile(rf"\W*(?:{words('note_condition')})(?!\w)\s*")
_NOTE_LEAD, _NOTE_TAIL = leading("note_lead"), trailing("note_tail")


def address_and_note(text: str) -> Tuple[Optional[Stretch], Optional[Stretch]]:
    """Where in the text the address stands, behind "my address is …", and where the note; None: not there."""
    address = None if _is_to_do(text) else _address(text)
    if address is None:
        return None, _note_alone(text)
    rest = re.search(r"(?!(?:and|und|et)\s)(?<!\w)[^\s,.;:!()–-]", text[address[1] :])
    if rest is None or (_TAIL.fullmatch(text, address[1]) and not _TO_DO.search(folded(text), address[1])):
        return address, None
    begun = address[1] + rest.start()
    return address, (begun, len(text.rstrip(" .!)")))


def _is_to_do(text: str) -> bool:
    """Whether a text begins with what is to be done, and names no street."""
    begun = _NOTE_LEAD.match(folded(text))
    start = begun.end() if begun else 0
    return bool(_TO_DO.match(folded(text), start)) and not _STREET.search(text) and not _POSTCODE.search(text)


def _address(text: str) -> Optional[Stretch]:
    """None where there is neither a number nor a word for a street."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    note = _NOTE.search(text, start)
    end = note.start() if note and note.start(1) > start else len(text)
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail else end
    end = _last_part(text, start, end)
    while start < end and text[end - 1] in " \t\n,.;:-–!":
        end -= 1
    address = text[start:end]
    is_address = len(address) >= SHORTEST and re.search(r"[a-z]{3}", address.lower())
    if not is_address or not (re.search(r"\d", address) or _STREET.search(address)):
        return None
    if not re.search(r"\d", address) and _SOMEBODYS.search(address):
        return None
    return start, end


def _last_part(text: str, start: int, end: int) -> int:
    """Where the address ends: behind its town, or behind its street where no town follows."""
    last, has_street, has_town = end, False, False
    for first, after in _parts(text, start, end):
        part = text[first:after]
        is_place = bool(_POSTCODE.search(part))
        is_street = bool(re.search(r"\d", part) or _STREET.search(part))
        if has_town or (has_street and not is_place and not is_street and not _is_town(text, part)):
            return last
        has_street = has_street or is_street
        has_town = is_place
        last = after
    return last


def _parts(text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in _PART.finditer(text, start, end):
        if match.group().strip():
            yield match.span()


def _is_town(text: str, part: str) -> bool:
    named = re.findall(r"[^\W\d_][\w'’-]*", part)
    idle = function_words(text)
    return 0 < len(named) <= LONGEST_TOWN and not any(folded(word) in idle for word in named)


def _note_alone(text: str) -> Optional[Stretch]:
    """What is to be done with the parcel, without "could you please" and "if nobody is there"."""
    lowered = folded(text)
    if not (_TO_DO.search(lowered) or _NOTE.search(text)):
        return None
    condition = _CONDITION.match(lowered)
    start, end = within(lowered, (condition.end() if condition else 0, len(text)), _NOTE_LEAD, _NOTE_TAIL)
    return (start, end) if start < end else None
