"""Events of orders -> messages: the consumer hears each change, sellers and carriers what is theirs to do."""

from collections.abc import Sequence
from uuid import UUID

from bot.commands import AdminOrderHistory, ShowProposal, TalkToHuman
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.carrying import delivery_card, delivery_slot
from bot.views.orders import checkout_card, checkout_slot, order_card, order_slot, pay_card
from bot.views.picking import pick_card, pick_slot
from bot.views.wording import Words
from commerce.catalogue.service import members_of, seller_of
from commerce.delivery import events as delivering
from commerce.delivery.models import Delivery, DeliveryState
from commerce.delivery.service import carrier_of, delivery_of_order, members_of_carrier
from commerce.events import Event
from commerce.fulfilment import events as fulfilling
from commerce.fulfilment.service import selection_of
from commerce.orders import events as ordering
from commerce.orders.models import Handover, Order, OrderPart, OrderState, PartState, PayBy
from commerce.orders.service import order_of, parts_of
from commerce.outbox import was_posted
from commerce.people.models import FocusKind, Person, Role
from commerce.people.service import focus_of, focus_on, persons_with
from commerce.settlement import events as settling
from commerce.settlement.service import current
from commerce.settlement.states import Method, PaymentState

__all__ = ["tell_order"]


def tell_order(stage: Stage, event: Event) -> None:
    """Post what an event of an order, its fulfilment, delivery or payment means to whom."""
    match event:
        case ordering.OrderDrafted() | ordering.OrderChanged() | ordering.OrderReopened():
            _completing(stage, event)
        case ordering.OrderPlaced(order_id=order_id):
            order, person = _order(stage, order_id)
            if order.pay_by is PayBy.CARD:
                stage.show(person, pay_card(stage, person, order), slot=checkout_slot(order))
        case ordering.OrderConfirmed(order_id=order_id):
            _confirmed(stage, order_id)
        case ordering.OrderLapsed(order_id=order_id):
            _lapsed(stage, order_id)
        case ordering.OrderCancelled(order_id=order_id):
            _cancelled(stage, order_id)
        case ordering.OrderDone(order_id=order_id):
            _done(stage, order_id)
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
            _payment_moved(stage, event)
        case settling.RefundRefused():
            _refund_refused(stage, event)
        case _:
            return


def _order(stage: Stage, order_id: UUID) -> tuple[Order, Person]:
    order = order_of(stage.session, order_id)
    return order, stage.session.get_one(Person, order.person_id)


def _completing(
    stage: Stage, event: ordering.OrderDrafted | ordering.OrderChanged | ordering.OrderReopened
) -> None:
    """The card on which an order is completed: new where she looks, or changed in place."""
    order, person = _order(stage, event.order_id)
    match event:
        case ordering.OrderDrafted():
            fresh = _asked_for(stage, order)
        case ordering.OrderChanged(what=what):
            fresh = what == "address" or stage.tapped is None  # words get their answer below them
        case ordering.OrderReopened(why=why):
            fresh = why == "failed"
    if fresh or not isinstance(event, ordering.OrderDrafted):
        focus_on(stage.session, person.id, FocusKind.CHECKOUT, order.id)
    stage.show(person, checkout_card(stage, person, order), slot=checkout_slot(order), fresh=fresh)


def _asked_for(stage: Stage, order: Order) -> bool:
    """Whether she wished to order just now; a draft that follows its proposal changes where it stands."""
    focus = focus_of(stage.session, order.person_id)
    return focus.kind is FocusKind.CHECKOUT and focus.subject_id == order.id and focus.asks is None


def _confirmed(stage: Stage, order_id: UUID) -> None:
    order, person = _order(stage, order_id)
    words = stage.words(person)
    payment = current(stage.session, order.id)
    paid = words.money(payment.amount_minor, payment.currency) if payment and payment.paid_at else ""
    text = words("order-confirmed", code=order.code, paid=paid)
    stage.show(person, Message(text), slot=checkout_slot(order))
    stage.show(person, order_card(stage, person, order), slot=order_slot(order), fresh=True)


def _lapsed(stage: Stage, order_id: UUID) -> None:
    order, person = _order(stage, order_id)
    words = stage.words(person)
    message = Message(words("order-lapsed", code=order.code), _again(words, order))
    stage.show(person, message, slot=checkout_slot(order), fresh=True)


def _cancelled(stage: Stage, order_id: UUID) -> None:
    """Everyone who had begun is told to stop; the consumer sees the way back to her proposal."""
    order, person = _order(stage, order_id)
    words = stage.words(person)
    payment = current(stage.session, order.id)
    paid = payment is not None and payment.method is Method.CARD and payment.paid_at is not None
    text = words("order-cancelled", code=order.code, refund="yes" if paid else "no")
    if was_posted(stage.session, person.account, order_slot(order)):
        stage.show(person, order_card(stage, person, order), slot=order_slot(order))
        stage.show(person, Message(text, _again(words, order)))
    else:
        stage.show(person, Message(text, _again(words, order)), slot=checkout_slot(order))
    for part in parts_of(stage.session, order.id):
        if not selection_of(stage.session, part.id):
            continue
        _show_picks(stage, part.id, fresh=False)
        for member in members_of(stage.session, part.seller_id):
            stage.show(member, Message(stage.words(member)("pick-cancelled", code=part.code)))


