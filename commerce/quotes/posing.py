"""The question to the solver, put together out of the quotes that bind."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from sqlmodel import Session

from commerce.catalogue.models import Seller
from commerce.catalogue.service import item_of, seller_of
from commerce.methods.service import components_of
from commerce.quotes.answering import binding_quote, quote_lines
from commerce.quotes.asking import inquiries_of
from commerce.quotes.choosing import Offer, Priority, Problem, Terms
from commerce.quotes.models import InquiryLine, InquiryState, Quote, QuoteLine, Round, SubstituteState

__all__ = ["Offered", "Place", "metres_between", "offered_in", "offers_all", "problem_of", "stands"]

EARTH_METRES = 6_371_000

Offered = tuple[Seller, Quote, Sequence[tuple[QuoteLine, InquiryLine]]]
"""A seller, its binding quote, and the lines of that."""


@dataclass(frozen=True)
class Place:
    """WGS 84 degrees: where the consumer is, as far as known (else the town's centre)."""

    latitude: float
    longitude: float


def problem_of(
    session: Session, closed: Round, place: Place
) -> tuple[Problem, dict[tuple[str, str], tuple[QuoteLine, InquiryLine]]]:
    """The question to the solver, and the quoted line behind each (component, seller).

    A substitute that the consumer has not taken, or fewer packs than she needs, stand in only where nobody
    offers the thing itself and all of it; a substitute that she refused, never.
    """
    offers: list[Offer] = []
    terms: list[Terms] = []
    lines: dict[tuple[str, str], tuple[QuoteLine, InquiryLine]] = {}
    needed = {component.id for component in components_of(session, closed.list_id, needed=True)}
    offered = offered_in(session, closed)
    whole = {line.component_id for *_, quoted in offered for at, line in quoted if offers_all(at, line)}
    for seller, quote, quoted in offered:
        terms.append(_terms(seller, quote, place))
        for quote_line, line in quoted:
            if line.component_id not in needed or not stands(quote_line, line, whole):
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


def offers_all(quote_line: QuoteLine, line: InquiryLine) -> bool:
    """The thing asked for and all its packs, or a substitute that the consumer took."""
    return quote_line.is_as_wanted and (quote_line.substitute is not None or quote_line.packs >= line.packs)


def stands(quote_line: QuoteLine, line: InquiryLine, whole: Collection[UUID]) -> bool:
    """Whether an offer counts, where the components `whole` are offered in full by somebody."""
    if quote_line.substitute_state is SubstituteState.REFUSED:
        return False
    return line.component_id not in whole or offers_all(quote_line, line)


def offered_in(session: Session, closed: Round) -> list[Offered]:
    """The quotes that bind and can be had the way the person gets her goods."""
    offered: list[Offered] = []
    for inquiry in inquiries_of(session, closed.id):
        quote = binding_quote(session, inquiry.id)
        if inquiry.state is not InquiryState.ANSWERED or quote is None:
            continue
        if quote.pickup_only and not closed.collects:
            continue
        seller = seller_of(session, inquiry.seller_id)
        offered.append((seller, quote, quote_lines(session, quote.id)))
    return offered


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
    if line.leftover_qty is None or quote_line.substitute is not None or quote_line.packs != line.packs:
        return 0
    item = item_of(session, line.item_id)
    if line.leftover_unit != item.pack_unit:
        return 0
    bought = item.pack_qty * line.packs
    return int(quote_line.price_minor * line.leftover_qty / bought)
