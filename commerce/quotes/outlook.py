"""While a round is open: what the list would cost by the offers so far, else at list prices."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from commerce.catalogue.service import seller_of
from commerce.methods.service import components_of
from commerce.quotes.answering import binding_quote, quote_lines
from commerce.quotes.asking import inquiries_of, inquiry_lines, list_terms
from commerce.quotes.choosing import Offer, Plan, Priority, Problem, Terms, choose_quickly
from commerce.quotes.models import InquiryState, Round

__all__ = ["Outlook", "outlook"]


@dataclass(frozen=True)
class Outlook:
    """The cheapest in all as it stands: `offered` lines are firm offers, `at_list` still list prices."""

    plan: Plan
    offered: int
    at_list: int

    @property
    def total_minor(self) -> int:
        return self.plan.goods_minor + self.plan.fees_minor


def outlook(session: Session, asked: Round, now: datetime) -> Outlook | None:
    """None when nobody is left who could sell anything of the list."""
    needed = {component.id for component in components_of(session, asked.list_id, needed=True)}
    offers: list[Offer] = []
    terms: list[Terms] = []
    firm: set[str] = set()
    for inquiry in inquiries_of(session, asked.id):
        seller = seller_of(session, inquiry.seller_id)
        quote = binding_quote(session, inquiry.id)
        if inquiry.state is InquiryState.ANSWERED and quote is not None:
            if quote.pickup_only and not asked.collects:
                continue
            prices = {line.component_id: at.price_minor for at, line in quote_lines(session, quote.id)}
            terms.append(replace(list_terms(seller, now), ready_on=quote.ready_on))
            firm.add(str(seller.id))
        elif inquiry.state is InquiryState.SENT:
            lines = inquiry_lines(session, inquiry.id)
            prices = {line.component_id: line.list_price_minor for line in lines}
            terms.append(list_terms(seller, now))
        else:
            continue
        offers += [
            Offer(str(component), str(seller.id), price)
            for component, price in prices.items()
            if component in needed
        ]
    if not offers:
        return None
    problem = Problem(
        components=tuple(sorted(str(component) for component in needed)),
        offers=tuple(offers),
        terms=tuple(terms),
        priority=Priority.CHEAPEST,
        most_sellers=None,
        pinned={},
        excluded=frozenset(),
        collect=asked.collects,
    )
    plan = choose_quickly(problem)
    offered = sum(1 for seller_id in plan.sellers.values() if seller_id in firm)
    return Outlook(plan, offered, len(plan.sellers) - offered)
