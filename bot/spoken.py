"""Components named in a sentence, each with the amount said beside it."""

import re
from collections.abc import Sequence

__all__ = ["spoken_lines"]

_OPENING = re.compile(
    r"^(?:\W|and\b|also\b|please\b|pls\b|plus\b|then\b|add\b|put\b"
    r"|i(?:'d| would)? (?:also )?(?:need|want|like)\b"
    r"|we (?:also )?(?:need|want)\b|get(?: me)?\b|can you\b|could you\b|include\b|throw in\b|with\b"
    r"|some\b|the\b|another\b|extra\b|more\b|a bit of\b|to\b)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\s*[(:]?\s*(?P<amount>\d+(?:[.,/]\d+)?\s?(?:kg|g|mg|ml|cl|dl|l|lb|oz|cups?|tbsp|tsp|cm|mm|m|packs?|x)?)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\d|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|dozen|half)\b", re.IGNORECASE
)


def spoken_lines(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """ "add 500 g rice and two lemons" with rice and lemons -> "500 g rice", "two lemons".

    A name that does not stand in the text as such (its typos were mended) is a line by itself.
    """
    lines = []
    start = 0
    for n, name in enumerate(names):
        at = text.casefold().find(name.casefold(), start)
        if at < 0:
            lines.append(name)
            continue
        end = at + len(name)
        before = _OPENING.sub("", text[start:at].strip() + " ").strip()
        behind = _BEHIND.match(text[end:])
        if behind and names[n + 1 :] and text[end + behind.end() :].strip().startswith(names[n + 1]):
            behind = None  # "salt 3 eggs": the amount is the next one's
        if _MEASURED.search(before):
            lines.append(f"{before} {text[at:end]}")
        elif behind:
            lines.append(f"{behind['amount']} {text[at:end]}")
            end += behind.end()
        else:
            lines.append(text[at:end])
        start = end
    return tuple(lines)
