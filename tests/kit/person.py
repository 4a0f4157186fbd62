"""A person in front of her chat (see `bot.playground.acting.person`)."""

from bot.playground.acting.person import NotSeen, Person, Wanted

__all__ = ["NotSeen", "Person", "Wanted"]
