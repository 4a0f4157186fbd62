"""What a statement of an answer is by its shape alone: goes on, shares a price, takes something off."""

from collections.abc import Mapping, Sequence

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, ReadLine, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.notes import Notes, price_alone
from commerce.quotes.replies.statements.pricing import offer_of, results_in
from commerce.quotes.replies.tokens.figures import whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import AT_PRICE, BOTH, OF_PRICE
from commerce.units import Dimension, dimension_of

__all__ = [
    "counts_lines",
    "counts_pieces",
    "each_or_all",
    "for_a_price",
    "forget_conditions",
    "goes_on",
    "of_a_kind",
    "restates",
    "shares_a_price",
    "taken_off",
]


def shares_a_price(entry: Entry, following: Entry | None) -> bool:
    """ "nuts and figs 7": something unknown that shares the price of the line named next."""
    alone = all(token.role in {Role.WORD, Role.FILLER} for token in entry.tokens)
    if following is None or not alone or entry.tokens[-1].role is not Role.WORD:
        return False
    return following.parted is Role.AND and bool(following.names) and len(following.prices) == 1


def of_a_kind(thing: str, lines: Mapping[int, AskedLine]) -> list[int]:
    """The lines of which a thing is another kind by the end of its one word: "Hähnchenfilet"."""
    names = {n: folded(line.component) for n, line in lines.items()}
    ends = {n: _common_end(name, folded(thing)) for n, name in names.items()}
    return [n for n, end in ends.items() if end >= 4 and end < len(names[n]) and end < len(thing)]


def _common_end(one: str, other: str) -> int:
    """How many letters both words end with alike."""
    alike = [a == b for a, b in zip(reversed(one), reversed(other), strict=False)]
    return alike.index(False) if False in alike else len(alike)


def goes_on(entry: Entry) -> bool:
    """Whether this is the price of what was accepted just before: "bolts ok, 8 euros"."""
    return (
        price_alone(entry) and entry.parted is Role.COMMA and not entry.has(Role.TOTAL, Role.ALL, Role.REST)
    )


def taken_off(entry: Entry) -> bool:
    """Whether the only price is what is taken off: "20 cents cheaper", "2 € de moins", "minus 1 euro"."""
    price = entry.prices[0]
    return len(entry.prices) == 1 and any(
        0 <= t.start - price.end <= 3 or (0 <= price.start - t.end <= 1 and price.money)
        for t in entry.all(Role.OFF)
    )


def forget_conditions(entry: Entry) -> None:
    """ "2.40, 10% off from 3 kg on": what comes after the "from" is no quantity offered."""
    when = next((t.start for t in entry.tokens if t.role is Role.WHEN), None)
    if when is not None:
        entry.tokens = [t for t in entry.tokens if t.start < when or t.role is not Role.QTY]


def for_a_price(entry: Entry) -> bool:
    """ "all but the capers for 16": the price is of what is left."""
    price = entry.prices[0].start
    return any(t.start < price and folded(t.text) in OF_PRICE for t in entry.all(Role.FILLER))


def restates(notes: Notes, entry: Entry, price: Token) -> bool:
    """Takes the price of the whole for that of the line priced just before, if it can be, or of the only one
    of which so many are asked for."""
    whole = entry.all(Role.WHOLE)
    n = notes.last_offer
    offers = notes.said.offers.get(n or 0, [])
    if not whole:
        return _restates_count(notes, entry, price)
    if n is None or not offers or n not in whole[0].lines:
        free = whole[0].lines - {*notes.said.offers, *notes.said.refused}
        if len(whole[0].lines) != 1 or not free or len(notes.lines) == 1:
            return False
        line = notes.lines[next(iter(free))]
        notes.settle(line.n, offer_of(line, entry, price, None))
        return True
    stated = offer_of(notes.lines[n], entry, price, offers[-1].substitute)
    if isinstance(stated, ReadLine) and results_in(notes.lines[n], offers[-1], stated):
        offers[-1] = stated
    else:
        notes.said.doubt(Why.TWO_PRICES, entry, (n,))
    return True


def counts_pieces(notes: Notes, entry: Entry, refusing: Sequence[int]) -> bool:
    """ "raspberries instead, 5 for two": the price of what comes for the line just refused, of which two are
    asked for, and of no two lines."""
    token = next(iter(entry.all(Role.TOTAL, Role.ALL)), None)
    count = _count_in(token) if token is not None else None
    if count is None or (notes.pending is not None and len(notes.numbers(notes.pending)) == count):
        return False
    if len(refusing) != 1:
        return count not in {len(notes.lines), len(notes.lines) - len(notes.said.refused)}
    whole = whole_of(notes.lines[refusing[0]])
    open_lines = len(notes.lines) - len({*notes.said.refused, *refusing})
    return count != open_lines or (whole is not None and whole.qty == count)


def _count_in(token: Token) -> int | None:
    words = folded(token.text).replace("'", " ").split()
    if BOTH & {*words}:
        return 2
    return next((NUMBERS[word] for word in words if word in NUMBERS), None)


def counts_lines(line: AskedLine, entry: Entry) -> bool:
    """Whether a price is said to be for so many, which are no pieces of the one line named: "4 for both"."""
    counts = {_count_in(token) for token in entry.all(Role.TOTAL, Role.ALL)} - {None}
    whole = whole_of(line)
    told = {int(t.number) for t in entry.all(Role.QTY) if t.number is not None}
    pieces = {int(whole.qty)} if whole is not None and dimension_of(whole.unit) is Dimension.COUNT else set()
    return bool(counts - {1, *pieces, *told})


def each_or_all(entry: Entry) -> bool:
    """ "both at 7", "beide zu 7", "les deux à 7": of each or of all together, which nothing tells."""
    price = entry.prices[0]
    behind = [t for t in entry.tokens if t.start < price.start and t.role is not Role.TOTAL]
    counted = [t for t in entry.all(Role.TOTAL, Role.ALL) if _count_in(t) is not None]
    if len(counted) != 1 or len(entry.all(Role.TOTAL, Role.ALL)) > 1 or entry.has(Role.PER):
        return False
    return bool(behind) and folded(behind[-1].text) in AT_PRICE


def _restates_count(notes: Notes, entry: Entry, price: Token) -> bool:
    """ "40 cents each, 12 for 4.20" of twelve: the same line once more, as a whole."""
    n = notes.last_offer
    offers = notes.said.offers.get(n or 0, [])
    counts = entry.all(Role.QTY, Role.PER)
    whole = whole_of(notes.lines[n]) if n is not None else None
    if n is None or whole is None or len(offers) != 1 or len(counts) != 1 or entry.has(Role.WORD):
        return False
    count = counts[0]
    if whole.qty < 2 or count.number != whole.qty or count.unit not in {None, whole.unit}:
        return False
    stated = offer_of(notes.lines[n], Entry(entry.parted, [price]), price, offers[0].substitute)
    if not isinstance(stated, ReadLine) or not results_in(notes.lines[n], offers[0], stated):
        return False
    offers[0] = stated
    return True
