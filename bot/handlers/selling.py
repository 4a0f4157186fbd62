"""Handling of what sellers do about inquiries: answer with a tap or in words, confirm, decline."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot import commands as c
from bot.handlers.asking_back import ask_back, chosen_words, forget_said, said_before
from bot.turn import NotYours, Refusal, Turn
from bot.understanding.plain import plain_meaning
from bot.views.selling import asked_lines, decline_card, read_back_slot
from commerce.catalogue.service import seller_of, sellers_for
from commerce.people.models import FocusKind, Role
from commerce.people.service import focus_of, focus_on
from commerce.quotes.answering import (
    answer_as_listed,
    answer_in_words,
    bind,
    binding_quote,
    decline,
    discard,
    must_be_open,
    read_back_of,
    reading_of,
    takes_answers,
)
from commerce.quotes.models import Inquiry, InquiryState, Quote, Round, RoundState
from commerce.quotes.questions import ask_question, question_in
from commerce.quotes.replies import ReplyReading, Unclear, Why, read_reply

__all__ = ["handle_selling", "judges_read_back", "open_inquiries"]


LONGEST_REPLY = 2000
MOST_NAMED = 6
WAITING = {InquiryState.SENT, InquiryState.UNREACHABLE}
CONFIRMS = {"ok", "okay", "👍", "✅"}
DISCARDS = {"👎"}


def handle_selling(turn: Turn, command: c.SellingCommand) -> None:
    turn.must_be(Role.SELLER)
    match command:
        case c.AnswerAsListed(inquiry_id=inquiry_id):
            answer_as_listed(turn.session, _own_inquiry(turn, inquiry_id), turn.now)
            forget_said(turn, inquiry_id)
        case c.AnswerInWords():
            _answer_in_words(turn, command)
        case c.ChooseMeant(inquiry_id=inquiry_id, choice=choice):
            inquiry = _own_inquiry(turn, inquiry_id)
            _answered(turn, inquiry, chosen_words(turn, inquiry, choice), afresh=True)
        case c.DeclineInquiry(inquiry_id=inquiry_id):
            decline(turn.session, _own_inquiry(turn, inquiry_id), turn.now)
            forget_said(turn, inquiry_id)
        case c.ConfirmQuote(quote_id=quote_id):
            quote = _own_quote(turn, quote_id)
            bind(turn.session, quote, turn.now)
            forget_said(turn, quote.inquiry_id)
        case c.DiscardQuote(quote_id=quote_id):
            quote = _own_quote(turn, quote_id)
            discard(turn.session, quote, turn.now)
            forget_said(turn, quote.inquiry_id)


def judges_read_back(text: str) -> bool:
    """Words that say "right" or "wrong" to what was read back, and nothing else."""
    return _judged(text) is not None


def _judged(text: str) -> bool | None:
    """Whether these words say "right" or "wrong", in any language; None for all others."""
    said = text.strip(" .!").casefold()
    meaning = plain_meaning(text)
    if said in CONFIRMS or meaning == "right":
        return True
    return False if said in DISCARDS or meaning == "wrong" else None


def open_inquiries(session: Session, person_id: UUID, now: datetime) -> list[Inquiry]:
    """What still takes an answer, or another one, of this seller; the newest first."""
    own = [seller.id for seller in sellers_for(session, person_id)]
    query = (
        select(Inquiry)
        .join(Round, col(Round.id) == col(Inquiry.round_id))
        .where(col(Inquiry.seller_id).in_(own), col(Round.state).in_([RoundState.OPEN, RoundState.CLOSED]))
        .where(Round.deadline > now)
        .order_by(col(Round.opened_at).desc())
    )
    return [
        inquiry
        for inquiry in session.exec(query)
        if takes_answers(session.get_one(Round, inquiry.round_id), inquiry, now)
    ]


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
    text = command.text[:LONGEST_REPLY]
    inquiry = _inquiry_meant(turn, command.inquiry_id, text)
    waiting = read_back_of(turn.session, inquiry.id)
    if waiting is not None and judges_read_back(text):
        if _judged(text):
            bind(turn.session, waiting, turn.now)
        else:
            discard(turn.session, waiting, turn.now)
        forget_said(turn, inquiry.id)
        return
    _answered(turn, inquiry, text)


def _answered(turn: Turn, inquiry: Inquiry, text: str, *, afresh: bool = False) -> None:
    """Words read in the light of what was asked back, or `afresh`: read back, asked back, or passed on."""
    must_be_open(turn.session, inquiry, turn.now)
    standing = read_back_of(turn.session, inquiry.id) or binding_quote(turn.session, inquiry.id)
    earlier = reading_of(turn.session, standing) if standing else None
    said, reading = (text, _read_in(turn, inquiry, text, earlier)) if afresh else _read(turn, inquiry, text)
    if reading.decline:
        card = decline_card(turn.stage, turn.person, inquiry)
        turn.reply(card, slot=read_back_slot(inquiry), fresh=True)
        return
    if reading.question and not reading.unclear:
        ask_question(turn.session, inquiry, question_in(text), turn.person.id, turn.now)
        if not any(reading.lines.values()):
            return
    if reading.unclear or not any(reading.lines.values()):
        ask_back(turn, inquiry, said, reading, lambda words: _read_in(turn, inquiry, words, earlier))
    else:
        quote = answer_in_words(turn.session, inquiry, reading, text, turn.person.id, turn.now)
        focus_on(turn.session, turn.person.id, FocusKind.READ_BACK, quote.id)


def _inquiry_meant(turn: Turn, inquiry_id: UUID | None, text: str) -> Inquiry:
    """The one replied to; without a reply the only one that waits, or the only one the words fit."""
    if inquiry_id is not None:
        return _own_inquiry(turn, inquiry_id)
    takes = open_inquiries(turn.session, turn.person.id, turn.now)
    if not takes:
        raise Refusal("seller-no-inquiry")
    asked_back = focus_of(turn.session, turn.person.id).facts.get("inquiry")
    unconfirmed = [i for i in takes if read_back_of(turn.session, i.id) or str(i.id) == asked_back]
    waiting = [inquiry for inquiry in takes if inquiry.state in WAITING]
    for some in (unconfirmed, waiting, takes):
        if len(some) == 1:
            return some[0]
    fitting = [inquiry for inquiry in waiting or takes if _fits(_read(turn, inquiry, text)[1])]
    if len(fitting) != 1:
        codes = ", ".join(inquiry.code for inquiry in (waiting or takes)[:MOST_NAMED])
        raise Refusal("seller-which-inquiry", codes=codes)
    return fitting[0]


def _fits(reading: ReplyReading) -> bool:
    return not reading.unclear and any(reading.lines.values())


def _read(turn: Turn, inquiry: Inquiry, text: str) -> tuple[str, ReplyReading]:
    """The words in the light of what was offered before, and of what was asked back just now: all that is
    said by now, and its reading. An answer that settles one doubt of several leaves the next to ask."""
    standing = read_back_of(turn.session, inquiry.id) or binding_quote(turn.session, inquiry.id)
    earlier = reading_of(turn.session, standing) if standing else None
    alone = (text, _read_in(turn, inquiry, text, earlier))
    said = said_before(turn, inquiry)
    if said is None:
        return alone
    before = _read_in(turn, inquiry, said, earlier)
    mended = [
        (whole, _read_in(turn, inquiry, whole, earlier)) for whole in _mended(said, before.unclear, text)
    ]
    tried = [*mended, (f"{said}, {text}", _read_in(turn, inquiry, text, before)), alone]
    settled = next((one for one in tried if _fits(one[1])), None)
    nearer = next((one for one in mended if 0 < len(one[1].unclear) < len(before.unclear)), None)
    return settled or nearer or alone


def _mended(said: str, unclear: Sequence[Unclear], answer: str) -> list[str]:
    """The former words with what was asked back put right: named by the answer, or replaced by it."""
    words = unclear[0].words if unclear else ""
    if not words or words not in said:
        return []
    if unclear[0].why is Why.WHICH_LINE and not any(sign.isdigit() for sign in answer):
        return [said.replace(words, f"{answer} {words}", 1)]
    return [said.replace(words, answer, 1)]


def _read_in(turn: Turn, inquiry: Inquiry, text: str, earlier: ReplyReading | None) -> ReplyReading:
    return read_reply(
        asked_lines(turn.stage, turn.person, inquiry),
        text,
        today=turn.words.today(turn.now),
        currency=seller_of(turn.session, inquiry.seller_id).currency,
        earlier=earlier,
    )
