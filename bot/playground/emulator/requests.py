"""Reading requests of the control API."""

import json

from aiohttp import BodyPartReader, web

from .calls import Upload
from .desk import Desk
from .errors import ControlError
from .inline import INLINE, chat_with
from .rooms import chat_of
from .spec import Json, is_unicode
from .state import Chat, Person, Question


def person_in(desk: Desk, request: web.Request) -> Person:
    """The person whom the path names. Raises ControlError."""
    person = desk.world.people.get(int(request.match_info["id"]))
    if person is None:
        raise ControlError(f"no user {request.match_info['id']}", status=404)
    return person


def chat_in(desk: Desk, person: Person, chat_id: object = None) -> Chat:
    """Where she acts: her chat with the bot, a group or another chat that she is in, or her chat with another
    person, which begins when it is named. Raises ControlError."""
    if chat_id in (None, "", 0):
        return chat_of(desk, person)
    number = int(str(chat_id))
    if number in desk.world.people:
        return chat_with(desk, person, desk.world.people[number])
    chat = desk.world.chats.get(number)
    if chat is None:
        raise ControlError(f"no chat {chat_id}", status=404)
    if person.id not in chat.members:
        raise ControlError("she is not in this chat", status=409)
    return chat


def group_in(desk: Desk, request: web.Request) -> Chat:
    """The group whom the path names. Raises ControlError."""
    chat = desk.world.chats.get(int(request.match_info["id"]))
    if chat is None or not chat.is_group:
        raise ControlError(f"no group {request.match_info['id']}", status=404)
    return chat


def inline_question(desk: Desk, request: web.Request) -> Question:
    """The inline query that the path names. Raises ControlError."""
    question = desk.world.questions.get(request.match_info["question_id"])
    if question is None or question.kind != INLINE:
        raise ControlError("no such inline query", status=404)
    return question


async def body_of(request: web.Request) -> Json:
    """The JSON object of the request; an empty body is an empty object."""
    content = await request.read()
    try:
        body = json.loads(content, parse_constant=_no_number) if content.strip() else {}
    except (ValueError, RecursionError) as error:
        raise ControlError(f"a JSON object is expected: {error}") from error
    if not isinstance(body, dict):
        raise ControlError("a JSON object is expected")
    if not is_unicode(body):
        raise ControlError("a text in it holds half a character")
    return body


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


async def form_of(request: web.Request) -> tuple[list[Upload], dict[str, str]]:
    """The parts named `file`, and the other fields, of a multipart form."""
    if not request.content_type.startswith("multipart/"):
        raise ControlError("a multipart form with a part named file is expected")
    uploads, fields = [], {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        content = bytes(await part.read())
        if part.name == "file":
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads.append(Upload(part.filename or "file", mime_type, content))
        else:
            fields[part.name] = content.decode("utf-8", "replace")
    if not uploads:
        raise ControlError("the form has no part named file")
    return uploads, fields
