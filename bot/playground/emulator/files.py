"""Files: uploads, file ids that can be sent again, photos in several sizes, downloads."""

import hashlib
import mimetypes
import secrets
from io import BytesIO
from urllib.parse import urlsplit

import aiohttp
from PIL import Image, UnidentifiedImageError

from .calls import Call, Upload
from .desk import Desk
from .errors import BadRequest
from .spec import Json
from .state import StoredFile

PHOTO_BYTES = 10 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
_SIDES = (90, 320, 800, 1280)
_GREATEST_SIDES = 10_000
_GREATEST_RATIO = 20
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PREFIX = {
    "photo": "AgAC",
    "document": "BQAC",
    "voice": "AwAC",
    "video": "BAAC",
    "audio": "CQAC",
    "animation": "CgAC",
}
_CALLED = {kind: kind.capitalize() for kind in _PREFIX} | {"voice": "VoiceNote"}
_FETCH_SECONDS = 5
_ATTACHED = "attach://"


async def photo_of(desk: Desk, call: Call, name: str, given: object = None) -> list[Json]:
    """The PhotoSize list of a new or a known photo. Raises BadRequest."""
    upload = await _upload_of(call, name, given)
    if isinstance(upload, str):
        first = _known(desk, upload, "photo")
        sizes = [
            file
            for file in desk.world.files.values()
            if file.content == first.content and file.kind == "photo"
        ]
        return [_photo_size(file) for file in sizes]
    return keep_photo(desk, upload)


async def document_of(
    desk: Desk, call: Call, name: str, given: object = None, *, kind: str = "document"
) -> tuple[str, Json]:
    """The kind and the Document (or Voice, Video, Audio, Animation) object of a new or a known file; a known
    one stays of its own kind. Raises BadRequest."""
    upload = await _upload_of(call, name, given)
    if not isinstance(upload, str):
        return kind, keep_document(desk, upload, kind)
    file = _known(desk, upload, kind)
    if file.kind != kind:
        call.violations.append(f"the file is of kind {file.kind} and cannot be sent as {kind}")
    return file.kind, _file_object(file)


def keep_photo(desk: Desk, upload: Upload) -> list[Json]:
    """Store a photo once and give it a file id for each size it comes back in."""
    width, height = _sides_of(upload)
    content = _keep(desk, upload.content)
    sides = [side for side in _SIDES if side < max(width, height)] + [max(width, height)]
    sizes = []
    for side in sorted({min(side, _SIDES[-1]) for side in sides}):
        scale = side / max(width, height)
        extra = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
        size = len(upload.content) if scale >= 1 else max(1, round(len(upload.content) * scale * scale))
        sizes.append(_file(desk, "photo", content, size, "image/jpeg", "photo.jpg", side, extra))
    return [_photo_size(file) for file in sizes]


def keep_document(desk: Desk, upload: Upload, kind: str = "document", **extra: object) -> Json:
    content = _keep(desk, upload.content)
    mime_type = upload.mime_type
    if mime_type == "application/octet-stream":
        mime_type = mimetypes.guess_type(upload.name)[0] or mime_type
    return _file_object(
        _file(desk, kind, content, len(upload.content), mime_type, upload.name, None, dict(extra))
    )


def bytes_of(desk: Desk, file: StoredFile) -> bytes:
    """The content; a smaller size of a photo is drawn when asked for."""
    content = desk.world.contents[file.content]
    if file.side is None:
        return content
    with Image.open(BytesIO(content)) as image:
        if max(image.size) <= file.side and image.format == "JPEG":
            return content
        small = image.convert("RGB")
        small.thumbnail((file.side, file.side))
        out = BytesIO()
        small.save(out, "JPEG", quality=87)
    return out.getvalue()


def attached(call: Call, source: str) -> bool:
    """Whether the upload that `attach://…` names came along; true for everything else."""
    return not source.startswith(_ATTACHED) or source.removeprefix(_ATTACHED) in call.files


