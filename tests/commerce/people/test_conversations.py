"""Conversations with a person of the shop: one at a time, one admin each, never without an end."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from commerce.due import DueState, DueWork
from commerce.people.conversations import (
    LOOK_AFTER,
    SILENT_AFTER,
    TOLD_AFTER,
    UNANSWERED_AFTER,
    TakenAlready,
    close_conversation,
    conversation_of,
    conversations_of_admin,
    leave_conversations,
    locked_conversation,
    look_after,
    open_conversation,
    take_conversation,
    words_were_passed,
)
from commerce.people.models import Conversation, ConversationState, Person
from commerce.people.service import arrive
from tests.commerce.at_once import ON_POSTGRES, at_once


def people(session: Session, now: datetime) -> tuple[Person, Person, Person]:
    """Ada who asks, and two admins."""
    return (
        arrive(session, 1, "Ada", "en", now),
        arrive(session, 2, "Vera", "en", now),
        arrive(session, 3, "Robert", "en", now),
    )


@pytest.mark.feature("X15")
def test_who_asks_twice_has_one_conversation(session: Session, now: datetime) -> None:
    ada, _, _ = people(session, now)
    first = open_conversation(session, ada, "help!", now)
    assert open_conversation(session, ada, "hello?", now).id == first.id
    close_conversation(session, first, "person", now)
    assert conversation_of(session, ada.id) is None
    assert open_conversation(session, ada, "again", now).id != first.id


@pytest.mark.feature("X15")
def test_the_first_admin_has_it(session: Session, now: datetime) -> None:
    ada, vera, robert = people(session, now)
    conversation = open_conversation(session, ada, "", now)
    take_conversation(session, conversation, vera, now)
    take_conversation(session, conversation, vera, now)
    with pytest.raises(TakenAlready):
        take_conversation(session, conversation, robert, now)
    assert conversations_of_admin(session, vera.id) == [conversation]
    close_conversation(session, conversation, "admin", now)
    with pytest.raises(TakenAlready):
        take_conversation(session, conversation, robert, now)


@pytest.mark.feature("X15")
def test_looking_after_ends_what_is_silent_and_what_nobody_takes(session: Session, now: datetime) -> None:
    ada, vera, _ = people(session, now)
    waiting = open_conversation(session, ada, "", now)
    look_after(session, waiting.id, now + TOLD_AFTER)
    assert waiting.state is ConversationState.WAITING
    look_after(session, waiting.id, now + UNANSWERED_AFTER)
    assert (waiting.state, waiting.closed_why) == (ConversationState.CLOSED, "unanswered")

    taken = open_conversation(session, ada, "", now)
    take_conversation(session, taken, vera, now)
    words_were_passed(session, taken, now + SILENT_AFTER / 2)
    look_after(session, taken.id, now + SILENT_AFTER)
    assert taken.state is ConversationState.TAKEN
    look_after(session, taken.id, now + SILENT_AFTER * 3 / 2)
    assert (taken.state, taken.closed_why) == (ConversationState.CLOSED, "silent")


def test_whatever_goes_on_is_looked_after_again(session: Session, now: datetime) -> None:
    """Also where the work that looks is marked as done afterwards, as the scheduler does."""
    ada, vera, _ = people(session, now)
    conversation = open_conversation(session, ada, "", now)
    take_conversation(session, conversation, vera, now)
    words_were_passed(session, conversation, now + SILENT_AFTER / 2)
    for work in session.exec(select(DueWork).where(DueWork.kind == LOOK_AFTER)):
        work.state = DueState.DONE
        session.add(work)
    look_after(session, conversation.id, now + SILENT_AFTER)
    ahead = session.exec(select(DueWork).where(DueWork.state == DueState.WAITING)).all()
    assert [work.due_at for work in ahead] == [now + SILENT_AFTER * 3 / 2]


@pytest.mark.feature("X15")
def test_who_is_lost_ends_her_own_and_gives_back_what_she_had_taken(session: Session, now: datetime) -> None:
    ada, vera, robert = people(session, now)
    own = open_conversation(session, vera, "", now)
    taken = open_conversation(session, ada, "", now)
    take_conversation(session, taken, vera, now)
    leave_conversations(session, vera.id, now)
    assert (own.state, own.closed_why) == (ConversationState.CLOSED, "lost")
    assert (taken.state, taken.admin_id) == (ConversationState.WAITING, None)
    take_conversation(session, taken, robert, now)
    assert taken.admin_id == robert.id


@ON_POSTGRES
def test_of_two_admins_at_once_one_is_first(engine: Engine, session: Session, now: datetime) -> None:
    ada, *admins = people(session, now)
    conversation_id = open_conversation(session, ada, "", now).id
    session.commit()

    def taking(admin_id: object) -> Callable[[Session], Callable[[], None]]:
        def act(unit: Session) -> Callable[[], None]:
            read = unit.get_one(Conversation, conversation_id)
            admin = unit.get_one(Person, admin_id)

            def then() -> None:
                now_so = locked_conversation(unit, read.id)
                assert now_so is not None
                take_conversation(unit, now_so, admin, now)

            return then

        return act

    refused = at_once(engine, *(taking(admin.id) for admin in admins))
    assert sorted(type(error).__name__ for error in refused) == ["NoneType", "TakenAlready"]
