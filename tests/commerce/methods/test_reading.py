"""Pages and pasted texts give the components that their authors listed, or a reason why there are none."""

import json
import time
from contextlib import suppress
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.methods.components import ComponentLine, Doubt, Kind
from commerce.methods.reading import (
    MOST_BYTES,
    MethodReading,
    NotAMethod,
    WhyNot,
    read_page,
    read_text,
)
from commerce.methods.tools import is_tool

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
NOT_READ_WHOLE = {"howto_en_window_box_prose", "howto_it_lampada_prosa"}
"""Prose that names some things without an amount, or tells what its author did in the past."""
APART = sorted(
    page
    for name in ("workshop", "kitchens", "howtos")
    for page in (Path(__file__).parent / name).glob("*.html")
    if page.stem not in NOT_READ_WHOLE
)
URL = "https://kitchen.example/page"


def _components(reading: MethodReading) -> list[dict[str, Any]]:
    return [
        {
            "text": line.text,
            "name": line.name,
            "qty": None if line.amount is None else f"{line.amount.qty.normalize():f}",
            "unit": None if line.amount is None else str(line.amount.unit),
            "kind": str(line.kind),
        }
        for line in reading.lines
    ]


def _described(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in ("name", "qty", "unit")}


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_page_gives_what_its_pair_says(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text())
    if expected["refuse"]:
        with pytest.raises(NotAMethod) as refused:
            read_page(page.read_bytes(), url=URL, content_type="text/html")
        assert refused.value.reason == expected["refuse"]
        return
    reading = read_page(page.read_bytes(), url=URL, content_type="text/html")
    found = _components(reading)
    if reading.language not in {"en", "de"}:  # what lines of other languages mean is measured, not asserted
        found = [
            {**row, **_described(wanted)} for row, wanted in zip(found, expected["components"], strict=True)
        ]
    assert found == expected["components"]
    assert reading.title == expected["title"]
    assert reading.language == expected["lang"]
    assert reading.reader == expected["reader"]
    assert reading.servings == (None if expected["servings"] is None else Decimal(expected["servings"]))
    assert reading.servings_unit == expected.get("servings_unit")


@pytest.mark.parametrize("page", APART, ids=[page.stem for page in APART])
def test_page_written_before_it_was_read_gives_the_lines_its_author_listed(page: Path) -> None:
    """What each line means is measured, not asserted: these pages were written before they were read."""
    expected = json.loads(page.with_suffix(".json").read_text())
    if expected["refuse"]:
        with pytest.raises(NotAMethod):
            read_page(page.read_bytes(), url=URL, content_type="text/html")
        return
    reading = read_page(page.read_bytes(), url=URL, content_type="text/html")
    told, meant = ([line.text for line in reading.lines], [row["text"] for row in expected["components"]])
    assert [text for text, _ in groupby(told)] == [text for text, _ in groupby(meant)]
    assert (reading.title, reading.language) == (expected["title"], expected["lang"])


def test_a_line_of_two_components_and_a_line_told_twice_are_told_apart() -> None:
    reading = read_text("Ingredients:\n2 cloves garlic, minced + 1 clove garlic, sliced\n1 egg\n1 egg")
    assert len(reading.origins) == len(reading.lines)
    assert [reading.origins.count(place) for place in range(3)] == [2, 1, 1]


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([12.5, 0.25, 0.5, 0.5, 75, 0.25], ["50", "1", "2", "2", "300", "1"]),
        ([0.25, 0.5, 0.5, 0.25, 1, 2], ["0.25", "0.5", "0.5", "0.25", "1", "2"]),
        ([12.5, 1, 2, 100, 3, 4], ["12.5", "1", "2", "100", "3", "4"]),
        ([7.5, 0.5, 2.5, 0.5, 1, 0.25], ["7.5", "0.5", "2.5", "0.5", "1", "0.25"]),
    ],
    ids=["of one serving", "small measures", "for all", "for all, in decilitres"],
)
def test_amounts_that_a_script_keeps_for_one_serving_are_told_for_all(
    amounts: list[float], told: list[str]
) -> None:
    things = [{"amount": amount, "unit": "g", "name": f"thing {n}"} for n, amount in enumerate(amounts)]
    state = json.dumps({"recipe": {"serving_size": 4, "ingredients": things}})
    page = f'<html lang="en"><body><h1>Pie</h1><script>window.state = {state};</script></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert [line.text for line in reading.lines] == [f"{one} g thing {n}" for n, one in enumerate(told)]


