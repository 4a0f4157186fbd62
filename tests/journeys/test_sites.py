"""A job without a page: method sites are asked, one of their lists is taken; admins look after them."""

import re

import pytest

from tests.journeys.test_lists import ASK_SELLERS
from tests.journeys.town import Town

LASAGNE = "what do I need for lasagne for six?"


@pytest.mark.rasa
@pytest.mark.feature("M9")
async def test_a_job_named_in_words_brings_lists_and_the_chosen_one_is_scaled(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says(LASAGNE)
    offers = await mia.sees("For “lasagne” I found 3 lists", button=re.compile("^1 · "))
    assert re.search(r"Vegetable Lasagne.* · The Green Ladle · for 6", offers.text)
    assert re.search(r"Spinach and Ricotta Lasagne.* · Simmer & Spoon · for 4", offers.text)
    assert re.search(r"\d+ things: .*leaf spinach, ricotta", offers.text)
    await mia.says("the one from Simmer & Spoon")
    card = await mia.sees("Spinach and Ricotta Lasagne · for 6", button=ASK_SELLERS)
    assert "675 g leaf spinach" in card.text and "750 g ricotta" in card.text


@pytest.mark.rasa
@pytest.mark.feature("M9")
@pytest.mark.parametrize(
    ("language", "job", "found", "second", "chosen"),
    [
        ("de", "was brauche ich für Apfelkuchen?", "2 Listen gefunden", "die zweite", "Zutaten|Mehl"),
        ("fr", "de quoi ai-je besoin pour une ratatouille pour huit ?", "2 listes", "la deuxième",
         "pour 8"),
    ],
)  # fmt: skip
async def test_in_german_and_french(
    talking_town: Town, language: str, job: str, found: str, second: str, chosen: str
) -> None:
    person = await talking_town.newcomer("Noa", language=language)
    await person.starts()
    await person.says(job)
    await person.sees(found)
    await person.says(second)
    await person.sees(re.compile(chosen), button=re.compile("🔎"))
