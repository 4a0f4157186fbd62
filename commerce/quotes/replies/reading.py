"""All that an answer says, weighed against the inquiry and the seller's former answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.replies.promises import is_refused_day, read_promise
from commerce.quotes.replies.questions import without_questions
from commerce.quotes.replies.shapes import AskedLine, ReadLine, ReplyReading, Unclear, Why
from commerce.quotes.replies.statements.entries import entries
from commerce.quotes.replies.statements.judging import judged
from commerce.quotes.replies.statements.notes import Said, cut
from commerce.quotes.replies.statements.pricing import is_far_from
from commerce.quotes.replies.statements.taxes import add_tax, without_taxes
from commerce.quotes.replies.statements.unnamed import answer_asked_back, limit_former, place_bare
from commerce.quotes.replies.tokens.lexing import lex
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.tokens.rewriting import in_order, rewritten
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import ASIDES

__all__ = ["read_reply"]


MOST_FOR_DELIVERY = 2
"""A total that includes the delivery is at most so many times what the goods come to."""


def read_reply(
    asked: Sequence[AskedLine],
    text: str,
    *,
    today: date,
    currency: str,
    earlier: ReplyReading | None = None,
) -> ReplyReading:
    """The answer `text` to the lines `asked`; prices in minor units of `currency`.

    With `earlier`, the seller's former answer, the text changes that one; the result is the state after it.
    Takes any text and never raises for one.
    """
    tokens = lex(asked, text, today, currency)
    ordered, proposed = in_order(rewritten(asked, tokens, earlier))
    told, asking = without_questions(ordered)
    said_tokens, taxes = without_taxes(told)
    question = asking or proposed
    promise = read_promise(said_tokens, text, today)
    former = _former(asked, earlier)
    said = judged(asked, entries(said_tokens), revising=former is not None)
    limit_former(asked, said, former)
    answer_asked_back(asked, said, earlier)
    place_bare(asked, said, former)
    add_tax(said, taxes)
    if former is None and _is_cut_alone(said):
        said.rest = Role.LISTED
    lines = _weighed(asked, said, former)
    total = _total(asked, said, lines, former)
    offered = any(line is not None for line in lines.values())
    decline = not (proposed or _changes(said, former, offered)) and _declines(
        asked, said_tokens, said, isinstance(promise.delivery, date)
    )
    unclear = [*_open_still(said, former), *said.unclear, *promise.unclear]
    if decline and _rest_is_offered(said_tokens):  # "no onions, rest ok", and nobody asked for onions
        decline = False
        unclear.append(Unclear(Why.UNKNOWN_NAME, text.strip()[:200]))
    if decline:
        unclear = []
    silent = not (unclear or offered or decline or question)
    if silent or (not unclear and not decline and not question and _adds_nothing(said, tokens, former)):
        left = tuple(line.n for line in asked if line.n not in said.refused)
        why = Why.REST_OPEN if said.refused and left and silent else Why.NOTHING_READ
        unclear.append(Unclear(why, text.strip()[:200], left if why is Why.REST_OPEN else ()))
    return ReplyReading(
        lines={line.n: None for line in asked} if decline else lines,
        total_minor=None if decline else total,
        delivery=None if decline else promise.delivery or (earlier.delivery if earlier else None),
        valid_until=None if decline else promise.valid_until or (earlier.valid_until if earlier else None),
        decline=decline,
        question=question,
        unclear=tuple(unclear),
        delivery_fee_minor=said.fee
        if said.fee is not None
        else (former.delivery_fee_minor if former else None),
        fee_included=said.fee_included,
        conditions=(*said.conditions, *_asides(text)),
    )


def _changes(said: Said, former: ReplyReading | None, offered: bool) -> bool:
    """Whether anything is offered, or a part of what was offered before is taken back."""
    if former is not None and said.refused and not offered:
        return False
    given = said.offers or said.totals or said.accepted or said.listed or said.cuts or said.parts
    return bool(given or (said.refused if former else offered and said.rest is not None))


def _is_cut_alone(said: Said) -> bool:
    """ "5% off everything", "no rice, 5% off the rest", and no price: off the list prices."""
    lines = said.offers or said.accepted or said.listed or said.named or said.cuts
    return bool(said.percent) and not (lines or said.bare or said.totals or said.rest or said.unclear)


def _asides(text: str) -> list[str]:
    """ "free delivery over 50", "minimum order 20", as written: no prices, but said all the same."""
    low = folded(text).replace("ß", "s")
    return [text[m.start() : m.end()].strip() for m in ASIDES.finditer(low) if _OF_ORDERS.search(m.group())]


_OF_ORDERS = re.compile(
    "|".join(
        source
        for language in LANGUAGES
        for role in (Role.DELIVERY, Role.INCLUDED, Role.FREE, Role.ODD)
        for source in language.phrases.get(role, ())
    )
    + r"|order|bestell|mindest|umsatz|commande|achat|minim"
)


def _former(asked: Sequence[AskedLine], earlier: ReplyReading | None) -> ReplyReading | None:
    """The former answer, if it offered anything of what is asked."""
    if earlier is None or not any(earlier.lines.get(line.n) for line in asked):
        return None
    return earlier


def _weighed(
    asked: Sequence[AskedLine], said: Said, former: ReplyReading | None
) -> dict[int, ReadLine | None]:
    """One reading per line, out of everything said about it."""
    lines: dict[int, ReadLine | None] = {}
    for line in asked:
        n = line.n
        offers = said.offers.get(n, [])
        if offers:
            if any(offer != offers[0] for offer in offers):
                said.unclear.append(Unclear(Why.TWO_PRICES, line.component, (n,)))
            if n in said.refused and offers[0].substitute is None and offers[0].qty == line.qty:
                said.unclear.append(Unclear(Why.YES_AND_NO, said.refused[n], (n,)))
            lines[n] = _discounted(offers[0], said)
        elif n in said.refused:
            lines[n] = None
        else:
            lines[n] = _unpriced(line, said, former)
        if n in said.cuts:
            lines[n] = _cut(line, lines[n], said)
    return lines


def _cut(line: AskedLine, read: ReadLine | None, said: Said) -> ReadLine | None:
    """The line with what is taken off it alone; from the list price where none was said."""
    if read is None and line.list_price_minor is not None:
        read = ReadLine(line.list_price_minor, line.qty, line.packs, None)
    if read is None or read.price_minor is None:
        said.unclear.append(Unclear(Why.WHAT_DISCOUNT, line.component, (line.n,)))
        return None
    return ReadLine(cut(read.price_minor, said.cuts[line.n]), read.qty, read.packs, read.substitute)


def _unpriced(line: AskedLine, said: Said, former: ReplyReading | None) -> ReadLine | None:
    """A line without a price or refusal of its own: as before, at the list price, in a total, or none."""
    n = line.n
    doubted = any(n in unclear.lines for unclear in said.unclear)
    before = former.lines.get(n) if former is not None else None
    singled = n in said.accepted or n in said.listed or n in said.named
    wanted = singled or said.all_accepted or said.rest in {Role.YES, Role.LISTED, Role.REST}
    if said.all_refused or (said.rest is Role.NO and not singled) or doubted:
        return None
    if before is not None:
        left = _part_of(line, before, said)
        if left is None:
            return None
        return _discounted(left, said) if not said.totals else replace(left, price_minor=None)
    at_list = said.parts.get(n) or ReadLine(line.list_price_minor, line.qty, line.packs, None)
    if any(n in shared.lines for shared in said.shared):
        return replace(at_list, price_minor=None)
    if said.totals:
        unnamed = not (said.offers or said.accepted or said.listed or said.named)
        return replace(at_list, price_minor=None) if (wanted or unnamed) and former is None else None
    if not wanted:
        return None
    bare = n in said.named and n not in {*said.accepted, *said.listed, *said.parts}
    if bare and said.offers and not said.all_accepted and said.rest is None:  # "14.90 cod and lemons"
        said.unclear.append(Unclear(Why.NO_PRICE, said.named[n], (n,)))
        return None
    if line.list_price_minor is None and said.rest is None and n not in said.listed:
        said.unclear.append(Unclear(Why.NO_PRICE, said.named.get(n, line.component), (n,)))
        return None
    return _discounted(at_list, said)


def _part_of(line: AskedLine, before: ReadLine, said: Said) -> ReadLine | None:
    """The former offer, or as much of it as is left, at its price; unclear where that comes to no whole."""
    part = said.parts.get(line.n)
    if part is None or part.packs == before.packs:
        return before
    if before.price_minor and before.packs and part.packs:
        exact = Decimal(before.price_minor * part.packs) / before.packs
        if exact == exact.to_integral_value():
            return ReadLine(int(exact), part.qty, part.packs, before.substitute)
    said.unclear.append(Unclear(Why.NO_PRICE, line.component, (line.n,)))
    return None


def _discounted(read: ReadLine, said: Said) -> ReadLine:
    if not said.percent or read.price_minor is None:
        return read
    return ReadLine(cut(read.price_minor, said.percent), read.qty, read.packs, read.substitute)


def _total(
    asked: Sequence[AskedLine],
    said: Said,
    lines: dict[int, ReadLine | None],
    former: ReplyReading | None,
) -> int | None:
    """The total stated, checked against the prices; a single line takes it as its own."""
    sums = sorted(set(said.totals))
    if len(sums) == 2 and sums[1] - sums[0] == said.fee:
        said.totals = sums[:1]
    elif len(sums) > 1:
        said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    prices = [read.price_minor for read in lines.values() if read is not None]
    known = [price for price in prices if price is not None]
    if said.shared:
        _add_shared(said, lines)
    if not said.totals:
        return _former_total(said, lines, former)
    total = said.totals[-1]
    listed = [line.list_price_minor for line in asked if lines.get(line.n) is not None]
    if listed and None not in listed and is_far_from(total, sum(price or 0 for price in listed)):
        said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    if known and len(known) == len(prices):
        before_cut = sum(offers[0].price_minor or 0 for offers in said.offers.values() if offers)
        reduced = cut(sum(known), said.total_percent)
        if said.fee_in_total and not said.fee and sum(known) < total <= sum(known) * MOST_FOR_DELIVERY:
            said.fee, said.fee_included = total - sum(known), True  # "total incl. delivery 15.30"
        if total not in {sum(known), sum(known) + (said.fee or 0), before_cut, reduced}:
            said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    elif known and total <= sum(known):
        said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    return cut(total, said.percent) if said.percent and not known else total


def _add_shared(said: Said, lines: Mapping[int, ReadLine | None]) -> None:
    """The price of some lines together is the total where nothing else is offered; beside other prices it is
    open what each of them costs."""
    first = said.shared[0]
    others = any(read is not None and n not in first.lines for n, read in lines.items())
    clash = first.lines & {*said.offers, *said.refused} or any(total != first.minor for total in said.totals)
    if others or clash or len(said.shared) > 1 or said.percent:
        said.unclear.append(Unclear(Why.ONE_PRICE_FOR_SEVERAL, first.words, tuple(sorted(first.lines))))
    else:
        said.totals = [first.minor]


def _former_total(
    said: Said, lines: Mapping[int, ReadLine | None], former: ReplyReading | None
) -> int | None:
    """The former answer's total after this change; unclear where a bare total loses or gains a line."""
    if former is None or former.total_minor is None:
        return None
    prices = [read.price_minor for read in lines.values() if read is not None]
    changed = any((lines.get(n) is None) != (read is None) for n, read in former.lines.items())
    if None not in prices:
        return sum(price for price in prices if price is not None) if prices else None
    if changed or said.offers:
        said.unclear.append(Unclear(Why.TOTAL_DIFFERS, ""))
    return cut(former.total_minor, said.percent) if said.percent else former.total_minor


