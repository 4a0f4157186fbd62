"""The queue of updates that the bot has not confirmed, and the long poll that waits on it."""

import asyncio
from collections.abc import Callable

from .errors import Conflict
from .events import Journal
from .faults import Faults
from .spec import Json
from .state import Pending, World
from .store import Store

MESSAGE_SECONDS = 86_400
QUERY_SECONDS = 150
INLINE_SECONDS = 30
CHOSEN_SECONDS = 600
LONGEST_POLL_SECONDS = 50
LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """`arrived` is called after each update that was made, so that the webhook can send it."""

    def __init__(
        self, world: World, store: Store, journal: Journal, faults: Faults, now: Callable[[], float]
    ) -> None:
        self._world = world
        self._store = store
        self._journal = journal
        self._faults = faults
        self._now = now
        self._waiter: asyncio.Future[None] | None = None
        self._again: list[Pending] = []
        self.arrived: Callable[[], None] = lambda: None

    @property
    def polling(self) -> bool:
        return self._waiter is not None

    def allows(self, kind: str) -> bool:
        allowed = self._world.allowed_updates
        return kind not in LEFT_OUT_BY_DEFAULT if not allowed else kind in allowed

    def make(self, kind: str, body: Json, *, queue: str, seconds: int) -> int | None:
        """Append an update of one kind, alive for `seconds`; None when the bot does not want this kind."""
        if not self.allows(kind):
            return None
        self._world.last_update_id += 1
        update = Pending(self._world.last_update_id, kind, body, queue, self._now() + seconds)
        self._world.pending.append(update)
        self._store.put("update", update.id, update)
        self._store.put("single", "counters", self._world.counters())
        self._journal.publish("update", update_id=update.id, type=kind, queue=queue)
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
        self.arrived()
        return update.id

    async def poll(self, offset: int, limit: int, timeout_seconds: int) -> list[Json]:
        """Answer getUpdates. Raises Conflict while a webhook is set, or when another poll takes over."""
        if self._world.webhook.url:
            raise Conflict(_WEBHOOK_ACTIVE)
        if offset < 0:
            self._keep_last(-offset)
        elif offset > 0:
            self._confirm(offset)
        batch = self._batch(limit)
        if batch or timeout_seconds <= 0:
            return batch
        self.stop_poll(Conflict(_OTHER_POLLER))
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiter = waiter
        try:
            async with asyncio.timeout(min(timeout_seconds, LONGEST_POLL_SECONDS)):
                await waiter
                await asyncio.sleep(0)
        except TimeoutError:
            return []
        finally:
            if self._waiter is waiter:
                self._waiter = None
        return self._batch(limit)

    def stop_poll(self, reason: Conflict) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(reason)
        self._waiter = None

    def done(self, update: Pending) -> None:
        """The webhook took the update, or it was given up."""
        if update in self._world.pending:
            self._world.pending.remove(update)
        self._store.drop("update", update.id)
        self._journal.publish("confirmed", update_ids=[update.id])

    def drop_all(self) -> None:
        self._keep_last(0)

    def drop_expired(self) -> None:
        now = self._now()
        if any(update.expires_at <= now for update in self._world.pending):
            for update in [one for one in self._world.pending if one.expires_at <= now]:
                self._world.pending.remove(update)
                self._store.drop("update", update.id)

    def _batch(self, limit: int) -> list[Json]:
        self.drop_expired()
        again, self._again = self._again, []
        batch = [*again, *(self._world.pending[n] for n in range(min(limit, len(self._world.pending))))]
        if len(batch) > 1 and self._faults.take("reorder_updates") is not None:
            batch[0], batch[1] = batch[1], batch[0]
        return [{"update_id": update.id, update.type: update.body} for update in batch]

    def _confirm(self, below: int) -> None:
        gone = []
        pending = self._world.pending
        while pending and pending[0].id < below:
            update = pending.popleft()
            gone.append(update.id)
            self._store.drop("update", update.id)
            if self._faults.take("duplicate_update") is not None:
                self._again.append(update)
        if gone:
            self._journal.publish("confirmed", update_ids=gone)

    def _keep_last(self, count: int) -> None:
        pending = self._world.pending
        if len(pending) > count:
            self._confirm(pending[len(pending) - count].id if count else pending[-1].id + 1)
