"""Skipping, coming back to what is open, and the same as last time; no dialogue is needed for any of it."""

import re
from datetime import timedelta

import pytest

from commerce.orders.models import OrderState
from tests.journeys.asking import ASK
from tests.journeys.ordering import (
    ADDRESS,
    ADDRESS_BUTTON,
    ONE_SHOP,
    ORDER,
    PLACE,
    books,
    checkout,
    confirmed,
    packs_all,
    proposal,
    states_of_orders,
)
from tests.journeys.town import Town


@pytest.mark.feature("X15")
async def test_a_question_is_skipped_and_what_must_be_known_is_not(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(ONE_SHOP)
    await mia.taps(re.compile("Scale …"))
    await mia.sees("How many times")
    await mia.says("skip that")
    await mia.sees("the number stays as it is")
    await mia.says("skip")
    await mia.sees("There's no question to skip")
    await mia.says("/search")
    await mia.sees("What are you looking for?")
    await mia.says("passe")
    await mia.sees("nothing is searched for")
    await mia.says("/search")
    await mia.says("vergiss es")
    await mia.sees("forget the question")


@pytest.mark.feature("X15")
async def test_at_the_checkout_address_and_payment_cannot_be_skipped(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.taps(ORDER)
    await mia.taps(ADDRESS_BUTTON)
    await mia.sees("Where shall it be delivered?")
    await mia.says("egal")
    await mia.sees("I can't skip the address", button=re.compile("Collect"))
    await mia.says("where were we?")
    await mia.sees("Your order")
    await mia.sees("Where shall it be delivered?")
    await mia.says(ADDRESS)
    await mia.sees("Delivered to")
    await mia.says("skip")
    await mia.sees("How you pay has to be said")


@pytest.mark.feature("X15")
async def test_what_is_open_is_shown_again_with_its_question_after_hours_and_a_restart(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("where were we?")
    await mia.sees("Nothing is open", button=re.compile("same as last time"))
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.says("weiter")
    await mia.sees("My proposal")
    await mia.taps(ORDER)
    await mia.taps(ADDRESS_BUTTON)
    await mia.sees("Where shall it be delivered?")
    await town.wire.settles()
    await town.play.restart()
    await town.play.jump(int(timedelta(hours=5).total_seconds()))
    await mia.says("on en était où ?")
    await mia.sees("Your order", button=PLACE)
    await mia.sees("Where shall it be delivered?")
    await mia.says(ADDRESS)
    await mia.sees("Delivered to Gartenweg 14")


@pytest.mark.feature("X15")
async def test_the_same_as_last_time_is_a_new_list_and_orders_nothing(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    await mia.says("same as last time")
    await mia.sees("there is no last time")
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await mia.taps(re.compile("Choose the time|When|🕑|Day"))
    await mia.taps(re.compile("evening"))
    await mia.sees("evening")
    await mia.taps(PLACE)
    code = re.search(r"Order (\w+) is confirmed", (await mia.sees("is confirmed")).text)
    assert code is not None
    await packs_all(chiara)
    await mia.says("dasselbe wie letztes Mal")
    told = await mia.sees(f"As in order {code[1]} (today)")
    assert "from Feinkost Marini to Gartenweg 14" in told.text and "nothing is ordered" in told.text
    card = await mia.sees("risotto rice", button=re.compile("Ask the sellers"))
    for line in ("1 kg risotto rice", "500 ml olive oil", "400 g tinned plum tomatoes"):
        assert line in card.text, card.text
    assert await books(town, states_of_orders) == [OrderState.CONFIRMED]
    await mia.taps(re.compile("Ask the sellers"))
    await chiara.taps(re.compile("Offer as listed"))
    await mia.taps(re.compile("Show what there is now"))
    await mia.taps(ORDER)
    await mia.sees("Your order", button=PLACE)
    await mia.says("deliver it where you did last time")
    await mia.sees("It goes where it went last time")
    await mia.says("comme la dernière fois")
    await mia.sees("As last time. Have a look")
    now = await mia.sees("Paid in cash", button=PLACE)
    assert "evening" in now.text and "Gartenweg 14" in now.text
    drafts = await books(town, states_of_orders)
    assert drafts == [OrderState.CONFIRMED, OrderState.DRAFT], "confirmed by nobody yet"


@pytest.mark.feature("X15")
async def test_what_about_delivery_is_answered_in_the_light_of_what_is_before_her(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(ONE_SHOP)
    await mia.sees("risotto rice")
    await mia.says("and what about delivery?")
    await mia.sees("part of the estimate below your list")
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.says("and what about delivery?")
    await mia.sees(re.compile(r"Delivery for this proposal(: €\d| costs nothing)"))


@pytest.mark.feature("X15")
async def test_where_were_we_after_an_order_is_the_order(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    await mia.says("where were we?")
    await mia.sees(f"Order {code}")
    await mia.says("and what about delivery?")
    await mia.sees(f"Order {code}")


@pytest.mark.feature("X15")
async def test_where_were_we_shows_the_round_below_what_was_said_since(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(ONE_SHOP)
    await mia.sees("risotto rice", button=ASK)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    await mia.says("I'd like to talk to someone")
    await mia.sees("I've told the people at the shop")
    for words in ("where were we?", "wo waren wir?"):
        await mia.says(words)
        await mia.sees("sellers answered")
