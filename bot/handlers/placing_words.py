"""Which inquiry a seller's words are for; words that could be for several are kept until it taps one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.handlers.reading_replies import fits, judged, open_inquiries, read_said
from bot.turn import NotYours, Refusal, Turn
from bot.views.selling import which_inquiry_card
from commerce.catalogue.service import sellers_for
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.answering import read_back_of
from commerce.quotes.models import Inquiry, InquiryState, Round
from commerce.quotes.replies import Why

__all__ = ["ask_which", "inquiry_meant", "kept_words", "own_inquiry"]

WAITING = {InquiryState.SENT, InquiryState.UNREACHABLE}
LONGEST_KEPT = 2000
MOST_NAMED = 6


def own_inquiry(turn: Turn, inquiry_id: UUID) -> Inquiry:
    """An inquiry to a shop that the person sells for."""
    inquiry = turn.session.get(Inquiry, inquiry_id)
    if inquiry is None or inquiry.seller_id not in {s.id for s in sellers_for(turn.session, turn.person.id)}:
        raise NotYours
    return inquiry


def inquiry_meant(turn: Turn, inquiry_id: UUID | None, text: str) -> Inquiry | None:
    """The one replied to; else the one asked back about where "yes" answers that, that of the read-back which
    is judged, the only one that waits, or the only one that the words fit. None: it was asked which."""
    if inquiry_id is not None:
        return own_inquiry(turn, inquiry_id)
    takes = open_inquiries(turn.session, turn.person.id, turn.now)
    if not takes:
        raise Refusal("seller-no-inquiry")
    asked_back = focus_of(turn.session, turn.person.id).facts.get("inquiry")
    if judged(text) is not None:
        judgeable = [one for one in takes if str(one.id) == asked_back] or _judgeable(turn, takes)
        if len(judgeable) > 1:
            ask_which(turn, judgeable, text)
        if judgeable:
            return judgeable[0] if len(judgeable) == 1 else None
    unconfirmed = [i for i in takes if read_back_of(turn.session, i.id) or str(i.id) == asked_back]
    waiting = [inquiry for inquiry in takes if inquiry.state in WAITING]
    for some in (unconfirmed, waiting, takes):
        if len(some) == 1:
            return _unless_foreign(turn, some[0], takes, text)
    fitting = _fitting(turn, waiting or takes, text)
    if len(fitting) != 1:
        ask_which(turn, waiting or takes, text)
        return None
    return fitting[0]


def _judgeable(turn: Turn, takes: Sequence[Inquiry]) -> list[Inquiry]:
    """What "yes" can be said of: the read-back shown last, and the inquiries that have come since."""
    read_back = [(quote, inquiry) for inquiry in takes if (quote := read_back_of(turn.session, inquiry.id))]
    if not read_back:
        return []
    last, inquiry = max(read_back, key=lambda pair: pair[0].created_at)
    return [
        inquiry,
        *(one for one in takes if one.state in WAITING and _opened_at(turn, one) > last.created_at),
    ]


def _opened_at(turn: Turn, inquiry: Inquiry) -> datetime:
    return turn.session.get_one(Round, inquiry.round_id).opened_at


def _unless_foreign(turn: Turn, likely: Inquiry, takes: Sequence[Inquiry], text: str) -> Inquiry:
    """The likely one, unless the words name what is not on it, and fit one other."""
    _, reading = read_said(turn, likely, text)
    foreign = {Why.UNKNOWN_NAME, Why.NOTHING_READ}
    if not any(unclear.why in foreign for unclear in reading.unclear):
        return likely
    others = _fitting(turn, [inquiry for inquiry in takes if inquiry.id != likely.id], text)
    return others[0] if len(others) == 1 else likely


def _fitting(turn: Turn, inquiries: Sequence[Inquiry], text: str) -> list[Inquiry]:
    return [inquiry for inquiry in inquiries if fits(read_said(turn, inquiry, text)[1])]


def ask_which(turn: Turn, inquiries: Sequence[Inquiry], text: str, *, sure: bool = True) -> None:
    """Ask which inquiry the words are for, or if they are not `sure` to be for one, whether they are. They
    are kept: a tap places them."""
    focus_on(turn.session, turn.person.id, FocusKind.READ_BACK, unplaced=text[:LONGEST_KEPT])
    card = which_inquiry_card(turn.stage, turn.person, inquiries[:MOST_NAMED], text, sure=sure)
    turn.reply(card, slot=f"which:{turn.person.id}", fresh=True)


def kept_words(turn: Turn) -> str:
    """The words that it was asked about, if that is still the question. They are given out once, so that two
    taps send nothing twice."""
    focus = focus_of(turn.session, turn.person.id)
    words = focus.facts.get("unplaced")
    if words is None:
        raise Refusal("quote-gone")
    focus_on(turn.session, turn.person.id, focus.kind)
    return str(words)
