"""Lines of lists are read into amount, name and the rest, in three languages, whatever the text is."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.methods.lines import Doubt, Kind, read_line, read_lines

CASES: list[dict[str, Any]] = [
    json.loads(row) for row in (Path(__file__).parent / "lines.jsonl").read_text().splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_line_is_read_as_written(case: dict[str, Any]) -> None:
    kind = Kind.MATERIAL if case["domain"] == "diy" else Kind.INGREDIENT
    line = read_line(case["text"], language=case["lang"], kind=kind)
    amount = line.amount
    assert line.name == case["name"]
    assert line.size == case["size"]
    assert line.optional is case["optional"]
    assert list(line.alternatives) == case.get("alternatives", [])
    if case["qty"] is None:
        assert amount is None
        return
    assert amount is not None
    assert amount.unit == case["unit"]
    assert amount.qty == pytest.approx(Decimal(str(case["qty"])), abs=Decimal("0.00001"))
    assert amount.qty_max == (None if case["qty_max"] is None else Decimal(str(case["qty_max"])))


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Salt and pepper, to taste", "en", ["Salt", "pepper"]),
        ("Kosher salt and freshly ground black pepper", "en", ["Kosher salt", "black pepper"]),
        ("Salz, Pfeffer aus der Mühle", "de", ["Salz", "Pfeffer"]),
        ("sel et poivre", "fr", ["sel", "poivre"]),
        ("Hammer and nails", "en", ["Hammer", "nails"]),
        ("2 cups macaroni and cheese", "en", ["macaroni and cheese"]),
        ("1 tsp salt and pepper mix", "en", ["salt and pepper mix"]),
        ("Sal, pimienta y nuez moscada", "es", ["Sal", "pimienta", "nuez moscada"]),
        ("Sale e pepe q.b.", "it", ["Sale", "pepe"]),
        ("塩・こしょう 各少々", "ja", ["塩", "こしょう"]),
    ],
)
def test_customary_pairs_are_two_components(text: str, language: str, names: list[str]) -> None:
    assert [line.name for line in read_lines(text, language=language)] == names


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("wood screws 4 x 40, box of 100", "en", "1 box wood screws 4 x 40 100"),
        ("drywall screws, 1 lb box", "en", "1 box drywall screws 1 lb"),
        ("2 x 6-packs crumpets", "en", "2 packet crumpets 6"),
        ("tomatoes 2 x 400 g tins", "en", "2 can tomatoes 400 g"),
        ("paint, 2 x 5 litres", "en", "10 l paint"),
        ("6no. hex bolts", "en", "6 piece hex bolts"),
        ('1/4" plywood (cut)', "en", 'None plywood 1/4"'),
        ("Schrauben 4x40, 200er Pack", "de", "1 packet Schrauben 4x40 200"),
        ("1 400-g-Dose Tomaten", "de", "1 can Tomaten 400 g"),
        ("1 boîte de vis (100 pièces)", "fr", "1 box vis"),
        ("20 chevilles Ø 8", "fr", "20 piece chevilles Ø 8"),
        ("2 6er-Packs Bier", "de", "2 packet Bier 6"),
        ("2 6er-Packs 1,5 l Wasser", "de", "18 l Wasser"),
        ("24-pack 12 oz cans cola", "en", "24 can cola 12 oz"),
        ("1 pack of 120 grit sandpaper", "en", "1 packet 120 grit sandpaper"),
        ("1 box of 60 watt bulbs", "en", "1 box 60 watt bulbs"),
    ],
)
def test_packs_are_amounts_and_what_one_holds_is_the_size(text: str, language: str, told: str) -> None:
    line = read_line(text, language=language, kind=Kind.MATERIAL)
    amount = f"{line.amount.qty.normalize():f} {line.amount.unit}" if line.amount else None
    assert f"{amount} {line.name} {line.size or ''}".strip() == told


@pytest.mark.parametrize(
    ("text", "language", "components"),
    [
        ("2 eggs plus 1 yolk", "en", ["2 piece eggs", "1 piece yolk"]),
        ("2 Eier und ein Eigelb", "de", ["2 piece Eier", "1 piece Eigelb"]),
        ("1 l de lait + 20 cl de crème", "fr", ["1 l lait", "20 cl crème"]),
        ("1 carota, 1 cipolla", "it", ["1 piece carota", "1 piece cipolla"]),
        ("Pinch each of cloves and nutmeg", "en", ["1 pinch cloves", "1 pinch nutmeg"]),
        ("1 Ei (M) und 1 Eigelb", "de", ["1 piece Ei", "1 piece Eigelb"]),
        ("200 g + 50 g Zucker", "de", ["250 g Zucker"]),
        ("40 g de beurre + 20 g pour le plat", "fr", ["60 g beurre"]),
        ("1 tsp each: salt, pepper, paprika", "en", ["1 tsp salt", "1 tsp pepper", "1 tsp paprika"]),
        ("je 1 TL Kümmel und Koriander", "de", ["1 tsp Kümmel", "1 tsp Koriander"]),
        ("酒・しょうゆ 各大1", "ja", ["1 tbsp 酒", "1 tbsp しょうゆ"]),
        ("3 eggs, beaten + 1 for glazing", "en", ["4 piece eggs"]),
        ("olio, sale e pepe", "it", ["None olio", "None sale", "None pepe"]),
        ("醤油・みりん 各大さじ1", "ja", ["1 tbsp 醤油", "1 tbsp みりん"]),
        ("1 cup plus 2 tbsp flour", "en", ["1.125 cup flour"]),
        ("1/4 cup oil, plus 1 tbsp for frying", "en", ["0.3125 cup oil"]),
        ("1 onion, 2 cm slices", "en", ["1 piece onion"]),
        ("3 m Kabel NYM-J 3x1,5 mm²", "de", ["3 m Kabel NYM-J"]),
        ("sandpaper, 120 grit", "en", ["None sandpaper"]),
    ],
)
def test_what_a_line_joins_is_taken_apart_only_where_each_has_its_amount(
    text: str, language: str, components: list[str]
) -> None:
    kind = Kind.MATERIAL if text.startswith(("3 m", "sandpaper")) else Kind.INGREDIENT
    lines = read_lines(text, language=language, kind=kind)
    told = [
        f"{float(line.amount.qty):g} {line.amount.unit} {line.name}" if line.amount else f"None {line.name}"
        for line in lines
    ]
    assert told == components
    assert {line.text for line in lines} == {text}


@pytest.mark.parametrize(
    ("text", "language", "components"),
    [
        (
            "6 x M8 coach bolts with washers and nuts",
            "en",
            ["6 piece coach bolts", "None washers", "None nuts"],
        ),
        ("8 Schlossschrauben M8 x 80 mit Muttern", "de", ["8 piece Schlossschrauben", "None Muttern"]),
        ("4 Scharniere mit Schrauben", "de", ["4 piece Scharniere mit Schrauben"]),
        ("12mm MDF, 600 x 900 mm, 2 off", "en", ["2 piece MDF"]),
        ("2.5 mm² twin and earth cable", "en", ["None twin and earth cable"]),
        ("1 tablero de pino de 120 x 60 cm", "es", ["1 sheet tablero de pino"]),
        ("1 panneau de pin", "fr", ["1 sheet panneau de pin"]),
        ("1 tablero de contrachapado", "es", ["1 sheet contrachapado"]),
    ],
)
def test_materials_are_named_as_they_are_sold(text: str, language: str, components: list[str]) -> None:
    lines = read_lines(text, language=language, kind=Kind.MATERIAL)
    told = [
        f"{float(line.amount.qty):g} {line.amount.unit} {line.name}" if line.amount else f"None {line.name}"
        for line in lines
    ]
    assert told == components


@pytest.mark.parametrize(
    ("text", "language", "kind", "told"),
    [
        ("1 Becher (200 g) saure Sahne", "de", Kind.INGREDIENT, "1 tub saure Sahne, 200 g"),
        ("2 Dosen (à 400 g) Kidneybohnen", "de", Kind.INGREDIENT, "2 can Kidneybohnen, 400 g"),
        ("4 słoiczki po 200 ml", "pl", Kind.MATERIAL, "4 piece słoiczki, 200 ml"),
        ("木綿豆腐 1丁(300g)", "ja", Kind.INGREDIENT, "1 block 木綿豆腐, 300g"),
        ("培養土 14L 1袋", "ja", Kind.MATERIAL, "1 bag 培養土, 14L"),
        ("牛乳 1カップ(200ml)", "ja", Kind.INGREDIENT, "1 cup 牛乳, None"),
        ("8 x 2x4 studs, 8 ft", "en", Kind.MATERIAL, "8 piece studs, 2x4 8 ft"),
        ("18 x 13-inch baking sheet", "en", Kind.TOOL, "None baking sheet, 18 x 13-inch"),
        ("900 g loaf tin", "en", Kind.TOOL, "None loaf tin, 900 g"),
        ("2 l Topf", "de", Kind.TOOL, "None Topf, 2 l"),
        ("1 cubic yard of garden soil", "en", Kind.MATERIAL, "765 l garden soil, None"),
        ("0,5 m³ Erde", "de", Kind.MATERIAL, "500 l Erde, None"),
        ("150 grs de farine", "fr", Kind.INGREDIENT, "150 g farine, None"),
        ("un foglio di carta vetrata", "it", Kind.MATERIAL, "1 sheet carta vetrata, None"),
        ("330 ohm resistor", "en", Kind.MATERIAL, "None 330 ohm resistor, None"),
        ("2 x 10k resistors", "en", Kind.MATERIAL, "2 piece 10k resistors, None"),
        ("1 - 2x4 @ 8 feet", "en", Kind.MATERIAL, "1 piece 2x4, 8 feet"),
        ("2 - 4x4 posts, 10 ft", "en", Kind.MATERIAL, "2 piece posts, 4x4 10 ft"),
        ("14/2 wire, 25 ft", "en", Kind.MATERIAL, "25 foot 14/2 wire, None"),
        ("1 cup fat free milk", "en", Kind.INGREDIENT, "1 cup fat free milk, None"),
        ('(8) 1/4" washers', "en", Kind.MATERIAL, '8 piece washers, 1/4"'),
        (
            "(4) 1/4-20 x 2-inch carriage bolts",
            "en",
            Kind.MATERIAL,
            "4 piece carriage bolts, 1/4-20 x 2-inch",
        ),
        ("Zahnkelle (10 mm)", "de", Kind.TOOL, "None Zahnkelle, 10 mm"),
        ("2 pots en verre de 20 cl", "fr", Kind.MATERIAL, "2 piece pots en verre, 20 cl"),
        ("4 8 oz glass jars", "en", Kind.MATERIAL, "4 piece glass jars, 8 oz"),
        ("250 ml Farbe für Holz", "de", Kind.MATERIAL, "250 ml Farbe für Holz, None"),
        ("wkręty do drewna 4 x 40 mm – 30 szt.", "pl", Kind.MATERIAL, "30 piece wkręty do drewna, 4 x 40 mm"),
    ],
)
def test_what_tells_one_such_thing_from_another_is_its_size(
    text: str, language: str, kind: Kind, told: str
) -> None:
    line = read_line(text, language=language, kind=kind)
    amount = f"{float(line.amount.qty):g} {line.amount.unit}" if line.amount else "None"
    assert f"{amount} {line.name}, {line.size}" == told


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("eventueel een nieuwe binnenband", "nl", "nieuwe binnenband"),
        ("éventuellement une chambre à air neuve", "fr", "chambre à air neuve"),
        ("evtl. ein neuer Schlauch", "de", "neuer Schlauch"),
    ],
)
def test_a_word_that_leaves_the_choice_stands_in_front_of_the_amount(
    text: str, language: str, name: str
) -> None:
    line = read_line(text, language=language, kind=Kind.MATERIAL)
    assert (line.optional, line.name, line.amount and line.amount.qty) == (True, name, 1)


@pytest.mark.parametrize(
    ("text", "kind", "doubt"),
    [
        ("200 g flour", Kind.INGREDIENT, None),
        ("Salt to taste", Kind.INGREDIENT, None),
        ("Olive oil", Kind.INGREDIENT, Doubt.NO_AMOUNT),
        ("Drill", Kind.TOOL, None),
        ("2 scoops of protein powder", Kind.INGREDIENT, Doubt.UNKNOWN_UNIT),
        ("For the dough:", Kind.INGREDIENT, Doubt.UNSURE_NAME),
        ("/", Kind.INGREDIENT, Doubt.UNSURE_NAME),
        ("", Kind.INGREDIENT, Doubt.UNSURE_NAME),
        ("1", Kind.INGREDIENT, Doubt.UNSURE_NAME),
    ],
)
def test_what_is_unsure_is_marked(text: str, kind: Kind, doubt: Doubt | None) -> None:
    assert read_line(text, kind=kind).doubt is doubt


def test_a_long_line_is_cut_and_still_read() -> None:
    line = read_line("2 cups flour " + "very " * 20_000)
    assert line.amount is not None
    assert line.amount.qty == 2
    assert len(line.text) <= 2000


@given(
    st.text(max_size=300)
    | st.text(alphabet="0123456789/.,-x()[] gcm½\"'", max_size=120)
    | st.text(alphabet="0123456789/.〜と大小さじカップ個本枚分各半ひとつまみ玉ねぎ・、()（） ", max_size=60),
    st.sampled_from(["en", "de", "fr", "es", "it", "ja", ""]),
    st.sampled_from(Kind),
)
def test_no_text_makes_the_reader_raise_and_every_line_has_a_name(
    text: str, language: str, kind: Kind
) -> None:
    for line in read_lines(text, language=language, kind=kind):
        assert line.name
        assert line.amount is None or line.amount.qty > 0


@given(
    st.integers(1, 999),
    st.sampled_from(["g", "ml", "cups", "tbsp", "lb"]),
    st.sampled_from(["flour", "rice", "milk"]),
)
def test_a_plain_line_is_read_back_exactly(count: int, unit: str, name: str) -> None:
    line = read_line(f"{count} {unit} {name}")
    assert line.amount is not None
    assert (line.amount.qty, line.name, line.doubt) == (Decimal(count), name, None)