async def _upload_of(call: Call, name: str, given: object) -> Upload | str:
    """The upload, or a file id. `given` is the `media` of an InputMedia; else the parameter `name`."""
    value = call.values.get(name) if given is None else given
    if given is None and name in call.files:
        return call.files[name]
    if not isinstance(value, str) or not value:
        raise BadRequest(f"there is no {name} in the request")
    if value.startswith(_ATTACHED):
        upload = call.files.get(value.removeprefix(_ATTACHED))
        if upload is None:
            raise BadRequest(f"there is no {name} in the request")
        return upload
    if value.startswith(("http://", "https://")):
        return await _fetched(value)
    return value


async def _fetched(url: str) -> Upload:
    """Telegram fetches addresses by itself; the emulator reaches no further than loopback."""
    timeout = aiohttp.ClientTimeout(total=_FETCH_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout, trust_env=False) as session:
            if urlsplit(url).hostname not in _LOOPBACK:
                raise BadRequest("failed to get HTTP URL content")
            async with session.get(url) as response:
                if response.status != 200:
                    raise BadRequest("failed to get HTTP URL content")
                content = await response.content.read(DOWNLOAD_BYTES)
                return Upload(url.rsplit("/", 1)[-1] or "file", response.content_type, content)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise BadRequest("failed to get HTTP URL content") from error


def _known(desk: Desk, file_id: str, kind: str) -> StoredFile:
    file = desk.world.files.get(file_id)
    if file is None:
        raise BadRequest("wrong file identifier/HTTP URL specified")
    if file.kind != kind and "photo" in (file.kind, kind):
        raise BadRequest(f"can't use file of type {_CALLED[file.kind]} as {_CALLED[kind]}")
    return file


def _sides_of(upload: Upload) -> tuple[int, int]:
    if len(upload.content) > PHOTO_BYTES:
        size = f"file of size {len(upload.content)} bytes"
        raise BadRequest(f"{size} is too big for a photo; the maximum size is {PHOTO_BYTES} bytes")
    if not upload.content:
        raise BadRequest("file must be non-empty")
    try:
        with Image.open(BytesIO(upload.content)) as image:
            width, height = image.size
    except (UnidentifiedImageError, OSError) as error:
        raise BadRequest("IMAGE_PROCESS_FAILED") from error
    if width + height > _GREATEST_SIDES or max(width, height) > _GREATEST_RATIO * min(width, height):
        raise BadRequest("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _keep(desk: Desk, content: bytes) -> str:
    if not content:
        raise BadRequest("file must be non-empty")
    key = hashlib.sha256(content).hexdigest()
    if key not in desk.world.contents:
        desk.world.contents[key] = content
        desk.store.put_content(key, content)
    return key


def _file(
    desk: Desk, kind: str, content: str, size: int, mime_type: str, name: str, side: int | None, extra: Json
) -> StoredFile:
    file_id = _PREFIX[kind] + secrets.token_urlsafe(40)
    unique = hashlib.sha256(f"{content}/{side}".encode()).hexdigest()[:14]
    suffix = name.rsplit(".", 1)[-1] if "." in name else "bin"
    path = f"{kind}s/file_{len(desk.world.files)}.{suffix}"
    file = StoredFile(file_id, unique, kind, content, size, mime_type, name, path, side, extra)
    desk.world.files[file_id] = file
    desk.store.put("file", file_id, file)
    return file


def _photo_size(file: StoredFile) -> Json:
    named = {"file_id": file.file_id, "file_unique_id": file.file_unique_id, "file_size": file.size}
    return {**named, **file.extra}


def _file_object(file: StoredFile) -> Json:
    named: Json = {"file_id": file.file_id, "file_unique_id": file.file_unique_id, "file_size": file.size}
    if file.kind not in ("voice",):
        named["file_name"] = file.name
    return {**named, "mime_type": file.mime_type, **file.extra}
