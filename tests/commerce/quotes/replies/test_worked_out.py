"""Habits of sellers' answers: packs counted, discounts worked out, names cut short, rows of lines and prices.

Today is Friday, 2026-11-20.
"""

from datetime import date

import pytest

from commerce.quotes.replies import AskedLine, ReplyReading, read_reply

TODAY = date(2026, 11, 20)


def read(asked: str, text: str) -> ReplyReading:
    """`asked`: "oats 1 kg; honey 1 jar", each a name and a quantity of two words."""
    parts = [line.strip().rsplit(" ", 2) for line in asked.split(";")]
    lines = [AskedLine(n, name, f"{number} {unit}") for n, (name, number, unit) in enumerate(parts, 1)]
    return read_reply(lines, text, today=TODAY, currency="EUR")


def offers(reading: ReplyReading) -> dict[int, tuple[int | None, str | None]]:
    assert reading.unclear == ()
    return {n: (line.price_minor, line.qty) for n, line in reading.lines.items() if line is not None}


@pytest.mark.parametrize(
    ("asked", "text", "minor", "qty"),
    [
        ("compost 60 l", "we only do 40 litre bags, 2 of them would be 13.80", 1380, "80 l"),
        ("compost 60 l", "only have it in 40 l bags, two of those 13.80", 1380, "80 l"),
        ("compost 60 l", "only 40 l bags, 2 for 13.80", 1380, "80 l"),
        ("compost 60 l", "comes in 40 litre bags, you'd need 2, that's 13.80", 1380, "80 l"),
        ("compost 60 l", "40 l bags only, 2 bags at 6.90 each", 1380, "80 l"),
        ("compost 60 l", "20 l bags, 4.50 each", 1350, "60 l"),
        ("compost 60 l", "only in 30 l bags at 4.50 a bag", 900, "60 l"),
        ("cement 75 kg", "comes in 25 kg bags at 6.40 each, so 19.20 for yours", 1920, "75 kg"),
        ("cement 75 kg", "three 25 kg bags, 6.40 each", 1920, "75 kg"),
        ("cement 75 kg", "3 bags of 25 kg at 6.40 a bag", 1920, "75 kg"),
        ("Kies 80 kg", "Nur Säcke zu 25 kg, 4 Sack wären 15,60", 1560, "100 kg"),
        ("Kies 80 kg", "nur 25 kg Säcke, 4 davon 15,60", 1560, "100 kg"),
        ("Kies 80 kg", "gibt's nur im 25-kg-Sack, du bräuchtest 4, das wären 15,60", 1560, "100 kg"),
        ("Zement 75 kg", "im 25-kg-Sack zu 6,40 pro Sack", 1920, "75 kg"),
        ("Zement 75 kg", "3 Säcke à 25 kg, 6,40 pro Sack", 1920, "75 kg"),
        ("gravier 80 kg", "uniquement en sacs de 25 kg, 4 sacs feraient 15,60", 1560, "100 kg"),
        ("gravier 80 kg", "sacs de 20 kg à 3,90 le sac", 1560, "80 kg"),
        ("ciment 75 kg", "3 sacs de 25 kg à 6,40 le sac", 1920, "75 kg"),
        ("worktop 1 piece", "list price 180, minus 10% = 162", 16200, "1 piece"),
        ("worktop 1 piece", "180 - 10% = 162", 16200, "1 piece"),
        ("worktop 1 piece", "was 180, 10% discount: 162 for you", 16200, "1 piece"),
        ("Tischplatte 1 Stück", "180 abzüglich 10 Prozent macht 162", 16200, "1 Stück"),
        ("Tischplatte 1 Stück", "180, davon 10% ab, also 162", 16200, "1 Stück"),
        ("plan de travail 1 pièce", "180 moins 10 % soit 162", 16200, "1 pièce"),
        ("plan de travail 1 pièce", "prix catalogue 180, remise 10 %, soit 162", 16200, "1 pièce"),
    ],
)
def test_what_a_seller_works_out_is_read(asked: str, text: str, minor: int, qty: str) -> None:
    assert offers(read(asked, text)) == {1: (minor, qty)}


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("compost 60 l", "40 l bags only, 2 bags at 6.90"),
        ("compost 60 l", "we only do 40 litre bags, 6.90 each"),
        ("compost 60 l", "20 l bags, 4.50"),
        ("compost 60 l", "in 25 l bags, 4.50 a bag"),
        ("cement 75 kg", "only in 20 kg bags at 6.40 each"),
        ("Zement 75 kg", "nur im 20-kg-Sack, 6,40 pro Sack"),
        ("ciment 75 kg", "seulement en sacs de 20 kg, 6,40 le sac"),
        ("worktop 1 piece", "180 minus 10% = 160"),
        ("Tischplatte 1 Stück", "180 minus 10 % macht 150"),
        ("plan de travail 1 pièce", "180 moins 10 % soit 150"),
        ("flour 1 kg; filler 1 tub", "filler two forty"),
        ("milk 2 l; rolls 12 pieces", "milk 1.80, rolls two dozen"),
        ("cement 75 kg; sand 100 kg", "cement 6.40, only 25 kg bags, sand 12"),
        ("cement 75 kg; sand 100 kg", "cement, 25 kg, 6.40, sand 12"),
        ("Feldsalat 1 Stück; Nudelsalat 1 Stück", "Slaat 3"),
        ("Orangensaft 2 l; Olivensaft 1 l", "O-Saft 3,90"),
        ("coconut milk 2 cans; curry paste 1 jar; rice 1 kg", "1 and 3: 3.00"),
    ],
)
def test_what_does_not_come_out_even_or_may_be_two_things_is_asked_back(asked: str, text: str) -> None:
    assert read(asked, text).unclear


