"""The choice as a mixed integer programme, and one run of HiGHS on it.

Columns are 0 or 1: a line is taken, a seller is used, a seller's fee falls away. The solver works in doubles;
all figures are integers far below 2**53, its answer is read as yes or no only and checked against every row
in integers, so that no figure of money ever comes out of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import highspy

from commerce.quotes.choosing_problem import Offer, Priority, Problem, Terms, offers_open

__all__ = ["Answer", "Budget", "Programme", "Row", "Stage", "solve", "total"]

# HiGHS counts a gap in the objective's own units; whole numbers closer than one are equal.
GAP = 0.5
OPTIONS: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": GAP,
    "mip_feasibility_tolerance": 1e-9,
}


@dataclass
class Budget:
    """Seconds of solving that are left; the solver counts them itself."""

    seconds: float


@dataclass(frozen=True)
class Row:
    """lower <= sum of weight * column <= upper; None is no bound."""

    weights: Mapping[int, int]
    lower: int | None = None
    upper: int | None = None

    def kept_by(self, values: tuple[int, ...]) -> bool:
        here = total(self.weights, values)
        return (self.lower is None or here >= self.lower) and (self.upper is None or here <= self.upper)


@dataclass(frozen=True)
class Stage:
    """Minimise sum of weight * column, which lies between 0 and `most` in every answer that matters."""

    weights: Mapping[int, int]
    most: int


@dataclass(frozen=True)
class Answer:
    values: tuple[int, ...]
    proven: bool


class Programme:
    """Columns and rows that hold for every stage: lines first, then sellers, then fees that fall away."""

    def __init__(self, problem: Problem) -> None:
        self.offers = offers_open(problem)
        self.sellers = sorted({offer.seller for offer in self.offers})
        self.most = len(self.sellers) if problem.most_sellers is None else max(0, problem.most_sellers)
        terms = problem.terms_of()
        self.terms = [terms[seller] for seller in self.sellers]
        self.lines_by_component: dict[str, list[int]] = {}
        self.lines_by_seller: dict[str, list[int]] = {}
        for x, offer in enumerate(self.offers):
            self.lines_by_component.setdefault(offer.component, []).append(x)
            self.lines_by_seller.setdefault(offer.seller, []).append(x)
        self.used = {seller: len(self.offers) + n for n, seller in enumerate(self.sellers)}
        self.fees = {t.seller: self._surest_fee(t, collect=problem.collect) for t in self.terms}
        unsettled = [t.seller for t in self.terms if self.fees[t.seller] and self._can_be_free(t)]
        self.freed = {s: len(self.offers) + len(self.sellers) + n for n, s in enumerate(unsettled)}
        self.columns = len(self.offers) + len(self.sellers) + len(self.freed)
        self.rows = list(self._rows())

    def _prices(self, seller: str) -> dict[int, int]:
        return {x: self.offers[x].price_minor for x in self.lines_by_seller[seller]}

    def _surest_fee(self, terms: Terms, *, collect: bool) -> int:
        """The fee, or 0 where any order that the seller takes is free of it."""
        least = max(terms.minimum_minor, min(self._prices(terms.seller).values()))
        return terms.fee_for(least, collect=collect)

    def _can_be_free(self, terms: Terms) -> bool:
        return terms.free_from_minor is not None and (
            sum(self._prices(terms.seller).values()) >= terms.free_from_minor
        )

    def _rows(self) -> Iterator[Row]:
        for lines in self.lines_by_component.values():
            yield Row(dict.fromkeys(lines, 1), upper=1)
        for x, offer in enumerate(self.offers):
            yield Row({x: 1, self.used[offer.seller]: -1}, upper=0)
        for terms in self.terms:
            prices, used = self._prices(terms.seller), self.used[terms.seller]
            if terms.minimum_minor > min(prices.values()):
                yield Row(prices | {used: -terms.minimum_minor}, lower=0)
            if terms.seller in self.freed and terms.free_from_minor is not None:
                freed = self.freed[terms.seller]
                yield Row(prices | {freed: -terms.free_from_minor}, lower=0)
                yield Row({freed: 1, used: -1}, upper=0)
        if self.most < len(self.sellers):
            yield Row(dict.fromkeys(self.used.values(), 1), upper=self.most)

    def uncovered(self) -> Stage:
        """Fewest components missing: each line counts minus one, from the number that could be covered."""
        return Stage(dict.fromkeys(range(len(self.offers)), -1), 0)

    def stages(self, priority: Priority) -> list[Stage]:
        at_most = min(self.most, len(self.sellers), len(self.lines_by_component))
        lines = len(self.lines_by_component)
        money, count = self._money(at_most), Stage(dict.fromkeys(self.used.values(), 1), at_most)
        match priority:
            case Priority.CHEAPEST | Priority.SOONEST:
                return [money, count]
            case Priority.FEWEST_SELLERS:
                return [count, money]
            case Priority.NEAREST:
                metres = {self.used[t.seller]: t.distance_metres for t in self.terms}
                return [Stage(metres, _largest(metres.values(), at_most)), money, count]
            case Priority.FAVOURITES:
                liked = {t.seller for t in self.terms if t.favourite}
                others = {x: 1 for x, offer in enumerate(self.offers) if offer.seller not in liked}
                return [Stage(others, lines), money, count]
            case Priority.LEAST_WASTE:
                return [self._by_line(lambda offer: offer.waste_minor), money, count]

    def _by_line(self, figure: Callable[[Offer], int]) -> Stage:
        weights = {x: figure(offer) for x, offer in enumerate(self.offers)}
        return Stage(weights, sum(max(weights[x] for x in xs) for xs in self.lines_by_component.values()))

    def _money(self, at_most: int) -> Stage:
        goods = self._by_line(lambda offer: offer.price_minor)
        fees = {self.used[seller]: fee for seller, fee in self.fees.items()}
        freed = {column: -self.fees[seller] for seller, column in self.freed.items()}
        return Stage({**goods.weights, **fees, **freed}, goods.most + _largest(fees.values(), at_most))

    def values_of(self, sellers: Mapping[str, str]) -> tuple[int, ...]:
        values = [0] * self.columns
        goods: dict[str, int] = {}
        for x, offer in enumerate(self.offers):
            if sellers.get(offer.component) == offer.seller:
                values[x] = values[self.used[offer.seller]] = 1
                goods[offer.seller] = goods.get(offer.seller, 0) + offer.price_minor
        for terms in self.terms:
            if terms.seller in self.freed and terms.seller in goods and terms.free_from_minor is not None:
                values[self.freed[terms.seller]] = int(goods[terms.seller] >= terms.free_from_minor)
        return tuple(values)

    def sellers_in(self, values: tuple[int, ...]) -> dict[str, str]:
        return {offer.component: offer.seller for x, offer in enumerate(self.offers) if values[x]}


def total(weights: Mapping[int, int], values: Sequence[int]) -> int:
    return sum(weight * values[column] for column, weight in weights.items())


def solve(
    programme: Programme, stage: Stage, kept: Sequence[Row], start: tuple[int, ...], budget: Budget
) -> Answer:
    """The best values for a stage under the programme's rows and those kept from earlier stages.

    `start` keeps all rows; it is the answer, unproven, where nothing better is found in time.
    """
    if budget.seconds <= 0:
        return Answer(start, proven=False)
    rows = [*programme.rows, *kept]
    solver = highspy.Highs()
    for name, value in OPTIONS.items():
        solver.setOptionValue(name, value)
    solver.setOptionValue("time_limit", budget.seconds)
    solver.passModel(_model(programme.columns, stage, rows))
    warm = highspy.HighsSolution()
    warm.col_value = [float(value) for value in start]
    solver.setSolution(warm)
    solver.run()
    budget.seconds -= solver.getRunTime()
    values = tuple(int(value > 0.5) for value in solver.getSolution().col_value)
    if len(values) != programme.columns or not all(row.kept_by(values) for row in rows):
        return Answer(start, proven=False)
    optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    if total(stage.weights, values) > total(stage.weights, start):
        return Answer(start, proven=False)
    return Answer(programme.values_of(programme.sellers_in(values)), proven=optimal)


def _model(columns: int, stage: Stage, rows: Sequence[Row]) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, len(rows)
    model.col_cost_ = [float(stage.weights.get(column, 0)) for column in range(columns)]
    model.col_lower_, model.col_upper_ = [0.0] * columns, [1.0] * columns
    model.integrality_ = [highspy.HighsVarType.kInteger] * columns
    model.row_lower_ = [-highspy.kHighsInf if row.lower is None else float(row.lower) for row in rows]
    model.row_upper_ = [highspy.kHighsInf if row.upper is None else float(row.upper) for row in rows]
    starts, indices, weights = [0], [], []
    for row in rows:
        indices += list(row.weights)
        weights += [float(weight) for weight in row.weights.values()]
        starts.append(len(indices))
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.num_col_, model.a_matrix_.num_row_ = columns, len(rows)
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = starts, indices, weights
    return model


def _largest(figures: Iterable[int], count: int) -> int:
    return sum(sorted(figures, reverse=True)[:count])
