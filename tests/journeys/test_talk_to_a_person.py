"""Somebody asks for a person: an admin takes it, words go to and fro, either side ends it."""

import re
from datetime import timedelta

import pytest

from commerce.people.conversations import SILENT_AFTER, TOLD_AFTER, UNANSWERED_AFTER
from tests.journeys.ordering import ADDRESS, ADDRESS_BUTTON, ONE_SHOP, ORDER, confirmed, proposal, so_far
from tests.journeys.town import Town
from tests.kit.person import Person

TAKE = re.compile("I'll take it")
BACK = re.compile("Back to the shop")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082"
)


async def later(town: Town, ahead: timedelta) -> None:
    await town.play.jump(int(ahead.total_seconds()))


async def with_robert(town: Town, who: Person, words: str = "I'd like to talk to someone") -> Person:
    """She has asked for a person, and Robert has taken it."""
    robert = await town.person("robert")
    await who.says(words)
    await who.sees("I've told the people at the shop")
    await robert.taps(TAKE)
    await who.sees("A person at Errand is there now", button=BACK)
    await robert.sees("It's yours", anywhere=True)
    return robert


@pytest.mark.feature("X15")
async def test_somebody_who_asks_for_a_person_talks_to_one_and_comes_back(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(ONE_SHOP)
    await mia.sees("risotto rice")
    await mia.says("I'd like to talk to someone")
    await mia.sees("I read what you write as always", button=re.compile("Where is my order"))
    robert = await town.person("robert")
    card = await robert.sees("would like to talk to a person", button=TAKE)
    for fact in ("Mia Winter", "Language: English", "Before them: list", "risotto rice", "talk to someone"):
        assert fact in card.text, fact
    await robert.taps(TAKE)
    assert (await robert.sees("It's yours")).id == card.id, "in place"
    await mia.sees("A person at Errand is there now", button=BACK)
    await mia.says("my parcel is wet")
    heard = await robert.sees("my parcel is wet")
    assert heard.text.startswith("💬 Mia Winter (")
    await robert.says("Oh no. Which one?", reply_to=heard)
    answer = await mia.sees("Oh no. Which one?")
    assert answer.text.startswith("👤 A person at Errand")
    assert "Robert" not in so_far(mia)
    await mia.says("/list")
    await mia.sees("risotto rice")
    await mia.says("where were we?")
    await robert.sees("where were we?")
    await robert.says("We send another, no need to do anything.")
    await mia.sees("We send another")
    await mia.says("back to the shop")
    await mia.sees("You're back at the shop")
    await robert.sees("has ended the talk")
    await mia.says("2 onions\n1 leek\n500 g rice")
    await mia.sees("leek", button=re.compile("Ask the sellers"))
    await robert.sees_nothing_of("leek")
    await robert.says("one more thing", reply_to=heard)
    await robert.sees("That talk is over; nothing was sent")


@pytest.mark.feature("X15")
async def test_photos_and_what_has_no_words_are_passed_on_labelled(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    robert = await with_robert(town, mia)
    await mia.sends_photo(PIXEL, caption="it looks like this")
    await robert.sees(re.compile(r"Mia Winter \(\w+\) sends:"))
    photo = await robert.sees("it looks like this", showing="photo")
    await robert.sends_location(50.1, 10.2)
    await mia.sees("A person at Errand sends:")
    await robert.says("thanks, I see", reply_to=photo)
    await mia.sees("thanks, I see")
    long = "very long " * 390
    await mia.says(long)
    await robert.sees(long.strip())


@pytest.mark.feature("X15")
async def test_the_first_admin_has_it_and_the_others_cards_say_so(town: Town) -> None:
    mia, robert = await town.person("mia"), await town.person("robert")
    vera = await town.newcomer("Vera", "admin")
    await vera.starts()
    await mia.starts()
    await mia.says("talk to a person")
    await robert.sees_button(TAKE)
    await vera.sees("would like to talk", button=TAKE)
    await robert.taps(TAKE)
    await vera.sees("Robert Halm has taken it", anywhere=True)
    await vera.sees_no_button(TAKE)
    await mia.says("hello?")
    await robert.sees("hello?")
    await vera.sees_nothing_of("hello?")


@pytest.mark.feature("X15")
async def test_of_several_talks_a_message_goes_where_it_is_meant_or_is_asked_back(town: Town) -> None:
    mia, ada = await town.person("mia"), await town.wire.person("Ada")
    await mia.starts()
    await ada.starts()
    robert = await with_robert(town, mia)
    await with_robert(town, ada)
    await mia.says("mine is late")
    late = await robert.sees("mine is late")
    await robert.says("on its way", reply_to=late)
    await mia.sees("on its way")
    await ada.sees_nothing_of("on its way")
    await robert.says("who is this for?")
    await robert.sees("to whom shall it go?", button=re.compile("Ada"))
    for who in (mia, ada):
        await who.sees_nothing_of("who is this for?")
    await robert.taps(re.compile("^Ada"))
    await robert.sees("Sent to Ada")
    await ada.sees("who is this for?")
    await mia.sees_nothing_of("who is this for?")
    await robert.says("/done")
    await robert.sees("Which talk shall end?")
    await robert.taps(re.compile("^Mia Winter"))
    await mia.sees("has ended the talk")
    await robert.says("only you now")
    await ada.sees("only you now")
    await robert.says("/done")
    await ada.sees("has ended the talk")
    await robert.says("/talks")
    await robert.sees("Nobody waits for a person")


@pytest.mark.feature("X15")
async def test_the_shop_goes_on_meanwhile_and_an_address_that_it_asked_for_stays_with_it(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await proposal(town, mia, ONE_SHOP, "chiara")
    robert = await with_robert(town, mia)
    await mia.taps(ORDER)
    await mia.taps(ADDRESS_BUTTON)
    await mia.sees("Where shall it be delivered?")
    await mia.says("is the gate all right?")
    await robert.sees("is the gate all right?")
    await mia.says(ADDRESS)
    await mia.sees("Delivered to")
    await robert.sees_nothing_of("Gartenweg")
    await mia.says("/done")
    await mia.sees("You're back at the shop")
    await mia.says("talk to a person")
    await robert.sees("would like to talk")
    assert "Gartenweg" not in so_far(robert)


@pytest.mark.feature("X15")
async def test_a_silent_talk_ends_and_one_that_nobody_takes_is_told_honestly(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    robert = await with_robert(town, mia)
    await later(town, SILENT_AFTER / 2)
    await mia.says("are you there?")
    await robert.sees("are you there?")
    await later(town, SILENT_AFTER * 3 / 4)
    await mia.sees_nothing_of("Nothing was said")
    await later(town, SILENT_AFTER / 2)
    await mia.sees("Nothing was said for two hours")
    await robert.sees("for two hours", anywhere=True)
    await mia.taps(re.compile("Talk to a person"))
    await mia.sees("I've told the people at the shop")
    await later(town, TOLD_AFTER + timedelta(minutes=1))
    await mia.sees("nobody at the shop has had time for you yet")
    await mia.says("talk to a person")
    await mia.sees("I've told them already")
    await later(town, UNANSWERED_AFTER)
    await mia.sees("nobody at the shop had time within a day")
    await robert.sees("Nobody took it within a day", anywhere=True)
    await robert.sees_no_button(TAKE)


@pytest.mark.feature("X15")
async def test_sellers_and_couriers_can_ask_too_and_it_can_be_called_off(town: Town) -> None:
    chiara, tobias = await town.person("chiara"), await town.person("tobias")
    robert = await town.person("robert")
    await chiara.says("talk to a person")
    await robert.sees("Works for: Feinkost Marini")
    await robert.taps(TAKE)
    await chiara.sees("A person at Errand is there now")
    await chiara.says("rice 3.20, rest ok")
    await robert.sees("rice 3.20, rest ok")
    await tobias.says("talk to a person")
    await robert.sees("Works for: Radkurier Lindenau")
    await tobias.taps("No longer needed")
    await tobias.sees("you no longer wait")
    await robert.sees("They ended it", anywhere=True)


@pytest.mark.feature("X15")
async def test_an_admin_who_is_lost_gives_it_back_and_strangers_cannot_take_it(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    vera = await town.newcomer("Vera", "admin")
    await vera.starts()
    await mia.starts()
    robert = await with_robert(town, mia)
    await robert.blocks()
    await mia.sees("can't be reached any more")
    await vera.taps(TAKE)
    await mia.sees("is there now")
    await mia.says("hello again")
    await vera.sees("hello again")
    await vera.blocks()
    await mia.sees("can't be reached any more")
    await jonas.says("/talks")
    await jonas.sees("for the shop's admins")
    await mia.says("/done")
    await mia.sees("you no longer wait")
    await mia.says("talk to a person")
    await mia.sees("Nobody at the shop can be reached right now")


@pytest.mark.feature("X15")
async def test_a_talk_goes_on_after_a_restart_and_shows_the_order_that_it_is_about(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    code = await confirmed(town, mia, ONE_SHOP, "chiara")
    robert = await town.person("robert")
    await mia.says("talk to a person")
    await robert.sees(f"Before them: order {code}, confirmed", button=code)
    await robert.taps(TAKE)
    await mia.sees("is there now")
    await robert.sees("It's yours")
    await town.wire.settles()
    await town.play.restart()
    await mia.says("still there?")
    await robert.sees("still there?")
    await robert.says("yes")
    await mia.sees("yes")


@pytest.mark.feature("X15")
@pytest.mark.parametrize("words", ["never mind", "nicht mehr nötig", "plus nécessaire"])
async def test_a_request_is_called_off_in_words(town: Town, words: str) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("I'd like to talk to someone")
    await mia.sees("I've told the people at the shop")
    await mia.says(words)
    await mia.sees("I've told them that you no longer wait")
