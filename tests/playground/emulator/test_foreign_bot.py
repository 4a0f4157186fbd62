"""A real PTB bot, driven over the wire by the test kit."""

import re
from io import BytesIO

import pytest
from PIL import Image

from tests.kit import NotSeen, StartShop, Wire
from tests.playground.emulator.bots import on_webhook, polling


@pytest.fixture(params=[polling, on_webhook], ids=["polling", "webhook"])
def start_bot(request: pytest.FixtureRequest) -> StartShop:
    start: StartShop = request.param
    return start


async def test_a_bot_echoes_and_counts_in_place(wire: Wire, start_bot: StartShop) -> None:
    async with start_bot(wire):
        ada = await wire.person("Ada", language_code="en")
        said = await ada.says("rice & beans")
        message = await ada.sees("rice & beans")
        assert message.raw["reply_to_message"]["message_id"] == said.id
        assert (await ada.taps("Count")).text == "1!"
        assert (await ada.sees("counted 1")).edits == 1
        assert (await ada.taps(re.compile("^Co"))).text == "2!"
        assert (await ada.sees("counted 2")).id == message.id


async def test_keyboards_places_and_photos_go_both_ways(wire: Wire, start_bot: StartShop) -> None:
    async with start_bot(wire):
        ada = await wire.person("Ada")
        await ada.starts()
        await ada.sees("Hello, you!")
        assert (await ada.taps("Where I am")).kind == "location"
        await ada.sends_location(52.52, 13.4)
        await ada.sees("north 52.5")
        assert ada.screen.keyboard is None
        out = BytesIO()
        Image.new("RGB", (300, 200), "olive").save(out, "JPEG")
        await ada.sends_photo(out.getvalue(), caption="look")
        photo = (await ada.sees(f"{len(out.getvalue())} bytes")).photo
        assert photo is not None
        assert await ada.downloads(photo) == out.getvalue()
        await ada.sees("the same")


async def test_many_people_at_once_each_get_their_own_answer(wire: Wire) -> None:
    async with polling(wire):
        crowd = [await wire.person(f"P{number}") for number in range(20)]
        for number, person in enumerate(crowd):
            await person.says(f"text of {number}")
        for number, person in enumerate(crowd):
            assert (await person.sees("text of")).text == f"text of {number}"


async def test_a_failed_expectation_shows_the_chat(wire: Wire) -> None:
    async with polling(wire):
        ada = await wire.person("Ada")
        await ada.says("one")
        await ada.sees("one")
        with pytest.raises(NotSeen) as failure:
            await ada.sees("two", within=0.2)
    assert "Ada did not see 'two'" in str(failure.value)
    assert "bot: (to 1) one" in str(failure.value)
    assert "[ Count ]" in str(failure.value)


async def test_a_bot_survives_floods_and_outages_of_the_api(wire: Wire) -> None:
    async with polling(wire):
        ada = await wire.person("Ada")
        await wire.fault("outage", methods=["getUpdates"])
        await ada.says("still there?")
        await ada.sees("still there?")


async def test_the_command_menu_is_what_the_bot_set(wire: Wire) -> None:
    async with polling(wire):
        ada = await wire.person("Ada")
        assert await ada.commands() == ["start"]
