"""Plain words about a line that is asked about, about kinds, baskets and portions, in three languages."""

from decimal import Decimal

import pytest

from bot import commands as c
from bot.understanding.line_answers import basket_meant, line_answer, portions_meant, sorting_meant
from commerce.methods.components import Kind

TOOL, MATERIAL, INGREDIENT = Kind.TOOL, Kind.MATERIAL, Kind.INGREDIENT


@pytest.mark.parametrize(
    ("how", "texts"),
    [
        ("ok", ["yes", "Right!", "that's right", "ja, stimmt", "passt so", "oui", "c'est bon", "egal"]),
        (
            "out",
            [
                "leave it out",
                "I don't need it",
                "lass es weg",
                "brauche ich nicht",
                "enlève-le",
                "pas besoin",
            ],
        ),
        ("skip", ["skip", "I don't know", "weiter", "weiß ich nicht", "plus tard", "je ne sais pas"]),
        ("again", ["what was the question?", "nochmal bitte", "wie bitte?", "encore une fois"]),
        ("stop", ["stop", "no more questions", "genug", "ça suffit"]),
        ("", ["2 cups of flour", "½ TL Salz", "200 g"]),
    ],
)
def test_short_answers_are_known_without_the_dialogue(how: str, texts: list[str]) -> None:
    assert {text: line_answer(text) for text in texts} == {text: c.SayLine(text, how) for text in texts}


@pytest.mark.parametrize("text", ["it's vegetable stock", "mushrooms", "ask the sellers", "yes but which?"])
def test_what_may_be_something_else_is_left_to_the_dialogue(text: str) -> None:
    assert line_answer(text) is None


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        ("the brush is a tool", ("brush",), TOOL),
        ("Brush and roller are tools", ("Brush", "roller"), TOOL),
        ("the tape is material, not a tool", ("tape",), MATERIAL),
        ("the sand paper isn't a tool", ("sand paper",), MATERIAL),
        ("the glue is not a material", ("glue",), TOOL),
        ("put the lavender under ingredients", ("lavender",), INGREDIENT),
        ("der Pinsel ist Werkzeug", ("Pinsel",), TOOL),
        ("Das Klebeband ist Material, kein Werkzeug", ("Klebeband",), MATERIAL),
        ("der Pinsel ist kein Werkzeug", ("Pinsel",), MATERIAL),
        ("die Rosen gehören zu den Zutaten", ("Rosen",), INGREDIENT),
        ("sortier den Pinsel unter Werkzeug", ("Pinsel",), TOOL),
        ("le pinceau est un outil", ("pinceau",), TOOL),
        ("l'adhésif est du matériel, pas un outil", ("adhésif",), MATERIAL),
        ("le pinceau n'est pas un outil", ("pinceau",), MATERIAL),
        ("mets le pinceau dans les outils", ("pinceau",), TOOL),
        ("what is a tool?", None, None),
        ("the weather is nice", None, None),
    ],
)
def test_a_thing_is_sorted_in_words(text: str, names: tuple[str, ...] | None, kind: Kind | None) -> None:
    expected = c.SortLines(names, kind) if names is not None and kind is not None else None
    assert sorting_meant(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I need the drill too", "drill"),
        ("we also need the drill", "drill"),
        ("ich brauche die Bohrmaschine auch", "Bohrmaschine"),
        ("ich brauche auch Pinsel", "Pinsel"),
        ("il me faut aussi la perceuse", "perceuse"),
        ("j'ai besoin de la perceuse aussi", "perceuse"),
    ],
)
def test_a_tool_is_asked_for(text: str, name: str) -> None:
    assert sorting_meant(text) == c.AddLines((name,))


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("put them in one basket", c.JoinLists()),
        ("together please", c.JoinLists()),
        ("pack sie zusammen", c.JoinLists()),
        ("in einen Korb", c.JoinLists()),
        ("mets tout dans un seul panier", c.JoinLists()),
        ("ensemble", c.JoinLists()),
        ("keep them apart", c.KeepApart()),
        ("on its own", c.KeepApart()),
        ("getrennt lassen", c.KeepApart()),
        ("à part", c.KeepApart()),
        ("put butter in one basket", None),
        ("get everything together by Friday", None),
    ],
)
def test_pages_are_put_together_and_apart_in_words(text: str, command: c.Command | None) -> None:
    assert basket_meant(text) == command


@pytest.mark.parametrize(
    ("text", "count", "name"),
    [
        ("make the risotto for six", 6, "risotto"),
        ("koch das Risotto für sechs Personen", 6, "Risotto"),
        ("fais le risotto pour 8 personnes", 8, "risotto"),
    ],
)
def test_portions_of_a_page_are_named(text: str, count: int, name: str) -> None:
    assert portions_meant(text) == c.ScaleTo(Decimal(count), text=name)


@pytest.mark.parametrize("text", ["make it for six", "do the dishes for me", "a table for two"])
def test_portions_of_no_page_are_left_to_the_dialogue(text: str) -> None:
    assert portions_meant(text) is None
