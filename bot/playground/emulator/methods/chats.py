"""What the bot asks about chats and does in them besides writing."""

from ..calls import Call
from ..chats import message_of, person_of, post, save, shown, writable
from ..desk import Desk
from ..errors import BadRequest
from ..spec import Json
from ..state import Chat
from .registry import method

_LISTED = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 "
    "🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 "
    "😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡 "
)
REACTIONS = frozenset(_LISTED.split())


@method("getChat")
def get_chat(desk: Desk, call: Call) -> Json:
    person = person_of(desk, call.values.get("chat_id"))
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    full = {
        **person.chat(),
        "accent_color_id": person.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, True),
    }
    if person.username:
        full["active_usernames"] = [person.username]
    pinned = [
        posted
        for posted in desk.world.chats.get(person.id, Chat(person.id)).messages.values()
        if posted.pinned
    ]
    if pinned:
        full["pinned_message"] = pinned[-1].message
    return full


@method("getChatMember")
def get_chat_member(desk: Desk, call: Call) -> Json:
    person = person_of(desk, call.values.get("chat_id"))
    user_id = call.number("user_id")
    user = desk.known_user(user_id)
    if user is None or user_id not in (person.id, desk.world.bot["id"]):
        raise BadRequest("invalid user_id specified")
    return {"status": "member", "user": user}


@method("getChatMemberCount")
def get_chat_member_count(desk: Desk, call: Call) -> int:
    person_of(desk, call.values.get("chat_id"))
    return 2


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
    _, chat = writable(desk, call.values.get("chat_id"))
    posted = message_of(chat, call.values.get("message_id"), "message to react")
    posted.reactions["bot"] = [str(one) for one in emoji]
    save(desk, chat, posted)
    desk.journal.publish(
        "reaction", chat_id=chat.id, message_id=posted.id, reactions=shown(desk, posted)["reactions"]
    )
    return True


@method("pinChatMessage")
def pin_chat_message(desk: Desk, call: Call) -> bool:
    person, chat = writable(desk, call.values.get("chat_id"))
    posted = message_of(chat, call.values.get("message_id"), "message to pin")
    if not posted.pinned:
        posted.pinned = True
        save(desk, chat, posted)
        desk.journal.publish("pin", chat_id=chat.id, pinned=pinned_ids(chat))
        post(desk, person, chat, {"pinned_message": posted.message}, from_bot=True, forwarded=True)
    return True


@method("unpinChatMessage", "unpinAllChatMessages")
def unpin_chat_message(desk: Desk, call: Call) -> bool:
    _, chat = writable(desk, call.values.get("chat_id"))
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


def pinned_ids(chat: Chat) -> list[int]:
    return [posted.id for posted in chat.messages.values() if posted.pinned]
