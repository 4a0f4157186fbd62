"""An order as it stands, kept from other units. Whoever moves an order or one of its parts begins here."""

from uuid import UUID

from sqlmodel import Session, select

from commerce.orders.models import Order, OrderPart

__all__ = ["locked_order"]


def locked_order(session: Session, order_id: UUID) -> Order:
    """The order and its parts as they are now; other units wait until this one ends.

    `key_share`: rows that refer to the order can be written meanwhile, so that two units that did so do not
    wait for each other here.
    """
    now_so = {"populate_existing": True}
    order_query = select(Order).where(Order.id == order_id).with_for_update(key_share=True)
    order = session.exec(order_query, execution_options=now_so).one()
    session.exec(select(OrderPart).where(OrderPart.order_id == order_id), execution_options=now_so).all()
    return order
