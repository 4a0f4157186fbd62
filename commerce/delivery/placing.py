"""Placing an order, and what follows from events: the use cases that reach across all slices."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from commerce import events
from commerce.delivery.service import (
    cancel_delivery,
    carrier_for,
    delivery_of_order,
    dispatch,
    part_packed,
)
from commerce.events import Event
from commerce.fulfilment.service import make_selection
from commerce.matching.baskets import gather
from commerce.matching.repeats import unite_repeats
from commerce.methods.events import PageRead
from commerce.orders.events import OrderCancelled, OrderConfirmed, OrderPlaced, PartMoved
from commerce.orders.locking import locked_order
from commerce.orders.models import Handover, Order, OrderPart, OrderState, PartState, PayBy
from commerce.orders.service import (
    hold_parts,
    lapse_order,
    move_order,
    move_part,
    order_of,
    parts_of,
    reopen_order,
    take_parts,
)
from commerce.settlement.books import locked
from commerce.settlement.events import PaymentFailed, PaymentLapsed, PaymentPaid
from commerce.settlement.models import Payee, Share
from commerce.settlement.refunds import refund
from commerce.settlement.service import cancel, current, request
from commerce.settlement.states import Method, PayeeKind, PaymentState
from commerce.vault import Vault

__all__ = ["pay_otherwise", "place", "react", "shares_of_order"]


def place(session: Session, vault: Vault, order: Order, now: datetime) -> None:
    """The consumer orders: stock is held for every line, and the payment asked for.

    A card order waits for its payment; cash and payment at the shop are confirmed at once. Raises
    OrderIncomplete, OutOfStock, NoCarrier: then the unit is to be given up whole.
    """
    hold_parts(session, order, now)
    assert order.pay_by is not None
    if order.handover is Handover.DELIVERY:
        carrier_for(session, order)  # raises: what nobody can carry must not be paid first
    move_order(
        session,
        order,
        OrderState.AWAITING_PAYMENT if order.pay_by is PayBy.CARD else OrderState.CONFIRMED,
    )
    events.record(session, OrderPlaced(order.person_id, order.id, subjects=(order.id,)), now)
    _ask_payment(session, order, now)
    if order.pay_by is not PayBy.CARD:
        _fulfil(session, vault, order, now)


def pay_otherwise(session: Session, order: Order, now: datetime) -> None:
    """She changed her mind before paying: the card page is closed, and the order completed anew."""
    reopen_order(session, order, "asked", now)
    payment = current(session, order.id)
    if payment is not None:
        cancel(session, payment.id, now)


def shares_of_order(session: Session, order: Order) -> list[Share]:
    """Who is paid what: each seller its goods, the carrier the delivery fees."""
    parts = parts_of(session, order.id)
    shares = [Share(Payee(PayeeKind.SELLER, part.seller_id), part.goods_minor) for part in parts]
    fees = sum(part.fee_minor for part in parts)
    if order.handover is Handover.DELIVERY and fees:
        shares.append(Share(Payee(PayeeKind.CARRIER, carrier_for(session, order).id), fees))
    return [share for share in shares if share.amount_minor > 0]


def react(session: Session, vault: Vault, fresh: Iterable[Event], now: datetime) -> None:
    """What the business itself does about events of the unit, before anyone is told."""
    for event in fresh:
        match event:
            case PageRead(list_id=list_id):
                unite_repeats(session, list_id)
                gather(session, list_id, now)
            case PaymentPaid(subjects=(order_id,)):
                _paid(session, vault, order_of(session, order_id), now)
            case PaymentLapsed(subjects=(order_id,)):
                lapse_order(session, order_of(session, order_id), now)
            case PaymentFailed(subjects=(order_id,)):
                _not_paid(session, order_of(session, order_id), now)
            case PartMoved(part_id=part_id, state=PartState.PACKED.value):
                part_packed(session, session.get_one(OrderPart, part_id), now)
            case OrderCancelled(order_id=order_id):
                _undo(session, order_of(session, order_id), now)
            case _:
                continue


def _ask_payment(session: Session, order: Order, now: datetime) -> None:
    assert order.pay_by is not None
    request(
        session,
        order.id,
        Method(order.pay_by.value),
        shares_of_order(session, order),
        order.currency,
        now,
        person_id=order.person_id,
        title=order.code,
    )


def _not_paid(session: Session, order: Order, now: datetime) -> None:
    """The payment failed for good: nothing stays held, she chooses how to pay anew."""
    if locked_order(session, order.id).state is OrderState.AWAITING_PAYMENT:
        reopen_order(session, order, "failed", now)


def _paid(session: Session, vault: Vault, order: Order, now: datetime) -> None:
    if locked_order(session, order.id).state is OrderState.AWAITING_PAYMENT:
        move_order(session, order, OrderState.CONFIRMED)
        _fulfil(session, vault, order, now)


def _fulfil(session: Session, vault: Vault, order: Order, now: datetime) -> None:
    """Certain now: stock leaves the books, shops get their pick lists, the carrier its stops."""
    take_parts(session, order)
    events.record(session, OrderConfirmed(order.person_id, order.id, subjects=(order.id,)), now)
    for part in parts_of(session, order.id):
        move_part(session, part, PartState.TO_PICK, now)
        make_selection(session, part, now)
    if order.handover is Handover.DELIVERY:
        dispatch(session, vault, order, now)


def _undo(session: Session, order: Order, now: datetime) -> None:
    delivery = delivery_of_order(session, order.id)
    if delivery is not None:
        cancel_delivery(session, delivery, now)
    last = current(session, order.id)
    if last is None:
        return
    payment = locked(session, last.id)
    if payment.state is PaymentState.PAID:
        refund(session, payment.id, now, reason="cancelled", key=f"cancel:{order.id}")
    elif payment.state in {PaymentState.REQUESTED, PaymentState.OPEN}:
        cancel(session, payment.id, now)
