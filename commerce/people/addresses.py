"""Addresses: checked for what a courier needs, sealed at rest, coarse for everyone else."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import events
from commerce.database import new_id
from commerce.people.events import AddressSaved
from commerce.people.models import Address, Person
from commerce.refused import Refused
from commerce.vault import Vault

__all__ = [
    "AddressIncomplete", "PlainAddress", "address_of", "amended_address", "check_address",
    "is_bare_street", "latest_address", "open_address", "save_address",
]  # fmt: skip

LONGEST = 300
ZONE_DEGREES = 50  # 1/50 degree, about 2 km: too coarse to find a house
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}-)?\d{5}\b(?:\s+[^\W\d_][^\d,;]*)?")
_STREET_AND_TOWN = re.compile(
    r"(?P<street>[^,;]*?\d[^,;]*?)(?:,\s*|\s+(?:in"
    r"|à)\s+)(?P<town>[^\W\d_][^\d,;]*)(?P<rest>(?:[,;].*)?)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")

_BARE_STREET = re.compile(
    r"(?!.*\s(?:in|à)\s)[^\W\d_][^\d,;]*\s\d{1,4} ?[a-z]?|\d{1,4} ?(?:[a-z]|bis|ter)?,? [^\W\d_][^\d,;]*",
    re.IGNORECASE,
)


class AddressIncomplete(Refused):
    """A courier could not find this place: no house number, or no street."""

    def __init__(self, text: str, lacks: str) -> None:
        super().__init__(f"the address lacks {lacks}")
        self.text = text
        self.lacks = lacks


@dataclass(frozen=True)
class PlainAddress:
    """`text` as typed, or the place of a shared location (WGS 84 degrees), or both."""

    text: str
    latitude: float | None = None
    longitude: float | None = None
    note: str = ""


def check_address(text: str) -> str:
    """The address as one line; AddressIncomplete (lacks "street", "number") when a courier would be lost.

    A postcode is no house number, and the word beside it is the town, not the street.
    """
    line = ", ".join(" ".join(part.split()) for part in text.splitlines() if part.strip())
    if len(line) > LONGEST:
        raise AddressIncomplete(line[:LONGEST], "street")
    parts = [part for part in (_POSTCODE.sub(" ", part) for part in re.split(r"[,;]", line)) if part.strip()]
    named = [part for part in parts if _NAME.search(part)]
    numbered = [part for part in parts if _NUMBER.search(part)]
    if not numbered:
        has_street = len(named) > 1 or len(_NAME.findall(line)) > 1
        raise AddressIncomplete(line, "number" if has_street else "street")
    only_town = len(named) == 1 and named[0] not in numbered and not _POSTCODE.search(line)
    if not named or only_town:
        raise AddressIncomplete(line, "street")
    return line


def save_address(
    session: Session, vault: Vault, person: Person, plain: PlainAddress, now: datetime
) -> Address:
    address_id = new_id()
    words = json.dumps([person.name, plain.text, plain.latitude, plain.longitude, plain.note])
    address = Address(
        id=address_id,
        person_id=person.id,
        sealed=vault.seal(words, f"address:{address_id}"),
        zone=_zone(plain),
        created_at=now,
    )
    session.add(address)
    session.flush()
    events.record(session, AddressSaved(person.id, address_id, subjects=(person.id,)), now)
    return address


def open_address(vault: Vault, address: Address) -> tuple[str, PlainAddress]:
    """The recipient's name and the address in clear."""
    name, text, latitude, longitude, note = json.loads(vault.open(address.sealed, f"address:{address.id}"))
    return name, PlainAddress(text, latitude, longitude, note)


def latest_address(session: Session, person_id: UUID) -> Address | None:
    query = select(Address).where(Address.person_id == person_id).order_by(col(Address.created_at).desc())
    return session.exec(query.limit(1)).first()


def address_of(session: Session, address_id: UUID) -> Address:
    return session.get_one(Address, address_id)


def _zone(plain: PlainAddress) -> str:
    """A postcode's first three digits, or a square of about 2 km."""
    if plain.latitude is not None and plain.longitude is not None:
        return f"{round(plain.latitude * ZONE_DEGREES)}/{round(plain.longitude * ZONE_DEGREES)}"
    postcode = re.search(r"\b(\d{3})\d{2}\b", plain.text)
    return f"{postcode[1]}xx" if postcode else "town"


def amended_address(text: str, words: str) -> str | None:
    """The address with another house number ("16", "16a"), another street and number in its town, another
    postcode ("99955", "99955 Lindenau"), or another town.

    None where it is not clear what of the address is to be replaced.
    """
    words = words.strip()
    postcode = _POSTCODE.search(text)
    if _POSTCODE.fullmatch(words):
        return _with_place(text, postcode, words)
    if _NAME.search(words) and not _NUMBER.search(words):
        return _with_place(text, postcode, f"{_code(postcode.group())} {words}" if postcode else words)
    if _NAME.search(words):
        return _in_town(text, postcode, words)
    numbers = [
        found
        for found in re.finditer(r"(?<!\d)\d{1,4}(?!\d)(?: ?[a-z]\b)?", text)
        if postcode is None or not postcode.start() <= found.start() < postcode.end()
    ]
    if len(numbers) != 1:
        return None
    begins, ends = numbers[0].span()
    return f"{text[:begins]}{words}{text[ends:]}"


def _in_town(text: str, postcode: re.Match[str] | None, street: str) -> str | None:
    """Another street in the town of the address; what the courier was told besides stays."""
    if postcode is not None:
        return f"{street}, {text[postcode.start() :]}"
    named = _STREET_AND_TOWN.fullmatch(text.strip(" ,"))
    return f"{street}, {named['town']}{named['rest']}" if named else None


def _with_place(text: str, postcode: re.Match[str] | None, place: str) -> str:
    """The address in another place: a bare postcode keeps the town that stood there."""
    if postcode is None:
        named = _STREET_AND_TOWN.fullmatch(text.strip(" ,"))
        if named and not _NAME.search(place):
            return f"{named['street']}, {place} {named['town']}{named['rest']}"
        return f"{text.rstrip(' ,')}, {place}"
    stood = postcode.group().strip()
    if place == _code(place) and any(map(str.isdigit, place)):
        place += stood.removeprefix(_code(stood))
    return f"{text[: postcode.start()]}{place}{text[postcode.start() + len(postcode.group().rstrip()) :]}"


def _code(place: str) -> str:
    """The postcode alone: "99955" of "99955 Lindenau"."""
    return place.split()[0]


def is_bare_street(text: str) -> bool:
    """A street and its number without a town ("Gartenweg 16"): whoever has an address means her own town."""
    return _BARE_STREET.fullmatch(text.strip(" .!")) is not None
