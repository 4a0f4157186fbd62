"""Answers to lines that are sold in packs with a list price, as the shop asks them; the need may be less."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from commerce.quotes.replies import AskedLine, ReplyReading, Why, read_reply
from commerce.units import Amount, Unit

TODAY = date(2026, 11, 20)


def line(
    n: int, name: str, need: tuple[str, Unit], packs: int, pack: tuple[str, Unit], listed: int
) -> AskedLine:
    amounts = [Amount(Decimal(number), unit) for number, unit in (need, pack)]
    return AskedLine(n, name, f"{need[0]} {need[1]}", packs, amounts[1], listed, (), amounts[0])


KITCHEN = (
    line(1, "rice", ("250", Unit.G), 1, ("1", Unit.KG), 399),
    line(2, "olive oil", ("2", Unit.TBSP), 1, ("500", Unit.ML), 899),
    line(3, "eggs", ("3", Unit.PIECE), 1, ("10", Unit.PIECE), 310),
    line(4, "flour", ("1.5", Unit.KG), 2, ("1", Unit.KG), 198),
)
PANTRY = (
    line(1, "tomatoes", ("2", Unit.CAN), 2, ("400", Unit.G), 258),
    line(2, "garlic", ("3", Unit.CLOVE), 1, ("1", Unit.HEAD), 69),
)
WORKSHOP = (
    line(1, "brush", ("4", Unit.PIECE), 4, ("1", Unit.PIECE), 1200),
    line(2, "screws", ("250", Unit.PIECE), 3, ("100", Unit.PIECE), 1350),
    line(3, "timber", ("6", Unit.M), 3, ("2.4", Unit.M), 2400),
)


def read(asked: tuple[AskedLine, ...], text: str, earlier: ReplyReading | None = None) -> ReplyReading:
    return read_reply(asked, text, today=TODAY, currency="EUR", earlier=earlier)


def offered(reading: ReplyReading) -> dict[int, tuple[int | None, int | None]]:
    """Price and packs by line."""
    assert reading.unclear == ()
    return {n: (got.price_minor, got.packs) for n, got in reading.lines.items() if got is not None}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("rice 4.00 a kilo", {1: (400, 1)}),
        ("oil 16 € per litre", {2: (800, 1)}),
        ("oil 8.50 each", {2: (850, 1)}),
        ("eggs 0.30 each", {3: (300, 1)}),
        ("eggs 2.90 each", {3: (290, 1)}),
        ("eggs 10 for 2.90", {3: (290, 1)}),
        ("flour 0.90 per kg", {4: (180, 2)}),
        ("flour 0.90 a bag", {4: (180, 2)}),
        ("rice 1 kg 3.50, flour 2 kg 1.80", {1: (350, 1), 4: (180, 2)}),
    ],
)
def test_a_price_is_of_the_packs_sold_and_not_of_the_less_that_is_needed(
    text: str, meant: Mapping[int, tuple[int, int]]
) -> None:
    assert offered(read(KITCHEN, text)) == meant


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("rice 250 g 1.00", Why.WHICH_QUANTITY),
        ("flour 1.5 kg 1.50", Why.WHICH_QUANTITY),
        ("rice and flour 0.90 each", Why.WHICH_UNIT),
        ("eggs 0.95 each", Why.WHICH_UNIT),
    ],
)
def test_what_may_be_of_the_need_or_of_the_packs_is_asked_back(text: str, why: Why) -> None:
    assert why in {unclear.why for unclear in read(KITCHEN, text).unclear}


def test_a_price_by_what_is_needed_is_of_a_pack_only_where_a_pack_is_that() -> None:
    assert offered(read(PANTRY, "tomatoes 1.20 a can, garlic 0.60 a head")) == {1: (240, 2), 2: (60, 1)}
    assert Why.WHICH_UNIT in {unclear.why for unclear in read(PANTRY, "garlic 0.20 a clove").unclear}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("only 2 brushes", {1: (600, 2)}),
        ("I have 2 brushes", {1: (600, 2)}),
        ("2 brushes ok, no screws", {1: (600, 2)}),
        ("screws only 2 boxes", {2: (900, 2)}),
        ("only 200 screws", {2: (900, 2)}),
        ("timber only 4.8 m", {3: (1600, 2)}),
        ("only 2 brushes, rest ok", {1: (600, 2), 2: (1350, 3), 3: (2400, 3)}),
        ("all ok but only 2 brushes", {1: (600, 2), 2: (1350, 3), 3: (2400, 3)}),
        ("6 brushes in stock", {1: (1200, 4)}),
        ("only 2 brushes at 3.00 each", {1: (600, 2)}),
    ],
)
def test_a_part_without_a_price_is_its_part_of_the_list_price(
    text: str, meant: Mapping[int, tuple[int, int]]
) -> None:
    assert offered(read(WORKSHOP, text)) == meant


@pytest.mark.parametrize("text", ["brushes yes but only 2", "timber only 5 m", "only 5 m timber, 20"])
def test_a_part_that_is_no_number_of_packs_or_of_no_line_named_is_asked_back(text: str) -> None:
    assert Why.WHICH_QUANTITY in {unclear.why for unclear in read(WORKSHOP, text).unclear}


def test_a_part_changes_what_was_offered_before() -> None:
    before = read(WORKSHOP, "brushes 10, screws 12")
    assert offered(read(WORKSHOP, "actually only 2 brushes", before)) == {1: (500, 2), 2: (1200, 3)}


def test_the_parts_of_a_total_keep_their_packs() -> None:
    reading = read(WORKSHOP, "have only 2 brushes, screws and timber ok, 30 in all")
    assert offered(reading) == {1: (None, 2), 2: (None, 3), 3: (None, 3)}
    assert reading.total_minor == 3000


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4 brushes ok", {1: (1200, 4)}),
        ("250 screws ok", {2: (1350, 3)}),
        ("4 brushes, 250 screws, friday", {1: (1200, 4), 2: (1350, 3)}),
        ("10 brushes, 12 screws, 22 timber", {1: (1000, 4), 2: (1200, 3), 3: (2200, 3)}),
        ("4 brushes for 10", {1: (1000, 4)}),
    ],
)
def test_a_count_before_a_name_is_no_price(text: str, meant: Mapping[int, tuple[int, int]]) -> None:
    assert offered(read(WORKSHOP, text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4 brushes at 2.50", {1: (1000, 4)}),
        ("4 brushes at 10", {1: (1000, 4)}),
        ("3 boxes of screws at 4.00", {2: (1200, 3)}),
        ("screws 4.00 each", {2: (1200, 3)}),
        ("timber 3.10 a metre", {3: (2232, 3)}),
        ("timber 7.50 each", {3: (2250, 3)}),
    ],
)
def test_the_list_price_tells_whether_a_price_is_of_one_or_of_all(
    text: str, meant: Mapping[int, tuple[int, int]]
) -> None:
    assert offered(read(WORKSHOP, text)) == meant


def test_a_price_from_a_number_on_is_asked_back_where_packs_or_pieces_may_be_counted() -> None:
    assert read(WORKSHOP, "screws 4.00 each, from 5 on 3.50").unclear
    assert offered(read(WORKSHOP, "screws 4.00 each, from 3 on 3.50")) == {2: (1050, 3)}


def test_tax_on_a_total_that_holds_lines_without_a_price_is_asked_back() -> None:
    reading = read(WORKSHOP, "brushes 10, screws and timber ok, total 40 plus 19% VAT")
    assert Why.PLUS_TAX in {unclear.why for unclear in reading.unclear}


@pytest.mark.parametrize("text", ["all for 0.10", "4700 in all"])
def test_a_total_far_from_the_list_prices_is_asked_back(text: str) -> None:
    assert Why.TOTAL_DIFFERS in {unclear.why for unclear in read(WORKSHOP, text).unclear}
    assert not read(WORKSHOP, "all for 40").unclear


@pytest.mark.parametrize(
    "text", ["brushes 50 cents more", "brushes +0.50", "brushes 50 cents dearer", "all 10 cents more"]
)
def test_so_much_more_is_no_price(text: str) -> None:
    before = read(WORKSHOP, "brushes 10, screws 12")
    assert Why.VAGUE_PRICE in {unclear.why for unclear in read(WORKSHOP, text, before).unclear}


def test_a_third_of_the_packs_is_a_number_of_packs() -> None:
    lemons = (line(1, "lemons", ("3", Unit.PIECE), 3, ("1", Unit.PIECE), 120),)
    assert offered(read(lemons, "only 1 lemon")) == {1: (40, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "brushes 10, screws twelve",
        "brushes only two",
        "brushes two ok, rest ok",
        "brushes 10 if you also take the screws",
        "brushes half price",
        "brushes 2 for 1, rest ok",
        "brushes maybe, screws ok",
    ],
)
def test_a_number_in_letters_a_condition_and_a_perhaps_are_not_passed_over(text: str) -> None:
    assert Why.VAGUE_PRICE in {unclear.why for unclear in read(WORKSHOP, text).unclear}


@pytest.mark.parametrize(
    "text",
    [
        "brushes 10, that's all",
        "brushes 10. That is all we have, sorry",
        "brushes 10, das ist alles",
        "brushes 10, c'est tout",
        "brushes 10, nothing else",
    ],
)
def test_that_is_all_offers_nothing_more(text: str) -> None:
    assert offered(read(WORKSHOP, text)) == {1: (1000, 4)}


def test_all_that_is_there_is_still_a_yes_to_all() -> None:
    assert offered(read(WORKSHOP, "that's all fine")) == {1: (1200, 4), 2: (1350, 3), 3: (2400, 3)}


@pytest.mark.parametrize("text", ["nothing in stock", "Wir haben leider gar nichts davon auf Lager"])
def test_nothing_in_stock_is_no_yes_to_the_list_prices(text: str) -> None:
    reading = read(WORKSHOP, text)
    assert reading.decline
    assert not any(reading.lines.values())


@pytest.mark.parametrize(
    "text",
    [
        "14.90 brushes and screws",
        "brushes 10, screws, timber 22",
        "quail eggs only",
        "rice between 3 and 4",
        "rice 2.80 pounds",
    ],
)
def test_what_is_only_named_beside_prices_has_no_list_price(text: str) -> None:
    asked = WORKSHOP if "brushes" in text else KITCHEN
    assert read(asked, text).unclear


@pytest.mark.parametrize(
    "text", ["screws 4x40 8, ply 64", "4 x 40 screws 8, ply 64", "screws 4×40mm 8, ply 64", "4x40 8, ply 64"]
)
def test_measures_across_in_a_name_are_no_price_of_so_many(text: str) -> None:
    asked = [AskedLine(1, "screws 4 x 40 mm", "200"), AskedLine(2, "plywood 18 mm", "2 sheets")]
    reading = read_reply(asked, text, today=TODAY, currency="EUR")
    assert not reading.unclear
    assert {n: line.price_minor for n, line in reading.lines.items() if line} == {1: 800, 2: 6400}
