"""The demo world's web sites: saved pages, and pages that misbehave, under `/sites/<host>/<path>`."""

import asyncio
import html
import mimetypes
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web

ODD_HOST = "odd.example"
PRIVATE_TARGET = "http://169.254.169.254/latest/meta-data/"
HUGE_BYTES = 64 * 1024 * 1024
HUGE_CHUNK_BYTES = 64 * 1024
SLOW_DRIPS = 60
NOTHING_FROM_OUTSIDE = {"Content-Security-Policy": "default-src 'self' 'unsafe-inline' data:"}
TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
TITLE_WITHIN_BYTES = 8192
BEGINNING = 6
WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class OddPage:
    """A page that misbehaves: its `path` on `ODD_HOST`, and in words what is wrong with it."""

    path: str
    title: str


ODD_PAGES = (
    OddPage("gone", "A dead link (404)"),
    OddPage("slow", "A page that takes a minute"),
    OddPage("huge", "A page of 64 MB"),
    OddPage("private", "A redirect to a private address"),
    OddPage("circle", "A redirect that runs in a circle"),
    OddPage("members-only", "A site that refuses robots (403)"),
    OddPage("leaflet.pdf", "A PDF"),
    OddPage("clip.mp4", "A video"),
    OddPage("nothing", "A page without components"),
    OddPage("broken", "A page whose server fails (500)"),
    OddPage("by-hand", "A page that robots.txt keeps programs from"),
)


@dataclass(frozen=True)
class Sites:
    """Saved pages below `root` as `<host>/<path>.html`; the slow one pauses `slow_pause_seconds` a drip."""

    root: Path
    slow_pause_seconds: float = 1.0

    def find(self, host: str, path: str) -> Path | None:
        """The file behind an address, or None; never one outside `root`."""
        root = self.root.resolve()
        clean = path.strip("/")
        for name in (clean, f"{clean}.html", f"{clean}/index.html") if clean else ("index.html",):
            file = (root / host / name).resolve()
            if file.is_relative_to(root) and file.is_file():
                return file
        return None

    def listing(self) -> list[dict[str, Any]]:
        """Every page to send: `{"host", "title", "path", "odd"}`; `path` is on this server."""
        pages = [
            {"host": file.relative_to(self.root).parts[0], "title": title_of(file), "path": self._path(file)}
            for file in sorted(self.root.rglob("*.html"))
            if len(file.relative_to(self.root).parts) > 1
        ]
        odd = [
            {"host": ODD_HOST, "title": odd.title, "path": f"/sites/{ODD_HOST}/{odd.path}"}
            for odd in ODD_PAGES
        ]
        return [page | {"odd": False} for page in pages] + [page | {"odd": True} for page in odd]

    def pages_of(self, host: str) -> list[tuple[str, str]]:
        """The path on this server and the title of every page of a host."""
        root = self.root.resolve()
        folder = (root / host).resolve()
        if folder.parent != root or not folder.is_dir():
            return []
        return [
            (self._path(self.root / host / file.name), title_of(file))
            for file in sorted(folder.glob("*.html"))
        ]

    def _path(self, file: Path) -> str:
        return "/sites/" + file.relative_to(self.root).with_suffix("").as_posix().removesuffix("/index")


SITES_OF: web.AppKey[Sites] = web.AppKey("sites")


def add_sites(app: web.Application) -> None:
    """Add the routes of `app[SITES_OF]`."""
    app.router.add_get("/robots.txt", show_robots)
    app.router.add_get(f"/sites/{ODD_HOST}/{{path:.*}}", show_odd)
    app.router.add_get("/sites/{host}", show_saved)
    app.router.add_get("/sites/{host}/search", show_search)
    app.router.add_get("/sites/{host}/feed.xml", show_feed)
    app.router.add_get("/sites/{host}/{path:.*}", show_saved)


async def show_robots(_request: web.Request) -> web.Response:
    """One page is for people who come themselves."""
    return web.Response(text=f"User-agent: *\nDisallow: /sites/{ODD_HOST}/by-hand\n")


async def show_saved(request: web.Request) -> web.Response:
    file = request.app[SITES_OF].find(request.match_info["host"], request.match_info.get("path", ""))
    if file is None:
        return _words("Not found", "There is no such page here.", 404)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return web.Response(body=file.read_bytes(), headers={"Content-Type": kind} | NOTHING_FROM_OUTSIDE)


