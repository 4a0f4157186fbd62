"""Prices that are denied, and the lines that had them before: "0.90 not 0.09", "1.20 instead of 2.10"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, ReplyReading
from commerce.quotes.replies.tokens.figures import whole_of
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import DENYING
from commerce.units import Unit

__all__ = ["Former", "of_former", "without_denied"]

_FIGURES = frozenset({Role.PRICE, Role.NUMBER})
_BETWEEN = frozenset({Role.PER, Role.FILLER, Role.COMMA, Role.AND, Role.BUT})


class Former:
    """What the lines cost before, in minor units: the whole, and one of as many as were asked for."""

    def __init__(
        self, asked: Sequence[AskedLine], tokens: Sequence[Token], earlier: ReplyReading | None
    ) -> None:
        self._whole: dict[int, Decimal] = {}
        self._each: dict[int, tuple[Decimal, Unit]] = {}
        self._named = {n for t in tokens if t.role in {Role.NAME, Role.LINE} for n in t.lines}
        for line in asked:
            read = earlier.lines.get(line.n) if earlier is not None else None
            amount = whole_of(line)
            if read is not None and read.price_minor:
                self._whole[line.n] = Decimal(read.price_minor)
                if amount is not None:
                    self._each[line.n] = (read.price_minor / amount.qty, amount.unit)

    def had(self, price: Token) -> bool:
        """Whether the only line named cost just so much."""
        return [self._whole.get(n) for n in self._named] == [Decimal(price.minor or 0)]

    def told(self, price: Token, near: Sequence[Token]) -> list[Token]:
        """What a denied price says of its line: its name, if none is said, and that it is one's price."""
        minor = Decimal(price.minor or 0)
        wanted = self._named if len(self._named) == 1 else set(self._whole)
        whole = [n for n in wanted if self._whole.get(n) == minor]
        each = [n for n in wanted if n in self._each and self._each[n][0] == minor and n not in whole]
        per = any(token.role is Role.PER for token in near)
        found = each or whole if per else whole or each
        if len(found) != 1 or len(self._named) > 1:
            return []
        name = [] if self._named else [replace(price, role=Role.NAME, lines=frozenset(found))]
        if per or found is whole:
            return name
        unit = self._each[found[0]][1]
        return [*name, replace(price, role=Role.PER, unit=unit, number=Decimal(1), minor=None)]


def of_former(tokens: Sequence[Token], former: Former) -> list[Token]:
    """ "1.20 instead of 2.10": the line that cost 2.10."""
    told: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        price = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.role is Role.INSTEAD and price is not None and price.role in _FIGURES:
            more = former.told(price, tokens[max(0, at - 6) : at + 4]) if _priced_before(told) else []
            if more:
                told.extend(more)
                at += 2
                continue
        told.append(token)
        at += 1
    return told


def without_denied(tokens: Sequence[Token], former: Former) -> list[Token]:
    """ "0.90 a tub not 0.09", "not 2 but 3": only the price that holds is left."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        figure = tokens[at + 1] if at + 1 < len(tokens) else None
        if figure is None or folded(token.text) not in DENYING or figure.role not in _FIGURES:
            kept.append(token)
            at += 1
            continue
        after = tokens[at + 2 : at + 5]
        near = tokens[max(0, at - 6) : at + 6]
        roles = [t.role for t in after if t.role is not Role.COMMA][:2]
        told = [t.role for t in tokens[at + 2 : at + 8] if t.role not in {Role.FILLER, Role.COMMA}][:2]
        if len(told) == 2 and told[0] is Role.BUT and told[1] in _FIGURES:
            kept.extend(former.told(figure, near))
            at = next(i for i in range(at, len(tokens)) if tokens[i].role is Role.BUT) + 1
        elif (_priced_before(kept) or former.had(figure)) and not (roles and roles[0] is Role.NAME):
            while kept[-1].role in {Role.COMMA, Role.AND, Role.BUT}:
                kept.pop()
            kept.extend(former.told(figure, near))
            at += 2
        else:
            kept.append(token)
            at += 1
    return kept


def _priced_before(kept: Sequence[Token]) -> bool:
    between = _BETWEEN | {Role.NAME} if kept and kept[-1].role is Role.COMMA else _BETWEEN
    near = next((t for t in reversed(kept[-6:]) if t.role not in between), None)
    return near is not None and near.role in _FIGURES
