"""Weak lines are asked about one at a time, the answers are remembered, and the person sorts lines."""

import re

import pytest

from tests.journeys.asking import ASK
from tests.journeys.town import Town
from tests.kit.person import Person

WEAK = "Supper\n1 kg potatoes\n3 blorps of quinoa\nsalt\nbutter or margarine\n3 eggs\n2 lemons"
CHECK = re.compile("lines? to check")
JOB = "Shelf\n2 pine boards\n8 wood screws 4 x 40 mm\n1 brush\n1 roll masking tape"


async def pastes(town: Town, text: str, key: str = "mia") -> Person:
    person = await town.person(key)
    await person.says(text)
    await person.sees("list prices", button=ASK)
    return person


@pytest.mark.feature("X1")
async def test_weak_lines_are_asked_about_one_at_a_time_and_the_list_comes_at_the_end(town: Town) -> None:
    mia = await pastes(town, WEAK)
    await mia.taps(CHECK)
    first = await mia.sees("The page says: “3 blorps of quinoa”", button="⏭ Skip")
    assert "1 of 3" in first.text
    assert "I don't know that unit" in first.text
    await mia.says("200 g")
    await mia.sees("2 of 3")
    await mia.taps("✅ Right, one pack will do")
    await mia.sees("3 of 3", button="margarine")
    await mia.taps("margarine")
    card = await mia.sees("No line is open to doubt any more", button=ASK)
    assert "200 g quinoa" in card.text
    assert "✅ margarine" in card.text
    assert "❓" not in card.text.partition("About")[0]


@pytest.mark.feature("X1")
async def test_free_words_answer_and_what_is_no_answer_is_said_so(town: Town) -> None:
    mia = await pastes(town, WEAK)
    await mia.taps(CHECK)
    await mia.sees("1 of 3")
    await mia.says("!!!")
    await mia.sees("I couldn't read a thing or an amount in that")
    await mia.says("it's 2 cups of bulgur")
    await mia.sees("2 of 3")
    await mia.says("what was the question?")
    await mia.sees("2 of 3")
    await mia.says("leave it out")
    await mia.sees("3 of 3")
    await mia.says("skip")
    card = await mia.sees("One line is still unsure", button=CHECK)
    assert "2 cups bulgur" in card.text
    assert re.search("⬜️ .*salt", card.text)
    assert "butter ❓" in card.text


@pytest.mark.feature("X1")
async def test_asking_the_sellers_offers_to_check_first_and_asks_anyway(town: Town) -> None:
    mia = await pastes(town, WEAK)
    await mia.taps(ASK)
    offer = await mia.sees("One line was hard to read: quinoa", button="🔎 Ask anyway")
    assert "❓ 3 lines to check" in offer.buttons
    await mia.taps("🔎 Ask anyway")
    await mia.sees("sellers answered")


@pytest.mark.feature("X1")
async def test_only_an_open_amount_holds_nobody_up(town: Town) -> None:
    mia = await pastes(town, "Supper\n1 kg potatoes\nsalt\n3 eggs\n2 lemons")
    await mia.taps(ASK)
    await mia.sees("sellers answered")


@pytest.mark.feature("X1")
async def test_an_answer_is_remembered_for_the_next_page_of_the_same_person(town: Town) -> None:
    mia = await pastes(town, WEAK)
    await mia.taps(CHECK)
    await mia.says("200 g")
    await mia.sees("2 of 3")
    await mia.says("1 packet of sea salt")
    await mia.sees("3 of 3")
    await mia.taps("⏭ Skip")
    await mia.sees("One line is still unsure")
    await mia.says("Breakfast\n3 blorps of quinoa\nsalt\n4 eggs\n1 l milk")
    card = await mia.sees("Breakfast", button=ASK)
    assert "200 g quinoa · as you said last time" in card.text
    assert "1 packet sea salt · as you said last time" in card.text
    assert "❓" not in card.text
    jonas = await town.newcomer("Noa")
    await jonas.says("Breakfast\n3 blorps of quinoa\nsalt\n4 eggs\n1 l milk")
    await jonas.sees("unit unclear", button=CHECK)


