"""Figures of an answer that number lines, count things or belong to a promotion; read before prices."""

import re
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.tokens.figures import SPACED
from commerce.quotes.replies.tokens.names import Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.tokens.wholes import WHOLES
from commerce.quotes.replies.words.counting import NUMBERS, UNITS, number_of, one_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import (
    ANSWERS,
    CALLED,
    JOINING,
    LINE_WORDS,
    LISTING,
    OF_PRICE,
    PHRASES,
    PROMOTIONS,
)
from commerce.units import Unit

__all__ = ["mark_counts", "mark_promotions", "number_lines", "part_chain"]

_AND = "|".join(f" {word} " for word in sorted(JOINING))
_ANSWER = "|".join(sorted(ANSWERS))
_LINE = "|".join(sorted(LINE_WORDS))
_MARKED = re.compile(
    rf"(?:(?<=[\s,;(])|^)(?:(?:#|{_LINE})\s?(?P<a>\d{{1,3}})\b(?![.,]\d)\s?[.):=-]?"
    rf"|(?<!\()(?<!\d[,.])(?P<b>\d{{1,3}})\s?(?:\)|:(?!\d))"
    rf"|(?:^|(?<=[\n,;])|(?<=[\n,;] ))\((?P<c>\d{{1,3}})\)"
    rf"|(?P<d>\d{{1,3}})=(?=\S))"
)
_OPENING = re.compile(
    rf"(?:^|(?<=[\n;])|(?<=\D,)|(?<=,[ \t]))[ \t]{{0,4}}"
    rf"(?:(?P<a>\d{{1,3}})(?:/(?=\s)|\s?\.(?=\s)|\s[-–—=](?=\s)(?!\s\d+(?:[.,]\d+)? ?(?:%|pro|per|pour))|=)"
    rf"|(?P<b>\d{{1,3}})\s{{1,3}}(?=[€$£]?\s?\d{{1,6}}[.,]\d\d?\b|(?:{_ANSWER}|x(?!\s?[€\d])|-)\b))"
)
_SPACED = re.compile(SPACED)
_TO = "|".join(source for language in LANGUAGES for source in language.answer_to)
_LISTED_NUMBERS = re.compile(
    rf"(?<![\w.,])(?:(?P<answer>{_TO})|{one_of(LISTING)})"
    r"[ :]{1,2}"
    rf"(?P<list>\d{{1,3}}(?:(?:, ?| ?& ?|{_AND})\d{{1,3}}){{0,11}})"
    rf"(?!\d|[.,:]\d| ?(?:€|eur|ct|cents?|x|{one_of(UNITS)})(?!\w))"
)
_MARK = r"(?: ?(?:€|eur|euros?)(?!\w))?"
_PARTED = rf"(?: ?[,/&+;] ?|{_AND})"
_PRICE_ROW = (
    rf"(?:[€$£] ?)?\d{{1,5}}[.,]\d\d{_MARK}(?:{_PARTED}(?:[€$£] ?)?\d{{1,5}}[.,]\d\d{_MARK}(?![.,]?\d))+"
)
_ROUND_ROW = rf"\d{{1,5}}{_MARK}(?:{_PARTED}\d{{1,5}}{_MARK}(?![.,:]?\d|:))+"
_PRICE = re.compile(r"\d+(?:[.,]\d\d)?")
_HEADING_NUMBERS = re.compile(
    r"(?<![\w.,])(?<!\d, )(?P<list>\d{1,3}"
    rf"(?:(?:, ?| ?& ?| ?\+ ?|{_AND})(?:(?:nr|no|n°|le|la|die) ?)?\d{{1,3}}){{1,11}})"
    rf" ?: ?(?P<prices>{_PRICE_ROW}|{_ROUND_ROW})"
)
""" "1 and 3: 3.00 and 3.40": the numbers of lines, then as many prices."""
_UNIT = one_of(UNITS)
_PROMOTION = re.compile(
    rf"(?<![\w.,])(?P<many>\d)(?: (?:{_UNIT}))?,? (?:{'|'.join((*OF_PRICE, *PROMOTIONS))}) (?P<few>\d)"
    r"(?!\d|[.,]\d| ?(?:€|eur|ct|cent|\$))"
)
_TOLD = re.compile(r" ?[:=] ?[€$£]?\d{1,5}[.,]\d\d(?!\d)")
_STARTS = rf"(?:^|(?<=[.;,!\n] )|(?<=\n)|(?<=n° )|{'|'.join(f'(?<= {word} )' for word in sorted(JOINING))})"
_CALLED = f"(?:{'|'.join(sorted(CALLED))})"
_NUMBERS = rf"(?<!\d[.,])\d{{1,3}}(?:(?:, | ?& ?|{_AND})\d{{1,3}})"
_ANSWERED_NUMBERS = re.compile(
    rf"{_STARTS}(?:(?:(?:{'|'.join(sorted(JOINING))}) )?{_CALLED} ?)?(?P<list>{_NUMBERS}{{0,11}}) (?P<verb>"
    + "|".join(source for language in LANGUAGES for source in language.answering)
    + r")(?!\w)"
)
_DENIED_NUMBERS = re.compile(
    rf"(?<![\w.,])(?:{'|'.join(word for language in LANGUAGES for word in language.denying.split())}) "
    rf"(?P<list>{_NUMBERS}{{0,11}})(?=\s*(?:[,;!)\n]|\.(?!\d)|$))"
)
""" "1, 2 and 4 not 3": after numbers of lines that are there."""
_ACCEPTED_NUMBERS = re.compile(
    rf"{_STARTS}(?P<list>{_NUMBERS}{{1,11}}) "
    rf"(?:{'|'.join(source for language in LANGUAGES for source in language.accepting)})(?!\w)"
)
_NAMED_NUMBERS = re.compile(
    rf"(?<![\w.,])(?:{'|'.join(sorted(JOINING))}|,) {_CALLED} ?(?P<list>\d{{1,3}}) "
    r"(?=(?:fur |for |a |at |zu )?[€$£]?\d{1,5}[.,]\d\d(?!\d))"
)
_EQUALS = re.compile(r"(?:^|(?<=[.;,!\n] )|(?<=\n))(?P<a>\d{1,3}) ?= ?(?=[€$£]? ?\d)")
_ANSWERED_NEXT = re.compile(rf"(?<=\s)(?P<a>\d{{1,3}}) (?=(?:{_ANSWER})\b)")
""" "1 yes 44 2 no 3 yes 9.50": one line after the other."""
_INNER = re.compile(r"(?<=\s)(?P<a>\d{1,3})\.(?=\s\S)")


