"""Rounds of inquiries: the instant estimate, opening a round, closing and withdrawing it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.catalogue.models import Seller
from commerce.catalogue.service import members_of, seller_of, sellers_for, sellers_open
from commerce.methods.models import LIST_LIFE, Component, ComponentList, ListState
from commerce.methods.service import components_of, list_of
from commerce.quotes.choosing import Offer, Plan, Priority, Problem, Terms, choose_quickly
from commerce.quotes.events import (
    InquirySent,
    InquiryWithdrawn,
    QuestionLapsed,
    RoundClosed,
    RoundOpened,
    RoundWithdrawn,
    SellerUnreachable,
)
from commerce.quotes.fitting import FittedLine, Fitting, fit
from commerce.quotes.locking import locked_round
from commerce.quotes.models import (
    INQUIRY_LIFE,
    QUESTION_LIFE,
    ROUND_LIFE,
    Inquiry,
    InquiryLine,
    InquiryState,
    QuestionState,
    Round,
    RoundState,
    SellerQuestion,
)
from commerce.quotes.shortfalls import Shortfall, shortfalls
from commerce.refused import Refused
from commerce.states import move

__all__ = [
    "CLOSE_ROUND", "Estimate", "NobodySells", "NothingNeeded", "close_if_nobody_is_left", "close_round",
    "estimate", "give_up_on", "inquiries_of", "inquiry_lines", "list_terms", "open_round", "round_of_list",
    "usual_date", "withdraw_round",
]  # fmt: skip

CLOSE_ROUND = "close_round"


@dataclass
class NothingNeeded(Refused):
    """Every line is unticked: there is nothing to ask for."""

    component_list: ComponentList


@dataclass
class NobodySells(Refused):
    """No seller has any of the components."""

    components: Sequence[Component]


@dataclass(frozen=True)
class Estimate:
    """From catalogue prices, before anyone was asked; `unfit` are components nobody sells, `too_small` what
    is in no price because of a seller's smallest order."""

    plan: Plan
    sellers: int
    unfit: tuple[Component, ...]
    too_small: tuple[Shortfall, ...] = ()

    @property
    def total_minor(self) -> int:
        return self.plan.goods_minor + self.plan.fees_minor


def estimate(session: Session, component_list: ComponentList, today: date) -> Estimate | None:
    """What the list would cost at catalogue prices; None when nothing fits. `today` is the shop's day."""
    components = components_of(session, component_list.id, needed=True)
    fitting = fit(session, components)
    if not fitting.by_seller:
        return None
    problem = _problem(session, components, fitting, today)
    plan = choose_quickly(problem)
    return Estimate(plan, len(set(plan.sellers.values())), fitting.unfit, shortfalls(problem, plan))


def _problem(session: Session, components: Sequence[Component], fitting: Fitting, today: date) -> Problem:
    offers = [
        Offer(str(line.component.id), str(seller_id), line.price_minor)
        for seller_id, lines in fitting.by_seller.items()
        for line in lines
    ]
    terms = [list_terms(seller, today) for seller in sellers_open(session) if seller.id in fitting.by_seller]
    return Problem(
        components=tuple(str(component.id) for component in components),
        offers=tuple(offers),
        terms=tuple(terms),
        priority=Priority.CHEAPEST,
        most_sellers=None,
        pinned={},
        excluded=frozenset(),
        collect=False,
    )


def list_terms(seller: Seller, today: date) -> Terms:
    """A seller's own terms, before it has answered."""
    return Terms(
        seller=str(seller.id),
        delivery_fee_minor=seller.delivery_fee_minor,
        free_from_minor=seller.free_from_minor,
        minimum_minor=seller.minimum_minor,
        ready_on=usual_date(seller, today),
        distance_metres=0,
        favourite=False,
    )


def usual_date(seller: Seller, today: date) -> date:
    """When a seller has things ready who names no day. `today` is the shop's day, not that of UTC."""
    return today + timedelta(days=seller.lead_days)


