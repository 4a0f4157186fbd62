"""Mini Apps: addresses with signed init data, as Telegram's clients open them.

`tgWebAppData` holds the init data: `query_id` (from an inline or the menu button: `answerWebAppQuery` takes
it), `user`, `auth_date`, for a direct link `chat_instance`, `chat_type` and `start_param`, then `signature`
and `hash`. The hash is HMAC-SHA256 over all other fields, sorted, one a line, keyed with HMAC-SHA256 of the
token under `WebAppData`. The signature is Ed25519 over the bot's id and the same lines without it; only
Telegram has Telegram's key, so that the emulator signs with one of its own, `public_key`, made from the
token. Source: core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app.
"""

import hashlib
import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .desk import Desk
from .errors import ControlError
from .people import chat_instance
from .rooms import chat_of
from .spec import Json
from .state import PEOPLE, PRIVATE, Chat, Person

VERSION = "9.1"
QUERY_SECONDS = 3600
DATA_BYTES = 4096
WEB_APP = "web_app"
_THEME = {
    "bg_color": "#ffffff",
    "text_color": "#000000",
    "hint_color": "#707579",
    "link_color": "#3390ec",
    "button_color": "#3390ec",
    "button_text_color": "#ffffff",
    "secondary_bg_color": "#f4f4f5",
}


def from_button(desk: Desk, person: Person, url: str) -> Json:
    """From an inline button or the menu button: the app may answer its query once."""
    query_id = "AA" + secrets.token_urlsafe(16)
    chat = chat_of(desk, person)
    desk.ask(WEB_APP, person, QUERY_SECONDS, chat_id=chat.id, name=query_id)
    return _opened(desk, url, {"query_id": query_id, **_user(person)}) | {"query_id": query_id}


def from_menu(desk: Desk, person: Person, button: Json) -> Json:
    if button.get("type") != "web_app":
        raise ControlError("the menu button opens no app", status=409)
    return from_button(desk, person, button["web_app"]["url"])


def from_keyboard(desk: Desk, person: Person, url: str, button_text: str) -> Json:
    """From under the input, or above inline results: no query to answer, but data may be sent."""
    return _opened(desk, url, _user(person)) | {"button_text": button_text}


def from_link(desk: Desk, person: Person, name: str, start_param: str | None, chat: Chat) -> Json:
    """`t.me/<bot>/<name>?startapp=<start_param>`, followed in a chat."""
    url = desk.world.switches["apps"].get(name)
    if url is None:
        raise ControlError(f"the bot has no app {name!r}; name its address at /control/bot", status=404)
    kind = {PRIVATE: "sender", PEOPLE: "private"}.get(chat.kind, chat.kind)
    fields = {**_user(person), "chat_instance": chat_instance(chat), "chat_type": kind}
    if start_param:
        fields["start_param"] = start_param
        parts = urlsplit(url)
        query = "&".join(filter(None, (parts.query, urlencode({"tgWebAppStartParam": start_param}))))
        url = urlunsplit(parts._replace(query=query))
    return _opened(desk, url, fields)


def public_key(token: str) -> str:
    """Hex of the Ed25519 key that proves the emulator's signatures."""
    return _key(token).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def web_app_data(chat: Chat, button_text: str, data: str) -> Json:
    """The content of a message with what an app sent. Raises ControlError."""
    rows = (chat.keyboard or {}).get("keyboard", [])
    buttons = [button for row in rows for button in row if isinstance(button, dict)]
    if not any(one.get("text") == button_text and "web_app" in one for one in buttons):
        raise ControlError("only an app opened from a button under the input can send data", status=409)
    if not 1 <= len(data.encode()) <= DATA_BYTES:
        raise ControlError(f"an app may send 1 to {DATA_BYTES} bytes")
    return {"web_app_data": {"data": data, "button_text": button_text}}


def _user(person: Person) -> dict[str, str]:
    user = {"last_name": "", **person.user(), "allows_write_to_pm": person.started and not person.blocked}
    names = ("id", "first_name", "last_name", "username", "language_code", "allows_write_to_pm")
    kept = {name: user[name] for name in names if name in user and user[name] is not False}
    return {"user": json.dumps(kept, ensure_ascii=False, separators=(",", ":"))}


def _opened(desk: Desk, url: str, fields: dict[str, str]) -> Json:
    token = desk.settings.token
    fields = {**fields, "auth_date": str(int(desk.now()))}
    signed = f"{token.partition(':')[0]}:WebAppData\n{_lines(fields)}".encode()
    fields["signature"] = urlsafe_b64encode(_key(token).sign(signed)).decode().rstrip("=")
    secret = hmac.digest(b"WebAppData", token.encode(), "sha256")
    fields["hash"] = hmac.new(secret, _lines(fields).encode(), hashlib.sha256).hexdigest()
    launch = {
        "tgWebAppData": urlencode(fields, quote_via=quote),
        "tgWebAppVersion": VERSION,
        "tgWebAppPlatform": "web",
        "tgWebAppThemeParams": json.dumps(_THEME, separators=(",", ":")),
    }
    before, _, fragment = url.partition("#")
    glue = "" if not fragment else "&" if set("=?") & set(fragment) else "?"
    return {"kind": WEB_APP, "url": f"{before}#{fragment}{glue}{urlencode(launch, quote_via=quote)}"}


def _lines(fields: dict[str, str]) -> str:
    return "\n".join(f"{name}={fields[name]}" for name in sorted(fields))


def _key(token: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"mini apps of " + token.encode()).digest())
