"""Components named in a sentence, with the amounts beside them."""

import pytest

from bot.understanding.spoken import spoken_lines


@pytest.mark.parametrize(
    ("text", "names", "lines"),
    [
        ("add olive oil", ["olive oil"], ["olive oil"]),
        ("add 200 ml cream", ["cream"], ["200 ml cream"]),
        ("add 500 g rice and two lemons", ["rice", "lemons"], ["500 g rice", "two lemons"]),
        ("rice 500 g and salt please", ["rice", "salt"], ["500 g rice", "salt"]),
        ("i'd also like some tomatos", ["tomatoes"], ["tomatoes"]),
        ("Please add a jar of PESTO", ["pesto"], ["a jar of PESTO"]),
        ("salt, pepper, 3 eggs", ["salt", "pepper", "eggs"], ["salt", "pepper", "3 eggs"]),
        ("weiße Bohnen und 2 Zitronen", ["weiße bohnen", "zitronen"], ["weiße Bohnen", "2 Zitronen"]),
        ("and can I also have two bottles of sparkling water?",
         ["can i also have two bottles of sparkling water"], ["two bottles of sparkling water"]),
        ("and can I also have two bottles of sparkling water?", ["sparkling water"],
         ["two bottles of sparkling water"]),
        ("kann ich auch noch zwei Flaschen Wasser haben", ["wasser"], ["zwei Flaschen Wasser"]),
        ("et avec ça deux bouteilles d'eau gazeuse", ["ça deux bouteilles d' eau gazeuse"],
         ["deux bouteilles d'eau gazeuse"]),
        ("je peux avoir aussi du lait", ["lait"], ["lait"]),
        ("", [], []),
    ],
)  # fmt: skip
def test_each_name_keeps_its_own_amount(text: str, names: list[str], lines: list[str]) -> None:
    assert list(spoken_lines(text, names)) == lines
