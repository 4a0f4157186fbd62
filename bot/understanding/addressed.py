"""Addresses as people say them: with words before, which no courier needs."""

import re

from bot.understanding.words import words_of

__all__ = ["address_said", "is_corrected"]

_SAID = words_of("addressed")
_BREAK = r"\b[\s,:;.!-]*"
WRONG = re.compile(
    rf"\W*(?:{_SAID['no']}{_BREAK})*(?:{_SAID['that_is']}\s+)?(?:{_SAID['the']}\s+)?{_SAID['wrong']}{_BREAK}",
    re.IGNORECASE,
)
"""How somebody begins who corrects the address that stands there."""
LED_IN = re.compile(rf"\W*(?:{_SAID['lead']}{_BREAK})*{_SAID['to']}{_BREAK}", re.IGNORECASE)


def address_said(text: str) -> str:
    """The address without what leads to it: "ship it to", "no, wrong address, it's"."""
    said = text
    for before in (WRONG, LED_IN):
        led = before.match(said)
        said = said[led.end() :] if led else said
    return said or text


def is_corrected(text: str) -> bool:
    """Whether another address stood there, and was wrong."""
    return WRONG.match(text) is not None
