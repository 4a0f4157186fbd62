"""Sellers' answers: one tap on the pre-filled offer, or words that are read back and bind after a tap."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import events
from commerce.catalogue.service import seller_of
from commerce.money import share_out
from commerce.quotes.asking import close_if_nobody_is_left, inquiry_lines, usual_date
from commerce.quotes.events import InquiryAnswered, QuoteDiscarded, QuoteReadBack
from commerce.quotes.locking import locked_round
from commerce.quotes.models import (
    INQUIRY_LIFE,
    QUOTE_LIFE,
    Choice,
    Inquiry,
    InquiryLine,
    InquiryState,
    Quote,
    QuoteLine,
    QuoteState,
    Round,
    RoundState,
    SubstituteState,
)
from commerce.quotes.replies import ReadLine, ReplyReading, Unclear, Why
from commerce.quotes.standing_in import sold_instead
from commerce.refused import Refused
from commerce.states import move

__all__ = [
    "NotUnderstood", "QuoteGone", "TooLate", "answer_as_listed", "answer_in_words", "bind", "binding_quote",
    "decline", "discard", "must_be_open", "quote_lines", "read_back_of", "reading_of", "takes_answers",
]  # fmt: skip


@dataclass
class TooLate(Refused):
    """The round is closed: this inquiry takes no answers any more."""

    inquiry: Inquiry


@dataclass
class QuoteGone(Refused):
    """The read-back was replaced by a newer one, discarded or confirmed already."""

    quote: Quote


@dataclass
class NotUnderstood(Refused):
    """The words leave something open: nothing was kept, the seller is asked back."""

    inquiry: Inquiry
    reading: ReplyReading


def answer_as_listed(session: Session, inquiry: Inquiry, today: date, now: datetime) -> Quote:
    """One tap: every line at its list price, ready after the seller's usual lead time. Two taps are one."""
    locked_round(session, inquiry.round_id)
    standing = binding_quote(session, inquiry.id)
    if standing is not None and standing.words is None:
        return standing
    must_be_open(session, inquiry, now)
    quote = _new_version(session, inquiry, _usual_date(session, inquiry, today), now)
    for line in inquiry_lines(session, inquiry.id):
        session.add(
            QuoteLine(
                quote_id=quote.id,
                inquiry_line_id=line.id,
                packs=line.packs,
                price_minor=line.list_price_minor,
            )
        )
    session.flush()
    return bind(session, quote, now)


def answer_in_words(
    session: Session,
    inquiry: Inquiry,
    reading: ReplyReading,
    words: str,
    by: UUID,
    today: date,
    now: datetime,
) -> Quote:
    """Keep what was read as a read-back, which binds once it is confirmed. Raises NotUnderstood, TooLate."""
    must_be_open(session, inquiry, now)
    offered = {n: line for n, line in reading.lines.items() if line is not None}
    if reading.unclear or not offered:
        raise NotUnderstood(inquiry, reading)
    asked = inquiry_lines(session, inquiry.id)
    prices = _prices(asked, reading)
    if prices is None:
        doubt = Unclear(Why.TOTAL_DIFFERS, "", tuple(sorted(offered)))
        raise NotUnderstood(inquiry, replace(reading, unclear=(doubt,)))
    ready_on = reading.delivery if isinstance(reading.delivery, date) else None
    quote = _new_version(session, inquiry, ready_on or _usual_date(session, inquiry, today), now)
    quote.words = words[:1000]
    quote.pickup_only = reading.delivery == "pickup"
    quote.valid_until = reading.valid_until
    session.add(quote)
    for line in asked:
        read = offered.get(line.n)
        if read is None:
            continue
        quote_line = QuoteLine(
            quote_id=quote.id,
            inquiry_line_id=line.id,
            packs=read.packs or line.packs,
            price_minor=prices[line.n],
            qty_text=read.qty,
        )
        sold = sold_instead(session, inquiry.seller_id, line, read)
        if sold is not None:
            quote_line.substitute, quote_line.substitute_item_id = sold.name, sold.item_id
            quote_line.packs, quote_line.substitute_state = sold.packs, SubstituteState.OPEN
        session.add(quote_line)
    session.flush()
    event = QuoteReadBack(inquiry.id, quote.id, by, subjects=(inquiry.id, inquiry.round_id))
    events.record(session, event, now)
    return quote


