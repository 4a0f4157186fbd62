"""What a careful clerk does: works it out where the words say how, and asks back where they do not."""

import re
import time
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.quotes.replies import AskedLine, ReplyReading, Why, read_reply

TODAY = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)
HINGES = {
    "en": (("hinges", "10 pieces"), ("paint", "1 l")),
    "de": (("Scharniere", "10 Stück"), ("Farbe", "1 l")),
    "fr": (("charnières", "10 pièces"), ("peinture", "1 l")),
}


def read(asked: tuple[tuple[str, str], ...], text: str, earlier: ReplyReading | None = None) -> ReplyReading:
    lines = [AskedLine(n, name, qty) for n, (name, qty) in enumerate(asked, 1)]
    return read_reply(lines, text, today=TODAY, currency="EUR", earlier=earlier)


def prices(reading: ReplyReading) -> Mapping[int, int | None]:
    return {n: line.price_minor for n, line in reading.lines.items() if line is not None}


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ((("cheddar", "200 g"), ("milk", "1 l")), "cheese 2.80, milk 1.20"),
        ((("Gouda", "200 g"), ("Milch", "1 l")), "Käse 2,80, Milch 1,20"),
        ((("gruyère râpé", "200 g"), ("lait", "1 l")), "fromage 2,80, lait 1,20"),
        ((("spaghetti", "500 g"), ("milk", "1 l")), "pasta 2.80, milk 1.20"),
    ],
)
def test_a_thing_may_be_called_by_its_kind_where_one_line_fits(
    asked: tuple[tuple[str, str], ...], text: str
) -> None:
    reading = read(asked, text)
    assert reading.unclear == ()
    assert prices(reading) == {1: 280, 2: 120}
    assert all(line is None or line.substitute is None for line in reading.lines.values())


@pytest.mark.parametrize("text", ["cheese 2.80", "Käse 2,80", "fromage 2,80"])
def test_a_kind_that_two_lines_are_of_is_asked_back(text: str) -> None:
    reading = read((("cheddar", "200 g"), ("gouda", "200 g")), text)
    assert [(unclear.why, unclear.lines) for unclear in reading.unclear] == [(Why.WHICH_LINE, (1, 2))]


def test_a_kind_after_a_refusal_is_another_thing() -> None:
    line = read((("spaghetti", "500 g"), ("milk", "1 l")), "no spaghetti but other pasta 1.20").lines[1]
    assert line is not None
    assert (line.price_minor, line.substitute) == (120, "other pasta")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "hinges 3 € each, from 5 on 2.50, paint 12"),
        ("en", "hinges 3 each, 5 or more 2.50 each, paint 12"),
        ("en", "hinges 3 each, 2.50 if you take 5, paint 12"),
        ("de", "Scharniere 3 € das Stück, ab 5 Stück 2,50, Farbe 12"),
        ("de", "Scharniere je 3 €, 2,50 ab 5 Stück, Farbe 12"),
        ("fr", "charnières 3 € pièce, à partir de 5 pièces 2,50, peinture 12"),
        ("fr", "charnières 3 € pièce, 2,50 à partir de 5, peinture 12"),
    ],
)
def test_a_price_from_a_number_on_holds_where_so_many_are_asked_for(lang: str, text: str) -> None:
    reading = read(HINGES[lang], text)
    assert reading.unclear == ()
    assert prices(reading) == {1: 2500, 2: 1200}
    assert prices(read(HINGES[lang], text.replace("5 ", "20 ").replace(" 5,", " 20,"))) == {1: 3000, 2: 1200}


def test_a_price_from_a_number_on_counts_packs_where_packs_are_asked_for() -> None:
    asked = [AskedLine(1, "rice", "1 kg", packs=2)]
    text = "1.60 a pack, from 3 packs on 1.50"
    assert prices(read_reply(asked, text, today=TODAY, currency="EUR")) == {1: 320}


@pytest.mark.parametrize("text", ["hinges 30, from 5 on 2.50", "hinges 6 for 1.80, from 5 on 2.50"])
def test_a_price_from_a_number_on_without_one_before_it_is_asked_back(text: str) -> None:
    assert read(HINGES["en"], text).unclear


