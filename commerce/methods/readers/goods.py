"""What shops say: pages that offer one product, whose box and technical data are no components of a job; and
what leads from the lines of a job to a shop."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from commerce.methods.components import Kind
from commerce.methods.readers.finding import Finding
from commerce.methods.readers.labels import heading_kind, is_steps_heading
from commerce.methods.readers.page import Page
from commerce.methods.readers.rows import Row

__all__ = ["is_product", "without_prices"]

_LONGEST_HEADING = 60
_LONGEST_BUTTON = 40
_FEWEST_SIGNS = 2
_FEWEST_DATA = 3
_FEWEST_ITEMS = 2
_NEAR = 6
_PRICE = re.compile(
    r"(?:[€$£¥₽]|\b(?:eur|usd|gbp|chf|kr\.?|zł|kč|руб)\b)\s?\d|\d\s?(?:€|£|\$|zł|kč|kr\b|eur\b|chf\b|円|元|₽|:-|,-)",
    re.IGNORECASE,
)
_PRICE_LAST = re.compile(
    r"(?<=[^\W_])[)]?\s[–:|-]?\s?(?:[€$£]\s?\d{1,5}(?:[.,]\d{2})?|\d{1,5}(?:[.,]\d{2})?\s?(?:[€$£]|zł|kč|円))$",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r'"@type"\s*:\s*\[?\s*"(?:Product|ProductGroup|IndividualProduct)"')
_MARKED = (
    '[itemtype*="schema.org/Product" i], meta[property="og:type"][content*="product" i],'
    ' meta[property^="product:price" i]'
)
_MARKS = re.compile(r"[\W_]+")


def is_product(page: Page) -> bool:
    """Whether the page sells one thing and tells of no work: two signs of a shop's product page, or more,
    one of them what is told of the goods, to the eye or to machines."""
    rows = page.rows
    told = [_has(rows, "box"), _has(rows, "data") or _labels(rows) >= _FEWEST_DATA]
    marked = bool(_PRODUCT.search(page.text[:300_000])) or page.tree.css_first(_MARKED) is not None
    if not any(told) and not marked:
        return False
    offered = _is_offered(page)
    if not any(told) and not offered:
        return False
    stocked = any(word in row.text.casefold() for row in rows for word in _words()["stock"])
    if not (offered or marked or (stocked and all(told))):
        return False
    return sum([*told, offered, marked, stocked]) >= _FEWEST_SIGNS and not _tells_of_work(rows)


def without_prices(finding: Finding) -> Finding:
    """The lines of materials and tools without what they cost: "Pliers" of "Pliers $12.99"."""
    lines = tuple(
        line if line.kind is Kind.INGREDIENT else replace(line, text=_PRICE_LAST.sub("", line.text))
        for line in finding.lines
    )
    return replace(finding, lines=lines)


def _is_offered(page: Page) -> bool:
    """Whether there is a price and a button to buy."""
    buttons = page.tree.css(
        'input[type="submit" i], input[type="button" i], input[type="image" i], [aria-label]'
    )
    said = [one.attributes.get("value") or one.attributes.get("aria-label") or "" for one in buttons[:400]]
    said += [row.text for row in page.rows]
    buys = _words()["buy"]
    if not any(_folded(text) in buys for text in said if len(text) <= _LONGEST_BUTTON) and not any(
        word in _folded(text) for text in said for word in buys if " " in word
    ):
        return False
    return any(_PRICE.search(row.text) for row in page.rows)


def _tells_of_work(rows: Sequence[Row]) -> bool:
    """Whether the page has a list of what is needed, or of both what to do and with what."""
    lists = steps = False
    for at, row in enumerate(rows):
        if row.linked or len(row.text) > _LONGEST_HEADING:
            continue
        kind = heading_kind(row.text)
        if kind in {Kind.INGREDIENT, Kind.MATERIAL}:
            items = [one for one in rows[at + 1 : at + 1 + _NEAR] if one.item and not one.rank]
            lists = lists or len(items) >= _FEWEST_ITEMS
        steps = steps or (bool(row.rank) and is_steps_heading(row.text))
    named = any(heading_kind(row.text) is not None for row in rows if row.rank)
    return lists or (steps and named)


def _has(rows: Sequence[Row], name: str) -> bool:
    """Whether a heading is one of the words of that name, or such a label begins a row."""
    words = _words()[name]
    return any(
        _folded(row.text.partition(":")[0]) in words for row in rows if len(row.text) <= 4 * _LONGEST_HEADING
    )


def _labels(rows: Sequence[Row]) -> int:
    """How many rows of tables tell a datum of goods: "Weight 1.4 kg", "55 Nm Max. torque"."""
    labels = _words()["labels"]
    return len(
        {
            word
            for row in rows
            if row.item and len(row.text) <= _LONGEST_HEADING
            for word in _folded(row.text).split()
            if word in labels
        }
    )


def _folded(text: str) -> str:
    return _MARKS.sub(" ", text.replace("’", "'").casefold()).strip()


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = (files("commerce.methods") / "data" / "goods.toml").read_text(encoding="utf-8")
    return {name: frozenset(map(_folded, words)) for name, words in tomllib.loads(text).items()}
