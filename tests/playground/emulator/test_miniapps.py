"""Mini Apps: the signed address, held against Telegram's algorithm, and what an app sends back.

The check here is written after core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app and
shares no code with the emulator.
"""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.playground.emulator.api import Api, Json

APP = "https://example.com/app?shop=1"
BUTTON = {"inline_keyboard": [[{"text": "Open", "web_app": {"url": APP}}]]}
KEYS = {"keyboard": [[{"text": "Scan", "web_app": {"url": APP}}, {"text": "No"}]]}


def launched(url: str) -> tuple[dict[str, str], dict[str, str]]:
    """The parameters in the fragment, and the init data within them, as an app reads them."""
    launch = dict(parse_qsl(urlsplit(url).fragment, strict_parsing=True))
    return launch, dict(parse_qsl(launch["tgWebAppData"], strict_parsing=True))


def is_from_telegram(init_data: str, token: str) -> bool:
    """Telegram's documented check of the hash."""
    pairs = dict(parse_qsl(init_data))
    received = pairs.pop("hash")
    data_check_string = "\n".join(f"{key}={value}" for key, value in sorted(pairs.items()))
    secret_key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return hmac.new(secret_key, data_check_string.encode(), hashlib.sha256).hexdigest() == received


async def opened(api: Api, person: int) -> str:
    sent = (await api("sendMessage", chat_id=person, text="Shop", reply_markup=BUTTON)).result
    tapped = await api.act(person, "tap", message_id=sent["message_id"], text="Open")
    assert tapped["kind"] == "web_app"
    return str(tapped["url"])


async def test_an_inline_button_opens_the_app_with_signed_init_data(api: Api) -> None:
    person: Json = {"first_name": "Ada & Bob", "language_code": "en", "username": "ada"}
    ada = (await api.control("/users", person))["id"]
    await api.act(ada, "start")
    url = await opened(api, ada)
    assert url.startswith(APP + "#tgWebAppData=")
    launch, data = launched(url)
    assert (launch["tgWebAppVersion"], launch["tgWebAppPlatform"]) == ("9.1", "web")
    assert "bg_color" in json.loads(launch["tgWebAppThemeParams"])
    assert set(data) == {"query_id", "user", "auth_date", "signature", "hash"}
    user = json.loads(data["user"])
    assert (user["id"], user["first_name"], user["last_name"]) == (ada, "Ada & Bob", "")
    assert (user["username"], user["language_code"], user["allows_write_to_pm"]) == ("ada", "en", True)
    assert int(data["auth_date"]) == int(api.clock.seconds)
    assert is_from_telegram(launch["tgWebAppData"], api.emulator.token)


async def test_the_hash_proves_every_field_and_the_token(api: Api) -> None:
    launch, data = launched(await opened(api, await api.person()))
    init_data = launch["tgWebAppData"]
    assert not is_from_telegram(init_data, "1:another-token")
    assert not is_from_telegram(init_data.replace("Ada", "Eve"), api.emulator.token)
    assert not is_from_telegram(init_data.replace(data["auth_date"], "1790000001"), api.emulator.token)


async def test_the_signature_can_be_proven_without_the_token(api: Api) -> None:
    _, data = launched(await opened(api, await api.person()))
    key = Ed25519PublicKey.from_public_bytes(
        bytes.fromhex((await api.control(""))["bot"]["mini_app_public_key"])
    )
    fields = {name: value for name, value in data.items() if name not in ("hash", "signature")}
    lines = "\n".join(f"{key}={value}" for key, value in sorted(fields.items()))
    bot_id = api.emulator.token.split(":")[0]
    signature = urlsafe_b64decode(data["signature"] + "=" * (-len(data["signature"]) % 4))
    key.verify(signature, f"{bot_id}:WebAppData\n{lines}".encode())


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com/", "https://example.com/#tgWebAppData="),
        ("https://example.com/#/list", "https://example.com/#/list?tgWebAppData="),
        ("https://example.com/#/list?a=1", "https://example.com/#/list?a=1&tgWebAppData="),
    ],
)
async def test_an_address_keeps_its_own_fragment(api: Api, url: str, expected: str) -> None:
    ada = await api.person()
    markup = {"inline_keyboard": [[{"text": "Open", "web_app": {"url": url}}]]}
    sent = (await api("sendMessage", chat_id=ada, text="a", reply_markup=markup)).result
    tapped = await api.act(ada, "tap", message_id=sent["message_id"], text="Open")
    assert tapped["url"].startswith(expected)


async def test_a_keyboard_button_opens_it_without_a_query_and_its_app_may_send_data(api: Api) -> None:
    ada = await api.person()
    await api("sendMessage", chat_id=ada, text="Scan?", reply_markup=KEYS)
    pressed = await api.act(ada, "press", text="Scan")
    launch, data = launched(pressed["url"])
    assert set(data) == {"user", "auth_date", "signature", "hash"}
    assert is_from_telegram(launch["tgWebAppData"], api.emulator.token)
    sent = await api.act(ada, "web_app_data", button_text="Scan", data='{"code": 1}')
    assert sent["messages"][0]["web_app_data"] == {"button_text": "Scan", "data": '{"code": 1}'}
    (said,) = await api.updates()
    assert said["message"]["web_app_data"]["data"] == '{"code": 1}'
    assert await api.violations() == []


