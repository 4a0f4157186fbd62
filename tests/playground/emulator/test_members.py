"""What a bot may do with a group and its members, and in which words Telegram refuses."""

from pathlib import Path

import aiohttp
import pytest

from bot.playground.emulator import Emulator, Settings
from tests.playground.emulator.api import Api, Clock, Json

PIN_REFUSED = "400 Bad Request: not enough rights to manage pinned messages in the chat"


async def promoted(api: Api, chat: int, by: int, **rights: bool) -> None:
    body = {"bot": True, "by": by, "status": "administrator", "rights": rights}
    await api.control(f"/groups/{chat}/promote", body)
    await api.updates()


async def test_a_group_and_its_members_can_be_looked_up(api: Api) -> None:
    ada, bob, eve = await api.person(), await api.person("Bob"), await api.person("Eve")
    chat = await api.group(ada, bob)
    full = (await api("getChat", chat_id=chat)).result
    assert (full["title"], full["type"], full["permissions"]["can_send_messages"]) == (
        "Family",
        "group",
        True,
    )
    assert (await api("getChatMemberCount", chat_id=chat)).result == 3
    statuses = {
        user: (await api("getChatMember", chat_id=chat, user_id=user)).result["status"]
        for user in (ada, bob, eve, api.emulator.desk.world.bot["id"])
    }
    assert list(statuses.values()) == ["creator", "member", "left", "member"]
    assert (await api("getChatMember", chat_id=chat, user_id=5)).error == "400 Bad Request: member not found"
    leading = (await api("getChatAdministrators", chat_id=chat)).result
    assert [one["user"]["id"] for one in leading] == [ada]
    private = await api("getChatAdministrators", chat_id=ada)
    assert private.error == "400 Bad Request: there are no administrators in the private chat"
    assert await api.violations() == []


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_banned_person_is_out_and_the_bot_hears_of_its_own_deed(api: Api, kind: str) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind=kind)
    refused = (await api("banChatMember", chat_id=chat, user_id=bob)).error
    if kind == "group":
        assert refused == "400 Bad Request: need to be inviter of a user to kick it from a basic group"
    await promoted(api, chat, ada)
    if kind == "supergroup":
        assert (await api("unbanChatMember", chat_id=chat, user_id=bob)).result is True
        await api.control(f"/groups/{chat}/add", {"user_id": bob, "by": ada})
        await api.updates()
    assert (await api("banChatMember", chat_id=chat, user_id=bob)).result is True
    (gone,) = await api.updates()
    assert gone["message"]["left_chat_member"]["id"] == bob
    assert gone["message"]["from"]["is_bot"] is True
    assert (await api.act(bob, "say", chat, text="let me in"))["error"] == "she is not in this chat"
    came = await api.control(f"/groups/{chat}/add", {"user_id": bob, "by": bob})
    assert came["error"].startswith("banned from the group")
    assert await api.violations() == []


async def test_a_ban_ends_at_its_date_unless_that_is_too_near(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind="supergroup")
    await promoted(api, chat, ada)
    until = int(api.clock.seconds) + 60
    await api("banChatMember", chat_id=chat, user_id=bob, until_date=until)
    banned = (await api("getChatMember", chat_id=chat, user_id=bob)).result
    assert (banned["status"], banned["until_date"]) == ("kicked", until)
    api.clock.seconds += 61
    assert (await api("getChatMember", chat_id=chat, user_id=bob)).result["status"] == "left"
    await api("banChatMember", chat_id=chat, user_id=bob, until_date=int(api.clock.seconds) + 10)
    assert (await api("getChatMember", chat_id=chat, user_id=bob)).result["until_date"] == 0
    api.clock.seconds += 3600
    assert (await api("getChatMember", chat_id=chat, user_id=bob)).result["status"] == "kicked"
    assert (await api("unbanChatMember", chat_id=chat, user_id=bob, only_if_banned=True)).result is True
    assert (await api("getChatMember", chat_id=chat, user_id=bob)).result["status"] == "left"


async def test_the_owner_administrators_and_the_bot_itself_cannot_be_banned(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind="supergroup")
    await promoted(api, chat, ada)
    await api.control(f"/groups/{chat}/promote", {"user_id": bob, "by": ada, "status": "administrator"})
    bot = api.emulator.desk.world.bot["id"]
    refused = [(await api("banChatMember", chat_id=chat, user_id=one)).error for one in (ada, bob, bot)]
    assert [words.removeprefix("400 Bad Request: ") for words in refused] == [
        "can't remove chat owner",
        "user is an administrator of the chat",
        "can't restrict self",
    ]


