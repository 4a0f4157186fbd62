"""What happened to a message, and why: the facts that the page shows beside it."""

import html
import re
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from bot.arrivals import arrival_of
from bot.inbox import InboxRow
from bot.playground.readings import Readings
from commerce.catalogue.models import Seller
from commerce.delivery.models import Carrier, Delivery
from commerce.events import EventRow, history
from commerce.money import Money
from commerce.orders.models import Order, OrderPart
from commerce.outbox import Outgoing, Shown
from commerce.people.models import Focus, Person
from commerce.quotes.models import Inquiry, Round
from commerce.settlement.ledger import Account, AccountKind, lines_of

__all__ = ["why"]

Facts = dict[str, Any]
LOOKED_BACK = 400
ROWS_SHOWN = 40
WORDS_SHOWN = 90
TAG = re.compile(r"</?[a-z][^>]*>")


def why(session: Session, chat_id: int, message_id: int, readings: Readings) -> Facts:
    """Section title -> facts about a message of this chat, a person's or the shop's; empty if unknown."""
    arrived = _arrived(session, chat_id, message_id)
    shown = session.exec(select(Shown).where(Shown.chat == chat_id, Shown.message == message_id)).first()
    if arrived is not None:
        return _about_arrival(session, arrived, readings)
    if shown is not None:
        return _about_shown(session, shown)
    asked = _arrived(session, chat_id, message_id, or_before=True)
    if asked is None:
        return {}
    words = (asked.payload["message"].get("text") or "not words")[:WORDS_SHOWN]
    return {"In answer to": words} | _about_arrival(session, asked, readings)


def _arrived(session: Session, chat_id: int, message_id: int, *, or_before: bool = False) -> InboxRow | None:
    """How a person's message came in, or the last one before it."""
    query = select(InboxRow).where(InboxRow.lane == chat_id).order_by(col(InboxRow.update_id).desc())
    for row in session.exec(query.limit(LOOKED_BACK)):
        number = (row.payload.get("message") or {}).get("message_id")
        if number == message_id or (or_before and number is not None and number < message_id):
            return row
    return None


def _about_arrival(session: Session, row: InboxRow, readings: Readings) -> Facts:
    told: Facts = {}
    arrival = arrival_of(row.payload)
    reading = readings.find(row.lane, arrival.text, row.received_at) if arrival else None
    if reading is not None:
        told["Understood as"] = reading
    elif arrival is not None:
        told["Understood as"] = "No words had to be understood: a link, a command or a plain answer."
    told["It became"] = {
        "command": row.command or "nothing yet",
        "state": row.state.value,
        **({"reference": row.reference} if row.reference else {}),
    }
    told["Sent because of it"] = _sent_after(session, row)
    person = session.exec(select(Person).where(Person.account == row.lane)).first()
    if person is not None:
        focus = session.get(Focus, person.id)
        if focus is not None:
            told["Before the person now"] = {"what": focus.kind.value, "open question": focus.asks or "none"}
        query = select(Order).where(Order.person_id == person.id).order_by(col(Order.created_at).desc())
        order = session.exec(query).first()
        if order is not None:
            told |= _about_order(session, order)
    return told


def _sent_after(session: Session, row: InboxRow) -> list[Facts]:
    """What was posted until the next message of anybody came in."""
    following = session.exec(
        select(InboxRow).where(InboxRow.received_at > row.received_at).order_by(col(InboxRow.received_at))
    ).first()
    query = select(Outgoing).where(Outgoing.posted_at >= row.received_at)
    if following is not None:
        query = query.where(Outgoing.posted_at < following.received_at)
    names = {person.account: person.name for person in session.exec(select(Person))}
    return [
        {
            "to": names.get(sent.chat, str(sent.chat)),
            "about": (sent.slot or "words").partition(":")[0],
            "state": sent.state.value,
            "words": html.unescape(TAG.sub("", str(sent.payload.get("text", ""))))[:WORDS_SHOWN],
        }
        for sent in session.exec(query.order_by(col(Outgoing.seq)).limit(ROWS_SHOWN))
    ]


