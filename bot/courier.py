"""The courier of the outbox: delivers waiting messages at the pace that Telegram allows.

One lane per chat keeps the order within a chat and lets chats go side by side. A message that carries a
slot edits the message that shows the slot; when that cannot be edited any more it is sent anew. Nothing
is marked sent before Telegram said so: a crash in between shows a message twice, never not at all.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.messages import digest_of, has_buttons
from commerce import outbox
from commerce.database import Units
from commerce.outbox import Outgoing, OutgoingState, Shown
from commerce.people.service import lose, person_of

__all__ = ["Courier"]

log = logging.getLogger(__name__)

LONGEST_SLEEP_SECONDS = 1.0
MOST_TRIES = 10
KNOWN_SLOTS = 5_000
UNCHANGED = "message is not modified"
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass
class _Pace:
    """A token bucket: `burst` at once, then `per_second`."""

    per_second: float
    burst: int
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Take a token; the seconds to wait for it."""
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.per_second)
        self.at = now
        self.tokens -= 1
        return 0.0 if self.tokens >= 0 else -self.tokens / self.per_second


@dataclass(frozen=True)
class _Job:
    seq: int
    chat: int
    slot: str | None
    fresh: bool
    payload: dict[str, Any]
    tries: int


@dataclass(frozen=True)
class _Outcome:
    job: _Job
    state: OutgoingState
    message: int | None = None
    not_before: datetime | None = None
    error: str | None = None
    unreachable: bool = False


