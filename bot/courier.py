"""The courier of the outbox: delivers waiting messages at the pace that Telegram allows.

One message of a chat is under way at a time, which keeps the order within a chat; chats go side by side. A
chat that has used up its pace rests, and so does one for which Telegram asked to wait; what is posted for it
meanwhile waits in the outbox, where a newer edit replaces an older one. A message that carries a slot edits
the message that shows the slot; when that cannot be edited any more it is sent anew. Nothing is marked sent
before Telegram said so: a crash in between shows a message twice, never not at all.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.messages import digest_of
from bot.pacing import Paces, Pause
from bot.showing import show
from bot.transport import ShopBot, seconds_of
from commerce import outbox
from commerce.database import Units
from commerce.outbox import CLAIM_FOR, Claimed, Lane, Outcome, OutgoingState
from commerce.people.service import lose, person_of

__all__ = ["Courier"]

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 1.0
RENEW_EVERY_SECONDS = CLAIM_FOR.total_seconds() / 3
TOKEN_PAUSE_SECONDS = 30.0
MOST_TRIES = 1_500
"""A day of tries a minute apart: an outage of hours loses nothing."""
MOST_UNDER_WAY = 400
MOST_AT_ONCE = 200
EVERYBODY = 0
CHAT_GONE = "chat not found"


class Courier:
    """`clock` gives aware UTC; `wake` (thread safe) after every commit that has posted something."""

    def __init__(
        self,
        bot: ShopBot,
        units: Units,
        clock: Callable[[], datetime],
        *,
        per_second: float,
        burst: int,
        broadcast_per_second: float = 25.0,
    ) -> None:
        self.bot = bot
        self.units = units
        self.clock = clock
        self._chats = Paces(per_second, burst)
        self.broadcasts = Paces(broadcast_per_second, max(1, int(broadcast_per_second)))
        self._pause = Pause()
        self._under_way: dict[int, Claimed] = {}
        self._outcomes: list[Outcome] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._renewed_at = 0.0

    def wake(self) -> None:
        """There may be something to deliver. Callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self) -> None:
        """Deliver until cancelled."""
        self._loop = asyncio.get_running_loop()
        self._under_way.clear()
        if self.units.engine.dialect.name == "sqlite":
            await self.units.run(lambda session: outbox.release(session, self.clock()))
        try:
            while True:
                self._wake.clear()
                try:
                    more = await self._round()
                except SQLAlchemyError as error:
                    log.warning("the outbox cannot be read (%s): next try soon", error)
                    await asyncio.sleep(LOOK_EVERY_SECONDS)
                    continue
                if not more:
                    await self._wait()
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            if self._outcomes:
                await self.units.run(lambda session: self._settle(session, self._outcomes))

    async def _wait(self) -> None:
        """Until something was posted or delivered, or a chat has rested; now and then in any case, because
        another process may have posted."""
        now = self._now()
        rest = min(self._chats.next_ready(now), LOOK_EVERY_SECONDS)
        with suppress(TimeoutError):
            async with asyncio.timeout(max(rest, 0.001)):  # wait_for may lose a cancellation
                await self._wake.wait()

    async def _round(self) -> bool:
        """Settle what was delivered and claim what is next, in one commit; whether there may be more."""
        now = self._now()
        outcomes, self._outcomes = self._outcomes, []
        settled = {outcome.claimed.chat for outcome in outcomes}
        busy = (set(self._under_way) - settled) | self._chats.resting(now)
        room = 0 if self._pause.left(now) else min(MOST_AT_ONCE, MOST_UNDER_WAY - len(self._under_way))
        broadcasts = self.broadcasts.tokens(EVERYBODY, now)
        renewing = now - self._renewed_at > RENEW_EVERY_SECONDS
        if renewing:
            self._renewed_at = now
        kept = [c.seq for chat, c in self._under_way.items() if chat not in settled] if renewing else []

        def work(session: Session) -> list[Claimed]:
            self._settle(session, outcomes)
            if kept:
                outbox.renew(session, kept, self.clock())
            if room <= 0:
                return []
            return outbox.claim(session, self.clock(), room, broadcasts=broadcasts, not_to=busy)

        try:
            claimed = await self.units.run(work)
        except SQLAlchemyError:
            self._outcomes[:0] = outcomes
            raise
        for chat in settled:
            del self._under_way[chat]
        self._start(claimed)
        return len(claimed) >= room > 0

    def _start(self, claimed: Collection[Claimed]) -> None:
        for message in claimed:
            self._under_way[message.chat] = message
            if message.lane is Lane.BROADCAST:
                self.broadcasts.take(EVERYBODY, self._now())
            task = asyncio.create_task(self._carry(message))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _carry(self, claimed: Claimed) -> None:
        """Deliver one message; the chat is free again once its outcome is settled."""
        digest = digest_of(claimed.payload) if claimed.slot is not None else ""
        try:
            message = await show(self.bot, claimed, digest)
            outcome = Outcome(claimed, OutgoingState.SENT, message, digest)
        except TelegramError as error:
            outcome = self._failed(claimed, error)
        except (LookupError, TypeError, ValueError) as error:
            log.exception("message %s cannot be put into a call", claimed.seq)
            outcome = Outcome(claimed, OutgoingState.REFUSED, error=f"{type(error).__name__}: {error}")
        self._chats.take(claimed.chat, self._now())
        self._outcomes.append(outcome)
        self._wake.set()

    def _failed(self, claimed: Claimed, error: TelegramError) -> Outcome:
        """Once more later, where that can help. The chat rests until then, so that its order is kept."""
        if isinstance(error, RetryAfter):
            seconds = seconds_of(error)
            self._pause.flooded(claimed.chat, seconds, self._now())
        elif isinstance(error, InvalidToken):
            log.error("Telegram does not know this bot's token: nothing can be delivered")
            seconds = TOKEN_PAUSE_SECONDS
        elif isinstance(error, (BadRequest, Forbidden)):
            log.warning("message %s refused by Telegram: %s", claimed.seq, error)
            return Outcome(claimed, OutgoingState.REFUSED, error=str(error))
        elif isinstance(error, NetworkError) and claimed.tries + 1 < MOST_TRIES:
            seconds = min(60.0, 0.5 * 2 ** min(claimed.tries, 10))
        else:
            log.error("message %s given up: %s", claimed.seq, error)
            return Outcome(claimed, OutgoingState.REFUSED, error=str(error))
        self._chats.rest(claimed.chat, self._now() + seconds)
        again = self.clock() + timedelta(seconds=seconds)
        return Outcome(claimed, OutgoingState.WAITING, not_before=again, error=str(error))

    def _settle(self, session: Session, outcomes: Sequence[Outcome]) -> None:
        if not outcomes:
            return
        outbox.settle(session, outcomes)
        for outcome in outcomes:
            if _nobody_there(outcome):
                chat = outcome.claimed.chat
                outbox.give_up_on(session, chat, outcome.error or "")
                person = person_of(session, chat)
                if person is not None:
                    lose(session, person, self.clock())

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


def _nobody_there(outcome: Outcome) -> bool:
    """PTB puts "Forbidden: " before what Telegram refuses with 403."""
    error = (outcome.error or "").lower()
    return outcome.state is OutgoingState.REFUSED and (error.startswith("forbidden") or CHAT_GONE in error)
