"""What came nearest is what a person would point at."""

import pytest

from bot.playground.acting import Message, Screen
from bot.playground.script.nearest import nearest
from bot.playground.script.steps import Step, Verb

HELLO = """Hello Mia, I'm Errand: send me a link to a recipe or a how-to page, and I get everything it needs.
I ask the sellers nearby, propose whom to buy what from, and see it to your door.

Try one of these:
• send a link, or paste a list
• “do you have olive oil?”"""
ROWS = [[{"text": "💡 How it works"}, {"text": "📦 Where is my order?"}]]


@pytest.fixture
def screen() -> Screen:
    raw = {
        "message_id": 1,
        "from_bot": True,
        "edits": 0,
        "text": HELLO,
        "reply_markup": {"inline_keyboard": ROWS},
    }
    return Screen({1: Message(raw, 1)})


@pytest.mark.parametrize(
    ("verb", "what", "near"),
    [
        (Verb.SEES, "Goodbye Mia", "nearest: Hello Mia, I'm Errand"),
        (Verb.SEES, "asks the seller near you", "nearest: I ask the sellers nearby"),
        (Verb.SEES, "Try … those", "nearest: Try one of these:"),
        (Verb.TAPS, "How that works", "nearest button: [ 💡 How it works ]"),
        (Verb.SEES_BUTTON, "my orders", "nearest button: [ 📦 Where is my order? ]"),
    ],
)
def test_the_nearest_line_or_button_is_shown(screen: Screen, verb: Verb, what: str, near: str) -> None:
    assert nearest(screen, Step(verb, "mia", what)).startswith(near)


def test_an_empty_chat_is_told_as_such() -> None:
    assert nearest(Screen(), Step(Verb.SEES, "mia", "x")) == "the bot has written nothing here"
    assert nearest(Screen(), Step(Verb.TAPS, "mia", "x")) == "there is no button in the chat"
