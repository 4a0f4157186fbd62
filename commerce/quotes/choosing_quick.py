"""The instant choice: a search that adds, drops and swaps sellers until nothing of that helps.

Weights are integers of any size, so that one number holds the whole order of precedence: components missing,
the priority's figure, money, sellers. No clock, no randomness: the same problem gives the same plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from commerce.quotes.choosing_problem import Plan, Priority, Problem, offers_open, plan_of

__all__ = ["choose_quickly", "narrowed_to", "settled"]

ROUNDS_AT_MOST = 300
KICKS_AT_MOST = 30
TRIED_AT_MOST = 8
# Sellers in use times sellers at hand, by kick: in the widest markets fewer kicks keep the answer instant.
KICK_WORK = 10_000
NOWHERE = -1


def choose_quickly(problem: Problem, *, kicks: int = KICKS_AT_MOST) -> Plan:
    """A plan that keeps every condition, found in milliseconds; what it leaves is measured, not bounded.

    `kicks`: how often at most the search starts again without one of its sellers.
    """
    if problem.priority is not Priority.SOONEST:
        return _searched(problem, kicks)
    plans = [_searched(replace(problem, priority=Priority.CHEAPEST), kicks)]
    dates = sorted({terms.ready_on for terms in problem.terms})
    low, high = 0, len(dates) - 1
    while low < high:
        middle = (low + high) // 2
        plan = _searched(narrowed_to(problem, dates[middle]), kicks)
        if plan.cost.missing <= plans[0].cost.missing:
            plans.append(plan)
            high = middle
        else:
            low = middle + 1
    best = min(plans, key=lambda plan: plan.cost.rank(Priority.SOONEST))
    return plan_of(problem, best.sellers)


def narrowed_to(problem: Problem, latest: date) -> Problem:
    """The cheapest-first problem over the sellers that are ready by `latest`."""
    later = {terms.seller for terms in problem.terms if terms.ready_on > latest}
    return replace(problem, priority=Priority.CHEAPEST, excluded=problem.excluded | later)


def settled(problem: Problem, sellers: Mapping[str, str]) -> dict[str, str]:
    """Ties go to the smaller id: lines move between the plan's sellers where price and rank stay equal."""
    price = {(offer.component, offer.seller): offer.price_minor for offer in offers_open(problem)}
    settled_so_far, rank = dict(sellers), plan_of(problem, sellers).cost.rank(problem.priority)
    for component in problem.components:
        here = settled_so_far.get(component)
        for other in sorted(set(settled_so_far.values())):
            if here is None or other >= here:
                break
            if price.get((component, other)) != price[component, here]:
                continue
            moved = settled_so_far | {component: other}
            below = _below_minimum(problem, moved, price)
            if not below and plan_of(problem, moved).cost.rank(problem.priority) == rank:
                settled_so_far = moved
                break
    return settled_so_far


def _below_minimum(
    problem: Problem, sellers: Mapping[str, str], price: Mapping[tuple[str, str], int]
) -> bool:
    goods: dict[str, int] = {}
    for component, seller in sellers.items():
        goods[seller] = goods.get(seller, 0) + price[component, seller]
    return any(goods.get(terms.seller, terms.minimum_minor) < terms.minimum_minor for terms in problem.terms)


@dataclass(frozen=True)
class _Shop:
    """One seller on the board: weights and prices by component number, and its weighted terms."""

    weights: dict[int, int]
    prices: dict[int, int]
    opening: int
    fee: int
    free_from: int | None
    minimum: int

    def due(self, goods: int) -> int:
        return self.opening + (0 if self.free_from is not None and goods >= self.free_from else self.fee)


@dataclass(frozen=True)
class _State:
    """Component number -> seller number (or `NOWHERE`), the sellers in use, and the whole weight."""

    places: tuple[int, ...]
    used: tuple[int, ...]
    weight: int


