"""What a seller writes as the answer to an inquiry, read into prices, refusals, substitutes and dates.

Pure. Whatever could be meant in two ways is not guessed but listed in `ReplyReading.unclear`, and nothing
may bind while that is not empty. How it goes: `reply_lexing` makes tokens (`reply_numbering`, `reply_days`,
`reply_money`, `reply_wholes`, `reply_names`), `reply_rewriting` sets them right, `reply_entries` puts them
into statements, `reply_statements` judges these one by one with `reply_pricing`; here they are weighed
against each other, the whole inquiry, and the former answer.

Each language is one file of words (`reply_english`, `reply_german`, `reply_french`) of the shape that
`reply_language` tells; `reply_words` and `reply_units` put them together.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from commerce.quotes.reply_bare import answer_asked_back, place_bare
from commerce.quotes.reply_dates import read_promise
from commerce.quotes.reply_entries import entries
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_lexing import Token, lex
from commerce.quotes.reply_rewriting import in_order, proposes_instead, rewritten, split_question
from commerce.quotes.reply_said import Said, cut
from commerce.quotes.reply_shapes import AskedLine, ReadLine, ReplyReading, Unclear, Why
from commerce.quotes.reply_statements import Statements

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

    With `earlier`, the seller's former answer, the text changes that one; the result is the state after it.
    Takes any text and never raises for one.
    """
    tokens = lex(asked, text, today, currency)
    ordered, proposed = in_order(rewritten(asked, tokens, earlier))
    said_tokens, asking = _without_questions(ordered)
    question = asking or proposed
    promise = read_promise(said_tokens, text, today)
    said = Statements(asked, entries(said_tokens)).said
    former = _former(asked, earlier)
    answer_asked_back(asked, said, earlier)
    place_bare(asked, said, former)
    lines = _weighed(asked, said, former)
    total = _total(asked, said, lines, former)
    offered = any(line is not None for line in lines.values())
    changes = bool(said.offers or said.totals or said.refused or said.accepted or said.listed or said.cuts)
    decline = not (proposed or (changes if former else offered)) and _declines(
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
        unclear.append(Unclear(Why.NOTHING_READ, text.strip()[:200]))
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
        cut_at = split_question(sentence) if "?" in token.text else None
        if cut_at is not None and any(t.role in {Role.PRICE, Role.NUMBER} for t in sentence[:cut_at]):
            asks = True
            kept.extend([*sentence[:cut_at], token])
            sentence = []
            continue
        proposed = proposes_instead(sentence)
        priced = proposed or any(t.role in {Role.PRICE, Role.ODD} for t in sentence)
        asking = any(t.role is Role.ASKS for t in sentence) or ("?" in token.text and not _proposes(sentence))
        leads = next((t.role for t in sentence if t.role not in {Role.FILLER, Role.NAME}), None) is Role.ASKS
        if asking and sentence and (not priced or ("?" in token.text and leads and not _paid(sentence))):
            asks = True
        else:
            if "?" in token.text and proposed:
                asks = asks or sentence[-1].role in {Role.PRICE, Role.NUMBER}
            elif "?" in token.text and sentence and sentence[-1].role in {Role.PRICE, Role.NUMBER}:
                sentence.append(Token(Role.VAGUE, token.start, token.end, token.text))
            kept.extend([*sentence, token])
        sentence = []
    return kept, asks


def _paid(sentence: Sequence[Token]) -> bool:
    return any(t.role is Role.PRICE and t.minor and t.text.strip()[-1:] in "€$£" for t in sentence)


def _proposes(sentence: Sequence[Token]) -> bool:
    """ "Saturday ok?", "would feta do?": an offer in the form of a question."""
    settles = {Role.YES, Role.NO, Role.DECLINE, Role.LACKS}
    dated = any(t.role is Role.DATE for t in sentence) and any(t.role in settles for t in sentence)
    return dated or (
        any(t.role is Role.OFFERS for t in sentence) and any(t.role is Role.WORD for t in sentence)
    )


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
    sums = sorted(set(said.totals))
    if len(sums) == 2 and sums[1] - sums[0] == said.fee:
        said.totals = sums[:1]
    elif len(sums) > 1:
        said.unclear.append(Unclear(Why.TWO_PRICES, "", ()))
    prices = [read.price_minor for read in lines.values() if read is not None]
    known = [price for price in prices if price is not None]
    if not said.totals:
        return _former_total(said, lines, former)
    total = said.totals[-1]
    if known and len(known) == len(prices):
        before_cut = sum(offers[0].price_minor or 0 for offers in said.offers.values() if offers)
        reduced = cut(sum(known), said.total_percent)
        if total not in {sum(known), sum(known) + (said.fee or 0), before_cut, reduced}:
            said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    elif known and total <= sum(known):
        said.unclear.append(Unclear(Why.TOTAL_DIFFERS, "", tuple(line.n for line in asked)))
    return cut(total, said.percent) if said.percent and not known else total


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
    refused_all = said.all_refused or all(line.n in said.refused for line in asked)
    return (bool(asked) and refused_all) or any(
        t.role in {Role.DECLINE, Role.AWAY} and not (promised and after.role is Role.DATE)
        for t, after in zip(tokens, [*tokens[1:], *tokens[-1:]], strict=True)
    )


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
        said.offers or said.refused or said.totals or said.accepted or said.listed or said.rest or said.cuts
    )
    return (
        former is not None and not heard and said.fee is None and not any(t.role in telling for t in tokens)
    )