def number_lines(paper: Paper, known: frozenset[int]) -> None:
    opened = False
    for match in _HEADING_NUMBERS.finditer(paper.low):
        _put_row(paper, match, known)
    for match in _MARKED.finditer(paper.low):
        if match.group().endswith(")") and match["b"] and _closes_a_bracket(paper.low, match.start()):
            continue
        opened = True
        _put_line(paper, match)
    opening = list(_OPENING.finditer(paper.low))
    for match in opening:
        if match["b"] and len(opening) == 1 and _SPACED.match(paper.low, match.start("b")):
            continue  # "1 250,50 €", and no other number opens a line
        number = match["a"] or match["b"]
        if int(number) not in known and paper.low[: match.start()].rstrip(" \t").endswith(","):
            continue
        if match["a"] or (int(number) in known and len(known) > 1):
            opened = True
            _put_line(paper, match)
    for match in _EQUALS.finditer(paper.low):
        if int(match["a"]) in known and len(known) > 1:
            _put_line(paper, match)
    for match in _LISTED_NUMBERS.finditer(paper.low):
        _put_list(paper, match, known, alone=bool(match["answer"]))
    for match in (*_ANSWERED_NUMBERS.finditer(paper.low), *_NAMED_NUMBERS.finditer(paper.low)):
        _put_list(paper, match, known, alone=True)
    for match in _ACCEPTED_NUMBERS.finditer(paper.low):
        _put_list(paper, match, known, alone=False)
    if not opened and any(token.role is Role.LINE for token in paper.tokens):
        for match in _DENIED_NUMBERS.finditer(paper.low):
            _put_list(paper, match, known, alone=True)
    first = next((int(m["a"] or m["b"]) for m in opening), None)
    if first is not None and first in known and len(known) > 1:
        for match in _ANSWERED_NEXT.finditer(paper.low):
            if int(match["a"]) in known and int(match["a"]) > first:
                _put_line(paper, match)
                first = int(match["a"])
    if opened:
        for match in _INNER.finditer(paper.low):
            if int(match["a"]) in known:
                _put_line(paper, match)


def _closes_a_bracket(low: str, at: int) -> bool:
    """ "(you need 2)": the bracket behind the number was opened before it."""
    near = low[max(0, at - 30) : at]
    return near.rfind("(") > near.rfind(")")


def _put_row(paper: Paper, match: re.Match[str], known: frozenset[int]) -> None:
    """As many prices as numbers of lines before the colon: it parts them, and "and" joins the prices."""
    prices = list(_PRICE.finditer(match["prices"]))
    if len(prices) != len(re.findall(r"\d+", match["list"])):
        return
    _put_list(paper, match, known, alone=False)
    if not paper.taken[match.end("list") - 1]:
        return
    colon = paper.low.index(":", match.end("list"))
    paper.put(paper.at(Role.BREAK, colon, colon + 1))
    for price in prices[1:]:
        start = match.start("prices") + price.start()
        parted = re.search(r"[,/&+;]\s?$", paper.low[:start])
        if parted:
            paper.put(paper.at(Role.AND, parted.start(), parted.start() + 1))


