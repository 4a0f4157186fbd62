"""The durable inbox: an update is committed here before Telegram is told that it arrived.

`update_id` is the key, so that a redelivered update is taken once. What waits is replayed on start.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, insert, update
from sqlmodel import Field, Session, col, select

from commerce.database import Table, UtcTime, state_column

__all__ = ["InboxRow", "InboxState", "finish", "keep", "waiting"]


class InboxState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class InboxRow(Table, table=True):
    """`lane` is the chat: updates of one chat are handled in their order."""

    __tablename__ = "inbox"
    __table_args__ = (Index("inbox_waiting", "state", "update_id"),)
    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    lane: int = Field(sa_type=BigInteger)
    payload: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    state: InboxState = state_column(InboxState, InboxState.WAITING)
    received_at: datetime = Field(sa_type=UtcTime)
    command: str | None = None
    reference: str | None = Field(default=None, max_length=12)


def keep(session: Session, updates: Iterable[tuple[int, int, dict[str, Any]]], now: datetime) -> list[int]:
    """Keep (update id, lane, payload) rows; the ids that are new."""
    rows = {update_id: (lane, payload) for update_id, lane, payload in updates}
    known = set(session.exec(select(InboxRow.update_id).where(col(InboxRow.update_id).in_(rows))))
    fresh = [update_id for update_id in rows if update_id not in known]
    if fresh:
        session.execute(
            insert(InboxRow),
            [
                {
                    "update_id": update_id,
                    "lane": rows[update_id][0],
                    "payload": rows[update_id][1],
                    "state": InboxState.WAITING,
                    "received_at": now,
                }
                for update_id in fresh
            ],
        )
    return fresh


def waiting(session: Session) -> list[InboxRow]:
    """What was taken but not handled, in order."""
    query = select(InboxRow).where(InboxRow.state == InboxState.WAITING).order_by(col(InboxRow.update_id))
    return list(session.exec(query))


def finish(
    session: Session,
    update_id: int,
    state: InboxState = InboxState.DONE,
    *,
    command: str | None = None,
    reference: str | None = None,
) -> None:
    """Mark it handled, in the same unit as its effects."""
    session.execute(
        update(InboxRow)
        .where(col(InboxRow.update_id) == update_id)
        .values(state=state, command=command, reference=reference)
    )
