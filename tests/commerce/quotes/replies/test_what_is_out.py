"""What is out and nothing else, what is cut off all, and sums for things that nobody asked for."""

from datetime import date
from decimal import Decimal

import pytest

from commerce.quotes.replies import AskedLine, ReplyReading, Why, read_reply
from commerce.units import Amount, Unit

ASKED = (
    AskedLine(1, "rice", "2 kg", 2, Amount(Decimal(1), Unit.KG), 838, ("Reis", "riz")),
    AskedLine(2, "oil", "500 ml", 1, Amount(Decimal(500), Unit.ML), 600, ("Öl", "huile")),
    AskedLine(3, "butter", "250 g", 1, Amount(Decimal(250), Unit.G), 230, ("Butter", "beurre")),
)
AT_LIST = {1: 838, 2: 600, 3: 230}


def read(text: str, earlier: ReplyReading | None = None) -> ReplyReading:
    return read_reply(ASKED, text, today=date(2026, 11, 20), currency="EUR", earlier=earlier)


def prices(reading: ReplyReading) -> dict[int, int | None]:
    return {n: line.price_minor for n, line in reading.lines.items() if line is not None}


@pytest.mark.parametrize(
    "text",
    [
        "butter is out", "only the butter is out", "ok but no butter", "Butter ist aus", "Butter is aus",
        "Butter alle", "Butter ham wa nich", "plus de beurre", "il ne manque que le beurre",
    ],
)  # fmt: skip
def test_of_what_is_out_alone_the_rest_is_asked(text: str) -> None:
    reading = read(text)
    assert [(unclear.why, unclear.lines) for unclear in reading.unclear] == [(Why.REST_OPEN, (1, 2))]
    assert prices(reading) == {}


@pytest.mark.parametrize(
    "text",
    [
        "same as list but the butter is out", "as listed only butter is out", "list prices, no butter",
        "wie gelistet, Butter alle", "Butter alle, Rest ok", "wie gelistet nur Butter ist aus",
        "comme affiché mais pas de beurre", "comme affiché, il ne manque que le beurre",
    ],
)  # fmt: skip
def test_as_listed_but_for_what_is_out(text: str) -> None:
    reading = read(text)
    assert reading.unclear == ()
    assert prices(reading) == {1: 838, 2: 600}


@pytest.mark.parametrize("text", ["ja alle", "alle ok", "passt alle"])
def test_all_of_them_are_not_out(text: str) -> None:
    assert prices(read(text)) == AT_LIST


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10% off everything", {1: 754, 2: 540, 3: 207}),
        ("10 % Rabatt auf alles", {1: 754, 2: 540, 3: 207}),
        ("10% de remise sur tout", {1: 754, 2: 540, 3: 207}),
        ("no rice, 10% off the rest", {2: 540, 3: 207}),
    ],
)
def test_a_cut_of_all_is_off_the_list_prices(text: str, meant: dict[int, int]) -> None:
    reading = read(text)
    assert reading.unclear == ()
    assert prices(reading) == meant


@pytest.mark.parametrize(
    "text", ["rice, oil and potatoes 14 together", "Reis, Öl und Kartoffeln zusammen 14 Euro"]
)
def test_a_sum_for_something_that_was_not_asked_for_is_asked_back(text: str) -> None:
    for reading in (read(text), read(text, read("rice 8.00, oil 5.50, butter as listed"))):
        assert [unclear.why for unclear in reading.unclear] == [Why.UNKNOWN_NAME]


@pytest.mark.parametrize(
    "text",
    [
        "rice and oil 14 together", "rice, oil 14 together", "Reis und Öl zusammen 14 Euro",
        "Reis, Öl zusammen 14", "riz et huile 14 ensemble", "riz, huile 14 ensemble",
    ],
)  # fmt: skip
def test_a_sum_for_some_is_the_total_where_nothing_else_is_offered(text: str) -> None:
    reading = read(text)
    assert (reading.unclear, reading.total_minor) == ((), 1400)
    assert prices(reading) == {1: None, 2: None}


def test_a_sum_for_some_beside_other_prices_is_asked_back() -> None:
    for reading in (
        read("rice and oil 14 together, butter 2.00"),
        read("rice and oil 14 together", read("rice 8.00, oil 5.50, butter 2.00")),
    ):
        assert [unclear.why for unclear in reading.unclear] == [Why.ONE_PRICE_FOR_SEVERAL]


def test_a_sum_that_is_far_from_the_list_is_asked_back() -> None:
    assert [unclear.why for unclear in read("rice and oil 1400 together").unclear] == [Why.TOTAL_DIFFERS]


@pytest.mark.parametrize(
    "text",
    ["no sorry butter is fine, 2.50", "nein warte, die Butter geht, 2,50", "non pardon le beurre 2,50"],
)
def test_a_no_that_takes_back_what_was_said_is_no_refusal(text: str) -> None:
    reading = read(text, read("rice 8, oil 6, no butter"))
    assert reading.unclear == ()
    assert prices(reading) == {1: 800, 2: 600, 3: 250}


@pytest.mark.parametrize("text", ["no sorry", "sorry no", "nein sorry", "non désolé"])
def test_a_no_that_says_sorry_declines(text: str) -> None:
    assert read(text).decline


@pytest.mark.parametrize("text", ["melde mich gleich", "ich bin grad im Lager, antworte gleich"])
def test_soon_is_no_offer(text: str) -> None:
    assert prices(read(text)) == {}
