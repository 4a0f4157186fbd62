"""Sent text, parse mode and entities to what the message shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import BadRequest
from ..spec import Json
from .found import found_in
from .html import parse_html
from .links import link_mark
from .markdown import parse_markdown, parse_markdown_v2
from .marks import CannotParse, Mark, fixed, ordered, shifted, utf16_length

_PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}
_GREATEST_BYTES = 1 << 15
_CONTROLS = dict.fromkeys([*range(10), 11, 12, *range(14, 32)], " ") | {13: None}
_CONTROLS |= dict.fromkeys([*range(0x2028, 0x202F), 0x333, 0x33F, 0x30A], None)
_ARGUMENTS = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}
_OWN = frozenset(
    ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"]
)


@dataclass(frozen=True)
class Limits:
    """How long a text may be, in code points, and what Telegram says when it is not so."""

    characters: int
    empty: str | None
    too_long: str


MESSAGE = Limits(4096, "message text is empty", "message is too long")
CAPTION = Limits(1024, None, "message caption is too long")


@dataclass(frozen=True)
class Formatted:
    text: str
    entities: list[Json] = field(default_factory=list)


def format_text(
    text: str,
    parse_mode: str | None,
    entities: Sequence[Json] | None,
    limits: Limits,
    known_user: Callable[[int], Json | None],
) -> Formatted:
    """Raises BadRequest with Telegram's words."""
    if not text and limits.empty:
        raise BadRequest(limits.empty)
    if len(text.encode("utf-8", "surrogatepass")) > _GREATEST_BYTES:
        raise BadRequest("text is too long")
    mode = (parse_mode or "").lower()
    if mode and mode != "none" and text:
        if mode not in _PARSERS:
            raise BadRequest("unsupported parse_mode")
        try:
            plain, marks = _PARSERS[mode](text)
        except CannotParse as error:
            raise BadRequest(f"can't parse entities: {error}") from error
    else:
        plain, marks = text, _given(entities or [])
    return _finished(plain, marks, limits, known_user)


def _finished(
    plain: str, marks: list[Mark], limits: Limits, known_user: Callable[[int], Json | None]
) -> Formatted:
    if not plain.isprintable():
        plain, marks = _cleaned(plain, marks)
    marks = fixed(marks)
    kept = plain.rstrip(" \n")
    first_mark = marks[0].offset if marks else len(kept)
    cut = 0
    while cut < min(first_mark, len(kept)) and kept[cut] in " \n":
        cut += 1
    plain = kept[cut:]
    marks = ordered(shifted(marks, cut, end=utf16_length(plain)))
    if not plain and limits.empty:
        raise BadRequest(limits.empty if not kept.strip() and not marks else "text must be non-empty")
    if len(plain) > limits.characters:
        raise BadRequest(limits.too_long)
    marks = _with_found(marks, found_in(plain)) if plain else []
    shown = [entity for entity in (_entity(mark, known_user) for mark in marks) if entity is not None]
    return Formatted(plain, shown)


def _cleaned(plain: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """Control letters become blanks, carriage returns and direction marks go; marks move along."""
    gone = [
        n for n, letter in enumerate(plain) if ord(letter) in _CONTROLS and _CONTROLS[ord(letter)] is None
    ]
    if not gone or not marks:
        return plain.translate(_CONTROLS), marks
    places = [utf16_length(plain[:n]) for n in gone]

    def moved(offset: int) -> int:
        return offset - sum(1 for place in places if place < offset)

    return plain.translate(_CONTROLS), [
        Mark(mark.type, moved(mark.offset), moved(mark.end) - moved(mark.offset), mark.argument, mark.format)
        for mark in marks
    ]


def _with_found(marks: list[Mark], found: list[Mark]) -> list[Mark]:
    """Found marks give way to sent links and code; bold and the like are cut at their edges."""
    hard = [mark for mark in marks if mark.is_hard]
    free = [one for one in found if not any(one.offset < mark.end and mark.offset < one.end for mark in hard)]
    return fixed([*marks, *free]) if free else marks


def _given(entities: Sequence[Json]) -> list[Mark]:
    marks: list[Mark] = []
    for entity in entities:
        kind = entity.get("type")
        if not isinstance(entity.get("offset"), int) or not isinstance(entity.get("length"), int):
            raise BadRequest("can't parse MessageEntity: Can't find field \"offset\"")
        if kind in _OWN:
            continue
        if kind == "text_mention":
            argument = str((entity.get("user") or {}).get("id", ""))
        else:
            argument = str(entity.get(_ARGUMENTS.get(str(kind), ""), entity.get("unix_time", "")))
        offset, length = entity["offset"], entity["length"]
        if kind == "text_link":
            marks += link_mark(offset, length, argument)
        else:
            shape = str(entity.get("date_time_format", ""))
            marks.append(Mark(str(kind), offset, length, argument, shape))
    return marks


def _entity(mark: Mark, known_user: Callable[[int], Json | None]) -> Json | None:
    entity: dict[str, Any] = {"offset": mark.offset, "length": mark.length, "type": mark.type}
    if mark.type == "text_mention":
        user = known_user(int(mark.argument or 0))
        return None if user is None else entity | {"user": user}
    if mark.type == "date_time":
        entity["unix_time"] = int(mark.argument)
        if mark.format:
            entity["date_time_format"] = mark.format
    elif mark.argument and mark.type in _ARGUMENTS:
        entity[_ARGUMENTS[mark.type]] = mark.argument
    return entity
