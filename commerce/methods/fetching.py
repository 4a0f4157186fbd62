"""Fetching a page that a stranger named, without becoming a stranger's arm.

Every connection, redirects included, is checked at the socket: the address that is connected to is the one
that was judged, so no second look-up can change it. Time, redirects and decompressed bytes are capped.
"""

import asyncio
import socket
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
)
from yarl import URL

from commerce.methods.addresses import is_public

__all__ = ["FetchedPage", "Guard", "PageRefused", "Refusal", "fetch"]

_CHUNK_BYTES = 64 * 1024
_PAGE_TYPES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", ""}
)
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en,*;q=0.5",
    "User-Agent": "Mozilla/5.0 (compatible; Errand/0.1; reads one page at a person's request)",
}


class Refusal(StrEnum):
    """Why a page is not read; each has its own sentence for the person."""

    NOT_A_LINK = "not_a_link"
    DEAD = "dead"
    MISSING = "missing"
    SLOW = "slow"
    HUGE = "huge"
    PRIVATE = "private"
    REFUSED_BY_SITE = "refused_by_site"
    FORBIDDEN = "forbidden"
    BROKEN_SITE = "broken_site"
    CIRCLE = "circle"
    UNSAFE = "unsafe"
    PDF = "pdf"
    VIDEO = "video"
    PICTURE = "picture"
    NOT_A_PAGE = "not_a_page"


class PageRefused(Exception):
    """The page was not fetched, for a reason the person can be told."""

    def __init__(self, url: str, reason: Refusal) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


@dataclass(frozen=True)
class Guard:
    """What a fetch may do. `openings` are the (host, port) pairs that may be private: play mode gives one;
    `types` are the content types that are taken; `onwards` is told each address that a redirect leads to
    before it is asked, and raises `PageRefused` to stop there."""

    openings: frozenset[tuple[str, int]] = frozenset()
    types: frozenset[str] = _PAGE_TYPES
    total_seconds: float = 15.0
    most_bytes: int = 4 * 1024 * 1024
    most_redirects: int = 5
    onwards: Callable[[str], Awaitable[None]] | None = None


@dataclass(frozen=True)
class FetchedPage:
    """A page as it came: `url` is where it was found in the end, `content_type` the whole header or None."""

    url: str
    body: bytes
    content_type: str | None


class _Refused(OSError):
    """Raised inside the connector, which passes on operating system errors only."""


