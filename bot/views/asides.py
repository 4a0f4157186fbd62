"""What is said of delivery, and of what all comes to, in the light of what is before a person."""

from bot.commands import AskSellers, Checkout
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.rounds import outlook_lines
from bot.views.shortfalls import too_little_line, too_small_lines
from bot.views.wording import Html, Words
from commerce.methods.models import ComponentList
from commerce.methods.service import components_of
from commerce.orders.models import Handover, Order
from commerce.orders.service import parts_of
from commerce.people.models import Focus, FocusKind, Person
from commerce.quotes.asking import estimate
from commerce.quotes.models import Round, RoundState
from commerce.quotes.proposing import Proposal, proposal_of

__all__ = ["cost_card", "delivery_note"]

_OF_ROUNDS = {FocusKind.ROUND, FocusKind.PROPOSAL}
_OF_LISTS = _OF_ROUNDS | {FocusKind.LIST}


def cost_card(stage: Stage, person: Person, focus: Focus) -> Message | None:
    """What a list, a proposal or an order comes to, delivery included; None where nothing has a price."""
    words, session = stage.words(person), stage.session
    if focus.kind is FocusKind.CHECKOUT:
        order = session.get(Order, focus.subject_id)
        return _cost_of_order(stage, words, order) if order is not None else None
    asked = session.get(Round, focus.subject_id) if focus.kind in _OF_ROUNDS else None
    listed = asked.list_id if asked is not None else focus.subject_id
    if asked is not None and asked.state is RoundState.CLOSED:
        return _cost_of_proposal(stage, words, proposal_of(session, asked, stage.place_of(person)))
    if asked is not None and asked.state is RoundState.OPEN:
        return Message("\n".join(outlook_lines(stage, words, asked)))
    component_list = session.get(ComponentList, listed) if focus.kind in _OF_LISTS else None
    if component_list is None:
        return None
    estimated = estimate(session, component_list, stage.today)
    if estimated is None:
        return None
    if not estimated.sellers:
        return Message(too_little_line(stage, words, estimated.too_small)) if estimated.too_small else None
    told = words(
        "cost-estimate",
        total=words.money(estimated.total_minor, stage.settings.shop.currency),
        sellers=estimated.sellers,
        **_split(stage, words, estimated.plan.goods_minor, estimated.plan.fees_minor),
    )
    components = components_of(session, component_list.id, needed=True)
    lines = [told, *too_small_lines(stage, words, estimated.too_small, components)]
    ask = (Button(words.plain("button-ask-sellers"), AskSellers(component_list.id)),)
    return Message("\n".join(lines), (ask,))


def _cost_of_proposal(stage: Stage, words: Words, proposal: Proposal) -> Message | None:
    if not proposal.shares:
        return None
    key = "cost-collect" if proposal.round.collects else "cost-exact"
    total = words.money(proposal.total_minor, stage.settings.shop.currency)
    split = _split(stage, words, proposal.goods_minor, proposal.fees_minor)
    order = (Button(words.plain("button-order"), Checkout(proposal.round.id)),)
    return Message(words(key, total=total, **split), (order,))


def _cost_of_order(stage: Stage, words: Words, order: Order) -> Message:
    parts = parts_of(stage.session, order.id)
    goods = sum(part.goods_minor for part in parts)
    collects = order.handover is Handover.COLLECT
    fees = sum(part.fee_minor for part in parts)
    total = words.money(goods + fees, stage.settings.shop.currency)
    key = "cost-if-delivered" if collects else "cost-exact"
    back = (Button(words.plain("button-back"), Checkout(order.round_id)),)
    return Message(words(key, total=total, **_split(stage, words, goods, fees)), (back,))


def _split(stage: Stage, words: Words, goods_minor: int, fees_minor: int) -> dict[str, str]:
    currency = stage.settings.shop.currency
    fees = words.money(fees_minor, currency) if fees_minor else ""
    return {"goods": words.money(goods_minor, currency), "fees": fees}


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
    today = stage.today
    day = words.day(max([today, *days]), today)
    if not sum(fees):
        return words("help-delivery-free", day=day)
    return words("help-delivery-proposal", fee=words.money(sum(fees), currency), day=day)
