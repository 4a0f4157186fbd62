"""`errand eval packs`: how many packs cover a need, against what a careful buyer would take."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.evaluation.reports import BadSet, Report, Request, by_group, rows_of
from commerce.matching.item_packs import packs_of_item
from commerce.matching.packs import CannotPack, Cuts, PackPlan, Panels
from commerce.units import US, Amount, NotAnAmount, Unit, measures_of

__all__ = ["measure"]


_SIDES = ("width", "w", "length", "l", "height", "h")


def measure(request: Request) -> Report:
    """Right: the packs are the expected ones or of `packs_ok`; null is expected where it cannot be done."""
    results: list[tuple[str, bool]] = []
    errors: list[dict[str, Any]] = []
    path = request.only_path()
    for row in rows_of(path, "need", "item", "expected_packs"):
        try:
            plan, refusal = _planned(row)
        except (LookupError, StopIteration, ValueError, TypeError, InvalidOperation, NotAnAmount) as error:
            raise BadSet(
                f"{path}, {row.get('component')!r}: the need or the item cannot be read ({error!r}); "
                "see docs/evaluation.md."
            ) from error
        packs = plan.packs if plan else None
        right = packs in [row["expected_packs"], *row.get("packs_ok", [])]
        results.append((str(row.get("group") or "?"), right))
        if not right:
            errors.append({**row, "found": packs, "why": refusal or (plan and plan.note)})
    return Report(len(results), sum(right for _, right in results), {"by_group": by_group(results)}, errors)


def _planned(row: Mapping[str, Any]) -> tuple[PackPlan | None, str | None]:
    need, item = row["need"], row["item"]
    told = {**item, **need, **row}
    pack = Amount(_decimal(item["pack_qty"]), Unit(item["pack_unit"]))
    coverage = next((told[key] for key in told if "m2_per_l" in key or "coverage" in key), None)
    tolerance = row.get("tolerance_pct", 0)  # what a row does not allow to be missing has to be there
    try:
        plan = packs_of_item(
            str(row.get("component") or ""),
            _need(need),
            str(item.get("title") or ""),
            pack,
            density_g_per_ml=_optional(told.get("density_g_per_ml")),
            piece_grams=_optional(told.get("piece_grams")),
            m2_per_litre=_optional(coverage),
            coats=int(told.get("coats") or 1),
            measures=measures_of(str(row["locale"])) if row.get("locale") else US,
            tolerance=_decimal(tolerance) / 100,
        )
    except CannotPack as refused:
        return None, refused.reason.value
    return plan, None


def _need(need: Mapping[str, Any]) -> Amount | Cuts | Panels:
    """An amount, lengths, or rectangles where a piece has two sides."""
    unit = Unit(need.get("unit") or ("m2" if "area" in need else "piece"))
    cuts = next((need[key] for key in ("cuts", "pieces", "panels") if key in need), None)
    if cuts is None:
        qty = next(need[key] for key in ("qty", "area", "length") if key in need)
        return Amount(_decimal(qty), unit, _optional(need.get("qty_max")))
    sides = [[_decimal(cut[side]) for side in _SIDES if side in cut] for cut in cuts]
    counts = [int(cut.get("qty", 1)) for cut in cuts]
    if all(len(measures) == 2 for measures in sides):
        return Panels(tuple((n, pair[0], pair[1]) for n, pair in zip(counts, sides, strict=True)), unit)
    lengths = tuple((n, measures[-1]) for n, measures in zip(counts, sides, strict=True))
    return Cuts(lengths, unit, _decimal(need.get("kerf") or 0))


def _optional(value: Any) -> Decimal | None:
    return None if value is None else _decimal(value)


def _decimal(value: Any) -> Decimal:
    return Decimal(str(value))
