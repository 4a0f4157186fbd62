"""Handling of a way back: where we were, past an open question, the same as last time."""

from uuid import UUID

from bot import commands as c
from bot.handlers.lists import handle_list
from bot.handlers.orders import handle_order, order_being_completed
from bot.handlers.rounds import handle_round
from bot.handlers.sites import handle_sites
from bot.messages import Message
from bot.turn import Refusal, Turn
from bot.views.orders import checkout_card, checkout_slot
from bot.views.returning import no_skipping_address, nothing_open_card, repeated_card
from commerce.catalogue.service import sellers_for
from commerce.delivery.service import carriers_for
from commerce.methods.models import ComponentList, ListState
from commerce.methods.repeating import repeat_list
from commerce.methods.service import current_list
from commerce.orders.models import Handover, Order, OrderState
from commerce.orders.service import (
    Lacking,
    orders_of,
    parts_of,
    set_address,
    set_handover,
    set_pay_by,
    set_window,
    what_is_lacking,
)
from commerce.people.models import Focus, FocusKind
from commerce.people.service import focus_of, focus_on, return_from_aside
from commerce.quotes.models import Round, RoundState

__all__ = ["handle_returning"]

BOUGHT = {OrderState.CONFIRMED, OrderState.DONE}
GOING = {OrderState.AWAITING_PAYMENT, OrderState.CONFIRMED}
STAYS_AS_IT_IS = {"servings", "quantity", "window", "query"}
"""Questions that can be left open, each with a sentence of its own."""


def handle_returning(turn: Turn, command: c.ReturningCommand) -> None:
    match command:
        case c.Resume():
            _resume(turn)
        case c.Skip():
            _skip(turn)
        case c.SameAsLast(what="basket"):
            _same_basket(turn)
        case c.SameAsLast(what=what):
            _as_last_time(turn, what)


def _resume(turn: Turn) -> None:
    """What is before her once more, with the question that is open; else her newest list, order or work."""
    return_from_aside(turn.session, turn.person.id)
    focus = focus_of(turn.session, turn.person.id)
    asks, facts = focus.asks, dict(focus.facts)
    shown = _show_before(turn, focus) or _show_newest(turn)
    if asks is not None:
        now = focus_of(turn.session, turn.person.id)
        focus_on(turn.session, turn.person.id, now.kind, now.subject_id, asks=asks, **facts)
        turn.say(_question(turn, asks))
    elif not shown:
        turn.reply(nothing_open_card(turn.stage, turn.person))


def _question(turn: Turn, asks: str) -> str:
    """The question as it was asked: a list without portions is asked how many times."""
    found = current_list(turn.session, turn.person.id)
    if asks == "servings" and found is not None and found.servings is None:
        return "ask-factor"
    return "search-for-what" if asks == "query" else f"ask-{asks}"


def _show_before(turn: Turn, focus: Focus) -> bool:
    """Whether what she looked at last is still open; then it is shown."""
    subject = focus.subject_id
    match focus.kind:
        case FocusKind.LIST if _is_open_list(turn, subject):
            assert subject is not None
            handle_list(turn, c.ShowList(subject))
        case FocusKind.JOB:
            handle_sites(turn, c.ShowJob())
        case FocusKind.ROUND | FocusKind.PROPOSAL if _is_open_round(turn, subject):
            handle_round(turn, c.ShowProposal(subject))
        case FocusKind.CHECKOUT if _order_in(turn, subject, OrderState.DRAFT, OrderState.AWAITING_PAYMENT):
            order = _order_in(turn, subject, OrderState.DRAFT, OrderState.AWAITING_PAYMENT)
            assert order is not None
            if order.state is OrderState.DRAFT:
                card = checkout_card(turn.stage, turn.person, order)
                turn.reply(card, slot=checkout_slot(order), fresh=True)
            else:
                handle_order(turn, c.Track(order.code))
        case FocusKind.ORDER if _order_in(turn, subject, *GOING):
            order = _order_in(turn, subject, *GOING)
            assert order is not None
            handle_order(turn, c.Track(order.code))
        case _:
            return False
    return True


def _show_newest(turn: Turn) -> bool:
    newest = current_list(turn.session, turn.person.id)
    if newest is not None and newest.state is ListState.READING:
        raise Refusal("list-already-reading")
    if newest is not None:
        handle_list(turn, c.ShowList(newest.id))
        return True
    if any(order.state in GOING for order in orders_of(turn.session, turn.person.id)):
        handle_order(turn, c.Track())
        return True
    return False


