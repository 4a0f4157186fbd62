"""Tokens put right before they are read as statements: "I can do 80", "2 brushes ok", "instead?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, ReplyReading
from commerce.quotes.replies.tokens.bare_units import with_bare_units
from commerce.quotes.replies.tokens.brackets import without_brackets, without_short_questions
from commerce.quotes.replies.tokens.denied import Former, of_former, without_denied
from commerce.quotes.replies.tokens.figures import ways_to_count, whole_of
from commerce.quotes.replies.tokens.hours import without_hours
from commerce.quotes.replies.tokens.needed import for_so_many, without_needs, without_results
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.tokens.tiers import settled_tiers
from commerce.quotes.replies.tokens.usual import without_usual
from commerce.quotes.replies.tokens.worked_out import (
    with_boxes_counted,
    with_filled_packs,
    with_packs_counted,
    with_weights_priced,
    without_worked_discounts,
)
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import AT_PRICE, LOWEST

__all__ = ["in_order", "rewritten"]

_FIGURES = frozenset({Role.PRICE, Role.NUMBER})
_CAN_GIVE = frozenset(word for language in LANGUAGES for word in language.giving.split())


def rewritten(
    asked: Sequence[AskedLine], tokens: Sequence[Token], earlier: ReplyReading | None
) -> list[Token]:
    """The tokens without prices that are denied, and with quantities that stand beside "I can do".

    A denied price names the line that had it in the answer `earlier` where nothing else does, and says
    whether it was the price of one.
    """
    told_apart = _at_least(with_bare_units(for_so_many(asked, without_hours(tokens))))
    tokens = _brought(without_short_questions(without_brackets(told_apart)))
    former = Former(asked, tokens, earlier)
    told = with_weights_priced(with_filled_packs(asked, of_former(tokens, former)))
    told = with_boxes_counted(asked, with_packs_counted(asked, told))
    told = without_worked_discounts(told)
    told = settled_tiers(asked, without_usual(told))
    told = without_results(asked, without_needs(asked, told))
    return _given(asked, _counted(asked, without_denied(_raised(told), former)))


def _brought(tokens: Sequence[Token]) -> list[Token]:
    """ "ich könnte am Montag vorbeikommen", "I could pop in": the seller comes to the customer."""
    told = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is not Role.PICKUP or not _VISITING.search(folded(token.text)):
            continue
        subject = next((t for t in reversed(tokens[max(0, at - 8) : at]) if _says_who(t)), None)
        if subject is not None and _OURS.search(folded(subject.text)):
            told[at] = replace(token, role=Role.DELIVERY)
    return told


def _says_who(token: Token) -> bool:
    return token.role in {Role.BREAK, Role.COMMA, Role.BUT} or bool(_WHO.search(folded(token.text)))


def _any_of(field: str) -> re.Pattern[str]:
    words = [word for language in LANGUAGES for word in getattr(language, field).split()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


_VISITING = _any_of("visiting")
_OURS = _any_of("ours")
_WHO = re.compile(f"{_OURS.pattern}|{_any_of('yours').pattern}")


def _given(asked: Sequence[AskedLine], tokens: list[Token]) -> list[Token]:
    """ "I can do 80, 16 euro", "80 könnt ich geben": a part of the line, where a price follows."""
    amounts = {line.n: whole_of(line) for line in asked}
    for at, token in enumerate(tokens):
        if token.role is not Role.NUMBER or token.number is None:
            continue
        cue = _cue(tokens, at)
        line = _line_at(tokens, at, asked)
        amount = amounts.get(line) if line is not None else None
        if cue is None or amount is None or not 0 < token.number < amount.qty:
            continue
        counted = cue[0] < at and at + 1 < len(tokens) and tokens[at + 1].role is Role.NAME
        if not counted and not _price_soon(tokens, at):
            continue
        tokens[at] = replace(token, role=Role.QTY)
        for place in cue:
            tokens[place] = replace(tokens[place], role=Role.FILLER)
        tokens[cue[-1]] = replace(tokens[cue[-1]], role=Role.ONLY)
        _doubt_each(tokens, at)
        for place in range(max(0, at - 8), at):
            if tokens[place].role is Role.COMMA and tokens[place - 1].role in {Role.NAME, Role.LINE}:
                tokens[place] = replace(tokens[place], role=Role.FILLER)
    return tokens


def _at_least(tokens: Sequence[Token]) -> list[Token]:
    """ "paint from 20": between a name and its price."""
    return [
        replace(token, role=Role.VAGUE)
        if folded(token.text) in LOWEST and at and tokens[at - 1].role in {Role.NAME, Role.LINE}
        and tokens[at + 1 : at + 2] and tokens[at + 1].role in _FIGURES
        else token
        for at, token in enumerate(tokens)
    ]  # fmt: skip


def _raised(tokens: Sequence[Token]) -> list[Token]:
    """ "rice +0.05": so much more than before, or than listed, which is no price."""
    return [
        replace(token, role=Role.VAGUE)
        if token.text.strip() == "+" and at and tokens[at - 1].role in {Role.NAME, Role.LINE}
        and tokens[at + 1 : at + 2] and tokens[at + 1].role in _FIGURES
        else token
        for at, token in enumerate(tokens)
    ]  # fmt: skip


def _counted(asked: Sequence[AskedLine], tokens: list[Token]) -> list[Token]:
    """ "2 brushes ok", "4 brushes, 250 screws": figures before names that are no prices.

    A yes behind the name tells, or that each figure before a name is just as many as are asked for.
    """
    counts = {line.n: ways_to_count(line) for line in asked}
    places = [at for at in range(len(tokens)) if _leads_a_name(tokens, at)]
    told = all(
        tokens[at].number in counts.get(n, ()) for at in places for n in sorted(tokens[at + 1].lines)[:1]
    )
    for at in range(1, len(tokens) - 2):
        if _is_one_at(tokens, at):
            tokens[at] = replace(tokens[at], role=Role.QTY)
    for at in places:
        if told or _says_yes(tokens, at + 2):
            tokens[at] = replace(tokens[at], role=Role.QTY)
    return tokens


def _is_one_at(tokens: Sequence[Token], at: int) -> bool:
    """ "chicken 1 at 13.90": of one the price is that of all."""
    name, one, word, price = tokens[at - 1 : at + 3]
    at_price = folded(word.text) in AT_PRICE | {"@", "je"}
    named = name.role is Role.NAME and one.role is Role.NUMBER and one.text.strip() == "1"
    return named and at_price and price.role in _FIGURES


def _leads_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare figure stands right before the name of one line, and no price behind that one."""
    if tokens[at].role is not Role.NUMBER or tokens[at].money or at + 1 >= len(tokens):
        return False
    name = tokens[at + 1]
    before = next((t for t in reversed(tokens[max(0, at - 3) : at]) if t.role is not Role.FILLER), None)
    after = next((t for t in tokens[at + 2 :] if t.role not in _LOOSE), None)
    priced = after is not None and after.role in _FIGURES
    named = before is not None and before.role in {Role.NAME, Role.LINE, Role.TOTAL, Role.INSTEAD}
    return name.role is Role.NAME and len(name.lines) == 1 and not priced and not named


