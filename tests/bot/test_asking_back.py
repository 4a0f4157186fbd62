"""Choices for what a seller left open: each is read without the doubt, and nothing is guessed."""

from datetime import date

import pytest

from bot.handlers.asking_back import candidates
from bot.views.wording import words_for
from commerce.quotes.replies import AskedLine, ReplyReading, read_reply

ASKED = (
    AskedLine(1, "butter", "250 g", packs=1, list_price_minor=299),
    AskedLine(2, "flour", "1 kg", packs=1, list_price_minor=149),
    AskedLine(3, "eggs", "10", packs=1, list_price_minor=379),
)
WORDS = words_for("en", "DE", "Europe/Berlin")


def read(text: str) -> ReplyReading:
    return read_reply(ASKED, text, today=date(2026, 11, 20), currency="EUR")


@pytest.mark.parametrize(
    ("said", "label", "line", "price", "substitute"),
    [
        ("butter and eggs 3.00", "Each", 3, 300, None),
        ("around 3 for the butter", "Exactly 3", 1, 300, None),
        ("butter 2.90 or 3.10, eggs 3.20", "Exactly 2.90", 1, 290, None),
        ("3.20, rest ok", "eggs", 3, 320, None),
        ("margarine 2.10, eggs 3.50", "Instead of butter", 1, 210, "margarine"),
    ],
)
def test_a_choice_says_exactly_what_was_open(
    said: str, label: str, line: int, price: int, substitute: str | None
) -> None:
    doubts = read(said).unclear
    assert doubts
    choices = dict(candidates(WORDS, ASKED, said, doubts[0]))
    chosen = read(choices[label])
    offered = chosen.lines[line]
    assert chosen.unclear == ()
    assert offered is not None
    assert (offered.price_minor, offered.substitute) == (price, substitute)