@pytest.mark.parametrize(
    ("asked", "text", "what"),
    [
        (
            (("strawberries", "2 punnets"), ("cream", "1 l")),
            "would raspberries do instead? 5 for two, strawberries are finished",
            "raspberries",
        ),
        (
            (("strawberries", "2 punnets"), ("cream", "1 l")),
            "no strawberries, raspberries instead, 5 for two",
            "raspberries",
        ),
        (
            (("Erdbeeren", "2 Schalen"), ("Sahne", "1 l")),
            "gingen auch Himbeeren? 5 für zwei, Erdbeeren sind alle",
            "himbeeren",
        ),
        (
            (("fraises", "2 barquettes"), ("crème", "1 l")),
            "plus de fraises, des framboises à la place, 5 les deux",
            "framboises",
        ),
    ],
)
def test_a_price_for_two_is_the_substitutes_and_no_total(
    asked: tuple[tuple[str, str], ...], text: str, what: str
) -> None:
    reading = read(asked, text)
    line = reading.lines[1]
    assert (reading.unclear, reading.total_minor, reading.lines[2]) == ((), None, None)
    assert line is not None
    assert (line.price_minor, line.substitute) == (500, what)


@pytest.mark.parametrize("text", ["both at 7", "beide zu 7 Euro", "les deux à 7 €"])
def test_both_at_one_price_is_asked_back(text: str) -> None:
    assert read((("brush", "2 pieces"), ("roller", "1 piece")), text).unclear


@pytest.mark.parametrize(
    "text",
    [
        "12 each, courier picks it up monday, arrives tuesday",
        "12 each, ready monday, with you tuesday",
        "je 12, Kurier holt es Montag ab, ist Dienstag da",
        "12 pièce, le coursier passe lundi, livré mardi",
    ],
)
def test_goods_arrive_on_the_day_on_which_they_are_there(text: str) -> None:
    assert read((("lamp", "2 pieces"),), text).delivery == TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "12, need to know by monday. delivery tuesday",
        "12, gib mir bis Montag Bescheid. Lieferung Dienstag",
        "12, dites-moi avant lundi. livré mardi",
    ],
)
def test_the_day_by_which_an_answer_is_wanted_is_none_of_delivery(text: str) -> None:
    assert read((("lamp", "1"),), text).delivery == TUESDAY


@pytest.mark.parametrize("text", ["12 next week", "12, nächste Woche", "12, la semaine prochaine"])
def test_next_week_is_its_friday_at_the_latest(text: str) -> None:
    assert read((("lamp", "1"),), text).delivery == date(2026, 11, 27)


@pytest.mark.parametrize(
    "text",
    ["12-14 each", "between 12 and 14", "12 bis 14 Euro", "zwischen 12 und 14", "12 à 14 €", "12 or 14"],
)
def test_a_range_of_prices_is_asked_back(text: str) -> None:
    assert read((("lamp", "2 pieces"),), text).unclear


@pytest.mark.parametrize(
    "text",
    ["12 each plus VAT", "12 each net", "12 each ex VAT", "je 12 netto", "je 12 zzgl. MwSt", "12 pièce HT",
     "12 pièce hors taxes", "12 each, VAT 20%"],
)  # fmt: skip
def test_a_price_without_tax_is_asked_back(text: str) -> None:
    reading = read((("lamp", "2 pieces"),), text)
    assert [unclear.why for unclear in reading.unclear] == [Why.PLUS_TAX]


@pytest.mark.parametrize(
    "text",
    ["12 each plus 20% VAT", "12 each + VAT at 20%", "12 each plus VAT, 20%", "je 12 zzgl. 20 % MwSt",
     "12 pièce HT, TVA 20%"],
)  # fmt: skip
def test_tax_at_a_rate_that_is_said_is_added(text: str) -> None:
    reading = read((("lamp", "2 pieces"),), text)
    assert (reading.unclear, prices(reading)) == ((), {1: 2880})


@pytest.mark.parametrize(
    "text", ["12 each incl. VAT", "je 12 inkl. 19% MwSt", "12 pièce TTC", "12 each gross"]
)
def test_tax_in_the_price_changes_nothing(text: str) -> None:
    reading = read((("lamp", "2 pieces"),), text)
    assert (reading.unclear, prices(reading)) == ((), {1: 2400})


@pytest.mark.parametrize(
    "text",
    ["$12 each", "12 dollars each", "12 CHF", "12 francs", "30 zł", "80 pence", "12 Franken", "12 quid"],
)
def test_another_currency_is_asked_back(text: str) -> None:
    assert Why.OTHER_CURRENCY in {unclear.why for unclear in read((("lamp", "1"),), text).unclear}


def test_crowns_are_the_inquirys_own_where_it_is_in_crowns() -> None:
    reading = read_reply([AskedLine(1, "lamp", "1")], "120 kr", today=TODAY, currency="DKK")
    assert (reading.unclear, prices(reading)) == ((), {1: 12000})


