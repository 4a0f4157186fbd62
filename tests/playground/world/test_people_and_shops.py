"""The town's shops, carriers and people fit together."""

import math

from bot.playground.world.world import Packaging, Place, Role, carriers, items, people, sellers

TOWN_REACH_METRES = 2500
METRES_PER_DEGREE = 111_320


def metres_between(one: Place, other: Place) -> float:
    north = (one.latitude - other.latitude) * METRES_PER_DEGREE
    east = (one.longitude - other.longitude) * METRES_PER_DEGREE * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)


def test_each_seller_is_spoken_for_by_the_person_it_names() -> None:
    staff = {person.key: person for person in people()}
    for seller in sellers():
        assert staff[seller.staff].role is Role.SELLER
        assert staff[seller.staff].works_for == seller.key


def test_the_town_has_one_consumer_first_two_couriers_a_coordinator_and_an_admin() -> None:
    roles = [person.role for person in people()]
    assert roles[0] is Role.CONSUMER
    assert [roles.count(role) for role in Role] == [1, len(sellers()), 1, 2, 1]


def test_each_carrier_has_a_courier() -> None:
    couriers = {person.works_for for person in people() if person.role is Role.CARRIER}
    assert couriers == {carrier.key for carrier in carriers()}


def test_usernames_are_such_as_telegram_allows_and_given_once() -> None:
    names = [person.username for person in people()]
    assert len(set(names)) == len(names)
    assert all(5 <= len(name) <= 32 and name.isascii() and name.isidentifier() for name in names)


def test_shops_and_homes_lie_within_one_town() -> None:
    home = people()[0].home
    assert home is not None
    distances = [metres_between(home, seller.place) for seller in sellers()]
    assert 0 < min(distances) < max(distances) < TOWN_REACH_METRES
    assert len({round(distance) for distance in distances}) == len(distances)


def test_delivery_is_free_only_from_more_than_the_least_order() -> None:
    for seller in sellers():
        assert 0 <= seller.delivery_fee_minor <= 1000
        assert seller.free_from_minor is None or seller.free_from_minor > seller.minimum_minor
        assert 0 <= seller.lead_days <= 3


def test_between_them_the_carriers_take_everything_that_is_sold() -> None:
    assert {kind for carrier in carriers() for kind in carrier.takes} == set(Packaging)
    assert max(carrier.longest_item_mm for carrier in carriers()) >= max(item.length_mm for item in items())
    assert max(carrier.most_weight_grams for carrier in carriers()) >= max(
        item.weight_grams for item in items()
    )
