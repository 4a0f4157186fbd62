"""What the consumer says to substitutes: take it, not this one, or what else there is."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from commerce.catalogue.models import Item, Seller
from commerce.catalogue.service import available, item_of, seller_of
from commerce.matching.shelf import shelf_of
from commerce.methods.models import Component
from commerce.quotes.asking import inquiries_of, inquiry_lines
from commerce.quotes.locking import locked_round
from commerce.quotes.models import (
    SUBSTITUTE_LIFE,
    Choice,
    Inquiry,
    InquiryLine,
    Quote,
    QuoteLine,
    QuoteState,
    Round,
    RoundState,
    SubstituteState,
)
from commerce.quotes.posing import Place
from commerce.quotes.proposing import RoundStillOpen, move_line, repropose
from commerce.refused import Refused
from commerce.states import move

__all__ = ["Alike", "SubstituteGone", "alike", "refuse", "substitutes_in", "take"]

CLOSE_ENOUGH = 60
ALIKE_SHOWN = 3
LOOKED_AT = 12


@dataclass
class SubstituteGone(Refused):
    """The seller changed its offer: this substitute is not on offer any more."""

    quote_line: QuoteLine


@dataclass(frozen=True)
class Alike:
    """Something for sale that comes near a component and that nobody was asked for."""

    item: Item
    seller: Seller


def substitutes_in(session: Session, closed: Round) -> list[tuple[Component, Seller, QuoteLine]]:
    """Every substitute on offer in the round, whatever was said to it; in the order of the list."""
    found = []
    for inquiry in inquiries_of(session, closed.id):
        query = (
            select(QuoteLine, InquiryLine)
            .where(QuoteLine.inquiry_line_id == InquiryLine.id, InquiryLine.inquiry_id == inquiry.id)
            .where(QuoteLine.quote_id == Quote.id, Quote.state == QuoteState.BINDING)
        )
        for quote_line, line in session.exec(query):
            if quote_line.substitute is not None:
                component = session.get_one(Component, line.component_id)
                found.append((component, seller_of(session, inquiry.seller_id), quote_line))
    return sorted(found, key=lambda one: (one[0].n, one[2].price_minor))


def take(session: Session, closed: Round, quote_line: QuoteLine, place: Place, now: datetime) -> None:
    """The consumer takes it: it counts as the thing itself, and is bought there. Two taps are one."""
    component, seller = _current(session, closed, quote_line)
    if quote_line.substitute_state is not SubstituteState.TAKEN:
        _say(session, quote_line, SubstituteState.TAKEN)
    choice = session.get(Choice, (closed.id, component.id))
    if choice is not None and choice.quote_line_id == quote_line.id:
        repropose(session, closed, place, now)
    else:
        move_line(session, closed, component, seller, place, now)


def refuse(session: Session, closed: Round, quote_line: QuoteLine, place: Place, now: datetime) -> None:
    """Not this one: it leaves the seller's offer, and the line is chosen anew. Two taps are one."""
    component, _ = _current(session, closed, quote_line)
    if quote_line.substitute_state is SubstituteState.REFUSED:
        return
    _say(session, quote_line, SubstituteState.REFUSED)
    choice = session.get(Choice, (closed.id, component.id))
    if choice is not None and choice.quote_line_id == quote_line.id:
        session.delete(choice)
        session.flush()
    repropose(session, closed, place, now)


def alike(session: Session, closed: Round, component: Component) -> list[Alike]:
    """Items in stock whose name or family comes near, the nearest first; at most three."""
    lines = [
        line for inquiry in inquiries_of(session, closed.id) for line in inquiry_lines(session, inquiry.id)
    ]
    asked = {line.item_id for line in lines}
    families = {
        item_of(session, line.item_id).family for line in lines if line.component_id == component.id
    } - {""}
    offered = {line.substitute_item_id for _, _, line in substitutes_in(session, closed)}
    shelf = shelf_of(session)
    matches = shelf.everything.best(component.name, at_most=LOOKED_AT)
    near = [shelf.items[match.item_id] for match in matches if match.score >= CLOSE_ENOUGH]
    near += [item for item in shelf.items.values() if item.family in families]
    fresh = {item.id: item for item in near if item.id not in asked | offered}
    stock = available(session, fresh)
    found = [item for item in fresh.values() if stock[item.id] > 0]
    return [Alike(item, seller_of(session, item.seller_id)) for item in found[:ALIKE_SHOWN]]


def _say(session: Session, quote_line: QuoteLine, state: SubstituteState) -> None:
    before = quote_line.substitute_state or SubstituteState.OPEN
    quote_line.substitute_state = move(SUBSTITUTE_LIFE, "substitute", before, state)
    session.add(quote_line)
    session.flush()


def _current(session: Session, closed: Round, quote_line: QuoteLine) -> tuple[Component, Seller]:
    """Of a substitute that can still be decided on. Raises RoundStillOpen, SubstituteGone."""
    if locked_round(session, closed.id).state is not RoundState.CLOSED:
        raise RoundStillOpen(closed)
    session.refresh(quote_line)
    quote = session.get_one(Quote, quote_line.quote_id)
    if quote.state is not QuoteState.BINDING or quote_line.substitute is None:
        raise SubstituteGone(quote_line)
    line = session.get_one(InquiryLine, quote_line.inquiry_line_id)
    inquiry = session.get_one(Inquiry, line.inquiry_id)
    return session.get_one(Component, line.component_id), seller_of(session, inquiry.seller_id)
