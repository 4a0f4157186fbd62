"""Proposals: whom to buy what from, by the person's priority, out of the quotes that bind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from sqlmodel import Session, col, delete, select

from commerce import events
from commerce.catalogue.models import Item, Seller
from commerce.catalogue.service import item_of, seller_of
from commerce.methods.events import ListChanged
from commerce.methods.models import Component
from commerce.methods.service import components_of
from commerce.quotes.answering import binding_quote, quote_lines
from commerce.quotes.asking import inquiries_of
from commerce.quotes.choosing import (
    Offer,
    Plan,
    Priority,
    Problem,
    SellerBelowMinimum,
    Terms,
    breaches,
    choose_exactly,
    choose_quickly,
    plan_of,
)
from commerce.quotes.choosing_reasons import Reasons, reasons
from commerce.quotes.events import Proposed
from commerce.quotes.locking import locked_round
from commerce.quotes.models import Choice, InquiryLine, InquiryState, Quote, QuoteLine, Round, RoundState

__all__ = [
    "CannotMoveLine", "HeldBack", "Place", "Proposal", "ProposedLine", "RoundStillOpen", "SellerShare",
    "avoid", "chosen_in", "compare", "delivery_fee", "leave_out", "metres_between", "move_line",
    "problem_of", "proposal_of", "propose",
]  # fmt: skip

EARTH_METRES = 6_371_000
SOLVER_SECONDS = 0.3
"""A proposal is made inside a unit of work; what the solver has by then is good."""
COMPARED = (Priority.CHEAPEST, Priority.SOONEST, Priority.FEWEST_SELLERS, Priority.NEAREST)


@dataclass(frozen=True)
class Place:
    """WGS 84 degrees: where the consumer is, as far as known (else the town's centre)."""

    latitude: float
    longitude: float


@dataclass
class RoundStillOpen(Exception):
    """The round is open or no longer current: there is nothing to propose yet."""

    round: Round


@dataclass
class CannotMoveLine(Exception):
    """That seller has not offered this component."""

    component: Component
    seller: Seller


@dataclass(frozen=True)
class ProposedLine:
    component: Component
    item: Item
    inquiry_line: InquiryLine
    quote_line: QuoteLine
    by_hand: bool


@dataclass(frozen=True)
class SellerShare:
    """What one seller would provide: goods and what bringing it costs."""

    seller: Seller
    quote: Quote
    lines: tuple[ProposedLine, ...]
    goods_minor: int
    fee_minor: int


@dataclass(frozen=True)
class HeldBack:
    """Components that only this seller offers, who would get less than its minimum order by them."""

    seller: Seller
    components: tuple[Component, ...]


@dataclass(frozen=True)
class Proposal:
    """A choice of sellers; `why` explains it against the other ways. `missing`: nobody offered these.

    `below_minimum`: sellers that would get too little for their minimum order (after a move by hand).
    `held_back`: components offered but not chosen. `for_pick_up`: sellers whose offer holds at their counter
    only, while the person has things brought.
    """

    round: Round
    shares: tuple[SellerShare, ...]
    missing: tuple[Component, ...]
    why: Reasons
    plan: Plan
    below_minimum: tuple[SellerBelowMinimum, ...]
    held_back: tuple[HeldBack, ...] = ()
    for_pick_up: tuple[Seller, ...] = ()

    @property
    def goods_minor(self) -> int:
        return sum(share.goods_minor for share in self.shares)

    @property
    def fees_minor(self) -> int:
        return sum(share.fee_minor for share in self.shares)

    @property
    def total_minor(self) -> int:
        return self.goods_minor + self.fees_minor


def propose(session: Session, closed: Round, priority: Priority, place: Place, now: datetime) -> None:
    """Choose sellers by `priority`; lines moved by hand before are chosen anew."""
    if locked_round(session, closed.id).state is not RoundState.CLOSED:
        raise RoundStillOpen(closed)
    closed.priority = priority.value
    session.add(closed)
    problem, lines = problem_of(session, closed, place)
    plan = choose_exactly(problem, time_limit_seconds=SOLVER_SECONDS)
    _keep_choices(session, closed, plan, lines)
    event = Proposed(closed.person_id, closed.id, subjects=(closed.id,))
    events.record(session, event, now)


def move_line(
    session: Session, closed: Round, component: Component, seller: Seller, place: Place, now: datetime
) -> bool:
    """Buy this component from that seller; the other lines stay. False if it is bought there already."""
    if locked_round(session, closed.id).state is not RoundState.CLOSED:
        raise RoundStillOpen(closed)
    _, lines = problem_of(session, closed, place)
    if (str(component.id), str(seller.id)) not in lines:
        raise CannotMoveLine(component, seller)
    choice = session.get(Choice, (closed.id, component.id))
    if choice is not None and choice.seller_id == seller.id:
        return False
    quote_line_id = lines[str(component.id), str(seller.id)][0].id
    if choice is None:
        choice = Choice(
            round_id=closed.id,
            component_id=component.id,
            seller_id=seller.id,
            quote_line_id=quote_line_id,
        )
    choice.seller_id, choice.quote_line_id, choice.by_hand = seller.id, quote_line_id, True
    session.add(choice)
    session.flush()
    event = Proposed(closed.person_id, closed.id, subjects=(closed.id,))
    events.record(session, event, now)
    return True


def avoid(session: Session, closed: Round, seller: Seller, place: Place, now: datetime) -> bool:
    """Buy nothing from this seller: its lines are chosen anew. False if nothing was bought there."""
    if locked_round(session, closed.id).state is not RoundState.CLOSED:
        raise RoundStillOpen(closed)
    before = {
        choice.component_id: (choice.seller_id, choice.by_hand)
        for choice in session.exec(select(Choice).where(Choice.round_id == closed.id))
    }
    if seller.id not in {seller_id for seller_id, _ in before.values()}:
        return False
    problem, lines = problem_of(session, closed, place)
    pinned = {str(key): str(at) for key, (at, by_hand) in before.items() if by_hand and at != seller.id}
    narrowed = replace(problem, excluded=frozenset({str(seller.id)}), pinned=pinned)
    _keep_choices(session, closed, choose_exactly(narrowed, time_limit_seconds=SOLVER_SECONDS), lines)
    for choice in session.exec(select(Choice).where(Choice.round_id == closed.id)):
        choice.by_hand = before.get(choice.component_id) != (choice.seller_id, False)
        session.add(choice)
    session.flush()
    event = Proposed(closed.person_id, closed.id, subjects=(closed.id,))
    events.record(session, event, now)
    return True


def chosen_in(session: Session, round_id: UUID) -> bool:
    """Whether anything can be bought of this round's offers."""
    return session.exec(select(Choice).where(Choice.round_id == round_id).limit(1)).first() is not None


def leave_out(
    session: Session, current: Round, components: Sequence[Component], place: Place, now: datetime
) -> None:
    """These components are not needed after all; the inquiries stay, a proposal is made anew."""
    locked_round(session, current.id)
    for component in components:
        component.needed = False
        session.add(component)
    session.flush()
    event = ListChanged(
        current.person_id,
        current.list_id,
        "dropped",
        tuple(component.name for component in components),
        subjects=(current.list_id, current.id),
    )
    events.record(session, event, now)
    if current.state is RoundState.CLOSED:
        propose(session, current, Priority(current.priority), place, now)


def proposal_of(session: Session, closed: Round, place: Place) -> Proposal:
    """The choice as it stands, with what it costs and why."""
    problem, lines = problem_of(session, closed, place)
    components = {
        component.id: component for component in components_of(session, closed.list_id, needed=True)
    }
    choices = [
        choice
        for choice in session.exec(select(Choice).where(Choice.round_id == closed.id))
        if choice.component_id in components
    ]
    chosen = {str(choice.component_id): str(choice.seller_id) for choice in choices}
    plan = plan_of(problem, chosen)
    by_seller: dict[UUID, list[Choice]] = {}
    for choice in sorted(choices, key=lambda choice: components[choice.component_id].n):
        by_seller.setdefault(choice.seller_id, []).append(choice)
    shares = [
        _share(session, seller_id, own, components, lines, problem) for seller_id, own in by_seller.items()
    ]
    left = [component for key, component in components.items() if str(key) not in chosen]
    held_back = _held_back(session, left, lines)
    offered = {component.id for held in held_back for component in held.components}
    missing = tuple(component for component in left if component.id not in offered)
    below = tuple(b for b in breaches(problem, chosen) if isinstance(b, SellerBelowMinimum))
    why = reasons(problem, plan, choose=choose_quickly)
    return Proposal(
        closed, tuple(shares), missing, why, plan, below, held_back, _for_pick_up(session, closed)
    )


def _held_back(
    session: Session, left: Sequence[Component], lines: Mapping[tuple[str, str], object]
) -> tuple[HeldBack, ...]:
    """By seller, in the order of their names."""
    by_seller: dict[str, list[Component]] = {}
    for component in left:
        for offered, seller_id in lines:
            if offered == str(component.id):
                by_seller.setdefault(seller_id, []).append(component)
    held = [HeldBack(seller_of(session, UUID(key)), tuple(own)) for key, own in by_seller.items()]
    return tuple(sorted(held, key=lambda one: one.seller.name))


def _for_pick_up(session: Session, closed: Round) -> tuple[Seller, ...]:
    if closed.collects:
        return ()
    bound = [(inquiry, binding_quote(session, inquiry.id)) for inquiry in inquiries_of(session, closed.id)]
    only = [inquiry.seller_id for inquiry, quote in bound if quote is not None and quote.pickup_only]
    return tuple(seller_of(session, seller_id) for seller_id in only)


def compare(session: Session, closed: Round, place: Place) -> dict[Priority, Plan]:
    """What each priority would choose."""
    problem, _ = problem_of(session, closed, place)
    return {
        priority: choose_exactly(
            replace(problem, priority=priority), time_limit_seconds=SOLVER_SECONDS / len(COMPARED)
        )
        for priority in dict.fromkeys((*COMPARED, Priority(closed.priority)))
    }


def problem_of(
    session: Session, closed: Round, place: Place
) -> tuple[Problem, dict[tuple[str, str], tuple[QuoteLine, InquiryLine]]]:
    """The question to the solver, and the quoted line behind each (component, seller)."""
    offers: list[Offer] = []
    terms: list[Terms] = []
    lines: dict[tuple[str, str], tuple[QuoteLine, InquiryLine]] = {}
    needed = {component.id for component in components_of(session, closed.list_id, needed=True)}
    for inquiry in inquiries_of(session, closed.id):
        quote = binding_quote(session, inquiry.id)
        if inquiry.state is not InquiryState.ANSWERED or quote is None:
            continue
        if quote.pickup_only and not closed.collects:
            continue
        seller = seller_of(session, inquiry.seller_id)
        terms.append(_terms(seller, quote, place))
        for quote_line, line in quote_lines(session, quote.id):
            if line.component_id not in needed:
                continue
            key = (str(line.component_id), str(seller.id))
            lines[key] = (quote_line, line)
            offers.append(Offer(*key, quote_line.price_minor, _waste_minor(session, quote_line, line)))
    problem = Problem(
        components=tuple(sorted(str(component_id) for component_id in needed)),
        offers=tuple(offers),
        terms=tuple(terms),
        priority=Priority(closed.priority),
        most_sellers=None,
        pinned={},
        excluded=frozenset(),
        collect=closed.collects,
    )
    return problem, lines


def metres_between(a: Place, b: Place) -> int:
    """Great-circle distance (haversine)."""
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return int(2 * EARTH_METRES * asin(sqrt(half)))


def _terms(seller: Seller, quote: Quote, place: Place) -> Terms:
    return Terms(
        seller=str(seller.id),
        delivery_fee_minor=seller.delivery_fee_minor,
        free_from_minor=seller.free_from_minor,
        minimum_minor=seller.minimum_minor,
        ready_on=quote.ready_on,
        distance_metres=metres_between(place, Place(seller.latitude, seller.longitude)),
        favourite=False,
    )


def _waste_minor(session: Session, quote_line: QuoteLine, line: InquiryLine) -> int:
    """The price of what is left over, in proportion to the amount bought."""
    if line.leftover_qty is None:
        return 0
    item = item_of(session, line.item_id)
    if line.leftover_unit != item.pack_unit:
        return 0
    bought = item.pack_qty * line.packs
    return int(quote_line.price_minor * line.leftover_qty / bought)


def _keep_choices(
    session: Session,
    closed: Round,
    plan: Plan,
    lines: Mapping[tuple[str, str], tuple[QuoteLine, InquiryLine]],
) -> None:
    session.exec(delete(Choice).where(col(Choice.round_id) == closed.id))
    for component, seller in plan.sellers.items():
        session.add(
            Choice(
                round_id=closed.id,
                component_id=UUID(component),
                seller_id=UUID(seller),
                quote_line_id=lines[component, seller][0].id,
            )
        )
    session.flush()


def delivery_fee(seller: Seller, goods_minor: int) -> int:
    """What bringing goods of this worth from the seller's shop costs."""
    if seller.free_from_minor is not None and goods_minor >= seller.free_from_minor:
        return 0
    return seller.delivery_fee_minor


def _share(
    session: Session,
    seller_id: UUID,
    choices: Sequence[Choice],
    components: Mapping[UUID, Component],
    lines: Mapping[tuple[str, str], tuple[QuoteLine, InquiryLine]],
    problem: Problem,
) -> SellerShare:
    seller = seller_of(session, seller_id)
    proposed = []
    for choice in choices:
        quote_line, line = lines[str(choice.component_id), str(seller_id)]
        proposed.append(
            ProposedLine(
                components[choice.component_id],
                item_of(session, line.item_id),
                line,
                quote_line,
                choice.by_hand,
            )
        )
    goods = sum(line.quote_line.price_minor for line in proposed)
    terms = next(term for term in problem.terms if term.seller == str(seller_id))
    quote = session.get_one(Quote, proposed[0].quote_line.quote_id)
    fee = terms.fee_for(goods, collect=problem.collect)
    return SellerShare(seller, quote, tuple(proposed), goods, fee)
