"""The shelf walk, against every order of the places on small floors."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.fulfilment.walk import Floor, Place, PlaceOffTheFloor, Walk, walk


def length_of(order: tuple[int, ...], places: list[Place], floor: Floor) -> int:
    table = (floor.table_aisle, 0)
    spots = [table, *((places[i].aisle, floor.depth_of(places[i])) for i in order), table]
    return sum(floor.distance_cm(one, other) for one, other in pairwise(spots))


def shortest(places: list[Place], floor: Floor) -> int:
    """By a table over all subsets (Held and Karp), apart from the code under test."""
    table = (floor.table_aisle, 0)
    spots = sorted({(place.aisle, floor.depth_of(place)) for place in places})
    if not spots:
        return 0
    best = {(1 << n, n): floor.distance_cm(table, spot) for n, spot in enumerate(spots)}
    for visited in range(1, 1 << len(spots)):
        for last in range(len(spots)):
            if (here := best.get((visited, last))) is None:
                continue
            for n, spot in enumerate(spots):
                if not visited >> n & 1:
                    key = (visited | 1 << n, n)
                    best[key] = min(best.get(key, 10**9), here + floor.distance_cm(spots[last], spot))
    everything = (1 << len(spots)) - 1
    return min(best[everything, n] + floor.distance_cm(spot, table) for n, spot in enumerate(spots))


def drawn(seed: int, picks: int) -> tuple[list[Place], Floor]:
    rng = random.Random(seed)
    floor = Floor(
        aisles=rng.randint(1, 6),
        bays=rng.randint(1, 12),
        aisle_pitch_cm=rng.choice([150, 300, 900]),
        bay_cm=rng.choice([60, 100, 125]),
    )
    floor = replace(floor, table_aisle=rng.randint(1, floor.aisles))
    places = [
        Place(rng.randint(1, floor.aisles), rng.randint(1, floor.bays), rng.randint(0, 4))
        for _ in range(picks)
    ]
    return places, floor


@pytest.mark.feature("F8")
def test_in_one_block_no_order_is_shorter() -> None:
    for seed in range(300):
        places, floor = drawn(seed, picks=seed % 9)
        found = walk(places, floor)
        assert sorted(found.order) == list(range(len(places)))
        assert found.length_cm == length_of(found.order, places, floor) == shortest(places, floor), seed
        assert found.shortest


def test_with_more_cross_aisles_the_walk_is_near_the_shortest() -> None:
    over = []
    for seed in range(80):
        places, floor = drawn(seed, picks=8)
        floor = replace(floor, crossings=(floor.bays // 2,))
        found = walk(places, floor)
        assert sorted(found.order) == list(range(len(places)))
        assert found.length_cm == length_of(found.order, places, floor)
        assert not found.shortest
        over.append(found.length_cm / shortest(places, floor) - 1)
    print(f"mean {sum(over) / len(over):.4f}, most {max(over):.4f}")
    assert sum(over) / len(over) < 0.02


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 60), st.randoms(use_true_random=False))
def test_a_walk_is_never_longer_than_a_list_sorted_by_shelf_and_knows_no_order_of_input(
    seed: int, picks: int, rng: random.Random
) -> None:
    places, floor = drawn(seed, picks)
    found = walk(places, floor)
    by_shelf = tuple(sorted(range(len(places)), key=lambda i: places[i]))
    assert found.length_cm <= length_of(by_shelf, places, floor)
    shuffled = rng.sample(places, len(places))
    again = walk(shuffled, floor)
    assert [places[i] for i in found.order] == [shuffled[i] for i in again.order]


def test_one_bay_is_picked_from_the_lowest_level_up() -> None:
    places = [Place(1, 2, 3), Place(1, 2, 0), Place(1, 2, 1)]
    assert walk(places, Floor(1, 4)).order == (1, 2, 0)


def test_nothing_to_pick_is_no_walk() -> None:
    assert walk([], Floor(3, 3)) == Walk((), 0, shortest=True)


def test_a_shelf_off_the_floor_is_refused_and_a_floor_around_holds_all() -> None:
    places = [Place(4, 1), Place(1, 9)]
    with pytest.raises(PlaceOffTheFloor):
        walk(places, Floor(3, 9))
    assert sorted(walk(places, Floor.around(places)).order) == [0, 1]
