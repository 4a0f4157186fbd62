"""Orders as their consumer sees them: completing one, paying, where it is."""

from datetime import timedelta
from enum import StrEnum

from bot.commands import (
    AskAddress,
    AskWindow,
    CancelOrder,
    Pay,
    PlaceOrder,
    SetHandover,
    SetWindow,
    ShowOrder,
    ShowProposal,
)
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words
from commerce.catalogue.service import seller_of
from commerce.delivery.models import DeliveryState
from commerce.delivery.service import delivery_of_order
from commerce.methods.models import Component
from commerce.orders.models import Handover, Order, OrderLine, OrderPart, OrderState, PartState, PayBy
from commerce.orders.service import lines_of, parts_of, total_minor, what_is_lacking
from commerce.people.addresses import address_of, open_address
from commerce.people.models import Person
from commerce.settlement.service import current
from commerce.settlement.states import PaymentState

__all__ = [
    "cancel_card",
    "checkout_card",
    "checkout_slot",
    "order_card",
    "order_slot",
    "pay_card",
    "stands_for",
    "window_card",
]

DAYS_SHOWN = 4
DAY_PARTS = {"morning": 12, "afternoon": 18, "evening": 21}
"""Parts of a day, and the hour at which each ends."""

_STILL_TO_COME = {PartState.TO_PICK, PartState.PACKED, PartState.WITH_CARRIER}


def checkout_slot(order: Order) -> str:
    return f"checkout:{order.id}"


def order_slot(order: Order) -> str:
    return f"order:{order.id}"


def checkout_card(stage: Stage, person: Person, order: Order) -> Message:
    """What will be ordered, what is still to be said, and the buttons to say it."""
    words = stage.words(person)
    parts = parts_of(stage.session, order.id)
    names = ", ".join(seller_of(stage.session, part.seller_id).name for part in parts)
    lines = [
        words("checkout-title", code=order.code),
        words("checkout-from", sellers=names, count=sum(len(lines_of(stage.session, p.id)) for p in parts)),
        "",
        _handover_line(stage, words, order, parts),
        _window_line(stage, words, order),
        words("checkout-pay", pay_by=_key(order.pay_by) if order.pay_by else "open"),
        "",
        words("checkout-total", total=words.money(total_minor(stage.session, order), order.currency)),
    ]
    lacks = what_is_lacking(order)
    if lacks is not None:
        lines.append(words("checkout-lacks", what=lacks.replace("_", "-")))
    return Message("\n".join(lines), _checkout_buttons(stage, words, order))


def _handover_line(stage: Stage, words: Words, order: Order, parts: list[OrderPart]) -> Html:
    if order.handover is Handover.COLLECT:
        shops = [seller_of(stage.session, part.seller_id) for part in parts]
        places = "; ".join(f"{shop.name}, {shop.street} ({shop.opening_hours})" for shop in shops)
        return words("checkout-collect", places=places)
    if order.address_id is None:
        return words("checkout-deliver-where")
    _, plain = open_address(stage.vault, address_of(stage.session, order.address_id))
    return words("checkout-deliver", address=plain.text or words.plain("address-shared-place"))


def _window_line(stage: Stage, words: Words, order: Order) -> Html:
    earliest = max(part.ready_on for part in parts_of(stage.session, order.id))
    today = stage.today
    if order.deliver_on is None:
        return words("checkout-window-open", day=words.day(max(earliest, today), today))
    late = "yes" if order.deliver_on < earliest else "no"
    return words(
        "checkout-window",
        day=words.day(order.deliver_on, today),
        part=order.day_part or "any",
        late=late,
        ready=words.day(earliest, today),
    )


def _checkout_buttons(stage: Stage, words: Words, order: Order) -> tuple[tuple[Button, ...], ...]:
    delivers = order.handover is Handover.DELIVERY

    def choice(key: str, chosen: bool, command: SetHandover | Pay) -> Button:
        return Button(("● " if chosen else "○ ") + words.plain(key), command)

    rows: list[tuple[Button, ...]] = [
        (
            choice("button-deliver", delivers, SetHandover(Handover.DELIVERY, order.id)),
            choice("button-collect", not delivers, SetHandover(Handover.COLLECT, order.id)),
        )
    ]
    if delivers:
        key = "button-address" if order.address_id is None else "button-other-address"
        rows.append((Button(words.plain(key), AskAddress(order.id)),))
    pays = [("button-pay-card", PayBy.CARD)] if stage.settings.takes_cards else []
    pays.append(("button-pay-cash", PayBy.CASH) if delivers else ("button-pay-at-shop", PayBy.AT_SHOP))
    rows.append(tuple(choice(key, order.pay_by is way, Pay(way, order.id)) for key, way in pays))
    rows.append((Button(words.plain("button-window"), AskWindow(order.id)),))
    rows.append((Button(words.plain("button-place-order"), PlaceOrder(order.id)),))
    rows.append((Button(words.plain("button-back"), ShowProposal(order.round_id)),))
    return tuple(rows)


