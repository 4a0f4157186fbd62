"""A seller's answer as tokens: who is named, what is said of it, prices, dates, and what parts them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from commerce.date_words import folded
from commerce.dates import SpokenDate, find_dates, find_times
from commerce.money import minor_digits
from commerce.quotes.reply_days import HOURS, SAME_DAY, find_more_days
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_money import FIGURE, Figure, read_figure, rounded
from commerce.quotes.reply_names import WORD, Names
from commerce.quotes.reply_numbering import mark_counts, mark_promotions, number_lines, part_chain
from commerce.quotes.reply_paper import Paper, Token
from commerce.quotes.reply_shapes import AskedLine
from commerce.quotes.reply_units import LANGUAGES, NUMBERS, UNITS, unit_of
from commerce.quotes.reply_wholes import mark_rates, mark_wholes
from commerce.quotes.reply_words import ASIDES, DOZENS, FILLERS, PER, PHRASES, each_in
from commerce.units import Unit

__all__ = ["Token", "lex"]

MOST_CHARACTERS = 8192
"""Longer answers are cut here: twice the longest message there can be."""


def lex(asked: Sequence[AskedLine], text: str, today: date, currency: str) -> list[Token]:
    """The tokens of the answer, in order."""
    paper = Paper(text[:MOST_CHARACTERS])
    names = Names(asked, paper.text)
    _dates(paper, today)
    named = _named_words(paper, names)
    for match in ASIDES.finditer(paper.low):
        paper.put(paper.at(Role.FILLER, match.start(), match.end()))
    part_chain(paper, len(asked))
    mark_wholes(paper, asked, names)
    number_lines(paper, frozenset(line.n for line in asked))
    mark_promotions(paper)
    mark_counts(paper, names)
    mark_rates(paper, names)
    _per_units(paper, names)
    _figures(paper, currency, names)
    _phrases(paper, named)
    _separators(paper)
    _words(paper, names)
    tokens = sorted(paper.by_end.values(), key=lambda token: token.start)
    return _left_over(tokens) if names.language is not None and names.language.compounds else tokens


def _left_over(tokens: list[Token]) -> list[Token]:
    """ "Steckdosen 12, Dosen 6": the end of two compounds is the one not named by its own."""
    own = {n for token in tokens if token.role is Role.NAME and len(token.lines) == 1 for n in token.lines}
    open_ones = {token.lines - own for token in tokens if token.role is Role.NAME and len(token.lines) > 1}
    if len(open_ones) != 1 or len(next(iter(open_ones))) != 1:
        return tokens
    left = next(iter(open_ones))
    return [replace(t, lines=left) if t.role is Role.NAME and len(t.lines) > 1 else t for t in tokens]


def _ends_day(paper: Paper, end: int, today: date) -> bool:
    """Whether the words up to `end` close with the name of a day: "morgen", "delivery on monday"."""
    start = max(0, end - 40)
    days = [*find_more_days(paper.low[start:end], today), *find_dates(paper.text[start:end], today)]
    return any(end - start - spoken.end <= 2 for spoken in days)


def _dates(paper: Paper, today: date) -> None:
    hours = [
        match
        for match in HOURS.finditer(paper.low)
        if 0 < int(match["from"]) < int(match["till"]) < 23 and _ends_day(paper, match.start(), today)
    ]
    for match in hours:
        paper.put(paper.at(Role.FILLER, match.start("from"), match.end()))
    text = "".join("." if taken else char for taken, char in zip(paper.taken, paper.text, strict=True))
    named = [*find_more_days(folded(text).replace("ß", "s"), today), *find_dates(text, today)]
    for match in SAME_DAY.finditer(paper.low):
        if any(spoken.end <= match.start() for spoken in named):
            paper.put(paper.at(Role.FILLER, match.start(), match.end()))
        else:
            spoken = SpokenDate(match.start(), match.end(), today, today)
            paper.put(replace(paper.at(Role.DATE, match.start(), match.end()), spoken=spoken))
    for spoken in named:
        paper.put(replace(paper.at(Role.DATE, spoken.start, spoken.end), spoken=spoken))
    ends = {token.end for token in paper.tokens}
    for sure, times in ((True, find_times(paper.text)), (False, find_times(paper.text, bare_hours=True))):
        for time in times:
            if _MONEY_AFTER.match(paper.low, time.end):
                continue
            near = any(time.start - 4 <= end <= time.start for end in ends)
            start = time.start
            if sure or near:
                paper.put(paper.at(Role.FILLER, start, time.end))


_MONEY_AFTER = re.compile(r" ?(?:€|eur|ct\b|cents?\b)")


def _named_words(paper: Paper, names: Names) -> list[re.Match[str]]:
    """Words of the lines' names with figures in them ("m8", "4x40") are claimed before figures are read."""
    matches = list(WORD.finditer(paper.low))
    for match in matches:
        word = match.group()
        if any(map(str.isdigit, word)) and not word.isdigit() and names.lines_of(word):
            paper.put(paper.at(Role.WORD, match.start(), match.end()))
    return [match for match in matches if names.lines_of(match.group())]


