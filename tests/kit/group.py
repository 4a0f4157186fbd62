"""A group of people and the bot (see `bot.playground.acting.group`)."""

from bot.playground.acting.group import Group

__all__ = ["Group"]
