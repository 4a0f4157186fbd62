"""The emulator put together: Bot API, control API, webhook delivery."""

import asyncio
from types import TracebackType
from typing import Self

from aiohttp import web

from .control import Control
from .desk import Desk, Settings
from .errors import Conflict
from .origins import own_pages_only
from .server import BotApi
from .webhook import Deliveries

_LOOK_SECONDS = 0.05


class Emulator:
    """`add_routes(app)` for a host of one's own, between `start` and `stop`; or `serve` for a server of its
    own."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.desk = Desk(settings or Settings())
        self.token = self.desk.settings.token
        self._api = BotApi(self.desk)
        self._control = Control(self.desk)
        self._deliveries = Deliveries(self.desk, self._api.call_from_webhook)
        self._runner: web.AppRunner | None = None
        self._deaf: asyncio.Task[None] | None = None

    def add_routes(self, app: web.Application) -> None:
        app.middlewares.append(own_pages_only("/bot", "/file/bot", "/control"))
        self._api.add_routes(app)
        self._control.add_routes(app)

    async def start(self) -> None:
        """Begin to deliver; what a former process left pending goes out."""
        self.desk.updates.arrived = self._deliveries.look
        self._deliveries.look()

    async def stop(self) -> None:
        self._control.close()
        if self._deaf is not None:
            self._deaf.cancel()
        self.desk.updates.stop_poll(Conflict("the emulator ends"))
        self.desk.updates.arrived = lambda: None
        await self._deliveries.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        self.desk.store.close()

    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Start with a server of its own; gives its address, `http://host:port`."""
        app = web.Application()
        self.add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        await self.start()
        bound = int(self._runner.addresses[0][1])
        self.desk.faults.refuse = lambda: self._refuse(site, host, bound)
        return f"http://{host}:{bound}"

    def _refuse(self, site: web.TCPSite, host: str, port: int) -> None:
        if self._deaf is None or self._deaf.done():
            self._deaf = asyncio.create_task(self._be_deaf(site, host, port))

    async def _be_deaf(self, site: web.TCPSite, host: str, port: int) -> None:
        """Listen no more until the fault is over."""
        assert self._runner is not None
        await site.stop()
        while self.desk.faults.is_on("refuse"):  # noqa: ASYNC110 - the clock may be moved by hand
            await asyncio.sleep(_LOOK_SECONDS)
        again = web.TCPSite(self._runner, host, port)
        await again.start()
        self.desk.faults.refuse = lambda: self._refuse(again, host, port)

    async def __aenter__(self) -> Self:
        await asyncio.sleep(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
