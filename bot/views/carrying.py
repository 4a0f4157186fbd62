"""What carriers see: the stops of a delivery, and the address, which no seller ever gets."""

from bot.commands import DeliveryFailed, StopDone
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words
from commerce.catalogue.service import seller_of
from commerce.delivery.models import Delivery, DeliveryState, Stop, StopKind
from commerce.delivery.service import delivery_place, stops_of
from commerce.orders.models import OrderPart, PartState
from commerce.orders.service import order_of
from commerce.people.models import Person

__all__ = ["delivery_card", "delivery_slot"]


def delivery_slot(delivery: Delivery) -> str:
    return f"delivery:{delivery.id}"


def delivery_card(stage: Stage, person: Person, delivery: Delivery) -> Message:
    """The stops in driving order, each tapped when done."""
    words = stage.words(person)
    stops = stops_of(stage.session, delivery.id)
    order = order_of(stage.session, delivery.order_id)
    lines = [
        words("delivery-title", code=delivery.code, state=delivery.state.value.replace("_", "-")),
        "",
        *(_stop_line(stage, person, delivery, stop) for stop in stops),
    ]
    if order.deliver_on is not None:
        day = words.day(order.deliver_on, stage.today)
        lines += ["", words("delivery-window", day=day, part=order.day_part or "any")]
    if delivery.cash_minor and delivery.state not in {DeliveryState.DELIVERED, DeliveryState.CANCELLED}:
        lines.append(words("delivery-cash", amount=words.money(delivery.cash_minor, delivery.currency)))
    return Message("\n".join(lines), _buttons(stage, person, delivery, stops))


def _stop_line(stage: Stage, person: Person, delivery: Delivery, stop: Stop) -> Html:
    words = stage.words(person)
    done = "yes" if stop.done_at else "no"
    if stop.kind is StopKind.PICK_UP:
        part = stage.session.get_one(OrderPart, stop.part_id)
        seller = seller_of(stage.session, part.seller_id)
        packed = "no" if part.state is PartState.TO_PICK else "yes"
        return words(
            "delivery-pick-up",
            n=stop.n,
            done=done,
            seller=seller.name,
            street=seller.street,
            code=part.code,
            packed=packed,
        )
    if delivery.state is DeliveryState.DELIVERED:
        return words("delivery-drop-done", n=stop.n)
    if delivery.state is DeliveryState.CANCELLED:
        return words("delivery-drop-off", n=stop.n)
    name, place = delivery_place(stage.vault, delivery)
    where = place.text or words.plain("delivery-shared-place")
    return words("delivery-drop", n=stop.n, done=done, name=name, address=where)


def _map_button(stage: Stage, words: Words, delivery: Delivery) -> list[tuple[Button, ...]]:
    """A shared place has no street: the map shows the way to it."""
    _, place = delivery_place(stage.vault, delivery)
    if place.latitude is None or place.longitude is None:
        return []
    at = f"{place.latitude:.5f}", f"{place.longitude:.5f}"
    url = f"https://www.openstreetmap.org/?mlat={at[0]}&mlon={at[1]}#map=18/{at[0]}/{at[1]}"
    return [(Button(words.plain("button-map"), url=url),)]


def _buttons(
    stage: Stage, person: Person, delivery: Delivery, stops: list[Stop]
) -> tuple[tuple[Button, ...], ...]:
    """Only what can be done next: packed pick-ups, then the door."""
    words = stage.words(person)
    rows: list[tuple[Button, ...]] = []
    waiting = [stop for stop in stops if stop.kind is StopKind.PICK_UP and stop.done_at is None]
    if delivery.state is DeliveryState.CANCELLED:
        return ()
    for stop in waiting:
        part = stage.session.get_one(OrderPart, stop.part_id)
        if part.state is PartState.PACKED:
            seller = seller_of(stage.session, part.seller_id)
            rows.append((Button(words.plain("button-picked-up", seller=seller.name), StopDone(stop.id)),))
    if delivery.state is not DeliveryState.DELIVERED:
        rows += _map_button(stage, words, delivery)
    drop = next(stop for stop in stops if stop.kind is StopKind.DROP)
    if not waiting and drop.done_at is None:
        cash = delivery.cash_minor
        amount = words.money(cash, delivery.currency) if cash else ""
        rows.append((Button(words.plain("button-delivered", cash=amount), StopDone(drop.id)),))
        if delivery.state is DeliveryState.UNDER_WAY:
            rows.append((Button(words.plain("button-nobody-there"), DeliveryFailed(delivery.id)),))
    return tuple(rows)
