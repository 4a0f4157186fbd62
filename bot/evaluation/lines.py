"""`errand eval lines`: lines of recipes and guides against what they mean."""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bot.evaluation.names import alike
from bot.evaluation.reports import Report, Request, by_group, milliseconds, rows_of, share
from commerce.methods.components import ComponentLine, Kind
from commerce.methods.lines import read_lines
from commerce.units import Amount, NotAnAmount, NotConvertible, Unit, convert

__all__ = ["measure"]

_JOINED = re.compile(r"\s*(?:,|&|/|\b(?:and|und|et|y|e|o)\b)\s*")
NEAR = Decimal("0.01")
"""A third written 0.33 is a third; an amount told in another unit may be rounded by a hundredth."""


@dataclass
class _Tally:
    """What was right of the parts of the lines."""

    right: list[bool] = field(default_factory=list)
    parts: dict[str, list[bool]] = field(default_factory=dict)
    errors: list[dict[str, Any]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def measure(request: Request) -> Report:
    """Right: qty, qty_max, unit and name. Further: the rates of the single parts, by language and domain, and
    milliseconds a line."""
    rows = list(rows_of(request.only_path(), "text", "name"))
    for kind in Kind:
        read_lines("1 g x", kind=kind)  # the first reading of a language loads its lexicon
    tally = _Tally()
    for row in rows:
        _judge(row, tally)
    groups = {
        key: by_group((str(row.get(key) or "?"), right) for row, right in zip(rows, tally.right, strict=True))
        for key in ("lang", "domain")
    }
    both = by_group(
        (f"{row.get('lang')} {row.get('domain')}", right)
        for row, right in zip(rows, tally.right, strict=True)
    )
    figures = {
        **{f"{name}_rate": share(sum(hits), len(hits)) for name, hits in tally.parts.items()},
        "by_language": groups["lang"],
        "by_domain": groups["domain"],
        "by_language_and_domain": both,
        **milliseconds(tally.seconds),
    }
    return Report(len(rows), sum(tally.right), figures, tally.errors)


def _judge(row: Mapping[str, Any], tally: _Tally) -> None:
    language = str(row.get("lang") or "en")
    kind = Kind.MATERIAL if row.get("domain") == "diy" else Kind.INGREDIENT
    read_lines("1", language=language, kind=kind)
    began = time.process_time()
    lines = read_lines(str(row["text"]), language=language, kind=kind)
    tally.seconds.append(time.process_time() - began)
    also = _also(row)
    names = [line.name for line in lines]
    hits = {
        "amount": _amount_is_right(row, lines[0].amount),
        "name": _name_is_right(row, names, also, language),
        "optional": lines[0].optional is bool(row.get("optional")),
        "size": _size_is_right(row.get("size"), lines[0].size),
    }
    if row.get("alternatives"):
        hits["alternatives"] = _same_names(row["alternatives"], lines[0].alternatives, language)
    if also:
        hits["also"] = _same_names(also, names[1:], language)
    for name, hit in hits.items():
        tally.parts.setdefault(name, []).append(hit)
    right = hits["amount"] and hits["name"]
    tally.right.append(right)
    if not right:
        tally.errors.append({**row, "found": [_told(line) for line in lines]})


def _amount_is_right(row: Mapping[str, Any], amount: Amount | None) -> bool:
    accepted = [row, *_many(row.get("also_ok"))]
    units = _many(row.get("unit_ok"))
    accepted += [{**row, "unit": unit} for unit in units]
    return any(_same_amount(reading, amount) for reading in accepted)


def _same_amount(reading: Mapping[str, Any], amount: Amount | None) -> bool:
    if reading.get("qty") is None or amount is None:
        return reading.get("qty") is None and amount is None
    low, high = (reading.get(key) for key in ("qty", "qty_max"))
    if (high is None or high == low) is not (amount.qty_max is None):
        return False
    try:
        unit = Unit(reading.get("unit") or "piece")
        found = convert(amount, unit)
    except (ValueError, NotConvertible, NotAnAmount):
        return False
    exact = amount.unit is unit
    pairs = [(low, found.qty), *([(high, found.qty_max)] if found.qty_max is not None else [])]
    return all(_is_near(Decimal(str(meant)), read, exact=exact) for meant, read in pairs)


def _is_near(meant: Decimal, read: Decimal, *, exact: bool) -> bool:
    return abs(meant - read) <= (Decimal("0.005") if exact else abs(meant) * NEAR)


def _name_is_right(row: Mapping[str, Any], names: Sequence[str], also: Sequence[str], language: str) -> bool:
    """The name of the first component; what was split though meant as one is right when it is all there."""
    accepted = [str(row["name"]), *map(str, _many(row.get("name_ok")))]
    if len(names) > 1 and not also:
        return any(alike(_JOINED.sub(" ", name), " ".join(names), language) for name in accepted)
    return any(alike(name, names[0], language) for name in accepted)


def _same_names(meant: Sequence[Any], found: Sequence[str], language: str) -> bool:
    wanted = [_name_of(thing) for thing in meant]
    return len(wanted) == len(found) and all(
        any(alike(name, other, language) for other in found) for name in wanted
    )


def _size_is_right(meant: Any, found: str | None) -> bool:
    return bool(meant) is bool(found) and (not meant or _bare(str(meant)) == _bare(found or ""))


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum() or character in ".,/")


def _also(row: Mapping[str, Any]) -> list[str]:
    return [_name_of(thing) for thing in _many(row.get("also"))]


def _name_of(thing: Any) -> str:
    return str(thing.get("name") if isinstance(thing, Mapping) else thing)


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _told(line: ComponentLine) -> dict[str, Any]:
    amount = line.amount
    return {
        "qty": float(amount.qty) if amount else None,
        "qty_max": float(amount.qty_max) if amount and amount.qty_max is not None else None,
        "unit": amount.unit.value if amount else None,
        "name": line.name,
        "size": line.size,
        "optional": line.optional,
        "alternatives": list(line.alternatives),
    }
