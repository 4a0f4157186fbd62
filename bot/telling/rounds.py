"""Events of rounds of inquiries and of proposals -> messages to the consumer and the sellers."""

from uuid import UUID

from bot.messages import Message
from bot.telling.lists import show_list
from bot.turn import Stage
from bot.views.lists import list_slot
from bot.views.proposals import proposal_card, proposal_slot
from bot.views.questions import answer_card, answer_slot, question_card, question_slot
from bot.views.selling import bound_text, inquiry_card, inquiry_slot, read_back_card, read_back_slot
from commerce.catalogue.service import members_of, seller_of
from commerce.events import Event
from commerce.methods.service import list_of
from commerce.orders.service import cancel_order, draft_of, draft_order
from commerce.outbox import shown_in, was_posted
from commerce.people.models import FocusKind, Person
from commerce.people.service import focus_of, focus_on
from commerce.quotes import events as quoting
from commerce.quotes.answering import binding_quote, read_back_of, takes_answers
from commerce.quotes.asking import inquiries_of
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Inquiry, InquiryState, Quote, Round, RoundState, SellerQuestion
from commerce.quotes.proposing import proposal_of, propose, repropose

__all__ = ["show_round", "tell_round"]


def tell_round(stage: Stage, event: Event) -> None:
    """Other events are none of ours."""
    match event:
        case quoting.RoundOpened(person_id=person_id, round_id=round_id):
            _bring_before(stage, person_id, FocusKind.ROUND, round_id)
            _show_answers(stage, round_id, opened=True)
        case quoting.RoundWithdrawn(person_id=person_id, round_id=round_id):
            _withdrawn(stage, person_id, round_id)
        case quoting.InquirySent(inquiry_id=inquiry_id):
            _show_inquiry(stage, inquiry_id, fresh=True)
        case quoting.QuoteReadBack():
            _read_back(stage, event)
        case quoting.QuoteDiscarded(inquiry_id=inquiry_id):
            _discarded(stage, inquiry_id)
        case quoting.InquiryAnswered():
            _answered(stage, event)
        case quoting.QuestionAsked():
            _question_asked(stage, event)
        case quoting.QuestionAnswered():
            _question_answered(stage, event)
        case quoting.QuestionLapsed(question_id=question_id):
            _show_question(stage, stage.session.get_one(SellerQuestion, question_id))
        case quoting.SellerUnreachable(round_id=round_id):
            _show_answers(stage, round_id)
        case quoting.InquiryWithdrawn(inquiry_id=inquiry_id, why=why):
            _show_inquiry(stage, inquiry_id, fresh=False)
            if why == "unheard":
                _nobody_is_awaited(stage, inquiry_id)
        case quoting.RoundClosed(round_id=round_id):
            _round_closed(stage, round_id)
        case quoting.Proposed(round_id=round_id):
            _proposed(stage, round_id)
        case _:
            return


def show_round(stage: Stage, round_id: UUID) -> None:
    """The list's message and the proposal follow the round: what cannot be done any more has no button."""
    asked = stage.session.get_one(Round, round_id)
    person = stage.session.get_one(Person, asked.person_id)
    show_list(stage, person, list_of(stage.session, asked.list_id))
    _show_proposal(stage, person, asked)
    if stage.now < asked.deadline:  # whether a seller may still change its offer hangs on the order
        for inquiry in inquiries_of(stage.session, round_id):
            _show_inquiry(stage, inquiry.id, fresh=False)


def _show_answers(stage: Stage, round_id: UUID, *, opened: bool = False) -> None:
    """In place; a round that was opened in words, or from another message, comes down to where she looks."""
    asked = stage.session.get_one(Round, round_id)
    person = stage.session.get_one(Person, asked.person_id)
    component_list = list_of(stage.session, asked.list_id)
    shown = shown_in(stage.session, person.account, list_slot(component_list)) if opened else None
    fresh = shown is not None and stage.tapped != shown.message
    show_list(stage, person, component_list, fresh=fresh)


def _proposed(stage: Stage, round_id: UUID) -> None:
    """In place under her thumb; a wish in words, or a tap on another message, brings it down to her."""
    closed = stage.session.get_one(Round, round_id)
    person = stage.session.get_one(Person, closed.person_id)
    show_list(stage, person, list_of(stage.session, closed.list_id))
    shown = shown_in(stage.session, person.account, proposal_slot(closed))
    fresh = shown is not None and stage.tapped != shown.message
    _show_proposal(stage, person, closed, fresh=fresh)
    _bring_up_to_date(stage, person, closed)


