"""Answers to inline queries and to Mini Apps."""

import re
from typing import Any

from .. import inline
from ..calls import Call
from ..desk import Desk
from ..errors import BadRequest, ControlError
from ..inline_results import check_result
from ..markup import check_web_app
from ..miniapps import WEB_APP
from ..rooms import chat_of
from ..spec import Json
from .receiving import TOO_OLD
from .registry import method

CACHE_SECONDS = 300
_MOST_CACHE_SECONDS = 86_400
_MOST_RESULTS = 50
_OFFSET_BYTES = 64
_ID_BYTES = 64
_NO_BUTTON = "can't parse inline query results button: "


@method("answerInlineQuery")
def answer_inline_query(desk: Desk, call: Call) -> bool:
    button = _button(call)
    results = call.objects("results", "expected an Array of inline query results")
    if len(results) > _MOST_RESULTS:
        raise BadRequest("too many inline query results specified")
    for result in results:
        check_result(desk, call, result)
    ids = [result["id"] for result in results]
    if any(not isinstance(one, str) or not 1 <= len(one.encode()) <= _ID_BYTES for one in ids):
        raise BadRequest("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise BadRequest("RESULT_ID_DUPLICATE")
    if len(call.text("next_offset").encode()) > _OFFSET_BYTES:
        raise BadRequest("NEXT_OFFSET_INVALID")
    question = desk.open_question(inline.INLINE, call.values.get("inline_query_id"))
    if question is None:
        raise BadRequest(TOO_OLD)
    seconds = min(max(call.number("cache_time", CACHE_SECONDS), 0), _MOST_CACHE_SECONDS)
    answer: Json = {"results": results, "next_offset": call.text("next_offset"), "button": button}
    inline.answer(desk, question, answer, seconds, personal=call.flag("is_personal"))
    return True


@method("answerWebAppQuery")
async def answer_web_app_query(desk: Desk, call: Call) -> Json:
    """The message appears in her chat with the bot, as hers by way of it."""
    result: Any = call.values.get("result")
    check_result(desk, call, result)
    question = desk.open_question(WEB_APP, call.values.get("web_app_query_id"))
    if question is None:
        raise BadRequest(TOO_OLD)
    person = desk.world.people[question.user_id]
    try:
        posted, _ = await inline.post_result(desk, person, chat_of(desk, person), result)
    except ControlError as error:
        raise BadRequest(str(error)) from error
    desk.answer(question, {"message_id": posted.id})
    return {"inline_message_id": posted.inline_message_id} if posted.inline_message_id else {}


def _button(call: Call) -> Json | None:
    button = call.object("button", _NO_BUTTON + "InlineQueryResultsButton must be an Object")
    if button is None:
        return None
    if not button.get("text"):
        raise BadRequest(_NO_BUTTON + 'Can\'t find field "text"')
    parameter = button.get("start_parameter")
    if ("web_app" in button) == (parameter is not None):
        words = "InlineQueryResultsButton must have exactly one optional field"
        raise BadRequest(_NO_BUTTON + words)
    if parameter is None:
        app = button["web_app"]
        check_web_app(app.get("url") if isinstance(app, dict) else None, "inline query result button Web App")
    elif not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(parameter)):
        raise BadRequest("START_PARAM_INVALID" if parameter else "START_PARAM_EMPTY")
    return button
