"""The page's own files, as they go over the wire: shrunk and compressed once, sent once."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.playground.shrinking import shrink_css, shrink_js

__all__ = ["PAGE", "Assets"]

PAGE = Path(__file__).resolve().parent / "page"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
}
SHRINKING = {".js": shrink_js, ".css": shrink_css}
FOR_PAGES = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
        "frame-src 'self' http://127.0.0.1:* http://localhost:*; "
        "base-uri 'none'; form-action 'self'; object-src 'none'"
    ),
    "Referrer-Policy": "no-referrer",
}
HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}


@dataclass(frozen=True)
class Asset:
    """One file as it was at `changed_at` (nanoseconds); `tag` names its content."""

    changed_at: int
    content: bytes
    compressed: bytes
    tag: str


class Assets:
    """Files of `folder` by their name in it; a file that was changed is read anew."""

    def __init__(self, folder: Path = PAGE) -> None:
        self._folder = folder
        self._known: dict[Path, Asset] = {}

    def answer(self, request: web.Request, name: str) -> web.Response:
        """The file; 304 to a browser that holds it already. Raises `HTTPNotFound`."""
        wanted = (self._folder / name).resolve()
        kind = TYPES.get(wanted.suffix)
        if kind is None or not wanted.is_relative_to(self._folder) or not wanted.is_file():
            raise web.HTTPNotFound
        asset = self._read(wanted)
        headers = HEADERS | {"Content-Type": kind, "ETag": f'"{asset.tag}"'}
        if wanted.suffix in (".html", ".svg"):  # what a browser can open by itself
            headers |= FOR_PAGES
        if any(etag.value in (asset.tag, "*") for etag in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=asset.content, headers=headers)
        return web.Response(body=asset.compressed, headers=headers | {"Content-Encoding": "gzip"})

    def _read(self, path: Path) -> Asset:
        changed_at = path.stat().st_mtime_ns
        known = self._known.get(path)
        if known is None or known.changed_at != changed_at:
            content = self._content(path)
            tag = hashlib.sha256(content).hexdigest()[:16]
            known = Asset(changed_at, content, gzip.compress(content, mtime=0), tag)
            self._known[path] = known
        return known

    def _content(self, path: Path) -> bytes:
        """Vendored files are small as they come."""
        if path.suffix not in SHRINKING or path.is_relative_to(self._folder / "vendor"):
            return path.read_bytes()
        return SHRINKING[path.suffix](path.read_text(encoding="utf-8")).encode()
