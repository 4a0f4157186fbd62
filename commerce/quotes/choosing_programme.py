"""The choice as a mixed integer programme, and one run of HiGHS on it.

Columns are 0 or 1: a line is taken, a seller is used. The solver works in doubles;
all figures are integers far below 2**53, its answer is read as yes or no only and checked against every row
in integers, so that no figure of money ever comes out of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import highspy

from commerce.quotes.choosing_problem import Offer, Priority, Problem, Terms, offers_open

__all__ = ["Answer", "Budget", "Counter", "Programme", "Row", "Stage", "solve", "total"]

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


@dataclass(frozen=True)
class Counter:
    """A seller at one fee: where a threshold may do away with the fee, a seller has a second, free counter.

    Two counters with lines of their own leave the relaxation far tighter than one with a fee that shrinks.
    """

    terms: Terms
    fee_minor: int
    minimum_minor: int


@dataclass(frozen=True)
class Line:
    offer: Offer
    counter: int


class Programme:
    """Columns (first lines, then counters) and the rows that hold in every stage."""

    def __init__(self, problem: Problem) -> None:
        offers, terms = offers_open(problem), problem.terms_of()
        by_seller: dict[str, list[Offer]] = {}
        for offer in offers:
            by_seller.setdefault(offer.seller, []).append(offer)
        self.sellers = sorted(by_seller)
        self.most = len(self.sellers) if problem.most_sellers is None else max(0, problem.most_sellers)
        self.counters = [
            counter
            for seller in self.sellers
            for counter in _counters(terms[seller], by_seller[seller], collect=problem.collect)
        ]
        self.lines = [
            Line(offer, n)
            for n, counter in enumerate(self.counters)
            for offer in by_seller[counter.terms.seller]
        ]
        self.lines_by_component: dict[str, list[int]] = {}
        for x, line in enumerate(self.lines):
            self.lines_by_component.setdefault(line.offer.component, []).append(x)
        self.columns = len(self.lines) + len(self.counters)
        self.rows = list(self._rows())

    def used(self, counter: int) -> int:
        """The column that says whether a counter is used."""
        return len(self.lines) + counter

    def _rows(self) -> Iterator[Row]:
        for lines in self.lines_by_component.values():
            yield Row(dict.fromkeys(lines, 1), upper=1)
        prices: dict[int, dict[int, int]] = {}
        for x, line in enumerate(self.lines):
            prices.setdefault(line.counter, {})[x] = line.offer.price_minor
            yield Row({x: 1, self.used(line.counter): -1}, upper=0)
        together: dict[str, list[int]] = {}
        for n, counter in enumerate(self.counters):
            together.setdefault(counter.terms.seller, []).append(self.used(n))
            if counter.minimum_minor > min(prices[n].values()):
                yield Row(prices[n] | {self.used(n): -counter.minimum_minor}, lower=0)
        yield from (
            Row(dict.fromkeys(columns, 1), upper=1) for columns in together.values() if len(columns) > 1
        )
        if self.most < len(self.sellers):
            yield Row(self._by_counter(lambda counter: 1), upper=self.most)

    def covered(self) -> dict[int, int]:
        return dict.fromkeys(range(len(self.lines)), 1)

    def uncovered(self) -> Stage:
        """Fewest components missing: every line taken counts minus one."""
        return Stage(dict.fromkeys(range(len(self.lines)), -1), 0)

    def own(self, priority: Priority) -> Stage | None:
        """What a priority looks at before money; None where that is all."""
        match priority:
            case Priority.CHEAPEST | Priority.SOONEST:
                return None
            case Priority.FEWEST_SELLERS:
                return self.count()
            case Priority.NEAREST:
                return self._per_counter(lambda counter: counter.terms.distance_metres)
            case Priority.FAVOURITES:
                liked = {counter.terms.seller for counter in self.counters if counter.terms.favourite}
                return self._per_line(lambda offer: int(offer.seller not in liked))
            case Priority.LEAST_WASTE:
                return self._per_line(lambda offer: offer.waste_minor)

    def count(self) -> Stage:
        return self._per_counter(lambda counter: 1)

    def money(self) -> Stage:
        goods = self._per_line(lambda offer: offer.price_minor)
        fees = self._per_counter(lambda counter: counter.fee_minor)
        return Stage({**goods.weights, **fees.weights}, goods.most + fees.most)

    def _per_line(self, figure: Callable[[Offer], int]) -> Stage:
        weights = {x: figure(line.offer) for x, line in enumerate(self.lines)}
        return Stage(weights, sum(max(weights[x] for x in xs) for xs in self.lines_by_component.values()))

    def _per_counter(self, figure: Callable[[Counter], int]) -> Stage:
        weights = self._by_counter(figure)
        sellers_at_most = min(self.most, len(self.sellers), len(self.lines_by_component))
        return Stage(weights, sum(sorted(weights.values(), reverse=True)[:sellers_at_most]))

    def _by_counter(self, figure: Callable[[Counter], int]) -> dict[int, int]:
        return {self.used(n): figure(counter) for n, counter in enumerate(self.counters)}

    def values_of(self, sellers: Mapping[str, str]) -> tuple[int, ...]:
        """The columns of a choice, each seller at the cheapest of its counters that its goods allow."""
        taken = [line.offer.seller == sellers.get(line.offer.component) for line in self.lines]
        goods = [0] * len(self.counters)
        for line, take in zip(self.lines, taken, strict=True):
            goods[line.counter] += line.offer.price_minor * take
        stands: dict[str, int] = {}
        for n, counter in enumerate(self.counters):
            if goods[n] >= counter.minimum_minor:
                stands[counter.terms.seller] = n
        at = [
            take and stands.get(line.offer.seller) == line.counter
            for line, take in zip(self.lines, taken, strict=True)
        ]
        open_counters = {line.counter for line, here in zip(self.lines, at, strict=True) if here}
        return tuple(int(here) for here in at) + tuple(
            int(n in open_counters) for n in range(len(self.counters))
        )

    def sellers_in(self, values: tuple[int, ...]) -> dict[str, str]:
        return {line.offer.component: line.offer.seller for x, line in enumerate(self.lines) if values[x]}


def _counters(terms: Terms, offers: Sequence[Offer], *, collect: bool) -> Iterator[Counter]:
    """The paying counter, then the free one where some orders that the seller takes pay and others do not."""
    prices = [offer.price_minor for offer in offers]
    surely = terms.fee_for(max(terms.minimum_minor, min(prices)), collect=collect)
    yield Counter(terms, surely, terms.minimum_minor)
    if surely and terms.free_from_minor is not None and sum(prices) >= terms.free_from_minor:
        yield Counter(terms, 0, terms.free_from_minor)


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