def _says_yes(tokens: Sequence[Token], at: int) -> bool:
    after = next((t for t in tokens[at : at + 3] if t.role is not Role.FILLER), None)
    return after is not None and after.role in {Role.YES, Role.LISTED}


def _doubt_each(tokens: list[Token], at: int) -> None:
    """ "80 at 20 cents": of one or of all, which only a word for it could tell."""
    behind = tokens[at + 1 : at + 4]
    places = [at + 1 + i for i, t in enumerate(behind[:1]) if folded(t.text) in AT_PRICE]
    if places and not any(t.role is Role.PER for t in behind):
        tokens[places[0]] = replace(tokens[places[0]], role=Role.VAGUE)


_LOOSE = frozenset({Role.FILLER, Role.OFFERS, Role.YES, Role.HAVE, Role.WORD})


def _cue(tokens: Sequence[Token], at: int) -> list[int] | None:
    """The places of the words right before or after that say "can give"."""
    after = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].role is Role.NAME)
    for places in (range(at - 1, max(-1, at - 7), -1), range(after, min(len(tokens), after + 5))):
        run: list[int] = []
        for place in places:
            if tokens[place].role not in _LOOSE:
                break
            run.append(place)
        words = [word for place in run for word in folded(tokens[place].text).replace("'", " ").split()]
        if any(word in _CAN_GIVE for word in words):
            return run
    return None


def _line_at(tokens: Sequence[Token], at: int, asked: Sequence[AskedLine]) -> int | None:
    """The line spoken of: the only one asked, or the one named last."""
    if len(asked) == 1:
        return asked[0].n
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.role is Role.NAME and len(after.lines) == 1:
        return next(iter(after.lines))
    for token in reversed(tokens[max(0, at - 12) : at]):
        if token.role in {Role.NAME, Role.LINE}:
            return next(iter(token.lines)) if len(token.lines) == 1 else None
        if token.role is Role.PRICE or (token.role is Role.BREAK and token.text.strip() != ":"):
            return None
    return None


def _price_soon(tokens: Sequence[Token], at: int) -> bool:
    for place, token in enumerate(tokens[at + 1 : at + 12]):
        if token.role in _FIGURES:
            return True
        if place and token.role in {Role.NAME, Role.LINE, Role.DATE}:
            return False
    return False


def in_order(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """ "raspberries instead? strawberries are finished": what is refused first, then what comes for it."""
    ends = [at for at, token in enumerate(tokens) if token.role is Role.BREAK]
    starts = [0, *(end + 1 for end in ends)]
    for first, end in zip(starts, ends, strict=False):
        asked = tokens[first:end]
        named = [token for token in asked if token.role in {Role.NAME, Role.LINE}]
        if "?" not in tokens[end].text or named or not _instead(asked):
            continue
        after = next((e for e in ends if e > end + 1), len(tokens))
        told = tokens[end + 1 : after]
        name = next((at for at, t in enumerate(told) if t.role is Role.NAME and len(t.lines) == 1), None)
        no = next((at for at, t in enumerate(told) if t.role in {Role.LACKS, Role.NO}), None)
        if name is None or no is None:
            continue
        begin = max((at + 1 for at in range(min(name, no)) if told[at].role is Role.COMMA), default=0)
        cut = max(name, no) + 1
        if any(t.role in _FIGURES for t in told[begin:cut]):
            continue
        comma = replace(tokens[end], role=Role.COMMA, text=",")
        refused, priced = told[begin:cut], [*told[:begin], *told[cut:]]
        turned = [*tokens[:first], *refused, comma, *asked, *priced, *tokens[after:]]
        return [t for t in turned if t.role is not Role.OFFERS or t not in asked], True
    return list(tokens), False


def _instead(sentence: Sequence[Token]) -> bool:
    roles = {token.role for token in sentence}
    return bool(roles & {Role.INSTEAD, Role.OFFERS}) and Role.WORD in roles