def open_round(
    session: Session,
    component_list: ComponentList,
    priority: str,
    collects: bool,
    deadline: datetime,
    now: datetime,
    *,
    without: Collection[UUID] = (),
) -> Round:
    """Send an inquiry to every seller that can sell a part of the list, but for those left out."""
    needed = components_of(session, component_list.id, needed=True)
    if not needed:
        raise NothingNeeded(component_list)
    by_seller = {
        seller_id: lines
        for seller_id, lines in fit(session, needed).by_seller.items()
        if seller_id not in without
    }
    if not by_seller:
        raise NobodySells(needed)
    component_list.state = move(LIST_LIFE, "list", component_list.state, ListState.ASKING)
    opened = Round(
        list_id=component_list.id,
        person_id=component_list.person_id,
        priority=priority,
        collects=collects,
        deadline=deadline,
        opened_at=now,
    )
    session.add_all([component_list, opened])
    session.flush()
    for seller_id, lines in by_seller.items():
        _send_inquiry(session, opened, seller_id, lines, now)
    due.promise(session, CLOSE_ROUND, opened.id, deadline)
    event = RoundOpened(opened.person_id, opened.id, subjects=(opened.id, component_list.id))
    events.record(session, event, now)
    for inquiry in inquiries_of(session, opened.id):
        if not _can_be_reached(session, inquiry.seller_id):
            _unreachable(session, inquiry, now)
    close_if_nobody_is_left(session, opened.id, now)
    return opened


def _send_inquiry(
    session: Session, opened: Round, seller_id: UUID, lines: Sequence[FittedLine], now: datetime
) -> None:
    inquiry = Inquiry(round_id=opened.id, seller_id=seller_id)
    session.add(inquiry)
    session.flush()
    for n, line in enumerate(lines, 1):
        leftover = line.plan.leftover
        session.add(
            InquiryLine(
                inquiry_id=inquiry.id,
                n=n,
                component_id=line.component.id,
                item_id=line.item.id,
                packs=line.packs,
                list_price_minor=line.price_minor,
                note=line.plan.note,
                leftover_qty=leftover.qty if leftover else None,
                leftover_unit=str(leftover.unit) if leftover else None,
            )
        )
    session.flush()
    event = InquirySent(inquiry.id, seller_id, subjects=(opened.id, inquiry.id))
    events.record(session, event, now)


def round_of_list(session: Session, list_id: UUID) -> Round | None:
    """The list's round that is still of use."""
    query = (
        select(Round)
        .where(Round.list_id == list_id, Round.state != RoundState.DROPPED)
        .order_by(col(Round.opened_at).desc())
        .limit(1)
    )
    return session.exec(query).first()


def inquiries_of(session: Session, round_id: UUID) -> list[Inquiry]:
    """In the order of the sellers' names."""
    query = select(Inquiry).where(Inquiry.round_id == round_id)
    return sorted(session.exec(query), key=lambda inquiry: seller_of(session, inquiry.seller_id).name)


def inquiry_lines(session: Session, inquiry_id: UUID) -> list[InquiryLine]:
    query = select(InquiryLine).where(InquiryLine.inquiry_id == inquiry_id).order_by(col(InquiryLine.n))
    return list(session.exec(query))


def give_up_on(session: Session, person_id: UUID, now: datetime) -> None:
    """This person cannot be written to any more: rounds do not wait for a seller without anybody else."""
    for seller in sellers_for(session, person_id):
        if _can_be_reached(session, seller.id):
            continue
        query = (
            select(Inquiry)
            .join(Round, col(Round.id) == col(Inquiry.round_id))
            .where(
                Inquiry.seller_id == seller.id,
                Inquiry.state == InquiryState.SENT,
                Round.state == RoundState.OPEN,
            )
        )
        for inquiry in session.exec(query.order_by(col(Round.id))).all():
            asked = locked_round(session, inquiry.round_id)
            if asked.state is not RoundState.OPEN or inquiry.state is not InquiryState.SENT:
                continue
            _unreachable(session, inquiry, now)
            close_if_nobody_is_left(session, inquiry.round_id, now)


def _can_be_reached(session: Session, seller_id: UUID) -> bool:
    return any(member.reachable for member in members_of(session, seller_id))


