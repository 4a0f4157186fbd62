"""Whole kinds of phrases are read in English, German and French alike; today is Friday, 2026-11-20."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.date_words import folded
from commerce.quotes.replies import AskedLine, ReplyReading, Why, read_reply
from commerce.quotes.replies.scoring import score
from commerce.quotes.replies.words.language import LANGUAGES, Role
from commerce.quotes.replies.words.vocabulary import PHRASES, spoken_in

TODAY = date(2026, 11, 20)
SETS = Path(__file__).parent
ASKED = {
    "en": (("bread", "2 loaves"), ("olive oil", "1 l"), ("eggs", "12 pieces")),
    "de": (("Vollkornbrot", "2 Laibe"), ("Olivenöl", "1 l"), ("Eier", "12 Stück")),
    "fr": (("pain de campagne", "2 pièces"), ("huile d'olive", "1 l"), ("œufs", "12 pièces")),
}
CHATTER = {
    "en": ("Hi there!", "Good morning, thanks for asking.", "🙂", "Have a nice day", "Cheers, see you"),
    "de": ("Moin!", "Guten Tag und danke für die Anfrage.", "👋", "Schönen Tag noch", "LG, bis dann"),
    "fr": ("Bonjour !", "Merci pour votre message.", "🙂", "Bonne journée", "Cordialement"),
}
NAMES = {
    "en": ("bread", "oil", "eggs"),
    "de": ("Brot", "Öl", "Eier"),
    "fr": ("pain", "l'huile", "œufs"),
}


def read(lang: str, text: str, earlier: str | None = None) -> ReplyReading:
    asked = [AskedLine(n, name, qty) for n, (name, qty) in enumerate(ASKED[lang], 1)]
    before = read(lang, earlier) if earlier else None
    return read_reply(asked, text, today=TODAY, currency="EUR", earlier=before)


def prices(reading: ReplyReading) -> Mapping[int, int | None]:
    return {n: line.price_minor for n, line in reading.lines.items() if line is not None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "bread 3.20 a loaf, oil 8.90, eggs 30 cents each"),
        ("en", "6.40, 8.90, 3.60"),
        ("en", "oil 8.90, eggs 3.60 and bread is 3.20 per loaf"),
        ("en", "bread and oil 6.40 and 8.90, eggs 6 for 1.80"),
        ("en", "1) 6.40\n2) 8.90\n3) 3.60"),
        ("en", "bread at 3.20 a loaf so 6.40, oil 8.90 instead of 9.50, eggs 3.60"),
        ("de", "Brot 3,20 der Laib, Öl 8,90, Eier je 30 Cent"),
        ("de", "das Brot 6,40, das Öl 8,90 und die Eier 3 Euro sechzig"),
        ("de", "Brot und Öl hab ich, 6,40 und 8,90, Eier 6 für 1,80"),
        ("de", "Brote à 3,20 €, Öl 8,90, Eier 0,30 pro Ei"),
        ("de", "Brot 3,20 pro Laib macht 6,40, Öl 8,90 statt 9,50, Eier 3,60"),
        ("de", "6,40 - 8,90 - 3,60"),
        ("fr", "pain 3,20 € pièce, huile 8,90 €, œufs 0,30 l'unité"),
        ("fr", "le pain 6€40, l'huile 8€90 et les œufs 3€60"),
        ("fr", "le pain et l'huile c'est bon à 6,40 et 8,90, les œufs : 6 pour 1,80"),
        ("fr", "n°1 6,40 n°2 8,90 n°3 3,60"),
        ("fr", "pain 3,20 pièce soit 6,40, huile 8,90 au lieu de 9,50, œufs 3,60"),
    ],
)
def test_prices_per_line_per_unit_and_in_a_row_come_to_the_same(lang: str, text: str) -> None:
    reading = read(lang, text)
    assert reading.unclear == ()
    assert prices(reading) == {1: 640, 2: 890, 3: 360}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "all in stock, 18 euros the lot, delivery tuesday"),
        ("en", "everything, that's 18 flat for the three. tuesday"),
        ("de", "alles da, zusammen 18 €, Lieferung Dienstag"),
        ("de", "für alles zusammen 18,- am Dienstag"),
        ("fr", "tout est dispo, comptez 18 € en tout, livré mardi"),
        ("fr", "OK pour tout, ça fait 18€, mardi"),
    ],
)
def test_one_sum_for_everything_is_a_total(lang: str, text: str) -> None:
    reading = read(lang, text)
    assert (reading.unclear, reading.total_minor) == ((), 1800)
    assert prices(reading) == {1: None, 2: None, 3: None}
    assert reading.delivery == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "bread 6.40, only 10 eggs left, 3.00. no oil"),
        ("en", "have 10 eggs for 3.00, bread 6.40, oil sold out"),
        ("de", "Brot 6,40, Eier hab ich nur noch 10, 3,00. Öl ist leider aus"),
        ("de", "Öl führen wir nicht, Brot 6,40, bei den Eiern nur 10 da, 3 €"),
        ("fr", "pain 6,40, il me reste 10 œufs, 3 €, plus d'huile"),
        ("fr", "je n'ai que 10 œufs à 3 €. pain 6,40, l'huile en rupture"),
    ],
)
def test_a_part_and_a_refusal_are_read_beside_a_price(lang: str, text: str) -> None:
    reading = read(lang, text)
    assert reading.unclear == ()
    assert prices(reading) == {1: 640, 3: 300}
    eggs = reading.lines[3]
    assert eggs is not None and eggs.qty is not None
    assert eggs.qty.startswith("10")


@pytest.mark.parametrize(
    ("lang", "text", "what"),
    [
        ("en", "no oil but margarine 2.10 instead", "margarine"),
        ("en", "I can offer margarine 250g at 2.10 for the oil", "margarine"),
        ("de", "statt Öl Margarine 2,10", "margarine"),
        ("de", "kein Öl, dafür Margarine 2,10", "margarine"),
        ("de", "als Ersatz für das Öl hätte ich Margarine für 2,10", "margarine"),
        ("fr", "à la place de l'huile je mets de la margarine à 2,10", "margarine"),
        ("fr", "pas d'huile mais de la margarine à 2,10", "margarine"),
    ],
)
def test_a_substitute_stands_for_its_line(lang: str, text: str, what: str) -> None:
    reading = read(lang, text)
    oil = reading.lines[2]
    assert reading.unclear == ()
    assert oil is not None
    assert (oil.price_minor, oil.substitute) == (210, what)


@pytest.mark.parametrize(
    ("lang", "text", "after"),
    [
        ("en", "make the bread 6.00", {1: 600, 2: 890, 3: 360}),
        ("en", "eggs 3.40 not 3.60", {1: 640, 2: 890, 3: 340}),
        ("en", "10% on the eggs", {1: 640, 2: 890, 3: 324}),
        ("de", "das Öl doch nicht, Rest wie gehabt", {1: 640, 3: 360}),
        ("de", "die Eier mach ich dir für 3,30", {1: 640, 2: 890, 3: 330}),
        ("fr", "finalement 6 pour le pain, le reste pareil", {1: 600, 2: 890, 3: 360}),
        ("fr", "-10% sur les œufs", {1: 640, 2: 890, 3: 324}),
    ],
)
def test_a_revision_changes_what_it_names(lang: str, text: str, after: Mapping[int, int]) -> None:
    first = ", ".join(
        f"{name} {price}" for name, price in zip(NAMES[lang], ("6,40", "8,90", "3,60"), strict=True)
    )
    reading = read(lang, text, earlier=first)
    assert reading.unclear == ()
    assert prices(reading) == after


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "10 cents less for the bread"),
        ("en", "bread and eggs 9, oil 8.90"),
        ("en", "bread between 6 and 7, oil 8.90, eggs 3.60"),
        ("en", "3 for 2 on bread, 3.20"),
        ("en", "24 for the egg(s)"),
        ("de", "Brot so um die 6 Euro, Öl 8,90"),
        ("de", "Brot 6 oder 7 Euro, muss ich nachsehen"),
        ("de", "Backwaren zusammen 9, Öl 8,90"),
        ("fr", "le pain 6 ou 7 €, je sais plus"),
        ("fr", "environ 18 € l'ensemble"),
        ("fr", "pain et œufs 9 €, huile 8,90"),
    ],
)
def test_what_could_be_two_prices_is_asked_back_in_every_language(lang: str, text: str) -> None:
    assert read(lang, text).unclear


@pytest.mark.parametrize(
    ("lang", "words", "day"),
    [
        ("en", "this afternoon", date(2026, 11, 20)),
        ("en", "monday week", date(2026, 11, 30)),
        ("en", "within the week", date(2026, 11, 27)),
        ("en", "fresh in on thursday, I deliver the same day", date(2026, 11, 26)),
        ("en", "can't bring it before wednesday", date(2026, 11, 25)),
        ("de", "Samstagvormittag", date(2026, 11, 21)),
        ("de", "Dienstag in einer Woche", date(2026, 12, 1)),
        ("de", "nach dem Wochenende", date(2026, 11, 23)),
        ("fr", "lundi en huit", date(2026, 11, 30)),
        ("fr", "sous 3 jours ouvrés", date(2026, 11, 25)),
        ("fr", "vendredi 27", date(2026, 11, 27)),
        ("fr", "cet après-midi", date(2026, 11, 20)),
    ],
)
def test_days_in_words_are_read(lang: str, words: str, day: date) -> None:
    name = NAMES[lang][0]
    assert read(lang, f"{name} 6,40. {words}").delivery == day


@pytest.mark.parametrize(
    ("lang", "aside"),
    [
        ("en", "minimum order 20 euro"),
        ("en", "free delivery over 25 euro"),
        ("en", "call me on 0171 2345678"),
        ("de", "Mindestbestellwert 20 €"),
        ("de", "Ab 25 € liefern wir frei"),
        ("fr", "livraison offerte dès 30 €"),
        ("fr", "commande minimum 15 €"),
    ],
)
def test_other_figures_are_no_prices(lang: str, aside: str) -> None:
    reading = read(lang, f"{NAMES[lang][0]} 6,40. {aside}")
    assert reading.unclear == ()
    assert prices(reading) == {1: 640}


_AMOUNTS = st.integers(min_value=5, max_value=99_999)


def _money(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(ASKED)), _AMOUNTS, st.integers(0, 4), st.integers(0, 4))
def test_chatter_around_changes_nothing(lang: str, minor: int, before: int, after: int) -> None:
    text = f"{NAMES[lang][0]} {_money(minor)}, {NAMES[lang][2]} 3.60"
    plain, chatty = read(lang, text), read(lang, f"{CHATTER[lang][before]} {text}. {CHATTER[lang][after]}")
    assert chatty.unclear == plain.unclear == ()
    assert prices(chatty) == prices(plain) == {1: minor, 3: 360}


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(ASKED)), st.permutations([0, 1, 2]), st.lists(_AMOUNTS, min_size=3, max_size=3))
def test_the_order_of_named_lines_does_not_matter(lang: str, order: list[int], minors: list[int]) -> None:
    text = ", ".join(f"{NAMES[lang][at]} {_money(minors[at])}" for at in order)
    reading = read(lang, text)
    assert reading.unclear == ()
    assert prices(reading) == {at + 1: minors[at] for at in range(3)}


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(ASKED)), st.lists(_AMOUNTS, min_size=3, max_size=3), st.integers(-3, 3))
def test_a_total_binds_only_if_it_is_the_sum(lang: str, minors: list[int], off: int) -> None:
    text = ", ".join(f"{name} {_money(minor)}" for name, minor in zip(NAMES[lang], minors, strict=True))
    reading = read(lang, f"{text}. total {_money(sum(minors) + off)}")
    assert bool(reading.unclear) is (off != 0)


@settings(deadline=None, max_examples=60)
@given(
    st.integers(1, 40), st.integers(5, 5000), st.sampled_from(["each", "pro Stück", "pièce", "je", "apiece"])
)
def test_a_price_of_one_counts_all_of_them(count: int, minor: int, word: str) -> None:
    asked = [AskedLine(1, "hinges", f"{count} pieces")]
    reading = read_reply(asked, f"{_money(minor)} {word}", today=TODAY, currency="EUR")
    line = reading.lines[1]
    assert line is not None
    assert line.price_minor == int(Decimal(minor) * count)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_language_is_written_folded_and_has_its_days(language: object) -> None:
    found = next(one for one in LANGUAGES if one is language)
    sources = [source for patterns in found.phrases.values() for source in patterns]
    assert [source for source in sources if folded(source) != source or "ß" in source] == []
    assert len(found.weekdays) == 7
    assert spoken_in(found.fillers.split()) is found
    assert {Role.NO, Role.YES, Role.PICKUP, Role.DELIVERY, Role.INSTEAD, Role.VAGUE, Role.TOTAL} <= set(
        found.phrases
    )


def test_no_pattern_matches_nothing_at_all() -> None:
    assert [pattern.pattern for _, pattern in PHRASES if pattern.fullmatch("")] == []


@pytest.mark.parametrize(
    "name",
    ["sellers_1", "sellers_2", "sellers_3", "sellers_4", "sellers_5", "sellers_6", "stranger", "stranger_2",
     "stranger_3", "stranger_4", "stranger_5", "stranger_6", "stranger_7", "stranger_9"],
)  # fmt: skip
def test_the_answers_of_further_sellers_are_read_as_meant(name: str) -> None:
    figures = score(SETS / f"{name}.jsonl")
    assert figures.n >= 40
    assert figures.line_f1 >= 0.97
    assert figures.reply_rate >= 0.94
    assert figures.wrong_bindings == 0


@pytest.mark.parametrize(("name", "f1"), [("stranger_8", 0.95), ("stranger_10", 0.96), ("stranger_11", 0.94)])
def test_what_is_not_read_of_further_sellers_is_asked_back(name: str, f1: float) -> None:
    figures = score(SETS / f"{name}.jsonl")
    assert figures.n >= 40
    assert figures.line_f1 >= f1
    assert figures.wrong_bindings == 0


def test_sums_rates_arrivals_parts_and_questions_are_read_in_every_wording() -> None:
    figures = score(SETS / "kinds.jsonl")
    assert figures.n >= 200
    assert [(miss.reply, miss.differs) for miss in figures.misses] == []
    assert figures.wrong_bindings == 0


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "eggs 30 cents each, 9 for all twelve"),
        ("en", "eggs 30 cents each, 1 for all twelve"),
        ("de", "Eier 30 Cent das Stück, alle zwölf 9"),
        ("de", "Eier 30 Cent das Stück, alle 12 für 1"),
        ("fr", "œufs 0,30 pièce, 9 les douze"),
        ("fr", "œufs 0,30 pièce, 1 pour les 12"),
    ],
)
def test_a_sum_that_the_price_of_one_cannot_come_to_is_asked_back(lang: str, text: str) -> None:
    assert read(lang, text).unclear


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "0.90 a loaf not 0.09"),
        ("en", "0.90 not 0.09"),
        ("de", "0,90 statt 0,09"),
        ("de", "0,90 der Laib, nicht 0,09"),
        ("fr", "0,90 et non 0,09"),
        ("fr", "pas 0,09 mais 0,90"),
    ],
)
def test_a_denied_price_of_one_names_the_line_that_had_it(lang: str, text: str) -> None:
    each = {"en": "0.09 a loaf", "de": "0,09 der Laib", "fr": "0,09 pièce"}[lang]
    reading = read(lang, text, earlier=f"{NAMES[lang][0]} {each}, {NAMES[lang][1]} 8,90")
    assert reading.unclear == ()
    assert prices(reading) == {1: 180, 2: 890}


@pytest.mark.parametrize(("lang", "text"), [("en", "3 not 4"), ("de", "3 statt 4"), ("fr", "3 au lieu de 4")])
def test_a_denied_price_that_two_lines_had_names_neither(lang: str, text: str) -> None:
    assert read(lang, text, earlier=f"{NAMES[lang][0]} 4, {NAMES[lang][2]} 4").unclear


@pytest.mark.parametrize(
    "text", ["no onions, rest ok", "keine Zwiebeln, Rest wie gelistet", "pas d'oignons, le reste ok"]
)
def test_what_nobody_asked_for_cannot_be_all_that_is_missing(text: str) -> None:
    asked = [AskedLine(1, "butter", "250 g", list_price_minor=299), AskedLine(2, "rice", "500 g")]
    reading = read_reply(asked, text, today=TODAY, currency="EUR")
    assert not reading.decline
    assert [unclear.why for unclear in reading.unclear] == [Why.UNKNOWN_NAME]