@pytest.mark.parametrize(
    "text", ["same price as last time", "wie beim letzten Mal", "même prix que la dernière fois"]
)
def test_the_price_of_last_time_is_asked_back(text: str) -> None:
    assert [unclear.why for unclear in read((("lamp", "1"),), text).unclear] == [Why.VAGUE_PRICE]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ((("drill", "1 piece"),), "normally 99, for you 85"),
        ((("drill", "1 piece"),), "was 99, now 85"),
        ((("Bohrmaschine", "1 Stück"),), "Normal 99, für Sie 85 Euro"),
        ((("perceuse", "1 pièce"),), "d'habitude 99 €, je vous la fais à 85"),
    ],
)
def test_of_a_usual_price_and_todays_the_latter_counts(asked: tuple[tuple[str, str], ...], text: str) -> None:
    reading = read(asked, text)
    assert (reading.unclear, prices(reading)) == ((), {1: 8500})


@pytest.mark.parametrize(
    "text",
    ["hinges 30, paint 12, delivery 3.90, free over 30",
     "hinges 30, paint 12, delivery free from 20 €, otherwise 3.90",
     "hinges 30, paint 12, ab 20 € frei Haus, sonst 3,90",
     "hinges 30, paint 12, livraison offerte à partir de 30 €, sinon 3,90"],
)  # fmt: skip
def test_free_delivery_over_a_sum_is_no_price(text: str) -> None:
    reading = read(HINGES["en"], text)
    assert (reading.unclear, prices(reading)) == ((), {1: 3000, 2: 1200})


def test_a_fee_in_a_total_is_told_as_such() -> None:
    reading = read(HINGES["en"], "42 for everything including 4.90 delivery")
    assert (reading.unclear, reading.total_minor) == ((), 4200)
    assert (reading.delivery_fee_minor, reading.fee_included) == (490, True)


@pytest.mark.parametrize(
    ("asked", "text", "qty", "minor"),
    [
        ((("Fugenmörtel", "3 kg"),), "gibts nur im 5-kg-Sack, 8,40", "5 kg", 840),
        ((("paint", "1 l"),), "only in 2.5 l tins, 24", "2.5 l", 2400),
        ((("mortier", "3 kg"),), "uniquement en sac de 5 kg, 8,40", "5 kg", 840),
    ],
)
def test_a_pack_that_holds_more_is_offered_whole(
    asked: tuple[tuple[str, str], ...], text: str, qty: str, minor: int
) -> None:
    line = read(asked, text).lines[1]
    assert line is not None
    assert (line.qty, line.price_minor) == (qty, minor)


def test_a_thing_is_known_by_the_end_of_another_name_of_it() -> None:
    asked = [
        AskedLine(1, "risotto rice", "320 g", called=("arborio", "Risottoreis")),
        AskedLine(2, "salt", "1"),
    ]
    reading = read_reply(asked, "Reis 3,20, Rest nicht", today=TODAY, currency="EUR")
    assert (reading.unclear, prices(reading)) == ((), {1: 320})


def test_a_thing_nobody_asked_for_takes_no_offer_back() -> None:
    first = read(HINGES["de"], "Scharniere 30, Farbe 12")
    reading = read(HINGES["de"], "habe doch keine Zwiebeln", earlier=first)
    assert not reading.decline
    assert reading.unclear


NAILS = (("nails", "500 g"), ("glue", "2 bottles"), ("sandpaper", "5 sheets"))


@pytest.mark.parametrize(
    "text",
    ["4.20 (nails), 13 (glue), no sandpaper", "nails (4.20), glue (13), sandpaper no",
     "Nails? Yes, 4.20. Glue? Yes, 13. Sandpaper? No.", "3 not available. 1 = 4.20, 2 = 13",
     "1 is 4.20 and 2 is 13.00, 3 is out", "1 and 2 ok, 4.20 and 13, 3 no",
     "nails 4.20, glue 13 (6.50 a bottle)", "nails 4.20, 2 bottles of glue at 6.50 = 13",
     "nails 4.20 (normally 4.50), glue reduced from 14.00 to 13.00",
     "all but the sandpaper: nails 4.20, glue 13", "nails 4.20, glue 13, leave out the sandpaper"],
)  # fmt: skip
def test_what_belongs_together_is_told_by_brackets_numbers_and_signs(text: str) -> None:
    reading = read(NAILS, text)
    assert (reading.unclear, prices(reading)) == ((), {1: 420, 2: 1300})


@pytest.mark.parametrize("text", ["nails 4.20. 2 for 13.00", "2 at 6.50, nails 4.20", "4.20, 2 not sure"])
def test_a_count_before_a_price_is_no_number_of_a_line(text: str) -> None:
    reading = read(NAILS, text)
    assert reading.unclear or reading.lines[2] is None