def _unreachable(session: Session, inquiry: Inquiry, now: datetime) -> None:
    inquiry.state = move(INQUIRY_LIFE, "inquiry", inquiry.state, InquiryState.UNREACHABLE)
    session.add(inquiry)
    session.flush()
    event = SellerUnreachable(inquiry.round_id, inquiry.id, subjects=(inquiry.round_id, inquiry.id))
    events.record(session, event, now)


def close_if_nobody_is_left(session: Session, round_id: UUID, now: datetime) -> None:
    """The round closes early when no seller is left to wait for."""
    locked_round(session, round_id)
    if all(inquiry.state is not InquiryState.SENT for inquiry in inquiries_of(session, round_id)):
        close_round(session, round_id, "all answered", now)


def close_round(session: Session, round_id: UUID, why: str, now: datetime) -> Round:
    """It is time to propose: "deadline", "all answered" or "asked". Closing twice is closing once.

    Where she asked for it before the deadline, who has not answered still can until then.
    """
    closing = locked_round(session, round_id)
    if closing.state is not RoundState.OPEN:
        if why == "deadline" and closing.state is not RoundState.DROPPED:
            _lapse_unheard(session, closing, now)
        return closing
    closing.state = move(ROUND_LIFE, "round", closing.state, RoundState.CLOSED)
    session.add(closing)
    waits = why == "asked" and now < closing.deadline
    _lapse_open_inquiries(session, round_id, "closed", now, waits=waits)
    if not waits:
        due.cancel(session, CLOSE_ROUND, round_id)
    event = RoundClosed(closing.person_id, round_id, why, subjects=(round_id, closing.list_id))
    events.record(session, event, now)
    return closing


def withdraw_round(session: Session, dropped: Round, now: datetime) -> ComponentList:
    """The consumer changes her list: the inquiries are withdrawn and the list is open again."""
    locked_round(session, dropped.id)
    dropped.state = move(ROUND_LIFE, "round", dropped.state, RoundState.DROPPED)
    session.add(dropped)
    _lapse_open_inquiries(session, dropped.id, "withdrawn", now)
    due.cancel(session, CLOSE_ROUND, dropped.id)
    component_list = list_of(session, dropped.list_id)
    component_list.state = move(LIST_LIFE, "list", component_list.state, ListState.OPEN)
    session.add(component_list)
    event = RoundWithdrawn(dropped.person_id, dropped.id, subjects=(dropped.id, dropped.list_id))
    events.record(session, event, now)
    return component_list


def _lapse_unheard(session: Session, closed: Round, now: datetime) -> None:
    """The deadline of a round that was closed before it: who has not answered now cannot any more."""
    for inquiry in inquiries_of(session, closed.id):
        if inquiry.state is InquiryState.SENT:
            inquiry.state = move(INQUIRY_LIFE, "inquiry", inquiry.state, InquiryState.LAPSED)
            session.add(inquiry)
            session.flush()
            event = InquiryWithdrawn(inquiry.id, "unheard", subjects=(inquiry.id, closed.id))
            events.record(session, event, now)
        _lapse_questions(session, inquiry, now)


def _lapse_open_inquiries(
    session: Session, round_id: UUID, why: str, now: datetime, *, waits: bool = False
) -> None:
    for inquiry in inquiries_of(session, round_id):
        if inquiry.state is InquiryState.SENT and not waits:
            inquiry.state = move(INQUIRY_LIFE, "inquiry", inquiry.state, InquiryState.LAPSED)
            session.add(inquiry)
        events.record(session, InquiryWithdrawn(inquiry.id, why, subjects=(inquiry.id,)), now)
        _lapse_questions(session, inquiry, now)


def _lapse_questions(session: Session, inquiry: Inquiry, now: datetime) -> None:
    unanswered = select(SellerQuestion).where(
        SellerQuestion.inquiry_id == inquiry.id, SellerQuestion.state == QuestionState.OPEN
    )
    for question in session.exec(unanswered).all():
        question.state = move(QUESTION_LIFE, "question", question.state, QuestionState.LAPSED)
        session.add(question)
        events.record(session, QuestionLapsed(question.id, inquiry.id, subjects=(inquiry.id,)), now)
