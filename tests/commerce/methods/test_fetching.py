"""Pages are fetched through the guard; what is private, huge, slow or no page is refused by its name."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from commerce.methods.addresses import is_public
from commerce.methods.fetching import Guard, PageRefused, Refusal, fetch

PAGE = b"<html><title>Soup</title><h2>Ingredients</h2><ul><li>1 onion<li>2 carrots</ul></html>"
MEGABYTE = 1024 * 1024

PRIVATE_ADDRESSES = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1", "::",
    "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
    "64:ff9b::808:808", "64:ff9b:1::7f00:1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1",
    "fec0::1", "ff02::1", "ff0e::1", "2002:7f00:1::", "2002:808:808::", "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:10::1", "2001:20::1", "2001:db8::1", "3fff::1",
    "100::1", "5f00::1", "4000::1", "localhost", "1.2.3", "0x7f.1", "nonsense",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE_ADDRESSES)
def test_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::8a"]
)
def test_ordinary_addresses_are_public(address: str) -> None:
    assert is_public(address)


class Site:
    """A server on loopback that misbehaves by path; `asked` counts the requests that reached it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.onwards = "/"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        status = request.match_info.get("status")
        if status:
            return web.Response(status=int(status), text="no")
        return await getattr(self, "_" + request.match_info["what"].replace("-", "_"))(request)  # type: ignore[no-any-return]

    async def _page(self, _: web.Request) -> web.Response:
        return web.Response(body=PAGE, content_type="text/html", charset="utf-8")

    async def _untyped(self, _: web.Request) -> web.Response:
        return web.Response(body=b"%PDF-1.7 ...", headers={"Content-Type": "text/html"})

    async def _pdf(self, _: web.Request) -> web.Response:
        return web.Response(body=b"%PDF", content_type="application/pdf")

    async def _film(self, _: web.Request) -> web.Response:
        return web.Response(body=b"....", content_type="video/mp4")

    async def _picture(self, _: web.Request) -> web.Response:
        return web.Response(body=b"....", content_type="image/png")

    async def _archive(self, _: web.Request) -> web.Response:
        return web.Response(body=b"....", content_type="application/zip")

    async def _redirect(self, _: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": self.onwards})

    async def _nowhere(self, _: web.Request) -> web.Response:
        return web.Response(status=302)

    async def _circle(self, _: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/circle"})

    async def _announced(self, _: web.Request) -> web.Response:
        return web.Response(body=b"x" * (2 * MEGABYTE), content_type="text/html")

    async def _bomb(self, _: web.Request) -> web.Response:
        folded = gzip.compress(b"\0" * (64 * MEGABYTE))
        return web.Response(body=folded, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})

    async def _gzip(self, _: web.Request) -> web.Response:
        return web.Response(
            body=gzip.compress(PAGE), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
        )

    async def _deflate(self, _: web.Request) -> web.Response:
        return web.Response(
            body=zlib.compress(PAGE), headers={"Content-Type": "text/html", "Content-Encoding": "deflate"}
        )

    async def _raw_deflate(self, _: web.Request) -> web.Response:
        packer = zlib.compressobj(wbits=-15)
        body = packer.compress(PAGE) + packer.flush()
        return web.Response(body=body, headers={"Content-Type": "text/html", "Content-Encoding": "deflate"})

    async def _torn(self, _: web.Request) -> web.Response:
        return web.Response(
            body=b"not gzip", headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
        )

    async def _odd_encoding(self, _: web.Request) -> web.Response:
        return web.Response(body=b"?", headers={"Content-Type": "text/html", "Content-Encoding": "br"})

    async def _drip(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        for _ in range(100):
            await response.write(b".")
            await asyncio.sleep(0.05)
        return response

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        for _ in range(200):
            await response.write(b"x" * 65536)
        return response


@pytest.fixture
async def site() -> AsyncIterator[tuple[Site, str, Guard]]:
    site = Site()
    app = web.Application()
    app.router.add_get("/status/{status}", site.answer)
    app.router.add_get("/{what}", site.answer)
    server = TestServer(app)
    await server.start_server()
    guard = Guard(openings=frozenset({("127.0.0.1", server.port or 0)}), most_bytes=MEGABYTE)
    yield site, f"http://127.0.0.1:{server.port}", guard
    await server.close()


async def _refusal(url: str, guard: Guard) -> Refusal:
    with pytest.raises(PageRefused) as refused:
        await fetch(url, guard)
    assert refused.value.url == url
    return refused.value.reason


async def test_an_opening_lets_a_page_through(site: tuple[Site, str, Guard]) -> None:
    _, base, guard = site
    page = await fetch(f"{base}/page#recipe", guard)
    assert page.body == PAGE
    assert page.content_type == "text/html; charset=utf-8"
    assert page.url == f"{base}/page"


@pytest.mark.parametrize("path", ["gzip", "deflate", "raw-deflate"])
async def test_compressed_pages_are_unfolded(site: tuple[Site, str, Guard], path: str) -> None:
    _, base, guard = site
    assert (await fetch(f"{base}/{path}", guard)).body == PAGE


async def test_without_an_opening_loopback_is_never_reached(site: tuple[Site, str, Guard]) -> None:
    there, base, _ = site
    port = base.rsplit(":", 1)[1]
    hosts = [
        "127.0.0.1",
        "localhost",
        "127.1",
        "0x7f.1",
        "2130706433",
        "0177.0.0.1",
        "0",
        "[::1]",
        "127.0.0.2",
    ]
    hosts += ["[::ffff:127.0.0.1]", "[::127.0.0.1]", "[::]"]
    for host in hosts:
        reason = await _refusal(f"http://{host}:{port}/page", Guard())
        assert reason in {Refusal.PRIVATE, Refusal.DEAD, Refusal.NOT_A_LINK}, host
    assert there.asked == []


async def test_an_opening_is_for_its_host_and_port_alone(site: tuple[Site, str, Guard]) -> None:
    there, base, _ = site
    port = int(base.rsplit(":", 1)[1])
    assert (
        await _refusal(f"{base}/page", Guard(openings=frozenset({("127.0.0.1", port + 1)})))
        is Refusal.PRIVATE
    )
    assert (
        await _refusal(f"{base}/page", Guard(openings=frozenset({("play.example", port)}))) is Refusal.PRIVATE
    )
    assert there.asked == []


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::1]/", "//127.0.0.1:9/"],
)
async def test_a_redirect_to_a_private_address_is_stopped(site: tuple[Site, str, Guard], target: str) -> None:
    there, base, guard = site
    there.onwards = target
    assert await _refusal(f"{base}/redirect", guard) is Refusal.PRIVATE


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://"]
)
async def test_a_redirect_out_of_the_web_is_stopped(site: tuple[Site, str, Guard], target: str) -> None:
    there, base, guard = site
    there.onwards = target
    assert await _refusal(f"{base}/redirect", guard) in {
        Refusal.NOT_A_LINK,
        Refusal.BROKEN_SITE,
        Refusal.CIRCLE,
    }


