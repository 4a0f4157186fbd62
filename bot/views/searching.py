"""What was found for sale: a page of results, or what comes nearest."""

from collections.abc import Sequence

from bot.commands import AddItem, ShowFound
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words, shortened
from commerce.matching.models import ProductSearch
from commerce.matching.searching import Found, Misses, Results, SortedBy
from commerce.matching.wanted import Wanted, colour_of, wanted_of
from commerce.money import Money
from commerce.people.models import Person

__all__ = ["PAGE", "search_card", "search_slot", "shown_results", "wanted_in"]

PAGE = 6


def search_slot(kept: ProductSearch) -> str:
    return f"search:{kept.id}"


def search_card(
    stage: Stage, person: Person, kept: ProductSearch, results: Results, page: int, by: SortedBy
) -> Message:
    """A page of what fits, with buttons to add, to turn and to sort; the nearest where nothing fits."""
    words = stage.words(person)
    said = _said(kept)
    if not results.fitting:
        return _nearest(stage, words, kept, said, results.near)
    pages = -(-len(results.fitting) // PAGE)
    shown = shown_results(kept, results, page)
    lines: list[str] = [words("search-title", query=said), *_filters(stage, words, kept), ""]
    lines += [_line(words, hit) for hit in shown]
    rows = _adding(words, shown)
    if pages > 1:
        lines += ["", words("search-page", page=page + 1, pages=pages, count=len(results.fitting))]
        rows.append(
            (
                Button("‹", ShowFound(kept.id, (page - 1) % pages, by)),
                Button(words.plain("page-of", page=page + 1, pages=pages), ShowFound(kept.id, page, by)),
                Button("›", ShowFound(kept.id, (page + 1) % pages, by)),
            )
        )
    if len(results.fitting) > 1:
        other = SortedBy.PRICE if by is SortedBy.FIT else SortedBy.FIT
        rows.append((Button(words.plain(f"button-sort-{other.value}"), ShowFound(kept.id, 0, other)),))
    return Message("\n".join(lines), tuple(rows))


def _nearest(stage: Stage, words: Words, kept: ProductSearch, said: str, near: Sequence[Found]) -> Message:
    if not near:
        return Message(words("search-nothing", query=said))
    rows = _adding(words, near)
    if kept.max_price is not None and _dearer(near):
        most = Money.of_major(kept.max_price, stage.settings.shop.currency)
        heading = words("search-nothing-under", query=said, most=words.money(most.minor, most.currency))
        near = _dearer(near)
        rows = _adding(words, near)
        rows.append((Button(words.plain("button-any-price"), ShowFound(kept.id, any_price=1)),))
    else:
        heading = words("search-nothing-like", query=said)
    lines = [heading, *_filters(stage, words, kept), "", words("search-nearest")]
    lines += [_line(words, hit) for hit in near]
    return Message("\n".join(lines), tuple(rows))


def shown_results(kept: ProductSearch, results: Results, page: int) -> Sequence[Found]:
    """What stands on this page, in its order."""
    if results.fitting:
        return results.fitting[page * PAGE : (page + 1) * PAGE]
    return (_dearer(results.near) if kept.max_price is not None else []) or results.near


def _dearer(near: Sequence[Found]) -> list[Found]:
    """What fits but for its price."""
    return [hit for hit in near if hit.misses == {Misses.PRICE}]


def _filters(stage: Stage, words: Words, kept: ProductSearch) -> list[Html]:
    """What the results are narrowed by, so that a misreading is seen: the highest price, colour, size."""
    wanted = wanted_in(kept)
    told: list[str] = []
    if wanted.max_price is not None:
        most = Money.of_major(wanted.max_price, stage.settings.shop.currency)
        told.append(words.plain("search-up-to", most=words.money(most.minor, most.currency)))
    if wanted.colour:
        said = (word.strip(".,;:?!") for word in kept.query.split())
        told.append(next((word for word in said if colour_of(word)), wanted.colour))
    if wanted.size:
        told.append(wanted.size)
    return [words("search-filters", what=" · ".join(told))] if told else []


def wanted_in(kept: ProductSearch) -> Wanted:
    return wanted_of(kept.query, max_price=kept.max_price, size=kept.size, colour=kept.colour)


def _said(kept: ProductSearch) -> str:
    """The thing in her words, with its size where that was said beside it."""
    query = kept.query if kept.size is None or kept.size in kept.query else f"{kept.query}, {kept.size}"
    return shortened(query, 60)


def _line(words: Words, hit: Found) -> Html:
    return words(
        "search-line",
        title=hit.item.title,
        seller=hit.seller.name,
        price=words.money(hit.item.price_minor, hit.seller.currency),
        stock="none" if hit.left <= 0 else "few" if hit.left <= 3 else "plenty",
        left=hit.left,
        misses=_missed(hit.misses),
    )


def _missed(misses: frozenset[Misses]) -> str:
    if not misses:
        return "nothing"
    return next(iter(misses)).value if len(misses) == 1 else "several"


def _adding(words: Words, hits: Sequence[Found]) -> list[tuple[Button, ...]]:
    return [
        (Button(words.plain("button-add", title=hit.item.title), AddItem(hit.item.id)),)
        for hit in hits
        if hit.left > 0
    ]
