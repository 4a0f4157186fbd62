"""An honest emulator of the Telegram Bot API, for any bot.

It keeps people, chats, files and pending updates, checks every call and answer against the specification of
Bot API 10.0, refuses in Telegram's words, and records what the real server would let pass silently as
*violations*.

    python -m bot.playground.emulator --port 8081

How a bot is driven by it, and what it does and does not do: docs/emulator.md. The control API (people, what
they see and do, events, faults) is described in `control`, `control_acts` and `faults`.
"""

from .desk import TOKEN, Desk, Settings
from .emulator import Emulator
from .origins import own_pages_only

__all__ = ["TOKEN", "Desk", "Emulator", "Settings", "own_pages_only"]
