"""A seller's answer as tokens: who is named, what is said of it, prices, dates, and what parts them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.bare_units import mark_bare_units
from commerce.quotes.replies.tokens.days import mark_days
from commerce.quotes.replies.tokens.names import WORD, Names
from commerce.quotes.replies.tokens.numbering import mark_counts, mark_promotions, number_lines, part_chain
from commerce.quotes.replies.tokens.packs import mark_halves, mark_packs
from commerce.quotes.replies.tokens.paper import Paper, Token
from commerce.quotes.replies.tokens.per_what import mark_per_what
from commerce.quotes.replies.tokens.prices import mark_figures
from commerce.quotes.replies.tokens.rates import mark_pack_rates, mark_rates
from commerce.quotes.replies.tokens.spelled import mark_banknotes, mark_hundreds, mark_spelled
from commerce.quotes.replies.tokens.taxes import mark_taxes
from commerce.quotes.replies.tokens.tiers import mark_tiers
from commerce.quotes.replies.tokens.wholes import mark_all_lines, mark_wholes
from commerce.quotes.replies.words.counting import NUMBERS, UNITS
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import ASIDES, FILLERS, PHRASES

__all__ = ["lex"]

_DELIVERING = tuple(pattern for role, pattern in PHRASES if role is Role.DELIVERY)

MOST_CHARACTERS = 8192
"""Longer answers are cut here: twice the longest message there can be."""


def lex(asked: Sequence[AskedLine], text: str, today: date, currency: str) -> list[Token]:
    """The tokens of the answer, in order."""
    paper = Paper(text[:MOST_CHARACTERS])
    names = Names(asked, paper.text)
    _brought(paper)
    mark_days(paper, today)
    named = _named_words(paper, names)
    _sizes_of_names(paper, asked)
    for match in ASIDES.finditer(paper.low):
        paper.put(paper.at(Role.FILLER, match.start(), match.end()))
    part_chain(paper, len(asked))
    mark_wholes(paper, asked, names)
    mark_all_lines(paper, len(asked))
    mark_taxes(paper, names)
    mark_tiers(paper, currency)
    mark_pack_rates(paper, asked, names)
    mark_packs(paper, asked)
    mark_halves(paper)
    mark_promotions(paper)
    number_lines(paper, frozenset(line.n for line in asked))
    mark_counts(paper, names)
    mark_rates(paper, asked, names)
    mark_per_what(paper, names)
    mark_bare_units(paper, names)
    mark_spelled(paper, currency, names)
    mark_hundreds(paper, currency)
    mark_banknotes(paper, currency)
    mark_figures(paper, currency, names)
    _phrases(paper, named)
    _separators(paper)
    _words(paper, names)
    tokens = sorted(paper.by_end.values(), key=lambda token: token.start)
    tokens = _by_kind_alone(tokens, names, frozenset(line.n for line in asked))
    return _left_over(tokens) if names.language is not None and names.language.compounds else tokens


def _brought(paper: Paper) -> None:
    """ "livrés" is no "livres": an accent makes a word of delivery of a unit."""
    for match in WORD.finditer(paper.text.lower()):
        word = folded(match.group())
        if word in UNITS and word != match.group() and any(p.fullmatch(word) for p in _DELIVERING):
            paper.put(paper.at(Role.DELIVERY, match.start(), match.end()))


def _by_kind_alone(tokens: list[Token], names: Names, known: frozenset[int]) -> list[Token]:
    """ "cheese 6", for the gouda: of a kind may also be a line that the answer does not name at all."""
    told = frozenset(n for token in tokens if token.role in {Role.NAME, Role.LINE} for n in token.lines)
    silent = known - told
    answered = [t for t in tokens if t.role in {Role.PRICE, Role.NUMBER, Role.NO, Role.LACKS}]
    if not silent or len(answered) >= len(known):
        return tokens
    return [
        replace(t, lines=t.lines | silent) if t.role is Role.NAME and names.by_kind(t.text) else t
        for t in tokens
    ]


def _left_over(tokens: list[Token]) -> list[Token]:
    """ "Steckdosen 12, Dosen 6": the end of two compounds is the one not named by its own."""
    own = {n for token in tokens if token.role is Role.NAME and len(token.lines) == 1 for n in token.lines}
    open_ones = {token.lines - own for token in tokens if token.role is Role.NAME and len(token.lines) > 1}
    if len(open_ones) != 1 or len(next(iter(open_ones))) != 1:
        return tokens
    left = next(iter(open_ones))
    return [replace(t, lines=left) if t.role is Role.NAME and len(t.lines) > 1 else t for t in tokens]


def _named_words(paper: Paper, names: Names) -> list[re.Match[str]]:
    """Words of the lines' names with figures in them ("m8", "4x40") are claimed before figures are read."""
    matches = list(WORD.finditer(paper.low))
    for match in matches:
        word = match.group()
        if any(map(str.isdigit, word)) and not word.isdigit() and names.lines_of(word):
            paper.put(paper.at(Role.WORD, match.start(), match.end()))
    return [match for match in matches if names.lines_of(match.group())]


