"""How fast may be written: a token bucket per chat, and the pauses that Telegram asks for.

Times are seconds of a monotonic clock, given by the caller. Telegram's limits are not documented exactly:
about one message a second in one chat, with short bursts, and `retry_after` where that was too much.
"""

from dataclasses import dataclass

__all__ = ["Paces", "Pause"]

MOST_KNOWN = 10_000
TOGETHER_SECONDS = 2.0


@dataclass
class _Bucket:
    tokens: float
    at: float


class Paces:
    """For each key `burst` at once, then `per_second`. A key whose bucket is empty rests."""

    def __init__(self, per_second: float, burst: int) -> None:
        self.per_second = per_second
        self.burst = burst
        self._buckets: dict[int, _Bucket] = {}
        self._resting: dict[int, float] = {}

    def tokens(self, key: int, now: float) -> int:
        """How many may go at once."""
        bucket = self._buckets.get(key)
        return self.burst if bucket is None else int(max(0.0, self._filled(bucket, now)))

    def take(self, key: int, now: float) -> None:
        """One has gone."""
        bucket = self._buckets.setdefault(key, _Bucket(self.burst, now))
        bucket.tokens, bucket.at = self._filled(bucket, now) - 1, now
        if bucket.tokens < 1:
            self.rest(key, now + (1 - bucket.tokens) / self.per_second)
        if len(self._buckets) > MOST_KNOWN:
            self._forget_full(now)

    def rest(self, key: int, until: float) -> None:
        """Nothing for this key before then."""
        self._resting[key] = max(until, self._resting.get(key, until))

    def resting(self, now: float) -> set[int]:
        """The keys that may not be served now."""
        if self._resting:
            self._resting = {key: until for key, until in self._resting.items() if until > now}
        return set(self._resting)

    def next_ready(self, now: float) -> float:
        """Seconds until the next resting key may be served; without one, infinity."""
        return min(self._resting.values(), default=float("inf")) - now

    def _filled(self, bucket: _Bucket, now: float) -> float:
        return min(self.burst, bucket.tokens + (now - bucket.at) * self.per_second)

    def _forget_full(self, now: float) -> None:
        self._buckets = {
            key: bucket for key, bucket in self._buckets.items() if self._filled(bucket, now) < self.burst
        }


class Pause:
    """One chat that Telegram finds flooded rests by itself; two within a moment mean the whole bot."""

    def __init__(self) -> None:
        self._until = 0.0
        self._last: tuple[int, float] | None = None

    def flooded(self, chat: int, seconds: float, now: float) -> None:
        if self._last is not None and self._last[0] != chat and now - self._last[1] < TOGETHER_SECONDS:
            self._until = max(self._until, now + seconds)
        self._last = (chat, now)

    def left(self, now: float) -> float:
        """Seconds for which nobody is to be written to; 0 for none."""
        return max(0.0, self._until - now)
