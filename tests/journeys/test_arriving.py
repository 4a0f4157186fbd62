"""How a page or a list arrives: forwarded, behind words, edited in, as a file, in one line."""

import re
from pathlib import Path

import pytest

from bot.playground.script.headless import brisk
from bot.settings import read_settings
from tests.journeys.test_lists import ASK_SELLERS
from tests.journeys.town import RISOTTO, Town, open_town

LIST = "Soup for 4 people\n1 kg tomatoes\n2 onions\n200 ml cream"
pytestmark = pytest.mark.feature("M1")


async def test_a_forwarded_list_a_link_and_a_link_behind_words(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(LIST, forwarded_from="Oma")
    await mia.sees("Soup for 4 people", button=ASK_SELLERS)
    await mia.says(f"have you seen this? {town.page(*RISOTTO)}", forwarded_from="Oma")
    await mia.sees("Basil Risotto", button=ASK_SELLERS)
    pancakes = town.page("simmerandspoon.example", "buttermilk-pancakes")
    entity = {"type": "text_link", "offset": 0, "length": 4, "url": pancakes}
    await mia.says("this please", entities=[entity], forwarded_from="Oma")
    await mia.sees("Buttermilk Pancakes", button=ASK_SELLERS)


async def test_forwarded_words_are_somebody_elses_and_command_nothing(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(LIST)
    await mia.sees("Soup for 4 people", button=ASK_SELLERS)
    for words in ("/cancel", "no onions", "ok, see you tomorrow"):
        await mia.says(words, forwarded_from="Oma")
        await mia.sees("I found no list in that text. Send one line for each")
    await mia.says("/list")
    assert "✅ 2 onions" in (await mia.sees("Soup for 4 people")).text


async def test_of_several_links_the_refusal_says_which(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    news = town.page("lindenauer-bote.example", "market-square")
    await mia.says(f"{town.page(*RISOTTO)}\n{news}")
    refused = await mia.sees("I found no list of ingredients or materials on that page")
    assert refused.text.startswith("🔗 lindenauer-bote.example/market-square\n")
    await mia.says(news)
    alone = await mia.sees("I found no list of ingredients or materials on that page")
    assert "🔗" not in alone.text


async def test_the_page_of_a_preview_is_read(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("tonight?", preview=town.page(*RISOTTO))
    await mia.sees("Basil Risotto", button=ASK_SELLERS)


async def test_a_message_edited_to_hold_a_link_is_read_once(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/list")
    await mia.sees("There's no list yet")
    said = mia.said("/list")
    await mia.edits(said, f"this one: {town.page(*RISOTTO)}")
    await mia.sees("Basil Risotto", button=ASK_SELLERS)
    await mia.edits(said, f"this one, please: {town.page(*RISOTTO)}")
    await mia.sees_nothing_of(re.compile("."))
    await mia.edits(said, "never mind")
    await mia.sees_nothing_of(re.compile("."))


async def test_the_same_page_shared_from_an_application_is_known(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(f"{town.page(*RISOTTO)}?utm_source=share&fbclid=IwAR1")
    await mia.sees("Basil Risotto", button=ASK_SELLERS)
    await mia.says(f"{town.page(*RISOTTO)}#:~:text=rice")
    await mia.sees("You sent that page already")


async def test_a_link_without_https_is_a_link(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(f"have a look at {town.page(*RISOTTO).removeprefix('http://')}, please")
    await mia.sees("Basil Risotto", button=ASK_SELLERS)
    await mia.says("simmerandspoon.example/risotto")
    await mia.sees(re.compile("I couldn't open that link: simmerandspoon.example doesn't answer"))


async def test_a_small_text_or_page_sent_as_a_file_is_read(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sends_document(LIST.encode(), "soup.txt")
    await mia.sees("Soup for 4 people", button=ASK_SELLERS)
    await mia.sends_document(b"# Cake\n\n- 250 g flour\n- 3 eggs\n- 100 g butter\n", "cake.md")
    card = await mia.sees("Cake", button=ASK_SELLERS)
    assert "250 g flour" in card.text
    page = "<html lang=de><h1>Suppe</h1><h2>Zutaten</h2><ul><li>1 kg Tomaten<li>2 Zwiebeln</ul></html>"
    await mia.sends_document(page.encode(), "suppe.html", caption="from the web")
    await mia.sees("1 kg Tomaten", button=ASK_SELLERS)


async def test_as_many_as_the_settings_say_answer_for_a_line_of_a_file_too(tmp_path: Path) -> None:
    settings = brisk(read_settings(environment={}))
    asking = settings.asking.model_copy(update={"confirmed_by": 2})
    async with open_town(settings.model_copy(update={"asking": asking}), tmp_path) as town:
        for name in ("Ada", "Ben", "Cleo"):
            person = await town.newcomer(name)
            await person.sends_document(b"Broth\n1 kg carrots\nstk\n4 eggs\n1 l milk", "broth.txt")
            if name == "Cleo":
                card = await person.sees("Broth", button=ASK_SELLERS)
                assert "vegetable stock · as others said of it" in card.text
                return
            await person.sees("stk ❓")
            await person.taps(re.compile("line to check"))
            await person.sees("1 of 1")
            await person.says("it's vegetable stock")
            await person.sees("✅ vegetable stock")


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"%PDF-1.7", "plan.pdf", "That's a PDF. I read links, texts, and files"),
        (b"PK\x03\x04", "list.docx", "That's a document of a word processor."),
        (b"a;b", "stock.csv", "That's a table."),
        (b"x" * 600_000, "novel.txt", "novel.txt is too big: I read files of up to 512 KB."),
        (
            b"Dear diary, nothing to buy today.",
            "diary.txt",
            "I found no list of ingredients or materials in that file",
        ),
        (b"\x00\x01\x02" * 50, "odd.txt", "That file holds no text I can read."),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[-5:] else "",
)
async def test_other_files_are_refused_with_a_next_step(
    town: Town, content: bytes, name: str, told: str
) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sends_document(content, name)
    refused = await mia.sees(told)
    assert "Paste" in refused.text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("500 g flour, 6 eggs and milk", ["500 g flour", "6 eggs", "milk"]),
        ("5 l of wall paint", ["5 l wall paint"]),
        ("I need a drill and 20 screws", ["1 drill", "20 screws"]),
    ],
)
async def test_a_list_in_one_line_begins_a_list(town: Town, text: str, lines: list[str]) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(text)
    card = await mia.sees("Your list", button=ASK_SELLERS)
    assert all(f"✅ {line}" in card.text for line in lines)


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        ("de", "Ich brauche eine Bohrmaschine und 20 Schrauben", ["1 Bohrmaschine", "20 Schrauben"]),
        ("fr", "500 g de farine, 6 œufs et du lait", ["500 g farine", "6 œufs", "lait"]),
    ],
)
async def test_a_list_in_one_line_in_german_and_french(
    town: Town, language: str, text: str, lines: list[str]
) -> None:
    noa = await town.newcomer("Noa", language=language)
    await noa.starts()
    await noa.says(text)
    card = await noa.sees(lines[0], button=re.compile("🔎"))
    assert all(f"✅ {line}" in card.text for line in lines)
