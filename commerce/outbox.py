"""The outbox: messages are rows of the unit of work that makes them necessary.

A message may name a *slot* of its chat ("list:UUID"). The first message of a slot is sent, later ones
edit it in place; `fresh` sends it anew at the end of the chat and the slot moves there. Of a slot's waiting
messages only the newest is delivered; one that is under way already is followed by an edit. What a payload
holds is the bot's business.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    and_,
    bindparam,
    delete,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Field, Session

from commerce.database import Stir, Table, UtcTime, state_column, stir

__all__ = [
    "CLAIM_FOR", "Claimed", "Lane", "Outcome", "Outgoing", "OutgoingState", "Shown", "claim", "give_up_on",
    "post", "release", "renew", "settle", "shown_in", "sweep", "was_posted",
]  # fmt: skip

CLAIM_FOR = timedelta(seconds=30)


class Lane(StrEnum):
    """A reply or a notice never waits behind a broadcast."""

    REPLY = "reply"
    NOTICE = "notice"
    BROADCAST = "broadcast"


class OutgoingState(StrEnum):
    WAITING = "waiting"
    UNDER_WAY = "under_way"
    SENT = "sent"
    REPLACED = "replaced"
    REFUSED = "refused"


class Outgoing(Table, table=True):
    """`not_before`: when a waiting message is due; of one under way, until when its claim holds."""

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


@dataclass(frozen=True)
class Claimed:
    """A message to deliver now. `shown`: the message that shows its slot, and the digest of what it shows."""

    seq: int
    chat: int
    lane: Lane
    slot: str | None
    fresh: bool
    payload: dict[str, Any]
    tries: int
    shown: tuple[int, str] | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of a claimed message: SENT (as `message`, showing `digest`), REFUSED, or WAITING, to be
    tried again from `not_before` on."""

    claimed: Claimed
    state: OutgoingState
    message: int | None = None
    digest: str = ""
    not_before: datetime | None = None
    error: str | None = None


_OUT = Table.metadata.tables["outgoing"]
_SHOWN = Table.metadata.tables["shown"]
_OPEN = (OutgoingState.WAITING, OutgoingState.UNDER_WAY)
_POST = insert(_OUT).inline()
_COLUMNS = (
    _OUT.c.seq, _OUT.c.chat, _OUT.c.lane, _OUT.c.slot, _OUT.c.fresh, _OUT.c.payload, _OUT.c.tries,
    _SHOWN.c.message, _SHOWN.c.digest,
)  # fmt: skip
_SLOT_SHOWN = and_(_SHOWN.c.chat == _OUT.c.chat, _SHOWN.c.slot == _OUT.c.slot)
_DUE = (
    select(*_COLUMNS)
    .select_from(_OUT.outerjoin(_SHOWN, _SLOT_SHOWN))
    .where(_OUT.c.state.in_(_OPEN), _OUT.c.not_before <= bindparam("now", type_=_OUT.c.not_before.type))
    .where(_OUT.c.lane.in_(bindparam("lanes", expanding=True, type_=_OUT.c.lane.type)))
    .where(_OUT.c.chat.not_in(bindparam("not_to", expanding=True)))
    .order_by(_OUT.c.seq)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, of=_OUT)
)
_THESE = _OUT.c.seq.in_(bindparam("seqs", expanding=True))
_CLAIM = update(_OUT).where(_THESE).values(state=OutgoingState.UNDER_WAY, not_before=bindparam("until"))
_SENT = update(_OUT).where(_THESE).values(state=OutgoingState.SENT, error=None)


def post(
    session: Session,
    chat: int,
    payload: dict[str, Any],
    now: datetime,
    *,
    slot: str | None = None,
    fresh: bool = False,
    lane: Lane = Lane.REPLY,
) -> None:
    """Have `payload` shown in `chat`; a waiting message of the same slot is replaced."""
    connection = session.connection()
    if slot is not None:
        replaced = connection.execute(
            update(_OUT)
            .where(_OUT.c.chat == chat, _OUT.c.slot == slot, _OUT.c.state == OutgoingState.WAITING)
            .values(state=OutgoingState.REPLACED)
            .returning(_OUT.c.fresh)
        )
        fresh = any([fresh, *replaced.scalars()])
    row = {"chat": chat, "lane": lane, "slot": slot, "fresh": fresh, "payload": payload, "posted_at": now}
    connection.execute(_POST, row | {"state": OutgoingState.WAITING, "not_before": now, "tries": 0})
    stir(session, Stir.MESSAGE)


