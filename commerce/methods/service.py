"""Component lists: started from a page, a text or by hand; ticked, scaled and changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.methods.agreeing import CONFIRMED_BY
from commerce.methods.aliases import choices_for, reread
from commerce.methods.events import ListChanged, PageRead, PageTurnedDown, ReadingStarted
from commerce.methods.lines import ComponentLine, Doubt, Kind
from commerce.methods.models import LIST_LIFE, Component, ComponentList, ListState, Remembered
from commerce.methods.reading import MethodReading
from commerce.people.models import Person
from commerce.refused import Refused
from commerce.states import move
from commerce.units import Amount

__all__ = [
    "MOST_LINES", "READ_PAGE", "BadScale", "ListClosed", "TooManyLines", "add_component", "await_lines",
    "change_amount", "changed", "choose_item", "components_of", "current_list", "drop_list", "keep_only",
    "list_by_hand", "list_of", "list_of_page", "must_be_open", "need", "page_read", "page_turned_down",
    "read_lines", "rescale", "rounded", "scale_by", "scale_to", "sort_as", "start_reading", "toggle",
]  # fmt: skip

READ_PAGE = "read_page"
MOST_LINES = 120
SMALLEST_FACTOR, LARGEST_FACTOR = Decimal("0.05"), Decimal(200)
THOUSANDTH = Decimal("0.001")


@dataclass
class ListClosed(Refused):
    """The list was ordered or dropped: it cannot be changed any more."""

    component_list: ComponentList


@dataclass
class BadScale(Refused):
    """Not a sensible number of servings or factor."""

    wished: Decimal


@dataclass
class TooManyLines(Refused):
    """One list holds at most MOST_LINES components."""

    count: int


def start_reading(
    session: Session, person: Person, url: str, now: datetime, *, together: UUID | None = None
) -> ComponentList:
    """Promise to read the page; the list is there at once, in state READING. Pages with the same `together`
    go into one basket."""
    reading = ComponentList(
        person_id=person.id,
        state=ListState.READING,
        url=url,
        language=person.language,
        created_at=now,
        together=together,
    )
    session.add(reading)
    session.flush()
    due.promise(session, READ_PAGE, reading.id, now)
    events.record(session, ReadingStarted(person.id, reading.id, subjects=(reading.id,)), now)
    return reading


def page_read(
    session: Session,
    list_id: UUID,
    reading: MethodReading,
    now: datetime,
    *,
    confirmed_by: int = CONFIRMED_BY,
) -> None:
    """The page was read: fill the list. Does nothing twice: a list is read once. Lines that others answered
    for are read with their answer once `confirmed_by` persons gave it."""
    component_list = list_of(session, list_id)
    if component_list.together is not None:  # pages of one message that are read at once see each other
        query = select(Person.id).where(Person.id == component_list.person_id)
        session.exec(query.with_for_update(key_share=True)).one()
    if component_list.state is not ListState.READING:
        return
    left_out = _fill(session, component_list, reading, confirmed_by)
    component_list.state = move(LIST_LIFE, "list", component_list.state, ListState.OPEN)
    events.record(session, PageRead(component_list.person_id, list_id, left_out, subjects=(list_id,)), now)


def page_turned_down(session: Session, list_id: UUID, reason: str, now: datetime) -> None:
    component_list = list_of(session, list_id)
    if component_list.state is not ListState.READING:
        return
    component_list.state = move(LIST_LIFE, "list", component_list.state, ListState.REFUSED)
    component_list.refusal = reason
    session.add(component_list)
    event = PageTurnedDown(component_list.person_id, list_id, reason, subjects=(list_id,))
    events.record(session, event, now)


def read_lines(
    session: Session,
    person: Person,
    reading: MethodReading,
    now: datetime,
    *,
    url: str | None = None,
    servings: Decimal | None = None,
    confirmed_by: int = CONFIRMED_BY,
) -> ComponentList:
    """A list from a text that was pasted, or from a page at `url`; for so many `servings` from the start,
    where the reading says for how many it is."""
    component_list = ComponentList(person_id=person.id, language=person.language, url=url, created_at=now)
    session.add(component_list)
    session.flush()
    left_out = _fill(session, component_list, reading, confirmed_by)
    if servings is not None and reading.servings:
        rescale(session, component_list, servings / reading.servings)
    event = PageRead(person.id, component_list.id, left_out, subjects=(component_list.id,))
    events.record(session, event, now)
    return component_list


def await_lines(session: Session, person: Person, now: datetime) -> ComponentList:
    """A list that is being read from elsewhere than a page; `page_read` or `page_turned_down` ends that."""
    awaited = ComponentList(
        person_id=person.id, state=ListState.READING, language=person.language, created_at=now
    )
    session.add(awaited)
    session.flush()
    return awaited


def list_by_hand(session: Session, person: Person, now: datetime) -> ComponentList:
    """An empty list, for components named in words or found by search."""
    component_list = ComponentList(person_id=person.id, language=person.language, created_at=now)
    session.add(component_list)
    session.flush()
    return component_list


def list_of(session: Session, list_id: UUID) -> ComponentList:
    return session.get_one(ComponentList, list_id)


def current_list(session: Session, person_id: UUID) -> ComponentList | None:
    """The newest list that can still be changed."""
    query = (
        select(ComponentList)
        .where(
            ComponentList.person_id == person_id,
            col(ComponentList.state).in_([ListState.READING, ListState.OPEN, ListState.ASKING]),
        )
        .order_by(col(ComponentList.created_at).desc())
        .limit(1)
    )
    return session.exec(query).first()


def list_of_page(session: Session, person_id: UUID, url: str, since: datetime) -> ComponentList | None:
    """The newest list that the person had read from this page since then, if it can still be changed; it may
    be in a basket."""
    query = (
        select(ComponentList)
        .where(
            ComponentList.person_id == person_id,
            ComponentList.url == url,
            col(ComponentList.created_at) >= since,
            col(ComponentList.state).in_(
                [ListState.READING, ListState.OPEN, ListState.ASKING, ListState.IN_BASKET]
            ),
        )
        .order_by(col(ComponentList.created_at).desc())
        .limit(1)
    )
    return session.exec(query).first()


def components_of(session: Session, list_id: UUID, *, needed: bool | None = None) -> list[Component]:
    query = select(Component).where(Component.list_id == list_id).order_by(col(Component.n))
    if needed is not None:
        query = query.where(Component.needed == needed)
    return list(session.exec(query))


def toggle(session: Session, component_id: UUID, now: datetime) -> None:
    component = session.get_one(Component, component_id)
    need(session, list_of(session, component.list_id), [component], not component.needed, now)


def need(
    session: Session,
    component_list: ComponentList,
    components: Iterable[Component],
    needed: bool,
    now: datetime,
) -> None:
    """Tick (`needed`) or untick components."""
    must_be_open(component_list)
    names = []
    for component in components:
        component.needed = needed
        names.append(component.name)
        session.add(component)
    changed(session, component_list, "needed" if needed else "dropped", names, now)


def keep_only(
    session: Session, component_list: ComponentList, components: Sequence[Component], now: datetime
) -> None:
    """Exactly these are needed."""
    must_be_open(component_list)
    kept = {component.id for component in components}
    for component in components_of(session, component_list.id):
        component.needed = component.id in kept
        session.add(component)
    changed(session, component_list, "kept", [component.name for component in components], now)


def add_component(
    session: Session,
    component_list: ComponentList,
    line: ComponentLine,
    now: datetime,
    *,
    confirmed_by: int,
    item_id: UUID | None = None,
) -> Component:
    """Add a component as said (amounts are as wanted now, not scaled again); a line that `confirmed_by`
    persons answered for is read with their answer. Raises ListClosed, TooManyLines."""
    must_be_open(component_list)
    known = components_of(session, component_list.id)
    if len(known) >= MOST_LINES:
        raise TooManyLines(len(known) + 1)
    person_id = component_list.person_id
    (read,) = reread(session, person_id, component_list.language, [line], confirmed_by)
    n = max((c.n for c in known), default=0) + 1
    component = _component(component_list, read.line, n, read.remembered)
    component.by_hand, component.needed, component.item_id = True, True, item_id
    component.prefers_id = choices_for(session, person_id, [component], confirmed_by).get(component.id)
    if component.qty is not None:
        component.base_qty = component.qty / component_list.factor
    session.add(component)
    session.flush()
    changed(session, component_list, "added", [component.name], now)
    return component


def change_amount(session: Session, component: Component, amount: Amount, now: datetime) -> None:
    component_list = list_of(session, component.list_id)
    must_be_open(component_list)
    if not 0 < amount.qty < 1_000_000:
        raise BadScale(amount.qty)
    component.qty, component.qty_max, component.unit = amount.qty, None, str(amount.unit)
    component.base_qty = amount.qty / component_list.factor
    component.doubt = None
    component.needed = True
    session.add(component)
    changed(session, component_list, "changed", [component.name], now)


def scale_to(session: Session, component_list: ComponentList, servings: Decimal, now: datetime) -> None:
    """For so many servings; a list without servings takes the number as a factor."""
    _scale(session, component_list, servings / (component_list.servings or Decimal(1)), now)


def scale_by(session: Session, component_list: ComponentList, factor: Decimal, now: datetime) -> None:
    """Relative to what is wanted now: 2 doubles."""
    _scale(session, component_list, component_list.factor * factor, now)


def sort_as(
    session: Session,
    component_list: ComponentList,
    components: Sequence[Component],
    kind: Kind,
    now: datetime,
) -> None:
    """These are ingredients, materials or tools, whatever the page took them for. A tool is not bought unless
    asked for; what turns out to be none is."""
    must_be_open(component_list)
    for component in components:
        if Kind.TOOL in {kind, component.kind} and component.kind != kind:
            component.needed = kind is not Kind.TOOL
        component.kind = kind
        if kind is Kind.TOOL and component.doubt is Doubt.NO_AMOUNT:
            component.doubt = None
        session.add(component)
    changed(session, component_list, kind.value, [component.name for component in components], now)


def choose_item(session: Session, component: Component, item_id: UUID, now: datetime) -> None:
    """The item that she wants for this component, and no other."""
    component_list = list_of(session, component.list_id)
    must_be_open(component_list)
    component.item_id, component.needed = item_id, True
    session.add(component)
    changed(session, component_list, "chosen", [component.name], now)


def drop_list(session: Session, component_list: ComponentList) -> None:
    component_list.state = move(LIST_LIFE, "list", component_list.state, ListState.DROPPED)
    session.add(component_list)


def _scale(session: Session, component_list: ComponentList, factor: Decimal, now: datetime) -> None:
    must_be_open(component_list)
    rescale(session, component_list, factor)
    changed(session, component_list, "scaled", [], now)


def rescale(session: Session, component_list: ComponentList, factor: Decimal) -> None:
    """All amounts at `factor` times those of the page."""
    if not SMALLEST_FACTOR <= factor <= LARGEST_FACTOR:
        raise BadScale(factor)
    for component in components_of(session, component_list.id):
        if component.base_qty is not None and component.qty is not None:
            ratio = factor / component_list.factor
            component.qty = rounded(component.base_qty * factor)
            if component.qty_max is not None:
                component.qty_max = rounded(component.qty_max * ratio)
            session.add(component)
    component_list.factor = factor
    session.add(component_list)


def _fill(session: Session, component_list: ComponentList, reading: MethodReading, confirmed_by: int) -> int:
    """How many lines were left out, because a list holds MOST_LINES."""
    component_list.title = reading.title[:200]
    component_list.language = reading.language
    component_list.servings = reading.servings
    component_list.servings_unit = reading.servings_unit
    component_list.reader = reading.reader
    session.add(component_list)
    person_id, lines = component_list.person_id, reading.lines[:MOST_LINES]
    made = [
        _component(component_list, read.line, n, read.remembered)
        for n, read in enumerate(reread(session, person_id, reading.language, lines, confirmed_by), 1)
    ]
    choices = choices_for(session, person_id, made, confirmed_by)
    for component in made:
        component.prefers_id = choices.get(component.id)
    session.add_all(made)
    session.flush()
    return max(0, len(reading.lines) - MOST_LINES)


def _component(
    component_list: ComponentList, line: ComponentLine, n: int, remembered: Remembered | None = None
) -> Component:
    amount = line.amount
    return Component(
        list_id=component_list.id,
        n=n,
        text=line.text[:400],
        name=line.name[:160],
        base_qty=amount.qty if amount else None,
        qty=amount.qty if amount else None,
        qty_max=amount.qty_max if amount else None,
        unit=str(amount.unit) if amount else None,
        size=line.size[:80] if line.size else None,
        kind=line.kind,
        needed=line.kind is not Kind.TOOL,
        doubt=line.doubt,
        optional=line.optional,
        remembered=remembered,
    )


def rounded(qty: Decimal) -> Decimal:
    return qty.quantize(THOUSANDTH, rounding=ROUND_HALF_UP).normalize() if qty != 0 else qty


def must_be_open(component_list: ComponentList) -> None:
    if component_list.state is not ListState.OPEN:
        raise ListClosed(component_list)


def changed(
    session: Session, component_list: ComponentList, what: str, names: Sequence[str], now: datetime
) -> None:
    event = ListChanged(
        component_list.person_id, component_list.id, what, tuple(names), subjects=(component_list.id,)
    )
    events.record(session, event, now)