@pytest.mark.feature("X1")
async def test_what_three_persons_say_holds_for_a_fourth(town: Town) -> None:
    for name in ("Ada", "Ben", "Cleo", "Dora"):
        person = await town.newcomer(name)
        await person.says("Broth\n1 kg carrots\nstk\n4 eggs\n1 l milk")
        if name == "Dora":
            card = await person.sees("Broth", button=ASK)
            assert "vegetable stock · as others said of it" in card.text
            return
        await person.sees("stk ❓", button=CHECK)
        await person.taps(CHECK)
        await person.sees("1 of 1")
        await person.says("it's vegetable stock")
        await person.sees("✅ vegetable stock")


@pytest.mark.feature("X1")
async def test_an_item_chosen_for_a_component_is_remembered(town: Town) -> None:
    mia = await pastes(town, "Mash\n1 kg potatoes\n4 eggs\n1 l milk")
    await mia.taps(re.compile("Edit a line"))
    await mia.taps(re.compile("1 kg potatoes"))
    await mia.sees("These fit best")
    await mia.taps(re.compile("Floury potatoes.*sack"))
    await mia.sees("Ingredient: 1 kg potatoes", button=re.compile("✅ Floury potatoes"))
    await mia.says("Gratin\n500 g potatoes\n200 ml cream\n4 eggs")
    await mia.sees("Gratin", button=ASK)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    aylin = await town.person("aylin")
    inquiry = await aylin.sees("Inquiry", anywhere=True)
    assert "Floury potatoes" in inquiry.text


@pytest.mark.feature("M8")
async def test_what_the_author_mixed_up_is_sorted_in_words_and_by_buttons(town: Town) -> None:
    mia = await pastes(town, JOB)
    await mia.says("the brush is a tool")
    card = await mia.sees("Now a tool: brush")
    assert re.search("Tools\n⬜️ .*brush", card.text)
    await mia.says("I need the brush too")
    assert re.search("Tools\n✅ .*brush", (await mia.sees("Needed: brush")).text)
    await mia.says("the brush is material, not a tool")
    await mia.sees("Now material: brush")
    await mia.taps(re.compile("Edit a line"))
    await mia.taps("1 roll masking tape")
    await mia.sees("The page says: “1 roll masking tape”")
    await mia.taps("🔧 It's a tool")
    await mia.sees("Tool: 1 roll masking tape")
    await mia.says("/list")
    assert re.search("Tools\n⬜️ .*masking tape", (await mia.sees("masking tape", button=ASK)).text)


@pytest.mark.feature("M8", "X1")
@pytest.mark.parametrize(
    ("language", "text", "said", "tool", "sorted_as", "again"),
    [
        (
            "de",
            "Suppe\n1 kg Kartoffeln\nSalz\n1 Pinsel\n4 Eier",
            ("zu prüfen", "1 von 1", "eine Packung Meersalz", "keine Zeile mehr zweifelhaft"),
            "der Pinsel ist Werkzeug",
            "Jetzt beim Werkzeug: Pinsel",
            ("Brei\n1 l Milch\nSalz\n4 Eier", "1 Packung Meersalz · wie du beim letzten Mal gesagt hast"),
        ),
        (
            "fr",
            "Soupe\n1 kg de pommes de terre\nsel\n1 pinceau\n4 œufs",
            ("à vérifier", "1 sur 1", "un paquet de sel marin", "Plus aucune ligne"),
            "le pinceau est un outil",
            "Maintenant parmi les outils : pinceau",
            (
                "Bouillie\n1 l de lait\nsel\n4 œufs",
                "1 paquet sel marin · comme vous l’avez dit la dernière fois",
            ),
        ),
    ],
)
async def test_lines_are_checked_and_sorted_in_german_and_french(
    town: Town,
    language: str,
    text: str,
    said: tuple[str, str, str, str],
    tool: str,
    sorted_as: str,
    again: tuple[str, str],
) -> None:
    button, question, answer, done = said
    uli = await town.wire.person("Uli", language_code=language)
    await uli.says(text)
    await uli.taps(re.compile(button))
    await uli.sees(question)
    await uli.says(answer)
    await uli.sees(done)
    await uli.says(tool)
    await uli.sees(sorted_as)
    await uli.says(again[0])
    await uli.sees(again[1])
