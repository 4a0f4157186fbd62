"""What a person types finds the names before her, with typos, parts, places and honest ambiguity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.matching.names import NameIndex

LIST = [
    "risotto rice",
    "vegetable stock",
    "olive oil",
    "onion",
    "garlic",
    "dry white wine",
    "fresh basil",
    "Salt",
]
MIXED = ["red onions", "white onions", "rice", "rice vinegar", "Knoblauch", "crème fraîche"]
SELLERS = ["Kaufhaus Sommer", "Grüne Kiste", "Feinkost Marini", "Holz & Schraube"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("basil", ["fresh basil"]),
        ("the basil please", ["fresh basil"]),
        ("bazil", ["fresh basil"]),
        ("Basill", ["fresh basil"]),
        ("onions", ["onion"]),
        ("onoin", ["onion"]),
        ("risoto rice", ["risotto rice"]),
        ("rice", ["risotto rice"]),
        ("oil", ["olive oil"]),
        ("olive-oil", ["olive oil"]),
        ("oliveoil", ["olive oil"]),
        ("wine", ["dry white wine"]),
        ("veg stock", ["vegetable stock"]),
        ("salt", ["Salt"]),
        ("SALT", ["Salt"]),
        ("the 2nd", ["vegetable stock"]),
        ("2", ["vegetable stock"]),
        ("no. 3", ["olive oil"]),
        ("the first one", ["risotto rice"]),
        ("last", ["Salt"]),
        ("das dritte", ["olive oil"]),
        ("la deuxième", ["vegetable stock"]),
        ("salt and garlic", ["Salt", "garlic"]),
        ("onion, garlic und basil", ["onion", "garlic", "fresh basil"]),
        ("take the garlic from her", ["garlic"]),
        ("the 20th", []),
        ("chainsaw", []),
        ("", []),
        ("???", []),
    ],
)
def test_a_typed_name_finds_its_component(text: str, names: list[str]) -> None:
    assert [LIST[place] for place in NameIndex(LIST).find(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("onion", ["red onions", "white onions"]),
        ("red onion", ["red onions"]),
        ("rice", ["rice"]),
        ("rice vinegar", ["rice vinegar"]),
        ("vinegar", ["rice vinegar"]),
        ("creme fraiche", ["crème fraîche"]),
        ("knoblauch", ["Knoblauch"]),
    ],
)
def test_what_fits_several_gives_several_and_the_exact_name_one(text: str, names: list[str]) -> None:
    assert [MIXED[place] for place in NameIndex(MIXED).find(text)] == names


@pytest.mark.parametrize(
    ("text", "seller"),
    [
        ("sommer", "Kaufhaus Sommer"),
        ("from marini", "Feinkost Marini"),
        ("grune kiste", "Grüne Kiste"),
        ("kiste", "Grüne Kiste"),
        ("take the rice from Sommer", "Kaufhaus Sommer"),
        ("holz", "Holz & Schraube"),
        ("Holz und Schraube", "Holz & Schraube"),
    ],
)
def test_sellers_are_found_by_a_part_of_their_name(text: str, seller: str) -> None:
    assert [SELLERS[place] for place in NameIndex(SELLERS).find(text)] == [seller]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Marini and Sommer", []),
        ("Holz und Schraube", []),
        ("Marini und Bauer", ["bauer"]),
        ("marini for now", []),
        ("Bauer", []),
        ("Marini, Bauer", ["bauer"]),
        ("Marini, please", []),
        ("Marini, Sommer, bitte", []),
    ],
)
def test_of_several_names_those_that_fit_none_are_told(text: str, unknown: list[str]) -> None:
    assert NameIndex(SELLERS).unknown(text) == unknown


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=6))
def test_any_text_gives_places_of_the_list(text: str, names: list[str]) -> None:
    found = NameIndex(names).find(text)
    assert len(set(found)) == len(found)
    assert all(0 <= place < len(names) for place in found)
