"""PTB's request port over aiohttp.

The stock httpx transport is quadratic in waiting requests; this one keeps pace with hundreds in flight.
It trusts no proxy of the environment: the playground's loopback address must be reached directly.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import IO, Any, TypeVar
from urllib.parse import urlencode

import aiohttp
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

__all__ = ["AiohttpRequest", "ShopBot", "seconds_of"]

_Seconds = TypeVar("_Seconds")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class ShopBot(Bot):
    """PTB's bot, with the calls of which there are many left as JSON: what arrives is kept as it came, and
    what is sent is kept as it goes. PTB's requests, its errors and every other method stay."""

    async def raw_updates(
        self, offset: int | None, timeout_seconds: int, allowed: Sequence[str]
    ) -> list[dict[str, Any]]:
        """getUpdates: waits up to `timeout_seconds` for the first one. Raises TelegramError."""
        asked = {"offset": offset, "timeout": timeout_seconds, "allowed_updates": allowed}
        patience = (self._request[0].read_timeout or 0) + timeout_seconds
        updates: list[dict[str, Any]] = await self._post("getUpdates", asked, read_timeout=patience)
        return updates

    async def call(self, method: str, **parameters: Any) -> Any:
        """Any method, parameters and result as JSON; None is left out. Raises TelegramError."""
        return await self._post(method, parameters)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


class AiohttpRequest(BaseRequest):
    """One pool of connections to the Bot API. All timeouts in seconds; None waits without end."""

    def __init__(
        self,
        connection_pool_size: int = 256,
        read_timeout: float | None = 10.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 5.0,
        media_timeout: float | None = 60.0,
    ) -> None:
        self._connection_pool_size = connection_pool_size
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_timeout = media_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connection_pool_size),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=False,
            )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return the HTTP status and the body. aiohttp has no write timeout of its own: for uploads it is
        the media timeout (or the one given) that bounds the wait for an answer as well."""
        if self._session is None:
            raise RuntimeError("AiohttpRequest used before initialize() or after shutdown()")
        files = request_data.multipart_data if request_data else {}
        parameters = request_data.json_parameters if request_data else {}
        wait_seconds = _given(read_timeout, self._read_timeout)
        if files:
            upload_seconds = _given(write_timeout, self._media_timeout)
            if wait_seconds is not None:
                wait_seconds = None if upload_seconds is None else max(wait_seconds, upload_seconds)
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_given(pool_timeout, self._pool_timeout),
            sock_connect=_given(connect_timeout, self._connect_timeout),
            sock_read=wait_seconds,
        )
        body: aiohttp.FormData | bytes | None = _form(parameters, files) if files else None
        headers = None
        if parameters and not files:
            body, headers = urlencode(parameters).encode(), FORM
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"aiohttp.{type(error).__name__}: {error}") from error


def _given(seconds: Any, default: _Seconds) -> _Seconds:
    return default if seconds is BaseRequest.DEFAULT_NONE else seconds


def _form(
    parameters: Mapping[str, str], files: Mapping[str, tuple[str, bytes | IO[bytes], str]]
) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, content_type) in files.items():
        form.add_field(name, content, filename=file_name, content_type=content_type)
    return form
