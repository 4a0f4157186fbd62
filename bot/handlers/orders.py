"""Handling of orders: from the proposal to payment, then where it is."""

from datetime import date, timedelta
from uuid import UUID

from bot import commands as c
from bot.handlers.rounds import ask_first, closed, current_round
from bot.messages import Message
from bot.turn import NotYours, Refusal, Turn
from bot.views.admin import admin_history, admin_orders
from bot.views.orders import (
    cancel_card,
    checkout_card,
    checkout_slot,
    order_card,
    order_slot,
    pay_card,
    window_card,
)
from commerce.delivery.placing import pay_otherwise, place
from commerce.methods.service import current_list
from commerce.orders.checking import must_be_deliverable, must_be_orderable, says_the_same
from commerce.orders.models import Handover, Order, OrderState, PayBy
from commerce.orders.service import (
    Lacking,
    NothingProposed,
    cancel_order,
    draft_of,
    draft_order,
    order_by_code,
    orders_of,
    set_address,
    set_handover,
    set_pay_by,
    set_window,
    what_is_lacking,
)
from commerce.people.addresses import (
    PlainAddress,
    address_of,
    amended_address,
    check_address,
    is_bare_street,
    latest_address,
    open_address,
    save_address,
)
from commerce.people.models import FocusKind, Role
from commerce.people.service import focus_of, focus_on
from commerce.quotes.asking import round_of_list
from commerce.quotes.models import Round, RoundState
from commerce.quotes.proposing import proposal_of
from commerce.settlement.service import check_soon, current

__all__ = ["checkout", "handle_order", "order_being_completed"]


FURTHEST_DAYS = 30


def handle_order(turn: Turn, command: c.OrderCommand) -> None:
    match command:
        case c.Checkout(round_id=round_id):
            checkout(turn, round_id)
        case c.SetHandover(handover=handover, order_id=order_id):
            _set_handover(turn, _draft(turn, order_id), handover)
        case c.AskAddress(order_id=order_id):
            _ask_address(turn, _draft(turn, order_id))
        case c.GiveAddress():
            _give_address(turn, command)
        case c.AmendAddress(words=words):
            _amend_address(turn, words)
        case c.NoteForCourier(words=words):
            _note_for_courier(turn, words)
        case c.AskWindow(order_id=order_id):
            order = _draft(turn, order_id)
            _in_place(turn, window_card(turn.stage, turn.person, order), checkout_slot(order))
        case c.SetWindow():
            _set_window(turn, command)
        case c.Pay():
            _pay(turn, command)
        case c.PlaceOrder(order_id=order_id):
            _place(turn, order_id)
        case c.CancelOrder():
            _cancel(turn, command)
        case c.Track(order=code):
            _track(turn, code)
        case c.ShowOrder(order_id=order_id):
            _show_again(turn, _own_order(turn, order_id))


def checkout(turn: Turn, round_id: UUID | None) -> None:
    """Draft the order from the proposal as it stands."""
    found = closed(turn, current_round(turn, round_id))
    proposal = proposal_of(turn.session, found, turn.stage.place_of(turn.person))
    if ask_first(turn, proposal):
        return
    must_be_orderable(proposal, turn.stage.today)
    order = draft_order(turn.session, proposal, turn.stage.settings.shop.currency, turn.now)
    address = latest_address(turn.session, turn.person.id)
    if order.address_id is None and address is not None:
        set_address(turn.session, order, address.id, turn.now)
    focus_on(turn.session, turn.person.id, FocusKind.CHECKOUT, order.id)


def _meant(turn: Turn, order_id: UUID | None) -> UUID | None:
    """The order tapped; else the one whose checkout, or whose proposal, is before her."""
    if order_id is not None:
        return order_id
    focus = focus_of(turn.session, turn.person.id)
    if focus.subject_id is None:
        return None
    if focus.kind is FocusKind.PROPOSAL:
        drafted = draft_of(turn.session, focus.subject_id)
        return drafted.id if drafted else None
    order = turn.session.get(Order, focus.subject_id) if focus.kind is FocusKind.CHECKOUT else None
    return order.id if order is not None and order.state in _COMPLETED else None


def order_being_completed(turn: Turn) -> Order:
    """The order that is before her, or that of the proposal before her. Raises Refusal."""
    return _draft(turn, _meant(turn, None))


_COMPLETED = {OrderState.DRAFT, OrderState.AWAITING_PAYMENT}


