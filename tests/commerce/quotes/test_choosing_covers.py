"""Sets of few sellers, against every set of that many."""

import random
from itertools import combinations

from commerce.quotes.choosing_covers import covers


def test_every_set_that_offers_everything_is_found_and_no_other() -> None:
    for seed in range(60):
        rng = random.Random(seed)
        sellers = [f"s{n}" for n in range(rng.randint(1, 7))]
        offering = {
            f"c{n}": rng.sample(sellers, rng.randint(1, len(sellers))) for n in range(rng.randint(1, 6))
        }
        for size in range(1, 4):
            whole = [
                chosen
                for chosen in combinations(sellers, size)
                if all(set(chosen) & set(offers) for offers in offering.values())
            ]
            found = covers(offering, size)
            assert found is not None
            assert all(any(set(small) <= set(chosen) for small in found) for chosen in whole)
            assert all(
                len(chosen) <= size and all(set(chosen) & set(offers) for offers in offering.values())
                for chosen in found
            )


def test_too_many_sets_to_try_are_given_up() -> None:
    sellers = [f"s{n}" for n in range(40)]
    rng = random.Random(1)
    assert covers({f"c{n}": rng.sample(sellers, 12) for n in range(60)}, 9) is None
