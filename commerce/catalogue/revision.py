"""The catalogue's revision: a number that grows with every change of an item, so that what is derived from
the catalogue (the search index) can be kept in memory and is still never out of date."""

from sqlmodel import Field, Session

from commerce.database import Table

__all__ = ["CatalogueRevision", "catalogue_changed", "revision_of"]

ONLY = 1


class CatalogueRevision(Table, table=True):
    """One row."""

    __tablename__ = "catalogue_revision"
    id: int = Field(default=ONLY, primary_key=True)
    number: int = 0


def revision_of(session: Session) -> int:
    row = session.get(CatalogueRevision, ONLY)
    return row.number if row else 0


def catalogue_changed(session: Session) -> None:
    """Call it in the unit that lists or changes items, or suspends a seller. Stock does not count."""
    row = session.get(CatalogueRevision, ONLY, with_for_update=True) or CatalogueRevision(number=0)
    row.number += 1
    session.add(row)
