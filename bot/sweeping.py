"""What was delivered and handled is forgotten after some time: the inbox and the outbox do not grow for ever.

An update holds a person's own words; Telegram itself delivers it again for a day at most.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from bot import inbox
from commerce import outbox
from commerce.database import Units

__all__ = ["SWEEP_EVERY_SECONDS", "sweeper"]

SWEEP_EVERY_SECONDS = 6 * 3600.0
UPDATES_KEPT = timedelta(days=7)
MESSAGES_KEPT = timedelta(days=30)
AT_ONCE = 2_000


def sweeper(units: Units, clock: Callable[[], datetime]) -> Callable[[], Awaitable[None]]:
    """Regular work of the scheduler; in small units, so that nobody waits for it."""

    async def sweep() -> None:
        now = clock()
        for work in (
            partial(inbox.sweep, before=now - UPDATES_KEPT, at_most=AT_ONCE),
            partial(outbox.sweep, before=now - MESSAGES_KEPT, at_most=AT_ONCE),
        ):
            while await units.run(work) == AT_ONCE:
                continue

    return sweep
