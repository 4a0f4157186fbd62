"""By what a price is where no word says "by", and whose it is where a name could be several things'."""

from datetime import date

import pytest

from commerce.quotes.replies import AskedLine, ReplyReading, read_reply


def read(
    lines: list[tuple[str, str]], text: str, called: dict[int, tuple[str, ...]] | None = None
) -> ReplyReading:
    asked = [
        AskedLine(n, name, qty, called=(called or {}).get(n, ())) for n, (name, qty) in enumerate(lines, 1)
    ]
    return read_reply(asked, text, today=date(2026, 11, 20), currency="EUR")


def prices(reading: ReplyReading) -> list[int | None]:
    assert not reading.unclear
    return [line.price_minor if line is not None else None for _, line in sorted(reading.lines.items())]


@pytest.mark.parametrize(
    ("name", "qty", "text", "minor"),
    [
        ("Hack", "800 g", "hack kilo 12,50", 1000),
        ("Hack", "800 g", "Kilopreis 12,50", 1000),
        ("Hack", "800 g", "hack 12,50€ kilo", 1000),
        ("Kantholz", "8 m", "Kantholz lfm 3,20", 2560),
        ("mince", "800 g", "mince kilo 12.50", 1000),
        ("Mehl", "2 Packungen", "Mehl Packung 1,29", 258),
        ("Bretter", "4 Stück", "Bretter Stück 8,50", 3400),
        ("flour", "2 bags", "flour bag 1.29", 258),
        ("Brezeln", "20", "Brezn 80 Cent s Stück", 1600),
        ("olives", "150 g", "olives 1,20 les 100", 180),
        ("Schrauben", "200", "Schrauben 1,20 die 100", 240),
    ],
)
def test_a_bare_unit_beside_a_price_is_what_the_price_is_by(
    name: str, qty: str, text: str, minor: int
) -> None:
    assert prices(read([(name, qty)], text)) == [minor]


def test_the_price_of_so_many_kilos_in_letters_is_none_of_one() -> None:
    assert read([("Hack", "800 g")], "zwei Kilo 12,50").unclear


@pytest.mark.parametrize(
    "text",
    [
        "ciment 7,20 le sac de 25 kg",
        "ciment 7,20 le sac de 25",
        "ciment 25 kg 7,20 le sac",
        "ciment sac 25 kg 7,20 x 4 = 28,80",
    ],
)
def test_what_one_bag_holds_is_no_quantity_offered_where_bags_are_asked_for(text: str) -> None:
    reading = read([("ciment", "4 sacs")], text)
    assert prices(reading) == [2880]
    assert reading.lines[1] and reading.lines[1].qty == "4 sacs"


def test_a_pack_in_brackets_says_what_the_price_is_by() -> None:
    assert prices(read([("Schmand", "400 g")], "Schmand 1,10 der Becher (200g)")) == [220]
    assert read([("Schmand", "300 g")], "Schmand 1,10 der Becher (200g)").unclear


def test_what_a_weight_comes_to_is_the_price() -> None:
    assert prices(read([("poulet", "1")], "le poulet fait 1,8 kg à 8,90 le kilo soit 16,02")) == [1602]
    assert read([("poulet", "1")], "le poulet fait 1,8 kg à 8,90 le kilo soit 19").unclear


def test_a_price_of_each_alone_is_of_every_line() -> None:
    assert prices(read([("thym", "1 bouquet"), ("romarin", "1 bouquet")], "2€ chacun")) == [200, 200]
    assert read([("Dill", "2 Bund"), ("Kerbel", "1 Bund")], "je 1,50").unclear


def test_a_kind_is_asked_back_while_another_line_is_not_named() -> None:
    lines = [("comté", "200 g"), ("chèvre", "1")]
    assert read(lines, "fromage 6€").unclear
    assert prices(read(lines, "fromage 6€, chèvre 4€")) == [600, 400]


def test_another_name_of_one_line_is_asked_back_where_it_ends_that_of_another() -> None:
    lines = [("Vollmilch", "1 l"), ("Hafermilch", "1 l")]
    called = {1: ("Milch",), 2: ("Haferdrink",)}
    assert read(lines, "Milch 1,80, morgen", called).unclear
    assert prices(read(lines, "Milch 1,80, Hafermilch 2,20", called)) == [180, 220]
    foreign = {1: ("Hackfleisch",), 2: ("Rinderhackfleisch",)}
    assert read([("pork mince", "1 kg"), ("beef mince", "1 kg")], "Hackfleisch 9, morgen", foreign).unclear


def test_a_word_that_means_the_end_of_a_name_names_it() -> None:
    lines = [("Zartbitterschokolade", "2 Tafeln"), ("Sahne", "1 Becher")]
    assert prices(read(lines, "schoki 1,10 die Tafel, sahne 0,95")) == [220, 95]


