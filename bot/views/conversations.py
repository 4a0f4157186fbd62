"""What is shown of talk between people: the card for admins, what waits, and words passed on."""

from collections.abc import Sequence
from typing import Any

from bot import inbox
from bot.commands import (
    AdminOrderHistory,
    EndConversation,
    Help,
    PassOn,
    ShowConversations,
    ShowWork,
    TakeConversation,
    Track,
)
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words
from commerce.catalogue.service import sellers_for
from commerce.delivery.service import carriers_for
from commerce.methods.models import ComponentList
from commerce.orders.models import Order
from commerce.orders.service import orders_of
from commerce.people.models import Conversation, ConversationState, Focus, FocusKind, Person, Role
from commerce.people.service import focus_of, roles_of
from commerce.quotes.models import Round

__all__ = [
    "conversation_card", "conversation_slot", "conversations_card", "nobody_card", "passed_on", "said_slot",
    "taken_card", "waiting_card", "which_conversation_card",
]  # fmt: skip

LAST_SHOWN = 5
LOOKED_THROUGH = 30
LONGEST_SHOWN = 200
PRIVATE = ("Address", "PassOn")
"""Updates whose words are not shown: addresses stay sealed, the others are shown as such."""


def conversation_slot(conversation: Conversation) -> str:
    """Where an admin's card stands: a reply to it goes to the person."""
    return f"talk:{conversation.id}"


def said_slot(conversation: Conversation, message_id: int, n: int) -> str:
    return f"said:{conversation.id}:{message_id}.{n}"


def conversation_card(stage: Stage, admin: Person, conversation: Conversation) -> Message:
    """Who would like to talk, what is before her and what she wrote last; who has taken it."""
    words = stage.words(admin)
    person = stage.session.get_one(Person, conversation.person_id)
    lines: list[str] = [
        words(
            "talk-card-title",
            state=conversation.state.value,
            name=person.name,
            code=person.code,
            language=words.locale.languages.get(person.language) or person.language,
        ),
        *_who_she_is(stage, words, person),
        _what_is_before(stage, words, person),
    ]
    if conversation.opening:
        lines.append(words("talk-card-opening", text=conversation.opening))
    last = [shown for shown in last_words(stage, person) if shown != conversation.opening]
    if last:
        lines += ["", words("talk-card-last"), *(words("talk-card-line", text=text) for text in last)]
    lines += ["", _how_it_stands(stage, words, admin, conversation)]
    return Message("\n".join(lines), _card_buttons(stage, words, admin, conversation, person))


def last_words(stage: Stage, person: Person) -> list[str]:
    """What she wrote last, the oldest first; no addresses, and nothing that she tapped."""
    handled = inbox.last_handled(stage.session, person.account, LOOKED_THROUGH)
    texts = [
        _words_of(payload)
        for payload, command in handled
        if not any(private in command for private in PRIVATE)
    ]
    return [text for text in texts if text][:LAST_SHOWN][::-1]


def _words_of(payload: dict[str, Any]) -> str:
    message = payload.get("message") or {}
    text = str(message.get("text") or message.get("caption") or "")
    return "" if text.startswith("/start") else " ".join(text.split())[:LONGEST_SHOWN]


def _who_she_is(stage: Stage, words: Words, person: Person) -> list[Html]:
    """A seller's or carrier's workplace."""
    places = [seller.name for seller in sellers_for(stage.session, person.id)]
    places += [carrier.name for carrier in carriers_for(stage.session, person.id)]
    return [words("talk-card-works", place=", ".join(places))] if places else []


def _what_is_before(stage: Stage, words: Words, person: Person) -> Html:
    focus = focus_of(stage.session, person.id)
    order = _order_before(stage, focus, person)
    if order is not None:
        return words("talk-card-order", code=order.code, state=order.state.value.replace("_", "-"))
    component_list = _list_before(stage, focus)
    if component_list is not None:
        return words("talk-card-list", code=component_list.code, title=component_list.title)
    return words("talk-card-nothing")


def _order_before(stage: Stage, focus: Focus, person: Person) -> Order | None:
    """The order that she looks at; else her newest, where she looks at no list."""
    if focus.kind in {FocusKind.CHECKOUT, FocusKind.ORDER}:
        return stage.session.get(Order, focus.subject_id)
    if focus.kind in {FocusKind.LIST, FocusKind.ROUND, FocusKind.PROPOSAL}:
        return None
    placed = orders_of(stage.session, person.id, 1)
    return placed[0] if placed else None


def _list_before(stage: Stage, focus: Focus) -> ComponentList | None:
    list_id = focus.subject_id
    if focus.kind in {FocusKind.ROUND, FocusKind.PROPOSAL}:
        asked = stage.session.get(Round, focus.subject_id)
        list_id = asked.list_id if asked else None
    elif focus.kind is not FocusKind.LIST:
        return None
    return stage.session.get(ComponentList, list_id) if list_id else None


