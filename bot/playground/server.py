"""The playground as one web application: emulator, stand-in bank, demo sites, page, and what is Errand's own.

The page and the emulator answer as soon as the socket is open; the shop behind them may still be starting
(migrating, installing or training the dialogue engine). Until then its part answers `ShopStarting`.
"""

import math
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from aiohttp import web

from bot.playground.assets import Assets
from bot.playground.emulator import own_pages_only
from bot.playground.shop import CannotBeDone, Shop, ShopStarting, UnknownMessage
from bot.playground.sites import SITES_OF, Sites, add_sites

WORLD_PAGES = Path(__file__).parent / "world" / "pages"
BANK_PREFIX = "/bank"
BACK_PATH = "/play/back"
SHUTDOWN_SECONDS = 2.0
OWN_PAGES_ONLY = ("/play/", f"{BANK_PREFIX}/faults", f"{BANK_PREFIX}/books")
LONGEST_JUMP_SECONDS = 366 * 24 * 3600


class ChatServer(Protocol):
    """The part of the Bot API emulator that the playground mounts."""

    def add_routes(self, app: web.Application) -> None: ...


SHOP: web.AppKey[Shop] = web.AppKey("shop")
ASSETS: web.AppKey[Assets] = web.AppKey("assets", Assets)


def make_app(
    shop: Shop,
    chats: ChatServer,
    *,
    bank: web.Application | None = None,
    pages: Path = WORLD_PAGES,
) -> web.Application:
    """The whole playground. The caller starts and stops `chats` and whatever stands behind `shop`."""
    app = web.Application(
        middlewares=[own_pages_only(*OWN_PAGES_ONLY, besides=BACK_PATH), refusals_as_json],
        client_max_size=64 * 1024 * 1024,
    )
    app[SHOP] = shop
    app[ASSETS] = Assets()
    app[SITES_OF] = Sites(pages)
    chats.add_routes(app)
    if bank is not None:
        app.add_subapp(BANK_PREFIX, bank)
    add_sites(app)
    app.add_routes(
        [
            web.get("/", show_page),
            web.get("/favicon.ico", show_icon),
            web.get("/page/{path:.+}", show_asset),
            web.get("/play/state", tell_state),
            web.get("/play/progress", tell_progress),
            web.get("/play/sites", tell_sites),
            web.get("/play/why", tell_why),
            web.get("/play/agenda", tell_agenda),
            web.post("/play/jump", jump),
            web.get("/play/faults", tell_faults),
            web.post("/play/faults", set_faults),
            web.delete("/play/faults", end_faults),
            web.post("/play/restart", restart),
            web.post("/play/engine/retry", retry_engine),
            web.post("/play/people", add_person),
            web.post("/play/reset", reset),
            web.get(BACK_PATH, show_back),
        ]
    )
    return app


@dataclass(frozen=True)
class OpenPlayground:
    """A playground that listens. `address` is like `http://127.0.0.1:8080`, without a slash at the end."""

    address: str
    host: str
    port: int
    runner: web.AppRunner

    def page_address(self, host: str, path: str) -> str:
        """Where a page of the demo world answers."""
        return f"{self.address}/sites/{host}/{path.lstrip('/')}"

    @property
    def bank_address(self) -> str:
        return self.address + BANK_PREFIX

    def back_address(self, outcome: str) -> str:
        """Where the card page sends the browser afterwards; it closes the page's overlay."""
        return f"{self.address}{BACK_PATH}?outcome={outcome}"

    async def close(self) -> None:
        await self.runner.cleanup()


