"""Two units at once, on PostgreSQL: both have read what they act on before either of them acts."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

__all__ = ["ON_POSTGRES", "Act", "at_once"]

LONGEST_WAIT_SECONDS = 60

Act = Callable[[Session], Callable[[], None]]
"""Reads what it needs, and gives back what then is to be done in the same unit."""

ON_POSTGRES = pytest.mark.parametrize(
    "engine", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
"""SQLite has one writer: there, no two units run at once."""


def at_once(engine: Engine, *acts: Act) -> list[BaseException | None]:
    """What each unit was refused with; None where it was committed."""
    everybody = Barrier(len(acts), timeout=LONGEST_WAIT_SECONDS)

    def unit(act: Act) -> None:
        with Session(engine, expire_on_commit=False) as session:
            do = act(session)
            everybody.wait()
            do()
            session.commit()

    with ThreadPoolExecutor(max_workers=len(acts)) as threads:
        return [done.exception() for done in [threads.submit(unit, act) for act in acts]]
