"""What was said in an answer, still unweighed, and what its statements call a substitute."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from commerce.date_words import folded
from commerce.quotes.reply_entries import Entry
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_shapes import AskedLine, ReadLine, Unclear, Why

__all__ = ["Notes", "Said", "cut", "price_alone", "substitute_of", "variant_of"]


@dataclass
class Said:
    """All that the statements said, still unweighed."""

    offers: dict[int, list[ReadLine]] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    accepted: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    named: dict[int, str] = field(default_factory=dict)
    bare: list[Entry] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    percent: Decimal = Decimal(0)
    fee: int | None = None
    all_accepted: bool = False
    all_refused: bool = False
    rest: Role | None = None
    unclear: list[Unclear] = field(default_factory=list)

    def doubt(self, why: Why, entry: Entry, lines: Sequence[int] = ()) -> None:
        self.unclear.append(Unclear(why, entry.words, tuple(lines)))


class Notes:
    """Takes down what is said about the lines `asked`."""

    def __init__(self, asked: Sequence[AskedLine]) -> None:
        self.lines = {line.n: line for line in asked}
        self.said = Said()
        self.last_offer: int | None = None

    def numbers(self, entry: Entry) -> list[int]:
        """The lines that the entry names, each once. Doubtful names are noted, and none returned."""
        numbers: list[int] = []
        for token in entry.names:
            known = [n for n in token.lines if n in self.lines]
            if len(known) != 1:
                why = Why.WHICH_LINE if known else Why.UNKNOWN_LINE
                self.said.doubt(why, entry, sorted(known))
                return []
            if known[0] not in numbers:
                numbers.append(known[0])
        if any(t.role is Role.LINE for t in entry.names) and any(t.role is Role.NAME for t in entry.names):
            lines = {n for t in entry.names if t.role is Role.LINE for n in t.lines}
            if len(lines) == 1 and len(numbers) > 1 and entry.prices:
                self.said.doubt(Why.WHICH_LINE, entry, numbers)
                return []
        return numbers

    def single(self, entry: Entry) -> int | None:
        numbers = self.numbers(entry)
        return numbers[0] if len(numbers) == 1 else None

    def refuse(self, entry: Entry) -> None:
        for n in self.numbers(entry):
            self.said.refused.setdefault(n, entry.words)

    def settle(self, n: int, offer: ReadLine | Unclear) -> None:
        if isinstance(offer, Unclear):
            self.said.unclear.append(offer)
        else:
            self.offer(n, offer)

    def offer(self, n: int, offer: ReadLine) -> None:
        self.said.offers.setdefault(n, []).append(offer)
        self.last_offer = n


def cut(minor: int, percent: Decimal) -> int:
    """The price less so many per cent, half a unit rounded up."""
    return int((minor * (100 - percent) / 100 + Decimal("0.5")).to_integral_value(rounding=ROUND_FLOOR))


def price_alone(entry: Entry) -> bool:
    return bool(entry.prices) and not entry.names


def variant_of(entry: Entry, sure: bool) -> str | None:
    """Another kind of what was asked for: "brown rice" for rice."""
    for token in entry.all(Role.NAME):
        if token.variant is not None and (sure or token.surely):
            return token.variant
    return None


def substitute_of(entry: Entry) -> str | None:
    """ "margarine for the butter", "rollers instead of brushes": what comes in place of the line named."""
    tokens = [
        t for t in entry.tokens if t.role is not Role.FILLER or folded(t.text) in {"for", "fur", "pour"}
    ]
    words = [t for t in tokens if t.role is Role.WORD]
    if entry.has(Role.INSTEAD):
        return words[0].text.strip().lower() if words else None
    for only, word in pairwise(tokens):
        if only.role is Role.ONLY and word.role is Role.WORD and tokens.index(only) > 0:
            return word.text.strip().lower()
    for word, filler, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if word.role is Role.WORD and filler.role is Role.FILLER and name.role is Role.NAME:
            return word.text.strip().lower()
    return None
