"""The database: engines, the column types the business relies on, and the unit of work.

Commerce is plain synchronous code on a `Session`. A unit of work runs in a worker thread
(`Units.run`), so that no network call can be awaited inside one. On SQLite there is one writer
thread and every unit begins with `BEGIN IMMEDIATE`; on PostgreSQL units run side by side.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Column, DateTime, Dialect, Engine, Enum, String, create_engine, event
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, Session, SQLModel

__all__ = [
    "Announce", "DecimalText", "Session", "Stir", "Table", "Units", "UtcTime", "new_id", "open_engine",
    "stir",
]  # fmt: skip

T = TypeVar("T")
Announce = Callable[[Session], None]

SQLITE_BUSY_SECONDS = 15
POSTGRES_WORKERS = 8
SWITCH_SECONDS = 0.0005
"""For `sys.setswitchinterval`: the database's driver gives the interpreter away at every step, and at the
usual 5 ms a busy event loop would have each step of a unit wait that long for it."""
_STIRRED = "stirred"


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC instant. SQLite keeps no zone: it is stored as naive UTC and read back aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time {value!r}: times are aware UTC")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class DecimalText(TypeDecorator[Decimal]):
    """An exact quantity, kept as text: SQLite would turn a Decimal into a float."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Table(SQLModel):
    """Base of every table. Table models do not validate: input is validated at the border."""


# A constraint without a name cannot be changed by a later migration.
Table.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(column_0_N_label)s",
}


def new_id() -> UUID:
    return uuid4()


def identity() -> Any:
    """The primary key column of a table: a random UUID."""
    return Field(default_factory=new_id, primary_key=True)


def state_column(states: type[StrEnum], first: StrEnum, *, index: bool = False) -> Any:
    """A column for a state or kind, kept by its value as text (a new value needs no migration)."""
    return Field(default=first, sa_column=Column(state_type(states), nullable=False, index=index))


def optional_state(states: type[StrEnum]) -> Any:
    """Like `state_column`, for a kind that may be absent."""
    return Field(default=None, sa_column=Column(state_type(states), nullable=True))


def state_type(states: type[StrEnum]) -> Enum:
    """The column type of `state_column`, for a column that needs more than that."""
    return Enum(states, native_enum=False, length=40, create_constraint=False, values_callable=_values)


def _values(states: type[StrEnum]) -> list[str]:
    return [state.value for state in states]


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///PATH`, `sqlite://` (memory) or `postgresql+psycopg://…`.

    SQLite runs in WAL mode with foreign keys on; every transaction is `BEGIN IMMEDIATE`, because a
    deferred one that reads first and writes later fails under load ("database is locked").
    """
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=POSTGRES_WORKERS, pool_pre_ping=True, hide_parameters=True)
    path = url.removeprefix("sqlite:///")
    if path and not url.endswith("://"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"timeout": SQLITE_BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,  # what persons wrote must not reach the log by an error
    )

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class Stir(StrEnum):
    """What a unit may leave for others to go on with after its commit."""

    MESSAGE = "message"
    WORK = "work"


def stir(session: Session, what: Stir) -> None:
    """This unit writes something that somebody waits for: wake them once it is committed."""
    session.info.setdefault(_STIRRED, set()).add(what)


class Units:
    """Runs units of work: one transaction each, committed whole or not at all.

    `announce` is called in the same unit just before the commit; the bot uses it to turn the events
    of the unit into messages. `after_commit` is called in the worker's thread afterwards with what the
    unit stirred, if anything (it must be thread safe and quick: it wakes the courier and the scheduler).
    `workers` units can run side by side.
    """

    def __init__(
        self,
        engine: Engine,
        announce: Announce | None = None,
        after_commit: Callable[[frozenset[Stir]], None] | None = None,
    ) -> None:
        self.engine = engine
        self.announce = announce
        self.after_commit = after_commit
        self.workers = 1 if engine.dialect.name == "sqlite" else POSTGRES_WORKERS
        self._pool = ThreadPoolExecutor(max_workers=self.workers, thread_name_prefix="unit")

    def tell(self, session: Session) -> None:
        """Announce what was recorded so far; done before the commit in any case."""
        if self.announce is not None:
            self.announce(session)

    def run_here(self, work: Callable[[Session], T]) -> T:
        """Run one unit in this thread (the command line, tests)."""
        with Session(self.engine, expire_on_commit=False) as session:
            result = work(session)
            self.tell(session)
            session.commit()
            stirred = frozenset[Stir](session.info.get(_STIRRED, ()))
        if stirred and self.after_commit is not None:
            self.after_commit(stirred)
        return result

    async def run(self, work: Callable[[Session], T]) -> T:
        """Run one unit in a worker thread and wait for its commit."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.run_here, work)

    def close(self) -> None:
        self._pool.shutdown(wait=True)
        self.engine.dispose()
