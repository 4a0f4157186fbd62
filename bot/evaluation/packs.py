"""`errand eval packs`: how many packs cover a need, against what a careful buyer would take."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.evaluation.reports import BadSet, Report, Request, by_group, rows_of
from commerce.matching.packs import CannotPack, Cuts, PackPlan, packs_needed
from commerce.units import Amount, NotAnAmount, Unit

__all__ = ["measure"]


def measure(request: Request) -> Report:
    """Right: the packs are the expected ones or of `packs_ok`; null is expected where it cannot be done."""
    results: list[tuple[str, bool]] = []
    errors: list[dict[str, Any]] = []
    path = request.only_path()
    for row in rows_of(path, "need", "item", "expected_packs"):
        try:
            plan, refusal = _planned(row)
        except (KeyError, ValueError, TypeError, InvalidOperation, NotAnAmount) as error:
            raise BadSet(f"{path}: {row.get('component')!r} cannot be read ({error!r}).") from error
        packs = plan.packs if plan else None
        right = packs in [row["expected_packs"], *row.get("packs_ok", [])]
        results.append((str(row.get("group") or "?"), right))
        if not right:
            errors.append({**row, "found": packs, "why": refusal or (plan and plan.note)})
    return Report(len(results), sum(right for _, right in results), {"by_group": by_group(results)}, errors)


def _planned(row: Mapping[str, Any]) -> tuple[PackPlan | None, str | None]:
    need, item = row["need"], row["item"]
    pack = Amount(_decimal(item["pack_qty"]), Unit(item["pack_unit"]))
    density = row.get("density_g_per_ml")
    try:
        plan = packs_needed(_need(need), pack, density_g_per_ml=_decimal(density) if density else None)
    except CannotPack as refused:
        return None, refused.reason.value
    return plan, None


def _need(need: Mapping[str, Any]) -> Amount | Cuts:
    unit = Unit(need["unit"])
    if "cuts" in need:
        return Cuts(tuple((int(cut["qty"]), _decimal(cut["length"])) for cut in need["cuts"]), unit)
    return Amount(_decimal(need["qty"]), unit)


def _decimal(value: Any) -> Decimal:
    return Decimal(str(value))
