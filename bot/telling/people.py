"""Talk between people -> messages: admins' cards, and what the person who asked is told."""

from bot.commands import EndConversation, TalkToHuman
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.conversations import conversation_card, conversation_slot, taken_card
from commerce.events import Event
from commerce.people.conversations import leave_conversations
from commerce.people.events import (
    ConversationClosed,
    ConversationOpened,
    ConversationTaken,
    ConversationWaits,
    PersonLost,
)
from commerce.people.models import Conversation, Person, Role
from commerce.people.service import persons_with

__all__ = ["tell_conversation"]


def tell_conversation(stage: Stage, event: Event) -> None:
    """Post what an event of a conversation means to whom."""
    match event:
        case PersonLost(person_id=person_id):
            leave_conversations(stage.session, person_id, stage.now)
        case ConversationOpened(conversation_id=conversation_id, again=again):
            conversation, person = _of(stage, conversation_id)
            _show_admins(stage, conversation, person, fresh=True)
            if again:
                stage.show(person, Message(stage.words(person)("talk-waits-again")))
        case ConversationTaken(conversation_id=conversation_id):
            conversation, person = _of(stage, conversation_id)
            _show_admins(stage, conversation, person)
            stage.show(person, taken_card(stage, person, conversation))
        case ConversationWaits(conversation_id=conversation_id):
            _waits(stage, *_of(stage, conversation_id))
        case ConversationClosed(conversation_id=conversation_id, why=why):
            _closed(stage, *_of(stage, conversation_id), why)


def _of(stage: Stage, conversation_id: object) -> tuple[Conversation, Person]:
    conversation = stage.session.get_one(Conversation, conversation_id)
    return conversation, stage.session.get_one(Person, conversation.person_id)


def _show_admins(stage: Stage, conversation: Conversation, person: Person, *, fresh: bool = False) -> None:
    """Every admin's card, in place; not for somebody who asks for a person and is an admin herself."""
    for admin in persons_with(stage.session, Role.ADMIN):
        if admin.id != person.id:
            card = conversation_card(stage, admin, conversation)
            stage.show(admin, card, slot=conversation_slot(conversation), fresh=fresh)


def _waits(stage: Stage, conversation: Conversation, person: Person) -> None:
    """Nobody has come yet: said to her, and to the admins once more."""
    words = stage.words(person)
    stop = Button(words.plain("button-talk-stop"), EndConversation(conversation.id))
    stage.show(person, Message(words("talk-nobody-yet"), ((stop,),)))
    _show_admins(stage, conversation, person, fresh=True)


def _closed(stage: Stage, conversation: Conversation, person: Person, why: str) -> None:
    """Both sides hear that it is over and why; the shop reads the person's words again."""
    words = stage.words(person)
    ask_again = ((Button(words.plain("button-human"), TalkToHuman()),),)
    never_taken = conversation.admin_id is None
    key = "talk-ended-waiting" if never_taken and why == "person" else "talk-ended"
    text = words(key, why=why, shop=stage.settings.shop.name)
    stage.show(person, Message(text, () if why == "person" else ask_again))
    _show_admins(stage, conversation, person)
    if conversation.admin_id is not None:
        admin = stage.session.get_one(Person, conversation.admin_id)
        stage.show(
            admin,
            Message(stage.words(admin)("talk-ended-admin", why=why, name=person.name, code=person.code)),
        )
