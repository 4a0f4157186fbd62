"""The scheduler does what is due, tries again, gives up and says so; nothing is done twice."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import Session, select

from commerce import due
from commerce.database import Units, open_engine
from commerce.due import MOST_TRIES, DueState, DueWork
from commerce.tables import METADATA
from scheduler.working import Runner, Scheduler

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


class Away(Exception):
    """Something outside is down."""


class Stage:
    """Units, a clock that stands, and what was done."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.now = NOW
        self.done: list[str] = []
        self.told: list[str] = []
        self.failures = 0

    async def work(self, work: DueWork) -> None:
        if self.failures:
            self.failures -= 1
            raise Away
        self.done.append(work.key)

    def tell(self, session: Session, work: DueWork) -> None:
        self.told.append(work.key)

    async def promise(self, key: str, after: timedelta = timedelta(), kind: str = "work") -> None:
        await self.units.run(lambda session: due.promise(session, kind, uuid4(), NOW + after, key=key))

    def scheduler(self, **more: Runner) -> Scheduler:
        made = Scheduler(self.units, lambda: self.now, {"work": self.work, **more}, {"work": self.tell})
        self.units.after_commit = lambda _stirred: made.wake()
        made.start()
        return made


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    engine = open_engine(f"sqlite:///{tmp_path / 'errand.sqlite'}")
    METADATA.create_all(engine)
    units = Units(engine)
    yield Stage(units)
    units.close()


@pytest.fixture
async def running(stage: Stage) -> AsyncIterator[Scheduler]:
    scheduler = stage.scheduler()
    yield scheduler
    await scheduler.stop()


async def test_due_work_is_done_once(stage: Stage, running: Scheduler) -> None:
    await stage.promise("a")
    await stage.promise("b", timedelta(minutes=5))
    await running.idle()
    await running.idle()
    assert stage.done == ["a"]
    assert await running.next_due() == NOW + timedelta(minutes=5)
    stage.now += timedelta(minutes=5)
    await running.idle()
    assert stage.done == ["a", "b"]


async def test_work_that_fails_is_tried_again_after_its_pause(stage: Stage, running: Scheduler) -> None:
    stage.failures = 1
    await stage.promise("a")
    await running.idle()
    assert stage.done == []
    assert await running.next_due() == NOW + timedelta(seconds=2)
    stage.now += timedelta(seconds=2)
    await running.idle()
    assert stage.done == ["a"]


async def test_work_tried_in_vain_is_given_up_and_told_once(stage: Stage, running: Scheduler) -> None:
    stage.failures = 10**6
    await stage.promise("a")
    for _ in range(MOST_TRIES + 2):
        await running.idle()
        stage.now += timedelta(hours=1)
    assert stage.told == ["a"]
    assert stage.done == []
    assert await running.next_due() is None


async def test_work_is_given_up_once_that_could_be_told(stage: Stage) -> None:
    def tell(session: Session, work: DueWork) -> None:
        if stage.now < NOW + timedelta(days=2):
            raise Away
        stage.told.append(work.key)

    stage.failures = 10**6
    scheduler = Scheduler(stage.units, lambda: stage.now, {"work": stage.work}, {"work": tell})
    scheduler.start()
    await stage.promise("a")
    for _ in range(MOST_TRIES + 2):
        await scheduler.idle()
        stage.now += timedelta(hours=1)
    assert (stage.told, await scheduler.next_due() is None) == ([], False)
    stage.now += timedelta(days=2)
    await scheduler.idle()
    await scheduler.stop()
    assert (stage.told, await scheduler.next_due()) == (["a"], None)


async def test_a_telling_that_breaks_off_is_told_once(stage: Stage) -> None:
    """What is told and that the work is given up stand in one unit: whatever happens between the two, both
    are there or neither."""
    breaks = [True, False]

    def tell(session: Session, work: DueWork) -> None:
        assert session.get_one(DueWork, work.id).state is DueState.GIVEN_UP, "told in a unit of its own"
        due.promise(session, "said", work.subject_id, NOW, key=f"said: {uuid4()}")
        session.flush()
        if breaks.pop(0):
            raise Away

    def said(session: Session) -> tuple[int, DueState]:
        work = session.exec(select(DueWork).where(DueWork.key == "a")).one()
        return len(session.exec(select(DueWork).where(DueWork.kind == "said")).all()), work.state

    stage.failures = 10**6
    scheduler = Scheduler(stage.units, lambda: stage.now, {"work": stage.work}, {"work": tell})
    scheduler.start()
    await stage.promise("a")
    for _ in range(MOST_TRIES):
        await scheduler.idle()
        assert await stage.units.run(said) == (0, DueState.WAITING)
        stage.now += timedelta(hours=1)
    await scheduler.idle()
    await scheduler.stop()
    assert await stage.units.run(said) == (1, DueState.GIVEN_UP)


async def test_what_an_earlier_process_did_not_come_to_tell_is_told_by_the_next(stage: Stage) -> None:
    """The work is not tried once more: it may be done by then, and told as given up all the same."""
    await stage.promise("a")

    def tried_in_vain(session: Session) -> None:
        work = session.exec(select(DueWork)).one()
        for _ in range(MOST_TRIES):
            due.postpone(session, work.id, NOW, "away", awaited=True)

    await stage.units.run(tried_in_vain)
    for _ in range(2):
        scheduler = stage.scheduler()
        await scheduler.idle()
        await scheduler.stop()
    assert (stage.told, stage.done) == (["a"], [])


async def test_work_of_an_unknown_kind_harms_no_other(stage: Stage, running: Scheduler) -> None:
    await stage.promise("strange", kind="nobody does this")
    await stage.promise("a")
    await running.idle()
    assert stage.done == ["a"]


async def test_work_under_way_when_the_process_stops_is_done_by_the_next(stage: Stage) -> None:
    began = asyncio.Event()

    async def never_ends(work: DueWork) -> None:
        began.set()
        await asyncio.Event().wait()

    killed = stage.scheduler(slow=never_ends)
    await stage.promise("a", kind="slow")
    await asyncio.wait_for(began.wait(), 10)
    await killed.stop()

    again = stage.scheduler(slow=stage.work)
    await again.idle()
    await again.stop()
    assert stage.done == ["a"]
    rows = await stage.units.run(lambda session: due.take(session, NOW + timedelta(days=1)))
    assert [row for row in rows if row.state is DueState.WAITING] == []


async def test_regular_work_is_done_again_and_again(stage: Stage, running: Scheduler) -> None:
    done = asyncio.Event()
    count: Callable[[], int] = iter(range(10)).__next__

    async def look() -> None:
        if count() == 2:
            done.set()

    running.every(0.01, look, "look again")
    await asyncio.wait_for(done.wait(), 10)
