"""Live locations that move and end, nearness, dice, polls."""

import pytest

from tests.playground.emulator.api import Api, Json

HERE = {"latitude": 51.5, "longitude": -0.1}
FOR_EVER = 0x7FFFFFFF


async def move(api: Api, person: int, message_id: int, **body: object) -> Json:
    given: Json = await api.control(f"/users/{person}/location/{message_id}", {**HERE, **body})
    return given


async def test_a_persons_live_location_moves_as_edits_until_she_stops_it(api: Api) -> None:
    ada = await api.person()
    shared = await api.act(ada, "location", **HERE, live_period=900, heading=90, proximity_alert_radius=50)
    number = shared["messages"][0]["message_id"]
    await move(api, ada, number, latitude=51.6, heading=180)
    await move(api, ada, number, stop=True)
    said, moved, stopped = await api.updates()
    assert said["message"]["location"] == {
        **HERE,
        "live_period": 900,
        "heading": 90,
        "proximity_alert_radius": 50,
    }
    assert moved["edited_message"]["location"]["heading"] == 180
    assert moved["edited_message"]["location"]["live_period"] == 900
    assert set(stopped["edited_message"]["location"]) == {"latitude", "longitude"}
    assert (await move(api, ada, number))["error"] == f"message {number} is no live location"
    assert await api.violations() == []


@pytest.mark.parametrize(("period", "ends"), [(60, True), (86_400, True), (FOR_EVER, False)])
async def test_a_live_location_ends_with_its_period(api: Api, period: int, ends: bool) -> None:
    ada = await api.person()
    shared = await api.act(ada, "location", **HERE, live_period=period)
    sent = (await api("sendLocation", chat_id=ada, **HERE, live_period=period)).result
    own = {"chat_id": ada, "message_id": sent["message_id"]}
    api.clock.seconds += min(period, 10**6) - 1
    number = shared["messages"][0]["message_id"]
    assert "messages" in await move(api, ada, number)
    assert (await api("editMessageLiveLocation", **own, latitude=1, longitude=1)).status == 200
    api.clock.seconds += 10
    moved = await move(api, ada, number)
    edited = await api("editMessageLiveLocation", **own, latitude=2, longitude=2)
    assert ("error" in moved, edited.status) == ((True, 400) if ends else (False, 200))
    if ends:
        assert moved["error"] == "this live location has ended"
        assert edited.error == "400 Bad Request: message can't be edited"


