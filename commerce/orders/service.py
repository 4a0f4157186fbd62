"""Orders: drafted from a proposal, completed step by step, placed with stock held, ended."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import events
from commerce.catalogue.service import free_stock, hold_stock, take_stock
from commerce.methods.models import LIST_LIFE, ListState
from commerce.methods.service import list_of
from commerce.orders.events import (
    OrderCancelled,
    OrderChanged,
    OrderDone,
    OrderDrafted,
    OrderLapsed,
    OrderReopened,
    PartMoved,
)
from commerce.orders.locking import locked_order
from commerce.orders.models import (
    ORDER_LIFE,
    PART_LIFE,
    Handover,
    Order,
    OrderLine,
    OrderPart,
    OrderState,
    PartState,
    PayBy,
)
from commerce.quotes.locking import locked_round
from commerce.quotes.models import ROUND_LIFE, Inquiry, Round, RoundState
from commerce.quotes.proposing import Proposal, delivery_fee
from commerce.refused import Refused
from commerce.states import move

__all__ = [
    "Lacking", "NothingProposed", "OrderClosed", "OrderIncomplete", "cancel_order", "draft_of", "draft_order",
    "end_order", "hold_parts", "lapse_order", "lines_of", "move_order", "move_part", "order_by_code",
    "order_of", "orders_of", "parts_of", "reopen_order", "set_address", "set_handover", "set_pay_by",
    "set_window", "take_parts", "total_minor", "what_is_lacking",
]  # fmt: skip


class Lacking:
    """What an order still lacks before it can be placed."""

    ADDRESS = "address"
    PAY_BY = "pay_by"


@dataclass
class NothingProposed(Refused):
    """There is no seller to order from."""

    round: Round


@dataclass
class OrderIncomplete(Refused):
    order: Order
    lacks: str


@dataclass
class OrderClosed(Refused):
    """The order is past the point where this can be changed."""

    order: Order


def draft_order(session: Session, proposal: Proposal, currency: str, now: datetime) -> Order:
    """An order as proposed. Drafting again brings the earlier draft of the round up to date."""
    if not proposal.shares:
        raise NothingProposed(proposal.round)
    order = draft_of(session, proposal.round.id)
    if order is None:
        closed = proposal.round
        order = Order(
            person_id=closed.person_id,
            round_id=closed.id,
            currency=currency,
            handover=Handover.COLLECT if closed.collects else Handover.DELIVERY,
            created_at=now,
        )
        session.add(order)
        session.flush()
    else:
        _must_be_draft(locked_order(session, order.id))
    _clear_parts(session, order)
    for share in proposal.shares:
        part = OrderPart(
            order_id=order.id,
            seller_id=share.seller.id,
            goods_minor=share.goods_minor,
            fee_minor=delivery_fee(share.seller, share.goods_minor),
            ready_on=share.quote.ready_on,
        )
        session.add(part)
        session.flush()
        for n, line in enumerate(share.lines, 1):
            session.add(
                OrderLine(
                    part_id=part.id,
                    n=n,
                    component_id=line.component.id,
                    item_id=line.sold.id,
                    title=line.quote_line.substitute or line.item.title,
                    packs=line.quote_line.packs,
                    price_minor=line.quote_line.price_minor,
                    substitute=line.quote_line.substitute,
                    from_stock=line.from_stock,
                    leftover_qty=line.leftover.qty if line.leftover else None,
                    leftover_unit=str(line.leftover.unit) if line.leftover else None,
                )
            )
    session.flush()
    events.record(session, OrderDrafted(order.person_id, order.id, subjects=(order.id,)), now)
    return order


def draft_of(session: Session, round_id: UUID) -> Order | None:
    query = select(Order).where(Order.round_id == round_id, Order.state == OrderState.DRAFT)
    return session.exec(query).first()


def order_of(session: Session, order_id: UUID) -> Order:
    return session.get_one(Order, order_id)


def order_by_code(session: Session, code: str) -> Order | None:
    """By the order's code, or the code of one of its parts, or of an inquiry that led to it (what sellers
    know)."""
    code = code.strip().upper().lstrip("#")
    order = session.exec(select(Order).where(Order.code == code)).first()
    if order is None:
        part = session.exec(select(OrderPart).where(OrderPart.code == code)).first()
        order = order_of(session, part.order_id) if part else None
    if order is None:
        query = (
            select(Order)
            .join(Inquiry, col(Inquiry.round_id) == col(Order.round_id))
            .where(Inquiry.code == code, Order.state != OrderState.DRAFT)
        )
        order = session.exec(query.order_by(col(Order.created_at).desc())).first()
    return order


def orders_of(session: Session, person_id: UUID, at_most: int = 10) -> list[Order]:
    """The person's placed orders, the newest first."""
    query = (
        select(Order)
        .where(Order.person_id == person_id, Order.state != OrderState.DRAFT)
        .order_by(col(Order.created_at).desc())
        .limit(at_most)
    )
    return list(session.exec(query))


