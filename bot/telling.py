"""Events -> messages: everyone concerned is told each fact of the unit, in the unit itself."""

from collections.abc import Iterable
from uuid import UUID

from bot.messages import Message
from bot.telling_orders import tell_order
from bot.turn import Stage
from bot.views.lists import list_card, list_slot, reading_card, refusal_card
from bot.views.proposals import proposal_card, proposal_slot
from bot.views.rounds import round_card, round_slot
from bot.views.selling import (
    bound_text,
    inquiry_card,
    inquiry_slot,
    read_back_card,
    read_back_slot,
)
from commerce.catalogue.service import members_of
from commerce.events import Event
from commerce.methods import events as listing
from commerce.methods.models import ComponentList
from commerce.methods.service import list_of
from commerce.orders import events as ordering
from commerce.orders.service import order_of
from commerce.outbox import shown_in
from commerce.people.models import FocusKind, Person
from commerce.people.service import focus_of, focus_on
from commerce.quotes import events as quoting
from commerce.quotes.asking import estimate
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Inquiry, Quote, Round, RoundState
from commerce.quotes.proposing import proposal_of, propose

__all__ = ["tell"]


def tell(stage: Stage, fresh: Iterable[Event]) -> None:
    """Post what each event means to whom. Telling may record further events (a proposal after a round)."""
    for event in _last_of_each(fresh):
        match event:
            case (
                listing.ReadingStarted()
                | listing.PageRead()
                | listing.PageTurnedDown()
                | listing.ListChanged()
            ):
                _tell_list(stage, event)
            case quoting.RoundOpened(person_id=person_id, round_id=round_id):
                focus_on(stage.session, person_id, FocusKind.ROUND, round_id)
                _show_list_of(stage, round_id)
                _show_round(stage, round_id, fresh=True)
            case quoting.RoundWithdrawn(round_id=round_id):
                _show_round(stage, round_id, fresh=False)
                _show_proposal(stage, round_id)
            case quoting.InquirySent(inquiry_id=inquiry_id):
                _show_inquiry(stage, inquiry_id, fresh=True)
            case quoting.QuoteReadBack():
                _read_back(stage, event)
            case quoting.InquiryAnswered():
                _answered(stage, event)
            case quoting.InquiryWithdrawn(inquiry_id=inquiry_id):
                _show_inquiry(stage, inquiry_id, fresh=False)
            case quoting.RoundClosed(round_id=round_id):
                _round_closed(stage, round_id)
            case quoting.Proposed(round_id=round_id):
                _show_proposal(stage, round_id)
            case (
                ordering.OrderPlaced(order_id=order_id)
                | ordering.OrderReopened(order_id=order_id)
                | ordering.OrderLapsed(order_id=order_id)
                | ordering.OrderCancelled(order_id=order_id)
            ):
                _show_round_of(stage, order_id)
                tell_order(stage, event)
            case _:
                tell_order(stage, event)


def _last_of_each(fresh: Iterable[Event]) -> list[Event]:
    """Of equal events of one unit (ten lines ticked) the last is told."""
    return list(dict.fromkeys(fresh))


def _person(stage: Stage, person_id: UUID) -> Person:
    return stage.session.get_one(Person, person_id)


ListEvent = listing.ReadingStarted | listing.PageRead | listing.PageTurnedDown | listing.ListChanged


def _tell_list(stage: Stage, event: ListEvent) -> None:
    person = _person(stage, event.person_id)
    component_list = list_of(stage.session, event.list_id)
    slot = list_slot(component_list)
    words = stage.words(person)
    match event:
        case listing.ReadingStarted():
            stage.show(person, reading_card(words, component_list), slot=slot)
        case listing.PageTurnedDown():
            stage.show(person, refusal_card(words, component_list), slot=slot)
        case listing.PageRead():
            focus_on(stage.session, person.id, FocusKind.LIST, component_list.id)
            _show_list(stage, person, component_list, fresh=False)
        case listing.ListChanged(what=what, names=names):
            by_hand = focus_of(stage.session, person.id).facts.get("page") is None
            if by_hand and what in {"added", "dropped", "kept", "changed"} and names:
                shown = ", ".join(names[:12])
                stage.show(person, Message(words(f"list-{what}", names=shown)))
            _show_list(stage, person, component_list, fresh=by_hand and what in {"added"})