async def test_a_bot_may_prolong_a_live_location_by_a_day_or_for_ever(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendLocation", chat_id=ada, **HERE, live_period=900)).result
    own: Json = {"chat_id": ada, "message_id": sent["message_id"], **HERE}
    longer = await api("editMessageLiveLocation", **own, live_period=900 + 86_400)
    assert longer.result["location"]["live_period"] == 87_300
    refused = await api("editMessageLiveLocation", **own, live_period=87_300 + 86_401)
    assert refused.error == "400 Bad Request: wrong live location period specified"
    for_ever = await api("editMessageLiveLocation", **own, live_period=FOR_EVER)
    assert for_ever.result["location"]["live_period"] == FOR_EVER


@pytest.mark.parametrize("period", [1, 59, 86_401])
async def test_a_period_out_of_bounds_is_refused_to_bots_and_people(api: Api, period: int) -> None:
    ada = await api.person()
    refused = await api("sendLocation", chat_id=ada, **HERE, live_period=period)
    assert refused.error == "400 Bad Request: wrong live location period specified"
    assert "live_period" in (await api.act(ada, "location", **HERE, live_period=period))["error"]


async def test_who_comes_near_the_bots_live_location_is_announced_once(api: Api) -> None:
    ada = await api.person()
    await api("sendLocation", chat_id=ada, **HERE, live_period=900, proximity_alert_radius=100)
    shared = await api.act(ada, "location", latitude=51.6, longitude=-0.1, live_period=900)
    number = shared["messages"][0]["message_id"]
    await move(api, ada, number, latitude=51.5005)
    await move(api, ada, number, latitude=51.5001)
    found = [one["message"] for one in await api.updates() if "message" in one]
    (alert,) = [one["proximity_alert_triggered"] for one in found if "proximity_alert_triggered" in one]
    assert (alert["traveler"]["id"], alert["watcher"]["is_bot"], alert["distance"]) == (ada, True, 56)
    assert await api.violations() == []


async def test_dice_fall_within_their_sides_and_stay_a_day_in_private_chats(api: Api) -> None:
    ada = await api.person()
    for emoji, sides in (("🎲", 6), ("🏀", 5), ("🎰", 64)):
        sent = (await api("sendDice", chat_id=ada, emoji=emoji)).result
        assert (sent["dice"]["emoji"], 1 <= sent["dice"]["value"] <= sides) == (emoji, True)
    assert (await api("sendDice", chat_id=ada, emoji="🍅")).error == "400 Bad Request: EMOTICON_INVALID"
    thrown = await api.act(ada, "dice", emoji="🎯")
    assert thrown["messages"][0]["dice"]["emoji"] == "🎯"
    where = {"chat_id": ada, "message_id": sent["message_id"]}
    assert (await api("deleteMessage", **where)).status == 400
    api.clock.seconds += 24 * 3600 + 1
    assert (await api("deleteMessage", **where)).result is True
    assert await api.violations() == []


async def test_open_votes_are_answers_to_the_bot_and_can_be_taken_back(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    options = [{"text": "Rice"}, {"text": "Beans"}]
    sent = (await api("sendPoll", chat_id=chat, question="What?", options=options, is_anonymous=False)).result
    assert (sent["poll"]["type"], sent["poll"]["total_voter_count"]) == ("regular", 0)
    where = {"message_id": sent["message_id"]}
    await api.act(ada, "vote", chat, **where, option_ids=[1])
    await api.act(bob, "vote", chat, **where, option_ids=[1])
    given = await api.act(bob, "vote", chat, **where, option_ids=[])
    assert [one["voter_count"] for one in given["poll"]["options"]] == [0, 1]
    answers = [one["poll_answer"] for one in await api.updates() if "poll_answer" in one]
    assert [(one["user"]["id"], one["option_ids"]) for one in answers] == [(ada, [1]), (bob, [1]), (bob, [])]
    assert (await api.act(ada, "vote", chat, **where, option_ids=[0, 1]))["error"].endswith("one answer")
    assert (await api.act(ada, "vote", chat, **where, option_ids=[2]))["error"] == "no such option"
    stopped = (await api("stopPoll", chat_id=chat, **where)).result
    assert (stopped["is_closed"], stopped["total_voter_count"]) == (True, 1)
    assert (await api.act(bob, "vote", chat, **where, option_ids=[0]))["error"] == "the poll is closed"
    again = await api("stopPoll", chat_id=chat, **where)
    assert again.error == "400 Bad Request: poll has already been closed"
    assert await api.violations() == []


async def test_an_anonymous_poll_tells_its_state_only_and_closes_in_time(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendPoll", chat_id=ada, question="What?", options=["a", "b"], open_period=60)).result
    await api.act(ada, "vote", message_id=sent["message_id"], option_ids=[0])
    (told,) = await api.updates()
    assert told["poll"]["options"][0]["voter_count"] == 1
    api.clock.seconds += 61
    late = await api.act(ada, "vote", message_id=sent["message_id"], option_ids=[1])
    assert late["error"] == "the poll is closed"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": [{"text": "a"}] * 13}, "poll can't have more than 12 options"),
        ({"options": [{"text": "x" * 101}]}, "poll options length must not exceed 100"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
        ({"type": "riddle"}, "unsupported poll type specified"),
    ],
)
async def test_a_bad_poll_is_refused(api: Api, values: Json, words: str) -> None:
    poll: Json = {"question": "What?", "options": [{"text": "a"}, {"text": "b"}], **values}
    refused = await api("sendPoll", chat_id=await api.person(), **poll)
    assert refused.error == f"400 Bad Request: {words}"


async def test_media_of_poll_options_fail_loudly(api: Api) -> None:
    photo = {"type": "photo", "media": "x"}
    poll: Json = {"question": "What?", "options": [{"text": "a", "media": photo}]}
    refused = await api("sendPoll", chat_id=await api.person(), **poll)
    assert refused.status == 501
    assert "media of poll options are not emulated" in await api.violations()


async def test_a_quiz_takes_a_vote_once(api: Api) -> None:
    ada = await api.person()
    quiz: Json = {"question": "2 + 2?", "options": [{"text": "4"}, {"text": "5"}], "type": "quiz"}
    sent = (await api("sendPoll", chat_id=ada, **quiz, correct_option_ids=[0], explanation="Count")).result
    assert sent["poll"]["correct_option_ids"] == [0]
    await api.act(ada, "vote", message_id=sent["message_id"], option_ids=[1])
    again = await api.act(ada, "vote", message_id=sent["message_id"], option_ids=[0])
    assert again["error"] == "this poll takes a vote once"
    assert await api.violations() == []
