"""Deliveries: a carrier is chosen, gets the delivery information, picks up, drops, and reports."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import events
from commerce.catalogue.models import Item
from commerce.catalogue.service import item_of, seller_of
from commerce.database import new_id
from commerce.delivery import rounds
from commerce.delivery.events import DeliveryAssigned, DeliveryMoved, StopReady
from commerce.delivery.models import (
    DELIVERY_LIFE,
    Carrier,
    CarrierMember,
    Delivery,
    DeliveryState,
    Stop,
    StopKind,
)
from commerce.orders.locking import locked_order
from commerce.orders.models import Order, OrderPart, PartState
from commerce.orders.service import end_order, lines_of, move_part, order_of, parts_of
from commerce.people.addresses import PlainAddress, address_of, open_address
from commerce.people.models import Person
from commerce.refused import Refused
from commerce.settlement.models import Payee, Payment
from commerce.settlement.service import collected_cash, current, shares_of, to_collect
from commerce.settlement.states import Method, PayeeKind
from commerce.states import move
from commerce.vault import Vault

__all__ = [
    "NoCarrier", "NotPackedYet", "StopsOpen", "cancel_delivery", "carrier_for", "carrier_of",
    "carriers_for", "delivery_of_order", "delivery_place", "dispatch", "failed", "members_of_carrier",
    "open_deliveries", "order_delivered_by", "part_packed", "stop_done", "stops_of",
]  # fmt: skip


@dataclass
class NoCarrier(Refused):
    """No delivery service takes these goods."""

    items: Sequence[Item]


@dataclass
class NotPackedYet(Refused):
    """The shop has not packed this part: it cannot be picked up."""

    part: OrderPart


@dataclass
class StopsOpen(Refused):
    """The goods are not all picked up yet: nothing can be handed over at the door."""

    delivery: Delivery
    open_stops: int


def carrier_for(session: Session, order: Order) -> Carrier:
    """The first carrier that takes every item of the order, by weight, length and packaging."""
    lines = [line for part in parts_of(session, order.id) for line in lines_of(session, part.id)]
    items = [item_of(session, line.item_id) for line in lines]
    grams = sum(item.weight_grams * line.packs for item, line in zip(items, lines, strict=True))
    for carrier in session.exec(select(Carrier).where(col(Carrier.active)).order_by(col(Carrier.key).desc())):
        longest = max((max(i.length_mm, i.width_mm, i.height_mm) for i in items), default=0)
        special = {kind for item in items for kind in item.packaging}
        if (
            grams <= carrier.most_weight_grams
            and longest <= carrier.longest_item_mm
            and special <= set(carrier.takes)
            and members_of_carrier(session, carrier.id)
        ):
            return carrier
    raise NoCarrier(items)


def carrier_of(session: Session, carrier_id: UUID) -> Carrier:
    return session.get_one(Carrier, carrier_id)


def members_of_carrier(session: Session, carrier_id: UUID) -> list[Person]:
    query = (
        select(Person)
        .join(CarrierMember, col(CarrierMember.person_id) == col(Person.id))
        .where(CarrierMember.carrier_id == carrier_id)
    )
    return list(session.exec(query))


def carriers_for(session: Session, person_id: UUID) -> list[Carrier]:
    query = (
        select(Carrier)
        .join(CarrierMember, col(CarrierMember.carrier_id) == col(Carrier.id))
        .where(CarrierMember.person_id == person_id)
    )
    return list(session.exec(query))


def dispatch(session: Session, vault: Vault, order: Order, now: datetime) -> Delivery:
    """Give the order to a carrier: the stops in driving order, the recipient's place sealed for it."""
    assert order.address_id is not None, order.code
    payment = current(session, order.id)
    carrier = _paid_carrier(session, payment) or carrier_for(session, order)
    address = address_of(session, order.address_id)
    delivery_id = new_id()
    cash = to_collect(session, payment, Payee(PayeeKind.CARRIER, carrier.id)) if payment else 0
    delivery = Delivery(
        id=delivery_id,
        order_id=order.id,
        carrier_id=carrier.id,
        sealed=vault.seal(vault.open(address.sealed, f"address:{address.id}"), f"delivery:{delivery_id}"),
        cash_minor=cash,
        currency=order.currency,
        created_at=now,
    )
    session.add(delivery)
    session.flush()
    _, plain = open_address(vault, address)
    for n, part in enumerate(_driving_order(session, carrier, parts_of(session, order.id), plain), 1):
        kind = StopKind.DROP if part is None else StopKind.PICK_UP
        session.add(Stop(delivery_id=delivery_id, n=n, kind=kind, part_id=part.id if part else None))
    session.flush()
    event = DeliveryAssigned(delivery_id, carrier.id, subjects=(delivery_id, order.id))
    events.record(session, event, now)
    return delivery


def delivery_place(vault: Vault, delivery: Delivery) -> tuple[str, PlainAddress]:
    """The delivery information in clear, for its carrier's eyes: recipient and address."""
    name, text, latitude, longitude, note = json.loads(vault.open(delivery.sealed, f"delivery:{delivery.id}"))
    return name, PlainAddress(text, latitude, longitude, note)


def delivery_of_order(session: Session, order_id: UUID) -> Delivery | None:
    return session.exec(select(Delivery).where(Delivery.order_id == order_id)).first()


def order_delivered_by(session: Session, code: str) -> Order | None:
    """The order of the delivery with this code (what a courier knows)."""
    code = code.strip().upper().lstrip("#")
    delivery = session.exec(select(Delivery).where(Delivery.code == code)).first()
    return session.get_one(Order, delivery.order_id) if delivery else None


