"""What clients and servers find in a text by themselves: commands, mentions, links, mails, hashtags, phone
numbers."""

import re
from collections.abc import Iterator

from .marks import Mark, utf16_length

_TOPS = (
    "com|org|net|io|dev|app|me|info|biz|shop|store|online|site|co|uk|de|fr|it|es|pt|nl|be|at|ch|pl|cz|se|no|fi|dk|ie"
    "|ru|ua|by|kz|us|ca|au|nz|in|jp|cn|br|mx|ar|tr|gr|il|za|eu|ai|gg|tv|fm|ly|to"
)
_END = r"[^\s<>\"«»“”]"
_LETTER = r"[a-z0-9\u00a1-\uffff]"
_PATTERNS = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    (
        "email",
        re.compile(r"(?<![\w.@+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}(?![\w@-])"),
    ),
    (
        "url",
        re.compile(rf"(?<![\w@])(?:https?|ftp)://{_LETTER}[^\s/?#<>\"]*\.{_LETTER}{_END}*", re.IGNORECASE),
    ),
    (
        "url",
        re.compile(
            rf"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_TOPS})(?![\w-])(?::\d+)?(?:[/?#]{_END}*)?", re.IGNORECASE
        ),
    ),
    ("mention", re.compile(r"(?<![\w])@[A-Za-z][A-Za-z0-9_]{1,31}(?![\w])")),
    ("hashtag", re.compile(r"(?<![\w])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
    ("phone_number", re.compile(r"(?<![\w+])\+[0-9](?:[ ()-]?[0-9]){8,13}(?!\w)")),
)
_TRAILING = ".,:;!?)]}'\"…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def found_in(text: str) -> list[Mark]:
    """Marks that do not overlap, in order of the text."""
    taken: list[tuple[int, int]] = []
    marks = []
    for kind, begin, end in _matches(text):
        if any(begin < other_end and other_begin < end for other_begin, other_end in taken):
            continue
        taken.append((begin, end))
        marks.append(Mark(kind, utf16_length(text[:begin]), utf16_length(text[begin:end])))
    return sorted(marks, key=lambda mark: mark.offset)


def _matches(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            end = match.end()
            if kind == "url":
                end = match.start() + len(_without_trailing(match.group()))
            yield kind, match.start(), end


def _without_trailing(url: str) -> str:
    while url and url[-1] in _TRAILING:
        opening = _BRACKETS.get(url[-1])
        if opening and url.count(opening) >= url.count(url[-1]):
            break
        url = url[:-1]
    return url
