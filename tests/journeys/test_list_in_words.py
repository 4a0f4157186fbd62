"""The list in free words, with the real dialogue: sums asked for, second thoughts, things wanted instead."""

import re
from dataclasses import dataclass

import pytest
from sqlmodel import select

from commerce.quotes.models import Round
from tests.journeys.ordering import books
from tests.journeys.town import Town


@dataclass(frozen=True)
class Script:
    """A pasted list; what is typed, what is then read, and what of it must not be."""

    pasted: str
    said: tuple[tuple[str, str], ...]


ENGLISH = Script(
    "500 g risotto rice\n2 onions\n60 g parmesan\n1 packet salt",
    (
        ("how much will it cost me?", "With delivery about"),
        ("make it for two and leave out the onions", "Now 2 times"),
        ("no, I meant three", "Now 3 times"),
        ("and can I also have two bottles of sparkling water?", "Added: sparkling water"),
        ("sorry, I meant 3", "3 bottles sparkling water"),
        ("no salt but lemons", "Left out: salt[^A]*Added: lemons"),
        ("remove everything", "⬜️ [^\n]*risotto rice"),
        ("I need everything again", "✅ [^\n]*risotto rice"),
        ("do you have maple syrup?", "Maple syrup"),
        ("I'll take the first one", "Added: Maple syrup"),
        ("back to the list", "✅ [^\n]*risotto rice"),
        ("are you a bot or a person?", "A program, not a person"),
    ),
)
GERMAN = Script(
    "500 g Risottoreis\n2 Zwiebeln\n60 g Parmesan\n1 Packung Salz",
    (
        ("was kostet mich das ungefähr?", "Mit Lieferung etwa"),
        ("und noch zwei flaschen sprudel dazu", "Dazu: sprudel"),
        ("ach nee, ich meinte drei", "3 Flaschen sprudel"),
        ("ich brauch kein salz, aber zitronen", "Weggelassen: Salz[^D]*Dazu: zitronen"),
        ("nimm alles raus", "⬜️ [^\n]*Risottoreis"),
        ("ich brauche doch alles", "✅ [^\n]*Risottoreis"),
        ("habt ihr ahornsirup", "Maple syrup"),
        ("das erste bitte", "Dazu: Maple syrup"),
        ("zeig mir meine liste", "✅ [^\n]*Risottoreis"),
        ("bist du ein mensch?", "Ein Programm, kein Mensch"),
    ),
)
FRENCH = Script(
    "500 g de riz à risotto\n2 oignons\n60 g de parmesan\n1 paquet de sel",
    (
        ("ça me coûtera combien ?", "Avec la livraison, environ"),
        ("et avec ça deux bouteilles d'eau gazeuse", "Ajouté : eau gazeuse"),
        ("ah non, je voulais dire trois", "3 bouteilles eau gazeuse"),
        ("pas de sel mais du citron", "Laissé de côté : sel[^A]*Ajouté : citron"),
        ("enlève tout", "⬜️ [^\n]*riz à risotto"),
        ("finalement il me faut tout", "✅ [^\n]*riz à risotto"),
        ("vous avez du sirop d'érable ?", "Maple syrup"),
        ("je prends le premier", "Ajouté : Maple syrup"),
        ("montre-moi ma liste", "✅ [^\n]*riz à risotto"),
        ("tu es un robot ?", "Un programme, pas une personne"),
    ),
)


