"""What there is to choose from, what a choice costs, and what it breaks. Pure; ids are plain strings."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Priority(StrEnum):
    """What the consumer puts first once as many components as possible are covered."""

    CHEAPEST = "cheapest"
    SOONEST = "soonest"
    FEWEST_SELLERS = "fewest_sellers"
    NEAREST = "nearest"
    FAVOURITES = "favourites"
    LEAST_WASTE = "least_waste"


class ProblemMisstated(ValueError):
    """The problem contradicts itself; whoever composed it has to mend it."""


class OfferTwice(ProblemMisstated):
    """One seller offers the same component twice; the composer picks its item first."""

    def __init__(self, component: str, seller: str) -> None:
        super().__init__(f"two offers of {seller} for {component}")
        self.component, self.seller = component, seller


class ComponentTwice(ProblemMisstated):
    """The same component is wanted on two lines."""

    def __init__(self, component: str) -> None:
        super().__init__(f"{component} is wanted twice")
        self.component = component


class TermsMissing(ProblemMisstated):
    """A seller offers something but its terms (or terms given once only) are not stated."""

    def __init__(self, seller: str) -> None:
        super().__init__(f"terms of {seller} are missing or stated twice")
        self.seller = seller


class FigureBelowZero(ProblemMisstated):
    """A price, waste, fee, minimum or distance is negative."""

    def __init__(self, subject: object) -> None:
        super().__init__(f"a figure below zero in {subject}")
        self.subject = subject


class NoSuchOffer(LookupError):
    """A component is put with a seller that does not offer it."""

    def __init__(self, component: str, seller: str) -> None:
        super().__init__(f"{seller} does not offer {component}")
        self.component, self.seller = component, seller


@dataclass(frozen=True)
class Offer:
    """One seller's price for all packs needed of one component, and the value of what is left over."""

    component: str
    seller: str
    price_minor: int
    waste_minor: int = 0

    def __post_init__(self) -> None:
        if self.price_minor < 0 or self.waste_minor < 0:
            raise FigureBelowZero(self)


@dataclass(frozen=True)
class Terms:
    """One seller's conditions. `free_from_minor`: goods of this value are delivered without a fee."""

    seller: str
    delivery_fee_minor: int
    free_from_minor: int | None
    minimum_minor: int
    ready_on: date
    distance_metres: int
    favourite: bool

    def __post_init__(self) -> None:
        figures = (
            self.delivery_fee_minor,
            self.free_from_minor or 0,
            self.minimum_minor,
            self.distance_metres,
        )
        if min(figures) < 0:
            raise FigureBelowZero(self)

    def fee_for(self, goods_minor: int, *, collect: bool) -> int:
        free = self.free_from_minor is not None and goods_minor >= self.free_from_minor
        return 0 if collect or free else self.delivery_fee_minor


@dataclass(frozen=True)
class Problem:
    """Components wanted, who offers them on which terms, and what the consumer has settled already.

    A pinned component comes from its seller or not at all. An exclusion outweighs a pin. Offers for
    components that are not wanted (any more) count for nothing. All money is of one currency.
    """

    components: tuple[str, ...]
    offers: tuple[Offer, ...]
    terms: tuple[Terms, ...]
    priority: Priority = Priority.CHEAPEST
    most_sellers: int | None = None
    pinned: Mapping[str, str] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    collect: bool = False

    def __post_init__(self) -> None:
        for component, times in Counter(self.components).items():
            if times > 1:
                raise ComponentTwice(component)
        for (component, seller), times in Counter((o.component, o.seller) for o in self.offers).items():
            if times > 1:
                raise OfferTwice(component, seller)
        stated = Counter(t.seller for t in self.terms)
        for seller in {o.seller for o in self.offers} | set(stated):
            if stated[seller] != 1:
                raise TermsMissing(seller)

    def terms_of(self) -> dict[str, Terms]:
        return {terms.seller: terms for terms in self.terms}


@dataclass(frozen=True)
class Cost:
    """What a choice comes to, in every respect that a priority may look at."""

    missing: int
    goods_minor: int
    fees_minor: int
    sellers: int
    latest: date | None
    distance_metres: int
    favourite_lines: int
    waste_minor: int

    @property
    def money_minor(self) -> int:
        return self.goods_minor + self.fees_minor

    def rank(self, priority: Priority) -> tuple[int, int, int, int]:
        """Smaller is better: components missing, the priority's own figure, money, sellers."""
        return self.missing, self.figure(priority), self.money_minor, self.sellers

    def figure(self, priority: Priority) -> int:
        match priority:
            case Priority.CHEAPEST:
                return self.money_minor
            case Priority.SOONEST:
                return self.latest.toordinal() if self.latest else 0
            case Priority.FEWEST_SELLERS:
                return self.sellers
            case Priority.NEAREST:
                return self.distance_metres
            case Priority.FAVOURITES:
                return -self.favourite_lines
            case Priority.LEAST_WASTE:
                return self.waste_minor


