"""Everything for sale with its search index, kept in memory for one revision of the catalogue.

Reading and indexing 500 items takes some 200 ms; a person who ticks her list must not wait for it each
time. Only what the revision covers is kept: stock is always asked of the database.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.orm import make_transient
from sqlmodel import Session

from commerce.catalogue.models import Item
from commerce.catalogue.revision import revision_of
from commerce.catalogue.service import items_for_sale
from commerce.matching.matching import Candidate, Matcher

__all__ = ["Shelf", "shelf_of"]


@dataclass(frozen=True)
class Shelf:
    """The items for sale, indexed in all and by seller. They are detached: do not read their stock."""

    revision: int
    items: Mapping[UUID, Item]
    by_seller: Mapping[UUID, Matcher]
    everything: Matcher


_kept: "WeakKeyDictionary[Engine, Shelf]" = WeakKeyDictionary()


def shelf_of(session: Session) -> Shelf:
    """The shelf of the catalogue as it is now."""
    engine = session.get_bind().engine
    revision = revision_of(session)
    kept = _kept.get(engine)
    if kept is None or kept.revision != revision:
        kept = _kept[engine] = _indexed(session, revision)
    return kept


def _indexed(session: Session, revision: int) -> Shelf:
    items = items_for_sale(session)
    of_seller: dict[UUID, list[Candidate]] = defaultdict(list)
    for item in items:
        session.expunge(item)
        make_transient(item)
        of_seller[item.seller_id].append(_candidate(item))
    return Shelf(
        revision=revision,
        items={item.id: item for item in items},
        by_seller={seller_id: Matcher(own) for seller_id, own in of_seller.items()},
        everything=Matcher([candidate for own in of_seller.values() for candidate in own]),
    )


def _candidate(item: Item) -> Candidate:
    return Candidate(
        item_id=item.id,
        title=item.title,
        other_names=tuple(item.other_names),
        category=item.category,
        family=item.family,
        pack=item.pack,
    )