_COUNTED = re.compile(r"\d\s?[^\W\d]*\s?$")
_PER_OWN = re.compile(r"(?<![\w'])(?P<per>per|pro|par)\s(?P<word>[^\W\d_]+)")
_PER_NAMED = re.compile(
    r"(?:(?<=[\d€$£-])|(?<=euro)|(?<=euros)|(?<=cent)|(?<=cents)|(?<=\bct)|(?<=eur))\s(?P<per>per|an?|pro|par|the|je|der|die|das|le|la)\s(?P<word>[^\W\d_]+)"
    r"(?P<ends>\s*(?:[,.;!\n]|$))?"
)
_HELD = re.compile(r"(?<![\w/])(?:a|an|une?|eine?n?) ?[^\W\d_]+$")
_LIMITING = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(source for language in LANGUAGES for source in language.phrases[Role.ONLY])
    + r")(?:(?<=')|\s)$"
)
_CENTS = re.compile(r" ?\d{1,2} ?(?:cts?|cents?|c)\b")
_OF = re.compile(r" (?:of|de|d')")
_PRICED = re.compile(r"[\d€$£ctors]\s?$")
_PER_WORDS = frozenset({"per", "a", "an", "pro", "par", "je"})


def _per_units(paper: Paper, names: Names) -> None:
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
        if held and (_OF.match(paper.low, match.end()) or _LIMITING.search(lead)):
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
    if word in FILLERS or word in NUMBERS or len(word) < 3:
        return False
    english = names.language is None or names.language.code == "en"
    return per in {"per", "pro", "par"} or (english and per in {"a", "an"} and match["ends"] is not None)


def _ends_price(low: str, match: re.Match[str], names: Names) -> bool:
    """Whether an article and a name close a price of one: "2,50 die Schote"."""
    if not names.counted.issuperset(names.lines_of(match["word"])):
        return False
    return match["ends"] is not None and match["per"] != "the" and low[match.start() - 1] in "0123456789€-"


_TIGHT_TIMES = re.compile(r"(?<=\d)x(?=[€$£]?\d)")
_TIMES_BEFORE = re.compile(r"(?<![\w.,])(?P<count>\d{1,4})\s?(?:[x×*@]|mal\b|fois\b)\s?(?=[€$£]?\d)")
_TIMES_AFTER = re.compile(r"\s?[x×*]\s?(?P<count>\d{1,4})(?!\w|[.,]\d)")


_DASH = re.compile(r"\s?(?:-|–|—|to|bis)\s?")
_SLASH = re.compile(r"\s?/\s?")
_FIGURES = frozenset({Role.PRICE, Role.NUMBER, Role.QTY})


def _as_price(figure: Figure, currency: str) -> Figure:
    """ "4.99 plates 38": the figure before a name is no quantity where it has digits of the minor unit."""
    minor = rounded((figure.number or Decimal(0)).scaleb(minor_digits(currency)))
    return Figure(Role.PRICE, minor=minor, number=figure.number, money=True)


def _figures(paper: Paper, currency: str, names: Names) -> None:
    at, low = 0, _TIGHT_TIMES.sub("×", paper.uncovered())
    while match := FIGURE.search(low, at):
        start, count = match.start(), 1
        before = _TIMES_BEFORE.match(low, start)
        if before and (after := FIGURE.match(low, before.end())):
            match, count = after, int(before["count"])
        figure = read_figure(match, currency)
        end = match.end()
        if figure.role is Role.QTY and match["unit"] and names.lines_of(match["unit"]):
            whole = figure.number is not None and figure.number == figure.number.to_integral_value()
            figure = replace(figure, unit=Unit.PIECE) if whole else _as_price(figure, currency)
            end = len(low[: match.start("unit")].rstrip())
        times = _TIMES_AFTER.match(low, end)
        if times and figure.role in {Role.PRICE, Role.QTY} and count == 1:
            count, end = int(times["count"]), times.end()
        start = end - len(paper.low[start:end].lstrip())
        last = next((token for token in reversed(paper.tokens) if token.role in _FIGURES), None)
        if last is not None and _DASH.fullmatch(paper.low, last.end, start):
            paper.put(paper.at(Role.RANGE, last.end, start))
        elif last is not None and _SLASH.fullmatch(paper.low, last.end, start):
            paper.put(paper.at(Role.BREAK, last.end, start))
        role = Role.PRICE if count != 1 and figure.role is Role.NUMBER else figure.role
        paper.put(
            replace(
                paper.at(role, start, end),
                minor=figure.minor,
                number=figure.number,
                unit=figure.unit,
                count=count,
                money=figure.money,
                foreign=figure.foreign,
            )
        )
        at = max(end, match.start() + 1)


