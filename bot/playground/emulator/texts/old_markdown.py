"""The old Markdown of the Bot API to text and marks."""

from .html import units_of
from .links import link_mark
from .marks import CannotParse, Mark

_SPACE = b" \t\r\n\0\x0b"


def parse_markdown(text: str) -> tuple[str, list[Mark]]:
    """The old Markdown: `*`, `_`, `[…](…)` and code, not nested. Raises CannotParse."""
    data = text.encode("utf-8", "surrogatepass") + b"\0\0\0"
    size, pos, offset = len(data) - 3, 0, 0
    out = bytearray()
    marks: list[Mark] = []
    while pos < size:
        byte = data[pos]
        escaped = byte == 0x5C and data[pos + 1] in b"_*`["
        if escaped or byte not in b"_*`[":
            pos += escaped
            offset += units_of(data[pos])
            out.append(data[pos])
            pos += 1
            continue
        if byte != 0x5B and byte != 0x60 and data[pos + 1] == byte:
            pos += 2
            continue
        inner, argument, kind, pos = _old_entity(data, size, pos, len(out))
        begin = offset
        out += inner
        offset += sum(units_of(one) for one in inner)
        if offset > begin and kind == "text_link":
            marks.extend(link_mark(begin, offset - begin, argument))
        elif offset > begin:
            marks.append(Mark(kind, begin, offset - begin, argument))
    return out.decode("utf-8", "replace"), marks


def _old_entity(data: bytes, size: int, at: int, written: int) -> tuple[bytes, str, str, int]:
    """The text inside, the argument, the kind, and the position behind the entity. `written`: bytes of plain
    text so far."""
    byte, begin, argument = data[at], at + 1, ""
    kind = {0x5F: "italic", 0x2A: "bold", 0x60: "code", 0x5B: "text_link"}[byte]
    closing = b"]" if byte == 0x5B else data[at : at + 1]
    if data[at : at + 3] == b"```":
        kind, closing, begin = "pre", b"```", at + 3
        end = begin
        while data[end] not in _SPACE + b"`":
            end += 1
        if end != begin and end < size and data[end] != 0x60:
            argument, begin = data[begin:end].decode("utf-8", "replace"), end
        if data[begin] in b"\n\r":
            begin += 2 if data[begin + 1] in b"\n\r" and data[begin + 1] != data[begin] else 1
    end = data.find(closing, begin, size)
    if end < 0:
        raise CannotParse(f"Can't find end of the entity starting at byte offset {at}")
    inner, behind = data[begin:end], end + len(closing)
    if kind == "text_link":
        argument = _overwritten(inner, at + 1 - written).decode("utf-8", "replace")
        if inner and data[behind] == 0x28:
            stop = data.find(b")", behind, size)
            stop = size if stop < 0 else stop
            argument, behind = data[behind + 1 : stop].decode("utf-8", "replace"), stop + 1
    return inner, argument, kind, behind


def _overwritten(inner: bytes, distance: int) -> bytes:
    """The text of a link without an address, as TDLib takes it for the address: it reads the letters from
    where it has already written them `distance` bytes earlier, so that the last ones come twice."""
    return inner[distance:] + inner[max(len(inner) - distance, 0) :]
