"""A seller's answer as tokens: who is named, what is said of it, prices, dates, and what parts them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from commerce.date_words import folded
from commerce.dates import SpokenDate, find_dates, find_times
from commerce.quotes.reply_days import SAME_DAY, find_more_days
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_money import FIGURE, read_figure
from commerce.quotes.reply_names import WORD, Names
from commerce.quotes.reply_shapes import AskedLine
from commerce.quotes.reply_units import NUMBERS, UNITS, unit_of
from commerce.quotes.reply_words import FILLERS, LISTING, OF_PRICE, PER, PHRASES, each_in
from commerce.units import Unit

__all__ = ["Token", "lex"]

MOST_CHARACTERS = 8192
"""Longer answers are cut here: twice the longest message there can be."""


@dataclass(frozen=True)
class Token:
    """A stretch of the text and what it does; which of the further fields are set depends on the role."""

    role: Role
    start: int
    end: int
    text: str
    minor: int | None = None
    number: Decimal | None = None
    unit: Unit | None = None
    count: int = 1
    money: bool = False
    foreign: bool = False
    lines: frozenset[int] = frozenset()
    variant: str | None = None
    surely: bool = False
    spoken: SpokenDate | None = None


class _Paper:
    """The text being covered with tokens; the first to claim a character keeps it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = folded(text).replace("ß", "s")
        self.taken = bytearray(len(text))
        self.tokens: list[Token] = []
        self.by_end: dict[int, Token] = {}

    def put(self, token: Token) -> None:
        if token.end > token.start and not any(self.taken[token.start : token.end]):
            self.taken[token.start : token.end] = b"\1" * (token.end - token.start)
            self.tokens.append(token)
            self.by_end[token.end] = token

    def before(self, start: int, reach: int) -> list[Token]:
        """The tokens that end at `start` or up to `reach` characters before it, in order."""
        ends = range(max(0, start - reach), start + 1)
        return [self.by_end[end] for end in ends if end in self.by_end]

    def uncovered(self) -> str:
        """The folded text with every claimed character blotted out."""
        return "".join("\0" if taken else char for char, taken in zip(self.low, self.taken, strict=True))

    def at(self, role: Role, start: int, end: int) -> Token:
        return Token(role, start, end, self.text[start:end])


def lex(asked: Sequence[AskedLine], text: str, today: date, currency: str) -> list[Token]:
    """The tokens of the answer, in order."""
    paper = _Paper(text[:MOST_CHARACTERS])
    names = Names(asked, paper.text)
    _dates(paper, today)
    named = _named_words(paper, names)
    _line_numbers(paper, frozenset(line.n for line in asked))
    _promotions(paper)
    _per_units(paper, names)
    _figures(paper, currency, names)
    _phrases(paper, named)
    _separators(paper)
    _words(paper, names)
    return sorted(paper.by_end.values(), key=lambda token: token.start)


def _dates(paper: _Paper, today: date) -> None:
    named = [*find_more_days(paper.low, today), *find_dates(paper.text, today)]
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
            near = any(time.start - 4 <= end <= time.start for end in ends)
            start = time.start
            if sure or near:
                paper.put(paper.at(Role.FILLER, start, time.end))


def _named_words(paper: _Paper, names: Names) -> list[re.Match[str]]:
    """Words of the lines' names with figures in them ("m8", "4x40") are claimed before figures are read."""
    matches = list(WORD.finditer(paper.low))
    for match in matches:
        word = match.group()
        if any(map(str.isdigit, word)) and not word.isdigit() and names.lines_of(word):
            paper.put(paper.at(Role.WORD, match.start(), match.end()))
    return [match for match in matches if names.lines_of(match.group())]


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
    rf"(?<![\w.,])(?:(?P<answer>(?:yes|no) to|(?:ja|nein) zu|(?:oui|non) (?:au|pour le))|{_LISTING})[ :]{{1,2}}"
    r"(?P<list>\d{1,3}(?:(?:, ?| ?& ?| and | und | et )\d{1,3}){0,11})"
    r"(?!\d|[.,:]\d| ?(?:€|eur|ct|cents?|x|\w))"
)
_PROMOTION = re.compile(
    rf"(?<![\w.,])(?P<many>\d) (?:{'|'.join(OF_PRICE)}) (?P<few>\d)(?![\w.,]\d| ?(?:€|eur|ct|cent|\$))"
)
_INNER = re.compile(r"(?<=\s)(?P<a>\d{1,3})\.(?=\s\S)")


def _line_numbers(paper: _Paper, known: frozenset[int]) -> None:
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


def _promotions(paper: _Paper) -> None:
    """ "3 for 2": no price; it counts where the sum is named too, otherwise it is vague."""
    for match in _PROMOTION.finditer(paper.low):
        if int(match["many"]) == int(match["few"]) + 1:
            told = any(
                role is Role.RESULT and pattern.search(paper.low, match.end()) for role, pattern in PHRASES
            )
            paper.put(paper.at(Role.FILLER if told else Role.VAGUE, match.start(), match.end()))


def _put_line(paper: _Paper, match: re.Match[str]) -> None:
    number = next(int(text) for text in match.groups() if text)
    start = match.end() - len(match.group().lstrip())
    paper.put(replace(paper.at(Role.LINE, start, match.end()), lines=frozenset({number})))


_COUNTED = re.compile(r"\d\s?[^\W\d]*\s?$")
_PER_NAMED = re.compile(
    r"(?<=[\d€$£ctors])\s(?P<per>per|an?|pro|par|the|je|der|die|das|le|la)\s(?P<word>[^\W\d_]+)"
)
_PRICED = re.compile(r"[\d€$£ctors]\s?$")
_PER_WORDS = frozenset({"per", "a", "an", "pro", "par", "je"})


