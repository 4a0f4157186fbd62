"""From the proposal to the placed order: where to, how to pay, and what happens when two want the same."""

import re
from uuid import UUID

import pytest
from sqlmodel import Session, select

from commerce.catalogue.models import Item
from commerce.orders.models import Order, OrderState
from commerce.outbox import Shown
from tests.journeys.ordering import (
    ADDRESS,
    ADDRESS_BUTTON,
    ASK,
    ONE_SHOP,
    ORDER,
    PLACE,
    TWO_SHOPS,
    books,
    checkout,
    confirmed,
    data_of,
    forges,
    proposal,
    states_of_orders,
)
from tests.journeys.town import Town


@pytest.mark.feature("M2", "M14", "F2")
async def test_one_order_goes_to_two_sellers_without_leaving_the_chat(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    code = await confirmed(town, mia, TWO_SHOPS, "chiara", "piotr")
    card = await mia.sees(f"Order {code} · confirmed")
    assert "Feinkost Marini" in card.text
    assert "Holz & Schraube" in card.text
    rice = await (await town.person("chiara")).sees("Pick list", anywhere=True)
    screws = await (await town.person("piotr")).sees("Pick list", anywhere=True)
    assert "rice" in rice.text
    assert "crews" not in rice.text
    assert "crews" in screws.text
    assert "rice" not in screws.text


@pytest.mark.feature("F12", "X14")
async def test_the_order_is_told_at_each_change_and_on_asking(town: Town) -> None:
    mia, chiara, tobias = await town.person("mia"), await town.person("chiara"), await town.person("tobias")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    await mia.says("/track")
    card = await mia.sees("getting it together", button="Cancel the order")
    await chiara.taps("All picked")
    await chiara.taps("📦 Packed")
    await mia.sees("has packed")
    assert (await mia.sees("Feinkost Marini: packed")).id == card.id, str(mia.screen)
    await tobias.taps(re.compile("Picked up"))
    await mia.sees("on the way to you with order")
    await tobias.taps(re.compile("Delivered"))
    await mia.sees(f"Order {code} was delivered")
    await mia.says(f"/track {code}")
    done = await mia.sees(f"Order {code} · done")
    assert done.buttons == []
    told = [message.text for message in mia.messages if message.from_bot and "was delivered" in message.text]
    assert len(told) == 1, told


@pytest.mark.feature("F4")
async def test_a_shared_location_is_an_address(town: Town) -> None:
    mia, tobias = await town.person("mia"), await town.person("tobias")
    await mia.starts()
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.taps(ORDER)
    await mia.taps(ADDRESS_BUTTON)
    await mia.sees("share your location")
    assert mia.screen.keyboard is not None, "a key that shares the place"
    await mia.sends_location(51.2068, 10.6121)
    await mia.sees("Delivered to the place you shared")
    assert not (mia.screen.keyboard or {}).get("keyboard"), "the key goes when it has done its work"
    await mia.taps(re.compile("Cash at the door"))
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    stops = await tobias.sees("the place on the map")
    assert any("51.20680" in str(button) for row in stops.rows for button in row)


async def test_an_address_without_a_street_is_asked_again(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.taps(ORDER)
    await mia.taps(PLACE)
    await mia.sees("Where shall it be delivered?")
    await mia.says("99955 Lindenau")
    await mia.sees("I need a street")
    await mia.says("Gartenweg, 99955 Lindenau")
    await mia.sees("I need a house number")
    await mia.says("😀" * 2000)
    await mia.sees("I need a street")
    await mia.says(ADDRESS)
    await mia.sees("Delivered to Gartenweg 14")


async def test_an_order_is_not_placed_before_she_said_how_to_pay(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(PLACE)
    await mia.sees("How would you like to pay?")
    assert await books(town, states_of_orders) == [OrderState.DRAFT]


async def test_a_delivery_window_is_chosen_in_the_same_message(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    card = await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("When"))
    asked = await mia.sees("When would you like")
    assert asked.id == card.id
    await mia.taps(re.compile("tomorrow evening"))
    chosen = await mia.sees("tomorrow in the evening")
    assert chosen.id == card.id
    await mia.taps(re.compile("When"))
    await mia.sees("When would you like")
    await mia.taps("‹ Back")
    assert (await mia.sees("tomorrow in the evening")).id == card.id


@pytest.mark.rasa
async def test_hours_in_words_choose_the_part_of_the_day_that_they_lie_in(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await checkout(talking_town, mia, ONE_SHOP, "chiara")
    await mia.says("tomorrow between 9 and 11")
    await mia.sees("tomorrow in the morning")
    await mia.says("between 18:30 and 20:00 the day after tomorrow")
    await mia.sees("in the evening")


async def test_placing_twice_at_once_orders_once(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await mia.taps_twice(PLACE)
    await mia.sees("is confirmed")
    await mia.sees("is placed already")
    await town.wire.settles()
    assert await books(town, states_of_orders) == [OrderState.CONFIRMED]
    picks = [m for m in (await town.person("chiara")).messages if "Pick list" in m.text]
    assert len(picks) == 1


@pytest.mark.feature("X9")
async def test_the_last_pack_wanted_by_two_is_sold_once(town: Town) -> None:
    mia, ada = await town.person("mia"), await town.wire.person("Ada")
    await books(town, lambda session: _leave(session, "FM-0101", 1))
    for who in (mia, ada):
        await who.starts()
        await checkout(town, who, ONE_SHOP, "chiara")
        await who.taps(re.compile("Cash at the door"))
        await who.sees("Paid in cash")
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    await ada.taps(PLACE)
    told = await ada.sees("has just sold out")
    assert "Nothing was ordered" in told.text
    assert told.buttons, "a next step"
    assert await books(town, lambda session: _stock(session, "FM-0101")) == 0
    await ada.taps("Show the proposal")
    await ada.sees("My proposal")


@pytest.mark.feature("X9")
async def test_a_cancelled_order_gives_its_packs_back(town: Town) -> None:
    mia, chiara, tobias = await town.person("mia"), await town.person("chiara"), await town.person("tobias")
    await mia.starts()
    before = await books(town, lambda session: _stock(session, "FM-0101"))
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    assert await books(town, lambda session: _stock(session, "FM-0101")) == before - 1
    await mia.taps("Cancel the order")
    await mia.sees(f"Cancel order {code}?")
    await mia.taps("No, keep it")
    await mia.sees("getting it together")
    await mia.taps("Cancel the order")
    await mia.taps("Yes, cancel it")
    await mia.sees(f"Order {code} is cancelled")
    await chiara.sees("was cancelled")
    await tobias.sees("is cancelled")
    assert ADDRESS not in str(tobias.screen), "the courier needs the address no longer"
    assert await books(town, lambda session: _stock(session, "FM-0101")) == before
    await mia.taps("Show the proposal")
    await mia.taps(ORDER)
    await mia.sees("Delivered to Gartenweg 14", button=PLACE)


@pytest.mark.feature("X9")
async def test_the_shop_hears_of_a_cancellation_before_the_consumer_saw_her_card(town: Town) -> None:
    mia, chiara, tobias = await town.person("mia"), await town.person("chiara"), await town.person("tobias")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    order_id = await books(town, _forget_card)
    await forges(town, mia, data_of("CancelOrder", order_id, 1))
    await chiara.sees("was cancelled")
    await tobias.sees("is cancelled")


async def test_a_packed_order_is_not_cancelled(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    await mia.taps("Cancel the order")
    await mia.sees("Cancel order")
    await chiara.taps("All picked")
    await chiara.taps("📦 Packed")
    await chiara.sees("Packed.")
    order_id = await books(town, lambda session: session.exec(select(Order)).one().id)
    await forges(town, mia, data_of("CancelOrder", order_id, 1))
    await mia.sees("is packed already")


@pytest.mark.feature("X12")
async def test_a_button_of_somebody_elses_order_does_nothing(town: Town) -> None:
    mia, ada = await town.person("mia"), await town.wire.person("Ada")
    for who in (mia, ada):
        await who.starts()
        await who.sees("Hello")
    await confirmed(town, mia, ONE_SHOP, "chiara")
    order_id = await books(town, lambda session: session.exec(select(Order)).one().id)
    for name, more in (("CancelOrder", (1,)), ("ShowOrder", ()), ("PlaceOrder", ()), ("AskAddress", ())):
        await forges(town, ada, data_of(name, order_id, *more))
        await ada.sees("That isn't yours")
    await ada.says("/track")
    await ada.sees("no orders yet")
    assert await books(town, states_of_orders) == [OrderState.CONFIRMED]


async def test_a_button_of_an_order_that_is_over_says_so(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    order_id = await books(town, lambda session: session.exec(select(Order)).one().id)
    await mia.taps("Cancel the order")
    await mia.taps("Yes, cancel it")
    await mia.sees(f"Order {code} is cancelled")
    for name in ("PlaceOrder", "AskWindow", "CancelOrder"):
        await forges(town, mia, data_of(name, order_id))
        await mia.sees(f"Order {code} was cancelled")
    await forges(town, mia, "po.not-an-order")
    await mia.sees("no longer works")


async def test_nothing_to_order_is_said(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/basket")
    await mia.sees("Send me a link")
    await mia.says(ONE_SHOP)
    await mia.taps(ASK)
    await mia.sees("0 of 2 sellers answered")
    await mia.says("/basket")
    await mia.sees("Answers are still coming in")
    await town.play.jump(31 * 60)
    await mia.sees("Nobody offered")
    await mia.says("/basket")
    await mia.sees("Nobody offered")


def _leave(session: Session, code: str, stock: int) -> None:
    item = session.exec(select(Item).where(Item.code == code)).one()
    item.stock = stock
    session.add(item)


def _stock(session: Session, code: str) -> int:
    return session.exec(select(Item).where(Item.code == code)).one().stock


def _forget_card(session: Session) -> UUID:
    """The card of the one order counts as not delivered yet."""
    order = session.exec(select(Order)).one()
    shown = session.exec(select(Shown).where(Shown.slot == f"order:{order.id}")).one()
    session.delete(shown)
    return order.id