@pytest.mark.parametrize(
    "text",
    ["tuesday instead of monday", "monday is not possible after all, tuesday",
     "Montag klappt nicht, Dienstag", "lundi pas possible, mardi", "sorry, tuesday not monday"],
)  # fmt: skip
def test_a_day_that_is_refused_declines_nothing_else(text: str) -> None:
    first = read(NAILS, "nails 4.20, glue 13, monday")
    reading = read(NAILS, text, earlier=first)
    assert (reading.decline, reading.unclear, reading.delivery) == (False, (), TUESDAY)
    assert prices(reading) == {1: 420, 2: 1300}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("I'd swap the glue for rivets at 2.60, nails 4.20", "rivets"),
        ("no glue, rivets ok? 2.60, nails 4.20", "rivets"),
        ("je remplacerais glue par des rivets à 2,60, nails 4,20", "rivets"),
    ],
)
def test_what_is_offered_in_exchange_is_a_substitute(text: str, what: str) -> None:
    line = read(NAILS, text).lines[2]
    assert line is not None
    assert (line.price_minor, line.substitute) == (260, what)


@pytest.mark.parametrize(
    "text", ["Guten Morgen, 12. Lieferung Dienstag", "Bonne journée. 12, mardi", "12, Di"]
)
def test_good_wishes_are_no_days_of_delivery(text: str) -> None:
    reading = read((("lamp", "1"),), text)
    assert (reading.unclear, reading.delivery) == ((), TUESDAY)


_PIECES = st.sampled_from(
    ["nails", "glue", "paint", "3.20", "1,10", "4", "12", "€", "no", "ok", "rest", "but", "1)", "2 and 3",
     "not available", ",", ".", "\n", "?", "each", "only", "or", "instead of", "total", "and", "tomorrow",
     "normally", "from 5 on 2.50", "plus VAT", "both at", "for the two", "in a 5 kg sack", "delivery",
     "raspberries", "for", "make it", "das Stück", "statt", "pièce", "sauf", "courier", "last time", "$",
     "was", "reduced from", "(", ")", "listed", "swap"]
)  # fmt: skip
_FIGURES = {320, 110, 400, 1200, 100, 200, 300, 250, 500}


@settings(deadline=None, max_examples=300)
@given(st.lists(_PIECES, max_size=16).map(" ".join), st.booleans())
def test_no_price_binds_that_is_not_in_the_text(text: str, revised: bool) -> None:
    """Of single pieces without a list price; a free one is 0."""
    asked = [AskedLine(n, name, "1 piece") for n, name in enumerate(("nails", "glue", "paint"), 1)]
    first = read_reply(asked, "nails 9.99, glue 8.88", today=TODAY, currency="EUR") if revised else None
    reading = read_reply(asked, text, today=TODAY, currency="EUR", earlier=first)
    told = {figure for figure in _FIGURES if _stands_in(figure, text)} | ({999, 888} if revised else set())
    told |= {int(whole) * 100 + int(cents) for whole, cents in re.findall(r"(\d+) € (\d\d)(?!\d)", text)}
    told |= {200} if "two €" in text else set()
    if not reading.unclear:
        assert {price for price in prices(reading).values() if price} <= told


def _stands_in(minor: int, text: str) -> bool:
    amount = str(Decimal(minor) / 100)
    written = {amount, f"{minor / 100:.2f}", f"{minor / 100:.2f}".replace(".", ","), str(minor // 100)}
    return any(form in text for form in written)


@pytest.mark.parametrize(
    "piece",
    ["rice 3.20, no basil, ", "1) 3.20\n2) no\n", "from 5 on 2.50, ", "plus VAT ", "normally 89, ",
     "im 5-kg-Sack ", "1 und 2 und 3 ", "1, 2, ", "Käse Gouda ", "courier picks it up monday, ", "((",
     "ab 5 ", "de d'"],
)  # fmt: skip
def test_four_times_the_text_takes_about_four_times_as_long(piece: str) -> None:
    asked = [AskedLine(1, "rice", "1 kg"), AskedLine(2, "basil", "1 bunch"), AskedLine(3, "Gouda", "200 g")]

    def seconds(characters: int) -> float:
        text = (piece * (characters // len(piece) + 1))[:characters]
        started = time.process_time()
        read_reply(asked, text, today=TODAY, currency="EUR")
        return time.process_time() - started

    assert min(seconds(4000) for _ in range(3)) < 9 * min(seconds(1000) for _ in range(3))