def _per_units(paper: _Paper, names: Names) -> None:
    for match in PER.finditer(paper.low):
        if match.group() == "@" and not _COUNTED.search(
            paper.low[max(0, match.start() - 16) : match.start()]
        ):
            continue
        named = match["unit"] and names.lines_of(match["unit"])
        if named and not _PRICED.search(paper.low[max(0, match.start() - 4) : match.start()]):
            continue
        unit = Unit.PIECE if match["each"] or named else unit_of(match["unit"])
        number = Decimal(match["number"]) if match["number"] else Decimal(1)
        if number:
            token = paper.at(Role.PER, match.start(), match.end())
            paper.put(replace(token, unit=unit, number=number))
    own = each_in(names.language)
    for match in own.finditer(paper.low) if own else ():
        token = paper.at(Role.PER, match.start(), match.end())
        paper.put(replace(token, unit=Unit.PIECE, number=Decimal(1)))
    for match in _PER_NAMED.finditer(paper.low):
        if match["word"] in names.measures:
            token = paper.at(Role.PER, match.start("per"), match.end())
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(1)))
        elif names.lines_of(match["word"]) and match["per"] in _PER_WORDS:
            token = paper.at(Role.PER, match.start("per"), match.end("per"))
            paper.put(replace(token, unit=Unit.PIECE, number=Decimal(1)))


_TIGHT_TIMES = re.compile(r"(?<=\d)x(?=[€$£]?\d)")
_TIMES_BEFORE = re.compile(r"(?<![\w.,])(?P<count>\d{1,4})\s?(?:[x×*@]|mal\b|fois\b)\s?(?=[€$£]?\d)")
_TIMES_AFTER = re.compile(r"\s?[x×*]\s?(?P<count>\d{1,4})(?![\w.,])")


_DASH = re.compile(r"\s?(?:-|–|—|to|bis)\s?")
_SLASH = re.compile(r"\s?/\s?")
_FIGURES = frozenset({Role.PRICE, Role.NUMBER, Role.QTY})


def _figures(paper: _Paper, currency: str, names: Names) -> None:
    at, low = 0, _TIGHT_TIMES.sub("×", paper.uncovered())
    while match := FIGURE.search(low, at):
        start, count = match.start(), 1
        before = _TIMES_BEFORE.match(low, start)
        if before and (after := FIGURE.match(low, before.end())):
            match, count = after, int(before["count"])
        figure = read_figure(match, currency)
        end = match.end()
        if figure.role is Role.QTY and match["unit"] and names.lines_of(match["unit"]):
            figure, end = replace(figure, unit=Unit.PIECE), len(low[: match.start("unit")].rstrip())
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


def _phrases(paper: _Paper, named: list[re.Match[str]]) -> None:
    """Phrases of several words win over names; single words lose to them."""
    for role, pattern in PHRASES:
        for match in pattern.finditer(paper.low):
            inside = [name for name in named if match.start() < name.end() and name.start() < match.end()]
            if not inside:
                paper.put(paper.at(role, match.start(), match.end()))
                _counted_after(paper, match)


def _counted_after(paper: _Paper, match: re.Match[str]) -> None:
    """ "il ne reste qu'un camembert": the number in letters behind an apostrophe is a word of its own."""
    word = WORD.match(paper.low, match.end()) if match.group().endswith("'") else None
    if word and word.group() in NUMBERS:
        paper.put(paper.at(Role.FILLER, word.start(), word.end()))


_SEPARATOR = re.compile(
    r"(?P<vague>[~≈±]|(?<=\w)\((?:s|n|e|en|er|es|x)\))|(?P<hard>[\n;|•·!]|\.(?=\s|$)|\.{2,}|…|\s[-–—/](?=[\s,;]|$)|[?]+|[()\[\]])|(?P<comma>,)|(?P<and>\+)|(?P<no>(?<=[):.=])[-–—](?=\s|$))|(?P<colon>:)|(?P<total>=)|(?P<none>^\s*[-–—]\s*$)"
)


_INTRODUCING = frozenset({Role.ALL, Role.REST, Role.OFF, Role.EXCEPT})


def _introduces(paper: _Paper, colon: int) -> bool:
    """Whether what stands before a colon is no name of what follows: "rest:", "all but basil and oil:"."""
    before = paper.before(colon, 80)
    if not before:
        return False
    breaks = [t.end for t in before if t.role is Role.BREAK] + [paper.low.rfind("\n", 0, colon)]
    return before[-1].role in _INTRODUCING or any(
        t.role in {Role.EXCEPT, Role.PERCENT} for t in before if t.start >= max(breaks)
    )


def _separators(paper: _Paper) -> None:
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


def _words(paper: _Paper, names: Names) -> None:
    """Runs of what is left: names of lines, or words that name something else."""
    run: list[re.Match[str]] = []
    for match in WORD.finditer(paper.low):
        word = match.group()
        free = not any(paper.taken[match.start() : match.end()]) or (
            any(map(str.isdigit, word)) and names.lines_of(word)
        )
        ours = bool(names.lines_of(word)) if free else False
        if run and (not free or paper.low[run[-1].end() : match.start()].strip(" \t/-'") != ""):
            _put_run(paper, run, names)
            run = []
        if not free:
            continue
        if ours or (word not in FILLERS and word not in NUMBERS and word not in UNITS and len(word) > 1):
            run.append(match)
        elif run:
            _put_run(paper, run, names)
            run = []
        if not ours and not run:
            paper.put(paper.at(Role.FILLER, match.start(), match.end()))
    if run:
        _put_run(paper, run, names)


def _put_run(paper: _Paper, run: Sequence[re.Match[str]], names: Names) -> None:
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
