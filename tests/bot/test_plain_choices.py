"""Choices in a few plain words, in three languages: what a substitute gets, which option is meant."""

import pytest

from bot import commands as c
from bot.understanding.options import option_meant
from bot.understanding.substitutes import instead_of_what, not_wanted, substitute_verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("yes please", "take"), ("I'll take it", "take"), ("Ja, nehm ich", "take"), ("nimm's", "take"),
        ("oui, je prends", "take"), ("d’accord", "take"),
        ("no thanks", "refuse"), ("not this one", "refuse"), ("nein danke", "refuse"),
        ("lieber nicht", "refuse"), ("pas celle-là", "refuse"), ("non merci", "refuse"),
        ("something else?", "other"), ("was gibt es sonst?", "other"), ("quoi d'autre ?", "other"),
        ("no, another one", "other"),
        ("no basil", None), ("yes and two lemons", None), ("take the margarine", None),
    ],
)  # fmt: skip
def test_a_verdict_on_a_substitute_is_read(text: str, verdict: str | None) -> None:
    assert substitute_verdict(text) == verdict


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what else is there instead of butter?", "butter"),
        ("was gibt es sonst noch statt der Butter?", "Butter"),
        ("quoi d'autre à la place du beurre ?", "beurre"),
        ("what else?", None),
    ],
)
def test_what_something_else_is_asked_for_is_read(text: str, name: str | None) -> None:
    assert instead_of_what(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("no, I don't want parsley", "parsley"), ("rather not the parsley please", "parsley"),
        ("nein, ich will keine Petersilie", "Petersilie"),
        ("ich möchte die Petersilie nicht", "Petersilie"), ("je ne veux pas d’ail", "ail"),
        ("non, pas de persil merci", "persil"),
        ("no idea", None), ("no preference", None), ("keine Ahnung", None), ("pas de souci", None),
        ("I don't need it", None), ("I don’t want any", None), ("no, not really", None),
        ("kein Ersatz bitte", None), ("ich will das nicht", None),
    ],
)  # fmt: skip
def test_what_is_not_wanted_is_read_and_a_turn_of_phrase_names_nothing(text: str, name: str | None) -> None:
    assert not_wanted(text) == name


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("the second one", c.ChooseNth(2)), ("die zweite", c.ChooseNth(2)), ("la deuxième", c.ChooseNth(2)),
        ("the last one please", c.ChooseNth(-1)), ("option 3", c.ChooseNth(3)),
        ("the cheaper one", c.ChooseBy("cheapest")), ("nimm den günstigeren", c.ChooseBy("cheapest")),
        ("la moins chère", c.ChooseBy("cheapest")), ("the quicker one", c.ChooseBy("soonest")),
        ("lieber der schnellere", c.ChooseBy("soonest")), ("le plus rapide", c.ChooseBy("soonest")),
        ("the other shop", c.ChooseBy("other")), ("den anderen Laden", c.ChooseBy("other")),
        ("l’autre magasin", c.ChooseBy("other")),
        ("the rice from Sommer", None), ("cheaper rice", None), ("second thoughts", None),
    ],
)  # fmt: skip
def test_an_option_is_read(text: str, option: object) -> None:
    assert option_meant(text) == option
