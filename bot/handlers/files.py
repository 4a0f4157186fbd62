"""A document that was sent: read when it is a small text or page, otherwise refused with a next step."""

from bot import commands as c
from bot.messages import Message
from bot.turn import Refusal, Turn
from bot.views.wording import shortened
from commerce.due import promise
from commerce.methods.service import await_lines

__all__ = ["READ_FILE", "read_file"]

READ_FILE = "read_file"
"""The kind of due work that fetches a document from the messenger and reads it."""
MOST_BYTES = 512 * 1024
READ_AS = {
    "txt": "text/plain", "text": "text/plain", "md": "text/plain", "markdown": "text/plain",
    "html": "text/html", "htm": "text/html", "xhtml": "text/html",
}  # fmt: skip
KINDS_READ = {
    "text/plain": "text/plain", "text/markdown": "text/plain", "text/html": "text/html",
    "application/xhtml+xml": "text/html",
}  # fmt: skip
NAMED = {
    "pdf": "pdf",
    "doc": "document", "docx": "document", "odt": "document", "rtf": "document", "pages": "document",
    "xls": "table", "xlsx": "table", "ods": "table", "csv": "table",
    "jpg": "picture", "jpeg": "picture", "png": "picture", "heic": "picture", "webp": "picture",
    "gif": "picture",
}  # fmt: skip


def read_file(turn: Turn, command: c.ReadFile) -> None:
    ending = command.name.rpartition(".")[2].lower() if "." in command.name else ""
    kind = READ_AS.get(ending) or (None if ending in NAMED else KINDS_READ.get(command.kind))
    name = shortened(command.name or "?", 60)
    if kind is None:
        raise Refusal("file-cannot", kind=NAMED.get(ending) or _kind_of(command.kind), name=name)
    if command.size_bytes > MOST_BYTES:
        raise Refusal("file-too-big", name=name, most=MOST_BYTES // 1024)
    awaited = await_lines(turn.session, turn.person, turn.now)
    promise(turn.session, READ_FILE, awaited.id, turn.now, file_id=command.file_id, read_as=kind)
    turn.reply(Message(turn.words("file-reading", name=name)), slot=f"list:{awaited.id}")


def _kind_of(content_type: str) -> str:
    if content_type.startswith("image/"):
        return "picture"
    return "pdf" if content_type == "application/pdf" else "other"
