"""Persons are known on arrival; their roles, language and priority; what each has before her."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import events
from commerce.people.events import PersonArrived, PersonLost
from commerce.people.models import Focus, FocusKind, Person, PersonRole, Role

__all__ = [
    "arrive", "focus_of", "focus_on", "grant", "lose", "person_of", "persons_with", "return_from_aside",
    "roles_of", "search_aside",
]  # fmt: skip


def arrive(session: Session, account: int, name: str, language: str, now: datetime) -> Person:
    """The person behind a messenger account: found, or created as a consumer."""
    person = person_of(session, account)
    if person is None:
        person = Person(account=account, name=name[:120] or "?", language=language, created_at=now)
        session.add(person)
        session.flush()
        grant(session, person.id, Role.CONSUMER)
        events.record(session, PersonArrived(person.id, subjects=(person.id,)), now)
    elif not person.reachable:
        person.reachable = True
        session.add(person)
    return person


def lose(session: Session, person: Person, now: datetime) -> None:
    """Messages do not reach her any more, until she writes again."""
    if person.reachable:
        person.reachable = False
        session.add(person)
        session.flush()
        events.record(session, PersonLost(person.id, subjects=(person.id,)), now)


def person_of(session: Session, account: int) -> Person | None:
    return session.exec(select(Person).where(Person.account == account)).first()


def grant(session: Session, person_id: UUID, role: Role) -> None:
    if session.get(PersonRole, (person_id, role)) is None:
        session.add(PersonRole(person_id=person_id, role=role))
        session.flush()


def roles_of(session: Session, person_id: UUID) -> frozenset[Role]:
    rows = session.exec(select(PersonRole).where(PersonRole.person_id == person_id))
    return frozenset(row.role for row in rows)


def persons_with(session: Session, role: Role) -> list[Person]:
    query = (
        select(Person)
        .join(PersonRole, col(PersonRole.person_id) == col(Person.id))
        .where(PersonRole.role == role)
        .order_by(col(Person.created_at))
    )
    return list(session.exec(query))


def focus_of(session: Session, person_id: UUID) -> Focus:
    """What is before the person; nothing at first."""
    return session.get(Focus, person_id) or Focus(person_id=person_id, facts={})


def focus_on(
    session: Session,
    person_id: UUID,
    kind: FocusKind,
    subject: UUID | None = None,
    *,
    asks: str | None = None,
    **facts: Any,
) -> None:
    """Put something before the person; `asks` leaves a question open."""
    focus = focus_of(session, person_id)
    focus.kind, focus.subject_id, focus.asks, focus.facts = kind, subject, asks, facts
    session.add(focus)


def search_aside(session: Session, person_id: UUID, query: str, *, asks: str | None = None) -> None:
    """A search comes before the person; what was there is kept behind it."""
    focus = focus_of(session, person_id)
    if focus.kind is FocusKind.SEARCH:
        behind = {name: focus.facts[name] for name in ("behind", "behind_id") if name in focus.facts}
    elif focus.subject_id is not None:
        behind = {"behind": focus.kind.value, "behind_id": str(focus.subject_id)}
    else:
        behind = {}
    focus_on(session, person_id, FocusKind.SEARCH, None, asks=asks, query=query, **behind)


def return_from_aside(session: Session, person_id: UUID) -> None:
    """What was before the person when she began to search is before her again; a question stays open."""
    focus = focus_of(session, person_id)
    behind, subject = focus.facts.get("behind"), focus.facts.get("behind_id")
    if focus.kind is FocusKind.SEARCH and behind and subject:
        focus_on(session, person_id, FocusKind(behind), UUID(subject), asks=focus.asks)
