"""The whole Bot API, method by method and parameter by parameter: emulated, or refused and recorded.

`CALLS` holds a good call of every emulated method. Each of its other parameters is then given once, with a
value of its type: it must be read, or stand in `WITHOUT_EFFECT`, or be a violation; the loud ones are listed.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.playground.emulator.methods import METHODS
from bot.playground.emulator.parameters import WITHOUT_EFFECT
from bot.playground.emulator.spec import Field, bot_api
from tests.playground.emulator.api import Api, Json
from tests.playground.emulator.test_files import picture

SPEC = bot_api()
EMULATED = sorted(SPEC.methods[name].name for name in METHODS)
REFUSED = sorted(method.name for name, method in SPEC.methods.items() if name not in METHODS)

LOUD = {
    "allow_adding_options",
    "answerCallbackQuery.cache_time",
    "business_connection_id",
    "certificate",
    "country_codes",
    "cover",
    "direct_messages_topic_id",
    "explanation",
    "explanation_entities",
    "explanation_media",
    "explanation_parse_mode",
    "correct_option_ids",
    "hide_results_until_closes",
    "max_tip_amount",
    "media",
    "members_only",
    "message_thread_id",
    "performer",
    "photo_url",
    "start_timestamp",
    "subscription_period",
    "suggested_post_parameters",
    "suggested_tip_amounts",
    "thumbnail",
    "title",
    "video_start_timestamp",
}
"""Parameters of emulated methods that are violations. Fewer is better; more wants a reason."""

BUTTON = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
PRICES = [{"label": "Rice", "amount": 320}]
INVOICE = {"title": "a", "description": "b", "payload": "c", "currency": "GBP", "provider_token": "1:T"}
ARTICLE = {"type": "article", "id": "1", "title": "a", "input_message_content": {"message_text": "a"}}
HERE = {"latitude": 51.5, "longitude": -0.1}
POLL = {"question": "What?", "options": [{"text": "a"}, {"text": "b"}]}


@dataclass
class Town:
    """Ada's private chat, and a supergroup where the bot may do everything and Bob is a member."""

    api: Api
    ada: int
    bob: int
    street: int
    photo: str = ""

    async def sent(self, method: str = "sendMessage", **values: Any) -> Json:
        """Where the bot's new message in Ada's chat stands."""
        message = (await self.api(method, chat_id=self.ada, **values)).result
        return {"chat_id": self.ada, "message_id": message["message_id"]}

    def named(self, values: Json) -> Json:
        """Names in a call stand for ids."""
        names = {"ada": self.ada, "bob": self.bob, "street": self.street, "photo": self.photo}
        return {key: names.get(one, one) if isinstance(one, str) else one for key, one in values.items()}

    async def tapped(self) -> str:
        where = await self.sent(text="a", reply_markup=BUTTON)
        tapped = await self.api.act(self.ada, "tap", message_id=where["message_id"], text="Yes")
        return str(tapped["callback_query_id"])

    async def asked(self) -> str:
        return str((await self.api.act(self.ada, "inline", query="rice"))["inline_query_id"])

    async def opened(self) -> str:
        await self.api("setChatMenuButton", chat_id=self.ada, menu_button=APP)
        return str((await self.api.act(self.ada, "open_app", menu=True))["query_id"])

    async def paid(self, kind: str) -> str:
        desk = self.api.emulator.desk
        return desk.ask(kind, desk.world.people[self.ada], 10).id


APP = {"type": "web_app", "text": "Shop", "web_app": {"url": "https://example.com/"}}
Build = Callable[[Town], Awaitable[Json]]


def values(**given: Any) -> Build:
    async def build(town: Town) -> Json:
        return dict(given)

    return build


def on(method: str = "sendMessage", sent: Json | None = None, **given: Any) -> Build:
    """A call about a message that the bot has just sent."""

    async def build(town: Town) -> Json:
        fresh = town.named(sent or {"text": "a"})
        return {**await town.sent(method, **fresh), **given}

    return build