async def open_playground(app: web.Application, *, host: str = "127.0.0.1", port: int = 0) -> OpenPlayground:
    """Listen. Port 0 takes a free one. Raises `OSError` when the port is taken."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        raise
    bound = int(runner.addresses[0][1])
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    return OpenPlayground(f"http://{shown}:{bound}", shown, bound, runner)


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def refusals_as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except ShopStarting as starting:
        return web.json_response({"error": f"The shop is still starting: {starting.stage}"}, status=503)
    except UnknownMessage as unknown:
        return web.json_response({"error": f"Nothing is recorded about this {unknown}"}, status=404)
    except (BadRequest, CannotBeDone) as bad:
        return web.json_response({"error": str(bad)}, status=400)


class BadRequest(ValueError):
    """What the page sent cannot be used; the text says what was wanted."""


async def show_page(request: web.Request) -> web.Response:
    return request.app[ASSETS].answer(request, "index.html")


async def show_icon(request: web.Request) -> web.Response:
    return request.app[ASSETS].answer(request, "icon.svg")


async def show_asset(request: web.Request) -> web.Response:
    return request.app[ASSETS].answer(request, request.match_info["path"])


async def show_back(request: web.Request) -> web.Response:
    return request.app[ASSETS].answer(request, "back.html")


async def tell_state(request: web.Request) -> web.Response:
    shop = request.app[SHOP]
    state: dict[str, Any] = {"progress": await shop.progress(), "sites": request.app[SITES_OF].listing()}
    try:
        state |= {"panes": [asdict(pane) for pane in await shop.panes()]}
        now = await shop.now()
        state |= {"now": now.isoformat(), "zone": getattr(now.tzinfo, "key", None), "starting": None}
        state |= {"bank": await shop.bank_faults()}
    except ShopStarting as starting:
        state |= {"panes": [], "now": None, "starting": starting.stage, "bank": None}
    return web.json_response(state)


async def tell_progress(request: web.Request) -> web.Response:
    return web.json_response(await request.app[SHOP].progress())


async def tell_sites(request: web.Request) -> web.Response:
    return web.json_response(request.app[SITES_OF].listing())


async def tell_why(request: web.Request) -> web.Response:
    chat_id = _whole(request.query.get("chat_id"), "chat_id")
    message_id = _whole(request.query.get("message_id"), "message_id")
    tap = request.query.get("update_id")
    update_id = _whole(tap, "update_id") if tap is not None else None
    return web.json_response(await request.app[SHOP].why(chat_id, message_id, update_id))


async def tell_agenda(request: web.Request) -> web.Response:
    due = await request.app[SHOP].agenda()
    return web.json_response([{"at": one.at.isoformat(), "what": one.what} for one in due])


async def tell_faults(request: web.Request) -> web.Response:
    return web.json_response(await request.app[SHOP].bank_faults())


async def set_faults(request: web.Request) -> web.Response:
    return web.json_response(await request.app[SHOP].set_bank_faults(await json_body(request)))


async def end_faults(request: web.Request) -> web.Response:
    await request.app[SHOP].everything_works()
    return web.json_response({})


async def restart(request: web.Request) -> web.Response:
    await request.app[SHOP].restart()
    return web.json_response({})


async def retry_engine(request: web.Request) -> web.Response:
    await request.app[SHOP].retry_engine()
    return web.json_response(await request.app[SHOP].progress())


async def jump(request: web.Request) -> web.Response:
    """By `{"seconds": n}`, or `{"to": "next"}`, or `{"to": a time}` (ISO 8601, with its zone)."""
    wish = await json_body(request)
    shop = request.app[SHOP]
    if wish.get("to") == "next":
        return web.json_response({"now": (await shop.jump_to_next()).isoformat()})
    if "to" in wish:
        ahead = _time(wish["to"]) - await shop.now()
        seconds = math.ceil(ahead.total_seconds())
    else:
        seconds = _whole(wish.get("seconds"), "seconds")
    if not 0 < seconds <= LONGEST_JUMP_SECONDS:
        raise BadRequest("time goes forward only, by a year at most")
    return web.json_response({"now": (await shop.jump(seconds)).isoformat()})


async def add_person(request: web.Request) -> web.Response:
    wish = await json_body(request)
    first_name = str(wish.get("first_name", "")).strip()
    if not 1 <= len(first_name) <= 64:
        raise BadRequest("a first name of 1 to 64 letters is wanted")
    role, language = str(wish.get("role", "consumer")), str(wish.get("language", "en"))
    works_for = str(wish.get("works_for") or "")
    pane = await request.app[SHOP].new_person(first_name, role, language, works_for)
    return web.json_response(asdict(pane), status=201)


async def reset(request: web.Request) -> web.Response:
    await request.app[SHOP].reset()
    return web.json_response({})


async def json_body(request: web.Request) -> dict[str, Any]:
    """Raises `BadRequest`."""
    try:
        body = await request.json()
    except (ValueError, RecursionError) as error:
        raise BadRequest("a JSON object is wanted") from error
    if not isinstance(body, dict):
        raise BadRequest("a JSON object is wanted")
    return body


def _whole(value: object, name: str) -> int:
    try:
        return int(str(value))
    except ValueError as error:
        raise BadRequest(f"{name} must be a whole number") from error


def _time(value: object) -> datetime:
    try:
        time = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise BadRequest(f"{value!r} is no date and time") from error
    if time.tzinfo is None:
        raise BadRequest("the time must name its zone")
    return time
