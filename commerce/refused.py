"""The common base of what the shop knowingly refuses, wherever that is found out."""

__all__ = ["Refused"]


class Refused(Exception):
    """What was wished cannot be done as things are: no bug. Nothing of it is kept, and bot/refusals.py has a
    sentence and a next step for each."""
