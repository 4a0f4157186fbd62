"""Somebody whose language the shop speaks is written to in it, with the money and dates of her place."""

import re

import pytest

from tests.journeys.town import RISOTTO, Town

ESTIMATES = {
    "de": r"Etwa \d+,\d\d\s€ zu den heutigen Listenpreisen",
    "fr": r"Environ \d+,\d\d\s€ aux prix affichés",
}


@pytest.mark.parametrize(
    ("language", "ask", "answered"),
    [
        ("de", "🔎 Läden fragen", "0 von 3 Läden haben geantwortet"),
        ("fr", "🔎 Demander aux magasins", "0 magasin sur 3 a répondu"),
    ],
)
async def test_the_shop_writes_in_the_persons_language(
    town: Town, language: str, ask: str, answered: str
) -> None:
    uli = await town.wire.person("Uli", language_code=language)
    await uli.says(town.page(*RISOTTO))
    await uli.sees(re.compile(ESTIMATES[language]), button=ask)
    await uli.taps(ask)
    await uli.sees(answered)
    jonas = await town.person("jonas")
    await jonas.sees("Inquiry", anywhere=True)


async def test_a_language_that_is_not_offered_is_answered_in_the_first_one(town: Town) -> None:
    uli = await town.wire.person("Uli", language_code="pl")
    await uli.starts()
    await uli.sees("Hello Uli")