def bind(session: Session, quote: Quote, now: datetime) -> Quote:
    """The seller confirmed: the quote binds and replaces an earlier one. The last answer closes the round."""
    inquiry = _locked(session, quote)
    if quote.state is QuoteState.BINDING:
        return quote
    must_be_open(session, inquiry, now)
    if QuoteState.BINDING not in QUOTE_LIFE[quote.state]:
        raise QuoteGone(quote)
    earlier = binding_quote(session, inquiry.id)
    if earlier is not None:
        earlier.state = move(QUOTE_LIFE, "quote", earlier.state, QuoteState.REPLACED)
        session.add(earlier)
        _keep_decisions(session, earlier, quote)
    first = inquiry.state is InquiryState.SENT
    quote.state = move(QUOTE_LIFE, "quote", quote.state, QuoteState.BINDING)
    inquiry.state = move(INQUIRY_LIFE, "inquiry", inquiry.state, InquiryState.ANSWERED)
    session.add_all([quote, inquiry])
    _answered(session, inquiry, quote.id, now, first=first)
    return quote


def _keep_decisions(session: Session, earlier: Quote, quote: Quote) -> None:
    """What the consumer said to a substitute holds on, unless it became another one, or dearer."""
    before = {line.id: quoted for quoted, line in quote_lines(session, earlier.id)}
    for quoted, line in quote_lines(session, quote.id):
        known = before.get(line.id)
        if known is None or quoted.substitute is None or known.substitute != quoted.substitute:
            continue
        if known.price_minor >= quoted.price_minor and known.packs == quoted.packs:
            quoted.substitute_state = known.substitute_state
            session.add(quoted)


def discard(session: Session, quote: Quote, now: datetime) -> None:
    """The read-back was wrong: nothing binds, the seller may write again. Two taps are one."""
    _locked(session, quote)
    if quote.state is QuoteState.DISCARDED:
        return
    if QuoteState.DISCARDED not in QUOTE_LIFE[quote.state]:
        raise QuoteGone(quote)
    quote.state = move(QUOTE_LIFE, "quote", quote.state, QuoteState.DISCARDED)
    session.add(quote)
    event = QuoteDiscarded(quote.inquiry_id, quote.id, subjects=(quote.inquiry_id,))
    events.record(session, event, now)


def decline(session: Session, inquiry: Inquiry, now: datetime) -> None:
    """The seller offers nothing this time, and takes back what it offered before. Two taps are one."""
    locked_round(session, inquiry.round_id)
    if inquiry.state is InquiryState.DECLINED:
        return
    must_be_open(session, inquiry, now)
    for earlier in _versions(session, inquiry.id):
        if QuoteState.REPLACED in QUOTE_LIFE[earlier.state]:
            earlier.state = move(QUOTE_LIFE, "quote", earlier.state, QuoteState.REPLACED)
            session.add(earlier)
    first = inquiry.state is InquiryState.SENT
    inquiry.state = move(INQUIRY_LIFE, "inquiry", inquiry.state, InquiryState.DECLINED)
    session.add(inquiry)
    _answered(session, inquiry, None, now, first=first)


def binding_quote(session: Session, inquiry_id: UUID) -> Quote | None:
    query = select(Quote).where(Quote.inquiry_id == inquiry_id, Quote.state == QuoteState.BINDING)
    return session.exec(query, execution_options={"populate_existing": True}).first()


def read_back_of(session: Session, inquiry_id: UUID) -> Quote | None:
    """The version that waits for the seller's tap."""
    waiting = [quote for quote in _versions(session, inquiry_id) if quote.state is QuoteState.READ_BACK]
    return waiting[-1] if waiting else None


def quote_lines(session: Session, quote_id: UUID) -> list[tuple[QuoteLine, InquiryLine]]:
    query = (
        select(QuoteLine, InquiryLine)
        .join(InquiryLine, col(InquiryLine.id) == col(QuoteLine.inquiry_line_id))
        .where(QuoteLine.quote_id == quote_id)
        .order_by(col(InquiryLine.n))
    )
    return [(quote_line, line) for quote_line, line in session.exec(query)]


def _answered(
    session: Session, inquiry: Inquiry, quote_id: UUID | None, now: datetime, *, first: bool
) -> None:
    session.flush()
    late = locked_round(session, inquiry.round_id).state is RoundState.CLOSED
    subjects = (inquiry.round_id, inquiry.id)
    event = InquiryAnswered(inquiry.round_id, inquiry.id, quote_id, late, first, subjects=subjects)
    events.record(session, event, now)
    if late:
        _follow(session, inquiry, quote_id)
    else:
        close_if_nobody_is_left(session, inquiry.round_id, now)