async def test_who_is_restricted_cannot_write_until_it_is_over(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind="supergroup")
    silent: Json = {"chat_id": chat, "user_id": bob, "permissions": {}}
    words = "400 Bad Request: not enough rights to restrict/unrestrict chat member"
    await promoted(api, chat, ada, can_restrict_members=False)
    assert (await api("restrictChatMember", **silent)).error == words
    await promoted(api, chat, ada)
    until = int(api.clock.seconds) + 3600
    assert (await api("restrictChatMember", **silent, until_date=until)).result is True
    shown = (await api("getChatMember", chat_id=chat, user_id=bob)).result
    assert (shown["status"], shown["can_send_messages"], shown["is_member"]) == ("restricted", False, True)
    assert (await api.act(bob, "say", chat, text="mh"))["error"] == "she may not send this in the group"
    for act in ("remove", "add"):
        await api.control(f"/groups/{chat}/{act}", {"user_id": bob, "by": bob})
    assert (await api.act(bob, "say", chat, text="mh"))["error"] == "she may not send this in the group"
    api.clock.seconds += 3601
    assert "messages" in await api.act(bob, "say", chat, text="at last")
    in_group = await api("restrictChatMember", chat_id=await api.group(ada, bob), user_id=bob, permissions={})
    assert in_group.error == "400 Bad Request: method is available only for supergroups"
    assert await api.violations() == []


async def test_a_bot_may_promote_with_rights_that_it_has(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind="supergroup")
    whom: Json = {"chat_id": chat, "user_id": bob}
    await promoted(api, chat, ada)
    assert (await api("promoteChatMember", **whom, can_pin_messages=True)).error == (
        "400 Bad Request: not enough rights"
    )
    await promoted(api, chat, ada, can_promote_members=True, can_delete_messages=False)
    assert (await api("promoteChatMember", **whom, can_delete_messages=True)).error == (
        "400 Bad Request: RIGHT_FORBIDDEN"
    )
    assert (await api("promoteChatMember", **whom, can_pin_messages=True)).result is True
    assert (await api("setChatAdministratorCustomTitle", **whom, custom_title="Cook")).result is True
    shown = (await api("getChatMember", **whom)).result
    assert (shown["status"], shown["can_pin_messages"], shown["can_be_edited"]) == (
        "administrator",
        True,
        True,
    )
    assert shown["custom_title"] == "Cook"
    await api("promoteChatMember", **whom)
    assert (await api("getChatMember", **whom)).result["status"] == "member"
    assert await api.violations() == []


async def test_pins_in_groups_need_the_right_and_are_told_to_the_bot(api: Api) -> None:
    ada = await api.person()
    group, street = await api.group(ada), await api.group(ada, kind="supergroup")
    for chat in (group, street):
        sent = (await api("sendMessage", chat_id=chat, text="a")).result["message_id"]
        if chat == group:
            assert (await api("pinChatMessage", chat_id=chat, message_id=sent)).error == PIN_REFUSED
        await promoted(api, chat, ada, can_pin_messages=False)
        if chat == street:
            assert (await api("pinChatMessage", chat_id=chat, message_id=sent)).error == PIN_REFUSED
        await promoted(api, chat, ada)
        assert (await api("pinChatMessage", chat_id=chat, message_id=sent)).result is True
        (told,) = await api.updates()
        assert told["message"]["pinned_message"]["message_id"] == sent
        assert (await api("getChat", chat_id=chat)).result["pinned_message"]["message_id"] == sent
        assert (await api.control(f"/groups/{chat}"))["pinned"] == [sent]
        assert (await api("unpinAllChatMessages", chat_id=chat)).result is True
        assert (await api.control(f"/groups/{chat}"))["pinned"] == []


async def test_others_messages_can_be_deleted_by_an_administrator_only(api: Api) -> None:
    ada = await api.person()
    group, street = await api.group(ada), await api.group(ada, kind="supergroup")
    for chat in (group, street):
        said = (await api.act(ada, "say", chat, text="a"))["messages"][0]["message_id"]
        own = (await api("sendMessage", chat_id=chat, text="a")).result["message_id"]
        refused = await api("deleteMessage", chat_id=chat, message_id=said)
        assert refused.error == "400 Bad Request: message can't be deleted"
        assert (await api("deleteMessage", chat_id=chat, message_id=own)).result is True
        await promoted(api, chat, ada, can_delete_messages=chat == group)
        refused = await api("deleteMessage", chat_id=chat, message_id=said)
        assert refused.status == (200 if chat == group else 400)
    created = 1
    await promoted(api, street, ada)
    refused = await api("deleteMessage", chat_id=street, message_id=created)
    assert refused.error == "400 Bad Request: message can't be deleted"


