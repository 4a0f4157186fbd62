"""Updates per second, and the wait from an update to its answer: Errand's core against a stock bot.

The emulator, Errand's core (`echo`: real inbox, units, outbox and courier on a SQLite file, every commit
made) and python-telegram-bot's own Application (`stock`) each run in a process of their own. People each say
something, wait for the answer and say it again: so many are in flight. The two bots take turns on emulators
of the same delay; a row has the medians over these pairs, and the ratio is the median of the pairs' ratios.

The stock bot runs twice: by its defaults, which handle one update at a time, and with as many side by side as
are in flight, which gives the order within a chat away. It keeps nothing; Errand loses nothing.
"""

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from bot.settings import ROOT

__all__ = ["HEADINGS", "Row", "run"]

HEADINGS = (
    "API delay ms",
    "in flight",
    "stock bot",
    "Errand /s",
    "p50 ms",
    "p95 ms",
    "stock /s",
    "stock p50 ms",
    "stock p95 ms",
    "times the stock bot",
)
DELAYS_MS = (50, 0)
IN_FLIGHT = (1, 32, 256)
PAIRS = 3
TURN_SECONDS = 4.0
MOST_TURNS = 3000
LOAD_SECONDS = 300
STOP_SECONDS = 20
ADDRESS = re.compile(r"(http://[^/]+)/bot([^/]+)/")


class NotServed(Exception):
    """A bot under measurement left updates unanswered, or the emulator did not start."""


@dataclass(frozen=True)
class Load:
    """What one run gave."""

    per_second: float
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True)
class Row:
    delay_ms: int
    in_flight: int
    stock: str
    errand: list[Load]
    other: list[Load]

    def cells(self) -> tuple[str, ...]:
        ratios = [
            mine.per_second / other.per_second for mine, other in zip(self.errand, self.other, strict=True)
        ]
        return (
            str(self.delay_ms), str(self.in_flight), self.stock,
            *_medians(self.errand), *_medians(self.other), f"{median(ratios):.1f}",
        )  # fmt: skip


def run(pairs: int = PAIRS) -> list[Row]:
    """Two rows for each delay and number in flight; some six minutes in all."""
    return [
        _row(delay_ms, in_flight, side_by_side, pairs)
        for delay_ms in DELAYS_MS
        for in_flight in IN_FLIGHT
        for side_by_side in dict.fromkeys((0, in_flight if in_flight > 1 else 0))
    ]


def _row(delay_ms: int, in_flight: int, side_by_side: int, pairs: int) -> Row:
    kind = f"{side_by_side} side by side" if side_by_side else "by its defaults"
    row = Row(delay_ms, in_flight, kind, [], [])
    with (
        _emulator(delay_ms) as (address, token),
        _emulator(delay_ms) as (other, _),
        TemporaryDirectory() as home,
    ):
        errand = ["tests.benchmarks.echo", address, token, f"{home}/errand.sqlite"]
        stock = ["tests.benchmarks.stock", other, token, str(side_by_side)]
        for _ in range(pairs):
            row.errand.append(_loaded(errand, address, in_flight))
            row.other.append(_loaded(stock, other, in_flight))
    return row


@contextmanager
def _emulator(delay_ms: int) -> Iterator[tuple[str, str]]:
    """Its address and token."""
    command = ["bot.playground.emulator", "--port", "0", "--fast", "--delay-ms", str(delay_ms)]
    with _process(command, stdout=subprocess.PIPE, text=True) as emulator:
        assert emulator.stdout is not None
        told = ADDRESS.search(emulator.stdout.readline())
        if told is None:
            raise NotServed("the emulator did not start")
        yield told[1], told[2]


@contextmanager
def _process(command: list[str], **details: Any) -> Iterator["subprocess.Popen[str]"]:
    """A module of the checkout, run until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command], cwd=ROOT, stderr=subprocess.DEVNULL, **details
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _loaded(bot: list[str], address: str, in_flight: int) -> Load:
    """The bot is started, warmed up, loaded for about `TURN_SECONDS`, and stopped."""
    with _process(bot):
        return asyncio.run(_load(address, in_flight))


async def _load(address: str, in_flight: int) -> Load:
    async with aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=LOAD_SECONDS), trust_env=False
    ) as session:
        await _said(session, address, 1, 3)
        warm = await _said(session, address, in_flight, max(10, in_flight))
        turns = int(warm["per_second"] * TURN_SECONDS)
        given = await _said(session, address, in_flight, min(MOST_TURNS, max(2 * in_flight, turns, 30)))
        return Load(given["per_second"], given["p50_ms"], given["p95_ms"])


async def _said(session: aiohttp.ClientSession, address: str, people: int, turns: int) -> dict[str, Any]:
    body = {"people": people, "turns": turns}
    async with session.post(f"{address}/control/load", json=body) as answer:
        answer.raise_for_status()
        given: dict[str, Any] = await answer.json()
    if given["unanswered"]:
        raise NotServed(f"{given['unanswered']} of {turns} updates were not answered")
    return given


def _medians(loads: list[Load]) -> tuple[str, str, str]:
    return (
        f"{median(load.per_second for load in loads):.0f}",
        f"{median(load.p50_ms for load in loads):.0f}",
        f"{median(load.p95_ms for load in loads):.0f}",
    )
