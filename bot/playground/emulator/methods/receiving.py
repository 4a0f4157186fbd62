"""getMe, getUpdates, the webhook, and answers to what people asked."""

import re
from typing import Any
from urllib.parse import urlsplit

from ..calls import Call
from ..desk import Desk
from ..errors import BadRequest, Conflict
from ..spec import Json
from ..state import Webhook
from .registry import method

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANSWER_CHARACTERS = 200
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PORTS = (443, 80, 88, 8443)


@method("getMe")
def get_me(desk: Desk, call: Call) -> Json:
    return desk.world.bot


@method("logOut", "close")
def log_out(desk: Desk, call: Call) -> bool:
    return True


@method("getUpdates")
async def get_updates(desk: Desk, call: Call) -> list[Json]:
    _remember_allowed(desk, call)
    limit = min(max(call.number("limit", 100), 1), 100)
    return await desk.updates.poll(call.number("offset"), limit, call.number("timeout"))


@method("setWebhook")
def set_webhook(desk: Desk, call: Call) -> bool:
    url, secret, address = call.text("url"), call.text("secret_token"), call.text("ip_address")
    if url:
        _check_webhook(desk, url, secret)
    _remember_allowed(desk, call)
    if call.flag("drop_pending_updates"):
        desk.updates.drop_all()
    connections = min(max(call.number("max_connections", 40), 1), 100)
    desk.world.webhook = Webhook(url, secret, connections, address) if url else Webhook()
    desk.save_singles()
    if url:
        desk.updates.stop_poll(Conflict("terminated by setWebhook request"))
    desk.updates.arrived()
    return True


@method("deleteWebhook")
def delete_webhook(desk: Desk, call: Call) -> bool:
    if call.flag("drop_pending_updates"):
        desk.updates.drop_all()
    desk.world.webhook = Webhook()
    desk.save_singles()
    desk.updates.arrived()
    return True


@method("getWebhookInfo")
def get_webhook_info(desk: Desk, call: Call) -> Json:
    return webhook_info(desk)


def webhook_info(desk: Desk) -> Json:
    hook = desk.world.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(desk.world.pending),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
        if hook.ip_address:
            info["ip_address"] = hook.ip_address
        if hook.last_error_message is not None:
            info["last_error_date"] = hook.last_error_date
            info["last_error_message"] = hook.last_error_message
    if desk.world.allowed_updates:
        info["allowed_updates"] = desk.world.allowed_updates
    return info


@method("answerCallbackQuery")
def answer_callback_query(desk: Desk, call: Call) -> bool:
    question = desk.open_question("callback", call.values.get("callback_query_id"))
    if question is None:
        raise BadRequest(TOO_OLD)
    text = call.text("text")
    if len(text) > ANSWER_CHARACTERS:
        raise BadRequest("MESSAGE_TOO_LONG")
    answer: Json = {
        "text": text or None,
        "show_alert": call.flag("show_alert"),
        "url": call.text("url") or None,
    }
    desk.answer(question, answer)
    desk.journal.publish(
        "callback_answer",
        callback_query_id=question.id,
        user_id=question.user_id,
        chat_id=question.user_id if question.chat_id is None else question.chat_id,
        message_id=question.message_id,
        **answer,
    )
    return True


def _remember_allowed(desk: Desk, call: Call) -> None:
    allowed: Any = call.values.get("allowed_updates")
    if not isinstance(allowed, list):
        return
    known = desk.spec.misfits(
        {"update_id": 1, **dict.fromkeys(map(str, allowed))}, ["Update"], "allowed_updates"
    )
    call.violations.extend(known)
    wanted = [str(kind) for kind in allowed]
    if wanted != (desk.world.allowed_updates or []):
        desk.world.allowed_updates = wanted or None
        desk.save_singles()


def _check_webhook(desk: Desk, url: str, secret: str) -> None:
    """https on one of Telegram's ports; plain http only on loopback, as its local server allows."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadRequest("invalid webhook URL specified") from error
    if not parts.hostname:
        raise BadRequest("invalid webhook URL specified")
    if parts.hostname not in _LOOPBACK:
        if parts.scheme != "https":
            raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
        if (port or 443) not in _PORTS:
            raise BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(secret) > 256:
        raise BadRequest("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise BadRequest("secret token contains unallowed characters")
