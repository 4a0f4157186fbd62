"""What the bot asks about chats and does in them besides writing."""

from ..calls import Call
from ..chats import message_of, post, save, shown_reactions
from ..desk import Desk
from ..errors import BadRequest
from ..groups import shown_member
from ..privacy import tell_bot
from ..reactions import REACTIONS
from ..rooms import bot_in, may, member_of, readable, shown_chat, writable
from ..spec import Json
from ..state import GROUP, Chat
from .registry import method

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method("getChat")
def get_chat(desk: Desk, call: Call) -> Json:
    chat = readable(desk, call.values.get("chat_id"))
    full = {
        **shown_chat(desk, chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, not chat.is_group),
    }
    if "username" in full:
        full["active_usernames"] = [full["username"]]
    if chat.is_group:
        full["permissions"] = chat.permissions
    if chat.description:
        full["description"] = chat.description
    pinned = [posted for posted in chat.messages.values() if posted.pinned]
    if pinned:
        full["pinned_message"] = pinned[-1].message
    return full


@method("getChatMember")
def get_chat_member(desk: Desk, call: Call) -> Json:
    user_id = call.number("user_id")
    own = user_id == desk.world.bot["id"]
    chat = readable(desk, call.values.get("chat_id"), members=not own)
    user = desk.known_user(user_id)
    if not chat.is_group:
        if user is None or user_id not in (chat.id, desk.world.bot["id"]):
            raise BadRequest("invalid user_id specified")
        return {"status": "member", "user": user}
    if user is None:
        raise BadRequest("member not found")
    return shown_member(desk, chat, user_id, member_of(desk, chat, user_id))


@method("getChatMemberCount")
def get_chat_member_count(desk: Desk, call: Call) -> int:
    chat = readable(desk, call.values.get("chat_id"), members=True)
    if not chat.is_group:
        return 2
    return sum(member_of(desk, chat, user_id).inside for user_id in list(chat.members))


@method("getChatAdministrators")
def get_chat_administrators(desk: Desk, call: Call) -> list[Json]:
    """The emulator knows one bot only, which is always listed; `return_bots` is about the others."""
    chat = readable(desk, call.values.get("chat_id"), members=True)
    if not chat.is_group:
        raise BadRequest("there are no administrators in the private chat")
    leading = [user_id for user_id, member in chat.members.items() if member.leads]
    return [shown_member(desk, chat, user_id, chat.members[user_id]) for user_id in leading]


@method("getUserProfilePhotos")
def get_user_profile_photos(desk: Desk, call: Call) -> Json:
    if desk.known_user(call.number("user_id")) is None:
        raise BadRequest("user not found")
    return {"total_count": 0, "photos": []}


@method("setMessageReaction")
def set_message_reaction(desk: Desk, call: Call) -> bool:
    reactions = call.objects("reaction", "expected an Array of ReactionType")
    emoji = [one.get("emoji") for one in reactions if isinstance(one, dict) and one.get("type") == "emoji"]
    if len(emoji) != len(reactions) or any(one not in REACTIONS for one in emoji):
        raise BadRequest("REACTION_INVALID")
    if len(emoji) > 1:
        raise BadRequest("REACTIONS_TOO_MANY")
    chat = writable(desk, call.values.get("chat_id"))
    posted = message_of(chat, call.values.get("message_id"), "message to react")
    posted.reactions["bot"] = [str(one) for one in emoji]
    save(desk, chat, posted)
    desk.journal.publish("reaction", chat_id=chat.id, message_id=posted.id, reactions=shown_reactions(posted))
    return True


@method("pinChatMessage")
def pin_chat_message(desk: Desk, call: Call) -> bool:
    chat = writable(desk, call.values.get("chat_id"))
    _check_pins(desk, chat)
    posted = message_of(chat, call.values.get("message_id"), "message to pin")
    if not posted.pinned:
        posted.pinned = True
        save(desk, chat, posted)
        desk.journal.publish("pin", chat_id=chat.id, pinned=pinned_ids(chat))
        tell_bot(desk, chat, post(desk, chat, {"pinned_message": posted.message}, forwarded=True))
    return True


@method("unpinChatMessage", "unpinAllChatMessages")
def unpin_chat_message(desk: Desk, call: Call) -> bool:
    chat = writable(desk, call.values.get("chat_id"))
    _check_pins(desk, chat)
    ids = pinned_ids(chat)
    if "message_id" in call.values:
        ids = [message_of(chat, call.values["message_id"], "message to unpin").id]
    elif call.method.name == "unpinChatMessage":
        ids = ids[-1:]
    for message_id in ids:
        chat.messages[message_id].pinned = False
        save(desk, chat, chat.messages[message_id])
    desk.journal.publish("pin", chat_id=chat.id, pinned=pinned_ids(chat))
    return True


def _check_pins(desk: Desk, chat: Chat) -> None:
    """In a group as an administrator, in a supergroup with the right to. Raises BadRequest."""
    if not chat.is_group:
        return
    allowed = may(desk, chat, desk.world.bot["id"], "can_pin_messages")
    if not allowed or (chat.kind == GROUP and not bot_in(desk, chat).leads):
        raise BadRequest("not enough rights to manage pinned messages in the chat")


def pinned_ids(chat: Chat) -> list[int]:
    return [posted.id for posted in chat.messages.values() if posted.pinned]
