"""By what a price is: of one, of a pack or of all that is offered, and so how often it counts."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.parts import ONE, is_of_pack, packs_needed, rate_of, share_of, size_of
from commerce.quotes.replies.tokens.figures import need_of, whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import AT_PRICE
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["exact_minor", "factor_of"]

_CONTAINERS = frozenset(
    {Unit.TUB, Unit.ROLL, Unit.JAR, Unit.BOTTLE, Unit.CAN, Unit.BUNCH, Unit.HEAD, Unit.SHEET, Unit.TUBE}
)
"""In these a few of a thing are counted one by one: of "4 yoghurts" one is a tub."""

_SINGLES = frozenset({Unit.STALK, Unit.SPRIG, Unit.LEAF, Unit.SLICE, Unit.STICK, Unit.EAR, Unit.POD})
"""Of a thing counted by pieces one is one of these: of "10 roses" one is a stem."""

_SMALLEST = {Dimension.MASS: Unit.G, Dimension.VOLUME: Unit.ML}
"""By the hundred of what is weighed or poured is by a hundred of these: "olives 1.20 les 100"."""

NEAR_LIST = 3
"""Up to so many times above or below the list price a price tells by what it is."""


def factor_of(
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
    if said is not None and said.pack and is_of_pack(per, said):
        share = share_of(size_of(said, amount), amount, line)
        return packs_needed(share) if share else Decimal(1)
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
    times = rate_of(line, entry) or Decimal(1)
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
        after.role is Role.NAME and before.role is Role.FILLER and folded(before.text) in {*ONE, "an"}
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
    near = [way for way in ways if listed / NEAR_LIST <= exact_minor(price) * way <= listed * NEAR_LIST]
    return near[0] if len(near) == 1 else None


def exact_minor(price: Token) -> Decimal:
    return Decimal(price.minor or 0)