def _follow(session: Session, inquiry: Inquiry, quote_id: UUID | None) -> None:
    """What was chosen of this seller stands on its new offer, or no longer."""
    now_offered = {line.id: quoted for quoted, line in quote_lines(session, quote_id)} if quote_id else {}
    chosen = select(Choice, QuoteLine).where(
        Choice.round_id == inquiry.round_id,
        Choice.seller_id == inquiry.seller_id,
        col(QuoteLine.id) == col(Choice.quote_line_id),
    )
    for choice, before in session.exec(chosen, execution_options={"populate_existing": True}).all():
        quoted = now_offered.get(before.inquiry_line_id)
        if quoted is None:
            session.delete(choice)
        else:
            choice.quote_line_id = quoted.id
            session.add(choice)
    session.flush()


def must_be_open(session: Session, inquiry: Inquiry, now: datetime) -> None:
    """Raises TooLate. The deadline counts by the clock, also while the round still waits to be closed.

    Where the round closed early, who was asked may answer, or change the answer, until then, while nothing is
    ordered.
    """
    asked = locked_round(session, inquiry.round_id)
    if not takes_answers(asked, inquiry, now):
        raise TooLate(inquiry)


def takes_answers(asked: Round, inquiry: Inquiry, now: datetime) -> bool:
    """Whether this seller can still offer, or change what it offered."""
    awaited = inquiry.state in {InquiryState.SENT, InquiryState.ANSWERED, InquiryState.DECLINED}
    is_open = asked.state is RoundState.OPEN or (asked.state is RoundState.CLOSED and awaited)
    return is_open and now < asked.deadline


def _locked(session: Session, quote: Quote) -> Inquiry:
    """The inquiry of this quote, both as they are now: their round is locked."""
    inquiry = session.get_one(Inquiry, quote.inquiry_id)
    locked_round(session, inquiry.round_id)
    session.refresh(quote)
    return inquiry


def _versions(session: Session, inquiry_id: UUID) -> list[Quote]:
    query = select(Quote).where(Quote.inquiry_id == inquiry_id).order_by(col(Quote.version))
    return list(session.exec(query, execution_options={"populate_existing": True}))


def _usual_date(session: Session, inquiry: Inquiry, today: date) -> date:
    return usual_date(seller_of(session, inquiry.seller_id), today)


def _new_version(session: Session, inquiry: Inquiry, ready_on: date, now: datetime) -> Quote:
    """A newer version; a read-back that still waits for its tap is replaced."""
    versions = _versions(session, inquiry.id)
    for older in versions:
        if older.state is QuoteState.READ_BACK:
            older.state = move(QUOTE_LIFE, "quote", older.state, QuoteState.REPLACED)
            session.add(older)
    quote = Quote(inquiry_id=inquiry.id, version=len(versions) + 1, ready_on=ready_on, created_at=now)
    session.add(quote)
    session.flush()
    return quote


def _prices(asked: list[InquiryLine], reading: ReplyReading) -> Mapping[int, int] | None:
    """A price per offered line. One total for all, without a fee in it, is shared out by list price; None if
    nothing is left."""
    known: dict[int, int] = {}
    at_list: dict[int, int] = {}
    for line in asked:
        read = reading.lines.get(line.n)
        if read is not None and read.price_minor is not None:
            known[line.n] = read.price_minor
        elif read is not None:
            at_list[line.n] = line.list_price_minor * (read.packs or line.packs) // line.packs
    if not at_list:
        return known
    fee = reading.delivery_fee_minor or 0 if reading.fee_included else 0
    rest = (reading.total_minor or 0) - fee - sum(known.values())
    if rest <= 0 or not any(at_list.values()):
        return None
    shares = share_out(rest, list(at_list.values()))
    return None if min(shares) <= 0 else known | dict(zip(at_list, shares, strict=True))


def reading_of(session: Session, quote: Quote) -> ReplyReading:
    """A kept quote as a reading, so that later words ("make the rice 3.00") revise it."""
    offered = {line.id: quote_line for quote_line, line in quote_lines(session, quote.id)}
    lines: dict[int, ReadLine | None] = {}
    for line in inquiry_lines(session, quote.inquiry_id):
        kept = offered.get(line.id)
        lines[line.n] = (
            ReadLine(
                price_minor=kept.price_minor, qty=kept.qty_text, packs=kept.packs, substitute=kept.substitute
            )
            if kept
            else None
        )
    return ReplyReading(
        lines=lines,
        total_minor=None,
        delivery="pickup" if quote.pickup_only else quote.ready_on,
        valid_until=quote.valid_until,
        decline=False,
        question=False,
        unclear=(),
    )
