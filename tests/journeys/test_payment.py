"""Card, cash and the counter: what is paid, what is not, and what the books say."""

import re

import pytest
from sqlmodel import Session, select

from commerce.catalogue.models import Item
from commerce.catalogue.service import available
from commerce.delivery.models import Delivery
from commerce.orders.models import OrderState
from commerce.settlement.ledger import Account, AccountKind, balance
from commerce.settlement.models import Payment
from commerce.settlement.states import Method, PaymentState
from tests.journeys.ordering import (
    ONE_SHOP,
    PLACE,
    TWO_SHOPS,
    bank_fault,
    books,
    checkout,
    confirmed,
    packs_all,
    pay_link,
    pays_on_the_page,
    state_of_page,
    states_of_orders,
)
from tests.journeys.town import Town
from tests.kit.person import Person

CARD = re.compile("💳 Card")
PAY_NOW = re.compile("💳 Pay €")
DECLINED = "4000 0000 0000 0002"


async def card_page(town: Town, who: Person, wanted: str = ONE_SHOP, *sellers: str) -> str:
    """An order that waits for its card: the link of the page."""
    await checkout(town, who, wanted, *(sellers or ("chiara",)))
    await who.taps(CARD)
    await who.sees("Paid by card")
    await who.taps(PLACE)
    await who.sees("is held for you", button=PAY_NOW)
    return pay_link(who)


