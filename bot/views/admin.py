"""What admins see: the orders, and everything that happened to one. Addresses stay sealed for them, too."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from bot.commands import AdminOrderHistory, AdminOrders
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words
from commerce.catalogue.models import Seller
from commerce.catalogue.service import members_of, seller_of
from commerce.delivery.service import carrier_of, delivery_of_order, members_of_carrier
from commerce.events import EventRow, history
from commerce.orders.models import Order, OrderPart, OrderState
from commerce.orders.service import parts_of, total_minor
from commerce.people.models import Person
from commerce.quotes.asking import inquiries_of
from commerce.quotes.models import Inquiry, Round
from commerce.settlement.service import current

__all__ = ["admin_history", "admin_orders"]

ORDERS_PER_PAGE = 8
BUTTONS_PER_ROW = 4
MOST_HISTORY = 40


def admin_orders(stage: Stage, person: Person, page: int) -> Message:
    """The placed orders, the newest first, a page at a time."""
    words = stage.words(person)
    placed = Order.state != OrderState.DRAFT
    count = stage.session.exec(select(func.count()).select_from(Order).where(placed)).one()
    if not count:
        return Message(words("admin-no-orders"))
    pages = -(-count // ORDERS_PER_PAGE)
    page = min(max(page, 0), pages - 1)
    query = select(Order).where(placed).order_by(col(Order.created_at).desc(), col(Order.code))
    orders = list(stage.session.exec(query.offset(page * ORDERS_PER_PAGE).limit(ORDERS_PER_PAGE)))
    lines = [words("admin-orders-title", count=count), ""]
    for order in orders:
        sellers = ", ".join(
            seller_of(stage.session, part.seller_id).name for part in parts_of(stage.session, order.id)
        )
        lines.append(
            words(
                "admin-order-line",
                code=order.code,
                state=words("order-state", state=_key(order.state)),
                total=words.money(total_minor(stage.session, order), order.currency),
                at=_moment(words, order.created_at),
                sellers=sellers,
            )
        )
    codes = [Button(order.code, AdminOrderHistory(order.code)) for order in orders]
    buttons = [tuple(codes[at : at + BUTTONS_PER_ROW]) for at in range(0, len(codes), BUTTONS_PER_ROW)]
    if pages > 1:
        buttons.append(
            (
                Button("‹", AdminOrders((page - 1) % pages)),
                Button(words.plain("page-of", page=page + 1, pages=pages), AdminOrders(page)),
                Button("›", AdminOrders((page + 1) % pages)),
            )
        )
    return Message("\n".join(lines), tuple(buttons))


def admin_history(stage: Stage, person: Person, order: Order) -> Message:
    """Where an order stands and everything that happened to it, from the list to the door."""
    words = stage.words(person)
    asked = stage.session.get_one(Round, order.round_id)
    parts = parts_of(stage.session, order.id)
    inquiries = inquiries_of(stage.session, asked.id)
    delivery = delivery_of_order(stage.session, order.id)
    subjects = [order.id, asked.list_id, asked.id, *(part.id for part in parts)]
    subjects += [inquiry.id for inquiry in inquiries]
    if delivery is not None:
        subjects.append(delivery.id)
    told = _told(stage, words, history(stage.session, subjects), _sellers_behind(stage, parts, inquiries))
    earlier = len(told) - MOST_HISTORY
    lines = [*_standing(stage, words, order, parts), ""]
    if earlier > 0:
        lines.append(words("admin-history-earlier", count=earlier))
    return Message("\n".join([*lines, *told[-MOST_HISTORY:]]))


def _standing(stage: Stage, words: Words, order: Order, parts: Sequence[OrderPart]) -> list[Html]:
    """Who, what, and whom nobody can reach."""
    session = stage.session
    consumer = session.get_one(Person, order.person_id)
    payment = current(session, order.id)
    lines = [
        words(
            "admin-history-title",
            code=order.code,
            state=words("order-state", state=_key(order.state)),
            total=words.money(total_minor(session, order), order.currency),
        ),
        words(
            "admin-history-who",
            name=consumer.name,
            person=consumer.code,
            reachable="yes" if consumer.reachable else "no",
        ),
        words(
            "admin-history-payment",
            method=_key(payment.method) if payment else "none",
            state=_key(payment.state) if payment else "none",
        ),
    ]
    for part in parts:
        seller = seller_of(session, part.seller_id)
        reachable = any(member.reachable for member in members_of(session, seller.id))
        lines.append(
            words(
                "admin-history-part",
                seller=seller.name,
                code=part.code,
                state=words("part-state", state=_key(part.state)),
                goods=words.money(part.goods_minor, order.currency),
                reachable="yes" if reachable else "no",
            )
        )
    delivery = delivery_of_order(session, order.id)
    if delivery is not None:
        carrier = carrier_of(session, delivery.carrier_id)
        reachable = any(member.reachable for member in members_of_carrier(session, carrier.id))
        lines.append(
            words(
                "admin-history-delivery",
                carrier=carrier.name,
                code=delivery.code,
                state=words("delivery-state", state=_key(delivery.state)),
                reachable="yes" if reachable else "no",
            )
        )
    return lines


def _told(stage: Stage, words: Words, rows: Sequence[EventRow], sellers: dict[str, str]) -> list[Html]:
    """One line for each event, whatever number of subjects it has."""
    lines: dict[tuple[datetime, str, str], Html] = {}
    for row in rows:
        facts = row.facts
        detail = [
            str(facts[name]) for name in ("state", "what", "why", "method", "failure") if facts.get(name)
        ]
        seller = next((sellers[str(v)] for v in facts.values() if str(v) in sellers), "")
        if seller:
            detail.insert(0, seller)
        if "amount_minor" in facts:
            detail.append(words.money(int(facts["amount_minor"]), str(facts["currency"])))
        shown = ", ".join(part.replace("_", " ") for part in detail)
        key = (row.at, row.kind, shown)
        if key not in lines:
            lines[key] = words(
                "admin-history-line", at=_moment(words, row.at), kind=_spaced(row.kind), detail=shown
            )
    return list(lines.values())


def _sellers_behind(stage: Stage, parts: Sequence[OrderPart], inquiries: Sequence[Inquiry]) -> dict[str, str]:
    """The seller's name behind the ids that events name: of sellers, parts and inquiries."""
    session: Session = stage.session
    ids: list[tuple[UUID, UUID]] = [(part.id, part.seller_id) for part in parts]
    ids += [(inquiry.id, inquiry.seller_id) for inquiry in inquiries]
    names = {seller_id: session.get_one(Seller, seller_id).name for _, seller_id in ids}
    return {str(key): names[seller_id] for key, seller_id in [*ids, *((s, s) for s in names)]}


def _key(kind: object) -> str:
    return str(kind).replace("_", "-")


def _moment(words: Words, at: datetime) -> str:
    return f"{at.astimezone(words.zone):%d.%m.} {words.time(at)}"


def _spaced(kind: str) -> str:
    """ "RoundOpened" -> "round opened"."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip()