def _show_list(stage: Stage, person: Person, component_list: ComponentList, *, fresh: bool) -> None:
    page = int(focus_of(stage.session, person.id).facts.get("page") or 0)
    estimated = estimate(stage.session, component_list, stage.now)
    card = list_card(stage, person, component_list, estimated, page)
    stage.show(person, card, slot=list_slot(component_list), fresh=fresh)


def _show_list_of(stage: Stage, round_id: UUID) -> None:
    """The list's own message follows the round: what cannot be changed any more has no buttons."""
    asked = stage.session.get_one(Round, round_id)
    component_list = list_of(stage.session, asked.list_id)
    _show_list(stage, _person(stage, asked.person_id), component_list, fresh=False)


def _show_round_of(stage: Stage, order_id: UUID) -> None:
    """List, round and proposal follow their order: ordered they have no buttons, given up they have."""
    order = order_of(stage.session, order_id)
    _show_list_of(stage, order.round_id)
    _show_round(stage, order.round_id, fresh=False)
    _show_proposal(stage, order.round_id)


def _show_round(stage: Stage, round_id: UUID, *, fresh: bool) -> None:
    asked = stage.session.get_one(Round, round_id)
    person = _person(stage, asked.person_id)
    stage.show(person, round_card(stage, person, asked), slot=round_slot(asked), fresh=fresh)


def _show_inquiry(stage: Stage, inquiry_id: UUID, *, fresh: bool) -> None:
    inquiry = stage.session.get_one(Inquiry, inquiry_id)
    for member in members_of(stage.session, inquiry.seller_id):
        card = inquiry_card(stage, member, inquiry)
        stage.show(member, card, slot=inquiry_slot(inquiry), fresh=fresh)


def _read_back(stage: Stage, event: quoting.QuoteReadBack) -> None:
    quote = stage.session.get_one(Quote, event.quote_id)
    inquiry = stage.session.get_one(Inquiry, event.inquiry_id)
    writer = _person(stage, event.by_person_id)
    stage.show(writer, read_back_card(stage, writer, quote), slot=read_back_slot(inquiry), fresh=True)


def _answered(stage: Stage, event: quoting.InquiryAnswered) -> None:
    inquiry = stage.session.get_one(Inquiry, event.inquiry_id)
    for member in members_of(stage.session, inquiry.seller_id):
        stage.show(member, inquiry_card(stage, member, inquiry), slot=inquiry_slot(inquiry))
        bound = bound_text(stage, member, inquiry)
        if bound is None:
            bound = Message(stage.words(member)("quote-declined", code=inquiry.code))
        stage.show(member, bound, slot=read_back_slot(inquiry))
    _show_round(stage, event.round_id, fresh=False)


def _round_closed(stage: Stage, round_id: UUID) -> None:
    """The shop proposes at once, by the person's priority."""
    closed = stage.session.get_one(Round, round_id)
    person = _person(stage, closed.person_id)
    _show_round(stage, round_id, fresh=False)
    place = stage.place_of(person)
    propose(stage.session, closed, Priority(closed.priority), place, stage.now)


def _show_proposal(stage: Stage, round_id: UUID) -> None:
    closed = stage.session.get_one(Round, round_id)
    person = _person(stage, closed.person_id)
    if closed.state is RoundState.CLOSED:
        focus_on(stage.session, person.id, FocusKind.PROPOSAL, closed.id)
    elif shown_in(stage.session, person.account, proposal_slot(closed)) is None:
        return
    proposal = proposal_of(stage.session, closed, stage.place_of(person))
    stage.show(person, proposal_card(stage, person, proposal), slot=proposal_slot(closed))
