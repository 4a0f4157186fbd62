"""Admins see the orders and one order's history; nobody else does."""

import re

import pytest
from sqlmodel import Session, select

from commerce.orders.models import Handover, Order, OrderState
from tests.journeys.ordering import ADDRESS, ONE_SHOP, books, confirmed, data_of, forges, packs_all
from tests.journeys.town import Town


@pytest.mark.feature("X12")
async def test_an_admin_sees_the_orders_and_one_orders_history(town: Town) -> None:
    mia, robert = await town.person("mia"), await town.person("robert")
    await robert.says("/orders")
    await robert.sees("no orders yet")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    await packs_all(await town.person("chiara"))
    await mia.sees("has packed")
    await robert.says("/orders")
    await robert.sees("One order")
    await robert.taps(code)
    history = await robert.sees(f"Order {code} · confirmed")
    for fact in ("Mia Winter", "Feinkost Marini", "packed", "Radkurier Lindenau", "order placed"):
        assert fact in history.text, fact
    assert ADDRESS not in history.text
    part = re.search(r"Feinkost Marini (\w{5}):", history.text)
    assert part is not None
    await robert.says(f"/order {part[1].lower()}")
    await robert.sees(f"Order {code} · confirmed")
    await robert.says("/order NOPE9")
    await robert.sees("I don't find “NOPE9”")
    await robert.says("/order")
    await robert.sees("Which order? Write its code, for example")


@pytest.mark.feature("X13")
async def test_an_order_is_found_by_the_code_that_a_seller_or_a_courier_knows(town: Town) -> None:
    mia, robert = await town.person("mia"), await town.person("robert")
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    chiara, tobias = await town.person("chiara"), await town.person("tobias")
    inquiry = await chiara.sees("Inquiry", anywhere=True)
    delivery = await tobias.sees("Delivery", anywhere=True)
    for known in (inquiry.text.split()[1], delivery.text.split()[1]):
        await robert.says(f"/order {known}")
        await robert.sees(f"Order {code} · confirmed")


@pytest.mark.feature("X13")
async def test_tracking_is_the_history_and_all_orders_to_an_admin_who_bought_nothing(town: Town) -> None:
    code = await confirmed(town, await town.person("mia"), ONE_SHOP, "chiara")
    robert = await town.person("robert")
    await robert.says(f"/track {code}")
    history = await robert.sees("order placed")
    assert "to you" not in history.text
    await robert.says("/track")
    await robert.sees("One order", button=code)


@pytest.mark.feature("X12")
async def test_an_admins_command_is_refused_to_everyone_else(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    for who in (mia, chiara):
        await who.says("/orders")
        await who.sees("That's for the shop's admins")
        await who.says(f"/order {code}")
        await who.sees("That's for the shop's admins")
        await forges(town, who, data_of("AdminOrderHistory", code))
        await who.sees("That's for the shop's admins")
        await forges(town, who, data_of("AdminOrders", 0))
        await who.sees("That's for the shop's admins")


@pytest.mark.feature("X14")
async def test_many_orders_are_paged_in_place(town: Town) -> None:
    mia, robert = await town.person("mia"), await town.person("robert")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    await books(town, lambda session: _more_orders(session, 19))
    await robert.says("/orders")
    first = await robert.sees("20 orders", button="1/3")
    await robert.taps("›")
    second = await robert.sees("20 orders", button="2/3")
    assert second.id == first.id
    await robert.taps("‹")
    back = await robert.sees("20 orders", button="1/3")
    assert back.id == first.id


def _more_orders(session: Session, count: int) -> None:
    known = session.exec(select(Order)).one()
    for _ in range(count):
        session.add(
            Order(
                person_id=known.person_id,
                round_id=known.round_id,
                state=OrderState.CANCELLED,
                handover=Handover.COLLECT,
                created_at=known.created_at,
            )
        )
