"""Free words in the light of what is before her; what is not there yet is told, with what is."""

import re

import pytest

from tests.journeys.ordering import ADDRESS, ONE_SHOP, ORDER, PLACE, checkout, confirmed, proposal
from tests.journeys.town import Town

pytestmark = pytest.mark.rasa


@pytest.mark.feature("X15")
async def test_a_search_during_the_checkout_is_an_aside(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await checkout(talking_town, mia, ONE_SHOP, "chiara")
    await mia.says("do you have screws?")
    await mia.sees("For “screws” there is")
    await mia.says("tomorrow evening")
    await mia.sees("tomorrow in the evening")
    await mia.says("no, I meant in the morning")
    await mia.sees("tomorrow in the morning")
    await mia.says("no, I meant Gartenweg 16")
    await mia.sees("Delivered to Gartenweg 16, 99955 Lindenau")
    await mia.says("I'll pay by card")
    await mia.sees("Paid by card")
    await mia.says("no, cash I meant")
    await mia.sees("Paid in cash", button=PLACE)
    await mia.says("ok, place the order")
    await mia.sees("is confirmed")


@pytest.mark.feature("X15")
async def test_an_address_typed_while_sellers_are_asked_is_kept_for_the_order(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says(ONE_SHOP)
    await mia.says("ask the sellers")
    await mia.sees("sellers answered")
    await mia.says(ADDRESS)
    await mia.sees("I'll use that address for your next order")


@pytest.mark.feature("X15", "X21")
async def test_what_is_still_to_come_is_told_with_what_is_there(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    for said, told, button in (
        ("I want to reserve the new espresso machine", "aren't on the market yet", "Find a product"),
        ("show my wardrobe", "A wardrobe of what you bought isn't here yet", "Where is my order"),
        ("stop sending me news", "There's nothing to stop", "Settings"),
        ("exportiere meine Daten", "Getting all your data by yourself isn't here yet", "Talk to a person"),
        ("supprime toutes mes données", "Erasing your data by yourself isn't here yet", "Who sees what"),
        ("je veux rendre le riz", "Returns don't go by themselves yet", "Talk to a person"),
    ):
        await mia.says(said)
        await mia.sees(told, button=re.compile(button))


@pytest.mark.feature("X16")
async def test_a_proposal_is_taken_in_words(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await proposal(talking_town, mia, ONE_SHOP, "chiara")
    await mia.says("the cheaper one")
    await mia.sees("My proposal", button=ORDER)
    await mia.says("I'll take it")
    await mia.sees("Your order", button=PLACE)


@pytest.mark.feature("X15")
async def test_how_does_this_work_is_help_wherever_it_is_asked(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await confirmed(talking_town, mia, ONE_SHOP, "chiara")
    await mia.says("do you have olive oil?")
    await mia.sees("there is")
    await mia.says("how does this work?")
    await mia.sees("How it works")
