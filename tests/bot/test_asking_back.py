"""Choices for what a seller left open: each is read without the doubt, and nothing is guessed."""

from datetime import date

import pytest

from bot.handlers.asking_back import candidates, with_tax
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


@pytest.mark.feature("X5")
@pytest.mark.parametrize(
    ("said", "answer", "prices"),
    [
        ("butter 3.00 plus VAT, no eggs", "3.21", {1: 321, 3: None}),
        ("butter 3,00 zzgl. MwSt, flour 1,49", "es sind 3,21", {1: 321, 2: 149}),
        ("butter 3.00 plus VAT, no eggs", "7%", {1: 321, 3: None}),
        ("butter 3.00 plus VAT, no eggs", "7", {1: 321, 3: None}),
        ("butter 3.00 plus VAT, no eggs", "19 %", {1: 357, 3: None}),
        ("butter 3.00 plus VAT, no eggs", "already included", {1: 300, 3: None}),
        ("butter 3 + flour 1 + eggs 4, plus tax", "7%", {1: 321, 2: 107, 3: 428}),
    ],
)
def test_a_price_or_a_rate_settles_what_was_said_without_tax(
    said: str, answer: str, prices: dict[int, int | None]
) -> None:
    (doubt,) = read(said).unclear
    settled = read(with_tax(said, doubt.words, answer))
    assert settled.unclear == ()
    assert {n: line and line.price_minor for n, line in settled.lines.items() if n in prices} == prices


def test_a_price_that_cannot_be_the_last_one_with_its_tax_settles_nothing() -> None:
    assert read(with_tax("butter 3.00 and eggs 8.00 plus VAT", "plus VAT", "3.21")).unclear
