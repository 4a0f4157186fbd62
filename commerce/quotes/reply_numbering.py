"""Figures of an answer that number lines, count things or belong to a promotion; read before prices."""

import re
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.reply_language import Role
from commerce.quotes.reply_names import Names
from commerce.quotes.reply_paper import Paper
from commerce.quotes.reply_units import UNITS
from commerce.quotes.reply_words import LISTING, OF_PRICE, PHRASES, PROMOTIONS

__all__ = ["mark_counts", "mark_promotions", "number_lines", "part_chain"]

_MARKED = re.compile(
    r"(?:(?<=[\s,;(])|^)(?:(?:#|nr\.?|line|item|pos\.?|position|ligne|zeile|n°)\s?(?P<a>\d{1,3})\b(?![.,]\d)\s?[.):=-]?"
    r"|(?P<b>\d{1,3})\s?(?:\)|:(?!\d))|\((?P<c>\d{1,3})\)|(?P<d>\d{1,3})=(?=\S))"
)
_OPENING = re.compile(
    r"(?:^|(?<=[\n;])|(?<=\D,)|(?<=,[ \t]))[ \t]{0,4}"
    r"(?:(?P<a>\d{1,3})(?:/(?=\s)|\s?\.(?=\s)|\s[-–—=](?=\s)|=)"
    r"|(?P<b>\d{1,3})\s{1,3}(?=[€$£]?\s?\d{1,6}[.,]\d\d?\b|(?:no|nope|none|nein|non|yes|ok|ja|oui|x|-|out|sold)\b))"
)
_LISTING = "|".join(sorted(map(re.escape, LISTING), key=len, reverse=True))
_LISTED_NUMBERS = re.compile(
    rf"(?<![\w.,])(?:(?P<answer>(?:yes|no) to|(?:ja|nein) zu|(?:oui|non) (?:au|pour le))|{_LISTING})"
    r"[ :]{1,2}"
    r"(?P<list>\d{1,3}(?:(?:, ?| ?& ?| and | und | et )\d{1,3}){0,11})"
    rf"(?!\d|[.,:]\d| ?(?:€|eur|ct|cents?|x|{'|'.join(sorted(UNITS, key=len, reverse=True))})(?!\w))"
)
_PROMOTION = re.compile(
    rf"(?<![\w.,])(?P<many>\d),? (?:{'|'.join((*OF_PRICE, *PROMOTIONS))}) (?P<few>\d)"
    r"(?![\w.,]\d| ?(?:€|eur|ct|cent|\$))"
)
_INNER = re.compile(r"(?<=\s)(?P<a>\d{1,3})\.(?=\s\S)")


def number_lines(paper: Paper, known: frozenset[int]) -> None:
    opened = False
    for match in _MARKED.finditer(paper.low):
        opened = True
        _put_line(paper, match)
    for match in _OPENING.finditer(paper.low):
        number = match["a"] or match["b"]
        if match["a"] or (int(number) in known and len(known) > 1):
            opened = True
            _put_line(paper, match)
    for match in _LISTED_NUMBERS.finditer(paper.low):
        places = list(re.finditer(r"\d{1,3}", match["list"]))
        numbers = [int(place.group()) for place in places]
        several = len(known) > 1 and (len(numbers) > 1 or match["answer"])
        if several and known.issuperset(numbers) and sorted(set(numbers)) == numbers:
            for place in places:
                start, end = (match.start("list") + at for at in place.span())
                paper.put(replace(paper.at(Role.LINE, start, end), lines=frozenset({int(place.group())})))
    if opened:
        for match in _INNER.finditer(paper.low):
            if int(match["a"]) in known:
                _put_line(paper, match)


_DASHED = re.compile(r"\d+(?:[.,]\d\d?)? ?€?(?: ?[-–] ?\d+[.,]\d\d? ?€?)+")
_TIMES_NAME = re.compile(r"(?<![\w.,])(?P<many>\d{1,4}) ?[x×] ?(?=(?P<word>[^\W\d_]{2,}))")
_SETS = re.compile(
    r"(?<![\w.,])(?P<many>\d{1,3})er[- ]?(?:pack|packung|satz|set|karton|kiste|box|beutel|bund)?\b"
)


def part_chain(paper: Paper, lines: int) -> None:
    """ "2,90 - 3,10 - 4,90": as many prices as lines, parted by dashes."""
    for match in _DASHED.finditer(paper.low):
        dashes = [match.start() + at for at, char in enumerate(match.group()) if char in "-–"]
        if lines > 2 and len(dashes) == lines - 1:
            for dash in dashes:
                paper.put(paper.at(Role.BREAK, dash, dash + 1))


def mark_counts(paper: Paper, names: Names) -> None:
    """ "3x board", "im 6er-Pack": how many, as a quantity."""
    found = [m for m in _TIMES_NAME.finditer(paper.low) if names.lines_of(m["word"])]
    for match in (*found, *_SETS.finditer(paper.low)):
        token = paper.at(Role.QTY, match.start(), len(match.group().rstrip()) + match.start())
        paper.put(replace(token, text=match["many"], number=Decimal(match["many"])))


def mark_promotions(paper: Paper) -> None:
    """ "3 for 2": no price; it counts where the sum is named too, otherwise it is vague."""
    for match in _PROMOTION.finditer(paper.low):
        if int(match["many"]) == int(match["few"]) + 1:
            told = any(
                role is Role.RESULT and pattern.search(paper.low, match.end()) for role, pattern in PHRASES
            )
            paper.put(paper.at(Role.FILLER if told else Role.VAGUE, match.start(), match.end()))


def _put_line(paper: Paper, match: re.Match[str]) -> None:
    number = next(int(text) for text in match.groups() if text)
    start = match.end() - len(match.group().lstrip())
    paper.put(replace(paper.at(Role.LINE, start, match.end()), lines=frozenset({number})))
