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
        if slot.name in ("components", "numbers", "items", "image_words"):
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
    ],
)
def test_slips_in_names_are_mended_and_other_words_left(typed: str, language: str, meant: str) -> None:
    assert spelled(typed, language) == meant


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
        ("give_address", "leave it with the neighbour please", {"note": "leave it with the neighbour"}),
    ],
)
def test_simple_sentences(intent: str, text: str, expected: dict[str, Any]) -> None:
    found = read(intent, text)
    assert {name: value for name, value in found.items() if name != "help_page"} == expected


def test_a_correction_knows_what_was_meant_and_what_was_not() -> None:
    meant = {"to": "garlic", "from": "leek", "field": "component"}
    assert read("correction", "not leek, garlic", "leek", "garlic") == meant
    assert read("correction", "garlic not leek", "leek", "garlic") == meant
    assert read("correction", "14 personen, nicht 4")["field"] == "servings"