@pytest.mark.rasa
@pytest.mark.feature("X15", "X16", "X21")
@pytest.mark.parametrize(
    ("language", "script"), [("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)], ids=["en", "de", "fr"]
)
async def test_second_thoughts_about_a_list_are_understood_and_ask_no_seller(
    talking_town: Town, language: str, script: Script
) -> None:
    uli = await talking_town.newcomer("Uli", language=language)
    await uli.starts()
    await uli.says(script.pasted)
    await uli.sees_button(re.compile("🔎"))
    for said, shown in script.said:
        await uli.says(said)
        await uli.sees(re.compile(shown))
    assert await books(talking_town, lambda session: session.exec(select(Round)).all()) == []


@pytest.mark.rasa
@pytest.mark.feature("X15")
async def test_a_question_is_not_asked_again_for_ever(talking_town: Town) -> None:
    uli = await talking_town.newcomer("Uli")
    await uli.starts()
    await uli.says(ENGLISH.pasted)
    await uli.sees_button(re.compile("🔎"))
    await uli.says("change the amount of the rice")
    await uli.sees("How much?")
    for _ in range(2):
        await uli.says("thank you")
        await uli.sees("You're welcome!")
        await uli.sees("How much?")
    await uli.says("thank you")
    await uli.sees("You're welcome!")
    await uli.sees("All right, forget the question")
    await uli.sees_nothing_of("How much?")


@pytest.mark.rasa
@pytest.mark.feature("X15")
async def test_answers_that_are_none_are_not_left_in_silence(talking_town: Town) -> None:
    uli = await talking_town.newcomer("Uli")
    await uli.starts()
    await uli.says(ENGLISH.pasted)
    await uli.sees_button(re.compile("🔎"))
    await uli.says("scale it")
    await uli.sees("For how many?")
    for said in ("a lot of people", "many people"):
        await uli.says(said)
        await uli.sees("For how many?")
    await uli.says("for the family")
    await uli.sees("All right, forget the question")


@pytest.mark.rasa
@pytest.mark.feature("M11", "X16", "X21")
@pytest.mark.parametrize(
    ("language", "swap", "swapped", "ask", "asked"),
    [
        ("en", "swap the onions for leeks", "Left out: onions[^A]*Added: leeks",
         "ask everyone but not Marini", "0 of 2 sellers answered"),
        ("de", "tausch die Zwiebeln gegen Lauch", "Weggelassen: Zwiebeln[^D]*Dazu: Lauch",
         "frag die läden aber nicht den marini", "0 von 2 Läden"),
        ("fr", "remplace les oignons par des poireaux", "Laissé de côté : oignons[^A]*Ajouté : poireaux",
         "demandez aux vendeurs mais pas à marini", "0 magasin sur 2"),
    ],
    ids=["en", "de", "fr"],
)  # fmt: skip
async def test_one_thing_goes_for_another_and_one_seller_is_not_asked(
    talking_town: Town, language: str, swap: str, swapped: str, ask: str, asked: str
) -> None:
    uli = await talking_town.newcomer("Uli", language=language)
    await uli.starts()
    await uli.says({"en": ENGLISH, "de": GERMAN, "fr": FRENCH}[language].pasted)
    await uli.sees_button(re.compile("🔎"))
    await uli.says(swap)
    await uli.sees(re.compile(swapped))
    await uli.says(ask)
    card = await uli.sees(asked)
    assert "Marini" not in card.text


@pytest.mark.rasa
@pytest.mark.feature("M11")
@pytest.mark.parametrize("names", ["Marini and Sommer", "Marini, Sommer", "Marini, Sommer please"])
async def test_of_two_sellers_not_to_be_asked_neither_is_and_nobody_is_where_one_is_unknown(
    talking_town: Town, names: str
) -> None:
    uli = await talking_town.newcomer("Uli")
    await uli.starts()
    await uli.says(ENGLISH.pasted)
    await uli.sees_button(re.compile("🔎"))
    await uli.says("ask all the sellers except Marini and Bauer")
    await uli.sees("I don't see a seller called “bauer”")
    assert await books(talking_town, lambda session: session.exec(select(Round)).all()) == []
    await uli.says(f"ask all the sellers except {names}")
    card = await uli.sees("0 of 1 sellers answered")
    assert "Marini" not in card.text
    assert "Sommer" not in card.text


@pytest.mark.rasa
@pytest.mark.feature("M8")
async def test_what_stands_on_the_list_in_the_plural_is_not_put_there_again(talking_town: Town) -> None:
    uli = await talking_town.newcomer("Uli")
    await uli.starts()
    await uli.says("500 g rice\n1 onion\n2 leeks")
    await uli.sees_button(re.compile("🔎"))
    await uli.says("swap the onion for leek")
    card = await uli.sees("On your list already: leeks")
    assert card.text.count("leek") == 2, "in the sentence and in the list"
    await uli.says("add 3 leeks")
    await uli.sees("5 leeks")


@pytest.mark.rasa
@pytest.mark.feature("M8")
async def test_another_size_of_what_stands_on_the_list_is_a_line_of_its_own(talking_town: Town) -> None:
    uli = await talking_town.newcomer("Uli")
    await uli.starts()
    await uli.says("20 wood screws 4 x 40 mm\n2 boards\n1 tin wood glue")
    await uli.sees_button(re.compile("🔎"))
    await uli.says("add 30 wood screws 5 x 60 mm")
    card = await uli.sees("Added: wood screws")
    assert re.search("20 × wood screws|20 wood screws", card.text)
    assert re.search("30 × wood screws|30 wood screws", card.text)


@pytest.mark.rasa
@pytest.mark.feature("M8", "X15")
@pytest.mark.parametrize(
    ("language", "pasted", "wish", "told", "instead", "now"),
    [
        ("en", ENGLISH.pasted, "make it for six", "that's 6 times as much.*“no, I meant 2”", "no, I meant 2",
         "Now 2 times"),
        ("de", GERMAN.pasted, "mach es für sechs Personen", "6-mal so viel.*„nein, ich meinte 2“",
         "nein, ich meinte 2", "das 2-Fache"),
        ("fr", FRENCH.pasted, "fais-le pour six personnes", "6 fois plus.*« non, je voulais dire 2 »",
         "non, je voulais dire 2", "Maintenant 2 fois"),
    ],
    ids=["en", "de", "fr"],
)  # fmt: skip
async def test_of_a_list_for_nobody_knows_how_many_a_number_is_so_many_times_as_much(
    talking_town: Town, language: str, pasted: str, wish: str, told: str, instead: str, now: str
) -> None:
    uli = await talking_town.newcomer("Uli", language=language)
    await uli.starts()
    await uli.says(pasted)
    await uli.sees_button(re.compile("🔎"))
    await uli.says(wish)
    await uli.sees(re.compile(told), anywhere=True)
    await uli.says(instead)
    await uli.sees(now, anywhere=True)