def window_card(stage: Stage, person: Person, order: Order) -> Message:
    """Days from the first on which everything is ready, each in the parts that are still to come."""
    words = stage.words(person)
    today = stage.today
    first = max([today, *(part.ready_on for part in parts_of(stage.session, order.id))])
    hour = stage.now.astimezone(words.zone).hour
    rows = []
    for ahead in range(DAYS_SHOWN):
        day = first + timedelta(days=ahead)
        row = tuple(
            Button(
                words.plain("button-day-part", day=words.day(day, today), part=part),
                SetWindow(day.isoformat(), part, order.id),
            )
            for part, ends_at in DAY_PARTS.items()
            if day > today or hour < ends_at
        )
        if row:
            rows.append(row)
    rows.append((Button(words.plain("button-back"), ShowOrder(order.id)),))
    return Message(words("window-which", code=order.code), tuple(rows))


def pay_card(stage: Stage, person: Person, order: Order) -> Message:
    """The card page, once it is open."""
    words = stage.words(person)
    payment = current(stage.session, order.id)
    if payment is None or payment.url is None or payment.state is not PaymentState.OPEN:
        return Message(words("pay-opening", code=order.code))
    total = words.money(payment.amount_minor, payment.currency)
    until = words.time(payment.expires_at) if payment.expires_at else ""
    otherwise = PayBy.CASH if order.handover is Handover.DELIVERY else PayBy.AT_SHOP
    return Message(
        words("pay-open", code=order.code, total=total, until=until),
        (
            (Button(words.plain("button-pay-now", total=total), url=payment.url),),
            (
                Button(words.plain("button-i-have-paid"), Pay(PayBy.CARD, order.id)),
                Button(words.plain("button-pay-otherwise", pay_by=_key(otherwise)), Pay(otherwise, order.id)),
            ),
            (Button(words.plain("button-cancel-order"), CancelOrder(order.id)),),
        ),
    )


def order_card(stage: Stage, person: Person, order: Order) -> Message:
    """Where everything is: each seller's part, the delivery, the payment."""
    words = stage.words(person)
    if order.state is OrderState.AWAITING_PAYMENT:
        return pay_card(stage, person, order)
    parts = parts_of(stage.session, order.id)
    total = words.money(total_minor(stage.session, order), order.currency)
    lines = [words("order-title", code=order.code, state=_key(order.state)), ""]
    for part in parts:
        lines.append(_part_line(stage, words, order, part))
        lines += [
            words(
                "order-line",
                packs=line.packs,
                title=line.title,
                instead=stands_for(stage, line) if line.substitute else "",
            )
            for line in lines_of(stage.session, part.id)
        ]
    delivery = delivery_of_order(stage.session, order.id)
    if delivery is not None:
        lines += ["", words("order-delivery", state=_key(delivery.state))]
        if delivery.cash_minor and delivery.state not in {DeliveryState.DELIVERED, DeliveryState.CANCELLED}:
            cash = words.money(delivery.cash_minor, delivery.currency)
            lines.append(words("order-cash", amount=cash))
    if order.state is OrderState.CONFIRMED and any(part.state in _STILL_TO_COME for part in parts):
        lines += [_handover_line(stage, words, order, parts), _window_line(stage, words, order)]
    lines += ["", words("order-total", total=total, paid=_paid(stage, order))]
    buttons: tuple[tuple[Button, ...], ...] = ()
    early = all(part.state in {PartState.TO_PICK, PartState.DRAFT} for part in parts)
    if order.state is OrderState.CONFIRMED and early:
        buttons = ((Button(words.plain("button-cancel-order"), CancelOrder(order.id)),),)
    return Message("\n".join(lines), buttons)


def stands_for(stage: Stage, line: OrderLine) -> str:
    """What a substitute was taken for."""
    return stage.session.get_one(Component, line.component_id).name


def cancel_card(stage: Stage, person: Person, order: Order) -> Message:
    words = stage.words(person)
    return Message(
        words("order-cancel-sure", code=order.code, paid="yes" if _paid(stage, order) == "paid" else "no"),
        (
            (
                Button(words.plain("button-cancel-yes"), CancelOrder(order.id, 1)),
                Button(words.plain("button-cancel-no"), ShowOrder(order.id)),
            ),
        ),
    )


def _key(kind: StrEnum) -> str:
    """A kind as the catalogue names it."""
    return kind.value.replace("_", "-")


def _part_line(stage: Stage, words: Words, order: Order, part: OrderPart) -> Html:
    seller = seller_of(stage.session, part.seller_id)
    return words(
        "order-part",
        seller=seller.name,
        state=_key(part.state),
        code=part.code if order.handover is Handover.COLLECT else "",
        day=words.day(part.ready_on, stage.today),
    )


def _paid(stage: Stage, order: Order) -> str:
    payment = current(stage.session, order.id)
    if payment is None:
        return "open"
    if payment.state is PaymentState.PAID:
        return "paid"
    if payment.state in {PaymentState.REFUNDED, PaymentState.PARTLY_REFUNDED}:
        return "refunded"
    if payment.state in {PaymentState.CANCELLED, PaymentState.LAPSED, PaymentState.FAILED}:
        return "off"
    return _key(payment.method)
