"""Handling of what sellers do about inquiries: answer with a tap or in words, confirm, decline."""

from uuid import UUID

from sqlmodel import Session, col, select

from bot import commands as c
from bot.turn import NotYours, Refusal, Turn
from bot.views.selling import asked_lines
from commerce.catalogue.service import seller_of, sellers_for
from commerce.people.models import FocusKind, Role
from commerce.people.service import focus_on
from commerce.quotes.answering import (
    NotUnderstood,
    TooLate,
    answer_as_listed,
    answer_in_words,
    bind,
    binding_quote,
    decline,
    discard,
    reading_of,
)
from commerce.quotes.models import Inquiry, InquiryState, Quote, Round, RoundState
from commerce.quotes.replies import read_reply

__all__ = ["SellingCommand", "handle_selling", "open_inquiries"]

SellingCommand = c.AnswerAsListed | c.AnswerInWords | c.DeclineInquiry | c.ConfirmQuote | c.DiscardQuote

LONGEST_REPLY = 2000


def handle_selling(turn: Turn, command: SellingCommand) -> None:
    turn.must_be(Role.SELLER)
    match command:
        case c.AnswerAsListed(inquiry_id=inquiry_id):
            answer_as_listed(turn.session, _own_inquiry(turn, inquiry_id), turn.now)
        case c.AnswerInWords():
            _answer_in_words(turn, command)
        case c.DeclineInquiry(inquiry_id=inquiry_id):
            decline(turn.session, _own_inquiry(turn, inquiry_id), turn.now)
        case c.ConfirmQuote(quote_id=quote_id):
            bind(turn.session, _own_quote(turn, quote_id), turn.now)
        case c.DiscardQuote(quote_id=quote_id):
            discard(turn.session, _own_quote(turn, quote_id))
            turn.say("quote-discarded")


def open_inquiries(session: Session, person_id: UUID) -> list[Inquiry]:
    """What still takes an answer of this seller, the newest first."""
    own = [seller.id for seller in sellers_for(session, person_id)]
    query = (
        select(Inquiry)
        .join(Round, col(Round.id) == col(Inquiry.round_id))
        .where(col(Inquiry.seller_id).in_(own), Round.state == RoundState.OPEN)
        .order_by(col(Round.opened_at).desc())
    )
    return list(session.exec(query))


def _own_inquiry(turn: Turn, inquiry_id: UUID) -> Inquiry:
    inquiry = turn.session.get(Inquiry, inquiry_id)
    if inquiry is None or inquiry.seller_id not in _own_sellers(turn):
        raise NotYours
    return inquiry


def _own_quote(turn: Turn, quote_id: UUID) -> Quote:
    quote = turn.session.get(Quote, quote_id)
    if quote is None:
        raise NotYours
    _own_inquiry(turn, quote.inquiry_id)
    return quote


def _own_sellers(turn: Turn) -> set[UUID]:
    return {seller.id for seller in sellers_for(turn.session, turn.person.id)}


def _answer_in_words(turn: Turn, command: c.AnswerInWords) -> None:
    if command.inquiry_id is not None:
        inquiry = _own_inquiry(turn, command.inquiry_id)
    else:
        waiting = open_inquiries(turn.session, turn.person.id)
        if not waiting:
            raise Refusal("seller-no-inquiry")
        if len([i for i in waiting if i.state is InquiryState.SENT]) > 1:
            raise Refusal("seller-which-inquiry")
        inquiry = waiting[0]
    if turn.session.get_one(Round, inquiry.round_id).state is not RoundState.OPEN:
        raise TooLate(inquiry)
    currency = seller_of(turn.session, inquiry.seller_id).currency
    earlier = binding_quote(turn.session, inquiry.id)
    reading = read_reply(
        asked_lines(turn.stage, turn.person, inquiry),
        command.text[:LONGEST_REPLY],
        today=turn.words.today(turn.now),
        currency=currency,
        earlier=reading_of(turn.session, earlier) if earlier else None,
    )
    if reading.question and not reading.decline:
        raise NotUnderstood(inquiry, reading)
    quote = answer_in_words(turn.session, inquiry, reading, command.text, turn.person.id, turn.now)
    if quote is not None:
        focus_on(turn.session, turn.person.id, FocusKind.READ_BACK, quote.id)
