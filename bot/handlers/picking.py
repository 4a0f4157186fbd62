"""Handling of what sellers do about orders: pick, pack, hand over at the counter; and what waits for them."""

from uuid import UUID

from sqlmodel import col, select

from bot import commands as c
from bot.handlers.reading_replies import open_inquiries
from bot.turn import NotYours, Turn
from bot.views.picking import pick_card, pick_slot
from bot.views.selling import inquiry_card, inquiry_slot
from commerce.catalogue.service import sellers_for
from commerce.fulfilment.models import SelectionLine
from commerce.fulfilment.service import collected_at_counter, mark_packed, pick, pick_everything
from commerce.orders.models import OrderPart, PartState
from commerce.people.models import Role
from commerce.quotes.models import InquiryState
from commerce.settlement.models import Payee
from commerce.settlement.service import collected_cash, current, to_collect
from commerce.settlement.states import Method, PayeeKind

__all__ = ["handle_picking", "parts_waiting", "show_work"]

MOST_SHOWN = 6


def handle_picking(turn: Turn, command: c.PickingCommand) -> None:
    turn.must_be(Role.SELLER)
    match command:
        case c.PickLine(line_id=line_id, picked=picked):
            line = turn.session.get(SelectionLine, line_id)
            if line is None:
                raise NotYours
            _own_part(turn, line.part_id)
            pick(turn.session, line, turn.now, picked=bool(picked))
        case c.ShowPicks(part_id=part_id, page=page):
            part = _own_part(turn, part_id)
            turn.reply(pick_card(turn.stage, turn.person, part, page), slot=pick_slot(part))
        case c.PickAll(part_id=part_id):
            pick_everything(turn.session, _own_part(turn, part_id), turn.now)
        case c.MarkPacked(part_id=part_id):
            mark_packed(turn.session, _own_part(turn, part_id), turn.now)
        case c.Collected(part_id=part_id):
            _collected(turn, _own_part(turn, part_id))


def show_work(turn: Turn) -> None:
    """The inquiries and pick lists that wait for this seller, the oldest orders first."""
    waiting = [
        inquiry
        for inquiry in open_inquiries(turn.session, turn.person.id, turn.now)
        if inquiry.state is InquiryState.SENT
    ]
    parts = parts_waiting(turn)
    if not waiting and not parts:
        turn.say("seller-nothing-waits")
        return
    if len(waiting) + len(parts) > MOST_SHOWN:
        turn.say("seller-much-waits", inquiries=len(waiting), parts=len(parts), shown=MOST_SHOWN)
    for part in parts[:MOST_SHOWN]:
        turn.reply(pick_card(turn.stage, turn.person, part), slot=pick_slot(part), fresh=True)
    for inquiry in waiting[: max(MOST_SHOWN - len(parts), 1)]:
        turn.reply(inquiry_card(turn.stage, turn.person, inquiry), slot=inquiry_slot(inquiry), fresh=True)


def parts_waiting(turn: Turn) -> list[OrderPart]:
    """What this seller has to pick, pack or hand over, the oldest orders first."""
    own = [seller.id for seller in sellers_for(turn.session, turn.person.id)]
    query = (
        select(OrderPart)
        .where(
            col(OrderPart.seller_id).in_(own),
            col(OrderPart.state).in_([PartState.TO_PICK, PartState.PACKED]),
        )
        .order_by(col(OrderPart.ready_on), col(OrderPart.code))
    )
    return list(turn.session.exec(query))


def _own_part(turn: Turn, part_id: UUID) -> OrderPart:
    part = turn.session.get(OrderPart, part_id)
    if part is None or part.seller_id not in {s.id for s in sellers_for(turn.session, turn.person.id)}:
        raise NotYours
    return part


def _collected(turn: Turn, part: OrderPart) -> None:
    """The goods went over the counter; what was agreed to be paid there is paid."""
    if part.state is PartState.COLLECTED:
        return
    collected_at_counter(turn.session, part, turn.now)
    payment = current(turn.session, part.order_id)
    if payment is not None and payment.method is Method.AT_SHOP:
        collector = Payee(PayeeKind.SELLER, part.seller_id)
        if to_collect(turn.session, payment, collector):
            collected_cash(turn.session, payment.id, collector, turn.now)
