"""Where words beside a price are not understood, or a figure's part is in doubt, the shop asks back."""

from collections.abc import Mapping
from datetime import date

import pytest

from commerce.quotes.replies import AskedLine, ReplyReading, read_reply

TODAY = date(2026, 11, 20)
ASKED = {
    "en": (("roses", "10"), ("ribbon", "2 m")),
    "de": (("Rosen", "10"), ("Band", "2 m")),
    "fr": (("roses", "10"), ("ruban", "2 m")),
}


def read(lang: str, text: str, earlier: ReplyReading | None = None) -> ReplyReading:
    lines = [AskedLine(n, name, qty) for n, (name, qty) in enumerate(ASKED[lang], 1)]
    return read_reply(lines, text, today=TODAY, currency="EUR", earlier=earlier)


def prices(reading: ReplyReading) -> Mapping[int, int | None]:
    return {n: line.price_minor for n, line in reading.lines.items() if line is not None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "roses 2.20 per thingy, ribbon 3"),
        ("de", "Rosen 2,20 je Dingsda, Band 3"),
        ("fr", "roses 2,20 le machin, ruban 3"),
        ("en", "roses retailing 20, ribbon 3"),
        ("de", "Rosen im Großmarkt 18, Band 3"),
        ("fr", "roses 20 avec le vase, ruban 3"),
        ("en", "roses 15 for eight, ribbon 3"),
        ("de", "Rosen 15 für acht, Band 3"),
        ("en", "I have 7 roses, 7 at 1.50, ribbon 3"),
        ("de", "Rosen hab ich noch 7 zu 1,50, Band 3"),
        ("fr", "roses il m'en reste sept à 1,50, ruban 3"),
        ("en", "roses 2.20 a turn, ribbon 3"),
        ("en", "ribbon 3, roses 22 thats with the vase"),
        ("de", "Band 3, Rosen 22 das ist mit der Vase"),
        ("en", "ribbon 3, roses 22. those are per roll / per bunch"),
        ("en", "roses 22, ribbon 3. only 6 roses left though"),
        ("en", "roses 2.20/thg, ribbon 3"),
        ("en", "roses 22, and if you take the ribbon too 24 for both"),
        ("en", "ribbon 3, roses 2 each - only one in red"),
        ("en", "roses 22, white only, ribbon 3"),
        ("en", "roses 22 but only in white, ribbon 3"),
        ("en", "roses 20 ribbon 2 each"),
        ("en", "roses 20, ribbon 3. 5% loyalty discount"),
        ("en", "roses 20, ribbon 3, prices before discount"),
        ("en", "roses 20, ribbon 3, these are last week's prices"),
        ("en", "roses from 20, ribbon 3"),
        ("de", "Rosen ab 20, Band 3"),
        ("en", "ribbon 3, roses 20+"),
        ("en", "ribbon 3, roses 20, double that for the red ones"),
        ("en", "ribbon 3, roses 20 but i'd have to double check"),
        ("en", "ribbon 3, roses 20. roses are per kilo btw"),
        ("en", "ribbon 3, roses 20 (5 pcs)"),
        ("en", "ribbon 3, roses 20 thats for six"),
        ("en", "a rose is 2, ribbon 3"),
        ("en", "you paid 20 for roses, ribbon 3"),
        ("en", "roses cost me 20, ribbon 3"),
        ("en", "roses 20 unless they are red, ribbon 3"),
        ("en", "ribbon 3, roses 2 each, second bunch half price"),
    ],
)
def test_what_an_unknown_word_or_an_unused_number_says_of_a_price_is_asked_back(lang: str, text: str) -> None:
    assert read(lang, text).unclear


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "roses were 20 last week, ribbon 3"),
        ("en", "roses last year 18, ribbon 3"),
        ("de", "Rosen waren 20, Band 3"),
        ("de", "Rosen letzte Woche 18, Band 3"),
        ("fr", "roses coûtaient 20, ruban 3"),
        ("en", "roses under 20, ribbon 3"),
        ("de", "Rosen unter 20, Band 3"),
        ("fr", "roses moins de 20, ruban 3"),
        ("en", "roses 20 if they arrive, ribbon 3"),
        ("de", "Rosen 20 falls ich welche bekomme, Band 3"),
        ("fr", "roses 20 si elles arrivent, ruban 3"),
        ("en", "roses 20 subject to availability, ribbon 3"),
        ("de", "Rosen 20 ohne Gewähr, Band 3"),
        ("fr", "roses 20 sous réserve, ruban 3"),
        ("en", "someone else sells roses at 18, ribbon 3"),
        ("fr", "chez le voisin les roses sont à 18, ruban 3"),
        ("en", "18 or 22, depends which ones"),
        ("de", "18 oder 22, kommt drauf an welche"),
        ("fr", "18 ou 22, ça dépend desquelles"),
    ],
)
def test_a_price_of_before_of_others_or_on_a_condition_is_no_offer(lang: str, text: str) -> None:
    assert read(lang, text).unclear


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "roses 2.20 a stem, ribbon 1.50 the metre"),
        ("de", "Rosen 2,20 je Stiel, Band 1,50 den Meter"),
        ("fr", "2,20 la rose et ruban 1,50 le mètre"),
        ("en", "roses were 25 last week, now 22, ribbon 3"),
        ("de", "Rosen wären 22, Band 3"),
        ("en", "roses not 25 any more but 22, ribbon 3. We close at 6"),
        ("de", "Rosen 22, Band 3, wir schließen um 18 Uhr"),
        ("fr", "roses 22, ruban 3, on ferme à 19h"),
        ("en", "roses have gone up to 22, ribbon 3"),
    ],
)
def test_a_price_of_one_of_now_and_beside_hours_is_bound(lang: str, text: str) -> None:
    reading = read(lang, text)
    assert (reading.unclear, prices(reading)) == ((), {1: 2200, 2: 300})


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "roses 22, ribbon 3, they're cut on wednesday so thursday at your door", date(2026, 11, 26)),
        ("en", "roses 22, ribbon I'll know tomorrow", None),
        ("de", "Rosen 22, beim Band weiß ich morgen mehr", None),
        ("fr", "roses 22, ruban 3, je livre mercredi dans la matinée", date(2026, 11, 25)),
        ("de", "Rosen 22, Band 3, Montage nicht dabei", None),
        ("de", "Rosen 22, Band haben wir heute nicht", None),
        ("en", "roses 22, still waiting for the ribbon to come in", None),
        ("en", "roses 22, the ribbon should come in, sorry", None),
        ("en", "roses 22, ribbon 3, it all comes from our warehouse on wednesday", date(2026, 11, 25)),
    ],
)
def test_only_a_day_on_which_something_is_brought_is_one_of_delivery(
    lang: str, text: str, day: date | None
) -> None:
    assert read(lang, text).delivery == day


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "sorry have to take that back, roses and ribbon are all gone"),
        ("de", "leider sind Rosen und Band jetzt doch aus"),
    ],
)
def test_all_that_was_offered_before_can_be_taken_back(lang: str, text: str) -> None:
    before = read(lang, f"{ASKED[lang][0][0]} 22, {ASKED[lang][1][0]} 3, monday")
    reading = read(lang, text, before)
    assert (reading.decline, reading.delivery, prices(reading)) == (True, None, {})


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Rosen 24, mit Band 26"),
        ("fr", "roses 24, avec le ruban 26"),
        ("en", "roses 24, with ribbon 26"),
        ("de", "Rosen 24 minus 2, Band 3"),
        ("fr", "roses 24 moins 2, ruban 3"),
        ("de", "Rosen ab 24, Band 3"),
        ("fr", "roses dès 24, ruban 3"),
        ("en", "roses from 24, ribbon 3"),
        ("de", "Rosen 24+, Band 3"),
        ("de", "Rosen 24 (5 Stück), Band 3"),
        ("en", "roses 24, ribbon 3 (1 m)"),
        ("de", "Rosen 24, Band 3. Barzahler 10% weniger"),
        ("en", "roses 24, ribbon 3. 10% off for members"),
    ],
)
def test_what_a_price_includes_hangs_on_or_is_bounded_by_is_asked_back(lang: str, text: str) -> None:
    assert read(lang, text).unclear