def answering(name: str, question: Callable[[Town], Awaitable[str]], **given: Any) -> Build:
    async def build(town: Town) -> Json:
        return {name: await question(town), **given}

    return build


async def _member(town: Town) -> Json:
    await town.api.control(f"/groups/{town.street}/add", {"user_id": town.bob, "by": town.ada})
    return {"chat_id": town.street, "user_id": town.bob}


async def _named(town: Town) -> Json:
    where = await _member(town)
    await town.api("promoteChatMember", **where, can_pin_messages=True)
    return {**where, "custom_title": "Cook"}


async def _described(town: Town) -> Json:
    return {"chat_id": town.street, "description": f"as of {town.api.emulator.desk.journal.seq}"}


CHANGED = {"text": "b"}
LIVE = {**HERE, "live_period": 900}
COMMANDS = [{"command": "help", "description": "Help"}]
CALLS: dict[str, Build] = {
    "answerCallbackQuery": answering("callback_query_id", Town.tapped),
    "answerInlineQuery": answering("inline_query_id", Town.asked, results=[ARTICLE], cache_time=0),
    "answerPreCheckoutQuery": answering(
        "pre_checkout_query_id", lambda town: town.paid("pre_checkout"), ok=True
    ),
    "answerShippingQuery": answering(
        "shipping_query_id",
        lambda town: town.paid("shipping"),
        ok=True,
        shipping_options=[{"id": "a", "title": "a", "prices": PRICES}],
    ),
    "answerWebAppQuery": answering("web_app_query_id", Town.opened, result=ARTICLE),
    "banChatMember": _member,
    "close": values(),
    "copyMessage": on(from_chat_id="ada"),
    "copyMessages": values(chat_id="ada", from_chat_id="ada", message_ids=[1]),
    "createInvoiceLink": values(**INVOICE, prices=PRICES),
    "deleteMessage": on(),
    "deleteMessages": values(chat_id="ada", message_ids=[9999]),
    "deleteMyCommands": values(),
    "deleteWebhook": values(),
    "editMessageCaption": on("sendPhoto", {"photo": "photo"}, caption="b"),
    "editMessageLiveLocation": on("sendLocation", LIVE, latitude=1, longitude=1),
    "editMessageMedia": on(media={"type": "photo", "media": "photo"}),
    "editMessageReplyMarkup": on(reply_markup=BUTTON),
    "editMessageText": on(**CHANGED),
    "forwardMessage": on(from_chat_id="ada"),
    "forwardMessages": values(chat_id="ada", from_chat_id="ada", message_ids=[1]),
    "getChat": values(chat_id="ada"),
    "getChatAdministrators": values(chat_id="street"),
    "getChatMember": values(chat_id="street", user_id="bob"),
    "getChatMemberCount": values(chat_id="street"),
    "getChatMenuButton": values(),
    "getFile": values(file_id="photo"),
    "getMe": values(),
    "getMyCommands": values(),
    "getMyDescription": values(),
    "getMyName": values(),
    "getMyShortDescription": values(),
    "getUpdates": values(),
    "getUserProfilePhotos": values(user_id="ada"),
    "getWebhookInfo": values(),
    "leaveChat": values(chat_id="street"),
    "logOut": values(),
    "pinChatMessage": on(),
    "promoteChatMember": _member,
    "restrictChatMember": values(chat_id="street", user_id="bob", permissions={}),
    "sendAnimation": values(chat_id="ada", animation="https://example.com/a"),
    "sendAudio": values(chat_id="ada", audio="https://example.com/a"),
    "sendChatAction": values(chat_id="ada", action="typing"),
    "sendContact": values(chat_id="ada", phone_number="+44", first_name="Ada"),
    "sendDice": values(chat_id="ada"),
    "sendDocument": values(chat_id="ada", document="https://example.com/a"),
    "sendInvoice": values(chat_id="ada", **INVOICE, prices=PRICES),
    "sendLocation": values(chat_id="ada", **HERE),
    "sendMediaGroup": values(chat_id="ada", media=[{"type": "photo", "media": "photo"}] * 2),
    "sendMessage": values(chat_id="ada", text="a"),
    "sendPhoto": values(chat_id="ada", photo="photo"),
    "sendPoll": values(chat_id="ada", **POLL),
    "sendVenue": values(chat_id="ada", **HERE, title="a", address="b"),
    "sendVideo": values(chat_id="ada", video="https://example.com/a"),
    "sendVoice": values(chat_id="ada", voice="https://example.com/a"),
    "setChatAdministratorCustomTitle": _named,
    "setChatDescription": _described,
    "setChatMenuButton": values(),
    "setChatPermissions": values(chat_id="street", permissions={"can_send_messages": True}),
    "setChatTitle": values(chat_id="street", title="Kitchen"),
    "setMessageReaction": on(),
    "setMyCommands": values(commands=COMMANDS),
    "setMyDescription": values(),
    "setMyName": values(),
    "setMyShortDescription": values(),
    "setWebhook": values(url=""),
    "stopMessageLiveLocation": on("sendLocation", LIVE),
    "stopPoll": on("sendPoll", POLL),
    "unbanChatMember": values(chat_id="street", user_id="bob"),
    "unpinAllChatMessages": values(chat_id="ada"),
    "unpinChatMessage": values(chat_id="ada"),
}
UPLOADED = {"sendAnimation", "sendAudio", "sendDocument", "sendVideo", "sendVoice"}
GIVEN: Json = {
    "reply_parameters": {"message_id": 1},
    "caption": "look",
    "language_code": "de",
    "scope": {"type": "default"},
    "menu_button": {"type": "commands"},
    "message_ids": [1],
    "reaction": [{"type": "emoji", "emoji": "👍"}],
    "button": {"text": "Go", "start_parameter": "a"},
    "live_period": 900,
    "close_date": 1_790_001_000,
    "open_period": 600,
    "options": [{"text": "a"}],
    "emoji": "🎯",
    "type": "regular",
    "chat_id": None,
    "reply_markup": BUTTON,
    "timeout": 0,
    "offset": 0,
    "ip_address": "127.0.0.1",
    "parse_mode": "HTML",
}


