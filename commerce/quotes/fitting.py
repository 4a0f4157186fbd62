"""Which seller can sell what of a list: the item of each seller that fits, and how many packs cover it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from commerce.catalogue.models import Item
from commerce.catalogue.service import available, items_for_sale
from commerce.matching.matching import Matcher
from commerce.matching.packs import CannotPack, PackPlan, packs_needed
from commerce.matching.searching import candidate_of
from commerce.methods.models import Component
from commerce.units import Amount, Unit

__all__ = ["FittedLine", "Fitting", "fit"]

CANDIDATES = 6


@dataclass(frozen=True)
class FittedLine:
    """`packs` packs of `item` for `component` at the list price; `plan` says what is left over."""

    component: Component
    item: Item
    packs: int
    price_minor: int
    plan: PackPlan
    sure: bool


@dataclass(frozen=True)
class Fitting:
    """Lines by seller, and the components that nobody sells or has left."""

    by_seller: dict[UUID, list[FittedLine]]
    unfit: tuple[Component, ...]


def fit(session: Session, components: Sequence[Component]) -> Fitting:
    """For each seller the cheapest fitting item in stock for each component."""
    items = items_for_sale(session)
    stock = available(session, items)
    by_seller: dict[UUID, list[FittedLine]] = defaultdict(list)
    unfit = []
    matchers = _matchers(items)
    for component in components:
        found = False
        for seller_id, (matcher, known) in matchers.items():
            line = _best_line(component, matcher, known, stock)
            if line is not None:
                by_seller[seller_id].append(line)
                found = True
        if not found:
            unfit.append(component)
    return Fitting(dict(by_seller), tuple(unfit))


def _matchers(items: Iterable[Item]) -> dict[UUID, tuple[Matcher, dict[UUID, Item]]]:
    of_seller: dict[UUID, list[Item]] = defaultdict(list)
    for item in items:
        of_seller[item.seller_id].append(item)
    return {
        seller_id: (Matcher([candidate_of(item) for item in own]), {item.id: item for item in own})
        for seller_id, own in of_seller.items()
    }


def _best_line(
    component: Component, matcher: Matcher, items: dict[UUID, Item], stock: dict[UUID, int]
) -> FittedLine | None:
    if component.item_id is not None:
        chosen = items.get(component.item_id)
        fits = [(chosen, True)] if chosen else []
    else:
        matches = matcher.best(component.name, kind=component.kind, at_most=CANDIDATES)
        best = max((match.score for match in matches), default=0)
        fits = [(items[m.item_id], m.sure) for m in matches if m.sure and m.score >= best - 5]
    lines = [_line(component, item, sure) for item, sure in fits]
    in_stock = [line for line in lines if line is not None and stock[line.item.id] >= line.packs]
    return min(in_stock, key=lambda line: (line.price_minor, line.item.code), default=None)


def _line(component: Component, item: Item, sure: bool) -> FittedLine | None:
    need = component.amount or Amount(Decimal(1), Unit.PIECE)
    if component.amount is None:
        plan = PackPlan(packs=1, covered=item.pack, leftover=None, note="amount_open")
    else:
        need = Amount(need.qty_max or need.qty, need.unit)
        try:
            plan = packs_needed(
                need, item.pack, density_g_per_ml=item.density_g_per_ml, piece_grams=item.piece_grams
            )
        except CannotPack:
            return None
    return FittedLine(component, item, plan.packs, plan.packs * item.price_minor, plan, sure)
