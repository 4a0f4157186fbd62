"""One courier collects from the shops and brings it to the door."""

import re

import pytest
from sqlmodel import select

from commerce.delivery.models import Delivery, Stop
from commerce.orders.models import Order, OrderState
from tests.journeys.ordering import (
    ADDRESS,
    ONE_SHOP,
    PLACE,
    TWO_SHOPS,
    books,
    checkout,
    confirmed,
    data_of,
    forges,
    packs_all,
    states_of_orders,
)
from tests.journeys.town import Town

TIMBER = "6 m of 38x89 mm timber\n100 wood screws 4x40\n100 wood screws 5x60"
FROZEN = "450 g frozen spinach\n450 g frozen peas\n300 g frozen blueberries\n5 l extra virgin olive oil"


@pytest.mark.feature("M7", "M14", "F4")
async def test_one_courier_collects_from_two_shops_and_brings_it(town: Town) -> None:
    mia, tobias = await town.person("mia"), await town.person("tobias")
    await mia.starts()
    code = await confirmed(town, mia, TWO_SHOPS, "chiara", "piotr")
    stops = await tobias.sees("Delivery", anywhere=True)
    assert ADDRESS in stops.text
    assert "Mia Winter" in stops.text
    assert stops.buttons == [], "nothing is packed yet"
    await packs_all(await town.person("chiara"))
    await tobias.sees("has packed its part")
    await tobias.taps("📦 Picked up at Feinkost Marini")
    await mia.sees("has picked up the part of Feinkost Marini")
    await packs_all(await town.person("piotr"))
    await tobias.taps("📦 Picked up at Holz & Schraube")
    await mia.sees("on the way to you")
    await tobias.taps(re.compile("🏠 Delivered"))
    await mia.sees(f"Order {code} was delivered")
    done = await tobias.sees("Brought to the door")
    assert done.id == stops.id
    assert ADDRESS not in str(tobias.screen), "the address is gone once it is delivered"
    assert await books(town, states_of_orders) == [OrderState.DONE]


@pytest.mark.feature("M7")
async def test_nobody_at_the_door_is_told_and_tried_again(town: Town) -> None:
    mia, tobias = await town.person("mia"), await town.person("tobias")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    await packs_all(await town.person("chiara"))
    await tobias.taps(re.compile("Picked up"))
    await tobias.taps("Nobody there")
    told = await mia.sees("didn't find anyone")
    assert told.buttons, "a next step"
    await tobias.taps(re.compile("Delivered"))
    await mia.sees(f"Order {code} was delivered")


async def test_delivered_twice_at_once_is_delivered_once(town: Town) -> None:
    mia, tobias = await town.person("mia"), await town.person("tobias")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    await packs_all(await town.person("chiara"))
    await tobias.taps(re.compile("Picked up"))
    await tobias.taps_twice(re.compile("Delivered"))
    await mia.sees("was delivered")
    await town.wire.settles()
    assert len([m for m in mia.messages if "was delivered" in m.text]) == 1


@pytest.mark.feature("F4")
async def test_long_goods_go_to_the_courier_that_can_carry_them(town: Town) -> None:
    mia, tobias, selma = await town.person("mia"), await town.person("tobias"), await town.person("selma")
    await mia.starts()
    await confirmed(town, mia, TIMBER, "piotr")
    await selma.sees("Delivery", anywhere=True)
    assert "Delivery" not in str(tobias.screen)


@pytest.mark.feature("X12")
async def test_another_courier_cannot_tap_the_stops_nor_read_the_address(town: Town) -> None:
    mia, selma = await town.person("mia"), await town.person("selma")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    await packs_all(await town.person("chiara"))
    stop = await books(town, lambda session: session.exec(select(Stop)).first())
    delivery = await books(town, lambda session: session.exec(select(Delivery)).one())
    assert stop is not None
    for data in (data_of("StopDone", stop.id), data_of("DeliveryFailed", delivery.id)):
        await forges(town, selma, data)
        await selma.sees("That isn't yours")
        await forges(town, mia, data)
        await mia.sees("That's for carriers.")
    await selma.says("/work")
    await selma.sees("No deliveries wait for you")
    assert "Gartenweg" not in str(selma.screen)


async def test_the_door_comes_after_every_pick_up(town: Town) -> None:
    mia, tobias = await town.person("mia"), await town.person("tobias")
    await mia.starts()
    await confirmed(town, mia, TWO_SHOPS, "chiara", "piotr")
    stops = await books(town, lambda session: list(session.exec(select(Stop))))
    drop = next(stop for stop in stops if stop.part_id is None)
    pick_up = next(stop for stop in stops if stop.part_id is not None)
    await forges(town, tobias, data_of("StopDone", drop.id))
    await tobias.sees("Collect everything first")
    await forges(town, tobias, data_of("StopDone", pick_up.id))
    await tobias.sees("isn't packed yet")


async def test_a_courier_who_blocked_the_bot_stops_no_order_and_an_admin_is_told(town: Town) -> None:
    mia, tobias, robert = await town.person("mia"), await town.person("tobias"), await town.person("robert")
    town.wire.allows_refusal("bot was blocked by the user")
    await tobias.blocks()
    await town.wire.settles()
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    told = await robert.sees("can't be reached in the chat", anywhere=True)
    assert "Radkurier Lindenau" in told.text
    await robert.taps(code)
    await robert.sees(re.compile("Radkurier Lindenau .*⚠️"))
    await packs_all(await town.person("chiara"))
    await mia.sees("has packed")
    await tobias.unblocks()
    await tobias.says("/work")
    await tobias.taps(re.compile("Picked up"))
    await mia.sees("on the way")


async def test_a_seller_who_blocked_the_bot_stops_no_order_and_an_admin_is_told(town: Town) -> None:
    mia, chiara, robert = await town.person("mia"), await town.person("chiara"), await town.person("robert")
    town.wire.allows_refusal("bot was blocked by the user")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await chiara.blocks()
    await town.wire.settles()
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    await robert.sees("Feinkost Marini can't be reached", anywhere=True)
    await chiara.unblocks()
    await chiara.says("/work")
    await chiara.sees("Pick list", button="All picked")
    assert await books(town, lambda session: session.exec(select(Order)).one().state) is OrderState.CONFIRMED
