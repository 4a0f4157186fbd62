"""Facts for "why this plan" and "why not that one": typed, counted, without a word for people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from commerce.quotes.choosing_exact import choose_exactly
from commerce.quotes.choosing_problem import Cost, Offer, Plan, Priority, Problem, Terms, breaches, plan_of
from commerce.quotes.choosing_quick import choose_quickly

__all__ = [
    "AddsFee",
    "BelowMinimum",
    "Dearer",
    "Difference",
    "Excluded",
    "Farther",
    "Lacks",
    "Later",
    "NotUsed",
    "OfferedPinnedElsewhere",
    "OtherPlan",
    "Reasons",
    "SamePrice",
    "WhyNot",
    "WithIt",
    "difference",
    "reasons",
]


@dataclass(frozen=True)
class Difference:
    """Another plan minus this one; positive figures mean that the other needs more. None: not comparable."""

    missing: int
    money_minor: int
    sellers: int
    days: int | None
    metres: int
    favourite_lines: int
    waste_minor: int


@dataclass(frozen=True)
class OtherPlan:
    """What the sellers would be by another priority. `same`: it is the plan at hand."""

    priority: Priority
    plan: Plan
    difference: Difference
    same: bool


@dataclass(frozen=True)
class Excluded:
    """The consumer has excluded the seller."""


@dataclass(frozen=True)
class Lacks:
    """Components wanted that the seller does not offer."""

    components: tuple[str, ...]


@dataclass(frozen=True)
class OfferedPinnedElsewhere:
    """Components that the seller offers and the consumer has given to another one."""

    components: tuple[str, ...]


@dataclass(frozen=True)
class BelowMinimum:
    """All that it could be given stays below its minimum order."""

    goods_minor: int
    minimum_minor: int


@dataclass(frozen=True)
class Dearer:
    """Its goods against the plan's prices of the same components."""

    components: tuple[str, ...]
    by_minor: int


@dataclass(frozen=True)
class SamePrice:
    """It asks as much as the plan for what it offers, or less."""

    components: tuple[str, ...]
    less_by_minor: int


@dataclass(frozen=True)
class AddsFee:
    """Its delivery fee for all it offers, as one seller more."""

    fee_minor: int


@dataclass(frozen=True)
class Later:
    """Days after the latest seller of the plan."""

    days: int
    ready_on: date


@dataclass(frozen=True)
class Farther:
    """Metres more than the farthest seller of the plan."""

    by_metres: int


@dataclass(frozen=True)
class WithIt:
    """The best plan found that buys something from it, against the plan at hand."""

    plan: Plan
    difference: Difference


WhyNot = (
    Excluded
    | Lacks
    | OfferedPinnedElsewhere
    | BelowMinimum
    | Dearer
    | SamePrice
    | AddsFee
    | Later
    | Farther
    | WithIt
)


@dataclass(frozen=True)
class NotUsed:
    """One seller that the plan leaves out, and why; the weightiest fact first."""

    seller: str
    facts: tuple[WhyNot, ...]


@dataclass(frozen=True)
class Reasons:
    """`single`: the one seller that covers most, the cheapest of equals; None if nobody covers any."""

    priority: Priority
    cost: Cost
    single: OtherPlan | None
    others: tuple[OtherPlan, ...]
    not_used: tuple[NotUsed, ...]


def reasons(problem: Problem, plan: Plan, *, choose: Callable[[Problem], Plan] = choose_exactly) -> Reasons:
    """Why this plan, what each other priority would bring, and why each other seller is not in it.

    `choose` makes the plans to compare with: `choose_quickly` where the answer has to be instant.
    """
    one = 1 if problem.most_sellers is None else min(1, problem.most_sellers)
    singles = choose(replace(problem, priority=Priority.CHEAPEST, most_sellers=one))
    return Reasons(
        priority=problem.priority,
        cost=plan.cost,
        single=_other(Priority.CHEAPEST, singles, plan) if singles.sellers else None,
        others=tuple(
            _other(priority, choose(replace(problem, priority=priority)), plan)
            for priority in Priority
            if priority is not problem.priority
        ),
        not_used=tuple(
            NotUsed(terms.seller, _why_not(problem, plan, terms))
            for terms in sorted(problem.terms, key=lambda terms: terms.seller)
            if terms.seller not in plan.used
        ),
    )


