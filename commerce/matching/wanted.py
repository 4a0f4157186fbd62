"""What a person looks for, in her words: the thing, its colour, size and highest price, what it is for."""

import re
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from commerce.matching.namebook import thing_named
from commerce.matching.wording import folded, words_of
from commerce.units import Amount, NotAnAmount, Unit

__all__ = ["Wanted", "amount_in", "colour_of", "colours_in", "means_for", "price_in", "size_in", "wanted_of"]

MOST_QUERY = 100
MOST_PRICE = 1_000_000
"""In major units: a highest price from here on narrows nothing."""
_UNITS = {
    "ml": Unit.ML, "cl": Unit.CL, "dl": Unit.DL,
    "l": Unit.L, "liter": Unit.L, "litre": Unit.L, "litres": Unit.L, "liters": Unit.L,
    "g": Unit.G, "gramm": Unit.G, "grammes": Unit.G, "kg": Unit.KG, "kilo": Unit.KG, "kilos": Unit.KG,
    "mm": Unit.MM, "cm": Unit.CM, "m": Unit.M, "meter": Unit.M, "metre": Unit.M, "metres": Unit.M,
}  # fmt: skip
_NUMBER = r"\d+(?:[.,]\d+)?"
_MONEY = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_MEASURED = (
    r"\d[\d.,]*\s?(?:%|°|(?:[mcdk]?m[23²³]?|k?g|mg|gr|[mcd]?l(?!['’])|gramm?e?s?|(?:lit|met|mèt)(?:er|re)n?s?|oz|lbs?|inch(?:es)?"
    r"|zoll|w|watt|v|volt|min\w*|h|hours?|stunden?|heures?|days?|tagen?|jours?|pers\w*|people|leute|guests?|gästen?"
    r"|portion\w*|servings?|pieces?|pcs|stück|pièces?)\b)"
)
"""What is no money: "up to 200 cm", "bis 12 Personen"."""
_SIZE = re.compile(
    rf"(?:\b(?:in|of|à|de|en|zu|mit|size|größe|taille)\s+)?(?<![\w.,])"
    rf"(?P<size>{_NUMBER}\s?[x×]\s?{_NUMBER}(?:\s?[x×]\s?{_NUMBER})?(?:\s?(?:mm|cm|m)\b)?"
    rf"|{_NUMBER}[\s-]?(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![\w]))",
    re.IGNORECASE,
)
_AMOUNT = re.compile(rf"^(?P<qty>{_NUMBER})[\s-]?(?P<unit>[a-z]+)$", re.IGNORECASE)
_PRICE = re.compile(
    r"(?:\b(?:for\s+)?(?:under|below|up to|at most|less than|max\.?|maximum|no more than|cheaper than"
    r"|unter|bis(?: zu)?|höchstens|maximal|weniger als|billiger als|für (?:unter|höchstens|maximal)"
    r"|à moins de|moins de|jusqu['’]à|au plus|pas plus de|maximum)\s+)"
    rf"(?:€\s?)?(?!{_MEASURED})(?P<price>{_MONEY})(?:\s?(?:€|euros?\b|eur\b))?",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"^(?:something|anything|sth\.?|stuff|etwas|irgend(?:et)?was|was|quelque chose|un truc)\s*,?\s*"
    r"(?:that (?:i can|can)|to|for|um|zum|womit ich|mit dem ich|pour|qui sert à)\s+",
    re.IGNORECASE,
)
_BESIDE = """
the a an my some of from off with on up zu von vom den die das dem der meine meinen ein eine einen kann
les la le l des de du d mes mon ma un une
"""
_OBJECT_BESIDE = frozenset(_BESIDE.split())
_FILLER = re.compile(
    r"^(?:in|of|and|und|et|de|du|des|la|le|les|en|auch|also|or|with|mit|only|nur)\b\s*|\s*\b(?:in|en|à|de)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Wanted:
    """`query` is the thing without the rest, empty where only the rest was said; `spoken` is it with its
    colour; `max_price` in major units."""

    query: str
    max_price: Decimal | None = None
    size: str | None = None
    colour: str | None = None
    spoken: str = field(default="", compare=False)

    @property
    def is_vague(self) -> bool:
        """Whether the thing itself is missing."""
        return not self.query


def wanted_of(
    text: str, *, max_price: Decimal | None = None, size: str | None = None, colour: str | None = None
) -> Wanted:
    """The parts of what was said; those that are known already are given."""
    text = " ".join(text.split())[:MOST_QUERY]
    priced = _PRICE.search(text)
    if priced is not None:
        max_price = max_price if max_price is not None else _money(priced["price"])
        text = f"{text[: priced.start()]} {text[priced.end() :]}"
    if max_price is not None and max_price >= MOST_PRICE:
        max_price = None
    sized = _SIZE.search(text)
    if sized is not None:
        size = size or sized["size"]
        text = f"{text[: sized.start()]} {text[sized.end() :]}"
    spoken = _trimmed(text)
    words = spoken.split()
    place = next((n for n, word in enumerate(words) if colour_of(word.strip(".,;:?!"))), None)
    if place is not None:
        colour = colour_of(words.pop(place).strip(".,;:?!"))
    query = _trimmed(" ".join(words))
    return Wanted(query, max_price, size, colour_of(colour) or colour if colour else None, spoken)


def _trimmed(text: str) -> str:
    """Without the small words and marks that the taken parts have left behind."""
    for _ in range(3):
        text = _FILLER.sub("", " ".join(text.split()).strip(" ,;.?!"))
    return text.strip(" ,;.?!")


def size_in(text: str) -> str | None:
    found = _SIZE.search(text)
    return found["size"] if found else None


def amount_in(size: str) -> Amount | None:
    """A size that is a measure, as an amount; None for "4 x 40"."""
    found = _AMOUNT.match(size.strip())
    unit = _UNITS.get(found["unit"].lower()) if found else None
    if found is None or unit is None:
        return None
    try:
        return Amount(Decimal(found["qty"].replace(",", ".")), unit)
    except NotAnAmount:
        return None


def colour_of(word: str) -> str | None:
    """The English name of a colour as people ask for it in English, German or French."""
    return _colours()[0].get(folded(word))


def colours_in(label: str) -> frozenset[str]:
    """The colours named on a label, in English."""
    asked, shades = _colours()
    words = re.findall(r"[^\W\d_]+", folded(label))
    return frozenset(colour for word in words if (colour := asked.get(word) or shades.get(word)) is not None)


def means_for(text: str) -> tuple[str, ...]:
    """What serves a purpose that is named as such: "something to clean brushes with" by paint thinner."""
    stated = _PURPOSE.match(text)
    if stated is None:
        return ()
    every = re.findall(r"[^\W\d_]+", folded(text[stated.end() :]))
    words = [word for word in every if word not in _OBJECT_BESIDE]
    for said, means, special in _purposes():
        for place, word in enumerate(words):
            doing = next((one for one in said if word == one or _ends_with(word, one)), None)
            if doing is not None:
                return _with([word.removesuffix(doing), *words[:place], *words[place + 1 :]], means, special)
    return ()


def _with(words: list[str], means: tuple[str, ...], special: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What serves the object best comes first."""
    for thing, best in special.items():
        known = thing_named(words_of(thing))
        if any(
            word == thing or (known is not None and thing_named(words_of(word)) == known)
            for word in words
            if word
        ):
            return (*best, *means)
    return means


def _ends_with(word: str, doing: str) -> bool:
    return len(doing) > 5 and word.endswith(doing) and len(word) - len(doing) > 2


@lru_cache(maxsize=1)
def _colours() -> tuple[dict[str, str], dict[str, str]]:
    """Names as asked, and further names as they stand on labels."""
    asked: dict[str, str] = {}
    shades: dict[str, str] = {}
    text = (files("commerce.matching") / "data" / "colours.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        names, _, further = line.partition("/") if line and not line.startswith("#") else ("", "", "")
        english = folded(names.partition("|")[0])
        asked |= {folded(name): english for name in names.split("|") if name.strip()}
        shades |= {folded(name): english for name in further.split("|") if name.strip()}
    return asked, shades


_Purpose = tuple[frozenset[str], tuple[str, ...], dict[str, tuple[str, ...]]]


@lru_cache(maxsize=1)
def _purposes() -> tuple[_Purpose, ...]:
    text = (files("commerce.matching") / "data" / "purposes.toml").read_text(encoding="utf-8")
    return tuple(
        (
            frozenset(folded(word) for word in row["said"]),
            tuple(row["with"]),
            {thing: tuple(best) for thing, best in row.get("to", {}).items()},
        )
        for row in tomllib.loads(text).values()
    )


def price_in(text: str) -> Decimal | None:
    """The highest price said, in major units: "under 1.000,50 €" is 1000.50."""
    priced = _PRICE.search(text)
    return _money(priced["price"]) if priced is not None else None


def _money(said: str) -> Decimal:
    """ "1.000,50", "1,000.50", "1 000", "4,5": three digits behind a sign are thousands."""
    whole, cents = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", said).groups()  # type: ignore[union-attr]
    return Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{cents or 0}")
