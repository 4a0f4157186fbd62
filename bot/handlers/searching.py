"""Looking for products: what was said becomes a search, whose results are paged, sorted and narrowed."""

from bot import commands as c
from bot.turn import NotYours, Refusal, Turn
from bot.views.searching import PAGE, search_card, search_slot, shown_results, wanted_in
from commerce.catalogue.models import Item
from commerce.matching.models import ProductSearch
from commerce.matching.searching import SortedBy, search
from commerce.matching.wanted import Wanted, wanted_of
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, search_aside

__all__ = ["found_at", "look_for", "show_found"]


def look_for(turn: Turn, command: c.Search) -> None:
    """A new search; words that name only a colour, a size or a price narrow the one before."""
    query = command.query.strip()
    if not query:
        search_aside(turn.session, turn.person.id, "", asks="query")
        turn.say("search-for-what")
        return
    wanted = wanted_of(query, max_price=command.max_price, size=command.size, colour=command.colour)
    before = _before(turn)
    if wanted.is_vague and before is not None:
        _show(turn, _narrowed(turn, before, wanted, query))
        return
    kept = ProductSearch(
        person_id=turn.person.id,
        query=(wanted.spoken or query)[:100],
        max_price=wanted.max_price,
        size=wanted.size[:40] if wanted.size else None,
        colour=wanted.colour[:40] if wanted.colour else None,
        created_at=turn.now,
    )
    _show(turn, kept)


def show_found(turn: Turn, command: c.ShowFound) -> None:
    """Another page or order of results; without an id, of those before her (page -1: the next one)."""
    focus = focus_of(turn.session, turn.person.id)
    kept = _before(turn) if command.search_id is None else turn.session.get(ProductSearch, command.search_id)
    if kept is None:
        raise NotYours if command.search_id is not None else Refusal("search-nothing-before")
    turn.must_own(kept.person_id)
    page, by = command.page, command.by
    if page == -1:
        page, by = int(focus.facts.get("page") or 0) + 1, SortedBy(focus.facts.get("by") or SortedBy.FIT)
        if page * PAGE >= len(search(turn.session, wanted_in(kept)).fitting):
            raise Refusal("search-no-more")
    if command.any_price:
        kept = _without_price(turn, kept)
    _show(turn, kept, page, by)


def found_at(turn: Turn, place: int) -> Item:
    """The result at this place of the page before her (-1: its last), or the only one (0). Raises Refusal."""
    kept = _before(turn)
    if kept is None:
        raise Refusal("search-nothing-before")
    facts = focus_of(turn.session, turn.person.id).facts
    results = search(turn.session, wanted_in(kept), by=SortedBy(facts.get("by") or SortedBy.FIT))
    shown = shown_results(kept, results, int(facts.get("page") or 0))
    if not shown or place > len(shown) or (place == 0 and len(shown) > 1):
        raise Refusal("search-which")
    return shown[max(place - 1, 0) if place >= 0 else place].item


def _show(turn: Turn, kept: ProductSearch, page: int = 0, by: SortedBy = SortedBy.FIT) -> None:
    turn.session.add(kept)
    turn.session.flush()
    results = search(turn.session, wanted_in(kept), by=by)
    pages = max(1, -(-len(results.fitting) // PAGE))
    page %= pages
    search_aside(turn.session, turn.person.id, kept.query, subject=kept.id, page=page, by=by.value)
    card = search_card(turn.stage, turn.person, kept, results, page, by)
    turn.reply(card, slot=search_slot(kept), fresh=turn.message_id is None)


def _before(turn: Turn) -> ProductSearch | None:
    focus = focus_of(turn.session, turn.person.id)
    if focus.kind is not FocusKind.SEARCH or focus.subject_id is None:
        return None
    return turn.session.get(ProductSearch, focus.subject_id)


def _narrowed(turn: Turn, before: ProductSearch, wanted: Wanted, said: str) -> ProductSearch:
    """The thing looked for before, with what is said of it now."""
    thing = wanted_in(before)
    colour = next((word for word in said.split() if wanted_of(word).colour), "") if wanted.colour else ""
    return ProductSearch(
        person_id=turn.person.id,
        query=", ".join(part for part in (thing.query, colour.strip(" ,.?!")) if part)[:100]
        if colour
        else before.query,
        max_price=wanted.max_price if wanted.max_price is not None else before.max_price,
        size=wanted.size or before.size,
        colour=wanted.colour or before.colour,
        created_at=turn.now,
    )


def _without_price(turn: Turn, kept: ProductSearch) -> ProductSearch:
    return ProductSearch(
        person_id=turn.person.id, query=kept.query, size=kept.size, colour=kept.colour, created_at=turn.now
    )
