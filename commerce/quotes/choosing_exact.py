"""The exact choice: one run of the solver for each stage of the order of precedence.

Earlier stages are kept by a row each. A tie-break joins the stage before it by integer weights where the
combined figure stays below `SAFE_WEIGHT`, so that doubles tell its whole numbers apart with digits to spare.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from commerce.quotes.choosing_covers import covers
from commerce.quotes.choosing_problem import Plan, Priority, Problem, offers_open, plan_of
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
    """Coverage, then the priority's own figure, then money and number of sellers.

    Thresholds bear on money alone, so the stages before it do without the counters that are free of fees.
    """
    if problem.priority is Priority.FEWEST_SELLERS and (few := _among_covers(problem, quick, budget)):
        return few
    unpaid = Programme(replace(problem, collect=True))
    if not unpaid.lines:
        return _Found({}, proven=True)
    covering = _covering(unpaid, quick, budget)
    sellers, proven = covering.sellers, covering.proven
    full = Programme(problem)
    kept = [Row(full.covered(), lower=len(sellers))]
    own, full_own = unpaid.own(problem.priority), full.own(problem.priority)
    if own and full_own:
        first = solve(
            unpaid, own, [Row(unpaid.covered(), lower=len(sellers))], unpaid.values_of(sellers), budget
        )
        sellers, proven = unpaid.sellers_in(first.values), proven and first.proven
        kept.append(Row(full_own.weights, upper=total(own.weights, unpaid.values_of(sellers))))
    values = full.values_of(sellers)
    for stage in _with_tie_break(full.money(), full.count()):
        answer = solve(full, stage, kept, values, budget)
        values, proven = answer.values, proven and answer.proven
        kept.append(Row(stage.weights, upper=total(stage.weights, values)))
    return _Found(full.sellers_in(values), proven)


def _among_covers(problem: Problem, quick: Plan, budget: Budget) -> _Found | None:
    """The cheapest of all sets of so few sellers, where no set is smaller than the quick plan's.

    None where that cannot be told by trying sets, or where not all components are covered anyway.
    """
    offering: dict[str, list[str]] = {}
    for offer in offers_open(problem):
        offering.setdefault(offer.component, []).append(offer.seller)
    if len(quick.sellers) < len(offering) or covers(offering, quick.cost.sellers - 1) != []:
        return None
    sets = covers(offering, quick.cost.sellers)
    if sets is None:
        return None
    best, everyone = quick, frozenset(terms.seller for terms in problem.terms)
    for least, chosen in sorted((_least_money(problem, chosen), chosen) for chosen in sets):
        if least >= best.cost.money_minor:
            break
        among = replace(
            problem, priority=Priority.CHEAPEST, excluded=problem.excluded | everyone - set(chosen)
        )
        found = _lexicographic(among, choose_quickly(among, kicks=0), budget)
        best = min(best, plan_of(problem, found.sellers), key=lambda plan: plan.cost.rank(problem.priority))
        if not found.proven:
            return _Found(best.sellers, proven=False)
    return _Found(best.sellers, proven=True)


def _least_money(problem: Problem, chosen: tuple[str, ...]) -> int:
    """No plan of these sellers costs less: goods where they are cheapest, and fees that cannot fall away."""
    least: dict[str, int] = {}
    for offer in offers_open(problem):
        if offer.seller in chosen:
            least[offer.component] = min(offer.price_minor, least.get(offer.component, offer.price_minor))
    terms = problem.terms_of()
    fees = (terms[seller] for seller in chosen if terms[seller].free_from_minor is None)
    return sum(least.values()) + sum(t.fee_for(0, collect=problem.collect) for t in fees)


def _with_tie_break(money: Stage, count: Stage) -> list[Stage]:
    """Money and number of sellers as one stage where the weights stay safe, else one after the other."""
    if (money.most + 1) * (count.most + 1) > SAFE_WEIGHT:
        return [money, count]
    factor, columns = count.most + 1, sorted(set(money.weights) | set(count.weights))
    weights = {c: money.weights.get(c, 0) * factor + count.weights.get(c, 0) for c in columns}
    return [Stage(weights, money.most * factor + count.most)]