def _again(words: Words, order: Order) -> tuple[tuple[Button, ...], ...]:
    return ((Button(words.plain("button-show-proposal"), ShowProposal(order.round_id)),),)


def _done(stage: Stage, order_id: UUID) -> None:
    order, person = _order(stage, order_id)
    stage.show(person, order_card(stage, person, order), slot=order_slot(order))
    if order.handover is Handover.COLLECT:
        stage.show(person, Message(stage.words(person)("order-done", code=order.code)))


def _part_moved(stage: Stage, event: ordering.PartMoved) -> None:
    if event.state == PartState.TO_PICK:
        return
    part = stage.session.get_one(OrderPart, event.part_id)
    order, person = _order(stage, event.order_id)
    seller = seller_of(stage.session, part.seller_id)
    words = stage.words(person)
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
        delivery = delivery_of_order(stage.session, order.id)
        if delivery is not None and delivery.state is DeliveryState.COLLECTING:  # the last one: "on the way"
            stage.show(person, Message(words("order-with-carrier", seller=seller.name)))
    elif event.state == PartState.COLLECTED and order.state is OrderState.CONFIRMED:  # others are open
        stage.show(person, Message(words("order-collected", seller=seller.name)))


def _show_picks(stage: Stage, part_id: UUID, *, fresh: bool) -> None:
    part = stage.session.get_one(OrderPart, part_id)
    if part.state is PartState.DRAFT:
        return
    members = members_of(stage.session, part.seller_id)
    for member in members:
        stage.show(member, pick_card(stage, member, part), slot=pick_slot(part), fresh=fresh)
    if fresh:
        seller = seller_of(stage.session, part.seller_id)
        _warn_admins(stage, members, seller.name, order_of(stage.session, part.order_id))


def _show_delivery(stage: Stage, delivery_id: UUID, *, fresh: bool) -> None:
    delivery = stage.session.get_one(Delivery, delivery_id)
    members = members_of_carrier(stage.session, delivery.carrier_id)
    for member in members:
        card = delivery_card(stage, member, delivery)
        stage.show(member, card, slot=delivery_slot(delivery), fresh=fresh)
    if fresh:
        carrier = carrier_of(stage.session, delivery.carrier_id)
        _warn_admins(stage, members, carrier.name, order_of(stage.session, delivery.order_id))


def _warn_admins(stage: Stage, members: Sequence[Person], name: str, order: Order) -> None:
    """Nobody there can be written to: the order goes on, an admin has to call."""
    if any(member.reachable for member in members):
        return
    for admin in persons_with(stage.session, Role.ADMIN):
        words = stage.words(admin)
        text = words("admin-cannot-reach", name=name, code=order.code)
        stage.show(admin, Message(text, ((Button(order.code, AdminOrderHistory(order.code)),),)))


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
    order, person = _order(stage, event.order_id)
    delivery = stage.session.get_one(Delivery, event.delivery_id)
    words = stage.words(person)
    stage.show(person, order_card(stage, person, order), slot=order_slot(order))
    if event.state == DeliveryState.UNDER_WAY:
        cash = words.money(delivery.cash_minor, delivery.currency) if delivery.cash_minor else ""
        stage.show(person, Message(words("order-under-way", code=order.code, cash=cash)))
    elif event.state == DeliveryState.DELIVERED:
        stage.show(person, Message(words("order-delivered", code=order.code)))
    elif event.state == DeliveryState.FAILED:
        human = ((Button(words.plain("button-human"), TalkToHuman()),),)
        stage.show(person, Message(words("order-delivery-failed", code=order.code), human))
    elif event.state == DeliveryState.CANCELLED:
        for member in members_of_carrier(stage.session, delivery.carrier_id):
            stage.show(member, Message(stage.words(member)("delivery-cancelled", code=delivery.code)))


PaymentEvent = (
    settling.PaymentOpened | settling.PaymentFailed | settling.PaymentCameLate | settling.PaymentRefunded
)


def _payment_moved(stage: Stage, event: PaymentEvent) -> None:
    order, person = _order(stage, event.subjects[0])
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


def _refund_refused(stage: Stage, event: settling.RefundRefused) -> None:
    """Money stays owed: a person at the shop has to see to it."""
    order = order_of(stage.session, event.subjects[0])
    for admin in persons_with(stage.session, Role.ADMIN):
        words = stage.words(admin)
        amount = words.money(event.amount_minor, event.currency)
        text = words("admin-refund-refused", code=order.code, amount=amount)
        stage.show(admin, Message(text, ((Button(order.code, AdminOrderHistory(order.code)),),)))
