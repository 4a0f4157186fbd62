"""Several pages in one basket: the same component is merged, each page keeps its portions."""

import re

import pytest

from tests.journeys.asking import ASK
from tests.journeys.town import RISOTTO, Town
from tests.kit.person import Person
from tests.kit.screen import Message

LASAGNE = ("thegreenladle.example", "vegetable-lasagne")
SHELF = ("plankandscrew.example", "wall-shelf")
BASKET = "One basket for 2 pages"


async def with_basket(town: Town) -> tuple[Person, Message]:
    """Two pasted recipes, put together by a tap."""
    mia = await town.person("mia")
    await mia.says("Bread\n200 g flour\n1 tsp salt\n2 eggs\n1 onion")
    await mia.sees("Bread", button=ASK)
    await mia.says("Cake\n250 g plain flour\nsalt\n3 eggs\n1 red onion")
    await mia.sees("Your list “Bread” is still open. One basket for both?", button=ASK)
    await mia.taps("🧺 Put it with “Bread”")
    return mia, await mia.sees(BASKET, button=ASK)


@pytest.mark.feature("X2")
async def test_two_links_in_one_message_become_one_basket_and_can_be_kept_apart(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(f"{town.page(*RISOTTO)} and {town.page(*LASAGNE)}")
    basket = await mia.sees(BASKET, button=ASK)
    assert "Basil Risotto for Four · for 4" in basket.text
    assert re.search(r"olive oil .*from 2 pages", basket.text)
    await mia.taps("✂️ Keep the pages apart")
    await mia.sees("Each page is a list of its own again")
    await mia.sees(re.compile("Basil Risotto for Four · for 4\n\n"), button=ASK)


@pytest.mark.feature("X2")
async def test_a_page_sent_while_a_list_is_open_can_be_put_with_it(town: Town) -> None:
    _, basket = await with_basket(town)
    assert "✅ 450 g flour · from 2 pages" in basket.text
    assert "✅ 1 tsp salt + some · from 2 pages" in basket.text
    assert "✅ 5 eggs · from 2 pages" in basket.text
    assert "✅ 1 onion\n" in basket.text
    assert "✅ 1 red onion\n" in basket.text


@pytest.mark.feature("X2")
async def test_the_new_list_can_stay_on_its_own_and_the_other_is_not_lost(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(town.page(*RISOTTO))
    await mia.sees("risotto rice", button=ASK)
    await mia.says(town.page(*SHELF))
    await mia.sees("is still open. One basket for both?", button=ASK)
    await mia.taps("📄 On its own")
    card = await mia.sees("This list stays on its own", button=ASK)
    assert all("Put it with" not in label for label in card.buttons)
    await mia.says(town.page(*RISOTTO))
    await mia.sees("here is its list as it stands", button=ASK)


@pytest.mark.feature("X2")
async def test_words_put_pages_together_and_apart(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says("Bread\n200 g flour\n1 tsp salt\n2 eggs")
    await mia.sees("Bread", button=ASK)
    await mia.says("Cake\n250 g flour\n1 tsp salt\n3 eggs")
    await mia.sees("One basket for both?")
    await mia.says("put them in one basket")
    assert "450 g flour" in (await mia.sees(BASKET, button=ASK)).text
    await mia.says("keep them apart")
    await mia.sees("250 g flour", button=ASK)


@pytest.mark.feature("X2")
async def test_each_page_of_a_basket_has_its_own_portions(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(f"{town.page(*RISOTTO)}\n{town.page(*SHELF)}")
    await mia.sees(BASKET, button=ASK)
    await mia.taps("➕")
    card = await mia.sees("Basil Risotto for Four · for 5")
    assert "400 g risotto rice" in card.text
    assert "2 pine shelf boards" in card.text
    await mia.taps(re.compile("Basil Risotto.*for 5"))
    await mia.sees("For how many?")
    await mia.says("8")
    card = await mia.sees("Basil Risotto for Four · for 8", button=ASK)
    assert "640 g risotto rice" in card.text
    assert "2 pine shelf boards" in card.text


@pytest.mark.feature("X2")
async def test_the_sellers_are_asked_for_the_whole_basket_once(town: Town) -> None:
    mia, _ = await with_basket(town)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    jonas = await town.person("jonas")
    inquiry = await jonas.sees("Inquiry", anywhere=True)
    assert "needs 450 g" in inquiry.text


@pytest.mark.feature("X2")
async def test_a_line_tells_what_each_page_needs_of_it(town: Town) -> None:
    mia, _ = await with_basket(town)
    await mia.taps(re.compile("Edit a line"))
    await mia.taps(re.compile("450 g flour"))
    card = await mia.sees("• 200 g for Bread")
    assert "• 250 g for Cake" in card.text


@pytest.mark.feature("X2")
async def test_the_link_of_a_page_that_is_in_a_basket_brings_the_basket(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(f"{town.page(*RISOTTO)} {town.page(*SHELF)}")
    await mia.sees(BASKET, button=ASK)
    await mia.says(town.page(*SHELF))
    await mia.sees("That page is in this basket already", button=ASK)
    await mia.says(f"{town.page(*SHELF)} {town.page(*RISOTTO)}")
    await mia.sees("That page is in this basket already", button=ASK)
    await mia.says(f"{town.page(*SHELF)} {town.page(*LASAGNE)}")
    await mia.sees("One basket for 3 pages", button=ASK)


@pytest.mark.feature("X2")
@pytest.mark.parametrize(
    ("language", "basket", "flour", "apart", "own"),
    [
        ("de", "Ein Korb für 2 Seiten", "450 g Mehl · von 2 Seiten", "getrennt lassen", "200 g Mehl"),
        ("fr", "Un panier pour 2 pages", "450 g farine · pour 2 pages", "à part", "200 g farine"),
    ],
)
async def test_pages_are_merged_in_german_and_french(
    town: Town, language: str, basket: str, flour: str, apart: str, own: str
) -> None:
    texts = {
        "de": ("Brot\n200 g Mehl\n1 TL Salz\n2 Eier", "Kuchen\n250 g Mehl\n1 TL Salz\n3 Eier", "zusammen"),
        "fr": (
            "Pain\n200 g de farine\n1 c. à café de sel\n2 œufs",
            "Gâteau\n250 g de farine\n1 c. à café de sel\n3 œufs",
            "ensemble",
        ),
    }
    uli = await town.wire.person("Uli", language_code=language)
    first, second, together = texts[language]
    await uli.says(first)
    await uli.sees("200 g")
    await uli.says(second)
    await uli.sees("250 g")
    await uli.says(together)
    assert flour in (await uli.sees(basket)).text
    await uli.says(apart)
    await uli.sees(own)


@pytest.mark.rasa
@pytest.mark.feature("X2", "X16")
async def test_a_dish_that_is_not_made_leaves_with_what_only_it_needs(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    pages = " and ".join(talking_town.page(*page) for page in (RISOTTO, LASAGNE, SHELF))
    await mia.says(pages)
    basket = await mia.sees("One basket for 3 pages", button=ASK)
    assert "Vegetable Lasagne · for" in basket.text
    await mia.says("drop the lasagne")
    left = await mia.sees("Vegetable Lasagne is left out, with what only it needs", button=ASK)
    assert "lasagne sheets" not in left.text and "One basket for 2 pages" in left.text
    assert "risotto rice" in left.text.lower()
    oil = r"olive oil .*from 2 pages"
    assert re.search(oil, basket.text) and not re.search(oil, left.text)
    await mia.says("no basil please")
    await mia.sees("Left out: fresh basil")
    await mia.says("drop the shelf")
    await mia.sees(re.compile("Basil Risotto for Four · for 4\n\n"), button=ASK)


@pytest.mark.rasa
@pytest.mark.feature("X2", "X16")
async def test_a_name_of_a_dish_and_of_a_line_is_asked_about(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.says("Sandwich\n1 bread\n2 eggs\n1 onion")
    await mia.sees("Sandwich", button=ASK)
    await mia.says("Bread\n200 g flour\n1 tsp salt\n1 packet yeast")
    await mia.taps("🧺 Put it with “Sandwich”")
    await mia.sees(BASKET, button=ASK)
    await mia.says("drop the bread")
    asked = await mia.sees("“bread” can mean the whole page or a line", button="📄 The page “Bread”")
    assert "bread" in asked.buttons
    await mia.taps("📄 The page “Bread”")
    await mia.sees(re.compile("Sandwich\n\n✅ 1 bread"), button=ASK)