async def show_search(request: web.Request) -> web.Response:
    """The site's own search: its pages that have one of the words in their titles, as links."""
    host, query = request.match_info["host"], request.query.get("q", "")
    pages = request.app[SITES_OF].pages_of(host)
    if not pages:
        return _words("Not found", "There is no such site here.", 404)
    wanted = [word[:BEGINNING] for word in WORD.findall(query.casefold())]
    found = [(path, title) for path, title in pages if any(word in title.casefold() for word in wanted)]
    rows = "".join(f'<li><a href="{path}">{html.escape(title)}</a></li>' for path, title in found)
    page = (
        f"<!doctype html><html><meta charset=utf-8><title>{html.escape(query)} – {host}</title>"
        f'<nav><a href="/sites/{host}">Start</a> <a href="https://elsewhere.example/">Friends</a></nav>'
        f"<h1>{len(found)}</h1><ul>{rows}</ul></html>"
    )
    return web.Response(text=page, content_type="text/html", headers=NOTHING_FROM_OUTSIDE)


async def show_feed(request: web.Request) -> web.Response:
    """Everything on the site as RSS."""
    host = request.match_info["host"]
    pages = request.app[SITES_OF].pages_of(host)
    if not pages:
        return _words("Not found", "There is no such site here.", 404)
    origin = f"{request.scheme}://{request.host}"
    entries = "".join(
        f"<item><title>{html.escape(title)}</title><link>{origin}{path}</link></item>"
        for path, title in pages
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{host}</title>{entries}</channel></rss>'
    return web.Response(text=feed, content_type="application/rss+xml")


async def show_odd(request: web.Request) -> web.StreamResponse:
    """Answer one of `ODD_PAGES`; anything else is not found."""
    match request.match_info["path"]:
        case "slow":
            return await _stream(request, _drips(request.app[SITES_OF].slow_pause_seconds))
        case "huge":
            return await _stream(request, _flood())
        case "private":
            raise web.HTTPFound(PRIVATE_TARGET)
        case "circle":
            raise web.HTTPFound(f"/sites/{ODD_HOST}/circle")
        case "members-only":
            return _words("Members only", "Automated requests are not welcome here.", 403)
        case "leaflet.pdf":
            return web.Response(body=_pdf("Shopping leaflet of the week"), content_type="application/pdf")
        case "clip.mp4":
            return web.Response(body=MP4_HEADER, content_type="video/mp4")
        case "nothing":
            return _words("Opening hours", "We are open from Monday to Saturday. See you soon.", 200)
        case "by-hand":
            return _words("Dumplings by hand", "Ingredients: 400 g flour, 2 eggs, 1 tsp salt.", 200)
        case "broken":
            return _words("Server error", "Something went wrong on our side.", 500)
        case _:
            return _words("Not found", "This page has gone.", 404)


MP4_HEADER = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00\x00\x00\x08mdat"


def title_of(file: Path) -> str:
    """The page's own title, or the file's name in words."""
    with file.open("rb") as opened:
        found = TITLE.search(opened.read(TITLE_WITHIN_BYTES))
    if found is None:
        return file.stem.replace("-", " ").capitalize()
    return html.unescape(" ".join(found[1].decode("utf-8", "replace").split()))


def _words(title: str, text: str, status: int) -> web.Response:
    page = f"<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1><p>{text}</p></html>"
    return web.Response(text=page, status=status, content_type="text/html")


async def _stream(request: web.Request, chunks: AsyncIterator[bytes]) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Type": "text/html; charset=utf-8"})
    await answer.prepare(request)
    async for chunk in chunks:
        try:
            await answer.write(chunk)
        except ConnectionError:
            break  # the reader had enough, which is what this page is for
    return answer


async def _drips(pause_seconds: float) -> AsyncIterator[bytes]:
    yield b"<!doctype html><title>A slow page</title><ul>"
    for number in range(SLOW_DRIPS):
        await asyncio.sleep(pause_seconds)
        yield b"<li>%d g patience</li>" % (number + 1)


async def _flood() -> AsyncIterator[bytes]:
    yield b"<!doctype html><title>A huge page</title>"
    chunk = (b"<p>one more line of a page without end</p>\n" * 1600)[:HUGE_CHUNK_BYTES]
    for _ in range(HUGE_BYTES // HUGE_CHUNK_BYTES):
        yield chunk


def _pdf(line: str) -> bytes:
    """A valid PDF of one page that holds one line of text."""
    content = f"BT /F1 18 Tf 60 760 Td ({line}) Tj ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + head + table + trailer