def claim(
    session: Session,
    now: datetime,
    at_most: int = 100,
    *,
    broadcasts: int = 100,
    not_to: Collection[int] = (),
) -> list[Claimed]:
    """The next message of each chat, `at_most` in all and `broadcasts` of that lane; none for chats `not_to`.

    They are ours for `CLAIM_FOR`, and come again if they are neither settled nor renewed by then.
    """
    taken: dict[int, Claimed] = {}
    for lanes, room in (((Lane.REPLY, Lane.NOTICE), at_most), ((Lane.BROADCAST,), broadcasts)):
        room = min(room, at_most - len(taken))
        while room > 0:
            rows = _due(session, now, lanes, room, [*not_to, *taken])
            before = len(taken)
            for row in rows:
                taken.setdefault(row.chat, row)
            if len(rows) < room:
                break
            room -= len(taken) - before
    if taken:
        renew(session, [claimed.seq for claimed in taken.values()], now)
    return list(taken.values())


def renew(session: Session, seqs: Collection[int], now: datetime) -> None:
    """These are still under way, and ours for another `CLAIM_FOR`."""
    session.connection().execute(_CLAIM, {"seqs": list(seqs), "until": now + CLAIM_FOR})


def release(session: Session, now: datetime) -> None:
    """Nothing is under way: a stopped process had claimed it, or waited to try again. Before any courier."""
    session.connection().execute(
        update(_OUT).where(_OUT.c.state.in_(_OPEN)).values(state=OutgoingState.WAITING, not_before=now)
    )


def settle(session: Session, outcomes: Sequence[Outcome]) -> None:
    """Write down what became of claimed messages."""
    sent = [outcome for outcome in outcomes if outcome.state is OutgoingState.SENT]
    if sent:
        session.connection().execute(_SENT, {"seqs": [outcome.claimed.seq for outcome in sent]})
        _show(session, [outcome for outcome in sent if outcome.claimed.slot is not None])
    for outcome in outcomes:
        if outcome.state is not OutgoingState.SENT:
            _put_back(session, outcome)


def give_up_on(session: Session, chat: int, error: str) -> None:
    """Nobody is reached in this chat any more: what waits for it is refused."""
    session.connection().execute(
        update(_OUT)
        .where(_OUT.c.chat == chat, _OUT.c.state == OutgoingState.WAITING)
        .values(state=OutgoingState.REFUSED, error=error)
    )


def was_posted(session: Session, chat: int, slot: str) -> bool:
    """Whether the chat has, or is about to get, a message for this slot."""
    if shown_in(session, chat, slot) is not None:
        return True
    posted = (_OUT.c.chat == chat) & (_OUT.c.slot == slot) & (_OUT.c.state != OutgoingState.REFUSED)
    return session.connection().execute(select(_OUT.c.seq).where(posted).limit(1)).first() is not None


def shown_in(session: Session, chat: int, slot: str) -> Shown | None:
    """Which message shows a slot of a chat, if any does yet."""
    return session.get(Shown, (chat, slot))


def sweep(session: Session, before: datetime, at_most: int) -> int:
    """Forget messages posted before then that were delivered or are not going to be; how many."""
    old = select(_OUT.c.seq).where(_OUT.c.state.not_in(_OPEN), _OUT.c.posted_at < before).limit(at_most)
    return session.connection().execute(delete(_OUT).where(_OUT.c.seq.in_(old))).rowcount


def _due(
    session: Session, now: datetime, lanes: Collection[Lane], at_most: int, not_to: Collection[int]
) -> list[Claimed]:
    asked = {"now": now, "lanes": list(lanes), "not_to": list(not_to), "at_most": at_most}
    rows = session.connection().execute(_DUE, asked)
    return [Claimed(*row[:7], (row[7], row[8]) if row[7] is not None else None) for row in rows]


def _show(session: Session, outcomes: Sequence[Outcome]) -> None:
    if not outcomes:
        return
    inserting = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgres_insert
    statement = inserting(_SHOWN)
    statement = statement.on_conflict_do_update(
        index_elements=["chat", "slot"],
        set_={"message": statement.excluded.message, "digest": statement.excluded.digest},
    )
    session.connection().execute(
        statement,
        [
            {
                "chat": outcome.claimed.chat,
                "slot": outcome.claimed.slot,
                "message": outcome.message,
                "digest": outcome.digest,
            }
            for outcome in outcomes
        ],
    )


def _put_back(session: Session, outcome: Outcome) -> None:
    """Refused for good, or to be tried again; again is not wanted where the slot has something newer."""
    claimed, connection = outcome.claimed, session.connection()
    state = outcome.state
    if state is OutgoingState.WAITING and claimed.slot is not None:
        newer = (
            update(_OUT)
            .where(_OUT.c.chat == claimed.chat, _OUT.c.slot == claimed.slot, _OUT.c.seq > claimed.seq)
            .where(_OUT.c.state == OutgoingState.WAITING)
            .values(fresh=or_(_OUT.c.fresh, literal(claimed.fresh)))
        )
        if connection.execute(newer).rowcount:
            state = OutgoingState.REPLACED
    values: dict[str, Any] = {"state": state, "error": outcome.error}
    if state is OutgoingState.WAITING:
        values |= {"tries": claimed.tries + 1, "not_before": outcome.not_before}
    connection.execute(update(_OUT).where(_OUT.c.seq == claimed.seq).values(values))