def _about_shown(session: Session, shown: Shown) -> Facts:
    kind, _, subject = shown.slot.partition(":")
    told: Facts = {"It shows": kind}
    try:
        subject_id = UUID(subject)
    except ValueError:
        return told
    order = _order_behind(session, kind, subject_id)
    if order is not None:
        told |= _about_order(session, order)
    subjects = _subjects(session, kind, subject_id)
    told["What happened"] = [_told(event) for event in history(session, subjects)[-ROWS_SHOWN:]]
    posted = session.exec(select(Outgoing).where(Outgoing.chat == shown.chat, Outgoing.slot == shown.slot))
    told["Sent or changed"] = [
        {"at": _clock(row.posted_at), "state": row.state.value, "error": row.error or ""}
        for row in list(posted)[-ROWS_SHOWN:]
    ]
    return told


def _order_behind(session: Session, kind: str, subject: UUID) -> Order | None:
    """The order that a card of this kind shows; of a list or a round, the latest made from it."""
    if kind in {"order", "checkout"}:
        return session.get(Order, subject)
    if kind == "pick":
        part = session.get(OrderPart, subject)
        return session.get(Order, part.order_id) if part else None
    if kind == "delivery":
        delivery = session.get(Delivery, subject)
        return session.get(Order, delivery.order_id) if delivery else None
    query = select(Order).join(Round, col(Round.id) == col(Order.round_id))
    query = query.where((col(Round.id) == subject) | (col(Round.list_id) == subject))
    return session.exec(query.order_by(col(Order.created_at).desc())).first()


def _subjects(session: Session, kind: str, subject: UUID) -> list[UUID]:
    """Whose history belongs to the card: an inquiry's round is told with it."""
    inquiry = session.get(Inquiry, subject) if kind in {"inquiry", "readback"} else None
    return [subject, inquiry.round_id] if inquiry else [subject]


def _about_order(session: Session, order: Order) -> Facts:
    sellers = {seller.id: seller.name for seller in session.exec(select(Seller))}
    carriers = {carrier.id: carrier.name for carrier in session.exec(select(Carrier))}
    names = {str(key): name for key, name in {**sellers, **carriers}.items()}
    parts = list(session.exec(select(OrderPart).where(OrderPart.order_id == order.id)))
    delivery = session.exec(select(Delivery).where(Delivery.order_id == order.id)).first()
    facts: Facts = {
        "code": order.code,
        "state": order.state.value,
        "handover": order.handover.value,
        "paid by": order.pay_by.value if order.pay_by else "open",
    }
    if delivery is not None:
        facts["brought by"] = f"{carriers[delivery.carrier_id]}, {delivery.state.value}"
    return {
        "The order": facts,
        "Its parts": [
            {
                "seller": sellers[part.seller_id],
                "code": part.code,
                "state": part.state.value,
                "goods": _sum(part.goods_minor, order.currency),
            }
            for part in parts
        ],
        "Money that moved": [
            {
                "for": entry.key.partition(":")[0],
                "account": _owner(posting.account, names),
                "debit": _sum(posting.amount_minor, posting.currency) if posting.amount_minor > 0 else "",
                "credit": _sum(-posting.amount_minor, posting.currency) if posting.amount_minor < 0 else "",
            }
            for entry, postings in lines_of(session, order.id)
            for posting in postings
        ],
        "History of the order": [_told(event) for event in history(session, [order.id])[-ROWS_SHOWN:]],
    }


def _told(event: EventRow) -> Facts:
    facts = ", ".join(f"{name} {value}" for name, value in event.facts.items() if not _is_id(value))
    return {"at": _clock(event.at), "event": event.kind, "facts": facts[: 2 * WORDS_SHOWN]}


def _is_id(value: object) -> bool:
    try:
        UUID(str(value))
    except ValueError:
        return False
    return True


def _owner(account: Account, names: dict[str, str]) -> str:
    name = names.get(account.owner, account.owner)
    return f"{account.kind.value} {name}".strip() if account.kind is not AccountKind.PERSON else "person"


def _sum(minor: int, currency: str) -> str:
    return f"{Money(minor, currency).major} {currency}"


def _clock(at: datetime) -> str:
    return f"{at.astimezone():%a %H:%M:%S}"