def _phrases(paper: Paper, named: list[re.Match[str]]) -> None:
    """Phrases of several words win over names; single words lose to them."""
    for role, pattern in PHRASES:
        for match in pattern.finditer(paper.low):
            inside = [name for name in named if match.start() < name.end() and name.start() < match.end()]
            if not inside:
                paper.put(paper.at(role, match.start(), match.end()))


_SEPARATOR = re.compile(
    r"(?P<vague>[~≈±]|(?<=\w)\((?:s|n|e|en|er|es|x)\))|(?P<hard>[\n;|•·!]|\.(?=\s|$)|\.{2,}|…|\s[-–—/](?=[\s,;]|$)|[?]+|[()\[\]])|(?P<comma>,)|(?P<and>\+)|(?P<no>(?<=[):.=])[-–—](?=\s|$))|(?P<colon>:)|(?P<total>=)|(?P<none>^\s*[-–—]\s*$)"
)


_INTRODUCING = frozenset({Role.ALL, Role.REST, Role.OFF, Role.EXCEPT})


def _introduces(paper: Paper, colon: int) -> bool:
    """Whether what stands before a colon is no name of what follows: "rest:", "all but basil and oil:"."""
    before = paper.before(colon, 80)
    if not before:
        return False
    breaks = [t.end for t in before if t.role is Role.BREAK] + [paper.low.rfind("\n", 0, colon)]
    return before[-1].role in _INTRODUCING or any(
        t.role in {Role.EXCEPT, Role.PERCENT} for t in before if t.start >= max(breaks)
    )


def _separators(paper: Paper) -> None:
    for match in _SEPARATOR.finditer(paper.low):
        if match["colon"]:
            if not _introduces(paper, match.start()):
                continue
            role = Role.BREAK
        elif match["total"]:
            role = Role.TOTAL
        elif match["vague"] or match["no"]:
            role = Role.VAGUE if match["vague"] else Role.NO
        elif match["hard"]:
            role = Role.BREAK
        else:
            role = Role.COMMA if match["comma"] else Role.AND
        start = match.end() - len(match.group().lstrip(" \t"))
        paper.put(paper.at(role, start, match.end()))


def _words(paper: Paper, names: Names) -> None:
    """Runs of what is left: names of lines, or words that name something else."""
    run: list[re.Match[str]] = []
    reach = 0
    for match in WORD.finditer(paper.low):
        word = match.group()
        free = not any(paper.taken[match.start() : match.end()]) or (
            any(map(str.isdigit, word)) and names.lines_of(word)
        )
        ours = bool(names.lines_of(word)) if free else False
        if run and (not free or paper.low[reach : match.start()].strip(" \t/-'") != ""):
            _put_run(paper, run, names)
            run = []
        if not free:
            continue
        if not ours and run and _joins(paper, names, run[-1], match):
            reach = match.end()
            continue
        if ours or (word not in UNITS and len(word) > 1 and not _says_nothing(word, names)):
            run.append(match)
            reach = match.end()
        elif run:
            _put_run(paper, run, names)
            run = []
        if not ours and not run:
            paper.put(paper.at(Role.FILLER, match.start(), match.end()))
    if run:
        _put_run(paper, run, names)


def _says_nothing(word: str, names: Names) -> bool:
    """Whether a word is no thing: a small word, a number, or a French verb in its polite form ("comptez")."""
    polite = (
        names.language is not None and names.language.code == "fr" and word.endswith("ez") and len(word) > 3
    )
    return word in FILLERS or word in NUMBERS or polite


def _joins(paper: Paper, names: Names, last: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a small word stands inside the name of one line: "confiture de fraises"."""
    after = WORD.search(paper.low, word.end(), word.end() + 40)
    if after is None or word.group() not in FILLERS or paper.low[word.end() : after.start()].strip():
        return False
    lines = names.lines_of(last.group()).keys() & names.lines_of(after.group()).keys()
    places = {names.lines_of(after.group())[n] - names.lines_of(last.group())[n] for n in lines}
    return any(place > 0 for place in places)


def _put_run(paper: Paper, run: Sequence[re.Match[str]], names: Names) -> None:
    for match in run:
        paper.taken[match.start() : match.end()] = b"\0" * (match.end() - match.start())
        paper.by_end.pop(match.end(), None)
    mentions = names.mentions([m.group() for m in run], [paper.text[m.start() : m.end()] for m in run])
    if not mentions:
        paper.put(paper.at(Role.WORD, run[0].start(), run[-1].end()))
    before = paper.before(run[0].start(), 12)
    replacing = bool(before) and before[-1].role is Role.INSTEAD
    for mention in mentions:
        if mention.tail < mention.last and (replacing or not mention.partly):
            rest = run[mention.tail : mention.last]
            paper.put(paper.at(Role.WORD, rest[0].start(), rest[-1].end()))
            mention = mention.without_tail()
        token = paper.at(Role.NAME, run[mention.first].start(), run[mention.last - 1].end())
        variant, surely = mention.variant, mention.surely
        paper.put(replace(token, lines=mention.lines, variant=variant, surely=surely))
