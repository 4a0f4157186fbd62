"""The double-entry ledger. Debit is positive, credit negative, in minor units.

An entry is a set of lines that sum to zero in each currency. Lines are written first and the entry row
closes them: the database refuses an entry whose lines do not sum to zero, a line for a closed entry, and
any change or deletion (`ledger_rules`). Lines without an entry fail at the commit (deferred foreign key).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, func, insert
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Field, Session, col, select

from commerce.database import Table, UtcTime, identity, new_id, state_column
from commerce.settlement.ledger_rules import enforce_rules, ledger_rules

__all__ = [
    "Account", "AccountKind", "LedgerAccount", "LedgerEntry", "LedgerLine", "Posting", "Unbalanced",
    "balance", "balances", "entry_of", "ledger_rules", "lines_of", "post",
]  # fmt: skip


class AccountKind(StrEnum):
    """Whose account it is, and what a balance on it means."""

    PERSON = "person"
    """Credit: the shop owes her (a refund on its way)."""
    SELLER = "seller"
    CARRIER = "carrier"
    """Credit: what the shop has to pay out to the seller or carrier."""
    PROVIDER = "provider"
    """Debit: what the settlement provider holds for the shop."""
    CASH = "cash"
    """Debit: cash on the way, in the hands of a carrier or seller, who owes it."""
    SHOP = "shop"
    """Credit: the shop's own fees."""


@dataclass(frozen=True)
class Account:
    """`owner` is an id as text, a provider's name, or empty for the shop's own."""

    kind: AccountKind
    owner: str = ""


@dataclass(frozen=True)
class Posting:
    """One line of an entry: debit positive, credit negative, never zero."""

    account: Account
    amount_minor: int
    currency: str


class Unbalanced(ValueError):
    """The postings do not sum to zero in each currency, or one of them is zero."""

    def __init__(self, key: str, postings: Sequence[Posting]) -> None:
        super().__init__(f"{key}: {postings}")
        self.key = key
        self.postings = postings


class LedgerAccount(Table, table=True):
    __tablename__ = "ledger_account"
    __table_args__ = (Index("ledger_account_once", "kind", "owner", unique=True),)
    id: UUID = identity()
    kind: AccountKind = state_column(AccountKind, AccountKind.PERSON)
    owner: str = Field(max_length=60)


class LedgerEntry(Table, table=True):
    """`key` says what happened ("paid:UUID") and keeps it from being entered twice."""

    __tablename__ = "ledger_entry"
    id: UUID = identity()
    key: str = Field(unique=True, max_length=120)
    at: datetime = Field(sa_type=UtcTime, index=True)
    order_id: UUID = Field(index=True)


class LedgerLine(Table, table=True):
    __tablename__ = "ledger_line"
    __table_args__ = (
        CheckConstraint("amount_minor <> 0", name="ledger_line_not_zero"),
        Index("ledger_line_account", "account_id", "currency"),
    )
    id: UUID = identity()
    entry_id: UUID = Field(
        sa_column=Column(
            ForeignKey("ledger_entry.id", deferrable=True, initially="DEFERRED"), nullable=False, index=True
        )
    )
    account_id: UUID = Field(foreign_key="ledger_account.id")
    amount_minor: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)


enforce_rules(Table.metadata)


def post(
    session: Session, key: str, order_id: UUID, postings: Sequence[Posting], now: datetime
) -> LedgerEntry:
    """Enter `postings` under `key`; postings to the same account and currency are summed first.

    The same key again returns the entry that is there. Raises `Unbalanced`.
    """
    known = entry_of(session, key)
    if known is not None:
        return known
    sums: dict[tuple[Account, str], int] = {}
    totals: dict[str, int] = {}
    for posting in postings:
        where = (posting.account, posting.currency)
        sums[where] = sums.get(where, 0) + posting.amount_minor
        totals[posting.currency] = totals.get(posting.currency, 0) + posting.amount_minor
    lines = {where: amount for where, amount in sums.items() if amount}
    if not lines or any(totals.values()) or any(not posting.amount_minor for posting in postings):
        raise Unbalanced(key, postings)
    accounts = _accounts(session, {account for account, _ in lines})
    entry_id = new_id()
    rows = [
        {"id": new_id(), "entry_id": entry_id, "account_id": accounts[account], "currency": currency}
        | {"amount_minor": amount}
        for (account, currency), amount in lines.items()
    ]
    session.execute(insert(LedgerLine), rows)
    session.execute(insert(LedgerEntry), {"id": entry_id, "key": key, "at": now, "order_id": order_id})
    return session.get_one(LedgerEntry, entry_id)


def entry_of(session: Session, key: str) -> LedgerEntry | None:
    return session.exec(select(LedgerEntry).where(LedgerEntry.key == key)).first()


def balance(session: Session, account: Account, currency: str) -> int:
    """Debits less credits of an account, in minor units; 0 where nothing was ever entered."""
    query = (
        select(func.coalesce(func.sum(LedgerLine.amount_minor), 0))
        .join(LedgerAccount, col(LedgerAccount.id) == col(LedgerLine.account_id))
        .where(
            LedgerAccount.kind == account.kind,
            LedgerAccount.owner == account.owner,
            LedgerLine.currency == currency,
        )
    )
    return int(session.exec(query).one())


def balances(session: Session) -> Mapping[tuple[Account, str], int]:
    """Every account's balance by currency."""
    query = (
        select(
            LedgerAccount.kind, LedgerAccount.owner, LedgerLine.currency, func.sum(LedgerLine.amount_minor)
        )
        .join(LedgerLine, col(LedgerLine.account_id) == col(LedgerAccount.id))
        .group_by(col(LedgerAccount.kind), col(LedgerAccount.owner), col(LedgerLine.currency))
    )
    return {
        (Account(AccountKind(kind), owner), currency): int(total)
        for kind, owner, currency, total in session.exec(query)
    }


def lines_of(session: Session, order_id: UUID) -> list[tuple[LedgerEntry, list[Posting]]]:
    """The entries of an order, oldest first, each with its lines (for admins)."""
    query = (
        select(LedgerEntry, LedgerLine, LedgerAccount)
        .join(LedgerLine, col(LedgerLine.entry_id) == col(LedgerEntry.id))
        .join(LedgerAccount, col(LedgerAccount.id) == col(LedgerLine.account_id))
        .where(LedgerEntry.order_id == order_id)
        .order_by(col(LedgerEntry.at), col(LedgerEntry.key), col(LedgerLine.amount_minor).desc())
    )
    found: dict[UUID, tuple[LedgerEntry, list[Posting]]] = {}
    for entry, line, account in session.exec(query):
        posting = Posting(Account(account.kind, account.owner), line.amount_minor, line.currency)
        found.setdefault(entry.id, (entry, []))[1].append(posting)
    return list(found.values())


def _accounts(session: Session, wanted: set[Account]) -> dict[Account, UUID]:
    """The ids of the accounts; those that are new are opened, also if another unit does so at once."""
    ordered = sorted(wanted, key=lambda account: (account.kind, account.owner))
    rows = [{"id": new_id(), "kind": account.kind, "owner": account.owner} for account in ordered]
    if session.get_bind().dialect.name == "postgresql":
        session.execute(postgres_insert(LedgerAccount).values(rows).on_conflict_do_nothing())
    else:
        session.execute(sqlite_insert(LedgerAccount).values(rows).on_conflict_do_nothing())
    query = select(LedgerAccount).where(col(LedgerAccount.owner).in_([account.owner for account in ordered]))
    ids = {Account(row.kind, row.owner): row.id for row in session.exec(query)}
    return {account: ids[account] for account in ordered}