@pytest.mark.parametrize(
    ("lang", "text", "read_as"),
    [
        ("de", "Rosen 24 (10 Stück), Band 3 (2 m)", {1: 2400, 2: 300}),
        ("de", "Rosen zu 24, Band für 3, ab 9 abholbar", {1: 2400, 2: 300}),
        ("de", "Rosen 20, Band 3. 10% weniger weil Räumung", {1: 1800, 2: 270}),
        ("fr", "roses à 24, ruban à 3", {1: 2400, 2: 300}),
        ("en", "roses 2 x10, ribbon 3", {1: 2000, 2: 300}),
    ],
)
def test_what_is_plain_is_read(lang: str, text: str, read_as: Mapping[int, int]) -> None:
    reading = read(lang, text)
    assert not reading.unclear
    assert prices(reading) == read_as


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Margarine", "Mandarinen 3, Band 3"),
        ("Hühnerbrühe", "Hühnerbrust 9, Band 3"),
        ("Reis", "Eier 3, Band 3"),
        ("Buttermilch", "Butter 3, Band 3"),
        ("drill", "dill 2, ribbon 3"),
        ("chickpeas", "chicken 9, ribbon 3"),
        ("carottes", "canettes 2, ruban 3"),
        ("apple juice", "apples 2, ribbon 3"),
        ("huile d'olive", "olives 2, ruban 3"),
    ],
)
def test_the_name_of_another_thing_names_no_line(name: str, text: str) -> None:
    asked = [AskedLine(1, name, "1"), AskedLine(2, "Band ruban ribbon", "1")]
    reading = read_reply(asked, text, today=TODAY, currency="EUR")
    assert reading.lines[1] is None
    assert reading.unclear


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("25 for everything if you come now", "25 for everything if you come now"),
        ("roses 22 if you pay cash, ribbon 3", "roses 22 if you pay cash"),
        ("roses 22 for cash, ribbon 3", "roses 22 for cash"),
    ],
)
def test_what_a_price_hangs_on_is_told(text: str, condition: str) -> None:
    assert read("en", text).conditions == (condition,)
