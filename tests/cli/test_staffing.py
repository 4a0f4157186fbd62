"""Roles given at the command line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.staff import CannotGrant, everyone, grant_to
from commerce.catalogue.models import Seller, SellerMember
from commerce.database import open_engine
from commerce.people.models import Person, Role
from commerce.people.service import arrive, roles_of
from commerce.tables import METADATA

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    engine = open_engine(f"sqlite:///{tmp_path / 'errand.sqlite'}")
    METADATA.create_all(engine)
    return Session(engine)


@pytest.fixture
def ada(session: Session) -> Person:
    return arrive(session, 17, "Ada", "en", NOW)


def test_a_person_becomes_admin_by_her_code(session: Session, ada: Person) -> None:
    assert grant_to(session, ada.code.lower(), Role.ADMIN, "") == "Ada"
    assert roles_of(session, ada.id) == {Role.CONSUMER, Role.ADMIN}
    assert everyone(session) == [f"{ada.code}  admin, consumer  Ada"]


def test_a_seller_speaks_for_her_shop_once_however_often_it_is_granted(session: Session, ada: Person) -> None:
    session.add(Seller(key="corner", name="Corner shop"))
    session.flush()
    for _ in range(2):
        grant_to(session, ada.code, Role.SELLER, "corner")
    assert len(session.exec(select(SellerMember)).all()) == 1


@pytest.mark.parametrize(
    ("code", "role", "of", "says"),
    [
        ("NOBODY", Role.ADMIN, "", "errand people"),
        (None, Role.SELLER, "", "none are registered"),
        (None, Role.CARRIER, "nowhere", "--of is one of"),
        (None, Role.ADMIN, "corner", "sellers and carriers"),
    ],
)
def test_what_cannot_be_granted_is_said_and_nothing_changes(
    session: Session, ada: Person, code: str | None, role: Role, of: str, says: str
) -> None:
    with pytest.raises(CannotGrant, match=says):
        grant_to(session, code or ada.code, role, of)
    assert roles_of(session, ada.id) == {Role.CONSUMER}
