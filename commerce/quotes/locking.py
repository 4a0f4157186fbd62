"""A round as it stands, kept from other units. Whoever answers, closes or proposes begins here."""

from uuid import UUID

from sqlmodel import Session, select

from commerce.quotes.models import Inquiry, Round

__all__ = ["locked_round"]


def locked_round(session: Session, round_id: UUID) -> Round:
    """The round and its inquiries as they are now; other units wait until this one ends.

    `key_share`: rows that refer to the round can be written meanwhile, so that two units that did so do not
    wait for each other here.
    """
    now_so = {"populate_existing": True}
    round_query = select(Round).where(Round.id == round_id).with_for_update(key_share=True)
    asked = session.exec(round_query, execution_options=now_so).one()
    session.exec(select(Inquiry).where(Inquiry.round_id == round_id), execution_options=now_so).all()
    return asked
