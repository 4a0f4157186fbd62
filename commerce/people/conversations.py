"""Talking to a person of the shop: opened, taken by one admin, ended by either side or by silence."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.people.events import (
    ConversationClosed,
    ConversationOpened,
    ConversationTaken,
    ConversationWaits,
)
from commerce.people.models import (
    CONVERSATION_LIFE,
    Conversation,
    ConversationState,
    Person,
)
from commerce.states import move

__all__ = [
    "LOOK_AFTER", "TakenAlready", "close_conversation", "conversation_of", "conversations_of_admin",
    "leave_conversations", "locked_conversation", "look_after", "open_conversation", "open_conversations",
    "take_conversation", "words_were_passed",
]  # fmt: skip

LOOK_AFTER = "look_after_talk"
"""The kind of due work that looks after a conversation: is somebody there, is anything said?"""
TOLD_AFTER = timedelta(minutes=10)
UNANSWERED_AFTER = timedelta(hours=24)
SILENT_AFTER = timedelta(hours=2)
LONGEST_OPENING = 300


@dataclass
class TakenAlready(Exception):
    """Another admin was first."""

    conversation: Conversation


def open_conversation(session: Session, person: Person, opening: str, now: datetime) -> Conversation:
    """Her open conversation: the one that is going, or a new one that waits for an admin."""
    going = conversation_of(session, person.id)
    if going is not None:
        return going
    conversation = Conversation(
        person_id=person.id,
        open_for=person.id,
        opening=opening[:LONGEST_OPENING],
        opened_at=now,
        last_words_at=now,
    )
    session.add(conversation)
    session.flush()
    _look_later(session, conversation, now + TOLD_AFTER)
    events.record(session, ConversationOpened(conversation.id, subjects=(conversation.id, person.id)), now)
    return conversation


def take_conversation(session: Session, conversation: Conversation, admin: Person, now: datetime) -> None:
    """The first admin has it. Raises TakenAlready; taking one's own again does nothing."""
    if conversation.state is ConversationState.TAKEN and conversation.admin_id == admin.id:
        return
    if conversation.state is not ConversationState.WAITING:
        raise TakenAlready(conversation)
    conversation.state = move(CONVERSATION_LIFE, "conversation", conversation.state, ConversationState.TAKEN)
    conversation.admin_id, conversation.last_words_at = admin.id, now
    session.add(conversation)
    _look_later(session, conversation, now + SILENT_AFTER)
    event = ConversationTaken(conversation.id, admin.id, subjects=(conversation.id, conversation.person_id))
    events.record(session, event, now)


def words_were_passed(session: Session, conversation: Conversation, now: datetime) -> None:
    """Somebody has said something: it is not silent."""
    conversation.last_words_at = now
    session.add(conversation)


def close_conversation(session: Session, conversation: Conversation, why: str, now: datetime) -> None:
    """End it; what is over already stays as it ended."""
    if conversation.state is ConversationState.CLOSED:
        return
    conversation.state = move(CONVERSATION_LIFE, "conversation", conversation.state, ConversationState.CLOSED)
    conversation.open_for, conversation.closed_at, conversation.closed_why = None, now, why
    session.add(conversation)
    subjects = (conversation.id, conversation.person_id)
    events.record(session, ConversationClosed(conversation.id, why, subjects=subjects), now)


def leave_conversations(session: Session, person_id: UUID, now: datetime) -> None:
    """This person cannot be reached any more: her own conversation ends, those she had taken wait again."""
    own = conversation_of(session, person_id)
    if own is not None:
        close_conversation(session, own, "lost", now)
    for taken in conversations_of_admin(session, person_id):
        taken.state = move(CONVERSATION_LIFE, "conversation", taken.state, ConversationState.WAITING)
        taken.admin_id, taken.opened_at = None, now
        session.add(taken)
        _look_later(session, taken, now + TOLD_AFTER)
        subjects = (taken.id, taken.person_id)
        events.record(session, ConversationOpened(taken.id, again=True, subjects=subjects), now)


def look_after(session: Session, conversation_id: UUID, now: datetime) -> None:
    """Due work: tell who waits, end what nobody takes or where nothing is said; look again if it goes on."""
    conversation = locked_conversation(session, conversation_id)
    if conversation is None or conversation.state is ConversationState.CLOSED:
        return
    if conversation.state is ConversationState.WAITING:
        gives_up_at = conversation.opened_at + UNANSWERED_AFTER
        if now >= gives_up_at:
            close_conversation(session, conversation, "unanswered", now)
        elif now >= conversation.opened_at + TOLD_AFTER:
            subjects = (conversation.id, conversation.person_id)
            events.record(session, ConversationWaits(conversation.id, subjects=subjects), now)
            _look_later(session, conversation, gives_up_at)
    else:
        silent_at = conversation.last_words_at + SILENT_AFTER
        if now >= silent_at:
            close_conversation(session, conversation, "silent", now)
        else:
            _look_later(session, conversation, silent_at)


def locked_conversation(session: Session, conversation_id: UUID) -> Conversation | None:
    """The conversation as it is now, kept from other units: of two admins who take it one is first."""
    query = select(Conversation).where(Conversation.id == conversation_id).with_for_update()
    return session.exec(query, execution_options={"populate_existing": True}).first()


def conversation_of(session: Session, person_id: UUID) -> Conversation | None:
    """The conversation that this person has opened and that is not over."""
    return session.exec(select(Conversation).where(Conversation.open_for == person_id)).first()


def conversations_of_admin(session: Session, admin_id: UUID) -> list[Conversation]:
    """Those that this admin has taken and that are not over, the oldest first."""
    taken = (Conversation.admin_id == admin_id) & (Conversation.state == ConversationState.TAKEN)
    return list(session.exec(select(Conversation).where(taken).order_by(col(Conversation.opened_at))))


def open_conversations(session: Session) -> list[Conversation]:
    """All that are not over, the oldest first."""
    query = select(Conversation).where(Conversation.state != ConversationState.CLOSED)
    return list(session.exec(query.order_by(col(Conversation.opened_at))))


def _look_later(session: Session, conversation: Conversation, at: datetime) -> None:
    """Each look is work of its own: one that is done cannot be promised again."""
    key = f"{LOOK_AFTER}:{conversation.id}:{at:%Y%m%dT%H%M%S.%f}"
    due.promise(session, LOOK_AFTER, conversation.id, at, key=key)
