"""Components from JSON-LD: schema.org Recipe and HowTo, also inside `@graph`, lists and other things."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from commerce.methods.components import Kind
from commerce.methods.readers.amounts import share_beginning
from commerce.methods.readers.finding import Finding, RawLine, clean, in_figures, lines_of
from commerce.methods.readers.groups import without_sections
from commerce.methods.readers.labels import heading_kind
from commerce.methods.readers.page import Page
from commerce.methods.readers.titled import without_titles

__all__ = ["read_structured"]

_MOST_BLOCKS = 40
_MOST_NODES = 20_000
_DEEPEST = 20
_FEWEST_AGAIN = 4
_LONGEST_BLOCK = 2_000_000
_COMMENT = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|^\s*//.*$", re.MULTILINE)
_TRAILING_COMMA = re.compile(r",(\s*[\]}])")
_GLUED = re.compile(r"^(\s*\d+)(?=[A-ZÄÖÜÉ][^\W\d_]{2,})")
_TYPES = {"Recipe": Kind.INGREDIENT, "HowTo": Kind.MATERIAL}

Thing = dict[str, Any]


def read_structured(page: Page) -> Finding | None:
    """The fullest Recipe or HowTo of the page, or None where none names a component."""
    found = [_finding_of(thing, kind) for thing, kind in _things(page)]
    best = max((one for one in found if one.lines), key=lambda one: len(one.lines), default=None)
    return best and replace(best, lines=without_titles(page, best.lines))


def _things(page: Page) -> Iterator[tuple[Thing, Kind]]:
    for script in page.tree.css('script[type*="ld+json" i]')[:_MOST_BLOCKS]:
        waiting: deque[Any] = deque([_loaded(script.text()[:_LONGEST_BLOCK])])
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.popleft()
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                kind = _kind_of(node)
                if kind is not None:
                    yield node, kind
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _loaded(text: str) -> Any:
    """The JSON of a block, mending what sites commonly break; None where it cannot be mended."""
    for mended in (text, _TRAILING_COMMA.sub(r"\1", _COMMENT.sub("", text)).strip().rstrip(";")):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _kind_of(thing: Thing) -> Kind | None:
    for name in _texts(thing.get("@type")):
        kind = _TYPES.get(name.rpartition("/")[2].rpartition(":")[2])
        if kind is not None:
            return kind
    return None


def _finding_of(thing: Thing, kind: Kind) -> Finding:
    ingredients = [*_amounts(thing.get("recipeIngredient")), *_amounts(thing.get("ingredients"))]
    supplies = [*_amounts(thing.get("supply")), *_amounts(thing.get("material"))]
    tools = _amounts(thing.get("tool"))
    lines = (
        *_once(without_sections(_without_labels(lines_of(map(_mended, ingredients), kind)))),
        *lines_of(supplies, Kind.MATERIAL),
        *lines_of(tools, Kind.TOOL),
    )
    yields = next(iter(_texts(thing.get("recipeYield")) or _texts(thing.get("yield"))), "")
    return Finding(
        reader="json-ld",
        lines=lines,
        title=clean(next(iter(_texts(thing.get("name"))), ""))[:200],
        yields=_fullest(_texts(thing.get("recipeYield"))) or yields,
        language=next(iter(_texts(thing.get("inLanguage"))), ""),
        torn=any("\n" in text.strip() for text in ingredients[1:]),
    )


def _without_labels(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Without "Ingredients" and "FOR THE SAUCE", where other lines are not so written."""
    kept = tuple(line for line in lines if heading_kind(line.text) is None and not _is_shouted(line.text))
    return kept if len(kept) * 10 >= 6 * len(lines) else lines


def _once(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Without a last part that says again, in another order, what stands right before it."""
    texts = [line.text for line in lines]
    for size in range(len(lines) // 2, _FEWEST_AGAIN - 1, -1):
        before, again = texts[-2 * size : -size], texts[-size:]
        if before != again and sorted(before) == sorted(again) and share_beginning(again) >= 50:
            return lines[:-size]
    return lines


def _is_shouted(text: str) -> bool:
    return text.isupper() and " " in text and not any(sign.isdigit() or sign in ",(" for sign in text)


def _mended(line: str) -> str:
    """A line as its author would write it: "1Zwiebel" is 1 Zwiebel."""
    return _GLUED.sub(r"\1 ", line)


def _fullest(texts: list[str]) -> str:
    """Of "4" and "4 servings" the one that says more."""
    return max((clean(text) for text in texts), key=len, default="")[:80]


def _amounts(value: Any, depth: int = 0) -> list[str]:
    """The lines in strings, lists of them, and HowToSupply with `requiredQuantity`."""
    if isinstance(value, list) and depth < _DEEPEST:
        return [line for one in value for line in _amounts(one, depth + 1)]
    if not isinstance(value, dict):
        return _texts(value)
    name = next(iter(_texts(value.get("name")) or _texts(value.get("text"))), "")
    quantity = value.get("requiredQuantity", value.get("amount"))
    if quantity is None and value.get("value") is not None:
        quantity = {"value": value["value"], "unitText": value.get("unitText", value.get("unitCode"))}
    if isinstance(quantity, dict):
        parts = [*_texts(quantity.get("value")), *_texts(quantity.get("unitText", quantity.get("unitCode")))]
        quantity = " ".join(parts)
    told = next(iter(_texts(quantity)), "")
    line = name if not told or told in name else f"{told} {name}"
    inner = _amounts(value.get("itemListElement"), depth + 1) if depth < _DEEPEST else []
    return [line, *inner] if line else inner


def _texts(value: Any, depth: int = 0) -> list[str]:
    """The texts and numbers of a value, the names of things; of lists those of what they hold."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return []
    if isinstance(value, int | float):
        return [told] if (told := in_figures(value)) else []
    if isinstance(value, list):
        return [text for one in value if not isinstance(one, list) for text in _texts(one, depth + 1)]
    return _texts(value.get("name"), depth + 1) if isinstance(value, dict) else []
