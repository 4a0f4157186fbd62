"""How well answers are read, on a file of answers with what was meant (`replies` in docs/evaluation.md)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from commerce.date_words import folded
from commerce.matching.translating import names_of
from commerce.quotes.replies.reading import read_reply
from commerce.quotes.replies.shapes import AskedLine, ReadLine, ReplyReading
from commerce.quotes.replies.tokens.figures import amount_of
from commerce.units import Amount, Dimension, Unit, dimension_of

__all__ = ["Figures", "Miss", "score"]

TODAY = date(2026, 11, 20)
CURRENCY = "EUR"


@dataclass(frozen=True)
class Miss:
    """One answer that was read otherwise than meant: which, and what differs."""

    number: int
    reply: str
    differs: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """`rate` and `reply_rate`: answers read right as a whole (ambiguous ones: asked back). `line_f1` over the
    offered lines of the others: price, quantity and substitute all as meant. `wrong_bindings`: bound although
    ambiguous, or with another price than meant. `needless`: asked back although clear.
    """

    n: int
    right: int
    rate: float
    line_f1: float
    reply_rate: float
    wrong_bindings: int
    needless: int
    misses: tuple[Miss, ...]


def score(path: Path) -> Figures:
    """Reads every answer of a JSONL file and compares."""
    right = wrong = needless = hits = offered = meant = number = 0
    misses: list[Miss] = []
    for number, row in enumerate(_rows(path), 1):
        reading = _read(row)
        expected = row["expected"]
        lines = _lines(expected.get("lines") or {})
        binds = not reading.unclear and any(reading.lines.values())
        if row.get("ambiguous"):
            differs = [] if reading.unclear else ["not asked back"]
            wrong += binds
        else:
            differs = _differences(expected, lines, reading, _units(row))
            hits += sum(_same(lines[n], reading.lines.get(n), _units(row).get(n)) for n in lines)
            meant += len(lines)
            offered += sum(line is not None for line in reading.lines.values())
            wrong += binds and _priced_otherwise(lines, reading)
            needless += bool(reading.unclear)
        right += not differs
        if differs:
            misses.append(Miss(number, row["reply"], tuple(differs)))
    rate = right / number if number else 0.0
    f1 = 2 * hits / (offered + meant) if offered + meant else 1.0
    return Figures(number, right, rate, f1, rate, wrong, needless, tuple(misses))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for text in file:
            if text.strip():
                yield json.loads(text)


def _read(row: Mapping[str, Any]) -> ReplyReading:
    asked = [
        AskedLine(int(line["n"]), name := str(line["component"]), str(line["qty"]), called=_called(name))
        for line in row["inquiry"]
    ]
    today = date.fromisoformat(row["today"]) if row.get("today") else TODAY
    currency = row.get("currency") or CURRENCY
    before = row.get("earlier")
    earlier: ReplyReading | None = None
    for former in [before] if isinstance(before, str | dict) else before or []:
        if isinstance(former, dict):
            earlier = _given(former.get("expected", former))
        else:
            earlier = read_reply(asked, former, today=today, currency=currency, earlier=earlier)
    return read_reply(asked, row["reply"], today=today, currency=currency, earlier=earlier)


def _called(name: str) -> tuple[str, ...]:
    """Its other names of one word, in any language, which the shop knows, too."""
    return tuple(other for other in names_of(name) if " " not in other)


def _given(state: Mapping[str, Any]) -> ReplyReading:
    """A former answer that the file gives as what it meant."""
    delivery = state.get("delivery")
    valid = state.get("valid_until")
    return ReplyReading(
        lines={int(n): line for n, line in _lines(state.get("lines") or {}).items()},
        total_minor=state.get("total_minor"),
        delivery="pickup" if delivery == "pickup" else date.fromisoformat(delivery) if delivery else None,
        valid_until=date.fromisoformat(valid) if valid else None,
        decline=bool(state.get("decline")),
        question=bool(state.get("question")),
        unclear=(),
    )


def _lines(lines: Mapping[str, Any]) -> dict[int, ReadLine]:
    return {
        int(n): ReadLine(line.get("price_minor"), line.get("qty"), None, line.get("substitute"))
        for n, line in lines.items()
        if line is not None
    }


def _differences(
    expected: Mapping[str, Any],
    lines: Mapping[int, ReadLine],
    reading: ReplyReading,
    units: Mapping[int, Unit],
) -> list[str]:
    differs = [f"unclear: {unclear.why} {unclear.words!r}" for unclear in reading.unclear]
    for n in sorted({*lines, *(n for n, line in reading.lines.items() if line)}):
        if not _same(lines.get(n), reading.lines.get(n), units.get(n)):
            differs.append(f"line {n}: {reading.lines.get(n)} for {lines.get(n)}")
    totals = [expected.get("total_minor"), *_many(expected, "total_ok")]
    if reading.total_minor not in totals:
        differs.append(f"total {reading.total_minor} for {totals}")
    delivery = reading.delivery.isoformat() if isinstance(reading.delivery, date) else reading.delivery
    if delivery not in [expected.get("delivery"), *_many(expected, "delivery_options")]:
        differs.append(f"delivery {delivery} for {expected.get('delivery')}")
    valid = reading.valid_until.isoformat() if reading.valid_until else None
    if valid != expected.get("valid_until"):
        differs.append(f"valid until {valid} for {expected.get('valid_until')}")
    for name in ("decline", "question"):
        if getattr(reading, name) != bool(expected.get(name)):
            differs.append(f"{name} {getattr(reading, name)}")
    return differs


def _many(expected: Mapping[str, Any], key: str) -> list[Any]:
    value = expected.get(key, [])
    return list(value) if isinstance(value, list) else [value]


def _units(row: Mapping[str, Any]) -> dict[int, Unit]:
    """What each line is counted in."""
    amounts = {int(line["n"]): amount_of(folded(str(line["qty"]))) for line in row["inquiry"]}
    return {n: amount.unit for n, amount in amounts.items() if amount is not None}


def _same(meant: ReadLine | None, read: ReadLine | None, unit: Unit | None) -> bool:
    if meant is None or read is None:
        return meant is read
    return (
        meant.price_minor == read.price_minor
        and _plain_qty(meant.qty, unit) == _plain_qty(read.qty, unit)
        and _plain(meant.substitute) == _plain(read.substitute)
    )


def _plain_qty(qty: str | None, unit: Unit | None) -> object:
    """Quantities count as the same when the amounts are; a bare count is of what the line is counted in."""
    amount = amount_of(folded(qty)) if qty else None
    if amount is not None and amount.unit is Unit.PIECE and unit and dimension_of(unit) is Dimension.COUNT:
        return Amount(amount.qty, unit)
    return amount or _plain(qty)


def _plain(text: str | None) -> str | None:
    return " ".join(folded(text).split()) if text else None


def _priced_otherwise(lines: Mapping[int, ReadLine], reading: ReplyReading) -> bool:
    """Whether a line would bind at another price than meant, or though it was not offered."""
    for n, read in reading.lines.items():
        if read is not None and (n not in lines or lines[n].price_minor != read.price_minor):
            return True
    return False
