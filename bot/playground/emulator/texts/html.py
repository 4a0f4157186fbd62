"""HTML of the Bot API to text and marks."""

import re
from dataclasses import dataclass

from .dates import date_format
from .links import link_mark, whole_number
from .marks import CannotParse, Mark, ordered

_KINDS = {
    "i": "italic",
    "em": "italic",
    "b": "bold",
    "strong": "bold",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset([*_KINDS, "a", "tg-emoji", "tg-time", "pre", "code", "blockquote"])
_NAMED = {b"lt": 0x3C, b"gt": 0x3E, b"amp": 0x26, b"quot": 0x22}
_SPACE = b" \t\r\n\0\x0b"
_GREATEST_POINT = 0x10FFFF


@dataclass
class _Open:
    tag: str
    argument: str
    format: str
    offset: int
    begin: int


class _Reader:
    """One pass over the bytes; a zero byte stands behind the last."""

    def __init__(self, text: str) -> None:
        self.bytes = text.encode("utf-8", "surrogatepass") + b"\0"
        self.size = len(self.bytes) - 1
        self.pos = 0
        self.out = bytearray()
        self.offset = 0
        self.open: list[_Open] = []
        self.marks: list[Mark] = []

    def read(self) -> tuple[str, list[Mark]]:
        while self.pos < self.size:
            byte = self.bytes[self.pos]
            if byte == 0x26 and self._reference(self.out):
                continue
            if byte == 0x3C:
                if self.bytes[self.pos + 1] == 0x2F:
                    self._close_tag()
                else:
                    self._open_tag()
                continue
            self.offset += units_of(byte)
            self.out.append(byte)
            self.pos += 1
        if self.open:
            raise CannotParse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return _decoded(self.out), self.marks

    def _reference(self, into: bytearray, *, count: bool = True) -> bool:
        """Decode `&…;` at the position into `into`; False leaves the position."""
        end, code = self.pos + 1, 0
        if self.bytes[end] == 0x23:
            end += 1
            base, digits = 10, b"0123456789"
            if self.bytes[end] == 0x78:
                end, base, digits = end + 1, 16, b"0123456789abcdefABCDEF"
            begin = end
            while self.bytes[end] in digits:
                end += 1
            code = int(self.bytes[begin:end] or b"0", base)
            if code == 0 or code >= _GREATEST_POINT or end - self.pos >= 10:
                return False
        else:
            while chr(self.bytes[end]).isascii() and chr(self.bytes[end]).isalpha():
                end += 1
            code = _NAMED.get(self.bytes[self.pos + 1 : end], 0)
            if code == 0:
                return False
        self.pos = end + 1 if self.bytes[end] == 0x3B else end
        into += chr(code).encode("utf-8", "surrogatepass")
        if count:
            self.offset += 1 + (code > 0xFFFF)
        return True

    def _open_tag(self) -> None:
        begin = self.pos
        self.pos += 1
        self._skip_name()
        if self.pos >= self.size:
            raise CannotParse(f"Unclosed start tag at byte offset {begin}")
        tag = self.bytes[begin + 1 : self.pos].lower().decode("utf-8", "replace")
        if tag not in TAGS:
            raise CannotParse(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument, shape = "", ""
        while self.bytes[self.pos] != 0x3E:
            self._skip_space()
            if self.bytes[self.pos] == 0x3E:
                break
            name, value = self._attribute(tag, begin)
            if name == "format" and tag == "tg-time":
                shape = value or ""
            else:
                argument = _argument(tag, name, value, argument)
        if tag == "span" and argument != "spoiler":
            raise CannotParse(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, argument, shape, self.offset, len(self.out)))
        self.pos += 1

    def _attribute(self, tag: str, tag_begin: int) -> tuple[str, str | None]:
        begin = self.pos
        while self.bytes[self.pos] not in _SPACE + b"=>/\"'":
            self.pos += 1
        name = self.bytes[begin : self.pos].decode("utf-8", "replace")
        if not name:
            raise CannotParse(f'Empty attribute name in the tag "{tag}" at byte offset {tag_begin}')
        self._skip_space()
        if self.bytes[self.pos] != 0x3D:
            if self.pos >= self.size:
                raise CannotParse(f'Unclosed start tag "{tag}" at byte offset {tag_begin}')
            return name, None
        self.pos += 1
        self._skip_space()
        if self.pos >= self.size:
            raise CannotParse(f'Unclosed start tag "{tag}" at byte offset {tag_begin}')
        value = self._quoted() if self.bytes[self.pos] in b"\"'" else self._token()
        if self.pos >= self.size:
            raise CannotParse(f"Unclosed start tag at byte offset {tag_begin}")
        return name, value

    def _token(self) -> str:
        begin = self.pos
        while chr(self.bytes[self.pos]).isascii() and (
            chr(self.bytes[self.pos]).isalnum() or self.bytes[self.pos] in b".-"
        ):
            self.pos += 1
        if self.bytes[self.pos] not in _SPACE + b">":
            raise CannotParse(f"Unexpected end of name token at byte offset {begin}")
        return self.bytes[begin : self.pos].decode().lower()

    def _quoted(self) -> str:
        quote, value = self.bytes[self.pos], bytearray()
        self.pos += 1
        while self.pos < self.size and self.bytes[self.pos] != quote:
            if self.bytes[self.pos] == 0x26 and self._reference(value, count=False):
                continue
            value.append(self.bytes[self.pos])
            self.pos += 1
        if self.pos < self.size:
            self.pos += 1
        return value.decode("utf-8", "replace")

    def _close_tag(self) -> None:
        begin = self.pos
        if not self.open:
            raise CannotParse(f"Unexpected end tag at byte offset {begin}")
        self._skip_name()
        tag = self.bytes[begin + 2 : self.pos].lower().decode("utf-8", "replace")
        self._skip_space()
        if self.bytes[self.pos] != 0x3E:
            raise CannotParse(f"Unclosed end tag at byte offset {begin}")
        opened = self.open[-1]
        if tag and tag != opened.tag:
            raise CannotParse(
                f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.offset > opened.offset:
            self._mark(opened)
        self.open.pop()
        self.pos += 1

    def _mark(self, opened: _Open) -> None:
        offset, length = opened.offset, self.offset - opened.offset
        last = self.marks[-1] if self.marks else None
        same = last is not None and (last.offset, last.length) == (offset, length)
        if opened.tag == "pre":
            if same and last is not None and last.type == "code" and last.argument:
                self.marks[-1] = Mark("pre", offset, length, last.argument)
            else:
                self.marks.append(Mark("pre", offset, length))
        elif opened.tag == "code":
            if same and last is not None and last.type == "pre" and not last.argument and opened.argument:
                self.marks[-1] = Mark("pre", offset, length, opened.argument)
            else:
                self.marks.append(Mark("code", offset, length, opened.argument))
        elif opened.tag == "a":
            url = opened.argument or self.out[opened.begin :].decode("utf-8", "surrogatepass")
            self.marks.extend(link_mark(offset, length, url))
        elif opened.tag == "tg-emoji":
            if not whole_number(opened.argument, 1 << 63):
                raise CannotParse("Invalid custom emoji identifier specified")
            self.marks.append(Mark("custom_emoji", offset, length, opened.argument))
        elif opened.tag == "tg-time":
            shape, moment = date_format(opened.format), _moment(opened.argument)
            if shape is None:
                raise CannotParse("Invalid date format used")
            if moment > 0:
                self.marks.append(Mark("date_time", offset, length, str(moment), shape))
        elif opened.tag == "blockquote":
            kind = "expandable_blockquote" if opened.argument else "blockquote"
            self.marks.append(Mark(kind, offset, length))
        else:
            self.marks.append(Mark(_KINDS[opened.tag], offset, length))

    def _skip_name(self) -> None:
        while self.pos < self.size and self.bytes[self.pos] not in _SPACE + b">":
            self.pos += 1

    def _skip_space(self) -> None:
        while self.pos < self.size and self.bytes[self.pos] in _SPACE:
            self.pos += 1


def parse_html(text: str) -> tuple[str, list[Mark]]:
    """Text without tags, and the marks in order. Raises CannotParse."""
    plain, marks = _Reader(text).read()
    return plain, ordered(
        Mark("code", mark.offset, mark.length) if mark.type == "code" else mark for mark in marks
    )


def _moment(given: str) -> int:
    """Leading digits as a signed number of 32 bits; 0 for none."""
    match = re.match(r"-?[0-9]*", given)
    digits = match[0] if match else ""
    number = int(digits.lstrip("-") or 0) & 0xFFFFFFFF
    number = -number if digits.startswith("-") else number
    return (number + (1 << 31)) % (1 << 32) - (1 << 31)


def _argument(tag: str, name: str, value: str | None, before: str) -> str:
    if tag == "blockquote" and name == "expandable":
        return "1"
    if value is None:
        return before
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "unix")):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return before


def units_of(byte: int) -> int:
    """UTF-16 units of the letter that begins with this byte; 0 for a byte inside one."""
    if byte & 0xC0 == 0x80:
        return 0
    return 2 if byte >= 0xF0 else 1


def _decoded(out: bytes | bytearray) -> str:
    try:
        return out.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotParse(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from error
