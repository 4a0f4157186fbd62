"""The emulator put together: Bot API, control API, webhook delivery."""

import asyncio
from types import TracebackType
from typing import Self

from aiohttp import web

from .control import Control
from .desk import Desk, Settings
from .errors import Conflict
from .server import BotApi
from .webhook import Deliveries


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

    def add_routes(self, app: web.Application) -> None:
        self._api.add_routes(app)
        self._control.add_routes(app)

    async def start(self) -> None:
        """Begin to deliver; what a former process left pending goes out."""
        self.desk.updates.arrived = self._deliveries.look
        self._deliveries.look()

    async def stop(self) -> None:
        self._control.close()
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
        bound = self._runner.addresses[0]
        return f"http://{host}:{bound[1]}"

    async def __aenter__(self) -> Self:
        await asyncio.sleep(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
