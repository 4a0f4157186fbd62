"""Bots that were written for Telegram run unchanged; a person plays them, and the wire judges them."""

from typing import Any

import pytest

from tests.kit import Wire
from tests.playground.emulator.foreign_bots import listening, polling, shouter, stall, survey, timer

ADDRESS = {
    "country_code": "GB",
    "state": "",
    "city": "Bath",
    "street_line1": "1 Gay St",
    "street_line2": "",
    "post_code": "BA1",
}


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stock httpx trusts the environment; the way to the emulator is loopback."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("running", [polling, listening])
async def test_a_survey_is_filled_in(wire: Wire, running: Any) -> None:
    async with running(wire, survey):
        ada = await wire.person("Ada")
        await ada.starts()
        await ada.sees("Sweet or salty?")
        await ada.taps("Salty")
        await ada.sees("Where are you?")
        assert ada.screen.keyboard is None
        await ada.sends_location(51.4, -2.4)
        await ada.sees("And your name?")
        await ada.says("Ada_L. *")
        summary = await ada.sees("Ada_L. *, Salty, at 51.4")
        assert summary.raw["entities"] == [{"offset": 0, "length": 8, "type": "bold"}]


async def test_a_survey_is_skipped_through_and_given_up(wire: Wire) -> None:
    async with polling(wire, survey):
        ada, bob = await wire.person("Ada"), await wire.person("Bob")
        await ada.starts()
        await bob.starts()
        await ada.taps("Neither")
        await ada.sees("Where are you?")
        await ada.says("/skip")
        await ada.sees("And your name?")
        await bob.sees("Sweet or salty?")
        await bob.says("/cancel")
        await bob.sees("Bye!")
        assert bob.screen.keyboard is None
        await ada.says("Ada")
        await ada.sees("Ada, Neither, at nowhere")


@pytest.mark.parametrize("running", [polling, listening])
async def test_cheese_is_bought_with_shipping_and_a_tip(wire: Wire, running: Any) -> None:
    async with running(wire, stall):
        ada = await wire.person("Ada")
        await ada.says("/buy")
        invoice = await ada.sees("Cheese: A pound of cheddar", button="Pay 7.50 GBP")
        paid = {"name": "Ada", "shipping_address": ADDRESS, "shipping_option_id": "bike", "tip": 200}
        assert await ada.pays(invoice, **paid) == "paid"
        await ada.sees("Thank you for 11.20!")


async def test_the_stall_refuses_in_its_own_words(wire: Wire) -> None:
    async with polling(wire, stall):
        ada = await wire.person("Ada")
        await ada.says("/buy")
        invoice = await ada.sees("Cheese")
        abroad = {"name": "Ada", "shipping_address": {**ADDRESS, "country_code": "FR"}}
        assert await ada.pays(invoice, **abroad) == "refused"
        assert await ada.pays(invoice, name="Mallory", shipping_address=ADDRESS) == "refused"
        refused = [event["error_message"] for event in wire.events if event["kind"] == "payment"]
        assert refused == ["We deliver in Britain only", "Not to you"]


async def test_inline_results_are_offered_and_chosen(wire: Wire) -> None:
    async with polling(wire, shouter) as app:
        ada = await wire.person("Ada")
        await ada.starts()
        asked = await wire.post(f"/users/{ada.id}/inline", {"query": "rice"})

        def answered() -> Any:
            found = [event for event in wire.events if event["kind"] == "inline_answer"]
            return found[-1]["results"] if found else None

        results = await wire.until(answered, "inline results")
        assert [result["title"] for result in results] == ["Loud", "Bold"]
        assert results[0]["input_message_content"]["message_text"] == "RICE"
        chosen = {"result_id": "bold"}
        await wire.post(f"/users/{ada.id}/inline/{asked['inline_query_id']}/choose", chosen)
        await wire.settles()
        assert app.bot_data["chosen"] == ["bold"]


async def test_a_timer_rings_by_itself_and_can_be_stopped(wire: Wire) -> None:
    async with polling(wire, timer):
        ada, bob = await wire.person("Ada"), await wire.person("Bob")
        await ada.says("/set soon")
        await ada.sees("Usage: /set seconds")
        await bob.says("/set 600")
        await bob.sees("Set.")
        assert (await bob.taps("Stop")).text == "Stopped"
        await bob.sees("Stopped.")
        await ada.says("/set 0.05")
        await ada.sees("Beep! 0.05 s are over.")
        again = await ada.taps("Stop")
        assert (again.text, again.show_alert) == ("Nothing to stop", True)
