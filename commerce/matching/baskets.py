"""Several pages in one basket: a list whose lines are made of the lines of its pages.

Each page stays a list of its own, IN_BASKET, with its own portions; its lines point to those of the basket by
`part_of`. So the pages can be had apart again, and nothing that stood on them is lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from commerce import events
from commerce.matching.merging import Group, Part, are_same, merged, shares
from commerce.methods.events import PageJoined, PagesParted
from commerce.methods.lines import Doubt
from commerce.methods.models import LIST_LIFE, Component, ComponentList, ListState
from commerce.methods.service import (
    MOST_LINES,
    BadScale,
    TooManyLines,
    change_amount,
    changed,
    components_of,
    list_of,
    must_be_open,
    rescale,
    rounded,
    scale_by,
    scale_to,
)
from commerce.people.models import Person
from commerce.states import move
from commerce.units import Amount, measures_of

__all__ = [
    "basket_of_pages", "change_line", "gather", "keep_apart", "pages_of", "parts_of", "put_together",
    "scale_basket_by", "scale_basket_to", "share_out", "stay_alone", "sum_up", "taken_over",
    "together",
]  # fmt: skip

ASKED_WITHIN = timedelta(hours=24)
"""A list that is older is not proposed as company for a new page."""


def together() -> UUID:
    """What the pages of one message share."""
    return uuid4()


def pages_of(session: Session, list_id: UUID) -> list[ComponentList]:
    """The pages of a basket, oldest first; none for a list that is no basket."""
    query = (
        select(ComponentList)
        .where(ComponentList.basket_id == list_id)
        .order_by(col(ComponentList.created_at), col(ComponentList.id))
    )
    return list(session.exec(query))


def parts_of(session: Session, components: Iterable[Component]) -> dict[UUID, list[Component]]:
    """By line of a basket, the lines of pages that it is made of."""
    found: dict[UUID, list[Component]] = defaultdict(list)
    ids = [component.id for component in components]
    query = select(Component).where(col(Component.part_of).in_(ids)).order_by(col(Component.n))
    for part in session.exec(query):
        assert part.part_of is not None
        found[part.part_of].append(part)
    return found


def gather(session: Session, list_id: UUID, now: datetime) -> None:
    """A page was read: it goes into one basket with those of its message; where another list is open, the
    person is asked whether it shall go there."""
    page = list_of(session, list_id)
    if page.state is not ListState.OPEN:
        return
    if page.together is not None:
        company = _company_of(session, page)
        if company is not None and _has_room(session, company, page):
            put_together(session, company, page, now)
        return
    open_lists = (
        select(ComponentList)
        .where(
            ComponentList.person_id == page.person_id,
            ComponentList.state == ListState.OPEN,
            ComponentList.id != page.id,
            col(ComponentList.created_at) >= now - ASKED_WITHIN,
        )
        .order_by(col(ComponentList.created_at).desc())
    )
    other = session.exec(open_lists).first()
    is_another = other is not None and (page.url is None or page.url != other.url)
    if other is not None and is_another and _has_room(session, other, page):
        page.may_join = other.id
        session.add(page)


def put_together(session: Session, other: ComponentList, page: ComponentList, now: datetime) -> ComponentList:
    """The page joins `other`: a basket, or a list that becomes the first page of one. Raises ListClosed,
    TooManyLines."""
    must_be_open(other)
    must_be_open(page)
    if not _has_room(session, other, page):
        raise TooManyLines(len(_lines(session, other)) + len(_lines(session, page)))
    basket = other
    if not pages_of(session, other.id):
        person = session.get_one(Person, other.person_id)
        both = sorted((other, page), key=lambda one: one.created_at)
        basket = basket_of_pages(session, person, both[0].language, now)
        for one in both:
            _join(session, basket, one, now)
    else:
        _join(session, basket, page, now)
    return basket


def basket_of_pages(session: Session, person: Person, language: str, now: datetime) -> ComponentList:
    """A basket without pages yet; spoons and cups are those of `language`."""
    basket = ComponentList(person_id=person.id, language=language, reader="basket", created_at=now)
    session.add(basket)
    session.flush()
    return basket


def stay_alone(session: Session, page: ComponentList) -> None:
    """The person was asked and wants this list on its own."""
    page.may_join = None
    session.add(page)


def keep_apart(session: Session, basket: ComponentList, now: datetime) -> list[ComponentList]:
    """The pages are lists of their own again, with what was ticked and answered meanwhile; lines added by
    hand go to the first. A list that is no basket stays as it is."""
    must_be_open(basket)
    pages = pages_of(session, basket.id)
    if not pages:
        return []
    lines = _lines(session, basket)
    parts = parts_of(session, lines)
    n = max((component.n for component in _lines(session, pages[0])), default=0)
    for line in lines:
        for part in parts.get(line.id, []):
            taken_over(line, part)
            session.add(part)
        if line.id not in parts:
            n += 1
            line.list_id, line.n = pages[0].id, n
            line.base_qty = line.qty / pages[0].factor if line.qty is not None else None
            session.add(line)
    for page in pages:
        page.state = move(LIST_LIFE, "list", page.state, ListState.OPEN)
        page.basket_id = page.together = page.may_join = None
        session.add(page)
    basket.state = move(LIST_LIFE, "list", basket.state, ListState.DROPPED)
    session.add(basket)
    session.flush()
    ids = tuple(page.id for page in pages)
    events.record(session, PagesParted(basket.person_id, basket.id, ids, subjects=(basket.id, *ids)), now)
    return pages


def scale_basket_to(
    session: Session, component_list: ComponentList, servings: Decimal, now: datetime
) -> None:
    """For so many: one page of a basket, all pages of a basket that tell servings, or a list."""
    if component_list.basket_id is not None:
        _scale_pages(session, [(component_list, servings / (component_list.servings or Decimal(1)))], now)
        return
    pages = pages_of(session, component_list.id)
    if not pages:
        scale_to(session, component_list, servings, now)
        return
    told = [page for page in pages if page.servings is not None]
    if told:
        _scale_pages(session, [(page, servings / (page.servings or Decimal(1))) for page in told], now)
    else:
        _scale_pages(session, [(page, servings) for page in pages], now)


def scale_basket_by(session: Session, component_list: ComponentList, factor: Decimal, now: datetime) -> None:
    """Relative to what is wanted now: a list, or every page of a basket and what was added to it by hand."""
    pages = pages_of(session, component_list.id)
    if not pages:
        scale_by(session, component_list, factor, now)
        return
    if not factor > 0:
        raise BadScale(factor)
    lines = _lines(session, component_list)
    parts = parts_of(session, lines)
    for line in lines:
        if line.id not in parts and line.qty is not None:
            line.qty = line.base_qty = rounded(line.qty * factor)
            line.qty_max = rounded(line.qty_max * factor) if line.qty_max is not None else None
            session.add(line)
    _scale_pages(session, [(page, page.factor * factor) for page in pages], now)


def change_line(session: Session, component: Component, amount: Amount, now: datetime) -> None:
    """`change_amount`, also for a line of a basket: its parts share the new amount."""
    change_amount(session, component, amount, now)
    share_out(session, component)


def share_out(session: Session, line: Component) -> None:
    """The amount that the person gave to a line of a basket, shared out to the pages it is from."""
    parts = parts_of(session, [line]).get(line.id, [])
    line.open_parts = 0
    session.add(line)
    if not parts or line.amount is None:
        return
    lists = {part.list_id: list_of(session, part.list_id) for part in parts}
    given = shares([_part(part, lists[part.list_id]) for part in parts], line.amount)
    for part, amount in zip(parts, given, strict=True):
        part.qty, part.qty_max, part.unit = rounded(amount.qty), None, str(amount.unit)
        part.base_qty = amount.qty / lists[part.list_id].factor
        session.add(part)
    session.flush()


def _join(session: Session, basket: ComponentList, page: ComponentList, now: datetime) -> None:
    page.state = move(LIST_LIFE, "list", page.state, ListState.IN_BASKET)
    page.basket_id, page.may_join = basket.id, None
    session.add(page)
    session.flush()
    lines = _lines(session, basket)
    lists = {page.id: page} | {one.id: one for one in pages_of(session, basket.id)}
    of_line = parts_of(session, lines)
    n = max((line.n for line in lines), default=0)
    for component in _lines(session, page):
        line = next(
            (line for line in lines if _fits(line, [*of_line[line.id], component], lists, basket)), None
        )
        if line is None:
            n += 1
            line = _line_like(basket, component, n)
            session.add(line)
            session.flush()
            lines.append(line)
        of_line[line.id].append(component)
        component.part_of = line.id
        session.add(component)
        sum_up(line, of_line[line.id], lists, basket)
        _doubted(line, component)
    _number_by_pages(lines, of_line, list(lists.values()))
    session.flush()
    event = PageJoined(basket.person_id, basket.id, page.id, subjects=(basket.id, page.id))
    events.record(session, event, now)


def _number_by_pages(
    lines: Sequence[Component], of_line: Mapping[UUID, Sequence[Component]], pages: Iterable[ComponentList]
) -> None:
    """The lines stand in the order of the pages, whichever was read first; those added by hand after them."""
    oldest_first = sorted(pages, key=lambda page: (page.created_at, page.id))
    place = {page.id: n for n, page in enumerate(oldest_first)}

    def key(line: Component) -> tuple[int, int]:
        return min(((place[part.list_id], part.n) for part in of_line[line.id]), default=(len(place), line.n))

    for n, line in enumerate(sorted(lines, key=key), 1):
        line.n = n


def _fits(
    line: Component, parts: Sequence[Component], lists: dict[UUID, ComponentList], basket: ComponentList
) -> bool:
    """Whether the last of the parts makes one line with the others. What was added to the basket by hand, or
    bound to an item, stays by itself."""
    *before, last = parts
    if not before or line.item_id != last.item_id:
        return False
    here = Part(line.name, line.size, line.kind, None, needed=line.needed)
    there = Part(last.name, last.size, last.kind, None, needed=last.needed)
    return are_same(here, there) and len(_merged(line, parts, lists, basket)) == 1


def _merged(
    line: Component, parts: Sequence[Component], lists: dict[UUID, ComponentList], basket: ComponentList
) -> list[Group]:
    """What the amounts of the parts come to, whatever each page calls the thing."""
    told = [
        Part(line.name, None, line.kind, part.amount, measures_of(lists[part.list_id].language))
        for part in parts
    ]
    return merged(told, measures_of(basket.language))


def sum_up(
    line: Component, parts: Sequence[Component], lists: dict[UUID, ComponentList], basket: ComponentList
) -> None:
    """The line's amount, anew from its parts."""
    whole = _merged(line, parts, lists, basket)[0]
    amount = whole.amount
    line.qty = line.base_qty = rounded(amount.qty) if amount else None
    top = rounded(amount.qty_max) if amount and amount.qty_max is not None else None
    line.qty_max = top if top is not None and line.qty is not None and top > line.qty else None
    line.unit = str(amount.unit) if amount else None
    line.open_parts = whole.open_parts if amount else 0
    line.optional = all(part.optional for part in parts)


