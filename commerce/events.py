"""Events: facts of the business, kept as an order's history and told to everyone concerned.

A service calls `record`; the row joins the unit of work. Just before the unit commits, the bot reads
`fresh(session)` and turns them into messages in the same unit.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Column
from sqlmodel import Field, Session, col, select

from commerce.database import Table, UtcTime

__all__ = ["Event", "EventRow", "fresh", "history", "record", "undone_on_failure"]

_FRESH = "fresh events"


@dataclass(frozen=True)
class Event:
    """Base of all events. A subclass is a frozen dataclass whose fields are ids and plain values."""

    kind: ClassVar[str]
    subjects: tuple[UUID, ...] = field(default=(), kw_only=True)

    def __init_subclass__(cls) -> None:
        cls.kind = cls.__name__


class EventRow(Table, table=True):
    """One row per event and subject: the history of an order, an inquiry, a list."""

    __tablename__ = "event"
    seq: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcTime, index=True)
    kind: str = Field(max_length=60)
    subject_id: UUID = Field(index=True)
    facts: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


def record(session: Session, event: Event, now: datetime) -> None:
    """Keep `event` in the history of each of its subjects, and have it told."""
    assert is_dataclass(event)
    facts = {name: _plain(value) for name, value in asdict(event).items() if name != "subjects"}
    for subject in event.subjects:
        session.add(EventRow(at=now, kind=event.kind, subject_id=subject, facts=facts))
    session.info.setdefault(_FRESH, []).append(event)


def fresh(session: Session) -> list[Event]:
    """Take the events recorded since the last call in this unit."""
    taken: list[Event] = session.info.pop(_FRESH, [])
    return taken


@contextmanager
def undone_on_failure(session: Session) -> Iterator[None]:
    """A part of the unit that leaves nothing behind, no event either, if it raises."""
    before = list(session.info.get(_FRESH, []))
    try:
        with session.begin_nested():
            yield
    except BaseException:
        session.info[_FRESH] = before
        raise


def history(session: Session, subjects: Iterable[UUID]) -> list[EventRow]:
    """What happened to any of `subjects`, oldest first."""
    query = select(EventRow).where(col(EventRow.subject_id).in_(list(subjects))).order_by(col(EventRow.seq))
    return list(session.exec(query))


def _plain(value: object) -> Any:
    if isinstance(value, UUID | datetime):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value
