"""MarkdownV2 of the Bot API to text and marks."""

from dataclasses import dataclass

from .dates import date_format
from .html import units_of
from .links import link_mark, telegram_query, whole_number
from .marks import CannotParse, Mark, ordered

_RESERVED = frozenset(b"_*[]()~`>#+-=|{}.!\n")
_SPACE = b" \t\r\n\0\x0b"
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "precode": "PreCode",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}


@dataclass
class _Open:
    kind: str
    argument: str
    offset: int
    at: int
    begin: int


class _Reader:
    def __init__(self, text: str) -> None:
        self.bytes = text.encode("utf-8", "surrogatepass") + b"\0\0\0"
        self.size = len(self.bytes) - 3
        self.pos = 0
        self.out = bytearray()
        self.offset = 0
        self.open: list[_Open] = []
        self.marks: list[Mark] = []
        self.quoting = False
        self.may_quote = True

    def read(self) -> tuple[str, list[Mark]]:
        while self.pos < self.size:
            byte = self.bytes[self.pos]
            following = self.bytes[self.pos + 1]
            if byte == 0x5C and 0 < following <= 126:
                self.pos += 1
                self._plain(following)
                if following != 0x0D:
                    self.may_quote = following == 0x0A
            elif not self._is_reserved(byte):
                if units_of(byte) and byte != 0x0D:
                    self.may_quote = False
                self._plain(byte)
            elif self._ends(byte):
                self._close(byte)
            else:
                self._begin(byte)
            self.pos += 1
        self._end_of_text()
        return self.out.decode("utf-8", "replace"), self.marks

    def _plain(self, byte: int) -> None:
        self.offset += units_of(byte)
        self.out.append(byte)

    def _is_reserved(self, byte: int) -> bool:
        if self.open and self.open[-1].kind in ("code", "pre", "precode"):
            return byte == 0x60
        return byte in _RESERVED

    def _ends(self, byte: int) -> bool:
        if not self.open:
            return False
        here = self.bytes[self.pos : self.pos + 3]
        if self.quoting and byte == 0x0A and (self.pos + 1 == self.size or here[1] != 0x3E):
            return True
        match self.open[-1].kind:
            case "bold":
                return byte == 0x2A
            case "italic":
                return byte == 0x5F and here[1] != 0x5F
            case "underline":
                return here[:2] == b"__"
            case "strikethrough":
                return byte == 0x7E
            case "spoiler":
                return here[:2] == b"||"
            case "code":
                return byte == 0x60
            case "pre" | "precode":
                return here == b"```"
            case "text_link" | "custom_emoji":
                return byte == 0x5D
        return False

    def _begin(self, byte: int) -> None:
        at, here, argument = self.pos, self.bytes[self.pos : self.pos + 3], ""
        if here[:2] == b"__":
            kind, self.pos = "underline", self.pos + 1
        elif byte in b"_*~[":
            kind = {0x5F: "italic", 0x2A: "bold", 0x7E: "strikethrough", 0x5B: "text_link"}[byte]
        elif here[:2] == b"||":
            kind, self.pos = "spoiler", self.pos + 1
        elif here == b"```":
            kind, argument = self._begin_pre()
        elif byte == 0x60:
            kind = "code"
        elif here[:2] == b"![":
            kind, self.pos = "custom_emoji", self.pos + 1
        elif byte == 0x0A:
            self._plain(byte)
            self.may_quote = True
            return
        elif byte == 0x3E and self.may_quote:
            if self.quoting:
                return
            kind, self.quoting = "blockquote", True
        else:
            words = f"Character '{chr(byte)}' is reserved and must be escaped with the preceding '\\'"
            raise CannotParse(words)
        self.open.append(_Open(kind, argument, self.offset, at, len(self.out)))

    def _begin_pre(self) -> tuple[str, str]:
        self.pos += 3
        end, kind, argument = self.pos, "pre", ""
        while self.bytes[end] not in _SPACE + b"`":
            end += 1
        if end != self.pos and end < self.size and self.bytes[end] != 0x60:
            kind, argument = "precode", self.bytes[self.pos : end].decode("utf-8", "replace")
            self.pos = end
        first, second = self.bytes[self.pos], self.bytes[self.pos + 1]
        if first in b"\n\r":
            self.pos += 2 if second in b"\n\r" and second != first else 1
        self.pos -= 1
        return kind, argument

    def _cannot_end(self) -> CannotParse:
        opened = self.open[-1]
        return CannotParse(f"Can't find end of {_NAMES[opened.kind]} entity at byte offset {opened.at}")

    def _close(self, byte: int) -> None:
        kind = self.open[-1].kind
        if byte == 0x0A and kind != "blockquote":
            just_opened = self.open[-1].at == self.pos - 2 or (
                self.open[-1].at == self.pos - 3 and self.out.endswith(b"\r")
            )
            if kind != "spoiler" or not just_opened:
                raise self._cannot_end()
            self.open.pop()
            if self.open[-1].kind != "blockquote":
                raise self._cannot_end()
            kind = "expandable_blockquote"
        opened = self.open.pop()
        empty = self.offset == opened.offset
        argument = opened.argument
        if kind in ("underline", "spoiler"):
            self.pos += 1
        elif kind in ("pre", "precode"):
            self.pos += 2
        elif kind == "text_link":
            argument = self._url() if self.bytes[self.pos + 1] == 0x28 else self._text_from(opened.begin)
        elif kind == "custom_emoji":
            kind, argument = self._emoji_or_time()
        elif kind in ("blockquote", "expandable_blockquote"):
            self.quoting, self.may_quote, empty = False, True, False
            self._plain(byte)
        if not empty:
            self._mark(kind, opened.offset, argument)

    def _mark(self, kind: str, offset: int, argument: str) -> None:
        shape = ""
        if kind == "date_time":
            argument, _, shape = argument.partition("|")
        if kind == "text_link":
            self.marks.extend(link_mark(offset, self.offset - offset, argument))
            return
        kind = "pre" if kind == "precode" else kind
        self.marks.append(Mark(kind, offset, self.offset - offset, argument, shape))

    def _text_from(self, begin: int) -> str:
        return self.out[begin:].decode("utf-8", "replace")

    def _url(self) -> str:
        """The address in round brackets behind the position; ends on the closing one."""
        self.pos += 2
        begin, url = self.pos, bytearray()
        while self.pos < self.size and self.bytes[self.pos] != 0x29:
            if self.bytes[self.pos] == 0x5C and 0 < self.bytes[self.pos + 1] <= 126:
                self.pos += 1
            url.append(self.bytes[self.pos])
            self.pos += 1
        if self.bytes[self.pos] != 0x29:
            raise CannotParse(f"Can't find end of a URL at byte offset {begin}")
        return url.decode("utf-8", "replace")

    def _emoji_or_time(self) -> tuple[str, str]:
        if self.bytes[self.pos + 1] != 0x28:
            raise CannotParse("The entity must contain a tg://emoji or tg://time URL")
        url = self._url()
        for name, value in telegram_query(url, "emoji") or ():
            if name == "id" and whole_number(value, 1 << 63):
                return "custom_emoji", value
            if name == "id":
                break
        moment = _moment_of(telegram_query(url, "time") or [])
        if moment is not None:
            return "date_time", moment
        raise CannotParse("Invalid tg://emoji or tg://time URL specified")

    def _end_of_text(self) -> None:
        if self.quoting:
            kind = "blockquote"
            if self.open[-1].kind == "spoiler" and self.open[-1].at == self.size - 2:
                self.open.pop()
                kind = "expandable_blockquote"
            if self.open and self.open[-1].kind == "blockquote":
                opened = self.open.pop()
                if self.offset > opened.offset:
                    self.marks.append(Mark(kind, opened.offset, self.offset - opened.offset))
        if self.open:
            raise self._cannot_end()


def _moment_of(asked: list[tuple[str, str]]) -> str | None:
    """`seconds|format`."""
    seconds, shape = 0, ""
    for name, value in asked:
        if name == "unix":
            number = whole_number(value, 1 << 31)
            if number is None or number <= 0:
                return None
            seconds = number
        elif name == "format":
            shape = value
    written = date_format(shape)
    return f"{seconds}|{written}" if seconds and written is not None else None


def parse_markdown_v2(text: str) -> tuple[str, list[Mark]]:
    """Raises CannotParse."""
    plain, marks = _Reader(text).read()
    return plain, ordered(marks)