@dataclass
class _Door:
    """Makes the sockets of one fetch and judges each address; `opened` lets the present hop pass."""

    opened: bool = False
    turned_away: list[str] = field(default_factory=list)

    def socket_for(self, address: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, target = address
        if not self.opened and not is_public(str(target[0])):
            self.turned_away.append(str(target[0]))
            raise _Refused(f"{target[0]} is not public")
        made = socket.socket(family=family, type=kind, proto=protocol)
        made.setblocking(False)
        return made


async def fetch(url: str, guard: Guard) -> FetchedPage:
    """The page behind `url`, following redirects. Raises `PageRefused` for whatever stands in the way."""
    door = _Door()
    # a connection serves one hop only, so that none outlives the judgement it was opened under
    connector = TCPConnector(socket_factory=door.socket_for, force_close=True, use_dns_cache=False, limit=2)
    timeout = ClientTimeout(total=guard.total_seconds)
    try:
        async with (
            asyncio.timeout(guard.total_seconds),
            ClientSession(
                connector=connector,
                timeout=timeout,
                headers=_HEADERS,
                cookie_jar=DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
            ) as session,
        ):
            return await _follow(session, door, url, guard)
    except TimeoutError as slow:
        raise PageRefused(url, Refusal.SLOW) from slow


async def _follow(session: ClientSession, door: _Door, url: str, guard: Guard) -> FetchedPage:
    here = _link(url, url)
    for _ in range(guard.most_redirects + 1):
        door.opened = _is_opened(here, guard)
        if not door.opened and not _is_web_port(here):
            raise PageRefused(url, Refusal.PRIVATE)
        try:
            async with session.get(here, allow_redirects=False) as response:
                if response.status not in {301, 302, 303, 307, 308}:
                    return await _page(response, url, guard)
                location = response.headers.get("Location")
        except TimeoutError:
            raise
        except ClientSSLError as failed:
            raise PageRefused(url, Refusal.UNSAFE) from failed
        except ClientConnectorError as failed:
            raise PageRefused(url, Refusal.PRIVATE if door.turned_away else Refusal.DEAD) from failed
        except (ValueError, UnicodeError) as failed:  # aiohttp's InvalidURL is a ValueError
            raise PageRefused(url, Refusal.NOT_A_LINK) from failed
        except ClientError as failed:
            raise PageRefused(url, Refusal.BROKEN_SITE) from failed
        if not location:
            raise PageRefused(url, Refusal.BROKEN_SITE)
        here = _onwards(here, location, url)
        if guard.onwards is not None:
            await guard.onwards(str(here))
    raise PageRefused(url, Refusal.CIRCLE)


def _link(text: str, asked: str) -> URL:
    """The address, if it is one of the web: http or https, with a host, with no name and password inside."""
    try:
        link = URL(text.strip())
        port = link.port
    except ValueError as failed:
        raise PageRefused(asked, Refusal.NOT_A_LINK) from failed
    if link.scheme not in {"http", "https"} or not link.host or link.user or link.password or not port:
        raise PageRefused(asked, Refusal.NOT_A_LINK)
    return link.with_fragment(None)


def _onwards(here: URL, location: str, asked: str) -> URL:
    try:
        return _link(str(here.join(URL(location))), asked)
    except ValueError as failed:
        raise PageRefused(asked, Refusal.BROKEN_SITE) from failed


def _is_opened(link: URL, guard: Guard) -> bool:
    return (link.host or "", link.port or 0) in guard.openings


def _is_web_port(link: URL) -> bool:
    """Mail and other services of the machine room live below 1024; the web has two ports there."""
    return link.port in {80, 443} or (link.port or 0) >= 1024


async def _page(response: ClientResponse, url: str, guard: Guard) -> FetchedPage:
    _check_status(response.status, url)
    kind = response.headers.get("Content-Type")
    told = (kind or "").partition(";")[0].strip().lower()
    if told not in guard.types:
        _refuse_type(told, url)
    if (response.content_length or 0) > guard.most_bytes:
        raise PageRefused(url, Refusal.HUGE)
    body = bytearray()
    async for piece in _decompressed(response, url):
        body += piece
        if len(body) > guard.most_bytes:
            raise PageRefused(url, Refusal.HUGE)
    _check_beginning(bytes(body[:16]), url)
    return FetchedPage(str(response.url), bytes(body), kind)


async def _decompressed(response: ClientResponse, url: str) -> AsyncIterator[bytes]:
    """The body in pieces of at most `_CHUNK_BYTES`, so that a small bomb never unfolds whole."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
            yield chunk
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise PageRefused(url, Refusal.BROKEN_SITE)
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 32) if "gzip" in encoding else None
    async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
        if inflater is None:  # "deflate" is zlib by the standard and raw by some servers
            wrapped = chunk[:1] == b"\x78"
            inflater = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        rest = chunk
        while rest:
            try:
                yield inflater.decompress(rest, _CHUNK_BYTES)
            except zlib.error as failed:
                raise PageRefused(url, Refusal.BROKEN_SITE) from failed
            rest = inflater.unconsumed_tail


def _check_status(status: int, url: str) -> None:
    if 200 <= status < 300:
        return
    if status in {404, 410}:
        raise PageRefused(url, Refusal.MISSING)
    if 400 <= status < 500:
        raise PageRefused(url, Refusal.REFUSED_BY_SITE)
    raise PageRefused(url, Refusal.BROKEN_SITE)


def _refuse_type(kind: str, url: str) -> None:
    if kind == "application/pdf":
        raise PageRefused(url, Refusal.PDF)
    if kind.startswith(("video/", "audio/")):
        raise PageRefused(url, Refusal.VIDEO)
    raise PageRefused(url, Refusal.PICTURE if kind.startswith("image/") else Refusal.NOT_A_PAGE)


def _check_beginning(body: bytes, url: str) -> None:
    """Some servers call everything text: the first bytes tell better."""
    if body.startswith(b"%PDF"):
        raise PageRefused(url, Refusal.PDF)
    if body[4:8] == b"ftyp" or body.startswith((b"\x1aE\xdf\xa3", b"OggS", b"ID3")):
        raise PageRefused(url, Refusal.VIDEO)
    if body.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")):
        raise PageRefused(url, Refusal.PICTURE)
    if body.startswith((b"PK\x03\x04", b"\x7fELF", b"\x1f\x8b")):
        raise PageRefused(url, Refusal.NOT_A_PAGE)