def _draft(turn: Turn, order_id: UUID | None) -> Order:
    """The order being completed: the one meant, or that of the current list (drafted if need be)."""
    order_id = _meant(turn, order_id)
    if order_id is not None:
        order = _own_order(turn, order_id)
        if order.state is not OrderState.DRAFT:
            raise _over(order)
        return order
    mine = current_list(turn.session, turn.person.id)
    found = round_of_list(turn.session, mine.id) if mine else None
    drafted = draft_of(turn.session, found.id) if found else None
    if drafted is None:
        if found is None or found.state is not RoundState.CLOSED:
            raise Refusal("checkout-none")
        proposal = proposal_of(turn.session, found, turn.stage.place_of(turn.person))
        must_be_orderable(proposal, turn.stage.today)
        checkout(turn, found.id)
        drafted = draft_of(turn.session, found.id)
        assert drafted is not None
    return drafted


def _over(order: Order) -> Refusal:
    return Refusal("order-past", code=order.code, state=order.state.value.replace("_", "-"))


def _in_place(turn: Turn, message: Message, slot: str) -> None:
    """A tap changes the message that carries the button; words get a new one."""
    turn.reply(message, slot=slot, fresh=turn.message_id is None)


def _own_order(turn: Turn, order_id: UUID) -> Order:
    order = turn.session.get(Order, order_id)
    if order is None:
        raise NotYours
    turn.must_own(order.person_id)
    return order


def _set_handover(turn: Turn, order: Order, handover: Handover) -> None:
    """How she gets this order, and how the next rounds are asked: who collects is offered pick-up, too."""
    turn.person.collects = handover is Handover.COLLECT
    turn.session.add(turn.person)
    set_handover(turn.session, order, handover, turn.now)


def _ask_address(turn: Turn, order: Order) -> None:
    focus_on(turn.session, turn.person.id, FocusKind.CHECKOUT, order.id, asks="address", by_button=True)
    words = turn.words
    turn.reply(Message(words("ask-address"), ask_location=words.plain("button-share-location")))


def _give_address(turn: Turn, command: c.GiveAddress) -> None:
    """Keep the address, sealed; an open order takes it."""
    meant = _meant(turn, None)
    text = check_address(command.text) if command.latitude is None else command.text
    if is_bare_street(text):
        stood = _address_before(turn, meant)
        text = (stood and amended_address(stood, text)) or text
    plain = PlainAddress(text, command.latitude, command.longitude)
    address = save_address(turn.session, turn.stage.vault, turn.person, plain, turn.now)
    focus = focus_of(turn.session, turn.person.id)
    if focus.asks == "address":
        focus_on(turn.session, turn.person.id, focus.kind, focus.subject_id)
    try:
        order = _draft(turn, meant)
    except (Refusal, NothingProposed):
        turn.reply(Message(turn.words("address-kept"), no_keyboard=True))
        return
    turn.reply(Message(turn.words("address-taken"), no_keyboard=True))
    if order.handover is Handover.COLLECT:
        set_handover(turn.session, order, Handover.DELIVERY, turn.now)
    set_address(turn.session, order, address.id, turn.now)


def _amend_address(turn: Turn, words: str) -> None:
    """The address that the order has, with a part of it replaced."""
    stood = _address_before(turn, _meant(turn, None))
    if stood is None:
        raise Refusal("address-no-street")
    amended = amended_address(stood, words)
    if amended is None:
        raise Refusal("address-say-whole")
    _give_address(turn, c.GiveAddress(amended))


def _note_for_courier(turn: Turn, words: str) -> None:
    stood = _address_before(turn, _meant(turn, None))
    if stood is None:
        raise Refusal("address-before-note")
    _give_address(turn, c.GiveAddress(f"{stood.rstrip(' .,')}, {words}"))


def _address_before(turn: Turn, order_id: UUID | None) -> str | None:
    """The address that the order being completed has, in clear."""
    order = turn.session.get(Order, order_id) if order_id is not None else None
    if order is None or order.address_id is None:
        return None
    turn.must_own(order.person_id)
    return open_address(turn.stage.vault, address_of(turn.session, order.address_id))[1].text or None


def _set_window(turn: Turn, command: c.SetWindow) -> None:
    order = _draft(turn, command.order_id)
    try:
        day = date.fromisoformat(command.on)
    except ValueError:
        raise Refusal("window-not-a-day") from None
    today = turn.stage.today
    if not today <= day <= today + timedelta(days=FURTHEST_DAYS):
        raise Refusal("window-not-that-day", day=turn.words.day(day, today))
    set_window(turn.session, order, day, None if command.day_part == "any" else command.day_part, turn.now)


def _pay(turn: Turn, command: c.Pay) -> None:
    """Choose how to pay. A card order that waits: look whether it was paid, or let her pay another way."""
    if command.pay_by is PayBy.CARD and not turn.stage.settings.takes_cards:
        raise Refusal("pay-no-cards")
    meant = _meant(turn, command.order_id)
    waiting = _waiting_for_payment(turn, meant)
    if waiting is None:
        set_pay_by(turn.session, _draft(turn, meant), command.pay_by, turn.now)
    elif command.pay_by is PayBy.CARD:
        payment = current(turn.session, waiting.id)
        if payment is not None and payment.url:
            check_soon(turn.session, payment.id, turn.now)
            turn.say("pay-looking", code=waiting.code)
        if turn.message_id is None:
            turn.reply(pay_card(turn.stage, turn.person, waiting), slot=checkout_slot(waiting), fresh=True)
    else:
        pay_otherwise(turn.session, waiting, turn.now)
        set_pay_by(turn.session, waiting, command.pay_by, turn.now)


