"""The page's modules and style sheets without what only their readers need: comments, indentation, spaces.

No build step: the server does it when a file is first asked for. Names and statements stay as they are, and
what is between quotes is not touched; in the templates of `html`, where indentation means nothing, it goes. A
line break that may end a statement stays.
"""

import re
from collections.abc import Iterator

__all__ = ["shrink_css", "shrink_js"]

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<space>\s+)
    |(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
    |(?P<regex>/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/[a-z]*)
    |(?P<word>[\w$#]+)
    |(?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_BEFORE_REGEX = set("(,=:[!&|?{};+-*%<>~^\n")
_CARRIES_ON_AFTER = set("{([,;:?=&|<*%!")
"""No statement ends after one of these: a line break there may go."""
_CARRIES_ON_BEFORE = set(")]},;.?:&|=")
_SPACED_APART = re.compile(r"[\w$#]{2}|\+\+|--|//|/\*")
"""Two signs that would become one, or a comment, without the space between them."""


def shrink_css(text: str) -> str:
    """Comments and spaces out; those that part two words stay."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,]) ?", r"\1", text)
    return re.sub(r"(?<=[a-z-]): ", ":", text).replace(";}", "}").strip() + "\n"


def shrink_js(text: str) -> str:
    """One module."""
    return "".join(_shrunk(text, _Place()))


class _Place:
    """Where in a module we are: how far, what was written last, what is still to be written if it must."""

    def __init__(self) -> None:
        self.at = 0
        self.last = "\n"
        self.gap = ""


def _shrunk(text: str, place: _Place, *, inside: bool = False) -> Iterator[str]:
    """The parts of the code from `place` to the end, or, `inside` a template, up to its closing brace."""
    depth = 0
    while place.at < len(text):
        if text[place.at] == "`":
            html = place.last.endswith("html") and not place.gap
            yield from _put(place, "`")
            place.at += 1
            yield from _template(text, place, html=html)
            continue
        found = _TOKEN.match(text, place.at)
        assert found is not None
        kind, part = str(found.lastgroup), found[0]
        if kind == "regex" and not _may_be_regex(place):
            kind, part = "sign", "/"
        depth += {"{": 1, "}": -1}.get(part, 0) if kind == "sign" else 0
        if inside and depth < 0:
            return
        place.at += len(part)
        if kind in ("comment", "space"):
            place.gap = "\n" if "\n" in place.gap + part else " "
        else:
            yield from _put(place, part)


def _template(text: str, place: _Place, *, html: bool) -> Iterator[str]:
    """What stands between two backticks, the first being behind us; code in it is shrunk in its turn."""
    start = place.at
    while text[place.at] != "`":
        if text.startswith("${", place.at):
            yield _words(text[start : place.at], html=html) + "${"
            place.at += 2
            place.last, place.gap = "{", ""
            yield from _shrunk(text, place, inside=True)
            place.gap = ""
            start = place.at
        place.at += 2 if text[place.at] == "\\" else 1
    place.at += 1
    place.last, place.gap = "`", ""
    yield _words(text[start : place.at], html=html)


def _words(words: str, *, html: bool) -> str:
    return re.sub(r"\n\s+", "\n", words) if html else words


def _put(place: _Place, part: str) -> Iterator[str]:
    """Write a part of the code, after as much of the gap before it as is needed."""
    before, after = place.last[-1], part[0]
    broken = (
        place.gap == "\n" and before not in _CARRIES_ON_AFTER | {"\n"} and after not in _CARRIES_ON_BEFORE
    )
    if broken:
        yield "\n"
    elif place.gap and _SPACED_APART.match(before + after):
        yield " "
    place.last, place.gap = part, ""
    yield part


def _may_be_regex(place: _Place) -> bool:
    """A slash after a value divides; elsewhere a pattern begins."""
    return place.last[-1] in _BEFORE_REGEX or place.last in ("return", "typeof", "case", "of", "in")
