"""What a plan leaves unbought because a seller's smallest order is not reached. Pure."""

from collections import defaultdict
from dataclasses import dataclass

from commerce.quotes.choosing_problem import Plan, Problem

__all__ = ["Shortfall", "shortfalls"]


@dataclass(frozen=True)
class Shortfall:
    """`components` are offered by `seller`, whose smallest order is `lacks_minor` more than all it offers
    here (0: it could be reached, if lines were moved there from others)."""

    seller: str
    components: tuple[str, ...]
    minimum_minor: int
    lacks_minor: int


def shortfalls(problem: Problem, plan: Plan) -> tuple[Shortfall, ...]:
    """By seller, each component with the seller that lacks least; nothing for what nobody offers."""
    terms = problem.terms_of()
    wanted, missing = set(problem.components), set(plan.missing)
    goods: dict[str, int] = defaultdict(int)
    for offer in problem.offers:
        if offer.component in wanted and offer.seller not in problem.excluded:
            goods[offer.seller] += offer.price_minor
    lacks = {seller: max(terms[seller].minimum_minor - value, 0) for seller, value in goods.items()}
    nearest: dict[str, str] = {}
    for offer in problem.offers:
        if offer.component in missing and offer.seller in lacks:
            before = nearest.get(offer.component, offer.seller)
            nearest[offer.component] = min(before, offer.seller, key=lambda one: (lacks[one], one))
    by_seller: dict[str, list[str]] = defaultdict(list)
    for component in plan.missing:
        if component in nearest:
            by_seller[nearest[component]].append(component)
    return tuple(
        Shortfall(seller, tuple(own), terms[seller].minimum_minor, lacks[seller])
        for seller, own in by_seller.items()
    )