async def test_title_description_and_permissions_are_the_administrators(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind="supergroup")
    await promoted(api, chat, ada)
    assert (await api("setChatTitle", chat_id=chat, title="Kitchen")).result is True
    assert (await api.updates())[0]["message"]["new_chat_title"] == "Kitchen"
    assert (await api("setChatDescription", chat_id=chat, description="What we cook")).result is True
    same = await api("setChatDescription", chat_id=chat, description="What we cook")
    assert same.error == "400 Bad Request: chat description is not modified"
    assert (await api("getChat", chat_id=chat)).result["description"] == "What we cook"
    assert (
        await api("setChatPermissions", chat_id=chat, permissions={"can_send_photos": True})
    ).result is True
    assert (await api.act(bob, "say", chat, text="a"))["error"] == "she may not send this in the group"
    assert "messages" in await api.act(ada, "say", chat, text="I am the owner")
    assert (await api("sendMessage", chat_id=chat, text="a")).status == 200
    body = {"bot": True, "by": ada, "status": "member"}
    await api.control(f"/groups/{chat}/promote", body)
    refused = await api("sendMessage", chat_id=chat, text="a")
    assert refused.error == "400 Bad Request: not enough rights to send text messages to the chat"
    assert (await api("setChatTitle", chat_id=chat, title="x")).error == (
        "400 Bad Request: not enough rights to change chat title"
    )
    assert await api.violations() == []


async def test_forwards_and_copies_go_between_chats_and_answers_name_another_chat(api: Api) -> None:
    ada = await api.person()
    chat, street = await api.group(ada), await api.group(ada, kind="supergroup")
    said = (await api.act(ada, "say", chat, text="/list rice"))["messages"][0]["message_id"]
    source: Json = {"from_chat_id": chat, "message_id": said}
    forwarded = (await api("forwardMessage", chat_id=ada, **source)).result
    assert forwarded["forward_origin"]["sender_user"]["id"] == ada
    assert set((await api("copyMessage", chat_id=street, **source)).result) == {"message_id"}
    first = (await api("sendMessage", chat_id=street, text="in the street")).result["message_id"]
    reply = {"message_id": first, "chat_id": street}
    sent = (await api("sendMessage", chat_id=ada, text="this one", reply_parameters=reply)).result
    assert "reply_to_message" not in sent
    assert (sent["external_reply"]["message_id"], sent["external_reply"]["chat"]["id"]) == (first, street)
    assert await api.violations() == []


async def test_reactions_in_a_group_are_told_to_an_administrator_that_asked(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    await api("getUpdates", allowed_updates=["message_reaction"])
    sent = (await api("sendMessage", chat_id=chat, text="a")).result["message_id"]
    assert (await api.act(ada, "react", chat, message_id=sent, emoji=["👍"]))["update_id"] is None
    await promoted(api, chat, ada)
    await api.act(bob, "react", chat, message_id=sent, emoji=["❤️"])
    await api.act(bob, "react", chat, message_id=sent, emoji=[])
    set_, taken = [one["message_reaction"] for one in await api.updates()]
    assert (set_["user"]["id"], set_["new_reaction"]) == (bob, [{"type": "emoji", "emoji": "❤"}])
    assert (taken["old_reaction"], taken["new_reaction"]) == (set_["new_reaction"], [])
    await api(
        "setMessageReaction", chat_id=chat, message_id=sent, reaction=[{"type": "emoji", "emoji": "🔥"}]
    )
    shown = (await api.control(f"/chats/{chat}/messages"))[-1]["reactions"]
    assert (shown["bot"], shown["user"]) == (["🔥"], ["👍"])
    assert shown["by_user"][str(ada)] == ["👍"]
    refused = await api.act(ada, "react", chat, message_id=sent, emoji=["🍅"])
    assert refused["error"] == "'🍅' is no reaction of Telegram"
    assert await api.violations() == []


async def test_groups_survive_a_restart(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "emulator.sqlite")
    async with Emulator(settings) as emulator, aiohttp.ClientSession() as session:
        api = Api(await emulator.serve(), emulator, session, Clock())
        ada, bob = await api.person(), await api.person("Bob")
        chat = await api.group(ada, bob, kind="supergroup")
        await api("sendMessage", chat_id=chat, text="a", reply_markup={"keyboard": [["A"]]})
        await api.control("/bot", {"can_read_all_group_messages": True})
        before = await api.control(f"/groups/{chat}")
    async with Emulator(settings) as emulator, aiohttp.ClientSession() as session:
        api = Api(await emulator.serve(), emulator, session, Clock())
        assert await api.control(f"/groups/{chat}") == before
        assert before["keyboards"][str(bob)]["keyboard"] == [[{"text": "A"}]]
        assert (await api("getMe")).result["can_read_all_group_messages"] is True
        assert (await api("sendMessage", chat_id=chat, text="b")).result["message_id"] == 4
        assert await api.group(ada) != chat