class Courier:
    """`clock` gives aware UTC; `wake` (thread safe) after every commit that may have posted something."""

    def __init__(
        self, bot: Bot, units: Units, clock: Callable[[], datetime], *, per_second: float, burst: int
    ) -> None:
        self.bot = bot
        self.units = units
        self.clock = clock
        self.per_second = per_second
        self.burst = burst
        self._paces: OrderedDict[int, _Pace] = OrderedDict()
        self._slots: OrderedDict[tuple[int, str], tuple[int, str]] = OrderedDict()
        self._lanes: dict[int, asyncio.Queue[_Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._outcomes: list[_Outcome] = []
        self._in_flight: set[int] = set()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._paused_until = 0.0

    def wake(self) -> None:
        """There may be something to deliver. Callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self) -> None:
        """Deliver until cancelled."""
        self._loop = asyncio.get_running_loop()
        await self.units.run(lambda session: _release_claims(session, self.clock()))
        try:
            while True:
                self._wake.clear()
                claimed = await self._round()
                if not claimed:
                    try:
                        await asyncio.wait_for(self._wake.wait(), LONGEST_SLEEP_SECONDS)
                    except TimeoutError:
                        continue
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            if self._outcomes:
                await self.units.run(self._settle)

    async def _round(self) -> int:
        jobs = await self.units.run(self._settle_and_claim)
        for job in jobs:
            self._in_flight.add(job.seq)
            lane = self._lanes.get(job.chat)
            if lane is None:
                lane = self._lanes[job.chat] = asyncio.Queue()
                task = asyncio.create_task(self._drive(job.chat, lane))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            lane.put_nowait(job)
        return len(jobs)

    async def _drive(self, chat: int, lane: asyncio.Queue[_Job]) -> None:
        loop = asyncio.get_running_loop()
        while not lane.empty():
            job = lane.get_nowait()
            pause = max(self._pace(chat, loop.time()), self._paused_until - loop.time())
            if pause > 0:
                await asyncio.sleep(pause)
            outcome = await self._deliver(job)
            self._outcomes.append(outcome)
            self._wake.set()
        self._lanes.pop(chat, None)

    def _pace(self, chat: int, now: float) -> float:
        pace = self._paces.get(chat)
        if pace is None:
            pace = self._paces[chat] = _Pace(self.per_second, self.burst, self.burst, now)
            if len(self._paces) > KNOWN_SLOTS:
                self._paces.popitem(last=False)
        return pace.wait(now)

    async def _deliver(self, job: _Job) -> _Outcome:
        digest = digest_of(job.payload)
        known = self._slots.get((job.chat, job.slot)) if job.slot else None
        try:
            message = await self._show(job, known, digest)
        except RetryAfter as error:
            seconds = _seconds(error.retry_after)
            self._paused_until = asyncio.get_running_loop().time() + min(seconds, 5)
            return self._again(job, seconds, str(error), counts=False)
        except Forbidden as error:
            return _Outcome(job, OutgoingState.REFUSED, error=str(error), unreachable=True)
        except (BadRequest, InvalidToken) as error:
            log.error("message %s refused by Telegram: %s", job.seq, error)
            gone = "chat not found" in str(error).lower()
            return _Outcome(job, OutgoingState.REFUSED, error=str(error), unreachable=gone)
        except (NetworkError, TelegramError) as error:
            return self._again(job, min(60.0, 0.5 * 2**job.tries), str(error))
        if job.slot:
            self._slots[job.chat, job.slot] = (message, digest)
            if len(self._slots) > KNOWN_SLOTS:
                self._slots.popitem(last=False)
        return _Outcome(job, OutgoingState.SENT, message=message)

    async def _show(self, job: _Job, known: tuple[int, str] | None, digest: str) -> int:
        if known is None or job.fresh:
            if known is not None and has_buttons(known[1]):
                await self._strip(job.chat, known[0])
            return await self._send(job.chat, job.payload)
        message, shown = known
        if shown == digest:
            return message
        try:
            await self.bot.edit_message_text(
                job.payload["text"],
                chat_id=job.chat,
                message_id=message,
                parse_mode="HTML",
                reply_markup=_inline(job.payload),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            if UNCHANGED in str(error).lower():
                return message
            log.info("message %s of chat %s cannot be edited (%s): sent anew", message, job.chat, error)
            return await self._send(job.chat, job.payload)
        return message

    async def _send(self, chat: int, payload: dict[str, Any]) -> int:
        if "location" in payload:
            latitude, longitude = payload["location"]
            await self.bot.send_location(chat, latitude=latitude, longitude=longitude)
        quiet = payload.get("quiet", False)
        if "photo" in payload:
            sent = await self.bot.send_photo(
                chat,
                payload["photo"],
                caption=payload["text"],
                parse_mode="HTML",
                reply_markup=_markup(payload),
                disable_notification=quiet,
            )
        else:
            sent = await self.bot.send_message(
                chat,
                payload["text"],
                parse_mode="HTML",
                reply_markup=_markup(payload),
                link_preview_options=NO_PREVIEW,
                disable_notification=quiet,
            )
        return sent.message_id

    async def _strip(self, chat: int, message: int) -> None:
        """The old message of a slot loses its buttons; if that fails, it merely keeps them."""
        try:
            await self.bot.edit_message_reply_markup(chat_id=chat, message_id=message, reply_markup=None)
        except BadRequest as error:
            log.debug("message %s keeps its buttons: %s", message, error)

    def _again(self, job: _Job, seconds: float, error: str, *, counts: bool = True) -> _Outcome:
        if counts and job.tries + 1 >= MOST_TRIES:
            log.error("message %s given up: %s", job.seq, error)
            return _Outcome(job, OutgoingState.REFUSED, error=error)
        return _Outcome(
            job, OutgoingState.WAITING, not_before=self.clock() + timedelta(seconds=seconds), error=error
        )

    def _settle_and_claim(self, session: Session) -> list[_Job]:
        self._settle(session)
        jobs = []
        for row in outbox.claim(session, self.clock()):
            assert row.seq is not None
            if row.seq in self._in_flight:
                continue
            self._recall(session, row)
            jobs.append(_Job(row.seq, row.chat, row.slot, row.fresh, row.payload, row.tries))
        return jobs

    def _recall(self, session: Session, row: Outgoing) -> None:
        if row.slot is None or (row.chat, row.slot) in self._slots:
            return
        shown = outbox.shown_in(session, row.chat, row.slot)
        if shown is not None:
            self._slots[row.chat, row.slot] = (shown.message, shown.digest)

    def _settle(self, session: Session) -> None:
        outcomes, self._outcomes = self._outcomes, []
        for outcome in outcomes:
            job = outcome.job
            self._in_flight.discard(job.seq)
            outbox.settle(session, job.seq, outcome.state, not_before=outcome.not_before, error=outcome.error)
            if outcome.message is not None and job.slot is not None:
                digest = digest_of(job.payload)
                session.merge(Shown(chat=job.chat, slot=job.slot, message=outcome.message, digest=digest))
            if outcome.unreachable:
                person = person_of(session, job.chat)
                if person is not None:
                    lose(session, person, self.clock())


def _release_claims(session: Session, now: datetime) -> None:
    """What a stopped process had claimed is free again (one courier per database on SQLite)."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(
            update(Outgoing)
            .where(col(Outgoing.state) == OutgoingState.WAITING, col(Outgoing.tries) == 0)
            .values(not_before=now)
        )


def _seconds(pause: int | timedelta) -> float:
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


def _inline(payload: dict[str, Any]) -> InlineKeyboardMarkup | None:
    rows = payload.get("buttons")
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(button["label"], url=button["url"])
                if "url" in button
                else InlineKeyboardButton(button["label"], callback_data=button["data"])
                for button in row
            ]
            for row in rows
        ]
    )


def _markup(
    payload: dict[str, Any],
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if "ask_location" in payload:
        button = KeyboardButton(payload["ask_location"], request_location=True)
        return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
    if payload.get("remove_keyboard"):
        return ReplyKeyboardRemove()
    return _inline(payload)
