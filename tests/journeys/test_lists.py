"""From a page or a text to a list: its lines, ticks, portions and pages."""

import re
from io import BytesIO

import pytest
from PIL import Image

from tests.journeys.town import RISOTTO, Town
from tests.kit.person import Person

ASK_SELLERS = re.compile("Ask the sellers")
PASTED = "Tomato soup\n\n1 kg tomatoes\n2 onions\n200 ml cream\nsalt"


def a_picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 240), "#2f6f5e").save(out, "PNG")
    return out.getvalue()


async def with_risotto(town: Town) -> Person:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(town.page(*RISOTTO))
    await mia.sees("olive oil", button=ASK_SELLERS)
    return mia


@pytest.mark.feature("M1")
async def test_a_link_in_a_sentence_becomes_a_list_in_the_message_that_said_reading(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sees("Hello Mia")
    await mia.says(f"could you get this for me? {town.page(*RISOTTO)}.")
    card = await mia.sees("olive oil")
    assert card.edits == 1
    assert "risotto" in card.text.lower()


@pytest.mark.feature("M1")
async def test_a_link_in_a_photo_caption_becomes_a_list(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sends_photo(a_picture(), caption=f"this one! {town.page(*RISOTTO)}")
    await mia.sees("olive oil", button=ASK_SELLERS)


@pytest.mark.feature("M1")
async def test_a_pasted_text_becomes_a_list(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(PASTED)
    card = await mia.sees("tomatoes", button=ASK_SELLERS)
    assert "1 kg" in card.text
    assert "200 ml" in card.text


@pytest.mark.feature("M10")
async def test_what_can_be_written_is_shown_by_names_of_the_list_itself(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says("5 l white wall paint\n2 rolls masking tape\n1 paint roller")
    card = await mia.sees("Tap what you have already", button=ASK_SELLERS)
    assert "“no masking tape”" in card.text or "“no paint roller”" in card.text, card.text
    assert "basil" not in card.text and "olive oil" not in card.text and "for six" not in card.text


@pytest.mark.feature("X2")
async def test_three_links_in_one_message_become_one_basket(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    pages = [
        town.page(*RISOTTO),
        town.page("plankandscrew.example", "wall-shelf"),
        town.page("threadandhem.example", "sew-a-tote-bag"),
        town.page("homehand.example", "paint-a-room"),
    ]
    await mia.says("all of these:\n" + "\n".join(pages))
    await mia.sees("One message, 4 links: I read the first 3")
    await mia.sees("3 pages: I'll put them into one basket")
    basket = await mia.sees("One basket for 3 pages", button=ASK_SELLERS)
    order = [basket.text.index(title) for title in ("Risotto", "Wall Shelf", "Tote Bag")]
    assert order == sorted(order)
    assert "olive oil" in basket.text


@pytest.mark.feature("M8")
async def test_amounts_and_doubts_are_shown_before_any_seller_is_asked(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    await mia.starts()
    await mia.says("1 kg potatoes\nsalt\n2 glugs olive oil\n3 eggs")
    card = await mia.sees("potatoes")
    assert re.search(r"✅ 1 kg potatoes", card.text)
    assert re.search(r"salt ❓ how much\?", card.text)
    assert "I wasn't sure about one line" in card.text
    await jonas.sees_nothing_of("Inquiry")


@pytest.mark.feature("M10")
async def test_a_tap_unticks_in_place_and_two_quick_taps_untick_once(town: Town) -> None:
    mia = await with_risotto(town)
    card = mia.last
    await mia.taps_twice(re.compile("olive oil"))
    unticked = await mia.sees("⬜️", button=re.compile("⬜️ .*olive oil"))
    await town.wire.settles()
    assert unticked.id == card.id
    assert mia.last.id == card.id
    assert any(label.startswith("⬜️") and "olive oil" in label for label in mia.last.buttons)
    await mia.taps(re.compile("⬜️ .*olive oil"))
    await mia.sees("olive oil", button=re.compile("✅ .*olive oil"))


@pytest.mark.feature("M10")
async def test_the_buttons_scale_one_portion_at_a_time(town: Town) -> None:
    mia = await with_risotto(town)
    before = re.search(r"for (\d+)", mia.last.text)
    assert before
    await mia.taps("➕")
    card = await mia.sees(f"for {int(before[1]) + 1}")
    assert re.search(r"1\.\d × onion\n", card.text)
    await mia.taps("➖")
    back = await mia.sees(f"for {before[1]}")
    assert card.id == back.id
    assert "✅ 1 onion\n" in back.text


@pytest.mark.feature("M10")
@pytest.mark.parametrize("answer", ["6", "6 people", "for 6"])
async def test_a_number_answers_the_question_for_how_many(town: Town, answer: str) -> None:
    mia = await with_risotto(town)
    await mia.taps(re.compile(r"for \d+ …"))
    await mia.sees("For how many?")
    await mia.says(answer)
    await mia.sees("Now for 6.", button=ASK_SELLERS)


@pytest.mark.feature("X4")
async def test_the_estimate_follows_every_tick_in_the_same_message(town: Town) -> None:
    mia = await with_risotto(town)
    card = mia.last
    first = re.search(r"About (\S+)", card.text)
    assert first and "at today's list prices" in card.text
    await mia.taps(re.compile("✅ .*rice"))
    await mia.sees("About", button=re.compile("⬜️ .*rice"))
    second = re.search(r"About (\S+)", mia.last.text)
    assert second and second[1] != first[1]
    assert mia.last.id == card.id


@pytest.mark.feature("X14")
async def test_a_long_list_is_paged_and_keeps_its_page_when_a_line_is_tapped(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("\n".join(f"{n} g herb{n:02}" for n in range(1, 61)))
    card = await mia.sees("Page 1 of 5, 60 things in all")
    await mia.taps("›")
    await mia.sees("Page 2 of 5", button=re.compile("herb15"))
    await mia.taps(re.compile("herb15"))
    again = await mia.sees("Page 2 of 5", button="⬜️ herb15")
    assert again.id == card.id
    assert "2/5" in again.buttons
    assert len(again.text) < 4096


@pytest.mark.feature("X14")
async def test_the_list_comes_again_below_on_request_and_the_old_one_loses_its_buttons(town: Town) -> None:
    mia = await with_risotto(town)
    old = mia.last
    await mia.says("/list")
    new = await mia.sees("olive oil", button=ASK_SELLERS)
    assert new.id > old.id
    await town.wire.settles()
    assert mia.screen.messages[old.id].buttons == []


async def test_the_same_link_twice_shows_the_list_as_it_stands(town: Town) -> None:
    mia = await with_risotto(town)
    await mia.taps(re.compile("olive oil"))
    await mia.sees("⬜️")
    await mia.says(town.page(*RISOTTO))
    card = await mia.sees("You sent that page already", button=re.compile("⬜️ .*olive oil"))
    assert any("anew" in label for label in card.buttons)
    await mia.taps(re.compile("Read the page anew"))
    await mia.sees("olive oil", button=re.compile("✅ .*olive oil"))


async def test_a_page_in_german_is_read_for_an_english_speaker(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(town.page("backen-mit-hilde.example", "apfelkuchen-vom-blech"))
    card = await mia.sees("Mehl", button=ASK_SELLERS)
    assert "About" in card.text


@pytest.mark.feature("M15")
async def test_what_a_page_names_twice_is_one_line_and_one_pack(town: Town) -> None:
    """Flour, butter and sugar for the dough and for the crumble."""
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(town.page("backen-mit-hilde.example", "apfelkuchen-vom-blech"))
    card = await mia.sees("Apfelkuchen", button=ASK_SELLERS)
    assert card.text.count("Butter") == 1
    assert "230 g Butter" in card.text
    assert "650 g Mehl" in card.text
    await mia.taps(ASK_SELLERS)
    aylin = await town.person("aylin")
    await aylin.starts()
    inquiry = await aylin.sees("Inquiry", anywhere=True)
    assert re.search(r"1 × Farm butter, slightly salted, 250 g \(needs 230 g\)", inquiry.text)


@pytest.mark.feature("M10", "X21")
@pytest.mark.parametrize(
    ("language", "said", "rice"),
    [("de", "Die Seite ist auf Englisch", "Risottoreis"), ("fr", "La page est en anglais", "riz à risotto")],
)
async def test_a_list_in_another_language_says_so_and_names_things_in_hers_too(
    town: Town, language: str, said: str, rice: str
) -> None:
    uli = await town.wire.person("Uli", language_code=language)
    await uli.says(town.page(*RISOTTO))
    card = await uli.sees(said)
    assert f"({rice})" in card.text, card.text
    mia = await with_risotto(town)
    assert "The page is in" not in mia.last.text and "(Ris" not in mia.last.text