def _put_list(paper: Paper, match: re.Match[str], known: frozenset[int], *, alone: bool) -> None:
    """Numbers in a row, rising and all of lines: the lines; a single one only if it may stand `alone`."""
    places = list(re.finditer(r"\d{1,3}", match["list"]))
    numbers = [int(place.group()) for place in places]
    if len(places) > 1 and _is_price(paper.low, match, places, known):
        places, numbers = places[:-1], numbers[:-1]
    several = len(known) > 1 and (len(numbers) > 1 or alone)
    if several and known.issuperset(numbers) and sorted(set(numbers)) == numbers:
        for place in places:
            start, end = (match.start("list") + at for at in place.span())
            paper.put(replace(paper.at(Role.LINE, start, end), lines=frozenset({int(place.group())})))


def _is_price(low: str, match: re.Match[str], places: list[re.Match[str]], known: frozenset[int]) -> bool:
    """ "1 and 3, 14 each": the last number, behind a comma, is of no line, or of one before the others."""
    last, before = (int(place.group()) for place in (places[-1], places[-2]))
    parted = low[: match.start("list") + places[-1].start()].endswith(", ")
    return parted and (last not in known or last <= before)


_DASHED = re.compile(r"(?<!\d)\d+(?:[.,]\d\d?)? ?€?(?: ?[-–] ?\d+[.,]\d\d? ?€?| ?[-–] \d+(?![.,]?\d) ?€?)+")
_MEASURED = re.compile(r"(?<![\w.,])(?P<many>\d{1,4}) ?(?P<word>[^\W\d_]{3,})(?!\w)")
_TIMES_NAME = re.compile(r"(?<![\w.,])(?P<many>\d{1,4}) ?[x×] ?(?=(?P<word>[^\W\d_]{2,}))")
_TIMES_ALONE = re.compile(r"(?<![\w.,])(?P<many>\d{1,3}) ?x(?![\w×])(?! ?[€\d])")
_TIMES_BEHIND = re.compile(r"(?<=[^\W\d_] )[x×] ?(?P<many>\d{1,3})(?![\w.,]*\d)(?!\w| ?€)")
_SIZED = re.compile(r"(?<![\w.,])(?P<many>\d{1,3}[.,]\d{1,2})er\b")
_HOLDING = frozenset({Unit.PACKET, Unit.BOX, Unit.BAG})
_BOX = one_of(word for word, unit in UNITS.items() if unit in _HOLDING)
_SPELLED = one_of(word for word, n in NUMBERS.items() if n > 1)
_PACKS = re.compile(
    r"(?<!\w)(?:(?:pack|set|box|lot|paquet|carton|packung|sachet|boite)(?:s|es|en)? (?:of|de|von|mit|zu|a)"
    rf"|(?:{_BOX}) (?:of|de|mit)) (?P<many>\d{{1,3}}|{_SPELLED})"
    r"(?![\w.,]\d| ?(?:€|euros?|eur|cts?|cents?)(?!\w))"
)
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
    """ "3x board", "im 6er-Pack": how many, as a quantity; of the latter it is the size of a pack."""
    found = [m for m in _TIMES_NAME.finditer(paper.low) if names.lines_of(m["word"])]
    for match in _MEASURED.finditer(paper.low):
        if match["word"] in names.measures:
            token = paper.at(Role.QTY, match.start(), match.end())
            paper.put(replace(token, text=match["many"], number=Decimal(match["many"])))
    for pattern, pack in (
        (_TIMES_ALONE, False),
        (_TIMES_BEHIND, False),
        (_SIZED, True),
        (_SETS, True),
        (_PACKS, True),
    ):
        for match in (*(() if pack else found), *pattern.finditer(paper.low)):
            token = paper.at(Role.QTY, match.start(), len(match.group().rstrip()) + match.start())
            many = str(NUMBERS.get(match["many"], match["many"]))
            paper.put(replace(token, text=many, number=Decimal(many.replace(",", ".")), pack=pack))


def mark_promotions(paper: Paper) -> None:
    """ "3 for 2": no price; it counts where the sum is named too, otherwise it is vague."""
    for match in _PROMOTION.finditer(paper.low):
        if int(match["many"]) == int(match["few"]) + 1:
            told = (
                _TOLD.match(paper.low, match.end())
                or _says_whole(paper.low, match)
                or any(
                    role is Role.RESULT and pattern.search(paper.low, match.end())
                    for role, pattern in PHRASES
                )
            )
            paper.put(paper.at(Role.FILLER if told else Role.VAGUE, match.start(), match.end()))


def _says_whole(low: str, match: re.Match[str]) -> bool:
    """ "3 for 2 at the moment: 17.80 for all three": what so many come to is told behind it."""
    many = int(match["many"])
    return any(number_of(whole["n"]) == many for whole in WHOLES.finditer(low, match.end()))


def _put_line(paper: Paper, match: re.Match[str]) -> None:
    number = next(int(text) for text in match.groups() if text)
    start = match.end() - len(match.group().lstrip())
    paper.put(replace(paper.at(Role.LINE, start, match.end()), lines=frozenset({number})))