def test_so_many_lines_in_stock_is_no_price() -> None:
    assert prices(read([("feta", "200 g"), ("lait", "1 l")], "dispo ts les 2. feta 2€, lait 1€")) == [
        200,
        100,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tomaten 2,90, Gurken 1,20, alles Kilopreise",
        "Kilopreise: Tomaten 2,90, Gurken 1,20",
        "Preise pro kg: Tomaten 2,90 Gurken 1,20",
        "Tomaten 2,90 Gurken 1,20 (Preise pro Kilo)",
        "Tomaten 2,90 Gurken 1,20 jeweils pro kg",
    ],
)
def test_a_rate_of_prices_is_that_of_each_without_one(text: str) -> None:
    assert prices(read([("Tomaten", "2 kg"), ("Gurken", "3 kg")], text)) == [580, 360]


def test_a_rate_is_put_to_the_prices_it_can_be_of_and_asked_back_elsewhere() -> None:
    lines = [("gouda", "300 g"), ("bread", "1")]
    assert prices(read(lines, "gouda 1.90 (per 100g), bread 3 each")) == [570, 300]
    assert prices(read(lines, "per kilo gouda 19, bread 3")) == [570, 300]
    assert read(lines, "gouda 1.90, bread 3, prices per 100 g").unclear
    assert read([("gouda", "300 g"), ("ham", "200 g")], "per kilo gouda 19, ham 3").unclear


def test_each_at_the_end_of_several_prices_is_of_each() -> None:
    assert prices(read([("Bretter", "4"), ("Latten", "6")], "Bretter 8, Latten 3 jeweils")) == [3200, 1800]


def test_prices_that_may_be_the_other_way_round_are_asked_back() -> None:
    assert read(
        [("Spätzle", "1 kg"), ("Linsen", "1 kg")], "Spätzle 2,49 Linsen 1,99 oder wars andersrum"
    ).unclear


def test_two_decimals_before_a_word_for_pieces_are_a_price() -> None:
    assert prices(read([("poireaux", "3")], "poireaux 0,90 pce")) == [270]
    assert prices(read([("OSB", "4 Stück")], "osb 21,50 st.")) == [8600]


def test_the_same_price_may_be_said_without_a_figure() -> None:
    assert prices(read([("riz", "1 kg"), ("lentilles", "1 kg")], "riz 2,30, lentilles idem")) == [230, 230]


def test_a_word_of_delivery_with_an_accent_is_no_unit() -> None:
    assert prices(read([("gravier", "10 sacs")], "je vous les fais à 75 livrés mardi")) == [7500]


def test_the_rate_of_both_is_that_of_each() -> None:
    lines = [("Orangen", "2 kg"), ("Mandarinen", "1 kg")]
    assert prices(read(lines, "beides 2,50 das Kilo")) == [500, 250]
    assert read([("Orangen", "2 kg"), ("Mandarinen", "5")], "beides 2,50 das Kilo").unclear


def test_a_piece_that_is_priced_by_its_weight_is_asked_back() -> None:
    assert read([("Karpfen", "1")], "Karpfen à 9,50 das Kilo").unclear
    assert prices(read([("Karpfen", "1")], "Karpfen 2 kg schwer à 9,50 das Kilo = 19 Euro")) == [1900]


@pytest.mark.parametrize(
    ("name", "qty", "text", "minor"),
    [
        ("Lasur", "2,5 l", "Lasur 2,5er 29", 2900),
        ("Lasur", "2,5 l", "Lasur 0,75er 12,90", None),
        ("Rigipsplatten", "8", "Rigips 12,5er 6,95 pro Platte", 5560),
        ("pruneaux", "250 g", "pruneaux 3€50 le sachet de 250", 350),
        ("riz", "1 kg", "riz 2,40 le paquet de 500", None),
    ],
)
def test_a_bare_size_is_of_what_the_line_is_measured_in(
    name: str, qty: str, text: str, minor: int | None
) -> None:
    reading = read([(name, qty)], text)
    assert reading.unclear if minor is None else prices(reading) == [minor]


def test_a_word_for_a_unit_that_opens_a_statement_may_end_a_name() -> None:
    lines = [("Lasagneplatten", "500 g"), ("Hack", "1 kg")]
    assert prices(read(lines, "platten 1,99 hack 5,49")) == [199, 549]
    assert read(lines, "hack 5,49 3 Platten 1,99").unclear


def test_the_price_that_is_taken_back_needs_no_price_before_it() -> None:
    asked = [AskedLine(1, "pintade", "1"), AskedLine(2, "marrons", "1 bocal")]
    today = date(2026, 11, 20)
    before = read_reply(asked, "pintade 21€, marrons 6,50", today=today, currency="EUR")
    after = read_reply(
        asked, "c'est 19 la pintade finalement pas 21", today=today, currency="EUR", earlier=before
    )
    assert prices(after) == [1900, 650]