async def test_a_redirect_within_the_site_is_followed(site: tuple[Site, str, Guard]) -> None:
    there, base, guard = site
    there.onwards = "/page"
    page = await fetch(f"{base}/redirect", guard)
    assert (page.url, page.body) == (f"{base}/page", PAGE)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("circle", Refusal.CIRCLE),
        ("nowhere", Refusal.BROKEN_SITE),
        ("pdf", Refusal.PDF),
        ("untyped", Refusal.PDF),
        ("film", Refusal.VIDEO),
        ("picture", Refusal.PICTURE),
        ("archive", Refusal.NOT_A_PAGE),
        ("announced", Refusal.HUGE),
        ("stream", Refusal.HUGE),
        ("bomb", Refusal.HUGE),
        ("torn", Refusal.BROKEN_SITE),
        ("odd-encoding", Refusal.BROKEN_SITE),
        ("status/404", Refusal.MISSING),
        ("status/410", Refusal.MISSING),
        ("status/401", Refusal.REFUSED_BY_SITE),
        ("status/403", Refusal.REFUSED_BY_SITE),
        ("status/429", Refusal.REFUSED_BY_SITE),
        ("status/451", Refusal.REFUSED_BY_SITE),
        ("status/500", Refusal.BROKEN_SITE),
        ("status/503", Refusal.BROKEN_SITE),
    ],
)
async def test_each_refusal_has_its_own_reason(
    site: tuple[Site, str, Guard], path: str, reason: Refusal
) -> None:
    _, base, guard = site
    assert await _refusal(f"{base}/{path}", guard) is reason


async def test_a_page_that_drips_is_given_up(site: tuple[Site, str, Guard]) -> None:
    _, base, guard = site
    hasty = Guard(openings=guard.openings, total_seconds=0.2)
    assert await _refusal(f"{base}/drip", hasty) is Refusal.SLOW


@pytest.mark.parametrize(
    "url",
    [
        "", "soup", "ftp://example.org/soup", "file:///etc/passwd", "http://", "http:///soup",
        "javascript:alert(1)",
        "http://user:secret@example.org/", "http://example.org:99999/", "data:text/html,hello", "http://[::1",
    ],
)  # fmt: skip
async def test_what_is_no_web_address_is_said(url: str) -> None:
    assert await _refusal(url, Guard()) is Refusal.NOT_A_LINK


async def test_services_of_the_machine_room_are_not_spoken_to() -> None:
    assert await _refusal("http://example.org:25/", Guard()) is Refusal.PRIVATE


async def test_a_dead_port_is_dead(site: tuple[Site, str, Guard], unused_tcp_port: int) -> None:
    guard = Guard(openings=frozenset({("127.0.0.1", unused_tcp_port)}))
    assert await _refusal(f"http://127.0.0.1:{unused_tcp_port}/", guard) is Refusal.DEAD
