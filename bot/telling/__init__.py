"""Events -> messages: everyone concerned is told each fact of the unit, in the unit itself."""

from collections.abc import Iterable

from bot.telling.lists import tell_list
from bot.telling.orders import tell_order
from bot.telling.people import tell_conversation
from bot.telling.rounds import show_round, tell_round
from bot.telling.sites import tell_site
from bot.turn import Stage
from commerce.events import Event
from commerce.methods import events as listing
from commerce.methods.sites import events as naming
from commerce.orders import events as ordering
from commerce.orders.service import order_of
from commerce.people.events import PersonLost
from commerce.quotes.asking import give_up_on

__all__ = ["tell"]


def tell(stage: Stage, fresh: Iterable[Event]) -> None:
    """Post what each event means to whom. Telling may record further events (a proposal after a round)."""
    told = list(dict.fromkeys(fresh))
    for event in told:
        match event:
            case (
                listing.ReadingStarted()
                | listing.PageRead()
                | listing.PageTurnedDown()
                | listing.ListChanged()
                | listing.LineAnswered()
                | listing.PageJoined()
                | listing.PageLeft()
                | listing.PagesParted()
            ):
                tell_list(stage, event, told)
            case naming.JobNamed() | naming.JobAnswered() | naming.SiteChecked():
                tell_site(stage, event)
            case PersonLost(person_id=person_id):
                give_up_on(stage.session, person_id, stage.now)
                tell_conversation(stage, event)
            case (
                ordering.OrderPlaced(order_id=order_id)
                | ordering.OrderReopened(order_id=order_id)
                | ordering.OrderLapsed(order_id=order_id)
                | ordering.OrderCancelled(order_id=order_id)
            ):
                show_round(stage, order_of(stage.session, order_id).round_id)
                tell_order(stage, event)
            case _:
                tell_round(stage, event)
                tell_order(stage, event)
                tell_conversation(stage, event)