def test_a_known_site_is_read_by_its_own_reader_and_an_unknown_one_is_not() -> None:
    body = (Path(__file__).parent / "pages" / "jsonld_graph_soup.html").read_bytes()
    known = read_page(body, url="https://www.allrecipes.com/recipe/1/", content_type="text/html")
    assert (known.reader, known.servings, len(known.lines)) == ("site", Decimal(4), 7)
    asked_wild = read_page(
        body, url="https://www.allrecipes.com/recipe/1/", content_type="text/html", known_sites=False
    )
    assert asked_wild.reader == "json-ld"


def test_a_known_site_that_changed_its_pages_is_read_as_any_other() -> None:
    body = b"<h1>Rice</h1><h2>Ingredients</h2><ul><li>1 cup rice</li><li>2 cups water</li></ul>"
    reading = read_page(body, url="https://www.allrecipes.com/recipe/1/", content_type="text/html")
    assert (reading.reader, len(reading.lines)) == ("headings", 2)


def test_a_page_keeps_its_locale_for_the_size_of_its_cups() -> None:
    body = (Path(__file__).parent / "pages" / "jsonld_graph_soup.html").read_bytes()
    assert read_page(body, url=URL, content_type=None).locale == "en-GB"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", WhyNot.EMPTY),
        (b"  \n ", WhyNot.EMPTY),
        (b"\x00\x01\x02<html>", WhyNot.NOT_TEXT),
        (b"<p>" * (MOST_BYTES // 2), WhyNot.TOO_LARGE),
        (b"<html><body>hello", WhyNot.NO_COMPONENTS),
        (b"<b>" * 200_000, WhyNot.TOO_LARGE),
    ],
)
def test_what_is_no_method_is_refused_with_the_reason(body: bytes, reason: WhyNot) -> None:
    with pytest.raises(NotAMethod) as refused:
        read_page(body, url=URL, content_type="text/html")
    assert refused.value.reason is reason


MOST_SECONDS = 20
"""Of CPU time, on a slow machine: what is not bounded takes minutes."""
HOSTILE = {
    "deep divs": b"<div>" * 140_000,
    "deep and closed": b"<div>" * 70_000 + b"</div>" * 70_000,
    "deep enough": b"<div>" * 250 + b"<span>x</span>" * 50_000,
    "open formats": b"".join(b"<b id=%d>" % i for i in range(400)) + b"<p>x" * 100_000,
    "some open formats": b"".join(b"<b id=%d>" % i for i in range(40)) + b"<p>x" * 40_000,
    "many small scripts": b"<script>" * 50_000,
    "deep lists": b"<h2>Ingredients</h2>" + b"<ul><li>1 egg" * 40_000,
    "many headings": b"<h2>Ingredients</h2>" * 60_000,
    "headings and lists": b"<h2>Ingredients</h2><ul><li>1 egg</li></ul>" * 20_000,
    "many scripts": b'<script type="application/ld+json">{"@type":"Recipe"}</script>' * 20_000,
    "deep json": b'<script type="application/ld+json">' + b"[" * 900_000 + b"</script>",
    "wide json": b'<script type="application/ld+json">[' + b'{"@type":"Thing"},' * 100_000 + b"{}]</script>",
    "long word": b"<h2>Ingredients</h2><ul><li>" + b"1" * 1_000_000 + b"</li><li>" + b"a" * 1_000_000,
    "many breaks": b"<h2>Zutaten</h2><p>" + b"1 Ei<br>" * 100_000,
    "wide blanks": (b"<p>a" + b" " * 20_000 + b"b</p>") * 100,
    "open comment": b"<!--" * 100_000 + b"<h2>Ingredients</h2>",
    "wide table": b"<h2>Ingredients</h2><table>" + b"<tr><td>1<td>egg" * 40_000,
    "boxes that take turns": b"<h2>Ingredients</h2>"
    + b"<div class=a>egg</div><div class=b>one</div>" * 4_000,
    "rows in microdata": b'<div itemprop="recipeIngredient">' + b"<p>1 g %s" % (b"flour " * 20) * 6_000,
    "huge numbers": b'<script type="application/ld+json">{"@type":"Recipe","recipeYield":1e999,'
    b'"recipeIngredient":[{"name":"egg","amount":1%s}]}</script><script>'
    % (b"0" * 400)
    + b'var a={"serves":4,"ingredients":[{"amount":-1%s},{"amount":NaN}]}</script>' % (b"0" * 400),
    "deep ingredients": b'<script type="application/ld+json">{"@type":"Recipe","recipeIngredient":'
    + b"[" * 900
    + b"]" * 900
    + b',"recipeYield":'
    + b'{"name":' * 900
    + b"1"
    + b"}" * 901
    + b"</script>",
    "angle brackets in json": b'<script type="application/ld+json">{"@type":"Recipe","recipeIngredient":["'
    + b"<" * 140_000
    + b'"]}</script>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_or_refused_and_bounded(name: str) -> None:
    began = time.process_time()
    lines: tuple[ComponentLine, ...] = ()
    with suppress(NotAMethod):
        lines = read_page(HOSTILE[name], url=URL, content_type="text/html").lines
    assert time.process_time() - began < MOST_SECONDS
    assert len(lines) <= 400
    assert all(len(line.text) <= 2000 for line in lines)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=400).map(str.encode),
    st.sampled_from([None, "text/html; charset=x"]),
)
def test_no_bytes_make_the_reader_raise_anything_else(body: bytes, content_type: str | None) -> None:
    try:
        reading = read_page(b"<h2>Ingredients</h2><ul><li>" + body, url=URL, content_type=content_type)
    except NotAMethod:
        return
    assert reading.lines


