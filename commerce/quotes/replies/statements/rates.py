"""What several prices are by, said once: "prices per kg: …", "… (per 100 g)", "8 and 3 jeweils"."""

from collections.abc import Sequence

from commerce.date_words import folded
from commerce.quotes.replies.shapes import ReadLine, Unclear, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.notes import Notes
from commerce.quotes.replies.statements.pricing import offer_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import BEFORE_ALL_UNITS, OF_ALL_PRICES
from commerce.units import Unit

__all__ = ["rated_for_all", "spread_rates"]

_OWN = (Role.PER, Role.QTY, Role.TOTAL, Role.ALL, Role.RESULT, Role.PERCENT)
"""What says by itself what a price is for."""


def rated_for_all(found: Sequence[Entry]) -> list[Entry]:
    """ "candles 1.20 napkins 2.50 each", in one breath: whether the first is by the piece is open."""
    priced = [entry for entry in found if entry.prices]
    if len(priced) != 2 or not all(len(entry.names) == len(entry.prices) == 1 for entry in priced):
        return []
    one, other = priced
    one_breath = other.parted is Role.FILLER and not one.has(*_OWN, Role.ONLY)
    each = other.tokens[-1].role is Role.PER and other.tokens[-1].unit is Unit.PIECE
    return [one] if one_breath and each else []


def spread_rates(notes: Notes, told: Sequence[Entry]) -> None:
    """Puts a rate that stands beside no price of its own to the prices that have none.

    To the only such price, or to all where it is said of "prices"; otherwise it is open which are meant, and
    those that it would change are asked back.
    """
    whole = {Role.TOTAL, Role.RESULT, Role.WHOLE, Role.REST}
    rateless = [e for e in told if len(e.prices) == 1 and not _rates(e) and not e.has(*whole)]
    for entry in told:
        rates = _rates(entry)
        if not rates or not rateless or not (_is_loose(entry) or _is_of_all(entry) or _heads(entry, told)):
            continue
        named = set(notes.numbers(entry)) if entry.names and not entry.prices else set()
        meant = [e for e in rateless if not named or named & {n for t in e.names for n in t.lines}]
        sure = _is_of_all(entry) or (len(meant) == 1 and not entry.prices)
        for other in meant:
            _rate(notes, other, rates, sure=sure)


def _rates(entry: Entry) -> list[Token]:
    return [token for token in entry.all(Role.PER) if token.unit is not None]


def _is_loose(entry: Entry) -> bool:
    """A rate alone; after a bare article ("das Glas") only where nothing else is said."""
    figures = any(any(map(str.isdigit, token.text)) for token in entry.all(Role.FILLER))
    if entry.prices or entry.has(Role.QTY) or figures:  # "6 each normally"
        return False
    strong = any(_is_strong(token) for token in _rates(entry))
    return strong or all(token.role in {Role.PER, Role.FILLER} for token in entry.tokens)


def _is_strong(rate: Token) -> bool:
    words = folded(rate.text).replace("/", "/ ").split()
    return len(words) == 1 or words[0] in BEFORE_ALL_UNITS or words[0] == "/"


def _is_of_all(entry: Entry) -> bool:
    """Whether it is said of prices, not of one."""
    told = {
        word for t in entry.all(Role.FILLER, Role.PER, Role.WORD, Role.ALL) for word in folded(t.text).split()
    }
    return bool(told & OF_ALL_PRICES)


def _heads(entry: Entry, told: Sequence[Entry]) -> bool:
    """ "per kilo tomatoes 2.90, carrots 1.20": the rate opens the answer and may be of all that follows."""
    first = next((token for token in entry.tokens if token.role is not Role.FILLER), None)
    opens = next((e for e in told if e.prices), None) is entry
    return opens and first is not None and first.role is Role.PER and _is_strong(first)


def _rate(notes: Notes, entry: Entry, rates: Sequence[Token], *, sure: bool) -> None:
    lines = sorted({n for token in entry.names for n in token.lines if n in notes.lines})
    if not lines and entry in notes.said.bare and len(notes.lines) == 1 and sure and len(rates) == 1:
        entry.tokens = [*entry.tokens, *rates]
        return
    for n in lines:
        offers = notes.said.offers.get(n, [])
        if len(lines) != 1 or len(offers) != 1:
            continue
        line, before = notes.lines[n], offers[0]
        ways = [
            offer_of(line, Entry(entry.parted, [*entry.tokens, rate]), entry.prices[0], before.substitute)
            for rate in rates
        ]
        read = [way for way in ways if isinstance(way, ReadLine)]
        if len(read) == 1 and sure:
            offers[0] = read[0]
        elif not read and not sure:
            continue  # a line that is not asked for in such units
        elif any(way != before for way in read) or not read:
            notes.said.unclear.append(Unclear(Why.WHICH_UNIT, entry.words, (n,)))