def difference(plan: Plan, other: Plan) -> Difference:
    mine, its = plan.cost, other.cost
    return Difference(
        missing=its.missing - mine.missing,
        money_minor=its.money_minor - mine.money_minor,
        sellers=its.sellers - mine.sellers,
        days=(its.latest - mine.latest).days if its.latest and mine.latest else None,
        metres=its.distance_metres - mine.distance_metres,
        favourite_lines=its.favourite_lines - mine.favourite_lines,
        waste_minor=its.waste_minor - mine.waste_minor,
    )


def _other(priority: Priority, other: Plan, plan: Plan) -> OtherPlan:
    return OtherPlan(priority, other, difference(plan, other), same=other.sellers == plan.sellers)


def _why_not(problem: Problem, plan: Plan, terms: Terms) -> tuple[WhyNot, ...]:
    seller = terms.seller
    offers = {
        o.component: o for o in problem.offers if o.seller == seller and o.component in problem.components
    }
    lacking = tuple(component for component in problem.components if component not in offers)
    lacks = (Lacks(lacking),) if lacking else ()
    if seller in problem.excluded:
        return Excluded(), *lacks
    pinned = tuple(c for c in problem.components if c in offers and problem.pinned.get(c, seller) != seller)
    elsewhere = (OfferedPinnedElsewhere(pinned),) if pinned else ()
    open_offers = {component: offer for component, offer in offers.items() if component not in pinned}
    if not open_offers:
        return *elsewhere, *lacks
    goods = sum(offer.price_minor for offer in open_offers.values())
    if goods < terms.minimum_minor:
        return BelowMinimum(goods, terms.minimum_minor), *elsewhere, *lacks
    facts = [*_with_it(problem, plan, seller, open_offers), *_terms_against(problem, plan, terms, goods)]
    return *facts, *_prices_against(problem, plan, open_offers), *elsewhere, *lacks


def _prices_against(
    problem: Problem, plan: Plan, offers: Mapping[str, Offer]
) -> tuple[Dearer | SamePrice, ...]:
    paid = {(offer.component, offer.seller): offer.price_minor for offer in problem.offers}
    both = tuple(component for component in plan.sellers if component in offers)
    if not both:
        return ()
    more = sum(offers[c].price_minor - paid[c, plan.sellers[c]] for c in both)
    return (Dearer(both, more),) if more > 0 else (SamePrice(both, -more),)


def _terms_against(problem: Problem, plan: Plan, terms: Terms, goods: int) -> list[WhyNot]:
    facts: list[WhyNot] = []
    fee = terms.fee_for(goods, collect=problem.collect)
    if fee:
        facts.append(AddsFee(fee))
    if plan.cost.latest and terms.ready_on > plan.cost.latest:
        facts.append(Later((terms.ready_on - plan.cost.latest).days, terms.ready_on))
    farthest = max((t.distance_metres for t in problem.terms if t.seller in plan.used), default=None)
    if farthest is not None and terms.distance_metres > farthest:
        facts.append(Farther(terms.distance_metres - farthest))
    return facts


def _with_it(problem: Problem, plan: Plan, seller: str, offers: Mapping[str, Offer]) -> tuple[WithIt, ...]:
    """The best of: all it offers, or one line of it, with the rest as the plan has it or chosen anew."""
    found: list[Plan] = []
    moves = [dict.fromkeys(offers, seller), *({component: seller} for component in offers)]
    for moved in moves:
        by_hand = {**plan.sellers, **moved}
        if not breaches(problem, by_hand):
            found.append(plan_of(problem, by_hand))
    pinned = dict(problem.pinned) | dict.fromkeys(offers, seller)
    anew = choose_quickly(replace(problem, pinned=pinned), kicks=0)
    found += [anew] if seller in anew.used else []
    if not found:
        return ()
    best = min(found, key=lambda other: other.cost.rank(problem.priority))
    return (WithIt(best, difference(plan, best)),)
