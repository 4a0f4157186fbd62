"""Components from the data that a page carries for its own scripts: Next.js, Redux, Apollo, Vue attributes.

Wherever a key names ingredients, supplies, materials or tools, its list is read: of texts, or of objects with
an amount, a unit and a name.
"""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from commerce.methods.components import Kind
from commerce.methods.readers.finding import Finding, RawLine, clean, in_figures, lines_of
from commerce.methods.readers.flight import MENTION, flight_data
from commerce.methods.readers.page import Page

__all__ = ["read_state"]

_MOST_SCRIPTS = 60
_MOST_NODES = 60_000
_LONGEST_SCRIPT = 3_000_000
_FEWEST_LINES = 2
_FEWEST_AMOUNTS = 6
_MOST_SERVINGS = 24
_SMALL = 10
"""Up to so much, broken amounts are common: 7.5 dl, 2.5 cups."""
_DEEPEST = 4
_LONGEST_NAME = 160
_KEYS = {
    Kind.INGREDIENT: re.compile(
        r"ingredi[eë]nt|ingr[eé]dient|zutat|składnik|malzeme|material_?list_?food", re.IGNORECASE
    ),
    Kind.MATERIAL: re.compile(r"^(?:materials?|supplies|materiallist|parts?_?list)$", re.IGNORECASE),
    Kind.TOOL: re.compile(r"^(?:tools?|equipment|utensils|werkzeuge?)$", re.IGNORECASE),
}
_SERVINGS = re.compile(
    r"(?:serving|portion|person)_?(?:size|count|s)?|servings?|portion(?:er|en|s)?|yields?", re.IGNORECASE
)
_START = re.compile(r"(?:=|\(|:)\s*(?=[{\[]\s*[\"{\[\]}])|JSON\.parse\(\s*(?=[\"'])")
_WHOLE = (
    "text", "raw", "original", "originaltext", "display", "displaytext", "line", "fulltext", "ingredienttext",
    "rawtext", "richtext", "wholetext", "formatted", "description", "descriptionname", "value",
)  # fmt: skip
_AMOUNT = (
    "amount", "quantity", "qty", "menge", "count", "value", "number", "measure", "quantité", "cantidad",
    "amounttext",
)  # fmt: skip
_UNIT = (
    "unit", "units", "unitname", "unit_name", "measurement", "measureunit", "einheit", "unitlabel", "unite",
    "uom", "unitofmeasurement",
)  # fmt: skip
_NAME = (
    "name", "title", "ingredient", "ingredientname", "ingredient_name", "product", "label", "food", "item",
    "bezeichnung", "name_plural", "name_singular", "nameplural", "namesingular", "singular", "plural",
    "abbreviation", "symbol",
)  # fmt: skip
_SHOWN = re.compile(r"^(?:display|ingredient)+(?=[a-z])")
""" "displayIngredientQuantity" is a quantity."""
_NOTE = ("note", "notes", "suffix", "comment", "preparation", "extra", "addition", "info")


def read_state(page: Page) -> Finding | None:
    """The longest list that a script or an attribute of the page carries, or None."""
    found: list[RawLine] = []
    for data in _data_of(page):
        best: dict[Kind, list[RawLine]] = {}
        for kind, value, servings in _named_lists(data):
            times = servings if servings and _is_for_one(_numbers(value), servings) else 1
            lines = list(lines_of(_texts(value, times), kind))
            if len(lines) > len(best.get(kind, [])):
                best[kind] = lines
        together = [line for kind in Kind for line in best.get(kind, [])]
        if len(together) > len(found) and len(best.get(Kind.TOOL, [])) < len(together):
            found = together
    return Finding("state", tuple(found)) if len(found) >= _FEWEST_LINES else None


def _data_of(page: Page) -> Iterator[Any]:
    yield from flight_data(page)
    for script in page.tree.css("script:not([src])")[:_MOST_SCRIPTS]:
        text = script.text()
        if len(text) < 60 or len(text) > _LONGEST_SCRIPT or not MENTION.search(text):
            continue
        if "ld+json" in (script.attributes.get("type") or ""):
            continue
        yield from _loaded(text.strip())
    for node in page.tree.css(
        "[data-page], [data-props], [data-recipe], [data-ingredients], [\\:recipe], [data-react-props]"
    )[:20]:
        for _name, value in node.attributes.items():
            if value and value[:1] in "{[" and MENTION.search(value):
                yield from _loaded(html.unescape(value[:_LONGEST_SCRIPT]))


def _loaded(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    starts = [0] if text[:1] in "{[" else [found.end() for found in _START.finditer(text)][:40]
    for start in starts:
        try:
            data, _ = decoder.raw_decode(text, start)
            if isinstance(data, str):
                data = json.loads(data, strict=False)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict | list) and data:
            yield data
            return


