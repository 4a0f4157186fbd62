"""Events are kept for each subject and told once in their unit."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Session

from commerce import events
from commerce.database import Units
from commerce.events import Event


@dataclass(frozen=True)
class SomethingHappened(Event):
    thing: UUID
    names: tuple[str, ...] = ()


def test_an_event_stands_in_the_history_of_each_subject(session: Session, now: datetime) -> None:
    one, two = uuid4(), uuid4()
    happened = SomethingHappened(one, names=("a", "b"), subjects=(one, two))
    events.record(session, happened, now)
    for subject in (one, two):
        [row] = events.history(session, [subject])
        assert (row.kind, row.at) == ("SomethingHappened", now)
        assert row.facts == {"thing": str(one), "names": ["a", "b"]}
    assert events.history(session, [uuid4()]) == []


def test_events_are_told_once(session: Session, now: datetime) -> None:
    happened = SomethingHappened(uuid4())
    events.record(session, happened, now)
    assert events.fresh(session) == [happened]
    assert events.fresh(session) == []


def test_a_unit_tells_its_own_events_only(units: Units, now: datetime) -> None:
    told: list[list[Event]] = []
    units.announce = lambda session: told.append(events.fresh(session))
    happened = SomethingHappened(uuid4())
    units.run_here(lambda session: events.record(session, happened, now))
    units.run_here(lambda session: None)
    assert told == [[happened], []]
