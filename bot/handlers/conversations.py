"""Handling of talk between people: somebody asks for a person, an admin takes it, words go to and fro."""

from uuid import UUID

from sqlmodel import Session

from bot import commands as c
from bot.messages import Message
from bot.turn import NotYours, Refusal, Turn
from bot.views.conversations import (
    conversations_card,
    nobody_card,
    passed_on,
    said_slot,
    waiting_card,
    which_conversation_card,
)
from commerce.people.conversations import (
    TakenAlready,
    close_conversation,
    conversation_of,
    conversations_of_admin,
    locked_conversation,
    open_conversation,
    open_conversations,
    take_conversation,
    words_were_passed,
)
from commerce.people.models import Conversation, ConversationState, Person, Role
from commerce.people.service import persons_with

__all__ = ["conversations_before", "handle_conversation"]

LONGEST_IN_ONE = 3_500
"""Characters of a text that fit below the line that says whose they are; longer ones are copied."""


def handle_conversation(turn: Turn, command: c.ConversationCommand) -> None:
    match command:
        case c.TalkToHuman(text=text):
            _ask_for_a_person(turn, text)
        case c.ShowConversations():
            turn.must_be(Role.ADMIN)
            card = conversations_card(turn.stage, turn.person, open_conversations(turn.session))
            turn.reply(card, slot="talks", fresh=turn.message_id is None)
        case c.TakeConversation(conversation_id=conversation_id):
            _take(turn, conversation_id)
        case c.EndConversation(conversation_id=conversation_id):
            _end(turn, conversation_id)
        case c.PassOn():
            _pass_on(turn, command)


def conversations_before(
    session: Session, person: Person, roles: frozenset[Role], replied: UUID | None
) -> tuple[UUID | None, int]:
    """To which conversation her words go now, and how many it could be.

    What an admin writes goes to the one that she replies to; without a reply to the only one that she has.
    Of several, none is guessed: (None, 2).
    """
    own = conversation_of(session, person.id)
    if own is not None and own.state is ConversationState.TAKEN:
        return own.id, 1
    if Role.ADMIN not in roles:
        return None, 0
    if replied is not None:
        return replied, 1
    taken = conversations_of_admin(session, person.id)
    return (taken[0].id if len(taken) == 1 else None), len(taken)


def _ask_for_a_person(turn: Turn, text: str) -> None:
    going = conversation_of(turn.session, turn.person.id)
    if going is not None and going.state is ConversationState.TAKEN:
        turn.reply(Message(turn.words("talk-going")))
        return
    conversation = going or open_conversation(turn.session, turn.person, text, turn.now)
    admins = [admin for admin in persons_with(turn.session, Role.ADMIN) if admin.id != turn.person.id]
    if any(admin.reachable for admin in admins):
        turn.reply(waiting_card(turn.stage, turn.person, conversation, again=going is not None))
    else:
        turn.reply(nobody_card(turn.stage, turn.person, conversation))


def _take(turn: Turn, conversation_id: UUID) -> None:
    turn.must_be(Role.ADMIN)
    conversation = _known(turn, conversation_id)
    if conversation.person_id == turn.person.id:
        raise Refusal("talk-your-own")
    try:
        take_conversation(turn.session, conversation, turn.person, turn.now)
    except TakenAlready:
        over = conversation.state is ConversationState.CLOSED
        raise Refusal("talk-over" if over else "talk-taken-already") from None


def _end(turn: Turn, conversation_id: UUID | None) -> None:
    """Either side ends it; an admin with several says which."""
    if conversation_id is not None:
        conversation = _known(turn, conversation_id)
        if turn.person.id not in {conversation.person_id, conversation.admin_id}:
            raise NotYours
    else:
        own = conversation_of(turn.session, turn.person.id)
        mine = [own] if own is not None else conversations_of_admin(turn.session, turn.person.id)
        if not mine:
            raise Refusal("talk-none")
        if len(mine) > 1:
            turn.reply(which_conversation_card(turn.stage, turn.person, mine, None))
            return
        conversation = _known(turn, mine[0].id)
    if conversation.state is ConversationState.CLOSED:
        raise Refusal("talk-over")
    side = "person" if conversation.person_id == turn.person.id else "admin"
    close_conversation(turn.session, conversation, side, turn.now)


def _pass_on(turn: Turn, command: c.PassOn) -> None:
    """To the other side: text below a line that says from whom, anything else as a copy below that line."""
    if command.conversation_id is None:
        mine = conversations_of_admin(turn.session, turn.person.id)
        card = which_conversation_card(turn.stage, turn.person, mine, command.message_id)
        turn.reply(card, slot=f"which:{command.message_id}")
        return
    conversation = _known(turn, command.conversation_id)
    if turn.person.id not in {conversation.person_id, conversation.admin_id}:
        raise Refusal("talk-not-yours-now")
    if conversation.state is not ConversationState.TAKEN or conversation.admin_id is None:
        raise Refusal("talk-over")
    by_admin = turn.person.id == conversation.admin_id
    to = turn.session.get_one(Person, conversation.person_id if by_admin else conversation.admin_id)
    words_were_passed(turn.session, conversation, turn.now)
    text = command.text if len(command.text) <= LONGEST_IN_ONE else ""
    messages = passed_on(
        turn.stage, to, turn.person, (turn.person.account, command.message_id), text, by_admin=by_admin
    )
    for n, message in enumerate(messages):
        turn.stage.show(to, message, slot=said_slot(conversation, command.message_id, n))
    if turn.message_id is not None:  # chosen by a button: say where it went
        sent = turn.words("talk-sent-to", name=to.name, code=to.code)
        turn.reply(Message(sent), slot=f"which:{command.message_id}")


def _known(turn: Turn, conversation_id: UUID) -> Conversation:
    conversation = locked_conversation(turn.session, conversation_id)
    if conversation is None:
        raise NotYours
    return conversation
