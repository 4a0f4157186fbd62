"""The order behind a message: its life, its parts and delivery, what was paid, and what the books say."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from bot.playground.why.naming import Namer, spaced
from bot.playground.why.sending import told
from bot.turn import Stage
from commerce.delivery.models import DELIVERY_LIFE, Delivery
from commerce.delivery.service import delivery_place, stops_of
from commerce.events import EventRow, history
from commerce.orders.models import ORDER_LIFE, PART_LIFE, Order, OrderPart
from commerce.people.addresses import address_of, open_address
from commerce.settlement.ledger import Account, AccountKind, lines_of
from commerce.settlement.models import Payment, Refund
from commerce.settlement.states import PAYMENT_LIFE, REFUND_LIFE
from commerce.states import Life

__all__ = ["about_order", "books", "life", "order_behind"]

Facts = dict[str, Any]
ROWS_SHOWN = 60
ORDER_STATES = {
    "OrderDrafted": "draft", "OrderReopened": "draft", "OrderPlaced": "placed", "OrderConfirmed": "confirmed",
    "OrderDone": "done", "OrderCancelled": "cancelled", "OrderLapsed": "lapsed",
}  # fmt: skip
PAYMENT_STATES = {
    "PaymentRequested": "requested", "PaymentOpened": "open", "PaymentPaid": "paid",
    "PaymentFailed": "failed", "PaymentLapsed": "lapsed", "PaymentCancelled": "cancelled",
    "PaymentCameLate": "late", "PaymentRefunded": "refunded",
}  # fmt: skip
MEANS = {
    AccountKind.PERSON: ("", "still owed to her"),
    AccountKind.SELLER: ("", "to be paid out"),
    AccountKind.CARRIER: ("", "to be paid out"),
    AccountKind.PROVIDER: ("held by the bank for the shop", ""),
    AccountKind.CASH: ("cash in hand, owed to the shop", ""),
    AccountKind.SHOP: ("", "the shop's own"),
}
"""What a balance on the debit and on the credit side means."""


def life(what: str, table: Life[Any], state: StrEnum, past: Iterable[tuple[str, str]]) -> Facts:
    """States that were, with their times, the one that is, and those that may follow."""
    been = [{"state": spaced(name), "at": at} for name, at in past]
    now = spaced(state.value)
    if not been or been[-1]["state"] != now:
        been.append({"state": now, "at": ""})
    return {
        "kind": "life",
        "what": what,
        "past": been,
        "next": sorted(spaced(one.value) for one in table[state] if one is not state),
    }


def order_behind(session: Session, number: UUID) -> Order | None:
    """The order that an id belongs to: its own, a part's, a payment's, a delivery's, a refund's."""
    if (order := session.get(Order, number)) is not None:
        return order
    refund = session.get(Refund, number)
    payment = session.get(Payment, refund.payment_id if refund else number)
    row = payment or session.get(OrderPart, number) or session.get(Delivery, number)
    return session.get(Order, row.order_id) if row is not None else None


def about_order(stage: Stage, namer: Namer, order: Order) -> Facts:
    session = stage.session
    rows = history(session, [order.id])
    payments = list(
        session.exec(select(Payment).where(Payment.order_id == order.id).order_by(col(Payment.attempt)))
    )
    facts: Facts = {
        f"Order {order.code}": {
            "for": namer.of(order.person_id),
            "handed over": {"delivery": "at the door", "collect": "at the counter"}[order.handover.value],
            "paid by": spaced(order.pay_by.value) if order.pay_by else "not said yet",
            **(
                {"wanted": f"{namer.day(order.deliver_on)} {order.day_part or ''}".strip()}
                if order.deliver_on
                else {}
            ),
            **({"address": _address(stage, order.address_id)} if order.address_id else {}),
        },
        "Life of the order": [life("order", ORDER_LIFE, order.state, _states(namer, rows, ORDER_STATES))],
    }
    facts["Life of the order"] += _parts(session, namer, order, rows)
    facts |= _delivery(stage, namer, order, rows)
    if payments:
        facts["Payments"] = [_payment(session, namer, payment, rows) for payment in payments]
    if (entries := books(session, namer, order))["entries"]:
        facts["Money that moved"] = entries
    facts["History of the order"] = told(namer, rows[-ROWS_SHOWN:])
    return facts


def _states(namer: Namer, rows: Iterable[EventRow], names: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(names[row.kind], namer.at(row.at)) for row in rows if row.kind in names]


def _address(stage: Stage, address_id: UUID) -> Facts:
    name, plain = open_address(stage.vault, address_of(stage.session, address_id))
    return _sealed(name, plain.text or f"{plain.latitude}, {plain.longitude}")


def _sealed(name: str, place: str) -> Facts:
    return {
        "kind": "sealed",
        "words": f"{name}, {place}",
        "who": "sealed at rest; opened for the carrier of the delivery and for herself only",
    }


def _parts(session: Session, namer: Namer, order: Order, rows: Iterable[EventRow]) -> list[Facts]:
    parts = session.exec(
        select(OrderPart).where(OrderPart.order_id == order.id).order_by(col(OrderPart.code))
    )
    lives = []
    for part in parts:
        past = [
            (str(row.facts["state"]), namer.at(row.at))
            for row in rows
            if row.kind == "PartMoved" and row.facts.get("part_id") == str(part.id)
        ]
        goods = namer.money(part.goods_minor, order.currency)
        what = f"part {part.code} · {namer.of(part.seller_id)} · {goods}"
        lives.append(life(what, PART_LIFE, part.state, past))
    return lives


def _delivery(stage: Stage, namer: Namer, order: Order, rows: Iterable[EventRow]) -> Facts:
    session = stage.session
    delivery = session.exec(select(Delivery).where(Delivery.order_id == order.id)).first()
    if delivery is None:
        return {}
    moved = {str(row.facts["state"]): row.at for row in rows if row.kind == "DeliveryMoved"}
    past = [("assigned", namer.at(delivery.created_at))]
    past += [(state, namer.at(at)) for state, at in moved.items()]
    name, place = delivery_place(stage.vault, delivery)
    facts: Facts = {
        "by": namer.of(delivery.carrier_id),
        "code": delivery.code,
        "delivery information": _sealed(name, place.text or "the place on the map"),
    }
    if delivery.cash_minor:
        facts["cash to take"] = namer.money(delivery.cash_minor, delivery.currency)
    return {
        "Delivery": facts,
        "Life of the delivery": [life("delivery", DELIVERY_LIFE, delivery.state, past)],
        "Stops": [
            {
                "stop": stop.n,
                "what": "pick up " + namer.of(stop.part_id) if stop.part_id else "the door",
                "done": namer.at(stop.done_at) if stop.done_at else "",
            }
            for stop in stops_of(session, delivery.id)
        ],
    }


def _payment(session: Session, namer: Namer, payment: Payment, rows: Iterable[EventRow]) -> Facts:
    own = [row for row in rows if row.facts.get("payment_id") == str(payment.id)]
    amount = namer.money(payment.amount_minor, payment.currency)
    what = f"payment {payment.attempt} · {spaced(payment.method.value)} · {amount}"
    drawn = life(what, PAYMENT_LIFE, payment.state, _states(namer, own, PAYMENT_STATES))
    refunds = session.exec(select(Refund).where(Refund.payment_id == payment.id))
    drawn["more"] = [
        life(
            f"refund · {namer.money(refund.amount_minor, payment.currency)} · {refund.reason}",
            REFUND_LIFE,
            refund.state,
            [("asked", namer.at(refund.asked_at)), *_done(namer, refund.done_at)],
        )
        for refund in refunds
    ]
    return drawn


def _done(namer: Namer, at: datetime | None) -> list[tuple[str, str]]:
    return [("done", namer.at(at))] if at else []


def books(session: Session, namer: Namer, order: Order) -> Facts:
    """The entries of an order as a double-entry table: debit, credit, their sums, what is left open."""
    entries = []
    sums: dict[Account, int] = {}
    debit = credit = 0
    for entry, postings in lines_of(session, order.id):
        lines = []
        for posting in postings:
            amount = posting.amount_minor
            debit, credit = debit + max(amount, 0), credit + max(-amount, 0)
            sums[posting.account] = sums.get(posting.account, 0) + amount
            shown = namer.money(abs(amount), posting.currency)
            lines.append(
                {
                    "account": _account(namer, posting.account),
                    "debit": shown if amount > 0 else "",
                    "credit": shown if amount < 0 else "",
                }
            )
        balanced = sum(posting.amount_minor for posting in postings) == 0
        what = spaced(entry.key.partition(":")[0].replace("-", " "))
        entries.append({"at": namer.at(entry.at), "what": what, "lines": lines, "balanced": balanced})
    return {
        "kind": "ledger",
        "entries": entries,
        "debit": namer.money(debit, order.currency),
        "credit": namer.money(credit, order.currency),
        "balanced": debit == credit and all(entry["balanced"] for entry in entries),
        "open": [
            {
                "account": _account(namer, account),
                "amount": namer.money(abs(amount), order.currency),
                "means": MEANS[account.kind][amount < 0] or ("debit" if amount > 0 else "credit"),
            }
            for account, amount in sums.items()
            if amount
        ],
    }


def _account(namer: Namer, account: Account) -> str:
    try:
        name = namer.of(account.owner)
    except ValueError:
        name = account.owner
    return f"{account.kind.value} · {name}" if name else f"{account.kind.value}"
