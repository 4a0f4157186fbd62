"""What readers hand over: raw lines with their kind, and what the page says about itself."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from commerce.methods.components import Kind
from commerce.methods.readers.amounts import begins_with_amount

__all__ = ["MOST_LINES", "Finding", "RawLine", "clean", "in_figures", "joined", "lines_of"]

MOST_LINES = 200
_LONGEST_LINE = 300
_MOST = 1_000_000
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TWICE_ENCODED = re.compile(r"Â(?=[¼½¾°®\xa0])")
_UNSEEN = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_INNER_BLANK = re.compile(r"(?<=[(\[])\s+|\s+(?=[)\]])")
_BLOCK_TAG = re.compile(r"</?(?:br|p|li|ul|ol|div|td|tr)\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_BREAK = re.compile(r"<br\s*/?>|</li>|</p>|</div>|\r?\n", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[・•●▪▢□☐☑✓✔✅➤➔◦‣·–—-]|\*(?=\s))\s*(?=\S)")
_PICTURE = re.compile(r"^[\ufe0f\u200d\U0001f000-\U0001faff]+\s*(?=[^\W_])")
"""A carrot in front of "2 carrots"."""
_BLANK_BEFORE_COMMA = re.compile(r"\s+(?=,(?:\s|$))")
_MORE_THAN_MARKS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class RawLine:
    """A line as the page has it, with the kind its place tells; `sure` where prose says that it is needed."""

    text: str
    kind: Kind
    sure: bool = False


@dataclass(frozen=True)
class Finding:
    """What one reader found; `yields` is the page's own words on how much comes out ("4 servings"), `torn`
    whether the lines were cut at other places than their author did."""

    reader: str
    lines: tuple[RawLine, ...]
    title: str = ""
    yields: str = ""
    language: str = ""
    torn: bool = False

    def with_title(self, title: str) -> "Finding":
        return replace(self, title=self.title or title)


def clean(text: str) -> str:
    """Plain text on one line: no tags, no entities, no runs of blanks."""
    text = _unescaped(text)
    if "<" in text:
        text = _TAG.sub("", _BLOCK_TAG.sub(" ", _COMMENT.sub("", text)))
    if "((" in text and "))" in text:
        text = text.replace("((", "(").replace("))", ")")
    if "Â" in text:
        text = _TWICE_ENCODED.sub("", text)
    text = " ".join((text if text.isascii() else _UNSEEN.sub("", text)).split())
    if not text[:1].isalnum():
        text = _BULLET.sub("", _PICTURE.sub("", text))
    return _BLANK_BEFORE_COMMA.sub("", text) if " ," in text else text


def joined(text: str) -> str:
    """As `clean`, for text gathered from the nodes of a tree, which leaves blanks where none were seen."""
    text = clean(text)
    return _INNER_BLANK.sub("", text) if any(sign in text for sign in "([)]") else text


def in_figures(number: float) -> str:
    """A number among the data of a page as its author would write it; empty where nobody would ("1e999")."""
    return f"{number:g}" if -_MOST < number < _MOST else ""


def _unescaped(text: str) -> str:
    """Some sites escape what they have escaped."""
    if "&" not in text:
        return text[:20_000]
    for _ in range(3):
        plainer = html.unescape(text[:20_000])
        if plainer == text:
            break
        text = plainer
    return text


def lines_of(texts: Iterable[str], kind: Kind) -> tuple[RawLine, ...]:
    """The texts that can be lines of a list; all lines run together are taken apart, labels left out."""
    lines: list[RawLine] = []
    given = list(texts)
    together = len(given) <= 2 or sum(text.count("\n") for text in given) > len(given)
    for text in given:
        for part in _BREAK.split(_unescaped(text)) if together or _is_several(text) else [text]:
            line = clean(part)
            if line and len(line) <= _LONGEST_LINE and _MORE_THAN_MARKS.search(line) and not _is_label(line):
                lines.append(RawLine(line, kind))
            if len(lines) >= MOST_LINES:
                return tuple(lines)
    return tuple(lines)


def _is_several(text: str) -> bool:
    """Whether a text is broken into lines that all begin with an amount: a list within a list."""
    parts = [part for part in text.splitlines() if part.strip()] if "\n" in text else []
    return len(parts) > 1 and all(map(begins_with_amount, parts))


def _is_label(line: str) -> bool:
    """ "For the sauce:" stands over lines and is none."""
    return line.endswith((":", "：")) and not any(character.isdigit() for character in line)
