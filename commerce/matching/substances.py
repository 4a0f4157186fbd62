"""What a thing weighs, by its name: grams in a millilitre and in one piece, each with its source."""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from commerce.matching.wording import folded, words_of

__all__ = ["Substance", "substance_of"]

_FILE = files("commerce.matching") / "data" / "substances.csv"
_LONGEST_NAME = 6
_ROMANCE = re.compile(r"\b(?:de|du|des|di|del|della|da|al|à|en|in)\b|\b[dl]['’]", re.IGNORECASE)


@dataclass(frozen=True)
class Substance:
    """About what a substance weighs; None where that is not told. `source` names the food or the custom."""

    g_per_ml: Decimal | None
    g_per_piece: Decimal | None
    source: str


@lru_cache(maxsize=20_000)
def substance_of(name: str) -> Substance | None:
    """The substance that a component or an item names: "plain flour", "Mehl", "huile d'olive vierge".

    The whole name is looked for first, then its last words, where the head stands in English and German, or
    its first in the Romance languages. None where it is no substance that the table holds.
    """
    names = _names()
    whole = names.get(_key(name)) or names.get(folded(name))
    words = words_of(name.partition(",")[0].partition("(")[0])[:_LONGEST_NAME]
    shorter = [words[place:] for place in range(len(words))]
    if _ROMANCE.search(name):
        shorter = [words[:end] for end in range(len(words), 0, -1)]
    return whole or next((names[" ".join(part)] for part in shorter if " ".join(part) in names), None)


def _key(name: str) -> str:
    return " ".join(words_of(name))


@lru_cache(maxsize=1)
def _names() -> dict[str, Substance]:
    rows = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, Substance] = {}
    for row in csv.DictReader(rows):
        substance = Substance(_decimal(row["g_per_ml"]), _decimal(row["g_per_piece"]), row["source"])
        for name in row["names"].split(";"):
            found.setdefault(_key(name), substance)
            found.setdefault(folded(name), substance)
    return found


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