@pytest.mark.parametrize("button", ["Open", "No", "Nothing"])
async def test_only_an_app_from_a_keyboard_button_may_send_data(api: Api, button: str) -> None:
    ada = await api.person()
    await api("sendMessage", chat_id=ada, text="Scan?", reply_markup=KEYS)
    await api("sendMessage", chat_id=ada, text="Shop", reply_markup=BUTTON)
    refused = await api.act(ada, "web_app_data", button_text=button, data="a")
    assert refused["error"] == "only an app opened from a button under the input can send data"
    long = await api.act(ada, "web_app_data", button_text="Scan", data="x" * 4097)
    assert long["error"] == "an app may send 1 to 4096 bytes"


async def test_the_menu_button_opens_an_app_where_one_is_set(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    refused = await api.act(ada, "open_app", menu=True)
    assert refused["error"] == "the menu button opens no app"
    plain = {"type": "web_app", "text": "Shop", "web_app": {"url": "http://example.com/"}}
    assert (await api("setChatMenuButton", menu_button=plain)).error == (
        "400 Bad Request: menu button web app URL 'http://example.com/' is invalid: "
        "Only HTTPS links are allowed"
    )
    button = {"type": "web_app", "text": "Shop", "web_app": {"url": APP}}
    await api("setChatMenuButton", chat_id=ada, menu_button=button)
    launch, data = launched((await api.act(ada, "open_app", menu=True))["url"])
    assert "query_id" in data
    assert is_from_telegram(launch["tgWebAppData"], api.emulator.token)
    assert (await api("getChatMenuButton", chat_id=ada)).result == button
    assert (await api("getChatMenuButton")).result == {"type": "commands"}
    assert (await api.act(bob, "open_app", menu=True))["error"] == "the menu button opens no app"
    assert (await api.control(f"/chats/{ada}/commands"))["menu_button"] == button


async def test_a_direct_link_opens_the_app_in_the_chat_where_it_was_followed(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob, kind="supergroup")
    await api.control("/bot", {"apps": {"shop": APP}})
    given = [
        launched((await api.act(one, "open_app", chat, app="shop", startapp="list-7"))["url"])
        for one in (ada, bob)
    ]
    (launch, data), (_, of_bob) = given
    assert (data["start_param"], data["chat_type"]) == ("list-7", "supergroup")
    assert data["chat_instance"] == of_bob["chat_instance"]
    assert "query_id" not in data
    assert is_from_telegram(launch["tgWebAppData"], api.emulator.token)
    url = (await api.act(ada, "open_app", None, app="shop", startapp="list-7"))["url"]
    assert parse_qs(urlsplit(url).query) == {"shop": ["1"], "tgWebAppStartParam": ["list-7"]}
    assert launched(url)[1]["chat_type"] == "sender"
    refused = await api.act(ada, "open_app", None, app="bank")
    assert refused["error"].startswith("the bot has no app 'bank'")


async def test_an_answer_to_an_app_is_her_message_by_way_of_the_bot_once(api: Api) -> None:
    ada = await api.person()
    query_id = launched(await opened(api, ada))[1]["query_id"]
    button = {"inline_keyboard": [[{"text": "Edit", "callback_data": "edit"}]]}
    result = {
        "type": "article",
        "id": "1",
        "title": "Order",
        "input_message_content": {"message_text": "2 × rice"},
        "reply_markup": button,
    }
    sent = (await api("answerWebAppQuery", web_app_query_id=query_id, result=result)).result
    (said,) = await api.updates()
    assert (said["message"]["text"], said["message"]["from"]["id"]) == ("2 × rice", ada)
    assert said["message"]["via_bot"]["is_bot"] is True
    edited = await api("editMessageText", **sent, text="3 × rice")
    assert edited.result is True
    again = await api("answerWebAppQuery", web_app_query_id=query_id, result=result)
    assert again.error.startswith("400 Bad Request: query is too old")
    other = launched(await opened(api, ada))[1]["query_id"]
    plain = {name: value for name, value in result.items() if name != "reply_markup"}
    assert (await api("answerWebAppQuery", web_app_query_id=other, result=plain)).result == {}
    assert await api.violations() == []


async def test_the_button_above_inline_results_opens_an_app_without_a_query(api: Api) -> None:
    ada = await api.person()
    await api.act(ada, "inline", query="rice")
    query = (await api.updates())[0]["inline_query"]
    button = {"text": "Shop", "web_app": {"url": APP}}
    await api("answerInlineQuery", inline_query_id=query["id"], results=[], button=button)
    given = await api.control(f"/users/{ada}/inline/{query['id']}/button", {})
    launch, data = launched(given["url"])
    assert "query_id" not in data
    assert is_from_telegram(launch["tgWebAppData"], api.emulator.token)
    assert await api.violations() == []
