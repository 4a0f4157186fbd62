"""What the shop has promised itself to do next, as a person would say it: the list beside the clock."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from bot.playground.shop import Due
from commerce.due import DueState, DueWork
from commerce.methods.models import ComponentList
from commerce.methods.service import READ_PAGE
from commerce.orders.models import Order
from commerce.people.models import Person
from commerce.quotes.asking import CLOSE_ROUND
from commerce.quotes.models import Round
from commerce.settlement.models import Payment, Refund
from commerce.settlement.refunds import REFUND_PAYMENT
from commerce.settlement.service import CHECK_PAYMENT, EXPIRE_CHECKOUT, OPEN_CHECKOUT, SETTLEMENT_EVENT

__all__ = ["agenda"]

ROWS_SHOWN = 6
OF_PAYMENTS = {
    OPEN_CHECKOUT: "The card page of {whose} opens",
    EXPIRE_CHECKOUT: "The card page of {whose} closes",
    CHECK_PAYMENT: "The bank is asked whether {whose} is paid",
}


def agenda(session: Session, kinds: Collection[str]) -> list[Due]:
    """The next few waiting works of `kinds`, the soonest first."""
    query = (
        select(DueWork)
        .where(DueWork.state == DueState.WAITING, col(DueWork.kind).in_(kinds))
        .order_by(col(DueWork.due_at))
        .limit(ROWS_SHOWN)
    )
    return [Due(work.due_at, _what(session, work)) for work in session.exec(query)]


def _what(session: Session, work: DueWork) -> str:
    if work.kind == CLOSE_ROUND:
        opened = session.get_one(Round, work.subject_id)
        return f"The round of {_name(session, opened.person_id)} closes"
    if work.kind == READ_PAGE:
        wanted = session.get_one(ComponentList, work.subject_id)
        return f"A page of {_name(session, wanted.person_id)} is read"
    if work.kind in OF_PAYMENTS:
        return OF_PAYMENTS[work.kind].format(whose=_order_of(session, work.subject_id))
    if work.kind == REFUND_PAYMENT:
        refund = session.get_one(Refund, work.subject_id)
        return f"The refund of {_order_of(session, refund.payment_id)} is looked after"
    if work.kind == SETTLEMENT_EVENT:
        return "News from the bank is looked into"
    return work.kind.replace("_", " ").capitalize()


def _name(session: Session, person_id: object) -> str:
    person = session.get(Person, person_id)
    return person.name if person is not None else "somebody"


def _order_of(session: Session, payment_id: object) -> str:
    payment = session.get(Payment, payment_id)
    order = session.get(Order, payment.order_id) if payment is not None else None
    return f"order {order.code}" if order is not None else "an order"
