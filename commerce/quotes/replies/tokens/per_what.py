"""By what a price is: "1.60 a pack", "3,30 das Stück", "2.50 a hank"; marked before figures are read."""

import re
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.tokens.names import Names
from commerce.quotes.replies.tokens.paper import Paper
from commerce.quotes.replies.words.counting import NUMBERS, one_of, unit_of
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import DOZENS, FILLERS, JOINING, KNOWN, PER, each_in
from commerce.units import Unit

__all__ = ["mark_per_what"]

_COUNTED = re.compile(r"\d\s?[^\W\d]*\s?$")
_PER_OWN = re.compile(r"(?<![\w'])(?P<per>per|pro|par)\s(?P<word>[^\W\d_]+)")
_PER_NAMED = re.compile(
    r"(?:(?<=[\d€$£-])|(?<=euro)|(?<=euros)|(?<=cent)|(?<=cents)|(?<=\bct)|(?<=eur))(?:\s(?P<per>per|an?|pro|par|the|je|der|die|das|den|le|la)\s|(?P<slash>/))(?P<word>[^\W\d_]+)"
    rf"(?P<ends>\s*(?:[,.;!\n]|$)|\s(?:{one_of(JOINING)}|&|\+)\s)?"
)
_HELD = re.compile(r"(?<![\w/])(?:a|an|une?|eine?n?) ?[^\W\d_]+$")
_LIMITING = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source for language in LANGUAGES for source in language.phrases[Role.ONLY])
    + r")(?:(?<=')|\s)$"
)
_HAVING = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(
        source
        for language in LANGUAGES
        for role in (Role.HAVE, Role.OFFERS, Role.ONLY)
        for source in language.phrases.get(role, ())
    )
    + r")(?!\w)"
)
_CENTS = re.compile(r" ?\d{1,2} ?(?:cts?|cents?|c)\b")
_OF = re.compile(r" (?:of|de|d')")
_PRICED = re.compile(r"[\d€$£ctors]\s?$")
_PER_WORDS = frozenset({"per", "a", "an", "pro", "par", "je"})


def mark_per_what(paper: Paper, names: Names) -> None:
    for pattern, count in DOZENS:
        for match in pattern.finditer(paper.low):
            token = paper.at(Role.PER, match.start(), match.end())
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(count)))
    for match in PER.finditer(paper.low):
        if (
            match.group() == "@"
            and not _COUNTED.search(paper.low[max(0, match.start() - 16) : match.start()])
            and not _CENTS.match(paper.low, match.end())
        ):
            continue
        named = match["unit"] and names.lines_of(match["unit"])
        if named and not _PRICED.search(paper.low[max(0, match.start() - 4) : match.start()]):
            continue
        if match["number"] and match.group().startswith("the "):
            continue
        unit = Unit.PIECE if match["each"] or named else unit_of(match["unit"])
        number = Decimal(match["number"]) if match["number"] else Decimal(1)
        held = (
            match["unit"] and not named and _HELD.search(paper.low[max(0, match.start() - 1) : match.end()])
        )
        lead = paper.low[max(0, match.start() - 40) : match.start()]
        holds = _OF.match(paper.low, match.end()) and (names.language is None or _HAVING.search(lead))
        if held and (holds or _LIMITING.search(lead)):
            token = paper.at(Role.QTY, match.start(), match.end())
            paper.put(replace(token, unit=unit, number=number))
        elif number:
            token = paper.at(Role.PER, match.start(), match.end())
            paper.put(replace(token, unit=unit, number=number))
    own = each_in(names.language)
    for match in own.finditer(paper.low) if own else ():
        token = paper.at(Role.PER, match.start(), match.end())
        paper.put(replace(token, unit=Unit.PIECE, number=Decimal(1)))
    for match in _PER_OWN.finditer(paper.low):
        if names.lines_of(match["word"]):
            token = paper.at(Role.PER, match.start(), match.end("per"))
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(1)))
    for match in _PER_NAMED.finditer(paper.low):
        if match["slash"]:
            if (
                match["ends"] is not None and not names.lines_of(match["word"]) and match["word"] not in KNOWN
            ):  # "5.50/prs"
                paper.put(paper.at(Role.PER, match.start("slash"), match.end("word")))
            continue
        if match["word"] in names.measures:
            token = paper.at(Role.PER, match.start("per"), match.end())
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(1)))
        elif names.lines_of(match["word"]) and (
            match["per"] in _PER_WORDS or _ends_price(paper.low, match, names)
        ):
            token = paper.at(Role.PER, match.start("per"), match.end("per"))
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(1)))
        elif _of_something(match, names):
            paper.put(paper.at(Role.PER, match.start("per"), match.end("word")))


def _of_something(match: re.Match[str], names: Names) -> bool:
    """ "2.50 a hank": the price of one of something that is no unit known here."""
    word, per = match["word"], match["per"]
    if word in NUMBERS or names.lines_of(word):
        return False
    if word in FILLERS or len(word) < 3:  # "4.50 a go"
        return per in {"a", "an", "per"} and match["ends"] is not None
    code = names.language.code if names.language is not None else None
    if per in {"per", "pro", "par"} or (per == "je" and code == "de"):
        return True
    articles = {"en": {"a", "an"}, "fr": {"le", "la"}, None: {"a", "an"}}.get(code, set())
    return per in articles and match["ends"] is not None


def _ends_price(low: str, match: re.Match[str], names: Names) -> bool:
    """Whether an article and a name close a price of one: "2,50 die Schote"."""
    if not names.counted.issuperset(names.lines_of(match["word"])):
        return False
    return match["ends"] is not None and match["per"] != "the" and low[match.start() - 1] in "0123456789€-"
