"""Statements without a price of their own that change what one told before may mean."""

from decimal import Decimal
from itertools import pairwise

from commerce.date_words import folded
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS, UNITS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import ALONG, OF_ALL_PRICES, OF_PRICE, RATED, VARIETIES
from commerce.units import Amount, Dimension, Unit, dimension_of

__all__ = ["counts_otherwise", "explains"]


def explains(entry: Entry) -> bool:
    """Whether a statement without a price tells how much the one before may be of, or what comes along for
    it: "ca 5.2 kg", "thats with the brush"."""
    if entry.prices or entry.names or entry.has(Role.DELIVERY, Role.PICKUP, Role.WHEN, Role.NO):
        return False
    counted = entry.has(Role.QTY) or any(folded(t.text) in NUMBERS for t in entry.all(Role.FILLER))
    another = any(folded(t.text) in VARIETIES for t in entry.all(Role.WORD))
    if (
        entry.has(Role.ONLY) and entry.has(Role.WORD) and (counted or another)
    ):  # "only one in red", "white only"
        return True
    said = {word for token in entry.tokens for word in folded(token.text).split()}
    if entry.has(Role.VAGUE) and (
        entry.has(Role.QTY) or said & {*RATED, *OF_ALL_PRICES, *UNITS}
    ):  # "second tin half price"
        return True
    if (entry.has(Role.PER) and said & RATED) or (entry.has(Role.OFF) and said & (RATED | OF_ALL_PRICES)):
        return True
    vague = any(token.text.strip() != "?" for token in entry.all(Role.VAGUE))
    if vague and not entry.has(Role.DATE, Role.ASKS):  # "i'd have to check"
        return True
    same_breath = entry.parted is not Role.BREAK or entry.tokens[0].role is Role.RESULT
    return same_breath and any(
        folded(one.text) in ALONG and other.role is Role.WORD for one, other in pairwise(_telling(entry))
    )


def counts_otherwise(entry: Entry, whole: Amount | None, lines: int) -> bool:
    """Whether a statement tells another count than is asked for, or of lines: "paint 20 (1 tin)", "thats for
    six"."""
    if entry.prices or entry.names or whole is None or dimension_of(whole.unit) is not Dimension.COUNT:
        return False
    if entry.has(Role.ONLY, Role.HAVE, Role.WORD, Role.DATE, Role.DELIVERY, Role.PICKUP, Role.VAGUE):
        return False
    counts = {t.number for t in entry.all(Role.QTY) if t.unit in {None, Unit.PIECE, whole.unit}}
    counts |= {
        Decimal(NUMBERS[folded(token.text)])
        for before, token in pairwise(entry.tokens)
        if folded(before.text) in OF_PRICE and folded(token.text) in NUMBERS
    }
    said = [word for token in entry.all(Role.TOTAL) for word in folded(token.text).split()]
    counts |= {Decimal(NUMBERS[word]) for word in said if word in NUMBERS} - {Decimal(lines)}
    return bool(counts - {whole.qty})


def _telling(entry: Entry) -> list[Token]:
    """The tokens without articles."""
    return [t for t in entry.tokens if t.role is not Role.FILLER or folded(t.text) in ALONG]