def parts_of(session: Session, order_id: UUID) -> list[OrderPart]:
    query = select(OrderPart).where(OrderPart.order_id == order_id).order_by(col(OrderPart.code))
    return list(session.exec(query))


def lines_of(session: Session, part_id: UUID) -> list[OrderLine]:
    return list(
        session.exec(select(OrderLine).where(OrderLine.part_id == part_id).order_by(col(OrderLine.n)))
    )


def total_minor(session: Session, order: Order) -> int:
    fees = 0 if order.handover is Handover.COLLECT else 1
    return sum(part.goods_minor + fees * part.fee_minor for part in parts_of(session, order.id))


def set_handover(session: Session, order: Order, handover: Handover, now: datetime) -> None:
    """Delivery or collection; a way of paying that does not go with it is forgotten."""
    order.handover = handover
    if order.pay_by is (PayBy.AT_SHOP if handover is Handover.DELIVERY else PayBy.CASH):
        order.pay_by = None
    _changed(session, order, "handover", now)


def set_address(session: Session, order: Order, address_id: UUID, now: datetime) -> None:
    order.address_id = address_id
    _changed(session, order, "address", now)


def set_pay_by(session: Session, order: Order, pay_by: PayBy, now: datetime) -> None:
    """Cash is paid at the door; "at the shop" goes with collection: the handover follows."""
    if pay_by is PayBy.CASH:
        order.handover = Handover.DELIVERY
    elif pay_by is PayBy.AT_SHOP:
        order.handover = Handover.COLLECT
    order.pay_by = pay_by
    _changed(session, order, "pay_by", now)


def set_window(session: Session, order: Order, on: date | None, day_part: str | None, now: datetime) -> None:
    order.deliver_on, order.day_part = on, day_part
    _changed(session, order, "window", now)


def what_is_lacking(order: Order) -> str | None:
    if order.handover is Handover.DELIVERY and order.address_id is None:
        return Lacking.ADDRESS
    return Lacking.PAY_BY if order.pay_by is None else None


def hold_parts(session: Session, order: Order, now: datetime) -> None:
    """Hold the stock of every line, or raise OutOfStock (the unit is then given up whole).

    Of a substitute that is in no catalogue nothing is held: the item it stands for is neither held nor taken.
    All orders hold items in one order, so that no two wait for each other.
    """
    locked_order(session, order.id)
    lacks = what_is_lacking(order)
    if lacks is not None:
        raise OrderIncomplete(order, lacks)
    _must_be_draft(order)
    lines = [line for part in parts_of(session, order.id) for line in lines_of(session, part.id)]
    for line in sorted(lines, key=lambda line: line.item_id):
        if line.from_stock:
            hold_stock(session, line.item_id, line.packs, line.part_id, now)
    placed = locked_round(session, order.round_id)
    placed.state = move(ROUND_LIFE, "round", placed.state, RoundState.ORDERED)
    component_list = list_of(session, placed.list_id)
    component_list.state = move(LIST_LIFE, "list", component_list.state, ListState.ORDERED)
    session.add_all([placed, component_list])


def move_order(session: Session, order: Order, state: OrderState) -> None:
    order.state = move(ORDER_LIFE, "order", order.state, state)
    session.add(order)
    session.flush()