def stops_of(session: Session, delivery_id: UUID) -> list[Stop]:
    query = select(Stop).where(Stop.delivery_id == delivery_id).order_by(col(Stop.n))
    return list(session.exec(query, execution_options={"populate_existing": True}))


def open_deliveries(session: Session, carrier_id: UUID) -> list[Delivery]:
    ended = [DeliveryState.DELIVERED, DeliveryState.CANCELLED]
    query = (
        select(Delivery)
        .where(Delivery.carrier_id == carrier_id, col(Delivery.state).not_in(ended))
        .order_by(col(Delivery.created_at))
    )
    return list(session.exec(query))


def part_packed(session: Session, part: OrderPart, now: datetime) -> None:
    """Tell the carrier that a stop is ready."""
    delivery = delivery_of_order(session, part.order_id)
    if delivery is not None:
        event = StopReady(delivery.id, delivery.carrier_id, part.id, subjects=(delivery.id,))
        events.record(session, event, now)


def stop_done(session: Session, stop: Stop, now: datetime) -> None:
    """Picked up there, or handed over at the door. Tapping twice is tapping once."""
    delivery = _locked(session, session.get_one(Delivery, stop.delivery_id))
    session.refresh(stop)
    if stop.done_at is not None:
        return
    if stop.kind is StopKind.PICK_UP:
        _picked_up(session, delivery, stop, now)
    else:
        _delivered(session, delivery, stop, now)


def failed(session: Session, delivery: Delivery, now: datetime) -> None:
    """Nobody was there: the goods stay with the carrier, the consumer is told."""
    _locked(session, delivery)
    _move(session, delivery, DeliveryState.FAILED, now)


def cancel_delivery(session: Session, delivery: Delivery, now: datetime) -> None:
    """The order was cancelled before anything was picked up: nobody has to go."""
    _move(session, delivery, DeliveryState.CANCELLED, now)


def _paid_carrier(session: Session, payment: Payment | None) -> Carrier | None:
    """The carrier whose fee was agreed with the payment, whatever has changed since."""
    if payment is None:
        return None
    for share in shares_of(session, payment.id):
        if share.payee_kind is PayeeKind.CARRIER:
            return session.get(Carrier, share.payee_id)
    return None


def _driving_order(
    session: Session, carrier: Carrier, parts: Sequence[OrderPart], home: PlainAddress
) -> list[OrderPart | None]:
    """The parts to pick up in order, then None for the door."""
    sellers = [seller_of(session, part.seller_id) for part in parts]
    if home.latitude is None or home.longitude is None:
        home = PlainAddress(home.text, carrier.latitude, carrier.longitude)
    assert home.latitude is not None
    assert home.longitude is not None
    stops = [rounds.Stop(s.key, rounds.Point(s.latitude, s.longitude)) for s in sellers]
    door = rounds.Point(home.latitude, home.longitude)
    stops.append(rounds.Stop("door", door, needs=frozenset(seller.key for seller in sellers)))
    order = rounds.plan_round(stops, rounds.Point(carrier.latitude, carrier.longitude))
    return [parts[index] if index < len(parts) else None for index in order]


def _picked_up(session: Session, delivery: Delivery, stop: Stop, now: datetime) -> None:
    assert stop.part_id is not None
    part = session.get_one(OrderPart, stop.part_id)
    if part.state is PartState.TO_PICK:
        raise NotPackedYet(part)
    stop.done_at = now
    session.add(stop)
    move_part(session, part, PartState.WITH_CARRIER, now)
    open_pick_ups = [
        s for s in stops_of(session, delivery.id) if s.kind is StopKind.PICK_UP and s.done_at is None
    ]
    wished = DeliveryState.COLLECTING if open_pick_ups else DeliveryState.UNDER_WAY
    if delivery.state is not wished:
        _move(session, delivery, wished, now)


def _delivered(session: Session, delivery: Delivery, stop: Stop, now: datetime) -> None:
    open_stops = [s for s in stops_of(session, delivery.id) if s.kind is StopKind.PICK_UP and not s.done_at]
    if open_stops:
        raise StopsOpen(delivery, len(open_stops))
    if delivery.state is DeliveryState.FAILED:
        _move(session, delivery, DeliveryState.UNDER_WAY, now)
    stop.done_at = now
    session.add(stop)
    payment = current(session, delivery.order_id)
    if payment is not None and payment.method is Method.CASH:
        _take_cash(session, payment, delivery, now)
    for part in parts_of(session, delivery.order_id):
        if part.state is PartState.WITH_CARRIER:
            move_part(session, part, PartState.DELIVERED, now)
    _move(session, delivery, DeliveryState.DELIVERED, now)
    end_order(session, order_of(session, delivery.order_id), now)


def _take_cash(session: Session, payment: Payment, delivery: Delivery, now: datetime) -> None:
    collector = Payee(PayeeKind.CARRIER, delivery.carrier_id)
    if to_collect(session, payment, collector):
        collected_cash(session, payment.id, collector, now)


def _locked(session: Session, delivery: Delivery) -> Delivery:
    """The delivery as it is now: its order is locked."""
    locked_order(session, delivery.order_id)
    session.refresh(delivery)
    return delivery


def _move(session: Session, delivery: Delivery, state: DeliveryState, now: datetime) -> None:
    delivery.state = move(DELIVERY_LIFE, "delivery", delivery.state, state)
    session.add(delivery)
    session.flush()
    order = order_of(session, delivery.order_id)
    event = DeliveryMoved(
        order.person_id,
        delivery.id,
        delivery.carrier_id,
        order.id,
        state.value,
        subjects=(order.id, delivery.id),
    )
    events.record(session, event, now)
