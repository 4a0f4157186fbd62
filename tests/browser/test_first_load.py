"""What a first visit costs: bytes, requests, and that nothing comes from outside."""

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, BrowserContext, CDPSession, Page

from tests.browser.conftest import Playing

WIRE_KILOBYTES = 100
"""What the page may weigh as it is sent, headers and all."""
RAW_KILOBYTES = 130
"""And once it is unpacked: a bar to lower. Run with -rP to see which file weighs what."""
IDLE_MILLISECONDS = 1500
JSON = ("/control", "/play/")


@dataclass
class Load:
    """What a page fetched until it was idle. Bytes by path, without what people say and do."""

    raw: dict[str, int] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    paints: dict[str, float] = field(default_factory=dict)

    def __str__(self) -> str:
        rows = [
            f"{self.raw[path]:>7} {self.sent.get(path, 0):>7}  {path}"
            for path in sorted(self.raw, key=lambda path: -self.raw[path])
        ]
        total = f"{sum(self.raw.values()):>7} {sum(self.sent.values()):>7}  in all, bytes raw and on the wire"
        shown = ", ".join(f"{name} {at:.0f} ms" for name, at in self.paints.items())
        return "\n".join([*rows, total, shown])


async def loads(page: Page, client: CDPSession, go: str | None) -> Load:
    """Open `go`, or load the page that is open again."""
    load, waiting, paths = Load(), [], {}

    def responded(event: dict[str, object]) -> None:
        url = urlsplit(str(event["response"]["url"]))  # type: ignore[index]
        load.hosts.add(url.netloc)
        if not url.path.startswith(JSON):
            paths[event["requestId"]] = url.path

    async def finished(event: dict[str, object]) -> None:
        path = paths.get(event["requestId"])
        if path is not None:
            load.sent[path] = int(str(event["encodedDataLength"]))
            body = await client.send("Network.getResponseBody", {"requestId": event["requestId"]})
            load.raw[path] = len(body["body"].encode())

    client.on("Network.responseReceived", responded)
    listening = lambda event: waiting.append(asyncio.ensure_future(finished(event)))  # noqa: E731
    client.on("Network.loadingFinished", listening)
    await (page.goto(go) if go else page.reload())
    await page.wait_for_timeout(IDLE_MILLISECONDS)
    await asyncio.gather(*waiting)
    client.remove_listener("Network.responseReceived", responded)
    client.remove_listener("Network.loadingFinished", listening)
    paints = "performance.getEntriesByType('paint').map((one) => [one.name, one.startTime])"
    load.paints = dict(await page.evaluate(paints))
    return load


async def fresh(browser: Browser, width: int, height: int) -> tuple[BrowserContext, Page, CDPSession]:
    context = await browser.new_context(viewport={"width": width, "height": height})
    page = await context.new_page()
    client = await context.new_cdp_session(page)
    await client.send("Network.enable")
    return context, page, client


@pytest.mark.parametrize(("width", "height"), [(1600, 900), (390, 844)], ids=["desktop", "phone"])
async def test_a_first_visit_fetches_little_and_all_of_it_from_here(
    browser: Browser, playing: Playing, width: int, height: int
) -> None:
    context, page, client = await fresh(browser, width, height)
    first = await loads(page, client, playing.playground.address)
    print(f"\nA first visit at {width} × {height}:\n{first}")
    assert first.hosts == {urlsplit(playing.playground.address).netloc}
    assert {"/", "/page/app.js", "/page/style/frame.css"} <= set(first.raw)
    assert "first-contentful-paint" in first.paints
    assert sum(first.sent.values()) < WIRE_KILOBYTES * 1000
    assert sum(first.raw.values()) < RAW_KILOBYTES * 1000
    again = await loads(page, client, None)
    print(f"\nThe second time:\n{again}")
    assert sum(again.sent.values()) < sum(first.sent.values()) / 4
    await context.close()


async def test_what_is_not_shown_is_not_fetched_until_it_is(browser: Browser, playing: Playing) -> None:
    context, page, client = await fresh(browser, 1600, 900)
    first = await loads(page, client, playing.playground.address)
    tabs = ("log", "faults", "why", "people", "clock", "shortcuts", "overlay", "progress", "keys")
    assert not {f"/page/{name}.js" for name in tabs} & set(first.raw)
    async with page.expect_response("**/page/faults.js"), page.expect_response("**/page/style/faults.css"):
        await page.get_by_role("tab", name="Faults").click()
    await page.get_by_role("switch", name="Telegram is down").wait_for()
    await page.route("**/page/people.js", lambda route: route.abort())
    await page.get_by_role("tab", name="People").click()
    await page.get_by_text("could not be fetched").wait_for()
    await page.unroute("**/page/people.js")
    await context.close()
