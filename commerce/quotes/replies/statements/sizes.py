"""Quantities that are no part offered: the size of the thing, another size of it, what one pack holds."""

import re

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.tokens.figures import need_of, whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["is_size", "other_size", "tells_the_pack"]


def is_size(line: AskedLine, token: Token) -> bool:
    """Whether a quantity is a part of the thing's name, as "18 mm" of "plywood 18 mm"."""
    if token.unit is None:
        return token.text.strip() in folded(line.component).split()
    return _close(token.text) in _close(line.component)


def is_whole_or_size(line: AskedLine, token: Token) -> bool:
    """Whether a quantity is all that is asked for, what a single piece weighs, or a part of the name."""
    if whole_of(line) is None or token.number is None or is_size(line, token):
        return True
    for whole in filter(None, (whole_of(line), need_of(line))):
        counted = dimension_of(whole.unit) is Dimension.COUNT
        unit = token.unit or (whole.unit if counted else Unit.PIECE)
        if counted and dimension_of(unit) is Dimension.COUNT and token.number * token.count == whole.qty:
            return True
        try:
            if convert(Amount(token.number * token.count, unit), whole.unit).qty == whole.qty:
                return True
        except NotConvertible:
            if whole.qty == 1:
                return True
    return False


def other_size(line: AskedLine, entry: Entry) -> str | None:
    """ "15 mm plywood" for "plywood 18 mm": another size than asked for, as written, or None."""
    for token in entry.all(Role.QTY):
        name = next(iter(entry.all(Role.NAME)), None)
        whole = whole_of(line)
        counted = whole is not None and dimension_of(whole.unit) is Dimension.COUNT
        in_name = token.unit is not None and re.search(rf"\d\s?{token.unit}\b", folded(line.component))
        sized = in_name or (counted and token.unit in {Unit.MM, Unit.CM} and entry.has(Role.ONLY))
        if (
            sized
            and name is not None
            and not is_size(line, token)
            and (whole is None or whole.unit is not token.unit)
        ):
            return f"{token.text} {name.text}".lower()
    return None


def tells_the_pack(entry: Entry, said: Token, whole: Amount | None) -> bool:
    """ "cement 25 kg 6.99 a bag", of which bags are asked for: what one of them holds or measures."""
    broken = said.number is not None and said.number != said.number.to_integral_value()
    if whole is not None and said.pack and broken and said.unit is None:
        return dimension_of(whole.unit) is Dimension.COUNT  # "plasterboard 12,5er"
    if whole is None or said.unit is None:
        return False
    if said.unit is Unit.MM and whole.unit in {Unit.M, Unit.M2}:
        return not entry.has(Role.ONLY)  # "decking 145 mm 4.20 a metre"
    if dimension_of(said.unit) is dimension_of(whole.unit):
        return False
    one = whole.unit is Unit.PIECE and whole.qty == 1 and dimension_of(said.unit) is not Dimension.COUNT
    if one and not entry.has(Role.ONLY, Role.PER):
        return True  # "the squash, 1.2 kg, for 3.00"
    by_one = any(per.unit is whole.unit for per in entry.all(Role.PER))
    times = any(price.count > 1 and price.count == whole.qty for price in entry.prices)
    return (by_one or times) and not entry.has(Role.ONLY) and dimension_of(whole.unit) is Dimension.COUNT


def _close(text: str) -> str:
    return folded(text).replace(" ", "")
