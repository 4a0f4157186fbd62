"""Money: whole minor units with their currency. No float ever holds money."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import get_currency_precision

__all__ = ["CurrencyMismatch", "Money", "minor_digits", "share_out"]


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies were combined."""

    def __init__(self, left: "Money", right: "Money") -> None:
        super().__init__(f"{left} and {right}")
        self.left = left
        self.right = right


@dataclass(frozen=True, order=False)
class Money:
    """`minor` units (cents) of an ISO 4217 `currency`."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._same(other)
        return self.minor < other.minor

    @property
    def major(self) -> Decimal:
        """The amount in major units, exact: 1050 EUR minor is Decimal("10.50")."""
        return Decimal(self.minor).scaleb(-minor_digits(self.currency))

    @classmethod
    def of_major(cls, amount: Decimal, currency: str) -> "Money":
        """Half a minor unit is rounded up."""
        scaled = amount.scaleb(minor_digits(currency)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        return cls(int(scaled), currency)

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(self, other)


def minor_digits(currency: str) -> int:
    """Digits of the minor unit: EUR 2, JPY 0, KWD 3 (ISO 4217, through CLDR)."""
    return int(get_currency_precision(currency))


def share_out(total_minor: int, weights: Sequence[int]) -> list[int]:
    """Split `total_minor` by `weights` (not negative, not all zero) without losing a unit.

    Largest remainder: each share is rounded down, then the units left over go one each to the largest
    remainders, the earlier first.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError(f"cannot share by {list(weights)}")
    shares = [total_minor * weight // whole for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda i: (-(total_minor * weights[i] % whole), i))
    for i in remainders[: total_minor - sum(shares)]:
        shares[i] += 1
    return shares
