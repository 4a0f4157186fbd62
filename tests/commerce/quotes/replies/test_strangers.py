"""What strangers' answers taught: delivery's cost, prices of some lines together, packs, spelled figures."""

from collections.abc import Mapping
from datetime import date

import pytest

from commerce.quotes.replies import AskedLine, ReplyReading, read_reply

TODAY = date(2026, 11, 20)
Asked = tuple[tuple[str, str], ...]
TWO: Asked = (("paint", "2 tins"), ("brush", "3"))
THREE: Asked = (("hammer", "1"), ("saw", "1"), ("drill", "1"))


def read(asked: Asked, text: str, earlier: ReplyReading | None = None) -> ReplyReading:
    lines = [AskedLine(n, name, qty) for n, (name, qty) in enumerate(asked, 1)]
    return read_reply(lines, text, today=TODAY, currency="EUR", earlier=earlier)


def prices(reading: ReplyReading) -> Mapping[int, int | None]:
    return {n: line.price_minor for n, line in reading.lines.items() if line is not None}


@pytest.mark.parametrize(
    "text",
    [
        "30 including delivery",
        "30 inc delivery",
        "30 mit Lieferung",
        "30 frei Haus",
        "30 livraison comprise",
        "30 delivered",
        "30 plus delivery",
        "30 hors livraison",
    ],
)
def test_one_price_beside_a_word_of_delivery_is_that_of_all(text: str) -> None:
    reading = read(TWO, text)
    assert (reading.unclear, reading.total_minor) == ((), 3000)
    assert prices(reading) == {1: None, 2: None}


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("paint 20, brush 6, free delivery", 0),
        ("paint 20, brush 6, Lieferung gratis", 0),
        ("paint 20, brush 6, livraison offerte", 0),
        ("paint 20, brush 6, dropped off sunday for free", 0),
        ("paint 20 brush 6 delivery is on us", 0),
        ("paint 20, brush 6, plus 3 delivery", 300),
        ("paint 20, brush 6, Lieferung 5 € am Montag", 500),
        ("paint 20, brush 6, livraison + installation 49 €", 4900),
        ("paint 20, brush 6, delivery not included", None),
        ("paint 20, brush 6, delivery from 4.50", None),
    ],
)
def test_what_is_said_of_the_cost_of_delivery_is_kept(text: str, fee: int | None) -> None:
    reading = read(TWO, text)
    assert (reading.unclear, prices(reading)) == ((), {1: 2000, 2: 600})
    assert (reading.delivery_fee_minor, bool(reading.conditions)) == (fee, fee is None)


@pytest.mark.parametrize(
    "text",
    [
        "paint 20, brush 6, 10% off if you take both",
        "5 off if you order everything. paint 20, brush 6",
        "-10% si vous prenez tout : paint 20, brush 6",
        "paint 20, brush 6, bei Selbstabholung 10 % weniger",
        "paint 20, brush 6, free delivery over 50",
    ],
)
def test_a_reduction_on_a_condition_is_kept_apart_from_the_prices(text: str) -> None:
    reading = read(TWO, text)
    assert (reading.unclear, prices(reading), len(reading.conditions)) == ((), {1: 2000, 2: 600}, 1)


@pytest.mark.parametrize(
    "text",
    [
        "hammer and saw 23.50 for both, no drill",
        "1 and 2 ok, 23.50 together, 3 no",
        "Nr 1 und 2 geht, zus. 23,50, Nr 3 ist aus",
    ],
)
def test_a_price_of_some_lines_together_is_the_total_where_nothing_else_is_offered(text: str) -> None:
    reading = read(THREE, text)
    assert (reading.unclear, reading.total_minor) == ((), 2350)
    assert prices(reading) == {1: None, 2: None}


@pytest.mark.parametrize(
    "text",
    ["hammer and saw 23.50 together, drill 40", "everything but one, 14 euros", "tout sauf un, 14 euros"],
)
def test_what_each_line_costs_is_asked_back_where_it_is_open(text: str) -> None:
    assert read(THREE, text).unclear


def test_numbers_of_lines_before_a_price_each_are_no_prices() -> None:
    reading = read(THREE, "can do 1 and 3, 14 each")
    assert (reading.unclear, prices(reading)) == ((), {1: 1400, 3: 1400})