def _bring_up_to_date(stage: Stage, person: Person, closed: Round) -> None:
    """An order drafted from the proposal follows it; where nothing can be bought any more, it is given up."""
    draft = draft_of(stage.session, closed.id)
    if draft is None or closed.state is not RoundState.CLOSED:
        return
    proposal = proposal_of(stage.session, closed, stage.place_of(person))
    if proposal.shares:
        draft_order(stage.session, proposal, draft.currency, stage.now)
    else:
        cancel_order(stage.session, draft, stage.now)


def _show_proposal(stage: Stage, person: Person, closed: Round, *, fresh: bool = False) -> None:
    slot = proposal_slot(closed)
    if closed.state is RoundState.OPEN:
        return
    if closed.state is not RoundState.CLOSED and not was_posted(stage.session, person.account, slot):
        return
    proposal = proposal_of(stage.session, closed, stage.place_of(person))
    if closed.state is RoundState.CLOSED:
        asks = "substitute" if proposal.undecided else None
        _bring_before(stage, person.id, FocusKind.PROPOSAL, closed.id, asks=asks)
    stage.show(person, proposal_card(stage, person, proposal), slot=slot, fresh=fresh)


def _bring_before(
    stage: Stage, person_id: UUID, kind: FocusKind, round_id: UUID, *, asks: str | None = None
) -> None:
    """What comes by itself leaves a question about something else open: her next words answer that."""
    focus = focus_of(stage.session, person_id)
    about = {round_id, stage.session.get_one(Round, round_id).list_id}
    if focus.asks is None or focus.subject_id in about:
        orders = {"orders": True} if asks and focus.facts.get("orders") else {}
        focus_on(stage.session, person_id, kind, round_id, asks=asks, **orders)


def _nobody_is_awaited(stage: Stage, inquiry_id: UUID) -> None:
    """The deadline of a round that was closed before it: the messages say who has not answered."""
    asked = stage.session.get_one(Round, stage.session.get_one(Inquiry, inquiry_id).round_id)
    person = stage.session.get_one(Person, asked.person_id)
    show_list(stage, person, list_of(stage.session, asked.list_id))
    if asked.state is RoundState.CLOSED:
        _proposal_in_place(stage, person, asked)


def _proposal_in_place(stage: Stage, person: Person, closed: Round) -> None:
    """It offers what it did, and says anew who is still awaited."""
    proposal = proposal_of(stage.session, closed, stage.place_of(person))
    stage.show(person, proposal_card(stage, person, proposal), slot=proposal_slot(closed))


def _offer_changed(stage: Stage, inquiry: Inquiry, *, first: bool) -> None:
    """After the proposal was made, and before anything is ordered: it is made anew."""
    closed = stage.session.get_one(Round, inquiry.round_id)
    person = stage.session.get_one(Person, closed.person_id)
    seller = seller_of(stage.session, inquiry.seller_id)
    if inquiry.state is InquiryState.DECLINED and first:
        stage.show(person, Message(stage.words(person)("round-declined-late", seller=seller.name)))
        _proposal_in_place(stage, person, closed)
        return
    how = "back" if inquiry.state is InquiryState.DECLINED else "late" if first else "changed"
    stage.show(person, Message(stage.words(person)("round-offer-changed", seller=seller.name, how=how)))
    repropose(stage.session, closed, stage.place_of(person), stage.now)


def _round_closed(stage: Stage, round_id: UUID) -> None:
    """The shop proposes at once, by the person's priority."""
    closed = stage.session.get_one(Round, round_id)
    person = stage.session.get_one(Person, closed.person_id)
    propose(stage.session, closed, Priority(closed.priority), stage.place_of(person), stage.now)


def _withdrawn(stage: Stage, person_id: UUID, round_id: UUID) -> None:
    """The list is hers again; a proposal made of this round counts no more."""
    dropped = stage.session.get_one(Round, round_id)
    person = stage.session.get_one(Person, person_id)
    focus_on(stage.session, person.id, FocusKind.LIST, dropped.list_id)
    show_list(stage, person, list_of(stage.session, dropped.list_id))
    slot = proposal_slot(dropped)
    if was_posted(stage.session, person.account, slot):
        stage.show(person, Message(stage.words(person)("proposal-withdrawn")), slot=slot)


def _show_inquiry(stage: Stage, inquiry_id: UUID, *, fresh: bool) -> None:
    inquiry = stage.session.get_one(Inquiry, inquiry_id)
    for member in members_of(stage.session, inquiry.seller_id):
        card = inquiry_card(stage, member, inquiry)
        stage.show(member, card, slot=inquiry_slot(inquiry), fresh=fresh)
        if inquiry.state is InquiryState.ANSWERED and not fresh:
            _show_bound(stage, member, inquiry)
    asked = stage.session.get_one(Round, inquiry.round_id)
    still_open = asked.state is RoundState.OPEN or takes_answers(asked, inquiry, stage.now)
    if not still_open and read_back_of(stage.session, inquiry.id) is not None:
        _end_read_backs(stage, inquiry, "quote-not-confirmed")