def of_type(name: str, field: Field) -> Any:
    if name in GIVEN:
        return GIVEN[name]
    if name.endswith("parse_mode"):
        return "HTML"
    kind = field.types[0]
    return {"Boolean": True, "Integer": 1, "Float": 1.0, "String": "a"}.get(
        kind, [] if "Array" in kind else {"x": 1}
    )


@pytest.fixture
async def town(api: Api) -> Town:
    ada, bob = await api.person("Ada"), await api.person("Bob")
    street = await api.group(ada, bob, kind="supergroup")
    rights = {"can_promote_members": True}
    body = {"bot": True, "by": ada, "status": "administrator", "rights": rights}
    await api.control(f"/groups/{street}/promote", body)
    sent = await api("sendPhoto", {"photo": picture(90, 90)}, chat_id=ada)
    return Town(api, ada, bob, street, sent.result["photo"][-1]["file_id"])


async def call(town: Town, method: str, /, **more: Any) -> tuple[int, list[str], Json]:
    """Status, the violations that this call made, its answer."""
    before = len(await town.api.violations())
    given = town.named({**await CALLS[method](town), **more})
    if "media" in given and isinstance(given["media"], dict):
        given["media"] = {**given["media"], "media": town.photo}
    if method == "sendMediaGroup":
        given["media"] = [{**one, "media": town.photo} for one in given["media"]]
    files = {}
    if method in UPLOADED:
        kind = method.removeprefix("send").lower()
        del given[kind]
        files = {kind: b"content"}
    reply = await town.api(method, files, **{key: value for key, value in given.items() if value is not None})
    return reply.status, (await town.api.violations())[before:], reply.body


def test_every_method_is_emulated_or_refused() -> None:
    assert len(EMULATED) + len(REFUSED) == len(SPEC.methods) == 176
    assert set(CALLS) == set(EMULATED)