_ACROSS = re.compile(
    r"(?<![\w.,])\d+(?:[.,]\d+)?(?:\s?[x×]\s?\d+(?:[.,]\d+)?)+(?:\s?(?:mm|cm)\b)?(?![\w,.]*\d)"
)


def _sizes_of_names(paper: Paper, asked: Sequence[AskedLine]) -> None:
    """ "screws 4x40 8", for "screws 4 x 40 mm": measures across in a line's name are no price of so many."""
    names = {line.n: _close(line.component) for line in asked}
    for match in _ACROSS.finditer(paper.low):
        size = re.compile(rf"(?<![\d.,]){re.escape(_close(match[0]))}(?!\d)")
        lines = frozenset(n for n, name in names.items() if size.search(name))
        if lines:
            paper.put(replace(paper.at(Role.NAME, match.start(), match.end()), lines=lines))


def _close(text: str) -> str:
    return folded(text).replace(" ", "").replace("×", "x")


def _phrases(paper: Paper, named: list[re.Match[str]]) -> None:
    """Phrases of several words win over names; single words lose to them."""
    for role, pattern in PHRASES:
        for match in pattern.finditer(paper.low):
            inside = [name for name in named if match.start() < name.end() and name.start() < match.end()]
            if not inside:
                paper.put(paper.at(role, match.start(), match.end()))


_SEPARATOR = re.compile(
    r"(?P<vague>[~≈±]|(?<=\d)\+(?=\s*(?:[,.;!)\n]|$))|(?<=\w)\((?:s|n|e|en|er|es|x)\))|(?P<hard>[\n;|•·!]|\.(?=\s|$)|\.{2,}|…|\s[-–—/](?=[\s,;]|$)|[?]+|[()\[\]])|(?P<comma>,)|(?P<and>\+)|(?P<no>(?<=[):.=])[-–—](?=\s|$))|(?P<colon>:)|(?P<total>=)|(?P<none>^\s*[-–—]\s*$)|(?P<emoji>[\u2600-\u27bf\U0001f300-\U0001faff])"
)
_PRICED = frozenset({Role.PRICE, Role.NUMBER, Role.PER})
"""What a little picture closes."""


_ABBREVIATED = re.compile(
    rf"(?<!\w)(?:{'|'.join(word for language in LANGUAGES for word in language.abbreviated.split())})$"
)


def _abbreviates(paper: Paper, dot: re.Match[str]) -> bool:
    """ "6 Stk. à 14,90": a dot behind a word cut short ends no sentence where that one goes on."""
    goes_on = re.match(r"[ \t]+(?:[a-zà]|[€$£]?\d|@)", paper.text[dot.end() : dot.end() + 8])
    before = paper.low[max(0, dot.start() - 12) : dot.start()]
    return dot.group() == "." and goes_on is not None and bool(_ABBREVIATED.search(before))


_FIGURES = frozenset({Role.PRICE, Role.NUMBER, Role.ODD})
_INTRODUCING = frozenset({Role.ALL, Role.REST, Role.OFF, Role.EXCEPT})


def _introduces(paper: Paper, colon: int) -> bool:
    """Whether what stands before a colon is no name of what follows: "rest:", "all but basil and oil:"."""
    before = paper.before(colon, 80)
    if not before:
        return False
    breaks = [t.end for t in before if t.role is Role.BREAK] + [paper.low.rfind("\n", 0, colon)]
    sentence = [t.role for t in before if t.start >= max(breaks)]
    excepting = Role.BUT in sentence and Role.ALL in sentence[: sentence.index(Role.BUT)]
    there = Role.ALL in sentence and before[-1].role in {Role.YES, Role.LISTED} and not {*sentence} & _FIGURES
    rated = before[-1].role is Role.PER and not {Role.NAME, Role.LINE} & {*sentence}
    return (
        rated
        or before[-1].role in _INTRODUCING
        or excepting
        or there
        or bool({Role.EXCEPT, Role.PERCENT} & {*sentence})
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
        elif match["emoji"]:
            if not any(token.role in _PRICED for token in paper.before(match.start(), 2)):
                continue
            role = Role.COMMA
        elif match["hard"]:
            if _abbreviates(paper, match):
                continue
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


_OF = frozenset({"de", "d'"})
"""Inside the name of a thing in French: "boisson d'avoine"."""


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
    if word.group() in _OF and not names.lines_of(last.group()):
        return not (
            names.lines_of(after.group()) or _says_nothing(after.group(), names) or after.group() in UNITS
        )
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
