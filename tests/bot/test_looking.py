"""Words about products: a thing with its size, a purpose, and what is said about results."""

import pytest

from bot import commands as c
from bot.understanding.looking import about_results, purpose_named, sized_thing
from bot.understanding.wishes import WISHES
from commerce.matching.searching import SortedBy


@pytest.mark.parametrize("text", ["red paint, 2.5 l", "screws 4x40", "weiße Wandfarbe, 2,5 l", "vis 4x40"])
def test_a_thing_with_its_size_is_looked_for(text: str) -> None:
    assert isinstance(sized_thing(text), c.Search)


@pytest.mark.parametrize(
    "text",
    ["5 l paint", "add rice 500 g", "make it 2 kg", "no onion", "I need paint, 2 l", "mach 500 g draus"],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert sized_thing(text) is None


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("I need something to clean brushes with", "something to clean brushes with"),
        ("etwas, um Pinsel zu reinigen", "etwas, um Pinsel zu reinigen"),
        ("je cherche quelque chose pour nettoyer les pinceaux", "quelque chose pour nettoyer les pinceaux"),
    ],
)
def test_a_purpose_is_looked_for(text: str, query: str) -> None:
    assert purpose_named(text) == c.Search(query)


@pytest.mark.parametrize(
    "text", ["something to wear", "something else", "clean the brushes", "anything new?"]
)
def test_what_nothing_on_sale_serves_is_left_alone(text: str) -> None:
    assert purpose_named(text) is None


@pytest.mark.parametrize(
    "text", ["cheapest first", "the cheaper ones please", "nach Preis", "les moins chers d'abord"]
)
def test_results_are_sorted(text: str) -> None:
    assert about_results(text) == c.ShowFound(by=SortedBy.PRICE)


@pytest.mark.parametrize("text", ["more", "next page", "nächste Seite", "la suite", "show me more"])
def test_the_next_results(text: str) -> None:
    assert about_results(text) == c.ShowFound(page=-1)


@pytest.mark.parametrize("text", ["and in white?", "under 20 euros", "auch in 5 l", "en blanc"])
def test_results_are_narrowed(text: str) -> None:
    assert isinstance(about_results(text), c.Search)


@pytest.mark.parametrize("text", ["no basil", "where is my order", "olive oil", "make it for six"])
def test_what_is_not_about_results(text: str) -> None:
    assert about_results(text) is None


@pytest.mark.parametrize(
    ("text", "query", "colour", "shown"),
    [
        ("do you have white wall paint in 2.5 l?", "wall paint", "white", "white wall paint"),
        ("rote Wandfarbe unter 30 Euro", "wandfarbe", "rot", "rote Wandfarbe"),
        ("de la peinture blanche", "peinture", "blanche", "peinture blanche"),
        ("paint, please, in red", "paint", "red", "paint, red"),
    ],
)
def test_a_colour_stands_where_it_was_said(text: str, query: str, colour: str, shown: str) -> None:
    command = WISHES["search_product"]({"query": query, "colour": colour}, text)
    assert isinstance(command, c.Search)
    assert command.query == shown
