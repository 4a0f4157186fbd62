"""A page leaves its basket."""

from datetime import datetime

from sqlmodel import Session

from commerce import events
from commerce.matching.baskets import keep_apart, pages_of, parts_of, sum_up, taken_over
from commerce.methods.events import PageLeft
from commerce.methods.models import LIST_LIFE, ComponentList, ListState
from commerce.methods.service import components_of, list_of, must_be_open
from commerce.states import move

__all__ = ["leave_page"]


def leave_page(session: Session, page: ComponentList, now: datetime) -> None:
    """A page is not wanted after all: what only it needs is gone from its basket, and its share of the rest.
    A last page is a list of its own. Raises ListClosed."""
    assert page.basket_id is not None
    basket = list_of(session, page.basket_id)
    must_be_open(basket)
    lines = components_of(session, basket.id)
    of_line = parts_of(session, lines)
    lists = {one.id: one for one in pages_of(session, basket.id)}
    n = max((component.n for component in components_of(session, page.id)), default=0)
    for line in lines:
        parts = of_line.get(line.id, [])
        own = [part for part in parts if part.list_id == page.id]
        rest = [part for part in parts if part.list_id != page.id]
        for part in own:
            taken_over(line, part)
            session.add(part)
        if own and rest:
            sum_up(line, rest, lists, basket)
        elif own:
            n += 1
            line.list_id, line.n, line.needed = page.id, n, False
        session.add(line)
    page.state = move(LIST_LIFE, "list", page.state, ListState.DROPPED)
    page.basket_id = page.together = page.may_join = None
    session.add(page)
    session.flush()
    event = PageLeft(basket.person_id, basket.id, page.id, subjects=(basket.id, page.id))
    events.record(session, event, now)
    if len(pages_of(session, basket.id)) == 1:
        keep_apart(session, basket, now)
