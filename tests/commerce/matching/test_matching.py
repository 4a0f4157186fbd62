"""The right item comes first, and what only sounds alike is never offered as sure."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.matching.matching import Candidate, Match, Matcher
from commerce.methods.components import Kind
from commerce.units import Amount, Unit

ITEMS = """
Free-range eggs, size M, pack of 10 | eggs, Eier, œufs | food
Egg noodles, 250 g | noodles | food
Eggplant | aubergine | food
Butter, unsalted, 250 g | Butter, beurre | food
Peanut butter, crunchy, 350 g | | food
Whole milk 3.5 %, 1 l | milk, Milch, lait | food
Coconut milk, tin, 400 ml | | food
Chopped tomatoes, tinned, 400 g | canned tomatoes, gehackte Tomaten | food
Vine tomatoes, 1 kg | tomatoes, Tomaten | food
Tomato purée, tube, 200 g | tomato paste | food
Lemons, net of 4 | lemon, Zitronen | food
Lemon juice, 200 ml | | food
Ground black pepper, 45 g | pepper, black pepper, Pfeffer, poivre | food
Red peppers, pack of 2 | bell peppers, rote Paprika | food
Chocolate chips, dark, 100 g | | food
Dark chocolate 70 %, 100 g | cooking chocolate | food
Plain wheat flour Type 405, 1 kg | all-purpose flour, plain flour, Mehl, farine | food
Brown cane sugar, 500 g | brown sugar | food
White granulated sugar, 1 kg | sugar, Zucker, sucre | food
Extra virgin olive oil, 500 ml | olive oil, Olivenöl, huile d'olive | food
Exterior wood oil, natural, 750 ml | wood oil | hardware
White interior paint, matt, 2.5 l | wall paint, white paint, Wandfarbe | hardware
Flat paint brush 50 mm | paint brush, brush, Pinsel | hardware
Paint tray with grid | | hardware
Countersunk wood screws 4 x 40 mm, box of 100 | wood screws, screws, Holzschrauben | hardware
Countersunk wood screws 5 x 60 mm, box of 50 | wood screws, screws, Holzschrauben | hardware
Spirit level 60 cm | level, Wasserwaage | hardware
White spirit, 1 l | | chemical
Construction timber 38 x 89 mm, planed spruce, 2.4 m | timber, 2x4 lumber, Kantholz | hardware
Baking paper, 20 sheets | parchment paper | household
Cotton canvas, natural, 140 cm wide, per metre | canvas | fabric
Canvas tote bag, natural | tote bag | fashion
""".strip().splitlines()


def _candidate(number: int, row: str) -> Candidate:
    title, others, category = (part.strip() for part in row.split("|"))
    names = tuple(name.strip() for name in others.split(",") if name.strip())
    return Candidate(UUID(int=number), title, names, category, "", Amount(Decimal(1), Unit.PIECE))


CANDIDATES = [_candidate(number, row) for number, row in enumerate(ITEMS)]
TITLES = {candidate.item_id: candidate.title for candidate in CANDIDATES}
MATCHER = Matcher(CANDIDATES)


def titles(matches: list[Match]) -> list[str]:
    return [TITLES[match.item_id] for match in matches]


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("eggs", Kind.INGREDIENT, "Free-range eggs"),
        ("egg", Kind.INGREDIENT, "Free-range eggs"),
        ("egg noodles", Kind.INGREDIENT, "Egg noodles"),
        ("large free-range eggs", Kind.INGREDIENT, "Free-range eggs"),
        ("unsalted butter", Kind.INGREDIENT, "Butter"),
        ("milk", Kind.INGREDIENT, "Whole milk"),
        ("coconut milk", Kind.INGREDIENT, "Coconut milk"),
        ("ripe tomatoes", Kind.INGREDIENT, "Vine tomatoes"),
        ("chopped tomatoes", Kind.INGREDIENT, "Chopped tomatoes"),
        ("tomatos", Kind.INGREDIENT, "Vine tomatoes"),
        ("freshly ground pepper", Kind.INGREDIENT, "Ground black pepper"),
        ("pepper", Kind.INGREDIENT, "Ground black pepper"),
        ("red peppers", Kind.INGREDIENT, "Red peppers"),
        ("fresh lemon juice", Kind.INGREDIENT, "Lemon juice"),
        ("lemon", Kind.INGREDIENT, "Lemons"),
        ("sugar", Kind.INGREDIENT, "White granulated sugar"),
        ("Mehl", Kind.INGREDIENT, "Plain wheat flour"),
        ("farine de blé", Kind.INGREDIENT, "Plain wheat flour"),
        ("huile d’olive", Kind.INGREDIENT, "Extra virgin olive oil"),
        ("eggplants", Kind.INGREDIENT, "Eggplant"),
        ("baking paper", Kind.INGREDIENT, "Baking paper"),
        ("paint", Kind.MATERIAL, "White interior paint"),
        ("paint brush", Kind.TOOL, "Flat paint brush"),
        ("Pinsel", Kind.TOOL, "Flat paint brush"),
        ("paint tray", Kind.TOOL, "Paint tray"),
        ("timber", Kind.MATERIAL, "Construction timber"),
        ("2x4 lumber", Kind.MATERIAL, "Construction timber"),
        ("spirit level", Kind.TOOL, "Spirit level"),
        ("cotton canvas", Kind.MATERIAL, "Cotton canvas"),
    ],
)
def test_the_right_item_comes_first_and_sure(name: str, kind: Kind, title: str) -> None:
    matches = MATCHER.best(name, kind=kind)
    assert titles(matches)[0].startswith(title)
    assert matches[0].sure


@pytest.mark.parametrize(
    ("name", "kind", "never"),
    [
        ("eggs", Kind.INGREDIENT, ["Egg noodles", "Eggplant"]),
        ("paint", Kind.MATERIAL, ["Flat paint brush", "Paint tray"]),
        ("paint brush", Kind.TOOL, ["White interior paint"]),
        ("paint tray", Kind.TOOL, ["White interior paint"]),
        ("butter", Kind.INGREDIENT, ["Peanut butter"]),
        ("milk", Kind.INGREDIENT, ["Coconut milk"]),
        ("almond milk", Kind.INGREDIENT, ["Whole milk", "Coconut milk"]),
        ("tomatoes", Kind.INGREDIENT, ["Chopped tomatoes", "Tomato purée"]),
        ("lemons", Kind.INGREDIENT, ["Lemon juice"]),
        ("lime juice", Kind.INGREDIENT, ["Lemon juice"]),
        ("pepper", Kind.INGREDIENT, ["Red peppers"]),
        ("red pepper", Kind.INGREDIENT, ["Ground black pepper"]),
        ("brown sugar", Kind.INGREDIENT, ["White granulated sugar"]),
        ("sugar", Kind.INGREDIENT, ["Brown cane sugar"]),
        ("oil", Kind.INGREDIENT, ["Exterior wood oil"]),
        ("chocolate", Kind.INGREDIENT, ["Chocolate chips"]),
        ("white spirit", Kind.MATERIAL, ["Spirit level"]),
        ("canvas", Kind.MATERIAL, ["Canvas tote bag"]),
        ("peanuts", Kind.INGREDIENT, ["Peanut butter"]),
        ("caviar", Kind.INGREDIENT, ["Free-range eggs"]),
    ],
)
def test_what_only_sounds_alike_is_never_sure(name: str, kind: Kind, never: list[str]) -> None:
    sure = titles([match for match in MATCHER.best(name, kind=kind, at_most=10) if match.sure])
    assert not [title for title in sure for bad in never if title.startswith(bad)]


def test_what_a_person_taught_comes_before_all() -> None:
    taught = Matcher(CANDIDATES, {"the white stuff": "sugar", "milk": "coconut milk"})
    assert titles(taught.best("the white stuff"))[0].startswith("White granulated sugar")
    assert titles(taught.best("milk"))[0].startswith("Coconut milk")
    assert taught.best("milk")[0].why == "alias"


def test_the_size_tells_which_of_several() -> None:
    assert "5 x 60" in titles(MATCHER.best("wood screws", kind=Kind.MATERIAL, size="5 x 60 mm"))[0]
    assert "4 x 40" in titles(MATCHER.best("wood screws", kind=Kind.MATERIAL, size="4x40"))[0]
    assert "5 x 60" in titles(MATCHER.best("wood screws 5 x 60 mm", kind=Kind.MATERIAL))[0]


def test_another_size_is_not_offered_as_sure() -> None:
    assert not any(match.sure for match in MATCHER.best("wood screws", kind=Kind.MATERIAL, size="5 x 80 mm"))
    assert MATCHER.best("timber", kind=Kind.MATERIAL, size="38 x 89 mm")[0].sure
    assert not MATCHER.best("timber", kind=Kind.MATERIAL, size="38 x 140 mm")[0].sure


def test_the_order_is_the_same_each_time_and_bounded() -> None:
    first = MATCHER.best("screws", at_most=2)
    assert first == MATCHER.best("screws", at_most=2)
    assert len(first) == 2
    assert MATCHER.best("") == []
    assert Matcher([]).best("eggs") == []


@given(st.text(max_size=80), st.sampled_from([None, *Kind]))
def test_any_text_gives_scores_within_bounds(name: str, kind: Kind | None) -> None:
    for match in MATCHER.best(name, kind=kind):
        assert 30 <= match.score <= 100
        assert match.sure is (match.score >= 80)


def shelf(*names: str) -> Matcher:
    pack = Amount(Decimal(1), Unit.PIECE)
    return Matcher([Candidate(UUID(int=place), name, (), "", "", pack) for place, name in enumerate(names)])


def test_a_unit_tells_what_is_meant_by_a_name() -> None:
    matcher = shelf("Vanilla extract", "Vanilla pods", "Cinnamon sticks")
    assert matcher.best("vanilla")[0].item_id.int == 0
    assert matcher.best("vanilla", unit=Unit.POD)[0].item_id.int == 1
    assert matcher.best("vanille", unit=Unit.POD, language="fr")[0].item_id.int == 1
    assert matcher.best("cinnamon", unit=Unit.STICK)[0].sure


@pytest.mark.parametrize(("name", "language"), [("tomatoes", "en"), ("Tomaten", "de"), ("tomates", "fr")])
def test_a_can_of_tomatoes_is_no_fresh_one(name: str, language: str) -> None:
    tinned, fresh = "Chopped tomatoes, tinned, 400 g", "Tomato, beefsteak, single"
    both = shelf(tinned, fresh)
    assert both.best(name, unit=Unit.CAN, language=language)[0].item_id.int == 0
    assert both.best(name, unit=Unit.PIECE, language=language)[0].item_id.int == 1
    assert not any(match.sure for match in shelf(fresh).best(name, unit=Unit.CAN, language=language))


def test_the_shape_of_a_thing_is_left_aside_only_where_the_thing_is_known() -> None:
    matcher = shelf("Parmesan wedge", "Door wedge", "Jam jars", "Watering can")
    assert matcher.best("parmesan")[0].sure
    assert matcher.best("Gießkanne")[0].sure
    assert not any(match.sure for name in ("door", "jam", "confiture") for match in matcher.best(name))


@pytest.mark.feature("M15", "X21")
@pytest.mark.parametrize(("name", "language"), [("lait", "fr"), ("milk", "en"), ("Milch", "de")])
def test_a_word_of_two_languages_sells_no_timber_for_milk(name: str, language: str) -> None:
    batten = Candidate(
        UUID(int=1),
        "Roofing batten 24 x 48 mm, spruce, 2.0 m",
        ("batten", "Dachlatte", "Latte"),
        "hardware",
        "",
        Amount(Decimal(1), Unit.PIECE),
    )
    found = Matcher([batten]).best(name, kind=Kind.INGREDIENT, language=language, unit=Unit.BOTTLE)
    assert not any(match.sure for match in found)
    (meant,) = Matcher([batten]).best("Latte", kind=Kind.MATERIAL, language="de")
    assert meant.sure
