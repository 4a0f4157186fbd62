"""What is said to a substitute that was just asked about, in a few plain words."""

import re

from bot.understanding.openings import NOT_A_THING
from bot.understanding.words import words_of

__all__ = ["instead_of_what", "not_wanted", "substitute_verdict"]

_SAID = words_of("substitutes")
_ENDING = rf"(?:[\s,]*{_SAID['ending']})*[\s.!?]*$"
_VERDICTS = tuple(
    (verdict, re.compile(rf"^\W*(?:{lead}[\s,]+)?(?:{said}){_ENDING}", re.IGNORECASE))
    for verdict, lead, said in (
        ("other", f"(?:{_SAID['no']}|ok|okay)", _SAID["other"]),
        ("take", _SAID["yes"], f"{_SAID['take']}|👍|✅"),
        ("refuse", _SAID["no"], f"{_SAID['refuse']}|👎|❌"),
    )
)
_INSTEAD_OF = re.compile(
    rf"^\W*{_SAID['instead_of']} ?{_SAID['the']}?(?P<name>[^\n?!.]{{2,40}})[\s?!.]*$", re.IGNORECASE
)


def instead_of_what(text: str) -> str | None:
    """ "what else is there instead of butter?": the butter."""
    return _name_in(_INSTEAD_OF, text)


_UNWANTED = re.compile(
    rf"^\W*(?:{_SAID['unwanted_lead']}[\s,.!]+)*{_SAID['unwanted']}(?:\s+|(?<=')){NOT_A_THING}"
    rf"(?P<name>\w[^\n?!.,]{{1,39}}?)(?: {_SAID['unwanted_end']})?(?:[\s,]*{_SAID['please']})*[\s.!]*$",
    re.IGNORECASE,
)


def not_wanted(text: str) -> str | None:
    """ "no, I don't want parsley": the parsley."""
    return _name_in(_UNWANTED, text)


def substitute_verdict(text: str) -> str | None:
    """ "take", "refuse", "other"; None for anything that says more."""
    text = text.strip().replace("’", "'")
    return next((verdict for verdict, pattern in _VERDICTS if pattern.match(text)), None)


def _name_in(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.match(text.strip().replace("’", "'"))
    return found["name"].strip() if found else None
