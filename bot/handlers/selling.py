"""Handling of what sellers do: answer inquiries, pick, pack, hand over at the counter."""

from uuid import UUID

from sqlmodel import Session, col, select

from bot import commands as c
from bot.turn import NotYours, Refusal, Turn
from bot.views.selling import asked_lines, inquiry_card, inquiry_slot, pick_card, pick_slot
from commerce.catalogue.service import seller_of, sellers_for
from commerce.fulfilment.models import SelectionLine
from commerce.fulfilment.service import collected_at_counter, mark_packed, pick, pick_everything
from commerce.orders.models import OrderPart, PartState
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
from commerce.settlement.models import Payee
from commerce.settlement.service import collected_cash, current, to_collect
from commerce.settlement.states import Method, PayeeKind

__all__ = ["SellingCommand", "handle_selling", "open_inquiries", "show_work"]

SellingCommand = (
    c.AnswerAsListed | c.AnswerInWords | c.DeclineInquiry | c.ConfirmQuote | c.DiscardQuote | c.PickLine
    | c.PickAll | c.MarkPacked | c.Collected
)  # fmt: skip

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
        case c.PickLine(line_id=line_id):
            line = turn.session.get(SelectionLine, line_id)
            if line is None:
                raise NotYours
            _own_part(turn, line.part_id)
            pick(turn.session, line, turn.now)
        case c.PickAll(part_id=part_id):
            pick_everything(turn.session, _own_part(turn, part_id), turn.now)
        case c.MarkPacked(part_id=part_id):
            mark_packed(turn.session, _own_part(turn, part_id), turn.now)
        case c.Collected(part_id=part_id):
            _collected(turn, _own_part(turn, part_id))


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


def show_work(turn: Turn) -> None:
    """The inquiries and pick lists that wait for this seller."""
    own = [seller.id for seller in sellers_for(turn.session, turn.person.id)]
    waiting = [
        inquiry
        for inquiry in open_inquiries(turn.session, turn.person.id)
        if inquiry.state is InquiryState.SENT
    ]
    for inquiry in waiting:
        turn.reply(inquiry_card(turn.stage, turn.person, inquiry), slot=inquiry_slot(inquiry), fresh=True)
    query = select(OrderPart).where(
        col(OrderPart.seller_id).in_(own), col(OrderPart.state).in_([PartState.TO_PICK, PartState.PACKED])
    )
    parts = list(turn.session.exec(query))
    for part in parts:
        turn.reply(pick_card(turn.stage, turn.person, part), slot=pick_slot(part), fresh=True)
    if not waiting and not parts:
        turn.say("seller-nothing-waits")


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


def _own_part(turn: Turn, part_id: UUID) -> OrderPart:
    part = turn.session.get(OrderPart, part_id)
    if part is None or part.seller_id not in _own_sellers(turn):
        raise NotYours
    return part


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


def _collected(turn: Turn, part: OrderPart) -> None:
    """The goods went over the counter; what was agreed to be paid there is paid."""
    payment = current(turn.session, part.order_id)
    if part.state is PartState.COLLECTED:
        return
    collected_at_counter(turn.session, part, turn.now)
    if payment is not None and payment.method is Method.AT_SHOP:
        collector = Payee(PayeeKind.SELLER, part.seller_id)
        if to_collect(turn.session, payment, collector):
            collected_cash(turn.session, payment.id, collector, turn.now)
