"""What sellers write is read as they meant it, or asked back; today is Friday, 2026-11-20."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.quotes.replies import AskedLine, ReplyReading, Why, read_reply
from commerce.quotes.replies.scoring import score
from commerce.units import Amount, Unit

TODAY = date(2026, 11, 20)
SETS = Path(__file__).parent
SHELF = (
    AskedLine(1, "rice", "1 kg", packs=2, pack=Amount(Decimal(500), Unit.G), list_price_minor=340),
    AskedLine(2, "basil", "1 bunch", packs=1, list_price_minor=110),
    AskedLine(3, "olive oil", "500 ml", packs=1, list_price_minor=650),
)


def read(text: str, earlier: ReplyReading | None = None, currency: str = "EUR") -> ReplyReading:
    return read_reply(SHELF, text, today=TODAY, currency=currency, earlier=earlier)


def prices(reading: ReplyReading) -> dict[int, int | None]:
    return {n: line.price_minor for n, line in reading.lines.items() if line is not None}


def test_the_answer_of_the_main_journey_is_read_whole() -> None:
    reading = read("rice 3.20, no basil, rest ok, tomorrow")
    assert prices(reading) == {1: 320, 3: 650}
    assert reading.delivery == date(2026, 11, 21)
    assert reading.unclear == ()


def test_all_but_one_stands_at_the_list_prices() -> None:
    reading = read("all but the basil, rice 3.20, Friday")
    assert prices(reading) == {1: 320, 3: 650}
    assert reading.delivery == date(2026, 11, 27)


def test_a_yes_takes_the_list_prices() -> None:
    assert prices(read("ok, tuesday")) == {1: 340, 2: 110, 3: 650}


@pytest.mark.parametrize(
    "text",
    [
        "flour 0.80, no eggs, butter as listed",
        "Mehl 0,80, keine Eier, Rest wie gelistet",
        "farine 0,80, pas d'œufs, le reste d'accord",
    ],
)
def test_a_line_is_known_by_the_other_names_of_the_sellers_thing(text: str) -> None:
    asked = (
        AskedLine(1, "farine", "1 kg", list_price_minor=89, called=("plain flour", "Mehl", "farine de blé")),
        AskedLine(2, "beurre", "250 g", list_price_minor=229, called=("unsalted butter", "Butter")),
        AskedLine(3, "eggs", "10", list_price_minor=299, called=("egg", "Eier", "œufs")),
    )
    reading = read_reply(asked, text, today=TODAY, currency="EUR")
    assert prices(reading) == {1: 80, 2: 229}
    assert reading.unclear == ()


def test_a_price_per_pack_counts_the_packs() -> None:
    line = read("rice 1.60 a pack, no basil, no oil").lines[1]
    assert line is not None
    assert (line.price_minor, line.packs) == (320, 2)


def test_a_part_counts_its_own_packs() -> None:
    line = read("only 500 g rice left, 1.60").lines[1]
    assert line is not None
    assert (line.price_minor, line.qty, line.packs) == (160, "500 g", 1)


def test_a_substitute_is_named_and_never_at_the_list_price() -> None:
    reading = read("no basil but parsley 0.90, rest ok")
    line = reading.lines[2]
    assert line is not None
    assert (line.substitute, line.price_minor) == ("parsley", 90)


def test_minor_units_follow_the_currency() -> None:
    assert prices(read("rice 320, basil 110, oil 650", currency="JPY")) == {1: 320, 2: 110, 3: 650}
    assert prices(read("rice 3.20", currency="CHF"))[1] == 320


def test_a_revision_changes_one_line_and_keeps_the_rest() -> None:
    first = read("rice 3.20, no basil, oil 6.50, monday")
    second = read("make the rice 3.00", earlier=first)
    assert prices(second) == {1: 300, 3: 650}
    assert second.delivery == date(2026, 11, 23)
    third = read("actually friday", earlier=second)
    assert prices(third) == {1: 300, 3: 650}
    assert third.delivery == date(2026, 11, 27)


def test_what_was_left_open_stays_open_until_it_is_settled() -> None:
    first = read("rice 3.20 or 3.50, basil 1.10")
    assert first.unclear
    assert read("friday", earlier=first).unclear
    assert not read("rice 3.50", earlier=first).unclear


def test_a_delivery_fee_is_no_price_of_a_line() -> None:
    reading = read("rice 3.20, oil 6.50 plus 4.90 delivery")
    assert prices(reading) == {1: 320, 3: 650}
    assert reading.delivery_fee_minor == 490


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("rice 0", Why.ODD_PRICE),
        ("rice -3", Why.ODD_PRICE),
        ("rice 1e9", Why.ODD_PRICE),
        ("rice 99999999999", Why.ODD_PRICE),
        ("rice 340", Why.ODD_PRICE),
        ("rice $3.20", Why.OTHER_CURRENCY),
        ("3.20", Why.WHICH_LINE),
        ("3.20, 1.10", Why.HOW_MANY_LINES),
        ("rice and basil 3.20", Why.ONE_PRICE_FOR_SEVERAL),
        ("rice 3.20, rice 3.40", Why.TWO_PRICES),
        ("quinoa 3.20", Why.UNKNOWN_NAME),
        ("9) 3.20", Why.UNKNOWN_LINE),
        ("rice around 3", Why.VAGUE_PRICE),
        ("rice 1.60 for 500 g", Why.WHICH_QUANTITY),
        ("rice 3.20, basil 1.10, total 9.00", Why.TOTAL_DIFFERS),
        ("rice 3.20, monday 24.11.", Why.WHICH_DATE),
        ("blah blah", Why.NOTHING_READ),
        ("", Why.NOTHING_READ),
        ("🍚" * 4096, Why.NOTHING_READ),
    ],
)
def test_what_could_mean_two_things_is_asked_back(text: str, why: Why) -> None:
    assert why in {unclear.why for unclear in read(text).unclear}


def test_without_lines_asked_nothing_is_offered() -> None:
    reading = read_reply((), "rice 3.20, ok", today=TODAY, currency="EUR")
    assert not any(reading.lines.values())


@pytest.mark.parametrize(("name", "f1"), [("dev", 0.97), ("kept_apart", 0.95), ("kept_apart_2", 0.94)])
def test_the_answers_of_the_own_sets_are_read_as_meant(name: str, f1: float) -> None:
    figures = score(SETS / f"{name}.jsonl")
    assert figures.n >= 80
    assert figures.line_f1 >= f1
    assert figures.reply_rate >= 0.88
    assert figures.wrong_bindings == 0


_PIECES = st.sampled_from(
    (
        *(
            "rice",
            "basil",
            "olive oil",
            "oil",
            "3.20",
            "1,10",
            "€",
            "-",
            "no",
            "ok",
            "rest",
            "all",
            "but",
            "1)",
        ),
        *(
            "2.",
            "7)",
            ",",
            ";",
            "\n",
            "?",
            "each",
            "a kilo",
            "only",
            "left",
            "2",
            "500 g",
            "10%",
            "off",
            "or",
        ),
        *(
            "instead of",
            "total",
            "and",
            "tomorrow",
            "till sunday",
            "delivery",
            "x",
            "=",
            "@",
            "quinoa",
            "1e9",
        ),
        *("🍚", "for", "everything", "make"),
    )
)


@settings(deadline=None, max_examples=400)
@given(st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=200), st.booleans())
def test_no_text_breaks_the_reading(text: str, revised: bool) -> None:
    first = read("rice 3.20, oil 6.50, monday") if revised else None
    reading = read(text, earlier=first)
    assert set(reading.lines) == {1, 2, 3}
    for line in reading.lines.values():
        assert line is None or line.price_minor is None or line.price_minor >= 0
    if reading.decline:
        assert not any(reading.lines.values())
    assert any(reading.lines.values()) or reading.unclear or reading.decline or reading.question


@pytest.mark.parametrize(
    "piece", ["rice 3.20, ", "1) 2) ", "no ", "3.20 ", "€ - ", "((", "mon or ", "each /kg ", "é"]
)
def test_a_very_long_answer_is_read_to_its_end_or_cut(piece: str) -> None:
    reading = read(piece * (60_000 // len(piece)))
    assert set(reading.lines) == {1, 2, 3}
