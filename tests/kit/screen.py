"""A chat as a person sees it (see `bot.playground.acting.screen`)."""

from bot.playground.acting.screen import Json, Message, Screen

__all__ = ["Json", "Message", "Screen"]