@pytest.mark.parametrize(
    ("asked", "text", "minors"),
    [
        (
            "coconut milk 2 cans; curry paste 1 jar; rice 1 kg",
            "yes to 1 and 3: 3.00 and 3.40",
            {1: 300, 3: 340},
        ),
        ("coconut milk 2 cans; curry paste 1 jar; rice 1 kg", "1 & 3: 3.00 / 3.40, 2: out", {1: 300, 3: 340}),
        ("coconut milk 2 cans; curry paste 1 jar; rice 1 kg", "1 and 3: 3.00, 3.40. 2 no", {1: 300, 3: 340}),
        ("Milch 2 l; Curry 1 Glas; Reis 1 kg", "1 und 3: 3,00 und 3,40, 2 fehlt", {1: 300, 3: 340}),
        ("Milch 2 l; Curry 1 Glas; Reis 1 kg", "Pos 1+3: 3,00 und 3,40", {1: 300, 3: 340}),
        ("lait 2 l; curry 1 pot; riz 1 kg", "1 et 3 : 3,00 et 3,40, le 2 non", {1: 300, 3: 340}),
        ("masking tape 1 roll; filler 1 tub", "tape 3.10, filler five ninety", {1: 310, 2: 590}),
        ("Krepp 1 Rolle; Spachtel 1 Becher", "Krepp 3,10, Spachtel kostet zwei dreißig", {1: 310, 2: 230}),
        ("ruban 1 rouleau; enduit 1 pot", "ruban 3,10, enduit à deux cinquante", {1: 310, 2: 250}),
        ("Lachsfilet 400 g; Orangensaft 2 l", "Lachs 9,60, O-Saft 3,90", {1: 960, 2: 390}),
        ("Wandfarbe 10 l; Farbroller 1 Stück", "Fabre 39,90, Rolller 6,80", {1: 3990, 2: 680}),
        ("Gouda 250 g; Marmelade 1 Glas", "Gouda 3,10, Marmelade machen wir nicht mehr", {1: 310}),
        ("brown sugar 500 g; walnuts 200 g", "brown sugar out, walnuts 4.10", {2: 410}),
    ],
)
def test_short_answers_name_their_lines(asked: str, text: str, minors: dict[int, int]) -> None:
    assert {n: minor for n, (minor, _) in offers(read(asked, text)).items()} == minors


@pytest.mark.parametrize(
    ("asked", "text", "substitute"),
    [
        ("brown sugar 500 g; walnuts 200 g", "brown sugar's out. I have muscovado, 500 g, 2.95", "muscovado"),
        ("Rohrzucker 500 g; Dill 1 Bund", "Rohrzucker ist aus. Hab Muscovado, 500 g, 2,95", "muscovado"),
        ("sucre roux 500 g; noix 200 g", "plus de sucre roux. j'ai du muscovado, 500 g, 2,95", "muscovado"),
    ],
)
def test_what_there_is_instead_keeps_its_size_and_price(asked: str, text: str, substitute: str) -> None:
    line = read(asked, text).lines[1]
    assert line is not None
    assert (line.price_minor, line.qty, line.substitute) == (295, "500 g", substitute)


@pytest.mark.parametrize(
    "text",
    [
        "the lot's yours for 9 euros even",
        "you can have it all for 9",
        "they're all yours for 9",
        "kriegst alles für glatte 9 Euro",
        "den ganzen Schwung für 9 Euro",
        "le lot pour 9 euros tout rond",
        "le tout est à vous pour 9 euros",
    ],
)
def test_one_price_for_the_whole_lot_is_a_total(text: str) -> None:
    reading = read("honey 1 jar; oats 1 kg", text)
    assert reading.unclear == ()
    assert reading.total_minor == 900


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1,79 / Mo", 23),
        ("1,79 (Do)", 26),
        ("1,79 €/Mi", 25),
        ("1.79 - tues", 24),
        ("1.79 / 2moro", 21),
        ("1,79 - mar", 24),
        ("1,79 (mer)", 25),
    ],
)
def test_a_day_cut_short_behind_the_price_is_that_of_delivery(text: str, day: int) -> None:
    reading = read("Quark 500 g", text)
    assert (offers(reading), reading.delivery) == ({1: (179, "500 g")}, date(2026, 11, day))
