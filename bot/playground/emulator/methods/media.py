"""Photos, documents and other files, albums, and downloads."""

import secrets
from typing import Any

from ..calls import Call
from ..chats import formatted, send, words_of
from ..desk import Desk
from ..errors import BadRequest
from ..files import DOWNLOAD_BYTES, attached, document_of, photo_of
from ..spec import Json, whole
from .registry import method

ALBUM = (2, 10)
_FILES = ("document", "voice", "video", "audio", "animation")
_SIZED = {"voice": ("duration",), "audio": ("duration",), "video": ("width", "height", "duration")}
_NAMED = ("performer", "title")
_SIZED["animation"] = _SIZED["video"]


@method("sendPhoto")
async def send_photo(desk: Desk, call: Call) -> Json:
    words = words_of(formatted(desk, call.values, caption=True), caption=True)
    photo = await photo_of(desk, call, "photo")
    return send(desk, call, {"photo": photo, **words, **_flags(call.values)}).message


@method("sendDocument", "sendVoice", "sendVideo", "sendAudio", "sendAnimation")
async def send_file(desk: Desk, call: Call) -> Json:
    kind = call.method.name.removeprefix("send").lower()
    words = words_of(formatted(desk, call.values, caption=True), caption=True)
    kind, body = await document_of(desk, call, kind, kind=kind)
    return send(desk, call, {kind: _sized(kind, body, call.values), **words, **_flags(call.values)}).message


@method("sendMediaGroup")
async def send_media_group(desk: Desk, call: Call) -> list[Json]:
    media = call.objects("media", "expected an Array of InputMedia")
    contents = [await input_media(desk, call, item, for_album=True) for item in media]
    if len(contents) > ALBUM[1]:
        raise BadRequest("too many messages to send as an album")
    if not contents:
        raise BadRequest("there are no messages to send")
    if len(contents) < ALBUM[0]:
        call.violations.append("an album has 2-10 items")
    _check_mixture(contents)
    group = str(secrets.randbelow(10**17) + 10**17)
    return [send(desk, call, {**content, "media_group_id": group}).message for content in contents]


def _check_mixture(contents: list[Json]) -> None:
    kinds = {kind for content in contents for kind in (*_FILES, "photo") if kind in content}
    for kind in ("document", "audio"):
        if kind in kinds and len(kinds) > 1:
            raise BadRequest(f"{kind} can't be mixed with other media types")
    if len({bool(content.get("show_caption_above_media")) for content in contents}) > 1:
        raise BadRequest("parameter show_caption_above_media must be the same for all messages")


async def input_media(desk: Desk, call: Call, media: Any, *, for_album: bool = False) -> Json:
    """The content fields of one InputMedia. Raises BadRequest."""
    words = "can't parse InputMedia"
    if not isinstance(media, dict):
        raise BadRequest(f"{words}: expected an Object")
    caption = words_of(formatted(desk, media, caption=True), caption=True)
    kind = media.get("type")
    if not isinstance(kind, str):
        raise BadRequest(f'{words}: Can\'t find field "type"')
    source = media.get("media")
    if not isinstance(source, str) or not source or not attached(call, source):
        raise BadRequest(f"{words}: media not found")
    if kind == "photo":
        return {"photo": await photo_of(desk, call, "photo", source), **caption, **_flags(media)}
    if kind == "animation" and for_album:
        raise BadRequest(f'{words}: type "animation" can\'t be used in sendMediaGroup')
    if kind in _FILES and kind != "voice":
        kind, body = await document_of(desk, call, kind, source, kind=kind)
        return {kind: _sized(kind, body, media), **caption, **_flags(media)}
    raise BadRequest(f'{words}: type "{kind}" is unsupported')


@method("getFile")
def get_file(desk: Desk, call: Call) -> Json:
    file = desk.world.files.get(call.text("file_id"))
    if file is None:
        raise BadRequest("wrong file_id or the file is temporarily unavailable")
    if file.size > DOWNLOAD_BYTES:
        raise BadRequest("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }


def _sized(kind: str, body: Json, values: Json) -> Json:
    """Fields that Telegram reads out of the file; the emulator takes what the bot says, or 1."""
    named = {name: str(values[name]) for name in _NAMED if kind == "audio" and values.get(name)}
    return {**{name: whole(values.get(name)) or 1 for name in _SIZED.get(kind, ())}, **named, **body}


def _flags(values: Json) -> Json:
    shown: Json = {}
    if values.get("has_spoiler"):
        shown["has_media_spoiler"] = True
    if values.get("show_caption_above_media"):
        shown["show_caption_above_media"] = True
    return shown
