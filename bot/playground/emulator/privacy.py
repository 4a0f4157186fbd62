"""Which messages of a group reach the bot, and the updates about them.

With privacy mode on (the default) a bot that is no administrator gets service messages, commands that name
it or no bot at all, answers to its messages, and messages sent by way of it; nothing else, not even
mentions. Source: core.telegram.org/bots/features#privacy-mode. A command without a bot's name goes to the
bot that wrote last in the group; the emulator has one bot only, so that it is always this one.
"""

from .desk import Desk
from .rooms import bot_in
from .spec import Json
from .state import PEOPLE, Chat, Posted
from .updates import MESSAGE_SECONDS

SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "supergroup_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "successful_payment",
        "proximity_alert_triggered",
        "web_app_data",
    }
)


def tell_bot(desk: Desk, chat: Chat, posted: Posted, kind: str = "message") -> int | None:
    """Make the update about a message, unless it does not reach the bot or the bot does not want its kind."""
    if not reaches_bot(desk, chat, posted.message):
        return None
    return desk.updates.make(kind, posted.message, queue=f"chat:{chat.id}", seconds=MESSAGE_SECONDS)


def reaches_bot(desk: Desk, chat: Chat, message: Json) -> bool:
    if chat.kind == PEOPLE:
        return False
    if not chat.is_group:
        return True
    member = bot_in(desk, chat)
    if not member.inside:
        return False
    open_to_all = member.leads or desk.world.bot["can_read_all_group_messages"]
    return open_to_all or bool(SERVICE & message.keys()) or _is_for_bot(desk, message)


def _is_for_bot(desk: Desk, message: Json) -> bool:
    bot_id = desk.world.bot["id"]
    answered = message.get("reply_to_message", {})
    senders = (message.get("via_bot"), answered.get("via_bot"), answered.get("from"))
    return any(sender and sender["id"] == bot_id for sender in senders) or _commands(desk, message)


def _commands(desk: Desk, message: Json) -> bool:
    """A command anywhere that names this bot, or one at the beginning that names none."""
    text = (message.get("text") or message.get("caption") or "").encode("utf-16-le")
    for entity in message.get("entities") or message.get("caption_entities") or []:
        if entity["type"] != "bot_command":
            continue
        begin, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        _, at, name = text[begin:end].decode("utf-16-le").partition("@")
        if name.lower() == desk.world.bot["username"].lower() or (not at and entity["offset"] == 0):
            return True
    return False
