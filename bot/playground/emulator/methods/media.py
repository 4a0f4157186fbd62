"""Photos, documents and other files, albums, and downloads."""

import secrets
from typing import Any

from ..calls import Call
from ..chats import formatted, send, words_of
from ..desk import Desk
from ..errors import BadRequest
from ..files import DOWNLOAD_BYTES, document_of, photo_of
from ..spec import Json
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
    body = await document_of(desk, call, kind, kind=kind)
    return send(desk, call, {kind: _sized(kind, body, call.values), **words, **_flags(call.values)}).message


@method("sendMediaGroup")
async def send_media_group(desk: Desk, call: Call) -> list[Json]:
    media = call.objects("media", "expected an Array of InputMedia")
    if not ALBUM[0] <= len(media) <= ALBUM[1]:
        words = "must include 2-10 items" if len(media) > 1 else "must include at least 2 items"
        raise BadRequest(f"group of media {words}" if media else "there are no messages to send")
    if "reply_markup" in call.values:
        call.violations.append("an album has no keyboard")
    kinds = {item.get("type") for item in media if isinstance(item, dict)}
    if not kinds <= {"photo", "video"} and len(kinds) > 1:
        raise BadRequest("can't use the media of the specified type in the album")
    if kinds - {"photo", "video", "document", "audio"}:
        raise BadRequest("can't use the media of the specified type in the album")
    contents = [await input_media(desk, call, item) for item in media]
    group = str(secrets.randbelow(10**17) + 10**17)
    return [send(desk, call, {**content, "media_group_id": group}).message for content in contents]


async def input_media(desk: Desk, call: Call, media: Any) -> Json:
    """The content fields of one InputMedia. Raises BadRequest."""
    if not isinstance(media, dict):
        raise BadRequest("can't parse InputMedia: expected an Object")
    kind = media.get("type")
    words = words_of(formatted(desk, media, caption=True), caption=True)
    if kind == "photo":
        return {
            "photo": await photo_of(desk, call, "photo", media.get("media") or ""),
            **words,
            **_flags(media),
        }
    if kind in _FILES and kind != "voice":
        body = await document_of(desk, call, kind, media.get("media") or "", kind=kind)
        return {kind: _sized(kind, body, media), **words, **_flags(media)}
    raise BadRequest("can't parse InputMedia: type must be photo, video, document, audio or animation")


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
    return {**{name: int(values.get(name) or 1) for name in _SIZED.get(kind, ())}, **named, **body}


def _flags(values: Json) -> Json:
    shown: Json = {}
    if values.get("has_spoiler"):
        shown["has_media_spoiler"] = True
    if values.get("show_caption_above_media"):
        shown["show_caption_above_media"] = True
    return shown
