"""The checkout: whose address and payment it takes, how it follows its proposal, what is refused."""

import re
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from commerce.orders.models import Order, OrderLine, OrderState, PayBy
from commerce.quotes.models import Quote
from tests.journeys.asking import RIGHT, answers_as_listed, answers_in_words, asks_for_risotto
from tests.journeys.ordering import (
    ADDRESS,
    ADDRESS_BUTTON,
    ASK,
    CLOSE,
    ONE_SHOP,
    ORDER,
    PLACE,
    books,
    checkout,
    data_of,
    forges,
    proposal,
    states_of_orders,
)
from tests.journeys.town import Town
from tests.kit.person import Person

SCREWS = "100 wood screws 4x40\n50 wood screws 4x40\n20 wood screws 4x40"


async def test_asked_for_before_it_is_placed_the_order_is_shown_as_it_stands(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/track")
    await mia.sees("You have no orders yet")
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.taps(ORDER)
    await mia.sees("Your order", button=PLACE)
    await mia.says("/track")
    await mia.sees("isn't placed yet")
    await mia.sees("Your order", button=PLACE)


@pytest.mark.feature("F4")
async def test_an_address_goes_to_the_order_it_was_asked_for(town: Town) -> None:
    mia, piotr = await town.person("mia"), await town.person("piotr")
    await mia.starts()
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.taps(ORDER)
    first = await mia.sees("Your order", button=PLACE)
    await mia.says(SCREWS)
    await mia.taps(ASK)
    await mia.taps(ADDRESS_BUTTON, on=first)
    await mia.sees("Where shall it be delivered?")
    await piotr.taps(re.compile("Offer as listed"))
    await piotr.sees("is with the customer")
    await town.play.jump(31 * 60)
    await mia.sees("My proposal")
    await mia.says(ADDRESS)
    card = await mia.sees("Delivered to Gartenweg 14", button=PLACE)
    assert "Feinkost Marini" in card.text
    assert await books(town, lambda session: len(session.exec(select(Order)).all())) == 1


@pytest.mark.feature("M4")
async def test_a_way_to_pay_said_in_words_is_that_of_the_checkout_before_her(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("💳 Card"))
    await mia.sees("Paid by card")
    await mia.taps(PLACE)
    await mia.sees("is held for you")
    await proposal(town, mia, SCREWS, "piotr")
    await mia.taps(ORDER)
    await mia.sees("from Holz & Schraube", button=PLACE)
    await forges(town, mia, data_of("Pay", PayBy.CASH))
    card = await mia.sees("Paid in cash", button=PLACE)
    assert "Holz & Schraube" in card.text
    assert await books(town, states_of_orders) == [OrderState.AWAITING_PAYMENT, OrderState.DRAFT]


@pytest.mark.feature("M2", "M12")
async def test_an_order_not_yet_placed_follows_its_proposal(town: Town) -> None:
    mia = await _risotto_checkout(town)
    card = await mia.sees("Paid in cash", button=PLACE)
    assert "€40.18" in card.text
    await _moves(mia, "fresh basil", "Feinkost Marini · €2.89")
    await mia.sees("€2.89 ✋")
    await town.wire.settles()
    now = next(message for message in mia.messages if message.id == card.id)
    assert "€41.08" in now.text, "in place, where it stood"
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    basil = await books(
        town, lambda s: [line for line in s.exec(select(OrderLine)).all() if "asil" in line.title]
    )
    assert [line.price_minor for line in basil] == [289]


@pytest.mark.feature("M12")
async def test_a_draft_that_fell_below_a_minimum_is_not_placed(town: Town) -> None:
    mia = await _risotto_checkout(town)
    await _moves(mia, "fresh basil", "Grüne Kiste · €1.49")
    await mia.sees("€1.49 ✋")
    await mia.taps(PLACE)
    await mia.sees("Grüne Kiste sells from €3.00 on. Move")
    assert await books(town, states_of_orders) == [OrderState.DRAFT]


async def test_a_draft_that_says_something_else_than_the_proposal_is_shown_anew(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await books(town, _charge_more)
    await mia.taps(PLACE)
    await mia.sees("The proposal has changed since")
    await mia.sees("Your order", button=PLACE)
    assert await books(town, states_of_orders) == [OrderState.DRAFT]
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    assert await books(town, lambda s: 9999 not in s.exec(select(OrderLine.price_minor)).all())


async def test_an_offer_is_not_ordered_after_the_day_it_was_good_until(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await books(town, _lapse_offers)
    await mia.taps(PLACE)
    told = await mia.sees("The offer of Feinkost Marini was good until", button=re.compile("Change the list"))
    await mia.taps(ORDER)
    await mia.sees("The offer of Feinkost Marini was good until", button=re.compile("Change the list"))
    assert await books(town, states_of_orders) == [OrderState.DRAFT]
    await mia.taps(re.compile("Change the list"), on=told)
    await mia.sees("Your list", button=ASK)


@pytest.mark.feature("M12")
async def test_who_collects_is_offered_what_is_for_pick_up_only(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.taps(ORDER)
    await mia.taps(re.compile("Collect"))
    await mia.sees("You collect at Feinkost Marini")
    chosen = await mia.sees("My proposal", anywhere=True)
    await mia.taps(re.compile("Change the list"), on=chosen)
    await mia.taps(ASK)
    await mia.sees("0 of 2 sellers answered")
    await answers_in_words(town, "chiara", "all ok, pickup only")
    await (await town.person("chiara")).taps(RIGHT)
    await mia.sees("pick-up only", anywhere=True)
    await mia.taps(CLOSE)
    await mia.sees("My proposal")
    await mia.taps(ORDER)
    card = await mia.sees("You collect at Feinkost Marini", button=PLACE)
    await mia.taps(re.compile("Deliver"), on=card)
    await mia.taps(re.compile("Give the address"), on=card)
    await mia.says(ADDRESS)
    await mia.sees("Delivered to", button=PLACE)
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await mia.taps(PLACE)
    await mia.sees("for pick-up at the counter only. Nothing was ordered")
    await mia.taps(re.compile("Collect"))
    await mia.sees("You collect at Feinkost Marini", button=PLACE)
    await mia.taps(re.compile("At the shop"))
    await mia.sees("Paid at the shop")
    await mia.taps(PLACE)
    await mia.sees("is confirmed")


async def _risotto_checkout(town: Town) -> Person:
    """Everything said on the checkout of a proposal from two shops; three have offered."""
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "jonas", "aylin", "chiara")
    await mia.sees("My proposal", anywhere=True)
    await mia.taps(ORDER)
    await mia.taps(ADDRESS_BUTTON)
    await mia.says(ADDRESS)
    await mia.sees("Delivered to", button=PLACE)
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash", button=PLACE)
    return mia


async def _moves(mia: Person, line: str, to: str) -> None:
    await mia.taps(re.compile("Move a line"))
    await mia.taps(re.compile(f"^{line}"))
    await mia.taps(to)


def _charge_more(session: Session) -> None:
    line = session.exec(select(OrderLine)).first()
    assert line is not None
    line.price_minor = 9999
    session.add(line)


def _lapse_offers(session: Session) -> None:
    for quote in session.exec(select(Quote)):
        quote.valid_until = quote.created_at.date() - timedelta(days=2)
        session.add(quote)