def _how_it_stands(stage: Stage, words: Words, admin: Person, conversation: Conversation) -> Html:
    if conversation.state is ConversationState.WAITING:
        return words("talk-card-waits", since=words.time(conversation.opened_at))
    if conversation.state is ConversationState.CLOSED:
        return words("talk-card-closed", why=conversation.closed_why or "")
    if conversation.admin_id == admin.id:
        return words("talk-card-yours")
    other = stage.session.get_one(Person, conversation.admin_id)
    return words("talk-card-taken", name=other.name)


def _card_buttons(
    stage: Stage, words: Words, admin: Person, conversation: Conversation, person: Person
) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if conversation.state is ConversationState.WAITING:
        rows.append((Button(words.plain("button-talk-take"), TakeConversation(conversation.id)),))
    elif conversation.state is ConversationState.TAKEN and conversation.admin_id == admin.id:
        rows.append((Button(words.plain("button-talk-end"), EndConversation(conversation.id)),))
    order = _order_before(stage, focus_of(stage.session, person.id), person)
    if order is not None and conversation.state is not ConversationState.CLOSED:
        rows.append((Button(order.code, AdminOrderHistory(order.code)),))
    return tuple(rows)


def waiting_card(stage: Stage, person: Person, conversation: Conversation, *, again: bool) -> Message:
    """She is told that it went out, and what she can do meanwhile."""
    words = stage.words(person)
    key = "talk-still-waiting" if again else "talk-called"
    text = words(key, since=words.time(conversation.opened_at))
    return Message(text, _meanwhile(stage, words, person, conversation))


def nobody_card(stage: Stage, person: Person, conversation: Conversation) -> Message:
    words = stage.words(person)
    return Message(words("talk-nobody-there"), _meanwhile(stage, words, person, conversation))


def _meanwhile(
    stage: Stage, words: Words, person: Person, conversation: Conversation
) -> tuple[tuple[Button, ...], ...]:
    works = {Role.SELLER, Role.CARRIER} & roles_of(stage.session, person.id)
    first = (
        Button(words.plain("button-work"), ShowWork())
        if works
        else Button(words.plain("button-where"), Track())
    )
    stop = Button(words.plain("button-talk-stop"), EndConversation(conversation.id))
    return ((first, Button(words.plain("button-help"), Help())), (stop,))


def taken_card(stage: Stage, person: Person, conversation: Conversation) -> Message:
    """Somebody is there: from now on her words go to a person."""
    words = stage.words(person)
    back = Button(words.plain("button-talk-back"), EndConversation(conversation.id))
    return Message(words("talk-taken", shop=stage.settings.shop.name), ((back,),))


def passed_on(
    stage: Stage, to: Person, of: Person, at: tuple[int, int], text: str, *, by_admin: bool
) -> tuple[Message, ...]:
    """Words below a line that says whose they are; without words the line, and a copy of the message."""
    words = stage.words(to)
    shop = stage.settings.shop.name
    if text:
        key = "talk-from-shop" if by_admin else "talk-from-person"
        return (Message(words(key, shop=shop, name=of.name, code=of.code, text=text)),)
    key = "talk-from-shop-copy" if by_admin else "talk-from-person-copy"
    line = Message(words(key, shop=shop, name=of.name, code=of.code))
    return (line, Message(words("talk-not-copied"), copy_of=at))


def conversations_card(stage: Stage, admin: Person, going: Sequence[Conversation]) -> Message:
    """Who waits for a person, and who is talking to whom."""
    words = stage.words(admin)
    if not going:
        return Message(words("talks-none"))
    lines, rows = [words("talks-title"), ""], []
    for conversation in going:
        person = stage.session.get_one(Person, conversation.person_id)
        other = stage.session.get(Person, conversation.admin_id) if conversation.admin_id else None
        lines.append(
            words(
                "talks-line",
                name=person.name,
                code=person.code,
                since=words.time(conversation.opened_at),
                admin=other.name if other else "",
            )
        )
        label = f"{person.name} ({person.code})"
        if other is None:
            take = words.plain("button-talk-take-of", name=label)
            rows.append((Button(take, TakeConversation(conversation.id)),))
        elif other.id == admin.id:
            end = words.plain("button-talk-end-of", name=label)
            rows.append((Button(end, EndConversation(conversation.id)),))
    return Message("\n".join(lines), tuple(rows))


def which_conversation_card(
    stage: Stage, admin: Person, going: Sequence[Conversation], message_id: int | None
) -> Message:
    """She has several: to whom what she wrote goes (or, without a message, which one ends)."""
    words = stage.words(admin)
    rows = []
    for conversation in going:
        person = stage.session.get_one(Person, conversation.person_id)
        command = (
            EndConversation(conversation.id) if message_id is None else PassOn(message_id, conversation.id)
        )
        rows.append((Button(f"{person.name} ({person.code})", command),))
    rows.append((Button(words.plain("button-talks"), ShowConversations()),))
    return Message(words("talk-which-end" if message_id is None else "talk-which"), tuple(rows))