def _read_back(stage: Stage, event: quoting.QuoteReadBack) -> None:
    """Read back to who wrote; a colleague's read-back of the same inquiry is replaced by it."""
    quote = stage.session.get_one(Quote, event.quote_id)
    inquiry = stage.session.get_one(Inquiry, event.inquiry_id)
    writer = stage.session.get_one(Person, event.by_person_id)
    stage.show(writer, read_back_card(stage, writer, quote), slot=read_back_slot(inquiry), fresh=True)
    _end_read_backs(stage, inquiry, "quote-colleague", but=writer)


def _show_bound(stage: Stage, member: Person, inquiry: Inquiry) -> None:
    """How long the offer can be changed, where that was said before."""
    slot = read_back_slot(inquiry)
    bound = bound_text(stage, member, inquiry)
    if bound is not None and was_posted(stage.session, member.account, slot):
        stage.show(member, bound, slot=slot)


def _discarded(stage: Stage, inquiry_id: UUID) -> None:
    inquiry = stage.session.get_one(Inquiry, inquiry_id)
    stands = binding_quote(stage.session, inquiry_id) is not None
    _end_read_backs(stage, inquiry, "quote-stands" if stands else "quote-discarded")


def _end_read_backs(stage: Stage, inquiry: Inquiry, key: str, *, but: Person | None = None) -> None:
    """The message that shows a read-back says what became of it, and has no buttons any more."""
    slot = read_back_slot(inquiry)
    for member in members_of(stage.session, inquiry.seller_id):
        shown = was_posted(stage.session, member.account, slot)
        if shown and (but is None or member.id != but.id):
            stage.show(member, Message(stage.words(member)(key, code=inquiry.code)), slot=slot)


def _question_asked(stage: Stage, event: quoting.QuestionAsked) -> None:
    """To the consumer, with what she can answer; the seller hears that it is passed on."""
    question = stage.session.get_one(SellerQuestion, event.question_id)
    inquiry = stage.session.get_one(Inquiry, event.inquiry_id)
    asked = stage.session.get_one(Round, inquiry.round_id)
    person = stage.session.get_one(Person, event.person_id)
    _show_question(stage, question, fresh=True)
    if focus_of(stage.session, person.id).asks is None:
        facts = {"question": str(question.id)}
        focus_on(stage.session, person.id, FocusKind.ROUND, asked.id, asks="seller_question", **facts)
    writer = stage.session.get_one(Person, question.asked_by)
    words = stage.words(writer)
    passed = words("question-passed", words=question.words, until=words.time(asked.deadline))
    stage.show(writer, Message(passed))


def _show_question(stage: Stage, question: SellerQuestion, *, fresh: bool = False) -> None:
    inquiry = stage.session.get_one(Inquiry, question.inquiry_id)
    person = stage.session.get_one(Person, stage.session.get_one(Round, inquiry.round_id).person_id)
    stage.show(person, question_card(stage, person, question), slot=question_slot(question), fresh=fresh)


def _question_answered(stage: Stage, event: quoting.QuestionAnswered) -> None:
    """To everyone who works for the seller; a prolonged deadline stands in every inquiry of the round."""
    question = stage.session.get_one(SellerQuestion, event.question_id)
    inquiry = stage.session.get_one(Inquiry, event.inquiry_id)
    _show_question(stage, question, fresh=stage.tapped is None)
    for member in members_of(stage.session, inquiry.seller_id):
        stage.show(member, answer_card(stage, member, question), slot=answer_slot(inquiry), fresh=True)
    if event.prolonged:
        _show_answers(stage, inquiry.round_id)
        for other in inquiries_of(stage.session, inquiry.round_id):
            _show_inquiry(stage, other.id, fresh=False)


def _answered(stage: Stage, event: quoting.InquiryAnswered) -> None:
    inquiry = stage.session.get_one(Inquiry, event.inquiry_id)
    if event.late:
        _offer_changed(stage, inquiry, first=event.first)
    for member in members_of(stage.session, inquiry.seller_id):
        stage.show(member, inquiry_card(stage, member, inquiry), slot=inquiry_slot(inquiry))
        bound = bound_text(stage, member, inquiry)
        if bound is None:
            bound = Message(stage.words(member)("quote-declined", code=inquiry.code))
        stage.show(member, bound, slot=read_back_slot(inquiry))
    _show_answers(stage, event.round_id)
