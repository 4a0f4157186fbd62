"""Time and gap of the instant choice and of the solver, over markets of three sizes.

A market is drawn from a seed: a seller has half of the components, at its own level of prices (85 to 120 % of
the usual) with a tenth up or down by item, and asks for a delivery fee that is worth saving. In a conditional
market every third one delivers free from some value on, and every fourth has a minimum order.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, median

from commerce.quotes.choosing import (
    Offer,
    Plan,
    Priority,
    Problem,
    Terms,
    choose_exactly,
    choose_quickly,
    cost_of,
)

__all__ = ["HEADINGS", "SIZES", "Row", "market", "run"]

SIZES = ((12, 8), (30, 50), (50, 100))
HEADINGS = (
    "components x sellers",
    "market",
    "priority",
    "markets",
    "quick ms",
    "gap %",
    "gap max %",
    "exact ms",
    "exact ms max",
    "proven",
    "cheapest per line %",
)
FIRST_DAY = date(2026, 1, 5)


@dataclass(frozen=True)
class Row:
    """Medians over the markets of one size; gaps in money above the exact plan, in per cent."""

    size: str
    conditions: bool
    priority: Priority
    markets: int
    quick_ms: float
    gap_percent: float
    gap_percent_max: float
    exact_ms: float
    exact_ms_max: float
    proven: int
    cheapest_per_line_percent: float

    def cells(self) -> tuple[str, ...]:
        return (
            self.size,
            "fees, thresholds, minimums" if self.conditions else "fees",
            self.priority.value,
            str(self.markets),
            f"{self.quick_ms:.1f}",
            f"{self.gap_percent:.2f}",
            f"{self.gap_percent_max:.2f}",
            f"{self.exact_ms:.1f}",
            f"{self.exact_ms_max:.1f}",
            f"{self.proven}/{self.markets}",
            f"{self.cheapest_per_line_percent:.1f}",
        )


def run(
    *,
    sizes: Sequence[tuple[int, int]] = SIZES,
    priorities: Sequence[Priority] = (Priority.CHEAPEST,),
    markets: int = 15,
) -> list[Row]:
    """Two rows for each size and priority, of plain and of conditional markets; `HEADINGS` name the cells."""
    return [
        _row(size, priority, markets, conditions=conditions)
        for size in sizes
        for priority in priorities
        for conditions in (False, True)
    ]


def market(
    components: int,
    sellers: int,
    seed: int,
    priority: Priority = Priority.CHEAPEST,
    *,
    conditions: bool = True,
) -> Problem:
    rng = random.Random(f"{components} {sellers} {seed}")
    wanted = tuple(f"c{n:03}" for n in range(components))
    shops = [f"s{n:03}" for n in range(sellers)]
    level = {shop: rng.randint(85, 120) for shop in shops}
    usual = {component: rng.randint(80, 2500) for component in wanted}
    offers = tuple(
        Offer(
            component,
            shop,
            usual[component] * level[shop] * rng.randint(90, 110) // 10_000,
            rng.randint(0, 300),
        )
        for shop in shops
        for component in wanted
        if rng.random() < 0.5
    )
    terms = tuple(
        Terms(
            seller=shop,
            delivery_fee_minor=rng.choice([290, 390, 490, 590, 790]),
            free_from_minor=rng.choice([4000, 6000, 9000]) if conditions and n % 3 == 0 else None,
            minimum_minor=rng.choice([1000, 2000]) if conditions and n % 4 == 0 else 0,
            ready_on=FIRST_DAY + timedelta(days=rng.randint(0, 6)),
            distance_metres=rng.randint(200, 12_000),
            favourite=rng.random() < 0.2,
        )
        for n, shop in enumerate(shops)
    )
    return Problem(wanted, offers, terms, priority)


def _row(size: tuple[int, int], priority: Priority, markets: int, *, conditions: bool) -> Row:
    quick_ms, exact_ms, gaps, naive, proven = [], [], [], [], 0
    for seed in range(markets):
        problem = market(*size, seed, priority, conditions=conditions)
        quick, quick_took = _timed(choose_quickly, problem)
        exact, exact_took = _timed(choose_exactly, problem)
        quick_ms.append(quick_took)
        exact_ms.append(exact_took)
        gaps.append(_per_cent_above(quick.cost.money_minor, exact.cost.money_minor))
        naive.append(_per_cent_above(_cheapest_per_line(problem), exact.cost.money_minor))
        proven += exact.proven
    return Row(
        size=f"{size[0]} x {size[1]}",
        conditions=conditions,
        priority=priority,
        markets=markets,
        quick_ms=median(quick_ms),
        gap_percent=mean(gaps),
        gap_percent_max=max(gaps),
        exact_ms=median(exact_ms),
        exact_ms_max=max(exact_ms),
        proven=proven,
        cheapest_per_line_percent=mean(naive),
    )


def _timed(choose: Callable[[Problem], Plan], problem: Problem) -> tuple[Plan, float]:
    started = time.perf_counter()
    plan = choose(problem)
    return plan, (time.perf_counter() - started) * 1000


def _per_cent_above(figure: int, least: int) -> float:
    return 100 * (figure / least - 1)


def _cheapest_per_line(problem: Problem) -> int:
    """What it costs to buy every component where it alone is cheapest, fees found out afterwards."""
    cheapest: dict[str, Offer] = {}
    for offer in problem.offers:
        known = cheapest.get(offer.component)
        if known is None or offer.price_minor < known.price_minor:
            cheapest[offer.component] = offer
    return cost_of(problem, {component: offer.seller for component, offer in cheapest.items()}).money_minor
