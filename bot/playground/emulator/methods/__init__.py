"""The emulated methods, by subject. Each takes the desk and a call, and gives the `result` of the answer."""

from . import chats, commands, edits, groups, inline, media, payments, polls, profile, receiving, sending
from .registry import METHODS

__all__ = [
    "METHODS",
    "chats",
    "commands",
    "edits",
    "groups",
    "inline",
    "media",
    "payments",
    "polls",
    "profile",
    "receiving",
    "sending",
]
