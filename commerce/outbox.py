"""The outbox: messages are rows of the unit of work that makes them necessary.

A message may name a *slot* of its chat ("list:UUID"). The first message of a slot is sent, later ones
edit it in place; `fresh` sends it anew at the end of the chat and the slot moves there. Only the newest
waiting message of a slot is delivered. What a payload holds is the bot's business.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index
from sqlmodel import Field, Session, col, select

from commerce.database import Stir, Table, UtcTime, state_column, stir

__all__ = ["Lane", "Outgoing", "OutgoingState", "Shown", "claim", "post", "settle", "shown_in"]

CLAIM_FOR = timedelta(seconds=90)


class Lane(StrEnum):
    """A reply never waits behind a broadcast."""

    REPLY = "reply"
    NOTICE = "notice"
    BROADCAST = "broadcast"


class OutgoingState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    REPLACED = "replaced"
    REFUSED = "refused"


class Outgoing(Table, table=True):
    __tablename__ = "outgoing"
    __table_args__ = (Index("outgoing_waiting", "state", "not_before", "seq"),)
    seq: int | None = Field(default=None, primary_key=True)
    chat: int = Field(sa_type=BigInteger, index=True)
    lane: Lane = state_column(Lane, Lane.REPLY)
    slot: str | None = Field(default=None, max_length=80)
    fresh: bool = False
    payload: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    state: OutgoingState = state_column(OutgoingState, OutgoingState.WAITING)
    posted_at: datetime = Field(sa_type=UtcTime)
    not_before: datetime = Field(sa_type=UtcTime)
    tries: int = 0
    error: str | None = None


class Shown(Table, table=True):
    """Which message of a chat now shows a slot, and a digest of what it shows."""

    __tablename__ = "shown"
    chat: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    slot: str = Field(primary_key=True, max_length=80)
    message: int = Field(sa_type=BigInteger)
    digest: str = Field(max_length=64)


def post(
    session: Session,
    chat: int,
    payload: dict[str, Any],
    now: datetime,
    *,
    slot: str | None = None,
    fresh: bool = False,
    lane: Lane = Lane.REPLY,
) -> Outgoing:
    """Have `payload` shown in `chat`; a waiting message of the same slot is replaced."""
    if slot is not None:
        older = select(Outgoing).where(
            Outgoing.chat == chat, Outgoing.slot == slot, Outgoing.state == OutgoingState.WAITING
        )
        for message in session.exec(older):
            message.state = OutgoingState.REPLACED
            fresh = fresh or message.fresh
            session.add(message)
    outgoing = Outgoing(
        chat=chat, lane=lane, slot=slot, fresh=fresh, payload=payload, posted_at=now, not_before=now
    )
    session.add(outgoing)
    stir(session, Stir.MESSAGE)
    return outgoing


def claim(session: Session, now: datetime, at_most: int = 100) -> list[Outgoing]:
    """The next waiting messages, replies first. They come again if they are not settled in 90 s."""
    lanes = [Lane.REPLY, Lane.NOTICE, Lane.BROADCAST]
    taken: list[Outgoing] = []
    for lane in lanes:
        query = (
            select(Outgoing)
            .where(
                Outgoing.state == OutgoingState.WAITING,
                Outgoing.lane == lane,
                col(Outgoing.not_before) <= now,
            )
            .order_by(col(Outgoing.seq))
            .limit(at_most - len(taken))
            .with_for_update(skip_locked=True)
        )
        taken += session.exec(query)
        if len(taken) >= at_most:
            break
    for outgoing in taken:
        outgoing.not_before = now + CLAIM_FOR
        session.add(outgoing)
    return taken


def settle(
    session: Session,
    seq: int,
    state: OutgoingState,
    *,
    not_before: datetime | None = None,
    error: str | None = None,
) -> None:
    """What became of a claimed message; WAITING with `not_before` tries it again then."""
    outgoing = session.get_one(Outgoing, seq)
    if outgoing.state is OutgoingState.REPLACED and state is OutgoingState.WAITING:
        return
    outgoing.state = state
    outgoing.error = error
    if state is OutgoingState.WAITING:
        outgoing.tries += 1
        outgoing.not_before = not_before or outgoing.not_before
    session.add(outgoing)


def shown_in(session: Session, chat: int, slot: str) -> Shown | None:
    return session.get(Shown, (chat, slot))
