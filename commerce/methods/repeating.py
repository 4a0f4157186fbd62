"""The same list once more: a copy that can be changed and ordered by itself."""

from datetime import datetime

from sqlmodel import Session

from commerce import events
from commerce.methods.events import PageRead
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of

__all__ = ["repeat_list"]

ITS_OWN = {"id", "code", "state", "created_at"}


def repeat_list(session: Session, source: ComponentList, now: datetime) -> ComponentList:
    """A new open list of the same person with the components, ticks and amounts of `source`."""
    again = ComponentList(**source.model_dump(exclude=ITS_OWN), state=ListState.OPEN, created_at=now)
    session.add(again)
    session.flush()
    for component in components_of(session, source.id):
        copied = component.model_dump(exclude={"id", "list_id"})
        session.add(Component(**copied, list_id=again.id))
    session.flush()
    events.record(session, PageRead(again.person_id, again.id, subjects=(again.id,)), now)
    return again
