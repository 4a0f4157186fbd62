"""Who has come to the shop, and roles given by whoever runs it."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session, col, select

from commerce.catalogue.models import Seller, SellerMember
from commerce.delivery.models import Carrier, CarrierMember
from commerce.people.models import Person, Role
from commerce.people.service import grant, roles_of

__all__ = ["CannotGrant", "everyone", "grant_to"]


class CannotGrant(Exception):
    """The role cannot be given; the words say why."""


def everyone(session: Session) -> list[str]:
    """A line for each person: code, roles, name; who came first stands first."""
    people = session.exec(select(Person).order_by(col(Person.created_at)))
    return [f"{who.code}  {', '.join(sorted(roles_of(session, who.id)))}  {who.name}" for who in people]


def grant_to(session: Session, code: str, role: Role, of: str = "") -> str:
    """Give a role to the person with this code; her name. A seller or carrier speaks for the one named `of`.

    Raises CannotGrant.
    """
    person = session.exec(select(Person).where(Person.code == code.upper())).first()
    if person is None:
        raise CannotGrant(f"Nobody here has the code {code}: `errand people` lists everyone.")
    if role is Role.SELLER:
        sellers = {seller.key: seller.id for seller in session.exec(select(Seller))}
        session.merge(SellerMember(seller_id=_one_of(sellers, of), person_id=person.id))
    elif role is Role.CARRIER:
        carriers = {carrier.key: carrier.id for carrier in session.exec(select(Carrier))}
        session.merge(CarrierMember(carrier_id=_one_of(carriers, of), person_id=person.id))
    elif of:
        raise CannotGrant(f"--of is for sellers and carriers, not for {role}.")
    grant(session, person.id, role)
    return person.name


def _one_of(known: Mapping[str, UUID], key: str) -> UUID:
    if key not in known:
        raise CannotGrant(f"For whom? --of is one of: {', '.join(sorted(known)) or 'none are registered'}.")
    return known[key]
