"""What a seller works out himself: "180 minus 10% = 162", "only 40 l bags, 2 of them would be 13.80"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import need_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS, UNITS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import AT_PRICE
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = [
    "packs_needed",
    "with_boxes_counted",
    "with_filled_packs",
    "with_packs_counted",
    "with_weights_priced",
    "without_worked_discounts",
]

_FIGURES = frozenset({Role.PRICE, Role.NUMBER})
_REACH = 8
"""So many tokens further the next figure is looked for: keeps the time linear."""
_MINUS = frozenset({"-", "–", "−"})
_LIGHT = frozenset({Role.FILLER, Role.COMMA, Role.HAVE, Role.DATE, Role.USUAL, Role.LISTED})
_ON = frozenset({Role.FILLER, Role.COMMA, Role.AND, Role.ONLY, Role.HAVE, Role.RESULT, Role.OFFERS})


def without_worked_discounts(tokens: Sequence[Token]) -> list[Token]:
    """A price, a percentage off it and what that comes to: only the last is left, where it is right.

    A result that is not what the percentage comes to is vague.
    """
    told = list(tokens)
    at = 0
    while at < len(told):
        end = _end_of_discount(told, at) if told[at].role in _FIGURES else None
        if end is not None:
            between = [token for token in told[at + 1 : end] if token.role is Role.PER]
            percent = next(token for token in told[at:end] if token.role is Role.PERCENT)
            right = _comes_to(told[at], percent, told[end])
            worked_out = any(_says_result(token) for token in told[at:end])
            start = at - 1 if at and told[at - 1].role in {Role.USUAL, Role.LISTED} else at
            if right or worked_out:
                vague = [] if right else [replace(percent, role=Role.VAGUE)]
                told[start : end + 1] = [*vague, told[end], *between]
                at = start + len(vague)
        at += 1
    return told


def _end_of_discount(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the figure behind a percentage that is taken off the one at `at`."""
    before = tokens[max(0, at - 4) : at]
    if not tokens[at].minor or any(token.role in {Role.TOTAL, Role.ALL, Role.REST} for token in before):
        return None
    percent = off = False
    for place in range(at + 1, min(len(tokens), at + _REACH)):
        token = tokens[place]
        if token.role is Role.PERCENT and not percent:
            percent, off = True, off or token.text.strip().startswith(("-", "−"))
        elif token.role is Role.OFF or token.text.strip() in _MINUS:
            off = True
        elif token.role in _FIGURES:
            return place if percent and off else None
        elif token.role not in {*_LIGHT, Role.PER} and not _says_result(token):
            return None
    return None


def _says_result(token: Token) -> bool:
    return token.role is Role.RESULT or token.text.strip() in {"=", ":"}


def _comes_to(price: Token, percent: Token, result: Token) -> bool:
    """Whether so much is left, give or take a hundredth for a rounded price."""
    left = (price.minor or 0) * (100 - (percent.number or Decimal(0))) / 100
    return abs(left - (result.minor or 0)) * 100 <= left


