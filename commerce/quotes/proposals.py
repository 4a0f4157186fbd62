"""A proposal as data: whose lines, what they come to, what was left out, and what could stand in."""

from dataclasses import dataclass

from commerce.catalogue.models import Item, Seller
from commerce.methods.models import Component
from commerce.quotes.choosing import Plan, SellerBelowMinimum
from commerce.quotes.choosing_reasons import Reasons
from commerce.quotes.models import InquiryLine, Quote, QuoteLine, Round
from commerce.units import Amount, Dimension, Unit, dimension_of

__all__ = ["HeldBack", "Proposal", "ProposedLine", "SellerShare", "StandIn"]


@dataclass(frozen=True)
class ProposedLine:
    """`item` is what was asked for; `sold` what is bought: the same, or the substitute's where it has one."""

    component: Component
    item: Item
    sold: Item
    inquiry_line: InquiryLine
    quote_line: QuoteLine
    by_hand: bool

    @property
    def from_stock(self) -> bool:
        """Whether packs of `sold` leave the stock; a substitute in free words stands in no catalogue."""
        return self.quote_line.substitute is None or self.quote_line.substitute_item_id is not None

    @property
    def lacks_packs(self) -> bool:
        """Whether the seller offers fewer packs than were asked for."""
        return self.quote_line.substitute is None and self.quote_line.packs < self.inquiry_line.packs

    @property
    def leftover(self) -> Amount | None:
        """What is bought beyond the need; unknown for a substitute, or for another number of packs."""
        asked, quoted = self.inquiry_line, self.quote_line
        if not asked.leftover_qty or asked.leftover_unit is None or quoted.substitute is not None:
            return None
        return Amount(asked.leftover_qty, Unit(asked.leftover_unit)) if quoted.packs == asked.packs else None

    @property
    def converted(self) -> Amount | None:
        """The need in the measure of the packs, where it was told in another: cups of flour in grams."""
        need, pack, asked = self.component.amount, self.item.pack, self.inquiry_line
        if need is None or asked.leftover_qty is None or asked.leftover_unit != pack.unit:
            return None
        if dimension_of(need.unit) is dimension_of(pack.unit) or dimension_of(pack.unit) is Dimension.COUNT:
            return None
        return Amount(pack.qty * asked.packs - asked.leftover_qty, pack.unit)


@dataclass(frozen=True)
class SellerShare:
    """What one seller would provide: goods and what bringing it costs."""

    seller: Seller
    quote: Quote
    lines: tuple[ProposedLine, ...]
    goods_minor: int
    fee_minor: int


@dataclass(frozen=True)
class StandIn:
    """What a seller offers instead of a component; nothing is bought of it as the proposal stands."""

    seller: Seller
    component: Component
    quote_line: QuoteLine


@dataclass(frozen=True)
class HeldBack:
    """Components that only this seller offers, who would get less than its minimum order by them: all that it
    offers of the list is `lacks_minor` short of it."""

    seller: Seller
    components: tuple[Component, ...]
    lacks_minor: int = 0


@dataclass(frozen=True)
class Proposal:
    """A choice of sellers; `why` explains it against the other ways. `missing`: nobody offered these.

    `below_minimum`: sellers that would get too little for their minimum order (after a move by hand).
    `held_back`: components offered but not chosen. `for_pick_up`: sellers whose offer holds at their counter
    only, while the person has things brought. `stand_ins`: substitutes that were neither chosen nor refused.
    """

    round: Round
    shares: tuple[SellerShare, ...]
    missing: tuple[Component, ...]
    why: Reasons
    plan: Plan
    below_minimum: tuple[SellerBelowMinimum, ...]
    held_back: tuple[HeldBack, ...] = ()
    for_pick_up: tuple[Seller, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()

    @property
    def undecided(self) -> tuple[ProposedLine, ...]:
        """Substitutes that the consumer has still to take or to refuse."""
        return tuple(
            line for share in self.shares for line in share.lines if line.quote_line.is_open_substitute
        )

    @property
    def goods_minor(self) -> int:
        return sum(share.goods_minor for share in self.shares)

    @property
    def fees_minor(self) -> int:
        return sum(share.fee_minor for share in self.shares)

    @property
    def total_minor(self) -> int:
        return self.goods_minor + self.fees_minor
