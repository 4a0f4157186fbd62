"""Everything that is for sale, found in free words, and put on the list."""

import re

import pytest

from tests.journeys.test_lists import ASK_SELLERS
from tests.journeys.town import Town

ADD = re.compile("^➕ ")


@pytest.mark.feature("F13")
async def test_slash_search_finds_items_with_price_and_seller(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/search olive oil")
    found = await mia.sees("For “olive oil” there is", button=ADD)
    assert re.search(r"olive oil.* — €\d+\.\d\d, ", found.text)
    assert "Wood oil" not in found.text and "wood oil" not in found.text


@pytest.mark.feature("F13")
async def test_slash_search_alone_asks_and_takes_the_next_words(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/search")
    await mia.sees("What are you looking for?")
    await mia.says("screws")
    await mia.sees("For “screws” there is", button=ADD)
    await mia.says("/cancel")
    await mia.sees("stay as they are")


@pytest.mark.feature("F13")
async def test_what_nobody_sells_is_said_with_a_next_step(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/search unicorn <b>saddle</b> & reins")
    await mia.sees("I found nothing for “unicorn <b>saddle</b> & reins”")


@pytest.mark.feature("F13")
async def test_results_join_the_list_by_tap_and_the_results_stay(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/search olive oil")
    found = await mia.sees("there is", button=ADD)
    await mia.taps(ADD, on=found)
    await mia.sees("olive oil", button=ASK_SELLERS)
    label = found.buttons[1]
    await mia.taps(label, on=found)
    await mia.sees("Added:", button="📝 Your list")
    await mia.taps("📝 Your list")
    card = await mia.sees("olive oil", button=ASK_SELLERS)
    assert len(re.findall("✅", card.text)) == 2


@pytest.mark.feature("F10")
async def test_food_and_hardware_stand_on_one_list_with_one_estimate(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    await mia.starts()
    await mia.says(
        "500 g spaghetti\n2 kg potatoes\n2 l white wall paint\n1 roll masking tape\n500 ml olive oil\n"
    )
    card = await mia.sees("spaghetti", button=ASK_SELLERS)
    assert "paint" in card.text and re.search(r"About €\d", card.text)
    await mia.taps(ASK_SELLERS)
    inquiry = await jonas.sees("Inquiry")
    assert re.search("spaghetti", inquiry.text, re.I) and re.search("paint|tape", inquiry.text, re.I)


@pytest.mark.rasa
@pytest.mark.feature("F13")
async def test_search_in_words_under_a_price(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says("do you have olive oil?")
    found = await mia.sees("For “olive oil” there is", button=ADD)
    dear = max(float(price) for price in re.findall(r"€([\d.]+)", found.text))
    await mia.says("do you have olive oil under 9 euros?")
    found = await mia.sees("For “olive oil” there is", button=ADD)
    assert dear > 9 >= max(float(price) for price in re.findall(r"€([\d.]+)", found.text))
    await mia.says("do you have olive oil under 1 euro?")
    await mia.sees("I found no “olive oil” for €1.00 or less", button="🔎 At any price")
    await mia.taps("🔎 At any price")
    await mia.sees("For “olive oil” there is")