@pytest.mark.parametrize("name", REFUSED)
async def test_a_method_without_emulation_is_refused_and_recorded(api: Api, name: str) -> None:
    reply = await api(name)
    assert reply.error == (f"501 Not Emulated: method {name} is part of the Bot API but not of this emulator")
    assert await api.violations() == [f"method {name} is not emulated"]


@pytest.mark.parametrize("name", EMULATED)
async def test_every_parameter_is_read_or_harmless_or_loud(town: Town, name: str) -> None:
    status, violations, answer = await call(town, name)
    assert (status, violations) == (200, []), answer
    if name in ("leaveChat",):
        return
    for parameter, field in SPEC.methods[name.lower()].fields.items():
        if field.required:
            continue
        _, violations, _ = await call(town, name, **{parameter: of_type(parameter, field)})
        loud = f"parameter {parameter!r} is not emulated" in violations
        harmless = parameter in WITHOUT_EFFECT or f"{name}.{parameter}" in WITHOUT_EFFECT
        assert not (loud and harmless)
        assert not loud or {parameter, f"{name}.{parameter}"} & LOUD, f"{name}: {parameter} is loud"


async def test_a_harmless_parameter_is_one_of_the_api(api: Api) -> None:
    for listed in WITHOUT_EFFECT:
        method, _, name = listed.rpartition(".")
        places = [SPEC.methods[method.lower()]] if method else [SPEC.methods[one] for one in METHODS]
        assert any(name in place.fields for place in places), listed


async def test_an_upload_that_nothing_reads_is_loud(town: Town) -> None:
    files = {"document": b"content", "thumbnail": picture(9, 9)}
    await town.api("sendDocument", files, chat_id=town.ada)
    assert [text for text in await town.api.violations() if "thumbnail" in text] == [
        "parameter 'thumbnail' is not emulated"
    ]


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        (
            "sendPoll",
            {**POLL, "options": [{"text": "a", "text_parse_mode": 5}] * 2},
            "unsupported parse_mode",
        ),
        ("sendPoll", {**POLL, "question_entities": 1}, "can't parse entities: expected an Array"),
        (
            "sendMessage",
            {"text": "a", "reply_parameters": {"message_id": []}},
            'field "message_id" must be a valid Number',
        ),
        ("sendLocation", {**HERE, "horizontal_accuracy": "wide"}, "horizontal_accuracy is empty"),
    ],
)
async def test_a_value_of_another_kind_is_refused_and_a_violation(
    api: Api, method: str, values: Json, words: str
) -> None:
    refused = await api.json(method, chat_id=await api.person(), **values)
    assert refused.error == f"400 Bad Request: {words}"
    assert await api.violations()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x\r\nbroken"),
        ({"Content-Type": "multipart/form-data"}, b"x"),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(api: Api, headers: Json, body: bytes) -> None:
    refused = await api.raw("sendMessage", data=body, headers=headers)
    assert refused.error.startswith("400 Bad Request: the request's body cannot be read: ")
    assert await api.refusals() == [refused.body["description"]]


@pytest.mark.parametrize("chat_id", ['" 7"', '"1_0"', '"٧"', "7.5", "1e999", "true"])
async def test_only_digits_are_a_number(api: Api, chat_id: str) -> None:
    for number in (1, 7, 10):
        await api.control("/users", {"first_name": "Ada", "id": number})
    body = f'{{"chat_id": {chat_id}, "text": "a"}}'
    refused = await api.raw("sendMessage", data=body, headers={"Content-Type": "application/json"})
    assert refused.error == "400 Bad Request: chat not found"


async def test_json_that_is_nested_without_end_is_refused(api: Api) -> None:
    deep = '{"text": ' + "[" * 50_000
    refused = await api.raw("sendMessage", data=deep, headers={"Content-Type": "application/json"})
    assert refused.error == "400 Bad Request: can't parse JSON object"
    assert (await api("sendMessage", chat_id=1, text="a", reply_markup="[" * 50_000)).status == 400
