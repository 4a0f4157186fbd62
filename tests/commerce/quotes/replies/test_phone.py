"""Answers as busy people type them on a phone: no "per", no punctuation, little pictures, a word for all."""

from collections.abc import Mapping
from datetime import date

import pytest

from commerce.quotes.replies import AskedLine, ReplyReading, read_reply

TODAY = date(2026, 11, 20)
Asked = tuple[tuple[str, str], ...]


def read(asked: Asked, text: str, earlier: ReplyReading | None = None) -> ReplyReading:
    lines = [AskedLine(n, name, qty) for n, (name, qty) in enumerate(asked, 1)]
    return read_reply(lines, text, today=TODAY, currency="EUR", earlier=earlier)


def prices(reading: ReplyReading) -> Mapping[int, int | None]:
    return {n: line.price_minor for n, line in reading.lines.items() if line is not None}


YEAST: Asked = (("yeast", "3 packets"), ("apples", "3 kg"))
FELT: Asked = (("felt", "2 rolls"), ("wire", "4 rolls"))


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (YEAST, "yeast 40c pkt, apples 2.20 kilo", {1: 120, 2: 660}),
        (YEAST, "yeast 40c a go\napples 6", {1: 120, 2: 600}),
        (YEAST, "yeast packet 40c, apples kg 2.20", {1: 120, 2: 660}),
        (YEAST, "a packet of yeast 40c, apples 6", {1: 120, 2: 600}),
        (YEAST, "yeast 1, apples 6. apples are per kilo", {1: 100, 2: 1800}),
        (YEAST, "yeast 1, was 1.20, apples 6", {1: 100, 2: 600}),
        (FELT, "felt 38, wire 7.50, all per roll", {1: 7600, 2: 3000}),
        (FELT, "prices are each. felt 38, wire 7.50", {1: 7600, 2: 3000}),
        (FELT, "felt 38 each 😂 wire 7.50 🙏 pls confirm by 6", {1: 7600, 2: 750}),
    ],
)
def test_what_a_price_is_by_needs_no_per(asked: Asked, text: str, expected: Mapping[int, int]) -> None:
    reading = read(asked, text)
    assert (reading.unclear, prices(reading)) == ((), expected)


def test_a_weight_that_can_be_one_is_no_price() -> None:
    assert read(YEAST, "yeast 1.20, apples 1.25 kg").unclear


def test_so_much_is_left_of_what_was_priced_by_the_unit() -> None:
    reading = read(FELT, "felt 38 a roll wire 7.50 a roll. only 3 wire left till weds")
    assert (reading.unclear, reading.valid_until) == ((), None)
    line = reading.lines[2]
    assert line is not None
    assert (line.price_minor, line.qty) == (2250, "3")


def test_a_day_with_a_question_mark_is_an_offer() -> None:
    reading = read(FELT, "felt 38, wire 7.50. Tomorrow morning?")
    assert (reading.delivery, reading.question) == (date(2026, 11, 21), False)


def test_the_fee_stands_behind_the_day() -> None:
    reading = read(FELT, "felt 38, wire 7.50. can deliver monday 25 euro delivery")
    assert (reading.unclear, reading.delivery_fee_minor) == ((), 2500)


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (
            (("masks", "50"), ("tape", "1")),
            "masks come in boxes of 25 at 4.95, so 9.90 for the 50. tape 2",
            {1: 990, 2: 200},
        ),
        (
            (("pipe", "6 m"), ("bend", "1")),
            "pipe in 4m lengths at 14.50 so 29 for 6. bend 2",
            {1: 2900, 2: 200},
        ),
        (
            (("passata", "24 bottles"), ("salt", "1 kg")),
            "passata 14.16/case of 12, salt 1",
            {1: 2832, 2: 100},
        ),
        ((("cups", "500 pcs"), ("lids", "500 pcs")), "cups 21 for 500, lids 7.90/100", {1: 2100, 2: 3950}),
        ((("thyme", "1 pot"), ("mint", "1 pot")), "all herbs 2.49 a pot", {1: 249, 2: 249}),
        ((("thyme", "1 pot"), ("mint", "1 pot")), "2.49 each", {1: 249, 2: 249}),
        ((("plums", "3 kg"),), "3 kilo a fiver, collect from the yard 7-4", {1: 500}),
        ((("cement", "5 bags"),), "5 bags at 8.20 = 41", {1: 4100}),
        ((("belts", "5"),), "only in packs of 3, two packs would be 15.80", {1: 1580}),
    ],
)
def test_what_is_worked_out_in_the_answer_holds(asked: Asked, text: str, expected: Mapping[int, int]) -> None:
    reading = read(asked, text)
    assert (reading.unclear, prices(reading)) == ((), expected)


def test_a_discount_for_something_is_a_condition() -> None:
    reading = read(FELT, "felt 38, wire 7.50. 2% discount for prepayment")
    assert (reading.unclear, prices(reading), len(reading.conditions)) == ((), {1: 3800, 2: 750}, 1)


def test_a_total_with_the_delivery_tells_its_fee() -> None:
    reading = read(FELT, "felt 38\nwire 7.50\ntotal incl. delivery 50.50")
    assert (reading.unclear, reading.total_minor, reading.delivery_fee_minor) == ((), 5050, 500)