@dataclass(frozen=True)
class _Board:
    components: tuple[str, ...]
    sellers: tuple[str, ...]
    shops: tuple[_Shop, ...]
    most: int
    missing: int

    def weigh(self, places: list[int]) -> _State:
        goods = self.goods(places)
        weight = sum(self.shops[s].weights[c] for c, s in enumerate(places) if s != NOWHERE)
        weight += sum(self.shops[s].due(value) for s, value in goods.items())
        weight += self.missing * places.count(NOWHERE)
        return _State(tuple(places), tuple(sorted(goods)), weight)

    def goods(self, places: list[int]) -> dict[int, int]:
        goods: dict[int, int] = {}
        for c, s in enumerate(places):
            if s != NOWHERE:
                goods[s] = goods.get(s, 0) + self.shops[s].prices[c]
        return goods


def _searched(problem: Problem, kicks: int) -> Plan:
    board = _board_of(problem)
    state = _descended(board, board.weigh([NOWHERE] * len(board.components)), barred=None)
    state = _kicked(board, state, kicks)
    chosen = {board.components[c]: board.sellers[s] for c, s in enumerate(state.places) if s != NOWHERE}
    return plan_of(problem, settled(problem, chosen))


def _board_of(problem: Problem) -> _Board:
    offers, terms_of = offers_open(problem), problem.terms_of()
    sellers = tuple(sorted({offer.seller for offer in offers}))
    most = len(sellers) if problem.most_sellers is None else max(0, min(problem.most_sellers, len(sellers)))
    number = {component: n for n, component in enumerate(problem.components)}
    per_unit = len(sellers) + 1
    money = sum(offer.price_minor for offer in offers) + sum(t.delivery_fee_minor for t in problem.terms)
    first = (money + 1) * per_unit
    shops = []
    for seller in sellers:
        terms = terms_of[seller]
        here = [offer for offer in offers if offer.seller == seller]
        by_line = {
            number[offer.component]: (
                offer.waste_minor
                if problem.priority is Priority.LEAST_WASTE
                else int(problem.priority is Priority.FAVOURITES and not terms.favourite)
            )
            for offer in here
        }
        prices = {number[offer.component]: offer.price_minor for offer in here}
        by_seller = {Priority.FEWEST_SELLERS: 1, Priority.NEAREST: terms.distance_metres}
        shops.append(
            _Shop(
                weights={c: by_line[c] * first + price * per_unit for c, price in prices.items()},
                prices=prices,
                opening=by_seller.get(problem.priority, 0) * first + 1,
                fee=0 if problem.collect else terms.delivery_fee_minor * per_unit,
                free_from=terms.free_from_minor,
                minimum=terms.minimum_minor,
            )
        )
    missing = 1 + sum(sum(shop.weights.values()) + shop.opening + shop.fee for shop in shops)
    return _Board(problem.components, sellers, tuple(shops), most, missing)


def _descended(board: _Board, state: _State, *, barred: int | None) -> _State:
    for _ in range(ROUNDS_AT_MOST):
        better = _step(board, state, barred)
        if better is None:
            break
        state = better
    return state


def _kicked(board: _Board, state: _State, kicks: int) -> _State:
    """The state after doing without each of the sellers in use for a while, until no such kick helps."""
    waiting = list(state.used)
    affordable = KICK_WORK // (len(state.used) * len(board.shops) + 1)
    for _ in range(min(kicks, affordable)):
        if not waiting:
            break
        s = waiting.pop(0)
        without = _descended(board, _assigned(board, set(state.used) - {s}), barred=s)
        tried = _descended(board, without, barred=None)
        if tried.weight < state.weight:
            state, waiting = tried, list(tried.used)
    return state


def _step(board: _Board, state: _State, barred: int | None) -> _State | None:
    """The first better state among the most promising changes of the set of sellers; None at the end."""
    for _, incoming, outgoing in _promising(board, state, barred)[:TRIED_AT_MOST]:
        tried = _assigned(board, (set(state.used) | incoming) - outgoing)
        if tried.weight < state.weight and len(tried.used) <= board.most:
            return tried
    return None


_Change = tuple[int, frozenset[int], frozenset[int]]


