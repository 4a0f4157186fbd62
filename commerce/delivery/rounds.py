"""The order of one courier's stops, each drop after the pick-ups it needs. Pure; metres as the crow flies.

Up to `EXACT_AT_MOST` stops the order is the shortest there is (a table over all sets of stops); beyond, each
stop is inserted where it lengthens the way least, then runs of up to three are moved while that shortens it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

__all__ = ["Point", "RoundImpossible", "Stop", "StopTwice", "metres_between", "plan_round", "round_metres"]

EXACT_AT_MOST = 10
MOVES_AT_MOST = 500
RUN_AT_MOST = 3
EARTH_RADIUS_METRES = 6_371_009


@dataclass(frozen=True)
class Point:
    """Degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Stop:
    """A place to go to. `needs`: keys of stops to be made before; those not in the round are made already."""

    key: str
    at: Point
    needs: frozenset[str] = frozenset()


class StopTwice(ValueError):
    """Two stops of one round have the same key."""

    def __init__(self, key: str) -> None:
        super().__init__(f"stop {key} is there twice")
        self.key = key


class RoundImpossible(ValueError):
    """Stops wait for each other in a circle."""

    def __init__(self, keys: frozenset[str]) -> None:
        super().__init__(f"stops {sorted(keys)} need each other first")
        self.keys = keys


def plan_round(stops: Sequence[Stop], start: Point) -> list[int]:
    """Indexes of the stops in the order to go; the courier starts at `start` and ends at the last stop."""
    needs = _needs(stops)
    if not stops:
        return []
    metres = _distances(stops, start)
    if len(stops) <= EXACT_AT_MOST:
        return _shortest(needs, metres)
    return _moved(_inserted(needs, metres), needs, metres)


def round_metres(stops: Sequence[Stop], start: Point, order: Sequence[int]) -> int:
    points = [start, *(stops[index].at for index in order)]
    return sum(metres_between(one, other) for one, other in pairwise(points))


def metres_between(one: Point, other: Point) -> int:
    """Great-circle distance by the haversine formula on a sphere, to the metre."""
    south, north = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return round(2 * EARTH_RADIUS_METRES * asin(min(1.0, sqrt(half))))


_Metres = list[list[int]]
"""From stop to stop; the last row is from the start."""


def _needs(stops: Sequence[Stop]) -> list[frozenset[int]]:
    """By stop the indexes of those before it, at any remove."""
    for key, times in Counter(stop.key for stop in stops).items():
        if times > 1:
            raise StopTwice(key)
    index = {stop.key: n for n, stop in enumerate(stops)}
    needs = [{index[key] for key in stop.needs if key in index} for stop in stops]
    for _ in stops:
        for before in needs:
            before.update(*(needs[n] for n in before))
    circle = frozenset(stop.key for n, stop in enumerate(stops) if n in needs[n])
    if circle:
        raise RoundImpossible(circle)
    return [frozenset(before) for before in needs]


def _distances(stops: Sequence[Stop], start: Point) -> _Metres:
    points = [*(stop.at for stop in stops), start]
    return [[metres_between(one, stop.at) for stop in stops] for one in points]


def _shortest(needs: list[frozenset[int]], metres: _Metres) -> list[int]:
    """best[set of stops made][last stop] is the shortest way, and the stop before the last one."""
    count = len(needs)
    masks = [sum(1 << n for n in before) for before in needs]
    best: list[dict[int, tuple[int, int | None]]] = [{} for _ in range(1 << count)]
    for n in range(count):
        if not masks[n]:
            best[1 << n][n] = (metres[-1][n], None)
    for made in range(1, 1 << count):
        for last, (length, _) in best[made].items():
            for n in range(count):
                if made >> n & 1 or masks[n] & ~made:
                    continue
                after, way = made | 1 << n, length + metres[last][n]
                if n not in best[after] or way < best[after][n][0]:
                    best[after][n] = (way, last)
    made = (1 << count) - 1
    at: int | None = min(best[made], key=lambda n: (best[made][n][0], n))
    order = []
    while at is not None:
        order.append(at)
        made, at = made & ~(1 << at), best[made][at][1]
    return order[::-1]


def _inserted(needs: list[frozenset[int]], metres: _Metres) -> list[int]:
    """Each stop, those it needs first, where it lengthens the way least."""
    order: list[int] = []
    for n in sorted(range(len(needs)), key=lambda n: (len(needs[n]), n)):
        earliest = max((place + 1 for place, other in enumerate(order) if other in needs[n]), default=0)
        candidates = ([*order[:at], n, *order[at:]] for at in range(earliest, len(order) + 1))
        order = min(candidates, key=lambda order: _length(order, metres))
    return order


def _moved(order: list[int], needs: list[frozenset[int]], metres: _Metres) -> list[int]:
    for _ in range(MOVES_AT_MOST):
        better = _shorter(order, needs, metres)
        if better is None:
            break
        order = better
    return order


def _shorter(order: list[int], needs: list[frozenset[int]], metres: _Metres) -> list[int] | None:
    """The order after the first move of a run that shortens it and leaves every need kept."""
    length = _length(order, metres)
    for size in range(1, RUN_AT_MOST + 1):
        for first in range(len(order) - size + 1):
            run, rest = order[first : first + size], order[:first] + order[first + size :]
            for at in range(len(rest) + 1):
                for piece in (run, run[::-1]):
                    moved = [*rest[:at], *piece, *rest[at:]]
                    if _length(moved, metres) < length and _keeps(moved, needs):
                        return moved
    return None


def _keeps(order: list[int], needs: list[frozenset[int]]) -> bool:
    made: set[int] = set()
    for n in order:
        if not needs[n] <= made:
            return False
        made.add(n)
    return True


def _length(order: list[int], metres: _Metres) -> int:
    return metres[-1][order[0]] + sum(metres[one][other] for one, other in pairwise(order))
