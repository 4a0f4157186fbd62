"""Units of work: whole or not at all, waking others only for what waits for them; exact columns."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from commerce import due, outbox
from commerce.database import DecimalText, Stir, Units, UtcTime
from commerce.people.service import arrive, person_of


class Broken(Exception):
    pass


def test_a_unit_that_fails_leaves_nothing(units: Units, now: datetime) -> None:
    def work(session: Session) -> None:
        arrive(session, 7, "Ada", "en", now)
        outbox.post(session, 7, {"text": "hello"}, now)
        raise Broken

    with pytest.raises(Broken):
        units.run_here(work)
    assert units.run_here(lambda session: person_of(session, 7)) is None
    assert units.run_here(lambda session: outbox.claim(session, now)) == []


def test_a_unit_whose_announcing_fails_leaves_nothing(units: Units, now: datetime) -> None:
    def broken(_session: Session) -> None:
        raise Broken

    units.announce = broken
    with pytest.raises(Broken):
        units.run_here(lambda session: arrive(session, 7, "Ada", "en", now))
    units.announce = None
    assert units.run_here(lambda session: person_of(session, 7)) is None


def test_only_what_somebody_waits_for_wakes_him(units: Units, now: datetime) -> None:
    woken: list[frozenset[Stir]] = []
    units.after_commit = woken.append
    units.run_here(lambda session: person_of(session, 7))
    units.run_here(lambda session: outbox.claim(session, now))
    assert woken == []
    units.run_here(lambda session: outbox.post(session, 7, {"text": "hello"}, now))
    units.run_here(lambda session: due.promise(session, "close", uuid4(), now))
    assert woken == [{Stir.MESSAGE}, {Stir.WORK}]


async def test_units_of_many_tasks_are_all_done(units: Units, now: datetime) -> None:
    for account in range(20):
        await units.run(lambda session, account=account: arrive(session, account, "P", "en", now))
    people = [await units.run(lambda session, n=n: person_of(session, n)) for n in range(20)]
    assert all(people)


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
def test_a_naive_time_is_refused_and_an_aware_one_comes_back_as_the_same_instant(dialect: Dialect) -> None:
    column = UtcTime()
    with pytest.raises(ValueError, match="naive"):
        column.process_bind_param(datetime(2026, 11, 20), dialect)  # noqa: DTZ001 - that is the point
    noon = datetime(2026, 11, 20, 13, tzinfo=timezone(timedelta(hours=1)))
    back = column.process_result_value(column.process_bind_param(noon, dialect), dialect)
    assert back == datetime(2026, 11, 20, 12, tzinfo=UTC)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_decimal_comes_back_exactly(value: Decimal) -> None:
    column, dialect = DecimalText(), sqlite.dialect()
    assert column.process_result_value(column.process_bind_param(value, dialect), dialect) == value
