"""Several wishes in one sentence: each is done and read back, and what is left is said."""

import re

import pytest

from tests.journeys.ordering import ONE_SHOP, checkout
from tests.journeys.town import Town
from tests.kit.person import Person

pytestmark = pytest.mark.rasa

SOUP = {
    "en": "500 g rice\n2 onions\n200 ml wine\n250 g butter",
    "de": "500 g Reis\n2 Zwiebeln\n200 ml Wein\n250 g Butter",
    "fr": "500 g de riz\n2 oignons\n200 ml de vin\n250 g de beurre",
}


async def with_soup(town: Town, language: str) -> Person:
    uli = await town.wire.person("Uli", language_code=language)
    await uli.says(SOUP[language])
    await uli.sees(re.compile("[Bb]utter|beurre"))
    return uli


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("en", "no wine, and 3 onions", ("Left out: wine", "Changed: 3 onions")),
        ("en", "no wine, and 8 fl oz milk", ("Left out: wine", "8 fl oz milk")),
        ("en", "without wine and 2 butter please", ("Left out: wine", "Changed: 2 butter")),
        ("en", "no wine, 3 onions and 12 screws 4x40", ("Changed: 3 onions", "12 screws, 4x40")),
        ("en", "remove the butter and add 200 ml milk", ("Left out: butter", "Added: milk")),
        ("en", "make it for six without wine", ("Left out: wine", "Now 6 times")),
        ("de", "ohne Wein, und 3 Zwiebeln", ("Weggelassen: Wein", "3 Zwiebeln")),
        ("de", "nimm die Butter raus und füge 200 ml Milch hinzu", ("Weggelassen: Butter", "Dazu: Milch")),
        ("fr", "sans vin, et 3 oignons", ("Laissé de côté : vin", "3 oignons")),
        ("fr", "enlève le beurre et ajoute 200 ml de lait", ("Laissé de côté : beurre", "Ajouté : lait")),
    ],
)
async def test_both_halves_of_a_sentence_are_done_and_read_back(
    talking_town: Town, language: str, said: str, told: tuple[str, ...]
) -> None:
    uli = await with_soup(talking_town, language)
    await uli.says(said)
    card = await uli.sees(told[0])
    for words in told:
        assert words in card.text, card.text


@pytest.mark.feature("X16")
async def test_a_half_that_cannot_be_done_undoes_no_other_and_is_told(talking_town: Town) -> None:
    uli = await with_soup(talking_town, "en")
    await uli.says("no saffron, and make it for two")
    left = await uli.sees("Not done: “no saffron”")
    assert "There is: rice" in left.text
    await uli.sees("Now 2 times", anywhere=True)


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    "said",
    [
        "pay by card and deliver tomorrow evening",
        "zahle mit Karte und liefere morgen Abend",
        "paie par carte et livre demain soir",
    ],
)
async def test_paying_and_the_time_are_said_at_once(talking_town: Town, said: str) -> None:
    mia = await talking_town.person("mia")
    await checkout(talking_town, mia, ONE_SHOP, "chiara")
    words = await mia.says(said)
    card = await mia.sees("Paid by card now")
    assert "in the evening" in card.text and card.id > words.id


@pytest.mark.feature("X16")
async def test_what_binds_is_not_done_along_with_something_else(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await checkout(talking_town, mia, ONE_SHOP, "chiara")
    await mia.says("pay cash and place the order")
    await mia.sees("Paid in cash at the door", anywhere=True)
    await mia.sees("I left “place the order” for now")
