"""What a language is made of, for reading a seller's answer: each has one file of words of this shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commerce.units import Unit

__all__ = ["Language", "Role", "numbered"]


class Role(StrEnum):
    """What a token of the answer does."""

    NAME = "name"
    NUMBER = "number"
    PRICE = "price"
    QTY = "qty"
    PERCENT = "percent"
    LINE = "line"
    PER = "per"
    DATE = "date"
    BREAK = "break"
    COMMA = "comma"
    AND = "and"
    BUT = "but"
    NO = "no"
    LACKS = "lacks"
    YES = "yes"
    KEPT = "kept"
    LISTED = "listed"
    ALL = "all"
    REST = "rest"
    EXCEPT = "except"
    TOTAL = "total"
    RESULT = "result"
    ONLY = "only"
    HAVE = "have"
    INSTEAD = "instead"
    OFFERS = "offers"
    OFF = "off"
    WHEN = "when"
    VAGUE = "vague"
    RANGE = "range"
    CORRECTION = "correction"
    DECLINE = "decline"
    AWAY = "away"
    AGAIN = "again"
    PICKUP = "pickup"
    DELIVERY = "delivery"
    EXTRA = "extra"
    INCLUDED = "included"
    VALID = "valid"
    ASKS = "asks"
    FREE = "free"
    ODD = "odd"
    FILLER = "filler"
    WORD = "word"


@dataclass(frozen=True)
class Language:
    """The words of one language, all folded: lower case, no accents, "ß" as "s", a straight apostrophe.

    - `phrases`: for each role the patterns that have it, parted by blanks in code; a blank stands for itself.
    - `units`, `numbers`: the words of a unit, of a number, parted by blanks.
    - `each`: patterns that make a price one per piece; `before_unit`: words that make it one per unit.
    - `each_if_spoken`: such patterns that hold only in an answer in this very language.
    - `times`: words before an hour of the day ("from 7"); `until`: before the last day of an offer.
    - `of_price`: words between a quantity and its price ("3 for 5"); `taxes`: words beside a rate of tax.
    - `listing`: words before numbers of lines ("can do 1 and 3").
    - `lone`: words between a number and its unit ("one single bunch").
    - `weekdays`: the seven from Monday on, as patterns.
    - `days`: patterns of days that `commerce.dates` does not read, and what they mean, see `reply_days`.
    - `fillers`: words that change nothing; `varieties`: words that make another kind of a thing.
    - `same`: names of one thing, a group a line, parted by blanks.
    - `head_first`: the thing itself is the first word of a name ("huile d'olive"), otherwise the last.
    - `compounds`: names are written in one word that ends with the thing itself ("Vollkornbrot").
    """

    code: str
    phrases: Mapping[Role, tuple[str, ...]]
    units: Mapping[Unit, str]
    numbers: Mapping[int, str]
    each: tuple[str, ...]
    before_unit: str
    times: str
    until: str
    of_price: str
    listing: str
    lone: str
    taxes: str
    weekdays: tuple[str, ...]
    days: tuple[tuple[str, str], ...]
    fillers: str
    varieties: str
    same: str
    each_if_spoken: tuple[str, ...] = ()
    head_first: bool = False
    compounds: bool = False


def numbered(words: str, first: int, step: int = 1) -> dict[int, str]:
    """Words of numbers that follow each other, parted by blanks, by their number."""
    return {first + step * at: word for at, word in enumerate(words.split())}
