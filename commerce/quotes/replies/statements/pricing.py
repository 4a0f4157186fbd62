"""What one statement offers for one line: price per unit times quantity, a part of it, a substitute."""

from collections.abc import Sequence
from decimal import Context, Decimal
from itertools import pairwise

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, ReadLine, Unclear, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.sizes import is_size, other_size, tells_the_pack
from commerce.quotes.replies.tokens.figures import MOST_MINOR, amount_of, need_of, rounded, whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import AT_PRICE, OF_PRICE
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["is_far_from", "offer_of", "results_in"]

_CONTAINERS = frozenset(
    {Unit.TUB, Unit.ROLL, Unit.JAR, Unit.BOTTLE, Unit.CAN, Unit.BUNCH, Unit.HEAD, Unit.SHEET, Unit.TUBE}
)
"""In these a few of a thing are counted one by one: of "4 yoghurts" one is a tub."""

_SINGLES = frozenset({Unit.STALK, Unit.SPRIG, Unit.LEAF, Unit.SLICE, Unit.STICK, Unit.EAR, Unit.POD})
"""Of a thing counted by pieces one is one of these: of "10 roses" one is a stem."""

_MEASURES = {Dimension.MASS: (Unit.G, Unit.KG), Dimension.VOLUME: (Unit.ML, Unit.L)}
_FEWEST_SMALL = 50
"""A bare number in a pack is of grams or millilitres from here on, of kilos or litres below."""
_SMALLEST = {Dimension.MASS: Unit.G, Dimension.VOLUME: Unit.ML}
"""By the hundred of what is weighed or poured is by a hundred of these: "olives 1.20 les 100"."""

_ONE = frozenset(word for word, number in NUMBERS.items() if number == 1) | {"1", "a", "single"}

_FINE = Context(prec=20)
"""So many digits of a number of packs count: thirds have no end."""

FARTHEST_FROM_LIST = 20
"""A price, or a total, this many times above or below the list price is asked back."""

NEAR_LIST = 3
"""Up to so many times above or below the list price a price tells by what it is."""


def offer_of(
    line: AskedLine, entry: Entry, price: Token | None, substitute: str | None, *, several: bool = False
) -> ReadLine | Unclear:
    """The offer that `entry` makes for `line`; without `price` the list price, as far as there is one.

    `several`: the statement names more lines than this one ("rice and oil 2.50 each").
    """
    lines = (line.n,)
    sized = other_size(line, entry) is not None
    part = (
        (line.qty, line.packs, whole_of(line))
        if sized
        else _part_offered(line, entry, substitute is not None)
    )
    if isinstance(part, Unclear):
        return part
    qty, packs, amount = part
    if price is None:
        return _at_list(line, entry, qty, packs, amount, substitute)
    if price.role is Role.FREE and not entry.has(Role.VAGUE, Role.WHEN):
        return ReadLine(0, qty, packs, substitute)
    if price.role is not Role.PRICE or price.minor is None:
        return Unclear(Why.ODD_PRICE, entry.words, lines)
    if price.foreign:
        return Unclear(Why.OTHER_CURRENCY, entry.words, lines)
    if entry.has(Role.VAGUE):
        return Unclear(Why.VAGUE_PRICE, entry.words, lines)
    factor = _factor(line, entry, price, amount, packs, several)
    if factor is None:
        return Unclear(Why.WHICH_UNIT, entry.words, lines)
    minor = rounded(_exact_minor(price) * factor)
    if not 0 < minor <= MOST_MINOR:
        return Unclear(Why.ODD_PRICE, entry.words, lines)
    if line.list_price_minor and substitute is None and is_far_from(minor, line.list_price_minor):
        return Unclear(Why.ODD_PRICE, entry.words, lines)
    return ReadLine(minor, qty, packs, substitute)


def is_far_from(minor: int, listed_minor: int) -> bool:
    """Whether a price can hardly be meant, by the list price."""
    return minor > listed_minor * FARTHEST_FROM_LIST or minor * FARTHEST_FROM_LIST < listed_minor


def _exact_minor(price: Token) -> Decimal:
    return Decimal(price.minor or 0)


