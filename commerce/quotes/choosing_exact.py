"""The exact choice: one run of the solver for each stage of the order of precedence.

Earlier stages are kept by a row each. A tie-break joins the stage before it by integer weights where the
combined figure stays below `SAFE_WEIGHT`, so that doubles tell its whole numbers apart with digits to spare.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from commerce.quotes.choosing_problem import Plan, Priority, Problem, plan_of
from commerce.quotes.choosing_programme import Budget, Programme, Row, Stage, solve, total
from commerce.quotes.choosing_quick import choose_quickly, narrowed_to, settled

__all__ = ["TIME_LIMIT_SECONDS", "choose_exactly"]

TIME_LIMIT_SECONDS = 2.0
SAFE_WEIGHT = 10**9


def choose_exactly(problem: Problem, *, time_limit_seconds: float = TIME_LIMIT_SECONDS) -> Plan:
    """The best plan; the best one known, with `proven` false, if the solver's time runs out before the proof.

    Nothing on offer is not an error: the plan then misses every component.
    """
    budget = Budget(time_limit_seconds)
    quick, proven = choose_quickly(problem), True
    if problem.priority is Priority.SOONEST:
        narrowed, proven = _soonest(problem, budget)
        found = _lexicographic(narrowed, choose_quickly(narrowed), budget)
    else:
        found = _lexicographic(problem, quick, budget)
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
    found = _covering(Programme(problem), choose_quickly(problem, kicks=0), budget)
    return len(found.sellers), found.proven


def _covering(programme: Programme, quick: Plan, budget: Budget) -> _Found:
    """A choice that covers as many components as any; the quick one where it covers all on offer."""
    if len(quick.sellers) == len(programme.lines_by_component):
        return _Found(quick.sellers, proven=True)
    start = programme.values_of(quick.sellers)
    answer = solve(programme, programme.uncovered(), [], start, budget)
    if total(programme.covered(), answer.values) == len(quick.sellers):
        return _Found(quick.sellers, answer.proven)
    return _Found(programme.sellers_in(answer.values), answer.proven)


def _lexicographic(problem: Problem, quick: Plan, budget: Budget) -> _Found:
    programme = Programme(problem)
    if not programme.lines:
        return _Found({}, proven=True)
    covering = _covering(programme, quick, budget)
    best, proven = covering.sellers, covering.proven
    values = programme.values_of(best)
    kept = [Row(programme.covered(), lower=len(best))]
    for stage in _with_tie_break(programme.stages(problem.priority)):
        answer = solve(programme, stage, kept, values, budget)
        values, proven = answer.values, proven and answer.proven
        kept.append(Row(stage.weights, upper=total(stage.weights, values)))
    return _Found(programme.sellers_in(values), proven)


def _with_tie_break(stages: list[Stage]) -> list[Stage]:
    """The last stage within the one before, where it is the smaller and the weights stay safe.

    Number of sellers before money stays apart: joined, the solver's bound suffers much.
    """
    *earlier, last, ties = stages
    if ties.most > last.most or (last.most + 1) * (ties.most + 1) > SAFE_WEIGHT:
        return stages
    factor, columns = ties.most + 1, sorted(set(last.weights) | set(ties.weights))
    weights = {c: last.weights.get(c, 0) * factor + ties.weights.get(c, 0) for c in columns}
    return [*earlier, Stage(weights, last.most * factor + ties.most)]
