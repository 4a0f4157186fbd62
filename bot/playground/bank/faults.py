"""What may go wrong at a bank, to be switched on by whoever plays or tests."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Faults", "Webhooks"]


class Webhooks(StrEnum):
    """What happens to each webhook."""

    ONCE = "once"
    TWICE = "twice"
    LOST = "lost"
    HELD = "held"
    """Kept back until another setting; then they go out in the wrong order."""


@dataclass
class Faults:
    """`lose_answers` and `break_down` count down with each call of the API that changes something."""

    decline_all: bool = False
    slow_seconds: int = 0
    lose_answers: int = 0
    """The bank does what was asked, and its answer never arrives."""
    break_down: int = 0
    """The bank answers 500 and does nothing."""
    webhooks: Webhooks = Webhooks.ONCE
