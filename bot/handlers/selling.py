"""Handling of what sellers do about inquiries: answer with a tap or in words, confirm, decline."""

from uuid import UUID

from bot import commands as c
from bot.handlers.asking_back import ask_back, chosen_words, forget_said, show_meant
from bot.handlers.placing_words import inquiry_meant, kept_words, own_inquiry
from bot.handlers.reading_replies import judged, read_in, read_said, standing_reading
from bot.turn import NotYours, Turn
from bot.views.selling import decline_card, read_back_slot
from commerce.catalogue.service import seller_of
from commerce.people.models import FocusKind, Role
from commerce.people.service import focus_on
from commerce.quotes.answering import (
    answer_as_listed,
    answer_in_words,
    bind,
    decline,
    discard,
    must_be_open,
    quote_lines,
    read_back_of,
)
from commerce.quotes.models import Inquiry, Quote
from commerce.quotes.proposing import delivery_fee
from commerce.quotes.questions import ask_question, question_in
from commerce.quotes.replies import ReplyReading

__all__ = ["handle_selling"]

LONGEST_REPLY = 2000


def handle_selling(turn: Turn, command: c.SellingCommand) -> None:
    turn.must_be(Role.SELLER)
    match command:
        case c.AnswerAsListed(inquiry_id=inquiry_id):
            answer_as_listed(turn.session, own_inquiry(turn, inquiry_id), turn.stage.today, turn.now)
            forget_said(turn, inquiry_id)
        case c.AnswerInWords():
            _answer_in_words(turn, command)
        case c.PlaceWords(inquiry_id=inquiry_id):
            _said_of(turn, own_inquiry(turn, inquiry_id), kept_words(turn))
        case c.ChooseMeant(inquiry_id=inquiry_id, choice=choice):
            inquiry = own_inquiry(turn, inquiry_id)
            _answered(turn, inquiry, chosen_words(turn, inquiry, choice), afresh=True)
        case c.ShowMeant(inquiry_id=inquiry_id, page=page):
            show_meant(turn, own_inquiry(turn, inquiry_id), page)
        case c.DeclineInquiry(inquiry_id=inquiry_id):
            decline(turn.session, own_inquiry(turn, inquiry_id), turn.now)
            forget_said(turn, inquiry_id)
        case c.ConfirmQuote(quote_id=quote_id):
            quote = _own_quote(turn, quote_id)
            bind(turn.session, quote, turn.now)
            forget_said(turn, quote.inquiry_id)
        case c.DiscardQuote(quote_id=quote_id):
            quote = _own_quote(turn, quote_id)
            discard(turn.session, quote, turn.now)
            forget_said(turn, quote.inquiry_id)


def _own_quote(turn: Turn, quote_id: UUID) -> Quote:
    quote = turn.session.get(Quote, quote_id)
    if quote is None:
        raise NotYours
    own_inquiry(turn, quote.inquiry_id)
    return quote


def _answer_in_words(turn: Turn, command: c.AnswerInWords) -> None:
    text = command.text[:LONGEST_REPLY]
    inquiry = inquiry_meant(turn, command.inquiry_id, text)
    if inquiry is not None:
        _said_of(turn, inquiry, text)


def _said_of(turn: Turn, inquiry: Inquiry, text: str) -> None:
    """Words about one inquiry: "right" or "wrong" to its read-back, or an answer."""
    waiting = read_back_of(turn.session, inquiry.id)
    verdict = judged(text) if waiting is not None else None
    if waiting is None or verdict is None:
        _answered(turn, inquiry, text)
        return
    if verdict:
        bind(turn.session, waiting, turn.now)
    else:
        discard(turn.session, waiting, turn.now)
    forget_said(turn, inquiry.id)


def _answered(turn: Turn, inquiry: Inquiry, text: str, *, afresh: bool = False) -> None:
    """Words read in the light of what was asked back, or `afresh`: read back, asked back, or passed on."""
    must_be_open(turn.session, inquiry, turn.now)
    earlier = standing_reading(turn.session, inquiry)

    def read(words: str) -> ReplyReading:
        return read_in(turn.stage, turn.person, inquiry, words, earlier)

    said, reading = (text, read(text)) if afresh else read_said(turn, inquiry, text)
    if reading.decline:
        card = decline_card(turn.stage, turn.person, inquiry)
        turn.reply(card, slot=read_back_slot(inquiry), fresh=True)
        return
    if reading.question and not reading.unclear:
        ask_question(turn.session, inquiry, question_in(text), turn.person.id, turn.now)
        if not any(reading.lines.values()):
            return
    if reading.unclear or not any(reading.lines.values()):
        ask_back(turn, inquiry, said, reading, read)
    else:
        by, today = turn.person.id, turn.stage.today
        quote = answer_in_words(turn.session, inquiry, reading, text, by, today, turn.now)
        focus_on(turn.session, turn.person.id, FocusKind.READ_BACK, quote.id)
        _tell_of_delivery(turn, inquiry, quote, reading)


def _tell_of_delivery(turn: Turn, inquiry: Inquiry, quote: Quote, reading: ReplyReading) -> None:
    """What an answer says of the delivery's cost is not added: the customer pays what the shop's terms say.
    Neither are reductions on a condition taken off. Both are told: nothing said is lost in silence."""
    said, seller = reading.delivery_fee_minor, seller_of(turn.session, inquiry.seller_id)
    goods = sum(line.price_minor for line, _ in quote_lines(turn.session, quote.id))
    due = delivery_fee(seller, goods)
    if said is not None:
        terms = "pickup" if quote.pickup_only else "same" if said == due else "other"
        fee = turn.words.money(due, seller.currency) if due else ""
        wrote = turn.words.money(said, seller.currency) if said else ""
        turn.say("quote-delivery-fee", terms=terms, said=wrote, due=fee)
    if reading.conditions:
        turn.say("quote-conditions", words="; ".join(reading.conditions))
