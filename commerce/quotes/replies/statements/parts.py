"""What part of a line a statement offers: all of it, "only 2", "one 5 kg sack"."""

from decimal import Context, Decimal

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, Unclear, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.sizes import is_size, tells_the_pack
from commerce.quotes.replies.tokens.figures import need_of, whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import OF_PRICE
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["ONE", "is_of_pack", "packs_needed", "part_offered", "rate_of", "share_of", "size_of"]

ONE = frozenset(word for word, number in NUMBERS.items() if number == 1) | {"1", "a", "single"}
"""Words for one of a thing."""

_MEASURES = {Dimension.MASS: (Unit.G, Unit.KG), Dimension.VOLUME: (Unit.ML, Unit.L)}
_FEWEST_SMALL = 50
"""A bare number in a pack is of grams or millilitres from here on, of kilos or litres below."""

_FINE = Context(prec=20)
"""So many digits of a number of packs count: thirds have no end."""


def part_offered(
    line: AskedLine, entry: Entry, instead: bool
) -> tuple[str, int | None, Amount | None] | Unclear:
    """The quantity offered as words, packs and amount: the whole, or the part that the statement names."""
    whole = whole_of(line)
    full = (line.qty, line.packs, whole)
    told = [t for t in entry.all(Role.QTY) if not is_size(line, t) and not tells_the_pack(entry, t, whole)]
    said = next((t for t in told if t.count != 1), next(iter(told), None))
    if len(told) > 1 and not entry.has(Role.ONLY, Role.HAVE, Role.OFFERS):
        said = next((t for t in told if share_of(size_of(t, whole), whole, line) == 1), said)
    if said is None or said.number is None or not said.number:
        return full
    if said.pack:
        return _pack_offered(line, entry, said, whole)
    number = said.number * said.count
    unit = said.unit or (whole.unit if whole and dimension_of(whole.unit) is Dimension.COUNT else Unit.PIECE)
    offered = Amount(number, unit)
    whole_need = not entry.prices and _is_need(offered, line)
    share = Decimal(1) if whole_need else share_of(offered, whole, line)
    if unit is Unit.PIECE and whole is not None and dimension_of(whole.unit) is Dimension.COUNT:
        share = number / whole.qty if share is None and number == whole.qty else share
    if whole is not None and whole.unit is Unit.PIECE and share is None and number == whole.qty > 1:
        share = Decimal(1) if dimension_of(unit) is Dimension.COUNT else None  # "two bulbs" of two
    if share == 1 or (share is None and number == 1 and not entry.has(Role.ONLY)):
        return full
    if instead and entry.prices and (share is None or share < 1):
        return said.text.strip().lower(), None, offered
    if rate_of(line, entry) is not None:
        return full
    means_part = entry.has(Role.ONLY, Role.OFFERS) or _means_part(entry, said)
    if not entry.prices and share is not None and share > 1 and entry.has(Role.YES, Role.HAVE):
        return full
    packs = (line.packs * share).normalize(_FINE) if line.packs and share is not None else None
    broken = line.packs is not None and (packs is None or packs != packs.to_integral_value())
    if share is None and entry.has(Role.ONLY) and not broken:
        return said.text.strip().lower(), None, offered
    if share is None or share > 1 or not means_part or broken:
        return Unclear(Why.WHICH_QUANTITY, entry.words, (line.n,))
    return said.text.strip().lower(), int(packs) if packs is not None else None, offered


def _pack_offered(
    line: AskedLine, entry: Entry, said: Token, whole: Amount | None
) -> tuple[str, int | None, Amount | None] | Unclear:
    """ "only in a 5 kg sack, 8.40": one pack that holds all that is asked for, or more; of less it is open
    how many are meant, but for the price of one: "in 25 kg bags at 6.40 each"."""
    size = size_of(said, whole)
    share = share_of(size, whole, line)
    if share == 1 or (said.unit is None and whole is not None and said.number == whole.qty):
        return line.qty, line.packs, whole
    before = [token for token in entry.tokens if token.start < said.start]
    single = bool(before) and folded(before[-1].text) in ONE and entry.has(Role.ONLY, Role.HAVE)
    by_pack = any(is_of_pack(t, said) for t in entry.all(Role.PER))
    if share is not None and any(price.count > 1 and price.count * share == 1 for price in entry.prices):
        return line.qty, line.packs, whole
    if share is not None and by_pack and not single and packs_needed(share) > 1:
        return line.qty, line.packs, whole
    if share is None or (share < 1 and not single):
        return Unclear(Why.WHICH_QUANTITY, entry.words, (line.n,))
    return said.text, None, size