@pytest.mark.parametrize(
    ("asked", "text", "minor"),
    [
        ((("worktop", "1"),), "worktop 1,250.00", 125000),
        ((("Tisch", "1"),), "Tisch 1.250,-", 125000),
        ((("Tisch", "1"),), "Tisch 1.250 €", 125000),
        ((("table", "1"),), "1 250,50 € la table", 125050),
        ((("Tisch", "1"),), "Tisch für fünfhundertneunundvierzig", 54900),
        ((("table", "1"),), "table five hundred and forty nine euros", 54900),
        ((("table", "1"),), "la table cinq cent quarante-neuf euros", 54900),
        ((("oil", "1 l"),), "oil 1e50", 150),
        ((("Lauch", "2"),), "Lauch 1,29 p. St.", 258),
        ((("Radieschen", "2 Bund"),), "Radieschen 0,99 d. Bund", 198),
        ((("shelf", "2"),), "74 each or 140 for the pair", 14000),
        ((("hooks", "6"),), "hooks 0.80ea", 480),
        ((("shelf", "6"),), "shelf 6 at 18.50 each = 111", 11100),
        ((("Bretter", "6"),), "Bretter 6 Stk. à 14,90 €", 8940),
        ((("milk", "4 l"),), "milk 4x1.15", 460),
        ((("sand", "3 tonnes"),), "sand 48 per tonne, 3 tonnes", 14400),
    ],
)
def test_a_figure_is_read_as_it_is_written(asked: Asked, text: str, minor: int) -> None:
    reading = read(asked, text)
    assert (reading.unclear, prices(reading)) == ((), {1: minor})


@pytest.mark.parametrize(
    ("asked", "text", "minor"),
    [
        ((("sandpaper", "10 sheets"),), "comes in packs of 5 at 3.75, so 2 packs", 750),
        ((("Eier", "12"),), "6er Packung 1,95, also 2 Packungen", 390),
        ((("yaourts", "8"),), "8 yaourts = 2 packs de 4 à 1,95 le pack", 390),
        ((("gouda", "500 g"),), "sold by the 250 g block, 3.95, you'd need 2", 790),
        ((("toilet rolls", "24"),), "toilet rolls 24 pack 11.99", 1199),
        ((("eggs", "24"),), "two dozen eggs 7.20", 720),
    ],
)
def test_packs_that_make_up_what_is_asked_for_are_counted(asked: Asked, text: str, minor: int) -> None:
    reading = read(asked, text)
    assert (reading.unclear, prices(reading)) == ((), {1: minor})
    assert all(line is None or line.qty == asked[0][1] for line in reading.lines.values())


@pytest.mark.parametrize(
    ("asked", "text", "qty", "minor"),
    [
        ((("ladder", "2"),), "I've only got one of the ladders, 65", "one", 6500),
        ((("hooks", "3"),), "hooks: only two left, 3.50 each", "two", 700),
        ((("Hack", "1 kg"),), "Hack 9,90/kg hab aber nur 800g", "800g", 792),
    ],
)
def test_a_part_is_offered_at_its_price(asked: Asked, text: str, qty: str, minor: int) -> None:
    line = read(asked, text).lines[1]
    assert line is not None
    assert (line.qty, line.price_minor) == (qty, minor)


@pytest.mark.parametrize(
    "text", ["2 packs of 6 at 1.95", "12, 4 each", "one 30, one 20", "a dozen or half a dozen? 9 euros"]
)
def test_a_price_of_one_or_of_all_is_asked_back(text: str) -> None:
    asked: Asked = (("shirts", "3"), ("socks", "5")) if "," in text else (("eggs", "12"),)
    assert read(asked, text).unclear


def test_only_so_many_are_left_of_what_was_offered_before() -> None:
    asked: Asked = (("vin rouge", "3 bouteilles"), ("fromage", "500 g"))
    before = read(asked, "vin rouge 7,50 la bouteille, fromage 12, samedi")
    assert prices(read(asked, "j'ai que 2 bouteilles", before)) == {1: 1500, 2: 1200}


@pytest.mark.parametrize(
    "text",
    ["ich könnte am Montag vorbeikommen", "I could on monday pop by", "on peut passer lundi"],
)
def test_a_seller_who_comes_by_delivers(text: str) -> None:
    assert read(TWO, f"paint 20, brush 6, {text}").delivery == date(2026, 11, 23)


def test_a_no_to_a_day_alone_declines() -> None:
    assert read(TWO, "Not this week, sorry").decline
