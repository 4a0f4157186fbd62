"""From a page to a list."""

import pytest

from tests.journeys.town import RISOTTO, Town


@pytest.mark.feature("M1")
async def test_a_link_becomes_a_list_of_components(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sees("Hello Mia")
    await mia.says(f"could you get this for me? {town.page(*RISOTTO)}")
    card = await mia.sees("olive oil")
    print(card.text)
    assert card.edits >= 1
