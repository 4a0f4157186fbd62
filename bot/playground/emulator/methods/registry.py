"""Which function answers which method; names in small letters, as Telegram does not mind the case."""

from collections.abc import Awaitable, Callable
from typing import Any

from ..calls import Call
from ..desk import Desk

Handler = Callable[[Desk, Call], Any | Awaitable[Any]]
METHODS: dict[str, Handler] = {}


def method(*names: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        for name in names:
            METHODS[name.lower()] = handler
        return handler

    return register
