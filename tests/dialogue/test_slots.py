"""What is read from a sentence whose wish and whose names are known (nlu/components, without Rasa)."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.components.addresses import address_and_note
from nlu.components.meaning import READERS, Span, slots_of
from nlu.components.spelling import spelled
from nlu.components.values import find_values
from nlu.components.vocabulary import GOODS, LANGUAGES

TODAY = date(2026, 11, 20)
PIECES = [
    *(
        "no",
        "not from",
        "2",
        "the tomatoes",
        "and",
        "half",
        "5",
        "kilo",
        "nicht bei",
        "zwei eier mehr",
        "statt",
    ),
    *(
        "pas",
        "le sucre",
        "d'",
        "l'",
        "max 30",
        "€",
        ",",
        ".",
        "?",
        "(",
        "en fonte",
        "rue 12",
        "75001",
        "monday",
    ),
    *("bis 18 uhr", "midi", "size 42", "red", "graue mantel", "last", "-1", "2026-12-01", "if nobody is in"),
]
SENTENCES = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(PIECES),
        max_size=14,
    ).map(" ".join),
)


def read(intent: str, text: str, *things: str, seller: str = "") -> dict[str, Any]:
    """The slots of a text in which these names are marked; lists as lists."""
    spans = [
        Span(kind, name, text.index(name), text.index(name) + len(name))
        for kind, name in [*(("thing", thing) for thing in things), ("seller", seller)]
        if name
    ]
    found: dict[str, Any] = {}
    for slot in slots_of(intent, text, spans, TODAY):
        if slot.name in ("components", "numbers", "items", "image_words", "priorities"):
            found.setdefault(slot.name, []).append(slot.value)
        else:
            found.setdefault(slot.name, slot.value)
    return found


@given(SENTENCES, st.sampled_from([*READERS, "correction"]), st.none() | st.just(TODAY))
def test_every_slot_of_any_sentence_stands_within_it(text: str, intent: str, today: date | None) -> None:
    for slot in slots_of(intent, text, [], today):
        assert 0 <= slot.start <= slot.end <= len(text)
        assert slot.value not in ("", None)


@given(SENTENCES)
def test_values_never_overlap_and_stand_in_their_order(text: str) -> None:
    found = find_values(text, TODAY)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(SENTENCES)
def test_an_address_ends_before_its_note_begins(text: str) -> None:
    address, note = address_and_note(text)
    if address and note:
        assert address[1] <= note[0] <= note[1] <= len(text)


@given(st.sampled_from(sorted(set(GOODS.values()))), st.sampled_from(LANGUAGES))
def test_what_is_spelled_well_stays_as_it_is(word: str, language: str) -> None:
    assert re.sub(r"\W", "", spelled(spelled(word, language), language)) == re.sub(
        r"\W", "", spelled(word, language)
    )
    assert len(spelled(word, language)) == len(word)


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("buter", "en", "butter"),
        ("tomatos", "en", "tomatoes"),
        ("bohrmaschiene", "de", "bohrmaschine"),
        ("biere", "fr", "bière"),
        ("ruban adhesif", "fr", "ruban adhésif"),
        ("oregano", "en", "oregano"),
        ("planche", "fr", "planche"),
        ("rando", "fr", "rando"),
        ("chedder", "en", "cheddar"),
        ("buttr", "en", "butter"),
        ("cellier", "fr", "cellier"),
        ("kuerbissuppe", "de", "kürbissuppe"),
        ("kaesekuchen", "de", "käsekuchen"),
        ("fluessigseife", "de", "flüssigseife"),
        ("steuer", "de", "steuer"),
        ("bluetooth", "de", "bluetooth"),
        ("aloe", "de", "aloe"),
        ("fonduekäse", "de", "fonduekäse"),
        ("creme", "fr", "crème"),
        ("sucre", "fr", "sucre"),
    ],
)
def test_slips_in_names_are_mended_and_other_words_left(typed: str, language: str, meant: str) -> None:
    assert spelled(typed, language) == meant


@pytest.mark.parametrize("text", ["not before 5 but by 7", "ab 5 bis spätestens 7", "from 5 until 7"])
def test_a_window_ends_after_it_begins(text: str) -> None:
    assert read("choose_delivery_window", text) == {"from": "17:00", "to": "19:00"}


def test_a_shop_that_is_refused_is_excluded_whether_marked_or_not() -> None:
    refused = {"seller": "quicktool", "exclude": "true"}
    assert read("choose_seller", "anyone but QuickTool, they were rude", seller="QuickTool") == refused
    assert read("choose_seller", "anyone but QuickTool, they were rude") == refused
    assert read("choose_seller", "pas chez prixfou ils sont nuls") == {"seller": "prixfou", "exclude": "true"}
    assert read("choose_seller", "the 2nd one") == {"index": 2}


def test_more_and_less_are_differences_and_bare_amounts_are_not() -> None:
    assert read("change_quantity", "two more packs of screws", "screws") == {
        "delta": 2, "unit": "packet", "component": "screws",
    }  # fmt: skip
    assert read("change_quantity", "un pot de yaourt en moins", "yaourt")["delta"] == -1
    assert read("change_quantity", "noch zwei eier", "eier")["delta"] == 2
    assert read("change_quantity", "make it 500 g flour", "flour")["qty"] == 500


def test_prices_are_read_with_and_without_a_currency() -> None:
    assert read("search_product", "cordless drill under 80 quid", "cordless drill")["max_price"] == 80
    assert read("reserve_item", "4 solarlampen, höchstens 35 das stück", "solarlampen")["max_price"] == 35
    assert "max_price" not in read("search_product", "boots size 42", "boots")


@pytest.mark.parametrize(
    ("intent", "text", "expected"),
    [
        ("choose_delivery_window", "entre 9h et midi", {"from": "09:00", "to": "12:00"}),
        ("choose_delivery_window", "lundi mais pas avant 17h30", {"date": "2026-11-23", "from": "17:30"}),
        ("choose_delivery_window", "zwischen 8 und 10 in der Früh", {"from": "08:00", "to": "10:00"}),
        ("collect_at_shop", "tomorrow at half 4 pm", {"date": "2026-11-21", "time": "16:30"}),
        ("collect_at_shop", "montag um sieben abends", {"date": "2026-11-23", "time": "19:00"}),
        ("scale_job", "5 by 3 metres", {"dimension": "5 x 3 m"}),
        ("scale_job", "le mur fait 3 mètres sur 2", {"dimension": "3 x 2 m"}),
        ("scale_job", "make that enough for a dozen", {"servings": 12}),
        ("track_order", "any news on 20417?", {"order": "20417"}),
        ("help", "how does this work", {}),
        ("more_like_this", "like that but in green", {"change": "green"}),
        ("collect_at_shop", "thursday quarter past five", {"date": "2026-11-26", "time": "17:15"}),
        ("collect_at_shop", "morgen um viertel nach zehn", {"date": "2026-11-21", "time": "10:15"}),
        ("collect_at_shop", "ich hols morgen um dreiviertel fünf", {"date": "2026-11-21", "time": "16:45"}),
        ("collect_at_shop", "demain à neuf heures moins le quart", {"date": "2026-11-21", "time": "08:45"}),
        (
            "choose_delivery_window",
            "le 25/11 de 9 a 11",
            {"date": "2026-11-25", "from": "09:00", "to": "11:00"},
        ),
        ("choose_delivery_window", "from half two till five", {"from": "14:30", "to": "17:00"}),
        ("choose_delivery_window", "ab 16 uhr bis spätestens 18 uhr", {"from": "16:00", "to": "18:00"}),
        ("choose_seller", "celle du milieu svp", {"index": 2}),
        ("choose_seller", "ganz unten bitte", {"index": -1}),
        ("choose_seller", "corner pantry have never let me down", {"seller": "corner pantry"}),
        ("choose_strategy", "je m'en fous du prix, faut que ça arrive vite", {"criterion": "soonest"}),
        ("set_priority", "nah, the bargain one first", {"priorities": ["cheapest"]}),
        ("scale_job", "its only me n the wife", {"servings": 2}),
        ("drop_components", "scrap 3, 7 and the eleventh", {"numbers": [3, 7, 11]}),
        ("news_on", "sag bescheid wenn neues angelzubehör kommt", {"interest": "angelzubehör"}),
        (
            "correction",
            "j'ai mis rue des lilas mais c'est rue des lavandes",
            {"field": "address", "from": "rue des lilas", "to": "rue des lavandes"},
        ),
        ("correction", "elm road, not oak lane", {"field": "address", "from": "oak lane", "to": "elm road"}),
        ("give_address", "leave it with the neighbour please", {"note": "leave it with the neighbour"}),
        (
            "choose_delivery_window",
            "mercredi 13h-15h",
            {"date": "2026-11-25", "from": "13:00", "to": "15:00"},
        ),
        ("choose_delivery_window", "zwischen halb 10 und halb 12", {"from": "09:30", "to": "11:30"}),
        ("choose_delivery_window", "between half 9 and half 11", {"from": "09:30", "to": "11:30"}),
        (
            "choose_delivery_window",
            "Do zwischen 10 und 12",
            {"date": "2026-11-26", "from": "10:00", "to": "12:00"},
        ),
        ("choose_delivery_window", "le 26, 14h-16h", {"date": "2026-11-26", "from": "14:00", "to": "16:00"}),
        ("choose_delivery_window", "the 26th, 2-4pm", {"date": "2026-11-26", "from": "14:00", "to": "16:00"}),
        ("choose_delivery_window", "samstag der 28. geht", {"date": "2026-11-28"}),
        ("choose_delivery_window", "saturday, november 28th", {"date": "2026-11-28"}),
        ("choose_delivery_window", "samedi en huit", {"date": "2026-11-28"}),
        ("choose_delivery_window", "not later than 7pm", {"to": "19:00"}),
        ("choose_delivery_window", "so früh wie möglich", {"part_of_day": "morning"}),
        ("collect_at_shop", "demain à 6h du matin", {"date": "2026-11-21", "time": "06:00"}),
        ("scale_job", "wir sind jetzt 6 statt 4", {"servings": 6}),
        ("scale_job", "on est 6 maintenant au lieu de 4", {"servings": 6}),
        ("scale_job", "das ganze mal drei", {"factor": 3}),
        ("drop_components", "1, 3 and 8 can go", {"numbers": [1, 3, 8]}),
        ("track_order", "any news on order K7P2?", {"order": "K7P2"}),
        ("cancel_order", "annule la commande n° 5512", {"order": "5512"}),
        ("help", "la réservation, ça fonctionne comment?", {"topic": "réservation"}),
        ("set_priority", "never care about price, the quickest always", {"priorities": ["soonest"]}),
        ("set_priority", "retiens bien: zéro gaspi d'abord", {"priorities": ["least_waste"]}),
        ("choose_seller", "vierter von oben", {"index": 4}),
    ],
)
def test_simple_sentences(intent: str, text: str, expected: dict[str, Any]) -> None:
    found = read(intent, text)
    assert {name: value for name, value in found.items() if name != "help_page"} == expected


def test_a_row_of_names_is_whole_though_only_some_of_it_was_marked() -> None:
    german = "die muskatnuss, den zimt und das nelkenpulver brauch ich nicht"
    assert read("drop_components", german, "muskatnuss", "zimt")["components"] == [
        "muskatnuss", "zimt", "nelkenpulver",
    ]  # fmt: skip
    french = "il me faut juste les poireaux et le comté"
    assert read("keep_components", french, "poireaux")["components"] == ["poireaux", "comté"]


def test_what_is_no_name_is_none() -> None:
    lying = read("drop_components", "zwiebeln liegen bei mir noch rum", "zwiebeln", "rum")
    assert lying["components"] == ["zwiebeln"]
    both = read("drop_components", "mehl und hefe hab ich, die zwei kannst streichen", "mehl", "hefe")
    assert both == {"components": ["mehl", "hefe"]}
    assert read("keep_components", "ach mist, butter ist doch alle", "butter") == {"components": ["butter"]}
    leaking = read("return_item", "la cafetière goutte de partout", "cafetière goutte")
    assert leaking == {"reason": "quality", "item": "cafetière"}
    since = "the boots pinch, i take the same size since 1988"
    assert "order" not in read("return_item", since, "boots")
    assert read("search_product", "du fromage sans lactose", "fromage")["query"] == "fromage sans lactose"


@given(st.sampled_from(["quarter past", "quarter to"]), st.integers(7, 12))
def test_a_quarter_of_an_hour_lies_beside_its_hour(said: str, hour: int) -> None:
    minutes = 15 if said == "quarter past" else -15
    total = hour * 60 + minutes
    found = [v.value for v in find_values(f"monday {said} {hour}", TODAY) if v.kind == "time"]
    assert found == [f"{total // 60:02d}:{total % 60:02d}"]


def test_a_correction_knows_what_was_meant_and_what_was_not() -> None:
    meant = {"to": "garlic", "from": "leek", "field": "component"}
    assert read("correction", "not leek, garlic", "leek", "garlic") == meant
    assert read("correction", "garlic not leek", "leek", "garlic") == meant
    assert read("correction", "14 personen, nicht 4")["field"] == "servings"
    hundred = read("correction", "ups eine null zuviel, 10 statt 100")
    assert (hundred["from"], hundred["to"]) == (100, 10)
    assert read("correction", "non non des pois, pas des poires", "pois", "poires")["to"] == "pois"


def test_what_is_taken_off_is_less_and_what_is_brought_down_to_is_not() -> None:
    assert read("change_quantity", "take two eggs off", "eggs") == {"delta": -2, "component": "eggs"}
    assert read("change_quantity", "enlève deux oeufs", "oeufs") == {"delta": -2, "component": "oeufs"}
    assert read("change_quantity", "bei der brühe auf 1 liter runter", "brühe")["qty"] == 1
    assert read("change_quantity", "50 prozent mehr chili", "chili") == {
        "factor": "1.5",
        "component": "chili",
    }
    assert read("change_quantity", "une boîte de clous de plus", "clous")["unit"] == "box"
    assert read("change_quantity", "eine Knoblauchzehe", "Knoblauchzehe") == {
        "qty": 1, "unit": "clove", "component": "knoblauch",
    }  # fmt: skip


def test_a_combination_is_for_somebody_and_for_an_occasion() -> None:
    assert read("ask_combination", "etwas schlichtes fürs büro für meinen mann") == {
        "image_words": ["schlicht"], "occasion": "büro", "target": "mann",
    }  # fmt: skip
    assert read("ask_combination", "something breezy for a garden wedding") == {
        "image_words": ["breezy"], "occasion": "garden wedding",
    }  # fmt: skip
    assert (
        read("ask_combination", "sobre, pour un entretien d'embauche")["occasion"] == "entretien d'embauche"
    )
    assert read("ask_combination", "un salon moderne, tenue élégante")["image_words"] == [
        "moderne",
        "élégante",
    ]


def test_what_is_reserved_has_its_number_price_and_day() -> None:
    assert read("reserve_item", "merk mir 3 stück von der neuen lampe vor, bis mitte dezember", "lampe") == {
        "item": "lampe", "qty": 3, "latest_date": "2026-12-15",
    }  # fmt: skip
    assert read("reserve_item", "je réserve si ça dépasse pas 80") == {"max_price": 80}
    assert read("reserve_item", "vor für eine kaffeemühle bis 120") == {
        "item": "kaffeemühle", "qty": 1, "max_price": 120,
    }  # fmt: skip
    chairs = read(
        "reserve_item", "4 chaises de jardin, pas plus de 35 pièce, avant noël", "chaises de jardin"
    )
    assert chairs == {"item": "chaises de jardin", "qty": 4, "max_price": 35, "latest_date": "2026-12-24"}


def test_what_replaces_and_what_is_replaced() -> None:
    veal = {"component": "kalb", "substitute": "pute"}
    assert read("reject_substitute", "Pute anstelle von Kalb kommt nicht in Frage.", "Pute", "Kalb") == veal
    oak = {"component": "chêne", "substitute": "sapin"}
    assert read("reject_substitute", "le sapin tiendra pas, chêne ou rien", "sapin", "chêne") == oak
    spelt = {"component": "weizenmehl", "substitute": "dinkelmehl"}
    assert read("accept_substitute", "dinkelmehl für weizenmehl passt", "dinkelmehl", "weizenmehl") == spelt


def test_only_some_is_not_all_and_none_is_not_only() -> None:
    assert read("keep_components", "sandpaper is all i need", "sandpaper")["only"] == "true"
    assert "all" not in read("keep_components", "sandpaper is all i need", "sandpaper")
    assert read("drop_components", "bloß keine oliven", "oliven") == {"components": ["oliven"]}
    assert read("drop_components", "hammer und säge brauchts nicht", "säge")["components"] == [
        "hammer",
        "säge",
    ]