@pytest.mark.parametrize(
    ("text", "title", "servings", "language", "names"),
    [
        (
            "Grandma's tomato soup\nServes 4\n\nIngredients:\n- 1 kg tomatoes\n- 2 onions, chopped\n"
            "- salt and pepper\n\nMethod:\n1. Chop the onions.\n2. Boil everything for 20 minutes.",
            "Grandma's tomato soup", 4, "en", ["tomatoes", "onions", "salt", "pepper"],
        ),
        (
            "Pfannkuchen für 4 Personen\n250 g Mehl\n3 Eier\n500 ml Milch\n1 Prise Salz\n"
            "Alles verrühren und backen.",
            "Pfannkuchen für 4 Personen", 4, "de", ["Mehl", "Eier", "Milch", "Salz"],
        ),
        (
            "Crêpes\nIngrédients\n250 g de farine\n4 oeufs\n1/2 l de lait\nPréparation\nMélanger.",
            "Crêpes", None, "fr", ["farine", "oeufs", "lait"],
        ),
        (
            "Build a shelf\nWhat you need: 6 m of 38x89 timber; 20 wood screws 4x40 mm; wood glue\n"
            "Tools: drill, saw",
            "Build a shelf", None, "en", ["timber", "wood screws", "wood glue", "drill", "saw"],
        ),
        (
            "From my aunt:\nChili con carne (serves 6)\nYou'll need: 2 onions, 1 kg minced beef and salt\n\n"
            "Brown the beef, add the rest. Love, Peg",
            "Chili con carne (serves 6)", 6, "en", ["onions", "beef", "salt"],
        ),
        (
            "[20.11.26, 14:03] Oma: Hier das Rezept für dich\nKäsekuchen\n1 kg Magerquark\n4 Eier",
            "Käsekuchen", None, "de", ["Magerquark", "Eier"],
        ),
        (
            "Für das Hochbeet brauchen wir: 8 Bretter, 40 Schrauben, Teichfolie 5 m, Akkuschrauber und Säge",
            "", None, "de", ["Bretter", "Schrauben", "Teichfolie", "Akkuschrauber", "Säge"],
        ),
        (
            "Tu peux prendre pour ce soir ?\n- 6 œufs\n- 200 g de lardons\n- du pain\n- du beurre\nmerci",
            "Tu peux prendre pour ce soir ?", None, "fr", ["œufs", "lardons", "pain", "beurre"],
        ),
        (
            "500g flour, 300 ml water, tomatoes, mozzarella x2, basil", "", None, "en",
            ["flour", "water", "tomatoes", "mozzarella", "basil"],
        ),
        ("2 onions, chopped, 1 kg beef, in pieces", "", None, "en", ["onions", "beef"]),
        ("200g flour, 2 eggs, 300 ml milk", "", None, "en", ["flour", "eggs", "milk"]),
        ("• 3 onions\n• 2 carrots\n• 1 l milk", "", None, "en", ["onions", "carrots", "milk"]),
    ],
)  # fmt: skip
def test_pasted_text_is_read(
    text: str, title: str, servings: int | None, language: str, names: list[str]
) -> None:
    reading = read_text(text)
    assert [line.name for line in reading.lines] == names
    assert (reading.title, reading.servings, reading.language) == (title, servings, language)
    assert reading.reader == "pasted"


