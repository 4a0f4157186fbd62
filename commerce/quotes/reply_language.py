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
    WHOLE = "whole"


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
    - `denying`: words between a price and the one it takes the place of ("3.40 not 3.60").
    - `brought`: beginnings of words of delivery after which a price is no fee ("18 delivered").
    - `promotions`: words between how many one gets and how many one pays ("3 for 2" is `of_price`).
    - `dozens`: patterns that make a price one for so many pieces ("the dozen").
    - `lone`: words between a number and its unit ("one single bunch").
    - `weekdays`: the seven from Monday on, as patterns; `letters`: those that no other language here has.
    - `days`: patterns of days that `commerce.dates` does not read, and what they mean, see `reply_days`.
    - `asides`: patterns of what has a figure and is no price ("minimum order 20"); SUM stands for an amount.
    - `fillers`: words that change nothing; `varieties`: words that make another kind of a thing.
    - `wholes`: words before a count that say the whole of a line ("for all 50"), as patterns.
    - `giving`: words beside a part that can be had ("I can do 80").
    - `leaving`: patterns of goods that set out, of which the day is none of delivery ("posted monday").
    - `same`: names of one thing, a group a line, parted by blanks.
    - `head_first`: the thing itself is the first word of a name ("huile d'olive"), otherwise the last.
    - `heads`: last parts of words by which a thing may be called, where `compounds` is not for all ("nuts").
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
    promotions: tuple[str, ...]
    lone: str
    dozens: tuple[tuple[str, int], ...]
    brought: str
    denying: str
    taxes: str
    weekdays: tuple[str, ...]
    letters: str
    asides: tuple[str, ...]
    days: tuple[tuple[str, str], ...]
    fillers: str
    varieties: str
    same: str
    wholes: tuple[str, ...]
    giving: str
    leaving: str
    each_if_spoken: tuple[str, ...] = ()
    head_first: bool = False
    compounds: bool = False
    heads: str = ""


def numbered(words: str, first: int, step: int = 1) -> dict[int, str]:
    """Words of numbers that follow each other, parted by blanks, by their number."""
    return {first + step * at: word for at, word in enumerate(words.split())}
