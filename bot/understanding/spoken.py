"""Components named in a sentence, each with the amount said beside it."""

import re
from collections.abc import Sequence

from bot.understanding.words import words_of

__all__ = ["spoken_lines"]

_SAID = words_of("spoken")
_OPENING = re.compile(rf"^(?:\W|{_SAID['opening']}\b|{_SAID['opening_tied']})+", re.IGNORECASE)
_BEHIND = re.compile(
    r"^\s*[(:]?\s*(?P<amount>\d+(?:[.,/]\d+)?\s?"
    rf"(?:kg|g|mg|ml|cl|dl|l|cm|mm|m|x|{_SAID['unit']})?)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(rf"\d|\b{_SAID['number']}\b", re.IGNORECASE)


def spoken_lines(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """ "add 500 g rice and two lemons" with rice and lemons -> "500 g rice", "two lemons".

    A name that does not stand in the text as such (its typos were mended) is a line by itself.
    """
    lines = []
    start = 0
    for n, name in enumerate(names):
        stands = re.compile(r"\s*".join(map(re.escape, name.split())), re.IGNORECASE).search(text, start)
        if stands is None:
            lines.append(_OPENING.sub("", name) or name)
            continue
        opening = _OPENING.match(stands.group())  # the dialogue may have taken "ça" for a part of the name
        at = stands.start() + (opening.end() if opening and opening.end() < len(stands.group()) else 0)
        end = stands.end()
        before = _OPENING.sub("", text[start:at].strip() + " ").strip(" ,")
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