def move_part(session: Session, part: OrderPart, state: PartState, now: datetime) -> None:
    """One part goes on; once no part is left open, the order is done."""
    part.state = move(PART_LIFE, "part", part.state, state)
    session.add(part)
    session.flush()
    order = order_of(session, part.order_id)
    event = PartMoved(
        order.person_id, order.id, part.id, part.seller_id, state.value, subjects=(order.id, part.id)
    )
    events.record(session, event, now)


def end_order(session: Session, order: Order, now: datetime) -> bool:
    """Done, if every part reached the consumer."""
    ended = {PartState.DELIVERED, PartState.COLLECTED, PartState.CANCELLED}
    if order.state is not OrderState.CONFIRMED or any(
        part.state not in ended for part in parts_of(session, order.id)
    ):
        return False
    move_order(session, order, OrderState.DONE)
    events.record(session, OrderDone(order.person_id, order.id, subjects=(order.id,)), now)
    return True


def take_parts(session: Session, order: Order) -> None:
    for part in parts_of(session, order.id):
        take_stock(session, part.id)


def lapse_order(session: Session, order: Order, now: datetime) -> None:
    """Not paid in time: the stock is free again, and the proposal can be ordered anew."""
    locked_order(session, order.id)
    if order.state is not OrderState.AWAITING_PAYMENT:
        return
    move_order(session, order, OrderState.LAPSED)
    _give_up_parts(session, order)
    events.record(session, OrderLapsed(order.person_id, order.id, subjects=(order.id,)), now)


def reopen_order(session: Session, order: Order, why: str, now: datetime) -> None:
    """It was not paid this way: the stock is free again, and she completes the order anew."""
    locked_order(session, order.id)
    move_order(session, order, OrderState.DRAFT)
    order.pay_by = None
    for part in parts_of(session, order.id):
        free_stock(session, part.id)
    _reopen_round(session, order)
    event = OrderReopened(order.person_id, order.id, why, subjects=(order.id,))
    events.record(session, event, now)


def cancel_order(session: Session, order: Order, now: datetime) -> None:
    """By the consumer, as long as nothing is packed. Raises OrderClosed."""
    locked_order(session, order.id)
    early = {PartState.DRAFT, PartState.TO_PICK}
    if OrderState.CANCELLED not in ORDER_LIFE[order.state] or any(
        part.state not in early for part in parts_of(session, order.id)
    ):
        raise OrderClosed(order)
    drafted = order.state is OrderState.DRAFT
    move_order(session, order, OrderState.CANCELLED)
    if not drafted:
        _give_up_parts(session, order)
    events.record(session, OrderCancelled(order.person_id, order.id, subjects=(order.id,)), now)


def _give_up_parts(session: Session, order: Order) -> None:
    for part in parts_of(session, order.id):
        free_stock(session, part.id)
        part.state = move(PART_LIFE, "part", part.state, PartState.CANCELLED)
        session.add(part)
    _reopen_round(session, order)


def _reopen_round(session: Session, order: Order) -> None:
    """The proposal can be ordered anew."""
    reopened = locked_round(session, order.round_id)
    reopened.state = move(ROUND_LIFE, "round", reopened.state, RoundState.CLOSED)
    component_list = list_of(session, reopened.list_id)
    component_list.state = move(LIST_LIFE, "list", component_list.state, ListState.ASKING)
    session.add_all([reopened, component_list])


def _clear_parts(session: Session, order: Order) -> None:
    for part in parts_of(session, order.id):
        for line in lines_of(session, part.id):
            session.delete(line)
        session.flush()
        session.delete(part)
    session.flush()


def _must_be_draft(order: Order) -> None:
    if order.state is not OrderState.DRAFT:
        raise OrderClosed(order)


def _changed(session: Session, order: Order, what: str, now: datetime) -> None:
    session.add(order)
    session.flush()
    _must_be_draft(locked_order(session, order.id))
    event = OrderChanged(order.person_id, order.id, what, subjects=(order.id,))
    events.record(session, event, now)
