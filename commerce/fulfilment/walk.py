"""The order of a short walk past the shelves. Pure; centimetres, whole numbers.

With cross aisles at the front and the back only (one block) the walk is the shortest there is: the dynamic
programme of Ratliff and Rosenthal (Operations Research 31, 1983) goes from aisle to aisle and keeps, of all
ways to have walked so far, the best of each kind that can still become a round; the round is then walked as
an Euler circuit. Other floors get nearest neighbour, 2-opt and Or-opt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

__all__ = ["Floor", "Place", "PlaceOffTheFloor", "Walk", "walk"]

ROUNDS_AT_MOST = 1000
SEGMENT_AT_MOST = 3


@dataclass(frozen=True, order=True)
class Place:
    """A shelf: aisle and bay from 1, level from the floor."""

    aisle: int
    bay: int
    level: int = 0


@dataclass(frozen=True)
class Floor:
    """Parallel aisles of equal length. `crossings`: cross aisles behind these bays, besides front and back.

    The walk starts and ends at the packing table, at the front end of `table_aisle`.
    """

    aisles: int
    bays: int
    aisle_pitch_cm: int = 300
    bay_cm: int = 100
    table_aisle: int = 1
    crossings: tuple[int, ...] = ()

    @classmethod
    def around(cls, places: Sequence[Place]) -> "Floor":
        """The smallest plain floor that holds these places."""
        return cls(max((p.aisle for p in places), default=1), max((p.bay for p in places), default=1))

    @property
    def depth_cm(self) -> int:
        return self.bays * self.bay_cm

    def depth_of(self, place: Place) -> int:
        """Centimetres from the front cross aisle to the middle of the bay."""
        return place.bay * self.bay_cm - self.bay_cm // 2

    def distance_cm(self, one: "Spot", other: "Spot") -> int:
        if one[0] == other[0]:
            return abs(one[1] - other[1])
        crossings = (0, self.depth_cm, *(bay * self.bay_cm for bay in self.crossings))
        along = min(abs(one[1] - depth) + abs(other[1] - depth) for depth in crossings)
        return abs(one[0] - other[0]) * self.aisle_pitch_cm + along


Spot = tuple[int, int]
"""Aisle, and centimetres from the front."""


class PlaceOffTheFloor(ValueError):
    """A shelf is said to be where the floor has none."""

    def __init__(self, place: Place, floor: Floor) -> None:
        super().__init__(f"{place} is not on {floor}")
        self.place, self.floor = place, floor


@dataclass(frozen=True)
class Walk:
    """Indexes of the places in the order of the walk, and its length from the table and back."""

    order: tuple[int, ...]
    length_cm: int
    shortest: bool


def walk(places: Sequence[Place], floor: Floor) -> Walk:
    """Every place once; those at one bay from the lowest level up."""
    for place in places:
        if not (1 <= place.aisle <= floor.aisles and 1 <= place.bay <= floor.bays):
            raise PlaceOffTheFloor(place, floor)
    by_spot: dict[Spot, list[int]] = {}
    for index in sorted(range(len(places)), key=lambda index: (places[index].level, index)):
        by_spot.setdefault((places[index].aisle, floor.depth_of(places[index])), []).append(index)
    table: Spot = (floor.table_aisle, 0)
    spots = _round_in_one_block(set(by_spot), table, floor) if not floor.crossings else None
    if spots is None:
        spots = _round_by_exchanges(sorted(by_spot), table, floor)
    length = sum(floor.distance_cm(one, other) for one, other in pairwise((table, *spots, table)))
    order = tuple(index for spot in spots for index in by_spot[spot])
    return Walk(order, length, shortest=not floor.crossings)


class _Way(StrEnum):
    """How one aisle is walked."""

    NOT = "not"
    THROUGH = "through"
    TWICE_THROUGH = "twice through"
    FROM_FRONT = "from the front and back again"
    FROM_BACK = "from the back and back again"
    FROM_BOTH = "from both ends, leaving the largest gap"


@dataclass(frozen=True)
class _Kind:
    """Ends of the last aisle: times a walk ends there (0, 1 odd, 2 even); `parts` not yet connected."""

    back: int
    front: int
    parts: int


@dataclass(frozen=True)
class _Partial:
    """A way to have walked the aisles so far, and the times both cross aisles are walked after each."""

    length: int
    ways: tuple[_Way, ...] = ()
    crossed: tuple[tuple[int, int], ...] = ()


START = _Kind(0, 0, 0)


def _round_in_one_block(wanted: set[Spot], table: Spot, floor: Floor) -> list[Spot]:
    if not wanted:
        return []
    needed = wanted | {table}
    first, last = min(needed)[0], max(needed)[0]
    depths = {aisle: sorted(d for a, d in needed if a == aisle) for aisle in range(first, last + 1)}
    reached = {START: _Partial(0)}
    for aisle in range(first, last + 1):
        walked: dict[_Kind, _Partial] = {}
        for kind, partial in reached.items():
            for way, length in _ways(depths[aisle], floor.depth_cm).items():
                after = _after_aisle(kind, way)
                if after is not None:
                    added = _Partial(partial.length + length, (*partial.ways, way), partial.crossed)
                    _keep(walked, after, added)
        if aisle == last:
            reached = walked
            break
        reached = {}
        for kind, partial in walked.items():
            for crossed, after in _crossings(kind):
                length = partial.length + sum(crossed) * floor.aisle_pitch_cm
                _keep(reached, after, _Partial(length, partial.ways, (*partial.crossed, crossed)))
    done = [
        partial for kind, partial in reached.items() if kind.parts == 1 and 1 not in (kind.back, kind.front)
    ]
    best = min(done, key=lambda partial: (partial.length, partial.ways, partial.crossed))
    return _circuit(best, depths, table, wanted, floor)


def _keep(best: dict[_Kind, _Partial], kind: _Kind, partial: _Partial) -> None:
    known = best.get(kind)
    if known is None or partial.length < known.length:
        best[kind] = partial


def _ways(depths: list[int], end: int) -> dict[_Way, int]:
    """The length of each way to pass all wanted depths of an aisle."""
    ways = {_Way.THROUGH: end, _Way.TWICE_THROUGH: 2 * end}
    if not depths:
        return {_Way.NOT: 0, **ways}
    ways |= {_Way.FROM_FRONT: 2 * depths[-1], _Way.FROM_BACK: 2 * (end - depths[0])}
    if len(depths) > 1:
        ways[_Way.FROM_BOTH] = 2 * (end - max(b - a for a, b in pairwise(depths)))
    return ways


def _after_aisle(kind: _Kind, way: _Way) -> _Kind | None:
    """The kind once the aisle is walked that way; None where the round could never be closed."""
    if way is _Way.NOT:
        return kind
    if kind.parts and not kind.back and not kind.front:
        return None
    back, front = {
        _Way.THROUGH: (1, 1),
        _Way.TWICE_THROUGH: (2, 2),
        _Way.FROM_FRONT: (0, 2),
        _Way.FROM_BACK: (2, 0),
        _Way.FROM_BOTH: (2, 2),
    }[way]
    joined = way in (_Way.THROUGH, _Way.TWICE_THROUGH)
    parts = 1 if joined else kind.parts + (back > 0 and kind.back == 0) + (front > 0 and kind.front == 0)
    return _Kind(_times(kind.back + back), _times(kind.front + front), parts)


def _times(count: int) -> int:
    """0, 1 for odd, 2 for even."""
    return count if count < 2 else 2 - count % 2


def _crossings(kind: _Kind) -> list[tuple[tuple[int, int], _Kind]]:
    """(times along the back, times along the front) to the next aisle, with the kind there."""
    if kind.back == 1:
        return [((1, 1), _Kind(1, 1, 1))]
    if kind.parts == 2:
        return [((2, 2), _Kind(2, 2, 2))]
    return [((b, f), _Kind(b, f, kind.parts)) for b in {0, kind.back} for f in {0, kind.front}]


def _circuit(
    partial: _Partial, depths: dict[int, list[int]], table: Spot, wanted: set[Spot], floor: Floor
) -> list[Spot]:
    """The wanted spots in the order in which an Euler circuit of the walked edges first meets them."""
    edges: dict[Spot, list[Spot]] = {}

    def add(one: Spot, other: Spot, times: int) -> None:
        for _ in range(times if one != other else 0):
            edges.setdefault(one, []).append(other)
            edges.setdefault(other, []).append(one)

    end = floor.depth_cm
    for (aisle, stops), way in zip(depths.items(), partial.ways, strict=True):
        for one, other, times in _edges_in(stops, way, end):
            add((aisle, one), (aisle, other), times)
    for aisle, (back, front) in zip(depths, partial.crossed, strict=False):
        add((aisle, end), (aisle + 1, end), back)
        add((aisle, 0), (aisle + 1, 0), front)
    trail, circuit = [table], []
    while trail:
        here = trail[-1]
        if edges.get(here):
            there = edges[here].pop()
            edges[there].remove(here)
            trail.append(there)
        else:
            circuit.append(trail.pop())
    return [spot for spot in dict.fromkeys(circuit) if spot in wanted]


def _edges_in(stops: list[int], way: _Way, end: int) -> list[tuple[int, int, int]]:
    """(depth, next depth, times walked) along one aisle."""
    points = list(pairwise(sorted({0, *stops, end})))
    match way:
        case _Way.NOT:
            return []
        case _Way.THROUGH:
            return [(one, other, 1) for one, other in points]
        case _Way.TWICE_THROUGH:
            return [(one, other, 2) for one, other in points]
        case _Way.FROM_FRONT:
            return [(one, other, 2) for one, other in points if other <= stops[-1]]
        case _Way.FROM_BACK:
            return [(one, other, 2) for one, other in points if one >= stops[0]]
        case _Way.FROM_BOTH:
            gap = max(pairwise(stops), key=lambda pair: (pair[1] - pair[0], pair))
            return [(one, other, 2) for one, other in points if (one, other) != gap]


def _round_by_exchanges(spots: list[Spot], table: Spot, floor: Floor) -> list[Spot]:
    """Nearest neighbour, then reversals and moves of up to three spots while they shorten the round."""
    waiting, tour = list(spots), [table]
    while waiting:
        nearest = min(waiting, key=lambda spot: (floor.distance_cm(tour[-1], spot), spot))
        waiting.remove(nearest)
        tour.append(nearest)
    tour.append(table)
    for _ in range(ROUNDS_AT_MOST):
        better = _shorter(tour, floor)
        if better is None:
            break
        tour = better
    return tour[1:-1]


def _shorter(tour: list[Spot], floor: Floor) -> list[Spot] | None:
    gap, inner = floor.distance_cm, range(1, len(tour) - 1)
    for i in inner:
        for j in range(i + 1, len(tour) - 1):
            before = gap(tour[i - 1], tour[i]) + gap(tour[j], tour[j + 1])
            if gap(tour[i - 1], tour[j]) + gap(tour[i], tour[j + 1]) < before:
                return [*tour[:i], *reversed(tour[i : j + 1]), *tour[j + 1 :]]
    for size in range(1, SEGMENT_AT_MOST + 1):
        for i in range(1, len(tour) - size):
            segment, rest = tour[i : i + size], tour[:i] + tour[i + size :]
            saved = gap(tour[i - 1], segment[0]) + gap(segment[-1], tour[i + size])
            saved -= gap(tour[i - 1], tour[i + size])
            for at in range(1, len(rest)):
                for piece in (segment, segment[::-1]):
                    added = (
                        gap(rest[at - 1], piece[0]) + gap(piece[-1], rest[at]) - gap(rest[at - 1], rest[at])
                    )
                    if added < saved:
                        return [*rest[:at], *piece, *rest[at:]]
    return None
