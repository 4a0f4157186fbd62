"""The ledger: always in balance, never changed, by the database's own rules."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from commerce.database import Session
from commerce.settlement.ledger import (
    Account,
    AccountKind,
    LedgerEntry,
    Posting,
    Unbalanced,
    balance,
    balances,
    entry_of,
    ledger_rules,
    lines_of,
    post,
)

SELLER = Account(AccountKind.SELLER, "green")
CASH = Account(AccountKind.CASH, "carrier")
SHOP = Account(AccountKind.SHOP)
BANK = Account(AccountKind.PROVIDER, "stripe")

accounts = st.sampled_from([SELLER, CASH, SHOP, BANK])
amounts = st.integers(-(10**12), 10**12).filter(bool)
currencies = st.sampled_from(["EUR", "JPY", "KWD"])
postings = st.builds(Posting, accounts, amounts, currencies)


def entered(session: Session, now: datetime, key: str = "sale") -> LedgerEntry:
    entry = post(session, key, uuid4(), [Posting(BANK, 1000, "EUR"), Posting(SELLER, -1000, "EUR")], now)
    session.commit()
    return entry


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(postings, min_size=1, max_size=6), st.booleans())
def test_whatever_is_posted_every_currency_sums_to_zero(
    session: Session, now: datetime, wanted: list[Posting], closed: bool
) -> None:
    if closed:
        totals = {posting.currency: 0 for posting in wanted}
        for posting in wanted:
            totals[posting.currency] += posting.amount_minor
        wanted = wanted + [Posting(SHOP, -total, currency) for currency, total in totals.items() if total]
    try:
        post(session, str(uuid4()), uuid4(), wanted, now)
        session.commit()
    except Unbalanced:
        session.rollback()
    for currency in ("EUR", "JPY", "KWD"):
        assert sum(total for (_, of), total in balances(session).items() if of == currency) == 0
    assert all(balance(session, of, currency) == total for (of, currency), total in balances(session).items())


def test_an_entry_that_does_not_sum_to_zero_is_refused_before_the_database(
    session: Session, now: datetime
) -> None:
    with pytest.raises(Unbalanced) as refused:
        post(session, "sale", uuid4(), [Posting(BANK, 1000, "EUR"), Posting(SELLER, -999, "EUR")], now)
    assert refused.value.key == "sale"
    with pytest.raises(Unbalanced):
        post(session, "mixed", uuid4(), [Posting(BANK, 1000, "EUR"), Posting(SELLER, -1000, "JPY")], now)
    with pytest.raises(Unbalanced):
        post(session, "empty", uuid4(), [], now)


def test_the_same_key_enters_once(session: Session, now: datetime) -> None:
    first, second = entered(session, now), entered(session, now)
    assert first.id == second.id
    assert balance(session, BANK, "EUR") == 1000
    assert entry_of(session, "sale") == first
    assert entry_of(session, "another") is None


def test_the_lines_of_an_order_are_told_debit_first(session: Session, now: datetime) -> None:
    entry = entered(session, now)
    [(found, lines)] = lines_of(session, entry.order_id)
    assert found.id == entry.id
    assert lines == [Posting(BANK, 1000, "EUR"), Posting(SELLER, -1000, "EUR")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_line SET amount_minor = amount_minor * 2",
        "UPDATE ledger_entry SET order_id = id",
        "UPDATE ledger_account SET owner = 'me'",
        "DELETE FROM ledger_line",
        "DELETE FROM ledger_entry",
        "DELETE FROM ledger_account",
    ],
)
def test_the_database_refuses_to_change_what_was_entered(
    session: Session, now: datetime, statement: str
) -> None:
    entered(session, now)
    with pytest.raises(DBAPIError, match="nothing is changed or deleted"):
        session.execute(text(statement))
    session.rollback()
    assert balance(session, BANK, "EUR") == 1000


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([700, -500], "sum to zero"),
        ([], "sum to zero"),
        ([700], "sum to zero"),
        ([0, 0], "not_zero"),
    ],
)
def test_the_database_refuses_an_entry_out_of_balance(
    session: Session, now: datetime, lines: list[int], why: str
) -> None:
    insert = raw_writer(session, now)
    with pytest.raises(DBAPIError, match=why):
        insert(uuid4(), lines)
    session.rollback()


def test_the_database_refuses_to_balance_one_currency_with_another(session: Session, now: datetime) -> None:
    insert = raw_writer(session, now)
    with pytest.raises(DBAPIError, match="sum to zero"):
        insert(uuid4(), [700, -700], ["EUR", "JPY"])
    session.rollback()


def test_the_database_refuses_further_lines_for_a_closed_entry(session: Session, now: datetime) -> None:
    entry = entered(session, now)
    insert = raw_writer(session, now)
    with pytest.raises(DBAPIError, match="closed"):
        insert(entry.id, [5, -5])
    session.rollback()


def test_lines_without_an_entry_fail_at_the_commit(session: Session, now: datetime) -> None:
    insert = raw_writer(session, now)
    before = balances(session)
    insert(uuid4(), [5, -5], close=False)
    with pytest.raises(DBAPIError):
        session.commit()
    session.rollback()
    assert balances(session) == before


def test_replacing_rows_does_not_get_around_the_rules(session: Session, now: datetime) -> None:
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("INSERT OR REPLACE is SQLite's")
    entered(session, now)
    for table in ("ledger_line", "ledger_entry"):
        with pytest.raises(DBAPIError, match="ledger"):
            session.execute(text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))
        session.rollback()
    session.execute(text("INSERT OR REPLACE INTO ledger_account SELECT id, kind, 'me' FROM ledger_account"))
    session.commit()
    assert {account.owner for account, _ in balances(session)} == {"stripe", "green"}


def test_two_transactions_cannot_slip_a_line_into_each_others_entry(
    engine: Engine, session: Session, now: datetime
) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    entry_id = uuid4()
    with Session(engine) as other:
        raw_writer(session, now)(entry_id, [5, -5])
        raw_writer(other, now)(entry_id, [7, -6], close=False)
        session.commit()
        with pytest.raises(DBAPIError, match="sum to zero"):
            other.commit()
    assert sum(balances(session).values()) == 0


def test_truncating_the_ledger_is_refused(engine: Engine, session: Session, now: datetime) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    entered(session, now)
    with pytest.raises(DBAPIError, match="nothing is changed or deleted"):
        session.execute(text("TRUNCATE ledger_line"))
    session.rollback()


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_rules_are_single_statements_for_a_migration(dialect: str) -> None:
    rules = ledger_rules(dialect)
    assert len(rules) >= 9
    assert all(rule.startswith("CREATE") and ":" not in rule for rule in rules if "ledger:" not in rule)


def raw_writer(session: Session, now: datetime) -> Callable[..., None]:
    """Writes lines and an entry by plain SQL, past all of our own checks."""
    post(session, f"opening {uuid4()}", uuid4(), [Posting(CASH, 1, "EUR"), Posting(SHOP, -1, "EUR")], now)
    session.commit()
    account = session.execute(text("SELECT id FROM ledger_account ORDER BY owner LIMIT 1")).scalar_one()
    is_sqlite = session.get_bind().dialect.name == "sqlite"

    def id_text(value: UUID) -> str:
        return value.hex if is_sqlite else str(value)

    def insert(
        entry_id: UUID, lines: list[int], currencies: list[str] | None = None, *, close: bool = True
    ) -> None:
        for amount, currency in zip(lines, currencies or ["EUR"] * len(lines), strict=True):
            session.execute(
                text("INSERT INTO ledger_line VALUES (:id, :entry, :account, :amount, :currency)"),
                {
                    "id": id_text(uuid4()),
                    "entry": id_text(entry_id),
                    "account": account,
                    "amount": amount,
                    "currency": currency,
                },
            )
        if close:
            session.execute(
                text('INSERT INTO ledger_entry (id, "key", at, order_id) VALUES (:id, :key, :at, :order)'),
                {
                    "id": id_text(entry_id),
                    "key": f"raw {entry_id}",
                    "at": now.replace(tzinfo=None) if is_sqlite else now,
                    "order": id_text(uuid4()),
                },
            )

    return insert