def _doubted(line: Component, part: Component) -> None:
    """A weak part makes the line weak. An open amount beside a measured one is no doubt: it is shown."""
    if line.doubt is Doubt.NO_AMOUNT and line.qty is not None:
        line.doubt = None
    if part.doubt not in {None, Doubt.NO_AMOUNT} and line.doubt is None:
        line.doubt, line.text = part.doubt, part.text
    line.remembered = line.remembered or part.remembered


def _line_like(basket: ComponentList, component: Component, n: int) -> Component:
    return Component(
        list_id=basket.id,
        n=n,
        text=component.text,
        name=component.name,
        size=component.size,
        kind=component.kind,
        doubt=component.doubt,
        needed=component.needed,
        item_id=component.item_id,
        prefers_id=component.prefers_id,
        remembered=component.remembered,
    )


def taken_over(line: Component, part: Component) -> None:
    """What the person did with a line of the basket holds for the parts that it was made of."""
    part.part_of = None
    part.needed, part.kind, part.item_id = line.needed, line.kind, line.item_id
    if line.doubt is None and part.doubt is not None:
        part.name, part.doubt = line.name, None


def _scale_pages(session: Session, wanted: Sequence[tuple[ComponentList, Decimal]], now: datetime) -> None:
    """Each page at its factor, all or none, and the basket's lines anew from their parts."""
    basket_id = wanted[0][0].basket_id
    assert basket_id is not None
    basket = list_of(session, basket_id)
    must_be_open(basket)
    for page, factor in wanted:
        rescale(session, page, factor)
    session.flush()
    lists = {one.id: one for one in pages_of(session, basket.id)}
    lines = _lines(session, basket)
    of_line = parts_of(session, lines)
    for line in lines:
        if line.id in of_line:
            sum_up(line, of_line[line.id], lists, basket)
            session.add(line)
    names = [page.title for page, _ in wanted] if len(wanted) < len(lists) else []
    changed(session, basket, "scaled", names, now)


def _company_of(session: Session, page: ComponentList) -> ComponentList | None:
    """The basket, or the first list, of the pages that came in the same message."""
    query = (
        select(ComponentList)
        .where(
            ComponentList.together == page.together,
            ComponentList.id != page.id,
            col(ComponentList.state).in_([ListState.OPEN, ListState.IN_BASKET]),
        )
        .order_by(col(ComponentList.created_at))
    )
    for other in session.exec(query):
        company = list_of(session, other.basket_id) if other.basket_id is not None else other
        if company.state is ListState.OPEN:
            return company
    return None


def _has_room(session: Session, other: ComponentList, page: ComponentList) -> bool:
    return len(_lines(session, other)) + len(_lines(session, page)) <= MOST_LINES


def _lines(session: Session, component_list: ComponentList) -> list[Component]:
    return components_of(session, component_list.id)


def _part(component: Component, page: ComponentList) -> Part:
    return Part(component.name, component.size, component.kind, component.amount, measures_of(page.language))