def _declines(asked: Sequence[AskedLine], tokens: Sequence[Token], said: Said, promised: bool) -> bool:
    """Whether nothing is offered. "can't make tuesday, thursday ok?" declines a day only."""
    priced = bool(said.offers or said.totals) or any(t.role in {Role.PRICE, Role.ODD} for t in tokens)
    if priced:
        return False
    if _refuses_a_day_alone(tokens):
        return True
    refused_all = said.all_refused or all(line.n in said.refused for line in asked)
    return (bool(asked) and refused_all) or any(
        t.role in {Role.DECLINE, Role.AWAY}
        and not (promised and (after.role is Role.DATE or _refuses_day(tokens, at)))
        for at, (t, after) in enumerate(zip(tokens, [*tokens[1:], *tokens[-1:]], strict=True))
    )


def _refuses_a_day_alone(tokens: Sequence[Token]) -> bool:
    """ "not this week, sorry": a no to a day, and nothing else is said."""
    slight = {Role.FILLER, Role.BREAK, Role.COMMA}
    return [t.role for t in tokens if t.role not in slight] == [Role.NO, Role.DATE]


def _refuses_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day stands right before a refusal, which is of that day then."""
    near = range(max(0, at - 3), at)
    return any(tokens[place].role is Role.DATE and is_refused_day(tokens, place) for place in near)


def _rest_is_offered(tokens: Sequence[Token]) -> bool:
    """Whether the rest is said to be there, so that not everything can be meant by what is not."""
    roles = {t.role for t in tokens}
    return (
        Role.REST in roles and bool(roles & {Role.YES, Role.LISTED, Role.KEPT}) and Role.DECLINE not in roles
    )


def _open_still(said: Said, former: ReplyReading | None) -> list[Unclear]:
    """What the former answer left open about single lines and this one does not settle."""
    settled = {*said.offers, *said.refused}
    told = bool(settled or said.totals)
    return [
        unclear
        for unclear in (former.unclear if former else ())
        if (not set(unclear.lines) <= settled if unclear.lines else not told)
    ]


def _adds_nothing(said: Said, tokens: Sequence[Token], former: ReplyReading | None) -> bool:
    """A revision in which nothing was recognised."""
    telling = {Role.DATE, Role.PICKUP, Role.INCLUDED, Role.PERCENT, Role.YES, Role.KEPT, Role.LISTED}
    heard = (
        said.offers
        or said.refused
        or said.totals
        or said.accepted
        or said.listed
        or said.rest
        or said.cuts
        or said.parts
    )
    return (
        former is not None and not heard and said.fee is None and not any(t.role in telling for t in tokens)
    )
