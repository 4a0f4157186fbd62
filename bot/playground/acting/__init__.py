"""People in front of their chats, over the control API of a playground: for tests and for scripts.

`Stage` follows what happens in all chats; `Person` acts in one and waits for what is to be seen there.
"""

from .person import NotSeen, Person
from .screen import Message, Screen
from .stage import ActRefused, Answer, Stage

__all__ = ["ActRefused", "Answer", "Message", "NotSeen", "Person", "Screen", "Stage"]
