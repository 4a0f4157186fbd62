"""Amounts as they are shown: no digits that nobody measures."""

from decimal import Decimal

import pytest

from bot.views.wording import words_for
from commerce.units import Amount, Unit


@pytest.mark.feature("M10", "X21")
@pytest.mark.parametrize(
    ("qty", "unit", "shown"),
    [
        ("41.6666667", Unit.G, "41.7 g"),
        ("0.8333333", Unit.PINCH, "0.83 pinches"),
        ("1.6666667", Unit.TBSP, "1.67 tbsp"),
        ("312.5", Unit.G, "312.5 g"),
        ("1.25", Unit.TSP, "1.25 tsp"),
        ("1.125", Unit.KG, "1.125 kg"),
        ("250", Unit.G, "250 g"),
        ("1000", Unit.ML, "1,000 ml"),
    ],
)
def test_a_scaled_amount_is_shown_as_one_measures(qty: str, unit: Unit, shown: str) -> None:
    assert words_for("en", "IE", "Europe/Berlin").amount(Amount(Decimal(qty), unit)) == shown


def test_the_words_of_a_place_are_made_once() -> None:
    assert words_for("de", "DE", "Europe/Berlin") is words_for("de", "DE", "Europe/Berlin")
