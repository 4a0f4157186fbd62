"""The pace that a group allows, where the settings ask for it: so many messages of the bot in 60 seconds."""

from collections import deque
from math import ceil

from .errors import Flooded
from .state import Chat

_SECONDS = 60


class Pace:
    """When the bot wrote in each group, newest last, in seconds by the emulator's clock."""

    def __init__(self) -> None:
        self._wrote: dict[int, deque[float]] = {}

    def count(self, chat: Chat, most: int | None, now: float) -> None:
        """Count one more message. Raises Flooded when it is one too many."""
        if not most or not chat.is_group:
            return
        wrote = self._wrote.setdefault(chat.id, deque())
        while wrote and wrote[0] <= now - _SECONDS:
            wrote.popleft()
        if len(wrote) >= most:
            raise Flooded(max(1, ceil(wrote[0] + _SECONDS - now)))
        wrote.append(now)
