"""Prices without tax: "plus VAT", "zzgl. 19 % MwSt", "HT"; marked before figures are read."""

import re
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.tokens.names import WORD, Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import PERCENT

__all__ = ["mark_taxes"]

_RATE = rf"\d{{1,2}}(?:[.,]\d{{1,2}})? ?(?:%|{'|'.join(sorted(PERCENT))})"


def _patterns(field: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<![\w'])(?:{source.replace('RATE', _RATE)})(?!\w)")
        for language in LANGUAGES
        for source in getattr(language, field)
    )


_GROSS, _NET, _RATES = _patterns("gross"), _patterns("net"), _patterns("tax_rates")


def mark_taxes(paper: Paper, names: Names) -> None:
    """Tax that comes on top becomes NET with its rate, if one is told; a rate alone is NET, but not `surely`.

    Tax that is in the price says nothing.
    """
    for patterns, role, surely in (
        (_GROSS, Role.FILLER, False),
        (_NET, Role.NET, True),
        (_RATES, Role.NET, False),
    ):
        for pattern in patterns:
            for match in pattern.finditer(paper.low):
                if any(names.lines_of(word.group()) for word in WORD.finditer(match.group())):
                    continue
                rate = re.search(r"\d+(?:[.,]\d+)?", match.group())
                number = Decimal(rate.group().replace(",", ".")) if rate else None
                token = paper.at(role, match.start(), match.end())
                paper.put(replace(token, number=number, surely=surely))
