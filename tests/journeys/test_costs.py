"""What all of it comes to with delivery, asked in words: of a list, a proposal, and an order."""

import re

import pytest
from sqlmodel import Session

from commerce.people.service import person_of
from tests.journeys.asking import ASK, answers_as_listed, asks_for_risotto
from tests.journeys.ordering import ADDRESS, ADDRESS_BUTTON, ONE_SHOP, ORDER, PLACE, proposal
from tests.journeys.town import Town


@pytest.mark.feature("X4", "X16", "X21")
async def test_the_cost_with_delivery_is_told_at_a_list_a_proposal_and_a_checkout(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(ONE_SHOP)
    card = await mia.sees("list prices, delivery included")
    total = re.search(r"About (€[\d.]+)", card.text)
    assert total is not None
    await mia.says("what would it cost with delivery?")
    told = await mia.sees(f"With delivery about {total[1]}")
    assert "goods €" in told.text and "delivery €" in told.text
    await proposal(town, mia, "/list", "chiara")
    await mia.says("was kostet es mit Lieferung?")
    exact = await mia.sees("With delivery it comes to €", button=ORDER)
    await mia.taps(ORDER)
    await mia.taps(ADDRESS_BUTTON)
    await mia.says(ADDRESS)
    await mia.sees("Delivered to", button=PLACE)
    await mia.says("combien avec la livraison ?")
    assert (await mia.sees("With delivery it comes to €")).text == exact.text


@pytest.mark.feature("X4", "X16")
async def test_while_sellers_are_asked_the_cost_goes_by_their_offers_so_far(town: Town) -> None:
    mia = await asks_for_risotto(town)
    asked = await mia.says("what would it cost with delivery?")
    told = await mia.sees("at today's list prices, delivery included")
    assert told.id > asked.id
    await answers_as_listed(town, "jonas")
    asked = await mia.says("how much is it?")
    assert (await mia.sees("By the offers so far")).id > asked.id


@pytest.mark.feature("X4", "X16")
async def test_who_collects_is_told_of_no_free_delivery_while_sellers_are_asked(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sees("Hello Mia")

    def collects(session: Session) -> None:
        person = person_of(session, mia.id)
        assert person is not None
        person.collects = True
        session.add(person)

    assert town.play.shop is not None
    await town.play.shop.units.run(collects)
    await asks_for_risotto(town)
    asked = await mia.says("how much is it with delivery?")
    told = await mia.sees("at today's list prices")
    assert told.id > asked.id
    assert "elivery" not in told.text


@pytest.mark.feature("X4")
async def test_less_than_every_smallest_order_has_no_price_of_nothing(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says("20 sheets baking paper\n1 unicorn\n1 griffin")
    await mia.sees("less than any seller's smallest order", button=ASK)
    asked = await mia.says("how much?")
    assert (await mia.sees("less than any seller's smallest order")).id > asked.id
    await mia.says("/list")
    await mia.taps(ASK)
    out = await mia.sees("sellers answered")
    assert "less than any seller's smallest order" in out.text
    assert "€0" not in out.text
