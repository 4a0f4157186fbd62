"""What a shop gets of an order: what to pick, where, and nothing about who it is for."""

import json
import re

import pytest
from sqlmodel import Session, col, select

from commerce.fulfilment.models import SelectionLine
from commerce.orders.models import OrderPart, PartState
from tests.journeys.ordering import (
    ADDRESS,
    ONE_SHOP,
    TWO_SHOPS,
    books,
    confirmed,
    data_of,
    forges,
    packs_all,
    so_far,
)
from tests.journeys.town import Town


@pytest.mark.feature("F3")
async def test_a_shop_gets_what_to_pick_how_many_and_where(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    picks = await chiara.sees("Pick list", anywhere=True)
    lines = re.findall(r"⬜️ (\d+) × (.+) · (\d+)-(\d+)-(\d+)", picks.text)
    assert [line[0] for line in lines] == ["1", "1", "1"]
    assert any("risotto rice" in line[1] for line in lines)
    places = await books(town, lambda session: [(s.aisle, s.bay, s.level) for s in _lines(session)])
    assert [tuple(int(n) for n in line[2:]) for line in lines] == places


@pytest.mark.feature("F3")
async def test_nothing_that_a_shop_gets_says_who_or_where_the_consumer_is(town: Town) -> None:
    mia, chiara, piotr = await town.person("mia"), await town.person("chiara"), await town.person("piotr")
    await mia.starts()
    await confirmed(town, mia, TWO_SHOPS, "chiara", "piotr")
    for seller in (chiara, piotr):
        await packs_all(seller)
    tobias = await town.person("tobias")
    await tobias.taps(re.compile("Picked up at Feinkost"))
    await tobias.taps(re.compile("Picked up at Holz"))
    await tobias.taps(re.compile("Delivered"))
    await mia.sees("was delivered", anywhere=True)
    calls = await town.wire.get("/calls")
    for seller in (chiara, piotr):
        sent = [
            json.dumps(row["params"]) for row in calls if str(row["params"].get("chat_id")) == str(seller.id)
        ]
        assert sent
        everything = so_far(seller) + "".join(sent)
        for secret in ("Mia", "Winter", "miawinter", str(mia.id), "Gartenweg", ADDRESS, "51.2068"):
            assert secret not in everything, secret


@pytest.mark.feature("F3", "X14")
async def test_lines_are_ticked_off_in_place_and_twice_is_once(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    picks = await chiara.sees("Pick list", anywhere=True)
    line = picks.buttons[0]
    assert line.startswith("⬜️")
    await chiara.taps_twice(line)
    ticked = await chiara.sees("✅ 1 ×")
    assert ticked.id == picks.id
    await town.wire.settles()
    assert await books(town, lambda s: sum(1 for row in _lines(s) if row.picked_at)) == 1
    assert "📦 Packed" not in ticked.buttons, "packed can be said once all is in the box"
    await chiara.taps(line.replace("⬜️", "✅"))
    await chiara.sees(re.compile(r"^(?!.*✅ 1 ×)", re.DOTALL))
    assert await books(town, lambda s: sum(1 for row in _lines(s) if row.picked_at)) == 0


async def test_saying_packed_twice_at_once_packs_once(town: Town) -> None:
    mia, chiara, tobias = await town.person("mia"), await town.person("chiara"), await town.person("tobias")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    await chiara.taps("All picked")
    await chiara.taps_twice("📦 Packed")
    await mia.sees("has packed its part")
    await town.wire.settles()
    assert len([m for m in mia.messages if "has packed its part" in m.text]) == 1
    assert len([m for m in tobias.messages if "has packed its part" in m.text]) == 1
    assert await books(town, lambda s: s.exec(select(OrderPart)).one().state) is PartState.PACKED


@pytest.mark.feature("X12")
async def test_a_shop_cannot_touch_another_shops_pick_list_nor_a_consumer_any(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    part = await books(town, lambda session: session.exec(select(OrderPart)).one())
    line = await books(town, lambda session: _lines(session)[0])
    forged = [
        data_of("PickLine", line.id, 1), data_of("PickAll", part.id), data_of("MarkPacked", part.id),
        data_of("Collected", part.id), data_of("ShowPicks", part.id, 0),
    ]  # fmt: skip
    for data in forged:
        await forges(town, jonas, data)
        await jonas.sees("That isn't yours")
        await forges(town, mia, data)
        await mia.sees("That's for sellers.")
    assert await books(town, lambda s: s.exec(select(OrderPart)).one().state) is PartState.TO_PICK
    assert "Pick list" not in str(jonas.screen)


async def test_buttons_of_a_cancelled_pick_list_say_so(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    part = await books(town, lambda session: session.exec(select(OrderPart)).one())
    await mia.taps("Cancel the order")
    await mia.taps("Yes, cancel it")
    await chiara.sees("was cancelled")
    for name in ("PickAll", "MarkPacked"):
        await forges(town, chiara, data_of(name, part.id))
        await chiara.sees("is cancelled. Put the goods back")


async def test_what_waits_is_shown_on_asking(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    await chiara.says("/work")
    await chiara.sees("Nothing waits for you")
    await mia.starts()
    await confirmed(town, mia, ONE_SHOP, "chiara")
    await chiara.says("/work")
    card = await chiara.sees("Pick list", button="All picked")
    await town.wire.settles()
    older = [m for m in chiara.messages if "Pick list" in m.text and m.id != card.id]
    assert all(not message.buttons for message in older), "only the newest can be tapped"


@pytest.mark.feature("X14")
async def test_a_long_pick_list_is_paged(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    await mia.starts()
    wanted = "\n".join(GROCERIES)
    await confirmed(town, mia, wanted, "jonas")
    picks = await jonas.sees("Pick list", anywhere=True)
    assert "1/2" in picks.buttons
    await jonas.taps("›")
    second = await jonas.sees("Pick list", button="2/2")
    assert second.id == picks.id
    await jonas.taps("All picked")
    await jonas.taps("📦 Packed")
    await mia.sees("has packed")


GROCERIES = [
    "1 kg plain flour", "1 l milk", "250 g butter", "10 eggs", "1 kg sugar", "500 g salt", "500 g spaghetti",
    "500 g risotto rice", "500 ml olive oil", "400 g tinned tomatoes", "100 g parmesan", "250 g ricotta",
    "500 g yoghurt", "200 g cream", "1 lemon", "45 g black pepper", "200 g gouda", "125 g mozzarella",
]  # fmt: skip


def _lines(session: Session) -> list[SelectionLine]:
    return list(session.exec(select(SelectionLine).order_by(col(SelectionLine.walk))))
