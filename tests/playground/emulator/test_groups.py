"""Groups: coming and going, what reaches the bot, and where it may write."""

import pytest

from tests.playground.emulator.api import Api, Json

KINDS = pytest.mark.parametrize("kind", ["group", "supergroup"])


def kinds(updates: list[Json]) -> list[str]:
    return [next(iter(one)) for one in updates]


async def test_a_group_made_with_the_bot_tells_it_of_both(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    made = await api.control("/groups", {"title": "Family", "owner_id": ada, "member_ids": [bob]})
    assert made["members"] == [{"user_id": ada, "status": "creator"}, {"user_id": bob, "status": "member"}]
    assert (made["type"], made["bot_status"]) == ("group", "member")
    assert -(10**12) < made["id"] < 0
    added, created = await api.updates()
    assert added["my_chat_member"]["from"]["id"] == ada
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert created["message"]["group_chat_created"] is True
    assert created["message"]["chat"] == {"id": made["id"], "title": "Family", "type": "group"}
    assert await api.control(f"/groups/{made['id']}") == made
    assert (await api.control(""))["groups"] == await api.control("/groups") == [made]
    assert await api.violations() == []


async def test_a_bot_is_added_to_a_supergroup_after_its_creation(api: Api) -> None:
    ada = await api.person()
    body = {"title": "Street", "owner_id": ada, "type": "supergroup"}
    made = await api.control("/groups", body)
    assert str(made["id"]).startswith("-100")
    added, come = await api.updates()
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert [user["is_bot"] for user in come["message"]["new_chat_members"]] == [True]
    created, entered = await api.control(f"/chats/{made['id']}/messages")
    assert created["supergroup_chat_created"] is True
    assert (created["message_id"], entered["message_id"]) == (1, 2)


@KINDS
async def test_a_removed_bot_is_told_and_can_write_no_more(api: Api, kind: str) -> None:
    ada = await api.person()
    chat = await api.group(ada, kind=kind)
    shown = await api.control(f"/groups/{chat}/remove", {"bot": True, "by": ada})
    assert shown["bot_status"] == "kicked"
    gone, said = await api.updates()
    status = gone["my_chat_member"]["new_chat_member"]["status"]
    assert status == {"group": "left", "supergroup": "kicked"}[kind]
    assert said["message"]["left_chat_member"]["is_bot"] is True
    words = f"403 Forbidden: bot was kicked from the {kind} chat"
    assert (await api("sendMessage", chat_id=chat, text="a")).error == words
    await api.act(ada, "say", chat, text="/start")
    assert await api.updates() == []
    await api.control(f"/groups/{chat}/add", {"bot": True, "by": ada})
    assert (await api("sendMessage", chat_id=chat, text="a")).status == 200
    assert await api.violations() == []


@KINDS
async def test_a_bot_that_left_is_no_member(api: Api, kind: str) -> None:
    ada = await api.person()
    chat = await api.group(ada, kind=kind)
    assert (await api("leaveChat", chat_id=chat)).result is True
    assert kinds(await api.updates()) == ["my_chat_member", "message"]
    words = f"403 Forbidden: bot is not a member of the {kind} chat"
    assert (await api("sendMessage", chat_id=chat, text="a")).error == words


async def test_a_group_that_the_bot_never_entered_is_not_found(api: Api) -> None:
    ada = await api.person()
    chat = await api.group(ada, with_bot=False)
    for method in ("sendMessage", "getChat"):
        values = {"text": "a"} if method == "sendMessage" else {}
        assert (await api(method, chat_id=chat, **values)).error == "400 Bad Request: chat not found"


async def test_a_bot_that_joins_no_groups_cannot_be_added(api: Api) -> None:
    ada = await api.person()
    await api.control("/bot", {"can_join_groups": False})
    assert (await api("getMe")).result["can_join_groups"] is False
    refused = await api.control("/groups", {"title": "Family", "owner_id": ada})
    assert refused["error"] == "this bot does not join groups"


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("hello all", False),
        ("@emulated_bot hello", False),
        ("/list", True),
        ("/list@emulated_bot", True),
        ("/list@Emulated_Bot now", True),
        ("/list@another_bot", False),
        ("so /list", False),
        ("so /list@emulated_bot", True),
    ],
)
async def test_privacy_mode_lets_commands_for_the_bot_through(api: Api, text: str, reaches: bool) -> None:
    ada = await api.person()
    chat = await api.group(ada)
    said = await api.act(ada, "say", chat, text=text)
    assert (await api.heard() == [text]) is reaches
    assert bool(said["update_ids"]) is reaches


