"""Reading requests of the control API."""

import json

from aiohttp import BodyPartReader, web

from .calls import Upload
from .desk import Desk
from .errors import ControlError
from .spec import Json
from .state import Person


def person_in(desk: Desk, request: web.Request) -> Person:
    """The person whom the path names. Raises ControlError."""
    person = desk.world.people.get(int(request.match_info["id"]))
    if person is None:
        raise ControlError(f"no user {request.match_info['id']}", status=404)
    return person


async def body_of(request: web.Request) -> Json:
    """The JSON object of the request; an empty body is an empty object."""
    content = await request.read()
    body = json.loads(content) if content.strip() else {}
    if not isinstance(body, dict):
        raise ControlError("a JSON object is expected")
    return body


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
