"""Inline mode: what people ask, the answers that are kept for a while, and the message that a choice posts.

An answer is kept for its `cache_time`, for everybody or (`is_personal`) for her who asked; the same query
with the same offset within it never reaches the bot, from whatever chat it is asked. `inline_message_id`
exists only for messages with an inline keyboard.
"""

import secrets

from .chats import post
from .desk import Desk
from .errors import ApiError, ControlError
from .inline_results import message_of_result
from .people import check_writes
from .privacy import tell_bot
from .rooms import chat_of
from .spec import Json
from .state import PEOPLE, PRIVATE, Chat, Member, Person, Posted, Question
from .updates import CHOSEN_SECONDS, INLINE_SECONDS

QUERY_CHARACTERS = 256
INLINE = "inline"


def ask(desk: Desk, person: Person, query: str, offset: str, chat: Chat) -> tuple[Question, int | None]:
    """Type a query in a chat. The question, and the id of the update; none when a kept answer serves."""
    if not desk.world.bot["supports_inline_queries"]:
        raise ControlError("inline mode is off for this bot", status=409)
    query = query[:QUERY_CHARACTERS].strip()
    question = desk.ask(INLINE, person, INLINE_SECONDS, data=query, chat_id=chat.id)
    kept = _kept(desk, person.id, query, offset)
    if kept is not None:
        desk.answer(question, kept)
        publish_answer(desk, question)
        return question, None
    desk.world.asked[question.id] = offset
    body: Json = {
        "id": question.id,
        "from": person.user(),
        "query": query,
        "offset": offset,
        "chat_type": _chat_type(chat),
    }
    queue = f"inline:{person.id}"
    return question, desk.updates.make("inline_query", body, queue=queue, seconds=INLINE_SECONDS)


def answer(desk: Desk, question: Question, given: Json, cache_seconds: int, *, personal: bool) -> None:
    """Take the bot's answer, and keep it for the next who asks the same."""
    desk.answer(question, given)
    if cache_seconds > 0:
        offset = desk.world.asked.pop(question.id, "")
        key = (question.user_id if personal else None, question.data or "", offset)
        desk.world.kept_answers[key] = (desk.now() + cache_seconds, given)
    publish_answer(desk, question)


def publish_answer(desk: Desk, question: Question) -> None:
    desk.journal.publish(
        "inline_answer", inline_query_id=question.id, user_id=question.user_id, **(question.answer or {})
    )


def _kept(desk: Desk, user_id: int, query: str, offset: str) -> Json | None:
    for whose in (user_id, None):
        until, given = desk.world.kept_answers.get((whose, query, offset), (0.0, {}))
        if until > desk.now():
            return given
    return None


def _chat_type(chat: Chat) -> str:
    if chat.kind == PRIVATE:
        return "sender"
    return "private" if chat.kind == PEOPLE else chat.kind


async def choose(
    desk: Desk, person: Person, question: Question, result_id: str, chat: Chat
) -> tuple[Posted, list[int]]:
    """Send a result into the chat; the ids of the updates (the message, where the bot is in the chat, and the
    choice, where feedback is on)."""
    results = (question.answer or {}).get("results", [])
    result = next((one for one in results if one.get("id") == result_id), None)
    if result is None:
        raise ControlError(f"no result {result_id!r} in the answer", status=404)
    posted, update_ids = await post_result(desk, person, chat, result)
    if desk.world.switches["inline_feedback"]:
        body: Json = {"result_id": result_id, "from": person.user(), "query": question.data or ""}
        if posted.inline_message_id is not None:
            body["inline_message_id"] = posted.inline_message_id
        queue = f"chosen:{person.id}"
        made = desk.updates.make("chosen_inline_result", body, queue=queue, seconds=CHOSEN_SECONDS)
        update_ids += [] if made is None else [made]
    return posted, update_ids


async def post_result(desk: Desk, person: Person, chat: Chat, result: Json) -> tuple[Posted, list[int]]:
    """Post a result as her message by way of the bot. Raises ControlError."""
    try:
        content, markup, invoice = await message_of_result(desk, result)
    except ApiError as error:
        raise ControlError(f"the result cannot be sent: {error.words}", status=409) from error
    check_writes(desk, person, chat, content)
    inline_id = secrets.token_urlsafe(20) if markup is not None else None
    posted = post(
        desk,
        chat,
        {"via_bot": desk.bot_user, **content},
        sender=person,
        markup=markup,
        invoice=invoice,
        inline_message_id=inline_id,
    )
    update_id = tell_bot(desk, chat, posted)
    return posted, [] if update_id is None else [update_id]


def chat_with(desk: Desk, person: Person, other: Person) -> Chat:
    """The chat of two people, in which a bot can be called though it is not there."""
    if person.id == other.id:
        return chat_of(desk, person)
    pair = {person.id, other.id}
    for chat in desk.world.chats.values():
        if chat.kind == PEOPLE and chat.members.keys() == pair:
            return chat
    chat = Chat(desk.world.next_chat_id(PEOPLE), kind=PEOPLE)
    chat.title = f"{person.first_name} and {other.first_name}"
    chat.members = {one: Member("member") for one in sorted(pair)}
    desk.world.chats[chat.id] = chat
    desk.store.put("chat", chat.id, chat)
    desk.save_singles()
    return chat
