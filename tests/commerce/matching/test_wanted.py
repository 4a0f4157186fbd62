"""Free words for a product: the thing, its colour and size, the most it may cost, and what it is for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.matching.wanted import Wanted, amount_in, means_for, price_in, wanted_of
from commerce.units import Amount, Unit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("cordless drill under 80 euros", Wanted("cordless drill", Decimal(80))),
        ("red paint, 2.5 l", Wanted("paint", None, "2.5 l", "red")),
        ("white wall paint in 5 l", Wanted("wall paint", None, "5 l", "white")),
        ("screws 4x40", Wanted("screws", None, "4x40")),
        ("screws 5 x 60 mm below €5", Wanted("screws", Decimal(5), "5 x 60 mm")),
        ("olive oil", Wanted("olive oil")),
        ("weiße Wandfarbe, 2,5 l", Wanted("Wandfarbe", None, "2,5 l", "white")),
        ("Akkuschrauber bis 79,99 €", Wanted("Akkuschrauber", Decimal("79.99"))),
        ("de la peinture blanche de 2,5 l", Wanted("peinture", None, "2,5 l", "white")),
        ("perceuse à moins de 80 euros", Wanted("perceuse", Decimal(80))),
        ("and in white?", Wanted("", None, None, "white")),
        ("under 20 euros", Wanted("", Decimal(20))),
        ("auch in 5 l", Wanted("", None, "5 l")),
        ("orange juice", Wanted("orange juice")),
    ],
)
def test_the_parts_of_what_is_said(text: str, wanted: Wanted) -> None:
    assert wanted_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("something to clean brushes with", "paint thinner"),
        ("etwas zum Pinselreinigen", "paint thinner"),
        ("etwas, um Pinsel zu reinigen", "paint thinner"),
        ("etwas zum Reinigen von Pinseln", "paint thinner"),
        ("quelque chose pour nettoyer les pinceaux", "paint thinner"),
        ("something to clean with", "household cleaner"),
        ("anything for hanging pictures", "picture hooks"),
        ("etwas zum Kleben", "wood glue"),
        ("quelque chose pour coller", "wood glue"),
    ],
)
def test_a_purpose_is_served_by_something(text: str, first: str) -> None:
    assert means_for(text)[0] == first


@pytest.mark.parametrize(
    "text", ["drill", "wall paint", "olive oil", "screw", "cut flowers", "clean the brushes"]
)
def test_a_thing_is_no_purpose(text: str) -> None:
    assert means_for(text) == ()


def test_a_measure_is_an_amount_and_a_dimension_is_none() -> None:
    assert amount_in("2,5 l") == Amount(Decimal("2.5"), Unit.L)
    assert amount_in("4x40") is None


@given(st.text(max_size=80))
def test_any_words_can_be_wanted(text: str) -> None:
    wanted = wanted_of(text)
    assert len(wanted.query) <= len(wanted.spoken) <= 100
    assert isinstance(means_for(text), tuple)


@pytest.mark.feature("F13", "X21")
@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("nudeln unter 1.000,50 €", "1000.50"),
        ("a drill under 1,000.50", "1000.50"),
        ("une perceuse à moins de 1 000 €", "1000"),
        ("unter 1.000 €", "1000"),
        ("bis 4,50", "4.50"),
        ("under 5 euros", "5"),
    ],
)
def test_thousands_are_no_cents(text: str, price: str) -> None:
    assert price_in(text) == Decimal(price)
    assert wanted_of(text).max_price == Decimal(price)


@pytest.mark.feature("F13", "X21")
@pytest.mark.parametrize(
    "text",
    [
        "curtain rod up to 200 cm", "Mehl bis 5 kg", "cake for up to 12 persons", "Schrauben bis 40 mm",
        "unter 2 Metern", "jusqu'à 3 kg", "au plus 30 minutes", "less than 5% fat",
    ],
)  # fmt: skip
def test_what_is_measured_is_no_price(text: str) -> None:
    assert price_in(text) is None
    assert wanted_of(text).max_price is None
