"""A list in one line is one only where that is certain; what means something else is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.listed import listed_in_line


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("500 g flour, 6 eggs and milk", ("500 g flour", "6 eggs", "milk")),
        ("5 l of wall paint", ("5 l of wall paint",)),
        ("I need a drill and 20 screws", ("1 drill", "20 screws")),
        ("we'd like 2 kg potatoes please", ("2 kg potatoes",)),
        ("I need 6 eggs", ("6 eggs",)),
        ("2,5 l white paint; 1 roll masking tape", ("2,5 l white paint", "1 roll masking tape")),
        ("ich brauche 500 g Mehl, 6 Eier und etwas Milch", ("500 g Mehl", "6 Eier", "Milch")),
        ("5 l Wandfarbe", ("5 l Wandfarbe",)),
        ("Ich brauche eine Bohrmaschine und 20 Schrauben", ("1 Bohrmaschine", "20 Schrauben")),
        ("500 g de farine, 6 œufs et du lait", ("500 g de farine", "6 œufs", "lait")),
        ("j'ai besoin d'une perceuse et de 20 vis", ("1 perceuse", "20 vis")),
        ("il me faut 5 l de peinture svp", ("5 l de peinture",)),
    ],
)
def test_a_list_in_one_line(text: str, parts: tuple[str, ...]) -> None:
    assert listed_in_line(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "make it for six", "for 4 people", "twice as much rice", "no basil", "flour, eggs and milk", "hello",
        "I need a person", "I need help and advice", "2 kg flour for tomorrow", "do you have 5 l paint?",
        "change rice to 500 g", "add 500 g rice and two lemons", "the second one", "6",
        "20 euros", "10 minutes",
        "deliver 2 kg potatoes", "I need it by 5 pm", "2 more eggs", "red paint, 2.5 l",
        "Gartenweg 14, 99955 Lindenau",
        "ich brauche das bis Freitag", "mach es für 6 Personen", "fais-le pour 6", "I want 3 of them",
        "2 cheaper ones and one more", "what do I need for lasagne for six", "I'd like to talk to 1 person",
    ],
)  # fmt: skip
def test_what_means_something_else_is_left_alone(text: str) -> None:
    assert listed_in_line(text) == ()


@given(st.text(max_size=80))
def test_any_words_can_be_looked_at(text: str) -> None:
    assert all(part.strip() for part in listed_in_line(text))
