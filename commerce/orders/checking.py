"""Whether a proposal can be ordered as it stands, and whether a draft still says what was proposed."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from commerce.orders.models import Handover, Order
from commerce.orders.service import NothingProposed, lines_of, parts_of
from commerce.quotes.proposing import Proposal, ProposedLine, SellerShare, delivery_fee
from commerce.refused import Refused

__all__ = [
    "AtTheCounterOnly", "OfferLapsed", "ShareBelowMinimum", "SubstituteUndecided", "must_be_deliverable",
    "must_be_orderable", "says_the_same",
]  # fmt: skip


@dataclass
class ShareBelowMinimum(Refused):
    """The seller would get less than its minimum order."""

    share: SellerShare


@dataclass
class OfferLapsed(Refused):
    """The seller's offer was valid until a day that is over."""

    proposal: Proposal
    share: SellerShare


@dataclass
class SubstituteUndecided(Refused):
    """The consumer has neither taken nor refused a substitute: it is never bought silently."""

    proposal: Proposal
    line: ProposedLine


@dataclass
class AtTheCounterOnly(Refused):
    """The seller's offer holds for pick-up, and the order is to be delivered."""

    share: SellerShare


def must_be_orderable(proposal: Proposal, today: date) -> None:
    """Raises NothingProposed, ShareBelowMinimum, OfferLapsed or SubstituteUndecided."""
    if not proposal.shares:
        raise NothingProposed(proposal.round)
    if proposal.undecided:
        raise SubstituteUndecided(proposal, proposal.undecided[0])
    short = {breach.seller for breach in proposal.below_minimum}
    for share in proposal.shares:
        if str(share.seller.id) in short:
            raise ShareBelowMinimum(share)
    for share in proposal.shares:
        if share.quote.valid_until is not None and share.quote.valid_until < today:
            raise OfferLapsed(proposal, share)


def must_be_deliverable(order: Order, proposal: Proposal) -> None:
    """Raises AtTheCounterOnly if the order is to be brought from where it can only be collected."""
    for share in proposal.shares:
        if order.handover is Handover.DELIVERY and share.quote.pickup_only:
            raise AtTheCounterOnly(share)


def says_the_same(session: Session, order: Order, proposal: Proposal) -> bool:
    """Whether the order's parts are the proposal's shares: sellers, packs, prices, fees and days."""
    ordered = {
        (part.seller_id, part.goods_minor, part.fee_minor, part.ready_on): {
            (line.component_id, line.item_id, line.packs, line.price_minor, line.substitute)
            for line in lines_of(session, part.id)
        }
        for part in parts_of(session, order.id)
    }
    proposed = {
        (
            share.seller.id,
            share.goods_minor,
            delivery_fee(share.seller, share.goods_minor),
            share.quote.ready_on,
        ): {
            (
                line.component.id,
                line.sold.id,
                line.quote_line.packs,
                line.quote_line.price_minor,
                line.quote_line.substitute,
            )
            for line in share.lines
        }
        for share in proposal.shares
    }
    return ordered == proposed