@pytest.mark.parametrize(
    "text", ["hello, how are you?", "1. Go home\n2. Sleep\n3. Eat", "where is my order", "👍" * 4096]
)
def test_talk_is_no_method(text: str) -> None:
    with pytest.raises(NotAMethod) as refused:
        read_text(text)
    assert refused.value.reason is WhyNot.NO_COMPONENTS


def test_an_empty_text_is_empty() -> None:
    with pytest.raises(NotAMethod) as refused:
        read_text(" \n ")
    assert refused.value.reason is WhyNot.EMPTY


@given(st.text(max_size=500))
def test_no_text_makes_the_reader_raise_anything_else(text: str) -> None:
    try:
        reading = read_text(text)
    except NotAMethod:
        return
    assert reading.lines


@pytest.mark.parametrize(
    ("name", "language", "tool"),
    [
        ("paint brush", "en", True),
        ("brush paint", "en", False),
        ("Cordless drill", "en", True),
        ("drill bits", "en", True),
        ("wood screws", "en", False),
        ("Akkuschrauber", "de", True),
        ("scie sauteuse", "fr", True),
        ("vis à bois", "fr", False),
        ("Stoffschere", "de", True),
        ("Pinsel für Lack", "de", True),
        ("Lack für Pinsel", "de", False),
        ("sewing machine with a walking foot", "en", True),
        ("tijeras de modista", "es", True),
        ("pegamento para tijeras", "es", False),
        ("metro a nastro", "it", True),
        ("decoupeerzaag", "nl", True),
        ("wiertarka udarowa", "pl", True),
        ("電動ドライバー", "ja", True),
        ("木ねじ", "ja", False),
    ],
)
def test_the_head_of_a_name_tells_a_tool(name: str, language: str, tool: bool) -> None:
    assert is_tool(name, language) is tool


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Plankje\nBenodigdheden:\n2 planken\n10 schroeven\n1 blik verf", "nl", Kind.MATERIAL),
        ("Soep\nBenodigdheden:\n2 uien\n10 wortels\n1 blik tomaten", "nl", Kind.INGREDIENT),
        ("棚\n材料\n板 2枚\nネジ 10本\nペンキ 1缶", "ja", Kind.MATERIAL),
    ],
)
def test_one_word_for_what_is_needed_heads_materials_where_one_builds_with_them(
    text: str, language: str, kind: Kind
) -> None:
    assert {line.kind for line in read_text(text, language=language).lines} == {kind}


def test_tools_need_no_amount_and_components_without_one_are_doubted() -> None:
    reading = read_text("Shelf\nWhat you need:\n- wood glue\n- hammer\n- 4 nails")
    assert [(line.kind, line.doubt) for line in reading.lines] == [
        (Kind.MATERIAL, Doubt.NO_AMOUNT),
        (Kind.TOOL, None),
        (Kind.MATERIAL, None),
    ]


def test_what_a_running_text_names_is_doubtful() -> None:
    text = "Whisk 200 g flour with 300 ml milk and 2 eggs, then fry in 20 g butter."
    reading = read_text(text)
    assert [line.name for line in reading.lines] == ["flour", "milk", "eggs", "butter"]
    assert {line.doubt for line in reading.lines} == {Doubt.FROM_PROSE}
