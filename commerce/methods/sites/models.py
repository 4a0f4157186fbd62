"""Method sites that an admin has registered, and what was found there for a job that somebody named."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column
from sqlmodel import Field

from commerce.database import DecimalText, Table, UtcTime, identity, state_column
from commerce.states import Life, check_life

__all__ = [
    "JOB_LIFE", "SITE_LIFE", "Adapter", "FoundMethod", "JobSearch", "JobState", "MethodSite", "SiteState",
]  # fmt: skip


class Adapter(StrEnum):
    """How a site tells which pages it has for a job."""

    SEARCH_PAGE = "search_page"
    FEED = "feed"


class SiteState(StrEnum):
    ON = "on"
    OFF = "off"
    REMOVED = "removed"


SITE_LIFE: Life[SiteState] = {
    SiteState.ON: {SiteState.OFF, SiteState.REMOVED},
    SiteState.OFF: {SiteState.ON, SiteState.REMOVED},
    SiteState.REMOVED: {SiteState.ON},
}
check_life(SiteState, SITE_LIFE)


class MethodSite(Table, table=True):
    """`address` holds `{query}` where the site has a search page, else it is that of a feed or a sitemap.

    `trouble` is why it could not be asked the last time (a fetcher's reason), None since it answered.
    """

    __tablename__ = "method_site"
    id: UUID = identity()
    name: str = Field(max_length=80)
    host: str = Field(max_length=120)
    language: str = Field(max_length=8)
    adapter: Adapter = state_column(Adapter, Adapter.SEARCH_PAGE)
    address: str = Field(unique=True, max_length=400)
    state: SiteState = state_column(SiteState, SiteState.ON, index=True)
    trouble: str | None = Field(default=None, max_length=40)
    asked_at: datetime | None = Field(default=None, sa_type=UtcTime, nullable=True)
    created_at: datetime = Field(sa_type=UtcTime)


class JobState(StrEnum):
    """OFFERED: lists were found and can be chosen from, also again."""

    ASKING = "asking"
    OFFERED = "offered"
    NOTHING = "nothing"


JOB_LIFE: Life[JobState] = {
    JobState.ASKING: {JobState.OFFERED, JobState.NOTHING},
    JobState.OFFERED: set(),
    JobState.NOTHING: set(),
}
check_life(JobState, JOB_LIFE)


class JobSearch(Table, table=True):
    """A job that a person named without a page. `silent` are the names of sites that did not answer."""

    __tablename__ = "job_search"
    id: UUID = identity()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    job: str = Field(max_length=120)
    language: str = Field(max_length=8)
    servings: Decimal | None = Field(default=None, sa_type=DecimalText)
    state: JobState = state_column(JobState, JobState.ASKING)
    silent: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=UtcTime)


class FoundMethod(Table, table=True):
    """A list found for a job, the `n`th shown; `reading` is the whole of it (see `kept.py`)."""

    __tablename__ = "found_method"
    id: UUID = identity()
    search_id: UUID = Field(foreign_key="job_search.id", index=True)
    n: int
    site: str = Field(max_length=80)
    url: str
    title: str = Field(max_length=200)
    reading: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
