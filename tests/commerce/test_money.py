"""Money keeps every minor unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.money import CurrencyMismatch, Money, minor_digits, share_out

WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=20).filter(any)
TOTALS = st.integers(0, 10**9)


@given(TOTALS, WEIGHTS)
def test_shares_add_up_to_the_whole(total: int, weights: list[int]) -> None:
    assert sum(share_out(total, weights)) == total


@given(TOTALS, WEIGHTS)
def test_a_share_is_never_a_whole_unit_off_its_exact_part(total: int, weights: list[int]) -> None:
    whole = sum(weights)
    for share, weight in zip(share_out(total, weights), weights, strict=True):
        assert abs(share * whole - total * weight) < whole


@given(TOTALS, WEIGHTS)
def test_the_units_left_over_go_to_the_largest_remainders(total: int, weights: list[int]) -> None:
    whole = sum(weights)
    shares = share_out(total, weights)
    got = [total * w % whole for s, w in zip(shares, weights, strict=True) if s > total * w // whole]
    not_got = [total * w % whole for s, w in zip(shares, weights, strict=True) if s == total * w // whole]
    assert min(got, default=whole) >= max(not_got, default=0)


def test_equal_remainders_favour_the_earlier() -> None:
    assert share_out(100, [1, 1, 1]) == [34, 33, 33]


@pytest.mark.parametrize("weights", [[0, 0], [], [3, -1]])
def test_what_cannot_be_shared_is_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError):
        share_out(100, weights)


@pytest.mark.parametrize(("currency", "digits"), [("EUR", 2), ("JPY", 0), ("KWD", 3)])
def test_each_currency_has_its_own_minor_unit(currency: str, digits: int) -> None:
    assert minor_digits(currency) == digits


@given(st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_major_units_and_back_lose_nothing(minor: int, currency: str) -> None:
    assert Money.of_major(Money(minor, currency).major, currency) == Money(minor, currency)


def test_half_a_minor_unit_is_rounded_up() -> None:
    assert Money.of_major(Decimal("1.005"), "EUR") == Money(101, "EUR")


def test_two_currencies_are_never_combined() -> None:
    euros, yen = Money(100, "EUR"), Money(100, "JPY")
    for combine in (lambda: euros + yen, lambda: euros - yen, lambda: euros < yen):
        with pytest.raises(CurrencyMismatch):
            combine()
