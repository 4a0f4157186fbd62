"""The exact choice: one run of the solver for each stage of the order of precedence.

Earlier stages are kept by a row each; two neighbouring stages become one by integer weights where the
combined figure stays below `SAFE_WEIGHT`, so that doubles tell its whole numbers apart with digits to spare.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from commerce.quotes.choosing_problem import Plan, Priority, Problem, plan_of
from commerce.quotes.choosing_programme import Budget, Programme, Row, Stage, solve, total
from commerce.quotes.choosing_quick import choose_quickly, narrowed_to, settled

__all__ = ["TIME_LIMIT_SECONDS", "choose_exactly"]

TIME_LIMIT_SECONDS = 5.0
SAFE_WEIGHT = 10**9


def choose_exactly(problem: Problem, *, time_limit_seconds: float = TIME_LIMIT_SECONDS) -> Plan:
    """The best plan; the best one known, with `proven` false, if the solver's time runs out before the proof.

    Nothing on offer is not an error: the plan then misses every component.
    """
    budget = Budget(time_limit_seconds)
    quick, narrowed, proven = choose_quickly(problem), problem, True
    if problem.priority is Priority.SOONEST:
        narrowed, proven = _soonest(problem, budget)
    found = _lexicographic(narrowed, budget)
    plans = [quick, plan_of(problem, found.sellers)]
    best = min(plans, key=lambda plan: plan.cost.rank(problem.priority))
    return plan_of(problem, settled(problem, best.sellers), proven=proven and found.proven)


@dataclass(frozen=True)
class _Found:
    sellers: Mapping[str, str]
    proven: bool


def _soonest(problem: Problem, budget: Budget) -> tuple[Problem, bool]:
    """The problem narrowed to the sellers of the earliest date by which as much can be covered as ever."""
    dates = sorted({terms.ready_on for terms in problem.terms})
    if not dates:
        return replace(problem, priority=Priority.CHEAPEST), True
    goal, proven = _most_covered(narrowed_to(problem, dates[-1]), budget)
    low, high = 0, len(dates) - 1
    while low < high:
        middle = (low + high) // 2
        covered, sure = _most_covered(narrowed_to(problem, dates[middle]), budget)
        if covered >= goal:
            high = middle
        else:
            low, proven = middle + 1, proven and sure
    return narrowed_to(problem, dates[high]), proven


def _most_covered(problem: Problem, budget: Budget) -> tuple[int, bool]:
    found = _covering(problem, Programme(problem), budget)
    return len(found.sellers), found.proven


def _covering(problem: Problem, programme: Programme, budget: Budget) -> _Found:
    quick = choose_quickly(replace(problem, priority=Priority.CHEAPEST))
    if len(quick.sellers) == len(programme.lines_by_component):
        return _Found(quick.sellers, proven=True)
    start = programme.values_of(quick.sellers)
    answer = solve(programme, programme.uncovered(), [], start, budget)
    return _Found(programme.sellers_in(answer.values), answer.proven)


def _lexicographic(problem: Problem, budget: Budget) -> _Found:
    programme = Programme(problem)
    if not programme.lines:
        return _Found({}, proven=True)
    covering = _covering(problem, programme, budget)
    quick = choose_quickly(problem)
    best = quick.sellers if len(quick.sellers) >= len(covering.sellers) else covering.sellers
    values, proven = programme.values_of(best), covering.proven
    kept = [Row(programme.covered(), lower=len(best))]
    for stage in _merged(programme.stages(problem.priority)):
        answer = solve(programme, stage, kept, values, budget)
        values, proven = answer.values, proven and answer.proven
        kept.append(Row(stage.weights, upper=total(stage.weights, values)))
    return _Found(programme.sellers_in(values), proven)


def _merged(stages: list[Stage]) -> Iterator[Stage]:
    """Neighbouring stages as one, where the weights that let the first outweigh the second stay safe."""
    stages = list(stages)
    while len(stages) > 1:
        pairs = list(enumerate(pairwise(stages)))
        fitting = [n for n, (one, two) in pairs if (one.most + 1) * (two.most + 1) <= SAFE_WEIGHT]
        if not fitting:
            break
        at = fitting[-1]
        one, two = stages[at], stages[at + 1]
        factor = two.most + 1
        columns = sorted(set(one.weights) | set(two.weights))
        weights = {c: one.weights.get(c, 0) * factor + two.weights.get(c, 0) for c in columns}
        stages[at : at + 2] = [Stage(weights, one.most * factor + two.most)]
    yield from stages
