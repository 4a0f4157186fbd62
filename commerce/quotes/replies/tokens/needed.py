"""Figures that only say how many are asked for: "(you asked for 3)", "(4 = 27)", "cups 21 for 500"."""

from collections.abc import Sequence
from dataclasses import replace

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import ways_to_count
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import OF_PRICE

__all__ = ["for_so_many", "without_needs", "without_results"]

_FIGURES = frozenset({Role.PRICE, Role.NUMBER})


def for_so_many(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """ "cups 21 for 500", where so many are asked for: the second figure is no price."""
    told = list(tokens)
    for at, (name, price, word, many) in enumerate(
        zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    ):
        line = next((line for line in asked if name.role is Role.NAME and {line.n} == name.lines), None)
        figures = price.role is Role.NUMBER and many.role is Role.NUMBER and folded(word.text) in OF_PRICE
        if line is None or not figures or many.money or price.number == many.number:
            continue
        if many.number in ways_to_count(line) and price.number not in ways_to_count(line):
            told[at + 1] = replace(price, role=Role.PRICE)
            told[at + 3] = replace(many, role=Role.QTY)
    return told


def without_needs(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """ "0.60 each (you asked for 3)": what the customer needs, in a bracket, is no price."""
    counts = set().union(*(ways_to_count(line) for line in asked)) if asked else set()
    told = list(tokens)
    for at, token in enumerate(tokens):
        end = next(
            (i for i in range(at + 2, min(at + 7, len(tokens))) if tokens[i].text.strip() == ")"), None
        )
        if token.text.strip() != "(" or end is None:
            continue
        inside = tokens[at + 1 : end]
        figures = [t for t in inside if t.role in {*_FIGURES, Role.QTY}]
        light = {Role.FILLER, Role.YES, Role.HAVE}
        if len(figures) != 1 or len(inside) < 2 or figures[0].money or figures[0].number not in counts:
            continue
        if all(t.role in light for t in inside if t is not figures[0]):
            told[at + 1 : end] = [replace(t, role=Role.FILLER) for t in inside]
    return told


def without_results(asked: Sequence[AskedLine], tokens: Sequence[Token]) -> list[Token]:
    """ "6.75 a bag (4 = 27)", "you need 4 so 27": how many that is for, where so many are asked for."""
    counts = set().union(*(ways_to_count(line) for line in asked)) if asked else set()
    told = list(tokens)
    for at in range(1, len(tokens) - 2):
        one, equals, price = tokens[at : at + 3]
        bare = one.role is Role.NUMBER and not one.money and one.number in counts and one.number != 1
        told_so = equals.role is Role.RESULT or equals.text.strip() == "="
        if bare and told_so and price.role in _FIGURES and _rated(tokens, at, one, price):
            told.remove(one)
    return told


def _rated(tokens: Sequence[Token], at: int, count: Token, result: Token) -> bool:
    """Whether a price of one, or one that so many make the result of, stands right before."""
    return any(
        t.role is Role.PER or (t.role is Role.PRICE and (t.minor or 0) * (count.number or 0) == result.minor)
        for t in tokens[max(0, at - 3) : at]
    )
