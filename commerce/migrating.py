"""Brings a database to the tables of this version, by the migrations in `commerce/migrations`.

Alembic is run from here, so that no `alembic.ini` is needed. An upgrade is one transaction on both
databases: it is done whole or not at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, inspect, text

from commerce.database import open_engine

__all__ = [
    "CannotMigrate", "SchemaState", "differences", "migrate", "schema_state", "settings_of_alembic",
    "upgrade",
]  # fmt: skip

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK_NUMBER = 7_301_962
"""Of PostgreSQL's advisory lock: any number, the same in every process of the shop."""


class CannotMigrate(Exception):
    """The database cannot be brought to this version; nothing was changed. The words say why."""


@dataclass(frozen=True)
class SchemaState:
    """Which migration the database has, and which one this version wants; None: not even the first."""

    has: str | None
    wants: str | None

    @property
    def is_current(self) -> bool:
        return self.has == self.wants


def migrate(url: str) -> SchemaState:
    """`upgrade` for the database at `url`, as `open_engine` takes it."""
    engine = open_engine(url)
    try:
        return upgrade(engine)
    finally:
        engine.dispose()


def upgrade(engine: Engine, migrations: Path = MIGRATIONS) -> SchemaState:
    """Bring the database to this version; does nothing where it is. Raises CannotMigrate.

    Processes that start at once wait for each other.
    """
    with _alone(engine) as connection:
        state = _state(connection, migrations)
        _refuse_what_is_not_ours(connection, state, migrations)
        if not state.is_current:
            command.upgrade(settings_of_alembic(connection, migrations), "head")
            _refuse_broken_links(connection)
        return _state(connection, migrations)


def schema_state(engine: Engine) -> SchemaState:
    """How far the database is; nothing is changed."""
    with engine.connect() as connection:
        return _state(connection, MIGRATIONS)


def differences(connection: Connection, metadata: MetaData) -> list[Any]:
    """What a migration would have to change to make the tables of `metadata`, as Alembic says it."""
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


def settings_of_alembic(connection: Connection, migrations: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other upgrade runs beside.

    SQLite changes a table by making it anew, which its foreign keys must not notice; they are switched
    before the transaction begins, as SQLite asks (sqlite.org/lang_altertable.html, section 7).
    """
    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        driver: Any = connection.connection.dbapi_connection
        if sqlite:
            driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                if not sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK_NUMBER})
                yield connection
        finally:
            if sqlite:
                driver.execute("PRAGMA foreign_keys=ON")


def _state(connection: Connection, migrations: Path) -> SchemaState:
    wants = ScriptDirectory(str(migrations)).get_current_head()
    return SchemaState(MigrationContext.configure(connection).get_current_revision(), wants)


def _refuse_what_is_not_ours(connection: Connection, state: SchemaState, migrations: Path) -> None:
    known = {script.revision for script in ScriptDirectory(str(migrations)).walk_revisions()}
    if state.has is not None and state.has not in known:
        raise CannotMigrate(
            f"The database was last used by a newer Errand: it is at migration {state.has}, "
            f"and this one knows {state.wants} at most."
        )
    if state.has is None and inspect(connection).get_table_names():
        raise CannotMigrate("The database holds tables that no migration of Errand has made.")


def _refuse_broken_links(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise CannotMigrate(f"A row of {broken[0]} would point to nothing.")
