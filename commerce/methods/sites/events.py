from dataclasses import dataclass
from uuid import UUID

from commerce.events import Event

__all__ = ["JobAnswered", "JobNamed", "SiteChecked"]


@dataclass(frozen=True)
class JobNamed(Event):
    """Sites are asked for a job."""

    person_id: UUID
    search_id: UUID


@dataclass(frozen=True)
class JobAnswered(Event):
    """The sites have answered, with lists or without."""

    person_id: UUID
    search_id: UUID


@dataclass(frozen=True)
class SiteChecked(Event):
    """A site that `person_id` registered was asked for the first time; `pages` were found."""

    person_id: UUID
    site_id: UUID
    pages: int
