"""What the bot itself reads in German and French: openings, spoken lines, short answers, what is repeated."""

from decimal import Decimal

import pytest

from bot import commands as c
from bot.understanding.directly import LANGUAGE_NAMED, SHORT_ANSWER, WORK
from bot.understanding.openings import plainly_meant
from bot.understanding.plain import plain_meaning
from bot.understanding.spoken import spoken_lines


@pytest.mark.parametrize(
    ("text", "wish", "components"),
    [
        ("ohne Zwiebeln bitte", "drop_components", ["Zwiebeln"]),
        ("kein Basilikum", "drop_components", ["Basilikum"]),
        ("füge Olivenöl hinzu", "add_component", ["Olivenöl"]),
        ("pas de basilic svp", "drop_components", ["basilic"]),
        ("sans oignons ni ail", "drop_components", ["oignons", "ail"]),
        ("ajoute du lait et des oeufs", "add_component", ["lait", "oeufs"]),
    ],
)
def test_an_opening_can_mean_one_wish_only(text: str, wish: str, components: list[str]) -> None:
    assert plainly_meant(text, {}) == (wish, {"components": components})


@pytest.mark.parametrize(
    "text",
    ["keine Ahnung", "kein Problem", "keine Werbung mehr", "pas de souci", "pas de pub", "sans problème"],
)
def test_a_turn_of_phrase_is_no_wish(text: str) -> None:
    assert plainly_meant(text, {}) is None


@pytest.mark.parametrize(
    ("text", "names", "lines"),
    [
        ("füge 500 g Reis und zwei Zitronen hinzu", ["reis", "zitronen"], ("500 g Reis", "zwei Zitronen")),
        ("ajoute 500 g de riz et deux citrons", ["riz", "citrons"], ("500 g de riz", "deux citrons")),
        ("il manque 200 g de parmesan et du sel", ["parmesan", "sel"], ("200 g de parmesan", "sel")),
    ],
)
def test_components_keep_the_amounts_said_beside_them(
    text: str, names: list[str], lines: tuple[str, ...]
) -> None:
    assert spoken_lines(text, names) == lines


@pytest.mark.parametrize(
    ("text", "number"), [("für 6 Personen", 6), ("pour 4", 4), ("8 Leute", 8), ("10 parts", 10), ("5", 5)]
)
def test_a_short_answer_is_a_number(text: str, number: int) -> None:
    found = SHORT_ANSWER.match(text)
    assert found is not None
    assert Decimal(found["number"]) == number


@pytest.mark.parametrize(
    "text",
    ["say that again", "sag das bitte noch mal", "wiederhol das", "répète s'il te plaît", "encore une fois"],
)
def test_somebody_wants_to_hear_it_again(text: str) -> None:
    assert plain_meaning(text) == "again"


@pytest.mark.parametrize(
    "text", ["noch eine Zwiebel", "encore du beurre", "repeat the order for six", "again rice"]
)
def test_something_more_is_no_repetition(text: str) -> None:
    assert plain_meaning(text) is None


@pytest.mark.parametrize(
    "text", ["was liegt an?", "zeig mir meine Lieferungen", "mes livraisons", "quoi de prévu ?"]
)
def test_those_who_work_ask_for_their_work(text: str) -> None:
    assert WORK.match(text)


@pytest.mark.parametrize("text", ["was brauche ich für Lasagne", "où est ma commande", "meine Bestellung"])
def test_a_shoppers_question_is_not_about_work(text: str) -> None:
    assert not WORK.match(text)


@pytest.mark.parametrize(
    ("name", "code"), [("deutsch", "de"), ("allemand", "de"), ("français", "fr"), ("anglais", "en")]
)
def test_languages_are_known_by_their_names(name: str, code: str) -> None:
    assert LANGUAGE_NAMED[name[:3]] == code
    assert c.SetLanguage(code).language == code
