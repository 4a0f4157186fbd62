"""Which seller can sell what of a list: the item of each seller that fits, and how many packs cover it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from commerce.catalogue.models import Item
from commerce.catalogue.service import available
from commerce.matching.contents import by_contents
from commerce.matching.item_packs import packs_of_item
from commerce.matching.matching import Match, Matcher
from commerce.matching.packs import CannotPack, PackPlan
from commerce.matching.shelf import shelf_of
from commerce.matching.stock import pieces_to_cut
from commerce.matching.titles import without_measures, without_packing
from commerce.methods.models import Component, ComponentList
from commerce.units import Amount, Measures, Unit, measures_of

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
    shelf = shelf_of(session)
    languages = _languages(session, components)
    fitting = {
        (component.id, seller_id): _lines(
            component, matcher, shelf.items, seller_id, languages[component.list_id]
        )
        for component in components
        for seller_id, matcher in shelf.by_seller.items()
    }
    stock = available(session, {line.item.id for lines in fitting.values() for line in lines})
    by_seller: dict[UUID, list[FittedLine]] = defaultdict(list)
    found = set()
    for (component_id, seller_id), lines in fitting.items():
        in_stock = [line for line in lines if stock[line.item.id] >= line.packs]
        if in_stock:
            by_seller[seller_id].append(min(in_stock, key=_rank))
            found.add(component_id)
    unfit = tuple(component for component in components if component.id not in found)
    return Fitting(dict(by_seller), unfit)


def _rank(line: FittedLine) -> tuple[bool, int, str]:
    """What the person chose for such a component before comes first, then the cheapest."""
    return line.item.id != line.component.prefers_id, line.price_minor, line.item.code


def _languages(session: Session, components: Sequence[Component]) -> dict[UUID, str]:
    """The language of each list's page, which tells its spoons and cups, and what some of its words mean."""
    of_lists = col(ComponentList.id).in_({component.list_id for component in components})
    lists = session.exec(select(ComponentList).where(of_lists))
    return {one.id: one.language for one in lists}


def _lines(
    component: Component,
    matcher: Matcher,
    items: Mapping[UUID, Item],
    seller_id: UUID,
    language: str,
) -> list[FittedLine]:
    """The seller's items that fit equally well, each with its packs."""
    if component.item_id is not None:
        chosen = items.get(component.item_id)
        fits = [(chosen, True)] if chosen and chosen.seller_id == seller_id else []
    else:
        preferred = items.get(component.prefers_id) if component.prefers_id is not None else None
        found = _matches(component, matcher, preferred, language)
        fits = [(items[match.item_id], match.sure) for match in found]
        if preferred is not None and preferred.seller_id == seller_id:
            fits = [(preferred, True), *((item, sure) for item, sure in fits if item.id != preferred.id)]
    lines = [_line(component, item, sure, measures_of(language)) for item, sure in fits]
    return [line for line in lines if line is not None]


def _matches(component: Component, matcher: Matcher, preferred: Item | None, language: str) -> list[Match]:
    """The sure matches that fit about as well as the best: for what the person chose for such a component
    before, where the seller has the like of it, else for its name."""
    if preferred is not None:
        alike = _sure(component, matcher, without_measures(without_packing(preferred.title)), language)
        if alike:
            return alike
    return _sure(component, matcher, component.name, language)


def _sure(component: Component, matcher: Matcher, name: str, language: str) -> list[Match]:
    unit = component.amount.unit if component.amount is not None and name == component.name else None
    matches = matcher.best(
        name, kind=component.kind, size=component.size, at_most=CANDIDATES, language=language, unit=unit
    )
    best = max((match.score for match in matches), default=0)
    return [match for match in matches if match.sure and match.score >= best - 5]


def _line(component: Component, item: Item, sure: bool, measures: Measures) -> FittedLine | None:
    need = component.amount or Amount(Decimal(1), Unit.PIECE)
    if component.amount is None:
        plan = PackPlan(packs=1, covered=item.pack, leftover=None, note="amount_open")
    else:
        need = Amount(need.qty_max or need.qty, need.unit)
        need = by_contents(need, component.size, item.title, item.pack)
        try:
            plan = packs_of_item(
                component.name,
                pieces_to_cut(need, component.size, item.title, item.pack),
                item.title,
                item.pack,
                density_g_per_ml=item.density_g_per_ml,
                piece_grams=item.piece_grams,
                measures=measures,
            )
        except CannotPack:
            return None
    return FittedLine(component, item, plan.packs, plan.packs * item.price_minor, plan, sure)
