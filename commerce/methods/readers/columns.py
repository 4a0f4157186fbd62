"""What the columns of a table hold, by their heads: amounts, sizes, remarks, prices, where to buy."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["NAME_FIRST", "Columns", "columns_headed"]

NAME_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Letters of languages whose lines name the thing before its amount: Japanese, Chinese, Korean, Thai."""
_UNIT = re.compile(
    r"(?:\s*[(\[/,]\s*|\s(?:in|en)\s)(mm|cm|m|in|inch(?:es)?|\"|ft|zoll|g|kg|ml|l|oz|lbs?)\.?\s*[)\]]?$",
    re.IGNORECASE,
)
""" "Length (mm)", "Länge in cm": the unit of all cells below."""
_BESIDE = re.compile(r"\s*\([^()]{1,20}\)$|\s*[€$£¥]$")
_ENDS_BARE = re.compile(r"[\d½¼¾]$")
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?%")
_ACROSS = frozenset({"length", "width", "thickness"})
_MEASURED = frozenset({"amount", "size", *_ACROSS})


@dataclass(frozen=True)
class Columns:
    """What each column of a table holds, and the unit of its cells; empty where the head says nothing."""

    holds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def has_amounts(self) -> bool:
        return "amount" in self.holds

    def cells(self, texts: Sequence[str]) -> list[str]:
        """The cells of a row that make its line: the amount first, one size of its dimensions, remarks in
        brackets; without prices, numbers of rows, shares and the same amount in another system of units."""
        told = [self._told(at, text) for at, text in enumerate(texts)]
        across = [at for at, text in enumerate(told) if self._held(at) in _ACROSS and text]
        if len(across) > 1:
            told[across[0]] = _size_of([told[at] for at in across])
        cells = [
            text for at, text in enumerate(told) if self._held(at) != "left out" and at not in across[1:]
        ]
        amount = next((text for at, text in enumerate(told) if self._held(at) == "amount"), "")
        if amount and cells[0] != amount and not NAME_FIRST.search(cells[0]):
            cells.remove(amount)
            cells.insert(0, amount)
        return _without_shares(cells)

    def _held(self, at: int) -> str:
        return self.holds[at] if at < len(self.holds) else ""

    def _told(self, at: int, text: str) -> str:
        held = self._held(at)
        if held == "notes":
            return f"({text})" if any(map(str.isalnum, text)) and "(" not in text else text
        if held in _MEASURED and self.units[at] and _ENDS_BARE.search(text):
            return f"{text} {self.units[at]}"
        return text


def columns_headed(heads: Sequence[str]) -> Columns:
    """What the heads of a table say of its columns: the first that numbers the rows is left out, and where
    amounts are told in several systems of units, all but the first."""
    units = tuple(unit[1].lower() if (unit := _UNIT.search(head)) else "" for head in heads)
    holds: list[str] = []
    for head in heads:
        held = _meaning(head)
        again = held in {"number", "system"} and held in holds
        holds.append("" if again and held == "number" else "left out" if again else held)
    if "amount" not in holds:  # a table of data, not of pieces
        units = ("",) * len(units)
        holds = ["" if held in _ACROSS else held for held in holds]
    amount = next((held for held in holds if held in {"amount", "system"}), "amount")
    meant = {"number": "left out", "price": "left out", "where": "left out", "system": ""} | {
        amount: "amount"
    }
    return Columns(tuple(meant.get(held, held) for held in holds), units)


def _meaning(head: str) -> str:
    """What a column so headed holds; "length" of "Length (mm)", but "Weight (lb)" is no system of units."""
    whole = head.lower().strip(" .:")
    bare = _BESIDE.sub("", _UNIT.sub("", head)).lower().strip(" .:")
    return next(
        (held for held, words in _words().items() if (whole if held == "system" else bare) in words), ""
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = (files("commerce.methods") / "data" / "columns.toml").read_text(encoding="utf-8")
    return {held: frozenset(words) for held, words in tomllib.loads(text).items()}


def _size_of(measures: Sequence[str]) -> str:
    """ "700 mm", "50 mm" and "20 mm" as "700 x 50 x 20 mm"."""
    *front, last = measures
    unit = last.partition(" ")[2]
    if unit and all(measure.endswith(f" {unit}") for measure in front):
        front = [measure.removesuffix(f" {unit}") for measure in front]
    return " x ".join([*front, last])


def _without_shares(cells: list[str]) -> list[str]:
    """Without "70 %" beside "700 g"."""
    told = [cell for cell in cells if any(map(str.isalnum, cell))]
    kept = [cell for cell in told if not _SHARE.fullmatch(cell)]
    return kept if len(told) > 2 and len(kept) > 1 else cells