def _at_list(
    line: AskedLine, entry: Entry, qty: str, packs: int | None, amount: Amount | None, substitute: str | None
) -> ReadLine | Unclear:
    """No price was said: the list price, in proportion for a part; nothing for a substitute."""
    whole = whole_of(line)
    if line.list_price_minor is None or substitute is not None:
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    if qty == line.qty:
        return ReadLine(line.list_price_minor, qty, packs, None)
    if line.packs and packs:
        exact = Decimal(line.list_price_minor * packs) / line.packs
    elif whole and amount and whole.unit is amount.unit:
        exact = line.list_price_minor * amount.qty / whole.qty
    else:
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    if exact != exact.to_integral_value():
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    return ReadLine(int(exact), qty, packs, None)


def _part_offered(
    line: AskedLine, entry: Entry, instead: bool
) -> tuple[str, int | None, Amount | None] | Unclear:
    """The quantity offered as words, packs and amount: the whole, or the part that the statement names."""
    whole = whole_of(line)
    full = (line.qty, line.packs, whole)
    told = [t for t in entry.all(Role.QTY) if not is_size(line, t) and not tells_the_pack(entry, t, whole)]
    said = next((t for t in told if t.count != 1), next(iter(told), None))
    if len(told) > 1 and not entry.has(Role.ONLY, Role.HAVE, Role.OFFERS):
        said = next((t for t in told if _share(_size_of(t, whole), whole, line) == 1), said)
    if said is None or said.number is None or not said.number:
        return full
    if said.pack:
        return _pack_offered(line, entry, said, whole)
    number = said.number * said.count
    unit = said.unit or (whole.unit if whole and dimension_of(whole.unit) is Dimension.COUNT else Unit.PIECE)
    offered = Amount(number, unit)
    whole_need = not entry.prices and _is_need(offered, line)
    share = Decimal(1) if whole_need else _share(offered, whole, line)
    if unit is Unit.PIECE and whole is not None and dimension_of(whole.unit) is Dimension.COUNT:
        share = number / whole.qty if share is None and number == whole.qty else share
    if whole is not None and whole.unit is Unit.PIECE and share is None and number == whole.qty > 1:
        share = Decimal(1) if dimension_of(unit) is Dimension.COUNT else None  # "two bulbs" of two
    if share == 1 or (share is None and number == 1 and not entry.has(Role.ONLY)):
        return full
    if instead and entry.prices and (share is None or share < 1):
        return said.text.strip().lower(), None, offered
    if _rate_of(line, entry) is not None:
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
    size = _size_of(said, whole)
    share = _share(size, whole, line)
    if share == 1 or (said.unit is None and whole is not None and said.number == whole.qty):
        return line.qty, line.packs, whole
    before = [token for token in entry.tokens if token.start < said.start]
    single = bool(before) and folded(before[-1].text) in _ONE and entry.has(Role.ONLY, Role.HAVE)
    by_pack = any(_is_of_pack(t, said) for t in entry.all(Role.PER))
    if share is not None and any(price.count > 1 and price.count * share == 1 for price in entry.prices):
        return line.qty, line.packs, whole
    if share is not None and by_pack and not single and _packs_needed(share) > 1:
        return line.qty, line.packs, whole
    if share is None or (share < 1 and not single):
        return Unclear(Why.WHICH_QUANTITY, entry.words, (line.n,))
    return said.text, None, size


def _is_of_pack(per: Token, pack: Token) -> bool:
    """Whether a price is by the pack: of a pack of pieces "each" may be the piece."""
    counted = per.unit is not None and dimension_of(per.unit) is Dimension.COUNT
    return counted and (pack.unit is not None or per.unit is not Unit.PIECE)


def _size_of(pack: Token, whole: Amount | None) -> Amount:
    """What one pack holds; a bare count ("packs of 5") is of what the line counts ("10 sheets")."""
    counted = whole is not None and dimension_of(whole.unit) is Dimension.COUNT
    unit = whole.unit if whole is not None and counted else Unit.PIECE
    number = pack.number or Decimal(1)
    if whole is not None and pack.unit is None and dimension_of(whole.unit) in _MEASURES:
        unit = _MEASURES[dimension_of(whole.unit)][number < _FEWEST_SMALL]  # "le sachet de 250"
    return Amount(number, pack.unit or unit)