def is_of_pack(per: Token, pack: Token) -> bool:
    """Whether a price is by the pack: of a pack of pieces "each" may be the piece."""
    counted = per.unit is not None and dimension_of(per.unit) is Dimension.COUNT
    return counted and (pack.unit is not None or per.unit is not Unit.PIECE)


def size_of(pack: Token, whole: Amount | None) -> Amount:
    """What one pack holds; a bare count ("packs of 5") is of what the line counts ("10 sheets")."""
    counted = whole is not None and dimension_of(whole.unit) is Dimension.COUNT
    unit = whole.unit if whole is not None and counted else Unit.PIECE
    number = pack.number or Decimal(1)
    if whole is not None and pack.unit is None and dimension_of(whole.unit) in _MEASURES:
        unit = _MEASURES[dimension_of(whole.unit)][number < _FEWEST_SMALL]  # "le sachet de 250"
    return Amount(number, pack.unit or unit)


def packs_needed(share: Decimal) -> Decimal:
    """How many packs of this share of the line make it up, where they do so evenly; otherwise one."""
    count = (1 / share).to_integral_value()
    return count if count >= 1 and abs(count * share - 1) < Decimal("1e-12") else Decimal(1)


def _rate(entry: Entry, share: Decimal | None) -> Decimal | None:
    """ "2 for 1 euro" of six: how often that part goes into the line, where it does so evenly."""
    if share is None or entry.has(Role.ONLY, Role.OFFERS, Role.HAVE):
        return None
    said = next((t for t in entry.all(Role.QTY)), None)
    prices = [t.start for t in entry.all(Role.PRICE)]
    if said is None or len(prices) != 1 or any(said.start < name.start < prices[0] for name in entry.names):
        return None
    fors = [t.start for t in entry.all(Role.FILLER) if folded(t.text) in OF_PRICE]
    if not any(said.start < start < prices[0] for start in fors):
        return None
    times = (1 / share).to_integral_value()
    return times if abs(times * share - 1) < Decimal("1e-12") else None


def rate_of(line: AskedLine, entry: Entry) -> Decimal | None:
    whole = whole_of(line)
    said = next((t for t in entry.all(Role.QTY)), None)
    if whole is None or said is None or not said.number or dimension_of(whole.unit) is not Dimension.COUNT:
        return None
    if said.unit is not None and said.unit is not whole.unit:
        return None
    return _rate(entry, said.number * said.count / whole.qty)


def _means_part(entry: Entry, said: Token) -> bool:
    """ "have 2 brushes", "2 brushes for 5.00": this much; "1.40 for 500 g" may be a rate."""
    after = [t.start for t in entry.tokens if t.role is Role.PRICE and t.start > said.start]
    if any(token.start < said.start for token in entry.all(Role.HAVE)):
        return True
    if any(not entry.prices or 0 <= token.start - said.end <= 2 for token in entry.all(Role.YES)):
        return True
    named_after = any(said.start < name.start < after[0] for name in entry.names) if after else False
    fors = [t.start for t in entry.all(Role.FILLER) if folded(t.text) in OF_PRICE]
    return named_after and any(after and said.start < start < after[0] for start in fors)


def _is_need(offered: Amount, line: AskedLine) -> bool:
    """Whether it is what the customer needs, for which packs with more in them are sold: beside a price it
    is open for which of both that is."""
    need = need_of(line)
    try:
        return need is not None and convert(offered, need.unit).qty == need.qty
    except NotConvertible:
        return False


def share_of(offered: Amount, whole: Amount | None, line: AskedLine) -> Decimal | None:
    """What part of the line the amount is, or None where they do not compare."""
    if whole is not None:
        try:
            return convert(offered, whole.unit).qty / whole.qty
        except NotConvertible:
            pass
    if line.packs and dimension_of(offered.unit) is Dimension.COUNT:
        return offered.qty / line.packs
    return None