def _named_lists(data: Any) -> Iterator[tuple[Kind, list[Any], int]]:
    """The lists under telling keys, with the servings that the data around them name, or 0."""
    waiting: deque[tuple[Any, int]] = deque([(data, 0)])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node, servings = waiting.popleft()
        if isinstance(node, list):
            waiting.extend((one, servings) for one in node if isinstance(one, dict | list))
        elif isinstance(node, dict):
            named = [one for key, one in node.items() if _SERVINGS.fullmatch(str(key)) and type(one) is int]
            servings = named[0] if named else servings
            for key, value in node.items():
                if not isinstance(value, dict | list):
                    continue
                kind = next((kind for kind, sign in _KEYS.items() if sign.search(str(key))), None)
                if kind is not None and isinstance(value, list) and len(value) > 0:
                    yield kind, value, servings
                waiting.append((value, servings))


def _numbers(value: Any, depth: int = 0) -> list[float]:
    """The amounts of a list that are numbers, those of its groups too."""
    if isinstance(value, list):
        return [number for one in value for number in _numbers(one, depth + 1)] if depth < _DEEPEST else []
    if not isinstance(value, dict):
        return []
    named = {str(key).lower().lstrip("_"): one for key, one in value.items()}
    own = [named[key] for key in _AMOUNT if type(named.get(key)) in {int, float} and named[key] > 0][:1]
    lists = (one for key, one in value.items() if isinstance(one, list) and _is_group(str(key)))
    return [*own, *(number for one in lists for number in _numbers(one, depth + 1))]


def _is_for_one(amounts: list[float], servings: int) -> bool:
    """Whether amounts are those of one serving: an eighth of a leek and 12.5 g of butter, which the servings
    make whole leeks and 50 g."""
    if len(amounts) < _FEWEST_AMOUNTS or not 1 < servings <= _MOST_SERVINGS:
        return False
    broken = [amount for amount in amounts if amount % 1]
    odd = any(amount > _SMALL and amount * servings % 1 == 0 for amount in broken)
    return odd and 2 * len(broken) >= len(amounts) and all(a * servings * 2 % 1 == 0 for a in amounts)


def _texts(value: Any, times: int = 1, depth: int = 0) -> list[str]:
    """The lines of a list, those of its groups in their order; amounts that are numbers `times` as much."""
    texts: list[str] = []
    for one in value if isinstance(value, list) and depth < _DEEPEST else []:
        if isinstance(one, str):
            texts.append(one)
        elif isinstance(one, list):
            texts.extend(_texts(one, times, depth + 1))
        elif isinstance(one, dict):
            inner = [lines for key, lines in one.items() if isinstance(lines, list) and _is_group(str(key))]
            if inner:
                texts.extend(line for lines in inner for line in _texts(lines, times, depth + 1))
            else:
                texts.append(_line(one, times))
    return [text for text in texts if text]


def _is_group(key: str) -> bool:
    return any(sign.search(key) for sign in _KEYS.values()) or key in {"items", "list", "children", "lines"}


def _line(thing: dict[str, Any], times: int) -> str:
    """One object as a line: amount, unit, name and note."""
    named = {str(key).lower().lstrip("_"): value for key, value in thing.items()}
    named = {_SHOWN.sub("", key): value for key, value in named.items()} | named
    if times > 1:
        named |= {key: named[key] * times for key in _AMOUNT if type(named.get(key)) in {int, float}}
    amount, unit, name, note = (_told(named, keys) for keys in (_AMOUNT, _UNIT, _NAME, _NOTE))
    whole = _told(named, _WHOLE)
    says_all = not name or (len(whole) > len(name) and name.casefold() in whole.casefold())
    if whole and says_all and (not amount or any(sign.isnumeric() for sign in whole)):
        return whole
    parts = [amount if amount not in {"0", "0.0"} else "", unit if amount else "", name]
    line = " ".join(part for part in parts if part)
    return f"{line}, {note}" if line and note and note not in line else line


def _told(thing: dict[str, Any], keys: tuple[str, ...], depth: int = 0) -> str:
    """The text under the first of the keys that has one, inside an object too."""
    for key in keys:
        value = thing.get(key)
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, int | float):
            return in_figures(value)
        if isinstance(value, str) and value.strip() and len(value) <= _LONGEST_NAME:
            return clean(value)
        if isinstance(value, dict) and depth < _DEEPEST:
            inner = _told({str(name).lower(): one for name, one in value.items()}, _NAME, depth + 1)
            if inner:
                return inner
    return ""
