"""Each planted mistake is caught in the words of the Bot API or as a violation, and its right way is not
complained about. What the kit makes of mistakes of a real bot is told by test_planted_mistakes."""

import re

import pytest

from tests.playground.emulator.api import Api
from tests.playground.emulator.mistakes import KEYBOARDS, TEXTS, Mistake
from tests.playground.emulator.mistakes_of_chats import ANSWERS, EDITS, PROFILE, SENDING, UPDATES
from tests.playground.emulator.mistakes_of_goods import FILES, PAYMENTS

MISTAKES = [*TEXTS, *KEYBOARDS, *SENDING, *EDITS, *ANSWERS, *PROFILE, *UPDATES, *FILES, *PAYMENTS]
RESERVED = "_*[]()~`>#+-=|{}.!"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
async def test_a_mistake_is_caught_and_its_right_way_is_not(api: Api, mistake: Mistake) -> None:
    ada, bea = await api.person(), await api.person("Bea")
    await mistake.right(api, ada)
    assert [*await api.refusals(), *await api.violations()] == []
    await mistake.wrong(api, bea)
    caught = [*await api.refusals(), *await api.violations()]
    assert any(mistake.words in words for words in caught), caught


@pytest.mark.parametrize("letter", RESERVED)
async def test_every_reserved_letter_of_markdown_must_be_escaped(api: Api, letter: str) -> None:
    ada = await api.person()
    await api("sendMessage", chat_id=ada, text=f"a\\{letter}b", parse_mode="MarkdownV2")
    assert await api.refusals() == []
    await api("sendMessage", chat_id=ada, text=f"a{letter}b", parse_mode="MarkdownV2")
    reserved = rf"Character '{re.escape(letter)}' is reserved and must be escaped"
    left_open = r"Can't find end of \w+ entity at byte offset 1"
    assert re.search(f"{reserved}|{left_open}", (await api.refusals())[0])


def test_the_mistakes_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) >= 100
