"""Events -> messages: everyone concerned is told each fact of the unit, in the unit itself."""

from collections.abc import Iterable
from uuid import UUID

from bot.messages import Message
from bot.turn import Stage
from bot.views.carrying import delivery_card, delivery_slot
from bot.views.lists import list_card, list_slot, reading_card, refusal_card
from bot.views.orders import checkout_card, checkout_slot, order_card, order_slot, pay_card
from bot.views.proposals import proposal_card, proposal_slot
from bot.views.rounds import round_card, round_slot
from bot.views.selling import (
    bound_text,
    inquiry_card,
    inquiry_slot,
    pick_card,
    pick_slot,
    read_back_card,
    read_back_slot,
)
from commerce.catalogue.service import members_of, seller_of
from commerce.delivery import events as delivering
from commerce.delivery.models import Delivery
from commerce.delivery.service import delivery_of_order, members_of_carrier
from commerce.events import Event
from commerce.fulfilment import events as fulfilling
from commerce.methods import events as listing
from commerce.methods.models import ComponentList
from commerce.methods.service import list_of
from commerce.orders import events as ordering
from commerce.orders.models import Handover, OrderPart, PartState, PayBy
from commerce.orders.service import order_of, parts_of
from commerce.outbox import shown_in
from commerce.people.models import FocusKind, Person
from commerce.people.service import focus_of, focus_on
from commerce.quotes import events as quoting
from commerce.quotes.asking import estimate
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Inquiry, Quote, Round, RoundState
from commerce.quotes.proposing import proposal_of, propose
from commerce.settlement import events as settling
from commerce.settlement.service import current
from commerce.settlement.states import Method, PaymentState

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
                ordering.OrderDrafted()
                | ordering.OrderChanged()
                | ordering.OrderPlaced()
                | ordering.OrderConfirmed()
                | ordering.OrderLapsed()
                | ordering.OrderCancelled()
                | ordering.OrderDone()
            ):
                _tell_order(stage, event)
            case ordering.PartMoved():
                _part_moved(stage, event)
            case fulfilling.SelectionMade(part_id=part_id):
                _show_picks(stage, part_id, fresh=True)
            case fulfilling.LinePicked(part_id=part_id):
                _show_picks(stage, part_id, fresh=False)
            case delivering.DeliveryAssigned(delivery_id=delivery_id):
                _show_delivery(stage, delivery_id, fresh=True)
            case delivering.StopReady():
                _stop_ready(stage, event)
            case delivering.DeliveryMoved():
                _delivery_moved(stage, event)
            case (
                settling.PaymentOpened()
                | settling.PaymentFailed()
                | settling.PaymentCameLate()
                | settling.PaymentRefunded()
            ):
                _tell_payment(stage, event)
            case _:
                continue


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


OrderEvent = (
    ordering.OrderDrafted | ordering.OrderChanged | ordering.OrderPlaced | ordering.OrderConfirmed
    | ordering.OrderLapsed | ordering.OrderCancelled | ordering.OrderDone
)  # fmt: skip


def _tell_order(stage: Stage, event: OrderEvent) -> None:
    order = order_of(stage.session, event.order_id)
    person = _person(stage, event.person_id)
    words = stage.words(person)
    match event:
        case ordering.OrderDrafted():
            card = checkout_card(stage, person, order)
            stage.show(person, card, slot=checkout_slot(order), fresh=True)
        case ordering.OrderChanged():
            fresh = event.what == "address"
            stage.show(person, checkout_card(stage, person, order), slot=checkout_slot(order), fresh=fresh)
        case ordering.OrderPlaced():
            _show_list_of(stage, order.round_id)
            _show_round(stage, order.round_id, fresh=False)
            _show_proposal(stage, order.round_id)
            if order.pay_by is PayBy.CARD:
                stage.show(person, pay_card(stage, person, order), slot=checkout_slot(order))
        case ordering.OrderConfirmed():
            stage.show(person, Message(words("order-confirmed", code=order.code)), slot=checkout_slot(order))
            stage.show(person, order_card(stage, person, order), slot=order_slot(order), fresh=True)
        case ordering.OrderLapsed():
            _show_round(stage, order.round_id, fresh=False)
            _show_proposal(stage, order.round_id)
            stage.show(person, Message(words("order-lapsed", code=order.code)), slot=checkout_slot(order))
        case ordering.OrderCancelled():
            _order_cancelled(stage, person, order.id)
        case ordering.OrderDone():
            stage.show(person, order_card(stage, person, order), slot=order_slot(order))
            stage.show(person, Message(words("order-done", code=order.code)))


