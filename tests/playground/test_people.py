"""New people of the playground: in any part, at the place that is wished."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.shop import CannotBeDone
from bot.settings import read_settings
from tests.journeys.town import Town, open_town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(read_settings(environment={}), tmp_path) as opened:
        yield opened


async def test_a_new_seller_works_at_the_shop_that_was_chosen(town: Town) -> None:
    pane = await town.play.new_person("Bea", "seller", "en", "Feinkost Marini")
    assert (pane.title, pane.works_for) == ("Feinkost Marini · Bea", "Feinkost Marini")
    bea, mia = await town.wire.meet(pane.user_id), await town.person("mia")
    await bea.starts()
    await bea.sees("Inquiries for your shop")
    await mia.says("500 g risotto rice\n500 ml olive oil\n100 g parmesan")
    await mia.taps("🔎 Ask the sellers")
    await bea.sees("Inquiry", anywhere=True)


async def test_a_new_courier_joins_where_the_fewest_work(town: Town) -> None:
    first = await town.play.new_person("Ada", "carrier", "en")
    second = await town.play.new_person("Max", "carrier", "en")
    assert {first.works_for, second.works_for} == {"Lindentour", "Radkurier Lindenau"}


async def test_a_place_or_part_that_is_none_is_refused_in_words_and_nobody_comes(town: Town) -> None:
    assert town.play.emulator is not None
    before = len(town.play.emulator.desk.world.people)
    for role, place in (("seller", "Radkurier Lindenau"), ("carrier", "Nowhere"), ("pirate", "")):
        with pytest.raises(CannotBeDone, match=r"works at|no part called"):
            await town.play.new_person("Bea", role, "en", place)
    assert len(town.play.emulator.desk.world.people) == before


async def test_a_new_user_is_a_stranger_to_the_shop_until_she_starts(town: Town) -> None:
    user = await town.wire.post("/users", {"first_name": "Zoe", "language_code": "de"})
    assert user["id"] not in {pane.user_id for pane in await town.play.panes()}
    zoe = await town.wire.meet(user["id"])
    await zoe.starts("from-a-friend")
    await zoe.sees("Hallo Zoe")
    assert (user["id"], "consumer") in {(pane.user_id, pane.role) for pane in await town.play.panes()}
