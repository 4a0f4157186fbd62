"""Polls and quizzes of the bot; people vote by `voting`."""

import secrets
from typing import Any

from ..calls import Call
from ..chats import change, message_of, send
from ..desk import Desk
from ..errors import BadRequest, PartNotEmulated
from ..markup import read_markup
from ..rooms import writable
from ..spec import Json
from ..texts.formatting import Formatted, Limits, format_text
from .registry import method

QUESTION_CHARACTERS = 300
OPTION_CHARACTERS = 100
OPTIONS = (1, 12)
EXPLANATION_CHARACTERS = 200
DESCRIPTION_CHARACTERS = 1024
_OPEN_SECONDS = 2_628_000


@method("sendPoll")
def send_poll(desk: Desk, call: Call) -> Json:
    kind = call.text("type") or "regular"
    if kind not in ("regular", "quiz"):
        raise BadRequest("unsupported poll type specified")
    options = call.objects("options", "expected an Array of poll options")
    if len(options) < OPTIONS[0]:
        raise BadRequest(f"poll must have at least {OPTIONS[0]} option")
    if len(options) > OPTIONS[1]:
        raise BadRequest(f"poll can't have more than {OPTIONS[1]} options")
    question = _words(desk, call.values, "question", QUESTION_CHARACTERS)
    poll: Json = {
        "id": desk.world.next_question_id(),
        "question": question.text,
        "options": [_option(desk, call, one) for one in options],
        "total_voter_count": 0,
        "is_closed": call.flag("is_closed"),
        "is_anonymous": bool(call.values.get("is_anonymous", True)),
        "type": kind,
        "allows_multiple_answers": call.flag("allows_multiple_answers"),
        "allows_revoting": bool(call.values.get("allows_revoting", kind != "quiz")),
        "members_only": False,
    }
    poll |= {"question_entities": question.entities} if question.entities else {}
    poll |= _quiz(desk, call, len(options)) if kind == "quiz" else {}
    poll |= _remark(desk, call.values, "description", DESCRIPTION_CHARACTERS)
    poll |= _ends(desk, call)
    return send(desk, call, {"poll": poll}).message


@method("stopPoll")
def stop_poll(desk: Desk, call: Call) -> Json:
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    chat = writable(desk, call.values.get("chat_id"))
    posted = message_of(chat, call.values.get("message_id"), "message with poll to stop")
    poll = posted.message.get("poll")
    if poll is None or not posted.from_bot or posted.forwarded:
        raise BadRequest("poll can't be stopped" if poll else "message is not a poll")
    if is_over(poll, desk.now()):
        raise BadRequest("poll has already been closed")
    closed: Json = {**poll, "is_closed": True}
    change(desk, chat, posted, {"poll": closed}, markup)
    return closed


def is_over(poll: Json, now: float) -> bool:
    return bool(poll["is_closed"] or now >= poll.get("close_date", now + 1))


def _option(desk: Desk, call: Call, given: Any) -> Json:
    if isinstance(given, str):
        given = {"text": given}
    if not isinstance(given, dict) or "text" not in given:
        raise BadRequest("can't parse input poll option: expected an Object with a field text")
    if "media" in given:
        call.violations.append("media of poll options are not emulated")
        raise PartNotEmulated("media of poll options are not emulated")
    shown = _words(desk, given, "text", OPTION_CHARACTERS, "poll options")
    option: Json = {"persistent_id": secrets.token_hex(8), "text": shown.text, "voter_count": 0}
    return option | ({"text_entities": shown.entities} if shown.entities else {})


def _quiz(desk: Desk, call: Call, count: int) -> Json:
    correct = call.objects("correct_option_ids", "expected an Array of correct option identifiers")
    if not correct or any(not isinstance(one, int) or not 0 <= one < count for one in correct):
        raise BadRequest("wrong correct option ID specified")
    explanation = _remark(desk, call.values, "explanation", EXPLANATION_CHARACTERS)
    return {"correct_option_ids": sorted(set(correct)), **explanation}


def _ends(desk: Desk, call: Call) -> Json:
    period, date = call.number("open_period"), call.number("close_date")
    if period:
        if not 5 <= period <= _OPEN_SECONDS:
            raise BadRequest("wrong open period specified")
        return {"open_period": period, "close_date": int(desk.now()) + period}
    if date:
        if not 5 <= date - desk.now() <= _OPEN_SECONDS:
            raise BadRequest("wrong close date specified")
        return {"close_date": date}
    return {}


def _words(desk: Desk, values: Json, name: str, most: int, what: str = "") -> Formatted:
    what = what or f"poll {name}"
    return _text(desk, values, name, Limits(most, f"{what} must be non-empty", _too_long(what, most)))


def _remark(desk: Desk, values: Json, name: str, most: int) -> Json:
    """The fields of a text that may be left out."""
    shown = _text(desk, values, name, Limits(most, None, _too_long(f"poll {name}", most)))
    fields: Json = {name: shown.text} if shown.text else {}
    return fields | ({f"{name}_entities": shown.entities} if shown.entities else {})


def _text(desk: Desk, values: Json, name: str, limits: Limits) -> Formatted:
    text, mode, entities = values.get(name), values.get(f"{name}_parse_mode"), values.get(f"{name}_entities")
    return format_text(str(text or ""), mode, entities, limits, desk.known_user)


def _too_long(what: str, most: int) -> str:
    return f"{what} length must not exceed {most}"