def _packs_needed(share: Decimal) -> Decimal:
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


def _rate_of(line: AskedLine, entry: Entry) -> Decimal | None:
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


def results_in(line: AskedLine, said: ReadLine, stated: ReadLine) -> bool:
    """Whether the price `stated` can be what `said` comes to: the same rate, or up to half off."""
    if said.price_minor is None or stated.price_minor is None:
        return False
    before, after = amount_of(folded(said.qty or "")), amount_of(folded(stated.qty or line.qty))
    if before is None or after is None or before.unit is not after.unit:
        share = Decimal(1)
    else:
        share = after.qty / before.qty
    exact = said.price_minor * share
    return exact / 2 <= stated.price_minor <= exact + 1


def _is_need(offered: Amount, line: AskedLine) -> bool:
    """Whether it is what the customer needs, for which packs with more in them are sold: beside a price it
    is open for which of both that is."""
    need = need_of(line)
    try:
        return need is not None and convert(offered, need.unit).qty == need.qty
    except NotConvertible:
        return False


def _share(offered: Amount, whole: Amount | None, line: AskedLine) -> Decimal | None:
    """What part of the line the amount is, or None where they do not compare."""
    if whole is not None:
        try:
            return convert(offered, whole.unit).qty / whole.qty
        except NotConvertible:
            pass
    if line.packs and dimension_of(offered.unit) is Dimension.COUNT:
        return offered.qty / line.packs
    return None


def _factor(
    line: AskedLine, entry: Entry, price: Token, amount: Amount | None, packs: int | None, several: bool
) -> Decimal | None:
    """By what the figure is multiplied to be the price of all that is offered; None where that is open."""
    rates = [token for token in entry.tokens if token.role is Role.PER and token.unit]
    per = next(
        (t for t in rates if t.unit is not Unit.PIECE and t.start > price.start), next(iter(rates), None)
    )
    counted = amount is not None and dimension_of(amount.unit) is Dimension.COUNT
    if price.count != 1:
        times = Decimal(price.count)
        single = amount is not None and (counted or amount.unit in {Unit.L, Unit.KG})
        fits = (single and amount is not None and times == amount.qty) or times == packs
        boxed = [t.number * times for t in entry.all(Role.QTY) if t.pack and t.unit is None and t.number]
        fits = fits or (counted and amount is not None and boxed[:1] == [amount.qty])
        by_one = per is None or (amount is not None and per.unit is amount.unit and per.number == 1)
        return times if fits and by_one else None
    strange = any(token.role is Role.PER and token.unit is None for token in entry.tokens)
    if strange and amount is not None and amount.qty != 1:
        return None
    if per is None or per.unit is None:
        return _factor_unrated(line, entry, price, packs)
    number = per.number or Decimal(1)
    said = next((t for t in entry.all(Role.QTY) if t.count != 1), next(iter(entry.all(Role.QTY)), None))
    if said is not None and said.pack and _is_of_pack(per, said):
        share = _share(_size_of(said, amount), amount, line)
        return _packs_needed(share) if share else Decimal(1)
    if said is not None and said.count != 1 and dimension_of(per.unit) is Dimension.COUNT:
        return Decimal(said.count)
    if per.unit is Unit.PIECE and number == 1 and counted and packs and _holds_several(line):
        ways = (Decimal(packs), amount.qty) if amount is not None else ()
        return _near_list(line, price, packs, ways) if not several else None
    if several and per.unit is Unit.PIECE:
        single = amount is not None and amount.qty == 1 if counted else packs in {None, 1}
        return Decimal(1) if single else None
    if per.unit is Unit.PIECE and counted and amount is not None and amount.qty == number:
        return Decimal(1)
    if per.unit is Unit.PIECE and number == 1 and amount is not None and amount.unit is Unit.PAIR:
        return amount.qty
    hundred = per.unit is Unit.PIECE and number == 100 and amount is not None
    if amount is not None:
        try:
            unit = _SMALLEST.get(dimension_of(amount.unit), per.unit) if hundred else per.unit
            return convert(amount, unit).qty / number
        except NotConvertible:
            pass
    if per.unit is Unit.PIECE and counted and amount is not None and amount.qty % number == 0:
        return amount.qty / number  # "14.16 a case of 12" of 24 bottles
    if number != 1 or dimension_of(per.unit) is not Dimension.COUNT:
        return None
    need = need_of(line)
    if packs and need is not None and need.unit is per.unit and need.qty != line.packs:
        return None  # a clove of garlic, which is sold by the head
    if packs:
        return Decimal(packs)
    counted_out = per.unit in _SINGLES or (amount is not None and per.unit in _CONTAINERS and amount.qty <= 6)
    if amount is not None and line.qty.strip().isdigit() and counted_out:
        return amount.qty
    return Decimal(1) if counted and amount is not None and amount.qty == 1 else None