@pytest.mark.feature("M4")
async def test_a_card_is_paid_on_the_banks_page_and_the_order_confirmed(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    link = await card_page(town, mia)
    assert "Pick list" not in str(chiara.screen), "nothing is picked before it is paid"
    await pays_on_the_page(link)
    told = await mia.sees("is confirmed")
    assert "paid" in told.text
    assert told.buttons == []
    await mia.sees("· paid")
    await chiara.sees("Pick list", anywhere=True)
    payment = await books(town, lambda session: session.exec(select(Payment)).one())
    assert payment.state is PaymentState.PAID
    assert payment.method is Method.CARD
    assert await state_of_page(link) == "complete"


@pytest.mark.feature("M4")
async def test_a_declined_card_can_be_tried_again(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    link = await card_page(town, mia)
    assert "declined" in await pays_on_the_page(link, DECLINED)
    await mia.taps("I've paid")
    await mia.sees("I've asked the bank")
    assert await books(town, states_of_orders) == [OrderState.AWAITING_PAYMENT]
    await pays_on_the_page(link)
    await mia.sees("is confirmed")


@pytest.mark.feature("M4", "X9")
async def test_a_card_not_paid_in_time_lapses_and_frees_the_stock(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    link = await card_page(town, mia)
    left = await books(town, _free_rice)
    await town.play.jump(3 * 3600)
    told = await mia.sees("wasn't paid in time")
    assert "Nothing was charged" in told.text
    assert await books(town, states_of_orders) == [OrderState.LAPSED]
    assert await books(town, _free_rice) == left + 1
    assert await state_of_page(link) == "expired"
    await mia.taps("Show the proposal")
    await mia.taps(re.compile("Order this"))
    await mia.sees("Your order", button=PLACE)


@pytest.mark.feature("M4", "M5")
async def test_a_card_order_can_be_paid_in_cash_instead(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    link = await card_page(town, mia)
    await mia.taps(re.compile("Cash instead"))
    await mia.sees("Paid in cash", button=PLACE)
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    await town.wire.settles()
    assert await state_of_page(link) == "expired"
    payments = await books(town, lambda session: list(session.exec(select(Payment))))
    assert sorted((p.method, p.state) for p in payments) == [
        (Method.CARD, PaymentState.CANCELLED),
        (Method.CASH, PaymentState.OPEN),
    ]


async def test_a_waiting_card_order_can_be_cancelled(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await card_page(town, mia)
    await mia.taps("Cancel the order")
    await mia.taps("Yes, cancel it")
    told = await mia.sees("is cancelled")
    assert "Nothing was charged" in told.text
    assert await books(town, states_of_orders) == [OrderState.CANCELLED]


async def test_placing_a_card_order_twice_at_once_opens_one_page(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(CARD)
    await mia.sees("Paid by card")
    await mia.taps_twice(PLACE)
    await mia.sees("is held for you", button=PAY_NOW)
    await town.wire.settles()
    assert len(await books(town, lambda session: list(session.exec(select(Payment))))) == 1
    assert len([m for m in mia.messages if "is held for you" in m.text]) == 1


@pytest.mark.feature("M5", "F4")
async def test_cash_at_the_door_is_taken_by_the_courier_and_owed_to_the_sellers(town: Town) -> None:
    mia, tobias = await town.person("mia"), await town.person("tobias")
    await mia.starts()
    code = await confirmed(town, mia, TWO_SHOPS, "chiara", "piotr")
    for key in ("chiara", "piotr"):
        await packs_all(await town.person(key))
    await tobias.taps(re.compile("Picked up at Feinkost Marini"))
    await tobias.taps(re.compile("Picked up at Holz"))
    await mia.sees(re.compile("on the way to you with order .* ready in cash"))
    await tobias.taps(re.compile(r"Delivered, €\d+\.\d\d taken"))
    await mia.sees(f"Order {code} was delivered")
    payment = await books(town, lambda session: session.exec(select(Payment)).one())
    assert payment.state is PaymentState.PAID
    courier = await books(town, _in_hand)
    assert courier == payment.amount_minor, "all that was to be paid is in the courier's hands"


@pytest.mark.feature("M6", "F3")
async def test_goods_are_collected_and_paid_at_the_shop(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    card = await checkout(town, mia, ONE_SHOP, "chiara")
    delivered_total = _total(card.text)
    await mia.taps(re.compile("Collect"))
    told = await mia.sees("You collect at Feinkost Marini, Lindenallee 27")
    assert _total(told.text) < delivered_total, "no delivery fee"
    await mia.taps(re.compile("At the shop"))
    await mia.sees("Paid at the shop")
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    await chiara.sees("To be paid at the counter", anywhere=True)
    await packs_all(chiara)
    ready = await mia.sees("Show the code")
    code = re.search(r"Show the code (\w+)", ready.text)
    assert code is not None
    assert f"Pick list {code[1]}" in str(chiara.screen)
    await chiara.taps(re.compile("Handed over"))
    await mia.sees("is complete")
    await chiara.sees("Collected.")
    payment = await books(town, lambda session: session.exec(select(Payment)).one())
    assert (payment.method, payment.state) == (Method.AT_SHOP, PaymentState.PAID)
    assert "Gartenweg" not in str((await town.person("tobias")).screen)


async def test_a_bank_that_is_away_leaves_nothing_held(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    before = await books(town, _free_rice)
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(CARD)
    await mia.sees("Paid by card")
    await bank_fault(town, break_down=100)
    await mia.taps(PLACE)
    await mia.sees("One moment")
    for _ in range(12):
        await town.play.jump(60)
    await mia.sees("couldn't be opened", anywhere=True)
    await mia.sees("Your order", button=re.compile("Cash at the door"), anywhere=True)
    assert await books(town, _free_rice) == before
    await mia.taps(re.compile("Cash at the door"))
    await mia.taps(PLACE)
    await mia.sees("is confirmed")


def _free_rice(session: Session) -> int:
    item = session.exec(select(Item).where(Item.code == "FM-0101")).one()
    return available(session, [item.id])[item.id]


def _in_hand(session: Session) -> int:
    delivery = session.exec(select(Delivery)).one()
    return balance(session, Account(AccountKind.CASH, str(delivery.carrier_id)), "EUR")


def _total(text: str) -> int:
    found = re.search(r"Total €(\d+)\.(\d\d)", text)
    assert found is not None, text
    return int(found[1]) * 100 + int(found[2])
