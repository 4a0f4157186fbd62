"""Prices in words: "filler five ninety", "Butter zwei dreißig", "le beurre deux cinquante"."""

import re
from dataclasses import replace
from decimal import Decimal

from commerce.money import minor_digits
from commerce.quotes.replies.tokens.figures import MOST_MINOR
from commerce.quotes.replies.tokens.names import WORD, Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import NUMBERS, UNITS, one_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import COSTING, DOZEN

__all__ = ["mark_banknotes", "mark_hundreds", "mark_spelled"]

_ALL = one_of(word for word, n in NUMBERS.items() if n and word not in DOZEN)
_TENS = one_of(word for word, n in NUMBERS.items() if 10 <= n < 100 and word not in DOZEN)
_ONES = "|".join(LANGUAGES[0].numbers[n] for n in range(1, 10))
"""English alone has them in a word of their own: "ninety nine"."""
_UNIT = one_of(UNITS)
_SPELLED = re.compile(
    rf"(?<![\w'-])(?P<whole>{_ALL}) (?P<cents>{_TENS})(?:[ -](?P<ones>{_ONES}))?"
    rf"(?![\w'-]| (?:{_ONES}|{_TENS}|{_UNIT}|uhr|h|am|pm|%)(?!\w))"
)
_IN_FIGURES = re.compile(r"(?<![\w.,])\d{1,2}[.,]\d\d(?![\d.,]*\d)")
_IN_EUROS = re.compile(rf"(?<![\w.,])(?:\d{{1,2}}|{_ALL}) ?(?:euros?|eur|€)(?!\w)")
_LARGE = re.compile(r"\d{3}|hundred|thousand|hundert|tausend|\bcents?\b|\bmille\b")
_ONE_NUMBER = frozenset({(4, 20), *((tens, n) for tens in (60, 80) for n in range(10, 20))})
"""In French one number in two words, however it is written: "quatre vingt", "soixante dix"."""


_HUNDRED = "hundred|hundert|cents?"
_THOUSAND = "thousand|tausend|mille"
_BELOW = one_of(word for word, n in NUMBERS.items() if 0 < n < 100 and word not in DOZEN)
_HUNDREDS = re.compile(
    rf"(?<![\w'-])(?:(?P<thousands>{_BELOW})?[ -]?(?P<thousand>{_THOUSAND})[ -]?(?:und|and)?[ -]?)?"
    rf"(?:(?P<hundreds>{_BELOW})?[ -]?(?P<hundred>{_HUNDRED})[ -]?(?:und|and)?[ -]?)?"
    rf"(?P<rest>(?:{_BELOW})(?:[ -](?:et[ -])?(?:{_BELOW}))?)?(?![\w'-])"
)


_BANKNOTES = {
    word: n for language in LANGUAGES for n, words in language.banknotes.items() for word in words.split()
}
_BANKNOTE = re.compile(
    rf"(?<![\w'-])(?:an? )?(?P<word>{'|'.join(_BANKNOTES)})(?![\w'-])(?! (?:off|less|more)\b)"
)


def mark_banknotes(paper: Paper, currency: str) -> None:
    """ "a tenner": a price in one word."""
    for match in _BANKNOTE.finditer(paper.low):
        number = _BANKNOTES[match["word"]]
        token = paper.at(Role.PRICE, match.start(), match.end())
        minor = number * 10 ** minor_digits(currency)
        paper.put(replace(token, minor=minor, number=Decimal(number), money=True))


def mark_hundreds(paper: Paper, currency: str) -> None:
    """ "fünfhundertneunundvierzig", "five hundred and ten", "deux cent vingt euros": figures in letters.

    The French hundred is a cent, too: it counts only before a currency or another number.
    """
    for match in _HUNDREDS.finditer(paper.low):
        french = match["hundred"] in {"cent", "cents"}
        money = re.match(r" ?(?:euros?|eur|€)(?!\w)", paper.low[match.end() :])
        if not (match["thousand"] or match["hundred"]) or (french and not (money or match["rest"])):
            continue
        if french and not match["hundreds"] and not money:
            continue
        parts = (
            [NUMBERS[word] for word in re.split(r"[ -](?:et[ -])?", match["rest"])] if match["rest"] else []
        )
        rest = 80 if parts[:2] == [4, 20] else sum(parts)
        number = rest
        if match["hundred"]:
            number += 100 * (NUMBERS[match["hundreds"]] if match["hundreds"] else 1)
        if match["thousand"]:
            number += 1000 * (NUMBERS[match["thousands"]] if match["thousands"] else 1)
        end = match.end() + (money.end() if money else 0)
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end -= 0 if money else len(match.group()) - len(match.group().rstrip(" -"))
        minor = number * 10 ** minor_digits(currency)
        if rest < 100 and minor <= MOST_MINOR:
            token = paper.at(Role.PRICE if money else Role.NUMBER, start, end)
            paper.put(replace(token, minor=minor, number=Decimal(number), money=bool(money)))


def mark_spelled(paper: Paper, currency: str, names: Names) -> None:
    """A number and a second of two digits right behind the name of a line are a price; elsewhere they may be
    an hour, or a quantity.

    Only beside a price in figures, or one of a few euros: alone "two forty" may be 240, and is asked back.
    """
    left = paper.uncovered()
    small = _IN_FIGURES.search(left) or (_IN_EUROS.search(left) and not _LARGE.search(left))
    if minor_digits(currency) != 2 or not small:
        return
    for match in _SPELLED.finditer(paper.low):
        whole, cents = NUMBERS[match["whole"]], NUMBERS[match["cents"]]
        if match["ones"]:
            if cents < 20 or cents % 10:
                continue
            cents += NUMBERS[match["ones"]]
        if (whole, cents) in _ONE_NUMBER or not _named_before(paper, match.start(), names):
            continue
        minor = whole * 100 + cents
        if minor <= MOST_MINOR:
            token = paper.at(Role.PRICE, match.start(), match.end())
            paper.put(replace(token, minor=minor, money=True))


def _named_before(paper: Paper, start: int, names: Names) -> bool:
    """Whether the last word before `start` that is no small one names a line, in the same statement."""
    begin = max(0, start - 60)
    part = re.split(r"[.,;!?\n]", paper.low[begin:start])[-1]
    words = [match.group() for match in WORD.finditer(part)]
    while words and words[-1] in COSTING:
        words.pop()
    return bool(words) and bool(names.lines_of(words[-1]))
