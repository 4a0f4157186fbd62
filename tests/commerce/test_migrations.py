"""The migrations make exactly the tables that the code uses, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, inspect, text
from sqlalchemy.exc import IntegrityError

import bot.inbox  # noqa: F401  (its table belongs to the database too)
from commerce.database import Session, open_engine
from commerce.migrating import MIGRATIONS, CannotMigrate, differences, schema_state, upgrade
from commerce.migrations.writing import write_migration
from commerce.people.models import Role
from commerce.people.service import arrive, roles_of
from commerce.tables import METADATA, MODULES

EMPTY = count(1)
RULES_OF = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": """
        SELECT tgname, pg_get_triggerdef(pg_trigger.oid), prosrc
        FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal ORDER BY tgname
    """,
}
CHECKS_OF = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%' ORDER BY name",
    "postgresql": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE contype = 'c' ORDER BY 1, 2
    """,
}

Empty = Callable[[], Engine]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Empty]:
    """Makes engines on databases with nothing in them."""
    opened: list[Engine] = []

    def make() -> Engine:
        name = f"empty_{next(EMPTY)}"
        if request.param == "sqlite":
            url = f"sqlite:///{tmp_path / name}.sqlite"
        else:
            address: str = request.getfixturevalue("postgres_address")
            admin = open_engine(address.format("postgres")).execution_options(isolation_level="AUTOCOMMIT")
            with admin.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            admin.dispose()
            url = address.format(name)
        opened.append(open_engine(url))
        return opened[-1]

    yield make
    for engine in opened:
        engine.dispose()


def test_migrated_tables_are_those_of_the_code(empty: Empty) -> None:
    engine = empty()
    upgrade(engine)
    with engine.connect() as connection:
        assert differences(connection, METADATA) == [], "run `errand migration` (docs/operations.md)"


@pytest.mark.parametrize("query_of", [RULES_OF, CHECKS_OF], ids=["triggers", "checks"])
def test_migrated_rules_are_those_of_the_code(empty: Empty, query_of: dict[str, str]) -> None:
    migrated, made = empty(), empty()
    upgrade(migrated)
    METADATA.create_all(made)
    found = []
    for engine in (migrated, made):
        with engine.connect() as connection:
            rows = connection.execute(text(query_of[engine.dialect.name])).all()
            found.append([[_checks_only(str(cell)) for cell in row] for row in rows])
    assert found[0] == found[1]
    assert found[0]


def test_a_difference_is_noticed(empty: Empty) -> None:
    engine = empty()
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE person ADD COLUMN shoe_size INTEGER"))
    with engine.connect() as connection:
        assert len(differences(connection, METADATA)) == 1


def test_migrating_twice_changes_nothing_more(empty: Empty) -> None:
    engine = empty()
    assert not schema_state(engine).is_current
    first = upgrade(engine)
    assert first.is_current
    assert upgrade(engine) == first == schema_state(engine)


def test_foreign_keys_are_watched_again_after_migrating(empty: Empty) -> None:
    engine = empty()
    upgrade(engine)
    lost = "INSERT INTO person_role (person_id, role) VALUES ('00000000000000000000000000000001', 'admin')"
    with engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(text(lost))


def test_a_database_of_a_newer_version_is_left_alone(empty: Empty) -> None:
    engine = empty()
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CannotMigrate, match="newer Errand"):
        upgrade(engine)
    assert schema_state(engine).has == "9999"


def test_a_database_of_somebody_else_is_left_alone(empty: Empty) -> None:
    engine = empty()
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE person (name TEXT)"))
    with pytest.raises(CannotMigrate, match="no migration of Errand"):
        upgrade(engine)
    assert inspect(engine).get_table_names() == ["person"]


def test_every_module_with_tables_is_named_in_tables() -> None:
    root = Path(__file__).parents[2]
    holding = {
        ".".join(path.relative_to(root).with_suffix("").parts)
        for folder in ("bot", "commerce", "scheduler")
        for path in (root / folder).rglob("*.py")
        if "table=True" in path.read_text(encoding="utf-8")
    }
    assert holding == {module.__name__ for module in MODULES} | {"bot.inbox"}


def test_a_later_migration_holds_only_what_is_new_and_keeps_every_row(empty: Empty, tmp_path: Path) -> None:
    engine, later, migrations = empty(), MetaData(), tmp_path / "migrations"
    for table in METADATA.tables.values():
        table.to_metadata(later)
    later.tables["person"].append_column(Column("shoe_size", Integer))
    later.tables["person"].c.name.nullable = True
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    upgrade(engine, migrations)
    now = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    with Session(engine) as session:
        ada = arrive(session, 17, "Ada", "en", now)
        session.commit()

        written = write_migration(later, "shoes", migrations=migrations)
        assert written.name.endswith("_shoes.py")
        assert "create_table" not in written.read_text(encoding="utf-8")
        upgrade(engine, migrations)

        with engine.connect() as connection:
            assert differences(connection, later) == []
        assert roles_of(session, ada.id) == {Role.CONSUMER}


def _checks_only(definition: str) -> str:
    """The order of columns and constraints is of no consequence, and neither is white space."""
    lines = (line.strip().rstrip(",") for line in definition.splitlines())
    if not definition.startswith("CREATE TABLE"):
        return " ".join(definition.split())
    return "; ".join(sorted(line for line in lines if "CHECK" in line))