def with_packs_counted(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """Packs of a size and how many of them are needed: so much is offered, at the price of all of them.

    Only where so many packs are the fewest that hold what was asked for. A price after "at" may be that of
    one or of all, and is vague.
    """
    told = list(tokens)
    for at, token in enumerate(tokens):
        sized = token.role is Role.QTY and (token.unit is not None or token.pack)
        line = _line_of(tokens, at, asked) if sized else None
        counted = token.unit is not None and dimension_of(token.unit) is Dimension.COUNT
        if line is None or not token.number or counted:
            continue
        if _is_pack(tokens, at):
            told[at] = token = replace(token, pack=True)
        place = next((i for i in range(at + 1, min(len(tokens), at + _REACH)) if _counts(tokens, i)), None)
        if place is None or any(between.role not in _ON for between in tokens[at + 1 : place]):
            continue
        price = _price_behind(tokens, place)
        count = _count_at(tokens, place)
        if price is None or count is None or count != packs_needed(line, token):
            continue
        _put_together(told, at, place, price, count)
    return told


def with_weights_priced(tokens: Sequence[Token]) -> list[Token]:
    """ "the chicken is 1.8 kg at 8.90 a kilo so 16.02": what it comes to is left, where it is right."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is not Role.QTY or token.unit is None or not token.number or token.count != 1:
            continue
        near = range(at + 1, min(len(tokens), at + _REACH))
        places = [i for i in near if tokens[i].role not in {Role.FILLER, Role.COMMA}]
        if places and tokens[places[0]].role is Role.PER and tokens[places[0]].unit is Unit.PIECE:
            places = places[1:]  # "à 8,90 das Kilo"
        roles = [tokens[i].role for i in places[:4]]
        results = len(roles) == 4 and (roles[2] is Role.RESULT or tokens[places[2]].text.strip() == "=")
        if not results or roles[0] not in _FIGURES or roles[1] is not Role.PER or roles[3] not in _FIGURES:
            continue
        price, per, result = (tokens[places[i]] for i in (0, 1, 3))
        if per.unit is None or not per.number or not price.minor or not result.minor:
            continue
        try:
            exact = price.minor * convert(Amount(token.number, token.unit), per.unit).qty / per.number
        except NotConvertible:
            continue
        if abs(exact - result.minor) <= 1:
            for place in range(at, places[3]):
                told[place] = replace(tokens[place], role=Role.FILLER, text=" ", unit=None, number=None)
    return told


def with_filled_packs(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """ "1.10 a tub (200 g)": by so much, where a whole number of such packs makes up what is asked for."""
    told = list(tokens)
    for at in range(1, len(tokens) - 3):
        per, opens, size, closes = tokens[at : at + 4]
        if per.role is not Role.PER or size.role is not Role.QTY or size.unit is None or not size.number:
            continue
        if (
            opens.text.strip() != "("
            or closes.text.strip() not in {")", ")."}
            or tokens[at - 1].role not in _FIGURES
        ):
            continue
        counted = per.unit is not None and dimension_of(per.unit) is Dimension.COUNT
        if (
            counted
            and dimension_of(size.unit) is not Dimension.COUNT
            and any(_fills(line, size) for line in asked)
        ):
            told[at] = replace(per, unit=size.unit, number=size.number)
            for place in range(at + 1, at + 4):
                told[place] = replace(tokens[place], role=Role.FILLER, text=" ", unit=None, number=None)
            told[at + 3] = replace(closes, role=Role.COMMA, text=",")
    return told


def _fills(line: AskedLine, size: Token) -> bool:
    count = _times(line, size)
    return count is not None and count >= 1 and count == count.to_integral_value()


def _times(line: AskedLine, size: Token) -> Decimal | None:
    """How often a size goes into what is asked for."""
    whole = need_of(line)
    try:
        held = (
            convert(Amount(size.number or Decimal(1), size.unit or Unit.PIECE), whole.unit) if whole else None
        )
    except NotConvertible:
        return None
    return whole.qty / held.qty if whole is not None and held is not None else None


def with_boxes_counted(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """ "packs of 5 at 3.75, so 2 packs": the price of one, and how many make up what was asked for."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        sized = token.role is Role.QTY and token.count == 1 and (token.pack or token.unit is not None)
        line = _line_of(tokens, at, asked) if sized else None
        count = _boxes_needed(line, token) if line is not None else None
        price = next((i for i in range(at + 1, min(len(tokens), at + 5)) if tokens[i].role in _FIGURES), None)
        if count is None or price is None or not tokens[price].minor or tokens[price].count != 1:
            continue
        place = price + 1
        while place < min(len(tokens), price + _REACH) and _goes_on(tokens[place]):
            if _counts(tokens, place):
                break
            place += 1
        if place >= len(tokens) or not _counts(tokens, place) or _count_at(tokens, place) != count:
            continue
        ends = tokens[place + 1 : place + 2]
        told_so = {t.role for t in tokens[price + 1 : place]} & {Role.FILLER, Role.RESULT}
        comes_to = [t for t in ends if t.role in _FIGURES and t.minor == (tokens[price].minor or 0) * count]
        if (ends and ends[0].role not in _PARTING and not comes_to) or not (token.pack or told_so):
            continue
        place += len(comes_to)
        number = (token.number or Decimal(1)) * count
        text = f"{number.normalize():f} {token.unit or ''}".strip()
        told[at] = replace(token, number=number, text=text, pack=False)
        told[price] = replace(tokens[price], role=Role.PRICE, minor=int((tokens[price].minor or 0) * count))
        for between in range(price + 1, place + 1):
            told[between] = replace(tokens[between], role=Role.FILLER, text=" ", unit=None, number=None)
    return told


_PARTING = frozenset({Role.BREAK, Role.COMMA, Role.AND, Role.BUT})


def _goes_on(token: Token) -> bool:
    return token.role in {*_ON, Role.PER, Role.YES} or token.text.strip() == "("


def _boxes_needed(line: AskedLine, pack: Token) -> Decimal | None:
    """How many packs make up what was asked for; None for one alone, or where they do not do so evenly."""
    whole = need_of(line)
    if whole is None or not pack.number:
        return None
    counted = pack.unit is None and dimension_of(whole.unit) is Dimension.COUNT
    try:
        size = (
            pack.number if counted else convert(Amount(pack.number, pack.unit or Unit.PIECE), whole.unit).qty
        )
    except NotConvertible:
        return None
    count = whole.qty / size
    return count if count > 1 and count == count.to_integral_value() else None


def _count_at(tokens: Sequence[Token], at: int) -> Decimal | None:
    return Decimal(NUMBERS.get(folded(tokens[at].text), 0)) or tokens[at].number


def _is_pack(tokens: Sequence[Token], at: int) -> bool:
    """Whether a measure is the size of what is priced one by one: "20 l bags, 4.50 each"."""
    behind = tokens[at + 1 : at + _REACH]
    if not behind or behind[0].role is not Role.FILLER:
        return False
    unit = UNITS.get(folded(behind[0].text))
    if unit is None or dimension_of(unit) is not Dimension.COUNT:
        return False
    price = next((i for i, token in enumerate(behind) if token.role in _FIGURES), None)
    if price is not None and behind[price].count > 1:  # "20 l bags 5.50 x2"
        return True
    per = next(iter(behind[price + 1 : price + 2]), None) if price is not None else None
    return per is not None and per.role is Role.PER and per.unit in {Unit.PIECE, unit}


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a count: "2", "two", "2 bags", and no price or measure."""
    token = tokens[at]
    if token.role is Role.QTY:
        return token.unit is not None and dimension_of(token.unit) is Dimension.COUNT and token.count == 1
    bare = token.role is Role.NUMBER and not token.money and token.text.strip().isdigit()
    return bare or (token.role is Role.FILLER and NUMBERS.get(folded(token.text), 0) > 1)


def _price_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Where the price of the packs counted at `at` is; a bare count has a word between ("2 would be 9")."""
    for place in range(at + 1, min(len(tokens), at + _REACH)):
        # "wären" is read as "waren", a word of former prices
        if tokens[place].role in _FIGURES:
            return place if place > at + 1 or tokens[at].role is Role.QTY else None
        if tokens[place].role not in {*_ON, Role.PER, Role.USUAL} and tokens[place].text.strip() != "=":
            return None
    return None


def packs_needed(line: AskedLine, pack: Token) -> Decimal | None:
    """How many packs hold what was asked for, at least."""
    whole = need_of(line)
    if whole is None or not pack.number:
        return None
    counted = pack.unit is None and dimension_of(whole.unit) is Dimension.COUNT
    try:
        size = convert(Amount(pack.number, whole.unit if counted else pack.unit or Unit.PIECE), whole.unit)
    except NotConvertible:
        return None
    return (whole.qty / size.qty).to_integral_value(rounding=ROUND_CEILING)


def _put_together(told: list[Token], at: int, place: int, price: int, count: Decimal) -> None:
    number = (told[at].number or Decimal(1)) * count
    text = f"{number.normalize():f} {told[at].unit or ''}".strip()
    told[at] = replace(told[at], number=number, text=text, pack=True)
    at_each = any(folded(token.text) in AT_PRICE for token in told[place + 1 : price])
    for between in range(at + 1, price):
        told[between] = replace(told[between], role=Role.FILLER, text=" ")
    per = [i for i in range(place + 1, min(len(told), price + 3)) if told[i].role is Role.PER]
    behind = next((i for i in per if i < price or i == price + 1), None)
    unit = told[behind].unit if behind is not None else None
    if behind is not None and unit is not None and dimension_of(unit) is Dimension.COUNT:
        told[price] = replace(told[price], role=Role.PRICE, minor=int((told[price].minor or 0) * count))
        told[behind] = replace(told[behind], role=Role.FILLER, unit=None, number=None)
    elif at_each:
        told[price - 1] = replace(told[price - 1], role=Role.VAGUE)


def _line_of(tokens: Sequence[Token], at: int, asked: Sequence[AskedLine]) -> AskedLine | None:
    """The only line, or the one named last in the sentence."""
    if len(asked) == 1:
        return asked[0]
    for token in reversed(tokens[max(0, at - 12) : at]):
        if token.role in {Role.NAME, Role.LINE}:
            return next((line for line in asked if {line.n} == token.lines), None)
        if token.role is Role.BREAK or token.role in _FIGURES:
            return None
    return None
