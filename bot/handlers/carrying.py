"""Handling of what carriers do: pick up, drop, report that nobody was there."""

from uuid import UUID

from bot import commands as c
from bot.turn import NotYours, Turn
from bot.views.carrying import delivery_card, delivery_slot
from commerce.delivery.models import Delivery, Stop
from commerce.delivery.service import carriers_for, failed, open_deliveries, stop_done
from commerce.people.models import Role

__all__ = ["handle_carrying", "rounds_waiting", "show_rounds"]


def handle_carrying(turn: Turn, command: c.CarryingCommand) -> None:
    turn.must_be(Role.CARRIER)
    match command:
        case c.StopDone(stop_id=stop_id):
            stop = turn.session.get(Stop, stop_id)
            if stop is None:
                raise NotYours
            _own_delivery(turn, stop.delivery_id)
            stop_done(turn.session, stop, turn.now)
        case c.DeliveryFailed(delivery_id=delivery_id):
            failed(turn.session, _own_delivery(turn, delivery_id), turn.now)


def show_rounds(turn: Turn) -> None:
    """The deliveries that wait for this carrier."""
    waiting = rounds_waiting(turn)
    if not waiting:
        turn.say("carrier-nothing-waits")
    for delivery in waiting:
        card = delivery_card(turn.stage, turn.person, delivery)
        turn.reply(card, slot=delivery_slot(delivery), fresh=True)


def rounds_waiting(turn: Turn) -> list[Delivery]:
    carriers = carriers_for(turn.session, turn.person.id)
    return [delivery for carrier in carriers for delivery in open_deliveries(turn.session, carrier.id)]


def _own_delivery(turn: Turn, delivery_id: UUID) -> Delivery:
    delivery = turn.session.get(Delivery, delivery_id)
    if delivery is None or delivery.carrier_id not in {
        carrier.id for carrier in carriers_for(turn.session, turn.person.id)
    }:
        raise NotYours
    return delivery