def _promising(board: _Board, state: _State, barred: int | None) -> list[_Change]:
    """(estimated change of weight, sellers in, sellers out), best first; estimates leave thresholds out."""
    first, second = _two_best(board, state)
    free = [s for s in range(len(board.shops)) if s not in state.used and s != barred]
    adding = {
        s: sum(min(0, w - first[c]) for c, w in board.shops[s].weights.items())
        + board.shops[s].opening
        + board.shops[s].fee
        for s in free
    }
    nobody: frozenset[int] = frozenset()
    changes: list[_Change] = []
    if len(state.used) < board.most:
        changes += [(weight, frozenset({s}), nobody) for s, weight in adding.items()]
    for r in state.used:
        lines = [c for c, s in enumerate(state.places) if s == r]
        dropping = sum(second[c] - first[c] for c in lines)
        dropping -= board.shops[r].due(sum(board.shops[r].prices[c] for c in lines))
        changes.append((dropping, nobody, frozenset({r})))
        for s, weight in adding.items():
            offered = board.shops[s].weights
            both = sum(
                min(second[c], offered[c]) - second[c] - min(0, offered[c] - first[c])
                for c in lines
                if c in offered
            )
            changes.append((weight + dropping + both, frozenset({s}), frozenset({r})))
    return sorted(changes, key=lambda change: (change[0], sorted(change[1]), sorted(change[2])))


def _two_best(board: _Board, state: _State) -> tuple[list[int], list[int]]:
    """By component: the weight where it is now, and the least weight elsewhere among the sellers in use."""
    first, second = [], []
    for c, here in enumerate(state.places):
        first.append(board.missing if here == NOWHERE else board.shops[here].weights[c])
        others = (board.shops[s].weights.get(c, board.missing) for s in state.used if s != here)
        second.append(min(others, default=board.missing))
    return first, second


def _assigned(board: _Board, opened: set[int]) -> _State:
    """Each component where it weighs least; sellers below their minimum are filled up or closed."""
    opened = set(opened)
    while True:
        order = sorted(opened)
        places = [
            min(
                (s for s in order if c in board.shops[s].weights),
                key=lambda s: board.shops[s].weights[c],
                default=NOWHERE,
            )
            for c in range(len(board.components))
        ]
        for s in order:
            goods = board.goods(places)
            if goods.get(s, board.shops[s].minimum) < board.shops[s].minimum:
                places = _filled_up(board, places, s, board.shops[s].minimum) or places
        goods = board.goods(places)
        short = [s for s, value in goods.items() if value < board.shops[s].minimum]
        if not short:
            return _freed_of_fees(board, board.weigh(places))
        opened.remove(min(short, key=lambda s: (goods[s] - board.shops[s].minimum, s)))


def _freed_of_fees(board: _Board, state: _State) -> _State:
    """The state with lines moved to sellers whose fee then falls away, where that pays."""
    for s in state.used:
        free_from, goods = board.shops[s].free_from, board.goods(list(state.places))
        if free_from is None or not board.shops[s].fee or goods.get(s, free_from) >= free_from:
            continue
        places = _filled_up(board, list(state.places), s, free_from)
        if places is not None:
            state = min(state, board.weigh(places), key=lambda candidate: candidate.weight)
    return state


def _filled_up(board: _Board, places: list[int], to: int, target: int) -> list[int] | None:
    """The places with lines moved to one seller, least extra first, until its goods reach the target."""
    goods, shop, moved = board.goods(places), board.shops[to], list(places)
    here = goods.get(to, 0)
    movable = [c for c in shop.weights if places[c] not in (to, NOWHERE)]
    for c in sorted(movable, key=lambda c: (shop.weights[c] - board.shops[places[c]].weights[c], c)):
        if here >= target:
            break
        donor = places[c]
        left = goods[donor] - board.shops[donor].prices[c]
        emptied = moved.count(donor) == 1
        if left < board.shops[donor].minimum and not emptied:
            continue
        moved[c], goods[donor], here = to, left, here + shop.prices[c]
    return moved if here >= target else None