async def test_privacy_mode_lets_answers_to_the_bot_through_and_edits_alike(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    sent = (await api("sendMessage", chat_id=chat, text="Who brings rice?")).result["message_id"]
    among = (await api.act(ada, "say", chat, text="well"))["messages"][0]["message_id"]
    await api.act(bob, "say", chat, text="what?", reply_to_message_id=among)
    mine = (await api.act(bob, "say", chat, text="me", reply_to_message_id=sent))["messages"][0]
    await api.act(bob, "edit", chat, message_id=mine["message_id"], text="I do")
    await api.act(ada, "edit", chat, message_id=among, text="well, well")
    said, changed = await api.updates()
    assert said["message"]["text"] == "me"
    assert said["message"]["from"]["id"] == bob
    assert said["message"]["reply_to_message"]["message_id"] == sent
    assert changed["edited_message"]["text"] == "I do"


@pytest.mark.parametrize("open_by", ["switch", "promotion"])
async def test_everything_reaches_an_administrator_and_a_bot_without_privacy(api: Api, open_by: str) -> None:
    ada = await api.person()
    chat = await api.group(ada)
    if open_by == "switch":
        await api.control("/bot", {"can_read_all_group_messages": True})
    else:
        await api.control(f"/groups/{chat}/promote", {"bot": True, "by": ada, "status": "administrator"})
        promoted = (await api.updates())[0]["my_chat_member"]
        assert promoted["new_chat_member"]["status"] == "administrator"
    await api.act(ada, "say", chat, text="hello all")
    assert await api.heard() == ["hello all"]
    assert await api.violations() == []


async def test_service_messages_reach_the_bot_in_privacy_mode(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada)
    await api.control(f"/groups/{chat}/add", {"user_id": bob, "by": ada})
    await api.control(f"/groups/{chat}/remove", {"user_id": bob, "by": ada})
    come, gone = await api.updates()
    assert [user["id"] for user in come["message"]["new_chat_members"]] == [bob]
    assert come["message"]["from"]["id"] == ada
    assert gone["message"]["left_chat_member"]["id"] == bob


async def test_changes_of_members_are_told_to_an_administrator_that_asked(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind="supergroup")
    await api("getUpdates", allowed_updates=["chat_member", "my_chat_member"])
    await api.control(f"/groups/{chat}/remove", {"user_id": bob, "by": bob})
    assert await api.updates() == []
    await api.control(f"/groups/{chat}/promote", {"bot": True, "by": ada, "status": "administrator"})
    await api.control(f"/groups/{chat}/add", {"user_id": bob, "by": bob})
    assert kinds(await api.updates()) == ["my_chat_member", "chat_member"]
    await api("getUpdates", allowed_updates=[])
    await api.control(f"/groups/{chat}/remove", {"user_id": bob, "by": ada})
    assert kinds(await api.updates()) == ["message"]


async def test_supergroups_count_their_own_messages_and_groups_share_with_private_chats(api: Api) -> None:
    ada = await api.person()
    group, street = await api.group(ada), await api.group(ada, kind="supergroup")
    other = await api.group(ada, kind="supergroup")
    ids = [(await api("sendMessage", chat_id=to, text="a")).result["message_id"] for to in (ada, group)]
    assert ids[1] == ids[0] + 1
    assert [
        (await api("sendMessage", chat_id=to, text="a")).result["message_id"] for to in (street, other)
    ] == [
        3,
        3,
    ]


async def test_who_taps_in_a_group_is_named_and_answered_there(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    button = {"inline_keyboard": [[{"text": "Mine", "callback_data": "claim"}]]}
    sent = (await api("sendMessage", chat_id=chat, text="Rice", reply_markup=button)).result
    seq = (await api.control(""))["seq"]
    taps = [await api.act(one, "tap", chat, message_id=sent["message_id"], text="Mine") for one in (ada, bob)]
    queries = [one["callback_query"] for one in await api.updates()]
    assert [query["from"]["id"] for query in queries] == [ada, bob]
    assert queries[0]["chat_instance"] == queries[1]["chat_instance"]
    assert {query["message"]["chat"]["id"] for query in queries} == {chat}
    await api("answerCallbackQuery", callback_query_id=taps[1]["callback_query_id"], text="yours")
    told = [one for one in api.emulator.desk.journal.since(seq) or [] if one["kind"] == "callback_answer"]
    assert [(one["chat_id"], one["user_id"], one["text"]) for one in told] == [(chat, bob, "yours")]
    eve = await api.person("Eve")
    refused = await api.act(eve, "tap", chat, message_id=sent["message_id"], text="Mine")
    assert refused["error"] == "she is not in this chat"


async def test_a_selective_keyboard_is_for_those_whom_the_message_names(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    asked = (await api.act(ada, "say", chat, text="/where"))["messages"][0]["message_id"]
    keys = {"keyboard": [["Home"], ["Work"]], "selective": True, "one_time_keyboard": True}
    sent = await api(
        "sendMessage", chat_id=chat, text="Where?", reply_markup=keys, reply_parameters={"message_id": asked}
    )
    keyboards = (await api.control(f"/groups/{chat}"))["keyboards"]
    assert keyboards[str(ada)]["keyboard"] == [[{"text": "Home"}], [{"text": "Work"}]]
    assert keyboards[str(bob)] is None
    await api.updates()
    await api.act(ada, "press", chat, text="Home")
    pressed = (await api.updates())[0]["message"]
    assert pressed["text"] == "Home"
    assert pressed["reply_to_message"]["message_id"] == sent.result["message_id"]
    assert (await api.control(f"/groups/{chat}"))["keyboards"][str(ada)] is None


async def test_a_forced_reply_in_a_group_brings_the_next_message_to_the_bot(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    text, force = "How many, Bob?", {"force_reply": True, "selective": True}
    entities = [
        {
            "type": "text_mention",
            "offset": 10,
            "length": 3,
            "user": {"id": bob, "is_bot": False, "first_name": "Bob"},
        }
    ]
    await api("sendMessage", chat_id=chat, text=text, entities=entities, reply_markup=force)
    await api.act(ada, "say", chat, text="not me")
    await api.act(bob, "say", chat, text="three")
    await api.act(bob, "say", chat, text="and a half")
    assert await api.heard() == ["three"]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (
            {"keyboard": [[{"text": "Me", "request_contact": True}]]},
            "phone number can be requested in private chats only",
        ),
        (
            {"keyboard": [[{"text": "Here", "request_location": True}]]},
            "location can be requested in private chats only",
        ),
        (
            {"inline_keyboard": [[{"text": "App", "web_app": {"url": "https://example.com/"}}]]},
            "BUTTON_TYPE_INVALID",
        ),
    ],
)
async def test_some_buttons_are_for_private_chats_only(api: Api, markup: Json, words: str) -> None:
    chat = await api.group(await api.person())
    refused = await api("sendMessage", chat_id=chat, text="a", reply_markup=markup)
    assert refused.error == f"400 Bad Request: {words}"


async def test_a_group_becomes_a_supergroup_and_sends_name_it(api: Api) -> None:
    ada = await api.person()
    chat = await api.group(ada)
    new = (await api.control(f"/groups/{chat}/migrate", {"by": ada}))["id"]
    old_told, new_told = await api.updates()
    assert old_told["message"]["migrate_to_chat_id"] == new
    assert new_told["message"]["migrate_from_chat_id"] == chat
    refused = await api("sendMessage", chat_id=chat, text="a")
    assert refused.error == "400 Bad Request: group chat was upgraded to a supergroup chat"
    assert refused.body["parameters"] == {"migrate_to_chat_id": new}
    assert (await api("sendMessage", chat_id=new, text="a")).status == 200
    said = await api.act(ada, "say", chat, text="here?")
    assert said["error"] == f"this group has become the supergroup {new}"
    assert await api.violations() == []


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ({"user_id": "{bob}", "by": "{ada}", "act": "add"}, "already in the group"),
        ({"user_id": "{ada}", "by": "{bob}", "act": "remove"}, "only an administrator can remove members"),
        ({"user_id": "{ada}", "by": "{bob}", "act": "promote"}, "only members who are not the owner can be"),
        ({"user_id": "{bob}", "by": "{bob}", "act": "promote"}, "may not name administrators of this group"),
        ({"user_id": "7", "by": "{bob}", "act": "add"}, "no user 7"),
        ({"user_id": "{bob}", "by": "{bob}", "act": "paint"}, "no act 'paint' on groups"),
    ],
)
async def test_what_people_cannot_do_in_a_group_is_refused_in_words(
    api: Api, act: dict[str, str], words: str
) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    body = {name: int(act[name].format(ada=ada, bob=bob)) for name in ("user_id", "by")}
    refused = await api.control(f"/groups/{chat}/{act['act']}", {**body, "status": "administrator"})
    assert refused["error"].startswith(words)


