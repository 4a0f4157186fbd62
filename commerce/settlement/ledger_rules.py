"""What the database itself enforces about the ledger, as triggers for SQLite and PostgreSQL.

`ledger_rules(dialect)` is for a migration to execute after the tables are made; `create_all` does so by
itself (`enforce_rules`).
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, MetaData, event
from sqlalchemy import Table as SqlTable

__all__ = ["enforce_rules", "ledger_rules", "ledger_rules_dropped"]

APPEND_ONLY = ("ledger_account", "ledger_entry", "ledger_line")

_UNBALANCED = """
    (SELECT count(*) FROM ledger_line WHERE entry_id = NEW.id) < 2
    OR EXISTS (
        SELECT currency FROM ledger_line WHERE entry_id = NEW.id
        GROUP BY currency HAVING sum(amount_minor) <> 0
    )
"""

# "INSERT OR REPLACE" deletes without firing delete triggers: an insert over a row is stopped by itself.
_SQLITE = (
    f"""
    CREATE TRIGGER ledger_entry_balances BEFORE INSERT ON ledger_entry
    WHEN {_UNBALANCED}
    BEGIN SELECT RAISE(ABORT, 'ledger: the lines of an entry must sum to zero in each currency'); END
    """,
    """
    CREATE TRIGGER ledger_entry_once BEFORE INSERT ON ledger_entry
    WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.id OR "key" = NEW."key")
    BEGIN SELECT RAISE(ABORT, 'ledger: entered already'); END
    """,
    """
    CREATE TRIGGER ledger_account_once BEFORE INSERT ON ledger_account
    WHEN EXISTS (SELECT 1 FROM ledger_account WHERE id = NEW.id OR (kind = NEW.kind AND owner = NEW.owner))
    BEGIN SELECT RAISE(IGNORE); END
    """,
    """
    CREATE TRIGGER ledger_line_closed BEFORE INSERT ON ledger_line
    WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id)
        OR EXISTS (SELECT 1 FROM ledger_line WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'ledger: the entry is closed'); END
    """,
    *(
        f"""
        CREATE TRIGGER {table}_keeps_{act.lower()} BEFORE {act} ON {table}
        BEGIN SELECT RAISE(ABORT, 'ledger: nothing is changed or deleted'); END
        """
        for table in APPEND_ONLY
        for act in ("UPDATE", "DELETE")
    ),
)

_POSTGRESQL = (
    f"""
    CREATE OR REPLACE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {_UNBALANCED} THEN
            RAISE EXCEPTION 'ledger: the lines of an entry must sum to zero in each currency'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION ledger_line_balances() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF (SELECT sum(amount_minor) FROM ledger_line
            WHERE entry_id = NEW.entry_id AND currency = NEW.currency) <> 0 THEN
            RAISE EXCEPTION 'ledger: the lines of an entry must sum to zero in each currency'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION ledger_line_closed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id) THEN
            RAISE EXCEPTION 'ledger: the entry is closed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION ledger_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'ledger: nothing is changed or deleted'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    """
    CREATE TRIGGER ledger_entry_balances BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances()
    """,
    # Two transactions do not see each other's rows: what slips past the triggers is stopped at the commit.
    """
    CREATE CONSTRAINT TRIGGER ledger_line_balances AFTER INSERT ON ledger_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_line_balances()
    """,
    """
    CREATE TRIGGER ledger_line_closed BEFORE INSERT ON ledger_line
    FOR EACH ROW EXECUTE FUNCTION ledger_line_closed()
    """,
    *(
        f"""
        CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_keeps()
        """
        for table in APPEND_ONLY
    ),
)


def ledger_rules(dialect: str) -> list[str]:
    """The statements, in order, for "sqlite" or "postgresql"; each is one statement without parameters."""
    return [
        " ".join(statement.split()) for statement in {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[dialect]
    ]


def ledger_rules_dropped(dialect: str) -> list[str]:
    """Takes back `ledger_rules` once the tables (and with them the triggers) are dropped."""
    functions = ("ledger_entry_balances", "ledger_line_balances", "ledger_line_closed", "ledger_keeps")
    return [] if dialect == "sqlite" else [f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name in functions]


def enforce_rules(metadata: MetaData) -> None:
    """Have `metadata.create_all` add the rules when it makes the ledger's tables."""

    @event.listens_for(metadata, "after_create")
    def add_rules(
        _target: MetaData, connection: Connection, *, tables: Iterable[SqlTable] = (), **_other: Any
    ) -> None:
        if any(table.name == "ledger_line" for table in tables):
            for statement in ledger_rules(connection.dialect.name):
                connection.exec_driver_sql(statement)
