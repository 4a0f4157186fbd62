"""A courier's round, against every allowed order of few stops."""

import random
from itertools import permutations
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.delivery import rounds
from commerce.delivery.rounds import (
    Point,
    RoundImpossible,
    Stop,
    StopTwice,
    metres_between,
    plan_round,
    round_metres,
)

START = Point(51.05, 3.72)


def drawn(seed: int, orders: int) -> list[Stop]:
    """Orders of one or two pick-ups and a drop each, within some kilometres, in any order."""
    rng = random.Random(seed)

    def somewhere() -> Point:
        return Point(START.latitude + rng.uniform(-0.05, 0.05), START.longitude + rng.uniform(-0.08, 0.08))

    stops = []
    for n in range(orders):
        shops = [f"shop {n}.{m}" for m in range(rng.randint(1, 2))]
        stops += [Stop(shop, somewhere()) for shop in shops]
        stops.append(Stop(f"door {n}", somewhere(), frozenset(shops)))
    rng.shuffle(stops)
    return stops


def keeps_needs(stops: list[Stop], order: list[int] | tuple[int, ...]) -> bool:
    keys = [stops[index].key for index in order]
    return all(keys.index(key) < keys.index(stop.key) for stop in stops for key in stop.needs if key in keys)


@pytest.mark.feature("F11")
def test_of_few_stops_no_allowed_order_is_shorter() -> None:
    for seed in range(40):
        stops = drawn(seed, 1 + seed % 3)[:7]
        order = plan_round(stops, START)
        lengths = [
            round_metres(stops, START, other)
            for other in permutations(range(len(stops)))
            if keeps_needs(stops, other)
        ]
        assert keeps_needs(stops, order)
        assert round_metres(stops, START, order) == min(lengths), seed


def test_the_insertion_of_many_stops_is_near_the_shortest(monkeypatch: pytest.MonkeyPatch) -> None:
    over = []
    for seed in range(40):
        stops = drawn(seed, 5)[:10]
        exact = round_metres(stops, START, plan_round(stops, START))
        with monkeypatch.context() as few:
            few.setattr(rounds, "EXACT_AT_MOST", 0)
            over.append(round_metres(stops, START, plan_round(stops, START)) / exact - 1)
    print(f"mean {mean(over):.4f}, most {max(over):.4f}")
    assert mean(over) < 0.05


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 12))
def test_every_stop_is_made_once_and_after_what_it_needs(seed: int, orders: int) -> None:
    stops = drawn(seed, orders)
    order = plan_round(stops, START)
    assert sorted(order) == list(range(len(stops)))
    assert keeps_needs(stops, order)
    assert order == plan_round(stops, START)


def test_a_pick_up_that_is_made_already_holds_nothing_up() -> None:
    stops = [Stop("door", START, frozenset({"shop made before"}))]
    assert plan_round(stops, START) == [0]
    assert plan_round([], START) == []


def test_stops_that_wait_for_each_other_are_refused_by_name() -> None:
    with pytest.raises(RoundImpossible) as refused:
        plan_round([Stop("a", START, frozenset({"b"})), Stop("b", START, frozenset({"a"}))], START)
    assert refused.value.keys == {"a", "b"}
    with pytest.raises(StopTwice):
        plan_round([Stop("a", START), Stop("a", START)], START)


def test_distances_are_those_of_the_globe() -> None:
    assert metres_between(START, START) == 0
    paris, london = Point(48.8566, 2.3522), Point(51.5074, -0.1278)
    assert 343_000 < metres_between(paris, london) < 344_500
    assert metres_between(Point(0, 0), Point(0, 180)) == pytest.approx(20_015_115, rel=1e-4)
