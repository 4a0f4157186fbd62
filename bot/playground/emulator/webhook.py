"""Delivery of updates to the bot's webhook.

Each queue (messages by chat, callbacks by user, …) keeps its order and waits for its own answer only, so that
a tap and a text of one person may overtake each other. A failed delivery is repeated at once, then after
growing pauses up to 60-120 seconds, or after what Retry-After asks; an update whose life is over is dropped.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import aiohttp

from .calls import read_form, read_json
from .desk import Desk
from .errors import BadRequest
from .spec import Json
from .state import Pending

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LONGEST_PAUSE_SECONDS = (60, 120)
_LOOK_SECONDS = 0.05
LONGEST_RETRY_AFTER_SECONDS = 3600
_ANSWER_SECONDS = 60


@dataclass(frozen=True)
class Failure:
    """Why a delivery was not taken; `retry_after`: the seconds that the bot asks to wait, 0 for none."""

    words: str
    retry_after: int = 0
    status: int | None = None


class Deliveries:
    """`called` gets what a bot asks for in its answer to a delivery."""

    def __init__(self, desk: Desk, called: Callable[[Json], Awaitable[None]]) -> None:
        self._desk = desk
        self._called = called
        self._session: aiohttp.ClientSession | None = None
        self._queues: dict[str, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(desk.world.webhook.max_connections)
        self._set = ("", 0)

    def look(self) -> None:
        """Something arrived, or the webhook changed: have a task for each queue that waits."""
        hook = self._desk.world.webhook
        if (hook.url, hook.max_connections) != self._set:
            self._set = (hook.url, hook.max_connections)
            self._places = asyncio.Semaphore(hook.max_connections)
            self._cancel()
        if not hook.url:
            return
        for queue in {update.queue for update in self._desk.world.pending}:
            if queue not in self._queues:
                task = asyncio.get_running_loop().create_task(self._drain(queue))
                self._queues[queue] = task
                task.add_done_callback(partial(self._ended, queue))

    async def close(self) -> None:
        tasks = list(self._queues.values())
        self._cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _cancel(self) -> None:
        tasks, self._queues = self._queues, {}
        for task in tasks.values():
            task.cancel()

    def _ended(self, queue: str, task: asyncio.Task[None]) -> None:
        if self._queues.get(queue) is task:
            del self._queues[queue]
            if not task.cancelled() and task.exception() is None:
                self.look()

    async def _drain(self, queue: str) -> None:
        while (update := self._first(queue)) is not None:
            await self._deliver(update)
            self._desk.store.commit()

    def _first(self, queue: str) -> Pending | None:
        self._desk.updates.drop_expired()
        return next((update for update in self._desk.world.pending if update.queue == queue), None)

    async def _deliver(self, update: Pending) -> None:
        """Send until it is taken or its life is over."""
        pause, failures = self._desk.settings.retry_seconds, 0
        while (failure := await self._attempt(update)) is not None:
            if failure.retry_after == 0 and failures > 0:
                pause = min(pause * 2, random.uniform(*LONGEST_PAUSE_SECONDS))
            waits = failure.retry_after or (pause if failures > 0 else 0)
            over = self._desk.now() + waits > update.expires_at
            self._note(update, failure, None if over else waits)
            if over:
                break
            failures += 1
            await self._pause(waits)
        self._desk.updates.done(update)

    async def _pause(self, seconds: float) -> None:
        """Until that many seconds are over, or the emulator's clock was moved past them."""
        loop, due = asyncio.get_running_loop(), self._desk.now() + seconds
        end = loop.time() + seconds
        while self._desk.now() < due and (left := end - loop.time()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(min(left, _LOOK_SECONDS))

    async def _attempt(self, update: Pending) -> Failure | None:
        """One delivery: None when the bot took it."""
        async with self._places:
            if self._desk.faults.take("webhook_lost") is not None:
                return Failure("Connection timed out")
            failure = await self._posted(update)
            if failure is None and self._desk.faults.take("webhook_twice") is not None:
                failure = await self._posted(update)
            return failure

    async def _posted(self, update: Pending) -> Failure | None:
        hook = self._desk.world.webhook
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=_ANSWER_SECONDS)
            self._session = aiohttp.ClientSession(
                timeout=timeout, trust_env=False, connector=aiohttp.TCPConnector(limit=0)
            )
        headers = {SECRET_HEADER: hook.secret_token} if hook.secret_token else {}
        body = {"update_id": update.id, update.type: update.body}
        try:
            async with self._session.post(hook.url, json=body, headers=headers) as response:
                kind, content = response.content_type, await response.read()
                if not 200 <= response.status <= 299:
                    words = f"Wrong response from the webhook: {response.status} {response.reason}"
                    asked = response.headers.get("Retry-After", "0")
                    seconds = int(asked) if asked.isdecimal() else 0
                    return Failure(words, min(seconds, LONGEST_RETRY_AFTER_SECONDS), response.status)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return Failure(f"Connection failed: {error or type(error).__name__}")
        self._desk.journal.publish("webhook", url=hook.url, ok=True, status=200, update_id=update.id)
        await self._obey(kind, content)
        return None

    async def _obey(self, kind: str, content: bytes) -> None:
        """A call may come as JSON or as a form; any other answer just takes the update."""
        body: Json = {}
        if kind == "application/x-www-form-urlencoded":
            body = read_form(content)
        elif content[:1] == b"{":
            with suppress(BadRequest):
                body = read_json(content)
        if isinstance(body.get("method"), str):
            await self._called(body)

    def _note(self, update: Pending, failure: Failure, retry_in: float | None) -> None:
        """`retry_in` None: the life of the update is over before another attempt."""
        hook = self._desk.world.webhook
        hook.last_error_date, hook.last_error_message = int(self._desk.now()), failure.words
        self._desk.journal.publish(
            "webhook",
            url=hook.url,
            ok=False,
            status=failure.status,
            update_id=update.id,
            error=failure.words,
            retry_in=retry_in,
        )
