"""What the playground's page shows that only Errand knows, as the port its application implements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True)
class Pane:
    """One chat shown in the page: whose it is, in which role (where), and what one can try there."""

    user_id: int
    title: str
    role: str
    hint: str
    works_for: str = ""


@dataclass(frozen=True)
class Due:
    """What the shop has promised itself to do at a time, in a person's words."""

    at: datetime
    what: str


class CannotBeDone(ValueError):
    """What was asked makes no sense here; the text says why, and what can be asked."""


class ShopStarting(Exception):
    """The shop behind the playground is not ready yet; `stage` says in a few words what it is doing."""

    def __init__(self, stage: str) -> None:
        super().__init__(stage)
        self.stage = stage


class UnknownMessage(LookupError):
    """The shop has no record of this message."""

    def __init__(self, chat_id: int, message_id: int) -> None:
        super().__init__(f"message {message_id} in chat {chat_id}")
        self.chat_id = chat_id
        self.message_id = message_id


class Shop(Protocol):
    """What the page shows that only Errand knows; implemented where the application is put together.

    Every method but `progress` may raise `ShopStarting`.
    """

    async def panes(self) -> list[Pane]: ...

    async def progress(self) -> dict[str, Any]:
        """The dialogue engine: `{"stage": str, "fraction": 0..1, "detail": str, "seconds": float}`.

        The fraction is 1 when it is ready; `seconds` has this stage lasted.
        """

    async def retry_engine(self) -> None:
        """Install, train and start the dialogue engine anew. Raises `CannotBeDone` unless it has failed."""

    async def why(self, chat_id: int, message_id: int, update_id: int | None = None) -> dict[str, Any]:
        """Section title -> text, list of rows, or name -> value, or an object whose `kind` says how it is
        drawn (bot/playground/why). `update_id`: about this tap on the message. Raises `UnknownMessage`."""

    async def now(self) -> datetime:
        """In the shop's time zone, which the page's times then follow."""

    async def jump(self, seconds: int) -> datetime: ...

    async def jump_to_next(self) -> datetime: ...

    async def agenda(self) -> list[Due]:
        """What is due next, the soonest first; `jump_to_next` goes to the first."""

    async def bank_faults(self) -> dict[str, Any]:
        """Every fault of the bank with its setting, and `hits`: how often each has struck."""

    async def set_bank_faults(self, wished: Mapping[str, object]) -> dict[str, Any]:
        """Those that are named. Raises `CannotBeDone`."""

    async def everything_works(self) -> None:
        """No fault anywhere: not at the messenger, not at the bank, and nobody has blocked the bot."""

    async def restart(self) -> None:
        """Close the shop in the middle of whatever it does, and open it again."""

    async def new_person(self, first_name: str, role: str, language: str, works_for: str = "") -> Pane:
        """`works_for`: the name of a shop or delivery service; without one, where the fewest work. Raises
        `CannotBeDone` if there is no such role or place."""

    async def reset(self) -> None: ...
