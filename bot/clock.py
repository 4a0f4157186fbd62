"""The clock that edges read. The playground can move it ahead; the whole shop follows."""

from datetime import UTC, datetime, timedelta

__all__ = ["Clock"]


class Clock:
    """Aware UTC, `ahead` of the real time."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def jump(self, by: timedelta) -> datetime:
        """Move ahead; never back."""
        self.ahead += max(by, timedelta())
        return self()
