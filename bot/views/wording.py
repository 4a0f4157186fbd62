"""The catalogue of words: Fluent files per language, and numbers, money, units and dates of the place.

`words("list-title", title=…)` gives Telegram HTML: every argument is escaped, unless it is `Html`.
A key that a language lacks falls back to English. An empty argument selects the variant `[none]`.
"""

import html
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from commerce.money import Money
from commerce.units import Amount, Unit

__all__ = ["DEFAULT_LANGUAGE", "Html", "MissingWords", "Words", "languages", "shortened", "words_for"]

CATALOGUES = Path(__file__).parent / "words"
DEFAULT_LANGUAGE = "en"
_COUNTED = {Unit.PIECE}
_LARGE = {Unit.KG, Unit.L, Unit.M, Unit.LB, Unit.M2}
"""Units whose third decimal counts."""
TWO_PLACES_BELOW = 10
SMALLEST_SHOWN = Decimal("0.01")
_ELIDED = re.compile(r"\b([Dd])e (?=[aàâeéèêiîoôuûœ])")
"""French "de" before a thing that is put in: "d’oignons". Before an h it depends on the word; codes and names
of shops have capitals."""


def shortened(text: str, most: int) -> str:
    """At most so many characters, the last of them an ellipsis where some are missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


class MissingWords(KeyError):
    """No catalogue has these words, or an argument is missing."""


class Html(str):
    """Text that is Telegram HTML already."""

    __slots__ = ()


@dataclass(frozen=True)
class Words:
    """One person's language and place."""

    language: str
    locale: Locale
    zone: ZoneInfo
    bundles: tuple[FluentBundle, ...]

    def __call__(self, key: str, **facts: Any) -> Html:
        for bundle in self.bundles:
            if bundle.has_message(key):
                pattern = bundle.get_message(key).value
                assert pattern is not None, key
                text, errors = bundle.format_pattern(pattern, {k: _escaped(v) for k, v in facts.items()})
                if errors:
                    raise MissingWords(f"{key}: {errors}")
                return Html(_ELIDED.sub(r"\1’", str(text)) if self.language == "fr" else text)
        raise MissingWords(key)

    def plain(self, key: str, **facts: Any) -> str:
        """For labels of buttons: no HTML."""
        return html.unescape(self(key, **facts))

    def money(self, minor: int, currency: str) -> str:
        return str(format_currency(Money(minor, currency).major, currency, locale=self.locale))

    def price(self, minor: int, currency: str) -> str:
        """Money as people write it in an answer, "3.30": without the currency."""
        major = Money(minor, currency).major
        return str(format_currency(major, currency, format="0.00", locale=self.locale))

    def number(self, value: Decimal | int) -> str:
        return str(format_decimal(value, locale=self.locale, format="#,##0.###"))

    def unit(self, unit: Unit | str, qty: Decimal | int) -> str:
        """The unit's word beside a number; a bare count has none."""
        unit = Unit(unit)
        return "" if unit in _COUNTED else self.plain("unit", unit=unit.value.replace("_", "-"), qty=qty)

    def amount(self, amount: Amount | None) -> str:
        """ "250 g", "2–3 cloves", "6"; nothing for an open amount."""
        if amount is None:
            return ""
        number = self.number(_readable(amount.qty, amount.unit))
        if amount.qty_max is not None and amount.qty_max != amount.qty:
            number = f"{number}–{self.number(_readable(amount.qty_max, amount.unit))}"
        return f"{number} {self.unit(amount.unit, amount.qty_max or amount.qty)}".rstrip()

    def about(self, amount: Amount) -> str:
        """An amount to two or three significant digits: 455.64 ml is "456 ml"."""
        return self.amount(Amount(Decimal(f"{amount.qty:.3g}"), amount.unit))

    def day(self, day: date, today: date) -> str:
        """ "today", "tomorrow", otherwise weekday and date."""
        ahead = (day - today).days
        if ahead in {0, 1}:
            return self.plain("day-today" if ahead == 0 else "day-tomorrow")
        return str(format_date(day, self.plain("day-pattern"), locale=self.locale))

    def time(self, at: datetime) -> str:
        return str(format_time(at.astimezone(self.zone), "short", locale=self.locale))


@cache
def words_for(language: str, place: str, time_zone: str) -> Words:
    """The words of a language ("en", "de", …) in a country ("DE"); English where there is none."""
    language = language if language in languages() else DEFAULT_LANGUAGE
    chain = dict.fromkeys([language, DEFAULT_LANGUAGE])
    try:
        locale = Locale.parse(f"{language}_{place}")
    except UnknownLocaleError:
        locale = Locale.parse(language)
    return Words(language, locale, ZoneInfo(time_zone), tuple(_bundle(name) for name in chain))


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted(folder.name for folder in CATALOGUES.iterdir() if folder.is_dir()))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((CATALOGUES / language).glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, Junk):
                raise MissingWords(f"{path.name}: not Fluent: {(entry.content or '')[:80]!r}")
        bundle.add_resource(resource)
    return bundle


def _escaped(value: Any) -> Any:
    if value == "":
        return "none"  # Fluent cannot select by an empty string
    if isinstance(value, Html) or not isinstance(value, str):
        return float(value) if isinstance(value, Decimal) else value
    return html.escape(value, quote=False)


def _readable(qty: Decimal, unit: Unit) -> Decimal:
    """A scaled amount without digits that nobody measures: 41.667 g is 41.7 g, 0.8333 pinches are 0.83."""
    places = 3 if unit in _LARGE else 2 if qty < TWO_PLACES_BELOW else 1
    return (
        qty.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize() if qty >= SMALLEST_SHOWN else qty
    )
