"""Proposals: whom to buy what from, by the person's priority, out of the quotes that bind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from commerce import events
from commerce.catalogue.models import Seller
from commerce.catalogue.service import item_of, seller_of
from commerce.methods.events import ListChanged
from commerce.methods.models import Component
from commerce.methods.service import components_of
from commerce.quotes.answering import binding_quote
from commerce.quotes.asking import inquiries_of
from commerce.quotes.choosing import (
    Plan,
    Priority,
    Problem,
    SellerBelowMinimum,
    breaches,
    choose_exactly,
    choose_quickly,
    plan_of,
)
from commerce.quotes.choosing_reasons import reasons
from commerce.quotes.events import Proposed
from commerce.quotes.locking import locked_round
from commerce.quotes.models import Choice, InquiryLine, Quote, QuoteLine, Round, RoundState
from commerce.quotes.posing import Place, metres_between, offered_in, problem_of
from commerce.quotes.proposals import HeldBack, Proposal, ProposedLine, SellerShare, StandIn
from commerce.quotes.standing_in import item_behind
from commerce.refused import Refused

__all__ = [
    "CannotMoveLine", "HeldBack", "NothingWithout", "Place", "Proposal", "ProposedLine", "RoundStillOpen",
    "SellerShare", "StandIn", "avoid", "chosen_in", "compare", "delivery_fee", "leave_out", "metres_between",
    "move_line", "problem_of", "proposal_of", "propose", "repropose",
]  # fmt: skip

SOLVER_SECONDS = 0.3
"""A proposal is made inside a unit of work; what the solver has by then is good."""
COMPARED = (Priority.CHEAPEST, Priority.SOONEST, Priority.FEWEST_SELLERS, Priority.NEAREST)


@dataclass
class RoundStillOpen(Refused):
    """The round is open or no longer current: there is nothing to propose yet."""

    round: Round


@dataclass
class CannotMoveLine(Refused):
    """That seller has not offered this component."""

    component: Component
    seller: Seller


@dataclass
class NothingWithout(Refused):
    """Nobody but this seller has offered anything."""

    seller: Seller


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


def repropose(session: Session, closed: Round, place: Place, now: datetime) -> None:
    """The offers changed: choose anew by the round's priority; lines moved by hand stay where they can."""
    if locked_round(session, closed.id).state is not RoundState.CLOSED:
        raise RoundStillOpen(closed)
    problem, lines = problem_of(session, closed, place)
    by_hand = {
        str(choice.component_id): str(choice.seller_id)
        for choice in session.exec(select(Choice).where(Choice.round_id == closed.id))
        if choice.by_hand and (str(choice.component_id), str(choice.seller_id)) in lines
    }
    plan = choose_exactly(replace(problem, pinned=by_hand), time_limit_seconds=SOLVER_SECONDS)
    _keep_choices(session, closed, plan, lines)
    for choice in session.exec(select(Choice).where(Choice.round_id == closed.id)):
        choice.by_hand = str(choice.component_id) in by_hand
        session.add(choice)
    session.flush()
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
    """Buy nothing from this seller: its lines are chosen anew. False if nothing was bought there. Raises
    NothingWithout where nobody else offers anything."""
    if locked_round(session, closed.id).state is not RoundState.CLOSED:
        raise RoundStillOpen(closed)
    before = {
        choice.component_id: (choice.seller_id, choice.by_hand)
        for choice in session.exec(select(Choice).where(Choice.round_id == closed.id))
    }
    if seller.id not in {seller_id for seller_id, _ in before.values()}:
        return False
    problem, lines = problem_of(session, closed, place)
    if all(at == str(seller.id) for _, at in lines):
        raise NothingWithout(seller)
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
    for_pick_up = _for_pick_up(session, closed)
    stand_ins = _stand_ins(session, closed, components, shares)
    return Proposal(closed, tuple(shares), missing, why, plan, below, held_back, for_pick_up, stand_ins)


def _stand_ins(
    session: Session, closed: Round, needed: Mapping[UUID, Component], shares: Sequence[SellerShare]
) -> tuple[StandIn, ...]:
    """In the order of the list."""
    chosen = {line.quote_line.id for share in shares for line in share.lines}
    found = [
        StandIn(seller, needed[line.component_id], quote_line)
        for seller, _, quoted in offered_in(session, closed)
        for quote_line, line in quoted
        if line.component_id in needed and quote_line.is_open_substitute and quote_line.id not in chosen
    ]
    return tuple(sorted(found, key=lambda one: (one.component.n, one.quote_line.price_minor)))


def _held_back(
    session: Session,
    left: Sequence[Component],
    lines: Mapping[tuple[str, str], tuple[QuoteLine, InquiryLine]],
) -> tuple[HeldBack, ...]:
    """By seller, in the order of their names; a substitute that was not taken is told by itself."""
    by_seller: dict[str, list[Component]] = {}
    for component in left:
        for (offered, seller_id), (quote_line, _) in lines.items():
            if offered == str(component.id) and not quote_line.is_open_substitute:
                by_seller.setdefault(seller_id, []).append(component)
    held = []
    for key, own in by_seller.items():
        seller = seller_of(session, UUID(key))
        goods = sum(
            quote_line.price_minor
            for (_, at), (quote_line, _) in lines.items()
            if at == key and not quote_line.is_open_substitute
        )
        held.append(HeldBack(seller, tuple(own), max(seller.minimum_minor - goods, 0)))
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
                item_behind(session, line, quote_line.substitute_item_id),
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
