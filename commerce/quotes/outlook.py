"""While a round is open: what the list would cost by the offers so far, else at list prices."""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from commerce.catalogue.models import Seller
from commerce.catalogue.service import seller_of
from commerce.methods.service import components_of
from commerce.quotes.answering import binding_quote, quote_lines
from commerce.quotes.asking import inquiries_of, inquiry_lines, list_terms
from commerce.quotes.choosing import Offer, Plan, Priority, Problem, Terms, choose_quickly
from commerce.quotes.models import InquiryLine, InquiryState, QuoteLine, Round
from commerce.quotes.posing import offers_all, stands
from commerce.quotes.shortfalls import Shortfall, shortfalls

__all__ = ["Outlook", "outlook"]


@dataclass(frozen=True)
class Outlook:
    """The cheapest in all as it stands: `offered` lines are firm offers, `at_list` still list prices; what is
    `too_small` for a seller's smallest order is in no price."""

    plan: Plan
    offered: int
    at_list: int
    too_small: tuple[Shortfall, ...] = ()

    @property
    def total_minor(self) -> int:
        return self.plan.goods_minor + self.plan.fees_minor


def outlook(session: Session, asked: Round, today: date) -> Outlook | None:
    """None when nobody is left who could sell anything of the list."""
    needed = {component.id for component in components_of(session, asked.list_id, needed=True)}
    told: list[tuple[Seller, QuoteLine | None, InquiryLine]] = []
    terms: list[Terms] = []
    firm: set[str] = set()
    for inquiry in inquiries_of(session, asked.id):
        seller = seller_of(session, inquiry.seller_id)
        quote = binding_quote(session, inquiry.id)
        if inquiry.state is InquiryState.ANSWERED and quote is not None:
            if quote.pickup_only and not asked.collects:
                continue
            told += [(seller, at, line) for at, line in quote_lines(session, quote.id)]
            terms.append(replace(list_terms(seller, today), ready_on=quote.ready_on))
            firm.add(str(seller.id))
        elif inquiry.state is InquiryState.SENT:
            told += [(seller, None, line) for line in inquiry_lines(session, inquiry.id)]
            terms.append(list_terms(seller, today))
    whole = {line.component_id for _, at, line in told if at is None or offers_all(at, line)}
    offers = [
        Offer(str(line.component_id), str(seller.id), line.list_price_minor if at is None else at.price_minor)
        for seller, at, line in told
        if line.component_id in needed and (at is None or stands(at, line, whole))
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
    return Outlook(plan, offered, len(plan.sellers) - offered, shortfalls(problem, plan))
