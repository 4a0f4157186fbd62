"""How many packs of an item a component needs, with what the item's title and the names tell about both."""

import re
import tomllib
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from commerce.matching.packs import (
    WHOLE_THINGS,
    CannotPack,
    Cuts,
    PackNote,
    PackPlan,
    Panels,
    WhyNotPacked,
    packs_needed,
)
from commerce.matching.stock import NUMBER, UNIT_SIGNS, across_of, decimal_of, stock_of
from commerce.matching.substances import substance_of
from commerce.matching.wording import folded
from commerce.units import US, Amount, Dimension, Measures, Unit, convert, dimension_of

__all__ = ["packs_of_item"]

_COVERAGE = re.compile(
    rf"{NUMBER}(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?\s?(?:m²|m2|sqm|sq\.? ?m|qm|mq)"
    r"\s?(?:/|per|pro|par|por|al|je|a)\s?(?:l\b|lit|ℓ)",
    re.IGNORECASE,
)
_COVERS = re.compile(rf"{NUMBER}\s?(?:m²|m2|sqm|sq\.? ?m|qm|mq)(?!\w)", re.IGNORECASE)
_CONTENT = re.compile(
    rf"(?:(\d{{1,3}})\s?[x×]\s?)?{NUMBER}\s?(kg|g|ml|cl|dl|l|lb|oz)(?![\w/])(?!\s?(?:/|per|pro))",
    re.IGNORECASE,
)
_LONG = re.compile(rf"(?:(\d{{1,3}})\s?[x×]\s?)?{NUMBER}\s?(m|ft|yards?|yd)(?![\w²/])", re.IGNORECASE)
_ABOUT = Decimal("0.02")
"""The share that may be missing where only custom says what a thing weighs: nobody knows it better."""
_SIGNS = UNIT_SIGNS | {"yd": Unit.YARD, "yard": Unit.YARD, "yards": Unit.YARD}
_WEIGHABLE = {Dimension.MASS, Dimension.VOLUME}


def packs_of_item(
    component: str,
    need: Amount | Cuts | Panels,
    title: str,
    pack: Amount,
    *,
    density_g_per_ml: Decimal | None = None,
    piece_grams: Decimal | None = None,
    m2_per_litre: Decimal | None = None,
    coats: int = 1,
    measures: Measures = US,
    tolerance: Decimal | None = None,
) -> PackPlan:
    """As `packs_needed`; what the item does not say is taken from its title ("10 m²/l", "2440 x 1220 mm",
    "6 x 330 ml") and from what such a thing weighs by custom, and is then noted. Raises `CannotPack`."""
    stock = None
    if isinstance(need, Panels):
        stock = stock_of(title, pack, need.unit)
    elif isinstance(need, Amount) and dimension_of(need.unit) is Dimension.AREA:
        return _by_area(need, component, title, pack, m2_per_litre, coats)
    elif isinstance(need, Amount):
        pack = _measured(need, title, pack)
    about = False
    if isinstance(need, Amount) and pack.qty > 0 and _crosses(need.unit, pack.unit):
        substance = substance_of(component) or substance_of(title)
        if substance and density_g_per_ml is None and substance.g_per_ml:
            density_g_per_ml, about = substance.g_per_ml, True
        whole = need.unit in WHOLE_THINGS or dimension_of(need.unit) is not Dimension.COUNT
        if substance and piece_grams is None and substance.g_per_piece and whole:
            piece_grams, about = substance.g_per_piece, True
    if about:
        tolerance = max(tolerance or Decimal(0), _ABOUT)
    plan = packs_needed(
        need,
        pack,
        density_g_per_ml=density_g_per_ml,
        piece_grams=piece_grams,
        measures=measures,
        stock=stock,
        tolerance=tolerance,
    )
    weighed = about and plan.note in {None, PackNote.WITHIN_TOLERANCE}
    return replace(plan, note=PackNote.CUSTOMARY_SIZE) if weighed else plan


def _crosses(here: Unit, there: Unit) -> bool:
    """Whether grams are needed to get from one to the other."""
    return here is Unit.CLOVE or dimension_of(here) is not dimension_of(there)


def _measured(need: Amount, title: str, pack: Amount) -> Amount:
    """The pack by what its title says is in it, where the need is weighed, or measured, and the pack is
    counted: a ball of 50 g or of 200 m."""
    kind = dimension_of(need.unit)
    if kind not in {*_WEIGHABLE, Dimension.LENGTH} or dimension_of(pack.unit) is not Dimension.COUNT:
        return pack
    found = (_LONG if kind is Dimension.LENGTH else _CONTENT).search(title)
    if found is None or (found[1] and Decimal(found[1]) != pack.qty) or (not found[1] and pack.qty != 1):
        return pack
    return Amount(decimal_of(found[2]) * pack.qty, _SIGNS[found[3].lower()])


def _by_area(
    need: Amount, component: str, title: str, pack: Amount, m2_per_litre: Decimal | None, coats: int
) -> PackPlan:
    """Square metres to cover: by litres of paint, by sheets, tiles or rolls, or by what is sold by area."""
    area = convert(Amount(need.most * coats, need.unit), Unit.M2)
    kind = dimension_of(pack.unit)
    if kind is Dimension.AREA:
        return packs_needed(area, pack)
    if kind is Dimension.VOLUME:
        told = _COVERAGE.search(title)
        covers = m2_per_litre or (decimal_of(told[1]) if told else None)
        usual = covers or _usual_coverage(f"{component} {title}")
        if usual is None:
            raise CannotPack(need, pack, WhyNotPacked.OTHER_MEASURE)
        plan = packs_needed(Amount(area.qty / usual, Unit.L), pack)
        return plan if covers else replace(plan, note=PackNote.CUSTOMARY_SIZE)
    one = _area_of_one(title)
    if one is None or kind is not Dimension.COUNT:
        raise CannotPack(need, pack, WhyNotPacked.OTHER_MEASURE)
    return packs_needed(Amount(area.qty / one, pack.unit), pack)


def _area_of_one(title: str) -> Decimal | None:
    """Square metres of one of the things that the title counts; None where it tells none, or nought."""
    covers = _COVERS.search(title)
    if covers:
        return decimal_of(covers[1]) or None
    size = across_of(title, Unit.M)
    return size.width * size.length if size else None


def _usual_coverage(text: str) -> Decimal | None:
    words = folded(text)
    return next((many for many, kinds in _coverages() if any(kind in words for kind in kinds)), None)


@lru_cache(maxsize=1)
def _coverages() -> tuple[tuple[Decimal, tuple[str, ...]], ...]:
    path = files("commerce.matching") / "data" / "coverage.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple((Decimal(many), tuple(kinds)) for many, kinds in data["m2_per_litre"].items())
