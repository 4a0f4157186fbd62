"""How much comes out of a job, in the words of its page: "serves 4", "für sechs Personen", "24 cookies"."""

import re
from decimal import Decimal

from commerce.methods.readers.page import Page

__all__ = ["portions_field", "servings_of", "yields_in"]

_MOST_FIELDS = 60
_LONGEST_FIELD = 40
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PORTIONS = re.compile(
    r"^(?:servings?|serves|portions?|portionen|people|persons?|personen|personnes?|parts?|pers\.?|persone|porzioni"
    r"|raciones|personas|porciones|porties|人分)\b",
    re.IGNORECASE,
)
_PERSONS = (
    r"servings?|portions?|portionen|people|persons?|personen|personnes|pers\.|persone|porzioni|personas|raciones|porciones"
    r"|pessoas|porções|porties|portioner|personer|porcj[ei]|osób|porcí|osob|порций|персон|kişilik|adag"
)
_YIELDS = re.compile(
    r"(?<!\w)(?:makes|yields?|ergibt|rendement)\s*:?\s*(?:about\s|etwa\s|ca\.\s|environ\s)?"
    r"(\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s"
    r"(?!(?:cups?|tablespoons?|tbsp|tsp|g|kg|ml|l|oz|lbs?|minut\w*|hours?|to|or|bis|oder|à|ou)\b)"
    r"[^\W\d_][\w-]*(?:\s(?-i:[a-zà-ÿ])[\w-]*)?)"
    r"|(?:serves|servings?|portions?|portionen|ergibt|makes|yields?|rendement|personen|personnes|people)\s*:?\s*"
    r"(\d{1,3}(?:\s?[-–]\s?\d{1,3})?)"
    rf"|(\d{{1,3}})\s*(?:{_PERSONS})(?!\w)"
    rf"|(?:für|for|pour|para|per|voor|för|dla|pro|на)\s+(\d{{1,3}})\s+(?:{_PERSONS})(?!\w)"
    r"|[（(]?(\d{1,2})\s*(?:人分|人份|인분)",
    re.IGNORECASE,
)


_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "eight": "8", "ten": "10", "twelve": "12",
    "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "sechs": "6", "acht": "8", "zehn": "10",
    "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "huit": "8", "dix": "10",
}  # fmt: skip
_SERVES = re.compile(
    rf"(?<!\w)(?:(?:serves|to feed|feeds|enough for)\s({'|'.join(_NUMBERS)})"
    rf"|(?:für|pour)\s({'|'.join(_NUMBERS)})\s(?:{_PERSONS}))(?!\w)",
    re.IGNORECASE,
)


def yields_in(text: str) -> str:
    """How much comes out, where the text says so: "serves 4", "für 4 Personen"."""
    found = _YIELDS.search(text[:30_000])
    if found is not None:
        return next((group for group in found.groups() if group), "")
    spelled = _SERVES.search(text[:30_000])
    return _NUMBERS[(spelled[1] or spelled[2]).lower()] if spelled else ""


def portions_field(page: Page) -> str:
    """The number in the field by which a page's reader would change the portions: "[6] personnes"."""
    for field in page.tree.css("input[value]")[:_MOST_FIELDS]:
        number = field.attributes.get("value") or ""
        beside = field.parent.text(separator=" ", strip=True) if field.parent is not None else ""
        if not number.isdecimal() or len(beside) > _LONGEST_FIELD:
            continue
        if any(yields_in(f"{number} {word}") == number for word in _LETTERS.findall(beside)):
            return number
    return ""


def servings_of(yields: str) -> tuple[Decimal | None, str | None]:
    """ "4 servings" is 4 portions, "24 cookies" 24 of what comes out."""
    number = _NUMBER.search(yields)
    if number is None or not 0 < (servings := Decimal(number[0].replace(",", "."))) <= 1000:
        return None, None
    unit = re.sub(r"^[\s–—-]+(?:\d+\s*)?|[().,:]", " ", yields[number.end() :]).strip()
    if not unit or _PORTIONS.match(unit) or len(unit) > 30 or not unit[0].isalpha():
        return servings, None
    return servings, unit