def _waiting_for_payment(turn: Turn, order_id: UUID | None) -> Order | None:
    """The order named, or the newest, if it waits for its card payment."""
    if order_id is not None:
        orders = [_own_order(turn, order_id)]
    else:
        orders = orders_of(turn.session, turn.person.id)
    return next((order for order in orders if order.state is OrderState.AWAITING_PAYMENT), None)


def _place(turn: Turn, order_id: UUID | None) -> None:
    order_id = _meant(turn, order_id)
    waiting = _waiting_for_payment(turn, order_id)
    if waiting is not None:  # tapped twice: the card page is what comes next
        turn.reply(pay_card(turn.stage, turn.person, waiting), slot=checkout_slot(waiting))
        return
    order = _draft(turn, order_id)
    ordered_from = turn.session.get_one(Round, order.round_id)
    if ordered_from.state is RoundState.CLOSED:
        proposal = proposal_of(turn.session, ordered_from, turn.stage.place_of(turn.person))
        if ask_first(turn, proposal):
            return
        must_be_orderable(proposal, turn.stage.today)
        must_be_deliverable(order, proposal)
        if not says_the_same(turn.session, order, proposal):
            turn.say("checkout-changed")
            draft_order(turn.session, proposal, order.currency, turn.now)
            focus_on(turn.session, turn.person.id, FocusKind.CHECKOUT, order.id)
            return
    lacks = what_is_lacking(order)
    if lacks == Lacking.ADDRESS:
        _ask_address(turn, order)
        return
    if lacks is not None:
        raise Refusal("checkout-how-to-pay")
    place(turn.session, turn.stage.vault, order, turn.now)
    focus_on(turn.session, turn.person.id, FocusKind.ORDER, order.id)


def _cancel(turn: Turn, command: c.CancelOrder) -> None:
    if command.order_id is None:
        going = [order for order in orders_of(turn.session, turn.person.id) if order.state in _CANCELLABLE]
        if not going:
            raise Refusal("order-none-to-cancel")
        order = going[0]
    else:
        order = _own_order(turn, command.order_id)
    if order.state not in _CANCELLABLE:
        raise _over(order)
    if not command.sure:
        _in_place(turn, cancel_card(turn.stage, turn.person, order), _slot(order))
        return
    cancel_order(turn.session, order, turn.now)


_CANCELLABLE = {OrderState.AWAITING_PAYMENT, OrderState.CONFIRMED}


def _track(turn: Turn, code: str) -> None:
    if code:
        order = order_by_code(turn.session, code)
        if order is None or (order.person_id != turn.person.id and Role.ADMIN not in turn.roles):
            raise Refusal("order-unknown", code=code)
        if order.person_id == turn.person.id:
            _show(turn, order)
        else:
            turn.reply(admin_history(turn.stage, turn.person, order))
        return
    mine = orders_of(turn.session, turn.person.id, 5)
    if not mine:
        begun = _meant(turn, None)
        if begun is None and Role.ADMIN in turn.roles:
            turn.reply(admin_orders(turn.stage, turn.person, 0), slot="orders", fresh=True)
            return
        if begun is None:
            raise Refusal("order-none")
        order = _own_order(turn, begun)
        turn.say("order-not-placed", code=order.code)
        turn.reply(checkout_card(turn.stage, turn.person, order), slot=checkout_slot(order), fresh=True)
        return
    going = [order for order in mine if order.state in _CANCELLABLE]
    for order in reversed(going[:3] or mine[:1]):
        _show(turn, order)


def _show(turn: Turn, order: Order) -> None:
    focus_on(turn.session, turn.person.id, FocusKind.ORDER, order.id)
    turn.reply(order_card(turn.stage, turn.person, order), slot=_slot(order), fresh=True)


def _show_again(turn: Turn, order: Order) -> None:
    """Back from a question to what was asked about, in the same message."""
    if order.state is OrderState.DRAFT:
        turn.reply(checkout_card(turn.stage, turn.person, order), slot=checkout_slot(order))
    else:
        turn.reply(order_card(turn.stage, turn.person, order), slot=_slot(order))


def _slot(order: Order) -> str:
    """Where an order stands in the chat: the card page's message, later the order's own."""
    return checkout_slot(order) if order.state is OrderState.AWAITING_PAYMENT else order_slot(order)