def _factor_unrated(line: AskedLine, entry: Entry, price: Token, packs: int | None) -> Decimal | None:
    """The same for a price by which nothing is said that it is for one."""
    if _of_one_or_all(line, entry, price):
        return None
    times = _rate_of(line, entry) or Decimal(1)
    count = _count_priced_at(entry, price)
    whole = whole_of(line)
    several = whole is not None and whole.qty > 1 and dimension_of(whole.unit) is Dimension.COUNT
    if several and line.list_price_minor is None and _of_single(entry):
        return None
    if count is None:
        return times
    if line.list_price_minor is not None:
        return _near_list(line, price, packs, (times, times * count))
    last = max((token.start for token in entry.all(Role.QTY)), default=0)
    named = any(last < name.start < price.start for name in entry.names)
    left = whole is not None and count < whole.qty and entry.has(Role.ONLY, Role.HAVE)
    return None if left and not named else times  # "I have 7 left at 1.50", of ten


def _of_single(entry: Entry) -> bool:
    """Whether one of the thing is named, and not how many there are: "a brush is 8", "one brush 8"."""
    if entry.has(Role.ONLY, Role.HAVE, Role.QTY, Role.OFFERS):
        return False
    return any(
        after.role is Role.NAME and before.role is Role.FILLER and folded(before.text) in {*_ONE, "an"}
        for before, after in pairwise(entry.tokens)
    )


def _holds_several(line: AskedLine) -> bool:
    return line.pack is not None and line.pack.qty != 1 and dimension_of(line.pack.unit) is Dimension.COUNT


def _of_one_or_all(line: AskedLine, entry: Entry, price: Token) -> bool:
    """ "2 packs of 5 at 3.75", "2 boxes at 6.40" of pieces: the price may be that of one or of all."""
    own = {Unit.PIECE, *([whole.unit] if (whole := whole_of(line)) else [])}
    several = [
        said
        for said in entry.all(Role.QTY)
        if said.count != 1 or (said.number != 1 and not line.list_price_minor and _boxes(said, own))
    ]
    return any(
        said.start < word.start < price.start and folded(word.text) in AT_PRICE
        for said in several
        for word in entry.all(Role.FILLER)
    )


def _boxes(said: Token, own: set[Unit]) -> bool:
    """Whether a quantity counts what the line is not counted in."""
    return said.unit is not None and said.unit not in own and dimension_of(said.unit) is Dimension.COUNT


def _count_priced_at(entry: Entry, price: Token) -> Decimal | None:
    """ "4 brushes at 2.50": so many, where the price may be that of one or of all."""
    for said in entry.all(Role.QTY):
        counts = said.unit is None or dimension_of(said.unit) is Dimension.COUNT
        between = [t for t in entry.all(Role.FILLER) if said.start < t.start < price.start]
        if counts and said.number and said.number > 1 and any(folded(t.text) in AT_PRICE for t in between):
            return said.number
    return None


def _near_list(line: AskedLine, price: Token, packs: int | None, ways: Sequence[Decimal]) -> Decimal | None:
    """Of several ways to take a price the only one near the list price; None where that is open."""
    if not line.list_price_minor:
        return None
    listed = Decimal(line.list_price_minor) * (packs or 1) / (line.packs or packs or 1)
    near = [way for way in ways if listed / NEAR_LIST <= _exact_minor(price) * way <= listed * NEAR_LIST]
    return near[0] if len(near) == 1 else None
