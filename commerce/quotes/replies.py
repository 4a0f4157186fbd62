"""What a seller writes as the answer to an inquiry, read into prices, refusals, substitutes and dates.

Pure. Whatever could be meant in two ways is not guessed but listed in `ReplyReading.unclear`, and nothing may bind
while that is not empty. How it goes: `reply_lexing` makes tokens (`reply_words`, `reply_money`, `reply_names`),
`reply_entries` puts them into statements, `reply_statements` judges these one by one with `reply_pricing`; here
they are weighed against each other, the whole inquiry, and the former answer.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from commerce.quotes.reply_dates import read_promise
from commerce.quotes.reply_entries import Entry, entries
from commerce.quotes.reply_lexing import Token, lex
from commerce.quotes.reply_pricing import offer_of
from commerce.quotes.reply_shapes import AskedLine, ReadLine, ReplyReading, Unclear, Why
from commerce.quotes.reply_statements import Said, Statements, cut
from commerce.quotes.reply_words import Role

__all__ = ["AskedLine", "ReadLine", "ReplyReading", "Unclear", "Why", "read_reply"]


def read_reply(
    asked: Sequence[AskedLine],
    text: str,
    *,
    today: date,
    currency: str,
    earlier: ReplyReading | None = None,
) -> ReplyReading:
    """The answer `text` to the lines `asked`; prices in minor units of `currency`.

    With `earlier`, the seller's former answer, the text changes that one, and the result is the state after it.
    Takes any text and never raises for one.
    """
    tokens = lex(asked, text, today, currency)
    said_tokens, question = _without_questions(tokens)
    promise = read_promise(said_tokens, text, today)
    said = Statements(asked, entries(said_tokens)).said
    former = _former(asked, earlier)
    _place_bare(asked, said, former)
    lines = _weighed(asked, said, former)
    total = _total(asked, said, lines, former)
    offered = any(line is not None for line in lines.values())
    decline = not offered and _declines(asked, said_tokens, said)
    unclear = [*_open_still(said, former), *said.unclear, *promise.unclear]
    if decline:
        unclear = []
    silent = not (unclear or offered or decline or question)
    if silent or (not unclear and not decline and not question and _adds_nothing(said, tokens, former)):
        unclear.append(Unclear(Why.NOTHING_READ, text.strip()[:200]))
    return ReplyReading(
        lines={line.n: None for line in asked} if decline else lines,
        total_minor=None if decline else total,
        delivery=None if decline else promise.delivery or (former.delivery if former else None),
        valid_until=None if decline else promise.valid_until or (former.valid_until if former else None),
        decline=decline,
        question=question,
        unclear=tuple(unclear),
        delivery_fee_minor=said.fee
        if said.fee is not None
        else (former.delivery_fee_minor if former else None),
    )


def _former(asked: Sequence[AskedLine], earlier: ReplyReading | None) -> ReplyReading | None:
    """The former answer, if it offered anything of what is asked."""
    if earlier is None or not any(earlier.lines.get(line.n) for line in asked):
        return None
    return earlier


def _without_questions(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """The tokens without sentences that ask the shop something, and whether there were any."""
    kept: list[Token] = []
    sentence: list[Token] = []
    asks = False
    for token in [*tokens, Token(Role.BREAK, len(kept), len(kept), "")]:
        if token.role is not Role.BREAK:
            sentence.append(token)
            continue
        priced = any(t.role in {Role.PRICE, Role.ODD} for t in sentence)
        asking = any(t.role is Role.ASKS for t in sentence) or "?" in token.text
        if asking and sentence and not priced:
            asks = True
        else:
            if "?" in token.text and sentence and sentence[-1].role in {Role.PRICE, Role.NUMBER}:
                sentence.append(Token(Role.VAGUE, token.start, token.end, token.text))
            kept.extend([*sentence, token])
        sentence = []
    return kept, asks


def _place_bare(asked: Sequence[AskedLine], said: Said, former: ReplyReading | None) -> None:
    """Prices, yes and no without a name: of the only line, or of the lines in order."""
    bare = said.bare
    prices = [entry for entry in bare if entry.prices]
    named = bool(said.offers or said.refused or said.accepted or said.listed or said.named)
    if len(asked) == 1:
        _place_on_one(asked[0], bare, said)
    elif former is not None and (prices or not bare):
        _revise_bare(asked, prices, said, former)
    elif not prices:
        refuses = [entry for entry in bare if entry.refuses]
        if len(bare) == len(asked) and len(bare) > 1 and not named:
            _place_in_order(asked, bare, said)
        elif refuses and not named and not said.totals:
            said.all_refused = len(refuses) == len(bare)
            if not said.all_refused:
                said.doubt(Why.YES_AND_NO, refuses[0])
        elif bare and not refuses and not named:
            said.all_accepted = True
            said.rest = said.rest or (Role.LISTED if any(e.has(Role.LISTED) for e in bare) else None)
    elif named or said.totals or said.unclear:
        for entry in prices:
            said.doubt(Why.WHICH_LINE, entry)
    else:
        for spare in (bare, [e for e in bare if e.prices or e.refuses]):
            if len(spare) == len(asked):
                _place_in_order(asked, spare, said)
                return
        why = Why.HOW_MANY_LINES if len(prices) > 1 else Why.WHICH_LINE
        said.doubt(why, prices[0], [line.n for line in asked])


def _place_in_order(asked: Sequence[AskedLine], bare: Sequence[Entry], said: Said) -> None:
    if any(entry.parted is Role.RANGE for entry in bare):
        said.doubt(Why.VAGUE_PRICE, bare[0])
        return
    for line, entry in zip(asked, bare, strict=True):
        if entry.prices:
            _take(said, line.n, offer_of(line, entry, entry.prices[0], None))
        elif entry.refuses:
            said.refused[line.n] = entry.words
        elif entry.has(Role.LISTED):
            said.listed.add(line.n)
        else:
            said.accepted.add(line.n)


def _place_on_one(line: AskedLine, bare: Sequence[Entry], said: Said) -> None:
    """One line was asked for: every price is for it, and several must come to the same."""
    for entry in bare:
        if entry.prices:
            if entry.parted is Role.RANGE:
                said.doubt(Why.TWO_PRICES, entry, (line.n,))
            _take(said, line.n, offer_of(line, entry, entry.prices[0], None))
        elif entry.refuses and not said.offers:
            said.refused[line.n] = entry.words
        elif not entry.refuses:
            said.accepted.add(line.n)


def _revise_bare(
    asked: Sequence[AskedLine], prices: Sequence[Entry], said: Said, former: ReplyReading
) -> None:
    """A price without a name in a revision: the total's if there was one alone, or the only line's offered."""
    offered = [line for line in asked if former.lines.get(line.n)]
    for entry in prices:
        minor = entry.prices[0].minor
        only_total = former.total_minor is not None and all(
            read is None or read.price_minor is None for read in former.lines.values()
        )
        if only_total and minor and len(prices) == 1:
            said.totals.append(minor)
        elif len(offered) == 1 and len(prices) == 1 and not said.offers:
            _take(said, offered[0].n, offer_of(offered[0], entry, entry.prices[0], None))
        else:
            said.doubt(Why.WHICH_LINE, entry, [line.n for line in offered])


def _take(said: Said, n: int, offer: ReadLine | Unclear) -> None:
    if isinstance(offer, Unclear):
        said.unclear.append(offer)
    else:
        said.offers.setdefault(n, []).append(offer)


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
    return lines


def _unpriced(line: AskedLine, said: Said, former: ReplyReading | None) -> ReadLine | None:
    """A line without a price or a refusal of its own: as before, at the list price, in a total, or not offered."""
    n = line.n
    doubted = any(n in unclear.lines for unclear in said.unclear)
    before = former.lines.get(n) if former is not None else None
    singled = n in said.accepted or n in said.listed or n in said.named
    wanted = singled or said.all_accepted or said.rest in {Role.YES, Role.LISTED, Role.REST}
    if said.all_refused or (said.rest is Role.NO and not singled) or doubted:
        return None
    if before is not None:
        return (
            _discounted(before, said)
            if not said.totals
            else ReadLine(None, before.qty, before.packs, before.substitute)
        )
    at_list = ReadLine(line.list_price_minor, line.qty, line.packs, None)
    if said.totals:
        unnamed = not (said.offers or said.accepted or said.listed or said.named)
        return ReadLine(None, line.qty, line.packs, None) if (wanted or unnamed) and former is None else None
    if not wanted:
        return None
    if line.list_price_minor is None and said.rest is None and n not in said.listed:
        said.unclear.append(Unclear(Why.NO_PRICE, said.named.get(n, line.component), (n,)))
        return None
    return _discounted(at_list, said)


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
    if len(set(said.totals)) > 1:
        said.unclear.append(Unclear(Why.TWO_PRICES, "", ()))
    prices = [read.price_minor for read in lines.values() if read is not None]
    known = [price for price in prices if price is not None]
    if not said.totals:
        return _former_total(said, lines, former)
    total = said.totals[-1]
    if known and len(known) == len(prices):
        before_cut = sum(offers[0].price_minor or 0 for offers in said.offers.values() if offers)
        if total not in {sum(known), sum(known) + (said.fee or 0), before_cut}:
            said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    elif known and total <= sum(known):
        said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    return cut(total, said.percent) if said.percent and not known else total


def _former_total(
    said: Said, lines: Mapping[int, ReadLine | None], former: ReplyReading | None
) -> int | None:
    """The former answer's total after this change; unclear where a total without prices loses or gains a line."""
    if former is None or former.total_minor is None:
        return None
    prices = [read.price_minor for read in lines.values() if read is not None]
    changed = any((lines.get(n) is None) != (read is None) for n, read in former.lines.items())
    if None not in prices:
        return sum(price for price in prices if price is not None) if prices else None
    if changed or said.offers:
        said.unclear.append(Unclear(Why.TOTAL_DIFFERS, ""))
    return cut(former.total_minor, said.percent) if said.percent else former.total_minor


def _declines(asked: Sequence[AskedLine], tokens: Sequence[Token], said: Said) -> bool:
    priced = bool(said.offers or said.totals) or any(t.role in {Role.PRICE, Role.ODD} for t in tokens)
    if priced:
        return False
    refused_all = said.all_refused or all(line.n in said.refused for line in asked)
    return (bool(asked) and refused_all) or any(t.role in {Role.DECLINE, Role.AWAY} for t in tokens)


def _open_still(said: Said, former: ReplyReading | None) -> list[Unclear]:
    """What the former answer left open about single lines and this one does not settle."""
    settled = {*said.offers, *said.refused}
    return [
        unclear
        for unclear in (former.unclear if former else ())
        if unclear.lines and not set(unclear.lines) <= settled
    ]


def _adds_nothing(said: Said, tokens: Sequence[Token], former: ReplyReading | None) -> bool:
    """A revision in which nothing was recognised."""
    telling = {Role.DATE, Role.PICKUP, Role.INCLUDED, Role.PERCENT, Role.YES, Role.LISTED}
    heard = said.offers or said.refused or said.totals or said.accepted or said.listed or said.rest
    return (
        former is not None and not heard and said.fee is None and not any(t.role in telling for t in tokens)
    )