def _is_open_list(turn: Turn, list_id: UUID | None) -> bool:
    found = turn.session.get(ComponentList, list_id) if list_id else None
    return found is not None and found.state in {ListState.OPEN, ListState.ASKING}


def _is_open_round(turn: Turn, round_id: UUID | None) -> bool:
    found = turn.session.get(Round, round_id) if round_id else None
    return found is not None and found.state in {RoundState.OPEN, RoundState.CLOSED}


def _order_in(turn: Turn, order_id: UUID | None, *states: OrderState) -> Order | None:
    found = turn.session.get(Order, order_id) if order_id else None
    return found if found is not None and found.state in states else None


def _skip(turn: Turn) -> None:
    """The open question is left; where that cannot be, it is said why and what else there is."""
    focus = focus_of(turn.session, turn.person.id)
    order = _order_in(turn, focus.subject_id, OrderState.DRAFT) if focus.kind is FocusKind.CHECKOUT else None
    lacks = what_is_lacking(order) if order is not None else None
    if focus.asks == "address" or (focus.asks is None and lacks == Lacking.ADDRESS):
        turn.reply(no_skipping_address(turn.stage, turn.person, order))
        return
    if focus.asks is None and lacks == Lacking.PAY_BY and order is not None:
        turn.say("skip-payment-not")
        card = checkout_card(turn.stage, turn.person, order)
        turn.reply(card, slot=checkout_slot(order), fresh=True)
        return
    if focus.asks is None:
        turn.say("skip-nothing")
        return
    what = focus.asks if focus.asks in STAYS_AS_IT_IS else "other"
    facts = {name: value for name, value in focus.facts.items() if name != "by_button"}
    focus_on(turn.session, turn.person.id, focus.kind, focus.subject_id, **facts)
    turn.reply(Message(turn.words("skipped", what=what), no_keyboard=True))


def _same_basket(turn: Turn) -> None:
    """The list of the last order as a new one; nothing is ordered by that."""
    last = _last_order(turn)
    if last is None:
        if sellers_for(turn.session, turn.person.id) or carriers_for(turn.session, turn.person.id):
            raise Refusal("repeat-nothing-here")
        raise Refusal("repeat-nothing")
    source = turn.session.get_one(ComponentList, turn.session.get_one(Round, last.round_id).list_id)
    turn.reply(repeated_card(turn.stage, turn.person, last, source))
    repeat_list(turn.session, source, turn.now)


def _as_last_time(turn: Turn, what: str) -> None:
    """Where to, when and how to pay as in the last order; `what`: address, window, payment or all."""
    last = _last_order(turn)
    if last is None:
        raise Refusal("repeat-nothing")
    order = order_being_completed(turn)
    taken = []
    if what in {"address", "all"} and last.handover is Handover.COLLECT:
        set_handover(turn.session, order, Handover.COLLECT, turn.now)
        taken.append("collect")
    elif what in {"address", "all"} and last.address_id is not None:
        if order.handover is Handover.COLLECT:
            set_handover(turn.session, order, Handover.DELIVERY, turn.now)
        set_address(turn.session, order, last.address_id, turn.now)
        taken.append("address")
    if what in {"window", "all"} and last.day_part is not None:
        today = turn.stage.today
        first = max([today, *(part.ready_on for part in parts_of(turn.session, order.id))])
        set_window(turn.session, order, first, last.day_part, turn.now)
        taken.append("window")
    if what in {"payment", "all"} and last.pay_by is not None:
        set_pay_by(turn.session, order, last.pay_by, turn.now)
        taken.append("payment")
    if not taken:
        raise Refusal("repeat-not-known", what=what)
    asked = focus_of(turn.session, turn.person.id).asks
    if asked is not None:
        focus_on(turn.session, turn.person.id, FocusKind.CHECKOUT, order.id)
    text = turn.words("repeat-taken", what="all" if len(taken) > 1 else taken[0])
    turn.reply(Message(text, no_keyboard=asked is not None))


def _last_order(turn: Turn) -> Order | None:
    """What she bought last."""
    placed = orders_of(turn.session, turn.person.id, 20)
    return next((order for order in placed if order.state in BOUGHT), None)