def _order_cancelled(stage: Stage, person: Person, order_id: UUID) -> None:
    order = order_of(stage.session, order_id)
    payment = current(stage.session, order.id)
    paid = payment is not None and payment.method is Method.CARD and payment.paid_at is not None
    text = stage.words(person)("order-cancelled", code=order.code, refund="yes" if paid else "no")
    stage.show(person, Message(text))
    _show_round(stage, order.round_id, fresh=False)
    _show_proposal(stage, order.round_id)
    stage.show(person, order_card(stage, person, order), slot=order_slot(order))
    for part in parts_of(stage.session, order.id):
        _show_picks(stage, part.id, fresh=False)
    delivery = delivery_of_order(stage.session, order.id)
    if delivery is not None:
        _show_delivery(stage, delivery.id, fresh=False)


def _part_moved(stage: Stage, event: ordering.PartMoved) -> None:
    part = stage.session.get_one(OrderPart, event.part_id)
    order = order_of(stage.session, event.order_id)
    person = _person(stage, event.person_id)
    seller = seller_of(stage.session, part.seller_id)
    words = stage.words(person)
    if event.state != PartState.TO_PICK:
        _show_picks(stage, part.id, fresh=False)
        stage.show(person, order_card(stage, person, order), slot=order_slot(order))
    if event.state == PartState.PACKED and order.handover is Handover.COLLECT:
        text = words(
            "order-packed-collect",
            seller=seller.name,
            part=part.code,
            street=seller.street,
            hours=seller.opening_hours,
        )
        stage.show(person, Message(text))
    elif event.state == PartState.PACKED:
        stage.show(person, Message(words("order-packed", seller=seller.name, code=order.code)))
    elif event.state == PartState.WITH_CARRIER:
        stage.show(person, Message(words("order-with-carrier", seller=seller.name)))


def _show_picks(stage: Stage, part_id: UUID, *, fresh: bool) -> None:
    part = stage.session.get_one(OrderPart, part_id)
    if part.state is PartState.DRAFT:
        return
    for member in members_of(stage.session, part.seller_id):
        stage.show(member, pick_card(stage, member, part), slot=pick_slot(part), fresh=fresh)


def _show_delivery(stage: Stage, delivery_id: UUID, *, fresh: bool) -> None:
    delivery = stage.session.get_one(Delivery, delivery_id)
    for member in members_of_carrier(stage.session, delivery.carrier_id):
        card = delivery_card(stage, member, delivery)
        stage.show(member, card, slot=delivery_slot(delivery), fresh=fresh)


def _stop_ready(stage: Stage, event: delivering.StopReady) -> None:
    _show_delivery(stage, event.delivery_id, fresh=False)
    part = stage.session.get_one(OrderPart, event.part_id)
    delivery = stage.session.get_one(Delivery, event.delivery_id)
    seller = seller_of(stage.session, part.seller_id)
    for member in members_of_carrier(stage.session, delivery.carrier_id):
        text = stage.words(member)("delivery-ready", seller=seller.name, code=delivery.code)
        stage.show(member, Message(text))


def _delivery_moved(stage: Stage, event: delivering.DeliveryMoved) -> None:
    _show_delivery(stage, event.delivery_id, fresh=False)
    order = order_of(stage.session, event.order_id)
    person = _person(stage, event.person_id)
    delivery = stage.session.get_one(Delivery, event.delivery_id)
    words = stage.words(person)
    stage.show(person, order_card(stage, person, order), slot=order_slot(order))
    if event.state == "under_way":
        cash = words.money(delivery.cash_minor, delivery.currency) if delivery.cash_minor else ""
        stage.show(person, Message(words("order-under-way", code=order.code, cash=cash)))
    elif event.state == "delivered":
        stage.show(person, Message(words("order-delivered", code=order.code)))
    elif event.state == "failed":
        stage.show(person, Message(words("order-delivery-failed", code=order.code)))


PaymentEvent = (
    settling.PaymentOpened | settling.PaymentFailed | settling.PaymentCameLate | settling.PaymentRefunded
)


def _tell_payment(stage: Stage, event: PaymentEvent) -> None:
    order = order_of(stage.session, event.subjects[0])
    person = _person(stage, order.person_id)
    words = stage.words(person)
    match event:
        case settling.PaymentOpened():
            payment = current(stage.session, order.id)
            if payment is not None and payment.state is PaymentState.OPEN and payment.url:
                stage.show(person, pay_card(stage, person, order), slot=checkout_slot(order))
        case settling.PaymentFailed(failure=failure):
            text = words("pay-failed", code=order.code, failure=failure.value.replace("_", "-"))
            stage.show(person, Message(text))
        case settling.PaymentCameLate(amount_minor=amount, currency=currency):
            text = words("pay-late", code=order.code, amount=words.money(amount, currency))
            stage.show(person, Message(text))
        case settling.PaymentRefunded(amount_minor=amount, currency=currency):
            text = words("pay-refunded", code=order.code, amount=words.money(amount, currency))
            stage.show(person, Message(text))
