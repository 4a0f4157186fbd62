"""Sets of few sellers that between them offer everything: all of them, by trying.

For a handful of sellers this beats a solver by far, whose relaxation says little about how few can do.
"""

from collections.abc import Mapping, Sequence

__all__ = ["covers"]

NODES_AT_MOST = 60_000


def covers(offering: Mapping[str, Sequence[str]], size: int) -> list[tuple[str, ...]] | None:
    """The sets of at most `size` sellers that offer every component; None if there are too many to try.

    `offering`: the sellers by component. Each set is sorted, and so is the list.
    """
    by_seller: dict[str, int] = {}
    for n, sellers in enumerate(offering.values()):
        for seller in sellers:
            by_seller[seller] = by_seller.get(seller, 0) | 1 << n
    rows, nodes = list(offering.values()), 0
    widest = max((mask.bit_count() for mask in by_seller.values()), default=0)
    found: set[tuple[str, ...]] = set()
    waiting: list[tuple[tuple[str, ...], int]] = [((), (1 << len(rows)) - 1)]
    while waiting:
        nodes += 1
        if nodes > NODES_AT_MOST:
            return None
        chosen, open_rows = waiting.pop()
        if not open_rows:
            found.add(tuple(sorted(chosen)))
            continue
        left = size - len(chosen)
        if left * widest < open_rows.bit_count():
            continue
        scarcest = min((n for n in range(len(rows)) if open_rows >> n & 1), key=lambda n: (len(rows[n]), n))
        for seller in rows[scarcest]:
            rest = open_rows & ~by_seller[seller]
            if rest.bit_count() <= (left - 1) * widest:
                waiting.append(((*chosen, seller), rest))
    return sorted(found)