async def test_a_link_that_adds_the_bot_brings_its_payload(api: Api) -> None:
    ada = await api.person()
    chat = await api.group(ada)
    await api.act(ada, "start", chat, payload="list-7")
    assert await api.heard() == ["/start@emulated_bot list-7"]


async def test_a_reset_takes_groups_away_and_their_ids_are_not_given_again(api: Api) -> None:
    ada = await api.person()
    chat = await api.group(ada)
    await api.control("/reset", {"keep_users": True})
    assert await api.control("/groups") == []
    assert (await api("sendMessage", chat_id=chat, text="a")).error == "400 Bad Request: chat not found"
    await api.act(ada, "start")
    assert await api.group(ada) < chat


async def test_events_carry_the_group_as_it_now_is_and_its_messages(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    seq = (await api.control(""))["seq"]
    chat = await api.group(ada)
    await api.control(f"/groups/{chat}/add", {"user_id": bob, "by": ada})
    await api("sendMessage", chat_id=chat, text="welcome")
    events = api.emulator.desk.journal.since(seq) or []
    shown = [one["group"] for one in events if one["kind"] == "group"][-1]
    assert shown == await api.control(f"/groups/{chat}")
    assert [one["user_id"] for one in shown["members"]] == [ada, bob]
    texts = [one["message"].get("text") for one in events if one["kind"] == "message"]
    assert texts[-1] == "welcome"
    assert {one["chat_id"] for one in events if one["kind"] == "message"} == {chat}
