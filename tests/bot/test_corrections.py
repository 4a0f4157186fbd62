"""What is corrected at the checkout, in words: the day, the way of paying, the address."""

import pytest

from bot import commands as c
from bot.understanding.addressed import address_said
from bot.understanding.corrections import corrected_at_checkout
from bot.understanding.wishes import WISHES
from commerce.orders.models import PayBy

FRIDAY = {"field": "date", "to": "2026-11-27"}


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("text", "slots", "command"),
    [
        ("no, I meant friday evening", FRIDAY, c.SetWindow("2026-11-27", "evening")),
        ("nein, ich meinte Freitag", FRIDAY, c.SetWindow("2026-11-27", "any")),
        ("nein, Freitag mittag", FRIDAY, c.SetWindow("2026-11-27", "afternoon")),
        ("no, friday before noon", FRIDAY, c.SetWindow("2026-11-27", "any")),
        ("non, plutôt vendredi matin", FRIDAY, c.SetWindow("2026-11-27", "morning")),
        ("no, cash I meant", {}, c.Pay(PayBy.CASH)),
        ("nein, mit Karte", {}, c.Pay(PayBy.CARD)),
        ("non, en espèces", {}, c.Pay(PayBy.CASH)),
        ("no, I meant number 16", {"field": "number", "to": 16}, c.AmendAddress("16")),
        ("nein, ich meinte nr 16", {"field": "number", "to": 16}, c.AmendAddress("16")),
        ("non, je voulais dire le numéro 16", {"field": "number", "to": 16}, c.AmendAddress("16")),
        ("non, au 16", {"field": "number", "to": 16}, c.AmendAddress("16")),
        ("I meant Gartenweg 16", {"field": "number", "to": 16}, c.AmendAddress("Gartenweg 16")),
        ("no, I meant Gartenweg 16, 99955 Lindenau", {"field": "number", "to": 99955},
         c.GiveAddress("Gartenweg 16, 99955 Lindenau")),
        ("non, je voulais dire 16 rue du jardin", {"field": "number"}, c.AmendAddress("16 rue du jardin")),
        ("no, I meant three", {"field": "number", "to": 3}, None),
        ("nein, das andere", {}, None),
    ],
)  # fmt: skip
def test_a_correction_at_the_checkout_is_of_what_stands_there(
    text: str, slots: dict[str, object], command: c.Command | None
) -> None:
    assert corrected_at_checkout(slots, text) == command


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    "text",
    [
        "Gartenweg 14, 99955 Lindenau",
        "ship it to Gartenweg 14, 99955 Lindenau",
        "please deliver it to Gartenweg 14, 99955 Lindenau",
        "liefere es bitte in den Gartenweg 14, 99955 Lindenau",
        "meine Adresse ist Gartenweg 14, 99955 Lindenau",
        "livrez-le au Gartenweg 14, 99955 Lindenau",
        "no, that's the wrong address, it's Gartenweg 14, 99955 Lindenau",
        "nein, falsche Adresse, richtig ist Gartenweg 14, 99955 Lindenau",
        "non, mauvaise adresse, c'est Gartenweg 14, 99955 Lindenau",
    ],
)
def test_no_words_before_an_address_reach_the_courier(text: str) -> None:
    assert address_said(text) == "Gartenweg 14, 99955 Lindenau"


@pytest.mark.feature("X15")
def test_another_street_said_for_a_wrong_one_stays_in_the_town() -> None:
    corrected = WISHES["give_address"]({}, "no, wrong address, it's Gartenweg 15")
    assert corrected == c.AmendAddress("Gartenweg 15")


@pytest.mark.feature("X16")
@pytest.mark.parametrize("text", ["no wine, and 3 onions", "without wine and 3 onions"])
def test_what_is_counted_beside_what_is_left_out_stays(text: str) -> None:
    dropped = WISHES["drop_components"]({"components": ["wine", "onions"], "numbers": [3]}, text)
    assert dropped == c.DropLines(("wine",), (), text)
    said = "drop lines 3 and 4 and the basil"
    dropped = WISHES["drop_components"]({"components": ["basil"], "numbers": [3, 4]}, said)
    assert dropped == c.DropLines(("basil",), (3, 4), said)
