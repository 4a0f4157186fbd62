"""What goes wrong gets a sentence and a next step; nothing is lost and nothing done twice."""

import re

import pytest
from aiohttp import web

from bot.app import Surroundings
from commerce.methods.fetching import Guard, PageRefused, Refusal, fetch
from tests.journeys.test_lists import ASK_SELLERS, with_risotto
from tests.journeys.town import RISOTTO, Town
from tests.kit.person import Person

ODD = "odd.example"


@pytest.mark.feature("M1")
@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("gone", "no page at that link any more"),
        ("huge", "too big"),
        ("private", "isn't on the public internet"),
        ("circle", "round in circles"),
        ("members-only", "doesn't let me read"),
        ("leaflet.pdf", "That's a PDF"),
        ("clip.mp4", "That's a video"),
        ("nothing", "found no list of ingredients"),
        ("broken", "has a fault of its own"),
    ],
)
async def test_a_page_that_cannot_be_read_is_told_with_the_reason(town: Town, path: str, answer: str) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(town.page(ODD, path))
    told = await mia.sees(answer)
    assert "Paste the list here" in told.text
    assert told.edits == 1


async def test_a_link_whose_host_does_not_exist_is_told_and_can_be_tried_again(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("https://nowhere.invalid/recipe")
    await mia.sees("nowhere.invalid doesn't answer", button="🔁 Try again")
    await mia.taps("🔁 Try again")
    await mia.sees("nowhere.invalid doesn't answer", button="🔁 Try again")


async def test_the_opening_is_for_the_playground_alone(town: Town) -> None:
    """A page of another loopback port is refused in play mode, and every loopback page outside of it."""

    async def secret(request: web.Request) -> web.Response:
        return web.Response(text="<ul><li>1 kg secrets</li></ul>", content_type="text/html")

    app = web.Application()
    app.router.add_get("/", secret)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        mia = await town.person("mia")
        await mia.starts()
        await mia.says(f"http://127.0.0.1:{port}/")
        told = await mia.sees("isn't on the public internet")
        assert "secrets" not in told.text
    finally:
        await runner.cleanup()
    with pytest.raises(PageRefused) as refused:
        await fetch(town.page(*RISOTTO), Guard())
    assert refused.value.reason is Refusal.PRIVATE
    assert Surroundings().guard == Guard() == Guard(openings=frozenset())


async def test_a_link_while_another_is_read_becomes_a_list_of_its_own(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(town.page(ODD, "slow"))
    await mia.sees("Reading the page")
    await mia.says(town.page(ODD, "slow"))
    await mia.sees("I'm reading that page already")
    await mia.says(town.page(*RISOTTO))
    await mia.sees("olive oil", button=ASK_SELLERS)


@pytest.mark.parametrize("text", ["🍕" * 4096, "/", "/ hello", "/123", "..."])
async def test_odd_texts_are_answered(town: Town, text: str) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(text)
    await mia.sees("I can't read free text right now", button=re.compile("How it works"))


@pytest.mark.parametrize("text", ["\u200b\u200d", "⠀", "\u2063"])
async def test_a_message_that_looks_empty_is_answered(town: Town, text: str) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(text)
    await mia.sees("I can't read that. Send me a link, a text or your location.")


async def test_a_file_without_words_is_answered(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.sends_document(b"RIFF....WAVE", "voice.ogg")
    await mia.sees("That's a file I can't read (voice.ogg). I read links, texts, and files that end in .txt")


@pytest.mark.feature("M10")
@pytest.mark.parametrize("number", ["0", "-3", "1000000000", "1e9"])
async def test_scaling_to_nonsense_is_refused_and_the_question_stays_open(town: Town, number: str) -> None:
    mia = await with_risotto(town)
    before = mia.last.text
    await mia.taps(re.compile(r"for \d+ …"))
    await mia.sees("For how many?")
    await mia.says(number)
    await mia.sees("I can't scale to that")
    await mia.says("6")
    card = await mia.sees("Now for 6.")
    assert card.text != before


async def test_two_hundred_lines_become_a_list_of_120_and_that_is_said(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("\n".join(f"{n} g herb{n:03}" for n in range(1, 201)))
    card = await mia.sees("I took the first 120 lines and left out 80", button=ASK_SELLERS)
    assert "120 things in all" in card.text


async def test_lines_with_markup_very_long_and_right_to_left_names_are_shown_whole_or_shortened(
    town: Town,
) -> None:
    mia = await town.person("mia")
    await mia.starts()
    long = "very " * 60
    await mia.says(f"Bold & co\n1 kg salt & pepper\n2 bags {long} rice\n3 תפוחים\n4 🍋 lemons\n")
    card = await mia.sees("salt", button=ASK_SELLERS)
    assert "salt & pepper" in card.text
    assert "תפוחים" in card.text
    assert len(card.text) < 1000


async def test_a_forged_button_does_nothing_and_is_answered(town: Town) -> None:
    town.wire.allows_refusal("query is too old")  # the forged taps below never passed the messenger
    mia, jonas = await with_risotto(town), await town.person("jonas")
    card = mia.last
    for n, data in enumerate(("zz.nonsense", "tl.AAAA", "tl", "ls.!!!!", "sc.1e400", "")):
        await tap_forged(town, mia, data, n)
        assert re.search("older message|isn't yours|can't scale", (await mia.sees(re.compile("."))).text)
    own = next(button["callback_data"] for row in card.rows for button in row)
    await jonas.says("/help")
    await jonas.sees("How it works")
    await tap_forged(town, jonas, own, 10)
    await jonas.sees("That isn't yours")
    await mia.says("/list")
    assert "⬜️" not in (await mia.sees("risotto rice")).text


async def tap_forged(town: Town, person: Person, data: str, n: int) -> None:
    """A tap that no button offers, as somebody with a messenger of her own could send it."""
    sender = {"id": person.id, "is_bot": False, "first_name": person.name}
    message = {"message_id": person.last.id, "date": 0, "chat": {"id": person.id, "type": "private"}}
    query = {"id": f"forged{n}", "from": sender, "chat_instance": "1", "data": data, "message": message}
    assert town.play.shop is not None
    await town.play.shop.intake.take([{"update_id": 5 + n, "callback_query": query}])
    await town.play.shop.intake.idle()
    await town.wire.settles()


async def test_a_tap_and_words_that_overtake_each_other_both_count(town: Town) -> None:
    mia = await with_risotto(town)
    await mia.taps_twice("➕")
    await mia.says("/search salt")
    await mia.sees("For “salt” there is")
    await mia.says("/list")
    await mia.sees("for 5", button=ASK_SELLERS)


async def test_a_text_that_is_no_list_is_told_what_a_list_looks_like(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("Dear shop,\nI hope you are well today.\nKind regards,\nMia")
    await mia.sees("I found no list in that text. Send one line for each")
