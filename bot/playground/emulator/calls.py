"""One call of the Bot API, read from HTTP: its method, its values, its uploads, and what was wrong with
them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from .errors import BadRequest, TooLarge
from .parameters import Given, unread
from .rules import broken_rules
from .spec import Json, Method, Spec, is_unicode

UPLOAD_BYTES = 50 * 1024 * 1024
_REQUIRED_WORDS = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "audio": "there is no audio in the request",
    "video": "there is no video in the request",
    "voice": "there is no voice in the request",
    "animation": "there is no animation in the request",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
    "user_id": "invalid user_id specified",
}
_MAY_BE_EMPTY = ("url",)  # an empty address takes the webhook away


@dataclass(frozen=True)
class Upload:
    name: str
    mime_type: str
    content: bytes


@dataclass
class Call:
    """`values` have the types of the specification as far as the bot sent such; what misfits is in
    `violations`. Values and files note what is read of them."""

    method: Method
    values: Json
    files: Mapping[str, Upload] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._values, self._files = Given(self.values), Given(self.files)
        self.values, self.files = self._values, self._files

    def unread(self) -> list[str]:
        """Violations: what was given and nothing has read. Attached uploads are read by their media."""
        attached = {name for name in self._files if name not in self.method.fields}
        self._files.read |= attached
        return list(unread(self.method.name, self._values, self._files))

    def check_required(self) -> None:
        """Raises BadRequest in Telegram's words for the first parameter that is missing."""
        for name, described in self.method.fields.items():
            value = dict(self.values).get(name)
            given = name in dict(self.files) or value not in (None, "")
            if described.required and not given and not (name in _MAY_BE_EMPTY and value is not None):
                raise BadRequest(_REQUIRED_WORDS.get(name, f'parameter "{name}" is required'))

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name, default)
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        value = self.values.get(name, default)
        return value if isinstance(value, int) else default

    def real(self, name: str) -> float:
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise BadRequest(f"{name} is empty")
        return float(value)

    def flag(self, name: str) -> bool:
        return bool(self.values.get(name, False))

    def objects(self, name: str, words: str) -> list[Any]:
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise BadRequest(words)
        return value

    def object(self, name: str, words: str) -> Json | None:
        value = self.values.get(name)
        if value in (None, "", {}):
            return None
        if not isinstance(value, dict):
            raise BadRequest(words)
        return value

    def logged(self) -> Json:
        """The values as the API log shows them: uploads by name and size."""
        sizes = {
            name: {"file_name": upload.name, "size": len(upload.content), "mime_type": upload.mime_type}
            for name, upload in self.files.items()
        }
        return {**self.values, **sizes}


async def read_call(request: web.Request, method: Method, spec: Spec, *, check: bool) -> Call:
    """Parameters come in the query, as a form, as multipart or as JSON. Raises BadRequest, TooLarge."""
    raw: Json = dict(request.query) if request.query_string else {}
    files: dict[str, Upload] = {}
    if request.can_read_body:
        if (request.content_length or 0) > UPLOAD_BYTES + (1 << 20):
            raise TooLarge("")
        try:
            await _read_body(request, raw, files)
        except (ValueError, HttpProcessingError, web.RequestPayloadError) as error:
            raise BadRequest(f"the request's body cannot be read: {error}") from error
    return _call_of(method, raw, files, spec, check=check)


def call_from_answer(body: Json, method: Method, spec: Spec) -> Call:
    """A call that a bot makes by answering its webhook."""
    raw = {name: value for name, value in body.items() if name != "method"}
    return _call_of(method, raw, {}, spec, check=True)


def _call_of(method: Method, raw: Json, files: dict[str, Upload], spec: Spec, *, check: bool) -> Call:
    values, wrong = spec.read(method, raw)
    if not is_unicode(values):
        raise BadRequest("strings must be encoded in UTF-8")
    wrong += [
        f"unknown upload {name!r}"
        for name in files
        if name not in method.fields and not _is_attached(name, raw)
    ]
    return Call(method, values, files, [*wrong, *broken_rules(method.name, values)] if check else [])


def _is_attached(name: str, raw: Json) -> bool:
    return any(
        f"attach://{name}" in (value if isinstance(value, str) else json.dumps(value))
        for value in raw.values()
    )


async def _read_body(request: web.Request, raw: Json, files: dict[str, Upload]) -> None:
    kind = request.content_type
    if kind.startswith("multipart/"):
        await _read_multipart(request, raw, files)
    else:
        body = await request.content.read()
        raw |= read_json(body) if kind == "application/json" else read_form(body)


async def _read_multipart(request: web.Request, raw: Json, files: dict[str, Upload]) -> None:
    reader = await request.multipart()
    size = 0
    async for part in reader:
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        content = bytearray()
        while chunk := await part.read_chunk(1 << 16):
            content += chunk
            size += len(chunk)
            if size > UPLOAD_BYTES:
                raise TooLarge("")
        if part.filename is None:
            raw[part.name] = content.decode("utf-8", "replace")
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, mime_type, bytes(content))


def read_json(body: bytes) -> Json:
    """Raises BadRequest."""
    try:
        values = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise BadRequest("can't parse JSON object") from error
    if not isinstance(values, dict):
        raise BadRequest("JSON object expected as request")
    return {name: value for name, value in values.items() if value is not None}


def read_form(body: bytes) -> Json:
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
