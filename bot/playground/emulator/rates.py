"""How many messages a bot may send: about 1 a second in one chat, 30 a second in all, 20 a minute in a group.

Nobody knows the real limits, which are said to differ from bot to bot; these are the ones that the
documentation advises to stay below. Short bursts pass: each limit is a bucket that fills again as time goes.
"""

import math
from collections.abc import Callable

from .errors import Flooded
from .spec import Json

_SENDING = ("send", "copy", "forward")
_NOT_A_MESSAGE = ("sendchataction",)
_BURST_IN_A_CHAT = 5


class _Bucket:
    def __init__(self, holds: float, per_second: float) -> None:
        self.holds = holds
        self.per_second = per_second
        self.left = holds
        self.at = 0.0

    def wait_seconds(self, now: float, count: int) -> float:
        """How long until there are so many; 0 when there are."""
        self.left = min(self.holds, self.left + max(now - self.at, 0.0) * self.per_second)
        self.at = now
        return max(0.0, (min(count, self.holds) - self.left) / self.per_second)


class Rates:
    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._of_all = _Bucket(30, 30)
        self._of_chats: dict[str, _Bucket] = {}

    def take(self, method: str, values: Json) -> None:
        """Count a call that sends. Raises Flooded with the whole seconds to wait; then nothing is counted."""
        name = method.lower()
        if not name.startswith(_SENDING) or name in _NOT_A_MESSAGE:
            return
        items = values.get("media") if name == "sendmediagroup" else values.get("message_ids")
        count = len(items) if isinstance(items, list) and items else 1
        chat = str(values.get("chat_id"))
        of_chat = self._of_chats.setdefault(chat, _bucket_of(chat))
        wait = max(bucket.wait_seconds(self._now(), count) for bucket in (self._of_all, of_chat))
        if wait > 0:
            raise Flooded(math.ceil(wait))
        for bucket in (self._of_all, of_chat):
            bucket.left -= count


def _bucket_of(chat: str) -> _Bucket:
    """Groups have negative ids, and channels names."""
    return _Bucket(20, 20 / 60) if chat.startswith(("-", "@")) else _Bucket(_BURST_IN_A_CHAT, 1)
