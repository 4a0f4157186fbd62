"""The durable inbox: an update is committed here before Telegram is told that it arrived.

`update_id` is the key, so that a redelivered update is taken once. What waits is replayed on start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, bindparam, delete, insert, select, update
from sqlmodel import Field, Session

from commerce.database import Table, UtcTime, state_column

__all__ = ["Handled", "InboxRow", "InboxState", "Kept", "finish", "keep", "last_handled", "sweep", "waiting"]


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


@dataclass(frozen=True)
class Kept:
    """An update as it came, and the lane it is handled in."""

    update_id: int
    lane: int
    payload: dict[str, Any]


@dataclass(frozen=True)
class Handled:
    """What became of an update: the command's name, or the reference of what went wrong."""

    update_id: int
    state: InboxState = InboxState.DONE
    command: str | None = None
    reference: str | None = None


_INBOX = Table.metadata.tables["inbox"]
_FINISH = (
    update(_INBOX)
    .where(_INBOX.c.update_id == bindparam("of_update"))
    .values(state=bindparam("state"), command=bindparam("command"), reference=bindparam("reference"))
)


def keep(session: Session, updates: Sequence[Kept], now: datetime) -> set[int]:
    """Keep these updates; the ids that were not known."""
    rows = {update.update_id: update for update in updates}
    connection = session.connection()
    known = connection.execute(select(_INBOX.c.update_id).where(_INBOX.c.update_id.in_(list(rows))))
    for update_id in known.scalars():
        del rows[update_id]
    if rows:
        fields = {"state": InboxState.WAITING, "received_at": now}
        kept = [
            {"update_id": row.update_id, "lane": row.lane, "payload": row.payload} for row in rows.values()
        ]
        connection.execute(insert(_INBOX), [row | fields for row in kept])
    return set(rows)


def waiting(session: Session) -> list[Kept]:
    """What was taken but not handled, in order."""
    columns = (_INBOX.c.update_id, _INBOX.c.lane, _INBOX.c.payload)
    query = select(*columns).where(_INBOX.c.state == InboxState.WAITING).order_by(_INBOX.c.update_id)
    return [Kept(*row) for row in session.connection().execute(query)]


def last_handled(session: Session, lane: int, at_most: int) -> list[tuple[dict[str, Any], str]]:
    """The newest updates of a chat that were handled, each with its command's name, the newest first."""
    query = (
        select(_INBOX.c.payload, _INBOX.c.command)
        .where(_INBOX.c.lane == lane, _INBOX.c.state == InboxState.DONE)
        .order_by(_INBOX.c.update_id.desc())
        .limit(at_most)
    )
    return [(payload, command or "") for payload, command in session.connection().execute(query)]


def finish(session: Session, handled: Sequence[Handled]) -> None:
    """Mark them handled, in the same unit as their effects."""
    rows = [
        {"of_update": row.update_id, "state": row.state, "command": row.command, "reference": row.reference}
        for row in handled
    ]
    session.connection().execute(_FINISH, rows)


def sweep(session: Session, before: datetime, at_most: int) -> int:
    """Forget updates handled and received before then; how many. Those that wait stay."""
    old = (
        select(_INBOX.c.update_id)
        .where(_INBOX.c.state != InboxState.WAITING, _INBOX.c.received_at < before)
        .limit(at_most)
    )
    return session.connection().execute(delete(_INBOX).where(_INBOX.c.update_id.in_(old))).rowcount
