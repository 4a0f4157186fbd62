"""Pieces out of stock: lengths from bars, panels from sheets, pieces of cloth from a width. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import product

__all__ = ["Panel", "fewest_lengths", "fewest_sheets", "length_of_strip"]

_MOST_STEPS = 20_000
_CLOSE = Decimal("1e-20")


@dataclass(frozen=True)
class Panel:
    """One rectangular piece; `width` across the stock, `length` along it. It may be turned."""

    width: Decimal
    length: Decimal


def fewest_lengths(lengths: Sequence[Decimal], stock: Decimal) -> int:
    """How many lengths of stock the pieces (the longest first, none longer than the stock) need: first fit,
    then exact search if that may be improved on; after `_MOST_STEPS` steps of it the best found stands."""
    best = _first_fit(lengths, stock)
    total = sum(lengths, Decimal(0))
    at_least = int((total / stock * (1 - _CLOSE)).to_integral_value(ROUND_CEILING))
    while best > at_least and _fits(lengths, stock, best - 1):
        best -= 1
    return best


def _first_fit(lengths: Sequence[Decimal], stock: Decimal) -> int:
    room: list[Decimal] = []
    for length in lengths:
        place = next((i for i, left in enumerate(room) if left >= length), None)
        if place is None:
            room.append(stock)
            place = len(room) - 1
        room[place] -= length
    return len(room)


def _fits(lengths: Sequence[Decimal], stock: Decimal, packs: int) -> bool:
    """Whether so many lengths do, by depth-first search over where each piece is cut from."""
    stack: list[tuple[int, tuple[Decimal, ...]]] = [(0, (stock,) * packs)]
    seen: set[tuple[int, tuple[Decimal, ...]]] = set()
    for _ in range(_MOST_STEPS):
        if not stack:
            return False
        place, room = stack.pop()
        if place == len(lengths):
            return True
        if (place, room) in seen or sum(room) < sum(lengths[place:]):
            continue
        seen.add((place, room))
        length = lengths[place]
        for i in reversed(range(packs)):
            if room[i] >= length and room[i] not in room[:i]:
                left = sorted((*room[:i], room[i] - length, *room[i + 1 :]), reverse=True)
                stack.append((place + 1, tuple(left)))
    return False


Lying = Callable[[Panel], tuple[Panel, ...]]


def _turned(panel: Panel) -> Panel:
    return Panel(panel.length, panel.width)


_ORDERS: tuple[Callable[[Panel], Decimal], ...] = (
    lambda panel: panel.width * panel.length,
    lambda panel: max(panel.width, panel.length),
    lambda panel: min(panel.width, panel.length),
    lambda panel: panel.width + panel.length,
)
_LYING: tuple[Lying, ...] = (
    lambda panel: (panel, _turned(panel)),
    lambda panel: (panel,) if panel.width <= panel.length else (_turned(panel),),
    lambda panel: (panel,) if panel.width > panel.length else (_turned(panel),),
)
"""Which way a panel may lie: either, along the sheet, across it. With equal panels one way wastes less."""


def fewest_sheets(panels: Sequence[Panel], sheet: Panel) -> int | None:
    """How many sheets the panels need by straight cuts, the best of several orders; None if one does not fit.

    Each order puts a panel where the least of the remaining rectangle is wasted, turned if that is better.
    """
    if any(_turned_to_fit(panel, sheet) is None for panel in panels):
        return None
    area = sum((panel.width * panel.length for panel in panels), Decimal(0))
    at_least = int((area / (sheet.width * sheet.length)).to_integral_value(ROUND_CEILING))
    best: int | None = None
    for order in _ORDERS:
        ordered = sorted(panels, key=order, reverse=True)
        for along, lying in product((True, False), _LYING):
            count = _cut(ordered, sheet, along, lying)
            best = count if best is None else min(best, count)
            if best == at_least:
                return best
    return best


def length_of_strip(panels: Sequence[Panel], width: Decimal) -> Decimal | None:
    """How much of a width of cloth the pieces need when laid in rows; None where one is wider than the cloth.

    The grain runs along the cloth, so pieces are turned only where they do not fit otherwise.
    """
    laid = [_turned_to_fit(panel, Panel(width, Decimal("Infinity"))) for panel in panels]
    if None in laid:
        return None
    pieces = sorted((panel for panel in laid if panel), key=lambda panel: panel.length, reverse=True)
    rows: list[list[Decimal]] = []  # [width left, length of the row]
    for piece in pieces:
        row = next((row for row in rows if row[0] >= piece.width), None)
        if row is None:
            rows.append([width - piece.width, piece.length])
        else:
            row[0] -= piece.width
    return sum((row[1] for row in rows), Decimal(0))


def _turned_to_fit(panel: Panel, sheet: Panel) -> Panel | None:
    for turned in (panel, _turned(panel)):
        if turned.width <= sheet.width and turned.length <= sheet.length:
            return turned
    return None


def _cut(panels: Sequence[Panel], sheet: Panel, along: bool, lying: Lying) -> int:
    """Sheets needed in this order; what is left of a rectangle is parted `along` its length or across. What
    does not fit a sheet the way it should lie is turned."""
    free: list[Panel] = []
    sheets = 0
    for panel in panels:
        fitting = tuple(
            one for one in lying(panel) if one.width <= sheet.width and one.length <= sheet.length
        )
        ways = fitting or (panel, _turned(panel))
        place = _best_place(ways, free)
        if place is None:
            sheets += 1
            free.append(sheet)
            place = _best_place(ways, free)
        if place is None:
            return sheets + len(panels)
        room, laid = free.pop(place[0]), place[1]
        beside, above = room.width - laid.width, room.length - laid.length
        if along:
            rest = (Panel(beside, room.length), Panel(laid.width, above))
        else:
            rest = (Panel(beside, laid.length), Panel(room.width, above))
        free.extend(left for left in rest if left.width > 0 and left.length > 0)
    return sheets


def _best_place(ways: Sequence[Panel], free: Sequence[Panel]) -> tuple[int, Panel] | None:
    """The free rectangle that the panel fills best in one of its `ways`, and how it lies there."""
    places = [
        (min(room.width - laid.width, room.length - laid.length), index, laid)
        for index, room in enumerate(free)
        for laid in ways
        if laid.width <= room.width and laid.length <= room.length
    ]
    if not places:
        return None
    _, index, laid = min(places, key=lambda place: (place[0], place[1], place[2].width))
    return index, laid