@dataclass(frozen=True)
class Plan:
    """Whom to buy each component from. `proven`: nothing better exists; otherwise the best one found."""

    sellers: Mapping[str, str]
    missing: tuple[str, ...]
    goods_minor: int
    fees_minor: int
    cost: Cost
    proven: bool

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(sorted(set(self.sellers.values())))


@dataclass(frozen=True)
class SellerBelowMinimum:
    seller: str
    goods_minor: int
    minimum_minor: int


@dataclass(frozen=True)
class TooManySellers:
    sellers: int
    most_sellers: int


@dataclass(frozen=True)
class NotAsPinned:
    component: str
    pinned_to: str
    put_with: str


@dataclass(frozen=True)
class SellerExcluded:
    seller: str


Breach = SellerBelowMinimum | TooManySellers | NotAsPinned | SellerExcluded


def cost_of(problem: Problem, sellers: Mapping[str, str]) -> Cost:
    """The cost of buying each component from the seller it is mapped to; raises `NoSuchOffer`."""
    terms, offers = problem.terms_of(), _offers_taken(problem, sellers)
    goods = _goods_by_seller(offers)
    used = [terms[seller] for seller in goods]
    return Cost(
        missing=sum(component not in sellers for component in problem.components),
        goods_minor=sum(goods.values()),
        fees_minor=sum(t.fee_for(goods[t.seller], collect=problem.collect) for t in used),
        sellers=len(used),
        latest=max((t.ready_on for t in used), default=None),
        distance_metres=sum(t.distance_metres for t in used),
        favourite_lines=sum(terms[offer.seller].favourite for offer in offers),
        waste_minor=sum(offer.waste_minor for offer in offers),
    )


def breaches(problem: Problem, sellers: Mapping[str, str]) -> tuple[Breach, ...]:
    """What a choice (one moved by hand, say) breaks; empty when it may be ordered as it is."""
    terms, goods = problem.terms_of(), _goods_by_seller(_offers_taken(problem, sellers))
    found: list[Breach] = [SellerExcluded(seller) for seller in sorted(goods) if seller in problem.excluded]
    found += [
        NotAsPinned(component, problem.pinned[component], seller)
        for component, seller in sorted(sellers.items())
        if problem.pinned.get(component, seller) != seller
    ]
    found += [
        SellerBelowMinimum(seller, value, terms[seller].minimum_minor)
        for seller, value in sorted(goods.items())
        if value < terms[seller].minimum_minor
    ]
    if problem.most_sellers is not None and len(goods) > problem.most_sellers:
        found.append(TooManySellers(len(goods), problem.most_sellers))
    return tuple(found)


def plan_of(problem: Problem, sellers: Mapping[str, str], *, proven: bool = False) -> Plan:
    """A plan of exactly this choice, whether or not it keeps every condition (see `breaches`)."""
    cost = cost_of(problem, sellers)
    return Plan(
        sellers={component: sellers[component] for component in problem.components if component in sellers},
        missing=tuple(component for component in problem.components if component not in sellers),
        goods_minor=cost.goods_minor,
        fees_minor=cost.fees_minor,
        cost=cost,
        proven=proven,
    )


def offers_open(problem: Problem) -> tuple[Offer, ...]:
    """The offers that some allowed choice might take, sorted by component as wanted, then by seller.

    A seller whose open offers together stay below its minimum has none.
    """
    place = {component: n for n, component in enumerate(problem.components)}
    allowed = [
        offer
        for offer in problem.offers
        if offer.component in place
        and offer.seller not in problem.excluded
        and problem.pinned.get(offer.component, offer.seller) == offer.seller
    ]
    most, terms = _goods_by_seller(allowed), problem.terms_of()
    reachable = {seller for seller, goods in most.items() if goods >= terms[seller].minimum_minor}
    kept = (offer for offer in allowed if offer.seller in reachable)
    return tuple(sorted(kept, key=lambda offer: (place[offer.component], offer.seller)))


def _offers_taken(problem: Problem, sellers: Mapping[str, str]) -> list[Offer]:
    known = {(offer.component, offer.seller): offer for offer in problem.offers}
    taken = []
    for component, seller in sellers.items():
        if (component, seller) not in known or component not in problem.components:
            raise NoSuchOffer(component, seller)
        taken.append(known[component, seller])
    return taken


def _goods_by_seller(offers: list[Offer]) -> dict[str, int]:
    goods: dict[str, int] = defaultdict(int)
    for offer in offers:
        goods[offer.seller] += offer.price_minor
    return dict(goods)
