"""A seller asks before it offers: passed on without names, answered or not; doubts are asked back singly."""

import re

import pytest

from tests.journeys.asking import ASK, RIGHT
from tests.journeys.town import Town
from tests.kit.person import Person
from tests.kit.screen import Message

WANTED = "250 g butter\n1 kg flour\n10 eggs"
MINUTES = 60


async def inquiry_at(town: Town, key: str) -> tuple[Person, Message, Person]:
    mia = await town.person("mia")
    await mia.says(WANTED)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    seller = await town.person(key)
    return seller, await seller.sees("Inquiry", anywhere=True), mia


@pytest.mark.feature("X19")
@pytest.mark.feature("X5")
async def test_a_question_is_passed_on_without_names_and_answered_by_a_tap(town: Town) -> None:
    aylin, inquiry, mia = await inquiry_at(town, "aylin")
    await aylin.says("salted or unsalted?", reply_to=inquiry)
    passed = await aylin.sees("I've passed your question on to the customer")
    assert "Mia" not in passed.text
    asked = await mia.sees("One of the sellers asks")
    assert "“salted or unsalted?”" in asked.text
    assert "Aylin" not in asked.text and "Grüne Kiste" not in asked.text
    await mia.taps("unsalted")
    answer = await aylin.sees("The customer says: “unsalted”")
    assert "Mia" not in answer.text
    await mia.sees("You answered: “unsalted”", anywhere=True)
    await aylin.says("butter 2.90, rest ok", reply_to=answer)
    await aylin.sees("Is this your offer")
    await aylin.taps(RIGHT)
    await mia.sees("✅ Grüne Kiste", anywhere=True)


@pytest.mark.feature("X5")
async def test_an_answer_in_words_is_passed_on_and_a_late_one_prolongs_the_round(town: Town) -> None:
    aylin, inquiry, mia = await inquiry_at(town, "aylin")
    await aylin.says("which brand of butter?", reply_to=inquiry)
    asked = await mia.sees("One of the sellers asks")
    await town.play.jump(25 * MINUTES)
    await mia.says("any brand, as long as it is organic", reply_to=asked)
    await aylin.sees("The customer says: “any brand, as long as it is organic”")
    await town.play.jump(8 * MINUTES)
    await aylin.says("butter 2.90, rest ok", reply_to=inquiry)
    await aylin.sees("Is this your offer")


@pytest.mark.feature("X5")
async def test_who_does_not_answer_loses_nothing(town: Town) -> None:
    aylin, inquiry, mia = await inquiry_at(town, "aylin")
    await aylin.says("which brand of butter?", reply_to=inquiry)
    await mia.sees("One of the sellers asks")
    chiara = await town.person("chiara")
    await chiara.taps(re.compile("Offer as listed"))
    await town.play.jump(31 * MINUTES)
    await mia.sees("My proposal", anywhere=True)
    over = await mia.sees("That's over: the round is closed", anywhere=True)
    assert over.buttons == []


@pytest.mark.feature("X19")
async def test_numbers_and_addresses_are_not_passed_on(town: Town) -> None:
    aylin, inquiry, mia = await inquiry_at(town, "aylin")
    await aylin.says("can you call me at 0171 2345678?", reply_to=inquiry)
    await aylin.sees("I pass on neither telephone numbers nor addresses")
    assert "One of the sellers asks" not in str(mia.screen)


@pytest.mark.feature("X5")
async def test_one_doubt_at_a_time_is_asked_back_with_choices_that_are_read_back(town: Town) -> None:
    aylin, inquiry, _ = await inquiry_at(town, "aylin")
    await aylin.says("butter 2.90 or 3.10, eggs 3.20", reply_to=inquiry)
    await aylin.sees("There are two prices for line", button="Exactly 3.10")
    await aylin.taps("Exactly 3.10")
    read = await aylin.sees("Is this your offer")
    assert re.search(r"[Bb]utter.* — €3\.10", read.text)


@pytest.mark.feature("X5")
async def test_an_offer_is_changed_after_all_answered_as_long_as_nothing_is_ordered(town: Town) -> None:
    _, _, mia = await inquiry_at(town, "aylin")
    for key in ("jonas", "aylin", "chiara"):
        seller = await town.person(key)
        if seller.last and "Inquiry" in str(seller.screen):
            await seller.taps(re.compile("Offer as listed"))
            await seller.sees("is with the customer")
    await mia.sees("My proposal", anywhere=True)
    aylin = await town.person("aylin")
    inquiry = await aylin.sees("This is your offer", anywhere=True)
    await aylin.says("make the eggs 3.00", reply_to=inquiry)
    await aylin.sees("Is this your offer")
    await aylin.taps(RIGHT)
    await mia.sees("Grüne Kiste changed its offer")
    await mia.sees("tray of 10 — €3.00", anywhere=True)
