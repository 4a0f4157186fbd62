"""The wire test kit: people who talk to a bot over a real Bot API, and see what it answers."""

from .group import Group
from .person import NotSeen, Person
from .screen import Message
from .wire import Answer, StartShop, Wire

__all__ = ["Answer", "Group", "Message", "NotSeen", "Person", "StartShop", "Wire"]
