"""Packs of a size: "im 5-kg-Sack", "a 2.5 l tin", "en sac de 5 kg"; marked before figures are read."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import need_of, whole_of
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import NUMBERS, UNITS, number_of, one_of
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import DOZEN
from commerce.units import Amount, Dimension, NotConvertible, Unit, convert, dimension_of

__all__ = ["mark_halves", "mark_packs"]


def _words(*, counting: bool) -> str:
    """The words of units that count things of a kind, or of those that measure."""
    words = [word for word, unit in UNITS.items() if (dimension_of(unit) is Dimension.COUNT) is counting]
    return f"(?:{one_of(words)})"


_NUMBER = r"(?P<number>\d{1,4}(?:[.,]\d{1,3})?|une?(?= )|one(?= )|einem(?= ))"
_UNIT = f"(?P<unit>{_words(counting=False)})"
_BOX = _words(counting=True)
_BEFORE = ("do", "sell", "have", "stock", "get", "only", "just", "nur", "blos", "que", "uniquement")
_LEAD = "(?:in |im |als |an? |the |de[rsn] |die |das |l[ea]s? |en |einen? |une? )"
_AFTER = "(?:" + "|".join(f"(?<=\\b{word} )" for word in _BEFORE) + ")"
_PACKS = tuple(
    re.compile(rf"(?<![\w.,-])(?<![\dx×] ){source}(?![\w.,]*\d)(?!\w)")
    for source in (
        rf"{_NUMBER}[ -]?{_UNIT}-{_BOX}",
        rf"{_NUMBER}-{_UNIT} {_BOX}",
        rf"{_LEAD}{_NUMBER} ?{_UNIT} {_BOX}",
        rf"{_AFTER}{_NUMBER} ?{_UNIT} {_BOX}",
        rf"{_BOX} (?:of |de |d'|zu |a |mit ){_NUMBER} ?{_UNIT}",
    )
)


_COUNT = rf"(?P<count>\d{{1,2}}|{one_of(NUMBERS)})"
_COUNTED = tuple(
    re.compile(rf"(?<![\w.,-]){source}(?![\w.,]*\d)(?!\w)")
    for source in (
        rf"{_COUNT} {_BOX} (?:of |de |d'|zu |zu je |a |mit |with ){_NUMBER} ?{_UNIT}",
        rf"{_COUNT} {_NUMBER}[ -]?{_UNIT}[ -]{_BOX}",
    )
)
_DOZENS = re.compile(rf"(?<![\w.,'-]){_COUNT} (?:{one_of(DOZEN)})(?!\w)")
_HALVES = re.compile(
    r"(?<![\w'-])(?:(?:nur )?(?:noch )?(?:ein(?:e[nmr]?)? )?halbe[rsnm]?[ -]"
    r"|half (?:an? )?|(?:une? )?demi[- ])"
    rf"(?P<unit>{_words(counting=False)}|{one_of(DOZEN)})(?!\w)"
)


_MANY = r"(?P<number>\d{1,3})"
_COUNTED_PIECES = tuple(
    re.compile(rf"(?<![\w.,-]){source}(?![\w.,]*\d| ?(?:€|%|euros?|eur|cts?|cents?))(?!\w)")
    for source in (
        rf"{_COUNT} (?:packs?|sets?|lots?|packung(?:en)?) (?:of|de|zu|zu je|a|mit|with) {_MANY}",
        rf"{_COUNT} {_BOX} (?:of|de|zu je|mit|with) {_MANY}",
        rf"{_COUNT} ?[x×]? ?{_MANY}er[ -]?(?:packs?|sets?|packung|packungen|kartons?|kisten?)",
        rf"{_COUNT} {_MANY}-?(?:packs?)",
    )
)


def _mark_counted_pieces(paper: Paper, asked: Sequence[AskedLine]) -> None:
    """ "2 packs of 5", "2 packs de 4", "2 6er-Packs", where a line asks for just so many."""
    wholes = {
        need.qty for line in asked if (need := need_of(line)) and dimension_of(need.unit) is Dimension.COUNT
    }
    for pattern in _COUNTED_PIECES:
        for match in pattern.finditer(paper.low):
            count = number_of(match["count"])
            number = Decimal(match["number"])
            if count > 1 and number > 1 and count * number in wholes:
                token = paper.at(Role.QTY, match.start(), match.end())
                paper.put(replace(token, number=number, count=count))


def _mark_sizes(paper: Paper, asked: Sequence[AskedLine]) -> None:
    """ "24 pack" of 24: a pack with all that a line asks for, and not so many packs."""
    wholes = {need.qty for line in asked if (need := need_of(line)) and need.unit is Unit.PIECE}
    for match in _SIZE.finditer(paper.low):
        joined = "-" in match.group()
        if Decimal(match["number"]) in wholes or joined:
            token = paper.at(Role.QTY, match.start(), match.end())
            paper.put(replace(token, text=match["number"], number=Decimal(match["number"]), pack=joined))


_SIZE = re.compile(r"(?<![\w.,])(?P<number>[2-9]|[1-9]\d{1,2})[ -]?(?:pack|pk)(?!\w| of)")


def _mark_counted(paper: Paper, asked: Sequence[AskedLine]) -> None:
    wholes = [amount for line in asked if (amount := whole_of(line)) is not None]
    for pattern in _COUNTED:
        for match in pattern.finditer(paper.low):
            count = number_of(match["count"])
            if count < 2 or not match["number"][0].isdigit():
                continue
            number, unit = Decimal(match["number"].replace(",", ".")), UNITS[match["unit"]]
            if any(_is_whole(Amount(number * count, unit), whole) for whole in wholes):
                token = paper.at(Role.QTY, match.start(), match.end())
                paper.put(replace(token, number=number, unit=unit, count=count))


def _is_whole(amount: Amount, whole: Amount) -> bool:
    try:
        return convert(amount, whole.unit).qty == whole.qty
    except NotConvertible:
        return False


def mark_halves(paper: Paper) -> None:
    """ "ein halber Liter", "two dozen", "un demi-kilo": an exact quantity, where no price is by it."""
    for match in _DOZENS.finditer(paper.low):
        count = number_of(match["count"])
        if 1 < count < 100:
            token = paper.at(Role.QTY, match.start(), match.end())
            paper.put(replace(token, text=str(count * 12), number=Decimal(count * 12), unit=Unit.PIECE))
    for match in _HALVES.finditer(paper.low):
        if (
            paper.low[: match.start()]
            .rstrip()
            .endswith(("per", "the", "pro", "das", "je", "la", "le", "der", "a"))
        ):
            continue
        dozen = match["unit"] in DOZEN
        number, unit = (Decimal(6), Unit.PIECE) if dozen else (Decimal("0.5"), UNITS[match["unit"]])
        start = match.start() + (len(match.group()) - len(re.sub(r"^(?:nur )?(?:noch )?", "", match.group())))
        text = "6" if dozen else f"0.5 {match['unit']}"
        paper.put(replace(paper.at(Role.QTY, start, match.end()), text=text, number=number, unit=unit))


def mark_packs(paper: Paper, asked: Sequence[AskedLine]) -> None:
    """A pack with its size becomes a quantity of that size, and is told as a pack; so many packs that hold
    just what a line asks for are that quantity ("3 bags of 25 kg" of 75 kg)."""
    _mark_counted(paper, asked)
    _mark_counted_pieces(paper, asked)
    _mark_sizes(paper, asked)
    for pattern in _PACKS:
        for match in pattern.finditer(paper.low):
            said = match["number"] if match["number"][0].isdigit() else "1"
            number, size = Decimal(said.replace(",", ".")), f"{said} {match['unit']}"
            token = paper.at(Role.QTY, match.start(), match.end())
            paper.put(replace(token, text=size, number=number, unit=UNITS[match["unit"]], pack=True))
