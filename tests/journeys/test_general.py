"""Hello, help, settings, privacy, language, menus by role; free text while the dialogue is away."""

import re

import pytest

from tests.journeys.test_lists import with_risotto
from tests.journeys.town import Town


@pytest.mark.feature("X14")
async def test_hello_is_two_sentences_and_three_suggestions(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    hello = await mia.sees("Hello Mia, ")
    first, _, suggestions = hello.text.partition("Try one of these:")
    assert len(re.findall(r"\.(?:\s|$)", first)) == 2
    assert suggestions.count("•") == 3
    assert len(hello.buttons) == 3


@pytest.mark.feature("X14")
@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/help", "How it works"),
        ("/privacy", "Who sees what"),
        ("/cancel", "stay as they are"),
        ("/list", "no list yet"),
        ("/track", "no orders yet"),
        ("/work", "not registered as a seller or carrier"),
        ("/orders", "for the shop's admins"),
        ("/order 7KQ2M", "for the shop's admins"),
        ("/flyme", "I don't know /flyme"),
        ("/HELP@errand_play_bot", "How it works"),
    ],
)
async def test_every_command_is_answered(town: Town, command: str, answer: str) -> None:
    mia = await town.person("mia")
    await mia.says(command)
    await mia.sees(answer)


@pytest.mark.feature("X14")
async def test_settings_are_chosen_by_tap_in_the_same_message(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says("/settings")
    card = await mia.sees("I choose sellers by", button=re.compile("^● .*Cheapest"))
    await mia.taps(re.compile("Soonest"))
    chosen = await mia.sees("I choose sellers by", button=re.compile("^● .*Soonest"))
    assert chosen.id == card.id
    await mia.sees("From now on I choose what's soonest")


@pytest.mark.feature("X14")
async def test_languages_are_buttons(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says("/language")
    await mia.sees("I write English", button="English")
    await mia.taps("English")
    await mia.sees("From now on I write English")
    await mia.says("/language klingon")
    await mia.sees("I don't write that language yet", button="English")


@pytest.mark.feature("X12")
async def test_menus_show_what_each_role_can_do(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    tobias, robert = await town.person("tobias"), await town.person("robert")
    assert "work" not in await mia.commands() and "orders" not in await mia.commands()
    assert "work" in await jonas.commands() and "work" in await tobias.commands()
    assert {"orders", "order"} <= set(await robert.commands())
    await robert.says("/orders")
    await robert.sees("no orders yet")


@pytest.mark.feature("X14")
async def test_cancel_leaves_a_question_and_keeps_the_list(town: Town) -> None:
    mia = await with_risotto(town)
    await mia.taps(re.compile(r"for \d+ …"))
    await mia.sees("For how many?")
    await mia.says("/cancel")
    await mia.sees("forget the question")
    await mia.says("/list")
    await mia.sees("risotto rice")


async def test_free_text_while_the_dialogue_is_away_gets_an_honest_answer_and_all_else_works(
    town: Town,
) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    await mia.says("hello, could you help me?")
    await mia.sees("I can't read free text right now", button=re.compile("How it works"))
    await mia.taps(re.compile("How it works"))
    await mia.sees("Send a link to a recipe")
    await with_risotto(town)
    await mia.taps(re.compile("olive oil"))
    await mia.sees("⬜️")
    await jonas.says("what is open?")
    await jonas.sees(re.compile("nothing|waits", re.I))


async def test_a_name_with_markup_and_right_to_left_letters_is_shown_as_it_is(town: Town) -> None:
    odd = await town.wire.person("<b>דנה</b> & Ünï 🦊")
    await odd.starts()
    await odd.sees("Hello <b>דנה</b>")
