"""What the page tells about a message, held against journeys that were really made."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.playground.shop import UnknownMessage
from bot.settings import Chat, read_settings
from tests.journeys.asking import RIGHT, answers_as_listed, answers_in_words, asks_for_risotto
from tests.journeys.ordering import (
    ADDRESS,
    ASK,
    CLOSE,
    ONE_SHOP,
    TWO_SHOPS,
    checkout,
    confirmed,
    packs_all,
    pay_link,
    pays_on_the_page,
)
from tests.journeys.town import RISOTTO, SharedRasa, Town, open_town
from tests.kit.person import Person
from tests.kit.rasa import RunningRasa, rasa
from tests.kit.screen import Message

__all__ = ["rasa"]

Facts = dict[str, Any]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    pace = Chat(per_chat_per_second=50, per_chat_burst=100)
    settings = read_settings(environment={}).model_copy(update={"chat": pace})
    async with open_town(settings, tmp_path) as opened:
        yield opened


@pytest.fixture
async def talking_town(tmp_path: Path, rasa: RunningRasa) -> AsyncIterator[Town]:
    pace = Chat(per_chat_per_second=50, per_chat_burst=100)
    settings = read_settings(environment={}).model_copy(update={"chat": pace})
    async with open_town(settings, tmp_path, SharedRasa(rasa)) as opened:
        yield opened


async def why(town: Town, who: Person, message: Message, update: int | None = None) -> Facts:
    await town.wire.settles()
    told = await town.play.why(who.id, message.id, update)
    return json.loads(json.dumps(told))  # as it goes over the wire


async def why_tap(town: Town, who: Person, message: Message, label: str) -> Facts:
    """About the newest tap on a button of this message."""
    taps = (await why(town, who, message))["Taps on it"]["rows"]
    tap = next(one for one in taps if label in one["label"])
    return await why(town, who, message, tap["update"])


def recipients(section: Facts) -> set[str]:
    return {row["to"] for row in section["rows"]}


async def test_a_link_tells_who_read_it_what_it_became_and_both_messages_it_caused(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    said = await mia.says(town.page(*RISOTTO))
    card = await mia.sees("olive oil", button=ASK)
    told = await why(town, mia, said)
    assert told["What arrived"]["what"] == "words"
    assert told["What arrived"]["update"].isdigit()
    assert re.fullmatch(r"\d+ ms|\d+\.\d s", told["What arrived"]["done after"])
    assert told["Read by"] == "the link in it"
    (command,) = told["It became"]
    assert command["name"] == "ReadPage"
    assert command["fields"]["page"].endswith("basil-risotto")
    assert [row["what"] for row in told["Recorded"]["rows"]] == ["reading started"]
    assert "Reading the page" in told["Sent because of it"]["rows"][0]["words"]
    (later,) = told["And a moment later"]["rows"]
    assert (later["chat"], later["message"]) == (mia.id, card.id)
    assert later["words"].startswith("Basil Risotto")


async def test_a_tap_is_told_with_its_command_and_everybody_it_wrote_to(town: Town) -> None:
    mia = await asks_for_risotto(town)
    asked = mia.last
    told = await why_tap(town, mia, asked, "Ask the sellers")
    assert told["What arrived"]["what"].startswith("a tap on “🔎 Ask the sellers”")
    assert told["Read by"].startswith("the button itself")
    assert told["It became"][0]["name"] == "AskSellers"
    assert told["It became"][0]["fields"]["list"] == "list “Basil Risotto for Four”"
    assert recipients(told["Sent because of it"]) == {
        "Mia Winter",
        "Jonas Sommer",
        "Aylin Çetin",
        "Chiara Marini",
    }
    kinds = [row["what"] for row in told["Recorded"]["rows"]]
    assert kinds.count("inquiry sent") == 3
    assert "round opened" in kinds
    waits = told["Still to come"]
    assert [row["what"] for row in waits] == ["close the round"]
    assert waits[0]["with"].startswith("round ")


async def test_two_taps_on_one_message_are_told_apart(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(ONE_SHOP)
    card = await mia.sees("olive oil", button=ASK)
    await mia.taps(re.compile("✅ .*olive oil"))
    await mia.sees("⬜️", button=re.compile("⬜️ .*olive oil"))
    await mia.taps(re.compile("⬜️ .*olive oil"))
    await mia.sees("olive oil", button=re.compile("✅ .*olive oil"))
    taps = (await why(town, mia, card))["Taps on it"]["rows"]
    assert [tap["label"][0] for tap in taps] == ["⬜", "✅"], "the newest first"
    needed = [
        (await why(town, mia, card, tap["update"]))["It became"][0]["fields"].get("needed") for tap in taps
    ]
    assert needed == [1, 0]
    fields = (await why(town, mia, card, taps[0]["update"]))["It became"][0]["fields"]
    assert fields["component"] == "olive oil"


async def test_a_refusal_is_told_with_its_reason(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    said = await mia.says("/orders")
    await mia.sees("That's for the shop's admins")
    told = await why(town, mia, said)
    assert told["Read by"] == "the slash command"
    assert told["It became"][0]["name"] == "AdminOrders"
    assert told["Refused"] == {"because": "not allowed", "role": "admin"}
    assert told["Sent because of it"]["rows"][0]["words"].startswith("That's for the shop's admins")


async def test_every_version_of_a_sellers_answer_is_told_with_the_inquiry(town: Town) -> None:
    await asks_for_risotto(town)
    chiara = await town.person("chiara")
    await answers_in_words(town, "chiara", "rice 3.20, no basil, rest ok, tomorrow")
    await chiara.taps(RIGHT)
    await chiara.sees("Your offer of")
    said = await answers_in_words(town, "chiara", "make the rice 3.00")
    inquiry = next(message for message in chiara.messages if message.text.startswith("Inquiry"))
    told = await why(town, chiara, inquiry)
    versions = [(row["version"], row["state"], row["said"]) for row in told["Versions of the answer"]]
    assert versions == [
        (1, "binding", "rice 3.20, no basil, rest ok, tomorrow"),
        (2, "read back", "make the rice 3.00"),
    ]
    (life,) = told["Life of the inquiry"]
    assert [step["state"] for step in life["past"]] == ["sent", "answered"]
    assert life["next"] == ["declined"]
    assert "Mia" not in json.dumps(told["What was asked"]), "the seller's card names nobody"
    assert said.text.startswith("Is this your offer")


async def test_a_proposal_is_told_with_its_reasons_and_what_is_bought_where(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "jonas", "aylin", "chiara")
    proposal = await mia.sees("My proposal", anywhere=True)
    told = await why(town, mia, proposal)
    assert "cheapest in all" in told["Why this choice"]
    assert {row["from"] for row in told["What is bought where"]} == {"Kaufhaus Sommer", "Feinkost Marini"}
    assert {row["seller"] for row in told["Who was asked"]} == {
        "Kaufhaus Sommer",
        "Grüne Kiste",
        "Feinkost Marini",
    }
    assert "tapped “✅ Offer as listed" in told["Sent or changed"]["rows"][0]["what"]


async def test_a_paid_order_shows_its_life_and_books_that_balance(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("💳 Card"))
    await mia.taps(re.compile("Place the order"))
    await mia.sees("is held for you")
    await pays_on_the_page(pay_link(mia))
    await mia.sees("is confirmed")
    card = await mia.sees("getting it together")
    told = await why(town, mia, card)
    order, part = told["Life of the order"]
    assert [step["state"] for step in order["past"]] == ["draft", "placed", "confirmed"]
    assert order["next"] == ["cancelled", "done"]
    assert part["past"][-1]["state"] == "to pick"
    (payment,) = told["Payments"]
    assert [step["state"] for step in payment["past"]] == ["requested", "open", "paid"]
    ledger = told["Money that moved"]
    assert ledger["balanced"] is True
    assert ledger["debit"] == ledger["credit"]
    (entry,) = ledger["entries"]
    assert entry["lines"][0]["account"].startswith("provider")
    assert entry["lines"][0]["debit"] == "€26.08"
    assert {line["account"] for line in entry["lines"] if line["credit"]} == {
        "seller · Feinkost Marini",
        "carrier · Radkurier Lindenau",
    }
    assert {row["means"] for row in ledger["open"]} == {"held by the bank for the shop", "to be paid out"}


async def test_cash_in_the_couriers_hand_stands_in_the_ledger_until_it_is_paid_in(town: Town) -> None:
    mia, tobias = await town.person("mia"), await town.person("tobias")
    await mia.starts()
    await confirmed(town, mia, TWO_SHOPS, "chiara", "piotr")
    for key in ("chiara", "piotr"):
        await packs_all(await town.person(key))
    await tobias.taps(re.compile("Picked up at Feinkost"))
    await tobias.taps(re.compile("Picked up at Holz"))
    await tobias.taps(re.compile("Delivered"))
    done = await mia.sees("was delivered")
    told = await why(town, mia, done)
    assert told["It was sent"]["because of"].startswith("Tobias Reh tapped “🏠 Delivered")
    assert told["Life of the order"][0]["past"][-1]["state"] == "done"
    places = [(row["to"], row["what"]) for row in told["Sent together with it"]["rows"]]
    assert len(places) == len(set(places)), "of several in one place the last"
    stops = next(message for message in tobias.messages if message.text.startswith("Delivery"))
    told = await why(town, tobias, stops)
    cash = [row for row in told["Money that moved"]["open"] if row["account"].startswith("cash")]
    assert [row["means"] for row in cash] == ["cash in hand, owed to the shop"]
    (life,) = told["Life of the delivery"]
    assert [step["state"] for step in life["past"]] == ["assigned", "collecting", "under way", "delivered"]
    assert all(stop["done"] for stop in told["Stops"])


async def test_sealed_data_is_marked_as_sealed(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    card = await mia.sees(f"Order {code} · confirmed")
    told = await why(town, mia, card)
    for sealed in (told[f"Order {code}"]["address"], told["Delivery"]["delivery information"]):
        assert sealed["kind"] == "sealed"
        assert ADDRESS in sealed["words"]
    bare = json.dumps([part for name, part in told.items() if name not in {f"Order {code}", "Delivery"}])
    assert ADDRESS not in bare


async def test_a_message_that_could_not_be_delivered_is_told_with_its_error(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sees("Hello Mia")
    town.wire.allows_refusal("Too Many Requests")
    await town.wire.fault("too_many_requests", count=1, retry_after=1, methods=["sendMessage"])
    said = await mia.says("/help")
    await mia.sees("How it works")
    told = await why(town, mia, said)
    (row,) = told["Sent because of it"]["rows"]
    assert (row["state"], row["tries"]) == ("sent", 1)


async def test_nothing_is_made_up_about_a_message_nobody_wrote(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sees("Hello Mia")
    with pytest.raises(UnknownMessage):
        await town.play.why(mia.id, 4_000)
    with pytest.raises(UnknownMessage):
        await town.play.why(mia.id, mia.last.id, 4_000)


async def test_what_was_read_is_known_after_a_restart(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    said = await mia.says(ONE_SHOP)
    await mia.sees("olive oil", button=ASK)
    before = await why(town, mia, said)
    await town.play.restart()
    assert await why(town, mia, said) == before
    assert before["Read by"] == "the reader of lists: several lines that read as components"


async def test_a_closed_round_says_that_nobody_tapped(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "chiara")
    await town.play.jump(31 * 60)
    proposal = await mia.sees("My proposal", anywhere=True)
    told = await why(town, mia, proposal)
    assert told["Sent or changed"]["rows"][0]["what"] == "by itself, when something was due"
    states = {row["seller"]: row["state"] for row in told["Who was asked"]}
    assert states == {"Feinkost Marini": "answered", "Grüne Kiste": "lapsed", "Kaufhaus Sommer": "lapsed"}


@pytest.mark.rasa
async def test_free_words_are_told_with_rivals_entities_and_slots(talking_town: Town) -> None:
    town, mia = talking_town, await talking_town.person("mia")
    await mia.starts()
    await mia.says(town.page(*RISOTTO))
    await mia.sees("olive oil", button=ASK)
    said = await mia.says("no basil please")
    card = await mia.sees("Left out: fresh basil")
    told = await why(town, mia, said)
    assert told["Read by"].startswith("the dialogue engine")
    reading = told["Rasa's reading"]
    assert reading["ranking"][0][0] == "drop_components"
    assert reading["ranking"][0][1] > 0.5
    assert len(reading["ranking"]) > 1, "rivals"
    (entity,) = reading["entities"]
    assert reading["text"][entity["start"] : entity["end"]] == "basil"
    assert {"slot": "components", "before": "", "after": "basil"} in reading["slots"]
    assert reading["light"] == "as a consumer with a list before her"
    assert told["It became"] == [
        {"kind": "command", "name": "DropLines", "fields": {"names": "basil", "text": "no basil please"}}
    ]
    assert told["Sent because of it"]["rows"][0]["message"] == card.id
    assert re.fullmatch(r"\w{3} \d\d:\d\d:\d\d", told["Sent because of it"]["rows"][0]["at"])


@pytest.mark.rasa
async def test_what_was_in_the_slots_before_is_told(talking_town: Town) -> None:
    town, mia = talking_town, await talking_town.person("mia")
    await mia.starts()
    await mia.says(town.page(*RISOTTO))
    await mia.sees("olive oil", button=ASK)
    await mia.says("make it for six")
    await mia.sees("Now for 6.")
    said = await mia.says("make it for eight")
    await mia.sees("Now for 8.")
    reading = (await why(town, mia, said))["Rasa's reading"]
    assert next(row for row in reading["slots"] if row["slot"] == "servings")["before"] == "6"


async def test_closing_a_round_by_a_tap_is_told_with_the_round(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "chiara")
    await mia.taps(CLOSE)
    await mia.sees("My proposal")
    taps = [message for message in mia.messages if "sellers answered" in message.text]
    told = await why_tap(town, mia, taps[-1], "Show what there is now")
    assert told["It became"][0]["fields"]["round"].startswith("round ")
    assert {"round closed", "proposed"} <= {row["what"] for row in told["Recorded"]["rows"]}
