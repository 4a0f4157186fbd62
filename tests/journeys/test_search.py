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


@pytest.mark.feature("F13")
async def test_colour_size_and_price_are_kept_to_and_the_nearest_is_shown(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/search white wall paint, 2.5 l")
    found = await mia.sees("For “white wall paint, 2.5 l” there is", button=ADD)
    assert "10 l" not in found.text and "sage" not in found.text
    await mia.says("/search white wall paint 5 l")
    near = await mia.sees("I found nothing just like “white wall paint, 5 l”", button=ADD)
    assert re.search(r"This comes nearest:\n• .*2\.5 l .*\(another size\)", near.text)
    await mia.says("/search cordless drill under 50 euros")
    near = await mia.sees("I found no “cordless drill” for €50.00 or less")
    assert re.search(r"12 V — €59\.99, Kaufhaus Sommer.* \(dearer\)", near.text)


@pytest.mark.feature("F13")
async def test_results_are_paged_and_sorted_by_tap_and_in_words(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/search screws")
    first = await mia.sees(re.compile(r"Page 1 of \d"), button="›")
    await mia.taps("›")
    second = await mia.sees(re.compile(r"Page 2 of \d"))
    assert second.id == first.id
    await mia.taps("⇅ Cheapest first")
    cheapest = await mia.sees("Page 1 of", button="⇅ Best match first")
    prices = [float(price) for price in re.findall(r"€([\d.]+)", cheapest.text)]
    assert prices == sorted(prices)
    await mia.says("next page")
    more = await mia.sees("Page 2 of", button="⇅ Best match first")
    assert float(re.findall(r"€([\d.]+)", more.text)[0]) >= prices[-1]
    await mia.says("under 5 euros")
    cheap = await mia.sees("For “screws” there is", button=ADD)
    assert max(float(price) for price in re.findall(r"€([\d.]+)", cheap.text)) <= 5


@pytest.mark.rasa
@pytest.mark.feature("F13")
@pytest.mark.parametrize(
    ("language", "said", "heading", "item"),
    [
        ("en", "find me a cordless drill under 80 euros", "For “cordless drill” there is", "12 V"),
        ("en", "white paint, 2.5 l", "For “white paint, 2.5 l” there is", "matt white, small tub"),
        ("en", "something to clean brushes with", "there is", "Brush cleaner"),
        ("de", "ich suche einen Akkuschrauber unter 80 Euro", "Für „Akkuschrauber“", "12 V"),
        ("de", "weiße Wandfarbe, 2,5 l", "Für „weiße Wandfarbe, 2,5 l“", "matt white, small tub"),
        ("de", "etwas, um Pinsel zu reinigen", "Pinsel", "Brush cleaner"),
        ("fr", "je cherche une perceuse à moins de 80 euros", "« perceuse »", "12 V"),
        ("fr", "vous avez de la peinture blanche en 2,5 l ?", "peinture blanche, 2,5 l", "matt white"),
        ("fr", "quelque chose pour nettoyer les pinceaux", "pinceaux", "Brush cleaner"),
    ],
)  # fmt: skip
async def test_products_in_free_words(
    talking_town: Town, language: str, said: str, heading: str, item: str
) -> None:
    noa = await talking_town.newcomer("Noa", language=language)
    await noa.starts()
    await noa.says(said)
    found = await noa.sees(heading, button=ADD)
    assert item in found.text


@pytest.mark.rasa
@pytest.mark.feature("F13")
async def test_results_are_narrowed_in_words(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says("do you have wall paint?")
    every = await mia.sees("For “wall paint” there is", button=ADD)
    assert "sage" in every.text
    await mia.says("and in white?")
    white = await mia.sees("For “wall paint, white” there is", button=ADD)
    assert "sage" not in white.text
    await mia.says("in 10 l")
    large = await mia.sees("large tub, 10 l", button=ADD)
    assert "2.5 l" not in large.text
    await mia.says("the cheaper ones")
    await mia.sees("For “wall paint, white, 10 l” there is")


@pytest.mark.feature("F13")
async def test_the_heading_tells_what_the_results_are_narrowed_to(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says("/search wine under 10 euros")
    await mia.sees("Narrowed to: up to €10.00")
    await mia.says("/search red paint 2.5 l")
    await mia.sees("Narrowed to: red · 2.5 l")
    await mia.says(f"/search wine under {'9' * 40} euros")
    told = await mia.sees("For “wine” there is")
    assert "Narrowed" not in told.text
