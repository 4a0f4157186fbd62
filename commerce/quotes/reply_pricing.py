"""What one statement offers for one line: price per unit times quantity, a part of it, a substitute."""

import re
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.reply_entries import Entry
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_lexing import Token
from commerce.quotes.reply_money import MOST_MINOR, amount_of, rounded
from commerce.quotes.reply_shapes import AskedLine, ReadLine, Unclear, Why
from commerce.quotes.reply_words import OF_PRICE
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["offer_of", "other_size", "results_in"]

_CONTAINERS = frozenset(
    {Unit.TUB, Unit.ROLL, Unit.JAR, Unit.BOTTLE, Unit.CAN, Unit.BUNCH, Unit.HEAD, Unit.SHEET, Unit.TUBE}
)
"""In these a few of a thing are counted one by one: of "4 yoghurts" one is a tub."""

FARTHEST_FROM_LIST = 20
"""A price this many times above or below the list price is asked back."""


def offer_of(
    line: AskedLine, entry: Entry, price: Token | None, substitute: str | None, *, several: bool = False
) -> ReadLine | Unclear:
    """The offer that `entry` makes for `line`; without `price` the list price, as far as there is one.

    `several`: the statement names more lines than this one ("rice and oil 2.50 each").
    """
    lines = (line.n,)
    sized = other_size(line, entry) is not None
    part = (
        (line.qty, line.packs, amount_of(folded(line.qty)))
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
    if line.list_price_minor and substitute is None:
        ratio = Decimal(minor) / line.list_price_minor
        if ratio > FARTHEST_FROM_LIST or ratio * FARTHEST_FROM_LIST < 1:
            return Unclear(Why.ODD_PRICE, entry.words, lines)
    return ReadLine(minor, qty, packs, substitute)


def _exact_minor(price: Token) -> Decimal:
    return Decimal(price.minor or 0)


def _at_list(
    line: AskedLine, entry: Entry, qty: str, packs: int | None, amount: Amount | None, substitute: str | None
) -> ReadLine | Unclear:
    """No price was said: the list price, in proportion for a part; nothing for a substitute."""
    whole = amount_of(folded(line.qty))
    if line.list_price_minor is None or substitute is not None:
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    if qty == line.qty:
        return ReadLine(line.list_price_minor, qty, packs, None)
    if line.packs and packs:
        share = Decimal(packs) / line.packs
    elif whole and amount and whole.unit is amount.unit:
        share = amount.qty / whole.qty
    else:
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    exact = line.list_price_minor * share
    if exact != exact.to_integral_value():
        return Unclear(Why.NO_PRICE, entry.words, (line.n,))
    return ReadLine(int(exact), qty, packs, None)


def _part_offered(
    line: AskedLine, entry: Entry, instead: bool
) -> tuple[str, int | None, Amount | None] | Unclear:
    """The quantity offered as words, packs and amount: the whole, or the part that the statement names."""
    whole = amount_of(folded(line.qty))
    full = (line.qty, line.packs, whole)
    said = next((t for t in entry.all(Role.QTY) if not is_size(line, t)), None)
    if said is None or said.number is None or not said.number:
        return full
    number = said.number * said.count
    unit = said.unit or (whole.unit if whole and dimension_of(whole.unit) is Dimension.COUNT else Unit.PIECE)
    offered = Amount(number, unit)
    share = _share(offered, whole, line)
    if share == 1 or (share is None and number == 1 and not entry.has(Role.ONLY)):
        return full
    if instead and entry.prices and (share is None or share < 1):
        return said.text.strip().lower(), None, offered
    if _rate_of(line, entry) is not None:
        return full
    means_part = entry.has(Role.ONLY, Role.OFFERS) or _means_part(entry, said)
    if share is None or share > 1 or not means_part:
        if share is None and entry.has(Role.ONLY):
            return said.text.strip().lower(), None, offered
        return Unclear(Why.WHICH_QUANTITY, entry.words, (line.n,))
    packs = line.packs * share if line.packs else None
    whole_packs = int(packs) if packs is not None and packs == packs.to_integral_value() else None
    return said.text.strip().lower(), whole_packs, offered


def _rate(entry: Entry, share: Decimal | None) -> Decimal | None:
    """ "2 for 1 euro" of six: how often that part goes into the line, where it does so evenly."""
    if share is None or entry.has(Role.ONLY, Role.OFFERS, Role.HAVE):
        return None
    said = next((t for t in entry.all(Role.QTY)), None)
    prices = [t.start for t in entry.all(Role.PRICE)]
    if said is None or len(prices) != 1 or any(name.start > said.start for name in entry.names):
        return None
    fors = [t.start for t in entry.all(Role.FILLER) if folded(t.text) in OF_PRICE]
    if not any(said.start < start < prices[0] for start in fors):
        return None
    times = (1 / share).to_integral_value()
    return times if abs(times * share - 1) < Decimal("1e-12") else None


def _rate_of(line: AskedLine, entry: Entry) -> Decimal | None:
    whole = amount_of(folded(line.qty))
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
    if any(0 <= token.start - said.end <= 2 for token in entry.all(Role.YES)):
        return True
    named_after = any(name.start > said.start for name in entry.names)
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


def is_size(line: AskedLine, token: Token) -> bool:
    """Whether a quantity is a part of the thing's name, as "18 mm" of "plywood 18 mm"."""
    if token.unit is None:
        return token.text.strip() in folded(line.component).split()
    return _close(token.text) in _close(line.component)


def other_size(line: AskedLine, entry: Entry) -> str | None:
    """ "15 mm plywood" for "plywood 18 mm": another size than asked for, as written, or None."""
    for token in entry.all(Role.QTY):
        name = next(iter(entry.all(Role.NAME)), None)
        sized = token.unit is not None and re.search(rf"\d\s?{token.unit}\b", folded(line.component))
        whole = amount_of(folded(line.qty))
        if (
            sized
            and name is not None
            and not is_size(line, token)
            and (whole is None or whole.unit is not token.unit)
        ):
            return f"{token.text} {name.text}".lower()
    return None


def _close(text: str) -> str:
    return folded(text).replace(" ", "")


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
    per = next((token for token in entry.tokens if token.role is Role.PER and token.unit), None)
    counted = amount is not None and dimension_of(amount.unit) is Dimension.COUNT
    if price.count != 1:
        times = Decimal(price.count)
        fits = (counted and amount is not None and times == amount.qty) or times == packs
        return times if fits and per is None else None
    strange = any(token.role is Role.PER and token.unit is None for token in entry.tokens)
    if strange and amount is not None and amount.qty != 1:
        return None
    if per is None or per.unit is None:
        return _rate_of(line, entry) or Decimal(1)
    number = per.number or Decimal(1)
    said = next(iter(entry.all(Role.QTY)), None)
    if said is not None and said.count != 1 and per.unit is Unit.PIECE:
        return Decimal(said.count)
    if several and per.unit is Unit.PIECE:
        return Decimal(1) if not counted or (amount is not None and amount.qty == 1) else None
    if amount is not None:
        try:
            return convert(amount, per.unit).qty / number
        except NotConvertible:
            pass
    if number != 1 or dimension_of(per.unit) is not Dimension.COUNT:
        return None
    if per.unit is Unit.PIECE and counted and amount is not None:
        return amount.qty
    if packs:
        return Decimal(packs)
    if per.unit in _CONTAINERS and amount is not None and line.qty.strip().isdigit() and amount.qty <= 6:
        return amount.qty
    return Decimal(1) if counted and amount is not None and amount.qty == 1 else None
