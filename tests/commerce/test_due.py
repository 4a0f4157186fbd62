"""Due work: promised once, tried again with growing pauses, given up and told, never done twice."""

from datetime import datetime, timedelta
from uuid import uuid4

from sqlmodel import Session

from commerce import due
from commerce.due import MOST_TRIES, DueState

SUBJECT = uuid4()


def test_work_is_due_at_its_time_and_not_before(session: Session, now: datetime) -> None:
    due.promise(session, "close", SUBJECT, now + timedelta(minutes=5))
    assert due.take(session, now) == []
    assert due.next_due(session) == now + timedelta(minutes=5)
    assert [work.kind for work in due.take(session, now + timedelta(minutes=5))] == ["close"]


def test_the_longest_due_comes_first(session: Session, now: datetime) -> None:
    for minutes in (3, 1, 2):
        due.promise(session, f"k{minutes}", SUBJECT, now + timedelta(minutes=minutes))
    taken = due.take(session, now + timedelta(hours=1))
    assert [work.kind for work in taken] == ["k1", "k2", "k3"]


def test_the_same_promise_moves_waiting_work(session: Session, now: datetime) -> None:
    first = due.promise(session, "close", SUBJECT, now)
    again = due.promise(session, "close", SUBJECT, now + timedelta(hours=1), n=2)
    assert again.id == first.id
    assert due.take(session, now) == []
    assert again.facts == {"n": 2}


def test_work_that_is_done_is_not_promised_anew(session: Session, now: datetime) -> None:
    work = due.promise(session, "close", SUBJECT, now)
    due.finish(session, work.id)
    assert due.promise(session, "close", SUBJECT, now).state is DueState.DONE
    assert due.take(session, now) == []


def test_cancelled_work_is_not_done_and_may_be_promised_again(session: Session, now: datetime) -> None:
    due.promise(session, "close", SUBJECT, now)
    due.cancel(session, "close", SUBJECT)
    session.flush()
    assert due.take(session, now) == []
    assert due.promise(session, "close", SUBJECT, now).state is DueState.WAITING


def test_pauses_end_at_ten_minutes_and_steadfast_work_goes_on(session: Session, now: datetime) -> None:
    work = due.promise(session, "refund", SUBJECT, now)
    for _ in range(60):
        due.postpone(session, work.id, now, "away")
    assert work.state is DueState.WAITING
    assert work.due_at - now == due.LONGEST_PAUSE


def test_only_work_that_somebody_here_can_do_is_taken(session: Session, now: datetime) -> None:
    due.promise(session, "refund", SUBJECT, now)
    assert due.take(session, now, kinds={"close"}) == []
    assert due.next_due(session, kinds={"close"}) is None
    assert [work.kind for work in due.take(session, now, kinds={"refund"})] == ["refund"]


def test_pauses_double(session: Session, now: datetime) -> None:
    work = due.promise(session, "refund", SUBJECT, now)
    pauses = []
    for _ in range(MOST_TRIES):
        assert due.postpone(session, work.id, now, "away") is DueState.WAITING
        pauses.append((work.due_at - now).total_seconds())
    assert pauses == [2.0 * 2**n for n in range(MOST_TRIES)]
    assert work.last_error == "away"


def test_work_that_somebody_waits_for_is_due_at_once_to_be_given_up(session: Session, now: datetime) -> None:
    work = due.promise(session, "close", SUBJECT, now)
    for _ in range(MOST_TRIES - 1):
        due.postpone(session, work.id, now, "away", awaited=True)
    assert due.give_up(session, work.id) is False
    due.postpone(session, work.id, now, "away", awaited=True)
    assert work.due_at == now
    assert due.give_up(session, work.id) is True
    assert work.state is DueState.GIVEN_UP
    assert due.take(session, now + timedelta(days=9)) == []
    assert due.give_up(session, work.id) is False


def test_work_called_off_or_promised_anew_is_not_given_up(session: Session, now: datetime) -> None:
    work = due.promise(session, "close", SUBJECT, now)
    for _ in range(MOST_TRIES):
        due.postpone(session, work.id, now, "away", awaited=True)
    due.promise(session, "close", SUBJECT, now)
    assert due.give_up(session, work.id) is False
    work.tries = MOST_TRIES
    due.cancel(session, "close", SUBJECT)
    assert due.give_up(session, work.id) is False


def test_work_is_given_up_after_a_month_whoever_waits(session: Session, now: datetime) -> None:
    work = due.promise(session, "refund", SUBJECT, now)
    work.tries = due.STEADFAST_TRIES - 1
    assert due.postpone(session, work.id, now, "away") is DueState.GIVEN_UP
