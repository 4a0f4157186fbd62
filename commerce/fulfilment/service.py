"""What a shop does for its part of an order: pick in shelf order, pack, hand over. No personal data here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from commerce import events
from commerce.catalogue.models import Item
from commerce.catalogue.service import item_of
from commerce.fulfilment.events import LinePicked, SelectionMade
from commerce.fulfilment.models import SelectionLine
from commerce.fulfilment.walk import Floor, Place, walk
from commerce.orders.locking import locked_order
from commerce.orders.models import Handover, OrderPart, PartState
from commerce.orders.service import end_order, lines_of, move_part
from commerce.refused import Refused

__all__ = [
    "NotAllPicked", "PickingOver", "WrongHandover", "collected_at_counter", "make_selection", "mark_packed",
    "part_of_code", "pick", "pick_everything", "selection_of",
]  # fmt: skip


@dataclass
class NotAllPicked(Refused):
    """Packed can only be said once every line is ticked off."""

    part: OrderPart
    open_lines: int


@dataclass
class PickingOver(Refused):
    """The part is packed already, or cancelled: its lines stay as they are."""

    part: OrderPart


@dataclass
class WrongHandover(Refused):
    """Delivered goods are not collected at the counter, and the other way round."""

    part: OrderPart


def make_selection(session: Session, part: OrderPart, now: datetime) -> None:
    """The pick list of a part, in the order of a short walk past the shelves."""
    lines = lines_of(session, part.id)
    items = [item_of(session, line.item_id) for line in lines]
    places = [Place(max(item.aisle, 1), max(item.bay, 1), item.level) for item in items]
    for place, index in enumerate(walk(places, _floor(session, part.seller_id)).order, 1):
        line, item = lines[index], items[index]
        session.add(
            SelectionLine(
                part_id=part.id,
                order_line_id=line.id,
                walk=place,
                title=line.title,
                packs=line.packs,
                aisle=item.aisle,
                bay=item.bay,
                level=item.level,
            )
        )
    session.flush()
    event = SelectionMade(part.id, part.seller_id, subjects=(part.id, part.order_id))
    events.record(session, event, now)


def _floor(session: Session, seller_id: UUID) -> Floor:
    """The shop's floor, as far as its shelves reach."""
    query = select(func.max(Item.aisle), func.max(Item.bay)).where(Item.seller_id == seller_id)
    aisles, bays = session.exec(query).one()
    return Floor(aisles=max(aisles or 1, 1), bays=max(bays or 1, 1))


def selection_of(session: Session, part_id: UUID) -> list[SelectionLine]:
    query = select(SelectionLine).where(SelectionLine.part_id == part_id).order_by(col(SelectionLine.walk))
    return list(session.exec(query, execution_options={"populate_existing": True}))


def pick(session: Session, line: SelectionLine, now: datetime, *, picked: bool = True) -> None:
    """Tick a line off, or take the tick back; twice is once. Raises PickingOver."""
    part = session.get_one(OrderPart, line.part_id)
    locked_order(session, part.order_id)
    session.refresh(line)
    if part.state is not PartState.TO_PICK:
        raise PickingOver(part)
    if picked == (line.picked_at is not None):
        return
    line.picked_at = now if picked else None
    session.add(line)
    session.flush()
    events.record(session, LinePicked(part.id, part.seller_id, line.id, subjects=(part.id,)), now)


def pick_everything(session: Session, part: OrderPart, now: datetime) -> None:
    for line in selection_of(session, part.id):
        pick(session, line, now)


def mark_packed(session: Session, part: OrderPart, now: datetime) -> None:
    """Everything is picked and packed; twice is once. Raises NotAllPicked, PickingOver."""
    locked_order(session, part.order_id)
    if part.state is PartState.PACKED:
        return
    if part.state is not PartState.TO_PICK:
        raise PickingOver(part)
    missing = [line for line in selection_of(session, part.id) if line.picked_at is None]
    if missing:
        raise NotAllPicked(part, len(missing))
    move_part(session, part, PartState.PACKED, now)


def collected_at_counter(session: Session, part: OrderPart, now: datetime) -> None:
    """The consumer took the goods at the shop."""
    order = locked_order(session, part.order_id)
    if order.handover is not Handover.COLLECT:
        raise WrongHandover(part)
    move_part(session, part, PartState.COLLECTED, now)
    end_order(session, order, now)


def part_of_code(session: Session, code: str) -> OrderPart | None:
    return session.exec(select(OrderPart).where(OrderPart.code == code.strip().upper())).first()
