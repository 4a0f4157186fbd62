"""What is said of delivery in the light of what is before a person."""

from bot.turn import Stage
from bot.views.wording import Html
from commerce.orders.models import Order
from commerce.orders.service import parts_of
from commerce.people.models import Focus, FocusKind, Person
from commerce.quotes.models import Round, RoundState
from commerce.quotes.proposing import proposal_of

__all__ = ["delivery_note"]


def delivery_note(stage: Stage, person: Person, focus: Focus) -> Html | None:
    """What delivery costs and from when it can be, as far as that is known."""
    words = stage.words(person)
    if focus.kind is FocusKind.LIST:
        return words("help-delivery-list")
    currency = stage.settings.shop.currency
    if focus.kind is FocusKind.PROPOSAL:
        asked = stage.session.get(Round, focus.subject_id)
        if asked is None or asked.state is not RoundState.CLOSED:
            return None
        proposal = proposal_of(stage.session, asked, stage.place_of(person))
        fees = [share.fee_minor for share in proposal.shares]
        days = [share.quote.ready_on for share in proposal.shares]
    else:
        order = stage.session.get(Order, focus.subject_id)
        parts = parts_of(stage.session, order.id) if order is not None else []
        fees, days = [part.fee_minor for part in parts], [part.ready_on for part in parts]
    if not days:
        return None
    today = words.today(stage.now)
    day = words.day(max([today, *days]), today)
    if not sum(fees):
        return words("help-delivery-free", day=day)
    return words("help-delivery-proposal", fee=words.money(sum(fees), currency), day=day)
