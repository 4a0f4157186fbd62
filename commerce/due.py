"""Due work: what the shop has promised itself to do later or outside a unit of work.

A row is written in the unit that makes it necessary (read a page, open a checkout, close a round at
its deadline). The scheduler runs it once it is due, again with growing pauses if something outside is
down. "Not twice" is the unique key.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, true
from sqlmodel import Field, Session, col, select

from commerce.database import Stir, Table, UtcTime, identity, state_column, stir

__all__ = ["DueState", "DueWork", "cancel", "finish", "give_up", "next_due", "postpone", "promise", "take"]

MOST_TRIES = 8
"""Of work that somebody waits for: some minutes, then she is told that it was in vain."""
STEADFAST_TRIES = 4_500
"""A month of tries ten minutes apart: for work about money, which an outage of hours must not end."""
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)


class DueState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"
    GIVEN_UP = "given_up"


class DueWork(Table, table=True):
    __tablename__ = "due_work"
    id: UUID = identity()
    key: str = Field(unique=True, max_length=120)
    kind: str = Field(max_length=40)
    subject_id: UUID
    facts: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    due_at: datetime = Field(sa_type=UtcTime, index=True)
    state: DueState = state_column(DueState, DueState.WAITING, index=True)
    tries: int = 0
    last_error: str | None = None


def promise(
    session: Session, kind: str, subject: UUID, due_at: datetime, *, key: str = "", **facts: Any
) -> DueWork:
    """Promise work of `kind` on `subject`. The same `key` again moves the waiting work to `due_at`."""
    key = key or f"{kind}:{subject}"
    known = session.exec(select(DueWork).where(DueWork.key == key)).first()
    if known is None:
        known = DueWork(key=key, kind=kind, subject_id=subject, facts=facts, due_at=due_at)
    elif known.state is not DueState.DONE:
        known.state, known.due_at, known.tries, known.facts = DueState.WAITING, due_at, 0, facts
    session.add(known)
    session.flush()
    stir(session, Stir.WORK)
    return known


def cancel(session: Session, kind: str, subject: UUID) -> None:
    """Work that still waits is no longer wanted."""
    query = select(DueWork).where(
        DueWork.kind == kind, DueWork.subject_id == subject, DueWork.state == DueState.WAITING
    )
    for work in session.exec(query):
        work.state = DueState.CANCELLED
        session.add(work)


def take(
    session: Session, now: datetime, at_most: int = 20, *, kinds: Collection[str] | None = None
) -> list[DueWork]:
    """The work that is due now, the longest due first; of `kinds` only, where they are named.

    Work that nobody here can do (the payment provider is not set up) waits unharmed.
    """
    query = (
        select(DueWork)
        .where(DueWork.state == DueState.WAITING, col(DueWork.due_at) <= now)
        .where(true() if kinds is None else col(DueWork.kind).in_(kinds))
        .order_by(col(DueWork.due_at))
        .limit(at_most)
    )
    return list(session.exec(query))


def next_due(session: Session, *, kinds: Collection[str] | None = None) -> datetime | None:
    """When the next waiting work (of `kinds`, where they are named) is due."""
    query = (
        select(DueWork.due_at)
        .where(DueWork.state == DueState.WAITING)
        .where(true() if kinds is None else col(DueWork.kind).in_(kinds))
        .order_by(col(DueWork.due_at))
        .limit(1)
    )
    return session.exec(query).first()


def finish(session: Session, work_id: UUID) -> None:
    work = session.get_one(DueWork, work_id)
    if work.state is DueState.WAITING:
        work.state = DueState.DONE
        session.add(work)


def give_up(session: Session, work_id: UUID) -> bool:
    """End work that was tried in vain. False where it has been done, called off or promised anew."""
    work = session.get_one(DueWork, work_id)
    if work.state is not DueState.WAITING or work.tries < MOST_TRIES:
        return False
    work.state = DueState.GIVEN_UP
    session.add(work)
    return True


def postpone(
    session: Session, work_id: UUID, now: datetime, error: str, *, awaited: bool = False
) -> DueState:
    """It failed: try again later (2 s, 4 s, … doubling up to 10 minutes), or give up after `STEADFAST_TRIES`.
    Work that is `awaited` is due at once after `MOST_TRIES`: whoever waits is to be told."""
    work = session.get_one(DueWork, work_id)
    work.tries += 1
    work.last_error = error[:500]
    if work.tries >= STEADFAST_TRIES:
        work.state = DueState.GIVEN_UP
    elif awaited and work.tries == MOST_TRIES:
        work.due_at = now
    else:
        work.due_at = now + min(FIRST_PAUSE * 2 ** min(work.tries - 1, 20), LONGEST_PAUSE)
    session.add(work)
    return work.state
