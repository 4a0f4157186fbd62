"""What a language is made of, for reading a seller's answer: each has one file of words of this shape."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files
from typing import Any

from commerce.units import Unit

__all__ = ["LANGUAGES", "Language", "Role"]


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
    USUAL = "usual"
    LAST = "last"
    BY = "by"
    NET = "net"
    TIER = "tier"


@dataclass(frozen=True)
class Language:
    """The words of one language, all folded: lower case, no accents, "ß" as "s", a straight apostrophe.

    Patterns stand in the file one alternative a line, parted by an empty line where they are tried one after
    the other; a blank stands for itself, `{NAME}` for the part of that name under `[parts]`.

    - `phrases`: for each role the patterns that have it.
    - `units`, `numbers`: the words of a unit, of a number, parted by blanks.
    - `banknotes`: words for so many of the currency ("a tenner").
    - `each`: patterns that make a price one per piece; `before_unit`: words that make it one per unit.
    - `each_if_spoken`: such patterns that hold only in an answer in this very language.
    - `before_all_units`: those of them that are no article ("per kilo").
    - `times`: words before an hour of the day ("from 7"); `until`: before the last day of an
      offer, `until_valid`: before that day only where a word for "valid" follows ("bis Samstag gültig").
    - `lowest`: words between a name and what it costs at least ("paint from 20").
    - `of_price`: words between a quantity and its price ("3 for 5").
    - `along`: words before a thing that a price includes, too ("with dill 26").
    - `because`: words before the reason of something.
    - `unit_prices`: words of a unit that say that a price is by it ("Kilopreis").
    - `of_all_prices`: words beside a rate that is of several prices ("prices per kg").
    - `at_price`: words before a price that may be one's or that of all ("both at 7"); `both`: for all of two.
    - `joining`: words for "and"; `either`: for "or" in a question; `then`: before what is done next.
    - `percent`, `dozen`: words for these, as patterns.
    - `costing`: words between a name and its price in words ("filler is five ninety").
    - `certainty`: words beside a percentage that is none of a price ("90% sure").
    - `line_words`: words that make a number behind them one of a line ("line 3"), as patterns; `called`:
      those that may stand before numbers of lines which something is said of ("the 3 and 4 are out").
    - `answers`: what opens the answer to a line, behind its number; `accepting`: such patterns behind several
      ("1 and 2 in stock"); `answer_to`: patterns before numbers of lines ("yes to 1 and 3").
    - `before_day`: words before a day in figures ("Lieferung: 24.11."); `hours_from`, `hours_till`: before
      the first and the last hour of a day ("between 10 and 12").
    - `listing`: words before numbers of lines ("can do 1 and 3").
    - `rated`: words that mean prices told before ("those are per kilo"), beside those of `of_all_prices`.
    - `answering`: what stands behind numbers of lines ("2 and 3 not available", "1 is out").
    - `denying`: words between a price and the one it takes the place of ("3.40 not 3.60").
    - `brought`: beginnings of words of delivery after which a price is no fee ("18 delivered").
    - `promotions`: words between how many one gets and how many one pays ("3 for 2" is `of_price`).
    - `dozens`: patterns that make a price one for so many pieces ("the dozen").
    - `lone`: words between a number and its unit ("one single bunch").
    - `weekdays`: the seven from Monday on, as patterns; `short_days`: as the last word of a
      sentence ("8,70, Di"); `letters`: those that no other language here has.
    - `days`: patterns of days that `commerce.dates` does not read, and what they mean, see `tokens.days`.
    - `asides`: patterns of what has a figure and is no price ("minimum order 20"); SUM stands for an amount.
    - `tiers`: patterns of a price from a number on, COUNT and PRICE stand for both ("from 5 on 2.50").
    - `greetings`: patterns of good wishes for a day, which is none of delivery ("Guten Morgen").
    - `net`, `gross`: patterns of tax that comes on top or is in the price; `tax_rates`: of a rate alone. RATE
      stands for the percentage.
    - `fillers`: words that change nothing; `varieties`: words that make another kind of a thing.
    - `abbreviated`: words cut short, after which a dot ends no sentence.
    - `all_lines`: patterns of all lines by their number, COUNT ("all 3").
    - `wholes`: words before a count that say the whole of a line ("for all 50"), as patterns.
    - `giving`: words beside a part that can be had ("I can do 80").
    - `visiting`: words of coming by; `ours`, `yours`: who does, the seller or the customer.
    - `leaving`: a pattern of goods that set out, of which the day is none of delivery ("posted monday");
      `arriving`: of goods that are there ("with you on wednesday").
    - `same`: names of one thing, a group a line, parted by blanks.
    - `kinds`: what things of a kind are called, too, a kind a line, its name first ("cheese gouda …"); narrow
      kinds only: "fish" for the cod is asked back.
    - `head_first`: the thing itself is the first word of a name ("huile d'olive"), otherwise the last.
    - `heads`: last parts of words by which a thing may be called, where `compounds` is not for all ("nuts").
    - `broad`: ends of such words that are too broad for one thing ("Fleisch" for the Hackfleisch).
    - `compounds`: names are written in one word that ends with the thing itself ("Vollkornbrot").
    """

    code: str
    phrases: Mapping[Role, tuple[str, ...]]
    units: Mapping[Unit, str]
    numbers: Mapping[int, str]
    each: tuple[str, ...]
    before_unit: str
    before_all_units: str
    times: str
    until: str
    of_price: str
    lowest: str
    along: str
    because: str
    unit_prices: str
    of_all_prices: str
    at_price: str
    both: str
    listing: str
    rated: str
    answering: tuple[str, ...]
    promotions: tuple[str, ...]
    lone: str
    dozens: tuple[tuple[str, int], ...]
    brought: str
    denying: str
    certainty: str
    joining: str
    either: str
    then: str
    percent: str
    dozen: str
    line_words: str
    called: str
    answers: str
    before_day: str
    hours_from: str
    hours_till: str
    costing: str
    accepting: tuple[str, ...]
    answer_to: tuple[str, ...]
    weekdays: tuple[str, ...]
    short_days: tuple[str, ...]
    letters: str
    asides: tuple[str, ...]
    greetings: tuple[str, ...]
    tiers: tuple[str, ...]
    net: tuple[str, ...]
    gross: tuple[str, ...]
    tax_rates: tuple[str, ...]
    days: tuple[tuple[str, str], ...]
    fillers: str
    varieties: str
    same: str
    kinds: str
    abbreviated: str
    wholes: tuple[str, ...]
    all_lines: tuple[str, ...]
    giving: str
    visiting: str
    ours: str
    yours: str
    leaving: str
    arriving: str
    each_if_spoken: tuple[str, ...] = ()
    head_first: bool = False
    compounds: bool = False
    heads: str = ""
    banknotes: Mapping[int, str] = field(default_factory=dict)
    broad: str = ""
    until_valid: str = ""


_TAXES = ("net", "gross", "tax_rates")


def _language(code: str) -> Language:
    """The language of the file `code`.toml here; a field unknown or missing is a TypeError."""
    text = (files("commerce.quotes.replies") / "words" / f"{code}.toml").read_text(encoding="utf-8")
    told: dict[str, Any] = tomllib.loads(text)
    parts = _filled(told.pop("parts", {}))

    def patterns(source: str) -> tuple[str, ...]:
        return tuple(_with(parts, part.strip("\n").replace("\n", "|")) for part in source.split("\n\n"))

    for name in (
        "each",
        "each_if_spoken",
        "wholes",
        "all_lines",
        "promotions",
        "asides",
        "greetings",
        "accepting",
        "answer_to",
        "answering",
        "tiers",
        *_TAXES,
    ):
        told[name] = patterns(told.get(name, "")) if told.get(name) else ()
    return Language(
        **told
        | {
            "phrases": {Role(role): patterns(source) for role, source in told["phrases"].items()},
            "units": {Unit(unit): words for unit, words in told["units"].items()},
            "numbers": {int(number): words for number, words in told["numbers"].items()},
            "banknotes": {int(n): words for n, words in told.get("banknotes", {}).items()},
            "days": tuple((*patterns(row["said"]), row["means"]) for row in told["days"]),
            "dozens": tuple((*patterns(row["said"]), row["of"]) for row in told["dozens"]),
            "weekdays": tuple(told["weekdays"]),
            "short_days": tuple(told["short_days"]),
            "leaving": patterns(told["leaving"])[0],
            "arriving": patterns(told["arriving"])[0],
        }
    )


def _filled(parts: Mapping[str, str]) -> dict[str, str]:
    """The parts of patterns, with those named earlier put into the later ones."""
    filled: dict[str, str] = {}
    for name, source in parts.items():
        filled[name] = _with(filled, source)
    return filled


def _with(parts: Mapping[str, str], source: str) -> str:
    for name, part in parts.items():
        source = source.replace(f"{{{name}}}", part)
    return source


LANGUAGES = (_language("en"), _language("de"), _language("fr"))
