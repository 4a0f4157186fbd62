"""A list said in one line: "500 g flour, 6 eggs and milk", "I need a drill and 20 screws"."""

import re

from bot.understanding.words import words_of

__all__ = ["NO_THING", "listed_in_line"]

MOST_CHARACTERS = 200
MOST_WORDS = 5
_SAID = words_of("listed")
_NEEDING = re.compile(rf"^(?:{_SAID['hello']}[\s,!]+)*(?P<need>{_SAID['need']})?\s*", re.IGNORECASE)
_POLITE = re.compile(rf"[\s,]+{_SAID['polite']}\W*$", re.IGNORECASE)
_APART = re.compile(rf"\s*(?:,(?!\d)|;|&|\+)\s*(?:{_SAID['and']}\s+)?|\s+{_SAID['and']}\s+", re.IGNORECASE)
_ARTICLE = re.compile(rf"^(?:{_SAID['article']}\s+|{_SAID['article_tied']})+", re.IGNORECASE)
_ONE = re.compile(rf"^{_SAID['one']}\s+", re.IGNORECASE)
_NUMBER = rf"(?:\d+(?:[.,]\d+)?(?:\s?[-–/]\s?\d+(?:[.,]\d+)?)?|[½¼¾⅓⅔]|{_SAID['number']})"
_UNIT = rf"(?:kg|g|mg|ml|cl|dl|l|cm|mm|m|m2|m²|km|kilos?|{_SAID['unit']})\.?"
_THING = rf"{_SAID['of']}?(?P<thing>[^\W\d_].*)"
_MEASURED = re.compile(rf"^{_NUMBER}\s?{_UNIT}\s+{_THING}$", re.IGNORECASE)
_COUNTED = re.compile(rf"^{_NUMBER}\s+{_THING}$", re.IGNORECASE)
NO_THING = re.compile(rf"\b{_SAID['no_thing']}\b", re.IGNORECASE)


def listed_in_line(text: str) -> tuple[str, ...]:
    """The things of a list in one line, each with its amount; nothing unless it is a list for certain: a
    measure ("5 l of wall paint"), or several things with an amount among them."""
    text = text.strip()
    if len(text) > MOST_CHARACTERS or "\n" in text or "?" in text or "://" in text or "€" in text:
        return ()
    text = _POLITE.sub("", text)
    opening = _NEEDING.match(text)
    assert opening is not None
    needs = opening["need"] is not None
    parts = [_bare(part) for part in _APART.split(text[opening.end() :].rstrip(" .!,"))]
    if not all(parts) or any(NO_THING.search(part) for part in parts):
        return ()
    measured = sum(bool(_MEASURED.match(part)) for part in parts)
    counted = sum(bool(_COUNTED.match(part)) for part in parts) - measured
    named = len(parts) - measured - counted
    if any(len(_thing(part).split()) > MOST_WORDS for part in parts):
        return ()
    if len(parts) == 1:
        return tuple(parts) if measured or (needs and counted) else ()
    certain = measured or counted > 1 or (needs and counted)
    return tuple(parts) if certain and named <= 2 * (measured + counted) + needs else ()


def _bare(part: str) -> str:
    """Without what stands before a thing: "some milk", "de la farine", and the one of "a drill"."""
    part = _ARTICLE.sub("", part.strip())
    once = _ONE.match(part)
    return f"1 {part[once.end() :]}" if once and not re.match(rf"^{_NUMBER}\b", part, re.IGNORECASE) else part


def _thing(part: str) -> str:
    found = _MEASURED.match(part) or _COUNTED.match(part)
    return found["thing"] if found else part
